"""What every store must show of words that reached somebody."""

from __future__ import annotations

from abc import ABC, abstractmethod

from msgspec.structs import replace

from rapport.core.deciding.repeats import Said
from rapport.ports import Reached, Store
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

    def test_what_waits_is_handed_to_another_profile_and_keeps_its_key(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            transaction.record(A, [a_send("m1"), a_send("m2"), a_send("m3")])
            transaction.claim(A, message("m3"), a_send("m3"), ex.at(1))
            transaction.readdress(A, ["m1", "m3", "nobody"], "cy")
            keys = ["m2", "m1", "m3", "nobody"]
            found = [planned.send for planned in transaction.waiting(A, keys)]
            assert [(one.key, one.profile) for one in found] == [("m2", "ada"), ("m1", "cy")]
            assert [one.send.profile for one in transaction.sending(A)] == ["cy"]
            assert replace(found[1], profile="ada") == a_send("m1")
            assert transaction.waiting(B, keys) == []

    def test_what_reached_somebody_or_may_have_is_told_by_its_key(self) -> None:
        store = self.make_store()
        became = {"m1": "sent", "m2": "stopped", "m3": "unclear", "m4": "sending", "m5": "held"}
        with store.transaction() as transaction:
            for key, status in became.items():
                send = a_send(key)
                transaction.record(A, [send])
                transaction.claim(A, message(key), send, ex.at(1))
                if status == "held":
                    transaction.hold_back(A, send, ex.at(1), "stopped")
                elif status != "sending":
                    transaction.settle(A, send, ex.at(1), status, "")
            found = transaction.reached(A, [*became, "nobody"])
            assert [one.key for one in found] == ["m1", "m3", "m4"]
            assert found[0] == Reached("m1", ex.FLOW, "first", ex.at(1))
            assert transaction.reached(B, ["m1"]) == []
