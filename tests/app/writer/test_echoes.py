"""Answers that hand the question back, and parts that nobody wrote. The words are real ones, of
SmolLM2-135M-Instruct, where a test says so."""

from __future__ import annotations

import json
from importlib import resources

import pytest
from example_brand import example_bench
from hypothesis import given
from hypothesis import strategies as st

from rapport.app.writer.drafting import Task, stands_against
from rapport.app.writer.echoes import RUN, echoes, in_some_cases, unwritten
from rapport.app.writer.prompting import REWRITE_PROMPT, as_decided, as_shown, own_words, to_be_used
from rapport.app.writer.trying import SITUATIONS, Bench, Wish
from rapport.core.deciding.situation import of_key

WORDS = st.lists(
    st.sampled_from(["pot", "kettle", "leaf", "the", "a", "of", "glaze", "warm", "saved"]),
    max_size=30,
)


@pytest.fixture(scope="module")
def bench() -> Bench:
    return example_bench()


@pytest.mark.parametrize(
    "echo",
    [
        "This is the first of several: helpful, and in no hurry.",
        "The e-mail is about the shop itself; a button leads to it.",
        "They have ordered here once; this would be their second order.",
        "Make nobody feel guilty, ashamed, afraid or watched.",
    ],
)
def test_words_of_the_question_are_stopped(bench: Bench, echo: str) -> None:
    """The first two were, but for a word, a small model's subject lines."""
    task = bench.one(Wish("welcome"), of_key(SITUATIONS[0]))
    words = {"subject": echo, "cta": "Have a look"}
    found = [one for one in stands_against(task, words) if one.rule == "instruction"]
    assert {one.where for one in found} == {"subject"}
    assert "words of the question" in found[-1].advice


def test_approved_words_and_claims_are_there_to_be_used(bench: Bench) -> None:
    for task in bench.spread(60):
        subject = task.subject
        asked = own_words(REWRITE_PROMPT, subject, task.asked)
        used = {key: block.text for key, block in subject.blocks.items()}
        claimed = {f"claim {at}": one.text for at, one in enumerate(subject.claims)}
        assert echoes(used | claimed, asked, to_be_used(subject)) == []


def test_hardly_a_good_rewrite_of_the_red_teams_sounds_like_the_question(bench: Bench) -> None:
    lines = (resources.files("rapport") / "redteam" / "rewrites.jsonl").read_text(encoding="utf-8")
    good = [one for one in map(json.loads, lines.splitlines()) if one["expected"] == "pass"]
    found, tasks = [], dict[str, Task]()
    for one in good:
        key = one["framework"]
        if key not in tasks:
            tasks[key] = bench.one(Wish(key), of_key(SITUATIONS[0]))
        task = tasks[key]
        asked = own_words(REWRITE_PROMPT, task.subject, task.asked)
        found += echoes(one["slots"], asked, to_be_used(task.subject))
    assert len(good) > 2_000
    assert len(found) <= 0.001 * len(good), found


TEA = "Brisk leaf for the morning, something softer for the afternoon."
CASES = (
    "Two things help. {% if viewed.first.category == 'Tea' -%} When someone asks, Asha asks when "
    f"they drink it. {TEA} {{%- else -%}} Hold a mug by its handle first. {{%- endif %}} So ask.",
)


@pytest.mark.parametrize("words", [TEA, "Do hold a mug by its handle first."])
def test_words_for_some_things_only_are_not_said_of_all(words: str) -> None:
    """A model of half a billion parameters copied the tea's paragraph for whoever looked round."""
    (found,) = in_some_cases({"body": f"Two things help. {words} So ask."}, CASES, ())
    assert (found.rule, found.where) == ("sense", "body")
    assert list(in_some_cases({"body": f"Two things help. {words}"}, CASES, [words])) == []


def test_words_for_all_things_and_for_how_many_there_are_may_be_said() -> None:
    more = "Ask{% if cart.count > 1 %}, or anything else in your basket today{% endif %}."
    words = {"body": "Two things help. So ask, or anything else in your basket today."}
    assert list(in_some_cases(words, [*CASES, more], ())) == []


def test_approved_words_whose_condition_the_offer_decides_may_be_said(bench: Bench) -> None:
    task = bench.one(Wish("checkout", offer="ten-percent"), of_key(SITUATIONS[0]))
    assert any("offer.minimum" in text for text in as_decided(task.subject))
    (line,) = [text for text in as_decided(task.subject) if "offer.code" in text]
    assert "{%" not in line
    found = in_some_cases({"offer_line": line}, as_decided(task.subject), ())
    assert list(found) == []


def test_a_body_that_is_the_approved_one_is_no_rewrite(bench: Bench) -> None:
    task = bench.one(Wish("cart", tone="plain"), of_key(SITUATIONS[0]))
    body = as_shown(task.subject)["body"]
    found = stands_against(task, {"subject": "Something new", "body": f" {body}\n"})
    assert ("repetition", "body") in {(one.rule, one.where) for one in found}


@given(WORDS, WORDS)
def test_a_run_of_words_is_found_wherever_it_stands_and_a_shorter_one_never(
    before: list[str], after: list[str]
) -> None:
    secret = ["alpha", "beta", "gamma", "delta", "epsilon"]
    asked = [f"Nobody says {' '.join(secret)} aloud."]
    whole = " ".join([*before, *secret, *after])
    assert [one.found for one in echoes({"body": whole}, asked, ())] == [" ".join(secret)]
    parted = " ".join([*before, *secret[: RUN - 1], *after])
    assert echoes({"body": parted}, asked, ()) == []
    assert echoes({"body": whole}, asked, [whole]) == []


@pytest.mark.parametrize(
    ("slot", "words"),
    [
        ("headline", "The first line"),
        ("body", "print"),
        ("subject", "The message"),
        ("headline", "The text"),
        ("body", "A hand with choosing, if you’d like it,"),
        ("cta", "Go to your basket,"),
        ("body", "Your basket is saved. If you would like to"),
        ("preheader", "Your basket is saved and –"),
    ],
)
def test_a_part_that_nobody_wrote_is_stopped(slot: str, words: str) -> None:
    """The first six were a small model's."""
    assert [(one.rule, one.where) for one in unwritten({slot: words})] == [("sense", slot)]


@pytest.mark.parametrize(
    ("slot", "words"),
    [
        ("signoff", "Warm wishes,"),
        ("subject", "New here?"),
        ("headline", "A word before you order"),
        ("body", "Your basket is saved. It holds {{ cart.names }}"),
        ("body", "She said ‘take your time, do.’"),
        ("cta", "Open your basket"),
        ("offer_line", "With {{ offer.code }}, until {{ offer.ends }}"),
    ],
)
def test_a_part_that_somebody_wrote_is_not(slot: str, words: str) -> None:
    assert list(unwritten({slot: words})) == []
