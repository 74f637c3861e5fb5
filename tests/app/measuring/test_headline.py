"""What a flow came to, in a sentence or two, and no more said than is known."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.app.measuring.headline import UNKNOWN, Headline, headline
from rapport.app.measuring.report import Comparison, Report, build_report
from rapport.app.measuring.report_table import worth
from rapport.app.measuring.report_text import Words
from rapport.core.deciding.arms import ADAPTIVE, HOLDOUT, USUAL, Arms
from rapport.ports import ProfileOutcome
from rapport.science.inference import BETTER, TOO_FEW, WORSE
from rapport.science.unavailable import Unavailable
from rapport.testing import examples as ex

EVEN = Arms(holdout=3_334, usual=3_333)
SHOP = ex.blueprint(EVEN)


def people(each: int, **margins: int) -> list[ProfileOutcome]:
    """In each arm as many; every second one of them brings so much more."""
    return [
        ProfileOutcome(
            profile=f"{arm}{n}", arm=arm, entered_at=1, orders=n % 2,
            revenue=2 * (1_000 + 7 * (n % 5) + more) * (n % 2),
            margin=(1_000 + 7 * (n % 5) + more) * (n % 2),
            messages=0 if arm == HOLDOUT else 1, clicks=0, unsubscribes=0, complaints=0,
            revenue_before=0,
        )
        for arm in (HOLDOUT, USUAL, ADAPTIVE)
        for more in [margins.get(arm, 0)]
        for n in range(each)
    ]  # fmt: skip


def of(report: Report) -> Headline:
    return headline(report, Words("GBP", "en_GB"))


def told(found: Headline) -> str:
    return f"{found.says} {found.also}".strip()


def said(each: int = 600, **margins: int) -> Headline:
    return of(build_report(SHOP, "checkout", people(each, **margins)))


def test_alike_arms_are_too_few_to_tell_and_said_so_once() -> None:
    found = said(60)
    assert found.verdict == TOO_FEW
    assert found.says == (
        "Too few to tell yet whether the adaptive messages earn more than none, or than the usual "
        "ones: 180 profiles so far."
    )


def test_what_was_earned_and_what_choosing_added_are_told_apart() -> None:
    found = said(adaptive=2_000)
    assert (found.verdict, found.class_name) == (BETTER, "better")
    assert "The adaptive messages earned £10.00 more margin per profile than no" in told(found)
    assert "Choosing for each person earned £10.00 more margin per profile than the" in found.also
    usual_too = said(adaptive=2_000, usual=2_000)
    assert usual_too.verdict == BETTER
    assert "Too few to tell yet whether choosing for each person earns more" in told(usual_too)


def test_a_loss_is_called_a_loss() -> None:
    found = said(holdout=2_000, usual=2_000)
    assert (found.verdict, found.class_name) == (WORSE, "worse")
    assert "earned £10.00 less margin per profile than no messages" in told(found)
    assert "Choosing for each person earned £10.00 less" in told(found)


@pytest.mark.parametrize("control", [HOLDOUT, USUAL])
def test_what_is_unavailable_says_why_beside_what_is_known(control: str) -> None:
    report = build_report(SHOP, "checkout", people(600, adaptive=2_000))
    hidden = tuple(
        replace(one, result=Unavailable("the moon was full"))
        if (one.figure, one.treated, one.control) == ("margin", ADAPTIVE, control)
        else one
        for one in report.comparisons
    )
    found = of(replace(report, comparisons=hidden))
    assert "unavailable, because the moon was full." in told(found)
    assert "£10.00 more" in told(found)
    assert found.verdict == (UNKNOWN if control == HOLDOUT else BETTER)


def test_what_hangs_on_few_people_says_so_once() -> None:
    report = build_report(SHOP, "checkout", people(600, adaptive=2_000))
    unsure = build_report(SHOP, "checkout", people(60)).comparisons
    held = {(one.treated, one.control): one.result for one in unsure if one.figure == "margin"}

    def with_few(one: Comparison) -> Comparison:
        few = held.get((one.treated, one.control))
        return replace(one, held=few) if one.figure == "margin" and few else one

    found = of(replace(report, comparisons=tuple(map(with_few, report.comparisons))))
    assert told(found).count("That hangs on very few people.") == 1


def test_withheld_results_and_arms_without_people_are_no_result() -> None:
    uneven = [one for n, one in enumerate(people(2_000)) if one.arm != HOLDOUT or n % 50 == 0]
    found = of(build_report(SHOP, "checkout", uneven))
    assert found.verdict == UNKNOWN
    assert found.says.startswith("The results are withheld. ")
    alone = [one for one in people(40) if one.arm == ADAPTIVE]
    only = of(build_report(ex.blueprint(ex.ADAPTIVE_ONLY), "checkout", alone))
    assert (only.verdict, "unavailable, because" in told(only)) == (UNKNOWN, True)


def test_each_table_of_a_brand_has_its_own_with_the_flows_name() -> None:
    entered = build_report(SHOP, "checkout", people(20))
    nobody = build_report(SHOP, "winback", [])
    found = worth([nobody, entered], "en_GB", {"checkout": "Checkout left behind"})
    assert [one.flow for one in found.headlines] == ["Checkout left behind"]
    assert len(found.tables) == len(found.headlines)
