"""Decisions from which what is not in a person's language was left out are judged by their odds."""

from __future__ import annotations

from itertools import product

import pytest
from msgspec.structs import replace

from rapport.app.evidence.recorded import Recorded, as_recorded, recorded
from rapport.app.explaining.decision_chart import Part
from rapport.app.explaining.explain import explain
from rapport.core.blueprint import Blueprint
from rapport.core.creative.fixed_words_shipped import GERMAN
from rapport.core.creative.framework import Block, Rule
from rapport.core.deciding.had import OfWhat, said_by
from rapport.core.deciding.reasons import NOT_IN_LANGUAGE
from rapport.core.decision import Decision
from rapport.core.effects import Decided
from rapport.core.events import Event, MessageSent, ProfileChanged, Wake
from rapport.core.policy.policy import Policy
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.testing import examples as ex

PICKY = Policy(number=0, send=(0.2,) + (0.0,) * 7, exploration=2.0)
TONES, ANGLES = ("plain", "warm", "playful"), ("help", "craft")
ALL = frozenset(product(TONES, ANGLES))


def body(tone: str, angle: str, language: str) -> Block:
    said = f"In {language}, this is about {angle}, and whoever says it is {tone}."
    return Block(
        f"{tone}/{angle}/{language}", "body", said,
        tones=(tone,), angles=(angle,), language=language,
    )  # fmt: skip


def shop(german: frozenset[tuple[str, str]], *rules: Rule) -> Blueprint:
    plan = ex.blueprint(policy=PICKY)
    blocks = [body(*one, "en") for one in sorted(ALL)] + [body(*one, "de") for one in german]
    blocks += [Block("s", "subject", "Until {{ offer.ends }}")]
    blocks += [Block("s-de", "subject", "Bis {{ offer.ends }}", language="de")]
    release = plan.releases[0]
    framework = replace(ex.FRAMEWORK, blocks=tuple(blocks), rules=(*ex.FRAMEWORK.rules, *rules))
    brand = replace(release.brand, words={"de": GERMAN})
    release = replace(release, brand=brand, frameworks=(framework,))
    return replace(plan, releases=(release,))


def decided(plan: Blueprint, name: str, *had: tuple[str, str]) -> tuple[Decision, Decision]:
    """Somebody who reads German, and had these words, leaves a basket: when, and what to say."""
    state, found = ProfileState(name), []
    told = [
        ex.event(
            f"s{n}",
            ex.at(-9, 8),
            MessageSent(f"m{n}", words=said_by({"body": body(*one, "de")}, OfWhat(), "none")),
            "rapport",
        )
        for n, one in enumerate(had)
    ]
    known = ex.event("de", ex.at(0, 9, 1), ProfileChanged(language="de"))
    wake = Event("wake", ex.at(1, 9), "rapport", Wake())
    for event in (*ex.subscribed(ex.at(0, 9)), known, *told, ex.checkout("c", ex.at(0, 10)), wake):
        state, effects = step(plan, state, event)
        found += [one.decision for one in effects if isinstance(one, Decided)]
    moment = next(one for one in found if one.stage == "time" and one.draws)
    return moment, next(one for one in found if one.stage == "content")


PATCHY = ALL - {("warm", "craft"), ("playful", "help"), ("playful", "craft")}
CORNERS = ALL - {("warm", "craft"), ("plain", "help")}


@pytest.mark.parametrize("german", [ALL, PATCHY, CORNERS, frozenset()])
@pytest.mark.parametrize("had", [(), (("warm", "help"),)])
@pytest.mark.parametrize(
    "rules", [(), (Rule("no help by the maker", (("angle", ("help",)), ("visual", ("maker",)))),)]
)
def test_their_probabilities_are_computed_again_from_the_record(
    german: frozenset[tuple[str, str]],
    had: tuple[tuple[str, str], ...],
    rules: tuple[Rule, ...],
) -> None:
    plan, sent = shop(german, *rules), 0
    for number in range(25):
        moment, content = decided(plan, f"person-{number}", *had)
        record = recorded(plan, content, moment)
        assert isinstance(record, Recorded)
        chance = as_recorded({0: PICKY}, record)
        assert not hasattr(chance, "reason"), chance
        if not content.action.hold:
            sent += 1
            said = content.action.tone, content.action.angle
            assert said in (german or ALL) - set(had if german else ())
    assert sent > 3


def test_a_message_page_says_what_is_not_in_their_language() -> None:
    plan = shop(PATCHY)
    moment, content = decided(plan, "ada")
    explained = explain(content, plan, moment)
    tables = {table.title: table.rows for table in explained.tables}
    rows = tables["What was ruled out"]
    assert ("Tone", "Playful", NOT_IN_LANGUAGE) in rows
    assert ("Tone with Angle", "Warm with How it is made", NOT_IN_LANGUAGE) in rows
    charts: tuple[Part, ...] = explained.chart
    out = {(part.factor, one.label) for part in charts for one in part.out}
    assert {("Tone", "Playful"), ("Angle", "Warm with How it is made")} <= out
    silent = decided(plan, "ada", *PATCHY)[1]
    assert "all words for this that are approved in their language" in explain(silent, plan).summary
