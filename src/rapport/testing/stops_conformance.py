"""What every store must show of stops, and of the messages that they hold back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable

import pytest
from msgspec.structs import replace

from rapport.core.effects import Send
from rapport.core.oversight.stopping import (
    BRAND,
    EVERYTHING,
    FLOW,
    FRAMEWORK,
    KINDS,
    MESSAGE,
    Stop,
    Switch,
    holding,
)
from rapport.errors import RapportError
from rapport.ports import Store
from rapport.testing.things_to_store import a_send, message

A, B = "harbour", "quarry"
LATE = 10**15


class StopsConformance(ABC):
    """Part of `StoreConformance`."""

    @abstractmethod
    def make_store(self) -> Store:
        """An empty store of its own."""

    def test_a_stop_holds_until_it_is_ended_and_is_then_a_past_one(self) -> None:
        store = self.make_store()
        stop = Stop(A, Switch(FLOW, "checkout"), 5, "Nell", "It is wrong.", by_rule=True)
        with store.transaction() as transaction:
            transaction.add_stop(stop)
            assert list(transaction.stops(A)) == [stop]
            assert list(transaction.stops(B)) == []
            assert list(store.stops(A)) == []  # not committed yet: nobody else sees it
        assert list(store.stops(A)) == [stop]
        with store.transaction() as transaction:
            transaction.end_stop(A, stop.switch, 9, "Zoë")
        with store.transaction() as transaction:
            assert list(transaction.stops(A)) == []
            assert list(transaction.past_stops(A)) == [replace(stop, until=9, resumed_by="Zoë")]
            transaction.add_stop(replace(stop, since=20))
        assert [one.since for one in store.stops(A)] == [20]

    def test_a_brand_that_is_excepted_has_ended_it_and_the_others_have_not(self) -> None:
        store = self.make_store()
        everything = Stop("", Switch(EVERYTHING), 5, "Nell", "why")
        with store.transaction() as transaction:
            transaction.add_stop(everything)
            transaction.except_brand(A, everything.switch, 9, "Zoë")
            transaction.except_brand(A, everything.switch, 12, "Max")  # it was over already
        assert list(store.stops(A)) == []
        assert list(store.stops(B)) == list(store.stops("")) == [everything]
        with store.transaction() as transaction:
            ended = replace(everything, until=9, resumed_by="Zoë")
            assert list(transaction.past_stops(A)) == [ended]
            assert list(transaction.past_stops(B)) == []
            transaction.end_stop("", everything.switch, 20, "Max")
            assert list(transaction.past_stops(A)) == [ended]
            transaction.add_stop(replace(everything, since=30))
        assert [one.since for one in store.stops(A)] == [30]

    def test_the_same_is_stopped_only_once_and_given_up_leaves_nothing(self) -> None:
        store = self.make_store()
        stop = Stop(A, Switch(BRAND), 5, "Nell", "why", of_everything=True)
        with store.transaction() as transaction:
            transaction.add_stop(stop)

        def stop_again() -> None:
            with store.transaction() as transaction:
                transaction.add_stop(Stop(A, Switch(FLOW, "x"), 6, "Nell", "why"))
                transaction.add_stop(replace(stop, since=6))

        with pytest.raises(RapportError):
            stop_again()
        assert list(store.stops(A)) == [stop]

    def test_everything_is_stopped_for_every_brand(self) -> None:
        store = self.make_store()
        stop = Stop("", Switch(EVERYTHING), 5, "Nell", "why")
        with store.transaction() as transaction:
            transaction.add_stop(stop)
            assert list(transaction.stops(A)) == list(transaction.stops(B)) == [stop]
            transaction.end_stop("", Switch(EVERYTHING), 9, "Nell")
            assert list(transaction.stops(A)) == []

    @pytest.mark.parametrize("kind", KINDS)
    def test_what_is_stopped_is_neither_planned_nor_lapsed_but_by_the_stop(self, kind: str) -> None:
        """The store's own idea of what a stop covers is that of the core."""
        store = self.make_store()
        sends = [
            replace(a_send(f"m{number}", at=number), flow=flow, framework=framework, profile="p")
            for number, (flow, framework) in enumerate(
                [("checkout", "reminder"), ("checkout", "other"), ("browse", "reminder"), ("", "")]
            )
        ]
        keys = {FLOW: "checkout", FRAMEWORK: "reminder", MESSAGE: "m2"}
        switch = Switch(kind, keys.get(kind, ""))
        stop = Stop("" if kind == EVERYTHING else A, switch, 5, "Nell", "why")
        with store.transaction() as transaction:
            for brand in (A, B):
                transaction.record(brand, sends)
            transaction.add_stop(stop)
            covered = [send for send in sends if holding([stop], send)]
            free = [send for send in sends if not holding([stop], send)]
            assert [one.send for one in transaction.planned(A, LATE, 50)] == free
            assert [one.send for one in transaction.planned(A, LATE, 1)] == free[:1]
            assert _keys(one.send for one in transaction.lapsed(A, LATE, 50)) == _keys(covered)
            assert transaction.lapsed(A, min(send.valid_until for send in sends), 50) == []
            assert transaction.held_back(A, [switch]) == {"waiting": len(covered), "sending": 0}
            others = [] if kind == EVERYTHING else sends
            assert [one.send for one in transaction.planned(B, LATE, 50)] == others

    @pytest.mark.parametrize("many", [1, 49, 51, 300])
    def test_however_many_are_stopped_one_by_one_the_others_are_planned(self, many: int) -> None:
        store = self.make_store()
        sends = [a_send(f"m{number:03}", at=number) for number in range(many + 2)]
        with store.transaction() as transaction:
            transaction.record(A, sends)
            for send in sends[:many]:
                transaction.add_stop(Stop(A, Switch(MESSAGE, send.key), 5, "Nell", "why"))
            transaction.add_stop(Stop(A, Switch(FLOW, "'; DROP TABLE stops; --"), 5, "N", "why"))
            assert [one.send for one in transaction.planned(A, LATE, 50)] == sends[many:]
            lapsed = transaction.lapsed(A, LATE, 1_000)
            assert _keys(one.send for one in lapsed) == _keys(sends[:many])

    def test_what_was_claimed_and_is_put_back_was_no_attempt(self) -> None:
        store = self.make_store()
        send = a_send("m1")
        with store.transaction() as transaction:
            transaction.record(A, [send])
            transaction.claim(A, message(send.key), send, 7)
            assert transaction.held_back(A, [Switch(BRAND)]) == {"waiting": 0, "sending": 1}
            transaction.hold_back(A, send, 8, "stopped")
            assert transaction.sending(A) == []
            (planned,) = transaction.planned(A, LATE, 5)
            assert (planned.send, planned.attempts) == (send, 0)


def _keys(sends: Iterable[Send]) -> set[str]:
    return {send.key for send in sends}
