"""Who is in charge, what each may do, and that nobody becomes somebody else."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review_world import BRAND, OWNER, World

from rapport.app.in_charge.people import (
    NotAllowedError,
    Secret,
    acting,
    add_person,
    change_role,
    remove_person,
    renew_token,
)
from rapport.core.oversight.people import (
    JUDGE,
    PUBLISH,
    ROLES,
    SEE,
    WRITE,
    Actor,
    Person,
    holder,
    sealed,
    what_is_wrong_with,
)
from rapport.errors import UserError


def person(name: str, role: str = "reviewer") -> Person:
    return Person(name, role, "salt", sealed(f"token of {name}", "salt"), 0)


def add(world: World, name: str, role: str, by: Actor = OWNER) -> None:
    with world.store.transaction() as transaction:
        add_person(transaction, BRAND, person(name, role), by, world.clock.at)


def test_each_role_may_what_those_before_it_may_and_one_thing_more() -> None:
    rights = (SEE, WRITE, JUDGE, PUBLISH)
    may = {(role, right) for role, right in product(ROLES, rights) if Actor("N", role).may(right)}
    assert may == {(ROLES[i], rights[j]) for i in range(4) for j in range(i + 1)}


def test_without_people_whoever_has_the_terminal_may_everything(world: World) -> None:
    assert acting(world.records, BRAND, "anybody") == Actor("anybody", "publisher")
    with pytest.raises(UserError, match="Say who you are"):
        acting(world.records, BRAND, "  ")
    with pytest.raises(UserError, match="That name holds a character that cannot be seen"):
        acting(world.records, BRAND, "Ne\u202ell")


def test_with_people_only_they_act_each_in_their_role(world: World) -> None:
    world.employ(Max="viewer")
    assert acting(world.records, BRAND, "max") == Actor("Max", "viewer", listed=True)
    with pytest.raises(NotAllowedError, match="'root' is not among the people"):
        acting(world.records, BRAND, "root")
    assert acting(world.records, "quarry", "root").role == "publisher"


def test_the_first_is_a_publisher_and_the_last_one_stays(world: World) -> None:
    with pytest.raises(UserError, match="first person in charge is a publisher"):
        add(world, "Max", "reviewer")
    people = world.employ(Max="reviewer")
    pia = people["Pia"]
    with world.store.transaction() as transaction:
        for leave in (
            lambda: remove_person(transaction, BRAND, "Pia", pia, 0),
            lambda: change_role(transaction, BRAND, "Pia", "reviewer", pia, 0),
        ):
            with pytest.raises(UserError, match="the last publisher"):
                leave()
        change_role(transaction, BRAND, "max", "publisher", pia, 0)
        remove_person(transaction, BRAND, "Pia", pia, 0)
        assert [one.name for one in transaction.people(BRAND)] == ["Max"]
        remove_person(transaction, BRAND, "Max", OWNER, 0)
    assert world.deeds()[-3:] == [
        ("Pia", "changed", "person Max"),
        ("Pia", "changed", "person Pia"),
        ("owner", "changed", "person Max"),
    ]


def test_only_a_publisher_says_who_is_in_charge(world: World) -> None:
    people = world.employ(Max="reviewer")
    with pytest.raises(NotAllowedError, match="Max is a reviewer here, and only a publisher may"):
        add(world, "Eve", "publisher", people["Max"])
    with world.store.transaction() as transaction:
        for change in (
            lambda: change_role(transaction, BRAND, "Max", "publisher", people["Max"], 0),
            lambda: remove_person(transaction, BRAND, "Pia", people["Max"], 0),
            lambda: renew_token(transaction, BRAND, "Pia", Secret("t", "s"), people["Max"], 0),
        ):
            with pytest.raises(NotAllowedError):
                change()


def test_a_new_token_ends_the_old_one(world: World) -> None:
    world.employ(Max="reviewer")
    with world.store.transaction() as transaction:
        renew_token(transaction, BRAND, "Max", Secret("another", "grain"), OWNER, 0)
    people = world.desk.people(BRAND)
    assert holder(people, "token of Max") is None
    max_ = holder(people, "another")
    assert max_ is not None
    assert (max_.name, max_.role) == ("Max", "reviewer")


def test_what_is_kept_of_a_token_does_not_show_it(world: World) -> None:
    world.employ()
    (pia,) = world.desk.people(BRAND)
    assert "token" not in pia.digest
    assert "digest" not in repr(pia)
    assert pia.digest not in repr(pia)
    assert "token of" not in world.path.read_bytes().decode("latin-1")
    assert repr(Secret("t", "s")) == "Secret()"


@pytest.mark.parametrize(
    "name",
    ["", " ", " Nell", "x" * 61, "Ne\u202ell", "a\nb", "rule", "Owner", "RAPPORT", "person:Nell"],
)
def test_a_name_that_could_be_taken_for_another_is_refused(world: World, name: str) -> None:
    with pytest.raises(UserError):
        add(world, name, "publisher")
    assert world.desk.people(BRAND) == []


def test_nobody_is_added_twice_or_with_a_role_that_there_is_not(world: World) -> None:
    world.employ()
    with pytest.raises(UserError, match="There is a 'PIA' already"):
        add(world, "PIA", "viewer")
    with pytest.raises(UserError, match="There is no role 'boss'"):
        add(world, "Max", "boss")


ALIKE = [
    ("Nell", "N\u0435ll"),  # a Cyrillic e
    ("Nell", "\uff2eell"),
    ("Nell", "N\u00e9ll"),
    ("Nell", "Ne\u0301ll"),
    ("N\u00e9ll", "Ne\u0301ll"),
    ("Nell", "nell."),
    ("Nell Ash", "Nell  Ash"),
    ("Nell Ash", "Nell-Ash"),
    ("Max", "\u041c\u0430\u0445"),  # wholly Cyrillic
    ("Ian", "lan"),
]


@pytest.mark.parametrize(("there", "name"), [*ALIKE, *((b, a) for a, b in ALIKE)])
def test_nobody_is_added_whose_name_cannot_be_told_from_one_that_is_there(
    world: World, there: str, name: str
) -> None:
    add(world, there, "publisher")
    with pytest.raises(UserError, match="cannot be told from"):
        add(world, name, "reviewer")
    assert [one.name for one in world.records.people(BRAND)] == [there]


@pytest.mark.parametrize(
    ("there", "name"),
    [
        ("Nell", "Neil"),
        ("Nell", "Nelly"),
        ("Nell", "Nell Ash"),
        ("\u041f\u0438\u0430", "\u041b\u0438\u0430"),  # Pia and Lia, in Cyrillic
        ("\u304b\u306a", "\u304c\u306a"),  # Kana and Gana
        ("Ann O'Neill", "Ann-Mary O\u2019Neill"),
        ("nell@shop.example", "J. R. Nell"),
    ],
)
def test_names_that_differ_in_their_own_alphabet_are_two(
    world: World, there: str, name: str
) -> None:
    add(world, there, "publisher")
    add(world, name, "reviewer")
    assert len(world.records.people(BRAND)) == 2


@pytest.mark.parametrize(
    "name",
    ["Nell, publisher", "Nell; Max", "Nell (publisher)", "Nell\uff0c Max", "Nell/Max", "\"Nell\"",
     "Nell\ufe0f", "Ne\u3164ll", "...", "R\u0430pport", "\uff4fwner"],
)  # fmt: skip
def test_a_name_that_would_be_read_as_more_or_as_something_else_will_not_do(
    world: World, name: str
) -> None:
    with pytest.raises(UserError):
        add(world, name, "publisher")
    assert not world.records.people(BRAND)


def test_who_was_there_before_with_such_a_name_acts_and_changes_and_leaves(world: World) -> None:
    with world.store.transaction() as transaction:
        for name in ("Nell", "N\u0435ll, publisher", "N\u00e9ll"):
            transaction.save_person(BRAND, person(name, "publisher"))
    nell = acting(world.records, BRAND, "N\u0435ll, publisher")
    assert (nell.name, nell.listed) == ("N\u0435ll, publisher", True)
    with world.store.transaction() as transaction:
        change_role(transaction, BRAND, "N\u00e9ll", "author", nell, 0)
        remove_person(transaction, BRAND, "N\u00e9ll", nell, 0)
    assert [one.name for one in world.records.people(BRAND)] == ["Nell", "N\u0435ll, publisher"]


@given(st.text(max_size=70))
def test_a_name_that_will_do_can_be_seen_and_is_not_empty(name: str) -> None:
    if not what_is_wrong_with(name):
        assert name.strip() == name
        assert name.isprintable()
        assert 0 < len(name) <= 60


@given(st.text(min_size=1), st.text(min_size=1))
def test_only_the_token_itself_opens(token: str, other: str) -> None:
    people = [Person("N", "viewer", "s", sealed(token, "s"), 0)]
    assert (holder(people, other) is not None) == (token == other)
