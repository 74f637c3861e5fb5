"""What the core decides with: a brand's releases, policies, catalogues and predictions, by time.

All of it is immutable and numbered. Which one holds is a question of event time alone: the latest
whose `since` is not after the instant asked about. So it never matters when a host comes round to
an event or a timer, and a replay finds what the decision found.
"""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.brand import Brand
from rapport.core.catalogue import Catalogue, Product
from rapport.core.creative.framework import Framework, Rule
from rapport.core.creative.voice import Claim, Voice
from rapport.core.dated import latest
from rapport.core.flow import Flow
from rapport.core.offer import Offer
from rapport.core.oversight.retired import Retired
from rapport.core.person.predictions import Predictions
from rapport.core.policy.holding import stages
from rapport.core.policy.policy import Policy
from rapport.core.time import Instant


class Release(Struct, frozen=True, gc=False):
    """What a brand published at one time: the brand's folder, checked and numbered.

    `rules` are those of the whole brand; they hold for runs under way, too. `edition` is one of
    `rapport.core.editions`: a replay decides again as it was decided under an older one.
    """

    number: int
    since: Instant
    brand: Brand
    offers: tuple[Offer, ...]
    frameworks: tuple[Framework, ...]
    flows: tuple[Flow, ...]
    rules: tuple[Rule, ...] = ()
    edition: int = 0
    voice: Voice | None = None
    """None in a release of before the voice was published along with the rest."""
    claims: tuple[Claim, ...] = ()
    retired: Retired | None = None

    def offer(self, key: str) -> Offer | None:
        return next((offer for offer in self.offers if offer.key == key), None)

    def framework(self, key: str) -> Framework | None:
        return next((framework for framework in self.frameworks if framework.key == key), None)

    def flow(self, key: str) -> Flow | None:
        return next((flow for flow in self.flows if flow.key == key), None)


class BrandFolder(Struct, frozen=True, gc=False):
    """Everything that people wrote in a brand's folder, checked."""

    brand: Brand
    offers: tuple[Offer, ...]
    frameworks: tuple[Framework, ...]
    flows: tuple[Flow, ...]
    voice: Voice
    claims: tuple[Claim, ...] = ()
    rules: tuple[Rule, ...] = ()

    def framework(self, key: str) -> Framework | None:
        return next((framework for framework in self.frameworks if framework.key == key), None)

    def without_places(self) -> BrandFolder:
        """The same content, without the files and lines it was read from; for comparing."""
        return replace(self, frameworks=tuple(one.without_places() for one in self.frameworks))


class Blueprint(Struct, frozen=True, dict=True):
    """All that `step` knows besides the profile's state; each tuple is in the order of `since`, but
    policies are in the order in which they were published."""

    brand: str
    releases: tuple[Release, ...]
    policies: tuple[Policy, ...] = ()
    catalogues: tuple[Catalogue, ...] = ()
    predictions: tuple[Predictions, ...] = ()

    def release_at(self, at: Instant) -> Release:
        return latest(self.releases, at)

    def release_number(self, number: int) -> Release:
        """The release with this number, or the earliest one where it is gone."""
        return next((r for r in self.releases if r.number == number), self.releases[0])

    def policy_at(self, at: Instant) -> Policy:
        """The one published last of those that hold from `at` or before; the first where none does.

        A clock that ran ahead leaves policies that hold only from a future on. What is published
        afterwards displaces them, at once and for good.
        """
        return latest(self.in_force[-1], at) if self.policies else Policy()

    @cached_property
    def arms_since(self) -> Instant:
        """From when on the arms have been what they are in the newest release; 0 where they never
        were others. Whoever entered a flow before may have been dealt by other shares or another
        salt, so nothing that holds arms against their shares may count them."""
        earlier = reversed(self.releases[:-1])
        since, arms = self.releases[-1].since, self.releases[-1].brand.arms
        for release in earlier:
            if release.brand.arms != arms:
                return since
            since = release.since
        return 0

    @cached_property
    def in_force(self) -> tuple[tuple[Policy, ...], ...]:
        """See `stages`; worked out once."""
        return stages(self.policies)

    def products_at(self, at: Instant) -> dict[str, Product]:
        return latest(self.catalogues, at).products if self.catalogues else {}

    def predictions_at(self, at: Instant) -> Predictions | None:
        """None before the first: what nobody had learnt yet is not known of an earlier moment."""
        if not self.predictions or self.predictions[0].since > at:
            return None
        return latest(self.predictions, at)
