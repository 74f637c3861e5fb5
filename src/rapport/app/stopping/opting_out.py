"""Opting a person out by hand, where they asked for it in some other way than by a link.

It is a word about consent like any other, in the log, so that a replay comes to the same; and it is
in one commit with its entry in the audit log. That log is never changed or shortened, so the entry
names no person: it names the event, by a number drawn for it alone, which goes where the person's
events go. Nobody opts anybody in: that takes an act of the person's own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from rapport.app.events.ingest import ingest
from rapport.app.evidence.absorbed import living
from rapport.app.in_charge.audit_log import note
from rapport.app.sending.budgets import settle_budgets
from rapport.app.stopping.stops import signed
from rapport.app.stopping.whose import Asked, allow_one
from rapport.core.blueprint import Blueprint
from rapport.core.events import BY_HAND, STAFF, ConsentChanged, Event, Incoming
from rapport.core.oversight.audit import Act, Deed
from rapport.core.oversight.people import WRITE, Actor
from rapport.errors import NotFoundError, UserError
from rapport.ports import Transaction

OPT_OUT = "opt-out"

ADDRESSED = (
    "That reason names an e-mail address, and the audit log keeps it for good, whatever is deleted "
    "later. Nothing was done: say it without, and try again."
)
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+")


class OptedOut(Struct, frozen=True):
    """What it came to. `new` is false where they had unsubscribed already, and nothing was done;
    `waiting` messages to them will not go out, and `sending` ones were with the mail server, or
    about to be handed to it. `entry` is what the audit log calls it."""

    profile: str
    new: bool
    waiting: int = 0
    sending: int = 0
    entry: str = ""


def opt_out(
    transaction: Transaction,
    blueprint: Blueprint,
    profile: str,
    act: Act,
    drawn: str,
    *,
    actor: Actor | None = None,
    saw: Mapping[str, str] | None = None,
) -> OptedOut:
    """Opts a person out of e-mail from this commit on, also of what is planned; `drawn` is a number
    that nobody else's opt-out has.

    Whoever may stop everybody's messages may stop one person's: anybody in charge who is no viewer.
    Raises UserError where nobody is known by this profile, or the reason will not do.
    """
    brand = blueprint.brand
    signed(act, "done")
    if _ADDRESS.search(act.why):
        raise UserError(ADDRESSED)
    allow_one(transaction, brand, Asked(act, actor), WRITE, "opt somebody out")
    state = living(transaction, brand, profile)
    if state is None:
        raise NotFoundError(f"Brand '{brand}' knows nobody by this id: nothing was done.")
    if state.consent.email == "unsubscribed":
        return OptedOut(state.profile, new=False)
    # It holds whatever a clock did: not before the person asked for messages.
    at = max(act.at, state.consent.email_asked_at)
    said = ConsentChanged(channel="email", status="unsubscribed", method=BY_HAND)
    event = Event(f"{OPT_OUT}:{drawn}", at, STAFF, said)
    ingest(transaction, blueprint, [Incoming(event, (), profile=state.profile)], act.at)
    if transaction.offers_moved(brand):
        settle_budgets(transaction, blueprint, act.at)
    entry = f"{OPT_OUT} {drawn}"
    deed = Deed(act.who, "opted out", entry, act.why.strip(), dict(saw or {}))
    note(transaction, brand, act.at, deed)
    return _stands(transaction, blueprint, state.profile, entry)


def _stands(transaction: Transaction, blueprint: Blueprint, profile: str, entry: str) -> OptedOut:
    state = transaction.states(blueprint.brand, [profile])[profile]
    planned = [one.key for one in state.notes if not one.confirmed]
    waiting = len(transaction.waiting(blueprint.brand, planned))
    theirs = set(planned)
    sending = sum(one.send.key in theirs for one in transaction.sending(blueprint.brand))
    return OptedOut(profile, new=True, waiting=waiting, sending=sending, entry=entry)
