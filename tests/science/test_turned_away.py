"""Learning how words read that were turned away."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.core.copy_checks.reading import read
from rapport.science.turned_away import DECIMALS, MOST_RUNS, Sorted, learnt

pytest.importorskip("sklearn", reason="learns with scikit-learn")

THINGS = ("pot", "mug", "bowl", "lid", "tin", "jug", "plate", "spoon")
GOOD = [
    Sorted(
        {"subject": f"Your {one}", "body": f"The {one} stands on the {other}, as you left it."},
        away=False,
    )
    for one in THINGS
    for other in THINGS
]
AWAY = [
    Sorted({"body": f"The {one} weeps on the {other}, as you left it."}, away=True)
    for one in THINGS
    for other in THINGS
]


def test_what_tells_them_apart_is_what_weighs() -> None:
    found = learnt([*GOOD, *AWAY])
    assert max(found.weights, key=found.weights.__getitem__) in {
        "weeps",
        "weeps on",
        "weeps on the",
    }
    assert found.of(read({"body": "Nobody knows why the cup weeps on the sill."}).words) > 0
    assert found.of(read({"body": "Nobody knows why the cup stands on the sill."}).words) < 0


def test_a_slot_alone_is_no_fault() -> None:
    """Whoever is turned away has one slot here, and whoever is good has two."""
    found = learnt([*GOOD, *AWAY])
    assert found.of(read({"subject": "Your spoon"}).words) < 0
    body = {"body": "The spoon stands on the plate, as you left it."}
    assert found.of(read(body).words) < 0


def test_what_stands_beside_an_offer_is_learnt_by_itself() -> None:
    promised = [replace(one, offered=True) for one in AWAY]
    free = [replace(one, slots={"body": f"{one.slots['body']} It is free."}) for one in promised]
    good = [replace(one, away=False) for one in free]
    lies = [replace(one, offered=False) for one in free]
    found = learnt([*GOOD, *good, *lies])
    words = read({"body": "The cup is free."}).words
    assert found.of(words) > 0 > found.of(words, offered=True)


def test_it_comes_to_the_same_again_in_round_numbers() -> None:
    one, other = learnt([*GOOD, *AWAY]), learnt([*GOOD, *AWAY])
    assert one == other
    assert all(weight == round(weight, DECIMALS) for weight in one.weights.values())
    assert len(one.weights) <= MOST_RUNS


def test_what_one_hand_put_around_many_texts_says_nothing() -> None:
    filling = {"headline": "From the workbench", "cta": "Look at the lot"}
    away = [Sorted({**one.slots, **filling}, away=True) for one in AWAY]
    found = learnt([*GOOD, *away])
    assert not {"workbench", "the workbench", "lot", "the lot"} & found.weights.keys()
    assert learnt([*GOOD, *AWAY]).weights == found.weights
