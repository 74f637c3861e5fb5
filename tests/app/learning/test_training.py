"""Intent is trained on the brand's own log, and published only where it is worth having."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from msgspec.structs import replace

from rapport.app.evidence.intent_prior import shipped_intent
from rapport.app.learning.training import Trained, train, version, versions, with_scores
from rapport.app.learning.training_text import training_lines, version_lines
from rapport.core.events import CartChanged, Event
from rapport.core.person.intent import IntentModel, intent
from rapport.core.person.predictions import Predictions
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import DAY, HOUR, MINUTE
from rapport.core.unread import Unread
from rapport.errors import UserError
from rapport.ports import LogRow
from rapport.science.intent_trial import Plan
from rapport.science.judging import Judgement
from rapport.science.unavailable import Unavailable
from rapport.testing import examples as ex

QUICK = Plan(folds=2, spans=1, draws=60)


class Shop:
    """People who visit at any time, a dozen times; `eager` ones order within minutes of putting
    something into their basket, and nobody else does."""

    def __init__(self, people: int, eager: float, seed: int = 1) -> None:
        draw = np.random.default_rng(seed)
        self.rows: dict[str, list[LogRow]] = {}
        self.states: dict[str, ProfileState] = {}
        for number in range(people):
            name = f"p{number:04}"
            events = list(self._lived(name, draw, eager))
            self.rows[name] = [LogRow(e, name, e.at, e.at) for e in events]
            state = ProfileState(name)
            for event in events[:3]:
                state = step(ex.blueprint(), state, event).state
            self.states[name] = state

    def _lived(self, name: str, draw: np.random.Generator, eager: float) -> Iterator[Event]:
        at = ex.at(0) + int(draw.integers(0, 2 * DAY))
        for visit in range(12):
            yield ex.viewed(f"{name}v{visit}", at)
            wants = draw.random() < 0.4
            if wants:
                put = CartChanged(added=ex.line())
                yield ex.event(f"{name}c{visit}", at + MINUTE, put, "segment")
            chance = eager if wants else 0.05
            if draw.random() < (chance if eager else 0.2):
                when = at + 5 * MINUTE + int(draw.integers(0, 15 * MINUTE))
                yield ex.order(f"{name}o{visit}", when, f"{name}{visit}", "")
            at += HOUR + int(draw.exponential(2 * DAY))

    def profiles(
        self, brand: str, unread: Unread | None = None
    ) -> Iterator[tuple[str, ProfileState]]:
        yield from self.states.items()

    def log(self, brand: str, profile: str) -> Sequence[LogRow]:
        return self.rows[profile]


def trained(people: int = 220, eager: float = 0.7, until: int = ex.at(40)) -> Trained:
    return train(Shop(people, eager), ex.blueprint(), until, QUICK)


@pytest.fixture(scope="module")
def good() -> Trained:
    return trained()


def test_what_people_show_is_learnt_and_worth_publishing(good: Trained) -> None:
    assert set(good.scores) == {"day", "visit"}
    assert all(trial.better and isinstance(trial.found, Judgement) for trial in good.trials)
    model = with_scores(None, good.scores)
    begun = (
        ex.viewed("v", ex.at(0, 9)),
        ex.event("c", ex.at(0, 9, 1), CartChanged(added=ex.line())),
    )
    looked = step(ex.blueprint(), ProfileState("a"), begun[0]).state
    wanted = step(ex.blueprint(), looked, begun[1]).state
    told, before = (intent(model, state, ex.at(0, 9, 1)) for state in (wanted, looked))
    assert told.day is not None
    assert before.day is not None
    assert told.day > 2 * before.day
    assert not told.prior


def test_the_words_say_how_good_it_is_and_against_what(good: Trained) -> None:
    words = "\n".join(training_lines(good))
    assert "220 people were seen on the site" in words
    assert "recency only" in words
    assert "base rate" in words
    assert "another for each span and group of people" in words
    assert words.count("Better than both, beyond noise.") == 2
    assert all(len(line) <= 60 for line in words.splitlines() if line.startswith("   "))


def test_one_person_is_told_of_as_one(good: Trained) -> None:
    first = training_lines(replace(good, people=1, moments=1, days=1.2))[0]
    assert first == (
        "1 person was seen on the site; 1 moment of theirs, over 1 day, can be learnt from."
    )


def test_where_nothing_tells_who_orders_nothing_is_published() -> None:
    found = trained(eager=0.0)
    assert found.scores == {}
    assert all("beyond noise" in trial.why for trial in found.trials)
    assert "Not published: it is not better than" in "\n".join(training_lines(found))


def test_a_brand_with_three_customers_is_told_what_is_missing() -> None:
    found = trained(people=3)
    assert found.scores == {}
    assert all(isinstance(trial.found, Unavailable) for trial in found.trials)
    assert "3 people were seen, and 150 are needed" in "\n".join(training_lines(found))


def test_an_empty_log_is_no_error() -> None:
    found = trained(people=0)
    assert (found.moments, found.people, found.scores) == (0, 0, {})


def test_what_lies_ahead_of_now_is_not_learnt_from(good: Trained) -> None:
    early = trained(until=ex.at(6))
    assert 0 < early.moments < good.moments
    assert early.days < 5.0


def test_a_target_without_a_new_score_keeps_the_one_it_had(good: Trained) -> None:
    shipped = shipped_intent()
    mixed = with_scores(shipped, {"day": good.scores["day"]})
    assert mixed.day == good.scores["day"]
    assert mixed.visit == shipped.visit
    stale = replace(shipped, features=("older",))
    assert with_scores(stale, {"day": good.scores["day"]}).visit is None


def test_models_are_listed_by_number_and_can_be_found_again(good: Trained) -> None:
    shipped, own = shipped_intent(), with_scores(None, good.scores)
    published = (
        Predictions(0, 0, shipped), Predictions(1, 5, shipped), Predictions(2, 9, own),
        Predictions(3, 9, None),
    )  # fmt: skip
    assert [one.number for one in versions(published)] == [0, 2]
    assert version(published, 1, "harbour") == shipped
    with pytest.raises(UserError, match="It has: 0, 2"):
        version(published, 3, "harbour")
    lines = version_lines(published[:3])
    assert "(holds)" in lines[0]
    assert "learnt from" in lines[0]
    assert "the one that Rapport ships" in lines[1]
    assert version_lines(()) == ["No model of intent was published yet."]


def test_a_model_taken_up_again_is_the_only_one_that_holds(good: Trained) -> None:
    shipped, own = shipped_intent(), with_scores(None, good.scores)
    models = (shipped, own, own, shipped, shipped)
    published = tuple(Predictions(number, number, one) for number, one in enumerate(models))
    newest, middle, oldest = version_lines(published)
    assert newest == "   3  the model of 0 again, kept in 4  (holds)"
    assert middle.startswith("   1 ")
    assert middle.endswith("people, kept in 2")
    assert "holds" not in middle + oldest
    gone = version_lines((*published, Predictions(5, 5, None)))
    assert "holds" not in "".join(gone)


def test_the_model_that_ships_is_whole_small_and_says_what_it_is() -> None:
    model = shipped_intent()
    assert model.features == IntentModel().features
    assert model.day is not None
    assert model.visit is not None
    assert model.day.prior
    assert model.visit.prior
    looked = step(ex.blueprint(), ProfileState("a"), ex.viewed("v", ex.at(0, 9))).state
    left = step(ex.blueprint(), looked, ex.checkout("c", ex.at(0, 9, 2))).state
    now = ex.at(0, 9, 3)
    told, before = intent(model, left, now), intent(model, looked, now)
    assert told.prior
    assert told.day is not None
    assert before.day is not None
    assert told.day > before.day
