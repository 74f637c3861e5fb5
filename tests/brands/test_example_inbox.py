"""What stands in an inbox of the example brand's messages: about this person's basket, whole
whatever it holds, and each part with something of its own to say."""

from __future__ import annotations

import re

import pytest
from library import ONE, actions, blocks, framework, matter, matters, points, products, write

from rapport.app.messages.matter import Matter
from rapport.app.wording.wordable import short_title
from rapport.core.creative.facts import SHORT_TITLE
from rapport.core.creative.framework import NO_OFFER, Action
from rapport.core.events import Line

ABOUT_PRODUCTS = ("checkout", "cart", "browse", "post-purchase", "replenishment")
BASKETS = ("checkout", "cart")
MOST_NAME_IT = 0.9
"""Of the messages about a basket, in the subject or beside it."""


def in_one_visual(key: str) -> list[Action]:
    visual = framework(key).visuals[0 if key != "winback" else -1].key
    return [action for action in actions(key) if action.visual == visual]


def short(handle: str) -> str:
    return short_title(products()[handle].title, SHORT_TITLE)


@pytest.mark.parametrize("key", BASKETS)
@pytest.mark.parametrize("handle", ONE.values())
def test_nearly_every_message_about_a_basket_says_in_the_inbox_what_is_in_it(
    key: str, handle: str
) -> None:
    about = matter("cart", (handle,))
    lines = [
        f"{made.subject} {made.preheader}"
        for point in points(key)
        for action in in_one_visual(key)
        for made in [write(key, point, action, about).message]
    ]
    naming = sum(short(handle) in line for line in lines)
    assert naming / len(lines) >= MOST_NAME_IT


@pytest.mark.parametrize("key", ABOUT_PRODUCTS)
def test_two_people_with_different_things_read_different_subjects(key: str) -> None:
    about = framework(key).about
    every = [
        {
            write(key, point, action, matter(about, (handle,))).message.subject
            for point in points(key)
            for action in in_one_visual(key)
        }
        for handle in ("tea-rainy-day-earl-grey", "tea-hill-fog-oolong")
    ]
    assert len(every[0] & every[1]) <= len(every[0] | every[1]) / 2


@pytest.mark.parametrize("key", [key for key in ABOUT_PRODUCTS if key != "browse"])
@pytest.mark.parametrize("title", ["", "An Uncommonly Long Name For Something Rather Small, Grey"])
def test_what_has_no_name_or_too_long_a_one_is_written_about_all_the_same(
    key: str, title: str
) -> None:
    line = Line(product_id="unknown", title=title, quantity=1, unit_price=2_600)
    about = Matter(framework(key).about, (line,), 2_600, "GBP", "", proven=True)
    for point in points(key):
        for action in in_one_visual(key):
            written = write(key, point, action, about)
            assert written.findings == (), (point, action)
            inbox = f"{written.message.subject} {written.message.preheader}"
            assert "Uncommonly" not in inbox
            assert not re.search(r"  |\b(the|your|a|for|of)[,.:?]| [,.:?]", inbox), inbox


@pytest.mark.parametrize("key", [*ABOUT_PRODUCTS, "welcome", "winback"])
def test_no_part_says_again_what_another_says(key: str) -> None:
    for about in matters(key):
        for point in points(key):
            for action in in_one_visual(key):
                written = write(key, point, action, about)
                chosen = blocks(key, point, action)
                assert written.message.subject != chosen["headline"].text
                _apart(written.message.subject, written.message.preheader)
                heading = re.search(r"<h1[^>]*>(.*?)</h1>", written.message.html, re.DOTALL)
                if heading:
                    _apart(heading[1], written.message.subject)
                    _apart(heading[1], written.message.preheader)


def _apart(one: str, other: str) -> None:
    first, second = (" ".join(re.findall(r"[\w’]+", said.lower())) for said in (one, other))
    assert first not in second, (one, other)
    assert second not in first, (one, other)


@pytest.mark.parametrize("key", [*BASKETS, "replenishment", "welcome", "winback"])
def test_some_tones_tell_of_a_decided_offer_in_the_subject(key: str) -> None:
    about = next(iter(matters(key)))
    for offer in framework(key).offers:
        if offer == NO_OFFER:
            continue
        told = {
            action.tone
            for point in points(key)
            for action in in_one_visual(key)
            if action.offer == offer
            and blocks(key, point, action)["subject"].offers == (offer,)
            and write(key, point, action, about).message.subject
        }
        assert told, offer
