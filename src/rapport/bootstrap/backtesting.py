"""A backtest over a home folder that it cannot write to, of today's version and of a folder's."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType

from rapport.adapters.brand_folder import read_brand_folder
from rapport.adapters.sqlite.records import SqliteRecords
from rapport.app.measuring.backtest import Asked, Backtest, Progress, backtest
from rapport.bootstrap.homes import choose_brand, database_in
from rapport.core.blueprint import Blueprint, Release
from rapport.core.editions import EDITION
from rapport.core.time import Instant
from rapport.errors import UserError
from rapport.settings import Settings


class Backtesting:
    """Reads one brand's past. It opens nothing but the database, and that only to read."""

    def __init__(self, settings: Settings, brand: str) -> None:
        """Raises UserError where there is no such brand."""
        self._records = SqliteRecords(database_in(settings.home))
        try:
            self.brand = choose_brand(self._records.brands(), brand, settings.home, self._retired)
            published = self._records.published(self.brand)
        except BaseException:
            self._records.close()
            raise
        if published is None:
            raise UserError(f"There is no brand '{brand}' in {settings.home}.")
        self.blueprint: Blueprint = published

    def _retired(self, brand: str) -> bool:
        published = self._records.published(brand)
        return published is not None and published.releases[-1].retired is not None

    @property
    def today(self) -> Release:
        """What is published now."""
        return self.blueprint.releases[-1]

    def candidate(self, folder: Path) -> Release:
        """The release that a folder would become. Raises BrandFolderError with every mistake."""
        if not folder.is_dir():
            raise UserError(f"There is no folder {folder}. Name the folder that holds brand.yaml.")
        found = read_brand_folder(folder)
        if found.brand.key != self.brand:
            raise UserError(
                f"The folder {folder} is of the brand '{found.brand.key}', and the past is that of "
                f"'{self.brand}'. Name a folder of the same brand, or the other one with --brand."
            )
        number, since = self.today.number + 1, self.today.since
        return Release(
            number,
            since,
            found.brand,
            found.offers,
            found.frameworks,
            found.flows,
            found.rules,
            EDITION,
        )

    def day(self, text: str) -> Instant:
        """When a day such as 2026-03-01 begins where the brand is."""
        try:
            begins = datetime.combine(date.fromisoformat(text), datetime.min.time(), UTC)
        except ValueError:
            begins = None
        if begins is None or begins.date().isoformat() != text:
            raise UserError(f"--since {text!r} is no day. Write it as 2026-03-01.")
        midnight = round(begins.timestamp() * 1_000)
        zone = self.today.brand.zone
        return midnight - zone.offset_at(midnight - zone.offset_at(midnight))

    def run(self, asked: Asked, progress: Progress) -> Backtest:
        return backtest(self._records, self.blueprint, asked, progress)

    def __enter__(self) -> Backtesting:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._records.close()
