"""The permanent record of a decision: everything it was based on, so that it can be shown again."""

from __future__ import annotations

from msgspec import Struct

from rapport.core.creative.framework import Action
from rapport.core.policy.drawing import Drawn
from rapport.core.time import Instant

TIME_STAGE = "time"
"""When to speak."""
CONTENT_STAGE = "content"
"""What to say, or to hold."""
PUT_OFF_STAGE = "put off"
"""Neither yet: the point is asked again."""


class Excluded(Struct, frozen=True, gc=False):
    """A level that could not be chosen, and the rule that took it away, by its name."""

    factor: str
    level: str
    reason: str


class SignalValue(Struct, frozen=True, gc=False):
    """A signal as it stood; `None` is 'unavailable'."""

    name: str
    value: float | None


class Decision(Struct, frozen=True, omit_defaults=True, gc=False):
    """One decision of one of the stages above.

    `reason` names why nothing was left to choose (see `rapport.core.deciding.reasons`), and is
    empty where the policy chose. `propensity` is the exact probability of `action` under everything
    that was eligible; for a content decision it includes that of the time chosen before.
    """

    id: str
    profile: str
    flow: str
    run: int
    point: str
    stage: str
    at: Instant
    release: int
    policy: int
    arm: str
    action: Action
    propensity: float = 1.0
    draws: tuple[Drawn, ...] = ()
    excluded: tuple[Excluded, ...] = ()
    signals: tuple[SignalValue, ...] = ()
    context: tuple[float, ...] = ()
    """The policy's features, in the order of `rapport.core.policy.policy.FEATURES`; only as many as
    the policy's form looks at."""
    reason: str = ""
    due: Instant = 0
    """When the chosen moment comes (stage time), or when the point is asked again (put off)."""
    margin: int = 0
    """The margin at stake, minor units."""
    message: str = ""
    """The key of the message that follows, where one does."""
    about: str = ""
    """What the message is about, one of `rapport.core.creative.framework.ABOUT`; empty for a
    checkout."""
    moment: str = ""
    """The chosen moment, of a decision on content that says nothing: `action` has it of others."""
    said_before: tuple[tuple[tuple[str, tuple[str, ...]], ...], ...] = ()
    """Combinations that were said to the person before, each as the levels of a rule that forbids
    them. Single levels of which that is so are among `excluded`."""
    not_in_language: tuple[tuple[tuple[str, tuple[str, ...]], ...], ...] = ()
    """Likewise the combinations that cannot be said in the person's language, where others can."""
