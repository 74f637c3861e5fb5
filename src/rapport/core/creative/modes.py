"""How much a person sees of what a writer makes for a framework before it goes out."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

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


AGREED, EDITED, REFUSED = "agreed", "edited", "refused"
"""What a person made of a model's draft: approved it as it was, edited it, or rejected it."""

AFTER_AGREEMENT = 0.9
AFTER_EDIT = 1.25
AFTER_REFUSAL = 2.0
LEAST_OF_SAMPLE = 0.25
"""The share never falls below this much of the one that is written."""

REMEMBERED = 50
"""How many of a framework's latest verdicts move its share."""


def share_seen(writing: Writing, verdicts: Iterable[str]) -> float:
    """The share of drafts that a person sees in mode `sample`, from 0 to 1.

    It begins at what is written and moves with each verdict, the oldest first: times 0.9 after an
    approval, 1.25 after an edit, 2 after a rejection; never above 1, never below a quarter of what
    is written.
    """
    least = writing.sample * LEAST_OF_SAMPLE
    share = writing.sample
    for verdict in verdicts:
        share = min(1.0, max(least, share * _MOVES.get(verdict, 1.0)))
    return share


def falls_into_sample(name: str, share: float) -> bool:
    """Whether the draft of this name is among the share that a person sees.

    One that is at a share is at every larger one, and the same draft always falls the same way.
    """
    digest = blake2b(f"sample:{name}".encode(), digest_size=7).digest()
    return int.from_bytes(digest) < share * 2**56


_MOVES = {AGREED: AFTER_AGREEMENT, EDITED: AFTER_EDIT, REFUSED: AFTER_REFUSAL}
