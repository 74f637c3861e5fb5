"""`rapport train` over events that were taken in."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from command_line import Command

from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.installation import Installation
from rapport.core.events import CartChanged, Event, Identifier, Incoming, OrderPlaced, ProductViewed
from rapport.core.predictions import Predictions
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
    rapport("init")
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
    rapport("init")
    (first,) = published(here)
    assert first.number == 0
    assert first.intent is not None
    assert first.intent.day is not None
    assert first.intent.day.prior
    assert "the one that Rapport ships (holds)" in " ".join(rapport("train", "--list").out.split())


def test_with_too_little_it_says_what_is_missing_and_publishes_nothing(
    rapport: Command, here: Path
) -> None:
    rapport("init")
    ran = rapport("train", "--json", "figures.json")
    assert ran.code == 1
    assert "0 people were seen, and 150 are needed" in " ".join(ran.out.split())
    assert "Nothing was published" in ran.out
    assert len(published(here)) == 1
    assert json.loads((here / "figures.json").read_text("utf-8"))["scores"] == {}


@pytest.mark.usefixtures("shop")
def test_what_is_better_is_published_and_can_be_taken_back(rapport: Command, here: Path) -> None:
    ran = rapport("train", "--by", "Nell", "--json", "figures.json")
    assert ran.code == 0, ran
    assert "Published as predictions 1" in ran.out
    figures = json.loads((here / "figures.json").read_text("utf-8"))
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


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--use", "9"), "has no model of intent 9. It has: 0."),
        (("--use", "0", "--list"), "--use goes back to a model"),
        (("--brand", "nobody"), "no brand 'nobody'"),
    ],
)
def test_bad_use_is_one_line(rapport: Command, words: tuple[str, ...], says: str) -> None:
    rapport("init")
    ran = rapport("train", *words)
    assert ran.code == 2
    assert says in ran.err
    assert ran.err.count("\n") == 1
