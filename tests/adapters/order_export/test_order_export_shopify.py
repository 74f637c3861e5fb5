"""Shopify's own order export, read with the mapping that is shipped."""

from __future__ import annotations

from pathlib import Path

from order_exports import events_of

from rapport.adapters.order_export.export import OrderExport, open_export
from rapport.adapters.order_export.read_mapping import read_mapping
from rapport.core.catalogue import Product
from rapport.core.events import (
    ConsentChanged,
    Contact,
    Identifier,
    Line,
    OrderCancelled,
    OrderPlaced,
    OrderRefunded,
)
from rapport.testing.shop.settings import ShopSettings
from rapport.testing.shop.shop import SimulatedShop

HEADER = (
    "Name,Email,Financial Status,Accepts Marketing,Currency,Subtotal,Shipping,Total,Discount Code,"
    "Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,"
    "Lineitem discount,Billing Name,Billing Country,Cancelled at,Refunded Amount,Id,Notes"
)
FIRST = (
    "#1001,Ada@Example.com,paid,yes,GBP,43.00,3.95,46.95,TEN,5.00,2024-03-05 10:11:12 +0100,2,"
    '"Mug, large",10.00,MUG,0.00,Ada Lovelace King,GB,,0.00,4001,"Ring\ntwice"'
)
SECOND = "#1001,Ada@Example.com,,,,,,,,,2024-03-05 10:11:12 +0100,3,Teapot,10.00,,2.00,,,,,,"


def shopify(tmp_path: Path, *lines: str) -> OrderExport:
    path = tmp_path / "orders.csv"
    path.write_text("\n".join((HEADER, *lines)) + "\n", encoding="utf-8")
    return open_export(path, read_mapping("shopify_orders"))


def test_an_order_of_two_lines_is_one_event_with_all_that_the_export_tells(tmp_path: Path) -> None:
    export = shopify(tmp_path, FIRST, SECOND)
    order, consent = events_of(export)
    assert order.event.at == 1_709_629_872_000
    assert order.event.body == OrderPlaced(
        "1001",
        refs=("1001", "4001"),
        lines=(
            Line("MUG", "Mug, large", 2, 1000, sku="MUG"),
            Line("Teapot", "Teapot", 3, 933),
        ),
        revenue=4300,
        total=4695,
        currency="GBP",
        discount=500,
        discount_codes=("TEN",),
        goods=4300,
    )
    assert order.identifiers == (Identifier("email", "ada@example.com"),)
    assert order.contact == Contact(
        email="ada@example.com", first_name="Ada", last_name="Lovelace King", country="GB"
    )
    assert consent.event.body == ConsentChanged("email", "subscribed", method="import")
    assert consent.event.at == order.event.at
    assert (export.counts.order_lines, export.counts.rejected) == (2, {})


def test_two_exports_that_overlap_are_told_once(tmp_path: Path) -> None:
    export = shopify(tmp_path, FIRST, SECOND, FIRST, SECOND)
    assert (export.counts.orders, export.counts.merged) == (1, 2)


def test_a_cancelled_order_is_taken_back_once_though_it_was_refunded_too(tmp_path: Path) -> None:
    line = FIRST.replace("GB,,0.00", "GB,2024-03-06 08:00:00 +0000,46.95")
    bodies = [i.event.body for i in events_of(shopify(tmp_path, line))]
    assert bodies[-1] == OrderCancelled("1001")
    assert not any(isinstance(body, OrderRefunded) for body in bodies)


def test_a_refunded_amount_is_a_refund_of_that_order(tmp_path: Path) -> None:
    bodies = [
        i.event.body for i in events_of(shopify(tmp_path, FIRST.replace("GB,,0.00", "GB,,4.50")))
    ]
    assert OrderRefunded("1001", refund_id="1001:refund", amount=450) in bodies


def test_an_order_that_was_not_paid_is_set_aside(tmp_path: Path) -> None:
    export = shopify(tmp_path, FIRST.replace(",paid,", ",pending,"), SECOND)
    assert export.counts.rejected == {"unpaid": 2}


def test_a_first_line_set_aside_for_its_quantity_still_tells_whose_order_it_is(
    tmp_path: Path,
) -> None:
    export = shopify(tmp_path, FIRST.replace("+0100,2,", "+0100,some,"), SECOND)
    assert export.counts.rejected == {"bad_quantity": 1}
    body = events_of(export)[0].event.body
    assert (body.total, body.currency, len(body.lines)) == (4695, "GBP", 1)


def test_an_order_whose_total_cannot_be_read_is_set_aside_whole(tmp_path: Path) -> None:
    export = shopify(tmp_path, FIRST.replace("46.95", "forty"), SECOND)
    assert export.counts.rejected == {"bad_amount": 2}


def test_consent_is_told_when_it_changes_and_a_first_no_withdraws_nothing(tmp_path: Path) -> None:
    def order(number: int, day: int, word: str) -> str:
        return (
            FIRST.replace("#1001", f"#{number}")
            .replace("03-05", f"03-{day:02}")
            .replace(",yes,", f",{word},")
        )

    words = ("no", "yes", "yes", "no", "no")
    lines = [order(n, n, word) for n, word in enumerate(words, start=1)]
    told = [
        (i.event.body.status, i.event.id)
        for i in events_of(shopify(tmp_path, *reversed(lines)))
        if isinstance(i.event.body, ConsentChanged)
    ]
    assert told == [
        ("subscribed", "import:shopify_orders:consent:2"),
        ("unsubscribed", "import:shopify_orders:consent:4"),
    ]


def test_the_simulated_shop_history_is_read_whole(tmp_path: Path) -> None:
    products = [Product(f"P{i}", f"Thing {i}", "tea", 500 + 100 * i) for i in range(12)]
    path = tmp_path / "history.csv"
    rows = SimulatedShop(ShopSettings(customers=60), products).write_history(path)
    export = open_export(path, read_mapping("shopify_orders"))
    counts = export.counts
    assert counts.lines == rows
    assert set(counts.rejected) <= {"no_customer"}
    assert counts.order_lines > 0.9 * rows
    orders = [i.event.body for i in events_of(export) if isinstance(i.event.body, OrderPlaced)]
    assert len(orders) == counts.orders
    assert all(
        sum(line.quantity * line.unit_price for line in o.lines) - o.discount == o.revenue
        for o in orders
    )
