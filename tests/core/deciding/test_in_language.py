"""Nobody gets a message in another language than theirs where any can be said in it."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_frameworks import LEVELS, SPEAKERS, a_framework, blocks
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint, Release
from rapport.core.brand import Review
from rapport.core.creative.fixed_words_shipped import GERMAN
from rapport.core.creative.framework import (
    CONTENT_FACTORS,
    ONLY,
    Block,
    Framework,
    Level,
    Rule,
    message,
)
from rapport.core.creative.proof import Shown
from rapport.core.creative.speaking import Speaker, language_for, speaker_of
from rapport.core.deciding.arms import Arms
from rapport.core.deciding.had import OfWhat, said_by
from rapport.core.deciding.in_language import unsayable_of
from rapport.core.deciding.reasons import ALL_SAID_IN_LANGUAGE, NOT_IN_LANGUAGE
from rapport.core.decision import Decision, Excluded
from rapport.core.editions import IN_THEIR_LANGUAGE
from rapport.core.effects import AnyEffect, Decided, Send
from rapport.core.events import Event, MessageSent, ProfileChanged, Wake
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.testing import examples as ex

# --- What cannot be said ------------------------------------------------------------------------


def a_release(framework: Framework, who: Speaker) -> Release:
    return Release(1, 0, who.brand, who.offers, (framework,), ())


@settings(max_examples=200)
@given(st.lists(blocks(), max_size=14), st.sampled_from(SPEAKERS))
def test_what_is_forbidden_is_what_the_writer_would_say_in_the_brands_language(
    made: list[Block], who: Speaker
) -> None:
    framework = a_framework(made)
    rules = unsayable_of(a_release(framework, who), framework, "first", "de")
    spoken = []
    for keys in product(*(LEVELS[factor] for factor in CONTENT_FACTORS)):
        action = message(dict(zip(CONTENT_FACTORS, keys, strict=True)))
        in_german = language_for(who, framework, "first", action, "de") == "de"
        spoken.append(in_german)
        if rules is not None:
            assert in_german != any(rule.forbids(action) for rule in rules), action
    assert (rules is None) == (not any(spoken))


def test_a_level_that_cannot_be_said_at_all_goes_by_its_name_whatever_else_does() -> None:
    """The letter says English words itself, and neither 'warm' nor the offer is translated."""
    framework = a_framework([
        Block("s", "subject", "Hallo", language="de"),
        Block("plain", "body", "Guten Tag", tones=("plain",), language="de"),
        Block("dry", "body", "Nun", tones=("dry",), angles=("craft",), language="de"),
    ])  # fmt: skip
    rules = unsayable_of(a_release(framework, SPEAKERS[0]), framework, "first", "de")
    assert [rule.levels for rule in rules or ()] == [
        (("offer", ("ten",)),),
        (("tone", ("warm",)),),
        (("visual", ("note",)),),
        (("tone", ("dry",)), ("angle", ("help",))),
    ]


def test_what_is_published_anew_is_looked_at_anew() -> None:
    words = [Block("s", "subject", "Hallo", language="de"), Block("b", "body", "Tag")]
    one, other = a_framework(words), a_framework([replace(b, language="de") for b in words])
    for _ in range(2):
        assert unsayable_of(a_release(one, SPEAKERS[0]), one, "first", "de") is None
        assert unsayable_of(a_release(other, SPEAKERS[0]), other, "first", "de") is not None


# --- Decisions ----------------------------------------------------------------------------------

TONES = ("plain", "warm", "playful")
IN_GERMAN = {"plain": "ruhig", "warm": "herzlich"}


def words(slot: str, tone: str, language: str) -> Block:
    told = f"This is the {slot} as one says it who is {tone}"
    if language == "de":
        told = f"So klingt das, wenn jemand {IN_GERMAN[tone]} ist: {slot}"
    return Block(f"{slot}-{tone}-{language}", slot, told, tones=(tone,), language=language)


SLOTS = ("subject", "body")
ENGLISH = tuple(words(slot, tone, "en") for slot in SLOTS for tone in TONES)
IN_TWO = tuple(words(slot, tone, "de") for slot in SLOTS for tone in IN_GERMAN)


def shop(
    *german: Block,
    edition: int = IN_THEIR_LANGUAGE,
    arms: Arms = ex.ADAPTIVE_ONLY,
    usual: str = "plain",
    rules: tuple[Rule, ...] = (),
    visuals: tuple[Level, ...] = ex.FRAMEWORK.visuals,
    layouts: tuple[tuple[str, str], ...] = (),
    reviews: tuple[Review, ...] = (),
) -> Blueprint:
    """Three tones in English, and what is given in German; caps that let everything through."""
    plan = ex.blueprint(of=ex.brand(arms=arms, caps=()), rules=rules)
    release = plan.releases[0]
    framework = replace(
        ex.FRAMEWORK, blocks=(*ENGLISH, *german), rules=(), visuals=visuals, layouts=layouts
    )
    point = ex.point("first")
    point = replace(point, usual={**point.usual, "tone": usual})
    flow = replace(ex.CHECKOUT_FLOW, nodes=(*ex.CHECKOUT_FLOW.nodes[:1], point))
    brand = replace(release.brand, words={"de": GERMAN}, reviews=reviews)
    release = replace(release, brand=brand, frameworks=(framework,), flows=(flow,), edition=edition)
    return replace(plan, releases=(release,))


def told(
    plan: Blueprint, name: str = "gerd", language: str = "de", had: tuple[Block, ...] = ()
) -> list[AnyEffect]:
    """Somebody who reads German, and had these words, leaves a basket."""
    state = ProfileState(name)
    known = Event("k", ex.at(0, 9, 1), "shopify", ProfileChanged(language=language))
    sent = [
        Event(f"s{n}", ex.at(0, 9, 2), "rapport", MessageSent(f"m{n}", words=number))
        for n, number in enumerate(said_by({b.slot: b}, OfWhat(), "none") for b in had)
    ]
    effects: list[AnyEffect] = []
    wake = Event("wake", ex.at(1, 8), "rapport", Wake())
    for event in (*ex.subscribed(ex.at(0, 9)), known, *sent, ex.checkout("c", ex.at(0, 10)), wake):
        state, more = step(plan, state, event)
        effects += more
    return effects


def content(effects: list[AnyEffect]) -> Decision:
    found = [one.decision for one in effects if isinstance(one, Decided)]
    return next(one for one in found if one.stage == "content")


def tones(plan: Blueprint, people: int = 40, language: str = "de") -> set[str]:
    """The tones of what they are sent, by chance."""
    found = [told(plan, f"person-{n}", language) for n in range(people)]
    return {one.action.tone for effects in found for one in effects if isinstance(one, Send)}


PLAYFUL = Excluded("tone", "playful", NOT_IN_LANGUAGE)
"""Beside the offers, which no German words name."""


def unsaid(decision: Decision) -> set[str]:
    """The tones, angles and visuals that are not in their language."""
    found = {one for one in decision.excluded if one.reason == NOT_IN_LANGUAGE}
    assert {one.level for one in found if one.factor == "offer"} == {"ten", "post"}
    return {one.level for one in found if one.factor != "offer"}


def test_a_tone_that_is_not_translated_is_drawn_for_nobody_who_reads_that_language() -> None:
    plan = shop(*IN_TWO)
    assert tones(plan) == {"plain", "warm"}
    assert tones(plan, language="en") == set(TONES)
    assert tones(plan, language="fr") == set(TONES)
    decision = content(told(plan))
    assert unsaid(decision) == {"playful"}
    assert PLAYFUL not in content(told(plan, language="en")).excluded
    for drawn in decision.draws:
        if drawn.factor == "tone":
            assert set(drawn.levels) == {"plain", "warm"}
            assert sum(drawn.probabilities) == pytest.approx(1.0)


def test_where_all_in_their_language_was_said_nothing_is_said_in_another() -> None:
    plan = shop(*IN_TWO)
    some, every = IN_TWO[:1], IN_TWO
    assert content(told(plan, had=some)).action.tone == "warm"
    decision = content(told(plan, had=every))
    assert (decision.action.hold, decision.reason) == (True, ALL_SAID_IN_LANGUAGE)
    assert not [one for one in told(plan, had=every) if isinstance(one, Send)]


def test_where_nothing_is_in_their_language_they_get_what_everybody_gets() -> None:
    subjects = tuple(block for block in IN_TWO if block.slot == "subject")
    assert tones(shop(*subjects)) == tones(shop()) == set(TONES)
    assert content(told(shop(*subjects))).excluded == ()
    assert content(told(shop(*subjects), had=ENGLISH)).reason == "all has been said"


def test_where_rules_leave_nothing_in_their_language_they_get_the_brands() -> None:
    rule = Rule("only jokes", (("tone", ("playful",)),), kind=ONLY)
    plan = shop(*IN_TWO, rules=(rule,))
    assert tones(plan, 10) == {"playful"}
    assert {one.reason for one in content(told(plan)).excluded} == {"only jokes"}


def test_the_usual_arm_gets_the_first_level_that_can_be_said() -> None:
    for usual, then in (("warm", "warm"), ("playful", "plain")):
        plan = shop(*IN_TWO, arms=ex.USUAL_ONLY, usual=usual)
        (send,) = [one for one in told(plan) if isinstance(one, Send)]
        assert send.action.tone == then
        assert unsaid(content(told(plan))) == {"playful"}
        (english,) = [one for one in told(plan, language="en") if isinstance(one, Send)]
        assert english.action.tone == usual


def test_the_holdout_is_held_where_others_are_written_to_in_whatever_language() -> None:
    for german in ((), IN_TWO):
        plan = shop(*german, arms=ex.HOLDOUT_ONLY)
        assert content(told(plan)).reason == "holdout"


def test_of_who_declined_profiling_no_more_is_recorded() -> None:
    plan = shop(*IN_TWO, usual="playful")
    state = ProfileState("gerd")
    no = Event("n", ex.at(0, 8), "shopify", ProfileChanged(language="de", no_profiling=True))
    effects: list[AnyEffect] = []
    wake = Event("wake", ex.at(1, 8), "rapport", Wake())
    known = ex.subscribed(ex.at(0, 7))
    for event in (*known, no, ex.checkout("c", ex.at(0, 10)), wake):
        state, more = step(plan, state, event)
        effects += more
    decision = content(effects)
    assert decision.action.tone == "plain"
    assert (decision.excluded, decision.not_in_language) == ((), ())


def test_combinations_that_are_not_translated_are_on_record_and_their_levels_stay() -> None:
    bound = tuple(
        replace(block, angles=("help",)) if "warm" in block.tones else block for block in IN_TWO
    )
    plan = shop(*bound)
    decision = content(told(plan))
    assert unsaid(decision) == {"playful"}
    assert decision.not_in_language == ((("tone", ("warm",)), ("angle", ("craft",))),)
    found = [content(told(plan, f"person-{n}")).action for n in range(40)]
    assert {(one.tone, one.angle) for one in found if not one.hold} == {
        ("plain", "help"), ("plain", "craft"), ("warm", "help"),
    }  # fmt: skip
    (send,) = [
        one for one in told(shop(*bound, arms=ex.USUAL_ONLY, usual="warm")) if isinstance(one, Send)
    ]
    assert (send.action.tone, send.action.angle) == ("warm", "help")


def test_a_level_that_rules_and_language_leave_in_no_message_is_named_by_the_language() -> None:
    """A rule alone would have left it, in words of another language."""
    bound = tuple(
        replace(block, angles=("help",)) if "warm" in block.tones else block for block in IN_TWO
    )
    rule = Rule("warm is for craft", (("tone", ("warm",)), ("angle", ("help",))))
    decision = content(told(shop(*bound, rules=(rule,))))
    assert Excluded("tone", "warm", NOT_IN_LANGUAGE) in decision.excluded
    alone = Rule("never warm", (("tone", ("warm",)), ("angle", ("help", "craft"))))
    decision = content(told(shop(*bound, rules=(alone,))))
    assert Excluded("tone", "warm", "never warm") in decision.excluded


def test_releases_of_before_decide_as_they_did() -> None:
    older = shop(*IN_TWO, edition=IN_THEIR_LANGUAGE - 1)
    assert tones(older) == set(TONES)
    assert content(told(older)).excluded == ()


# --- What others said ---------------------------------------------------------------------------

SHOWING = (Level("basket", "The basket"), Level("others", "Others", needs=("reviews",)))
LAYOUTS = (("others", "{% for one in reviews %}{{ one.words }}{% endfor %}"),)
OF_POTS = Review("It pours.", "Imran", "Review 1", "teapots")
OF_POTS_IN_GERMAN = replace(OF_POTS, words="Sie gießt.", language="de")
OF_MUGS_IN_GERMAN = replace(OF_POTS_IN_GERMAN, about="mugs")


def visuals(*reviews: Review, german: tuple[Block, ...] = IN_TWO, language: str = "de") -> set[str]:
    plan = shop(*german, visuals=SHOWING, layouts=LAYOUTS, reviews=reviews)
    found = [told(plan, f"person-{n}", language) for n in range(30)]
    return {one.action.visual for effects in found for one in effects if isinstance(one, Send)}


def test_what_others_said_is_for_those_who_read_that_language() -> None:
    assert visuals(OF_POTS) == visuals(OF_POTS, OF_MUGS_IN_GERMAN) == {"basket"}
    assert visuals(OF_POTS_IN_GERMAN) == {"basket", "others"}
    assert visuals(OF_POTS, language="en") == {"basket", "others"}
    assert visuals(OF_POTS_IN_GERMAN, language="en") == {"basket"}


def test_a_visual_whose_reviews_are_in_another_language_alone_is_not_in_theirs() -> None:
    plan = shop(*IN_TWO, visuals=SHOWING, layouts=LAYOUTS, reviews=(OF_POTS, OF_MUGS_IN_GERMAN))
    barred = Excluded("visual", "others", NOT_IN_LANGUAGE)
    assert barred in content(told(plan)).excluded
    none = shop(*IN_TWO, visuals=SHOWING, layouts=LAYOUTS, reviews=(OF_MUGS_IN_GERMAN,))
    (why,) = [one.reason for one in content(told(none)).excluded if one.level == "others"]
    assert why == "nobody's words about it are stated"


def test_who_is_written_to_in_the_brands_language_sees_what_was_said_in_that() -> None:
    """The only German words are for what others said, and of teapots nobody said anything in it."""
    bound = tuple(replace(block, visuals=("others",)) for block in IN_TWO)
    assert visuals(OF_POTS_IN_GERMAN, german=bound) == {"others"}
    assert visuals(OF_POTS, OF_MUGS_IN_GERMAN, german=bound) == {"basket", "others"}
    assert visuals(OF_MUGS_IN_GERMAN, german=bound) == {"basket"}
    plan = shop(*bound, visuals=SHOWING, layouts=LAYOUTS, reviews=(OF_POTS, OF_MUGS_IN_GERMAN))
    release = plan.releases[0]
    who, action = speaker_of(release), message({"tone": "warm", "visual": "others"})
    assert who is not None
    for category, language in (("mugs", "de"), ("teapots", "en")):
        shown = [Shown("x", category)]
        framework = release.frameworks[0]
        assert language_for(who, framework, "first", action, "de", shown) == language
