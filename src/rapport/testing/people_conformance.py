"""What every store must show of people in charge."""

from __future__ import annotations

from abc import ABC, abstractmethod

from msgspec.structs import replace

from rapport.core.oversight.people import Person
from rapport.ports import Store

A, B = "harbour", "quarry"
NELL = Person("Nell", "publisher", "salt", "digest", 7)
ADA = Person("Ada Ä", "author", "salt 2", "digest 2", 8)


class PeopleConformance(ABC):
    """Part of `StoreConformance`."""

    @abstractmethod
    def make_store(self) -> Store:
        """An empty store of its own."""

    def test_people_come_back_by_name_and_each_brand_has_its_own(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            transaction.save_person(A, NELL)
            transaction.save_person(A, ADA)
            transaction.save_person(B, replace(NELL, role="viewer"))
        with store.transaction() as transaction:
            assert transaction.people(A) == [ADA, NELL]
            assert transaction.people(B) == [replace(NELL, role="viewer")]
            assert transaction.people("nobody") == []

    def test_a_person_is_saved_anew_and_removed(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            transaction.save_person(A, NELL)
            transaction.save_person(A, replace(NELL, role="reviewer", digest="new"))
            assert transaction.people(A) == [replace(NELL, role="reviewer", digest="new")]
            assert not transaction.remove_person(B, "Nell")
            assert transaction.remove_person(A, "Nell")
            assert not transaction.remove_person(A, "Nell")
            assert transaction.people(A) == []

    def test_an_ended_session_is_remembered_until_it_would_have_ended(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            transaction.end_session("first", until=20, now=10)
            transaction.end_session("first", until=20, now=11)
            assert not transaction.session_ended("second")
        with store.transaction() as transaction:
            assert transaction.session_ended("first")
            transaction.end_session("second", until=40, now=20)
            assert not transaction.session_ended("first")
            assert transaction.session_ended("second")
