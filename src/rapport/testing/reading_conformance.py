"""What every read side must show of what is committed beside it, whoever reads and however long.

The suite runs under pytest; a new store makes a short subclass of it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from msgspec.structs import replace

from rapport.core.effects import Ordered
from rapport.core.oversight.people import Person
from rapport.core.oversight.stopping import FLOW, Stop, Switch
from rapport.core.state import ProfileState
from rapport.ports import InTrouble, Store
from rapport.ports.history import ReadSide
from rapport.testing import examples as ex
from rapport.testing.things_to_store import TUESDAY, a_send, decided

A = "harbour"
NELL = Person("Nell", "publisher", "salt", "digest", 7)
MANY = 300
READERS: dict[str, Callable[[ReadSide], Iterator[object]]] = {
    "profiles": lambda records: records.profiles(A),
    "all_decisions": lambda records: records.all_decisions(A),
    "decisions_about": lambda records: records.decisions_about(A, ["ada"]),
    "order_days": lambda records: records.order_days(A, 2**60),
}
"""What is read row by row, for as long as somebody takes."""


class ReadingConformance(ABC):
    """The read side beside units of work."""

    @abstractmethod
    def make_both(self) -> tuple[Store, ReadSide]:
        """An empty store of its own, and what reads it."""

    def filled(self) -> tuple[Store, ReadSide]:
        """With many people, who ordered, and decisions; and Nell in charge."""
        store, records = self.make_both()
        people = [f"p{number:03}" for number in range(MANY)]
        with store.transaction() as transaction:
            transaction.publish(A, ex.blueprint().releases[0])
            transaction.save_states(A, {one: ProfileState(one) for one in people})
            transaction.record(A, [_ordered(one) for one in people])
            transaction.record(A, [decided(one) for one in people])
            transaction.save_person(A, NELL)
        return store, records

    @pytest.mark.parametrize("name", READERS)
    def test_who_is_in_the_middle_of_reading_hides_no_later_commit(self, name: str) -> None:
        store, records = self.filled()
        reading = READERS[name](records)
        next(reading)
        _change(store)
        assert _sees(records)
        assert len(list(reading)) == MANY - 1
        assert _sees(records)

    def test_nor_does_it_for_the_other_threads(self) -> None:
        store, records = self.filled()
        begun, changed = Event(), Event()

        def report() -> int:
            reading = records.profiles(A)
            next(reading)
            begun.set()
            assert changed.wait(30)
            return 1 + sum(1 for _ in reading)

        with ThreadPoolExecutor(2) as threads:
            reported = threads.submit(report)
            try:
                assert begun.wait(30)
                _change(store)
                assert threads.submit(_sees, records).result(30)
            finally:
                changed.set()
            assert reported.result(30) == MANY

    def test_whoever_ends_a_session_beside_long_reports_sees_it_ended(self) -> None:
        store, records = self.filled()
        over = Event()

        def report() -> None:
            while not over.is_set():
                for read in READERS.values():
                    list(read(records))
                records.profile_outcomes(A, ex.FLOW)

        with ThreadPoolExecutor(3) as threads:
            reports = [threads.submit(report) for _ in range(3)]
            try:
                for number in range(50):
                    with store.transaction() as transaction:
                        transaction.end_session(f"s{number}", 10**15, 0)
                    assert records.session_ended(f"s{number}")
            finally:
                over.set()
            for one in reports:
                one.result(30)

    def test_reading_waits_for_no_unit_of_work_and_sees_nothing_of_it_yet(self) -> None:
        store, records = self.filled()
        with store.transaction() as transaction:
            transaction.end_session("cookie", 10**15, 0)
            assert not records.session_ended("cookie")
            assert records.published(A) is not None
            assert store.brands() == records.brands() == [A]
        assert records.session_ended("cookie")

    def test_what_is_read_at_one_moment_agrees_whatever_is_committed_meanwhile(self) -> None:
        store, records = self.filled()
        with records.at_one_moment() as then:
            assert then.people(A) == [NELL]
            _change(store)
            assert _sees(records)
            assert then.people(A) == [NELL]
            assert not then.session_ended("cookie")
            with then.at_one_moment() as still:
                assert still.version(A) == then.version(A) != records.version(A)
            assert len(list(then.profiles(A))) == MANY
        assert _sees(records)

    def test_messages_in_trouble_are_counted_however_many_wait_before_them(self) -> None:
        store, records = self.make_both()
        assert records.in_trouble(A) == InTrouble()
        with store.transaction() as transaction:
            transaction.record(A, [a_send(f"m{number:03}") for number in range(MANY)])
            for number in range(20):
                transaction.postpone(A, f"m{number:03}", TUESDAY + 99 - number, "It is away.")
            transaction.postpone(A, "m200", TUESDAY, "")
        found = records.in_trouble(A, limit=2)
        assert (found.count, [row.key for row in found.some]) == (20, ["m019", "m018"])
        assert {row.error for row in records.in_trouble(A, limit=50).some} == {"It is away."}
        assert records.in_trouble("another") == InTrouble()

    def test_what_a_moment_left_half_read_is_nobody_elses_past(self) -> None:
        store, records = self.filled()
        with records.at_one_moment() as then:
            left = then.profiles(A)
            next(left)
        for _ in range(20):
            _change(store)
            assert _sees(records)
        del left


def _ordered(profile: str) -> Ordered:
    at = ex.at(1)
    return Ordered(
        f"order-{profile}", profile, profile, at, 4_800, 2_900, 0, "GBP",
        counted=True, backfill=False,
    )  # fmt: skip


def _change(store: Store) -> None:
    """Somebody signs out, somebody is removed, a flow is stopped, and the brand publishes."""
    with store.transaction() as transaction:
        blueprint = transaction.blueprint(A)
        assert blueprint is not None
        latest = blueprint.releases[-1]
        flow = Switch(FLOW, f"flow {latest.number}")
        transaction.end_session("cookie", 10**15, 0)
        transaction.remove_person(A, NELL.name)
        transaction.add_stop(Stop(A, flow, 5, "Nell", "why"))
        transaction.publish(A, replace(latest, number=latest.number + 1))


def _sees(records: ReadSide) -> bool:
    """Whether all of that is seen."""
    known, (newest, *_) = records.published(A), records.version(A)
    return (
        records.session_ended("cookie")
        and not records.people(A)
        and records.stops(A)[-1].switch.key == f"flow {newest - 1}"
        and known is not None
        and known.releases[-1].number == newest > 1
    )
