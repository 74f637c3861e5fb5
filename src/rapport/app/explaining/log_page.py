"""The audit log in words: page by page, the newest first; as a table; and what looking through it
found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from rapport.app.explaining.deeds_in_words import Called, Said, kind_of, said, who_did
from rapport.app.in_charge.audit_log import Verified, all_entries
from rapport.app.wording.counts import so_many
from rapport.app.wording.dates import local_time
from rapport.app.wording.table import Table
from rapport.core.oversight.audit import Anchor, Entry, lost_by
from rapport.core.oversight.people import same_name
from rapport.core.time import Instant, Zone
from rapport.ports import Oversight

PAGE = 50
"""Entries on one page."""

AT_ONCE = 500
"""Entries that are read at a time."""

MOST_NAMED = 5


class Asked(Struct, frozen=True):
    """Which entries: of a person, by the name that is entered or shown, and of one kind; what is
    empty is not asked for. `before` is the number of the last one on the page before."""

    who: str = ""
    kind: str = ""
    before: int | None = None


class Line(Struct, frozen=True):
    """One entry."""

    number: int
    at: Instant
    said: Said


class LogPage(Struct, frozen=True):
    """Some entries, the newest first. `next` is what the next page is `before`, None where there
    are no more; `head` is the last entry of the whole log, to note down."""

    lines: tuple[Line, ...]
    next: int | None
    head: Anchor | None


class LookedThrough(Struct, frozen=True):
    """What looking through the log found, in sentences: whether it is `whole`, and `flaws` where it
    is not."""

    says: tuple[str, ...]
    flaws: tuple[str, ...] = ()
    whole: bool = False


def log_page(log: Oversight, brand: str, things: Called, asked: Asked, most: int = PAGE) -> LogPage:
    """One page of a brand's log, with at most `most` entries."""
    head = log.audit_head(brand)
    found: list[Entry] = []
    for entry in _newest_first(log, brand, head, asked.before):
        if _fits(entry, asked):
            found.append(entry)
        if len(found) > most:
            break
    lines = [Line(one.number, one.at, said(one.deed, things)) for one in found[:most]]
    return LogPage(tuple(lines), found[most - 1].number if len(found) > most else None, head)


def log_table(entries: Sequence[Entry], zone: Zone, things: Called) -> Table:
    """Some entries in the order in which they were done, each in the words of its page."""
    rows = []
    for entry in entries:
        told = said(entry.deed, things)
        about = " ".join(told.about).strip()
        seen = "; ".join(f"{name}: {text}" for name, text in entry.deed.saw.items())
        rows.append(
            (
                str(entry.number),
                local_time(entry.at, zone),
                told.who,
                told.did,
                "" if about in told.did else about,
                told.why,
                seen,
            )
        )
    heads = ("", "When", "Who", "Did", "About", "Why", "Having seen")
    head = f"The last entry: {entries[-1].number}:{entries[-1].hash}" if entries else ""
    return Table("Audit log", heads, tuple(rows), head)


def _newest_first(
    log: Oversight, brand: str, head: Anchor | None, before: int | None
) -> Iterator[Entry]:
    """Every entry before a number, backwards, and none left out of a log that is not whole."""
    last = head.number if head else 0
    if head is None or not _ends_with(log, brand, head):
        every = reversed(list(all_entries(log, brand)))
        yield from (one for one in every if before is None or one.number < before)
        return
    end = last if before is None else min(before - 1, last)
    while end > 0:
        begin = max(end - AT_ONCE, 0)
        some = log.audit_entries(brand, begin, AT_ONCE)
        yield from (entry for entry in reversed(some) if entry.number <= end)
        end = begin


def _ends_with(log: Oversight, brand: str, head: Anchor) -> bool:
    """Whether a log ends where its head says. One whose head was tampered with may not, and then
    any number may stand there."""
    numbers = [entry.number for entry in log.audit_entries(brand, head.number - 1, 2)]
    return numbers == [head.number]


def _fits(entry: Entry, asked: Asked) -> bool:
    deed = entry.deed
    if asked.who and not any(same_name(one, asked.who) for one in (deed.who, who_did(deed))):
        return False
    return not asked.kind or kind_of(deed) == asked.kind


def looked_through(found: Verified) -> LookedThrough:
    """What `verify` found, in sentences."""
    if found.flaws:
        amiss = (
            "The audit log is not what it was. Hold it against a backup: the first entry named is "
            "where to look."
        )
        return LookedThrough((amiss,), found.flaws)
    says = [f"{so_many(found.entries, 'entry', 'entries')}, each as it was made and in its order."]
    says += [
        f"Entry {entry.number}: a backup was restored, and with it "
        f"{lost_in_words(lost_by(entry))}. {entry.deed.who}: {entry.deed.why}"
        for entry in found.restored
    ]
    if found.untold:
        says.append(
            f"No entry tells what was in {_releases(found.untold)}: a change there would not show. "
            "An older Rapport entered that of none, nor does a server that publishes as it starts; "
            "of any other, the entry is missing."
        )
    if found.anchors_missing:
        says.append(
            f"The file of their anchors, audit/{found.brand}.anchors in the home folder, is "
            "missing or empty. If none could be kept yet, the next entry makes up for it. If it "
            "was there, somebody took it away, and entries may be missing at the end without a "
            "trace: bring it back from a backup before anything else is entered, and look again."
        )
    elif found.unanchored:
        says.append(
            f"{so_many(found.unanchored, 'of them has', 'of them have')} no anchor beside the "
            "database: none could be kept yet, or it was taken away since. That they are "
            "missing would not show. The next entry makes up for it."
        )
    return LookedThrough(tuple(says), whole=True)


def lost_in_words(anchors: Sequence[Anchor]) -> str:
    """Such as `entries 13 to 15 of the log before were lost`."""
    numbers = [one.number for one in anchors]
    first, last = min(numbers), max(numbers)
    if first == last:
        return f"entry {first} of the log before was lost"
    return f"entries {first} to {last} of the log before were lost"


def _releases(numbers: Sequence[int]) -> str:
    named = ", ".join(str(number) for number in numbers[:MOST_NAMED])
    more = f" and {len(numbers) - MOST_NAMED:,} more" if len(numbers) > MOST_NAMED else ""
    return f"{'release' if len(numbers) == 1 else f'{len(numbers):,} releases:'} {named}{more}"
