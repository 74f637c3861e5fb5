"""Backtest: who would have got what from a flow over past events, and how versions differ.

Nothing is sent and nothing is written. `rapport.app.measuring.backtest_fold` lives each profile
again; `rapport.app.measuring.backtest_figures` counts what came of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.measuring.backtest_figures import (
    NOTHING,
    Comparison,
    Example,
    Reader,
    Story,
    Version,
    compare,
    examples,
    version,
)
from rapport.app.measuring.backtest_fold import Ended, Period, absorbed_in, live_again, with_release
from rapport.core.blueprint import Blueprint, Release
from rapport.core.time import Instant
from rapport.core.triggers import type_behind
from rapport.core.unread import ALL_READ, Unread, Unreadable
from rapport.errors import CodecError, UserError
from rapport.ports import LogRow
from rapport.ports.history import RecentLogs

CANNOT_SEE = (
    "People did what they did in answer to what they really got. Orders, visits and opt-outs stay "
    "as they happened; with other messages they might have acted differently, so nothing here "
    "says what a version would have earned.",
    "Each message counts as sent at the moment it was decided. No words were written or checked, "
    "so one that a guardrail would have stopped is counted too.",
    "A version decides with what had been learnt at the time, and with the catalogue of the time. "
    "Levels that are new have nothing learnt about them. Each version holds for the whole period, "
    "even where another one held at the time.",
    "What was under way when the period began runs on as it was, and is not counted.",
)
"""What a backtest cannot see, in words for people."""


class Asked(Struct, frozen=True):
    """What to go through: a flow since a moment, for `candidate` where that is not today's."""

    flow: str
    since: Instant
    candidate: Release | None = None
    examples: int = 5


class Backtest(Struct, frozen=True):
    """What a backtest came to. Instants in milliseconds since 1970 UTC, money in minor units.

    `candidate` and `compared` are None where only today's version was gone through.
    """

    brand: str
    flow: str
    currency: str
    since: Instant
    until: Instant
    profiles: int
    """Those gone through: something happened to them that can start the flow."""
    events: int
    today: Version
    candidate: Version | None
    compared: Comparison | None
    examples: tuple[Example, ...]
    flows_only_in_candidate: tuple[str, ...] = ()
    """Names of other flows that the candidate has and today's version has not."""
    flows_only_today: tuple[str, ...] = ()
    cannot_see: tuple[str, ...] = CANNOT_SEE
    unreadable: Unreadable = ALL_READ
    """Events that could not be read: the profiles that they are of were not gone through."""


Progress = Callable[[int, int], None]
"""Told how many profiles are done, and of how many."""


def backtest(
    history: RecentLogs,
    blueprint: Blueprint,
    asked: Asked,
    progress: Progress = lambda _done, _total: None,
) -> Backtest:
    """Goes through the brand's past events with today's release, and with the candidate's.

    The same arguments and log always give the same figures. Raises UserError where no version has
    the flow, or where nothing happened since.
    """
    # Of a retired brand, as it was before: retired it would say nothing, and nothing be learnt.
    releases = [replace(blueprint.releases[-1], retired=None)]
    if asked.candidate is not None:
        releases.append(replace(asked.candidate, number=releases[0].number + 1))
    kinds = _kinds(releases, asked.flow, blueprint.brand)
    period = Period(asked.since, history.last_received_at(blueprint.brand))
    if period.until < period.since:
        raise UserError("Nothing has happened since then. Name an earlier day with --since.")
    versions = [with_release(blueprint, release, asked.since) for release in releases]
    people = _People(history, versions, asked.flow, period)
    profiles = history.touched(blueprint.brand, kinds, asked.since)
    for done, profile in enumerate(profiles, start=1):
        people.go_through(profile)
        progress(done, len(profiles))
    stories = people.stories()
    figures = [version(r, s.values()) for r, s in zip(releases, stories, strict=True)]
    return Backtest(
        brand=blueprint.brand,
        flow=asked.flow,
        currency=releases[0].brand.currency,
        since=period.since,
        until=period.until,
        profiles=people.profiles,
        events=people.events,
        today=figures[0],
        candidate=figures[1] if len(figures) > 1 else None,
        compared=compare(stories[0], stories[1]) if len(stories) > 1 else None,
        examples=examples(stories, asked.examples),
        flows_only_in_candidate=_more_flows(releases[-1], releases[0], asked.flow),
        flows_only_today=_more_flows(releases[0], releases[-1], asked.flow),
        unreadable=people.unread.told(),
    )


def _more_flows(one: Release, other: Release, but: str) -> tuple[str, ...]:
    """Names of the flows of `one` that `other` has not, but for the flow that is asked about."""
    known = {flow.key for flow in other.flows} | {but}
    return tuple(flow.name for flow in one.flows if flow.key not in known)


def _kinds(releases: Sequence[Release], flow: str, brand: str) -> list[str]:
    """The types of event that start the flow, in any of the versions."""
    flows = [found for release in releases if (found := release.flow(flow)) is not None]
    if not flows:
        known = sorted({flow.key for release in releases for flow in release.flows})
        raise UserError(
            f"Brand '{brand}' has no flow '{flow}'. It has: {', '.join(known) or 'none'}."
        )
    # A custom event's own name is in its body, so all custom events come into question.
    return sorted({type_behind(flow.trigger) for flow in flows})


class _People:
    """Everybody's stories, version by version, while profiles are gone through."""

    def __init__(
        self, history: RecentLogs, versions: Sequence[Blueprint], flow: str, period: Period
    ) -> None:
        self.profiles = 0
        self.events = 0
        self.unread = Unread()
        self._history = history
        self._brand = versions[0].brand
        self._versions = versions
        self._readers = [Reader(version, flow, period.since) for version in versions]
        self._period = period
        self._stories: dict[str, list[Story]] = {}
        self._ended: dict[str, Ended] = {}
        self._into: dict[str, str] = {}
        self._seen: set[str] = set()

    def go_through(self, profile: str) -> None:
        """Goes through a profile, and then the one that it turned out to be: there its runs go
        on, though nothing more may happen that starts one."""
        while profile and profile not in self._into:
            self._with_those_before(profile)
            profile = self._into[profile]

    def _with_those_before(self, profile: str) -> None:
        """Goes through a profile, and before it through those that turn out to be it."""
        waiting = [profile]
        while waiting:
            profile = waiting[-1]
            rows = () if profile in self._into else self._log(profile)
            first_time = profile not in self._seen
            self._seen.add(profile)
            before = [p for p in absorbed_in(rows, self._period) if p not in self._seen]
            if first_time and before:
                waiting.extend(before)
                continue
            waiting.pop()
            if profile not in self._into:
                self._go_through(profile, rows)

    def _log(self, profile: str) -> Sequence[LogRow]:
        """What happened to a profile; nothing, and not gone through, where it cannot be read."""
        try:
            return self._history.log(self._brand, profile)
        except CodecError as error:
            self.unread.note(error)
            self._into[profile] = ""
            return ()

    def _go_through(self, profile: str, rows: Sequence[LogRow]) -> None:
        again = live_again(self._versions, profile, rows, self._period, self._ended)
        self.profiles, self.events = self.profiles + 1, self.events + len(rows)
        self._into[profile] = again.into
        if again.ended is not None:
            self._ended[profile] = again.ended
        stories = [
            reader.story(lived) for reader, lived in zip(self._readers, again.lives, strict=True)
        ]
        if any(story != NOTHING for story in stories):
            self._stories[profile] = stories

    def stories(self) -> list[dict[str, Story]]:
        """For each version everybody's story, under the profile that they live on in."""
        told: list[dict[str, Story]] = [{} for _ in self._versions]
        for profile, stories in self._stories.items():
            person = self._living(profile)
            for everybody, story in zip(told, stories, strict=True):
                everybody[person] = everybody.get(person, NOTHING).with_more(story)
        return told

    def _living(self, profile: str) -> str:
        seen = {profile}
        while (into := self._into.get(profile, "")) and into not in seen:
            seen.add(into)
            profile = into
        return profile
