"""The model of intent that Rapport ships, for brands whose own events are too few to learn one."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import msgspec

from rapport.core.person.intent import IntentModel

FILE = "intent_prior.json"

NOTE = "intent by the model that Rapport ships, learnt on a made-up shop"


@lru_cache(maxsize=1)
def shipped_intent() -> IntentModel:
    """The model; `scripts/train_intent_prior.py` makes it anew."""
    stored = resources.files(__package__).joinpath(FILE).read_bytes()
    return msgspec.json.decode(stored, type=IntentModel)
