"""What the console asks a language model for words with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapport.app.frameworks.proposing import Brief, Proposed, Proposing
from rapport.app.wording.table import Table
from rapport.app.writer.order import writer_day
from rapport.app.writer.scribe import Scribe
from rapport.app.writer.writer_usage import usage_table, writer_usage
from rapport.bootstrap.installation import Installation
from rapport.core.creative.coverage import points_of
from rapport.core.creative.framework import Framework
from rapport.core.oversight.people import Actor


class ConsoleWriter:
    """There only where a model is set: `scribe` asks it."""

    def __init__(self, here: Installation, scribe: Scribe) -> None:
        self._here = here
        self._proposing = Proposing(here.store, here.clock, scribe, here.host.anchor_soon)
        self.model = scribe.name

    def frameworks(self, brand: str) -> Sequence[Framework]:
        """What is published now."""
        return self._here.blueprint(brand).releases[-1].frameworks

    def usage(self, brand: str) -> Table:
        """Today's."""
        owner = self._here.blueprint(brand).releases[-1].brand
        today = writer_day(owner, self._here.clock.now())
        return usage_table(writer_usage(self._here.records, owner, today))

    def points(self, brand: str) -> Mapping[str, Sequence[str]]:
        """Of each framework, in the order in which they come."""
        release = self._here.blueprint(brand).releases[-1]
        return {one.key: points_of(release.flows, one.key) for one in release.frameworks}

    def offers(self, brand: str) -> Mapping[str, str]:
        """The labels of the offers that are published now."""
        release = self._here.blueprint(brand).releases[-1]
        return {one.key: one.label or one.key for one in release.offers}

    def propose(self, brand: str, brief: Brief, actor: Actor) -> Proposed:
        """See `rapport.app.frameworks.proposing`."""
        return self._proposing.propose(self._here.blueprint(brand), brief, actor)
