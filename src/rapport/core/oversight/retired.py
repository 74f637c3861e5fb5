"""A brand that was retired: nothing is decided, written or sent for it until it is brought back.

It is a release like any other, so it holds from a moment on, and a replay finds what held then
(decision record 0088). All that was published stands in it as it was, for who looks back.
"""

from __future__ import annotations

from msgspec import Struct

RETIRED = "the brand was retired"
"""The reason of a run that ends, and of a message that does not go out."""


class Retired(Struct, frozen=True, gc=False):
    """Who retired it, and why."""

    who: str
    why: str
