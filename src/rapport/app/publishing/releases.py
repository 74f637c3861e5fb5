"""A brand's releases, one by one: when each was published, by whom, and what it changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.publishing.release_changes import folder_of
from rapport.core.blueprint import BrandFolder, Release
from rapport.core.oversight.audit import Deed, Entry, releases_told
from rapport.core.time import Instant


class Past(Struct, frozen=True):
    """One release. `at` is when it was published and `who` did that, empty where the audit log does
    not tell; `did` is `published`, `retired` or `brought back`. `changed` are what it says other
    words or settings of, such as the name of a framework, all of it for the first one."""

    number: int
    at: Instant
    since: Instant
    who: str
    did: str
    why: str
    changed: tuple[str, ...]
    holds: bool


def past_releases(releases: Sequence[Release], entries: Iterable[Entry]) -> list[Past]:
    """All of them, the newest first."""
    told = {number: entry for entry in entries for number in _put_in_force(entry.deed)}
    found = []
    before: BrandFolder | None = None
    for one in releases:
        entry, content = told.get(one.number), folder_of(one).without_places()
        found.append(
            Past(
                one.number,
                entry.at if entry else one.since,
                one.since,
                entry.deed.who if entry else "",
                entry.deed.did if entry else "published",
                entry.deed.why if entry else "",
                tuple(_changed(before, content)) if before else (),
                holds=one is releases[-1],
            )
        )
        before = content
    return found[::-1]


def _put_in_force(deed: Deed) -> Collection[int]:
    """The releases of a deed; an older Rapport told them by what was published alone."""
    named = {deed.what: ""} if deed.did == "published" else {}
    return releases_told(replace(deed, saw={**named, **deed.saw}))


def _changed(before: BrandFolder, after: BrandFolder) -> Iterator[str]:
    olds = {one.key: one for one in before.frameworks}
    for one in after.frameworks:
        if olds.pop(one.key, None) != one:
            yield one.name
    yield from (f"{one.name} (taken out)" for one in olds.values())
    for words, field in _BESIDE.items():
        if getattr(before, field) != getattr(after, field):
            yield words


_BESIDE = {
    "voice": "voice", "claims": "claims", "offers": "offers", "flows": "flows",
    "rules of the brand": "rules", "the brand": "brand",
}  # fmt: skip
