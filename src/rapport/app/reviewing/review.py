"""Judging drafts: approve, edit, reject, one by one or many alike, each with its entry in the log.

Every judgement is one unit of work with its entry in the audit log: neither is there without the
other. Of two people who judge the same draft one does, and the other is told.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.in_charge.audit_log import note
from rapport.app.in_charge.people import NotAllowedError, allow
from rapport.app.in_charge.reasons import ended, fits
from rapport.app.writer.beside import draft_faults
from rapport.core.blueprint import Release
from rapport.core.copy_checks.standard import Standard
from rapport.core.creative.draft import (
    BY_RULE,
    CHANGED,
    EXPIRED,
    PERSON,
    PROPOSAL,
    REJECTED,
    USABLE,
    WAITING,
    Draft,
    KeptDraft,
    Standing,
    edition_of,
    is_current,
    named,
    words_digest,
)
from rapport.core.creative.message import Finding
from rapport.core.oversight.audit import WAITS, Deed
from rapport.core.oversight.people import JUDGE, WRITE, Actor
from rapport.core.time import Instant
from rapport.errors import CodecError, NotFoundError, UserError
from rapport.ports import Drafts, Transaction

APPROVED, EDITED, SENT_ON, REFUSED = "approved", "edited", "sent on", "rejected"
"""What a judgement did. `sent on`: an edit that somebody else has to approve."""

LATE, STALE, OVER, FAULTY, NOT_YOURS = "late", "stale", "over", "faulty", "not yours"
"""Why a judgement was not taken: somebody was faster; what the words stand on has changed; the
deadline is past; a check stops the words; four eyes are asked for."""

DONE = (APPROVED, EDITED, SENT_ON, REFUSED)

MOST_AT_ONCE = 200
"""Drafts that one unit of work judges: it holds up everything else that is written."""

TO_ADOPT = "The words are used once they are taken into the brand's files and published."


class Outcome(Struct, frozen=True):
    """What became of a judgement: what it did, or why it was not taken, and that in a sentence.

    `became` is the draft that an edit made; `findings` are what stops the words. `to_adopt` says
    that the words are used once they are taken into the brand's files, which each door says in its
    own way. `can_take_back` says that the words were approved by now, and that rejecting them is a
    step of its own: taking back what somebody else decided.
    """

    draft: str
    did: str
    told: str
    became: str = ""
    findings: tuple[Finding, ...] = ()
    to_adopt: bool = False
    can_take_back: bool = False

    @property
    def done(self) -> bool:
        return self.did in DONE


class Bench(Struct, frozen=True):
    """What a reviewer judges by: who it is, when, what is published, and the checks by framework.

    `standards` hold words to everything that reviewers have banned, too. `in_files` says which
    of some proposals are in the brand's files, which nobody changes while they are judged.
    """

    brand: str
    actor: Actor
    at: Instant
    release: Release
    standards: Mapping[str, Standard]
    in_files: Callable[[Collection[str]], Collection[str]] = lambda _: ()


class DamagedDraftError(UserError):
    """What is kept of a draft is damaged, or was changed beside Rapport."""


def approve(transaction: Transaction, bench: Bench, draft: str) -> Outcome:
    """Lets the words go out as they are.

    Raises NotAllowedError where the actor may not judge, UserError where there is no such draft.
    """
    allow(bench.actor, JUDGE, "approve drafts")
    kept = find(transaction, bench.brand, draft)
    if trouble := _trouble(transaction, bench, kept):
        return trouble
    if bench.release.brand.four_eyes and bench.actor.wrote(kept.draft.author):
        words = f"{bench.actor.name} wrote these words. Somebody else approves them: four eyes."
        return Outcome(draft, NOT_YOURS, words)
    if found := faults(bench, kept.draft):
        return _faulty(draft, found)
    _move(transaction, bench, kept.draft, Standing(USABLE, bench.actor.name, "", bench.at))
    _enter(transaction, bench, kept.draft, "approved")
    if kept.draft.kind == PROPOSAL:
        return Outcome(draft, APPROVED, f"Approved. {TO_ADOPT}", to_adopt=True)
    return Outcome(draft, APPROVED, "Approved. It goes out from now on.")


def reject(
    transaction: Transaction, bench: Bench, draft: str, why: str, *, take_back: bool = False
) -> Outcome:
    """Keeps words that wait from ever going out; with `take_back` also such as were approved. A
    reason is asked for: the writer learns from it.

    Without `take_back` it is the word of somebody who saw them wait: they are told who was faster.
    """
    allow(bench.actor, JUDGE, "reject drafts")
    why = _reason(why)
    kept = find(transaction, bench.brand, draft)
    if kept.standing.state not in (WAITING, USABLE):
        return _late(kept)
    if is_published(bench.release, kept.draft):
        words = "These words are published already. Take them out of the framework instead."
        return Outcome(draft, LATE, words)
    if kept.draft.kind == PROPOSAL and kept.standing.state == USABLE and bench.in_files([draft]):
        words = (
            "These words are in the brand's files already: somebody took them in. Take them out of "
            "the framework instead."
        )
        return Outcome(draft, LATE, words)
    if kept.standing.state == USABLE and not take_back:
        return replace(_late(kept), can_take_back=True)
    standing = Standing(REJECTED, bench.actor.name, why, bench.at)
    _move(transaction, bench, kept.draft, standing, before=kept.standing.state)
    if kept.standing.state == USABLE:
        return _taken_back(transaction, bench, kept, why)
    _enter(transaction, bench, kept.draft, "rejected", why)
    return Outcome(draft, REFUSED, "Rejected. These words never go out.")


def edit(
    transaction: Transaction, bench: Bench, draft: str, slots: Mapping[str, str], why: str = ""
) -> Outcome:
    """Puts better words in a draft's place, checked like any, and approves them.

    Where the actor may only write, or four eyes are asked for, they wait for somebody else instead.
    Raises NotAllowedError and UserError as `approve` does.
    """
    allow(bench.actor, WRITE, "edit drafts")
    fits(why)
    kept = find(transaction, bench.brand, draft)
    if trouble := _trouble(transaction, bench, kept):
        return trouble
    tidied = _tidy(slots, kept.draft)
    if tidied == kept.draft.slots:
        return approve(transaction, bench, draft)
    edited = named(
        replace(
            kept.draft,
            slots=tidied,
            author=f"{PERSON}{bench.actor.name}",
            prompt="",
            made_at=bench.at,
        )
    )
    if found := faults(bench, edited):
        return _faulty(draft, found)
    alone = bench.actor.may(JUDGE) and not bench.release.brand.four_eyes
    standing = Standing(USABLE, bench.actor.name, why, bench.at) if alone else Standing()
    if not transaction.add_drafts(bench.brand, [KeptDraft(edited, standing)]):
        return _known(transaction, bench, draft, edited)
    old = Standing(REJECTED, bench.actor.name, why or "edited", bench.at, edited.id)
    _move(transaction, bench, kept.draft, old)
    waits = {} if alone else {WAITS: "somebody else"}
    _enter(transaction, bench, edited, "edited", why, {"instead of": draft, **waits})
    if alone:
        words = "Edited and approved. Your words go out from now on."
        if edited.kind == PROPOSAL:
            words = f"Edited and approved. {TO_ADOPT}"
        return Outcome(draft, EDITED, words, edited.id, to_adopt=edited.kind == PROPOSAL)
    return Outcome(
        draft, SENT_ON, "Edited. Your words wait for somebody else to approve them.", edited.id
    )


def judge_many(
    transaction: Transaction,
    bench: Bench,
    drafts: Sequence[str],
    why: str | None,
    *,
    take_back: bool = False,
) -> list[Outcome]:
    """Approves each, or rejects each for the reason `why`. One that cannot be is told and left, and
    so is one that was approved meanwhile but for `take_back`.

    Raises UserError where they are more than `MOST_AT_ONCE`.
    """
    if len(drafts) > MOST_AT_ONCE:
        raise UserError(
            f"{len(drafts)} drafts at once are too many. Judge {MOST_AT_ONCE} or fewer."
        )
    found = []
    for draft in dict.fromkeys(drafts):
        try:
            if why is None:
                found.append(approve(transaction, bench, draft))
            else:
                found.append(reject(transaction, bench, draft, why, take_back=take_back))
        except DamagedDraftError as damaged:
            found.append(Outcome(draft, LATE, str(damaged)))
    return found


def faults(bench: Bench, draft: Draft) -> tuple[Finding, ...]:
    """What stands against a draft's words by the checks, as they are now."""
    standard = bench.standards.get(draft.framework)
    if standard is None:
        return (Finding("framework", draft.framework, "there is none", "publish it again"),)
    return draft_faults(standard, bench.release.framework(draft.framework), draft)


def is_published(release: Release, draft: Draft) -> bool:
    """Whether a proposal's words are the framework's own by now."""
    return any(
        draft.id in block.by for one in release.frameworks for block in one.blocks if block.by
    )


def find(drafts: Drafts, brand: str, draft: str) -> KeptDraft:
    """Raises NotFoundError where there is no such draft, DamagedDraftError where what is kept is
    not what was written."""
    try:
        kept = drafts.draft(brand, draft)
    except CodecError as error:
        raise DamagedDraftError(
            f"What is kept of draft '{draft}' is damaged, or not what was written. Its words go "
            "out no more; the row is there to bring back from a backup."
        ) from error
    if kept is None:
        raise NotFoundError(
            f"There is no draft '{draft}' of '{brand}'.", at_the_terminal="rapport review list"
        )
    return kept


def give_up_stale(
    transaction: Transaction, brand: str, release: Release, now: Instant, page: int = 500
) -> int:
    """Gives up what waits and no longer stands on what is published, or whose time is over.

    Says how many that were. To be called after publishing, and now and then.
    """
    given_up = transaction.expire_drafts(brand, now)
    place = (now, "")
    gone = Standing(EXPIRED, BY_RULE, CHANGED, now)
    current: dict[object, str] = {}
    while found := transaction.waiting_drafts(brand, place, page):
        place = (found[-1].deadline, found[-1].id)
        for draft in found:
            asked = (draft.kind, draft.framework, draft.point, draft.action, draft.language)
            if asked not in current:
                current[asked] = edition_of(draft, release)
            if draft.edition != current[asked]:
                given_up += transaction.judge_draft(brand, draft.id, WAITING, gone)
    return given_up


def what_was_seen(draft: Draft) -> dict[str, str]:
    """What stands in the audit log of the words that were judged."""
    return {
        "words": words_digest(draft.slots),
        "begins": draft.begins[:200],
        "edition": draft.edition,
        "author": draft.author,
    }


# --- What stands in the way --------------------------------------------------------------------


def _trouble(transaction: Transaction, bench: Bench, kept: KeptDraft) -> Outcome | None:
    """Why a draft cannot be approved or edited; what is over is given up on the way."""
    draft = kept.draft
    if kept.standing.state != WAITING:
        return _late(kept)
    if draft.deadline <= bench.at:
        transaction.expire_drafts(bench.brand, bench.at)
        return Outcome(draft.id, OVER, "Its deadline is past. The approved copy goes out instead.")
    if not is_current(draft, bench.release):
        gone = Standing(EXPIRED, BY_RULE, CHANGED, bench.at)
        transaction.judge_draft(bench.brand, draft.id, WAITING, gone)
        return Outcome(
            draft.id,
            STALE,
            "What it stands on has changed since it was written: the approved copy, the offer, the "
            "voice or a claim. It was put aside; the approved copy goes out.",
        )
    return None


def _taken_back(transaction: Transaction, bench: Bench, kept: KeptDraft, why: str) -> Outcome:
    """Enters that an approval was overturned, whose it was and since when it stood."""
    approved = kept.standing
    by_rule = approved.who == BY_RULE
    stood = {"overturned": f"approved by {'rule' if by_rule else approved.who}"}
    if approved.at:
        stood["approved at"] = str(approved.at)
    _enter(transaction, bench, kept.draft, "taken back", why, stood)
    what = "what passed by rule" if by_rule else f"what {approved.who} approved"
    if kept.draft.kind == PROPOSAL:
        words = f"Taken back, {what}: these words are not taken into the brand's files."
    else:
        words = f"Taken back, {what}: these words go out no more."
    return Outcome(kept.draft.id, REFUSED, words)


def _late(kept: KeptDraft) -> Outcome:
    standing, draft = kept.standing, kept.draft.id
    if standing.lesson:
        taken = f"It was taken along meanwhile: {ended(standing.why)}"
        return Outcome(draft, LATE, f"{taken} Nothing that you did was kept.")
    who = "It" if standing.who == BY_RULE else standing.who
    told = {
        USABLE: f"{who} {'passed by rule' if who == 'It' else 'approved it'} already.",
        REJECTED: ended(
            f"{who} {'edited' if standing.became else 'rejected'} it already"
            f"{f': {standing.why}' if standing.why not in ('', 'edited') else ''}"
        ),
        EXPIRED: ended(f"It was given up already: {standing.why}"),
    }
    words = told.get(standing.state, "It waits again.")
    return Outcome(draft, LATE, f"{words} Nothing that you did was kept.", standing.became)


def _known(transaction: Transaction, bench: Bench, draft: str, edited: Draft) -> Outcome:
    known = transaction.draft(bench.brand, edited.id)
    state = known.standing.state if known else "gone"
    words = f"The very same words of yours are there already, and stand at '{state}'."
    return Outcome(draft, LATE, words, edited.id)


def _faulty(draft: str, found: tuple[Finding, ...]) -> Outcome:
    first = found[0]
    more = f" And {len(found) - 1} more." if len(found) > 1 else ""
    words = f"A check stops these words: {first.rule} in {first.where}, '{first.found}'.{more}"
    return Outcome(draft, FAULTY, words, findings=found)


def _tidy(slots: Mapping[str, str], draft: Draft) -> dict[str, str]:
    """Words as an editor left them, in the draft's order; an emptied slot is left out."""
    order = [*draft.slots, *(key for key in slots if key not in draft.slots)]
    plain = {key: slots[key].replace("\r\n", "\n").strip() for key in order if key in slots}
    return {key: words for key, words in plain.items() if words}


def _reason(why: str) -> str:
    why = " ".join(why.split())
    if not why:
        raise UserError("Say why: the writer learns from it.")
    fits(why)
    return why


def _move(
    transaction: Transaction, bench: Bench, draft: Draft, to: Standing, before: str = WAITING
) -> None:
    # It was read in this very unit of work, which nobody else writes beside.
    if not transaction.judge_draft(bench.brand, draft.id, before, to):
        raise NotAllowedError(f"Draft {draft.id} was judged by somebody else just now.")


def _enter(
    transaction: Transaction,
    bench: Bench,
    draft: Draft,
    did: str,
    why: str = "",
    more: Mapping[str, str] | None = None,
) -> None:
    saw = {**what_was_seen(draft), **(more or {})}
    deed = Deed(bench.actor.name, did, f"draft {draft.id}", why, saw)
    note(transaction, bench.brand, bench.at, deed)
