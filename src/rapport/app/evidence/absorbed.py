"""Who a person was before, and is now: profiles that turned out to be one with another.

What was decided for them stays under their own ids (decision record 0068).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapport.core.events import ProfileAbsorbed
from rapport.core.state import ProfileState
from rapport.core.time import Instant
from rapport.ports import LogRow
from rapport.ports.history import Logs, States


def absorbed_by(
    histories: Logs, brand: str, profile: str, until: Instant | None = None
) -> dict[str, Instant]:
    """The profiles that a profile had absorbed by then, and those that these had; each with when it
    was absorbed. Raises CodecError where a history cannot be read."""
    found: dict[str, Instant] = {}
    looking = [profile]
    while looking:
        for name, at in _directly(histories.log(brand, looking.pop())):
            if (until is None or at <= until) and name not in found and name != profile:
                found[name] = at
                looking.append(name)
    return found


def living(kept: States, brand: str, profile: str) -> ProfileState | None:
    """The state of a person, under the profile that they are known by now; None of nobody. Raises
    CodecError where it cannot be read."""
    seen = {profile}
    state = kept.states(brand, [profile]).get(profile)
    while state is not None and state.moved_into and state.moved_into not in seen:
        seen.add(state.moved_into)
        state = kept.states(brand, [state.moved_into]).get(state.moved_into)
    return state


def _directly(rows: Sequence[LogRow]) -> Iterator[tuple[str, Instant]]:
    for row in rows:
        if isinstance(row.event.body, ProfileAbsorbed):
            yield row.event.body.profile, max(row.event.at, row.clock)
