"""What a judgement teaches: a phrase that is never written again, a rule, an example."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.in_charge.audit_log import note
from rapport.app.in_charge.people import allow
from rapport.app.reviewing.bans import bannable
from rapport.app.reviewing.review import Bench
from rapport.app.reviewing.taken_along import TakesMoreError, along, give_back, take_along, told
from rapport.core.copy_checks.compiling import has_words
from rapport.core.copy_checks.findings import AVOIDED, EXTENDABLE
from rapport.core.copy_checks.teaching import EXAMPLE, KINDS, PHRASE, Teaching
from rapport.core.creative.draft import Draft
from rapport.core.creative.wording import invisible_in
from rapport.core.oversight.audit import Deed
from rapport.core.oversight.people import JUDGE
from rapport.errors import NotFoundError, UserError
from rapport.ports import Transaction

SHORTEST_PHRASE, LONGEST_PHRASE = 3, 80
LONGEST_RULE, LONGEST_EXAMPLE = 300, 2_000

MOST_NAMED = 5
"""Drafts that an entry of the log names."""


class Lesson(Struct, frozen=True):
    """What somebody wants a writer to learn; see `Teaching`. `check` counts for a phrase alone."""

    kind: str
    text: str
    check: str = AVOIDED
    better: str = ""
    everywhere: bool = True
    """False: it holds for the draft's framework alone. A banned phrase holds everywhere."""
    seen: str = ""
    """What somebody was shown that a ban takes along, as `TakenAlong.seen` says; empty where they
    did not ask."""


class Taught(Struct, frozen=True):
    """A lesson that holds from now on, and the drafts that its ban took along."""

    lesson: Teaching
    withdrawn: tuple[str, ...] = ()


class TakenBack(Struct, frozen=True):
    """A lesson that holds no more, and the drafts that wait again since it does not."""

    lesson: Teaching
    waiting_again: tuple[str, ...] = ()


def to_teach(bench: Bench, lesson: Lesson, number: int = 0, draft: Draft | None = None) -> Teaching:
    """What would be kept of a lesson. Raises UserError where it will not do."""
    text = _fitting(lesson)
    if lesson.kind == PHRASE:
        bannable(bench.release, text)
    return Teaching(
        number=number,
        kind=lesson.kind,
        text=text,
        who=bench.actor.name,
        at=bench.at,
        check=lesson.check,
        better=lesson.better.strip()[:LONGEST_EXAMPLE],
        framework="" if draft is None or lesson.everywhere else draft.framework,
        draft=draft.id if draft is not None else "",
    )


def teach(
    transaction: Transaction, bench: Bench, lesson: Lesson, draft: Draft | None = None
) -> Taught:
    """Keeps a lesson, with its entry in the audit log, and takes along what it bans.

    Raises NotAllowedError where the actor may not judge, UserError where the lesson will not do or
    is kept already, TakesMoreError where it takes along something else than was seen.
    """
    allow(bench.actor, JUDGE, "teach the writer")
    known = transaction.teachings(bench.brand)
    number = max((one.number for one in known), default=0) + 1
    teaching = to_teach(bench, lesson, number, draft)
    for one in known:
        same = (one.kind, one.text.casefold()) == (teaching.kind, teaching.text.casefold())
        if same and not one.withdrawn:
            raise UserError(f"That is taught already, by {one.who}.")
    found = along(transaction, bench, teaching, teaching.draft) if teaching.bans else None
    if lesson.seen and found and told(bench, found).seen != lesson.seen:
        raise TakesMoreError(
            "By now this ban takes along something else than you were shown. Nothing was done: "
            "look again."
        )
    transaction.teach(bench.brand, teaching)
    gone = take_along(transaction, bench, found) if found else []
    saw = {"draft": teaching.draft} if teaching.draft else {}
    if gone:
        saw["took along"] = _some(gone)
    note(transaction, bench.brand, bench.at, _deed(bench, teaching, "taught", teaching.text, saw))
    return Taught(teaching, tuple(gone))


def withdraw(transaction: Transaction, bench: Bench, number: int) -> TakenBack:
    """Takes a lesson back: from now on it does not hold, and what it alone took along waits again.
    It stays on record.

    Raises NotFoundError where there is none of this number.
    """
    allow(bench.actor, JUDGE, "teach the writer")
    for one in transaction.teachings(bench.brand):
        if one.number == number and not one.withdrawn:
            gone = replace(one, withdrawn=True)
            transaction.teach(bench.brand, gone)
            back = give_back(transaction, bench, gone) if one.bans else []
            saw = {"waiting again": _some(back)} if back else {}
            why = f"taken back: {one.text}"
            note(transaction, bench.brand, bench.at, _deed(bench, one, "changed", why, saw))
            return TakenBack(gone, tuple(back))
    raise NotFoundError(
        f"Nothing is taught under number {number}.", at_the_terminal="rapport review taught"
    )


def _fitting(lesson: Lesson) -> str:
    if lesson.kind not in KINDS:
        raise UserError(f"A lesson is one of {', '.join(KINDS)}, not '{lesson.kind}'.")
    text = lesson.text.strip() if lesson.kind == EXAMPLE else " ".join(lesson.text.split())
    most = {PHRASE: LONGEST_PHRASE, EXAMPLE: LONGEST_EXAMPLE}.get(lesson.kind, LONGEST_RULE)
    least = SHORTEST_PHRASE if lesson.kind == PHRASE else 1
    if not least <= len(text) <= most:
        raise UserError(f"A {lesson.kind} has {least} to {most} characters; this has {len(text)}.")
    if invisible_in(text):
        raise UserError(f"A {lesson.kind} has nothing in it that cannot be seen. Type it again.")
    if lesson.kind == PHRASE and "{" in text:
        raise UserError("A phrase is made of words: leave placeholders out.")
    if lesson.kind == PHRASE and not has_words(text):
        raise UserError(f"There are no words in '{text}' that a check could look for.")
    if lesson.kind == PHRASE and lesson.check not in (AVOIDED, *EXTENDABLE):
        names = ", ".join((AVOIDED, *EXTENDABLE))
        raise UserError(f"No check '{lesson.check}' takes phrases. There is: {names}.")
    return text


def _deed(bench: Bench, teaching: Teaching, did: str, why: str, saw: dict[str, str]) -> Deed:
    what = f"lesson {teaching.number} ({teaching.kind})"
    return Deed(bench.actor.name, did, what, why, saw)


def _some(drafts: Sequence[str]) -> str:
    """How many they are, the first of them, and a digest of all, for the log."""
    digest = sha256("\n".join(sorted(drafts)).encode()).hexdigest()
    named = ", ".join(drafts[:MOST_NAMED])
    more = ", …" if len(drafts) > MOST_NAMED else ""
    return f"{len(drafts)} ({named}{more}; sha256 {digest})"
