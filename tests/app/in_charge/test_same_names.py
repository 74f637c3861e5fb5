"""People of the same name in two brands: two of them, unless somebody says that it is one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from rapport.app.in_charge.people import NotAllowedError
from rapport.bootstrap.desks.staff import Staff
from rapport.bootstrap.installation import Installation
from rapport.core.oversight.people import holder
from rapport.errors import UserError
from rapport.settings import Settings
from rapport.testing import examples as ex
from rapport.testing.fakes import FakeClock

ONE, OTHER = "alder-and-clay", "fellstride"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Installation]:
    shop = Installation(Settings(home=tmp_path), FakeClock(ex.at(1)))
    shop.publish(shop.copy_example())
    release = shop.blueprint(ONE).releases[-1]
    with shop.store.transaction() as transaction:
        transaction.publish(OTHER, replace(release, brand=replace(release.brand, key=OTHER)))
    yield shop
    shop.close()


def opened(shop: Installation, token: str) -> dict[str, str]:
    """The brands that a token opens, with the role in each."""
    found = {brand: holder(shop.records.people(brand), token) for brand in (ONE, OTHER)}
    return {brand: person.role for brand, person in found.items() if person is not None}


def test_a_second_one_of_the_same_name_is_somebody_else(shop: Installation) -> None:
    here, there = Staff(shop, ONE), Staff(shop, OTHER)
    anna = there.add("Anna", "publisher", "owner")
    here.add("Bea", "publisher", "owner")
    another = here.add("anna", "publisher", "Bea")
    assert another not in ("", anna)
    assert opened(shop, anna) == {OTHER: "publisher"}
    assert opened(shop, another) == {ONE: "publisher"}


def test_who_is_said_to_be_the_same_has_one_token_and_a_role_in_each(shop: Installation) -> None:
    here, there = Staff(shop, ONE), Staff(shop, OTHER)
    token = there.add("Nell", "publisher", "owner")
    here.add("Bea", "publisher", "owner")
    assert here.add("nell", "reviewer", "Bea", same_as=OTHER) == ""
    assert opened(shop, token) == {ONE: "reviewer", OTHER: "publisher"}
    assert [one.name for one in here.everybody()] == ["Bea", "Nell"]


@pytest.mark.parametrize("same_as", [ONE, "no-such-brand", OTHER])
def test_nobody_is_linked_to_who_is_not_there(shop: Installation, same_as: str) -> None:
    here = Staff(shop, ONE)
    here.add("Bea", "publisher", "owner")
    with pytest.raises(UserError, match="is in charge of another brand"):
        here.add("Max", "reviewer", "Bea", same_as=same_as)
    assert [one.name for one in here.everybody()] == ["Bea"]


def test_linking_is_for_publishers_and_a_token_that_ended_opens_nothing(
    shop: Installation,
) -> None:
    here, there = Staff(shop, ONE), Staff(shop, OTHER)
    leaked = there.add("Nell", "publisher", "owner")
    here.add("Bea", "publisher", "owner")
    here.add("Ann", "author", "Bea")
    with pytest.raises(NotAllowedError):
        here.add("Nell", "publisher", "Ann", same_as=OTHER)
    token = there.renew("Nell", "Nell")
    here.add("Nell", "author", "Bea", same_as=OTHER)
    assert opened(shop, leaked) == {}
    assert opened(shop, token) == {ONE: "author", OTHER: "publisher"}
