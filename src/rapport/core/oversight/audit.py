"""The audit log: who decided what, when, why, having seen what. Each entry seals the one before.

An entry's hash is over everything it says and over the hash of the entry before it, so a change, a
removal or a new order shows from there on. What is cut off at the end shows only against an anchor:
the number and hash of an entry that somebody kept elsewhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from msgspec import Struct, field

from rapport.core.time import Instant

DEEDS = (
    "approved",
    "rejected",
    "taken back",
    "edited",
    "taught",
    "asked",
    "changed",
    "published",
    "overrode",
    "rolled back",
    "stopped",
    "resumed",
    "retired",
    "brought back",
    "opted out",
    "tested",
    "restored",
    "blocked",
    "learnt again",
)
"""What can be done. `asked` is for new words; the last two are what Rapport itself does, by a rule
or since what it had learnt was damaged."""

OF_POLICIES = ("published", "overrode", "rolled back", "blocked")
OF_RELEASES = ("published", "retired", "brought back")
"""The deeds that put policies and releases in force, or hold policies back."""

NOTHING_BEFORE = "0" * 64
MOST_CHARACTERS = 2_000
"""Each text of an entry is cut to this length."""


_RELEASE = re.compile(r"release (\d{1,18})", re.ASCII)


def release_seen(number: int, digest: str) -> dict[str, str]:
    """How a deed tells what was in the release that it put in force."""
    return {f"release {number}": digest}


BY_ITSELF = "Rapport"
"""Who did what nobody was asked for: a rule, a schedule, a server as it starts."""


class Deed(Struct, frozen=True):
    """What somebody did: `what` is what it was done to, such as `policy 9`.

    `saw` holds what was shown to them when they did it, by its name.
    """

    who: str
    did: str
    what: str
    why: str = ""
    saw: dict[str, str] = field(default_factory=dict)


class Act(Struct, frozen=True):
    """Who does something, and why; `at` is from when on it holds, in event time."""

    who: str
    why: str
    at: Instant


class Entry(Struct, frozen=True, omit_defaults=True):
    """A deed as it stands in a brand's log. Numbers go 1, 2, 3, and on. `exact` is whether it is
    kept letter by letter as it was written: what is read of it may be the same where it is not."""

    number: int
    at: Instant
    deed: Deed
    before: str
    """The hash of the entry before it; zeros for the first."""
    hash: str
    exact: bool = True


class Anchor(Struct, frozen=True):
    """An entry's number and hash, kept apart from the log."""

    number: int
    hash: str


def entered(brand: str, last: Anchor | None, at: Instant, deed: Deed) -> Entry:
    """The entry that follows `last`, or the first one."""
    deed = Deed(
        _cut(deed.who),
        deed.did,
        _cut(deed.what),
        _cut(deed.why),
        {_cut(name): _cut(text) for name, text in sorted(deed.saw.items())},
    )
    number, before = (last.number + 1, last.hash) if last else (1, NOTHING_BEFORE)
    return Entry(number, at, deed, before, seal(brand, number, at, deed, before))


def seal(brand: str, number: int, at: Instant, deed: Deed, before: str) -> str:
    """SHA-256, as hex digits, of the JSON of all of it: no white space, keys sorted, ASCII."""
    said = {
        "at": at,
        "before": before,
        "brand": brand,
        "did": deed.did,
        "number": number,
        "saw": deed.saw,
        "what": deed.what,
        "who": deed.who,
        "why": deed.why,
    }
    text = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return sha256(text.encode("ascii")).hexdigest()


_LOST = re.compile(r"entry ([1-9]\d{0,17})", re.ASCII)


def lost_seen(lost: Iterable[Anchor]) -> dict[str, str]:
    """How the deed by which somebody says that a backup was restored tells what was lost by it."""
    hashes: dict[int, list[str]] = {}
    for anchor in sorted(set(lost), key=lambda one: (one.number, one.hash)):
        hashes.setdefault(anchor.number, []).append(anchor.hash)
    return {f"entry {number}": " ".join(of) for number, of in hashes.items()}


def lost_by(entry: Entry) -> list[Anchor]:
    """The anchors of what was lost by a restored backup, if that is what the entry tells of."""
    if entry.deed.did != "restored":
        return []
    named = ((_LOST.fullmatch(name), text) for name, text in entry.deed.saw.items())
    return [Anchor(int(name[1]), one) for name, text in named if name for one in text.split()]


def flaws(brand: str, entries: Iterable[Entry], anchors: Sequence[Anchor]) -> list[str]:
    """All that is wrong with a log, in words; nothing where it is whole.

    `entries` are in the order in which they are kept, `anchors` in any. Of these, such as an entry
    tells that they were lost by a restored backup are no flaw.
    """
    found: list[str] = []
    hashes: dict[int, str] = {}
    lost: set[Anchor] = set()
    number, before = 0, NOTHING_BEFORE
    for entry in entries:
        lost.update(lost_by(entry))
        if entry.number != number + 1:
            found.append(f"entry {entry.number} follows entry {number}: {_gap(number, entry)}")
        elif entry.before != before:
            found.append(f"entry {entry.number} was not made after entry {number} as it now is")
        if seal(brand, entry.number, entry.at, entry.deed, entry.before) != entry.hash:
            found.append(f"entry {entry.number} does not say what it said when it was made")
        elif not entry.exact:
            found.append(f"entry {entry.number} says the same, but is not kept as it was written")
        number, before = entry.number, entry.hash
        hashes[number] = entry.hash
    anchors = [anchor for anchor in anchors if anchor not in lost]
    missing = [anchor.number for anchor in anchors if anchor.number not in hashes]
    if missing:
        there = f"it ends with entry {number}" if number else "it is empty"
        found.append(f"entry {max(missing)} was in the log once, and is not: {there}")
    found += [
        f"entry {anchor.number} is not the one that was in the log once"
        for anchor in anchors
        if hashes.get(anchor.number, anchor.hash) != anchor.hash
    ]
    return list(dict.fromkeys(found))


class InUse(Struct, frozen=True):
    """A draft whose words go out. `by` passed it, a person or a rule; `words` is the digest of its
    words, empty where what is kept is not what was written."""

    draft: str
    by: str
    words: str


JUDGED = ("approved", "edited", "rejected", "taken back")
"""What is done with a draft, the first two so that its words go out."""

WAITS = "waits for"
"""In what was seen of an edit: its words wait, for whom it says."""


def words_held(entries: Iterable[Entry], in_use: Iterable[InUse], by_rule: str) -> list[str]:
    """Holds words that go out against the log, in words; nothing where all is as it was judged.

    What was passed `by_rule` has no entry, so only whether it is what was written can be told.
    """
    last = {entry.deed.what: entry for entry in entries if entry.deed.did in JUDGED}
    found = []
    for one in in_use:
        entry = last.get(f"draft {one.draft}")
        if not one.words:
            found.append(f"draft {one.draft} is not what was written: its words go out no more")
        elif entry is None and one.by == by_rule:
            continue
        elif entry is None or entry.deed.did not in JUDGED[:2] or WAITS in entry.deed.saw:
            found.append(f"draft {one.draft} goes out, and no entry tells of anybody who let it")
        elif entry.deed.saw.get("words") != one.words:
            found.append(f"draft {one.draft} is not what entry {entry.number} let out")
    return found


class ReleasesHeld(Struct, frozen=True):
    """Releases held against what the log tells of them: what is wrong, in words, and the numbers of
    those of which it does not tell what was in them."""

    flaws: tuple[str, ...]
    untold: tuple[int, ...]


def releases_told(deed: Deed) -> dict[int, str]:
    """The releases that a deed put in force, by number, each with its digest."""
    found = ((_RELEASE.fullmatch(name), digest) for name, digest in deed.saw.items())
    return {int(match[1]): digest for match, digest in found if match is not None}


def releases_held(entries: Iterable[Entry], kept: Mapping[int, str]) -> ReleasesHeld:
    """Holds releases as they are kept, by number and digest, against the log."""
    found: list[str] = []
    told: set[int] = set()
    for entry in entries:
        for number, digest in releases_told(entry.deed).items():
            told.add(number)
            if number not in kept:
                found.append(f"release {number} is gone, of which entry {entry.number} tells")
            elif kept[number] != digest:
                found.append(f"release {number} is not what entry {entry.number} put in force")
    return ReleasesHeld(tuple(dict.fromkeys(found)), tuple(sorted(kept.keys() - told)))


def _gap(number: int, entry: Entry) -> str:
    if entry.number <= number:
        return "the order was changed, or an entry was put in"
    return "what was between them is gone"


def _cut(text: str) -> str:
    """As much of a text as is kept; what cannot be stored as Unicode is replaced."""
    sound = text.encode("utf-8", "replace").decode("utf-8")
    return sound if len(sound) <= MOST_CHARACTERS else sound[: MOST_CHARACTERS - 1] + "…"
