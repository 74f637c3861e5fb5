"""A training of intent in words and figures, for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rapport.app.learning.policies import in_short
from rapport.app.learning.training import Trained, Trial, versions
from rapport.app.wording.counts import so_many
from rapport.core.person.predictions import Predictions
from rapport.science.intent_trial import BASE
from rapport.science.judging import Gain, Judgement, Mark, Marks
from rapport.science.unavailable import Unavailable

WORDS = {"day": "An order within 24 hours", "visit": "An order before the visit ends"}

_MARKS = (("log loss", "log_loss"), ("Brier", "brier"), ("AUC", "auc"))


def training_lines(trained: Trained) -> list[str]:
    """What there was to learn from, and for each target how well it can be told."""
    lines = [
        f"{so_many(trained.people, 'person was', 'people were')} seen on the site; "
        f"{so_many(trained.moments, 'moment')} of theirs, over "
        f"{so_many(round(trained.days), 'day')}, can be learnt from.",
        *trained.unreadable.says,
    ]
    for trial in trained.trials:
        lines += ["", *_trial(trial)]
    return lines


def _trial(trial: Trial) -> list[str]:
    words, found = WORDS[trial.target], trial.found
    if isinstance(found, Unavailable):
        return [f"{words}: unavailable, because {found.reason}."]
    return [
        f"{words}: it came in {100 * found.came:.1f} of 100 moments "
        f"({so_many(found.moments, 'moment')} of {so_many(found.people, 'person', 'people')} who "
        f"{'was' if found.people == 1 else 'were'} not learnt from, later).",
        *_table(found),
        "  The base rate is another for each span and group of people that was foretold, so its "
        "AUC is near .5, not exactly that.",
        *_curve(found),
        "Better than both, beyond noise." if trial.better else f"Not published: {trial.why}.",
    ]


def _table(found: Judgement) -> list[str]:
    """One figure a line, so that it is read on a narrow terminal, too."""
    lines = []
    for name, marks in found.marks.items():
        lines += [f"  {name}", *_figures(marks)]
        # Chances that are nearly all alike have no slope to speak of.
        lines += [_figure("slope", marks.slope, 2)] if name != BASE else []
    for name, gain in found.gains.items():
        lines += [f"  gain on {name}", *_figures(gain)]
    return lines


def _figures(of: Marks | Gain) -> list[str]:
    return [_figure(name, getattr(of, field)) for name, field in _MARKS]


def _figure(name: str, mark: Mark, digits: int = 4) -> str:
    return f"    {name:<9}{_cell(mark, digits):>30}"


def _cell(mark: Mark, digits: int = 4) -> str:
    return f"{mark.value:.{digits}f} ({mark.low:.{digits}f} to {mark.high:.{digits}f})"


def _curve(found: Judgement) -> list[str]:
    marks: Marks = next(iter(found.marks.values()))
    return [
        "  said, of 100   came, of 100",
        *(f"  {100 * point.said:>12.1f}{100 * point.came:>15.1f}" for point in found.curve),
        f"  on average {100 * marks.gap:.1f} of 100 apart",
    ]


def version_lines(predictions: tuple[Predictions, ...]) -> list[str]:
    """One line for each change of the model of intent, the newest first, which is the one that
    holds; with the predictions after it that kept the model."""
    found = versions(predictions)
    if not found:
        return ["No model of intent was published yet."]
    lines = []
    for place, one in enumerate(found):
        before = next((other for other in found[:place] if other.intent == one.intent), None)
        told = f"the model of {before.number} again" if before else _told_by(one)
        until = found[place + 1].number if place + 1 < len(found) else None
        later = [
            other.number
            for other in predictions
            if other.intent == one.intent
            and other.number > one.number
            and (until is None or other.number < until)
        ]
        told += f", kept in {in_short(later)}" if later else ""
        holds = until is None and predictions[-1].intent is not None
        lines.append(f"{one.number:>4}  {told}{'  (holds)' if holds else ''}")
    return lines[::-1]


def _told_by(one: Predictions) -> str:
    scores: Sequence[tuple[str, str]] = [
        (WORDS[name].lower(), "the one that Rapport ships" if score.prior else
         f"learnt from {so_many(score.moments, 'moment')} of "
         f"{so_many(score.customers, 'person', 'people')}")
        for name, score in (("day", one.intent and one.intent.day),
                            ("visit", one.intent and one.intent.visit))
        if score
    ]  # fmt: skip
    return "; ".join(f"{what}: {how}" for what, how in scores) or "nothing"
