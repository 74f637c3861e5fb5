"""Signals of what a person looks at."""

from __future__ import annotations

from rapport.core.signals.moment import Moment, days_since
from rapport.core.signals.row import VISITS, Signal
from rapport.core.time import MINUTE


def _session_minutes(moment: Moment) -> float | None:
    browsing = moment.state.browsing
    if not browsing.last_at:
        return None
    return (browsing.last_at - browsing.session_started_at) / MINUTE


ROWS = (
    Signal("session_views", "pages", "visits", "session", VISITS, "pages seen in this visit",
           lambda m: float(m.state.browsing.session_views)),
    Signal("session_products", "products", "visits", "session", VISITS,
           "products looked at in this visit", lambda m: float(m.state.browsing.session_products)),
    Signal("session_minutes", "minutes", "visits", "session", VISITS, "length of this visit",
           _session_minutes),
    Signal("visits", "visits", "visits", "ever", VISITS, "visits so far",
           lambda m: float(m.state.browsing.sessions)),
    Signal("days_since_visit", "days", "visits", "ever", VISITS, "days since the last visit",
           lambda m: days_since(m.at, m.state.browsing.last_at)),
)  # fmt: skip
