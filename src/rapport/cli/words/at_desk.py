"""A brand's review desk at the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from msgspec import Struct

from rapport.app.reviewing.review_desk import ReviewDesk
from rapport.app.reviewing.review_item import Row
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.installation import Installation
from rapport.core.time import Zone
from rapport.errors import UserError
from rapport.settings import Settings


class AtDesk(Struct, frozen=True):
    """A brand's review desk."""

    desk: ReviewDesk
    brand: str
    zone: Zone

    def whole(self, draft: str) -> str:
        """The id that begins like this. Raises UserError where none does of those that wait and of
        the approved proposals, or several do."""
        if len(draft) >= 24:
            return draft
        known = [row.draft.id for row in self.rows(1_000)]
        known += self.desk.approved_proposals(self.brand)
        found = [one for one in known if one.startswith(draft)]
        if len(found) != 1:
            words = "Several begin" if found else "Nothing that waits begins"
            raise UserError(f"{words} with '{draft}'. See: rapport review list")
        return found[0]

    def rows(self, limit: int) -> Sequence[Row]:
        return self.desk.queue(self.brand, None, limit).rows


@contextmanager
def at_desk(settings: Settings, brand: str) -> Iterator[AtDesk]:
    """The review desk, over an installation that is closed afterwards."""
    installation = Installation.existing(settings, WallClock())
    try:
        key = installation.only_brand(brand)
        zone = installation.blueprint(key).releases[-1].brand.zone
        yield AtDesk(installation.review, key, zone)
    finally:
        installation.close()
