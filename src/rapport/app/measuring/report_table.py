"""The report as one table: arms side by side, and beneath them what can be said and what cannot."""

from __future__ import annotations

from rapport.app.explaining.explain import Table
from rapport.app.measuring.report import AOV, Report, of_stops
from rapport.app.measuring.report_text import ARM_WORDS, FIGURE_WORDS, MONEY, VERDICT_WORDS, Words
from rapport.science.inference import Difference
from rapport.science.unavailable import Unavailable

SHOWN = ("margin", "revenue", "orders", AOV, "messages", "clicks", "unsubscribes", "complaints")


def report_table(report: Report, locale: str, flow_name: str = "") -> Table:
    """One column for each arm, one row for each figure; money in the report's currency."""
    title = f"What ‘{flow_name or report.flow}’ was worth"
    if report.withheld:
        return Table(title, (), (), f"The results are withheld. {report.withheld}")
    words = Words(report.currency, locale)
    columns = ("", *(ARM_WORDS.get(arm.arm, arm.arm) for arm in report.arms))
    rows: list[tuple[str, ...]] = [("Profiles", *(f"{arm.profiles:,}" for arm in report.arms))]
    for figure in SHOWN:
        values = [arm.aov if figure == AOV else arm.per_profile[figure] for arm in report.arms]
        shown = [
            "unavailable" if isinstance(v, Unavailable) else words.amount(figure, v) for v in values
        ]
        unit = "" if figure == AOV else " per profile" if figure in MONEY else " per 100 profiles"
        rows.append((f"{FIGURE_WORDS[figure]}{unit}", *shown))
    said = (*findings(report, words), *of_stops(report.told_nothing))
    return Table(title, columns, tuple(rows), "\n".join(said))


def findings(report: Report, words: Words) -> list[str]:
    """What each comparison of margin says, in a sentence."""
    said = []
    for comparison in report.comparisons:
        if comparison.figure != "margin":
            continue
        pair = f"{ARM_WORDS[comparison.treated]} against {ARM_WORDS[comparison.control].lower()}: "
        result = comparison.result
        if isinstance(result, Difference):
            low, high = words.change("margin", result.low), words.change("margin", result.high)
            verdict = VERDICT_WORDS[result.verdict]
            said.append(f"{pair}{verdict} (margin per profile between {low} and {high}).")
        else:
            said.append(f"{pair}unavailable, because {result.reason}.")
    return said
