"""Writing deeds into a brand's audit log, keeping its anchors, and looking whether it is whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from rapport.core.creative.draft import BY_RULE
from rapport.core.oversight.audit import (
    DEEDS,
    Anchor,
    Deed,
    Entry,
    entered,
    flaws,
    lost_by,
    releases_held,
    words_held,
)
from rapport.core.time import Instant
from rapport.errors import RapportError
from rapport.ports import Anchors, Oversight, Transaction

PAGE = 1_000


class Verified(Struct, frozen=True):
    """What looking through a log found. `flaws` is empty where it is whole; `unanchored` counts its
    entries of which no anchor is kept: cutting these off would not show. Of the releases `untold`
    the log does not tell what was in them, so that a change of these would not show. By the entries
    `restored` somebody said that what came after them in another log was lost with it.
    `anchors_missing` is whether there are entries, and not one anchor in a file."""

    brand: str
    entries: int
    head: Anchor | None
    unanchored: int
    flaws: tuple[str, ...]
    untold: tuple[int, ...] = ()
    restored: tuple[Entry, ...] = ()
    anchors_missing: bool = False


def note(transaction: Transaction, brand: str, at: Instant, deed: Deed) -> Entry:
    """Writes a deed down, in the same unit of work in which it is done."""
    if deed.did not in DEEDS:
        raise RapportError(f"'{deed.did}' is no deed that the audit log knows.")
    entry = entered(brand, transaction.audit_head(brand), at, deed)
    transaction.audit_append(brand, entry)
    return entry


def anchor(log: Oversight, anchors: Anchors, brand: str) -> None:
    """Keeps an anchor of each entry that has none yet. To be called once a deed is committed.

    Raises TemporaryError where it cannot be kept just now; the next call makes up for it.
    """
    kept = list(anchors.read(brand))
    last = kept[-1] if kept else None
    follows = last is not None and last in anchors_of(log.audit_entries(brand, last.number - 1, 1))
    # Where the last anchor is of another log, as after a backup was restored, any may be missing.
    entries = all_entries(log, brand, last.number if follows and last else 0)
    there = set(kept)
    new = [one for one in anchors_of(entries) if one not in there]
    if new:
        anchors.add(brand, new)


def anchors_of(entries: Iterable[Entry]) -> list[Anchor]:
    return [Anchor(entry.number, entry.hash) for entry in entries]


def verify(
    log: Oversight, anchors: Anchors, brand: str, expected: Sequence[Anchor] = ()
) -> Verified:
    """Looks through the whole log. `expected` are anchors that somebody kept on their own."""
    head = log.audit_head(brand)
    beside = anchors.read(brand)
    kept = [*beside, *expected]
    entries = list(all_entries(log, brand))
    found = put_beside(log, brand)
    found += flaws(brand, entries, [*kept, *([head] if head else [])])
    anchored = set(kept)
    if entries and head is None:
        found.append("the note of how many entries there are is gone")
    elif entries and head is not None and entries[-1].number > head.number:
        found.append(f"entry {entries[-1].number} was put in beside the log")
    made = anchors_of(entries)
    found += [
        f"line {place} of the anchors in files is none: {text!r}"
        for place, text in anchors.unreadable(brand, made)
    ]
    releases = releases_held(entries, log.release_digests(brand))
    return Verified(
        brand=brand,
        entries=len(entries),
        head=made[-1] if made else None,
        unanchored=sum(one not in anchored for one in made),
        flaws=(
            *found,
            *releases.flaws,
            *words_held(entries, log.words_in_use(brand), BY_RULE),
        ),
        untold=releases.untold,
        restored=tuple(entry for entry in entries if lost_by(entry)),
        anchors_missing=bool(entries) and not beside,
    )


def put_beside(log: Oversight, brand: str) -> list[str]:
    """What was put in where no entry can be, in words."""
    return [
        f"entry {number if number.isprintable() else repr(number)} was put in beside the log: "
        "entries have the numbers 1, 2, 3, and on"
        for number in log.audit_misnumbered(brand)
    ]


def all_entries(log: Oversight, brand: str, after: int = 0) -> Iterator[Entry]:
    """Every entry with a number above `after`, in order."""
    while page := log.audit_entries(brand, after, PAGE):
        yield from page
        after = page[-1].number
