"""A set whose rewrites are read by a model where no check finds anything."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path
from threading import Event

import pytest

import rapport
from rapport.adapters.brand_folder import read_brand_folder
from rapport.app.redteam.proofread import proofread
from rapport.app.redteam.rewrite_set import read_set
from rapport.app.redteam.verdicts import Outcome, as_json, hold_against
from rapport.app.writer.proofreading import Proof
from rapport.bootstrap.writing import Errands
from rapport.core.copy_checks import findings as f
from rapport.core.creative.message import Finding
from rapport.errors import ModelError, ModelTrouble

BRAND = read_brand_folder(Path(rapport.__file__).parent / "brands/alder_and_clay")

QUIET = "Your basket is saved, and the grey one looks a little lost in it."
CALM = "Your basket is saved, and the button below leads back to it."
LOUD = "Hurry, your basket is only saved until tonight, and it costs £9."
OFFER = "The post is ours with {{ offer.code }}, until {{ offer.ends }}."


def outcome(*rows: tuple[str, str, str]) -> Outcome:
    lines = [
        {"framework": "checkout", "tone": "warm", "offer": offer, "slots": {"body": body},
         "expected": expected, "why": "a test", "category": "guilt"}
        for expected, body, offer in rows
    ]  # fmt: skip
    return hold_against(read_set("test", "\n".join(map(json.dumps, lines)).encode()), BRAND)


class Reader:
    """Minds what says `a little lost`, and remembers what it was given."""

    def __init__(self, trouble: ModelTrouble | None = None) -> None:
        self.trouble = trouble
        self.read: list[Proof] = []

    def __call__(self, proof: Proof) -> tuple[Finding, ...]:
        self.read.append(proof)
        if self.trouble is not None:
            raise ModelError("It gave no answer.", self.trouble)
        if "a little lost" not in proof.slots["body"]:
            return ()
        return (Finding(f.PROOFREADING, "body", "a little lost", "leave it out"),)


def read_by(reader: Reader, before: Outcome) -> Outcome:
    return proofread(before, BRAND, (), reader, Errands(2).submit)


def test_what_no_check_minds_is_read_and_nothing_else() -> None:
    before = outcome(
        ("reject", QUIET, "none"), ("pass", CALM, "none"), ("reject", LOUD, "none"),
        ("pass", OFFER, "free-delivery"),
    )  # fmt: skip
    assert [one.number for one in before.missed] == [1]
    reader = Reader()
    after = read_by(reader, before)
    assert not after.missed
    assert not after.false_alarms
    assert sorted(proof.slots["body"] for proof in reader.read) == sorted([QUIET, CALM, OFFER])
    assert {proof.offer.kind for proof in reader.read if proof.offer} == {"none", "free_shipping"}
    assert as_json(after)["checks"] != as_json(before)["checks"]


def test_a_line_is_about_what_it_says_whichever_framework_has_its_offer() -> None:
    row = {
        "framework": "post-purchase", "tone": "warm", "offer": "free-delivery",
        "slots": {"body": f"Thank you for your order. {OFFER}"}, "expected": "pass", "why": "",
    }  # fmt: skip
    before = hold_against(read_set("test", json.dumps(row).encode()), BRAND)
    assert any("was added" in sentence for sentence in before.strange)
    reader = Reader()
    read_by(reader, before)
    (proof,) = reader.read
    assert proof.framework.key == "post-purchase"
    assert proof.offer is not None
    assert proof.offer.key == "free-delivery"


@pytest.mark.parametrize("trouble", [ModelTrouble.UNUSABLE, ModelTrouble.REFUSED])
def test_what_was_not_read_is_not_judged(trouble: ModelTrouble) -> None:
    after = read_by(Reader(trouble), outcome(("reject", LOUD, "none"), ("pass", CALM, "none")))
    assert [(one.line, one.why) for one in after.skipped] == [
        (2, "it was not proofread: It gave no answer.")
    ]
    assert [one.number for one in after.tried] == [1]


def test_a_model_that_is_not_set_up_right_ends_it() -> None:
    with pytest.raises(ModelError):
        read_by(Reader(ModelTrouble.SETTING), outcome(("pass", CALM, "none")))


def test_a_model_that_is_away_ends_it_and_one_that_was_slow_does_not() -> None:
    rows = outcome(*[("pass", CALM, "none")] * 40)
    with pytest.raises(ModelError):
        read_by(Reader(ModelTrouble.TEMPORARY), rows)
    asked = count()

    def now_and_then(proof: Proof) -> tuple[Finding, ...]:
        if next(asked) % 4 == 0:
            raise ModelError("It gave no answer.", ModelTrouble.TEMPORARY)
        return ()

    after = proofread(rows, BRAND, (), now_and_then, Errands(1).submit)
    assert (len(after.tried), len(after.skipped)) == (30, 10)


def test_a_model_that_is_away_is_told_at_once_and_no_slow_answer_waited_for() -> None:
    over, answered = Event(), Event()

    def read(proof: Proof) -> tuple[Finding, ...]:
        if proof.slots["body"] == CALM:
            over.wait(10)
            answered.set()
            return ()
        raise ModelError("It gave no answer.", ModelTrouble.SETTING)

    rows = outcome(("pass", CALM, "none"), *[("pass", QUIET, "none")] * 9)
    with pytest.raises(ModelError):
        proofread(rows, BRAND, (), read, Errands(2).submit)
    assert not answered.is_set()
    over.set()


def test_rewrites_that_are_read_side_by_side_keep_their_order() -> None:
    rows = outcome(*[("pass", CALM, "none"), ("reject", QUIET, "none")] * 50)
    after = proofread(rows, BRAND, (), Reader(), Errands(64).submit)
    assert [one.number for one in after.tried] == list(range(1, 101))
    assert not after.missed
    assert not after.false_alarms
