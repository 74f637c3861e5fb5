"""What every store must show of messages whose decision is still open."""

from __future__ import annotations

from abc import ABC, abstractmethod

from msgspec.structs import replace

from rapport.core.effects import Answered
from rapport.core.time import HOUR
from rapport.ports import Store
from rapport.testing import examples as ex
from rapport.testing.things_to_store import a_send, closed, decided, message

A, B = "harbour", "quarry"


class AwaitedConformance(ABC):
    """Part of `StoreConformance`."""

    @abstractmethod
    def make_store(self) -> Store:
        """An empty store of its own."""

    def test_messages_whose_outcome_is_open_are_known_with_the_clicks_on_them(self) -> None:
        store = self._sent("d1", "d2", "d3", "d4")
        with store.transaction() as transaction:
            transaction.record(A, [Answered("a", "ada", "m-d2", ex.at(2, 9)), closed("d3")])
        with store.transaction() as transaction:
            found = transaction.awaited(A, 0, ex.at(9), 9)
            told = [(one.decision.id, one.at, one.clicked) for one in found]
            assert told == [
                ("d1", ex.at(1), False), ("d2", ex.at(2), True), ("d4", ex.at(4), False),
            ]  # fmt: skip
            assert transaction.count_awaited(A, 0, ex.at(9), 9) == 3

    def test_of_open_messages_the_latest_within_a_span_are_given_in_their_order(self) -> None:
        store = self._sent("d1", "d2", "d3", "d4")
        with store.transaction() as transaction:
            for since, until, limit, wanted in (
                (ex.at(2), ex.at(3), 9, ["d2", "d3"]),
                (0, ex.at(9), 2, ["d3", "d4"]),
                (ex.at(4) + 1, ex.at(9), 9, []),
                (0, ex.at(9), 0, []),
            ):
                found = transaction.awaited(A, since, until, limit)
                assert [one.decision.id for one in found] == wanted
                assert transaction.count_awaited(A, since, until, limit) == len(wanted)
            assert transaction.awaited(B, 0, ex.at(9), 9) == []
            assert transaction.count_awaited(B, 0, ex.at(9), 9) == 0

    def test_a_message_that_did_not_reach_anybody_is_not_waited_for(self) -> None:
        store = self._sent("d1", became="stopped")
        with store.transaction() as transaction:
            send = replace(a_send("m-d2"), decision="d2")
            transaction.record(A, [decided("d2"), send])
            transaction.claim(A, message("m-d2"), send, send.at + HOUR)
            assert transaction.awaited(A, 0, ex.at(90), 9) == []
            assert transaction.count_awaited(A, 0, ex.at(90), 9) == 0

    def _sent(self, *decisions: str, became: str = "sent") -> Store:
        """A store with one message of each decision, on days 1, 2, ..."""
        store = self.make_store()
        with store.transaction() as transaction:
            for day, name in enumerate(decisions, 1):
                send = replace(a_send(f"m-{name}", ex.at(day)), decision=name)
                transaction.record(A, [decided(name), send])
                transaction.claim(A, message(send.key), send, send.at)
                transaction.settle(A, send, send.at, became, "")
        return store
