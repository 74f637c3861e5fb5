"""What a brand does after a complaint or a refund, as somebody would say it."""

from __future__ import annotations

from rapport.app.explaining.rules_in_words import Labels
from rapport.app.wording.lengths import length
from rapport.core.deciding.care import Caring
from rapport.core.time import DAY, Millis


def caring_in_words(caring: Caring, labels: Labels) -> str:
    """Such as: Nothing is said for 3 days; then, up to 30 days after it, only in “Plain”."""
    tones = " or ".join(f"“{labels.get(('tone', key), key)}”" for key in caring.soften)
    wait, soft_for = _days(caring.wait), _days(caring.soft_for)
    if caring.wait and tones:
        return f"Nothing is said for {wait}; then, up to {soft_for} after it, only in {tones}."
    if caring.wait:
        return f"Nothing is said for {wait}."
    return f"Only in {tones} for {soft_for}." if tones else "Nothing is done: messages go on."


def _days(span: Millis) -> str:
    if span < 7 * DAY and span * 100 % DAY:
        return length(span)  # 10 hours, and not 0.416667 days
    return "1 day" if span == DAY else f"{span / DAY:g} days"
