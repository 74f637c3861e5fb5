"""Several brands send at once: what is marked as being sent has been begun, and nobody starves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Lock

import pytest
from dispatch_world import DUE_AT, DispatchWorld
from msgspec.structs import replace

from rapport.core.creative.message import Message
from rapport.core.events import Contact
from rapport.core.time import MINUTE
from rapport.ports import Delivery
from rapport.testing import examples as ex

AT_ONCE = 3
PEOPLE = ("ada", "ben", "cid", "dot", "eve")


class SlowPost:
    """Sends nothing until it is `open`."""

    name = "slow"

    def __init__(self) -> None:
        self.open = Event()
        self._lock = Lock()
        self._begun: list[Message] = []

    def send(self, message: Message, to: Contact) -> None:
        with self._lock:
            self._begun.append(message)
        assert self.open.wait(30)

    def status(self, key: str) -> Delivery:
        return Delivery.UNKNOWN

    def begun(self, brand: str) -> set[str]:
        with self._lock:
            return {message.key for message in self._begun if message.brand == brand}


class Brands:
    """Brands over one store and one slow sender, with as many people each."""

    def __init__(self, folder: Path, *keys: str) -> None:
        self.world, self.keys, self.post = DispatchWorld(folder, AT_ONCE), keys, SlowPost()
        self.world.dispatcher._sender = self.post
        for key in keys:
            blueprint = ex.blueprint(of=ex.brand(key=key, arms=ex.USUAL_ONLY))
            policy, catalogue = self.world.blueprint.policies[0], blueprint.catalogues[0]
            with self.world.store.transaction() as transaction:
                if key != self.world.blueprint.brand:
                    transaction.publish(key, policy)
                    transaction.publish(key, replace(blueprint.releases[0]))
                    transaction.publish(key, catalogue)
            with self.of(key) as world:
                world.clock.at = DUE_AT - ex.QUIET_WAIT
                world.plan(*PEOPLE)

    @contextmanager
    def of(self, key: str) -> Iterator[DispatchWorld]:
        self.world.brand = key
        yield self.world

    def tick(self, key: str) -> None:
        self.world.clock.at = DUE_AT
        self.world.host.tick(key)

    def sending(self, key: str) -> set[str]:
        rows = self.world.records.outbox(key)
        return {row.key for row in rows if row.status == "sending"}

    def statuses(self, key: str) -> list[str]:
        return sorted(row.status for row in self.world.records.messages(key))

    def close(self) -> None:
        self.post.open.set()
        for key in self.keys:
            assert self.world.host.finish(key, 30) == 0
        self.world.close()


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Brands]:
    brands = Brands(tmp_path, ex.BRAND_KEY, "quay", "pier")
    yield brands
    brands.close()


def test_what_is_marked_as_being_sent_has_been_begun_whatever_other_brands_send(
    three: Brands,
) -> None:
    for _ in range(3):
        for key in three.keys:
            three.tick(key)
            assert {one: three.sending(one) for one in three.keys} == {
                one: three.post.begun(one) for one in three.keys
            }
    begun = [len(three.post.begun(key)) for key in three.keys]
    assert begun == [AT_ONCE, 1, 1]


def test_no_brand_waits_for_the_slow_mail_of_another_and_all_of_it_goes_out(
    three: Brands,
) -> None:
    for key in three.keys:
        three.tick(key)
        assert three.post.begun(key)
    three.post.open.set()
    for _ in range(len(PEOPLE)):
        for key in three.keys:
            three.tick(key)
    assert [three.statuses(key) for key in three.keys] == [["sent"] * len(PEOPLE)] * 3


def test_the_end_waits_for_a_message_for_a_while_and_leaves_it_to_the_next_start(
    three: Brands,
) -> None:
    (key, *_) = three.keys
    three.tick(key)
    assert three.world.host.finish(key, 0.05) == AT_ONCE
    assert len(three.sending(key)) == AT_ONCE


def test_a_message_that_takes_long_is_told_of_once(
    three: Brands, capsys: pytest.CaptureFixture[str]
) -> None:
    (key, *_) = three.keys
    three.tick(key)
    for minutes in (1, 2, 3):
        three.world.clock.at = DUE_AT + minutes * MINUTE
        three.world.host.tick(key)
    told = capsys.readouterr()
    lines = [line for line in (told.out + told.err).splitlines() if "a message takes long" in line]
    assert len(lines) == AT_ONCE
    assert all(sum(one in line for line in lines) == 1 for one in three.sending(key))
