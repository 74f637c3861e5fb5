"""Which decisions are silences, and of which kind: what stores and lists them by."""

from __future__ import annotations

from rapport.core.deciding.arms import HOLDOUT
from rapport.core.decision import PUT_OFF_STAGE, Decision

CHOSEN, STOPPED, HELD_OUT = "chosen", "stopped", "holdout"
KINDS = (CHOSEN, STOPPED, HELD_OUT)
"""Why nothing was said: the policy chose that, or tried it out; a rule, a limit or a lack of words
came first; or the person is in the holdout."""


def is_silence(decision: Decision) -> bool:
    """Whether nothing was said; what was only put off is not decided yet, and a moment that was
    chosen is only half of it."""
    return decision.action.hold and decision.stage != PUT_OFF_STAGE


def kind_of(decision: Decision) -> str:
    """Which of `KINDS` a silence is."""
    if not decision.reason:
        return CHOSEN
    return HELD_OUT if decision.reason == HOLDOUT else STOPPED
