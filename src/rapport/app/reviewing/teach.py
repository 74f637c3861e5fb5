"""What a judgement teaches: a phrase that is never written again, a rule, an example."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.in_charge.audit_log import note
from rapport.app.in_charge.people import allow
from rapport.core.audit import Deed
from rapport.core.copy_checks.findings import AVOIDED, EXTENDABLE
from rapport.core.draft import BY_RULE, REJECTED, Draft, KeptDraft, Standing
from rapport.core.message import Finding
from rapport.core.people import JUDGE, Actor
from rapport.core.teaching import EXAMPLE, KINDS, PHRASE, Teaching
from rapport.core.time import Instant
from rapport.errors import UserError
from rapport.ports import Transaction

SHORTEST_PHRASE, LONGEST_PHRASE = 3, 80
LONGEST_RULE, LONGEST_EXAMPLE = 300, 2_000

Faults = Callable[[Draft], tuple[Finding, ...]]


class Lesson(Struct, frozen=True):
    """What somebody wants a writer to learn; see `Teaching`. `check` counts for a phrase alone."""

    kind: str
    text: str
    check: str = AVOIDED
    better: str = ""
    everywhere: bool = True
    """False: it holds for the draft's framework alone. A banned phrase holds everywhere."""


def teach(
    transaction: Transaction,
    brand: str,
    actor: Actor,
    at: Instant,
    lesson: Lesson,
    draft: Draft | None = None,
) -> Teaching:
    """Keeps a lesson, with its entry in the audit log.

    Raises NotAllowedError where the actor may not judge, UserError where the lesson will not do or
    is kept already.
    """
    allow(actor, JUDGE, "teach the writer")
    text = _fitting(lesson)
    known = transaction.teachings(brand)
    for one in known:
        if (one.kind, one.text.casefold()) == (lesson.kind, text.casefold()) and not one.withdrawn:
            raise UserError(f"That is taught already, by {one.who}.")
    teaching = Teaching(
        number=max((one.number for one in known), default=0) + 1,
        kind=lesson.kind,
        text=text,
        who=actor.name,
        at=at,
        check=lesson.check,
        better=lesson.better.strip()[:LONGEST_EXAMPLE],
        framework="" if draft is None or lesson.everywhere else draft.framework,
        draft=draft.id if draft is not None else "",
    )
    transaction.teach(brand, teaching)
    note(transaction, brand, at, _deed(actor, teaching, "taught", text))
    return teaching


def withdraw(
    transaction: Transaction, brand: str, actor: Actor, at: Instant, number: int
) -> Teaching:
    """Takes a lesson back: from now on it does not hold. It stays on record.

    Raises UserError where there is none of this number.
    """
    allow(actor, JUDGE, "teach the writer")
    for one in transaction.teachings(brand):
        if one.number == number and not one.withdrawn:
            gone = replace(one, withdrawn=True)
            transaction.teach(brand, gone)
            note(transaction, brand, at, _deed(actor, one, "changed", f"taken back: {one.text}"))
            return gone
    raise UserError(
        f"Nothing is taught under number {number}.", at_the_terminal="rapport review taught"
    )


def withdraw_faulty(
    transaction: Transaction, brand: str, at: Instant, phrase: str, faults: Faults
) -> list[str]:
    """Rejects by rule what waits or is usable and has words that were just banned.

    Says which those were. `faults` are those of the checks with the phrase among them.
    """
    reason = f"'{phrase}' is not written any more"
    gone = []
    for kept in list(_with_words(transaction, brand, phrase)):
        if faults(kept.draft):
            standing = Standing(REJECTED, BY_RULE, reason, at)
            if transaction.judge_draft(brand, kept.draft.id, kept.standing.state, standing):
                gone.append(kept.draft.id)
    return gone


def _with_words(transaction: Transaction, brand: str, phrase: str) -> Iterator[KeptDraft]:
    """Live drafts that have every word of a phrase somewhere: a cheap look before the checks."""
    words = [word.rstrip("*").casefold() for word in phrase.split()]
    for kept in transaction.live_drafts(brand):
        said = "\n".join(kept.draft.slots.values()).casefold()
        if all(word in said for word in words):
            yield kept


def _fitting(lesson: Lesson) -> str:
    if lesson.kind not in KINDS:
        raise UserError(f"A lesson is one of {', '.join(KINDS)}, not '{lesson.kind}'.")
    text = lesson.text.strip() if lesson.kind == EXAMPLE else " ".join(lesson.text.split())
    most = {PHRASE: LONGEST_PHRASE, EXAMPLE: LONGEST_EXAMPLE}.get(lesson.kind, LONGEST_RULE)
    least = SHORTEST_PHRASE if lesson.kind == PHRASE else 1
    if not least <= len(text) <= most:
        raise UserError(f"A {lesson.kind} has {least} to {most} characters; this has {len(text)}.")
    if not text.replace("\n", "").isprintable():
        raise UserError(f"A {lesson.kind} has nothing in it that cannot be seen. Type it again.")
    if lesson.kind == PHRASE and "{" in text:
        raise UserError("A phrase is made of words: leave placeholders out.")
    if lesson.kind == PHRASE and lesson.check not in (AVOIDED, *EXTENDABLE):
        names = ", ".join((AVOIDED, *EXTENDABLE))
        raise UserError(f"No check '{lesson.check}' takes phrases. There is: {names}.")
    return text


def _deed(actor: Actor, teaching: Teaching, did: str, why: str) -> Deed:
    saw = {"draft": teaching.draft} if teaching.draft else {}
    return Deed(actor.name, did, f"lesson {teaching.number} ({teaching.kind})", why, saw)
