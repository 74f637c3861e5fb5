"""The second look: it adds to what the tables find, and takes nothing away."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.likeness import LIMIT, Likeness, runs_of, second_look
from rapport.core.copy_checks.reading import read

CALM = (
    "Your basket is saved, and there is no rush at all. The mug stands on the shelf by the window, "
    "where the light is good in the morning hours."
)
"""Good words, and a good many of them."""

AWAY = Likeness(-3.0, {"shelf": 60.0, "the shelf": 30.0})
"""Has only ever seen shelves turned away."""


def found_in(slots: dict[str, str], limit: float = LIMIT) -> list[tuple[str, str, str]]:
    found = second_look(AWAY, limit, read(slots))
    return [(one.rule, one.where, one.found) for one in found]


def test_the_words_that_say_so_most_are_named() -> None:
    assert found_in({"subject": "A mug", "body": CALM}) == [(f.LIKENESS, "body", "shelf")]
    assert found_in({"body": CALM.replace("shelf", "table")}) == []


def test_of_a_few_words_nothing_is_told() -> None:
    few = "A mug for the shelf"
    assert AWAY.of(read({"subject": few})) > LIMIT
    assert found_in({"subject": few}) == found_in({}) == []


def test_what_people_approved_may_be_said_alike() -> None:
    limit = AWAY.limit_of([read({"body": CALM})])
    assert limit == AWAY.of(read({"body": CALM})) > LIMIT
    assert found_in({"body": CALM}, limit) == []
    assert AWAY.limit_of([]) == AWAY.limit_of([read({"subject": "A mug for the shelf"})]) == LIMIT


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
