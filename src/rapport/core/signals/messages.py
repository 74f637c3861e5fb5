"""Signals of the messages a person got, and of how they were answered."""

from __future__ import annotations

from rapport.core.signals.moment import Moment
from rapport.core.signals.row import MAIL, Signal
from rapport.core.time import DAY, Millis


def _messages(moment: Moment, window: Millis) -> float:
    return float(sum(1 for note in moment.state.notes if note.at > moment.at - window))


def _click_rate(moment: Moment) -> float | None:
    sent = [note for note in moment.state.notes if note.confirmed]
    return sum(note.clicked for note in sent) / len(sent) if sent else None


ROWS = (
    Signal("messages_1d", "messages", "messages", "1 day", MAIL, "messages in the last day",
           lambda m: _messages(m, DAY)),
    Signal("messages_7d", "messages", "messages", "7 days", MAIL, "messages in the last week",
           lambda m: _messages(m, 7 * DAY)),
    Signal("messages_28d", "messages", "messages", "28 days", MAIL,
           "messages in the last four weeks", lambda m: _messages(m, 28 * DAY)),
    Signal("click_rate", "share", "messages", "28 days", MAIL, "share of messages answered",
           _click_rate),
)  # fmt: skip
