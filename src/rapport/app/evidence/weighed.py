"""How likely policies make the decisions on record, kept from one check of a step to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapport.app.evidence.recorded import Recorded, as_recorded, probability_of
from rapport.core.blueprint import Blueprint
from rapport.core.policy.policy import Policy
from rapport.core.time import Instant
from rapport.science.unavailable import Unavailable


class Weighed:
    """What the checks of one brand's steps worked out; for one thread at a time.

    Neither a policy nor a decision on record ever changes, and a learner asks about the same ones
    again every few minutes. Holds what the last check named and no more: one number for each of its
    decisions under each of its policies.
    """

    def __init__(self) -> None:
        self._releases: tuple[tuple[int, Instant], ...] = ()
        self._under: list[tuple[Policy, dict[str, float]]] = []
        """Each policy of this check, and its chances by a decision's identifier."""
        self._as_drawn: dict[str, bool] = {}

    def begin(
        self, blueprint: Blueprint, policies: Iterable[Policy], decisions: Iterable[str]
    ) -> None:
        """A check begins, of these policies on these decisions: all else is forgotten."""
        releases = tuple([(one.number, one.since) for one in blueprint.releases])
        if releases != self._releases:  # which rules held at a decision may be another matter now
            self._releases, self._under, self._as_drawn = releases, [], {}
        before, kept = self._under, set(decisions)
        self._under = []
        for policy in policies:
            known = next((chances for one, chances in before if one == policy), {})
            self._under.append((policy, {key: p for key, p in known.items() if key in kept}))
        self._as_drawn = {key: so for key, so in self._as_drawn.items() if key in kept}

    def as_drawn(self, published: Mapping[int, Policy], record: Recorded) -> bool:
        """Whether the probability on record is the very one that was drawn with, by one of the
        policies that were `published`, by number."""
        decision, number = record.content.id, record.content.policy
        known = self._as_drawn.get(decision)
        if known is None:
            chance = as_recorded(published, record)
            known = self._as_drawn[decision] = not isinstance(chance, Unavailable)
            if not isinstance(chance, Unavailable) and record.moment.policy == number:
                self._of(published[number])[decision] = chance.whole
        return known

    def chance(self, policy: Policy, record: Recorded) -> float:
        """The probability that `policy` would have done what is on record."""
        chances, decision = self._of(policy), record.content.id
        chance = chances.get(decision)
        if chance is None:
            chance = chances[decision] = probability_of(policy, record).whole
        return chance

    def _of(self, policy: Policy) -> dict[str, float]:
        """What is known of a policy; of one that this check does not name nothing is kept."""
        return next((chances for one, chances in self._under if one is policy), {})
