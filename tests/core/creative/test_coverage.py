"""What approved words cover: every gap is told, and what nobody gets is told, too."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core.creative.coverage import coverage, languages_of, points_of
from rapport.core.creative.framework import (
    ONLY,
    SILENCE,
    Block,
    Framework,
    Level,
    Rule,
    Slot,
    choose_blocks,
    combinations,
)
from rapport.testing.examples import CHECKOUT_FLOW, FRAMEWORK

SMALL = Framework(
    key="small",
    name="Small",
    slots=(Slot("subject", 60), Slot("body", 200), Slot("signoff", 40, required=False)),
    offers=("none", "ten"),
    tones=(Level("warm", "Warm"), Level("plain", "Plain")),
    angles=(Level("help", "Help"),),
    visuals=(Level("hero", "Hero"), Level("letter", "Letter")),
    blocks=(
        Block("s", "subject", "Hello"),
        Block("b-warm", "body", "Warmly", tones=("warm",)),
        Block("b-plain", "body", "Plainly", tones=("plain",)),
    ),
)


def test_every_combination_is_counted_and_messages_differ_by_words_picture_or_offer() -> None:
    (english,) = coverage(SMALL, {"first": ()}, "en").languages
    assert (english.combinations, english.approved) == (8, 8)
    assert (english.messages, english.wordings) == (8, 2)
    assert english.gaps == ()


def test_where_nothing_is_said_to_anybody_no_combination_is_left() -> None:
    told = coverage(SMALL, {"first": ()}, "en", (Rule("hush", kind=SILENCE),))
    (english,) = told.languages
    assert (told.barred, english.combinations, english.messages) == (8, 0, 0)


def test_points_with_the_same_words_make_no_more_messages() -> None:
    (english,) = coverage(SMALL, {"first": (), "second": ()}, "en").languages
    assert (english.combinations, english.messages) == (16, 8)


def test_a_gap_is_told_in_as_few_words_as_say_it() -> None:
    holed = replace(SMALL, blocks=SMALL.blocks[:2])
    (english,) = coverage(holed, {"first": ()}, "en").languages
    (gap,) = english.gaps
    assert (gap.point, gap.what, gap.combinations, gap.count) == (
        "first", "no approved body", ("tone plain",), 4,
    )  # fmt: skip
    assert english.approved == 4


def test_each_language_is_counted_by_itself_and_the_brands_own_comes_first() -> None:
    german = Block("s-de", "subject", "Guten Tag", language="de")
    both = replace(SMALL, blocks=(*SMALL.blocks, german))
    assert languages_of(both, "en") == ("en", "de")
    english, other = coverage(both, {"first": ()}, "en").languages
    assert (english.approved, other.approved, other.blocks) == (8, 0, 1)
    assert [gap.what for gap in other.gaps] == ["no approved body"]
    assert (english.unsaid_at, other.unsaid_at) == ((), ("first",))
    body = Block("b-de", "body", "Herzlich", ("second",), tones=("warm",), language="de")
    more = replace(both, blocks=(*both.blocks, body))
    _, other = coverage(more, {"first": (), "second": ()}, "en").languages
    assert (other.approved, other.unsaid_at) == (4, ("first",))
    found = coverage(both, {"first": ()}, "en").unreached
    assert [block.id for block in found] == ["s-de"]


def test_what_rules_take_from_everybody_is_no_gap_and_its_words_reach_nobody() -> None:
    ruled = replace(SMALL, rules=(Rule("never plain", (("tone", ("plain",)),)),))
    found = coverage(ruled, {"first": ()}, "en")
    assert (found.barred, found.languages[0].combinations) == (4, 4)
    (block,) = found.unreached
    assert block.id == "b-plain"
    assert "rules leave no combination" in block.why


def test_words_that_others_always_go_before_reach_nobody() -> None:
    shadow = Block("s-any", "subject", "Never seen")
    (block,) = coverage(
        replace(SMALL, blocks=(*SMALL.blocks, shadow)), {"first": ()}, "en"
    ).unreached
    assert block.id == "s-any"
    assert "other words go before it" in block.why


def test_words_for_a_point_that_no_flow_has_reach_nobody() -> None:
    lost = Block("s-lost", "subject", "Lost", points=("third",))
    (block,) = coverage(replace(SMALL, blocks=(*SMALL.blocks, lost)), {"first": ()}, "en").unreached
    assert "no flow decides at point third" in block.why


def test_points_come_from_the_flows_that_use_the_framework() -> None:
    assert points_of([CHECKOUT_FLOW], FRAMEWORK.key) == ("first", "second")
    assert points_of([CHECKOUT_FLOW], "another") == ()


_LEVELS = st.lists(st.sampled_from(["warm", "plain"]), unique=True).map(tuple)
_BLOCKS = st.lists(
    st.builds(
        Block,
        id=st.uuids().map(str),
        slot=st.sampled_from(["subject", "body", "signoff"]),
        text=st.just("words"),
        tones=_LEVELS,
        offers=st.lists(st.sampled_from(["none", "ten"]), unique=True).map(tuple),
        visuals=st.lists(st.sampled_from(["hero", "letter"]), unique=True).map(tuple),
    ),
    max_size=12,
).map(tuple)


@given(blocks=_BLOCKS)
def test_a_block_is_unreached_exactly_where_no_whole_message_has_it(
    blocks: tuple[Block, ...],
) -> None:
    framework = replace(SMALL, blocks=blocks)
    found = coverage(framework, {"first": ()}, "en")
    whole = [
        chosen
        for action in combinations(framework)
        if {"subject", "body"} <= (chosen := choose_blocks(framework, "first", action, "en")).keys()
    ]
    used = {block.id for chosen in whole for block in chosen.values()}
    assert {block.id for block in blocks} - {one.id for one in found.unreached} == used
    assert found.languages[0].approved == len(whole)


def test_what_rules_take_at_every_moment_of_a_point_is_never_sent() -> None:
    """At a point with another moment it is; and several rules may take it together."""
    times = ("now", "evening")
    whole = Rule("never plain", (("tone", ("plain",)), ("time", times)))
    parts = tuple(Rule(f"not {time}", (("tone", ("plain",)), ("time", (time,)))) for time in times)
    for rules in ((whole,), parts):
        found = coverage(replace(SMALL, rules=rules), {"first": times, "look": ("noon",)}, "en")
        assert (found.barred, found.languages[0].combinations) == (4, 12)
        (english,) = coverage(replace(SMALL, rules=rules), {"first": times}, "en").languages
        assert english.combinations == 4
    only = Rule("now alone", (("time", ("now",)),), kind=ONLY)
    left = coverage(replace(SMALL, rules=(only, parts[0])), {"first": times}, "en")
    assert left.barred == 4
