"""What a flow was worth: each arm's figures, and every difference with how sure one can be.

The unit is one profile from its first entry on, whatever it then got or did (intention to treat).
Who entered while the arms were others is left out: they were dealt by other shares. Before any
figure is shown the arms' sizes are checked; if they are amiss, results are withheld. A difference
that cannot be told from noise is 'too few to tell', and one that could not be computed is
unavailable, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from rapport.app.measuring.unusual import Unusual, unusual
from rapport.app.wording.arm_words import arm_words
from rapport.app.wording.dates import local_time
from rapport.core.blueprint import Blueprint
from rapport.core.deciding.arms import ADAPTIVE, ARMS, HOLDOUT, USUAL, shares
from rapport.core.oversight.stopping import FLOW, WHOLE, Stop, Switch
from rapport.core.time import Instant, Zone
from rapport.ports import ProfileOutcome
from rapport.science.inference import (
    BETTER,
    EVERYDAY,
    Difference,
    PairSums,
    Sums,
    adjusted,
    difference,
    mean,
    ratio,
)
from rapport.science.sample_ratio import RatioCheck, sample_ratio
from rapport.science.unavailable import Unavailable
from rapport.science.usual import held_to

AOV = "aov"

COMPARED = ((ADAPTIVE, HOLDOUT), (ADAPTIVE, USUAL), (USUAL, HOLDOUT))
"""Treated and control, in the order of what matters."""

SHARED = EVERYDAY.shared(len(COMPARED))
"""One figure of three arms makes three comparisons. They share the error that is allowed: where
nothing works, an arm is told to be better or worse in at most one shop in twenty."""

VALUE_FIGURES = ("margin", "revenue", "orders")
"""Compared in every pair, adjusted by what each profile spent before it entered."""

MESSAGE_FIGURES = ("messages", "clicks", "unsubscribes", "complaints")
"""Compared only between arms that get messages."""

LESS_IS_BETTER = frozenset({"messages", "unsubscribes", "complaints"})

SUMMED = VALUE_FIGURES + MESSAGE_FIGURES

SAID_ALWAYS = (
    "A figure's intervals hold for all groups together, 95 times in 100, however often you look. "
    "There are many figures, so read margin per profile first: it is the one to decide by.",
    "The average order is seen only among those who order. A message that wins over hesitant "
    "buyers can lower it and still be worth sending.",
)


class ArmFigures(Struct, frozen=True):
    """One arm. Money in minor units; `per_profile` maps each summed figure to its mean."""

    arm: str
    profiles: int
    orders: int
    revenue: int
    margin: int
    messages: int
    clicks: int
    unsubscribes: int
    complaints: int
    per_profile: dict[str, float | Unavailable]
    aov: float | Unavailable


class Comparison(Struct, frozen=True):
    """One figure per profile (or the AOV), treated less control."""

    figure: str
    treated: str
    control: str
    result: Difference | Unavailable
    held: Difference | Unavailable | None = None
    """The same with everybody held to what is usual; None where nobody was beyond it."""

    @property
    def hangs_on_few(self) -> bool:
        """Whether something else is to be told with everybody held to what is usual."""
        if not isinstance(self.held, Difference):
            return False
        return isinstance(self.result, Unavailable) or self.result.verdict != self.held.verdict


class MessageCost(Struct, frozen=True):
    """What the gain cost in messages: how many were sent for each order gained over the holdout."""

    arm: str
    messages_per_order_gained: float | Unavailable


class Begins(Struct, frozen=True):
    """From when on the report counts, where it leaves out `left_out` people who entered before: the
    arms were others then. `says` is for people."""

    since: Instant
    left_out: int
    says: str


class Report(Struct, frozen=True):
    """All of it, JSON-ready. Where `withheld` says why, nothing else but the sizes is there, and
    when it begins."""

    brand: str
    flow: str
    currency: str
    sizes: RatioCheck | Unavailable
    withheld: str = ""
    arms: tuple[ArmFigures, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    costs: tuple[MessageCost, ...] = ()
    notes: tuple[str, ...] = ()
    told_nothing: int = 0
    """People who entered while the flow was stopped, and were told nothing for it."""
    unusual: tuple[Unusual, ...] = ()
    begins: Begins | None = None
    """None where it counts everybody who ever entered."""

    @property
    def entered(self) -> bool:
        """Whether anybody ever did; where not, there is nothing to show."""
        return bool(self.arms or self.withheld or self.begins)

    def comparison(self, figure: str, treated: str, control: str) -> Comparison | None:
        """The comparison of this figure between these arms, where there is one."""
        wanted = (figure, treated, control)
        found = (c for c in self.comparisons if (c.figure, c.treated, c.control) == wanted)
        return next(found, None)


def build_report(
    blueprint: Blueprint,
    flow: str,
    everybody: Sequence[ProfileOutcome],
    untold: Sequence[Instant] = (),
) -> Report:
    """The report on one flow, from one row for each profile that ever entered it. `untold` is when
    those entered who did so while it was stopped, and got no message for it."""
    brand, settings, since = blueprint.brand, blueprint.releases[-1].brand, blueprint.arms_since
    currency = settings.currency
    outcomes = [outcome for outcome in everybody if outcome.entered_at >= since]
    told_nothing = sum(at >= since for at in untold)
    begins = _begins(since, len(outcomes), len(everybody) - len(outcomes), settings.zone)
    names = dict.fromkeys((*ARMS, *(outcome.arm for outcome in outcomes)))
    by_arm = {name: [o for o in outcomes if o.arm == name] for name in names}
    counts = {arm_words(name): len(rows) for name, rows in by_arm.items()}
    meant = {arm_words(name): share for name, share in shares(settings.arms).items()}
    sizes = sample_ratio(counts, meant)
    if isinstance(sizes, RatioCheck) and not sizes.passed:
        return Report(brand, flow, currency, sizes, withheld=sizes.says, begins=begins)
    beyond = unusual(outcomes)
    bounds = {one.figure: one.most for one in beyond}
    pairs = [(t, c) for t, c in COMPARED if by_arm[t] and by_arm[c]]
    comparisons = tuple(
        comparison
        for pair in pairs
        for comparison in _compare(pair, by_arm[pair[0]], by_arm[pair[1]], bounds)
    )
    figures = tuple(_figures(name, rows) for name, rows in by_arm.items() if rows)
    return Report(
        brand,
        flow,
        currency,
        sizes,
        arms=figures,
        comparisons=comparisons,
        costs=tuple(_cost(arm, comparisons) for arm in figures if arm.arm != HOLDOUT),
        notes=(*SAID_ALWAYS, *of_stops(told_nothing)),
        told_nothing=told_nothing,
        unusual=beyond,
        begins=begins,
    )


def _begins(since: Instant, counted: int, left_out: int, zone: Zone) -> Begins | None:
    """What is to be said of those who entered while the arms were others; nothing of nobody."""
    if not left_out:
        return None
    when, was = local_time(since, zone), "is" if left_out == 1 else "are"
    begun = (
        f"Counted: {_people(counted)} who entered first on {when} or later."
        if counted
        else f"Nobody has entered for the first time since {when}."
    )
    says = (
        f"{begun} Since then the groups have been what they are. Left out {was} "
        f"{_people(left_out)} who entered before that."
    )
    return Begins(since, left_out, says)


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count:,} people"


def of_stops(told_nothing: int) -> tuple[str, ...]:
    """What is to be said of those who were told nothing because of a stop; nothing of nobody."""
    if not told_nothing:
        return ()
    who = _people(told_nothing)
    was = "was" if told_nothing == 1 else "were"
    return (
        f"{who} entered while the flow was stopped, and {was} told nothing for it. They count in "
        "their groups all the same, so what messages are worth looks smaller than it is.",
    )


def entered_stopped(entered: Iterable[Instant], stops: Iterable[Stop], flow: str) -> list[Instant]:
    """Those of these moments, when people entered a flow, at which it was stopped, by itself or
    with the whole brand."""
    itself = Switch(FLOW, flow)
    mine = [stop for stop in stops if stop.switch.kind in WHOLE or stop.switch == itself]
    return [at for at in entered if any(stop.held_at(at) for stop in mine)]


def _figures(arm: str, rows: Sequence[ProfileOutcome]) -> ArmFigures:
    totals = {name: sum(_column(rows, name)) for name in SUMMED}
    aov: float | Unavailable = Unavailable("nobody has ordered yet")
    if totals["orders"] > 0:
        aov = totals["revenue"] / totals["orders"]
        if aov < 0.0:
            aov = Unavailable("more went back for earlier orders than was ordered since")
    per_profile: dict[str, float | Unavailable] = {
        name: total / len(rows) for name, total in totals.items()
    }
    return ArmFigures(arm=arm, profiles=len(rows), **totals, per_profile=per_profile, aov=aov)


def _compare(
    pair: tuple[str, str],
    treated: Sequence[ProfileOutcome],
    control: Sequence[ProfileOutcome],
    bounds: Mapping[str, int],
) -> list[Comparison]:
    """All comparisons of two arms: value first, the AOV after it, then what messages did. With
    `bounds`, by figure, those that somebody lies beyond are made once more within them."""
    results: dict[str, Difference | Unavailable] = {}
    for name in VALUE_FIGURES:
        results[name] = _adjusted_difference(_before(treated, name), _before(control, name))
    results[AOV] = difference(ratio(_per_order(treated)), ratio(_per_order(control)), SHARED)
    if HOLDOUT not in pair:
        for name in MESSAGE_FIGURES:
            results[name] = difference(
                mean(Sums.of(_column(treated, name))),
                mean(Sums.of(_column(control, name))),
                SHARED,
                more_is_better=name not in LESS_IS_BETTER,
            )
    held = {
        name: _adjusted_difference(_before(treated, name, most), _before(control, name, most))
        for name, most in bounds.items()
        if any(abs(amount) > most for rows in (treated, control) for amount in _column(rows, name))
    }
    return [Comparison(name, *pair, result, held.get(name)) for name, result in results.items()]


def _adjusted_difference(treated: PairSums, control: PairSums) -> Difference | Unavailable:
    estimates = adjusted(treated, control)
    return estimates if isinstance(estimates, Unavailable) else difference(*estimates, SHARED)


def _before(rows: Sequence[ProfileOutcome], name: str, most: float = float("inf")) -> PairSums:
    return PairSums.of(held_to(most, _column(rows, name)), _column(rows, "revenue_before"))


def _per_order(rows: Sequence[ProfileOutcome]) -> PairSums:
    return PairSums.of(_column(rows, "revenue"), _column(rows, "orders"))


def _column(rows: Sequence[ProfileOutcome], name: str) -> list[int]:
    return [getattr(row, name) for row in rows]


def _cost(arm: ArmFigures, comparisons: Sequence[Comparison]) -> MessageCost:
    gain = next(
        (
            c.result
            for c in comparisons
            if (c.figure, c.treated, c.control) == ("orders", arm.arm, HOLDOUT)
        ),
        Unavailable("nobody is left without messages to compare with"),
    )
    if isinstance(gain, Unavailable):
        return MessageCost(arm.arm, gain)
    if gain.verdict != BETTER:
        return MessageCost(arm.arm, Unavailable("no gain in orders can be told yet"))
    return MessageCost(arm.arm, arm.messages / arm.profiles / gain.value)
