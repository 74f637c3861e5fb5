"""What people do with a message, or before it could go out, through the web edge."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from shopfront import BRAND, DOMAIN, MONDAY, PERSON, Order, Shopfront

from rapport.core.creative.message import Message
from rapport.core.deciding.arms import HOLDOUT, USUAL
from rapport.core.time import DAY, HOUR, MINUTE, SECOND

MORNING = MONDAY + 9 * HOUR


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shopfront]:
    shop = Shopfront(tmp_path)
    yield shop
    shop.installation.close()


def written_to(shop: Shopfront, email: str) -> Message:
    """Somebody signs up, leaves a basket, and gets a message about it."""
    shop.signs_up(email)
    shop.leaves_basket(email, "c1")
    shop.pass_until(MORNING + HOUR)
    (message,) = shop.messages(email)
    return message


def path_of(address: str) -> str:
    return urlsplit(address).path


def test_a_click_leads_to_the_basket_and_is_counted_once(shop: Shopfront) -> None:
    email = shop.somebody()
    message = written_to(shop, email)
    basket = next(link for link in message.links if link.key == "checkout")
    shop.pass_until(shop.clock.now() + HOUR)
    for _ in range(2):
        answer = shop.ask("GET", f"/c/{basket.token}", headers={"User-Agent": PERSON})
        assert answer.status_code == 302
        assert answer.headers["Location"] == f"https://{DOMAIN}/checkouts/c1/recover"
        shop.clock.turn_to(shop.clock.now() + MINUTE)
    (row,) = shop.installation.records.messages(BRAND, profile=shop.profile(email))
    assert row.clicked_at == shop.clock.now() - 2 * MINUTE
    assert [note.clicked for note in shop.state(email).notes] == [True]


def test_every_link_in_a_message_leads_to_the_shop(shop: Shopfront) -> None:
    message = written_to(shop, shop.somebody())
    for link in message.links:
        answer = shop.ask("GET", f"/c/{link.token}", headers={"User-Agent": PERSON})
        host = urlsplit(answer.headers["Location"]).hostname
        assert (answer.status_code, host in (DOMAIN, "alderandclay.example")) == (302, True)


def test_a_scanner_that_opens_every_link_clicks_on_nothing_and_signs_nobody_off(
    shop: Shopfront,
) -> None:
    email = shop.somebody()
    message = written_to(shop, email)
    for link in message.links:
        shop.ask("GET", f"/c/{link.token}", headers={"User-Agent": "MailScan/3.2"})
    shop.ask("GET", path_of(message.unsubscribe_url), headers={"User-Agent": "MailScan/3.2"})
    (row,) = shop.installation.records.messages(BRAND, profile=shop.profile(email))
    assert row.clicked_at is None
    assert shop.state(email).consent.email == "subscribed"


@pytest.mark.parametrize("body", [b"List-Unsubscribe=One-Click", b""])
def test_after_the_way_out_nothing_more_is_written(shop: Shopfront, body: bytes) -> None:
    email = shop.somebody()
    message = written_to(shop, email)
    answer = shop.ask("POST", path_of(message.unsubscribe_url), content=body)
    assert answer.status_code == 200
    assert shop.state(email).consent.email == "unsubscribed"
    shop.pass_until(MORNING + 4 * DAY)
    shop.leaves_basket(email, "c2")
    shop.pass_until(MORNING + 9 * DAY)
    shop.leaves_basket(email, "c3")
    shop.pass_until(MORNING + 12 * DAY)
    assert len(shop.messages(email)) == 1
    ledger = shop.rows("SELECT * FROM consent_ledger WHERE status = 'unsubscribed'")
    assert [row["method"] for row in ledger] == ["one_click" if body else "preference_page"]


def test_an_order_before_the_message_is_due_stops_it(shop: Shopfront) -> None:
    email = shop.somebody()
    shop.signs_up(email)
    shop.leaves_basket(email, "c1")
    shop.pass_until(MORNING + 30 * MINUTE)
    shop.shopify_tells(Order(email, shop.clock.now(), "o1", "", ""))
    shop.pass_until(MORNING + 5 * DAY)
    assert shop.messages(email) == []
    assert [row["reason"] for row in shop.rows("SELECT reason FROM exits")] == ["order_placed"]


def test_an_order_told_late_stops_the_message_while_it_can(shop: Shopfront) -> None:
    """Timers wait half a minute for what senders tell late."""
    email = shop.somebody()
    shop.signs_up(email)
    shop.leaves_basket(email, "c1")
    due = MORNING + 45 * MINUTE
    shop.clock.turn_to(due + 20 * SECOND)
    shop.installation.host.tick(BRAND)
    shop.shopify_tells(Order(email, due - SECOND, "o1", "", ""))
    shop.pass_until(MORNING + 5 * DAY)
    assert shop.messages(email) == []


def test_an_order_told_after_the_message_went_out_counts_once_and_stops_the_next_ones(
    shop: Shopfront,
) -> None:
    email = shop.somebody()
    written_to(shop, email)
    shop.pass_until(MORNING + 2 * HOUR)
    order = Order(email, MORNING + 30 * MINUTE, "o1", "o1", "o1")
    shop.shopify_tells(order)
    shop.klaviyo_tells(order)
    assert shop.worth() == (1, 4_000)
    shop.pass_until(MORNING + 5 * DAY)
    assert len(shop.messages(email)) == 1


def test_history_counts_and_starts_no_flow(shop: Shopfront) -> None:
    email = shop.somebody()
    shop.signs_up(email)
    past = {"type": "track", "event": "Checkout Started", "timestamp": "2026-03-02T08:50:00Z"}
    shop.segment(
        "track",
        {
            **past,
            "anonymousId": "b1",
            "context": {"traits": {"email": email}},
            "properties": {
                "checkout_id": "c0",
                "backfill": True,
                "products": [{"product_id": "dinner-plate-charcoal", "price": 40.0}],
            },
        },
    )
    shop.pass_until(MORNING + 2 * DAY)
    assert shop.rows("SELECT * FROM entries") == []
    assert shop.messages(email) == []


def test_a_checkout_told_a_day_late_starts_no_flow(shop: Shopfront) -> None:
    email = shop.somebody()
    shop.signs_up(email)
    shop.pass_until(MORNING + DAY)
    shop.ask("GET", "/healthz")
    shop.segment("page", {"anonymousId": "b1", "context": {"traits": {"email": email}}})
    shop.leaves_basket(email, "c1", at=MORNING + MINUTE)
    shop.pass_until(MORNING + 2 * DAY)
    assert shop.messages(email) == []


def test_somebody_in_the_holdout_is_measured_and_left_in_peace(shop: Shopfront) -> None:
    email = shop.somebody(HOLDOUT)
    shop.signs_up(email)
    shop.leaves_basket(email, "c1")
    shop.pass_until(MORNING + 6 * DAY)
    assert shop.messages(email) == []
    (entry,) = shop.rows("SELECT * FROM entries")
    assert entry["arm"] == HOLDOUT
    reasons = {row["reason"] for row in shop.rows("SELECT reason FROM exits")}
    assert reasons == {"finished"}


def test_somebody_who_never_agreed_is_left_in_peace(shop: Shopfront) -> None:
    email = shop.somebody()
    shop.leaves_basket(email, "c1")
    shop.pass_until(MORNING + 6 * DAY)
    assert shop.messages(email) == []
    assert shop.rows("SELECT * FROM entries") == []


def test_three_messages_about_one_basket_keep_the_caps_and_then_end(shop: Shopfront) -> None:
    email = shop.somebody(USUAL)
    written_to(shop, email)
    shop.pass_until(MORNING + 9 * DAY)
    sent = [row["at"] for row in shop.rows("SELECT at FROM messages ORDER BY at")]
    assert len(sent) == 3
    assert all(b - a >= 20 * HOUR for a, b in pairwise(sent))
    assert shop.state(email).runs == ()
