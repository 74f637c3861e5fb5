"""What a backtest counts: each person's story under a version, and how two versions differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from rapport.app.measuring.backtest_fold import Lived
from rapport.app.wording.level_words import LevelLabels
from rapport.core.blueprint import Blueprint, Release
from rapport.core.creative.framework import CONTENT_FACTORS, FACTORS, NO_OFFER, Action
from rapport.core.decision import CONTENT_STAGE, PUT_OFF_STAGE, Decision
from rapport.core.effects import Decided, Entered, Left
from rapport.core.person.signals import context_for
from rapport.core.policy.drawing import uniform
from rapport.core.policy.policy import clip_probability, score
from rapport.core.time import MINUTE, Instant

MOST = 3
"""People with this many messages or more are counted together."""

NOT_ENTERED = "not entered: "
NO_RUN = 0
"""The run's number where a flow was not entered."""

CHOSEN = "silence was chosen"
"""What a hold is called that the policy chose."""

MOMENT = "moment"
"""What differs where the same message would have gone out at another minute."""


class Said(Struct, frozen=True):
    """One message that a version would have sent.

    `cost` is what its offer costs if the order uses it, minor units; `chance` is how likely an
    order was with it, as the policy of the time saw it. `words` name the levels for people.
    """

    at: Instant
    point: str
    action: Action
    words: str
    cost: int
    chance: float

    @property
    def minute(self) -> int:
        """The minute it goes out in; a second more or less is no difference."""
        return self.at // MINUTE


class Story(Struct, frozen=True):
    """What a version did with one person in one flow.

    `arms` has the arm of each run that began in the period, `under_way` counts those that had not
    ended when it did; the rest are reasons, one an occasion.
    """

    arms: tuple[str, ...] = ()
    said: tuple[Said, ...] = ()
    holds: tuple[str, ...] = ()
    put_offs: tuple[str, ...] = ()
    not_entered: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    under_way: int = 0

    def with_more(self, other: Story) -> Story:
        """This person's story and that of a profile that turned out to be them."""
        return Story(
            self.arms + other.arms,
            tuple(sorted(self.said + other.said, key=lambda said: said.at)),
            self.holds + other.holds,
            self.put_offs + other.put_offs,
            self.not_entered + other.not_entered,
            self.ends + other.ends,
            self.under_way + other.under_way,
        )


NOTHING = Story()


class OfferCost(Struct, frozen=True):
    """What an offer would have cost, minor units.

    `most` is if each message's order had used it; `expected` weighs each by the chance of an order,
    as the policy of the time saw it.
    """

    offer: str
    label: str
    messages: int
    most: int
    expected: int


class Version(Struct, frozen=True):
    """What one version would have done. `levels` counts messages by level, for each factor;
    `messages_each` counts people by how many they would have got, the last key is that or more.
    `under_way` counts runs that had not ended when the period did: they may yet write."""

    release: int
    entered: int
    """People, each counted once."""
    runs: int
    arms: dict[str, int]
    messages: int
    points: dict[str, int]
    levels: dict[str, dict[str, int]]
    messages_each: dict[str, int]
    holds: dict[str, int]
    put_offs: dict[str, int]
    not_entered: dict[str, int]
    ends: dict[str, int]
    under_way: int
    offers: tuple[OfferCost, ...]


class Comparison(Struct, frozen=True):
    """How the candidate differs from today's version, in people.

    `same`, `more`, `fewer` and `different` add up to `people`; `different` ones would have got as
    many messages, and `differs_in` says what about these is not the same (one may count for
    several).
    """

    people: int
    same: int
    more: int
    fewer: int
    different: int
    only_today: int
    """Entered the flow today, and would not with the candidate."""
    only_candidate: int
    differs_in: dict[str, int]


class Example(Struct, frozen=True):
    """One person, and what each version would have done; `candidate` is None without one."""

    profile: str
    today: Story
    candidate: Story | None


class Reader:
    """Reads a person's story in one flow out of what a version did."""

    def __init__(self, blueprint: Blueprint, flow: str, since: Instant) -> None:
        self._blueprint = blueprint
        self._flow = flow
        self._since = since
        self._words: dict[tuple[int, str, Action], str] = {}

    def story(self, lived: Lived) -> Story:
        """Counts runs that began in the period; what was under way before is left out."""
        entered = [
            effect
            for effect in lived.effects
            if isinstance(effect, Entered)
            and effect.flow == self._flow
            and effect.at >= self._since
        ]
        # A run that came over counts where it was entered, and what it said here.
        came = (run for run in lived.came_over if run.flow == self._flow)
        runs = {effect.run for effect in entered}
        runs.update(run.number for run in came if run.entered_at >= self._since)
        left = [e for e in lived.effects if isinstance(e, Left) and e.flow == self._flow]
        decisions = [
            effect.decision
            for effect in lived.effects
            if isinstance(effect, Decided)
            and effect.decision.flow == self._flow
            and effect.decision.run in runs
        ]
        contents = [decision for decision in decisions if decision.stage == CONTENT_STAGE]
        return Story(
            arms=tuple(effect.arm for effect in entered),
            said=tuple(
                self._said(decision, lived.baskets.get(decision.message, 0))
                for decision in contents
                if not decision.action.hold
            ),
            holds=tuple(d.reason or CHOSEN for d in contents if d.action.hold),
            put_offs=tuple(d.reason for d in decisions if d.stage == PUT_OFF_STAGE),
            not_entered=tuple(
                effect.reason.removeprefix(NOT_ENTERED)
                for effect in left
                if effect.run == NO_RUN and effect.at >= self._since
            ),
            ends=tuple(effect.reason for effect in left if effect.run in runs),
            under_way=sum(
                run.flow == self._flow and run.entered_at >= self._since for run in lived.under_way
            ),
        )

    def _said(self, decision: Decision, basket: int) -> Said:
        release = self._blueprint.release_number(decision.release)
        action = decision.action
        offer = release.offer(action.offer)
        known = (decision.release, decision.point, action)
        words = self._words.get(known) or LevelLabels(release, decision).action(action)
        self._words[known] = words
        cost = offer.cost_on(basket) if offer else 0
        return Said(decision.at, decision.point, action, words, cost, self._chance(decision))

    def _chance(self, decision: Decision) -> float:
        policy = self._blueprint.policy_at(decision.at).on(decision.about)
        levels = {factor: (decision.action.level(factor),) for factor in FACTORS}
        scores = score(policy, context_for(decision, policy.form), levels)
        added = sum(scores.effect(factor, level) for factor, (level,) in levels.items())
        return clip_probability(scores.hold + scores.send + added)


def version(release: Release, stories: Iterable[Story]) -> Version:
    """The figures of one version over everybody's stories."""
    everybody = list(stories)
    inside = [story for story in everybody if story.arms]
    said = [one for story in everybody for one in story.said]
    each = Counter(min(len(story.said), MOST) for story in inside)
    return Version(
        release=release.number,
        entered=len(inside),
        runs=sum(len(story.arms) for story in inside),
        arms=_counted(story.arms[0] for story in inside),
        messages=len(said),
        points=_counted(one.point for one in said),
        levels={factor: _counted(one.action.level(factor) for one in said) for factor in FACTORS},
        messages_each={
            f"{count}+" if count == MOST else str(count): each[count] for count in range(MOST + 1)
        },
        holds=_counted(reason for story in everybody for reason in story.holds),
        put_offs=_counted(reason for story in everybody for reason in story.put_offs),
        not_entered=_counted(reason for story in everybody for reason in story.not_entered),
        ends=_counted(reason for story in everybody for reason in story.ends),
        under_way=sum(story.under_way for story in everybody),
        offers=_costs(release, said),
    )


def _counted(keys: Iterable[str]) -> dict[str, int]:
    """How often each key is there, the most frequent first."""
    counts = Counter(keys)
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _costs(release: Release, said: Sequence[Said]) -> tuple[OfferCost, ...]:
    by_offer: dict[str, list[Said]] = {}
    for one in said:
        if one.action.offer != NO_OFFER:
            by_offer.setdefault(one.action.offer, []).append(one)
    return tuple(
        OfferCost(
            offer=key,
            label=offer.label if (offer := release.offer(key)) else key,
            messages=len(those),
            most=sum(one.cost for one in those),
            expected=round(sum(one.cost * one.chance for one in those)),
        )
        for key, those in sorted(by_offer.items())
    )


def compare(today: Mapping[str, Story], candidate: Mapping[str, Story]) -> Comparison:
    """Person by person: who would get more, fewer or different messages."""
    found: Counter[str] = Counter()
    differs_in: Counter[str] = Counter()
    people = 0
    for person in today.keys() | candidate.keys():
        before, after = today.get(person, NOTHING), candidate.get(person, NOTHING)
        if not before.arms and not after.arms:
            continue
        people += 1
        differing = _differing(before, after)
        differs_in.update(differing)
        if len(after.said) != len(before.said):
            found["more" if len(after.said) > len(before.said) else "fewer"] += 1
        else:
            found["different" if differing else "same"] += 1
        if not (before.arms and after.arms):
            found["only today" if before.arms else "only candidate"] += 1
    return Comparison(
        people=people,
        same=found["same"],
        more=found["more"],
        fewer=found["fewer"],
        different=found["different"],
        only_today=found["only today"],
        only_candidate=found["only candidate"],
        differs_in={
            what: differs_in[what] for what in (MOMENT, *CONTENT_FACTORS) if differs_in[what]
        },
    )


def _differing(before: Story, after: Story) -> set[str]:
    """What is not the same about as many messages, one by one; nothing where the numbers differ."""
    if len(before.said) != len(after.said):
        return set()
    differing = set()
    for one, other in zip(before.said, after.said, strict=True):
        if one.minute != other.minute:
            differing.add(MOMENT)
        for factor in CONTENT_FACTORS:
            if one.action.level(factor) != other.action.level(factor):
                differing.add(factor)
    return differing


def examples(versions: Sequence[Mapping[str, Story]], most: int) -> tuple[Example, ...]:
    """A few people, drawn by a hash of who they are, so that they are always the same ones.

    With two versions they are people for whom these differ, else people who would get a message.
    """
    today, candidate = versions[0], versions[1] if len(versions) > 1 else None
    if candidate is None:
        telling = [person for person, story in today.items() if story.said]
    else:
        telling = [
            person
            for person in today.keys() | candidate.keys()
            if _tell_apart(today.get(person, NOTHING), candidate.get(person, NOTHING))
        ]
    telling.sort(key=lambda person: (uniform("example", person), person))
    return tuple(
        Example(
            person,
            today.get(person, NOTHING),
            None if candidate is None else candidate.get(person, NOTHING),
        )
        for person in telling[:most]
    )


def _tell_apart(before: Story, after: Story) -> bool:
    return len(before.said) != len(after.said) or bool(_differing(before, after))
