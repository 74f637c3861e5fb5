"""The habits of two profiles that turned out to be one person."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.bounds import MAX_OFFERS, MAX_TICKETS, counted
from rapport.core.events import checkout_name
from rapport.core.person.habits.said import remembered
from rapport.core.person.habits.visits import together
from rapport.core.state import (
    CartHabits,
    Habits,
    OfferTally,
    Preference,
    ProfileState,
    Trouble,
    VisitHabits,
)


def merged(mine: ProfileState, theirs: ProfileState) -> Habits:
    """Counts add up, save what both were told of; of the open visit and cart they are those of the
    one that holds it."""
    a, b = mine.habits, theirs.habits
    both = len(set(mine.open_tickets).intersection(theirs.open_tickets))
    return Habits(
        visits=_visits_together(mine, theirs),
        carts=_carts_together(mine, theirs),
        offers=_offers_together(a.offers, b.offers),
        preferences=_preferences_together(a.preferences, b.preferences),
        trouble=Trouble(
            counted(a.trouble.tickets, b.trouble.tickets - both),
            max(a.trouble.ticket_at, b.trouble.ticket_at),
            counted(a.trouble.complaints, b.trouble.complaints),
            max(a.trouble.complaint_at, b.trouble.complaint_at),
            tuple(dict.fromkeys((*b.trouble.delayed, *a.trouble.delayed)))[-MAX_TICKETS:],
            max(a.trouble.delayed_at, b.trouble.delayed_at),
        ),
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


def _preferences_together(
    mine: tuple[Preference, ...], theirs: tuple[Preference, ...]
) -> tuple[Preference, ...]:
    kept: dict[str, Preference] = {}
    for one in sorted((*theirs, *mine), key=lambda p: (p.proven, p.at)):
        kept[one.key] = one
    return remembered(tuple(sorted(kept.values(), key=lambda p: p.at)))
