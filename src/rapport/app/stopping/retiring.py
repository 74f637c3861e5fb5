"""Retiring a brand, and bringing it back: a release that says so, and what publishers see of it.

A stop holds back sending for a while, and deciding goes on. A retired brand is over: its flows end
as their next step comes, and what is in the outbox is given up. Events are still taken in, since
people may opt out of what they got.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.in_charge.audit_log import note
from rapport.app.stopping.stops import signed
from rapport.app.stopping.whose import Asked, allow_one
from rapport.core.blueprint import Release
from rapport.core.oversight.audit import Act, Deed, release_seen
from rapport.core.oversight.people import PUBLISH, Actor
from rapport.core.oversight.retired import Retired
from rapport.core.oversight.stopping import BRAND, Switch
from rapport.core.time import Instant
from rapport.errors import ConflictError, NotFoundError
from rapport.ports import Transaction


class Retirement(Struct, frozen=True):
    """How a brand stands after it. `retired` is None once it was brought back; `waiting` and
    `sending` are its messages in the outbox. `new` is false where it was retired already, and
    `mail_held` is why nothing is mailed for it though it is back."""

    brand: str
    name: str
    release: int
    since: Instant
    retired: Retired | None
    waiting: int = 0
    sending: int = 0
    new: bool = True
    mail_held: str = ""


def retire(
    transaction: Transaction,
    brand: str,
    act: Act,
    *,
    actor: Actor | None = None,
    saw: Mapping[str, str] | None = None,
) -> Retirement:
    """Retires a brand from this commit on; who retired it first stays the one who did. A publisher
    may. Raises NotFoundError where there is no such brand, UserError where no reason is given."""
    signed(act, "retired")
    latest = _latest(transaction, brand)
    allow_one(transaction, brand, Asked(act, actor), PUBLISH, "retire a brand")
    if latest.retired is not None:
        return _stands(transaction, latest, new=False)
    release = _next(latest, act, Retired(act.who, act.why))
    transaction.publish(brand, release)
    found = _stands(transaction, release)
    seen = {"messages waiting": str(found.waiting), **_digest(transaction, release), **(saw or {})}
    note(transaction, brand, act.at, Deed(act.who, "retired", "the brand", act.why, seen))
    return found


def bring_back(
    transaction: Transaction,
    brand: str,
    act: Act,
    *,
    actor: Actor | None = None,
    saw: Mapping[str, str] | None = None,
) -> Retirement:
    """Brings a brand back as it was published before. A publisher may; nobody else needs to agree,
    since all of it was published once. Raises ConflictError where it is not retired."""
    signed(act, "brought back")
    latest = _latest(transaction, brand)
    allow_one(transaction, brand, Asked(act, actor), PUBLISH, "bring a brand back")
    if latest.retired is None:
        raise ConflictError(f"{latest.brand.name} is not retired: nothing was done.")
    release = _next(latest, act, None)
    transaction.publish(brand, release)
    before = {"retired by": latest.retired.who, "retired because": latest.retired.why}
    seen = {**before, **_digest(transaction, release), **(saw or {})}
    note(transaction, brand, act.at, Deed(act.who, "brought back", "the brand", act.why, seen))
    return _stands(transaction, release)


def _latest(transaction: Transaction, brand: str) -> Release:
    # Not by `publishing.publish`, which loads all of learning: this is among the switches.
    blueprint = transaction.blueprint(brand)
    if blueprint is None:
        raise NotFoundError(f"There is no brand '{brand}' here: nothing was done.")
    return blueprint.releases[-1]


def _next(latest: Release, act: Act, retired: Retired | None) -> Release:
    since = max(act.at, latest.since)
    return replace(latest, number=latest.number + 1, since=since, retired=retired)


def _digest(transaction: Transaction, release: Release) -> dict[str, str]:
    digest = transaction.release_digest(release.brand.key, release.number)
    return release_seen(release.number, digest)


def _stands(transaction: Transaction, release: Release, *, new: bool = True) -> Retirement:
    brand = release.brand
    held = transaction.held_back(brand.key, [Switch(BRAND)])
    return Retirement(
        brand.key, brand.name, release.number, release.since, release.retired,
        held["waiting"], held["sending"], new,
    )  # fmt: skip
