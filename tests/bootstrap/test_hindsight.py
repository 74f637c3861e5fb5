"""What the policy's decisions earned, beside what everybody used to get and the best for each."""

from __future__ import annotations

from pathlib import Path

import pytest

import rapport
from rapport.adapters.brand_folder.read import read_brand_folder
from rapport.bootstrap.rehearsing import hindsight
from rapport.core.blueprint import Release
from rapport.core.catalogue import Product
from rapport.core.creative.framework import Action, message
from rapport.core.decision import CONTENT_STAGE, Decision
from rapport.core.time import HOUR
from rapport.testing.shop import Checkout, ShopSettings, SimulatedShop, Truth
from rapport.testing.shop.possible import Possible

EXAMPLE = Path(rapport.__file__).parent / "brands/alder_and_clay"


@pytest.fixture(scope="module")
def release() -> Release:
    folder = read_brand_folder(EXAMPLE)
    return Release(
        number=1, since=0, brand=folder.brand, offers=folder.offers,
        frameworks=folder.frameworks, flows=folder.flows,
    )  # fmt: skip


@pytest.fixture(scope="module")
def truth() -> Truth:
    mug = Product(
        id="mug", title="Mug", category="mugs", price=1_900, cost=700, url="https://s.example/mug"
    )
    shop = SimulatedShop(ShopSettings(customers=300, days=14), (mug,))
    shop.requests_until(10**15)
    return shop.truth


def at_points(release: Release, truth: Truth, *keys: str) -> Possible:
    """What it comes to where each point sends its own usual message."""
    flow = release.flow("checkout")
    assert flow is not None
    usual = {one.key: message(one.usual) for one in flow.points}
    left: list[Checkout] = sorted(truth.checkouts.values(), key=lambda one: one.token)[:40]
    made = [
        decided(truth, one, key, usual[key])
        for number, one in enumerate(left)
        for key in (keys[number % len(keys)],)
    ]
    return hindsight.look_back(truth, made, release, lambda profile: profile)


def decided(truth: Truth, checkout: Checkout, point: str, action: Action) -> Decision:
    at = checkout.left_at + HOUR
    who = truth.owner(checkout).email
    return Decision("d", who, "checkout", 1, point, CONTENT_STAGE, at, 1, 1, "adaptive", action)


def test_each_decision_is_held_against_the_usual_message_of_its_own_point(
    release: Release, truth: Truth
) -> None:
    mixed = at_points(release, truth, "first", "second", "last")
    assert mixed.decisions == 40
    assert mixed.chosen == mixed.usual < mixed.best
    assert at_points(release, truth, "second").usual != at_points(release, truth, "first").usual


def test_of_many_decisions_a_sample_is_looked_at(
    release: Release, truth: Truth, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hindsight, "SAMPLE", 10)
    assert at_points(release, truth, "first").decisions == 10
