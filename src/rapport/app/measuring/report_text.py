"""The report in words, for a terminal: what was found first, the figures after it."""

from __future__ import annotations

from babel.numbers import format_decimal

from rapport.app.measuring.report import AOV, ArmFigures, Comparison, MessageCost, Report
from rapport.app.measuring.unusual import Unusual
from rapport.app.wording import amounts
from rapport.app.wording.arm_words import ARM_WORDS
from rapport.app.wording.counts import so_many
from rapport.core.deciding.arms import ADAPTIVE, HOLDOUT
from rapport.science.inference import BETTER, TOO_FEW, WORSE, Difference
from rapport.science.sample_ratio import RatioCheck
from rapport.science.unavailable import Unavailable

FIGURE_WORDS = {
    "margin": "Margin",
    "revenue": "Revenue",
    "orders": "Orders",
    AOV: "Average order",
    "messages": "Messages",
    "clicks": "Clicks",
    "unsubscribes": "Unsubscribes",
    "complaints": "Complaints",
}

MONEY = frozenset({"margin", "revenue", AOV})

VERDICT_WORDS = {BETTER: "better", WORSE: "worse", TOO_FEW: "too few to tell"}


def render_text(report: Report, locale: str = "en_GB", flow_name: str = "") -> str:
    """The whole report as plain text, for people; money in the report's currency."""
    lines = [title(report, flow_name), *([report.begins.says] if report.begins else []), ""]
    if report.withheld:
        lines += ["The results are withheld.", report.withheld]
        return "\n".join(lines) + "\n"
    words = Words(report.currency, locale)
    lines += words.headline(report)
    for treated, control in dict.fromkeys((c.treated, c.control) for c in report.comparisons):
        lines.append(f"{ARM_WORDS[treated]} against {ARM_WORDS[control].lower()}")
        for comparison in report.comparisons:
            if (comparison.treated, comparison.control) == (treated, control):
                lines += words.comparison(comparison)
        lines.append("")
    if not report.comparisons:
        lines += ["There are no two groups with people in them yet, so nothing to compare.", ""]
    lines += [words.cost(cost) for cost in report.costs]
    for arm in report.arms:
        lines += ["", *words.arm(arm)]
    sizes = report.sizes
    found = (
        sizes.says
        if isinstance(sizes, RatioCheck)
        else f"The groups' sizes: not checked, because {sizes.reason}."
    )
    return "\n".join([*lines, "", found, *report.notes]) + "\n"


def title(report: Report, flow_name: str = "") -> str:
    """What heads a report: the flow by its name, or by its key where no name is known."""
    return f"What ‘{flow_name or report.flow}’ was worth"


class Words:
    """Figures as people read them, in one currency and locale."""

    def __init__(self, currency: str, locale: str) -> None:
        self._currency = currency
        self._locale = locale

    def headline(self, report: Report) -> list[str]:
        """The one sentence to take away: margin per profile, adaptive against no messages."""
        found = report.comparison("margin", ADAPTIVE, HOLDOUT)
        if found is None or isinstance(found.result, Unavailable):
            return []
        return [self.earned(report, found.result), *self.without_few(found), ""]

    def earned(self, report: Report, result: Difference) -> str:
        """What adaptive messages earned against none, in a sentence."""
        profiles = sum(arm.profiles for arm in report.arms)
        if result.verdict == TOO_FEW:
            return (
                "Too few to tell yet whether the adaptive messages earn more than none: "
                f"{so_many(profiles, 'profile')} so far."
            )
        return (
            f"The adaptive messages earned {self.change('margin', result.value)} margin per "
            f"profile than no messages, over {so_many(profiles, 'profile')}."
        )

    def without_few(self, comparison: Comparison) -> list[str]:
        """What a finding would be if nobody counted for more than usual, where that is another."""
        held = comparison.held
        if not comparison.hangs_on_few or not isinstance(held, Difference):
            return []
        figure = comparison.figure
        low, high = self.change(figure, held.low), self.change(figure, held.high)
        return [
            f"That hangs on very few people. With nobody counted for more than usual: "
            f"{VERDICT_WORDS[held.verdict]} ({FIGURE_WORDS[figure].lower()} {_per(figure)} "
            f"between {low} and {high})."
        ]

    def unusual(self, report: Report) -> list[str]:
        """Who counts for far more than is usual, and where to look: a sentence or two for each
        figure, but for margin none where it is of the same orders."""
        people = {one.figure: one for one in report.unusual}
        revenue, margin = people.get("revenue"), people.get("margin")
        if revenue and margin and margin.largest == revenue.largest:
            people.pop("margin")
        return [self._unusual(one) for one in people.values()]

    def _unusual(self, who: Unusual) -> str:
        one, more = who.profiles == 1, who.largest_brought > 0
        people = "1 person counts" if one else f"{who.profiles:,} people count"
        if who.figure == "margin":
            look = "Look whether the costs of what they ordered are right."
        elif more:
            look = (
                "If that was a test or typed wrongly, cancel it in your shop: the figures follow."
            )
        else:
            look = "More went back there than others spend."
        return (
            f"{people} for far {'more' if more else 'less'} {who.figure} than usual"
            f"{':' if one else ', above all'} profile {who.largest}, with "
            f"{self.money(who.largest_brought)}. It is compared a second time with nobody counted "
            f"for more than {self.money(who.most)}, four times what 95 in 100 of those who brought "
            f"something bring at most. {look}"
        )

    def comparison(self, comparison: Comparison) -> list[str]:
        """The verdict, then the difference, its interval and what could have been seen."""
        figure, result = comparison.figure, comparison.result
        label = f"  {FIGURE_WORDS[figure]}: "
        if isinstance(result, Unavailable):
            return [f"{label}unavailable, because {result.reason}.", *self._held(comparison)]
        seen = self.amount(figure, result.smallest_detectable)
        return [
            f"{label}{VERDICT_WORDS[result.verdict]}. {self._found(figure, result)}",
            f"    At this size a true difference of {seen} would have shown 4 times in 5.",
            *self._held(comparison),
        ]

    def _held(self, comparison: Comparison) -> list[str]:
        held, label = comparison.held, "    With nobody counted for more than usual: "
        if held is None:
            return []
        if isinstance(held, Unavailable):
            return [f"{label}unavailable, because {held.reason}."]
        return [f"{label}{VERDICT_WORDS[held.verdict]}. {self._found(comparison.figure, held)}"]

    def _found(self, figure: str, result: Difference) -> str:
        return (
            f"{self.change(figure, result.value)} {_per(figure)}; between "
            f"{self.change(figure, result.low)} and {self.change(figure, result.high)}."
        )

    def change(self, figure: str, value: float) -> str:
        """Such as `£1.20 more` or `0.4 fewer`."""
        less = "less" if figure in MONEY else "fewer"
        return f"{self.amount(figure, abs(value))} {'more' if value >= 0 else less}"

    def amount(self, figure: str, value: float) -> str:
        """A figure per profile in its unit: money, or a count for each 100 profiles."""
        if figure in MONEY:
            return self.money(value)
        return str(format_decimal(value * 100, format="#,##0.00", locale=self._locale))

    def money(self, minor_units: float) -> str:
        return amounts.money(minor_units, self._currency, self._locale)

    def cost(self, cost: MessageCost) -> str:
        """What the gain cost in messages, in a sentence."""
        label = f"{ARM_WORDS.get(cost.arm, cost.arm)}, sent for each order gained: "
        found = cost.messages_per_order_gained
        if isinstance(found, Unavailable):
            return f"{label}unavailable, because {found.reason}."
        return f"{label}{format_decimal(found, format='#,##0.0', locale=self._locale)}."

    def arm(self, arm: ArmFigures) -> list[str]:
        """The arm's own figures; they say nothing about cause."""
        per = arm.per_profile
        each = {name: self._value(name, value) for name, value in per.items()}
        return [
            f"{ARM_WORDS.get(arm.arm, arm.arm)}: {so_many(arm.profiles, 'profile')}",
            f"  Margin {self.money(arm.margin)}, {each['margin']} per profile",
            f"  Revenue {self.money(arm.revenue)}, {each['revenue']} per profile",
            f"  Orders {arm.orders:,}, {each['orders']} per 100 profiles; average order "
            f"{self._value(AOV, arm.aov)}",
            f"  Messages {arm.messages:,}, {each['messages']} per 100 profiles",
            f"  Clicks {arm.clicks:,}, unsubscribes {arm.unsubscribes:,}, "
            f"complaints {arm.complaints:,}",
        ]

    def _value(self, figure: str, value: float | Unavailable) -> str:
        if isinstance(value, Unavailable):
            return f"unavailable, because {value.reason}"
        return self.amount(figure, value)


def _per(figure: str) -> str:
    if figure == AOV:
        return "per order"
    return "per profile" if figure in MONEY else "per 100 profiles"
