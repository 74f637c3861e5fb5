"""A backtest in words and a table, for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from rapport.app.measuring.backtest import Backtest
from rapport.app.measuring.backtest_figures import MOMENT, Comparison, Example, Said, Story, Version
from rapport.app.wording import amounts
from rapport.app.wording.arm_words import ARM_WORDS, arm_words
from rapport.app.wording.counts import so_many
from rapport.app.wording.dates import local_time
from rapport.app.wording.level_words import FACTOR_WORDS
from rapport.app.wording.table import Table
from rapport.app.wording.totals import as_words
from rapport.core.blueprint import Release
from rapport.core.creative.framework import FACTORS, Level
from rapport.core.deciding.arms import HOLDOUT
from rapport.core.flow import Flow, TimeLevel
from rapport.core.offer import Offer
from rapport.core.time import Instant

ARMS = {key: arm_words(key) for key in ARM_WORDS}
FEW = 12
"""Rows of a group that are shown; the rest are in the figures that `--json` writes."""

DIFFERS = {MOMENT: "the moment", "offer": "the offer", "tone": "the tone", "angle": "the angle",
           "visual": "the visual"}  # fmt: skip

UNDER_WAY = "still under way at the end"

Counts = Callable[[Version], Mapping[str, int]]


class BacktestWords:
    """A backtest as people read it, in the brand's own time and money."""

    def __init__(self, done: Backtest, release: Release) -> None:
        self._done = done
        self._brand = release.brand
        flow = release.flow(done.flow)
        self._flow = flow.name if flow else done.flow
        self._labels = _labels(release, flow)

    def headline(self) -> list[str]:
        """What was gone through, and how the versions differ."""
        done = self._done
        lines = [
            f"{so_many(done.events, 'event')} of {so_many(done.profiles, 'profile')} "
            f"{'was' if done.events == 1 else 'were'} gone through again, from "
            f"{self.when(done.since)} to {self.when(done.until)}.",
            "Nothing was sent.",
        ]
        if done.compared is None:
            lines.append("This is today's version. Name a folder with --folder to compare another.")
        else:
            lines += self._difference(done.compared)
            lines += self._other_flows()
        return lines

    def _other_flows(self) -> Iterator[str]:
        """Which other flows only one of the versions has: they alone can make a difference."""
        for flows, who, where in (
            (self._done.flows_only_in_candidate, "The candidate", "not published"),
            (self._done.flows_only_today, "Today's version", "not in the candidate"),
        ):
            if flows:
                one = len(flows) == 1
                many = "a flow that is" if one else f"{len(flows)} flows that are"
                yield (
                    f"{who} also has {many} {where}: {', '.join(flows)}. What "
                    f"{'it sends' if one else 'they send'} counts for "
                    "the caps, and one that is nearer to an order goes first, so "
                    f"‘{self._flow}’ may send other messages for that alone."
                )

    def _difference(self, found: Comparison) -> list[str]:
        if found.same == found.people:
            one = found.people == 1
            all_ = "the one person" if one else f"all {found.people:,} people"
            return [f"For {all_} both versions would have done the same."]
        lines = [
            f"Of {so_many(found.people, 'person', 'people')}, {found.more:,} would have got more "
            f"messages with the candidate, {found.fewer:,} fewer, {found.different:,} as many but "
            f"not the same, and {found.same:,} the same."
        ]
        if found.differs_in:
            parts = (f"{DIFFERS[what]} for {n:,}" for what, n in found.differs_in.items())
            lines.append(f"Where there are as many, what differs is {', '.join(parts)}.")
        if found.only_today or found.only_candidate:
            lines.append(
                f"{found.only_candidate:,} would have entered with the candidate only, "
                f"{found.only_today:,} with today's version only."
            )
        return lines

    def table(self) -> Table:
        """The versions side by side: people, messages, levels, silences, what offers cost."""
        versions = [self._done.today]
        columns = ["", "Today"]
        if self._done.candidate is not None:
            versions.append(self._done.candidate)
            columns.append("Candidate")
        rows = [
            self._row("People who entered", versions, lambda v: f"{v.entered:,}"),
            *self._group("", versions, lambda v: v.arms, _named(ARMS)),
            self._row("Messages", versions, lambda v: f"{v.messages:,}"),
            *self._group("at ", versions, lambda v: v.points),
        ]
        for factor in FACTORS:
            label = f"{FACTOR_WORDS[factor]}: "
            rows += self._group(
                label.lower(), versions, _levels(factor), _named(self._labels[factor])
            )
        rows += [
            *self._group("people with messages: ", versions, lambda v: v.messages_each),
            *self._group("said nothing: ", versions, lambda v: v.holds, _held),
            *self._group("put off: ", versions, lambda v: v.put_offs),
            *self._group("not entered: ", versions, lambda v: v.not_entered),
            *self._group("left the flow: ", versions, lambda v: v.ends, as_words),
            *self._group("", versions, _under_way),
            *self._costs(versions),
        ]
        title = f"What ‘{self._flow}’ would have done"
        return Table(title, tuple(columns), tuple(rows))

    def _row(
        self, label: str, versions: list[Version], of: Callable[[Version], str]
    ) -> tuple[str, ...]:
        return (label, *map(of, versions))

    def _group(
        self,
        label: str,
        versions: list[Version],
        counts: Counts,
        in_words: Callable[[str], str] = str,
    ) -> Iterator[tuple[str, ...]]:
        keys = dict.fromkeys(key for version in versions for key in counts(version))
        for key in list(keys)[:FEW]:
            shown = (f"{counts(version).get(key, 0):,}" for version in versions)
            yield (f"  {label}{in_words(key)}", *shown)
        if len(keys) > FEW:
            yield (f"  {label}{so_many(len(keys) - FEW, 'other')}", *("" for _ in versions))

    def _costs(self, versions: list[Version]) -> Iterator[tuple[str, ...]]:
        labels = {cost.offer: cost.label for version in versions for cost in version.offers}
        for offer, label in sorted(labels.items()):
            costs = [next((c for c in v.offers if c.offer == offer), None) for v in versions]
            yield (f"{label}: expected cost", *(self.money(c.expected if c else 0) for c in costs))
            yield ("  if every message's order used it", *(
                self.money(c.most if c else 0) for c in costs
            ))  # fmt: skip

    def example(self, example: Example) -> list[str]:
        """One person: what each version would have sent, or why it would have said nothing."""
        lines = [f"Profile {example.profile}"]
        for label, story in (("Today", example.today), ("Candidate", example.candidate)):
            if story is not None:
                lines.append(f"  {label}:")
                lines += [f"    {line}" for line in self._told(story)]
        return lines

    def _told(self, story: Story) -> Iterator[str]:
        for said in story.said:
            yield self._message(said)
        if story.said:
            return
        silences = (*map(_held, story.holds), *(f"not entered: {why}" for why in story.not_entered))
        ends = silences or (*map(as_words, story.ends), *([UNDER_WAY] if story.under_way else []))
        yield f"No message ({', '.join(dict.fromkeys(ends)) or 'nothing started'})."

    def _message(self, said: Said) -> str:
        return f"{self.when(said.at)}: {said.words}."

    def when(self, at: Instant) -> str:
        """An instant on the brand's clock, as people write it."""
        return local_time(at, self._brand.zone)

    def money(self, minor: int) -> str:
        """Minor units in the brand's currency."""
        return amounts.money(minor, self._done.currency, self._brand.locale)


def _labels(release: Release, flow: Flow | None) -> dict[str, dict[str, str]]:
    """The words that people gave to each factor's levels, as they stand inside a sentence."""
    points = flow.points if flow else ()
    frameworks = [f for p in points if (f := release.framework(p.framework)) is not None]
    levels: dict[str, Sequence[TimeLevel | Offer | Level]] = {
        "time": [level for point in points for level in point.times],
        "offer": [offer for offer in release.offers if offer.label],
        "tone": [level for framework in frameworks for level in framework.tones],
        "angle": [level for framework in frameworks for level in framework.angles],
        "visual": [level for framework in frameworks for level in framework.visuals],
    }
    return {
        factor: {one.key: one.label[:1].lower() + one.label[1:] for one in those}
        for factor, those in levels.items()
    }


def _named(names: Mapping[str, str]) -> Callable[[str], str]:
    return lambda key: names.get(key, key)


def _levels(factor: str) -> Counts:
    return lambda version: version.levels[factor]


def _under_way(version: Version) -> dict[str, int]:
    return {UNDER_WAY: version.under_way} if version.under_way else {}


def _held(reason: str) -> str:
    """Why nothing was said."""
    return "one of those who get no messages" if reason == HOLDOUT else reason
