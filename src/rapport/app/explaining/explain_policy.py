"""What a policy has learnt, in words that a marketer reads: what works, for whom, and how sure.

All of it is about somebody half way in everything (`MIDDLE`), and is read from the snapshot alone.
Intervals hold nine times in ten, as far as the policy's own errors go; what lies within one is told
as not known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from math import sqrt

from msgspec import Struct

from rapport.app.explaining.policy_labels import level_labels, levels_of_checkouts
from rapport.app.wording.amounts import minus
from rapport.app.wording.feature_words import FEATURE_WORDS
from rapport.app.wording.level_words import FACTOR_WORDS, money
from rapport.app.wording.table import Bar, Table
from rapport.core.blueprint import Release
from rapport.core.creative.framework import CART, NOTHING, ORDER, VIEWED
from rapport.core.policy.drawing import HELD_BACK_FROM
from rapport.core.policy.policy import (
    ALONE_FROM,
    FEATURES,
    Policy,
    alone_for_centred,
    clip_probability,
    dot,
    place_of_variance,
    products,
    width_of,
)

MIDDLE = tuple(0.0 if name == "pressure" else 1.0 if name == "always" else 0.5 for name in FEATURES)
"""A person of whom everything is as much so as not, and who heard nothing of late."""

NINE_IN_TEN = 1.645
"""Standard deviations to either side that hold a normal nine times in ten."""

SURE = 2.0
"""Standard deviations from nothing at which a difference between people is told."""

MOST_DIFFERENCES = 8

_BAR = 19


_MIDDLING = (
    "Such people are made up: half way in everything that is looked at, such as between new and "
    "loyal, full price and discount, and not written to this week."
)
_BELIEVED = (
    "This is what the policy believes and acts on, long before it is proven. Of offers, ‘Who needs "
    "an offer’ is the proof: wherever the two differ, believe that one."
)
_PROOF = "believe ‘Who needs an offer’ first"


class PolicyStory(Struct, frozen=True):
    """Sentences, then tables."""

    says: tuple[str, ...]
    tables: tuple[Table, ...]


class Effect(Struct, frozen=True):
    """What a level adds to the orders of 100 middling people, and how far that may be off.

    `error` is None where the policy does not know it (form 1).
    """

    factor: str
    level: str
    value: float
    error: float | None

    @property
    def name(self) -> str:
        return f"{self.factor}:{self.level}"

    @property
    def ends(self) -> tuple[float, float] | None:
        """Between which it lies nine times in ten, to the hundredth of an order."""
        if self.error is None:
            return None
        half = NINE_IN_TEN * self.error
        # As they are shown: figures and verdict come from the same ends, and +0.00 is no harm.
        return round(self.value - half, 2), round(self.value + half, 2)


def explain_policy(
    policy: Policy, release: Release, earlier: Sequence[Release] = ()
) -> PolicyStory:
    """What `policy` knows, with the labels that `release` gives to its levels. What it no longer
    has is called what the last of the `earlier` ones, oldest first, called it, and *retired*."""
    possible = levels_of_checkouts(release)
    labels: dict[tuple[str, str], str] = {}
    for one in earlier:
        labels |= level_labels(one)
    labels = {
        (factor, level): label if f"{factor}:{level}" in possible else f"{label} (retired)"
        for (factor, level), label in labels.items()
    } | level_labels(release)
    tables = (_what_works(policy, labels, possible), _for_whom(policy, labels), _by_kind(policy))
    return PolicyStory(tuple(_sentences(policy, release)), tuple(t for t in tables if t.rows))


def effects_of(policy: Policy) -> list[Effect]:
    """What each level adds, in orders of 100, by factor and the best first."""
    middle = MIDDLE[: width_of(policy.form)]
    squares = products(middle, policy.form)
    beside = _beside_the_average(policy)
    found = []
    for name, vector in policy.effects.items():
        factor, _, level = name.partition(":")
        packed = policy.errors.get(name, policy.unknown)
        error = 100.0 * sqrt(max(dot(packed, squares), 0.0)) if packed else None
        if error is not None and name in policy.errors:
            error *= beside.get(factor, 1.0)
        found.append(Effect(factor, level, 100.0 * dot(vector, middle), error))
    places = {factor: place for place, factor in enumerate(FACTOR_WORDS)}
    return sorted(found, key=lambda one: (places.get(one.factor, 99), -one.value))


def effect_of_messages(policy: Policy) -> Effect:
    """What a message whose parts are all average adds."""
    packed = policy.errors.get("send", ())
    squares = products(MIDDLE[: width_of(policy.form)], policy.form)
    error = 100.0 * sqrt(max(dot(packed, squares), 0.0)) if packed else None
    return Effect("send", "send", 100.0 * dot(policy.send, MIDDLE), error)


def _beside_the_average(policy: Policy) -> dict[str, float]:
    """By factor, what turns the error of a level alone into that beside the average of the levels
    that were tried, which is what effects are told beside. Before form 5 it was stored so."""
    if policy.form < ALONE_FROM:
        return {}
    counts = Counter(name.partition(":")[0] for name in policy.errors)
    return {factor: sqrt(1.0 / alone_for_centred(count)) for factor, count in counts.items()}


def _sentences(policy: Policy, release: Release) -> Iterator[str]:
    yield f"{policy.note[:1].upper()}{policy.note[1:]}."
    held = clip_probability(dot(policy.baseline, MIDDLE))
    added = effect_of_messages(policy)
    sure = f" (nine times in ten {_range(added)})" if added.ends else ""
    if _knows_no_level(policy):
        yield (
            "Which times, offers, tones, angles and visuals work is not known yet: it begins near "
            "the usual message and tries the others. What it finds stands here once decisions "
            "have closed."
        )
    begins = "Of" if policy.decisions else "It supposes that of"
    yield (
        f"{begins} 100 people of a middling kind about {100 * held:.1f} order without a message; a "
        f"message whose parts are all average adds {minus(f'{added.value:+z.2f}')}{sure}. "
        f"({_MIDDLING})"
    )
    if policy.form > 1 and policy.decisions:
        yield _doubt(policy.doubt)
    if policy.wear >= 0.5:
        yield (
            "Each message takes something from those that follow it: about "
            f"{money(policy.wear, release.brand)}. So a message goes out only where it is worth "
            "more than that."
        )
    if policy.closed_offers:
        labels = level_labels(release)
        closed = [labels.get(("offer", key), key) for key in policy.closed_offers]
        yield f"Out of budget: {', '.join(closed)}."


def _by_kind(policy: Policy) -> Table:
    """What is known of messages that are not about a checkout, each kind from its own decisions."""
    rows = []
    for about, words in _KINDS.items():
        kind = policy.kinds.get(about)
        if kind is not None:
            held = clip_probability(dot(kind.baseline, MIDDLE))
            added = effect_of_messages(kind)
            rows.append(
                (
                    words,
                    f"{kind.decisions:,}",
                    f"{100 * held:.1f}",
                    minus(f"{added.value:+z.2f}"),
                    _range(added),
                    _verdict_of_messages(added, kind.doubt),
                )
            )
    return Table(
        "Messages that are not about a checkout",
        (
            "About", "Decisions learnt from", "Orders of 100 without", "A message adds",
            "Nine times in ten", "The policy believes",
        ),
        tuple(rows),
        "Each kind has its own policy. All else on this page is about checkouts.",
    )  # fmt: skip


def _verdict_of_messages(added: Effect, doubt: float) -> str:
    """An interval supposes that messages change something; `doubt` is how likely they do not."""
    verdict = _verdict(added)
    return "more likely nothing" if verdict in ("helps", "hurts") and doubt >= 0.5 else verdict


_KINDS = {
    CART: "a cart", VIEWED: "what was looked at", ORDER: "an order", NOTHING: "nothing of theirs",
}  # fmt: skip


def _doubt(doubt: float) -> str:
    if doubt >= HELD_BACK_FROM:
        return (
            f"It is {doubt:.0%} sure that messages change nothing, so it holds most of them back "
            "and sends a few to see whether that stays true."
        )
    if doubt >= 0.5:
        return (
            f"So far it looks more likely than not ({doubt:.0%}) that messages change nothing. It "
            "goes on trying."
        )
    return f"That messages change something is {1.0 - doubt:.0%} sure."


def _what_works(
    policy: Policy, labels: dict[tuple[str, str], str], possible: Collection[str]
) -> Table:
    # The policy also knows the usual parts of other flows' messages, which it stands in for while
    # nothing was learnt of those: here they would be untried for ever.
    every = [one for one in effects_of(policy) if one.name in possible or one.name in policy.errors]
    effects = [one for one in every if _was_tried(one, policy)]
    reach = max((max(map(abs, one.ends or (one.value,))) for one in effects), default=0.0) or 1.0
    rows, before = [], ""
    for one in effects:
        factor = FACTOR_WORDS.get(one.factor, one.factor)
        ends = one.ends
        rows.append(
            (
                "" if factor == before else factor,
                labels.get((one.factor, one.level)) or one.level,
                minus(f"{one.value:+z.2f}"),
                _range(one),
                bar(one.value, ends, reach),
                _verdict(one),
            )
        )
        before = factor
    note = (
        "Beside the average of the same part of a message (the upright line, at the same place in "
        f"every row), for people of a middling kind. {_BELIEVED}"
    )
    untried = [one for one in every if one not in effects]
    if untried:
        names = [labels.get((one.factor, one.level)) or one.level for one in untried]
        note += f" Not tried here yet: {', '.join(names)}."
    return Table(
        "What works",
        ("", "Choice", "Orders in 100", "Nine times in ten", "Less · more", "The policy believes"),
        tuple(rows),
        note,
        tuple(_bar(one, reach) for one in effects),
        bar_column=4,
    )


def _range(effect: Effect) -> str:
    ends = effect.ends
    return minus(f"{ends[0]:+z.2f} to {ends[1]:+z.2f}") if ends else "not known"


def _was_tried(effect: Effect, policy: Policy) -> bool:
    """Whether a decision with this level has closed, as far as the policy tells."""
    return not policy.errors or effect.name in policy.errors


def _knows_no_level(policy: Policy) -> bool:
    """Whether all that it says of levels is what was supposed of the usual ones beforehand."""
    return bool(policy.errors) and all(name == "send" for name in policy.errors)


def _verdict(effect: Effect) -> str:
    ends = effect.ends
    if ends is None:
        return ""
    if ends[0] <= 0.0 <= ends[1]:
        return "too few to tell"
    verdict = "helps" if ends[0] > 0.0 else "hurts"
    return f"{verdict}: {_PROOF}" if effect.factor == "offer" else verdict


def bar(value: float, ends: tuple[float, float] | None, reach: float) -> str:
    """A point and its interval between -reach and +reach, in characters: `│` is nothing, or `┼` in
    an interval that holds it."""
    middle = _BAR // 2

    def place(at: float) -> int:
        return min(max(middle + round(at / reach * middle), 0), _BAR - 1)

    cells = ["·"] * _BAR
    cells[middle] = "│"
    if ends:
        for cell in range(place(ends[0]), place(ends[1]) + 1):
            cells[cell] = "─"
        # However narrow the bar: whether it holds nothing is told by its ends, not by its cells.
        cells[middle] = "┼" if ends[0] <= 0.0 <= ends[1] else "│"
    cells[place(value)] = "●"
    return "".join(cells)


def _bar(effect: Effect, reach: float) -> Bar:
    """The same on a scale in percent, whose middle is nothing."""

    def place(at: float) -> float:
        return round(50.0 + 48.0 * at / reach, 2)

    ends = effect.ends
    return Bar(place(effect.value), *(map(place, ends) if ends else ()))


def _for_whom(policy: Policy, labels: dict[tuple[str, str], str]) -> Table:
    """Where people differ by more than chance would make them: the surest first."""
    found = []
    beside = _beside_the_average(policy)
    for name, vector in (("send:send", policy.send), *policy.effects.items()):
        factor, _, level = name.partition(":")
        packed = policy.errors.get("send" if factor == "send" else name)
        if not packed:
            continue
        for place, feature in enumerate(FEATURES):
            if feature not in FEATURE_WORDS or place >= len(vector):
                continue
            error = sqrt(max(packed[place_of_variance(place, policy.form)], 0.0))
            error *= beside.get(factor, 1.0)
            if abs(vector[place]) < SURE * error or abs(vector[place]) < 1e-4:
                continue
            label = "any message" if factor == "send" else labels.get((factor, level)) or level
            row = (FEATURE_WORDS[feature], label, minus(f"{100.0 * vector[place]:+z.2f}"))
            found.append((abs(vector[place]) / max(error, 1e-12), row))
    found.sort(key=lambda pair: -pair[0])
    return Table(
        "For whom",
        ("Somebody who", "Choice", "Orders in 100, more or less"),
        tuple(row for _, row in found[:MOST_DIFFERENCES]),
        "Of somebody of whom it is wholly so, beside somebody of whom it is not so at all; most "
        "people are in between. Only what stands out of chance. Where nothing is here, all are "
        "treated alike so far.",
    )
