"""A model put to the test: fair samples, and everything heard that was said."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import count

import pytest
from example_brand import GOOD_WORDS, example_bench

from rapport.adapters.language_model import HttpModel, OpenAi, Server
from rapport.app.writer.trying import CHECKS, SITUATIONS, Bench, Tally, Trial, Wish, tally, trial
from rapport.core.copy_checks import findings
from rapport.core.deciding.situation import of_key
from rapport.errors import ModelError, ModelTrouble, UserError
from rapport.ports import ModelAnswer
from rapport.testing import examples as ex
from rapport.testing.model_server import Body, ModelServer, Turn

READER = of_key(SITUATIONS[0])


@pytest.fixture(scope="module")
def bench() -> Bench:
    return example_bench(*ex.blueprint().policies)


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as server:
        yield server


def tried(server: ModelServer, bench: Bench, paid: list[ModelAnswer | None] | None = None) -> Trial:
    model = HttpModel("openai:kiln", OpenAi("kiln"), Server(f"{server.url}/v1"))
    clock = count()
    task = bench.one(Wish("checkout", tone="warm", angle="help", point="first"), READER)
    took = [] if paid is None else paid
    return trial(model, task, 20.0, took.append, lambda: float(next(clock)))


def words(**changed: str) -> Turn:
    def said(body: Body) -> str:
        wanted = body["response_format"]["json_schema"]["schema"]["required"]
        return json.dumps({key: (GOOD_WORDS | changed)[key] for key in wanted}, ensure_ascii=False)

    return Turn(said)


# --- Which messages ---


def test_a_sample_is_fair_and_the_same_each_time(bench: Bench) -> None:
    tasks = bench.spread(42)
    assert tasks == bench.spread(42)
    frameworks = Counter(task.subject.framework.key for task in tasks)
    assert set(frameworks.values()) == {6}
    of_one = [task.subject for task in tasks if task.subject.framework.key == "checkout"]
    assert len({(one.point, one.action) for one in of_one}) == 6
    assert len({one.action.tone for one in of_one}) > 2
    assert len({task.asked for task in tasks}) == len(SITUATIONS)


def test_more_than_there_are_begins_again(bench: Bench) -> None:
    many = bench.spread(2_000, "welcome")
    assert len(many) == 2_000
    assert {task.subject.framework.key for task in many} == {"welcome"}


def test_a_wish_is_granted_or_told_what_there_is(bench: Bench) -> None:
    subject = bench.one(Wish("checkout", tone="playful", point="second"), READER).subject
    assert (subject.action.tone, subject.point) == ("playful", "second")
    for wish in (
        Wish("nowhere"),
        Wish("checkout", tone="grim"),
        Wish("checkout", angle="grim"),
        Wish("checkout", offer="grim"),
        Wish("checkout", point="grim"),
    ):
        with pytest.raises(UserError, match=r"(There is|It has): \w+"):
            bench.one(wish, READER)


def test_every_check_is_among_those_that_are_shown() -> None:
    named = {value for key, value in vars(findings).items() if key.isupper() and type(value) is str}
    assert named == set(CHECKS)


# --- What is heard ---


def test_words_that_pass_are_heard_with_what_they_took(server: ModelServer, bench: Bench) -> None:
    server.say(words())
    trial = tried(server, bench)
    assert (trial.result, trial.passed) == ("first", True)
    (said,) = trial.questions
    assert said.slots["cta"] == "Open your basket"
    assert json.loads(said.answer) == dict(said.slots)
    assert "Alder & Clay" in said.system
    assert (said.tokens_in, said.tokens_out, said.seconds) == (700, 80, 1.0)


def test_both_questions_are_heard_where_the_first_words_are_stopped(
    server: ModelServer, bench: Bench
) -> None:
    server.say(words(cta="Hurry! Just £9"), words())
    trial = tried(server, bench)
    assert trial.result == "second"
    assert {one.where for one in trial.questions[0].findings} == {"cta"}
    more = trial.questions[1].user.removeprefix(trial.questions[0].user)
    assert "cta: 'Hurry" in more
    assert "Hurry! Just £9" not in more, "a small model copies what it is shown"
    assert "signoff:\nWarm wishes from the workshop" in more


def test_a_minimum_in_passing_is_left_out_where_the_offer_has_none(
    server: ModelServer, bench: Bench
) -> None:
    line = (
        "The post is on us with {{ offer.code }}, on orders of {{ offer.minimum }} or more, "
        "until {{ offer.ends }}."
    )
    model = HttpModel("openai:kiln", OpenAi("kiln"), Server(f"{server.url}/v1"))
    wish = Wish("checkout", tone="warm", angle="help", offer="free-delivery", point="first")
    server.say(words(offer_line=line))
    heard = trial(model, bench.one(wish, READER), 20.0, [].append, lambda: 0.0)
    assert heard.result == "first", heard.last.findings
    assert heard.last.slots["offer_line"] == (
        "The post is on us with {{ offer.code }}, until {{ offer.ends }}."
    )
    assert "offer.minimum" in heard.last.answer, "what was said stays as it was said"


@pytest.mark.parametrize(
    ("turn", "result", "heard"),
    [
        (Turn('{"subject": "A beginning', stop="length"), "too long", '{"subject": "A beginning'),
        (Turn("I would rather not."), "unusable", "I would rather not."),
        (Turn('{"subject": ["a", "b"]}'), "unusable", '{"subject": ["a", "b"]}'),
        (Turn(status=401, raw=b"{}"), "setting", ""),
    ],
)
def test_an_answer_of_no_use_is_shown_as_it_came(
    server: ModelServer, bench: Bench, turn: Turn, result: str, heard: str
) -> None:
    server.say(turn)
    trial = tried(server, bench)
    assert trial.result == result
    assert trial.last.answer == heard
    assert heard not in trial.last.why or not heard


@pytest.mark.parametrize("turn", [Turn("No.", stop="length"), Turn("Not a word of JSON.")])
def test_what_an_answer_of_no_use_took_is_paid_for(
    server: ModelServer, bench: Bench, turn: Turn
) -> None:
    server.say(turn)
    paid: list[ModelAnswer | None] = []
    tried(server, bench, paid)
    assert [(one.tokens_in, one.tokens_out) if one else None for one in paid] == [None, (700, 80)]


def test_where_nothing_was_asked_there_is_nothing_to_show(
    server: ModelServer, bench: Bench
) -> None:
    def broke(_: ModelAnswer | None) -> None:
        raise ModelError("The day's budget is used up.", ModelTrouble.OUT_OF_BUDGET)

    model = HttpModel("openai:kiln", OpenAi("kiln"), Server(f"{server.url}/v1"))
    with pytest.raises(ModelError):
        trial(model, bench.one(Wish(), READER), 1.0, broke, lambda: 0.0)
    assert server.asked == []


def test_a_tally_counts_messages_and_questions(server: ModelServer, bench: Bench) -> None:
    server.say(
        words(),
        words(cta="Just £9"),
        words(),
        words(cta="Just £9"),
        words(cta="Hurry, just £9"),
        Turn("{", stop="length"),
    )
    found = tally([tried(server, bench) for _ in range(4)])
    assert found == Tally(
        messages=4,
        as_json=3,
        first=1,
        second=1,
        stopped_by=found.stopped_by,
        trouble=(("too long", 1),),
        questions=6,
        tokens_in=6 * 700,
        tokens_out=6 * 80,
        seconds=6.0,
    )
    assert dict(found.stopped_by)["currency"] == 1
