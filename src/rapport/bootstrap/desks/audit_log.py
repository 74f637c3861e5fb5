"""The audit log of an installation's brands, to read and to look through."""

from __future__ import annotations

from rapport.app.explaining.deeds_in_words import called_in
from rapport.app.explaining.log_page import (
    PAGE,
    Asked,
    LogPage,
    LookedThrough,
    log_page,
    looked_through,
)
from rapport.app.in_charge.audit_log import verify
from rapport.app.wording.names import names_in
from rapport.bootstrap.installation import Installation


class AuditLogDesk:
    """Implements the console's `ShowAuditLog`."""

    def __init__(self, here: Installation) -> None:
        self._here = here

    def entries(self, brand: str, asked: Asked, most: int = PAGE) -> LogPage:
        blueprint = self._here.blueprint(brand)
        things = called_in(blueprint, names_in(blueprint))
        with self._here.records.at_one_moment() as now:
            return log_page(now, brand, things, asked, most)

    def look_through(self, brand: str) -> LookedThrough:
        """As `rapport audit-log verify` does. Raises TemporaryError where the anchors cannot be
        read just now."""
        return looked_through(verify(self._here.records, self._here.anchors, brand))
