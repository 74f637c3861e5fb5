"""How much a person sees of what a writer makes for a framework before it goes out."""

from __future__ import annotations

from msgspec import Struct

from rapport.core.time import DAY, Millis

APPROVED, REVIEW, SAMPLE, FREE = "approved", "review", "sample", "free"
MODES = (APPROVED, REVIEW, SAMPLE, FREE)

USUAL_SAMPLE = 0.2
USUAL_DEADLINE: Millis = 2 * DAY


class Writing(Struct, frozen=True, gc=False):
    """A framework's mode. `approved`: no model is ever asked, and only approved blocks go out.
    `review`: each draft needs a person. `sample`: a share of them does, and the rest is usable at
    once. `free`: a draft is usable once it passes every check.

    `sample` is the share to begin with, more than 0 and at most 1; `deadline` is how long a draft
    waits for a person before it is given up, in milliseconds.
    """

    mode: str = APPROVED
    sample: float = USUAL_SAMPLE
    deadline: Millis = USUAL_DEADLINE
