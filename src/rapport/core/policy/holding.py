"""Which policies hold: of two whose time has come, the one that was published later."""

from __future__ import annotations

from collections.abc import Sequence

from rapport.core.policy.policy import Policy


def stages(policies: Sequence[Policy]) -> tuple[tuple[Policy, ...], ...]:
    """The policies that were not displaced, in the order of `since`: as they were each time before
    one displaced others, and as of the last. `policies` are in the order of publishing.

    A policy displaces those before it that were to hold only from later on: what is taken back must
    be, whatever a clock that ran ahead left behind.
    """
    found: list[tuple[Policy, ...]] = []
    kept: list[Policy] = []
    for policy in policies:
        if kept and kept[-1].since > policy.since:
            found.append(tuple(kept))
            while kept and kept[-1].since > policy.since:
                kept.pop()
        kept.append(policy)
    return (*found, tuple(kept))
