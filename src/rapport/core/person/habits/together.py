"""The habits of two profiles that turned out to be one person."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.bounds import MAX_OFFERS, MAX_TICKETS, counted
from rapport.core.choices import LastWord
from rapport.core.editions import TOLD_IN_ANY_ORDER
from rapport.core.events import checkout_name
from rapport.core.person.habits.said import remembered
from rapport.core.person.habits.visits import together
from rapport.core.person.last_words import of_trouble, still_open
from rapport.core.state import (
    CartHabits,
    Habits,
    OfferTally,
    Preference,
    ProfileState,
    Trouble,
    VisitHabits,
)


def merged(mine: ProfileState, theirs: ProfileState, edition: int) -> Habits:
    """Counts add up, save what both were told of; of the open visit and cart they are those of the
    one that holds it."""
    a, b = mine.habits, theirs.habits
    return Habits(
        visits=_visits_together(mine, theirs),
        carts=_carts_together(mine, theirs),
        offers=_offers_together(a.offers, b.offers),
        preferences=_preferences_together(a.preferences, b.preferences, edition),
        trouble=_trouble_together(mine, theirs, edition),
        largest_order=max(a.largest_order, b.largest_order),
    )


def _visits_together(mine: ProfileState, theirs: ProfileState) -> VisitHabits:
    newer, older = (
        (mine, theirs) if mine.browsing.last_at >= theirs.browsing.last_at else (theirs, mine)
    )
    last, rest = newer.habits.visits, older.habits.visits
    day = max(last.last_day, rest.last_day)
    days = last.days_as_of(day) | rest.days_as_of(day)
    a, b = last.parts, rest.parts
    return replace(
        last,
        views=counted(last.views, rest.views),
        device=last.device or rest.device,
        devices=together(last.devices, rest.devices),
        channels=together(last.channels, rest.channels),
        parts=(
            counted(a[0], b[0]), counted(a[1], b[1]), counted(a[2], b[2]), counted(a[3], b[3])
        ),
        last_day=day,
        days=days,
    )  # fmt: skip


def _carts_together(mine: ProfileState, theirs: ProfileState) -> CartHabits:
    newer, older = (
        (mine, theirs) if mine.cart_changed_at >= theirs.cart_changed_at else (theirs, mine)
    )
    last, rest = newer.habits.carts, older.habits.carts
    again, ended = _told_to_both(mine, theirs)
    of_checkout = max((mine, theirs), key=lambda s: s.checkout.changed_at if s.checkout else 0)
    return replace(
        last,
        begun=counted(last.begun, rest.begun),
        checkouts=counted(last.checkouts, rest.checkouts - again),
        bought=counted(last.bought, rest.bought + ended),
        checkout_changes=of_checkout.habits.carts.checkout_changes,
        with_code=of_checkout.habits.carts.with_code,
        highest=max(last.highest, rest.highest),
    )


def _told_to_both(mine: ProfileState, theirs: ProfileState) -> tuple[int, int]:
    """How many checkouts both counted, and how many of one were bought by the other, who had not
    counted them: a site tells of a checkout before it knows the name, the office with the name."""
    if mine.checkout and theirs.checkout and mine.checkout.token == theirs.checkout.token:
        return 1, 0
    for one, other in ((mine, theirs), (theirs, mine)):
        if one.checkout is not None:
            name = checkout_name(one.checkout.token)
            if any(name in note.refs for note in other.orders.recent):
                return (1, 0) if other.habits.carts.bought else (0, 1)
    return 0, 0


def _offers_together(
    mine: tuple[OfferTally, ...], theirs: tuple[OfferTally, ...]
) -> tuple[OfferTally, ...]:
    tallies = {tally.offer: tally for tally in theirs}
    for tally in mine:
        other = tallies.pop(tally.offer, OfferTally(tally.offer))
        tallies[tally.offer] = OfferTally(
            tally.offer,
            counted(tally.sent, other.sent),
            counted(tally.clicked, other.clicked),
            counted(tally.answered, other.answered),
            counted(tally.used, other.used),
            max(tally.used_at, other.used_at),
        )
    return tuple(tallies.values())[-MAX_OFFERS:]


def questions_together(mine: ProfileState, theirs: ProfileState) -> tuple[LastWord, ...]:
    """The last word on each question to support that either asked."""
    a, b = mine.habits.trouble.questions, theirs.habits.trouble.questions
    return of_trouble(a, (*theirs.open_tickets, *mine.open_tickets), b)


def _trouble_together(mine: ProfileState, theirs: ProfileState, edition: int) -> Trouble:
    a, b = mine.habits.trouble, theirs.habits.trouble
    both = len(set(mine.open_tickets).intersection(theirs.open_tickets))
    trouble = Trouble(
        counted(a.tickets, b.tickets - both),
        max(a.ticket_at, b.ticket_at),
        counted(a.complaints, b.complaints),
        max(a.complaint_at, b.complaint_at),
        tuple(dict.fromkeys((*b.delayed, *a.delayed)))[-MAX_TICKETS:],
        max(a.delayed_at, b.delayed_at),
    )
    if edition < TOLD_IN_ANY_ORDER:
        return trouble
    parcels = of_trouble(a.parcels, (*b.delayed, *a.delayed), b.parcels)
    questions = questions_together(mine, theirs)
    return replace(trouble, questions=questions, parcels=parcels, delayed=still_open(parcels))


def _preferences_together(
    mine: tuple[Preference, ...], theirs: tuple[Preference, ...], edition: int
) -> tuple[Preference, ...]:
    kept: dict[str, Preference] = {}
    for one in sorted((*theirs, *mine), key=lambda p: (p.proven, p.at)):
        kept[one.key] = one
    return remembered(tuple(sorted(kept.values(), key=lambda p: p.at)), edition)
