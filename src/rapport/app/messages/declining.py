"""What a person may decline of what a brand sends, as it stands now."""

from __future__ import annotations

from rapport.app.events.recount import states_now
from rapport.core.blueprint import Blueprint
from rapport.core.person.kinds import Kinds, kinds_of
from rapport.ports.history import Recountable


def kinds_for(kept: Recountable, blueprint: Blueprint, profile: str) -> Kinds:
    """The kinds of messages of the last release, and which of them the person declined."""
    state = states_now(kept, blueprint, [profile]).get(profile)
    if state is not None and state.moved_into:
        state = states_now(kept, blueprint, [state.moved_into]).get(state.moved_into)
    return kinds_of(blueprint.releases[-1], state)
