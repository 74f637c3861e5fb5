"""What `rapport import` says of a file: counts in words, and money that does not count."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from rapport.adapters.order_export.export import ImportCounts
from rapport.bootstrap.importing import Imported
from rapport.cli.begin.orders import told

NOTHING = ImportCounts(
    lines=0, order_lines=0, refund_lines=0, rejected={}, merged=0, handled={},
    orders=0, refunds=0, cancellations=0, consents=0, customers=0,
    refund_lines_unmatched=0, lines_cut=0, unknown_countries=0,
)  # fmt: skip


def test_one_of_each_is_told_as_one() -> None:
    one = replace(
        NOTHING, lines=3, rejected={"bad_quantity": 1}, orders=1, refunds=1, cancellations=1,
        customers=1,
    )  # fmt: skip
    says = told(Imported(one, accepted=1, duplicate=1, foreign=1), Path("out.csv"))
    assert says[:4] == [
        "3 lines: 1 order, 1 refund and 1 cancellation of 1 customer.",
        "1 was new; 1 was there already and changed nothing.",
        "1 order is in another currency than the brand's, whose money does not count.",
        "1 line was left out; why stands in out.csv:",
    ]


def test_nothing_is_said_of_other_currencies_where_there_are_none() -> None:
    says = told(Imported(replace(NOTHING, lines=2, orders=2), 2, 0), Path("out.csv"))
    assert says[1:] == ["2 were new; 0 were there already and changed nothing."]
