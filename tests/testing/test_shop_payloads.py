"""What the simulated shop sends, as the sources read it, and the year it exports."""

from __future__ import annotations

import base64
import csv
import hashlib
import hmac
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from shop_world import CHEAPER, FOREVER, a_shop, pester

from rapport.adapters.sources import klaviyo, segment, shopify
from rapport.core.events import CheckoutStarted, OrderPlaced
from rapport.ports import Parsed
from rapport.testing.shop import ShopRequest, sign


@pytest.fixture(scope="module")
def requests() -> list[ShopRequest]:
    return pester(a_shop(customers=600, response="fatigue"), CHEAPER, times=5)


def parsed(request: ShopRequest) -> Parsed | None:
    """What our own source makes of a request; None for a reader's click or way out."""
    if request.path.startswith("/v1/"):
        return segment.parse(request.path.removeprefix("/v1/"), request.body, request.at)
    if request.path == "/api/events":
        return klaviyo.parse_event(request.body, request.at)
    if request.path == "/webhooks/shopify":
        topic, webhook = (request.headers[f"X-Shopify-{name}"] for name in ("Topic", "Webhook-Id"))
        return shopify.parse(topic, request.body, request.at, webhook)
    return None


def test_our_sources_take_every_request_whole(requests: list[ShopRequest]) -> None:
    kinds: Counter[str] = Counter()
    for request in requests:
        told = parsed(request)
        if told is None:
            assert request.path.startswith(("/c/", "/u/"))
            continue
        assert not told.refused
        assert told.incoming
        kinds.update(type(incoming.event.body).__name__ for incoming in told.incoming)
    assert {
        "ProductViewed", "CollectionViewed", "CartChanged", "CheckoutStarted", "OrderPlaced",
        "OrderRefunded", "ConsentChanged", "ProfileChanged", "MessageComplained",
    } <= set(kinds)  # fmt: skip


def test_an_order_told_by_several_systems_is_worth_the_same_in_each(
    requests: list[ShopRequest],
) -> None:
    told: dict[str, dict[str, tuple[int, int]]] = {}
    for request in requests:
        for incoming in (parsed(request) or Parsed()).incoming:
            body = incoming.event.body
            if isinstance(body, OrderPlaced):
                by_source = told.setdefault(body.order_id, {})
                by_source[incoming.event.source] = (
                    body.total,
                    sum(li.quantity for li in body.lines),
                )
    assert all(len(set(by_source.values())) == 1 for by_source in told.values())
    assert {source for by_source in told.values() for source in by_source} == {
        "shopify", "segment", "klaviyo",
    }  # fmt: skip
    shares = [len(by_source) > 1 for by_source in told.values()]
    assert 0.4 < sum(shares) / len(shares) < 0.8


def test_a_checkout_webhook_holds_the_lines_the_way_back_and_the_consent(
    requests: list[ShopRequest],
) -> None:
    agreed = []
    for request in requests:
        if request.headers.get("X-Shopify-Topic") != "checkouts/create":
            continue
        body = msgspec.json.decode(request.body)
        lines = sum(float(li["price"]) * li["quantity"] for li in body["line_items"])
        assert float(body["subtotal_price"]) == pytest.approx(lines)
        assert body["token"] in body["abandoned_checkout_url"]
        assert body["email"] == body["customer"]["email"]
        agreed.append(body["buyer_accepts_marketing"])
        event, started = next(
            (i.event, i.event.body)
            for i in (parsed(request) or Parsed()).incoming
            if isinstance(i.event.body, CheckoutStarted)
        )
        assert started.total == round(float(body["subtotal_price"]) * 100)
        assert 0 <= request.at - event.at < 3_600_000 * 2
    assert 0.7 < sum(agreed) / len(agreed) < 0.9


def test_some_requests_come_late_and_some_twice_with_the_same_id(
    requests: list[ShopRequest],
) -> None:
    ids: Counter[str] = Counter()
    late = 0
    for request in requests:
        for incoming in (parsed(request) or Parsed()).incoming[:1]:
            ids[incoming.event.id] += 1
            late += request.at - incoming.event.at > 60_000
    twice = sum(count > 1 for count in ids.values()) / len(ids)
    assert 0.01 < twice < 0.03
    assert max(ids.values()) == 2
    assert 0.02 < late / len(ids) < 0.12


def test_a_request_that_comes_twice_is_the_same_to_the_byte(requests: list[ShopRequest]) -> None:
    bodies: dict[str, bytes] = {}
    repeated = 0
    for request in requests:
        key = request.headers.get("X-Shopify-Webhook-Id", "")
        if key:
            repeated += key in bodies
            assert bodies.setdefault(key, request.body) == request.body
    assert repeated


def test_nobody_is_named_in_an_anonymous_visit_before_its_checkout() -> None:
    shop = a_shop(customers=200, anonymous_share=1.0)
    names = [customer.email.encode() for customer in shop.customers]
    browsing = [
        r
        for r in shop.requests_until(FOREVER)
        if r.path == "/v1/page" or b'"Product Viewed"' in r.body
    ]
    assert browsing
    assert not any(b"userId" in r.body for r in browsing)
    assert not any(name in r.body for r in browsing for name in names)


def test_a_webhook_is_signed_with_the_shops_secret_and_so_is_one_signed_afterwards() -> None:
    signed = a_shop(customers=60, shopify_secret="s3cret").requests_until(FOREVER)
    plain = a_shop(customers=60).requests_until(FOREVER)
    webhooks = [r for r in signed if r.path == "/webhooks/shopify"]
    assert webhooks
    for request in webhooks:
        digest = hmac.digest(b"s3cret", request.body, hashlib.sha256)
        assert request.headers["X-Shopify-Hmac-Sha256"] == base64.b64encode(digest).decode()
    assert [sign(r, "s3cret") for r in plain if r.path == "/webhooks/shopify"] == webhooks


def test_the_export_of_the_year_before_adds_up(tmp_path: Path) -> None:
    shop = a_shop(customers=800)
    path = tmp_path / "orders.csv"
    rows = shop.write_history(path)
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == rows
    heads = [line for line in lines if line["Total"]]
    by_name: dict[str, float] = {}
    for line in lines:
        amount = float(line["Lineitem price"]) * int(line["Lineitem quantity"])
        by_name[line["Name"]] = by_name.get(line["Name"], 0.0) + amount
    assert len(by_name) == len(heads) < len(lines)
    for head in heads:
        goods = by_name[head["Name"]] - float(head["Discount Amount"])
        assert float(head["Subtotal"]) == pytest.approx(goods, abs=0.011)
        assert float(head["Total"]) == pytest.approx(goods + float(head["Shipping"]), abs=0.011)
        assert bool(head["Discount Code"]) == (float(head["Discount Amount"]) > 0)
    created = [head["Created at"] for head in heads]
    assert created == sorted(created, reverse=True)
    assert "2025-03-02" < min(created) < max(created) < "2026-03-02"
    assert any(head["Cancelled at"] for head in heads)
    assert any(float(head["Refunded Amount"]) > 0 and not head["Cancelled at"] for head in heads)
    unnamed = sum(not head["Email"] for head in heads) / len(heads)
    assert 0.01 < unnamed < 0.06


def test_the_export_shows_the_same_people_and_their_leanings(tmp_path: Path) -> None:
    shop = a_shop(customers=900)
    path = tmp_path / "orders.csv"
    shop.write_history(path)
    with path.open(encoding="utf-8", newline="") as file:
        heads = [line for line in csv.DictReader(file) if line["Total"] and line["Email"]]
    orders = Counter(head["Email"] for head in heads)
    codes = Counter(head["Email"] for head in heads if head["Discount Code"])
    known = {customer.email: customer for customer in shop.customers}
    assert set(orders) <= {email for email, customer in known.items() if not customer.is_new}

    def share(emails: list[str]) -> float:
        return sum(codes[email] for email in emails) / sum(orders[email] for email in emails)

    thrifty = [email for email in orders if known[email].taste.thrift > 0.6]
    easy = [email for email in orders if known[email].taste.thrift < 0.3]
    assert share(thrifty) > 2 * share(easy)
    loyal = [orders[email] for email in orders if known[email].taste.loyalty > 0.6]
    fleeting = [orders[email] for email in orders if known[email].taste.loyalty < 0.4]
    assert sum(loyal) / len(loyal) > 1.5 * sum(fleeting) / len(fleeting)
