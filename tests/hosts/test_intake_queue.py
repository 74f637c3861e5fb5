"""Group commit: everybody is answered for what they handed in, and for nothing else."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence

import pytest

from rapport.core.events import Event, Incoming, PageViewed
from rapport.errors import RapportError, RefusedInputError, TemporaryError
from rapport.hosts.intake_queue import MAX_EVENTS, MAX_WAITING, IntakeQueue
from rapport.ports import Receipt


def events(*names: str) -> tuple[Incoming, ...]:
    return tuple(Incoming(Event(name, 1, "segment", PageViewed()), ()) for name in names)


def many(count: int, name: str) -> tuple[Incoming, ...]:
    return events(*(f"{name}{number}" for number in range(count)))


class Host:
    """Commits into lists. The first commit waits for `gate`, so that requests gather behind it."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.commits: list[tuple[str, list[list[str]]]] = []
        self.errors: dict[str, Exception] = {}
        self.queue = IntakeQueue(self.take_in)

    def take_in(self, brand: str, groups: Sequence[Sequence[Incoming]]) -> list[Receipt]:
        assert self.gate.wait(30)
        names = [[one.event.id for one in group] for group in groups]
        for name in (name for group in names for name in group):
            if name in self.errors:
                raise self.errors[name]
        self.commits.append((brand, names))
        return [Receipt(accepted=len(group)) for group in groups]

    def flat(self, brand: str) -> list[str]:
        """The events of a brand in the order in which they were committed."""
        return [n for b, groups in self.commits if b == brand for group in groups for n in group]

    async def ask(self, *requests: tuple[str, tuple[Incoming, ...]]) -> list[object]:
        """Hands requests in one after the other, the gate shut; then opens it."""
        tasks = []
        for brand, incoming in requests:
            tasks.append(asyncio.create_task(self.queue.submit(brand, incoming)))
            await asyncio.sleep(0)
        self.gate.set()
        return list(await asyncio.gather(*tasks, return_exceptions=True))


@pytest.fixture
def host() -> Host:
    return Host()


def test_requests_that_arrive_together_share_a_commit_and_keep_their_order(host: Host) -> None:
    requests = [("a", events(f"e{n}", f"f{n}")) for n in range(6)]
    receipts = asyncio.run(host.ask(*requests))
    assert receipts == [Receipt(accepted=2)] * 6
    assert len(host.commits) == 2
    assert host.flat("a") == [f"{x}{n}" for n in range(6) for x in "ef"]


def test_nothing_handed_in_is_nothing_to_commit(host: Host) -> None:
    assert asyncio.run(host.queue.submit("a", ())) == Receipt()
    assert host.commits == []


def test_one_bad_request_fails_alone(host: Host) -> None:
    host.errors["bad"] = RefusedInputError("It cannot be.")
    requests = [("a", events(name)) for name in ("first", "one", "bad", "two")]
    first, one, bad, two = asyncio.run(host.ask(*requests))
    assert (first, one, two) == (Receipt(1), Receipt(1), Receipt(1))
    assert bad is host.errors["bad"]
    assert host.flat("a") == ["first", "one", "two"]


def test_a_mistake_of_ours_reaches_only_who_met_it_and_says_that_nothing_was_kept(
    host: Host,
) -> None:
    host.errors["bad"] = KeyError("oh")
    first, bad, two = asyncio.run(host.ask(*(("a", events(n)) for n in ("first", "bad", "two"))))
    assert (first, two) == (Receipt(1), Receipt(1))
    assert isinstance(bad, RapportError)
    assert "could not be written" in str(bad)
    assert isinstance(bad.__cause__, KeyError)


def test_a_full_disk_is_told_to_everybody_who_waits_on_it(host: Host) -> None:
    host.errors["e2"] = TemporaryError("The disk is full.", retry_after_seconds=30)
    answers = asyncio.run(host.ask(*(("a", events(f"e{n}")) for n in range(4))))
    assert answers[0] == Receipt(1)
    assert answers[1:] == [host.errors["e2"]] * 3
    assert host.flat("a") == ["e0"]


def test_after_trouble_the_queue_goes_on(host: Host) -> None:
    host.gate.set()
    host.errors["bad"] = TemporaryError("The disk is full.")

    async def story() -> list[object]:
        bad = await asyncio.gather(host.queue.submit("a", events("bad")), return_exceptions=True)
        return [*bad, await host.queue.submit("a", events("good"))]

    assert asyncio.run(story()) == [host.errors["bad"], Receipt(1)]


def test_too_much_waiting_is_turned_away_and_what_waits_is_not_lost(host: Host) -> None:
    half = MAX_WAITING // 2
    under_way, one, two, over = asyncio.run(
        host.ask(("a", events("x")), ("a", many(half, "o")), ("a", many(half, "t")),
                 ("a", events("over")))
    )  # fmt: skip
    assert isinstance(over, TemporaryError)
    assert "Nothing of this request was kept" in str(over)
    assert (under_way, one, two) == (Receipt(1), Receipt(half), Receipt(half))
    assert "over" not in host.flat("a")


def test_there_is_room_again_once_it_is_written(host: Host) -> None:
    host.gate.set()

    async def story() -> list[Receipt]:
        return [await host.queue.submit("a", many(MAX_WAITING, f"{n}-")) for n in range(3)]

    assert asyncio.run(story()) == [Receipt(MAX_WAITING)] * 3


def test_brands_are_committed_apart_and_each_keeps_its_order(host: Host) -> None:
    requests = [(brand, events(f"{brand}{n}")) for n in range(4) for brand in ("a", "b")]
    assert asyncio.run(host.ask(*requests)) == [Receipt(1)] * 8
    assert host.flat("a") == ["a0", "a1", "a2", "a3"]
    assert host.flat("b") == ["b0", "b1", "b2", "b3"]


def test_a_small_request_does_not_overtake_a_large_one_before_it(host: Host) -> None:
    large = MAX_EVENTS * 2 // 3
    requests = [("a", events("first")), ("a", many(large, "l")), ("a", many(large, "m")),
                ("a", events("small"))]  # fmt: skip
    asyncio.run(host.ask(*requests))
    sizes = [sum(map(len, groups)) for _, groups in host.commits]
    assert sizes == [1, large, large + 1]
    assert host.flat("a")[-1] == "small"


def test_somebody_who_goes_away_disturbs_nobody(host: Host) -> None:
    async def story() -> Receipt:
        gone = asyncio.create_task(host.queue.submit("a", events("gone")))
        stays = asyncio.create_task(host.queue.submit("a", events("stays")))
        await asyncio.sleep(0)
        gone.cancel()
        await asyncio.sleep(0)
        host.gate.set()
        return await stays

    assert asyncio.run(story()) == Receipt(1)
    assert host.flat("a") == ["gone", "stays"]


def test_whoever_asks_while_rapport_stops_is_told_to_come_again(host: Host) -> None:
    host.queue.close()
    with pytest.raises(TemporaryError, match="stopping"):
        asyncio.run(host.queue.submit("a", events("late")))


def test_one_queue_serves_one_loop_after_another(host: Host) -> None:
    host.gate.set()
    assert [asyncio.run(host.queue.submit("a", events(f"e{n}"))) for n in range(3)] == [
        Receipt(1)
    ] * 3
