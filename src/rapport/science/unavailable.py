"""What stands in the place of a figure that could not be computed."""

from __future__ import annotations

from msgspec import Struct


class Unavailable(Struct, frozen=True, tag="unavailable", tag_field="kind"):
    """No figure, because `reason`: part of a sentence that follows 'unavailable, because'."""

    reason: str
