"""What every store must show of the writer's book."""

from __future__ import annotations

from abc import ABC, abstractmethod

from msgspec.structs import replace

from rapport.ports import Errand, Store, WriterUse
from rapport.testing import examples as ex
from rapport.testing.things_to_store import a_send, message

A, B = "harbour", "quarry"
NOW, LATER = ex.at(1), ex.at(2)


class WriterBookConformance(ABC):
    """Part of `StoreConformance`."""

    @abstractmethod
    def make_store(self) -> Store:
        """An empty store of its own."""

    def test_an_errand_comes_back_and_a_later_one_of_its_key_takes_its_place(self) -> None:
        store, asked = self.make_store(), Errand("k", NOW)
        with store.transaction() as transaction:
            assert transaction.errand(A, "k") is None
            transaction.keep_errand(A, asked)
        done = replace(asked, done_at=LATER, result="made", draft="d")
        with store.transaction() as transaction:
            assert transaction.errand(A, "k") == asked
            transaction.keep_errand(A, done)
            assert transaction.errand(A, "k") == done
            assert transaction.errand(B, "k") is None

    def test_what_a_model_took_adds_up_by_brand_and_day(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            assert transaction.writer_use(A, 7) == WriterUse()
            transaction.add_writer_use(A, 7, WriterUse(questions=1))
            transaction.add_writer_use(A, 7, WriterUse(1, 780))
        with store.transaction() as transaction:
            assert transaction.writer_use(A, 7) == WriterUse(2, 780)
            assert transaction.writer_use(A, 8) == WriterUse()
            assert transaction.writer_use(B, 7) == WriterUse()

    def test_what_happened_is_counted_by_brand_day_and_framework(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            assert transaction.writer_tallies(A, 7) == {}
            transaction.tally_writer(A, 7, "checkout", "tokens in", 780)
            transaction.tally_writer(A, 7, "checkout", "tokens in", 20)
            transaction.tally_writer(A, 7, "cart", "questions")
            transaction.tally_writer(B, 7, "cart", "questions")
            transaction.tally_writer(A, 8, "cart", "questions")
        with store.transaction() as transaction:
            counts = {("checkout", "tokens in"): 800, ("cart", "questions"): 1}
            assert transaction.writer_tallies(A, 7) == counts

    def test_what_a_person_got_before_is_known_by_its_blocks_the_latest_first(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            for number, status in enumerate(("sent", "stopped", "sent")):
                send = replace(a_send(f"m{number}"), profile="p")
                transaction.record(A, [send])
                blocks = (f"block-{number}", f"draft:d{number}:body")
                written = replace(message(send.key), profile="p", blocks=blocks)
                transaction.claim(A, written, send, NOW + number)
                transaction.settle(A, send, NOW + number, status, "")
        with store.transaction() as transaction:
            latest, first = transaction.blocks_before(A, "p", 5)
            assert latest == ("block-2", "draft:d2:body")
            assert first == ("block-0", "draft:d0:body")
            assert len(transaction.blocks_before(A, "p", 1)) == 1
            assert transaction.blocks_before(B, "p", 5) == []

    def test_what_waits_for_words_is_hastened_and_nothing_else(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            for name, why in (("m1", "for words"), ("m2", "quiet hours"), ("m3", "for words")):
                transaction.record(A, [a_send(name)])
                transaction.postpone(A, name, LATER, why)
            transaction.record(A, [a_send("m4")])
            assert transaction.hasten(A, "for words", NOW) == 2
            assert transaction.hasten(A, "for words", NOW) == 0
            due = {planned.send.key for planned in transaction.planned(A, NOW, 10)}
            assert {"m1", "m3"} <= due
            assert "m2" not in due
