"""Who is in charge of a brand of an installation, and the tokens that they get."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from rapport.app.in_charge.people import (
    Secret,
    acting,
    add_person,
    change_role,
    remove_person,
    renew_token,
)
from rapport.bootstrap.installation import Installation
from rapport.core.oversight.people import Actor, Person, named, sealed
from rapport.core.time import Instant
from rapport.errors import UserError
from rapport.ports import People, Transaction

TOKEN_BYTES = 32


class Staff:
    """Each deed is one commit with its entry in the audit log."""

    def __init__(self, installation: Installation, brand: str) -> None:
        self._here = installation
        self.brand = installation.only_brand(brand)

    def everybody(self) -> Sequence[Person]:
        return self._here.records.people(self.brand)

    def add(self, name: str, role: str, by: str, same_as: str = "") -> str:
        """The person's new token. A name says nothing of who somebody is in another brand: whoever
        is to be the same as there is named by that brand, `same_as`; they keep the token that they
        have, and it is empty.

        Raises UserError where nobody of that name is in charge of that brand.
        """
        secret = new_secret()

        def do(transaction: Transaction, actor: Actor, at: Instant) -> None:
            person = Person(name, role, secret.salt, sealed(secret.token, secret.salt), at)
            if same_as:
                # Read in this very unit of work: a token that ends meanwhile opens nothing new.
                person = replace(self._same(transaction, name, same_as), role=role, since=at)
            add_person(transaction, self.brand, person, actor, at)

        self._done(by, do)
        return "" if same_as else secret.token

    def change(self, name: str, role: str, by: str) -> None:
        self._done(by, lambda tx, actor, at: change_role(tx, self.brand, name, role, actor, at))

    def renew(self, name: str, by: str) -> str:
        """The person's new token, for this brand."""
        secret = new_secret()
        self._done(by, lambda tx, actor, at: renew_token(tx, self.brand, name, secret, actor, at))
        return secret.token

    def remove(self, name: str, by: str) -> None:
        self._done(by, lambda tx, actor, at: remove_person(tx, self.brand, name, actor, at))

    def _same(self, transaction: Transaction, name: str, brand: str) -> Person:
        others = _called(transaction, name, transaction.brands(), self.brand)
        known = others.get(brand)
        if known is None:
            brands = ", ".join(others) or "no other brand"
            raise UserError(
                f"No '{name}' is in charge of another brand '{brand}'. Somebody of that name is in "
                f"charge of: {brands}.",
                at_the_terminal="--same-as BRAND, or leave it out for somebody new",
            )
        return known

    def elsewhere(self, name: str) -> Mapping[str, Person]:
        """Who has this name in other brands, by brand: the same person as here or others."""
        return _called(self._here.records, name, self._here.brands(), self.brand)

    def _done(self, by: str, do: Callable[[Transaction, Actor, Instant], None]) -> None:
        with self._here.store.transaction() as transaction:
            do(transaction, acting(transaction, self.brand, by), self._here.clock.now())
        self._here.host.anchor_soon(self.brand)


def _called(people: People, name: str, brands: Sequence[str], but: str) -> Mapping[str, Person]:
    found = {one: named(people.people(one), name) for one in brands if one != but}
    return {one: person for one, person in found.items() if person is not None}


def new_secret() -> Secret:
    """A token of 256 random bits, and the salt that its hash is kept with."""
    return Secret(secrets.token_urlsafe(TOKEN_BYTES), secrets.token_hex(16))
