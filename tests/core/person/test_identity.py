"""Whose an event is: what identifiers decide, for every order and every mix of them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.core.events import Identifier
from rapport.core.person.identity import STRONG, Resolution, profile_id, resolve
from rapport.testing.strategies import identifiers

BRAND = "harbour"
SETTINGS = settings(max_examples=200, deadline=None)


class Directory:
    """Who is who, as links and merges leave it."""

    def __init__(self) -> None:
        self.owner: dict[Identifier, str] = {}

    def meet(self, *together: Identifier, declared: bool = False) -> Resolution:
        known = {i: self.owner[i] for i in together if i in self.owner}
        strong = {
            profile: frozenset(
                i for i, owner in self.owner.items() if owner == profile and i.kind in STRONG
            )
            for profile in known.values()
        }
        found = resolve(BRAND, together, known, strong, declared=declared)
        for identifier, owner in list(self.owner.items()):
            if owner in found.merges:
                self.owner[identifier] = found.profile
        self.owner.update(dict.fromkeys(found.links, found.profile))
        return found

    def values(self, profile: str, kind: str) -> set[str]:
        return {i.value for i, owner in self.owner.items() if owner == profile and i.kind == kind}


def user(value: str) -> Identifier:
    return Identifier("user_id", value)


def email(value: str) -> Identifier:
    return Identifier("email", value)


def browser(value: str) -> Identifier:
    return Identifier("anonymous_id", value)


# Events that name at most one person of each kind, as real ones do.
SEEN = st.lists(identifiers(), min_size=1, max_size=4, unique_by=lambda i: i.kind).map(tuple)


@SETTINGS
@given(st.lists(SEEN, max_size=10))
def test_two_user_ids_are_never_one_person_without_being_declared(
    seen: list[tuple[Identifier, ...]],
) -> None:
    directory = Directory()
    for together in seen:
        directory.meet(*together)
        for profile in set(directory.owner.values()):
            assert len(directory.values(profile, "user_id")) <= 1


@SETTINGS
@given(st.lists(SEEN, max_size=8), SEEN, st.booleans())
def test_the_order_of_identifiers_does_not_matter(
    seen: list[tuple[Identifier, ...]],
    last: tuple[Identifier, ...],
    declared: bool,
) -> None:
    one, other = Directory(), Directory()
    for together in seen:
        one.meet(*together)
        other.meet(*reversed(together))
    assert one.meet(*last, declared=declared) == other.meet(*reversed(last), declared=declared)


@SETTINGS
@given(st.lists(SEEN, max_size=8), SEEN, st.booleans())
def test_the_same_identifiers_again_teach_nothing_more(
    seen: list[tuple[Identifier, ...]], last: tuple[Identifier, ...], declared: bool
) -> None:
    directory = Directory()
    for together in seen:
        directory.meet(*together)
    first = directory.meet(*last, declared=declared)
    again = directory.meet(*last, declared=declared)
    assert again.profile == first.profile
    assert (again.is_new, again.links, again.merges) == (False, (), ())


@SETTINGS
@given(st.lists(SEEN, max_size=8), SEEN)
def test_a_new_person_never_gets_the_id_of_one_who_is_known(
    seen: list[tuple[Identifier, ...]], last: tuple[Identifier, ...]
) -> None:
    directory, before = Directory(), set[str]()
    for together in (*seen, last):
        found = directory.meet(*together)
        assert not (found.is_new and found.profile in before)
        before.add(found.profile)


def test_people_declared_to_be_one_are_one_even_when_neither_is_known() -> None:
    directory = Directory()
    found = directory.meet(browser("b1"), user("u1"), declared=True)
    assert (found.profile, found.is_new) == (profile_id(BRAND, user("u1")), True)
    assert directory.meet(browser("b1")).profile == found.profile


def test_people_declared_to_be_one_are_one_though_they_contradict() -> None:
    directory = Directory()
    first, second = directory.meet(user("u1")), directory.meet(user("u2"))
    assert directory.meet(user("u1"), user("u2"), declared=True).merges == (second.profile,)
    assert directory.meet(user("u2")).profile == first.profile


def test_a_shared_browser_goes_to_whoever_uses_it_now() -> None:
    directory = Directory()
    first = directory.meet(user("u1"), browser("b1"))
    second = directory.meet(user("u2"), browser("b1"))
    assert second.is_new
    assert first.profile != second.profile
    assert directory.meet(browser("b1")).profile == second.profile
    assert directory.meet(user("u1")).profile == first.profile


def test_an_address_that_belongs_to_somebody_else_stays_theirs() -> None:
    directory = Directory()
    directory.meet(user("u1"), email("a@example.com"))
    found = directory.meet(user("u2"), email("a@example.com"))
    assert found.conflicts == (email("a@example.com"),)
    assert directory.values(directory.meet(user("u1")).profile, "email") == {"a@example.com"}


def test_a_person_may_change_their_address() -> None:
    directory = Directory()
    before = directory.meet(user("u1"), email("a@example.com"))
    assert directory.meet(user("u1"), email("b@example.com")).profile == before.profile
    assert directory.meet(email("b@example.com")).profile == before.profile
