"""Stopping and resuming: one switch for a message, a framework, a flow, a brand or everything.

A stop holds from the commit on, in every process over the same store. What is planned waits; once
a stop ends, what is still valid and still wanted goes out as the caps allow, and the rest has
lapsed with the stop as its reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from rapport.app.in_charge.audit_log import note
from rapport.app.in_charge.people import NAMELESS, acting, allow, still
from rapport.app.in_charge.reasons import fits
from rapport.app.wording.names import begun
from rapport.core.audit import Act, Deed
from rapport.core.people import PUBLISH, WRITE, Actor
from rapport.core.stopping import (
    EVERYTHING,
    FLOW,
    FRAMEWORK,
    KINDS,
    MESSAGE,
    RULE,
    WHOLE,
    Stop,
    Switch,
)
from rapport.errors import UserError
from rapport.ports import Oversight, Transaction

SHORTEST_REASON = 3
CHANGED = (
    "It is not stopped as it was when you opened that page: somebody resumed it, or stopped it "
    "anew. Nothing was done. Look again, and decide then."
)


class Standing(Struct, frozen=True):
    """A stop that holds, and what it holds back in one brand: messages that wait, and those that
    were with the mail server, or about to be handed to it, when it was asked."""

    stop: Stop
    waiting: int
    sending: int


class Done(Struct, frozen=True):
    """What stopping or resuming came to. `new` is false where it was stopped already."""

    stop: Stop
    waiting: int
    sending: int
    new: bool = True


def read_switch(kind: str, key: str = "") -> Switch:
    """The switch that these words name. Raises UserError."""
    if kind not in KINDS:
        raise UserError(f"'{kind}' cannot be stopped. What can be: {', '.join(KINDS)}.")
    if kind in WHOLE and key:
        raise UserError(f"'{kind}' stands by itself; leave '{key}' out, or name what it is.")
    if kind not in WHOLE and not key:
        raise UserError(
            f"Say which {kind}.", at_the_terminal=f"rapport stop {kind} KEY --because …"
        )
    return Switch(kind, key)


def standing(oversight: Oversight, brand: str) -> list[Standing]:
    """What holds for a brand now, in the order in which it was stopped."""
    return [_standing(oversight, brand, stop) for stop in oversight.stops(brand)]


def stop(
    transaction: Transaction,
    brand: str,
    switch: Switch,
    act: Act,
    *,
    actor: Actor | None = None,
    by_rule: bool = False,
    saw: Mapping[str, str] | None = None,
) -> Done:
    """Stops it from this commit on. `saw` is what was shown to whoever does it.

    Anybody in charge may who is no viewer. Raises UserError where there is no such thing to stop,
    or no reason is given.
    """
    _signed(act, "stopped")
    if not by_rule:
        allow(_who(transaction, brand, act, actor), WRITE, "stop what goes out")
    holder = "" if switch.kind == EVERYTHING else brand
    already = _found(transaction.stops(brand), holder, switch)
    if already is not None:
        found = _standing(transaction, brand, already)
        return Done(already, found.waiting, found.sending, new=False)
    _known(transaction, brand, switch)
    new = Stop(holder, switch, act.at, act.who, act.why, by_rule)
    transaction.add_stop(new)
    waiting = sending = 0
    for one in _brands(transaction, brand, switch):
        held = transaction.held_back(one, [switch])
        waiting, sending = waiting + held["waiting"], sending + held["sending"]
        counted = {"messages waiting": str(held["waiting"]), "being sent": str(held["sending"])}
        deed = Deed(act.who, "stopped", switch.words, act.why, {**counted, **(saw or {})})
        note(transaction, one, act.at, deed)
    return Done(new, waiting, sending)


def resume(
    transaction: Transaction,
    brand: str,
    switch: Switch,
    act: Act,
    *,
    actor: Actor | None = None,
    shown: str = "",
    saw: Mapping[str, str] | None = None,
) -> Done:
    """Ends a stop, from this commit on. Only a publisher does, also what stopped by itself;
    everything only who is one in each brand. `shown` is the `digest` of the stop as they saw it,
    where they saw it on a page.

    Raises UserError where it is not stopped, or no reason is given.
    """
    _signed(act, "resumed")
    if act.who == RULE:
        words = "What was stopped is resumed by a person. Say who you are."
        raise UserError(words, at_the_terminal="--by NAME")
    holder = "" if switch.kind == EVERYTHING else brand
    brands = _brands(transaction, brand, switch)
    for one in brands:
        allow(_who(transaction, one, act, actor), PUBLISH, "resume what was stopped")
    stops = transaction.stops(brand)
    ended = _found(stops, holder, switch)
    if ended is None:
        others = ", ".join(one.switch.words for one in stops)
        known = f"What is stopped: {others}" if others else "Nothing is"
        raise UserError(f"{begun(switch.words)} is not stopped by itself. {known}.")
    if shown not in ("", digest(ended)):
        raise UserError(CHANGED)
    transaction.end_stop(holder, switch, act.at, act.who)
    waiting = sending = 0
    for one in brands:
        held = transaction.held_back(one, [switch])
        waiting, sending = waiting + held["waiting"], sending + held["sending"]
        told = {
            "stopped by": ended.who,
            "stopped because": ended.why,
            "messages waiting": str(held["waiting"]),
            "digest of the stop": digest(ended),
            **(saw or {}),
        }
        note(transaction, one, act.at, Deed(act.who, "resumed", switch.words, act.why, told))
    return Done(replace(ended, until=act.at, resumed_by=act.who), waiting, sending)


def digest(one: Stop) -> str:
    """Of a stop as a page shows it: who stopped what, since when and why. SHA-256, hex digits."""
    shown = (one.brand, one.switch.kind, one.switch.key, one.since, one.who, one.why)
    return sha256(msgspec.json.encode(shown)).hexdigest()


def _brands(transaction: Transaction, brand: str, switch: Switch) -> Sequence[str]:
    """Whose messages it holds back."""
    return transaction.brands() if switch.kind == EVERYTHING else [brand]


def _who(transaction: Transaction, brand: str, act: Act, actor: Actor | None) -> Actor:
    """Whoever signed in, with the role that they have now, or who named themselves at the terminal.

    Raises NotAllowedError where they are not in charge.
    """
    if actor is not None:
        return still(transaction, brand, actor)
    return acting(transaction, brand, act.who)


def _standing(oversight: Oversight, brand: str, one: Stop) -> Standing:
    held = oversight.held_back(brand, [one.switch])
    return Standing(one, held["waiting"], held["sending"])


def _found(stops: Sequence[Stop], holder: str, switch: Switch) -> Stop | None:
    return next((one for one in stops if (one.brand, one.switch) == (holder, switch)), None)


def _signed(act: Act, done: str) -> None:
    if not act.who.strip():
        raise UserError(NAMELESS, at_the_terminal="--by NAME")
    why = act.why.strip()
    if len(why) < SHORTEST_REASON:
        short = f" ‘{why}’ is too short: write {SHORTEST_REASON} letters or more." if why else ""
        raise UserError(
            f"Say why it is {done}, since it stands in the audit log.{short}",
            at_the_terminal="--because REASON",
        )
    fits(act.why)


def _known(transaction: Transaction, brand: str, switch: Switch) -> None:
    """Raises UserError where the brand has no such thing."""
    if switch.kind in WHOLE:
        return
    if switch.kind == MESSAGE:
        if not any(transaction.held_back(brand, [switch]).values()):
            raise UserError(
                f"No message '{switch.key}' is on its way. It has gone out or was given up, or its "
                "key is another. The console names those that wait."
            )
        return
    blueprint = transaction.blueprint(brand)
    releases = blueprint.releases if blueprint else ()
    every = {
        FLOW: [flow.key for release in releases for flow in release.flows],
        FRAMEWORK: [one.key for release in releases for one in release.frameworks],
    }
    known = sorted(set(every[switch.kind]))
    if switch.key not in known:
        raise UserError(
            f"Brand '{brand}' has no {switch.kind} '{switch.key}'. It has: {', '.join(known)}."
        )
