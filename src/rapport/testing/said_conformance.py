"""What every store must show of words that reached somebody."""

from __future__ import annotations

from abc import ABC, abstractmethod

from msgspec.structs import replace

from rapport.core.repeats import Said
from rapport.ports import Store
from rapport.testing import examples as ex
from rapport.testing.things_to_store import a_send, message

A, B = "harbour", "quarry"


class SaidConformance(ABC):
    """Part of `StoreConformance`."""

    @abstractmethod
    def make_store(self) -> Store:
        """An empty store of its own."""

    def test_what_was_said_to_somebody_leaves_out_what_never_reached_them(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            for day, key in enumerate(("m1", "m2", "m3", "m4"), 1):
                send = a_send(key, ex.at(day))
                transaction.record(A, [send])
                transaction.claim(A, message(key), send, send.at)
                became = {"m2": "stopped", "m3": "unclear"}.get(key, "sent")
                transaction.settle(A, send, send.at, became, "")
        said, profile = Said("Your basket", "Hello"), a_send("m1").profile
        with store.transaction() as transaction:
            assert list(transaction.said(A, profile, "", 9)) == [said] * 3
            assert len(transaction.said(A, profile, "m4", 1)) == 1
            assert not transaction.said(B, profile, "", 9)

    def test_the_numbers_of_a_messages_words_are_kept_with_it(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            for key, words in (("m1", (7, 2**32 - 1)), ("m2", ())):
                transaction.record(A, [a_send(key)])
                written = replace(message(key), words=words)
                transaction.claim(A, written, a_send(key), ex.at(1))
            assert list(transaction.words_of(A, "m1")) == [7, 2**32 - 1]
            assert not transaction.words_of(A, "m2")
            assert not transaction.words_of(A, "nobody")
            assert not transaction.words_of(B, "m1")
