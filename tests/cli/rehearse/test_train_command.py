"""`rapport train` over events that were taken in."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest
from command_line import Command

from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.installation import Installation
from rapport.core.events import CartChanged, Event, Identifier, Incoming, OrderPlaced, ProductViewed
from rapport.core.person.predictions import Predictions
from rapport.core.time import DAY, HOUR, MINUTE
from rapport.settings import Settings
from rapport.testing import examples as ex

BRAND = "alder-and-clay"


def lived(people: int) -> list[Incoming]:
    """Nine visits each; who puts something in mostly orders soon, and nobody else does."""
    draw = np.random.default_rng(1)
    told = []
    for number in range(people):
        name = f"p{number:04}"
        at = ex.at(0) + int(draw.integers(0, DAY))
        for visit in range(9):
            events = [ex.event(f"{name}v{visit}", at, ProductViewed(ex.line()), "segment")]
            if wants := draw.random() < 0.4:
                put_in = CartChanged(added=ex.line())
                events.append(ex.event(f"{name}c{visit}", at + MINUTE, put_in, "segment"))
            if draw.random() < (0.95 if wants else 0.02):
                body = OrderPlaced(f"{name}{visit}", (), (ex.line(),), 4_800, 5_250, "GBP")
                events.append(Event(f"{name}o{visit}", at + 9 * MINUTE, "segment", body))
            told += [Incoming(event, (Identifier("user_id", name),)) for event in events]
            at += HOUR + int(draw.exponential(2 * DAY))
    return sorted(told, key=lambda one: one.event.at)


@pytest.fixture
def shop(rapport: Command, here: Path) -> None:
    rapport("init", "--publish")
    installation = Installation(Settings(home=here / "rapport"), WallClock())
    try:
        installation.host.take_in(BRAND, lived(200))
    finally:
        installation.close()


def published(here: Path) -> list[Predictions]:
    installation = Installation(Settings(home=here / "rapport"), WallClock())
    try:
        return list(installation.blueprint(BRAND).predictions)
    finally:
        installation.close()


def test_a_brand_begins_with_the_model_that_ships(rapport: Command, here: Path) -> None:
    rapport("init", "--publish")
    (first,) = published(here)
    assert first.number == 0
    assert first.intent is not None
    assert first.intent.day is not None
    assert first.intent.day.prior
    assert "the one that Rapport ships (holds)" in " ".join(rapport("train", "--list").out.split())


def test_with_too_little_it_says_what_is_missing_and_publishes_nothing(
    rapport: Command, here: Path
) -> None:
    rapport("init", "--publish")
    ran = rapport("train", "--json", "figures.json")
    assert ran.code == 1
    assert "0 people were seen, and 150 are needed" in " ".join(ran.out.split())
    assert "Nothing was published" in ran.out
    assert len(published(here)) == 1
    assert json.loads((here / "figures.json").read_text("utf-8"))["intent"]["scores"] == {}


@pytest.mark.usefixtures("shop")
def test_what_is_better_is_published_and_can_be_taken_back(rapport: Command, here: Path) -> None:
    ran = rapport("train", "--by", "Nell", "--json", "figures.json")
    assert ran.code == 0, ran
    assert "Published as predictions 1" in ran.out
    figures = json.loads((here / "figures.json").read_text("utf-8"))["intent"]
    assert figures["trials"][0]["better"] is True
    assert set(figures["trials"][0]["found"]["marks"]) == {"model", "recency only", "base rate"}

    assert "Nell" in rapport("audit-log", "list").out
    first, own = published(here)
    assert own.intent is not None
    assert own.intent.day is not None
    assert not own.intent.day.prior

    back = rapport("train", "--use", "0")
    assert back.code == 0, back
    assert published(here)[-1].intent == first.intent
    listed = rapport("train", "--list").out
    assert listed.index("2 ") < listed.index("1 ")


def regulars(people: int) -> list[Incoming]:
    """Orders over the last year, down to today; people differ in how often they come and stop."""
    draw, now, told = np.random.default_rng(3), WallClock().now(), []
    for number in range(people):
        every, leaving = 20 + draw.gamma(2.0) * 30, draw.beta(0.9, 2.0)
        price, at = draw.gamma(4.0) * 1_000, now - int(draw.uniform(1, 380) * DAY)
        while at < now:
            name, paid = f"{number}-{at}", int(price * draw.gamma(6.0) / 6) + 1
            body = OrderPlaced(name, revenue=paid, total=paid, currency="GBP")
            event = Event(name, at, "shopify", body, backfill=True)
            told.append(Incoming(event, (Identifier("user_id", f"r{number}"),)))
            if draw.random() < leaving:
                break
            at += HOUR + int(draw.exponential(every) * DAY)
    return sorted(told, key=lambda one: one.event.at)


@pytest.fixture
def regular(rapport: Command, here: Path) -> None:
    rapport("init", "--publish")
    installation = Installation(Settings(home=here / "rapport"), WallClock())
    try:
        installation.host.take_in(BRAND, regulars(600))
    finally:
        installation.close()


@pytest.mark.usefixtures("regular")
def test_the_order_rhythm_is_published_where_intent_is_not(rapport: Command, here: Path) -> None:
    tried = rapport("train", "--try")
    assert tried.code == 0, tried
    assert len(published(here)) == 1
    ran = rapport("train", "--by", "Nell", "--json", "figures.json")
    assert ran.code == 0, ran
    assert "600 people have ordered" in ran.out
    assert "order rhythm of 600 customers" in ran.out
    first, now = published(here)
    assert now.intent == first.intent
    assert now.rhythm is not None
    figures = json.loads((here / "figures.json").read_text("utf-8"))
    assert figures["rhythm"]["found"]["rhythm"]["r"] == now.rhythm.r
    assert "Nell" in rapport("audit-log", "list").out
    assert rapport("audit-log", "verify").code == 0


@pytest.mark.usefixtures("regular")
def test_without_scikit_learn_the_order_rhythm_is_learnt_all_the_same(
    rapport: Command, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installation = Installation(Settings(home=here / "rapport"), WallClock())
    installation.host.take_in(BRAND, lived(200))
    installation.close()
    monkeypatch.setitem(sys.modules, "sklearn.ensemble", None)
    ran = rapport("train")
    assert ran.code == 0, ran
    words = " ".join(ran.out.split())
    assert "Install it from the folder that Rapport was cloned to: pip install '.[train]'" in words
    assert published(here)[-1].rhythm is not None


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--use", "9"), "has no model of intent 9. It has: 0."),
        (("--use", "-1"), "has no model of intent -1. It has: 0."),
        (("--use", "-1", "--list"), "--use goes back to a model"),
        (("--use", "0", "--list"), "--use goes back to a model"),
        (("--brand", "nobody"), "no brand 'nobody'"),
    ],
)
def test_bad_use_is_one_line(rapport: Command, words: tuple[str, ...], says: str) -> None:
    rapport("init", "--publish")
    ran = rapport("train", *words)
    assert ran.code == 2
    assert says in ran.err
    assert ran.err.count("\n") == 1
