"""However stops, resumptions and rounds of sending follow on each other: nothing that is stopped is
handed over, nothing is handed over twice, and each message comes to an end."""

from __future__ import annotations

import contextlib
from pathlib import Path
from tempfile import TemporaryDirectory

from dispatch_world import DUE_AT, DispatchWorld
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.app.stopping.stops import resume, stop
from rapport.core.creative.message import Message
from rapport.core.events import Contact
from rapport.core.oversight.audit import Act
from rapport.core.oversight.stopping import BRAND, EVERYTHING, FLOW, FRAMEWORK, MESSAGE, Switch
from rapport.core.time import DAY, HOUR, MINUTE
from rapport.errors import DeliveryError, UserError
from rapport.testing import examples as ex

PEOPLE = ("ada", "bea", "cyd")
KINDS = (EVERYTHING, BRAND, FLOW, FRAMEWORK, MESSAGE)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("stop", "resume", "tick", "tick", "fail")),
        st.sampled_from(KINDS),
        st.integers(0, len(PEOPLE) - 1),
        st.sampled_from((1, 20 * MINUTE, 2 * HOUR)),
    ),
    max_size=14,
)


class StrictPost:
    """Minds what it is handed."""

    name = "post"

    def __init__(self, world: DispatchWorld) -> None:
        self._world = world
        self.sent: list[str] = []
        self.failing = False

    def send(self, message: Message, _to: Contact) -> None:
        world = self._world
        for one in world.store.stops(world.brand):
            keys = {FLOW: message.flow, FRAMEWORK: ex.FRAMEWORK.key, MESSAGE: message.key}
            kind = one.switch.kind
            assert kind not in (EVERYTHING, BRAND)
            assert keys[kind] != one.switch.key
        if self.failing:
            raise DeliveryError("The mail server is busy.")
        self.sent.append(message.key)


def switch(kind: str, key: str) -> Switch:
    keys = {FLOW: ex.FLOW, FRAMEWORK: ex.FRAMEWORK.key, MESSAGE: key}
    return Switch(kind, keys.get(kind, ""))


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_whatever_is_stopped_is_not_handed_over_and_all_comes_to_an_end(
    steps: list[tuple[str, str, int, int]],
) -> None:
    with TemporaryDirectory() as folder:
        world = DispatchWorld(Path(folder))
        post = StrictPost(world)
        world.dispatcher._sender = post  # type: ignore[assignment] only `send` is asked of it
        world.plan(*PEOPLE)
        keys = sorted(row.key for row in world.outbox())
        now = DUE_AT
        for did, kind, who, later in steps:
            now += later
            world.clock.at = now
            if did == "tick":
                world.tick(now)
            elif did == "fail":
                post.failing = not post.failing
            else:
                act, do = Act("Nell", "a good reason", now), stop if did == "stop" else resume
                with contextlib.suppress(UserError), world.store.transaction() as transaction:
                    do(transaction, world.brand, switch(kind, keys[who]), act)
            waiting = {row.key for row in world.outbox()}
            assert all((key in waiting) != (key in world_ended(world)) for key in keys)
        for later in (DAY, DAY + HOUR, 9 * DAY):
            world.tick(now + later)
        assert set(keys) <= world_ended(world)
        assert len(post.sent) == len(set(post.sent))
        with world.store.transaction() as transaction:
            told = [row.event.body for who in PEOPLE for row in transaction.log(world.brand, who)]
        results = [body.message for body in told if hasattr(body, "message")]
        assert len(results) == len(set(results))
        world.close()


def world_ended(world: DispatchWorld) -> set[str]:
    """Messages of which it is known what became of them."""
    rows = world.records.messages(world.brand, limit=1_000)
    return {row.key for row in rows if row.status in ("sent", "stopped", "unclear")}
