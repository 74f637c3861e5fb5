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
from rapport.app.in_charge.people import signs
from rapport.app.in_charge.reasons import fits
from rapport.app.stopping.still_held import still_held
from rapport.app.stopping.whose import Asked, Whose, allow_one, whose
from rapport.app.wording.names import begun
from rapport.core.oversight.audit import BY_ITSELF, Act, Deed
from rapport.core.oversight.people import PUBLISH, WRITE, Actor
from rapport.core.oversight.stopping import (
    BRAND,
    EVERYTHING,
    FLOW,
    FRAMEWORK,
    KINDS,
    MESSAGE,
    WHOLE,
    Stop,
    Switch,
)
from rapport.errors import ConflictError, NotFoundError, UserError
from rapport.ports import Oversight, Transaction

NOTHING_STOPPED = "Nothing was stopped, and mail may still go out."
URGENT = "If something has to stop at once, stop the server: while it is off, nothing goes out."
"""What is said, and what helps, where no stop can be saved."""

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
    """What stopping or resuming came to, and in which brands. `new` is false where it was stopped
    already. Where everything was asked for, `whole` says whether it was every brand of the
    installation, and not those alone that whoever asked is in charge of. `still` is what else stops
    messages of what was resumed, and `held` how many of those that waited it holds back now."""

    stop: Stop
    waiting: int
    sending: int
    new: bool = True
    brands: Sequence[str] = ()
    whole: bool = True
    still: Sequence[str] = ()
    held: int = 0


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

    Anybody in charge may who is no viewer; everything is that of their brands where they are not
    in charge of all (see `whose`). Raises NotFoundError where there is no such thing to stop, and
    UserError where no reason is given.
    """
    signed(act, "stopped")
    asked, what = Asked(act, actor), "stop what goes out"
    if switch.kind == EVERYTHING:
        reached = whose(transaction, brand, asked, WRITE, what)
        if reached.whole:
            return _stop_everything(transaction, reached.brands, act, saw or {})
        done = [
            _stop_one(transaction, one, Switch(BRAND), act, saw or {}, of_everything=True)
            for one in reached.brands
        ]
        return _together(done, whole=False)
    if not by_rule:
        allow_one(transaction, brand, asked, WRITE, what)
    return _stop_one(transaction, brand, switch, act, saw or {}, by_rule=by_rule)


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
    """Ends a stop, from this commit on. Only a publisher does, also what stopped by itself. Where
    everything is stopped, a publisher resumes their own brand out of it, and the others stay
    stopped (see `whose`). `shown` is the `digest` of the stop as they saw it, where they saw it on
    a page.

    Raises ConflictError where it is not stopped, or not as it was shown, and UserError where no
    reason is given.
    """
    signed(act, "resumed")
    if act.who == BY_ITSELF:
        words = "What was stopped is resumed by a person. Say who you are."
        raise UserError(words, at_the_terminal="--by NAME")
    asked, what = Asked(act, actor), "resume what was stopped"
    told = Told(act, shown, saw or {})
    everything = _found(transaction.stops(""), "", Switch(EVERYTHING))
    if switch.kind == EVERYTHING:
        reached = whose(transaction, brand, asked, PUBLISH, what)
    else:
        allow_one(transaction, brand, asked, PUBLISH, what)
        reached = Whose([brand], whole=False)
        own = _found(transaction.stops(brand), brand, switch)
        if own is not None or switch.kind != BRAND:
            return _resume(transaction, reached, switch, own, told)
    # From here on it is everything, or a brand that is resumed out of it.
    held = [one for one in reached.brands if everything in transaction.stops(one)]
    if switch.kind == EVERYTHING and not reached.whole:
        return _resume_their_own(transaction, reached, held, everything, told)
    if not held:
        return _resume(transaction, reached, switch, None, told)
    return _resume(transaction, Whose(held, reached.whole), switch, everything, told)


def _resume_their_own(
    transaction: Transaction,
    reached: Whose,
    held: Sequence[str],
    everything: Stop | None,
    told: Told,
) -> Done:
    """Ends what an everything stopped, for somebody who is not in charge of all: their brands leave
    a stop of everything, and the others' stop ends where such an everything as theirs made it. What
    was stopped by itself stays, and is named."""
    own = [_found(transaction.stops(one), one, Switch(BRAND)) for one in reached.brands]
    ours = [one for one in own if one and one.of_everything and one.brand not in held]
    if not held and not ours:
        return _resume(transaction, reached, Switch(EVERYTHING), None, told)
    if told.shown and not held:
        raise ConflictError(
            CHANGED
        )  # what a page shows as everything is one stop, and that is gone
    done = []
    if held:
        out = Whose(held, whole=False)
        done.append(_resume(transaction, out, Switch(EVERYTHING), everything, told))
    for one in ours:
        out, unseen = Whose([one.brand], whole=False), replace(told, shown="")
        done.append(_resume(transaction, out, Switch(BRAND), one, unseen))
    still = still_held(transaction, reached.brands, Switch(BRAND))
    return replace(_together(done, whole=False), still=still.by)


class Told(Struct, frozen=True):
    """Who resumes and why, the digest of the stop as they saw it, and what else they saw."""

    act: Act
    shown: str
    saw: Mapping[str, str]


def _stop_one(
    transaction: Transaction,
    brand: str,
    switch: Switch,
    act: Act,
    saw: Mapping[str, str],
    *,
    by_rule: bool = False,
    of_everything: bool = False,
) -> Done:
    already = _found(transaction.stops(brand), brand, switch)
    if already is not None:
        found = _standing(transaction, brand, already)
        return Done(already, found.waiting, found.sending, new=False, brands=[brand])
    _known(transaction, brand, switch)
    new = Stop(brand, switch, act.at, act.who, act.why, by_rule, of_everything=of_everything)
    transaction.add_stop(new)
    return _enter_stop(transaction, [brand], new, saw)


def _stop_everything(
    transaction: Transaction, brands: Sequence[str], act: Act, saw: Mapping[str, str]
) -> Done:
    switch = Switch(EVERYTHING)
    already = _found(transaction.stops(""), "", switch)
    if already is not None:
        if all(already in transaction.stops(one) for one in brands):
            counts = [_standing(transaction, one, already) for one in brands]
            waiting, sending = sum(one.waiting for one in counts), sum(o.sending for o in counts)
            return Done(already, waiting, sending, new=False, brands=brands)
        # Some brand was resumed out of it. A new one in its place, in the same commit, holds them
        # all: no brand goes on in between.
        transaction.end_stop("", switch, act.at, act.who)
    new = Stop("", switch, act.at, act.who, act.why)
    transaction.add_stop(new)
    return _enter_stop(transaction, brands, new, saw)


def _enter_stop(
    transaction: Transaction, brands: Sequence[str], new: Stop, saw: Mapping[str, str]
) -> Done:
    waiting = sending = 0
    for one in brands:
        held = transaction.held_back(one, [new.switch])
        waiting, sending = waiting + held["waiting"], sending + held["sending"]
        counted = {"messages waiting": str(held["waiting"]), "being sent": str(held["sending"])}
        deed = Deed(new.who, "stopped", new.switch.words, new.why, {**counted, **saw})
        note(transaction, one, new.since, deed)
    return Done(new, waiting, sending, brands=brands)


def _together(done: Sequence[Done], *, whole: bool) -> Done:
    """What stopping several brands came to: the first that was new stands for all of them."""
    first = next((one for one in done if one.new), done[0])
    return Done(
        first.stop,
        sum(one.waiting for one in done),
        sum(one.sending for one in done),
        new=first.new,
        brands=[brand for one in done for brand in one.brands],
        whole=whole,
        held=sum(one.held for one in done),
    )


def _resume(
    transaction: Transaction, reached: Whose, switch: Switch, ended: Stop | None, told: Told
) -> Done:
    """Ends the stop for the brands that are reached; `ended` is None where there is none."""
    act = told.act
    if ended is None:
        others = dict.fromkeys(
            one.switch.words for brand in reached.brands for one in transaction.stops(brand)
        )
        known = f"What is stopped: {', '.join(others)}" if others else "Nothing is stopped"
        raise ConflictError(f"{begun(switch.words)} has no stop of its own to end. {known}.")
    if told.shown not in ("", digest(ended)):
        raise ConflictError(CHANGED)
    if ended.switch.kind != EVERYTHING or reached.whole:
        transaction.end_stop(ended.brand, ended.switch, act.at, act.who)
    else:
        for one in reached.brands:
            transaction.except_brand(one, ended.switch, act.at, act.who)
        if not any(ended in transaction.stops(one) for one in transaction.brands()):
            transaction.end_stop("", ended.switch, act.at, act.who)  # the last one left it
    waiting = sending = 0
    for one in reached.brands:
        held = transaction.held_back(one, [ended.switch])
        waiting, sending = waiting + held["waiting"], sending + held["sending"]
        saw = {
            "stopped by": ended.who,
            "stopped because": ended.why,
            "messages waiting": str(held["waiting"]),
            "digest of the stop": digest(ended),
            **told.saw,
        }
        note(transaction, one, act.at, Deed(act.who, "resumed", ended.switch.words, act.why, saw))
    still = still_held(transaction, reached.brands, ended.switch)
    return Done(
        replace(ended, until=act.at, resumed_by=act.who), waiting, sending,
        brands=reached.brands, whole=reached.whole or ended.switch.kind != EVERYTHING,
        still=still.by, held=still.messages,
    )  # fmt: skip


def digest(one: Stop) -> str:
    """Of a stop as a page shows it: who stopped what, since when and why. SHA-256, hex digits."""
    shown = (one.brand, one.switch.kind, one.switch.key, one.since, one.who, one.why)
    return sha256(msgspec.json.encode(shown)).hexdigest()


def _standing(oversight: Oversight, brand: str, one: Stop) -> Standing:
    held = oversight.held_back(brand, [one.switch])
    return Standing(one, held["waiting"], held["sending"])


def _found(stops: Sequence[Stop], holder: str, switch: Switch) -> Stop | None:
    return next((one for one in stops if (one.brand, one.switch) == (holder, switch)), None)


def signed(act: Act, done: str) -> None:
    """Raises UserError where nobody is named who did it, or no reason is given."""
    signs(act.who)
    why = act.why.strip()
    if len(why) < SHORTEST_REASON:
        short = f" ‘{why}’ is too short: write {SHORTEST_REASON} letters or more." if why else ""
        raise UserError(
            f"Say why it is {done}, since it stands in the audit log.{short}",
            at_the_terminal="--because REASON",
        )
    fits(act.why)


def _known(transaction: Transaction, brand: str, switch: Switch) -> None:
    """Raises NotFoundError where the brand has no such thing."""
    if switch.kind in WHOLE:
        return
    if switch.kind == MESSAGE:
        if not any(transaction.held_back(brand, [switch]).values()):
            raise NotFoundError(
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
        raise NotFoundError(
            f"Brand '{brand}' has no {switch.kind} '{switch.key}'. It has: {', '.join(known)}."
        )
