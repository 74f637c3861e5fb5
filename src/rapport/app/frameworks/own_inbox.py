"""A test: one message of a preview as an e-mail, to see it in an inbox of one's own.

It is nobody's message. No decision, outbox or profile knows of it, its links name nobody
(`LinksOfTests`), and nothing counts it but the audit log, which says who sent one of what. That log
is never shortened, so no address stands in it.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.evidence.absorbed import living
from rapport.app.frameworks.preview import WORKS, Cell, Place
from rapport.app.frameworks.preview_person import ANNA, Whom
from rapport.app.in_charge.audit_log import note
from rapport.app.in_charge.people import acting_or_owner, allow, still
from rapport.core.blueprint import Blueprint
from rapport.core.brand import Brand
from rapport.core.creative.message import Message
from rapport.core.events import Identifier
from rapport.core.oversight.audit import Deed
from rapport.core.oversight.people import WRITE, Actor
from rapport.core.oversight.stopping import WHOLE
from rapport.core.time import HOUR, MINUTE, Instant
from rapport.errors import CodecError, ConflictError, UserError
from rapport.ports import Transaction

MOST_AN_HOUR = 20
"""Tests of a brand, whoever sends them and wherever from; also those that a server refused."""

TESTED = "tested"
MARK = "Test: "
"""What a test's subject begins with."""

EDITED = "the folder, not published yet"

KNOWN_PERSON = (
    "A test is made for somebody invented, since what you know of a person stays here. Choose "
    "somebody invented, and send that."
)
NO_MORE = (
    "Whoever has that address asked for no more e-mail from this brand, or mail to it came back. "
    "That holds for tests, too: nothing was sent. Name another address of your own."
)


class Which(Struct, frozen=True):
    """The message that is to be seen, of what is published or of the folder as it is `edited`."""

    framework: str
    place: Place
    whom: Whom = ANNA
    edited: bool = False


class AskedFor(Struct, frozen=True):
    """A test that somebody asks for: `to` is an address in the form in which people are known by
    theirs. `actor` is who signed in; without one it is who names themselves at the terminal, `by`.
    `release` is the number of what it is made from, 0 for a folder that is not published."""

    cell: Cell
    framework: str
    release: int
    brand: Brand
    to: str
    at: Instant
    actor: Actor | None = None
    by: str = ""


def enter(transaction: Transaction, blueprint: Blueprint, asked: AskedFor) -> None:
    """Writes down that it is sent. To be committed before it is: one that could not be written
    down is not sent.

    Raises UserError where it is not to be sent, and says why.
    """
    brand = blueprint.brand
    if asked.actor is not None:
        actor = still(transaction, brand, asked.actor)
    else:
        actor = acting_or_owner(transaction, brand, asked.by)
    allow(actor, WRITE, "send a test")
    if blueprint.releases[-1].retired is not None:
        raise ConflictError("The brand is retired, so nothing is sent for it: no test either.")
    for stop in transaction.stops(brand):
        if stop.switch.kind in WHOLE:
            raise ConflictError(
                f"Nothing is sent just now, not even a test: {stop.switch.words} is stopped "
                f"({stop.why})."
            )
    _not_against_their_will(transaction, brand, asked.to)
    _not_too_many(transaction, brand, asked.at)
    own = asked.to.rpartition("@")[2] == asked.brand.from_email.rpartition("@")[2].lower()
    saw = {
        "message": described(asked.cell.place),
        "made from": f"release {asked.release}" if asked.release else EDITED,
        "sent to": "an address at the sender’s own domain" if own else "an address elsewhere",
    }
    deed = Deed(actor.name, TESTED, f"framework {asked.framework}", saw=saw)
    note(transaction, brand, asked.at, deed)


def as_test(cell: Cell, key: str) -> Message:
    """The message to hand over, known by `key`. Raises UserError where it passes not every check,
    or there is none."""
    if cell.message is None or cell.state != WORKS:
        against = "; ".join(dict.fromkeys(f"{one.rule}: {one.found}" for one in cell.against))
        why = f" ({against})" if against else ""
        raise UserError(f"This message can’t go out{why}, so no test of it is sent.")
    return replace(cell.message, key=key, subject=MARK + cell.message.subject)


def described(place: Place) -> str:
    """Which message of a framework it is."""
    factors = (place.point, place.language, place.tone, place.angle, place.visual)
    return ", ".join((*(one for one in factors if one), f"offer {place.offer}"))


def _not_against_their_will(transaction: Transaction, brand: str, address: str) -> None:
    """Raises ConflictError for the address of a customer who is not to be written to at all."""
    known = Identifier("email", address)
    profile = transaction.owners(brand, [known]).get(known)
    if profile is None:
        return
    try:
        state = living(transaction, brand, profile)
    except CodecError as error:  # nobody knows what they said, so it is taken as a no
        raise ConflictError(NO_MORE) from error
    consent = state.consent if state else None
    if consent and (consent.email == "unsubscribed" or consent.complained or consent.bounced):
        raise ConflictError(NO_MORE)


def _not_too_many(transaction: Transaction, brand: str, at: Instant) -> None:
    sent = [entry.at for entry in transaction.audit_entries_of(brand, [TESTED])]
    # A clock that was ahead once counts for nothing. Of requests that come at once, one may be
    # entered before another that began a moment earlier.
    lately = sorted(one for one in sent if at - HOUR < one < at + MINUTE)[-MOST_AN_HOUR:]
    if len(lately) >= MOST_AN_HOUR:
        minutes = max(1, -(-(lately[0] + HOUR - at) // MINUTE))
        wait = "a minute" if minutes == 1 else f"{minutes} minutes"
        raise ConflictError(
            f"{MOST_AN_HOUR} tests of this brand were sent within an hour, and that is the most. "
            f"The next can go in {wait}."
        )
