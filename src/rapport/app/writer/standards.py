"""The checks on words as they are now: with what is published, and with what reviewers banned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rapport.app.wording.dates import iso_day
from rapport.app.writer.turned_away import letting_go
from rapport.core.blueprint import Blueprint, Release
from rapport.core.copy_checks.compiling import standard
from rapport.core.copy_checks.standard import Standard
from rapport.core.copy_checks.teaching import Teaching
from rapport.core.creative.voice import Claim
from rapport.core.time import Instant, day_number

KEPT = 8
"""Brands whose standards are kept, a few megabytes each."""


class Standards(Mapping[str, Standard]):
    """A standard for each framework of a release, made when it is first asked for and then kept.

    Empty where the release was published before the voice was published along with it.
    """

    def __init__(
        self, release: Release, teachings: Sequence[Teaching], titles: Sequence[str], at: Instant
    ) -> None:
        self._release = release
        self._lessons = tuple(teachings)
        self._claims = claims_at(release.claims, release, at)
        self._titles = titles
        self._made: dict[str, Standard] = {}

    def __getitem__(self, framework: str) -> Standard:
        if framework not in self._made:
            found = self._release.framework(framework)
            if found is None or self._release.voice is None:
                raise KeyError(framework)
            checks = standard(
                found,
                self._release.brand,
                self._release.voice,
                self._claims,
                self._release.offers,
                self._titles,
                self._lessons,
            )
            self._made[framework] = letting_go(checks)
        return self._made[framework]

    def __iter__(self) -> Iterator[str]:
        yield from (one.key for one in self._release.frameworks if self._release.voice is not None)

    def __len__(self) -> int:
        return len(list(iter(self)))


class StandardsKept:
    """The standards of each brand, made anew only when something they are made of has changed."""

    def __init__(self) -> None:
        self._kept: dict[object, Standards] = {}

    def of(self, blueprint: Blueprint, teachings: Sequence[Teaching], at: Instant) -> Standards:
        """The standards that hold at a moment."""
        release = blueprint.releases[-1]
        catalogue = blueprint.catalogues[-1] if blueprint.catalogues else None
        sign = (
            blueprint.brand,
            release.number,
            catalogue.number if catalogue else 0,
            banned(teachings),
            day_of(release, at),
        )
        known = self._kept.get(sign)
        if known is None:
            titles = [one.title for one in catalogue.products.values()] if catalogue else []
            known = self._kept[sign] = Standards(release, teachings, titles, at)
            for old in list(self._kept)[:-KEPT]:
                self._kept.pop(old, None)
        return known


def claims_at(claims: Sequence[Claim], release: Release, at: Instant) -> tuple[Claim, ...]:
    """The claims that may be made on the day of `at`, on the brand's clock."""
    today = iso_day(day_of(release, at))
    return tuple(one for one in claims if one.holds_on(today))


def banned(teachings: Sequence[Teaching]) -> tuple[Teaching, ...]:
    """The lessons by which reviewers ban phrases."""
    return tuple(one for one in teachings if one.bans)


def day_of(release: Release, at: Instant) -> int:
    """The day on the brand's clock, counted from 1970-01-01."""
    return day_number(at, release.brand.zone.offset_at(at))
