"""Brings states that an older Rapport stored up to today's, from the log.

An upcaster gives a new field its neutral value; but a count that starts at the upgrade is not what
a replay of the whole log comes to, and decisions record counts. So the first time an old state is
needed it is folded from its log again. Where that does not lead to what was stored, as far as the
older version knew, the log is not whole: then the stored state stays, new counts start now, and
`lifted` says so for good.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from rapport.app.events.replay import refold
from rapport.core.blueprint import Blueprint
from rapport.core.codec import as_known_by
from rapport.core.state import ProfileState
from rapport.ports.history import Recountable


def states_now(
    kept: Recountable, blueprint: Blueprint, profiles: Sequence[str]
) -> dict[str, ProfileState]:
    """The states of these profiles, those that there are; none of them lifted and not recounted."""
    states = kept.states(blueprint.brand, profiles)
    for profile, state in states.items():
        if state.lifted > 0:
            states[profile] = _recounted(kept, blueprint, profile, state)
    return states


def _recounted(
    kept: Recountable, blueprint: Blueprint, profile: str, state: ProfileState
) -> ProfileState:
    rows = kept.log(blueprint.brand, profile)
    recorded = kept.decisions_about(blueprint.brand, [profile])
    again, _ = refold(blueprint, profile, rows, state.clock, recorded)
    version = state.lifted
    if as_known_by(version, again) == as_known_by(version, state):
        return again
    return replace(state, lifted=-version)
