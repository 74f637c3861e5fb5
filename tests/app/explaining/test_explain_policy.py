"""What a policy has learnt, in words: nothing claimed that it is not sure of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.app.evidence.learn import first_policy
from rapport.app.explaining.explain_policy import (
    Effect,
    bar,
    effects_of,
    explain_policy,
)
from rapport.app.explaining.otherwise import Otherwise, otherwise
from rapport.app.explaining.policy_labels import level_labels
from rapport.core.creative.framework import ORDER, VIEWED, Action, Framework, Level
from rapport.core.decision import Decision
from rapport.core.flow import DecisionPoint
from rapport.core.policy.drawing import Drawn
from rapport.core.policy.policy import Policy
from rapport.core.triggers import CART_UPDATED
from rapport.testing import examples as ex

RELEASE = ex.blueprint().releases[-1]
ZERO = (0.0,) * 7


def packed(deviation):
    """Each coefficient known to within `deviation`, independently."""
    return tuple(deviation**2 if i == j else 0.0 for i in range(8) for j in range(i, 8))


def by_columns(error):
    """The same, packed as from form 4 on, for errors without anything off the diagonal."""
    deviation = error[0] ** 0.5
    return tuple(deviation**2 if i == j else 0.0 for j in range(8) for i in range(j + 1))


def vector(first, **others):
    places = {"repeat_customer": 1, "price_sensitive": 3}
    rest = [0.0] * 7
    for name, value in others.items():
        rest[places[name] - 1] = value
    return (first, *rest)


LEARNT = Policy(
    form=2,
    baseline=(0.08, *ZERO),
    send=(0.03, *ZERO),
    effects={
        "tone:plain": vector(0.02),
        "tone:playful": vector(-0.02),
        "tone:warm": vector(0.001, price_sensitive=0.03),
    },
    errors={
        "send": packed(0.004),
        "tone:plain": packed(0.003),
        "tone:playful": packed(0.003),
        "tone:warm": packed(0.003),
    },
    doubt=0.001,
    wear=12.0,
    decisions=4_000,
    note="learnt from 4,000 closed decisions",
)


def figure(words: str) -> float:
    """A figure with a minus sign, as people read it."""
    return float(words.replace("−", "-"))


def test_what_helps_and_hurts_is_told_and_the_rest_is_too_few_to_tell():
    story = explain_policy(
        replace(LEARNT, effects={**LEARNT.effects, "tone:warm": vector(0.001)}), RELEASE
    )
    verdicts = {row[1]: row[-1] for row in story.tables[0].rows}
    assert sorted(verdicts.values()) == ["helps", "hurts", "too few to tell"]


def test_figures_and_verdict_come_from_the_same_ends():
    """-1.16 to -0.004 is shown as -1.16 to +0.00, which holds nothing: so it is no harm."""
    error = (0.0058 - 0.00004) / 1.645
    errors = {**LEARNT.errors, "tone:playful": packed(error / (1.75**0.5))}
    for value in range(-70, 71, 5):
        effects = {**LEARNT.effects, "tone:playful": vector(value / 10_000)}
        table = explain_policy(replace(LEARNT, effects=effects, errors=errors), RELEASE).tables[0]
        for row in table.rows:
            low, high = (figure(end) for end in row[3].split(" to "))
            says = "too few to tell" if low <= 0.0 <= high else "helps" if low > 0.0 else "hurts"
            assert row[-1] == says, row


def test_an_end_that_is_shown_as_nothing_is_no_harm():
    for value, ends in ((-0.58, (-1.16, 0.0)), (0.58, (0.0, 1.16))):
        one = Effect("tone", "warm", value, 0.35)
        assert one.ends == ends


def test_of_an_offer_it_says_at_once_where_the_proof_is():
    effects = {"offer:ten": vector(0.02), "offer:none": vector(-0.02)}
    errors = {name: packed(0.003) for name in ("send", *effects)}
    table = explain_policy(replace(LEARNT, effects=effects, errors=errors), RELEASE).tables[0]
    assert [row[-1] for row in table.rows] == [
        "helps: believe ‘Who needs an offer’ first",
        "hurts: believe ‘Who needs an offer’ first",
    ]
    assert "wherever the two differ, believe that one" in table.note


def test_all_bars_of_a_table_stand_on_one_scale_with_nothing_in_the_same_place():
    table = explain_policy(LEARNT, RELEASE).tables[0]
    for row, drawn in zip(table.rows, table.bars, strict=True):
        value, (low, high) = figure(row[2]), (figure(end) for end in row[3].split(" to "))
        assert (drawn.value - 50.0) / value == pytest.approx(
            (table.bars[0].value - 50.0) / figure(table.rows[0][2]), rel=0.1
        )
        assert (drawn.low < 50.0, drawn.high > 50.0) == (low < 0.0, high > 0.0)
        assert row[4][9] in "│┼●"
        assert 0.0 <= drawn.low <= drawn.value <= drawn.high <= 100.0


def test_the_made_up_people_of_the_page_are_called_made_up():
    says = explain_policy(LEARNT, RELEASE).says[1]
    assert "Such people are made up" in says
    assert "whose parts are all average adds" in says


def by_kind(kind: Policy) -> dict[str, str]:
    story = explain_policy(replace(LEARNT, kinds={ORDER: kind}), RELEASE)
    (table,) = (t for t in story.tables if t.title == "Messages that are not about a checkout")
    (row,) = table.rows
    return dict(zip(table.columns, row, strict=True))


@pytest.mark.parametrize(
    ("send", "doubt", "error", "within", "verdict"),
    [
        (0.03, 0.001, 0.004, "+1.96 to +4.04", "helps"),
        (-0.03, 0.001, 0.004, "−4.04 to −1.96", "hurts"),
        (0.18, 0.001, 0.1, "−8.01 to +44.01", "too few to tell"),
        (0.03, 0.6, 0.004, "+1.96 to +4.04", "more likely nothing"),
    ],
)
def test_what_messages_of_a_kind_add_is_told_with_its_range(send, doubt, error, within, verdict):
    errors = {**LEARNT.errors, "send": packed(error)}
    row = by_kind(replace(LEARNT, send=vector(send), doubt=doubt, errors=errors))
    assert row["A message adds"] == f"{100.0 * send:+.2f}".replace("-", "−")
    assert (row["Nine times in ten"], row["The policy believes"]) == (within, verdict)


def test_a_kind_that_knows_no_errors_claims_none():
    row = by_kind(Policy(send=vector(0.03)))
    assert (row["Nine times in ten"], row["The policy believes"]) == ("not known", "")


def test_only_what_messages_about_a_checkout_can_say_is_called_untried():
    """The policy for checkouts knows the usual parts of all flows' messages, for it stands in."""
    ours, flow = RELEASE.frameworks[0], RELEASE.flows[0]
    looks = replace(ours, key="looks", about=VIEWED, angles=(Level("care", "Looking after it"),))
    carts = replace(ours, key="carts", angles=(Level("table", "At table"),))
    flows = (
        flow,
        replace(flow, key="looks", nodes=(replace(ex.point("a"), framework="looks"),)),
        replace(
            flow, key="carts", trigger=CART_UPDATED,
            nodes=(replace(ex.point("a"), framework="carts"),),
        ),
    )  # fmt: skip
    release = replace(RELEASE, frameworks=(ours, looks, carts), flows=flows)
    unseen = {f"angle:{key}": (0.001, *ZERO) for key in ("care", "table")}
    policy = replace(LEARNT, effects={**LEARNT.effects, **unseen})
    note = explain_policy(policy, release).tables[0].note
    assert note.endswith("Not tried here yet: At table."), "a cart can become a checkout"
    both = replace(looks, angles=(Level("care", "Looking after it"), Level("table", "By light")))
    shared = replace(release, frameworks=(both, ours, carts))
    note = explain_policy(policy, shared).tables[0].note
    assert note.endswith("Not tried here yet: At table."), "and not as who looks would be told"
    seen = replace(policy, errors={**LEARNT.errors, "angle:care": packed(0.003)})
    rows = explain_policy(seen, release).tables[0].rows
    assert "Looking after it" in {row[1] for row in rows}, "what was learnt is told"
    nothing = replace(policy, errors={}, effects={**unseen})
    assert [row[1] for row in explain_policy(nothing, release).tables[0].rows] == ["At table"]


def test_what_any_message_adds_is_told_with_its_range():
    assert (
        "adds +3.00 (nine times in ten +1.96 to +4.04)." in explain_policy(LEARNT, RELEASE).says[1]
    )
    nothing_known = explain_policy(replace(LEARNT, errors={}), RELEASE).says[1]
    assert "adds +3.00. (Such" in nothing_known


def test_people_differ_only_where_it_stands_out_of_chance():
    whom = explain_policy(LEARNT, RELEASE).tables[1]
    assert [(row[0], row[2]) for row in whom.rows] == [("often orders with a discount", "+3.00")]
    unsure = replace(LEARNT, errors={name: packed(0.05) for name in LEARNT.errors})
    assert len(explain_policy(unsure, RELEASE).tables) == 1


def test_intervals_are_beside_the_average_whichever_way_errors_are_stored():
    """Form 5 stores a level's error as it would be alone: half as much more for three."""
    alone = {
        name: tuple(v if name == "send" else 1.5 * v for v in by_columns(error))
        for name, error in LEARNT.errors.items()
    }
    same = explain_policy(replace(LEARNT, form=5, errors=alone), RELEASE)
    before = replace(LEARNT, errors={n: by_columns(e) for n, e in LEARNT.errors.items()}, form=4)
    assert same == explain_policy(before, RELEASE)


def test_a_level_is_called_what_the_frameworks_about_checkouts_call_it():
    ours = replace(RELEASE.frameworks[0], tones=(Level("warm", "Warm"), Level("plain", "Plain")))
    about_looks = Framework(
        "looks", "After a look", (), (), (Level("warm", "Cosy"), Level("dry", "Dry")), (), (), (),
        about=VIEWED,
    )  # fmt: skip
    labels = level_labels(replace(RELEASE, frameworks=(ours, about_looks)))
    assert labels["tone", "warm"] == "Warm"
    assert labels["tone", "dry"] == "Dry"


def test_a_level_with_two_names_is_called_by_both_and_whose_each_is():
    first = replace(RELEASE.frameworks[0], tones=(Level("warm", "Warm"), Level("plain", "Plain")))
    second = replace(
        first, key="again", name="Again", tones=(Level("warm", "Kind"), Level("plain", "Plain"))
    )
    flow = RELEASE.flows[0]
    points = tuple(
        replace(node, framework="again") if isinstance(node, DecisionPoint) else node
        for node in flow.nodes
    )
    more = replace(flow, key="more", name="More", nodes=points)
    labels = level_labels(
        replace(RELEASE, frameworks=(first, second), flows=(*RELEASE.flows, more))
    )
    assert labels["tone", "warm"] == f"Warm ({first.name}) or Kind (Again)"
    assert labels["tone", "plain"] == "Plain"


def test_it_says_how_sure_it_is_that_messages_do_anything():
    def says(doubt):
        return " ".join(explain_policy(replace(LEARNT, doubt=doubt), RELEASE).says)

    assert "100% sure" in says(0.001)
    assert "change nothing" in says(0.6)
    assert "holds most of them back" in says(0.97)
    assert "£0.12" in says(0.001)


def test_a_policy_that_knows_no_errors_claims_none():
    old = Policy(effects={"tone:plain": (0.02, *ZERO)})
    (table,) = explain_policy(old, RELEASE).tables
    assert [(row[3], row[5]) for row in table.rows] == [("not known", "")]
    assert effects_of(old)[0].ends is None


def test_a_policy_that_learnt_nothing_says_so_and_shows_no_figures_of_levels():
    first = first_policy(RELEASE, 0)
    assert first.effects  # what is supposed of the usual levels
    story = explain_policy(first, RELEASE)
    assert story.tables == ()
    assert "Which times, offers, tones, angles and visuals work is not known yet" in story.says[1]
    assert story.says[2].startswith("It supposes that of 100 people")
    learnt = explain_policy(LEARNT, RELEASE)
    assert "not known yet" not in " ".join(learnt.says)


def test_levels_that_nobody_tried_are_named_and_have_no_figures():
    effects = {**LEARNT.effects, "offer:none": vector(0.01)}
    table = explain_policy(replace(LEARNT, effects=effects), RELEASE).tables[0]
    assert len(table.rows) == 3
    assert "Not tried here yet: " in table.note


@given(st.floats(-1e3, 1e3), st.floats(0.0, 1e3), st.floats(1e-3, 1e3))
def test_a_bar_always_fits(value, half, reach):
    drawn = bar(value, (value - half, value + half), reach)
    assert len(drawn) == 19
    assert drawn.count("●") == 1


def a_decision(**context):
    levels = ("plain", "playful", "warm")
    drawn = Drawn("tone", levels, (0.9, 0.05, 0.05), (1.0, 0.0, 0.5), "plain", (0.1, 0.1, 0.1))
    return Decision(
        id="d", profile="p", flow="f", run=1, point="first", stage="content", at=0, release=1,
        policy=0, arm="adaptive", action=Action(tone="plain"), draws=(drawn,),
        context=(1.0, 0.0, 0.0, context.get("price", 0.0), 0.0, 0.0, 0.0, 0.0),
    )  # fmt: skip


def test_the_one_thing_that_would_have_changed_a_choice_is_found():
    assert otherwise(a_decision(), LEARNT) == [Otherwise("tone", "warm", "price_sensitive", 1.0)]
    for_the_thrifty = a_decision(price=1.0)
    (drawn,) = for_the_thrifty.draws
    warm = replace(for_the_thrifty, draws=(replace(drawn, chosen="warm"),))
    assert otherwise(warm, LEARNT) == [Otherwise("tone", "plain", "price_sensitive", 0.0)]
    # Where chance drew what did not look best, the choice that was made is none that would follow.
    assert otherwise(for_the_thrifty, LEARNT) == []


def test_nobody_is_supposed_to_be_what_they_cannot_be():
    drawn = ("tone:warm", (0.0, 0.0, 1.0, *(0.0,) * 7, 1.0, 1.0))
    liking = replace(LEARNT, form=4, send=(0.0,) * 12, effects=dict([drawn]))

    def supposed(ordered, rhythm):
        context = (1.0, ordered, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, rhythm, 0.0, 0.0)
        return {one.feature for one in otherwise(replace(a_decision(), context=context), liking)}

    assert supposed(ordered=0.0, rhythm=0.0) == set()
    assert supposed(ordered=0.5, rhythm=0.0) == {"recent_order"}
    assert supposed(ordered=0.5, rhythm=1.0) == {"recent_order", "still_customer", "due_again"}


def test_of_people_who_declined_profiling_nothing_is_supposed():
    assert otherwise(replace(a_decision(), context=()), LEARNT) == []


def test_a_level_that_was_retired_is_called_what_it_was_and_said_to_be_retired() -> None:
    (framework,) = [one for one in RELEASE.frameworks if one.tones][:1]
    gone = framework.tones[0]
    fewer = replace(framework, tones=framework.tones[1:])
    today = replace(
        RELEASE,
        frameworks=tuple(fewer if one is framework else one for one in RELEASE.frameworks),
    )
    effects = {**LEARNT.effects, f"tone:{gone.key}": (0.01, *(0.0,) * 7)}
    errors = {**LEARNT.errors, f"tone:{gone.key}": packed(0.001)}
    policy = replace(LEARNT, effects=effects, errors=errors)
    named = [row[1] for row in explain_policy(policy, today, (RELEASE, today)).tables[0].rows]
    assert f"{gone.label} (retired)" in named
    named = [row[1] for row in explain_policy(policy, RELEASE, (RELEASE,)).tables[0].rows]
    assert gone.label in named
