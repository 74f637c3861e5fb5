"""Who is in charge of a brand of an installation, and the tokens that they get."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress

from rapport.app.in_charge.people import (
    Secret,
    acting,
    add_person,
    change_role,
    remove_person,
    renew_token,
)
from rapport.bootstrap.installation import Installation
from rapport.core.people import Actor, Person, named, sealed
from rapport.core.time import Instant
from rapport.errors import TemporaryError
from rapport.ports import Transaction

TOKEN_BYTES = 32


class Staff:
    """Each deed is one commit with its entry in the audit log."""

    def __init__(self, installation: Installation, brand: str) -> None:
        self._here = installation
        self.brand = installation.only_brand(brand)

    def everybody(self) -> Sequence[Person]:
        return self._here.records.people(self.brand)

    def add(self, name: str, role: str, by: str) -> str:
        """The person's new token; empty where they have one from another brand, which they keep."""
        secret = new_secret()
        person = Person(
            name, role, secret.salt, sealed(secret.token, secret.salt), self._here.clock.now()
        )
        elsewhere = self._elsewhere(name)
        if elsewhere is not None:
            person = Person(
                elsewhere.name, role, elsewhere.salt, elsewhere.digest, self._here.clock.now()
            )
        self._done(by, lambda tx, actor, at: add_person(tx, self.brand, person, actor, at))
        return secret.token if elsewhere is None else ""

    def change(self, name: str, role: str, by: str) -> None:
        self._done(by, lambda tx, actor, at: change_role(tx, self.brand, name, role, actor, at))

    def renew(self, name: str, by: str) -> str:
        """The person's new token, for this brand."""
        secret = new_secret()
        self._done(by, lambda tx, actor, at: renew_token(tx, self.brand, name, secret, actor, at))
        return secret.token

    def remove(self, name: str, by: str) -> None:
        self._done(by, lambda tx, actor, at: remove_person(tx, self.brand, name, actor, at))

    def _elsewhere(self, name: str) -> Person | None:
        for brand in self._here.brands():
            person = named(self._here.records.people(brand), name) if brand != self.brand else None
            if person is not None:
                return person
        return None

    def _done(self, by: str, do: Callable[[Transaction, Actor, Instant], None]) -> None:
        with self._here.store.transaction() as transaction:
            do(transaction, acting(transaction, self.brand, by), self._here.clock.now())
        with suppress(TemporaryError):  # the next deed's anchor makes up for it
            self._here.host.anchor(self.brand)


def new_secret() -> Secret:
    """A token of 256 random bits, and the salt that its hash is kept with."""
    return Secret(secrets.token_urlsafe(TOKEN_BYTES), secrets.token_hex(16))
