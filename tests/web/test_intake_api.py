from __future__ import annotations

import base64
import gzip
import hashlib
import hmac
import json

import pytest

from rapport.core.events import ProductViewed
from rapport.errors import TemporaryError

TRACK = {
    "type": "track",
    "event": "Product Viewed",
    "messageId": "e1",
    "userId": "u1",
    "timestamp": "2025-11-24T15:59:00Z",
    "properties": {"product_id": "p1", "name": "Tea", "price": 9.5},
}
NO_WORDS = {"type": "track", "messageId": "e2", "userId": "u1"}
AUTH = ("wk1", "")


def event(**changes):
    return {**TRACK, **changes}


def order(world, secret="new", body=None, **headers):
    body = body or json.dumps(
        {"id": 1, "email": "ada@example.com", "created_at": "2025-11-24T15:00:00Z",
         "currency": "GBP", "total_price": "9.50", "subtotal_price": "9.50", "line_items": []}
    ).encode()  # fmt: skip
    signed = base64.b64encode(hmac.digest(secret.encode(), body, hashlib.sha256)).decode()
    sent = {
        "X-Shopify-Topic": "orders/create",
        "X-Shopify-Shop-Domain": "north.myshopify.com",
        "X-Shopify-Hmac-Sha256": signed,
        "X-Shopify-Webhook-Id": "w1",
        **headers,
    }
    return world.ask("POST", "/webhooks/shopify", content=body, headers=sent)


def metric(**attributes):
    return {
        "data": {
            "type": "event",
            "attributes": {
                "metric": {"data": {"type": "metric", "attributes": {"name": "Viewed Product"}}},
                "profile": {"data": {"type": "profile", "attributes": {"external_id": "u1"}}},
                "time": "2025-11-24T15:59:00Z",
                "properties": {"ProductID": "p1", "ProductName": "Tea"},
                **attributes,
            },
        }
    }


def is_problem(response, status):
    document = response.json()
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert document["status"] == status
    assert document["title"]
    assert len(document["detail"]) > 20
    return document


def test_a_segment_event_is_handed_in_for_the_brand_of_its_write_key(world) -> None:
    response = world.ask("POST", "/v1/track", json=TRACK, auth=AUTH)
    assert (response.status_code, response.json()) == (200, {"success": True})
    ((brand, incoming),) = world.intake.taken
    assert brand == "north"
    assert isinstance(incoming.event.body, ProductViewed)
    assert incoming.event.body.line.unit_price == 950


def test_the_other_brands_key_hands_in_for_the_other_brand(world) -> None:
    world.ask("POST", "/v1/track", json=TRACK, auth=("wk2", "any password"))
    assert [brand for brand, _ in world.intake.taken] == ["south"]


def test_a_browser_may_send_the_write_key_in_the_body_to_a_short_address(world) -> None:
    text = {"Content-Type": "text/plain"}
    body = json.dumps({**TRACK, "writeKey": "wk1"})
    response = world.ask("POST", "/v1/t", content=body, headers=text)
    assert response.status_code == 200
    assert response.headers["access-control-allow-origin"] == "*"
    assert len(world.intake.taken) == 1


def test_a_browser_is_told_that_it_may_send(world) -> None:
    response = world.ask("OPTIONS", "/v1/track")
    assert response.status_code == 200
    assert "authorization" in response.headers["access-control-allow-headers"]


@pytest.mark.parametrize("auth", [None, ("", ""), ("unknown", ""), ("wk1 ", "")])
def test_without_a_known_write_key_nothing_is_taken(auth, world) -> None:
    problem = is_problem(world.ask("POST", "/v1/track", json=TRACK, auth=auth), 401)
    assert problem["where"] == "Authorization"
    assert world.intake.taken == []


@pytest.mark.parametrize("header", ["Basic", "Basic !!!", "Basic /w==", "Bearer wk1", "\xff"])
def test_an_odd_authorization_header_is_a_plain_401(header, world) -> None:
    response = world.ask(
        "POST", "/v1/track", json=TRACK, headers={b"Authorization": header.encode("latin-1")}
    )
    is_problem(response, 401)


def test_the_good_part_of_a_batch_is_kept_and_the_bad_part_is_named(world) -> None:
    batch = {"batch": [event(messageId="a"), NO_WORDS, event(messageId="b")]}
    response = world.ask("POST", "/v1/batch", json=batch, auth=AUTH)
    assert response.status_code == 200
    answer = response.json()
    assert answer["success"] is True
    (refused,) = answer["refused"]
    assert refused["where"].startswith("batch[1]")
    assert refused["expected"]
    assert len(world.intake.taken) == 2


def test_a_batch_of_which_nothing_can_be_taken_is_a_problem(world) -> None:
    response = world.ask("POST", "/v1/batch", json={"batch": [NO_WORDS]}, auth=AUTH)
    problem = is_problem(response, 400)
    assert problem["refused"][0]["where"].startswith("batch[0]")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff", b"null", b'{"batch": 3}'])
def test_what_is_no_segment_call_is_a_problem_that_says_why(body, world) -> None:
    for call in ("track", "batch"):
        is_problem(world.ask("POST", f"/v1/{call}", content=body, auth=AUTH), 400)
    assert world.intake.taken == []


def test_a_group_call_is_understood_and_does_nothing(world) -> None:
    group = {"type": "group", "groupId": "g", "userId": "u", "messageId": "m"}
    assert world.ask("POST", "/v1/group", json=group, auth=AUTH).status_code == 200
    assert world.intake.taken == []


def test_a_packed_body_is_unpacked(world) -> None:
    packed = gzip.compress(json.dumps(TRACK).encode())
    gz = {"Content-Encoding": "gzip"}
    assert world.ask("POST", "/v1/track", content=packed, headers=gz, auth=AUTH).status_code == 200
    assert len(world.intake.taken) == 1


@pytest.mark.parametrize(
    ("encoding", "content", "status"),
    [
        ("gzip", gzip.compress(b"0" * 50_000_000, mtime=0), 413),
        ("gzip", b"not gzip", 400),
        ("gzip", gzip.compress(b"{}" * 99, mtime=0)[:-9], 400),
        ("br", b"?", 415),
    ],
)
def test_a_packed_body_that_is_a_bomb_or_broken_is_refused(
    encoding, content, status, world
) -> None:
    headers = {"Content-Encoding": encoding}
    response = world.ask("POST", "/v1/batch", content=content, headers=headers, auth=AUTH)
    is_problem(response, status)


def test_a_body_beyond_the_limit_is_refused_even_if_its_length_is_not_told(world) -> None:
    handed = 0

    async def endless():
        nonlocal handed
        while True:
            handed += 1
            yield b"x" * 65_536

    response = world.ask("POST", "/v1/batch", content=endless(), auth=AUTH)
    is_problem(response, 413)
    assert response.headers["connection"] == "close"
    assert handed < 20


def test_what_cannot_be_committed_now_is_asked_for_again_later(world) -> None:
    world.intake.fails = TemporaryError("The disk is full. Make room.", retry_after_seconds=7)
    response = world.ask("POST", "/v1/track", json=TRACK, auth=AUTH)
    assert "disk" in is_problem(response, 503)["detail"]
    assert response.headers["retry-after"] == "7"


def test_an_unknown_address_and_a_wrong_method_are_problems(world) -> None:
    is_problem(world.ask("POST", "/v1/nonsense", json=TRACK, auth=AUTH), 404)
    is_problem(world.ask("GET", "/v2/track"), 404)
    for path in ("/v1/track", "/api/events", "/webhooks/shopify"):
        response = world.ask("GET", path)
        is_problem(response, 405)
        assert "POST" in response.headers["allow"]


def test_a_mistake_of_ours_is_a_problem_that_tells_nothing_of_the_inside(world) -> None:
    def broken(*_, **__):
        raise RuntimeError("password hunter2")

    world.change(parse_segment=broken)
    response = world.ask("POST", "/v1/track", json=TRACK, auth=AUTH)
    is_problem(response, 500)
    assert "hunter2" not in response.text


def test_a_klaviyo_event_is_accepted_with_202(world) -> None:
    headers = {"Authorization": "Klaviyo-API-Key pk_1", "revision": "2026-07-15"}
    response = world.ask("POST", "/api/events", json=metric(), headers=headers)
    assert (response.status_code, response.content) == (202, b"")
    ((brand, incoming),) = world.intake.taken
    assert brand == "north"
    assert isinstance(incoming.event.body, ProductViewed)


@pytest.mark.parametrize("key", ["", "pk_1", "Klaviyo-API-Key pk_2", "Klaviyo-API-Key wk1"])
def test_a_klaviyo_event_without_a_known_key_is_refused(key, world) -> None:
    response = world.ask("POST", "/api/events", json=metric(), headers={"Authorization": key})
    is_problem(response, 401)
    assert world.intake.taken == []


def test_a_klaviyo_body_that_cannot_be_read_is_a_problem(world) -> None:
    headers = {"Authorization": "Klaviyo-API-Key pk_1"}
    is_problem(world.ask("POST", "/api/events", json={"data": 1}, headers=headers), 400)


@pytest.mark.parametrize("secret", ["new", "old"])
def test_a_signed_shopify_webhook_is_taken_under_the_new_and_the_old_secret(secret, world) -> None:
    assert order(world, secret).status_code == 200
    assert {brand for brand, _ in world.intake.taken} == {"north"}


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Shopify-Hmac-Sha256": "AAAA"},
        {"X-Shopify-Hmac-Sha256": ""},
        {"X-Shopify-Shop-Domain": "other.myshopify.com"},
        {"X-Shopify-Shop-Domain": ""},
    ],
)
def test_a_webhook_that_is_not_signed_for_this_shop_is_refused(headers, world) -> None:
    is_problem(order(world, **headers), 401)
    is_problem(order(world, "wrong secret"), 401)
    assert world.intake.taken == []


def test_shopify_headers_are_known_without_their_x(world) -> None:
    body = b'{"id": 1, "created_at": "2025-11-24T15:00:00Z"}'
    signed = base64.b64encode(hmac.digest(b"new", body, hashlib.sha256)).decode()
    headers = {
        "Shopify-Topic": "app/uninstalled",
        "Shopify-Shop-Domain": "NORTH.myshopify.com",
        "Shopify-Hmac-Sha256": signed,
    }
    assert world.ask("POST", "/webhooks/shopify", content=body, headers=headers).status_code == 200


def test_health_is_the_process_and_readiness_is_the_rest(world) -> None:
    assert world.ask("GET", "/healthz").status_code == 200
    assert world.ask("GET", "/readyz").status_code == 200
    world.trouble = "The database cannot be opened. Look at the disk."
    assert world.ask("GET", "/healthz").status_code == 200
    assert "database" in is_problem(world.ask("GET", "/readyz"), 503)["detail"]
