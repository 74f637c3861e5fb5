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
from rapport.ports import Transaction


def states_now(
    transaction: Transaction, blueprint: Blueprint, profiles: Sequence[str]
) -> dict[str, ProfileState]:
    """The states of these profiles, those that there are; none of them lifted and not recounted."""
    states = transaction.states(blueprint.brand, profiles)
    for profile, state in states.items():
        if state.lifted > 0:
            states[profile] = _recounted(transaction, blueprint, profile, state)
    return states


def _recounted(
    transaction: Transaction, blueprint: Blueprint, profile: str, state: ProfileState
) -> ProfileState:
    rows = transaction.log(blueprint.brand, profile)
    recorded = transaction.decisions_about(blueprint.brand, [profile])
    again, _ = refold(blueprint, profile, rows, state.clock, recorded)
    version = state.lifted
    if as_known_by(version, again) == as_known_by(version, state):
        return again
    return replace(state, lifted=-version)
