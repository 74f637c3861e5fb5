"""Why a decision came out as it did, in words that a marketer reads, from the record alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.evidence.recorded import (
    Expected,
    basket_unknown,
    expected,
    framework_of,
    recorded,
)
from rapport.app.explaining.decision_chart import (
    Moved,
    Part,
    chart_of,
    policy_of,
    together,
)
from rapport.app.explaining.need_of_one import need_of_one
from rapport.app.explaining.otherwise import otherwise
from rapport.app.explaining.worth_of_one import exactly, worth_of_one
from rapport.app.wording.amounts import minus
from rapport.app.wording.feature_words import SUPPOSED, not_known_of
from rapport.app.wording.level_words import FACTOR_WORDS, LevelLabels, money
from rapport.app.wording.names import begun
from rapport.app.wording.table import Table
from rapport.core.blueprint import Blueprint, Release
from rapport.core.brand import Brand
from rapport.core.creative.framework import CART, NOTHING, ORDER, VIEWED
from rapport.core.deciding.arms import HOLDOUT, USUAL
from rapport.core.deciding.care import NAMED
from rapport.core.deciding.leaving import LEAST, MOST, predicted_margin, unsubscribe_cost
from rapport.core.deciding.reasons import (
    ALL_SAID,
    ALL_SAID_IN_LANGUAGE,
    CAP,
    NO_ORDER,
    NO_PROFILING,
    NOTHING_LOOKED_AT,
    ORDER_TAKEN_BACK,
    QUIET_HOURS,
)
from rapport.core.deciding.rules import NOTHING_LEFT, SILENCED, brand_rules
from rapport.core.decision import CONTENT_STAGE, PUT_OFF_STAGE, TIME_STAGE, Decision
from rapport.core.person.signals import BY_NAME, family_of, split
from rapport.core.policy.drawing import Drawn
from rapport.core.policy.policy import FEATURES_FROM, Policy
from rapport.core.triggers import YIELDS
from rapport.science.unavailable import Unavailable


class Explanation(Struct, frozen=True):
    """Why a message was chosen: one sentence, then tables (signals, draws, what was excluded).

    `need` says whether this person needed an offer; empty where there is nothing to say of it.
    `chart` is empty where nothing was drawn: then a rule decided, or an arm.
    """

    summary: str
    tables: tuple[Table, ...] = ()
    need: str = ""
    chart: tuple[Part, ...] = ()

    @property
    def beside_chart(self) -> tuple[Table, ...]:
        """The tables that say what the chart does not; all of them where there is no chart."""
        shown = (POSSIBLE, MOVED) if self.chart else ()
        return tuple(table for table in self.tables if table.title not in shown)

    @property
    def chart_note(self) -> str:
        """What stands under the chart: how likely the whole choice was, and which policy it was."""
        return "\n".join(
            table.note for table in self.tables if table.title in (POSSIBLE, MOVED) and table.note
        )


POSSIBLE, MOVED = "What was possible", "What moved it"
"""Titles of the tables whose figures are in the chart, too."""


REASONS = {
    HOLDOUT: "This person is one of those who get no messages, so that we know what happens "
    "without them.",
    USUAL: "This person gets what everybody used to get, to compare with.",
    NO_PROFILING: "This person declined profiling: they get the general message, and no "
    "choice was made from what is known about them.",
    CAP: "Nothing was said: they have had enough messages lately, and later is too late.",
    QUIET_HOURS: "Nothing was said: it is quiet time where they are, and the morning is too late.",
    ALL_SAID: "Nothing was said: this person has had all approved words for this already.",
    ALL_SAID_IN_LANGUAGE: "Nothing was said: this person has had all words for this that are "
    "approved in their language.",
}

GONE = {
    NOTHING_LOOKED_AT: "Nothing was said: nothing was looked at lately that was not bought since.",
    ORDER_TAKEN_BACK: "Nothing was said: the order was cancelled, or paid back.",
    NO_ORDER: "Nothing was said: there is no order that it could be about.",
}

DECLINED = (
    "Nothing was said: this person declined profiling, and what they look at is not written about."
)

ABOUT = {
    CART: "It is about the cart.",
    VIEWED: "It is about what they looked at.",
    ORDER: "It is about their order.",
    NOTHING: "It is about no product of theirs.",
}

PUT_OFF_BECAUSE = {
    CAP: "They have had enough messages lately; asked again later.",
    QUIET_HOURS: "It is quiet time where they are; asked again in the morning.",
}


def explain(
    decision: Decision, blueprint: Blueprint, moment: Decision | None = None
) -> Explanation:
    """The decision's record in words and tables.

    `moment` is the decision about the time that came before it, where there was one: its draws
    are shown first.
    """
    release = blueprint.release_number(decision.release)
    names = LevelLabels(release, decision)
    reasons = reasons_of_rules(decision, blueprint)
    whole = decision
    if moment is not None and moment.id == decision.id:
        moment = None  # it is the decision about the time that is asked about
    if moment is not None:
        whole = replace(decision, draws=(*moment.draws, *decision.draws))
    policy = policy_of(decision, blueprint)
    chart = chart_of(decision, blueprint, names, release.brand, moment, reasons)
    tables = [
        _possible(whole, chart, release.brand, policy),
        _moved(decision, chart, policy),
        _otherwise(whole, blueprint, names),
        _known(decision, release.brand),
        _ruled_out(decision, names, reasons),
    ]

    def say(minor: float) -> str:
        return money(minor, release.brand)

    hopes = _expected(decision, moment, blueprint, policy)
    return Explanation(
        summarise(decision, release, hopes.as_drawn if hopes else None),
        tuple(t for t in tables if t.rows),
        need_of_one(decision, policy, release, say, hopes.orders if hopes else {}),
        chart,
    )


def _expected(
    decision: Decision, moment: Decision | None, blueprint: Blueprint, policy: Policy | None
) -> Expected | None:
    """What the policy expected of the message; None where that cannot be worked out again."""
    if policy is None or moment is None or not moment.draws or not decision.context:
        return None
    record = recorded(blueprint, decision, moment)
    return None if isinstance(record, Unavailable) else expected(policy, record)


def summarise(decision: Decision, release: Release, as_drawn: float | None = None) -> str:
    """A few sentences: what was chosen, and what it was expected to be worth.

    `as_drawn` is what the policy says that the very message was worth, minor units; without, the
    figures on record say it.
    """
    if decision.stage == PUT_OFF_STAGE:
        return PUT_OFF_BECAUSE.get(decision.reason, f"Put off: {decision.reason}.")
    if decision.reason:
        said = REASONS.get(decision.reason) or _in_words(decision.reason, release)
        if decision.action.hold and decision.reason == NO_PROFILING:
            return DECLINED
        if decision.action.hold or decision.reason not in (USUAL, NO_PROFILING):
            return said
        return f"{said} {LevelLabels(release, decision).action(decision.action)}.{_about(decision)}"
    if decision.stage == TIME_STAGE:
        label = LevelLabels(release, decision).level("time", decision.action.time)
        return f"The moment was chosen first: {label.lower()}."
    gate = next((drawn for drawn in decision.draws if drawn.factor == "send"), None)
    if decision.action.hold:
        return _silence_chosen(decision, gate, release.brand)
    worth = worth_of_one(decision, as_drawn, lambda minor: money(minor, release.brand))
    said = f"{LevelLabels(release, decision).action(decision.action)}.{_about(decision)}"
    return f"{said} {worth}" if worth else said


def _silence_chosen(decision: Decision, gate: Drawn | None, brand: Brand) -> str:
    """Why the policy chose to say nothing."""
    if gate is None or len(gate.values) < 2:
        return "Nothing was said: there was no offer to choose from, not even none."
    best, chance = gate.values[1], gate.probabilities[0]
    likely = "Now and then" if chance < 0.005 else f"In {100 * chance:.0f} of 100 such cases"
    counted = _counted(decision)
    if best <= 0.0 and counted and not decision.margin:
        return f"Nothing was said: {NOBODY_KNOWS}."
    if -0.5 < best <= 0.0:  # of the smallest coin
        return (
            "Nothing was said: by all that is known a message to this person, now, would have "
            f"brought no more than it costs.{counted}"
        )
    if best <= 0.0:
        return (
            "Nothing was said: by all that is known a message to this person, now, would have cost "
            f"{money(-best, brand)} more than it brings.{counted}"
        )
    return (
        f"Nothing was said: a message to this person, now, was worth {money(best, brand)} by the "
        f"best guess, but not surely. {likely} nothing is said, to learn what silence brings."
        f"{counted}"
    )


NOBODY_KNOWS = (
    "nobody knows what the basket comes to, nor what people usually order, so nobody can tell "
    "what a message would bring"
)


def _counted(decision: Decision) -> str:
    """What was at stake where nobody knows what the basket comes to; empty where that is known."""
    if not basket_unknown(decision):
        return ""
    if not decision.margin:
        return f" {begun(NOBODY_KNOWS)}."
    return " Nobody knows what the basket comes to, so it counted as an order as they usually are."


def _about(decision: Decision) -> str:
    """What the message is about, where it is no checkout, and what was at stake, where nobody told
    what a basket comes to."""
    about = f" {ABOUT[decision.about]}" if decision.about in ABOUT else ""
    return f"{about}{_counted(decision)}"


def _in_words(reason: str, release: Release) -> str:
    """Why nothing was said, where rules were the reason or something rarer."""
    if reason in GONE:
        return GONE[reason]
    if reason.startswith(YIELDS):
        flow = release.flow(reason.removeprefix(YIELDS))
        name = flow.name if flow is not None else reason.removeprefix(YIELDS)
        return f"Nothing was said: the flow ‘{name}’ is nearer to an order, and goes first."
    if reason.startswith(SILENCED + NAMED):
        return f"Nothing was said: marketing waits {reason.removeprefix(SILENCED + NAMED)}."
    if reason.startswith(SILENCED):
        return f"Nothing was said: so says the rule ‘{reason.removeprefix(SILENCED)}’."
    if reason.startswith(NOTHING_LEFT):
        rules = reason.removeprefix(NOTHING_LEFT)
        return f"Nothing was said: rules together leave nothing to say to this person: {rules}."
    return f"Nothing was said: {reason}."


def _leaving(decision: Decision, brand: Brand, policy: Policy | None) -> str:
    """What an unsubscribe counted for, and where that figure comes from; empty where no draw
    weighed it."""
    if policy is None or policy.form < FEATURES_FROM or decision.stage != CONTENT_STAGE:
        return ""
    known = {one.name: one.value for one in decision.signals}
    counted = unsubscribe_cost(brand, known, policy.form)
    predicted = predicted_margin(brand, known)
    told = f" An unsubscribe counted {money(counted, brand)}"
    if predicted is None:
        return f"{told}: the brand's own figure, as nothing is predicted."
    if counted == predicted:
        return f"{told}: the margin of a year of orders, as predicted."
    most, share = ("most", MOST) if counted < predicted else ("least", LEAST)
    return (
        f"{told}, the {most} that it may: {share:g} times the brand's own figure. The margin of a "
        f"year of orders, as predicted, is {money(max(predicted, 0.0), brand)}."
    )


def _possible(
    decision: Decision, chart: Sequence[Part], brand: Brand, policy: Policy | None
) -> Table:
    """Every level that could be chosen, how likely it was and what it was worth, against what."""
    rows = []
    for part in chart:
        for place, bar in enumerate(part.bars):
            rows.append(
                (
                    "" if place else part.factor,  # once, beside its first level
                    bar.label,
                    f"{bar.chance:.0%}",
                    f"{bar.worth} ({bar.between})" if bar.between else bar.worth,
                    "" if place else part.against,
                    "chosen" if bar.chosen else "",
                )
            )
    chance = f"Chance of exactly this choice: {exactly(decision.propensity)}."
    chance += _leaving(decision, brand, policy)
    heads = ("", "Choice", "Chance", "Worth, nine times in ten", "Against", "")
    return Table(POSSIBLE, heads, tuple(rows), chance)


def _moved(decision: Decision, chart: Sequence[Part], policy: Policy | None) -> Table:
    """What about this person spoke for or against each chosen level, most first."""
    rows = tuple(
        (part.factor, part.chosen, one.because, effect_of(one)) for part, one in moved_most(chart)
    )
    known = {one.name: one.value for one in decision.signals}
    told = f"Policy {policy.number}: {policy.note}." if policy else ""
    note = " ".join(part for part in (told, not_known_of(known)) if part)
    return Table(MOVED, ("", "Choice", "Because this person", "Effect"), rows, note)


def moved_most(chart: Sequence[Part]) -> list[tuple[Part, Moved]]:
    """What about this person moved each choice most: two things at most for each."""
    return [(part, one) for part in chart for one in part.moved[:2]]


def effect_of(one: Moved) -> str:
    """Such as `+0.12 points`."""
    return minus(f"{one.points:+z.2f} points")


MOST_OTHERWISE = 4


def _otherwise(decision: Decision, blueprint: Blueprint, names: LevelLabels) -> Table:
    """What would have been best for somebody who differs in one thing."""
    policy = policy_of(decision, blueprint)
    rows = [
        (
            FACTOR_WORDS.get(one.factor, one.factor),
            names.level(one.factor, one.level),
            SUPPOSED[one.feature][one.value > 0.5],
        )
        for one in (otherwise(decision, policy) if policy else ())
        if one.feature in SUPPOSED
    ]
    columns = ("", "It would have been", "If this person")
    return Table("What would have changed it", columns, tuple(rows[:MOST_OTHERWISE]))


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

SHOWN_AS: dict[str, Callable[[float], str]] = {
    "share": lambda value: f"{value:.0%}",
    "hour": lambda value: f"{int(value):02}:00",
    "day, Monday is 0": lambda value: WEEKDAYS[int(value) % 7],
}
"""How values of some units are read by people."""


def _known(decision: Decision, brand: Brand) -> Table:
    """The signals as they stood."""
    rows = []
    for signal in decision.signals:
        known = BY_NAME.get(signal.name) or family_of(signal.name)
        if signal.value is None or known is None:
            shown = "unavailable"
        elif known.unit in SHOWN_AS:
            shown = SHOWN_AS[known.unit](signal.value)
        elif known.unit == "minor units":
            shown = money(signal.value, brand)
        else:
            shown = f"{signal.value:z,.1f}".removesuffix(".0")
        key = "" if signal.name in BY_NAME else split(signal.name)[1]
        label = known.label if known else signal.name
        rows.append((f"{label}: {key}" if key else label, shown))
    return Table("What was known", ("Signal", "Value"), tuple(rows))


def reasons_of_rules(decision: Decision, blueprint: Blueprint) -> dict[str, str]:
    """What people gave as the reason of each rule that a decision may name, by the rule's name.
    Another framework may have a rule of the same name, for another reason."""
    framework = framework_of(blueprint.release_number(decision.release), decision)
    rules = (
        *brand_rules(blueprint.release_at(decision.at)),
        *(framework.rules if framework else ()),
    )
    return {rule.name: rule.because for rule in rules if rule.because}


def _ruled_out(decision: Decision, names: LevelLabels, reasons: Mapping[str, str]) -> Table:
    rows = []
    for one in decision.excluded:
        why = f"{one.reason}: {reasons[one.reason]}" if one.reason in reasons else one.reason
        level = "Anything" if one.factor == "send" else names.level(one.factor, one.level)
        rows.append((FACTOR_WORDS.get(one.factor, one.factor), level, why))
    for combination, reason in together(decision):
        factors = " with ".join(FACTOR_WORDS.get(factor, factor) for factor, _ in combination)
        levels = (" or ".join(names.level(f, key) for key in keys) for f, keys in combination)
        rows.append((factors, " with ".join(levels), reason))
    return Table("What was ruled out", ("", "Choice", "Because"), tuple(rows))
