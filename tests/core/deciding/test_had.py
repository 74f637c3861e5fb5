"""What a person was told is not drawn again, and the odds of what is left are exact."""

from __future__ import annotations

from itertools import product
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_frameworks import LEVELS, SPEAKERS, a_framework, blocks
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.bounds import MAX_HAD
from rapport.core.codec import decode_state, encode_state
from rapport.core.creative.framework import (
    CART,
    CONTENT_FACTORS,
    NOTHING,
    ORDER,
    SILENCE,
    VIEWED,
    Action,
    Block,
    Framework,
    choose_blocks,
    message,
)
from rapport.core.creative.speaking import Speaker, language_for, sayable
from rapport.core.deciding.had import (
    SLOTS,
    OfWhat,
    best_unsaid,
    had_rules,
    name_of,
    of_what,
    remembered,
    said_by,
)
from rapport.core.deciding.reasons import ALL_SAID
from rapport.core.decision import Decision
from rapport.core.effects import AnyEffect, Decided, Send
from rapport.core.events import (
    Event,
    MessageSent,
    ProfileAbsorbed,
    ProfileChanged,
    ProfileMoved,
    Wake,
)
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.testing import examples as ex

ONE_POT = OfWhat((("teapot", "teapots"),), 4_800)

# --- Numbers of words ---------------------------------------------------------------------------


def name(text: str, about: OfWhat = ONE_POT, offer: str = "none") -> int | None:
    return name_of(text, about, offer)


def test_the_same_words_go_by_the_same_number_and_others_by_another() -> None:
    assert name("A basket") == name("A basket") != name("A bucket")


def test_words_that_name_a_product_are_others_with_another_product() -> None:
    other = OfWhat((("mug", "mugs"),), 1_600)
    for text, same in (
        ("Yours, {{ brand.sender }}", True),
        ("Hello {{ first_name }}", True),
        ("Your {{ cart.first.title }} waits", False),
        ("{% if cart.first.category == 'Tea' %}Leaves{% else %}Pots{% endif %}", True),
        ("{% if cart.first.category == 'mugs' %}Mugs{% else %}Pots{% endif %}", False),
        ('{% if viewed.first.category != "mugs" %}Mugs{% else %}Pots{% endif %}', False),
        ("A {{ cart.first.category }}", False),
        ("{% if cart.count > 1 %}All{% else %}It{% endif %}", True),
        ("It comes to {{ cart.total }}", False),
        ("{% for item in viewed.items %}{{ item.title }}{% endfor %}", False),
    ):
        assert (name(text) == name(text, other)) == same, text
    two = OfWhat((("teapot", "teapots"), ("mug", "mugs")), 6_400)
    assert name("{{ cart.count }} pieces") != name("{{ cart.count }} pieces", two)


def test_words_with_an_offer_depend_on_it_and_words_with_a_date_are_never_the_same() -> None:
    assert name("{{ offer.value }} off") != name("{{ offer.value }} off", offer="ten")
    assert name("A pot") == name("A pot", offer="ten")
    assert name("Until {{ offer.ends }}") is None


def test_what_a_decision_cannot_know_makes_no_difference() -> None:
    """An order's lines are not in the state, nor what was looked at worth anything together."""
    assert of_what(ORDER, [("pot", "pots")], 4_800, "o1") == of_what(ORDER, [], 0, "o1")
    assert of_what(VIEWED, [("pot", "pots")], 4_800, "") == of_what(
        VIEWED, [("pot", "pots")], 0, ""
    )
    assert of_what(CART, [("p" * 99, "c" * 99)], 1, "c1") == of_what(
        CART, [("p" * 64, "c" * 40)], 1, "@cart"
    )
    assert of_what(NOTHING, [], 9, "x") == OfWhat()


@given(st.text(), st.text(), st.text())
def test_any_text_has_a_number_that_a_state_can_hold(text: str, key: str, category: str) -> None:
    found = name_of(text, OfWhat(((key, category),), 1), key)
    assert found is None or 0 <= found < 2**32


@pytest.mark.parametrize(
    "text", ["{{" * 20_000, "cart." * 20_000, "{{ x" * 10_000 + ".first.category", "{%" * 20_000]
)
def test_a_text_that_is_made_to_take_long_is_read_in_steps_that_grow_with_its_length(
    text: str,
) -> None:
    """With a pattern that looks from each brace to the end, some would take half a minute."""
    assert name_of(text * 5, ONE_POT, "none") is not None


# --- What is remembered -------------------------------------------------------------------------


@given(
    st.lists(st.lists(st.integers(), max_size=5), max_size=80)
)  # numbers as a log that was tampered with could have them
def test_a_state_remembers_the_last_ones_and_stays_small(told: list[list[int]]) -> None:
    state = ProfileState("ada")
    for place, words in enumerate(told):
        sent = MessageSent(f"m{place}", words=tuple(words))
        state, _ = step(ex.blueprint(), state, Event(f"s{place}", ex.at(0), "rapport", sent))
    assert len(state.had) <= MAX_HAD
    assert len(set(state.had)) == len(state.had)
    if told and told[-1]:
        assert state.had[-1] == told[-1][: len(SLOTS)][-1] & 0xFFFFFFFF
    assert decode_state(encode_state(state)) == state


def test_words_told_twice_count_as_told_last() -> None:
    assert remembered((1, 2, 3), (1, 4)) == (2, 3, 1, 4)
    assert remembered(tuple(range(MAX_HAD)), (99, 98))[-2:] == (99, 98)


def test_two_profiles_that_are_one_person_had_what_both_had() -> None:
    theirs, _ = step(ex.blueprint(), ProfileState("old"), sent("m1", 1, 2))
    mine, _ = step(ex.blueprint(), ProfileState("ada"), sent("m2", 2, 3))
    taken = ProfileAbsorbed("old", encode_state(theirs))
    mine, _ = step(ex.blueprint(), mine, Event("a", ex.at(1), "rapport", taken))
    assert set(mine.had) == {1, 2, 3}
    gone, _ = step(ex.blueprint(), theirs, Event("b", ex.at(1), "rapport", ProfileMoved("ada")))
    assert gone.had == ()
    late, _ = step(ex.blueprint(), gone, sent("m3", 9))
    assert late.had == ()


def sent(key: str, *words: int) -> Event:
    return Event(f"sent:{key}", ex.at(0), "rapport", MessageSent(key, words=words))


# --- What is left -------------------------------------------------------------------------------


def all_said(
    framework: Framework, action: Action, languages: tuple[str, str], had: set[int],
    speaker: Speaker | None = None,
) -> bool:  # fmt: skip
    """Whether the writer, told to say nothing again, would find no words: by looking."""
    own, usual = languages
    complete = choose_blocks(framework, "first", action, own).keys() >= {"subject", "body"}
    language = own if complete else usual
    if speaker is not None:
        language = language_for(speaker, framework, "first", action, own)
        framework = sayable(speaker.brand, framework, language)
    for slot in SLOTS:
        fitting = [
            name_of(block.text, ONE_POT, action.offer)
            for block in framework.blocks
            if block.slot == slot and block.language == language and block.fits("first", action)
        ]
        if fitting and all(one in had for one in fitting):
            return True
    return False


@settings(max_examples=300)
@given(
    st.lists(blocks(), max_size=14), st.data(), st.sampled_from((("en", "en"), ("de", "en"))),
    st.sampled_from((None, *SPEAKERS)),
)  # fmt: skip
def test_what_is_left_is_what_has_words_that_were_not_said(
    made: list[Block], data: st.DataObject, languages: tuple[str, str], speaker: Speaker | None
) -> None:
    framework = a_framework(made)
    known = sorted(
        {n for b in made for o in LEVELS["offer"] if (n := name_of(b.text, ONE_POT, o)) is not None}
    )
    had = set(data.draw(st.lists(st.sampled_from(known), unique=True))) if known else set()
    rules = had_rules(framework, "first", languages, LEVELS, had, ONE_POT, speaker)
    for keys in product(*(LEVELS[factor] for factor in CONTENT_FACTORS)):
        action = message(dict(zip(CONTENT_FACTORS, keys, strict=True)))
        forbidden = any(rule.kind == SILENCE or rule.forbids(action) for rule in rules)
        assert forbidden == all_said(framework, action, languages, had, speaker), action


def test_what_is_forbidden_is_told_by_the_factors_that_it_depends_on_alone() -> None:
    made = [
        Block(f"{tone}/{angle}", "body", f"Of {angle}, as one who is {tone} would say it",
              tones=(tone,), angles=(angle,))
        for tone in LEVELS["tone"]
        for angle in LEVELS["angle"]
    ]  # fmt: skip
    framework = a_framework([Block("s", "subject", "A new subject"), *made])

    def left(*said: str) -> list[object]:
        had = {name_of(b.text, ONE_POT, "none") for b in made if b.id in said}
        rules = had_rules(framework, "first", ("en", "en"), LEVELS, had, ONE_POT)
        return [(rule.kind, rule.levels) for rule in rules]

    assert left() == []
    assert left("warm/craft") == [("forbid", (("tone", ("warm",)), ("angle", ("craft",))))]
    assert left("warm/craft", "warm/help") == [("forbid", (("tone", ("warm",)),))]
    assert left("warm/help", "plain/help", "dry/help") == [("forbid", (("angle", ("help",)),))]
    assert left(*(b.id for b in made)) == [("silence", ())]


@settings(max_examples=100)
@given(st.lists(blocks(), max_size=14), st.data())
def test_the_words_that_are_taken_are_new_where_there_are_new_ones(
    made: list[Block], data: st.DataObject
) -> None:
    framework, action = a_framework(made), message({f: LEVELS[f][0] for f in CONTENT_FACTORS})
    known = sorted({n for b in made if (n := name_of(b.text, ONE_POT, "none")) is not None})
    had = set(data.draw(st.lists(st.sampled_from(known), unique=True))) if known else set()
    found = best_unsaid(framework, "first", action, ("en", "en"), had, ONE_POT)
    repeated = [name for name in said_by(found, ONE_POT, "none") if name in had]
    assert bool(repeated) == all_said(framework, action, ("en", "en"), had)


# --- Decisions ----------------------------------------------------------------------------------

BODIES = tuple(
    Block(f"body-{tone}", "body", f"This is what we say to you in a tone that is {tone}.",
          tones=(tone,))
    for tone in ("plain", "warm", "playful")
)  # fmt: skip
SUBJECTS = tuple(
    Block(f"subject-{tone}", "subject", f"Your basket, {tone}", tones=(tone,))
    for tone in ("plain", "warm", "playful")
)


def shop(edition: int = 4, arms: object = ex.ADAPTIVE_ONLY) -> Blueprint:
    """Three tones with one approved wording each; caps that let everything through."""
    plan = ex.blueprint(of=ex.brand(arms=arms, caps=()))  # type: ignore[arg-type]  # by its name
    framework = replace(ex.FRAMEWORK, blocks=(*SUBJECTS, *BODIES), rules=())
    release = replace(plan.releases[0], frameworks=(framework,), edition=edition)
    return replace(plan, releases=(release,))


def words(tone: str) -> tuple[int, ...]:
    mine = {b.slot: b for b in (*SUBJECTS, *BODIES) if tone in b.tones}
    return said_by(mine, OfWhat(), "none")


def told(
    plan: Blueprint, *tones: str, state: ProfileState | None = None
) -> tuple[list[AnyEffect], ProfileState]:
    """Ada had these tones, and leaves a basket."""
    state = state or ProfileState("ada")
    for event in ex.subscribed(ex.at(0, 9)):
        state, _ = step(plan, state, event)
    for place, tone in enumerate(tones):
        body = MessageSent(f"earlier-{place}", words=words(tone))
        state, _ = step(plan, state, Event(f"s{place}", ex.at(0, 9, 1), "rapport", body))
    effects: list[AnyEffect] = []
    for event in (
        ex.checkout("c", ex.at(0, 10)),
        Event("wake", ex.at(0, 20), "rapport", Wake()),
    ):
        state, more = step(plan, state, event)
        effects.extend(more)
    return effects, state


def contents(effects: list[AnyEffect]) -> list[Decision]:
    found = [effect.decision for effect in effects if isinstance(effect, Decided)]
    return [decision for decision in found if decision.stage == "content"]


def drawn_tones(decision: Decision) -> set[str]:
    return {level for drawn in decision.draws if drawn.factor == "tone" for level in drawn.levels}


def test_what_was_said_is_not_drawn_and_the_odds_are_those_of_the_rest() -> None:
    (fresh,) = contents(told(shop())[0])
    effects, _ = told(shop(), "warm")
    (decision,) = contents(effects)
    assert drawn_tones(fresh) == {"plain", "warm", "playful"}
    assert drawn_tones(decision) == {"plain", "playful"}
    assert ("warm", "said before") in {(one.level, one.reason) for one in decision.excluded}
    draws = [one for e in effects if isinstance(e, Decided) for one in e.decision.draws]
    assert decision.propensity == pytest.approx(prod(drawn.probability for drawn in draws))
    assert all(sum(drawn.probabilities) == pytest.approx(1.0) for drawn in draws)


def test_where_all_has_been_said_nothing_is_said_for_that_reason() -> None:
    effects, state = told(shop(), "warm", "plain", "playful")
    (decision,) = contents(effects)
    assert (decision.action.hold, decision.reason, decision.draws) == (True, ALL_SAID, ())
    assert not [effect for effect in effects if isinstance(effect, Send)]
    assert not state.windows


def test_the_usual_arm_repeats_itself_and_the_holdout_is_held_for_its_own_reason() -> None:
    everything = ("warm", "plain", "playful")
    usual, _ = told(shop(arms=ex.USUAL_ONLY), *everything)
    assert [one.action.tone for one in usual if isinstance(one, Send)] == ["plain"]
    (held,) = contents(told(shop(arms=ex.HOLDOUT_ONLY), *everything)[0])
    assert held.reason == "holdout"


def test_who_declined_profiling_is_not_told_the_same_again_either_and_no_more_is_recorded() -> None:
    start = ProfileState("ada")
    declined = ProfileChanged(no_profiling=True)
    start, _ = step(shop(), start, Event("n", ex.at(0, 8), "shopify", declined))
    effects, _ = told(shop(), "plain", state=start)
    (send,) = [one for one in effects if isinstance(one, Send)]
    (decision,) = contents(effects)
    assert send.action.tone == "warm"
    assert (decision.reason, decision.excluded, decision.said_before) == ("no profiling", (), ())
    (held,) = contents(told(shop(), "warm", "plain", "playful", state=start)[0])
    assert (held.reason, held.excluded) == (ALL_SAID, ())


def test_an_older_edition_draws_as_it_did() -> None:
    older = replace(shop(), releases=(replace(shop().releases[0], edition=3),))
    known, fresh = told(older, "warm", "plain", "playful")[0], told(older)[0]
    assert known == fresh


def test_combinations_that_were_said_are_on_record_and_their_levels_stay() -> None:
    plan = shop()
    both = [
        Block(f"{tone}/{angle}", "body", f"This is about {angle}, said in a tone that is {tone}.",
              tones=(tone,), angles=(angle,))
        for tone in ("plain", "warm", "playful")
        for angle in ("help", "craft")
    ]  # fmt: skip
    subject = Block("s", "subject", "{{ cart.first.title }}, until {{ offer.ends }}")
    framework = replace(plan.releases[0].frameworks[0], blocks=(subject, *both))
    plan = replace(plan, releases=(replace(plan.releases[0], frameworks=(framework,)),))
    known = next(block for block in both if block.id == "warm/craft")
    said = Event("s", ex.at(0, 8), "rapport", MessageSent("m", words=said_by(
        {"body": known}, OfWhat(), "none")))  # fmt: skip
    state, _ = step(plan, ProfileState("ada"), said)
    (decision,) = contents(told(plan, state=state)[0])
    assert decision.said_before == ((("tone", ("warm",)), ("angle", ("craft",))),)
    assert drawn_tones(decision) == {"plain", "warm", "playful"}
    assert not {one.reason for one in decision.excluded}
    if decision.action.tone == "warm":
        assert decision.action.angle == "help"
