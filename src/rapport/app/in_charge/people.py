"""Who is in charge of a brand: adding somebody, changing their role, taking it away."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.in_charge.audit_log import note
from rapport.app.in_charge.reasons import all_seen
from rapport.app.in_charge.same_looks import holds_unseen, looks_reserved, looks_taken
from rapport.core.oversight.audit import Deed
from rapport.core.oversight.people import (
    OWNER,
    PUBLISH,
    PUBLISHER,
    ROLES,
    Actor,
    Person,
    named,
    needs,
    sealed,
    what_is_wrong_with,
)
from rapport.core.time import Instant
from rapport.errors import NotFoundError, UserError
from rapport.ports import People, Transaction


class Secret(Struct, frozen=True):
    """A token and the salt that it is kept with, drawn by who calls: nothing here is chance."""

    token: str
    salt: str

    def __repr__(self) -> str:
        return "Secret()"


class NotAllowedError(UserError):
    """Somebody's role does not let them do this, or four eyes are asked for."""


def signs(name: str) -> None:
    """Raises UserError where nobody is named, or somebody whose name would be shown as another."""
    if not name.strip():
        words = "Say who you are, since it stands in the audit log."
        raise UserError(words, at_the_terminal="--by NAME")
    all_seen(name, "name")


def acting(people: People, brand: str, name: str) -> Actor:
    """Who somebody is that names themselves at the terminal. Where the brand has no people, it is
    the owner's terminal, and they may do everything.

    Raises NotAllowedError where the brand has people and nobody of that name is among them, and
    UserError for a name that will not do.
    """
    known = people.people(brand)
    person = named(known, name)
    if person is not None:
        return Actor(person.name, person.role, listed=True)
    signs(name)
    if known:
        raise NotAllowedError(
            f"'{name}' is not among the people in charge of '{brand}'. Say who you are, or let a "
            "publisher add you.",
            at_the_terminal="--by NAME, or rapport people add NAME --role ROLE",
        )
    return Actor(name, PUBLISHER)


def acting_or_owner(people: People, brand: str, name: str) -> Actor:
    """The same, where nobody has to be named as long as the brand has no people: then it is the
    owner of the terminal."""
    if not name and not people.people(brand):
        return Actor(OWNER, PUBLISHER)
    return acting(people, brand, name)


def still(people: People, brand: str, actor: Actor) -> Actor:
    """The actor with the role that they have now, whatever they had when they signed in.

    Raises NotAllowedError where they are no longer in charge.
    """
    return acting(people, brand, actor.name) if actor.listed else actor


def allow(actor: Actor, right: str, what: str) -> None:
    """Raises NotAllowedError where the actor may not; `what` is such as "approve drafts"."""
    if not actor.may(right):
        raise NotAllowedError(
            f"{actor.name} is {_a(actor.role)} here, and only {_a(needs(right))} may {what}."
        )


def add_person(
    transaction: Transaction, brand: str, person: Person, by: Actor, at: Instant
) -> None:
    """Adds somebody. The first one is a publisher, so that there is somebody to add the others.

    Raises UserError where the name will not do, is taken or cannot be told from one that is, or
    there is no such role. Who is there already stays, whatever their name.
    """
    allow(by, PUBLISH, "say who is in charge")
    wrong = _wrong_name(person.name) or _wrong_role(person.role)
    if wrong:
        raise UserError(wrong)
    known = transaction.people(brand)
    if named(known, person.name) is not None:
        raise UserError(
            f"There is a '{person.name}' already. For another role: rapport people change NAME "
            "--role ROLE"
        )
    if (alike := looks_taken(known, person.name)) is not None:
        raise UserError(
            f"'{person.name}' cannot be told from '{alike.name}', who is in charge already. Nobody "
            "was added: add something that sets them apart, such as a surname."
        )
    if not known and person.role != PUBLISHER:
        raise UserError(
            "The first person in charge is a publisher, so that there is somebody to add others: "
            "rapport people add NAME --role publisher"
        )
    transaction.save_person(brand, person)
    note(transaction, brand, at, _deed(by, person.name, f"added as {_a(person.role)}"))


def change_role(
    transaction: Transaction, brand: str, name: str, role: str, by: Actor, at: Instant
) -> None:
    """Gives somebody another role; it holds for their next click."""
    allow(by, PUBLISH, "say who is in charge")
    if wrong := _wrong_role(role):
        raise UserError(wrong)
    person = _found(transaction, brand, name)
    if role != PUBLISHER:
        _keep_a_publisher(transaction, brand, person)
    transaction.save_person(brand, replace(person, role=role))
    words = f"was {_a(person.role)}, is {_a(role)}"
    note(transaction, brand, at, _deed(by, person.name, words))


def renew_token(
    transaction: Transaction, brand: str, name: str, secret: Secret, by: Actor, at: Instant
) -> None:
    """Gives somebody a new token; the old one, and every session begun with it, ends."""
    allow(by, PUBLISH, "say who is in charge")
    person = _found(transaction, brand, name)
    digest = sealed(secret.token, secret.salt)
    transaction.save_person(brand, replace(person, salt=secret.salt, digest=digest))
    note(transaction, brand, at, _deed(by, person.name, "has a new token"))


def remove_person(transaction: Transaction, brand: str, name: str, by: Actor, at: Instant) -> None:
    """Takes somebody out of charge. What they did stays in the audit log."""
    allow(by, PUBLISH, "say who is in charge")
    person = _found(transaction, brand, name)
    if len(transaction.people(brand)) > 1:
        _keep_a_publisher(transaction, brand, person)
    transaction.remove_person(brand, person.name)
    note(transaction, brand, at, _deed(by, person.name, f"was {_a(person.role)}, is removed"))


def _found(transaction: Transaction, brand: str, name: str) -> Person:
    known = transaction.people(brand)
    person = named(known, name)
    if person is None:
        names = ", ".join(one.name for one in known) or "nobody"
        raise NotFoundError(f"There is no '{name}' in charge of '{brand}'. There is: {names}.")
    return person


def _keep_a_publisher(transaction: Transaction, brand: str, leaving: Person) -> None:
    others = [one for one in transaction.people(brand) if one.name != leaving.name]
    if leaving.role == PUBLISHER and all(one.role != PUBLISHER for one in others):
        raise UserError(
            f"{leaving.name} is the last publisher: nobody could change anything after that. Make "
            "somebody else a publisher first."
        )


def _wrong_name(name: str) -> str:
    if wrong := what_is_wrong_with(name):
        return wrong
    if holds_unseen(name):
        return "A name has nothing that cannot be seen."
    if looks_reserved(name):
        return f"'{name}' looks like what stands for something else in the audit log. Take another."
    return ""


def _wrong_role(role: str) -> str:
    return "" if role in ROLES else f"There is no role '{role}'. There is: {', '.join(ROLES)}."


def _deed(by: Actor, name: str, words: str) -> Deed:
    return Deed(by.name, "changed", f"person {name}", words)


def _a(role: str) -> str:
    return f"an {role}" if role[0] in "aeiou" else f"a {role}"
