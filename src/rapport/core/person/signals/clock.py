"""Signals of the hour on the person's own clock."""

from __future__ import annotations

from rapport.core.person.signals.row import VISITS, Signal
from rapport.core.time import day_number, minute_of_day

ROWS = (
    Signal("local_hour", "hour", "clock", "now", VISITS, "hour of the day",
           lambda m: float(minute_of_day(m.at, m.offset) // 60), most=23, known=True),
    Signal("local_weekday", "day, Monday is 0", "clock", "now", VISITS, "day of the week",
           lambda m: float((day_number(m.at, m.offset) + 3) % 7), most=6, known=True),
)  # fmt: skip
