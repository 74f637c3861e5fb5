"""Whether somebody may choose what they get is asked of their state: who has left gets nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from dispatch_world import LEFT_AT, DispatchWorld

from rapport.app.messages.declining import kinds_for
from rapport.core.events import Body, ConsentChanged, MessageComplained
from rapport.core.time import HOUR
from rapport.testing import examples as ex

LEAVES = ConsentChanged("email", "unsubscribed", method="preference_page")
ASKS = ConsentChanged("email", "subscribed", method="form")


@pytest.mark.parametrize(
    ("told", "left"),
    [((), False), ((LEAVES,), True), ((LEAVES, ASKS), False), ((MessageComplained(""),), True)],
)
def test_who_has_left_is_known_to_have_until_they_ask_again(
    told: tuple[Body, ...], left: bool, tmp_path: Path
) -> None:
    world = DispatchWorld(tmp_path)
    world.leave_basket("ada")
    for number, body in enumerate(told):
        world.tell("ada", ex.event(f"e{number}", LEFT_AT + number * HOUR, body))
    with world.store.transaction() as transaction:
        assert kinds_for(transaction, world.blueprint, "ada").left is left
    world.close()
