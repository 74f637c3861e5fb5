"""What each brand has published, kept in memory and read anew only where something was since."""

from __future__ import annotations

from msgspec import Struct

from rapport.core.blueprint import Blueprint
from rapport.errors import NotFoundError
from rapport.ports import Transaction
from rapport.ports.history import Published


class _Known(Struct, frozen=True):
    version: tuple[int, int, int, int]
    blueprint: Blueprint | None


class Publications:
    """Of every brand of one store. Safe to share between threads.

    Only what was committed is kept: what a unit of work published that then failed is nowhere, and
    the next to be published has the same number.
    """

    def __init__(self, records: Published) -> None:
        self._records = records
        self._known: dict[str, _Known] = {}

    def find(self, brand: str) -> Blueprint | None:
        """All that the brand has published, by any process; None where nothing is. It waits for
        no unit of work."""
        return self._latest(brand).blueprint

    def latest(self, brand: str) -> Blueprint:
        """The same. Raises NotFoundError where there is no such brand."""
        blueprint = self.find(brand)
        if blueprint is None:
            raise _not_published(brand)
        return blueprint

    def within(self, transaction: Transaction, brand: str) -> Blueprint:
        """What is published at this very commit, by this unit of work, too. Raises NotFoundError
        where there is no such brand."""
        version = transaction.version(brand)
        known = self._known.get(brand)
        if known is None or known.version != version:
            known = self._latest(brand)
        if known.version != version or known.blueprint is None:
            return published(transaction, brand)  # this unit of work has, and nobody else knows yet
        return known.blueprint

    def _latest(self, brand: str) -> _Known:
        # What is published between the two is read, and read again the next time.
        version = self._records.version(brand)
        known = self._known.get(brand)
        if known is None or known.version != version:
            known = self._known[brand] = _Known(version, self._records.published(brand))
        return known


def published(transaction: Transaction, brand: str) -> Blueprint:
    """All that the brand has published. Raises NotFoundError where there is no such brand."""
    blueprint = transaction.blueprint(brand)
    if blueprint is None:
        raise _not_published(brand)
    return blueprint


def _not_published(brand: str) -> NotFoundError:
    """What to raise where there is no such brand."""
    return NotFoundError(
        f"There is no brand '{brand}' here. Publish its folder first: rapport publish FOLDER."
    )
