"""Words that passed every check are read once more, by a model that is there to object."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from example_brand import GOOD_WORDS, example_bench
from msgspec.structs import replace
from writer_world import (
    APPROVED_SUBJECT,
    DUE_AT,
    LEFT_AT,
    NEW_WORDS,
    OTHER_WORDS,
    WriterWorld,
    blueprint,
)

from rapport.adapters.language_model import HttpModel, OpenAi, Server
from rapport.app.writer import proofreading
from rapport.app.writer.drafting import Drafted, Task, drafted, proof_of
from rapport.app.writer.proofreading import Proof, objections, question
from rapport.app.writer.trying import SITUATIONS, Bench, Wish, tally, trial
from rapport.core.brand import WriterBudget
from rapport.core.copy_checks import findings as f
from rapport.core.creative.draft import BY_RULE, USABLE, Standing
from rapport.core.deciding.situation import of_key
from rapport.errors import ModelError, ModelTrouble
from rapport.ports import ModelAnswer
from rapport.testing import examples as ex
from rapport.testing.model_server import Body, ModelServer, Turn

GOOD = GOOD_WORDS
OTHER = {**GOOD, "headline": "Write to us whenever you like"}


@pytest.fixture(scope="module")
def bench() -> Bench:
    return example_bench(*ex.blueprint().policies, proofreads=True)


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as server:
        yield server


def model_at(server: ModelServer) -> HttpModel:
    return HttpModel("openai:kiln", OpenAi("kiln"), Server(f"{server.url}/v1"))


def task_of(bench: Bench, offer: str = "") -> Task:
    wish = Wish("checkout", tone="warm", angle="help", offer=offer, point="first")
    return bench.one(wish, of_key(SITUATIONS[0]))


def objects(*entries: Mapping[str, str]) -> str:
    return json.dumps({"objections": entries})


def mind(words: str, part: str = "body", rule: str = "guilt") -> str:
    return objects({"part": part, "rule": rule, "words": words})


def taking_turns(written: list[Mapping[str, str]], read: list[str]) -> Turn:
    """The next of `written` for whoever asks for a message, of `read` for a proofreader."""

    def said(body: Body) -> str:
        form = body["response_format"]["json_schema"]
        if form["name"] == proofreading.OBJECTIONS:
            return read.pop(0)
        words = written.pop(0)
        return json.dumps({key: words[key] for key in form["schema"]["required"]})

    return Turn(said)


Ask = Callable[[list[Mapping[str, str]], list[str]], Drafted]


@pytest.fixture
def ask(server: ModelServer, bench: Bench) -> Ask:
    def ask(written: list[Mapping[str, str]], read: list[str]) -> Drafted:
        server.say(taking_turns(written, read))
        return drafted(model_at(server), task_of(bench), 20.0, lambda _: None)

    return ask


# --- The question --------------------------------------------------------------------------------


def test_a_proofreader_sees_rules_claims_and_words_and_no_value(bench: Bench) -> None:
    for offer in ("none", "ten-percent"):
        task = task_of(bench, offer)
        asked = question(proof_of(task, GOOD), 5.0)
        release = task.subject.release
        for rule in proofreading.RULES:
            assert f"- {rule}: " in asked.system
        for claim in release.claims:
            assert " ".join(claim.text.split()) in asked.system
        assert f"body:\n{GOOD['body']}" in asked.user
        assert task.asked not in asked.system + asked.user, "the situation is the writer's alone"
        told = asked.system + asked.user
        assert "$" not in told
        for secret in (
            *(one.code for one in release.offers if one.code),
            *release.brand.facts.values(),
        ):
            assert secret not in told


def test_it_is_told_whether_an_offer_was_decided(bench: Bench) -> None:
    proof = proof_of(task_of(bench), GOOD)
    assert "No offer was decided" in question(proof, 1.0).user
    decided = proof_of(task_of(bench, "ten-percent"), GOOD)
    assert "A share off the price was decided" in question(decided, 1.0).user
    named = {"body": "It holds until {{ offer.ends }}."}
    unknown = replace(proof, offer=None, slots=named)
    assert "An offer was decided: what" in question(unknown, 1.0).user
    assert "No offer was decided" in question(replace(unknown, slots=GOOD), 1.0).user


# --- The answer ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def proof(bench: Bench) -> Proof:
    return proof_of(task_of(bench), GOOD)


def heard(proof: Proof, text: str) -> list[tuple[str, str]]:
    return [(one.where, one.found) for one in objections(proof, ModelAnswer(text, "kiln"))]


def test_an_objection_is_a_finding_with_its_words(proof: Proof) -> None:
    (found,) = objections(proof, ModelAnswer(mind("stays as it is meanwhile"), "kiln"))
    assert (found.rule, found.where, found.found) == (
        f.PROOFREADING, "body", "stays as it is meanwhile",
    )  # fmt: skip
    assert found.advice.startswith("guilt (")


def test_what_is_not_put_quite_right_counts_all_the_same(proof: Proof) -> None:
    """Whoever objects has a reason, whatever they call it: the words do not go out."""
    assert heard(proof, mind("the kettle is on", part="text")) == [("subject", "the kettle is on")]
    assert heard(proof, mind("words of no part", part="text")) == [("subject", "words of no part")]
    assert heard(proof, mind("", rule="taste")) == [("body", " ".join(GOOD["body"].split())[:160])]
    assert heard(proof, mind("x" * 9_000)) == [("body", "x" * 160)]
    assert heard(proof, objects()) == []


@pytest.mark.parametrize(
    "text",
    ["", "All fine.", "[]", "{}", "null", '{"objections": null}', '{"objections": ["guilt"]}',
     '{"objections": [{"part": "body"}]}', '{"objections": "none"}',
     '{"objections": [{"part": "body", "rule": "guilt", "words": "x"}], "objections": []}',
     f'{{"thoughts": {"[" * 30_000}{"]" * 30_000}, "objections": []}}'],
)  # fmt: skip
def test_an_answer_that_cannot_be_read_is_no_consent(proof: Proof, text: str) -> None:
    with pytest.raises(ModelError) as raised:
        objections(proof, ModelAnswer(text, "kiln"))
    assert raised.value.trouble is ModelTrouble.UNUSABLE


# --- A draft -------------------------------------------------------------------------------------


def test_words_that_nobody_minds_are_used(ask: Ask, server: ModelServer) -> None:
    made = ask([GOOD], [objects()])
    assert made.slots["cta"] == "Open your basket"
    assert made.prompt.split(", ") == ["rewrite-2", proofreading.version()]
    assert len(server.asked) == 2


def test_words_that_are_minded_are_written_once_more_and_read_once_more(
    ask: Ask, server: ModelServer
) -> None:
    made = ask([GOOD, OTHER], [mind("A question is always welcome", "headline"), objects()])
    assert made.slots["headline"] == OTHER["headline"]
    assert made.tries == 2
    again = server.asked[2].body["messages"][1]["content"]
    assert "headline: 'A question is always welcome' (proofreading). guilt (" in again


def test_words_that_are_minded_twice_are_not_used(ask: Ask) -> None:
    made = ask([GOOD, OTHER], [mind("the kettle", "subject"), mind("whenever", "headline")])
    assert not made.slots
    assert [(one.rule, one.found) for one in made.findings] == [(f.PROOFREADING, "whenever")]


def test_what_the_checks_stop_is_not_read(ask: Ask, server: ModelServer) -> None:
    made = ask([{**GOOD, "cta": "Just £9"}, {**GOOD, "cta": "Hurry, £9"}], [])
    assert not made.slots
    assert len(server.asked) == 2


@pytest.mark.parametrize("read", ["Looks good to me!", "{}"])
def test_words_that_nobody_is_known_to_have_read_do_not_go_out(ask: Ask, read: str) -> None:
    with pytest.raises(ModelError):
        ask([GOOD], [read])
    with pytest.raises(ModelError):
        ask([GOOD, OTHER], [mind("kettle", "subject"), read])


def test_each_question_is_paid_for(server: ModelServer, bench: Bench) -> None:
    paid: list[ModelAnswer | None] = []
    server.say(taking_turns([GOOD], ["no list"]))
    with pytest.raises(ModelError):
        drafted(model_at(server), task_of(bench), 20.0, paid.append)
    took = [(one.tokens_in, one.tokens_out) if one else None for one in paid]
    assert took == [None, (700, 80), None, (700, 80)]


def test_a_brand_that_does_not_ask_for_it_has_nothing_read(server: ModelServer) -> None:
    server.say(taking_turns([GOOD], []))
    task = task_of(example_bench(*ex.blueprint().policies))
    made = drafted(model_at(server), task, 20.0, lambda _: None)
    assert made.slots
    assert made.prompt == "rewrite-2"
    assert len(server.asked) == 1


# --- From a basket to an e-mail ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("read", "kept"),
    [([objects()], True), ([mind("on the shelf"), mind("Reply")], False), (["Fine."], False)],
)
def test_words_for_a_basket_are_kept_once_they_were_read(
    tmp_path: Path, server: ModelServer, read: list[str], *, kept: bool
) -> None:
    server.say(taking_turns([NEW_WORDS, OTHER_WORDS], read))
    world = WriterWorld(tmp_path, server, blueprint(budget=WriterBudget(proofreads=True)))
    world.leave_basket("ada")
    world.tick()
    waiting = [(one.draft.slots, one.draft.prompt) for one in world.drafts()]
    versions = f"rewrite-2, {proofreading.version()}"
    assert waiting == ([(NEW_WORDS, versions)] if kept else [])
    assert world.subjects == {"ada": APPROVED_SUBJECT}
    world.close()


@pytest.mark.parametrize("approved", [True, False])
def test_words_that_only_rules_have_passed_are_not_used_once_the_brand_has_words_proofread(
    tmp_path: Path, server: ModelServer, *, approved: bool
) -> None:
    server.say(taking_turns([NEW_WORDS, OTHER_WORDS], [objects()]))
    world = WriterWorld(tmp_path, server)
    world.leave_basket("ada")
    world.tick()
    (draft,) = world.approve_all()  # as somebody did, or else as a rule would have
    if not approved:
        by_rule = Standing(USABLE, BY_RULE, "", world.clock.at)
        with world.store.transaction() as transaction:
            assert transaction.judge_draft(world.brand, draft.id, USABLE, by_rule)
    first = world.blueprint.releases[0]
    owner = replace(first.brand, writer=WriterBudget(proofreads=True))
    with world.store.transaction() as transaction:
        release = replace(first, number=2, since=world.clock.at, brand=owner)
        transaction.publish(world.brand, release)
    world.leave_basket("ben", at=world.clock.at)
    world.tick(world.clock.at + DUE_AT - LEFT_AT)
    used = world.subjects["ben"] == NEW_WORDS["subject"]
    assert used == approved
    assert len(server.asked) == (1 if approved else 3), "new words are asked for, and read"
    world.close()


# --- Trying it out -------------------------------------------------------------------------------


def test_a_trial_shows_what_was_read_and_minded(server: ModelServer, bench: Bench) -> None:
    server.say(taking_turns([GOOD, OTHER], [mind("the kettle", "subject"), objects()]))
    tried = trial(model_at(server), task_of(bench), 20.0, lambda _: None, lambda: 0.0)
    assert tried.result == "second"
    assert [one.proofreads for one in tried.questions] == [False, True, False, True]
    assert [one.rule for one in tried.questions[1].findings] == [f.PROOFREADING]
    assert tried.last.slots["headline"] == OTHER["headline"]
    assert tally([tried]).questions == 4


def test_a_trial_says_what_a_proofreader_stopped(server: ModelServer, bench: Bench) -> None:
    mine = mind("the kettle", "subject")
    server.say(taking_turns([GOOD, OTHER, GOOD], [mine, mine, "Fine."]))
    stopped = trial(model_at(server), task_of(bench), 20.0, lambda _: None, lambda: 0.0)
    assert (stopped.result, tally([stopped]).stopped_by) == ("stopped", ((f.PROOFREADING, 1),))
    unread = trial(model_at(server), task_of(bench), 20.0, lambda _: None, lambda: 0.0)
    assert (unread.result, unread.last.answer) == ("unusable", "Fine.")
    assert "of no use" in unread.why


def test_a_trial_says_why_words_were_not_read(server: ModelServer, bench: Bench) -> None:
    """A budget that runs out between writing and reading: the last question has no trouble."""

    def paid(answer: ModelAnswer | None) -> None:
        if answer is None and server.asked:
            raise ModelError("The day's budget is used up.", ModelTrouble.OUT_OF_BUDGET)

    server.say(taking_turns([GOOD], []))
    tried = trial(model_at(server), task_of(bench), 20.0, paid, lambda: 0.0)
    assert (tried.result, tried.why) == ("out of budget", "The day's budget is used up.")
    assert len(tried.questions) == 1
