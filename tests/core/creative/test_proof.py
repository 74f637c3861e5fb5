"""A visual is chosen only where what it shows is there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.brand import Review, Scene
from rapport.core.creative.framework import Level
from rapport.core.creative.proof import NEEDS, REASONS, Shown, fitting, lacking, said_in
from rapport.core.decision import Decision, Excluded
from rapport.core.editions import VARIANTS_APART
from rapport.core.effects import Decided
from rapport.core.events import Event, Line, Wake
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.testing import examples as ex

ABOUT_TEAPOT = Review("It pours.", "Ann", "a letter", "teapot")
ABOUT_MUGS = Review("It holds.", "Ben", "a letter", "mugs")
ABOUT_SHOP = Review("They answer.", "Cat", "a letter")
SCENE = Scene("table.png", "A table", "teapots")
REVIEWS = (ABOUT_SHOP, ABOUT_MUGS, ABOUT_TEAPOT)


def test_words_about_the_product_come_before_those_about_its_kind_and_the_shop() -> None:
    shown = [Shown("teapot", "teapots"), Shown("mug", "mugs")]
    assert fitting(REVIEWS, shown) == (ABOUT_TEAPOT, ABOUT_MUGS, ABOUT_SHOP)
    assert fitting(REVIEWS, [Shown("bowl", "bowls")]) == (ABOUT_SHOP,)
    assert fitting((ABOUT_MUGS,), [Shown("", "")]) == ()


def test_words_about_the_first_product_come_first_since_a_picture_shows_that_one() -> None:
    about_bowls = Review("It is deep.", "Dan", "a letter", "bowls")
    shown = [Shown("bowl", "bowls"), Shown("mug", "mugs"), Shown("teapot", "teapots")]
    assert fitting((ABOUT_MUGS, about_bowls), shown) == (about_bowls, ABOUT_MUGS)
    assert fitting((ABOUT_MUGS, about_bowls), shown[::-1]) == (ABOUT_MUGS, about_bowls)


@pytest.mark.parametrize("need", NEEDS)
def test_what_is_not_there_is_told_in_words(need: str) -> None:
    assert lacking((need,), ex.brand(), [Shown("teapot", "teapots")]) == REASONS[need]


def test_what_is_there_lets_the_visual_be_chosen() -> None:
    rich = replace(ex.brand(), reviews=REVIEWS, scenes=(SCENE,))
    two = [Shown("teapot", "teapots"), Shown("mug", "mugs")]
    assert lacking(NEEDS, rich, two) == ""
    assert lacking(("scene",), rich, [Shown("mug", "mugs")]) == REASONS["scene"]
    assert lacking((), ex.brand(), []) == ""


def test_what_others_said_is_there_in_the_language_they_said_it_in() -> None:
    french = replace(ABOUT_TEAPOT, words="Elle verse.", language="fr")
    brand = replace(ex.brand(), reviews=(ABOUT_MUGS, french, replace(ABOUT_SHOP, language="en")))
    assert [one.by for one in said_in(brand, "en")] == ["Ben", "Cat"]
    assert said_in(brand, "fr") == (french,)
    assert said_in(brand, "de") == ()
    teapot = [Shown("teapot", "teapots")]
    assert lacking(("reviews",), brand, teapot, "fr") == lacking(("reviews",), brand, teapot) == ""
    assert lacking(("reviews",), brand, teapot, "de") == REASONS["reviews"]
    assert lacking(("reviews",), brand, [Shown("mug", "mugs")], "fr") == REASONS["reviews"]


_WORDS = st.sampled_from(["", "teapot", "mug", "mugs", "teapots"])


@given(
    reviews=st.lists(st.builds(Review, st.text(), st.text(), st.text(), _WORDS), max_size=6),
    shown=st.lists(st.builds(Shown, _WORDS, _WORDS), max_size=4),
)
def test_nothing_is_shown_of_what_the_message_is_not_about(
    reviews: list[Review], shown: list[Shown]
) -> None:
    found = fitting(reviews, shown)
    told = {word for product in shown for word in product} | {""}
    assert all(review.about in told for review in found)
    assert len(found) == len(set(map(id, found)))
    assert all(review in found for review in reviews if not review.about)


def needing(*needs: str, reviews: tuple[Review, ...] = ()) -> Blueprint:
    """The shop with a second visual that needs something."""
    made = ex.blueprint(of=replace(ex.brand(), reviews=reviews))
    visuals = (Level("basket", "The basket"), Level("maker", "Others", needs=needs))
    (release,) = made.releases
    framework = replace(release.frameworks[0], visuals=visuals)
    return replace(made, releases=(replace(release, frameworks=(framework,)),))


def content(blueprint: Blueprint, *lines: Line) -> Decision:
    state, found = ProfileState("ada"), []
    begun = ex.checkout("c", ex.at(1, 10), lines=lines or (ex.line(),))
    wake = Event("wake", ex.at(2, 9), "rapport", Wake())
    for event in (*ex.subscribed(ex.at(0, 9)), begun, wake):
        state, effects = step(blueprint, state, event)
        found += [one.decision for one in effects if isinstance(one, Decided)]
    return next(one for one in found if one.stage == "content")


def test_a_visual_without_what_it_shows_is_not_eligible_and_the_decision_says_why() -> None:
    barred = Excluded("visual", "maker", REASONS["reviews"])
    assert barred in content(needing("reviews")).excluded
    assert barred in content(needing("reviews", reviews=(ABOUT_MUGS,))).excluded
    allowed = content(needing("reviews", reviews=(ABOUT_TEAPOT,)))
    assert all(one.level != "maker" for one in allowed.excluded)


def test_one_product_is_not_compared() -> None:
    assert Excluded("visual", "maker", REASONS["several"]) in content(needing("several")).excluded


def test_two_variants_of_one_product_are_not_compared_either() -> None:
    made, barred = needing("several"), Excluded("visual", "maker", REASONS["several"])
    variants = [replace(ex.line(), variant_id=name) for name in ("small", "large")]
    assert barred in content(made, *variants).excluded
    assert barred not in content(made, ex.line(), ex.line(ex.MUG)).excluded
    releases = tuple(replace(one, edition=VARIANTS_APART - 1) for one in made.releases)
    assert barred not in content(replace(made, releases=releases), *variants).excluded
