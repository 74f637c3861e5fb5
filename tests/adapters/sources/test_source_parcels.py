"""Parcels that are late, and that came, as each source tells of them."""

from __future__ import annotations

import json

import pytest

from rapport.adapters.sources import klaviyo, segment, shopify
from rapport.adapters.sources.times import instant
from rapport.core.events import AnyBody, ParcelChanged
from rapport.errors import RefusedInputError

NOW = instant("2026-09-21T12:00:00Z") or 0


def segment_body(name: str, properties: dict[str, object]) -> AnyBody:
    call = {"type": "track", "event": name, "userId": "u1", "properties": properties}
    (incoming,) = segment.parse("track", json.dumps(call).encode(), NOW).incoming
    return incoming.event.body


def klaviyo_body(name: str, properties: dict[str, object]) -> AnyBody:
    attributes = {
        "metric": {"data": {"type": "metric", "attributes": {"name": name}}},
        "profile": {"data": {"type": "profile", "attributes": {"email": "a@example.com"}}},
        "properties": properties,
        "time": "2026-09-21T11:00:00Z",
    }
    document = {"data": {"type": "event", "attributes": attributes}}
    parsed = klaviyo.parse_event(json.dumps(document).encode(), NOW)
    return parsed.incoming[0].event.body


def shopify_step(**told: object) -> shopify.Parsed:
    step = {"id": 7, "happened_at": "2026-09-21T11:00:00Z", **told}
    return shopify.parse("fulfillment_events/create", json.dumps(step).encode(), NOW, "w1")


@pytest.mark.parametrize("body_of", [segment_body, klaviyo_body])
@pytest.mark.parametrize(
    ("name", "delayed"), [("Parcel Delayed", True), ("Parcel Delivered", False)]
)
def test_a_parcel_is_late_and_comes(body_of: object, name: str, delayed: bool) -> None:
    assert callable(body_of)
    assert body_of(name, {"parcel_id": "p1"}) == ParcelChanged("p1", delayed=delayed)
    assert body_of(name, {"order_id": 77}) == ParcelChanged("77", delayed=delayed)
    assert body_of(name, {}) == ParcelChanged("parcel", delayed=delayed)


def test_other_names_of_the_same() -> None:
    assert segment_body("Shipment Delayed", {"shipment_id": "s"}) == ParcelChanged("s")
    came = ParcelChanged("s", delayed=False)
    assert segment_body("shipment delivered", {"shipment_id": "s"}) == came
    assert klaviyo_body("Delayed Shipment", {"ShipmentId": "s"}) == ParcelChanged("s")
    assert klaviyo_body("Delivered Shipment", {"ShipmentId": "s"}) == came


@pytest.mark.parametrize(
    ("status", "delayed"),
    [("delayed", True), ("DELAYED", True), ("delivered", False), ("picked_up", False),
     ("ready_for_pickup", False)],
)  # fmt: skip
def test_a_step_of_a_fulfilment_tells_of_the_parcel(status: str, delayed: bool) -> None:
    (incoming,) = shopify_step(status=status, order_id=450, fulfillment_id=25).incoming
    assert incoming.event.body == ParcelChanged("25", delayed=delayed)
    assert incoming.event.at == instant("2026-09-21T11:00:00Z")
    assert [(i.kind, i.value) for i in incoming.identifiers] == [("order", "450")]


@pytest.mark.parametrize("status", ["in_transit", "label_printed", "", "late"])
def test_other_steps_are_of_no_use_and_not_refused(status: str) -> None:
    parsed = shopify_step(status=status, order_id=450, fulfillment_id=25)
    assert (parsed.incoming, parsed.refused) == ((), ())
    assert parsed.ignored


def test_a_late_parcel_of_nobody_is_refused_with_its_place() -> None:
    with pytest.raises(RefusedInputError, match="order_id"):
        shopify_step(status="delayed", fulfillment_id=25)
