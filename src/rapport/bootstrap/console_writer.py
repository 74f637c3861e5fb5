"""What the console asks a language model for words with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rapport.app.proposing import Brief, Proposed, Proposing
from rapport.app.scribe import Scribe
from rapport.core.creative import Framework

if TYPE_CHECKING:
    from rapport.bootstrap.installation import Installation


class ConsoleWriter:
    """There only where a model is set: `scribe` asks it."""

    def __init__(self, here: Installation, scribe: Scribe) -> None:
        self._here = here
        self._proposing = Proposing(here.store, here.clock, scribe)
        self.model = scribe.name

    def frameworks(self, brand: str) -> Sequence[Framework]:
        """What is published now."""
        return self._here.blueprint(brand).releases[-1].frameworks

    def propose(self, brand: str, brief: Brief) -> Proposed:
        """See `rapport.app.proposing`."""
        return self._proposing.propose(self._here.blueprint(brand), brief)
