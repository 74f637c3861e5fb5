"""Who may stop and resume what: one brand, or everything, which is every brand of the installation.

Everything is for its owner, who holds the console's own token or the terminal of whoever runs
Rapport, and for who is in charge of every brand. Anybody else's everything is that of their own
brands. Nobody is told what the others are called.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from rapport.app.in_charge.people import NotAllowedError, acting, allow, still
from rapport.core.oversight.audit import Act
from rapport.core.oversight.people import OWNER, Actor, Person, named
from rapport.ports import Transaction

AS_OWNER = f"--by {OWNER}"
"""How whoever runs Rapport says so at the terminal, where their own name is somebody's in charge:
nobody else can be called that."""


class Whose(Struct, frozen=True):
    """The brands that somebody's everything is about, and whether these are all there are."""

    brands: Sequence[str]
    whole: bool


class Asked(Struct, frozen=True):
    """Who asks: somebody who signed in, or the name that was given at the terminal."""

    act: Act
    actor: Actor | None = None


def allow_one(transaction: Transaction, brand: str, asked: Asked, right: str, what: str) -> None:
    """Raises NotAllowedError where they may not in this brand, and says who may. Whoever runs
    Rapport may at its terminal: what they may do to everything they may to each part of it."""
    if asked.actor is None and asked.act.who.casefold() == OWNER:
        return
    if asked.actor is not None:
        actor = still(transaction, brand, asked.actor)
    else:
        actor = acting(transaction, brand, asked.act.who)
    try:
        allow(actor, right, what)
    except NotAllowedError as error:
        able = [one.name for one in transaction.people(brand) if _may(one, right)]
        raise NotAllowedError(f"{error} Ask one of them: {', '.join(able)}.") from None


def whose(transaction: Transaction, brand: str, asked: Asked, right: str, what: str) -> Whose:
    """The brands that everything is for whoever asks, by way of `brand`.

    Raises NotAllowedError where it is none, and says who may.
    """
    every = transaction.brands()
    if asked.actor is not None and not asked.actor.listed:
        allow(asked.actor, right, what)
        return Whose(every, whole=True)
    people = {one: transaction.people(one) for one in every}
    who = asked.actor.name if asked.actor is not None else asked.act.who
    found = {one: person for one in every if (person := named(people[one], who)) is not None}
    at_terminal = asked.actor is None
    if at_terminal and who.casefold() == OWNER:
        return Whose(every, whole=True)
    me = found.get(brand) or (next(iter(found.values()), None) if at_terminal else None)
    if me is None:
        if asked.actor is not None:
            still(transaction, brand, asked.actor)  # which says that they are in charge no more
        if any(people.values()):
            raise NotAllowedError(
                f"'{who}' is not among the people in charge of any brand here. Say who you are, or "
                "leave it out if you run Rapport on this computer.",
                at_the_terminal=f"--by NAME, or {AS_OWNER}",
            )
        return Whose(every, whole=True)
    # Two people may have the same name in two brands: the same token makes them one.
    mine = [
        one for one in every
        if (at_terminal and not people[one])
        or (one in found and _same(found[one], me) and _may(found[one], right))
    ]  # fmt: skip
    if not any(people[one] for one in mine):
        near = brand if brand in found else next(iter(found))
        allow_one(transaction, near, asked, right, what)
    return Whose(mine, whole=len(mine) == len(every))


def _same(one: Person, another: Person) -> bool:
    return (one.salt, one.digest) == (another.salt, another.digest)


def _may(person: Person, right: str) -> bool:
    return Actor(person.name, person.role).may(right)
