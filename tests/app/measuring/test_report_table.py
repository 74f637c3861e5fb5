"""The report as a table: every arm a column, money as money, and no more said than is known."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.app.measuring.report import build_report
from rapport.app.measuring.report_table import SHOWN, Worth, report_table, worth
from rapport.app.measuring.report_text import render_text
from rapport.core.deciding.arms import ADAPTIVE, HOLDOUT, USUAL, Arms
from rapport.core.time import DAY
from rapport.ports import ProfileOutcome
from rapport.testing import examples as ex

EVEN = Arms(holdout=3_334, usual=3_333)
SHOP = ex.blueprint(EVEN)
PAID_IN_YEN = ex.blueprint(of=replace(ex.brand(arms=EVEN), currency="JPY"))


def outcome(
    number: int, arm: str, orders: int = 0, revenue: int = 0, messages: int = 0
) -> ProfileOutcome:
    return ProfileOutcome(
        profile=f"p{number}",
        arm=arm,
        entered_at=1,
        orders=orders,
        revenue=revenue,
        margin=revenue // 2,
        messages=messages,
        clicks=0,
        unsubscribes=0,
        complaints=0,
        revenue_before=100 * (number % 3),
    )


def arms(count: int) -> list[ProfileOutcome]:
    """In each arm `count` people; every second one ordered for 30.00."""
    return [
        outcome(
            n,
            arm,
            orders=n % 2,
            revenue=3_000 * (n % 2),
            messages=0 if arm == HOLDOUT else 1,
        )
        for arm in (HOLDOUT, USUAL, ADAPTIVE)
        for n in range(count)
    ]


def test_each_arm_is_a_column_and_each_figure_a_row() -> None:
    table = report_table(build_report(SHOP, "checkout", arms(40)), "en_GB")
    assert table.columns == ("", "No messages", "Usual messages", "Adaptive messages")
    assert len(table.rows) == 1 + len(SHOWN)
    assert all(len(row) == len(table.columns) for row in table.rows)
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["Profiles"] == ("40", "40", "40")
    assert rows["Revenue per profile"] == ("£15.00",) * 3
    assert rows["Margin per profile"] == ("£7.50",) * 3
    assert rows["Average order"] == ("£30.00",) * 3
    assert rows["Orders per 100 profiles"] == ("50.00",) * 3
    assert rows["Messages per 100 profiles"] == ("0.00", "100.00", "100.00")


def test_alike_arms_are_too_few_to_tell_apart() -> None:
    note = report_table(build_report(SHOP, "checkout", arms(40)), "en_GB").note
    assert note.count("too few to tell") == 3
    assert "better" not in note
    assert "worse" not in note


def test_without_any_order_the_average_is_unavailable_and_not_nought() -> None:
    people = [outcome(n, arm) for arm in (HOLDOUT, USUAL, ADAPTIVE) for n in range(20)]
    table = report_table(build_report(SHOP, "checkout", people), "en_GB")
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["Average order"] == ("unavailable",) * 3


def test_arms_that_are_not_as_large_as_they_should_be_withhold_everything() -> None:
    people = [outcome(n, HOLDOUT if n % 50 == 0 else ADAPTIVE) for n in range(2_000)]
    table = report_table(build_report(SHOP, "checkout", people), "en_GB")
    assert (table.rows, table.columns) == ((), ())
    assert "withheld" in table.note


def test_a_flow_that_nobody_entered_has_no_arms_and_says_nothing() -> None:
    table = report_table(build_report(SHOP, "checkout", []), "en_GB")
    assert table.rows == (("Profiles",), *((row[0],) for row in table.rows[1:]))
    assert table.note == ""


def test_all_figures_of_a_column_have_as_many_decimals_and_the_flow_has_its_name() -> None:
    people = [outcome(n, arm, orders=n % 7 == 0) for arm in (USUAL, ADAPTIVE) for n in range(132)]
    table = report_table(
        build_report(ex.blueprint(Arms(0, 5_000)), "key", people), "en_GB", "Basket"
    )
    assert table.title == "What ‘Basket’ was worth"
    counts = [cell for row in table.rows for cell in row[1:] if "100" in row[0]]
    assert len(counts) > 5
    assert {len(cell.partition(".")[2]) for cell in counts} == {2}


def test_yen_have_no_pence() -> None:
    table = report_table(build_report(PAID_IN_YEN, "checkout", arms(40)), "en_GB")
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["Average order"] == ("JP¥3,000",) * 3


def test_those_who_were_told_nothing_for_a_stop_are_named_and_nobody_is_not() -> None:
    for many, said in ((0, ""), (1, "1 person entered while"), (1_234, "1,234 people entered")):
        found = build_report(SHOP, "checkout", arms(40), [1] * many)
        for text in (report_table(found, "en_GB").note, render_text(found)):
            assert said in text
            assert ("was stopped" in text) == (many > 0)


def test_only_flows_that_somebody_entered_have_a_table() -> None:
    entered = build_report(SHOP, "checkout", arms(20))
    withheld = build_report(SHOP, "cart", [outcome(n, HOLDOUT) for n in range(400)])
    nobody = [build_report(SHOP, key, []) for key in ("welcome", "winback")]
    names = {"checkout": "Checkout left behind", "cart": "Basket", "welcome": "Welcome"}
    found = worth([nobody[0], entered, withheld, nobody[1]], "en_GB", names)
    assert [table.title for table in found.tables] == [
        "What ‘Checkout left behind’ was worth",
        "What ‘Basket’ was worth",
    ]
    assert withheld.withheld in found.tables[1].note
    assert found.unentered == ("Welcome", "winback")
    assert worth([], "en_GB", names) == Worth()


def test_a_report_that_begins_later_says_so_first_and_one_that_nobody_is_in_yet_has_a_table() -> (
    None
):
    (was,) = SHOP.releases
    other = replace(was, number=2, since=DAY, brand=replace(was.brand, arms=Arms(5_000, 5_000)))
    shop = replace(SHOP, releases=(was, other))
    none = build_report(shop, "checkout", arms(20))
    names = {"checkout": "Checkout left behind"}
    for text in (worth([none], "en_GB", names).tables[0].note, render_text(none)):
        assert "Nobody has entered for the first time since 2 Jan 1970, 00:00. " in text
        assert "Left out are 60 people who entered before that." in text
    later = [replace(row, entered_at=DAY) for row in arms(3) if row.arm != ADAPTIVE]
    some = build_report(shop, "checkout", [*arms(20), *later])
    table = report_table(some, "en_GB")
    assert table.rows[0] == ("Profiles", "3", "3")
    assert table.note.startswith(
        "Counted: 6 people who entered first on 2 Jan 1970, 00:00 or later."
    )
    assert table.note.splitlines()[0] in render_text(some)
