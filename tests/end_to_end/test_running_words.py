"""Words that are changed and published meanwhile: who is in a flow goes on as they began."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from shopfront import BRAND, Shopfront

from rapport.app.frameworks.editing import Order
from rapport.bootstrap.desks.frameworks import FrameworkDesk
from rapport.core.creative.editing import EditWords
from rapport.core.oversight.people import OWNER, PUBLISHER, Actor
from rapport.core.time import HOUR, MINUTE

ME = Actor(OWNER, PUBLISHER)
OLD, NEW = "Your Dinner Plate is saved", "It is all where you left it"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shopfront]:
    shop = Shopfront(tmp_path)
    yield shop
    shop.installation.close()


def change_and_publish(shop: Shopfront) -> None:
    desk = FrameworkDesk(shop.installation)
    file = desk.open(BRAND, "checkout")
    assert file is not None
    (usual,) = [
        one for one in file.passages if "Your basket is saved" in one.words.get("subject", "")
    ]
    change = EditWords(usual.id, usual.bound, {"subject": NEW})
    desk.save(BRAND, Order("checkout", file.edition, change), ME)
    desk.publish(BRAND, ME, desk.changes(BRAND).seen)


def test_a_message_that_was_begun_keeps_its_words_and_the_next_one_has_the_new_ones(
    shop: Shopfront,
) -> None:
    first, second = shop.somebody(number=0), shop.somebody(number=1)
    for email in (first, second):
        shop.signs_up(email)
    shop.leaves_basket(first, "c1")
    shop.pass_until(shop.clock.now() + 10 * MINUTE)
    change_and_publish(shop)
    shop.pass_until(shop.clock.now() + 10 * MINUTE)
    shop.leaves_basket(second, "c2")
    shop.pass_until(shop.clock.now() + 3 * HOUR)
    assert [message.subject for message in shop.messages(first)] == [OLD]
    assert [message.subject for message in shop.messages(second)] == [NEW]
