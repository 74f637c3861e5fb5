"""Signals of what people say of themselves."""

from __future__ import annotations

from rapport.core.bounds import MAX_PREFERENCES
from rapport.core.person.preferences import declared, may_be_kept, word
from rapport.core.person.signals.moment import Moment, days_since
from rapport.core.person.signals.row import PROTECTED_TRAIT, STATED, Family, Signal
from rapport.core.state import Preference


def _refused(told: str) -> str:
    """Preferences are asked for as they are kept; others would never be found."""
    key, equals, value = told.partition("=")
    kept = f"{word(key)}={word(value)}"
    if not equals or not word(key) or not word(value):
        return "a preference is asked for as 'stated[key=value]'"
    if not may_be_kept(word(key), word(value)):
        return PROTECTED_TRAIT
    return "" if told == kept else f"it is kept as '{kept}'"


def _said(moment: Moment) -> list[Preference]:
    """What they said that the brand still asks for."""
    asked_for = moment.release.brand.preferences
    told = moment.state.habits.preferences
    return [one for one in told if one.value and declared(asked_for, one.key, one.value)]


ROWS = (
    Signal("preferences_count", "preferences", "the person", "last 6", STATED,
           "preferences stated", lambda m: float(len(_said(m))), form=2,
           most=MAX_PREFERENCES, known=True),
    Signal("days_since_preference", "days", "the person", "last 6", STATED,
           "days since a preference was stated",
           lambda m: days_since(m.at, max((p.at for p in _said(m)), default=0)),
           form=2),
)  # fmt: skip

FAMILIES = (
    Family("stated", "1", "the person", "last 6", STATED, "stated preference", "key=value",
           lambda m: {f"{p.key}={p.value}": 1.0 for p in _said(m)},
           refuses=_refused, least=1.0, most=1.0),
)  # fmt: skip
