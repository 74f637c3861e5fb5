"""What each rule does with the lines that it applies to."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from order_exports import HEADER, MAPPING, MakeMapping, OpenText, events_of

from rapport.adapters.order_export.export import open_export
from rapport.core.events import Identifier, OrderCancelled, OrderPlaced, OrderRefunded

GOOD = "1,7,01/02/2024 10:00,A,Mug,2,3.50\n"


def rejects(export) -> list[dict[str, str]]:
    list(export.batches())
    with export.rejects_path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("1,7,01/02/2024 10:00,A,Mug,2,3.50\n", "duplicate"),
        (",,,,,,\n", "blank_line"),
        ("\n", "blank_line"),
        ("2,7,01/02/2024 10:00,A,Mug,2,3.50,x\n", "broken_line"),
        ("2,7,01/02/2024 10:00\n", "broken_line"),
        (",7,01/02/2024 10:00,A,Mug,2,3.50\n", "no_order"),
        ("2,7,,A,Mug,2,3.50\n", "bad_date"),
        ("2,7,31/02/2024 10:00,A,Mug,2,3.50\n", "bad_date"),
        ("2,7,01/01/1900 00:00,A,Mug,2,3.50\n", "bad_date"),
        ("2,7,01/02/2024 10:00,A,Mug,two,3.50\n", "bad_quantity"),
        ("2,7,01/02/2024 10:00,A,Mug,2.5,3.50\n", "bad_quantity"),
        ("2,7,01/02/2024 10:00,A,Mug,0,3.50\n", "bad_quantity"),
        ("2,7,01/02/2024 10:00,A,Mug,,3.50\n", "bad_quantity"),
        ("2,7,01/02/2024 10:00,A,Mug,2,free\n", "bad_price"),
        ("2,7,01/02/2024 10:00,A,Mug,2,1e30\n", "bad_price"),
        ("2,7,01/02/2024 10:00,A,Mug,2000000,2000000\n", "bad_price"),
        ("2,,01/02/2024 10:00,A,Mug,2,3.50\n", "no_customer"),
        ("1,8,01/02/2024 10:00,A,Mug,2,3.50\n", "other_customer"),
        ("2,7,01/02/2024 10:00,,Mug,2,3.50\n", "no_product"),
        ("2,7,01/02/2024 10:00,A,Mug,-2,3.50\n", "negative_quantity"),
        ("2,7,01/02/2024 10:00,A,Mug,2,\n", "missing_price"),
        ("2,7,01/02/2024 10:00,A,Mug,2,-1\n", "negative_price"),
        ("2,7,01/02/2024 10:00,A,Mug,2,0.00\n", "zero_price"),
        ("2,7,01/02/2024 10:00,A,,2,3.50\n", "missing_title"),
    ],
)
def test_a_rule_that_the_mapping_does_not_name_rejects_the_line_and_says_so(
    opened: OpenText, line: str, rule: str
) -> None:
    export = opened(GOOD + line)
    assert export.counts.rejected == {rule: 1}
    assert export.counts.order_lines == 1
    (reject,) = rejects(export)
    assert (reject["line"], reject["rule"]) == ("3", rule)
    assert reject["reason"]
    original = line.strip().split(",")
    assert list(reject.values())[3:10] == (original + [""] * 7)[:7]


def test_what_stands_beyond_the_header_is_kept_in_the_reason(opened: OpenText) -> None:
    (reject,) = rejects(opened("2,7,01/02/2024 10:00,A,Mug,2,3.50,lost,too\n"))
    assert "lost; too" in reject["reason"]


def test_the_place_of_a_reject_is_its_line_in_the_file_even_after_a_field_of_two_lines(
    opened: OpenText,
) -> None:
    export = opened('1,7,01/02/2024 10:00,A,"Mug,\n""large""",2,3.50\n2,,01/02/2024,A,Mug,1,1\n')
    assert [r["line"] for r in rejects(export)] == ["4"]
    assert events_of(export)[0].event.body.lines[0].title == 'Mug,\n"large"'


def test_copies_are_merged_where_the_mapping_says_so(opened: OpenText) -> None:
    export = opened(GOOD * 3, "  duplicate: merge\n")
    assert (export.counts.merged, export.counts.rejected, export.counts.order_lines) == (2, {}, 1)
    assert len(rejects(export)) == 2


def test_copies_are_kept_where_the_mapping_says_so(opened: OpenText) -> None:
    export = opened(GOOD * 3, "  duplicate: keep\n")
    assert export.counts.handled == {"duplicate: keep": 2}
    assert events_of(export)[0].event.body.total == 2100


def test_an_order_without_a_customer_is_known_by_its_own_id(opened: OpenText) -> None:
    (order,) = events_of(opened("5,,01/02/2024 10:00,A,Mug,2,3\n", "  no_customer: anonymous\n"))
    assert order.identifiers == (Identifier("order", "5"),)


def test_a_missing_price_may_count_as_nothing(opened: OpenText) -> None:
    export = opened(GOOD + "1,7,01/02/2024 10:00,B,Gift,1,\n", "  missing_price: zero\n")
    (order,) = events_of(export)
    assert [(line.product_id, line.unit_price) for line in order.event.body.lines] == [
        ("A", 350),
        ("B", 0),
    ]


def test_a_line_told_at_nothing_is_free_and_one_without_a_price_is_not(opened: OpenText) -> None:
    export = opened(
        GOOD + "1,7,01/02/2024 10:00,B,Gift,1,0.00\n1,7,01/02/2024 10:00,C,Card,1,\n",
        "  zero_price: keep\n  missing_price: zero\n",
    )
    (order,) = events_of(export)
    body = order.event.body
    assert [(line.product_id, line.unit_price, line.free) for line in body.lines] == [
        ("A", 350, False),
        ("B", 0, True),
        ("C", 0, False),
    ]
    assert (body.revenue, body.total) == (700, 700)


def test_a_given_piece_that_comes_back_brings_no_money_and_a_paid_one_is_none_that_was_given(
    opened: OpenText,
) -> None:
    """The same product was bought first and given with a later order."""
    export = opened(
        "1,7,01/02/2024 10:00,A,Mug,1,3.50\n"
        "2,7,02/02/2024 10:00,B,Bowl,1,20.00\n"
        "2,7,02/02/2024 10:00,A,Mug,1,0.00\n"
        "C3,7,03/02/2024 10:00,A,Mug,-1,3.50\n"
        "C4,7,04/02/2024 10:00,A,Mug,-1,0.00\n"
        "C5,7,05/02/2024 10:00,A,Mug,-1,3.50\n",
        "  cancelled: {when: order_id starts with C, do: refund}\n  zero_price: keep\n",
    )
    refunds = [i.event.body for i in events_of(export) if isinstance(i.event.body, OrderRefunded)]
    assert [(one.refund_id, one.order_id, one.amount) for one in refunds] == [
        ("C3", "1", 350),
        ("C4", "2", 0),
        ("C5", "", 350),
    ]
    assert [one.lines[0].free for one in refunds] == [False, True, False]


def test_a_return_told_without_money_may_be_of_a_paid_piece(opened: OpenText) -> None:
    export = opened(
        GOOD + "C2,7,03/02/2024 10:00,A,Mug,-1,0.00\n",
        "  cancelled: {when: order_id starts with C, do: refund}\n  zero_price: keep\n",
    )
    body = events_of(export)[-1].event.body
    assert isinstance(body, OrderRefunded)
    assert (body.order_id, body.amount) == ("1", 0)


def test_an_order_of_gifts_alone_is_worth_nothing_whatever_its_delivery_cost(
    mapping: MakeMapping, tmp_path: Path
) -> None:
    shop = mapping("  zero_price: keep\n", text=MAPPING + "  total: Total\n")
    file = tmp_path / "gifts.csv"
    file.write_text(
        HEADER.rstrip() + ",Total\n1,7,01/02/2024 10:00,A,Mug,1,0.00,3.95\n", encoding="utf-8"
    )
    (order,) = events_of(open_export(file, shop))
    body = order.event.body
    assert isinstance(body, OrderPlaced)
    assert (body.revenue, body.total, body.goods) == (0, 395, 0)


def test_postage_counts_in_the_total_and_not_in_the_revenue(opened: OpenText) -> None:
    export = opened(
        GOOD + "1,7,01/02/2024 10:00,POST,Postage,1,4.95\n2,7,01/02/2024 11:00,XFEE1,Fee,1,9\n",
        "  non_product: {post: fee, xfee*: reject}\n",
    )
    (order,) = events_of(export)
    body = order.event.body
    assert (body.revenue, body.total, len(body.lines)) == (700, 1195, 1)
    assert export.counts.rejected == {"non_product": 1}


def test_an_order_of_nothing_but_fees_is_no_purchase(opened: OpenText) -> None:
    export = opened("1,7,01/02/2024 10:00,POST,Postage,1,5\n", "  non_product: {POST: fee}\n")
    assert export.counts.rejected == {"only_fees": 1}
    assert events_of(export) == []


def test_a_credit_note_is_taken_off_the_latest_order_that_holds_enough(opened: OpenText) -> None:
    export = opened(
        "1,7,01/02/2024 10:00,A,Mug,6,3.50\n"
        "2,7,02/02/2024 10:00,A,Mug,2,3.50\n"
        "C3,7,03/02/2024 10:00,A,Mug,-4,3.50\n"
        "4,7,04/02/2024 10:00,A,Mug,9,3.50\n"
        "C5,7,05/02/2024 10:00,B,Cup,-1,1.00\n"
        "C6,7,05/02/2024 11:00,A,Mug,-4,3.50\n"
        "C7,7,05/02/2024 12:00,A,Mug,-6,3.50\n",
        "  cancelled: {when: order_id starts with C, do: refund}\n",
    )
    refunds = [i.event for i in events_of(export) if isinstance(i.event.body, OrderRefunded)]
    assert [(e.body.refund_id, e.body.order_id, e.body.amount) for e in refunds] == [
        ("C3", "1", 1400),
        ("C5", "", 100),
        ("C6", "4", 1400),
        ("C7", "", 2100),
    ]
    assert refunds[0].body.lines[0].quantity == 4
    assert export.counts.refund_lines_unmatched == 2
    assert export.counts.handled == {"cancelled: refund": 4}


def test_a_negative_quantity_inside_an_order_comes_off_that_order(opened: OpenText) -> None:
    placed, refunded = events_of(
        opened(GOOD + "1,7,01/02/2024 10:00,B,Cup,-1,1.25\n", "  negative_quantity: refund\n")
    )
    assert isinstance(placed.event.body, OrderPlaced)
    assert placed.event.body.total == 700
    assert refunded.event.body == OrderRefunded(
        "1", refund_id="1", amount=125, lines=refunded.event.body.lines
    )


def test_a_cancelled_order_is_placed_and_then_cancelled(opened: OpenText) -> None:
    placed, cancelled = events_of(opened(GOOD, "  cancelled: {when: title is mug, do: cancel}\n"))
    assert isinstance(placed.event.body, OrderPlaced)
    assert cancelled.event.body == OrderCancelled("1")
    assert cancelled.event.at == placed.event.at


def test_a_cancelled_order_may_be_left_out(opened: OpenText) -> None:
    export = opened(GOOD, "  cancelled: {when: order_id is 1, do: reject}\n")
    assert export.counts.rejected == {"cancelled": 1}


# --- What an order came to where a line of it cannot be read ------------------------------------


def placed(export) -> OrderPlaced:
    (order,) = (e.event.body for e in events_of(export) if isinstance(e.event.body, OrderPlaced))
    return order


@pytest.mark.parametrize("quantity", ["two", "2.5", ""])
def test_of_an_order_with_a_line_that_cannot_be_read_nobody_knows_the_worth(
    opened: OpenText, quantity: str
) -> None:
    body = placed(opened(GOOD + f"1,7,01/02/2024 10:00,B,Bowl,{quantity},9.00\n"))
    assert (body.revenue, body.total, body.left_out) == (0, 0, 1)
    assert [line.product_id for line in body.lines] == ["A"]


def test_a_line_of_no_pieces_is_not_missed(opened: OpenText) -> None:
    body = placed(opened(GOOD + "1,7,01/02/2024 10:00,B,Bowl,0,9.00\n"))
    assert (body.revenue, body.total, body.left_out) == (700, 700, 0)


@pytest.mark.parametrize(
    ("figures", "revenue", "total"),
    [("30.00,25.00", 2_500, 3_000), ("30.00,", 3_000, 3_000), (",25.00", 2_500, 2_500)],
)
def test_what_the_shop_told_goes_before_the_sum_of_the_lines(
    tmp_path: Path, mapping: MakeMapping, figures: str, revenue: int, total: int
) -> None:
    header = HEADER.rstrip("\n") + ",Total,Goods\n"
    lines = GOOD.rstrip("\n") + f",{figures}\n" + "1,7,01/02/2024 10:00,B,Bowl,two,9.00,,\n"
    path = tmp_path / "orders.csv"
    path.write_text(header + lines, encoding="utf-8")
    text = MAPPING.replace("  customer:", "  total: Total\n  subtotal: Goods\n  customer:", 1)
    body = placed(open_export(path, mapping(text=text)))
    assert (body.revenue, body.total, body.left_out) == (revenue, total, 1)
