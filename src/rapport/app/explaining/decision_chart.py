"""What a decision's chart holds: each level's chance and worth, what was left out, what moved it.

Figures and words only; the console draws them, and `rapport.app.explaining.chart_text` writes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import isclose, isfinite, sqrt

from msgspec import Struct

from rapport.app.evidence.recorded import basket_unknown, offers_worth, recorded, value_at_stake
from rapport.app.wording.amounts import is_sum
from rapport.app.wording.feature_words import said_of
from rapport.app.wording.level_words import FACTOR_WORDS, LevelLabels, money
from rapport.core.blueprint import Blueprint
from rapport.core.brand import Brand
from rapport.core.creative.framework import CART
from rapport.core.deciding.eligible import Levels
from rapport.core.deciding.reasons import NOT_IN_LANGUAGE
from rapport.core.deciding.repeats import SAID_BEFORE
from rapport.core.decision import Decision, Excluded
from rapport.core.person.signals import NOTHING_KNOWN, context_for
from rapport.core.policy.drawing import Drawn
from rapport.core.policy.policy import FEATURES, Policy, score
from rapport.science.unavailable import Unavailable

NINE_IN_TEN = 1.645
"""Standard deviations to either side that hold a normal nine times in ten."""

LEAST_POINTS = 0.05
"""Orders in 100; what moved a choice by less did not move it."""

MOST_MOVED = 4

MARGIN = 0.06
"""Share of a chart's width that is left free at each end."""

_SILENCE = "saying nothing"
_AGAINST = {
    "send": _SILENCE,
    "offer": _SILENCE,
    "time": "the average moment",
    "tone": "the average tone",
    "angle": "the average angle",
    "visual": "the average visual",
}
"""What the worth of each factor's levels is told against."""
_UNLEARNT = {
    "time": "any moment but the usual",
    "tone": "any tone but the usual",
    "angle": "any angle but the usual",
    "visual": "any visual but the usual",
}
"""The same for a factor of which nothing is learnt yet: no level is above or below an average then,
and the usual one is supposed to be somewhat better than others."""

_MEANS = {
    "send": "Margin after all costs, a later opt-out among them. To write is worth what its best "
    "offer is worth.",
    "offer": "Margin of a message with it and the wording that looks best, after all costs. How "
    "far it may be off is told of the offer alone.",
}
_NOTHING_UNSURE = "it is the line"
"""How sure the worth of silence is, which everything else is told against."""

_ADDS = "What it adds to a message’s margin."
_SUPPOSED = "What it is supposed to add to a message’s margin: nothing is learnt of it yet."


class Scale(Struct, frozen=True):
    """Between which worths or effects a chart is drawn; nothing (0) always lies within."""

    low: float
    high: float

    def at(self, value: float) -> float:
        """Where a value stands, from 0 (the left end) to 100."""
        share = (value - self.low) / (self.high - self.low)
        return round(100.0 * (MARGIN + (1.0 - 2.0 * MARGIN) * min(max(share, 0.0), 1.0)), 2)


class Bar(Struct, frozen=True):
    """One level that could be chosen. `value`, `low` and `high` are minor units.

    `low` and `high` hold its worth nine times in ten; None where how sure it is is not on record.
    `value` is None where the record holds no number.
    """

    label: str
    chance: float
    chosen: bool
    value: float | None
    low: float | None
    high: float | None
    worth: str
    between: str
    """The interval in words; empty where there is none."""

    @property
    def likely(self) -> str:
        """The chance in words: what is rare is not called 0 %, what is likely not certain."""
        if 0.0 < self.chance < 0.005:
            return "<1%"
        return ">99%" if 0.995 <= self.chance < 1.0 else f"{self.chance:.0%}"


class Moved(Struct, frozen=True):
    """Something about the person and what it changed, in orders in 100."""

    because: str
    points: float


class Out(Struct, frozen=True):
    """A level, or a combination of levels, that could not be chosen, and why."""

    label: str
    why: str


class Part(Struct, frozen=True):
    """One factor of the decision."""

    factor: str
    """In words, such as 'Tone'."""
    against: str
    """What worth is told against, such as 'the average tone'."""
    means: str
    """What worth is here, in a sentence."""
    chosen: str
    bars: tuple[Bar, ...]
    out: tuple[Out, ...]
    moved: tuple[Moved, ...]
    moved_against: str
    scale: Scale
    """Of `bars`; the same for all parts whose worth is of one kind."""
    moved_scale: Scale
    """Of `moved`; the same for all parts."""


def chart_of(
    decision: Decision,
    blueprint: Blueprint,
    names: LevelLabels,
    brand: Brand,
    moment: Decision | None = None,
    reasons: Mapping[str, str] | None = None,
) -> tuple[Part, ...]:
    """Each factor in the order in which it was drawn; nothing where nothing was drawn.

    `moment` is the decision about the time that came before, `reasons` what people gave as the
    reason of each rule.
    """
    sources = [(drawn, one) for one in (moment, decision) if one for drawn in one.draws]
    if not sources:
        return ()
    unsure = _errors_of_writing(decision, moment, blueprint)
    bars = {
        drawn.factor: _bars(drawn, names, brand, unsure if drawn.factor == "send" else ())
        for drawn, _ in sources
    }
    moved = {drawn.factor: moved_by(drawn, one, blueprint, brand) for drawn, one in sources}
    out = _left_out([one for one in (moment, decision) if one], names, reasons or {})
    scales = {
        whole: _scale([bar for factor in bars if (_AGAINST.get(factor) == _SILENCE) == whole
                       for bar in bars[factor]])
        for whole in (True, False)
    }  # fmt: skip
    points = [0.0, *(one.points for those in moved.values() for one in those)]
    shift = _between(min(points), max(points))
    drawn_of = {drawn.factor: drawn for drawn, _ in sources}
    supposed = _unlearnt(policy_of(decision, blueprint), decision.about)
    return tuple(
        Part(
            factor=FACTOR_WORDS.get(factor, factor),
            against=supposed.get(factor) or _AGAINST.get(factor, ""),
            means=_SUPPOSED if factor in supposed else _MEANS.get(factor, _ADDS),
            chosen=names.level(factor, drawn_of[factor].chosen) if factor in drawn_of else "",
            bars=bars.get(factor, ()),
            out=tuple(out.get(factor, ())),
            moved=tuple(moved.get(factor, ())[:MOST_MOVED]),
            moved_against="the average offer" if factor == "offer" else _AGAINST.get(factor, ""),
            scale=scales[_AGAINST.get(factor) == _SILENCE],
            moved_scale=shift,
        )
        for factor in dict.fromkeys([*bars, *out])
    )


def _unlearnt(policy: Policy | None, about: str) -> dict[str, str]:
    """What worth is told against where none of a factor's levels was ever tried."""
    errors = policy.on(about).errors if policy else {}
    learnt = {name.partition(":")[0] for name in errors}
    return {factor: words for factor, words in _UNLEARNT.items() if errors and factor not in learnt}


def moved_by(drawn: Drawn, decision: Decision, blueprint: Blueprint, brand: Brand) -> list[Moved]:
    """What about the person spoke for (+) or against (-) the chosen level, the most first.

    Against the average of the levels that could be drawn; for writing at all, against silence.
    Each feature is told beside what it is for somebody of whom nothing is known, so that what is
    not known of this person is no reason for anything.
    """
    policy = policy_of(decision, blueprint)
    if policy is None or not decision.context:
        return []
    policy = policy.on(decision.about)
    vectors = [policy.effects.get(f"{drawn.factor}:{key}", ()) for key in drawn.levels]
    chosen = policy.effects.get(f"{drawn.factor}:{drawn.chosen}", ())
    if drawn.factor == "send":
        vectors, chosen = [()], policy.send if drawn.chosen == "send" else ()
    found = []
    for i, feature in enumerate(FEATURES[: min(len(chosen), len(decision.context))]):
        average = sum(v[i] if i < len(v) else 0.0 for v in vectors) / len(vectors)
        points = 100.0 * (chosen[i] - average) * (decision.context[i] - NOTHING_KNOWN[i])
        if abs(points) >= LEAST_POINTS and (because := _because(feature, decision, brand)):
            found.append(Moved(because, points))
    return sorted(found, key=lambda one: -abs(one.points))


def _because(feature: str, decision: Decision, brand: Brand) -> str:
    known = {one.name: one.value for one in decision.signals}
    if feature == "cart_value" and basket_unknown(decision):
        return "has a basket of which nobody knows what it comes to"
    total = value_at_stake(decision)
    at_stake = None if total is None else money(total, brand)
    return said_of(feature, known, at_stake, basket=decision.about in ("", CART))


def policy_of(decision: Decision, blueprint: Blueprint) -> Policy | None:
    """The policy that a decision was drawn with, where it is still known."""
    return next((p for p in blueprint.policies if p.number == decision.policy), None)


# --- Parts --------------------------------------------------------------------------------------


def _bars(
    drawn: Drawn, names: LevelLabels, brand: Brand, unsure: tuple[float, ...]
) -> tuple[Bar, ...]:
    """`unsure` are the errors of what was drawn, where the draw itself has none on record."""
    errors = drawn.errors or unsure
    bars = []
    for place, key in enumerate(drawn.levels):
        value = drawn.values[place]
        error = errors[place] if place < len(errors) else 0.0
        known = is_sum(value)
        low = high = None
        if known and isfinite(error) and error > 0.0:
            ends = value - NINE_IN_TEN * error, value + NINE_IN_TEN * error
            if is_sum(ends[0]) and is_sum(ends[1]):
                low, high = ends
        bars.append(
            Bar(
                label=names.level(drawn.factor, key),
                chance=drawn.probabilities[place],
                chosen=key == drawn.chosen,
                value=value if known else None,
                low=low,
                high=high,
                worth=money(value, brand) if known else "unavailable",
                between=f"{money(low, brand)} to {money(high, brand)}"
                if low is not None and high is not None
                else _NOTHING_UNSURE
                if key == "hold"
                else "",
            )
        )
    return tuple(bars)


def _errors_of_writing(
    decision: Decision, moment: Decision | None, blueprint: Blueprint
) -> tuple[float, ...]:
    """How far off the worth of writing may be, minor units: that of its best offer, and of what any
    message adds. Nothing where the policy does not know it."""
    policy = policy_of(decision, blueprint)
    gate = next((one for one in decision.draws if one.factor == "send"), None)
    if policy is None or gate is None or gate.levels != ("hold", "send"):
        return ()
    error = _error_of_the_best(decision, moment, blueprint, gate.values[1])
    if error is None:
        return ()
    policy = policy.on(decision.about)
    message = score(policy, context_for(decision, policy.form), {}).send_variance
    return (0.0, sqrt(error * error + decision.margin**2 * message))


def _error_of_the_best(
    decision: Decision, moment: Decision | None, blueprint: Blueprint, best: float
) -> float | None:
    """How far off the worth of the best offer may be. Where nothing was said, no offer was drawn:
    then their worths are worked out again, and count only if the best of them is what is on record.
    """
    policy = policy_of(decision, blueprint)
    offer = next((one for one in decision.draws if one.factor == "offer"), None)
    if offer is not None:
        return offer.errors[offer.values.index(max(offer.values))] if offer.errors else None
    if policy is None or not policy.errors or moment is None or not moment.draws:
        return None
    record = recorded(blueprint, decision, moment)
    worth = None if isinstance(record, Unavailable) else offers_worth(policy, record)
    if worth is None or not isclose(max(worth.values), best, rel_tol=1e-9, abs_tol=1e-6):
        return None
    return worth.errors[worth.values.index(max(worth.values))]


def _left_out(
    decisions: Sequence[Decision], names: LevelLabels, reasons: Mapping[str, str]
) -> dict[str, list[Out]]:
    """What was left out, by its factor; a combination stands with the last of its factors."""
    found: dict[str, list[Out]] = {}
    for decision in decisions:
        for one in decision.excluded:
            found.setdefault(one.factor, []).append(Out(_label(one, names), _why(one, reasons)))
        for combination, why in together(decision):
            levels = (" or ".join(names.level(f, key) for key in keys) for f, keys in combination)
            found.setdefault(combination[-1][0], []).append(Out(" with ".join(levels), why))
    return found


def together(decision: Decision) -> Iterator[tuple[Levels, str]]:
    """Combinations that could not be chosen though each of their levels could, and why."""
    yield from ((levels, SAID_BEFORE) for levels in decision.said_before)
    yield from ((levels, NOT_IN_LANGUAGE) for levels in decision.not_in_language)


def _label(one: Excluded, names: LevelLabels) -> str:
    return "Anything" if one.factor == "send" else names.level(one.factor, one.level)


def _why(one: Excluded, reasons: Mapping[str, str]) -> str:
    return f"{one.reason}: {reasons[one.reason]}" if one.reason in reasons else one.reason


def _scale(bars: Sequence[Bar]) -> Scale:
    ends = [end for bar in bars for end in _ends(bar)]
    return _between(min([0.0, *ends]), max([0.0, *ends]))


def _ends(bar: Bar) -> Iterator[float]:
    yield from (end for end in (bar.low, bar.value, bar.high) if end is not None and isfinite(end))


def _between(low: float, high: float) -> Scale:
    """Where all is nothing, nothing stands in the middle."""
    return Scale(low, high) if isfinite(high - low) and high > low else Scale(-1.0, 1.0)
