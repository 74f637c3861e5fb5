"""What rules cost in words, for the terminal and for the console."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from rapport.app.explaining.rules_in_words import labels_of, names_of
from rapport.app.measuring.report_text import Words
from rapport.app.measuring.rule_costs import (
    BRAND,
    BUILT_IN,
    CARE,
    CHANGED_NONE,
    GONE_ALREADY,
    NEVER_TRIED,
    NOT_RECORDED,
    PROPOSED,
    RuleCost,
    RuleCosts,
)
from rapport.app.measuring.sample import MARGIN
from rapport.app.wording.amounts import minus
from rapport.app.wording.counts import so_many
from rapport.app.wording.table import Bar
from rapport.core.blueprint import BrandFolder, Release
from rapport.science.off_policy import Estimate
from rapport.science.unavailable import Unavailable

COSTS, GAINS, UNSURE, UNKNOWN = "costs", "gains", "too few to tell", "unavailable"
NOTHING = "nothing so far"
"""What can be said of a rule's cost."""

HALF_A_SCALE = 48.0
"""Percent of a scale that the largest number takes, to either side of nothing."""


class Told(Struct, frozen=True):
    """What one rule costs. `verdict` is one of those above, `cost` says it in a sentence or two,
    `short` in a few words; `needs` says what would make it known, and is empty where nothing would
    or the sentence says so already. `took` is how often it took something away, `untold` what of
    the log cannot say."""

    verdict: str
    cost: str
    short: str
    took: str
    untold: str = ""
    needs: str = ""

    @property
    def class_name(self) -> str:
        """The verdict as one word."""
        return {COSTS: "costs", GAINS: "gains"}.get(self.verdict, "unsure")


class Amounts(Struct, frozen=True):
    """How costs are told: what one decision comes to, of how many that is, and what 1,000 do."""

    each: Callable[[float], str]
    of: str
    thousand: Callable[[float], str]


def amounts_of(found: RuleCosts, locale: str) -> Amounts:
    """Money in the brand's currency, or orders, as the rules were judged by."""
    if found.reward == MARGIN:
        money = Words(found.currency, locale).money
        return Amounts(
            money, "for each decision that it changes", lambda value: money(1_000.0 * value)
        )
    return Amounts(
        lambda value: minus(f"{100.0 * value:z.2f} orders"),
        "in 100 decisions that it changes",
        lambda value: minus(f"{1_000.0 * value:z.1f} orders"),
    )


def told_of(one: RuleCost, found: RuleCosts, amounts: Amounts) -> Told:
    """What is known of one rule's cost."""
    untold = ""
    if one.untold:
        untold = so_many(one.untold, "decision is", "decisions are")
        untold += " from before what it asks for was recorded."
    took = "" if one.where == PROPOSED else _took(one)
    if isinstance(one.cost, Unavailable) and one.cost.reason == CHANGED_NONE:
        words = "It has changed no decision yet that chance made: nobody was among those it is for."
        return Told(NOTHING, words, NOTHING, took, untold)
    if isinstance(one.cost, Unavailable):
        words = f"What it costs is unavailable, because {one.cost.reason}."
        return Told(UNKNOWN, words, UNKNOWN, took, untold, _needs(one, one.cost.reason))
    verdict = COSTS if one.cost.low > 0.0 else GAINS if one.cost.high < 0.0 else UNSURE
    words, short = _cost(one, one.cost, verdict, found, amounts)
    return Told(verdict, words, short, took, untold)


def judged_by(found: RuleCosts) -> str:
    """What all of it rests on, in a sentence."""
    judged = so_many(found.judged, "decision")
    return f"Judged by {judged} that chance made and whose outcome is known."


def left_out(found: RuleCosts) -> list[str]:
    """The decisions that could not be used, a sentence for each reason."""
    return [
        f"{count:,} {'decision is' if count == 1 else 'decisions are'} left out: {reason}."
        for reason, count in found.left_out.items()
    ]


def bars_of(rules: Sequence[RuleCost]) -> list[Bar | None]:
    """What a decision gains by each rule, all on one scale: what a rule costs is left of nothing.
    None where that is unavailable."""
    known = [one.cost for one in rules if isinstance(one.cost, Estimate)]
    most = max((max(abs(one.low), abs(one.high)) for one in known), default=0.0)

    def at(cost: float) -> float:
        return round(50.0 - (HALF_A_SCALE * cost / most if most else 0.0), 2)

    return [
        Bar(at(one.cost.value), at(one.cost.high), at(one.cost.low))
        if isinstance(one.cost, Estimate)
        else None
        for one in rules
    ]


def labels_in(content: BrandFolder | Release) -> dict[tuple[str, str], str]:
    """What people call each level that rules name; of several, what the first framework says."""
    found = {
        ("time", time.key): time.label
        for flow in reversed(content.flows)
        for point in flow.points
        for time in point.times
    }
    for framework in reversed(content.frameworks):
        found |= labels_of(framework, content.offers)
    return found | names_of(content.frameworks)


def _took(one: RuleCost) -> str:
    if not one.asked and not one.took:
        return "No decision is on record at which it could have taken something away."
    share = f" ({one.took / one.asked:.0%})" if one.asked else ""
    return f"Took something away in {one.took:,} of {so_many(one.asked, 'decision')}{share}."


def _cost(
    one: RuleCost, cost: Estimate, verdict: str, found: RuleCosts, amounts: Amounts
) -> tuple[str, str]:
    share = one.changes / max(found.judged, 1)
    between = f"between {_signed(cost.low, amounts.each)} and {_signed(cost.high, amounts.each)}"
    if verdict == UNSURE:
        words = f"Too few to tell whether it costs or gains: {between} {amounts.of}."
        return words, f"{UNSURE}: {between} {amounts.of}"
    each = f"{amounts.each(abs(cost.value))} {amounts.of}"
    whole = f"{amounts.thousand(abs(cost.value) * share)} in 1,000 decisions of the brand"
    verb = "Costs" if verdict == COSTS else "Gains"
    check = ""
    if not isinstance(one.check, Unavailable) and (one.check.value > 0.0) != (cost.value > 0.0):
        check = " The simpler method (SNIPS) says the opposite: take it with care."
    words = f"{verb} {each}, {between}; it changes {share:.0%}, so {whole}.{check}"
    return words, f"{verdict} {each}, {between}"


def _signed(value: float, amount: Callable[[float], str]) -> str:
    return f"{amount(abs(value))} {'lost' if value >= 0.0 else 'gained'}"


def _needs(one: RuleCost, reason: str) -> str:
    """What would make a cost known; of too few decisions the reason itself says how many more."""
    if reason == NEVER_TRIED and one.where == CARE:
        whose = "is built in" if one.place == BUILT_IN else "the brand set"
        return (
            f"Care that {whose} holds for everybody, so no log can tell. To find out, switch it "
            "off under ‘care’ in brand.yaml for some weeks."
        )
    if reason == NEVER_TRIED:
        how = "" if one.where == BRAND else "a tick in its form, or "
        return (
            f"To find out, let the rule rest for some weeks ({how}‘active: false’ in its file): it "
            "is judged by the decisions of those weeks."
        )
    return {
        GONE_ALREADY: "It would only matter if the other rule or limit went.",
        NOT_RECORDED: "What is decided from now on has it on record: look again in some weeks.",
    }.get(reason, "")
