"""Why nothing was said lately, counted: by kind, and within each by reason, as shares of all.

What was counted is kept, hour by hour, so that a look reads only what is new since the last one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from rapport.app.evidence.recorded import basket_unknown
from rapport.app.explaining.explain import summarise
from rapport.app.wording.names import begun
from rapport.core.blueprint import Blueprint, Release
from rapport.core.codec import readable_decisions
from rapport.core.deciding.silence import CHOSEN, HELD_OUT, KINDS, STOPPED, kind_of
from rapport.core.decision import Decision
from rapport.core.time import HOUR, Instant, Millis
from rapport.core.unread import Unread
from rapport.ports.history import Silent

KIND_WORDS = {
    CHOSEN: "Silence was chosen",
    STOPPED: "A rule or limit came first",
    HELD_OUT: "To see what happens without",
}
"""Why nothing was said, as lists call it."""

PAGE = 200
"""Silences that are read at a time."""

SHOWN = 3
"""Reasons of each kind; the rest are counted together."""

COSTS_MORE = "A message would have cost more than it brings"
TO_LEARN = "Now and then, to learn what silence brings"
UNKNOWN = "Nobody knows what the basket comes to, nor what people usually order"
NO_CHOICE = "There was no offer to choose from, not even none"


class Share(Struct, frozen=True):
    """How often something was so, and what share of all that is, from 0 to 1."""

    words: str
    count: int
    share: float

    @property
    def percent(self) -> str:
        """The share in words: what is rare is not called 0 %."""
        return "<1%" if 0.0 < self.share < 0.005 else f"{self.share:.0%}"


class OfKind(Struct, frozen=True):
    """One of `KINDS`, with its most frequent reasons; those of the holdout are all one."""

    kind: str
    share: Share
    reasons: tuple[Share, ...]


class Lately(Struct, frozen=True):
    """All of it, the most frequent kind first. `whole` says whether all that happened in these days
    was counted, and not the latest of it alone. `until` is when the days end where that is not now,
    since nothing was left unsaid in the days before now."""

    count: int
    kinds: tuple[OfKind, ...]
    whole: bool
    until: Instant | None = None


class SilenceTally:
    """Of one brand. Not safe to share between threads."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[int, str, str]] = Counter()
        """By hour, kind and reason in words."""
        self._first = 0
        """The first hour that is counted."""
        self._top = 0
        """The position of the newest silence that was counted."""
        self._bottom: int | None = None
        """That of the oldest; None before anything was counted."""
        self._ended = False
        """Whether there are none before that one."""
        self._whole = False
        self._until: Instant | None = None

    def catch_up(
        self, log: Silent, blueprint: Blueprint, now: Instant, span: Millis, most: int
    ) -> None:
        """Counts what is new, and then further back, `span` before now or before the last silence
        if that is longer ago: at most `most` silences, or a page more. The log is to be read as it
        was at one moment."""
        brand, latest = blueprint.brand, log.last_silence(blueprint.brand)
        self._until = latest if latest is not None and latest < now - span else None
        self._since(((now if self._until is None else self._until) - span) // HOUR)
        left = most - self._newest(log, blueprint, most)
        # They stand in the order in which they were decided, which for what was told late is not
        # that of their moments: only their number says whether there are more of these days.
        there = log.silences_since(brand, self._first * HOUR)
        while left > 0 and not self._ended and self._counts.total() < there:
            rows = log.silences_before(brand, self._bottom, PAGE)
            self._count(rows, blueprint)
            self._ended = len(rows) < PAGE
            left -= len(rows)
        self._whole = self._ended or self._counts.total() >= there

    def _since(self, first: int) -> None:
        """Counts from this hour on. What was counted before it is left out, or, where the days now
        begin earlier, all is begun anew."""
        if first < self._first:
            self._top = 0
            self._begin_anew()
        self._first = first
        for key in [key for key in self._counts if key[0] < first]:
            del self._counts[key]

    def _begin_anew(self) -> None:
        self._counts.clear()
        self._bottom, self._ended = None, False

    def _newest(self, log: Silent, blueprint: Blueprint, most: int) -> int:
        """Counts what came since the last time. Where that is too much for one look, all is begun
        anew with the latest of it."""
        new: list[tuple[int, bytes]] = []
        before: int | None = None
        while len(new) < most:
            rows = log.silences_before(blueprint.brand, before, PAGE)
            unknown = [row for row in rows if row[0] > self._top]
            new += unknown
            if len(unknown) < PAGE:
                self._count(new, blueprint)
                return len(new)
            before = unknown[-1][0]
        self._begin_anew()
        self._count(new, blueprint)
        return len(new)

    def _count(self, rows: Sequence[tuple[int, bytes]], blueprint: Blueprint) -> None:
        if rows:
            self._top = max(self._top, rows[0][0])
            self._bottom = min(rows[-1][0], self._bottom or rows[-1][0])
        for one in readable_decisions((body for _, body in rows), Unread()):
            if one.at // HOUR >= self._first:
                why = _in_short(one, blueprint.release_number(one.release))
                self._counts[one.at // HOUR, kind_of(one), why] += 1

    def told(self) -> Lately:
        """What was counted."""
        reasons: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
        for (_, kind, why), count in self._counts.items():
            reasons[kind][why] += count
        total = self._counts.total()
        kinds = [
            OfKind(kind, Share(KIND_WORDS[kind], found.total(), found.total() / total),
                   _shares(found, total) if kind != HELD_OUT else ())
            for kind, found in reasons.items() if found
        ]  # fmt: skip
        kinds.sort(key=lambda one: -one.share.count)
        return Lately(total, tuple(kinds), self._whole, self._until)


def _shares(reasons: Counter[str], total: int) -> tuple[Share, ...]:
    known = reasons.most_common()
    shown = [Share(why, count, count / total) for why, count in known[:SHOWN]]
    rest = sum(count for _, count in known[SHOWN:])
    if rest:
        others = len(known) - SHOWN
        words = f"{others} other {'reason' if others == 1 else 'reasons'}"
        shown.append(Share(words, rest, rest / total))
    return tuple(shown)


def _in_short(decision: Decision, release: Release) -> str:
    """Why nothing was said, as all say it of whom that is so."""
    if decision.reason:
        why = summarise(decision, release).removeprefix("Nothing was said: ")
        return begun(why).removesuffix(".")
    gate = next((drawn for drawn in decision.draws if drawn.factor == "send"), None)
    if gate is None or len(gate.values) < 2:
        return NO_CHOICE
    if gate.values[1] > 0.0:
        return TO_LEARN
    return UNKNOWN if basket_unknown(decision) and not decision.margin else COSTS_MORE
