import msgspec
import numpy as np
import pytest
from msgspec.structs import replace

from rapport.app.measuring.report import Report, build_report
from rapport.app.measuring.report_table import report_table
from rapport.app.measuring.report_text import render_text
from rapport.core.deciding.arms import ADAPTIVE, HOLDOUT, USUAL, Arms, arm_of, bucket
from rapport.ports import ProfileOutcome
from rapport.science.inference import BETTER, TOO_FEW, Difference
from rapport.science.sample_ratio import RatioCheck
from rapport.science.unavailable import Unavailable
from rapport.testing import examples as ex

ARMS = Arms(holdout=2_000, usual=3_000)
SIZES = {HOLDOUT: 2_000, USUAL: 3_000, ADAPTIVE: 5_000}
ALIKE = dict.fromkeys(SIZES, 0.1)


def outcomes(rates=ALIKE, sizes=SIZES, seed=1, **more):
    """Profiles that order at their arm's rate, £50 each with half of it margin."""
    rng = np.random.default_rng(seed)
    rows = []
    for arm, size in sizes.items():
        orders = rng.binomial(1, rates[arm], size)
        spent = orders * rng.integers(3_000, 7_000, size)
        messages = np.zeros(size, int) if arm == HOLDOUT else 1 + rng.binomial(1, 0.5, size)
        left = np.zeros(size, int) if arm == HOLDOUT else rng.binomial(1, more.get(arm, 0.01), size)
        rows += [
            ProfileOutcome(
                profile=f"{arm}-{i}",
                arm=arm,
                entered_at=i,
                orders=int(orders[i]),
                revenue=int(spent[i]),
                margin=int(spent[i]) // 2,
                messages=int(messages[i]),
                clicks=int(messages[i] > 1),
                unsubscribes=int(left[i]),
                complaints=0,
                revenue_before=i % 1_000,
            )
            for i in range(size)
        ]
    return rows


def report(rows, arms=ARMS, currency="GBP"):
    brand = replace(ex.brand(arms=arms), currency=currency)
    return build_report(ex.blueprint(of=brand), "cart", rows)


GOOD = report(outcomes({HOLDOUT: 0.05, USUAL: 0.1, ADAPTIVE: 0.2}))


def result(found, figure, treated, control):
    comparison = found.comparison(figure, treated, control)
    assert comparison is not None
    return comparison.result


def test_a_gain_that_is_there_is_called_better():
    for figure in ("margin", "revenue", "orders"):
        found = result(GOOD, figure, ADAPTIVE, HOLDOUT)
        assert isinstance(found, Difference)
        assert found.verdict == BETTER
    assert result(GOOD, "orders", ADAPTIVE, HOLDOUT).value == pytest.approx(0.15, abs=0.02)
    assert result(GOOD, "margin", ADAPTIVE, HOLDOUT).value == pytest.approx(375, abs=60)


def test_where_nothing_differs_there_is_too_little_to_tell():
    found = report(outcomes())
    assert isinstance(found.sizes, RatioCheck)
    assert found.sizes.passed
    for figure in ("margin", "revenue", "orders", "aov"):
        assert result(found, figure, ADAPTIVE, HOLDOUT).verdict == TOO_FEW


def test_arms_of_the_wrong_size_withhold_every_result():
    found = report(outcomes(sizes={**SIZES, HOLDOUT: 1_000}))
    assert "not as large" in found.withheld
    assert (found.arms, found.comparisons, found.costs) == ((), (), ())
    text = render_text(found)
    assert "withheld" in text
    assert "£" not in text


def entered(count, arms, since):
    """One after the other from `since` on, dealt as these arms say."""
    key = ex.BRAND_KEY
    return [
        ProfileOutcome(f"{since}-{i}", arm_of(bucket(key, arms.salt, f"{since}-{i}"), arms),
                       since + i, *(0,) * 8)
        for i in range(count)
    ]  # fmt: skip


@pytest.mark.parametrize("new", [Arms(1_000, 1_000), Arms(1_000, 1_000, "dealt anew")])
def test_who_entered_under_other_arms_is_left_out_and_said_to_be(new):
    old = Arms(1_000, 2_000)
    (first,) = ex.blueprint(old).releases
    again = replace(first, number=2, since=5_000)  # a release that left the arms alone
    changed = replace(first, number=3, since=10_000, brand=replace(first.brand, arms=new))
    rows = [*entered(4_000, old, 0), *entered(2_000, new, 10_000)]
    untold = [1, 9_999, 10_000, 10_001]
    before = replace(ex.blueprint(old), releases=(first, again))
    whole = build_report(before, "cart", rows[:4_000], untold)
    assert (whole.withheld, whole.begins, whole.told_nothing) == ("", None, 4)
    found = build_report(replace(before, releases=(first, again, changed)), "cart", rows, untold)
    assert found.withheld == ""
    assert sum(arm.profiles for arm in found.arms) == 2_000
    assert (found.begins.since, found.begins.left_out, found.told_nothing) == (10_000, 4_000, 2)
    assert found.begins.says in render_text(found)


def test_a_report_that_is_withheld_says_from_when_on_it_counts_too():
    (first,) = ex.blueprint(ARMS).releases
    release = replace(first, number=2, since=50, brand=replace(first.brand, arms=Arms(1_000)))
    found = build_report(replace(ex.blueprint(), releases=(first, release)), "cart", outcomes())
    assert found.withheld
    assert found.begins.says in render_text(found)
    assert found.begins.says in report_table(found, "en_GB").note


def test_a_profile_in_no_known_arm_withholds_every_result():
    (first, *rest) = outcomes()
    found = report([msgspec.structs.replace(first, arm="test"), *rest])
    assert "test (1 profile)" in found.withheld


def test_each_arm_is_counted_as_it_is():
    rows = outcomes()
    found = {arm.arm: arm for arm in report(rows).arms}
    for name, figures in found.items():
        mine = [row for row in rows if row.arm == name]
        assert figures.profiles == len(mine)
        assert figures.revenue == sum(row.revenue for row in mine)
        assert figures.per_profile["margin"] == pytest.approx(
            sum(row.margin for row in mine) / len(mine)
        )
        assert figures.aov == pytest.approx(
            sum(row.revenue for row in mine) / sum(row.orders for row in mine)
        )


def test_without_orders_the_average_order_is_unavailable_and_not_nought():
    found = report(outcomes(dict.fromkeys(SIZES, 0.0)))
    assert all(isinstance(arm.aov, Unavailable) for arm in found.arms)
    assert isinstance(result(found, "aov", ADAPTIVE, HOLDOUT), Unavailable)
    assert "unavailable, because" in render_text(found)


def test_fewer_unsubscribes_are_better_and_only_arms_with_messages_are_compared():
    found = report(outcomes(**{USUAL: 0.2, ADAPTIVE: 0.02}))
    assert result(found, "unsubscribes", ADAPTIVE, USUAL).verdict == BETTER
    assert found.comparison("unsubscribes", ADAPTIVE, HOLDOUT) is None


def test_the_cost_in_messages_is_messages_for_each_order_gained():
    costs = {cost.arm: cost.messages_per_order_gained for cost in GOOD.costs}
    assert costs[ADAPTIVE] == pytest.approx(1.5 / 0.15, rel=0.15)
    assert HOLDOUT not in costs
    none = report(outcomes())
    assert all(isinstance(c.messages_per_order_gained, Unavailable) for c in none.costs)


def test_without_a_holdout_or_without_anybody_there_is_still_a_report():
    two = report(outcomes(sizes={USUAL: 3_000, ADAPTIVE: 7_000}), Arms(holdout=0, usual=3_000))
    assert {(c.treated, c.control) for c in two.comparisons} == {(ADAPTIVE, USUAL)}
    assert "nobody is left without messages" in render_text(two)
    nobody = report([])
    assert (nobody.arms, nobody.comparisons, nobody.withheld) == ((), (), "")
    assert "nothing to compare" in render_text(nobody)


def test_the_order_of_profiles_makes_no_difference():
    rows = outcomes({HOLDOUT: 0.05, USUAL: 0.1, ADAPTIVE: 0.2})
    assert report(rows[::-1]) == GOOD


def test_a_report_survives_json():
    again = msgspec.json.decode(msgspec.json.encode(GOOD), type=Report)
    assert again == GOOD


def test_the_first_sentence_says_what_it_was_worth_or_that_it_cannot_be_told():
    assert "more margin per profile than no messages, over 10,000" in render_text(GOOD)
    assert "Too few to tell yet" in render_text(report(outcomes()))
    worse = report(outcomes({HOLDOUT: 0.3, USUAL: 0.1, ADAPTIVE: 0.1}))
    assert "less margin per profile than no messages" in render_text(worse)


def test_the_text_puts_margin_first_the_average_order_last_and_says_its_caveat():
    text = render_text(GOOD)
    order = [text.index(word) for word in ("Margin:", "Revenue:", "Orders:", "Average order:")]
    assert order == sorted(order)
    assert "seen only among those who order" in text
    assert "Margin: better. £" in text


@pytest.mark.parametrize(("currency", "shown"), [("JPY", "JP¥"), ("EUR", "€"), ("KWD", "KWD")])
def test_money_is_shown_in_the_currency_with_its_own_minor_unit(currency, shown):
    found = report(outcomes(), currency=currency)
    (arm,) = (arm for arm in found.arms if arm.arm == HOLDOUT)
    digits = {"JPY": 0, "EUR": 2, "KWD": 3}[currency]
    text = render_text(found)
    assert shown in text
    assert f"{arm.revenue / 10**digits:,.{digits}f}" in text


def test_an_average_order_below_nothing_is_unavailable_and_says_why():
    rows = outcomes(rates=dict.fromkeys(SIZES, 1.0), sizes={ADAPTIVE: 20, USUAL: 20})
    back = [msgspec.structs.replace(row, revenue=-500) for row in rows if row.arm == ADAPTIVE]
    found = report([*back, *(row for row in rows if row.arm == USUAL)])
    by_arm = {arm.arm: arm.aov for arm in found.arms}
    assert isinstance(by_arm[ADAPTIVE], Unavailable)
    assert by_arm[ADAPTIVE].reason == "more went back for earlier orders than was ordered since"
    assert isinstance(by_arm[USUAL], float)


def with_one_of(amount, arm=HOLDOUT, **more):
    """Good messages, and one person whose orders come to this."""
    rows = outcomes({HOLDOUT: 0.05, USUAL: 0.1, ADAPTIVE: 0.2})
    at = next(i for i, row in enumerate(rows) if row.arm == arm)
    money = {"orders": 1, "revenue": amount, "margin": amount // 2, **more}
    rows[at] = msgspec.structs.replace(rows[at], **money)
    return rows


def told(found):
    """What people read of it: the table's note, and the comparisons."""
    return f"{report_table(found, 'en_GB').note}\n{render_text(found)}"


def held(found, figure, treated=ADAPTIVE, control=HOLDOUT):
    return found.comparison(figure, treated, control).held


def test_one_enormous_order_is_named_and_each_money_figure_told_without_it():
    found = report(with_one_of(100_000_000))
    revenue, margin = found.unusual
    assert (revenue.figure, margin.figure) == ("revenue", "margin")
    assert revenue.profiles == margin.profiles == 1
    assert revenue.largest == margin.largest == f"{HOLDOUT}-0"
    assert revenue.largest_brought == revenue.brought == 100_000_000
    assert result(found, "margin", ADAPTIVE, HOLDOUT).verdict == TOO_FEW  # drowned
    assert held(found, "margin").verdict == BETTER
    clean = result(GOOD, "margin", ADAPTIVE, HOLDOUT)
    assert held(found, "margin").value == pytest.approx(clean.value, rel=0.03)
    for figure in ("orders", "aov"):
        assert held(found, figure) is None
    assert held(found, "margin", ADAPTIVE, USUAL) is None  # nobody in it was beyond
    text = told(found)
    assert "That hangs on very few people. With nobody counted for more than usual: better" in text
    said = f"1 person counts for far more revenue than usual: profile {HOLDOUT}-0, with £1,000,000"
    assert text.count(said) == 1
    assert "more margin than usual" not in text  # it is of the same order


def test_where_one_changes_no_verdict_the_finding_is_not_said_to_hang_on_them():
    found = report(with_one_of(200_000, ADAPTIVE))
    assert found.unusual
    assert "hangs on" not in told(found)
    assert "With nobody counted for more than usual: better" in told(found)


def test_where_nobody_is_unusual_nothing_is_said_of_it():
    assert GOOD.unusual == ()
    assert all(comparison.held is None for comparison in GOOD.comparisons)
    assert "than usual" not in told(GOOD)


def test_a_cost_typed_wrongly_is_one_of_margin_and_nobody_is_sent_to_cancel_the_order():
    found = report(with_one_of(5_000, margin=-90_000_000))
    (margin,) = found.unusual
    assert (margin.figure, margin.largest) == ("margin", f"{HOLDOUT}-0")
    assert held(found, "revenue") is None
    assert held(found, "margin").verdict == BETTER
    assert "far less margin than usual" in told(found)
    assert "costs of what they ordered" in told(found)
    assert "cancel" not in told(found)


def test_an_enormous_refund_is_unusual_too_and_nobody_is_sent_to_cancel_more():
    found = report(with_one_of(-90_000_000, ADAPTIVE))
    assert held(found, "margin").verdict == BETTER
    assert "far less revenue than usual" in told(found)
    assert "cancel" not in told(found)


def test_who_orders_often_is_held_in_what_they_bring_and_not_in_the_average_order():
    found = report(with_one_of(20_000_000, orders=4_000))
    assert held(found, "revenue") is not None
    assert held(found, "aov") is None


def test_where_many_are_beyond_it_is_how_the_shop_is():
    rows = [
        msgspec.structs.replace(row, margin=50 if i % 50 == 0 else -row.revenue // 10)
        for i, row in enumerate(outcomes())
    ]
    assert report(rows).unusual == ()


def test_of_few_buyers_nobody_is_unusual():
    few = outcomes(dict.fromkeys(SIZES, 0.0))
    for many, beyond in ((20, False), (21, True)):
        rows = [
            msgspec.structs.replace(
                row, orders=1, revenue=4_000 if i else 10**8, margin=1_000 if i > 1 else 0
            )
            if i < many
            else row
            for i, row in enumerate(few)
        ]
        rows[0] = msgspec.structs.replace(rows[0], revenue=10**8 if many > 20 else -(10**8))
        assert bool(report(rows).unusual) == beyond
