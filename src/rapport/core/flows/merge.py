"""Two profiles turn out to be one person: one absorbs what was known of the other."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.bounds import (
    MAX_ANSWERS,
    MAX_EARLY,
    MAX_HAD,
    MAX_INTERESTS,
    MAX_PAST_RUNS,
    MAX_PAST_RUNS_BEFORE,
    MAX_RECENT,
    MAX_TICKETS,
    MAX_VIEWED,
    MAX_WINDOWS,
    MAX_WINDOWS_BEFORE,
)
from rapport.core.choices import ToldAt
from rapport.core.codec import decode_state
from rapport.core.editions import (
    FLOWS_OF_MORE_KINDS,
    RUNS_GO_ON,
    TOLD_IN_ANY_ORDER,
    UNREAD_IS_LEFT,
    WINDOWS_APART,
)
from rapport.core.effects import ConsentNoted, Left
from rapport.core.events import Event, ProfileAbsorbed, ProfileMoved
from rapport.core.flows.runs_together import MERGED, runs_together
from rapport.core.person import consent
from rapport.core.person.habits.together import merged as merged_habits
from rapport.core.person.habits.together import questions_together
from rapport.core.person.last_words import still_open
from rapport.core.person.notes import newest_notes
from rapport.core.person.order_outlook import days_together
from rapport.core.person.trail import merged as merged_trail
from rapport.core.state import Answer, Browsing, Interest, Orders, ProfileState
from rapport.core.work import Work
from rapport.errors import CodecError

UNREAD = "unreadable_profile"
"""How a consent of theirs is told of in the ledger, where what was known of them was not to be
read."""


def absorb(work: Work, event: Event, body: ProfileAbsorbed) -> None:
    """Takes over history, interests, consent, open decisions, and runs that go on here."""
    heard_under = work.heard_under(event)
    try:
        theirs = decode_state(body.state)
    except CodecError:
        # The link itself stands.
        if heard_under.edition >= UNREAD_IS_LEFT:
            _count_as_left(work, event)
        return
    mine = work.state
    newest = max((mine, theirs), key=lambda s: s.checkout.changed_at if s.checkout else 0)
    checkout = newest.checkout
    orders = _orders(mine.orders, theirs.orders)
    if checkout is not None and orders.last_at >= checkout.changed_at:
        checkout = None
    cart = max((mine, theirs), key=lambda s: s.cart_changed_at)
    first_seen = [at for at in (mine.first_seen_at, theirs.first_seen_at) if at]
    tickets = tuple(dict.fromkeys((*mine.open_tickets, *theirs.open_tickets)))[-MAX_TICKETS:]
    if heard_under.edition >= TOLD_IN_ANY_ORDER:
        tickets = still_open(questions_together(mine, theirs))
    past_runs = sorted((*mine.past_runs, *theirs.past_runs), key=lambda r: r.left_at)
    edition = work.blueprint.release_at(event.at).edition
    of_more_kinds = edition >= FLOWS_OF_MORE_KINDS
    most_runs = MAX_PAST_RUNS if of_more_kinds else MAX_PAST_RUNS_BEFORE
    most_windows = MAX_WINDOWS if of_more_kinds else MAX_WINDOWS_BEFORE
    browsing = _browsing(mine.browsing, theirs.browsing)
    others, together = theirs.windows, None
    if edition >= RUNS_GO_ON:
        together = runs_together(work, event, mine, theirs, checkout)
        past_runs = list(together.past_runs)
    if edition >= WINDOWS_APART:
        # The numbers of the other's runs are this one's too, and its next decision would close the
        # windows of a run that it has nothing to do with. Those of a run that goes on go with it.
        numbers = together.numbers if together is not None else {}
        others = tuple(replace(window, run=numbers.get(window.run, 0)) for window in others)
    windows = sorted((*mine.windows, *others), key=lambda w: w.closes_at)
    work.state = replace(
        mine,
        first_seen_at=min(first_seen, default=0),
        has_email=mine.has_email or theirs.has_email,
        has_phone=mine.has_phone or theirs.has_phone,
        language=mine.language or theirs.language,
        country=mine.country or theirs.country,
        utc_offset_minutes=theirs.utc_offset_minutes
        if mine.utc_offset_minutes is None
        else mine.utc_offset_minutes,
        consent=consent.merged(mine.consent, theirs.consent, heard_under),
        orders=orders,
        browsing=browsing,
        cart=cart.cart,
        cart_changed_at=cart.cart_changed_at,
        checkout=checkout,
        open_tickets=tickets,
        notes=newest_notes((*mine.notes, *theirs.notes), edition),
        answers=_answers(mine.answers, theirs.answers),
        past_runs=tuple(past_runs)[-most_runs:],
        windows=tuple(windows)[-2 * most_windows :],
        runs=mine.runs if together is None else together.runs,
        run_count=mine.run_count if together is None else together.run_count,
        arm_key=mine.arm_key or theirs.arm_key,
        trail=merged_trail(mine, theirs, browsing),
        habits=merged_habits(mine, theirs, heard_under.edition),
        had=tuple(dict.fromkeys((*theirs.had, *mine.had)))[-MAX_HAD:],
        told=ToldAt(
            max(mine.told.email, theirs.told.email),
            max(mine.told.phone, theirs.told.phone),
            # As the contact: what is known of this one stays, and the other tells the rest.
            (mine if mine.language else theirs).told.language,
            (mine if mine.country else theirs).told.country,
        ),
    )


def _count_as_left(work: Work, event: Event) -> None:
    """Nobody knows whether they had opted out, and the ledger says so."""
    for channel in consent.CHANNELS:
        work.emit(
            ConsentNoted(
                key=work.key("unread", event.id, channel),
                profile=work.state.profile,
                at=event.at,
                channel=channel,
                purpose="marketing",
                status="unsubscribed",
                source=event.source,
                method=UNREAD,
                wording="",
                wording_version="",
                double_opt_in=False,
            )
        )
    work.change(consent=consent.as_if_left(work.state.consent, event.at))


def move(work: Work, event: Event, body: ProfileMoved) -> None:
    """Ends this profile: its history lives on in the other, and there its runs go on or end."""
    state = work.state
    go_on = work.blueprint.release_at(event.at).edition >= RUNS_GO_ON
    for run in () if go_on else state.runs:
        key = work.key("left", run.flow, run.number)
        work.emit(Left(key, state.profile, run.flow, run.number, event.at, MERGED))
    work.state = ProfileState(
        profile=state.profile, clock=state.clock, moved_into=body.into, run_count=state.run_count
    )


def _orders(mine: Orders, theirs: Orders) -> Orders:
    firsts = [at for at in (mine.first_at, theirs.first_at) if at]
    return Orders(
        count=mine.count + theirs.count,
        first_at=min(firsts, default=0),
        last_at=max(mine.last_at, theirs.last_at),
        value=mine.value + theirs.value,
        discounted=mine.discounted + theirs.discounted,
        refunds=mine.refunds + theirs.refunds,
        last_refund_at=max(mine.last_refund_at, theirs.last_refund_at),
        other_currency=mine.other_currency + theirs.other_currency,
        proven=mine.proven or theirs.proven,
        recent=tuple(sorted((*mine.recent, *theirs.recent), key=lambda n: n.at))[-MAX_RECENT:],
        early_refunds=(*theirs.early_refunds, *mine.early_refunds)[-MAX_EARLY:],
        days=days_together(mine, theirs),
    )


def _browsing(mine: Browsing, theirs: Browsing) -> Browsing:
    newer, older = (mine, theirs) if mine.last_at >= theirs.last_at else (theirs, mine)
    interests: dict[str, Interest] = {}
    for interest in (*newer.interests, *older.interests):
        interests.setdefault(interest.category, interest)
    return replace(
        newer,
        sessions=mine.sessions + theirs.sessions,
        interests=tuple(interests.values())[:MAX_INTERESTS],
        viewed=tuple(dict.fromkeys((*newer.viewed, *older.viewed)))[:MAX_VIEWED],
    )


def _answers(mine: tuple[Answer, ...], theirs: tuple[Answer, ...]) -> tuple[Answer, ...]:
    counts = {answer.level: answer for answer in mine}
    for answer in theirs:
        before = counts.get(answer.level, Answer(answer.level))
        counts[answer.level] = Answer(
            answer.level, before.sent + answer.sent, before.clicked + answer.clicked
        )
    return tuple(counts.values())[-MAX_ANSWERS:]
