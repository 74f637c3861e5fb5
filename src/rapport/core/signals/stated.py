"""Signals of what people say of themselves."""

from __future__ import annotations

from rapport.core.signals.moment import days_since
from rapport.core.signals.row import STATED, Family, Signal

ROWS = (
    Signal("preferences_count", "preferences", "the person", "last 6", STATED,
           "preferences stated", lambda m: float(len(m.state.habits.preferences)), form=2),
    Signal("days_since_preference", "days", "the person", "last 6", STATED,
           "days since a preference was stated",
           lambda m: days_since(m.at, max((p.at for p in m.state.habits.preferences), default=0)),
           form=2),
)  # fmt: skip

FAMILIES = (
    Family("stated", "1", "the person", "last 6", STATED, "stated preference", "key=value",
           lambda m: {f"{p.key}={p.value}": 1.0 for p in m.state.habits.preferences}),
)  # fmt: skip
