"""Each kind of flow from a shop's word over the wire to the e-mail in the folder."""

from __future__ import annotations

import email
import shutil
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from shopfront import Shopfront

from rapport.core.events import Identifier
from rapport.core.person.identity import profile_id
from rapport.core.state import ProfileState
from rapport.core.time import DAY, HOUR, MINUTE
from rapport.testing.shop.request import iso

BRAND = "tin-kettle"
FIXTURE = Path(__file__).parents[1] / "adapters/brand_folder_fixture"

FLOWS = {
    "browse": ("product_viewed", "viewed", "{wait: 2h, quiet: true, at_most: 8h}"),
    "cart": ("cart_updated", "cart", "{wait: 2h, quiet: true, at_most: 8h}"),
    "welcome": ("subscribed", "nothing", "{wait: 10m}"),
    "thanks": ("order_placed", "order", "{wait: 3d}"),
    "replenish": (
        "order_placed", "order",
        "{wait: {until: next_order, before: 5d, else: 40d, at_most: 90d}}",
    ),
}  # fmt: skip
"""By name: what starts it, what it is about, and how long it waits."""

ENDS = {"browse": "cart_updated, checkout_started, order_placed", "cart": "checkout_started, "
        "order_placed", "welcome": "", "thanks": "order_refunded, ticket_opened",
        "replenish": "order_placed"}  # fmt: skip

CATALOGUE = """\
Handle,Title,Type,Variant SKU,Variant Price,Variant Inventory Qty,Status
copper-kettle,Copper Kettle,Kettles,CK1,48.00,5,active
tin-mug,Tin Mug,Mugs,TM1,12.00,9,active
linen-bag,Linen Bag,Bags,LB1,0.00,9,active
tea-spoon,Tea Spoon,Spoons,TS1,,9,active
"""


def write_folder(path: Path) -> None:
    """The small brand of the adapters' tests with a framework and a flow of each kind."""
    shutil.copytree(FIXTURE, path)
    brand = path / "brand.yaml"
    arms = "arms: {holdout: 0%, usual: 100%, salt: spring}"
    text = brand.read_text("utf-8").replace("arms: {holdout: 10%, usual: 20%, salt: spring}", arms)
    brand.write_text(text, "utf-8")
    for layout in (path / "layouts").glob("*.mjml"):
        layout.write_text(layout.read_text("utf-8").replace("cart.", "products."), "utf-8")
    creative = (path / "creative/checkout.yaml").read_text("utf-8")
    flow = (path / "flows/checkout.yaml").read_text("utf-8")
    for name, (trigger, about, wait) in FLOWS.items():
        words = creative.replace("key: checkout\n", f"key: {name}\nabout: {about}\n", 1)
        words = words.replace("cart.", f"{about}.").replace("Your basket is saved", about.upper())
        if about == "nothing":
            words = words.replace("nothing.first.title", "brand.name")
            words = words.replace("{% if nothing.count > 1 %}, with the rest{% endif %}", "")
        (path / f"creative/{name}.yaml").write_text(words, "utf-8")
        steps = flow.replace("key: checkout\n", f"key: {name}\n", 1)
        steps = steps.replace("framework: checkout", f"framework: {name}")
        steps = steps.replace("trigger: checkout_started", f"trigger: {trigger}")
        steps = steps.replace("{wait: 45m, quiet: true, at_most: 6h}", wait)
        steps = steps.replace("exit_on: [order_placed, ", f"exit_on: [{ENDS[name]}, ")
        (path / f"flows/{name}.yaml").write_text(steps.replace("[, ", "["), "utf-8")
    (path / "catalogue.csv").write_text(CATALOGUE, "utf-8")


class Shop(Shopfront):
    """The small brand, told of by Segment, Klaviyo and Shopify; mail goes into a folder."""

    brand = BRAND

    def publish(self) -> None:
        folder = self.installation.home / "tin-kettle"
        write_folder(folder)
        self.installation.publish(folder, since=0)

    def pass_for(self, length: int) -> None:
        until = self.clock.now() + length
        step = 5 * MINUTE if length <= DAY else 3 * HOUR
        while self.clock.now() < until:
            self.clock.turn_to(min(self.clock.now() + step, until))
            self.installation.host.tick(BRAND)

    def is_called(self, person: str) -> None:
        """The shop's own tool says who is behind the browser."""
        self.segment(
            "identify",
            {"anonymousId": f"browser-of-{person}", "traits": {"email": person}},
        )

    def does(self, person: str, what: str, product: str = "copper-kettle", **more: object) -> None:
        properties: dict[str, object] = {
            "product_id": product, "name": "As the page says", "price": 1.0, "quantity": 1, **more,
        }  # fmt: skip
        self.segment(
            "track",
            {"event": what, "anonymousId": f"browser-of-{person}", "properties": properties},
        )

    def mail(self, person: str) -> list[EmailMessage]:
        """What went out to somebody, the oldest first."""
        found = []
        for file in self.installation.mail_folder.rglob("*.eml"):
            message = email.message_from_bytes(file.read_bytes(), policy=default)
            assert isinstance(message, EmailMessage)
            if person in str(message["To"]):
                found.append((file.stat().st_mtime_ns, message))
        return [message for _, message in sorted(found, key=lambda pair: pair[0])]

    def state_of(self, person: str) -> ProfileState:
        profile = profile_id(BRAND, Identifier("email", person))
        return dict(self.installation.records.profiles(BRAND))[profile]

    def said(self, person: str) -> list[str]:
        return [str(message["Subject"]) for message in self.mail(person)]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """One shop for all of them; every test is about a person of its own."""
    shop = Shop(tmp_path_factory.mktemp("shop"))
    yield shop
    shop.installation.close()


def a_reader(shop: Shop, name: str) -> str:
    """Somebody who asked for e-mail, and was welcomed."""
    person = f"{name}@example.com"
    shop.signs_up(person)
    shop.is_called(person)
    shop.pass_for(2 * DAY)
    return person


def body(message: EmailMessage, kind: str = "plain") -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def test_who_opts_in_is_welcomed(shop: Shop) -> None:
    person = a_reader(shop, "welcome")
    (message,) = shop.mail(person)
    assert message["Subject"] == "NOTHING"
    assert "basket" not in body(message).lower().replace("see your basket", "")
    assert "/c/" in body(message)


def test_who_looked_is_told_of_it_in_the_catalogues_words(shop: Shop) -> None:
    person = a_reader(shop, "browse")
    shop.does(person, "Product Viewed", "tin-mug")
    shop.does(person, "Product Viewed")
    shop.pass_for(4 * HOUR)
    message = shop.mail(person)[-1]
    text = body(message)
    assert message["Subject"] == "VIEWED"
    assert "As the page says" not in text
    assert text.index("- Copper Kettle: £48.00") < text.index("- Tin Mug: £12.00")


def test_who_filled_a_cart_is_told_of_that_and_not_of_the_looks(shop: Shop) -> None:
    person = a_reader(shop, "cart")
    shop.does(person, "Product Viewed")
    shop.does(person, "Product Added", quantity=2)
    shop.pass_for(DAY)
    text = body(shop.mail(person)[-1])
    assert shop.said(person) == ["NOTHING", "CART"]
    assert "- 2 × Copper Kettle: £96.00" in text
    assert "Total: £96.00" in text


def orders(shop: Shop, person: str, order: str) -> None:
    when = shop.clock.now()
    shop.shopify(
        "orders/create",
        {
            "id": order, "email": person, "created_at": iso(when), "updated_at": iso(when),
            "currency": "GBP", "subtotal_price": "24.00", "total_price": "24.00",
            "line_items": [
                {"product_id": "tin-mug", "sku": "TM1", "title": "Tin Mug, dented",
                 "price": "12.00", "quantity": 2, "variant_title": "Blue"},
            ],
        },
    )  # fmt: skip


def test_who_bought_is_thanked_and_later_asked_whether_it_is_time_for_more(shop: Shop) -> None:
    person = a_reader(shop, "buyer")
    orders(shop, person, "7001")
    shop.pass_for(60 * DAY)
    first, second = shop.mail(person)[1:]
    assert first["Subject"] == second["Subject"] == "ORDER"
    assert "- 2 × Tin Mug, Blue: £24.00" in body(first)
    assert "Total: £24.00" in body(second)


def test_the_order_that_begins_a_flow_is_not_what_came_of_it(shop: Shop) -> None:
    person = a_reader(shop, "counted")
    orders(shop, person, "7003")
    shop.pass_for(5 * DAY)
    orders(shop, person, "7004")
    profile = profile_id(BRAND, Identifier("email", person))
    outcomes = shop.installation.records.profile_outcomes(BRAND, "thanks")
    (mine,) = (one for one in outcomes if one.profile == profile)
    assert (mine.orders, mine.revenue, mine.revenue_before) == (1, 2_400, 2_400)


def test_an_order_told_first_by_a_browser_without_a_name_is_thanked_for_once(shop: Shop) -> None:
    person = "nameless@example.com"
    shop.signs_up(person)
    shop.pass_for(2 * DAY)
    bought = {"order_id": "7005", "revenue": 24.0, "total": 24.0, "currency": "GBP",
              "products": [{"product_id": "tin-mug", "price": 12.0, "quantity": 2}]}  # fmt: skip
    call = {"event": "Order Completed", "anonymousId": "somebody", "properties": bought}
    shop.segment("track", {"type": "track", **call})
    orders(shop, person, "7005")
    shop.pass_for(10 * DAY)
    assert shop.said(person) == ["NOTHING", "ORDER"]
    assert "- 2 × Tin Mug, Blue: £24.00" in body(shop.mail(person)[-1])
    assert shop.state_of(person).orders.count == 1


def test_who_sent_it_back_hears_nothing_about_it(shop: Shop) -> None:
    person = a_reader(shop, "returner")
    orders(shop, person, "7002")
    shop.pass_for(DAY)
    shop.refunds("7002", "24.00", "r1")
    shop.pass_for(60 * DAY)
    assert shop.said(person) == ["NOTHING"]


def test_links_lead_to_the_products_page_on_the_brands_own_host(shop: Shop) -> None:
    person = a_reader(shop, "links")
    shop.does(person, "Product Viewed", url="https://evil.example/copper-kettle")
    shop.pass_for(4 * HOUR)
    profile = profile_id(BRAND, Identifier("email", person))
    (row, *_) = shop.installation.records.messages(BRAND, profile=profile)
    message = shop.installation.records.message(BRAND, row.key)
    assert message is not None
    targets = {link.key: link.target for link in message.links}
    assert targets["viewed"] == "https://tinkettle.example/products/copper-kettle"
    assert all("evil" not in target for target in targets.values())


def test_looks_from_before_somebody_gave_their_name_count(shop: Shop) -> None:
    person = "late@example.com"
    shop.does(person, "Product Viewed", "tin-mug")
    shop.signs_up(person)
    shop.pass_for(HOUR)
    shop.is_called(person)
    shop.pass_for(DAY)
    shop.does(person, "Product Viewed")
    shop.pass_for(DAY)
    text = body(shop.mail(person)[-1])
    assert text.index("- Copper Kettle") < text.index("- Tin Mug")


def checks_out(shop: Shop, person: str, token: str, total: str, *items: dict[str, object]) -> None:
    """Shopify tells of a checkout of these lines."""
    when = iso(shop.clock.now())
    shop.shopify(
        "checkouts/create",
        {
            "id": 9, "token": token, "email": person, "created_at": when, "updated_at": when,
            "currency": "GBP", "subtotal_price": total, "total_price": total,
            "line_items": list(items),
        },
    )  # fmt: skip


KETTLE: dict[str, object] = {
    "product_id": "copper-kettle", "sku": "CK1", "title": "Copper Kettle",
    "price": "48.00", "quantity": 1,
}  # fmt: skip
FREE_MUG: dict[str, object] = {
    "product_id": "tin-mug", "sku": "TM1", "title": "Tin Mug", "price": "0.00", "quantity": 1,
}  # fmt: skip


def test_a_gift_in_a_cart_costs_nothing_and_the_total_stays(shop: Shop) -> None:
    person = a_reader(shop, "gift")
    shop.does(person, "Product Added", price=48.0)
    shop.does(person, "Product Added", "linen-bag", price=0)
    shop.pass_for(DAY)
    text = body(shop.mail(person)[-1])
    assert "- Copper Kettle: £48.00\n- Linen Bag: £0.00\nTotal: £48.00" in text


def test_a_price_that_nobody_told_is_none(shop: Shop) -> None:
    person = a_reader(shop, "untold")
    shop.does(person, "Product Added", price=48.0)
    shop.does(person, "Product Added", "tea-spoon", price=None)
    shop.pass_for(DAY)
    text = body(shop.mail(person)[-1])
    assert "- Tea Spoon\n" in text
    assert "Total" not in text


def test_a_page_gives_nothing_away_that_the_catalogue_has_a_price_for(shop: Shop) -> None:
    """Anybody could say so; and whoever is given one would read that it costs something."""
    person = a_reader(shop, "claimed")
    shop.does(person, "Product Added", price=48.0)
    shop.does(person, "Product Added", "tin-mug", price="0.00")
    shop.pass_for(DAY)
    text = body(shop.mail(person)[-1])
    assert "- Tin Mug\n" in text
    assert "Total" not in text
    assert "£0.00" not in text


def test_a_gift_in_a_checkout_costs_nothing_whatever_the_catalogue_says(shop: Shop) -> None:
    person = a_reader(shop, "given")
    checks_out(shop, person, "given-1", "48.00", KETTLE, FREE_MUG)
    shop.pass_for(DAY)
    text = body(shop.mail(person)[-1])
    assert "- Copper Kettle: £48.00\n- Tin Mug: £0.00\nTotal: £48.00" in text


def test_a_line_that_a_discount_took_all_of_costs_nothing(shop: Shop) -> None:
    person = a_reader(shop, "discounted")
    mug = {**FREE_MUG, "price": "12.00", "discount_allocations": [{"amount": "12.00"}]}
    checks_out(shop, person, "given-2", "48.00", KETTLE, mug)
    shop.pass_for(DAY)
    assert "- Tin Mug: £0.00\nTotal: £48.00" in body(shop.mail(person)[-1])


def test_one_that_is_paid_and_one_that_is_free_are_two_lines_of_a_cart(shop: Shop) -> None:
    person = a_reader(shop, "both")
    lines = [{"ProductID": "tin-mug", "ProductName": "Tin Mug", "ItemPrice": price, "Quantity": 1}
             for price in (12.0, 0)]  # fmt: skip
    added = {"AddedItemProductID": "tin-mug", "AddedItemPrice": 12.0, "AddedItemQuantity": 1}
    shop.klaviyo("Added to Cart", person, shop.clock.now(), Items=lines, **added)
    shop.pass_for(DAY)
    text = body(shop.mail(person)[-1])
    assert "- Tin Mug: £12.00\n- Tin Mug: £0.00\nTotal: £12.00" in text
