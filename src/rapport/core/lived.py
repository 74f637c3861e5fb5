"""A blueprint as it was when a profile's past was lived, for living it again."""

from __future__ import annotations

from collections.abc import Mapping

from rapport.core.blueprint import Blueprint
from rapport.core.dated import latest
from rapport.core.policy.policy import Policy
from rapport.core.time import Instant


class Lived(Blueprint, frozen=True):
    """`recorded` says by which policy it was decided at an instant.

    Where a policy displaced others, an instant had one before that and has another one since. The
    record tells which of them held when it was decided, and nothing else: a policy that never can
    have held then is not believed.
    """

    recorded: Mapping[Instant, int] = {}

    @classmethod
    def of(cls, blueprint: Blueprint, recorded: Mapping[Instant, int]) -> Lived:
        """The same blueprint, and what is on record."""
        parts = {name: getattr(blueprint, name) for name in Blueprint.__struct_fields__}
        return cls(**parts, recorded=recorded)

    def policy_at(self, at: Instant) -> Policy:
        """The one that decided then; see `Blueprint.policy_at`."""
        found = super().policy_at(at)
        named = self.recorded.get(at, found.number)
        if named == found.number:
            return found
        earlier = (latest(those, at) for those in self.in_force[:-1])
        return next((one for one in earlier if one.number == named), found)
