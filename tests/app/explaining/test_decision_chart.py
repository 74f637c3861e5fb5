"""A decision's chart: the figures of the record, each beside what it is told against."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.app.explaining.chart_text import CELLS, chart_tables, dot, shift
from rapport.app.explaining.decision_chart import NINE_IN_TEN, Part, Scale, chart_of, moved_by
from rapport.app.explaining.explain import MOVED, POSSIBLE, explain, reasons_of_rules
from rapport.app.wording.level_words import LevelLabels
from rapport.core.creative.framework import Action, Rule
from rapport.core.decision import Decision, Excluded, SignalValue
from rapport.core.policy.drawing import Drawn
from rapport.core.policy.policy import Policy, products
from rapport.testing import examples as ex

CONTEXT = (1.0, 1.0, 0.0, 0.5, 0.5, 0.0, 1.0, 0.0)
SMALL = (1e-4,) * len(products(CONTEXT, 2))
POLICY = Policy(
    number=3,
    form=2,
    send=(0.02, 0.01) + (0.0,) * 6,
    effects={
        "tone:warm": (0.0, 0.02, 0.0, 0.0, 0.0, 0.0, -0.01, 0.0),
        "tone:plain": (0.0, -0.02) + (0.0,) * 6,
    },
    errors={"send": SMALL, "tone:warm": SMALL, "tone:plain": SMALL},
    decisions=500,
)
BLUEPRINT = ex.blueprint(policy=POLICY)
DRAWS = (
    Drawn("send", ("hold", "send"), (0.1, 0.9), (0.0, 209.0), "send"),
    Drawn("offer", ("none", "free_delivery"), (0.7, 0.3), (209.0, 150.0), "none", (40.0, 60.0)),
    Drawn("tone", ("warm", "plain"), (0.998, 0.002), (12.0, -8.0), "warm", (6.0, 7.0)),
)
SENT = Decision(
    "d1", "ada", ex.FLOW, 1, "first", "content", ex.at(0), 1, 3, "adaptive",
    Action(offer="none", tone="warm"), draws=DRAWS, context=CONTEXT, margin=1_000,
    signals=(SignalValue("orders_count", 1_000.0), SignalValue("messages_7d", 3.0)),
)  # fmt: skip


def chart(decision: Decision = SENT, moment: Decision | None = None) -> dict[str, Part]:
    release = BLUEPRINT.releases[0]
    names, reasons = LevelLabels(release, decision), reasons_of_rules(decision, BLUEPRINT)
    parts = chart_of(decision, BLUEPRINT, names, release.brand, moment, reasons)
    return {part.factor: part for part in parts}


def test_a_rule_has_the_reason_that_the_decisions_own_framework_gives() -> None:
    here = replace(ex.FRAMEWORK, rules=(Rule("no jokes", because="It was no fun."),))
    other = replace(here, key="winback", rules=(Rule("no jokes", because="It is too soon."),))
    release = replace(BLUEPRINT.releases[0], frameworks=(here, other))
    found = reasons_of_rules(SENT, replace(BLUEPRINT, releases=(release,)))
    assert found == {"no jokes": "It was no fun."}


def test_each_factor_says_what_its_worth_is_told_against() -> None:
    found = {factor: part.against for factor, part in chart().items()}
    assert found == {
        "Write at all": "saying nothing",
        "Offer": "saying nothing",
        "Tone": "the average tone",
    }


def test_what_nothing_is_learnt_of_is_not_told_beside_an_average() -> None:
    first = replace(POLICY, errors={"send": SMALL}, decisions=0)
    blueprint = ex.blueprint(policy=first)
    release = blueprint.releases[0]
    parts = chart_of(SENT, blueprint, LevelLabels(release, SENT), release.brand)
    (tone,) = (part for part in parts if part.factor == "Tone")
    assert tone.against == "any tone but the usual"
    assert "nothing is learnt of it yet" in tone.means
    assert [part.against for part in parts if part is not tone] == ["saying nothing"] * 2


def test_figures_of_one_kind_share_a_scale_and_those_of_another_do_not() -> None:
    parts = chart()
    assert parts["Write at all"].scale == parts["Offer"].scale
    assert parts["Tone"].scale != parts["Offer"].scale
    assert parts["Offer"].scale.low == 0.0  # nothing is always within


def test_a_bar_has_the_records_chance_and_worth_and_where_it_lies_nine_times_in_ten() -> None:
    warm, plain = chart()["Tone"].bars
    assert (warm.chance, warm.chosen, warm.value) == (0.998, True, 12.0)
    assert warm.low == pytest.approx(12.0 - NINE_IN_TEN * 6.0)
    assert warm.high == pytest.approx(12.0 + NINE_IN_TEN * 6.0)
    assert warm.worth == "£0.12"
    assert warm.between == "£0.02 to £0.22"
    assert (warm.likely, plain.likely) == (">99%", "<1%")
    assert not plain.chosen


def test_writing_is_as_unsure_as_its_offer_and_what_any_message_adds() -> None:
    silence, writing = chart()["Write at all"].bars
    assert silence.low is None
    assert silence.between == "it is the line"
    assert writing.low is not None
    assert writing.high is not None
    assert (writing.high - writing.low) / 2.0 > NINE_IN_TEN * 40.0


def test_what_is_not_on_record_is_not_made_up() -> None:
    held = replace(SENT, draws=(replace(DRAWS[0], chosen="hold"),), action=Action(hold=True))
    writing = chart(held)["Write at all"].bars[1]
    assert (writing.low, writing.between) == (None, "")
    old = replace(SENT, draws=(replace(DRAWS[2], errors=()),))
    assert chart(old)["Tone"].bars[0].between == ""


def test_what_moved_a_choice_is_told_against_the_average_of_what_could_be_chosen() -> None:
    tone = chart()["Tone"]
    found = {one.because: one.points for one in tone.moved}
    assert found["has ordered 1,000 times so far"] == pytest.approx(2.0)
    assert found["had 3 messages from us in the last week"] == pytest.approx(-0.5)
    assert tone.moved[0].because == "has ordered 1,000 times so far"
    written = chart()["Write at all"].moved
    assert [(one.because, one.points) for one in written] == [
        ("has ordered 1,000 times so far", 1.0)
    ]


def test_a_basket_that_is_not_on_record_is_not_told_of_as_an_empty_one() -> None:
    by_basket = replace(POLICY, send=(0.02, 0.0, 0.0, 0.0, 0.1, 0.0, 0.0, 0.0))
    blueprint = ex.blueprint(policy=by_basket)

    def reasons(decision: Decision) -> list[str]:
        drawn, brand = decision.draws[0], blueprint.releases[0].brand
        return [one.because for one in moved_by(drawn, decision, blueprint, brand)]

    assert reasons(SENT) == ["(what was known is not on record)"]
    worth = SignalValue("cart_total", 5_000.0)
    assert reasons(replace(SENT, signals=(worth,))) == ["has £50.00 in the basket"]


def test_what_was_left_out_stands_with_its_factor_and_the_reason_that_people_gave() -> None:
    decision = replace(
        SENT,
        excluded=(Excluded("tone", "playful", "No jokes"), Excluded("visual", "large", "stock")),
        said_before=((("tone", ("expert",)), ("angle", ("care", "craft"))),),
    )
    rule = Rule("No jokes", (("tone", ("playful",)),), because="They were let down.")
    release = replace(BLUEPRINT.releases[0], rules=(rule,))
    names = LevelLabels(release, decision)
    reasons = {"No jokes": rule.because}
    parts = chart_of(decision, BLUEPRINT, names, release.brand, None, reasons)
    out = {part.factor: [one.why for one in part.out] for part in parts if part.out}
    assert out["Tone"] == ["No jokes: They were let down."]
    assert out["Visual"] == ["stock"]
    assert " with " in next(one for p in parts if p.factor == "Angle" for one in p.out).label


def test_the_moment_that_was_chosen_before_comes_first_with_what_it_left_out() -> None:
    moment = replace(
        SENT,
        stage="time",
        draws=(Drawn("time", ("now", "evening"), (0.5, 0.5), (3.0, -3.0), "now", (1.0, 1.0)),),
        excluded=(Excluded("time", "later", "quiet hours"),),
    )
    parts = chart(SENT, moment)
    assert next(iter(parts)) == "When"
    assert [one.why for one in parts["When"].out] == ["quiet hours"]


def test_a_decision_about_the_time_alone_is_told_once() -> None:
    drawn = Drawn("time", ("now", "evening"), (0.5, 0.5), (3.0, -3.0), "now", (1.0, 1.0))
    out = (Excluded("time", "later", "quiet hours"),)
    moment = replace(SENT, stage="time", draws=(drawn,), excluded=out)
    (part,) = explain(moment, BLUEPRINT, moment).chart
    assert (len(part.bars), len(part.out)) == (2, 1)


def test_where_nothing_was_drawn_there_is_no_chart_and_every_table_is_shown() -> None:
    told = explain(replace(SENT, draws=(), reason="usual", context=()), BLUEPRINT)
    assert told.chart == ()
    assert told.beside_chart == told.tables


def test_the_tables_and_the_chart_say_the_same() -> None:
    told = explain(SENT, BLUEPRINT)
    possible = next(table for table in told.tables if table.title == POSSIBLE)
    bars = [bar for part in told.chart for bar in part.bars]
    assert [row[1] for row in possible.rows] == [bar.label for bar in bars]
    assert all(bar.worth in row[3] for row, bar in zip(possible.rows, bars, strict=True))
    assert {row[4] for row in possible.rows} == {"saying nothing", "", "the average tone"}
    assert {POSSIBLE, MOVED}.isdisjoint(table.title for table in told.beside_chart)
    written = chart_tables(told.chart)
    assert [row[0] for table in written if "Chance" in table.columns for row in table.rows] == [
        bar.label for bar in bars
    ]
    assert all(len(row) == len(table.columns) for table in written for row in table.rows)


numbers = st.floats(allow_nan=True, allow_infinity=True)


@given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=4))
def test_whatever_a_record_holds_is_drawn_within_the_chart(
    pairs: list[tuple[float, float]],
) -> None:
    levels = tuple(f"l{place}" for place in range(len(pairs)))
    values, errors = zip(*pairs, strict=True)
    drawn = Drawn("tone", levels, (1.0,) * len(levels), values, "l0", errors)
    part = chart(replace(SENT, draws=(drawn,)))["Tone"]
    for bar in part.bars:
        places = [part.scale.at(end) for end in (bar.low, bar.value, bar.high) if end is not None]
        assert all(0.0 <= place <= 100.0 for place in places)
        assert places == sorted(places)
        drawing = dot(part.scale, bar.value, bar.low, bar.high)
        assert len(drawing) == CELLS
        assert drawing.count("●") == (bar.value is not None)


def test_a_bar_of_characters_goes_from_nothing_to_where_it_moved() -> None:
    scale = Scale(-1.0, 1.0)
    assert shift(scale, 0.0).count("█") == 0
    less, more = shift(scale, -1.0), shift(scale, 1.0)
    assert less == more[::-1]
    assert more.index("│") < more.index("█")
