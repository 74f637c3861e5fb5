"""A year of a real shop's order lines, dirt and all."""

from __future__ import annotations

import os
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import polars as pl
import pytest

from rapport.adapters.order_export.export import open_export
from rapport.adapters.order_export.read_mapping import read_mapping
from rapport.core.events import OrderPlaced, OrderRefunded

DATA = Path(os.environ.get("RAPPORT_DATA", Path(__file__).parents[4] / "shared" / "data"))
FILE = DATA / "online_retail" / "online_retail.parquet"


@pytest.mark.skipif(not FILE.exists(), reason=f"UCI Online Retail is not in {DATA}")
def test_every_line_of_the_year_is_accounted_for_and_its_money_is_exact(tmp_path: Path) -> None:
    export = open_export(FILE, read_mapping("uci_online_retail"), tmp_path / "rejects.csv")
    counts = export.counts
    assert counts.lines == 541_909
    assert counts.order_lines + counts.refund_lines + counts.set_aside == 541_909
    assert counts.rejected["duplicate"] == 5_268
    assert counts.customers > 4_300

    ids: set[str] = set()
    lines_read = placed = refunded = 0
    for batch in export.batches():
        lines_read += batch.lines_read
        ids.update(incoming.event.id for incoming in batch.incoming)
        for incoming in batch.incoming:
            if isinstance(incoming.event.body, OrderPlaced):
                placed += incoming.event.body.total
            elif isinstance(incoming.event.body, OrderRefunded):
                refunded += incoming.event.body.amount
    assert lines_read == 541_909
    assert len(ids) == counts.orders + counts.refunds

    # The same money, added up another way: the file less the lines that were set aside.
    with (tmp_path / "rejects.csv").open(encoding="utf-8") as file:
        set_aside = pl.read_csv(file.read().encode(), columns=["line"])["line"]
    assert len(set_aside) == counts.set_aside == set_aside.n_unique()
    used = pl.read_parquet(FILE, columns=["InvoiceNo", "Quantity", "UnitPrice"])
    used = used.with_row_index("line", offset=1).filter(~pl.col("line").is_in(set_aside.implode()))
    sums: dict[str, Decimal] = {}
    for invoice, quantity, price in used.drop("line").iter_rows():
        sums[invoice] = sums.get(invoice, Decimal(0)) + int(quantity) * Decimal(str(price))
    pence = {i: (abs(s) * 100).quantize(Decimal(1), ROUND_HALF_UP) for i, s in sums.items()}
    assert placed == sum(p for i, p in pence.items() if not i.startswith("C"))
    assert abs(refunded - sum(p for i, p in pence.items() if i.startswith("C"))) <= counts.refunds
