"""What was learnt about people's next steps, as it is published: numbered, immutable, by time.

Like a policy or a catalogue, the snapshot that holds is the latest one whose `since` is not after
the moment asked about, so that a replay finds what the decision found. What a model says of one
person is a signal like any other; where there is no model, the signal is unavailable.
"""

from __future__ import annotations

from msgspec import Struct

from rapport.core.person.intent import IntentModel
from rapport.core.person.rhythm import RhythmModel
from rapport.core.time import Instant


class Predictions(Struct, frozen=True, omit_defaults=True, gc=False):
    """One snapshot. A model that there is none of, or that could not be read, is None."""

    number: int
    since: Instant
    intent: IntentModel | None = None
    rhythm: RhythmModel | None = None
    note: str = ""
    """Where it comes from, for people."""
