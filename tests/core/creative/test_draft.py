"""A draft's name, what makes it stale, and what reviewers banned."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core.copy_checks.teaching import EXAMPLE, PHRASE, RULE, Teaching, with_banned
from rapport.core.creative.draft import edition
from rapport.core.creative.framework import Action, Block, Framework
from rapport.core.creative.voice import Claim, Voice, VoiceTone
from rapport.core.offer import Offer
from rapport.testing import examples as ex
from rapport.testing.draft_conformance import a_draft

ACTION = Action(tone="plain", offer="none", angle="help", visual="basket")
VOICE = Voice("A pottery.", (), (), (), ("cheap",), 8, (VoiceTone("plain", "Plain", "", ""),))
CLAIMS = (Claim("hand", "Made by hand.", "We saw it."),)


def current(
    framework: Framework = ex.FRAMEWORK,
    voice: Voice = VOICE,
    claims: Sequence[Claim] = CLAIMS,
    offers: Sequence[Offer] = ex.OFFERS,
    action: Action = ACTION,
) -> str:
    return edition(framework, voice, claims, offers, point="first", action=action, language="en")


def with_block(block: Block) -> Framework:
    return replace(ex.FRAMEWORK, blocks=(*ex.FRAMEWORK.blocks, block))


@given(st.dictionaries(st.text(), st.text(), max_size=4), st.integers(0, 2**50))
def test_the_same_words_have_the_same_name_whenever_they_were_made(
    slots: dict[str, str], at: int
) -> None:
    one = a_draft()
    words = replace(one, slots=slots)
    assert len(one.id) == 24
    assert a_draft(deadline=at).id == one.id
    assert {block.id for block in words.blocks().values()} == {
        f"draft:{one.id}:{slot}" for slot in slots
    }


def test_a_draft_has_another_name_if_anything_but_its_times_is_another() -> None:
    names = {
        a_draft().id,
        a_draft("Other words.").id,
        a_draft(situation="came back").id,
        a_draft(edition="e2").id,
        a_draft(framework="browse").id,
        a_draft(kind="proposal").id,
        a_draft(action=Action(tone="plain")).id,
    }
    assert len(names) == 7
    assert a_draft(action=Action(tone="warm", offer="none", time="tonight")).id == a_draft().id


def test_an_edition_moves_with_whatever_the_words_stand_on() -> None:
    text = replace(ex.FRAMEWORK.blocks[0], text="Quite another sentence.")
    shorter = tuple(replace(slot, max_chars=9) for slot in ex.FRAMEWORK.slots)
    ten = tuple(replace(offer, label="Another word for it") for offer in ex.OFFERS)
    moved = {
        current(),
        current(with_block(replace(text, points=(), tones=(), offers=()))),
        current(replace(ex.FRAMEWORK, slots=shorter)),
        current(voice=replace(VOICE, avoid=())),
        current(claims=()),
        current(offers=ten),
        current(action=replace(ACTION, tone="warm")),
    }
    assert len(moved) == 7


@pytest.mark.parametrize(
    "framework",
    [
        with_block(Block("x", "body", "Only for the warm tone.", tones=("warm",))),
        with_block(Block("x", "body", "Nur auf Deutsch.", language="de")),
        with_block(Block("x", "body", "For another point.", points=("second",))),
        replace(ex.FRAMEWORK, name="Another name", layouts=(("basket", "<mjml/>"),)),
        replace(
            ex.FRAMEWORK,
            blocks=tuple(
                replace(block, where="creative/x.yaml:9") for block in ex.FRAMEWORK.blocks
            ),
        ),
    ],
)
def test_an_edition_stays_where_only_something_else_changed(framework: Framework) -> None:
    assert current(framework) == current()


def test_a_banned_phrase_joins_the_list_of_its_check() -> None:
    taught = [
        Teaching(1, PHRASE, "treat yourself", "Nell", 0),
        Teaching(2, PHRASE, "you deserve it", "Nell", 0, check="flattery"),
        Teaching(3, PHRASE, "withdrawn", "Nell", 0, withdrawn=True),
        Teaching(4, RULE, "Never begin with a question.", "Nell", 0),
        Teaching(5, EXAMPLE, "Hey!", "Nell", 0),
        Teaching(6, PHRASE, "cheap", "Nell", 0),
    ]
    voice = with_banned(replace(VOICE, stop={"flattery": ("clever you",)}), taught)
    assert voice.avoid == ("cheap", "treat yourself")
    assert voice.stop == {"flattery": ("clever you", "you deserve it")}
    assert with_banned(VOICE, []) == VOICE
