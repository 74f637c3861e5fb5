"""Signals: figures computed from a profile's state, as they stand at one moment.

`CATALOGUE` is the only list of them, one file for each kind of source. To add a signal, add one row
to the `ROWS` of the file that it belongs to.
"""

from rapport.core.person.signals.catalogue import (
    BY_NAME,
    CATALOGUE,
    FAMILIES,
    all_hold,
    compares,
    family_of,
    form_of,
    holds,
    value_of,
    values,
)
from rapport.core.person.signals.context import NOTHING_KNOWN, context, context_for, value_in
from rapport.core.person.signals.moment import Moment, cost_of, half_lives, local_offset, margin_of
from rapport.core.person.signals.ranges import (
    ALWAYS,
    NEVER,
    Range,
    at_odds,
    foregone,
    implies,
    range_of,
)
from rapport.core.person.signals.row import Family, Signal, split

__all__ = [
    "ALWAYS",
    "BY_NAME",
    "CATALOGUE",
    "FAMILIES",
    "NEVER",
    "NOTHING_KNOWN",
    "Family",
    "Moment",
    "Range",
    "Signal",
    "all_hold",
    "at_odds",
    "compares",
    "context",
    "context_for",
    "cost_of",
    "family_of",
    "foregone",
    "form_of",
    "half_lives",
    "holds",
    "implies",
    "local_offset",
    "margin_of",
    "range_of",
    "split",
    "value_in",
    "value_of",
    "values",
]
