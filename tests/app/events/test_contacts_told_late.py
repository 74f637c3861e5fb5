"""Who a person is, told in any order: an older word changes nothing of what a later one told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.events.contacts import learnt, together
from rapport.app.events.ingest import ingest
from rapport.core.events import Contact, Event, Identifier, Incoming, PageViewed
from rapport.core.state import ProfileState
from rapport.core.time import Instant
from rapport.testing import examples as ex

ADA = Identifier("user_id", "u-ada")


def page(at: Instant, source: str = "shopify") -> Event:
    return Event(f"{source}-{at}", at, source, PageViewed())


def known(*told: tuple[Instant, Contact], source: str = "shopify") -> Contact:
    contact = Contact()
    for at, part in told:
        contact = learnt(contact, part, page(at, source))
    return contact


PARTS = st.builds(
    Contact,
    email=st.sampled_from((None, "a@example.com", "b@example.com", "")),
    first_name=st.sampled_from((None, "Ada", "A.")),
    country=st.sampled_from((None, "GB", "DE")),
    language=st.sampled_from((None, "en", "de")),
    time_zone=st.sampled_from((None, "Europe/London")),
)


@given(st.lists(PARTS, max_size=6), st.data())
def test_any_order_of_the_same_words_gives_the_same_contact(
    parts: list[Contact], data: st.DataObject
) -> None:
    words = [(ex.at(40 * number), part) for number, part in enumerate(parts)]
    assert _who(known(*data.draw(st.permutations(words)))) == _who(known(*words))


def _who(contact: Contact) -> Contact:
    """Without how the clock is put, which hangs on the last time that it was worked out."""
    told_at = {name: at for name, at in contact.told_at.items() if name != "utc_offset_minutes"}
    return structs.replace(contact, utc_offset_minutes=None, told_at=told_at)


def test_what_is_told_again_is_as_new_as_its_last_word() -> None:
    words = (ex.at(10), "DE"), (ex.at(12), "DE"), (ex.at(11), "GB")
    assert known(*((at, Contact(country=country)) for at, country in words)).country == "DE"


def test_a_word_without_proof_adds_changes_nothing_and_gives_way_to_any_with_proof() -> None:
    stranger = learnt(Contact(), Contact(email="a@example.com"), page(ex.at(10), "segment"))
    again = learnt(stranger, Contact(email="b@example.com"), page(ex.at(11), "segment"))
    assert again.email == "a@example.com"
    proven = learnt(again, Contact(email="c@example.com"), page(ex.at(9)))
    assert proven.email == "c@example.com"
    after = learnt(proven, Contact(email="b@example.com"), page(ex.at(12), "segment"))
    assert after.email == "c@example.com"


def test_what_is_told_late_does_not_put_the_clock_back() -> None:
    zone = Contact(time_zone="Europe/London")
    contact = known((ex.at(0), zone), (ex.at(60), Contact(first_name="Ada")), (ex.at(1), zone))
    assert contact.utc_offset_minutes == 60


def test_of_two_people_who_are_one_the_first_ones_parts_stay_with_their_moments() -> None:
    mine = known((ex.at(5), Contact(country="GB")))
    theirs = known((ex.at(9), Contact(country="DE", language="de")))
    both = together(mine, theirs)
    assert (both.country, both.language) == ("GB", "de")
    assert both.told_at == {"country": ex.at(5), "language": ex.at(9)}


class Shop:
    """The example shop over a store of its own."""

    def __init__(self, path: Path) -> None:
        self.store = SqliteStore(path)

    def take(self, *told: tuple[Instant, Contact]) -> None:
        for at, contact in told:
            with self.store.transaction() as transaction:
                one = Incoming(page(at), (ADA,), contact)
                ingest(transaction, ex.blueprint(), [one], ex.at(30))

    def ada(self) -> tuple[Contact, ProfileState]:
        with self.store.transaction() as transaction:
            profile = transaction.owners(ex.BRAND_KEY, [ADA])[ADA]
            contact = transaction.contacts(ex.BRAND_KEY, [profile])[profile]
            return contact, transaction.states(ex.BRAND_KEY, [profile])[profile]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path / "rapport.db")
    yield shop
    shop.store.close()


MOVED = (
    (ex.at(10), Contact(email="new@example.com", country="DE", language="de")),
    (ex.at(9), Contact(email="old@example.com", country="GB", language="en")),
)


@pytest.mark.parametrize("words", [MOVED, MOVED[::-1]])
def test_mail_goes_where_the_last_word_says_and_decisions_know_the_same(
    shop: Shop, words: Sequence[tuple[Instant, Contact]]
) -> None:
    shop.take(*words)
    contact, state = shop.ada()
    assert (contact.email, contact.country, contact.language) == ("new@example.com", "DE", "de")
    assert (state.has_email, state.country, state.language) == (True, "DE", "de")
    shop.take((ex.at(11), Contact(country="GB")))
    contact, state = shop.ada()
    assert (contact.country, state.country) == ("GB", "GB")
