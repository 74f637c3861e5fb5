"""Intent, judged on people and times not learnt from: real browsing, and made-up shops."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np

from rapport.app.learning.training import final
from rapport.bench.browsing import browsing_at, read_browsing
from rapport.bench.figures import Beside, Figure, NotMeasuredError, Sizes, each, percentile
from rapport.bench.homes import empty_folder
from rapport.bench.made_up_visits import made_up_visits
from rapport.core.person.intent import FEATURES, IntentModel, features, intent
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.errors import UserError
from rapport.science.intent_trial import (
    BASE,
    MODEL,
    RECENCY,
    TARGETS,
    Foretold,
    Plan,
    asked,
    foretell,
    judged,
    lacking,
)
from rapport.science.judging import Gain, Judgement, Mark, Marks
from rapport.science.moments import Moments
from rapport.science.unavailable import Unavailable
from rapport.testing import examples as ex

WORLDS = ("taobao", "shop")

FIRST_SEED = 1
"""Seeds are registered: the first n from here on, whatever comes of them."""

SLOPE_OFF = 0.25
"""How far from 1 the slope of the calibration may be."""

MILLISECONDS = 1.0
"""For everything that a decision asks of intent, p99."""

_WORDS = {"day": "an order within 24 hours", "visit": "an order before the visit ends"}
_MARKS = (("log loss", "log_loss", True), ("Brier score", "brier", True), ("AUC", "auc", False))


def measure_intent(sizes: Sizes) -> list[Figure]:
    """Each target of each world, and how long a decision waits for both.

    `sizes.world` is one of `WORLDS`, empty for both; `sizes.data` is a file of browsing, or a
    folder with the sample; with it, only that is measured. Raises NotMeasuredError where there is
    no such file, or no scikit-learn, and UserError where there is no such world.
    """
    if sizes.world and sizes.world not in WORLDS:
        raise UserError(f"There is no world '{sizes.world}'. There is: {', '.join(WORLDS)}.")
    wanted = [sizes.world] if sizes.world else ["taobao"] if sizes.data else list(WORLDS)
    figures: list[Figure] = []
    last: Moments | None = None
    for world in wanted:
        try:
            rounds = list(_taobao(sizes) if world == "taobao" else _shops(sizes))
        except NotMeasuredError as missing:
            if len(wanted) == 1:
                raise
            figures.append(_absent("browsing", str(missing)))
            continue
        last = rounds[-1][0]
        for target in TARGETS:
            figures += _target(_titled(world, target), target, rounds)
    return [*figures, *(_served(last, sizes.decisions) if last is not None else [])]


def _taobao(sizes: Sizes) -> Iterator[tuple[Moments, Plan]]:
    """The same browsing, people dealt out anew for each seed."""
    moments = read_browsing(browsing_at(sizes.data))
    for seed in _seeds(sizes):
        yield moments, _plan(sizes, seed)


def _shops(sizes: Sizes) -> Iterator[tuple[Moments, Plan]]:
    """A shop of its own for each seed."""
    for seed in _seeds(sizes):
        with empty_folder() as folder:
            yield (
                made_up_visits(folder, sizes.intent_customers, sizes.month_days, seed),
                Plan(seed=seed),
            )


def _plan(sizes: Sizes, seed: int) -> Plan:
    return Plan(folds=sizes.intent_folds, spans=sizes.intent_spans, seed=seed)


def _seeds(sizes: Sizes) -> range:
    return range(FIRST_SEED, FIRST_SEED + (sizes.seeds or 1))


def _titled(world: str, target: str) -> str:
    return f"{'browsing' if world == 'taobao' else 'made-up shop'}, {_WORDS[target]}"


def _target(title: str, target: str, rounds: Sequence[tuple[Moments, Plan]]) -> list[Figure]:
    if missing := lacking(asked(rounds[0][0], target), target):
        return [_absent(title, missing)]
    try:
        told = [foretell(moments, target, plan) for moments, plan in rounds]
    except UserError as error:
        raise NotMeasuredError(str(error)) from error
    same_people = all(moments is rounds[0][0] for moments, _ in rounds)
    found = judged(_pooled(told, same_people=same_people), target, Plan())
    if isinstance(found, Unavailable):
        return [_absent(title, found.reason)]
    rounds_of = f" in {len(rounds)} rounds" if same_people and len(rounds) > 1 else ""
    return [*_compared(title, found, rounds_of), *_won(title, found), *_calibrated(title, found)]


def _pooled(told: Sequence[Foretold], *, same_people: bool) -> Foretold:
    """All rounds as one; people of different worlds are different ones."""
    first, who = 0, []
    for one in told:
        who.append(one.moments.who + first)
        first += 0 if same_people else int(one.moments.who.max()) + 1
    columns = {
        name: np.concatenate([getattr(one.moments, name) for one in told])
        for name in Moments.__struct_fields__
        if name != "who"
    }
    said = {name: np.concatenate([one.said[name] for one in told]) for name in told[0].said}
    return Foretold(Moments(who=np.concatenate(who), **columns), said)


def _compared(title: str, found: Judgement, rounds: str) -> list[Figure]:
    """Model and rivals beside one another, on each mark."""
    note = (
        f"{found.moments:,} moments of {found.people:,} people{rounds}; it came in "
        f"{100 * found.came:.1f} of 100"
    )
    return [
        _marked(name, getattr(marks, field), label, f"{title}: {label}", less=less,
                note=note if name == MODEL and label == "log loss" else "")
        for label, field, less in _MARKS
        for name, marks in found.marks.items()
    ]  # fmt: skip


def _won(title: str, found: Judgement) -> list[Figure]:
    """In how many of the comparisons the model is better beyond noise, and by how much in each."""
    figures, won = [], 0
    for rival in (RECENCY, BASE):
        gain: Gain = found.gains[rival]
        for label, field, less in _MARKS:
            mark: Mark = getattr(gain, field)
            won += mark.low > 0.0
            done = f"{label} {'saved' if less else 'gained'} against {rival}"
            figures.append(_marked(done, mark, label, f"{title}: gains", less=False))
    whole = len(figures)
    summary = Figure(
        "intent", f"{title}: comparisons won beyond noise", float(won), f"of {whole}", float(whole),
        note="log loss, Brier score and AUC, against recency alone and against the base rate; "
        "people drawn anew 400 times",
    )  # fmt: skip
    return [summary, *figures]


def _calibrated(title: str, found: Judgement) -> list[Figure]:
    marks: Marks = found.marks[MODEL]
    slope = marks.slope
    off = Figure(
        "intent", f"{title}: how far the calibration slope is from 1", abs(slope.value - 1.0), "",
        SLOPE_OFF, less=True,
        note=f"slope {slope.value:.2f} ({slope.low:.2f} to {slope.high:.2f}), intercept "
        f"{marks.intercept.value:+.2f} ({marks.intercept.low:+.2f} to {marks.intercept.high:+.2f})",
    )  # fmt: skip
    chart = f"{title}: calibration"
    return [
        off,
        _marked("slope", slope, "", chart, less=False),
        _marked("intercept", marks.intercept, "", chart, less=False),
        Figure("intent", "mean gap of the curve", marks.gap, "", less=True, chart=chart),
        *(
            Figure("intent", f"said {100 * point.said:.1f} of 100", 100 * point.came, "of 100",
                   beside=Beside("said", 100 * point.said), chart=f"{title}: curve, what came",
                   note="")
            for point in found.curve
        ),
    ]  # fmt: skip


def _marked(what: str, mark: Mark, unit: str, chart: str, *, less: bool, note: str = "") -> Figure:
    return Figure(
        "intent", what, mark.value, unit, less=less, low=mark.low, high=mark.high, chart=chart,
        note=note,
    )  # fmt: skip


def _absent(title: str, why: str) -> Figure:
    return Figure("intent", title, 0.0, "", chart=title, absent=why)


def _served(moments: Moments, count: int) -> list[Figure]:
    """What a decision asks: the features of a state, and both chances."""
    model = IntentModel(final(moments, "day"), final(moments, "visit"))
    state = ProfileState("bench")
    for number in range(30):
        told = (ex.viewed(f"v{number}", ex.at(number)), ex.checkout(f"c{number}", ex.at(number)))
        for event in told:
            state = step(ex.blueprint(), state, event).state
    last = state.browsing.last_at
    times = each([partial(intent, model, state, last + number) for number in range(count)])
    alone = each([partial(features, state, last + number) for number in range(count)])
    trees = sum(len(score.trees.roots) for score in (model.day, model.visit) if score)
    return [
        Figure(
            "intent", "p99 of both chances of one person, as a decision asks for them",
            percentile(times, 0.99), "ms", MILLISECONDS, less=True,
            note=f"{trees} trees over {len(FEATURES)} features; p50 {percentile(times, 0.5):.3f}, "
            f"features alone {percentile(alone, 0.5):.3f} ms",
        )
    ]  # fmt: skip
