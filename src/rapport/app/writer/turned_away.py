"""What Rapport ships of how words read that were turned away; see `rapport.core.copy_checks`."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import msgspec

from rapport.core.copy_checks.likeness import Likeness

FILE = "turned_away.json"


@lru_cache(maxsize=1)
def shipped_likeness() -> Likeness:
    """The weights; `scripts/learn_likeness.py` makes them anew from the red team's set."""
    stored = resources.files(__package__).joinpath(FILE).read_bytes()
    return msgspec.json.decode(stored, type=Likeness)
