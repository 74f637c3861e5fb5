"""How likely a person is to order soon: the published model, and what it says of one person."""

from __future__ import annotations

from msgspec import Struct


class IntentModel(Struct, frozen=True, omit_defaults=True, gc=False):
    """What was learnt of when people order. `prior`: it is the one that Rapport ships, learnt on
    the simulated shop, since the brand's own events are too few."""

    prior: bool = False
