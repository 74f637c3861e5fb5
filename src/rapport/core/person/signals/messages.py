"""Signals of the messages a person got, and of how they were answered."""

from __future__ import annotations

from collections.abc import Callable

from rapport.core.bounds import MAX_NOTES
from rapport.core.creative.framework import WORDING
from rapport.core.editions import CAPS_COUNTED
from rapport.core.person.signals.moment import Moment, days_since
from rapport.core.person.signals.row import MAIL, OFFERS, Family, Signal
from rapport.core.state import OfferTally
from rapport.core.time import DAY, Millis

OFFER_PATIENCE: Millis = 7 * DAY
"""For so long a message with an offer is not called ignored."""

LAST = f"last {MAX_NOTES} messages"
OF_THE_LAST = f"of the last {MAX_NOTES}"


def _messages(moment: Moment, window: Millis) -> float:
    return float(sum(1 for note in moment.state.notes if note.at > moment.at - window))


def _click_rate(moment: Moment) -> float | None:
    sent = [note for note in moment.state.notes if note.confirmed]
    if moment.release.edition >= CAPS_COUNTED:
        # A cap may look further back, and what it counts is not what this is about.
        sent = [note for note in sent if note.at > moment.at - 28 * DAY]
    return sum(note.clicked for note in sent) / len(sent) if sent else None


def _days_since_message(moment: Moment) -> float | None:
    times = [n.at for n in moment.state.notes if n.confirmed and n.at <= moment.at]
    return days_since(moment.at, max(times, default=0))


def _unanswered(moment: Moment) -> float:
    """The newest messages up to the first that was clicked."""
    count = 0
    for note in reversed(moment.state.notes):
        if note.clicked:
            break
        count += note.confirmed
    return float(count)


def _tallied(figure: Callable[[OfferTally], int]) -> Callable[[Moment], float | None]:
    return lambda moment: float(sum(figure(tally) for tally in moment.state.habits.offers))


def _ignored(moment: Moment) -> dict[str, float]:
    """By offer, messages with it that were neither clicked nor used; a fresh one may still be."""
    counts = {}
    for tally in moment.state.habits.offers:
        fresh = sum(
            note.action.offer == tally.offer
            and note.confirmed
            and not tally.answers(note)
            and note.at > moment.at - OFFER_PATIENCE
            for note in moment.state.notes
        )
        counts[tally.offer] = float(max(tally.sent - tally.answered - fresh, 0))
    return counts


def _days_since_used(moment: Moment) -> float | None:
    times = [tally.used_at for tally in moment.state.habits.offers]
    return days_since(moment.at, max(times, default=0))


def _answer_rates(moment: Moment) -> dict[str, float]:
    """By level, the share of messages with it that were clicked; a click told before its message
    counts as one of each."""
    return {
        one.level: one.clicked / max(one.sent, one.clicked)
        for one in moment.state.answers
        if one.sent > 0 or one.clicked > 0
    }


def _refused_level(level: str) -> str:
    factor, colon, key = level.partition(":")
    known = factor in WORDING and colon and key
    return "" if known else "a level is named as 'tone:warm', 'angle:...' or 'visual:...'"


ROWS = (
    Signal("messages_1d", "messages", "messages", f"1 day, {OF_THE_LAST}", MAIL,
           "messages in the last day", lambda m: _messages(m, DAY), most=MAX_NOTES, known=True),
    Signal("messages_7d", "messages", "messages", f"7 days, {OF_THE_LAST}", MAIL,
           "messages in the last week", lambda m: _messages(m, 7 * DAY),
           most=MAX_NOTES, known=True),
    Signal("messages_28d", "messages", "messages", f"28 days, {OF_THE_LAST}", MAIL,
           "messages in the last four weeks", lambda m: _messages(m, 28 * DAY),
           most=MAX_NOTES, known=True),
    Signal("click_rate", "share", "messages", f"28 days, {OF_THE_LAST}", MAIL,
           "share of messages answered", _click_rate),
    Signal("days_since_message", "days", "messages", LAST, MAIL,
           "days since the last message", _days_since_message, form=2),
    Signal("unanswered_in_a_row", "messages", "messages", LAST, MAIL,
           "messages since the last that was answered", _unanswered, form=2,
           most=MAX_NOTES, known=True),
    Signal("offers_sent", "messages", "messages", "ever, last 6 offers", MAIL,
           "messages with an offer", _tallied(lambda t: t.sent), form=2, known=True,
           about=OFFERS),
    Signal("offers_clicked", "messages", "messages", "ever, last 6 offers", MAIL,
           "messages with an offer that were clicked", _tallied(lambda t: t.clicked), form=2,
           known=True, about=OFFERS),
    Signal("offers_used", "orders", "orders", "ever, last 6 offers", MAIL,
           "orders with an offer's code", _tallied(lambda t: t.used), form=2, known=True,
           about=OFFERS),
    Signal("offers_ignored", "messages", "messages", "ever, last 6 offers", MAIL,
           "messages with an offer that nothing came of",
           lambda m: sum(_ignored(m).values()), form=2, known=True, about=OFFERS),
    Signal("days_since_offer_used", "days", "orders", "ever, last 6 offers", MAIL,
           "days since an offer's code was used", _days_since_used, form=2, about=OFFERS),
)  # fmt: skip

FAMILIES = (
    Family("answer_rate", "share", "messages", "ever, last 14 levels", MAIL,
           "share of messages answered", "tone:, angle: or visual: and its key", _answer_rates,
           refuses=_refused_level),
    Family("offer_used", "orders", "orders", "ever, last 6 offers", MAIL,
           "orders with an offer's code", "offer's key",
           lambda m: {tally.offer: float(tally.used) for tally in m.state.habits.offers},
           about=OFFERS),
    Family("offer_ignored", "messages", "messages", "ever, last 6 offers", MAIL,
           "messages with an offer that nothing came of", "offer's key", _ignored, about=OFFERS),
)  # fmt: skip
