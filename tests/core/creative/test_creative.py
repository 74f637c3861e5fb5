"""The blocks of one message: the most specific that fit, in one tone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core.creative.framework import (
    Action,
    Block,
    Framework,
    Level,
    Rule,
    Slot,
    choose_blocks,
    combinations,
)

ACTION = Action(time="now", offer="none", tone="warm", angle="help", visual="note")


def framework(*blocks: Block, rules: tuple[Rule, ...] = ()) -> Framework:
    return Framework(
        key="checkout",
        name="Checkout",
        slots=(Slot("subject", 60), Slot("body", 400), Slot("offer_line", 160, required=False)),
        offers=("none", "five-off"),
        tones=(Level("warm", "Warm"), Level("plain", "Plain")),
        angles=(Level("help", "Help"),),
        visuals=(Level("note", "Note"), Level("list", "List")),
        blocks=blocks,
        rules=rules,
    )


def chosen(*blocks: Block, action: Action = ACTION, language: str = "en") -> list[str]:
    found = choose_blocks(framework(*blocks), "first", action, language)
    return [block.id for block in found.values()]


def test_a_block_bound_to_more_is_chosen_before_one_bound_to_less() -> None:
    general = Block("general", "subject", "a")
    toned = Block("toned", "subject", "b", tones=("warm",))
    exact = Block("exact", "subject", "c", points=("first",), tones=("warm",), angles=("help",))
    assert chosen(general, toned, exact) == ["exact"]
    assert chosen(toned, general) == ["toned"]


def test_among_equals_the_one_written_first_is_chosen() -> None:
    assert chosen(
        Block("one", "subject", "a", tones=("warm",)),
        Block("two", "subject", "b", angles=("help",)),
    ) == ["one"]


def test_a_block_of_another_tone_point_offer_or_language_is_never_chosen() -> None:
    assert (
        chosen(
            Block("tone", "subject", "a", tones=("plain",), angles=("help",)),
            Block("point", "subject", "a", points=("last",)),
            Block("offer", "subject", "a", offers=("five-off",)),
            Block("visual", "subject", "a", visuals=("list",)),
            Block("language", "subject", "a", language="de"),
        )
        == []
    )


def test_a_slot_without_words_is_left_out_and_slots_keep_their_order() -> None:
    line = Block("line", "offer_line", "b", offers=("five-off",))
    body, subject = Block("body", "body", "c"), Block("subject", "subject", "d")
    assert chosen(line, body, subject) == ["subject", "body"]
    with_offer = replace(ACTION, offer="five-off")
    assert chosen(line, body, subject, action=with_offer) == ["subject", "body", "line"]


bound = st.sampled_from([(), ("warm",), ("plain",), ("warm", "plain")])
blocks = st.lists(
    st.builds(
        Block,
        id=st.uuids().map(str),
        slot=st.sampled_from(["subject", "body"]),
        text=st.just("words"),
        tones=bound,
        points=st.sampled_from([(), ("first",), ("last",)]),
    ),
    max_size=8,
)


@given(blocks, st.sampled_from(["warm", "plain"]))
def test_a_message_never_mixes_tones(found: list[Block], tone: str) -> None:
    action = replace(ACTION, tone=tone)
    for block in choose_blocks(framework(*found), "first", action, "en").values():
        assert not block.tones or tone in block.tones


def test_a_rule_without_conditions_takes_combinations_away_and_one_with_does_not() -> None:
    always = Rule("no list with an offer", (("offer", ("five-off",)), ("visual", ("list",))))
    everything = list(combinations(framework()))
    left = list(combinations(framework(rules=(always,))))
    assert len(everything) == 2 * 2 * 1 * 2
    assert [a for a in everything if a not in left] == [
        a for a in everything if a.offer == "five-off" and a.visual == "list"
    ]
