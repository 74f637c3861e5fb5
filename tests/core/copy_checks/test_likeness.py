"""The second look: it adds to what the tables find, and lets a lone doubt go where all is well."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.clauses import clause_around
from rapport.core.copy_checks.likeness import (
    LIMIT,
    SURE,
    Likeness,
    is_let_go,
    runs_of,
    second_look,
)
from rapport.core.copy_checks.matching import Hit
from rapport.core.copy_checks.reading import read

CALM = (
    "Your basket is saved, and there is no rush at all. The mug stands on the shelf by the window, "
    "where the light is good in the morning hours."
)
"""Good words, and a good many of them."""

AWAY = Likeness(-3.0, {"shelf": 60.0, "the shelf": 30.0})
"""Has only ever seen shelves turned away."""


def found_in(slots: dict[str, str], limit: float = LIMIT) -> list[tuple[str, str, str]]:
    found = second_look(AWAY, limit, read(slots), offered=False)
    return [(one.rule, one.where, one.found) for one in found]


def test_the_words_that_say_so_most_are_named() -> None:
    assert found_in({"subject": "A mug", "body": CALM}) == [(f.LIKENESS, "body", "shelf")]
    assert found_in({"body": CALM.replace("shelf", "table")}) == []


def test_of_a_few_words_nothing_is_told() -> None:
    few = "A mug for the shelf"
    assert AWAY.of(read({"subject": few}).words) > LIMIT
    assert found_in({"subject": few}) == found_in({}) == []


def test_what_people_approved_may_be_said_alike() -> None:
    calm = read({"body": CALM}).words
    longer = read({"body": f"{CALM} {CALM}"}).words
    limit = AWAY.limit_of([(longer, False), (calm, False)])
    assert limit == AWAY.of(longer) > LIMIT
    assert found_in({"body": CALM}, limit) == []
    assert AWAY.limit_of([(calm, False)]) == LIMIT, "one short line says little of a brand"
    few = read({"subject": "A mug for the shelf"}).words
    assert AWAY.limit_of([]) == AWAY.limit_of([(few, False)]) == LIMIT


def test_a_word_counts_by_itself_beside_an_offer() -> None:
    free = Likeness(0.0, {"free": 8.0, "% free": -8.0})
    words = read({"body": "It is free."}).words
    assert free.of(words) > 0 == free.of(words, offered=True)


def test_a_doubt_is_let_go_by_a_good_message_and_a_good_sentence() -> None:
    calm = Likeness(-0.5, {"shelf": -6.0})
    long = read({"body": CALM.replace("rush", "hurry"), "cta": "Look"})

    def doubt(about: str) -> Hit:
        place = next(at for at, word in enumerate(long.words) if word.text == about)
        return Hit(f.GUILT, place, place + 1)

    assert calm.of(long.words) > SURE, "not sure of all of it"
    assert not is_let_go(calm, long, [doubt("shelf")], offered=False)
    calmer = Likeness(-0.5, {"shelf": -30.0, "and": 6.0})
    assert calmer.of(long.words) <= SURE
    assert is_let_go(calmer, long, [doubt("shelf")], offered=False)
    for other, why in {
        "hurry": "its sentence tells nothing good",
        "morning": "its clause tells nothing good",
        "look": "it is the button's",
    }.items():
        assert not is_let_go(calmer, long, [doubt(other)], offered=False), why
        assert not is_let_go(calmer, long, [doubt("shelf"), doubt(other)], offered=False), why
    few = read({"body": "A shelf, a shelf."})
    assert not is_let_go(calmer, few, [Hit(f.GUILT, 1, 2)], offered=False)


WORDS = st.lists(
    st.sampled_from("we saw you left it again the pot {{cart.total}} . ? and don’t".split()),  # noqa: SIM905
    max_size=40,
).map(" ".join)


@given(WORDS, WORDS)
def test_runs_are_words_of_one_sentence_as_they_stand(subject: str, body: str) -> None:
    reading = read({"subject": subject, "body": body})
    for text, first, last in runs_of(reading.words):
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
    names = sorted({text for text, _, _ in runs_of(reading.words)})
    weights = {name: (len(name) % 7) * 0.1 - 0.25 for name in names}
    other = {name: weights[name] for name in data.draw(st.permutations(names))}
    words = reading.words
    assert Likeness(0.1, weights).of(words) == Likeness(0.1, other).of(words)


@pytest.mark.parametrize(
    ("body", "about", "clause"),
    [
        ("Leave it as it is, but you may regret it.", "regret", "but you may regret it"),
        ("Leave it as it is and go.", "leave", "leave it as it is"),
        ("A mug (a good one) holds tea.", "good", "a good one"),
        ("Tea is up. A mug holds it.", "mug", "a mug holds it"),
        ("{{ cart.first.title }}: it waits.", "waits", "it waits"),
    ],
)
def test_a_clause_ends_where_another_begins(body: str, about: str, clause: str) -> None:
    reading = read({"body": body})
    place = reading.plain.index(about)
    around = clause_around(reading, Hit(f.FEAR, place, place + 1))
    assert " ".join(word.text for word in around) == clause
