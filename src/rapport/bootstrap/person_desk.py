"""What is told of one person of an installation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapport.app.explaining.came_of_one import NOTHING, CameOf, came_of
from rapport.core.codec import decode_decision
from rapport.errors import CodecError

if TYPE_CHECKING:
    from rapport.bootstrap.installation import Installation


class PersonDesk:
    """It reads only."""

    def __init__(self, here: Installation) -> None:
        self._here = here

    def came_of(self, brand: str, decision: str, status: str = "", whose: str = "") -> CameOf:
        """What came of a decision; see `rapport.app.explaining.came_of_one`. Where something of the
        person is damaged, it says so: a page about a message has more to tell."""
        stored = self._here.records.decision(brand, decision)
        if stored is None:
            return NOTHING
        blueprint = self._here.blueprint(brand)
        try:
            return came_of(self._here.records, blueprint, decode_decision(stored), status, whose)
        except CodecError as error:
            return CameOf((f"What came of it cannot be read: {error}",))
