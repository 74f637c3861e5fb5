"""The report as one table: arms side by side, and beneath them what can be said and what cannot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.measuring.headline import Headline, headline
from rapport.app.measuring.report import AOV, Report, of_stops
from rapport.app.measuring.report_text import (
    FIGURE_WORDS,
    MONEY,
    VERDICT_WORDS,
    Words,
    title,
)
from rapport.app.wording.arm_words import ARM_WORDS
from rapport.app.wording.table import Table
from rapport.science.inference import Difference
from rapport.science.unavailable import Unavailable

SHOWN = ("margin", "revenue", "orders", AOV, "messages", "clicks", "unsubscribes", "complaints")


class Worth(Struct, frozen=True):
    """What a brand's flows were worth: a table for each that somebody entered, with what it comes
    to in a sentence or two, and the names of the others."""

    tables: tuple[Table, ...] = ()
    unentered: tuple[str, ...] = ()
    headlines: tuple[Headline, ...] = ()
    """As many as `tables`, or none."""


def worth(reports: Sequence[Report], locale: str, names: Mapping[str, str]) -> Worth:
    """All reports of a brand, with its flows by what `names` calls them."""
    called = {one.flow: names.get(one.flow, one.flow) for one in reports}
    return Worth(
        tuple(report_table(one, locale, called[one.flow]) for one in reports if one.entered),
        tuple(called[one.flow] for one in reports if not one.entered),
        tuple(
            replace(headline(one, Words(one.currency, locale)), flow=called[one.flow])
            for one in reports
            if one.entered
        ),
    )


def report_table(report: Report, locale: str, flow_name: str = "") -> Table:
    """One column for each arm, one row for each figure; money in the report's currency."""
    begins = [report.begins.says] if report.begins else []
    if report.withheld or (not report.arms and begins):
        withheld = [f"The results are withheld. {report.withheld}"] if report.withheld else []
        return Table(title(report, flow_name), (), (), "\n".join((*begins, *withheld)))
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
    said = (
        *begins,
        *findings(report, words),
        *words.unusual(report),
        *of_stops(report.told_nothing),
    )
    return Table(title(report, flow_name), columns, tuple(rows), "\n".join(said))


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
        said[-1] = " ".join((said[-1], *words.without_few(comparison)))
    return said
