"""The second look: it adds to what the tables find, and takes nothing away."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.app.writer.turned_away import shipped_likeness
from rapport.bootstrap.redteam import brand_to_hold_to, digest_of_shipped_set
from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.compiling import standard, with_second_look
from rapport.core.copy_checks.likeness import LIMIT, Likeness, runs_of
from rapport.core.copy_checks.reading import read
from rapport.core.copy_checks.standard import Rewrite, Standard

CALM = (
    "Your basket is saved, and there is no rush at all. The mug stands on the shelf by the window, "
    "where the light is good in the morning hours."
)
"""Good words, and a good many of them."""

AWAY = Likeness(-3.0, {"shelf": 60.0, "the shelf": 30.0})
"""Has only ever seen shelves turned away."""


@pytest.fixture(scope="module")
def plain() -> Standard:
    folder, titles = brand_to_hold_to()
    framework = next(one for one in folder.frameworks if one.key == "checkout")
    return standard(framework, folder.brand, folder.voice, folder.claims, folder.offers, titles)


def test_where_nothing_else_is_found_the_words_that_say_so_most_are_named(plain: Standard) -> None:
    (found,) = replace(plain, likeness=AWAY).findings(Rewrite({"body": CALM}))
    assert (found.rule, found.where, found.found) == (f.LIKENESS, "body", "shelf")
    assert plain.findings(Rewrite({"body": CALM})) == ()


def test_where_a_table_finds_something_that_is_all_that_is_said(plain: Standard) -> None:
    rewrite = Rewrite({"body": f"{CALM} Hurry, only two are left."})
    assert replace(plain, likeness=AWAY).findings(rewrite) == plain.findings(rewrite) != ()


def test_of_another_language_and_of_a_few_words_nothing_is_told(plain: Standard) -> None:
    looking = replace(plain, likeness=AWAY)
    assert looking.findings(Rewrite({"subject": "A mug for the shelf"})) == ()
    german = "Der Becher steht auf dem shelf und wartet, bis Sie in aller Ruhe gewählt haben, gern."
    rules = {one.rule for one in looking.findings(Rewrite({"body": german}, language="de"))}
    assert f.LIKENESS not in rules


def test_what_people_approved_may_be_said_alike(plain: Standard) -> None:
    folder, _ = brand_to_hold_to()
    checkout = next(one for one in folder.frameworks if one.key == "checkout")
    body = next(one for one in checkout.blocks if one.slot == "body")
    theirs = replace(checkout, blocks=(replace(body, text=CALM),))
    looking = with_second_look(plain, theirs, AWAY)
    assert looking.like == AWAY.of(read({"body": CALM})) > LIMIT
    assert looking.findings(Rewrite({"body": CALM})) == ()
    assert with_second_look(plain, replace(checkout, blocks=()), AWAY).like == LIMIT


def test_the_shipped_limit_is_hardly_moved_by_the_example_brands_own_words() -> None:
    folder, titles = brand_to_hold_to()
    for framework in folder.frameworks:
        made = standard(framework, folder.brand, folder.voice, folder.claims, folder.offers, titles)
        assert LIMIT <= with_second_look(made, framework, shipped_likeness()).like < 1.5


WORDS = st.lists(
    st.sampled_from("we saw you left it again the pot {{cart.total}} . ? and don’t".split()),  # noqa: SIM905
    max_size=40,
).map(" ".join)


@given(WORDS, WORDS)
def test_runs_are_words_of_one_sentence_as_they_stand(subject: str, body: str) -> None:
    reading = read({"subject": subject, "body": body})
    for text, first, last in runs_of(reading):
        inside = [word for word in text.split() if word not in ("^", "$")]
        assert inside == [word.text for word in reading.words[first:last]]
        assert all(
            one.sentence == other.sentence for one, other in pairwise(reading.words[first:last])
        )


@given(WORDS, st.data())
def test_it_comes_to_the_same_in_whatever_order_weights_are_kept(
    body: str, data: st.DataObject
) -> None:
    reading = read({"body": body})
    names = sorted({text for text, _, _ in runs_of(reading)})
    weights = {name: (len(name) % 7) * 0.1 - 0.25 for name in names}
    other = {name: weights[name] for name in data.draw(st.permutations(names))}
    assert Likeness(0.1, weights).of(reading) == Likeness(0.1, other).of(reading)


def test_more_of_the_same_is_not_surer() -> None:
    """A long message is not turned away for being long."""
    learnt = shipped_likeness()
    assert learnt.of(read({"body": f"{CALM} {CALM} {CALM}"})) == pytest.approx(
        learnt.of(read({"body": CALM})), abs=0.4
    )


def test_it_was_learnt_from_the_set_that_is_shipped() -> None:
    assert shipped_likeness().learnt_from == digest_of_shipped_set(), (
        "The set has changed: run python scripts/learn_likeness.py"
    )
