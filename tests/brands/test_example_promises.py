"""What each offer of the example brand promises, people and machines are told alike."""

from __future__ import annotations

from datetime import datetime

import pytest
from library import actions, folder, matters, points, write

from rapport.core.creative.framework import NO_OFFER
from rapport.core.creative.message import Message
from rapport.core.creative.promise import annotations_in, says_part
from rapport.core.offer import Offer

OFFERS = [offer for offer in folder().offers if offer.key != NO_OFFER]


def messages(offer: str) -> list[Message]:
    """A message with an offer of each framework that may make it, at each of its points."""
    found = []
    for one in folder().frameworks:
        for point in points(one.key):
            for action in [one for one in actions(one.key) if one.offer == offer][:2]:
                written = write(one.key, point, action, next(matters(one.key)))
                assert written.findings == ()
                found.append(written.message)
    return found


@pytest.mark.parametrize("offer", OFFERS, ids=lambda offer: offer.key)
def test_preheader_text_and_annotation_say_value_minimum_code_and_end(offer: Offer) -> None:
    minimum = f"£{offer.min_total / 100:.2f}" if offer.min_total else ""
    value = f"{offer.value}%" if offer.kind == "percent" else offer.label
    told = [part for part in (value, minimum, offer.code) if part]
    found = messages(offer.key)
    assert found
    for message in found:
        (page,) = [one for one in annotations_in(message.html) if isinstance(one, list)]
        (deal,) = [one for one in page if one["@type"] == "DiscountOffer"]
        machine = f"{deal['description']} {deal['discountCode']}"
        for part in told:
            for words in (message.preheader, message.text, machine):
                assert says_part(words, part), (part, words)
        ends = datetime.fromisoformat(deal["availabilityEnds"])
        for words in (message.preheader, message.text):
            assert f"{ends:%A} {ends.day} {ends:%B} at {ends:%H:%M}" in " ".join(words.split())
