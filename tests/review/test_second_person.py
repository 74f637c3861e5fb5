"""Publishing: by publishers where a brand has people, and by two where it asks for four eyes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace
from review_world import OWNER, World

from rapport.app.in_charge.people import NotAllowedError, Secret, add_person
from rapport.app.publishing.second_person import AS_IT_WAS, SecondPersonNeededError, own_proposal
from rapport.app.stopping.retiring import bring_back, retire
from rapport.bootstrap.desks.in_charge import InCharge
from rapport.bootstrap.installation import Installation
from rapport.core.oversight.audit import BY_ITSELF, Act
from rapport.core.oversight.people import PUBLISHER, Person, sealed
from rapport.settings import Settings
from rapport.testing import examples as ex
from rapport.testing.fakes import FakeClock

BRAND = "alder-and-clay"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Installation]:
    shop = Installation(Settings(home=tmp_path), FakeClock(ex.at(1)))
    shop.publish(shop.copy_example())
    yield shop
    shop.close()


def change(shop: Installation, old: str, new: str) -> Path:
    """Changes brand.yaml, and gives the folder."""
    folder = shop.copy_example()
    path = folder / "brand.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return folder


def ask_for_four_eyes(shop: Installation) -> Path:
    folder = change(shop, "key:", "oversight: {four_eyes: true}\nkey:")
    shop.publish(folder, by="Pia")
    return folder


def employ(shop: Installation, **roles: str) -> None:
    with shop.store.transaction() as transaction:
        for name, role in {"Pia": PUBLISHER, **roles}.items():
            secret = Secret(name, "salt")
            person = Person(name, role, "salt", sealed(secret.token, "salt"), 0)
            add_person(transaction, BRAND, person, OWNER, 0)


def holds(shop: Installation) -> int:
    return shop.blueprint(BRAND).releases[-1].number


def test_who_published_is_on_record(shop: Installation) -> None:
    ask_for_four_eyes(shop)
    entry = InCharge(shop, BRAND).entries()[-1]
    assert (entry.deed.who, entry.deed.did, entry.deed.what) == ("Pia", "published", "release 2")
    assert entry.deed.saw["release 2"] == shop.records.release_digests(BRAND)[2]
    found = InCharge(shop, BRAND).verify()
    assert (found.flaws, found.untold) == ((), ())


def test_what_nobody_was_in_charge_of_is_on_record_too(shop: Installation) -> None:
    (first,) = (one for one in InCharge(shop, BRAND).entries() if one.deed.what == "release 1")
    assert (first.deed.who, first.deed.did, first.deed.why) == (BY_ITSELF, "published", AS_IT_WAS)
    assert first.deed.saw["release 1"] == shop.records.release_digests(BRAND)[1]


@pytest.mark.parametrize(
    "change_it",
    [
        "SET body = replace(CAST(body AS TEXT), 'Your basket', 'Your bargain')",
        "SET body = body || ' '",
        "SET since = since + 1",
        "SET number = 3",
    ],
)
def test_words_that_are_changed_beside_rapport_show(shop: Installation, change_it: str) -> None:
    ask_for_four_eyes(shop)
    with closing(sqlite3.connect(shop.database)) as db:
        assert db.execute(f"UPDATE releases {change_it} WHERE number = 2").rowcount == 1
        db.commit()
    (flaw,) = InCharge(shop, BRAND).verify().flaws
    assert "release 2" in flaw


def test_retiring_and_bringing_back_say_what_they_put_in_force(shop: Installation) -> None:
    ask_for_four_eyes(shop)
    for act in (retire, bring_back):
        with shop.store.transaction() as transaction:
            act(transaction, BRAND, Act(OWNER.name, "so it was decided", ex.at(2)))
    assert InCharge(shop, BRAND).verify().untold == ()


def test_with_people_only_a_publisher_publishes(shop: Installation) -> None:
    employ(shop, Nell="reviewer")
    folder = change(shop, "key:", "learning: {publish: by person}\nkey:")
    for name in ("Nell", "root"):
        with pytest.raises(NotAllowedError):
            shop.publish(folder, by=name)
    with pytest.raises(Exception, match="--by NAME"):
        shop.publish(folder)
    assert holds(shop) == 1
    shop.publish(folder, by="Pia")
    assert holds(shop) == 2


def test_with_four_eyes_a_second_publisher_puts_the_very_same_in_force(
    shop: Installation,
) -> None:
    folder = ask_for_four_eyes(shop)
    before = holds(shop)
    change(shop, "four_eyes: true", "four_eyes: false")  # nor can one alone abolish it
    for name in ("Pia", "pia", "Pia"):
        with pytest.raises(SecondPersonNeededError, match="Another publisher"):
            shop.publish(folder, by=name)
    assert holds(shop) == before
    change(shop, "four_eyes: false", "four_eyes: true}\nlearning: {publish: by person")
    with pytest.raises(SecondPersonNeededError):
        shop.publish(folder, by="Max")  # something else than what Pia proposed
    shop.publish(folder, by="Pia")
    assert holds(shop) == before + 1
    with pytest.raises(SecondPersonNeededError):
        shop.publish(change(shop, "by person", "by rule"), by="Pia")


def test_with_four_eyes_an_unchanged_folder_is_no_proposal(shop: Installation) -> None:
    folder = ask_for_four_eyes(shop)
    changed = change(shop, "four_eyes: true}", "four_eyes: true}\nlearning: {publish: by person}")
    with pytest.raises(SecondPersonNeededError):
        shop.publish(changed, by="Pia")
    before, entries = holds(shop), len(InCharge(shop, BRAND).entries())
    change(shop, "\nlearning: {publish: by person}", "")
    assert shop.publish(folder, by="Max").number == before
    assert len(InCharge(shop, BRAND).entries()) == entries
    change(shop, "four_eyes: true}", "four_eyes: true}\nlearning: {publish: by person}")
    assert shop.publish(folder, by="Max").number == before + 1  # what Pia proposed still stands


def test_with_four_eyes_nobody_publishes_the_policy_that_they_proposed(
    careful: World,
) -> None:
    with careful.store.transaction() as transaction:
        wrong = own_proposal(transaction, ex.BRAND_KEY, "nell", "proposed for Nell")
        assert "four eyes" in wrong
        assert own_proposal(transaction, ex.BRAND_KEY, "Max", "proposed for Nell") == ""
        assert own_proposal(transaction, ex.BRAND_KEY, "Nell", "it looked too good") == ""
    careful.publish(replace(ex.brand(), four_eyes=False))
    with careful.store.transaction() as transaction:
        assert own_proposal(transaction, ex.BRAND_KEY, "Nell", "proposed for Nell") == ""


def test_with_people_policies_are_held_to_roles(shop: Installation) -> None:
    employ(shop, Vic="viewer", Nell="reviewer")
    desk = InCharge(shop, BRAND)
    with pytest.raises(NotAllowedError, match="only a publisher may take policies back"):
        desk.roll_back(None, "Nell", "")
    with pytest.raises(NotAllowedError, match="Vic is a viewer"):
        desk.propose("Vic")
    desk.pause("Nell", "Something is wrong.")
    with pytest.raises(NotAllowedError, match="only a publisher may resume"):
        desk.resume("Nell", "")
    desk.resume("Pia", "It was nothing.")


@pytest.mark.parametrize("four_eyes", [False, True])
def test_a_server_starts_over_what_people_are_in_charge_of(
    shop: Installation, four_eyes: bool
) -> None:
    if four_eyes:
        ask_for_four_eyes(shop)
    employ(shop)
    before, folder = holds(shop), shop.copy_example()
    assert shop.publish(folder).number == before  # as `rapport serve` does: it has no name
    change(shop, "key:", "learning: {publish: by person}\nkey:")
    with pytest.raises(NotAllowedError, match="people are in charge of it"):
        shop.publish(folder)
    assert holds(shop) == before
