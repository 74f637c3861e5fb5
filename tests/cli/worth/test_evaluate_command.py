"""`rapport evaluate`: an answer, or plainly why there is none."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from command_line import Command
from msgspec.structs import replace
from rich.console import Console

from rapport.app.measuring.against import Against
from rapport.app.measuring.evaluate import Evaluation, Held
from rapport.app.measuring.launch import launch_gate
from rapport.app.measuring.outlook import Outlook
from rapport.cli.worth.evaluate import show
from rapport.science.off_policy import Estimate, Support
from rapport.science.unavailable import Unavailable

BASIS = Support(decisions=4_000, effective=900.0, largest=12.0, more=0)
ROBUST = Estimate(420.0, 380.0, 465.0, BASIS)
GAIN = Estimate(60.0, 12.0, 110.0, BASIS)
TODAY = Against(6, Estimate(360.0, 320.0, 405.0, BASIS), BASIS, GAIN, GAIN)
METHODS = ("SNIPS", "IPW", "DM", "DR", "SWITCH", "DRos", "MIPS")

FOUND = Evaluation(
    brand="harbour",
    policy=7,
    reward="margin",
    currency="GBP",
    decisions=4_000,
    profiles=2_500,
    seen=False,
    left_out={"the policy has learnt from them": 1_200},
    earned=360.0,
    estimates=dict.fromkeys(METHODS, ROBUST),
    support=BASIS,
    part="the offer",
    against=TODAY,
    gate=launch_gate(ROBUST, ROBUST, BASIS, TODAY),
)


def shown(found: Evaluation) -> str:
    console = Console(file=io.StringIO(), width=140, highlight=False)
    show(found, "en_GB", console)
    assert isinstance(console.file, io.StringIO)
    return " ".join(console.file.getvalue().split())


def test_an_answer_names_its_basis_every_method_the_gain_and_the_gate():
    words = shown(FOUND)
    assert "Policy 7, judged by 4,000 decisions about 2,500 people." in words
    assert "1,200 decisions are left out: the policy has learnt from them." in words
    for method in METHODS:
        assert method in words
    assert "£3.80 and £4.65" in words
    assert "Policy 6, which decides today, would have earned £3.60, between £3.20" in words
    assert "earned £0.60 more than policy 6, between £0.12 more and £1.10 more" in words
    assert "It may be launched" in words


def test_what_was_held_to_what_is_usual_is_told_beside_what_was_earned():
    words = shown(replace(FOUND, earned=9_000.0, held=Held(2, 14_500.0, 365.0)))
    assert "What was done earned £90.00 a decision." in words
    assert "2 decisions came to more than £145.00, 4 times what 95% of those with an order" in words
    assert "So counted, what was done earned £3.65 a decision." in words
    assert "came to more than" not in shown(FOUND)


def test_a_loss_is_called_a_loss():
    worse = replace(FOUND, against=replace(TODAY, gain=Estimate(-60.0, -110.0, -12.0, BASIS)))
    assert "earned £0.60 less than policy 6, between £1.10 less and £0.12 less" in shown(worse)


def test_orders_are_told_for_each_100_decisions():
    assert "12.50 per 100" in shown(replace(FOUND, reward="ordered", earned=0.125))


def test_a_refusal_says_why_and_shows_no_figure():
    why = Unavailable("12 decisions tell as much as 3 would: about 1,900 more decisions")
    words = shown(replace(FOUND, estimates=dict.fromkeys(METHODS, why), earned=why))
    assert "There is no answer yet, because 12 decisions" in words
    assert "£" not in words


def test_a_refusal_says_how_much_is_still_to_come():
    why = Unavailable("no decision can be used")
    to_come = Outlook(0, 500, 70.0, "It takes about 500 more decisions.")
    found = replace(FOUND, estimates=dict.fromkeys(METHODS, why), outlook=to_come)
    assert "can be used. It takes about 500 more decisions." in shown(found)


def test_a_brand_without_decisions_is_refused_and_exits_with_1(
    rapport: Command, here: Path
) -> None:
    rapport("init", "--publish")
    ran = rapport("evaluate", "0", "--json", "figures.json")
    assert ran.code == 1
    assert "There is no answer yet, because no decision can be used" in ran.out
    figures = json.loads((here / "figures.json").read_text(encoding="utf-8"))
    assert figures["estimates"]["DR"]["kind"] == "unavailable"
    assert figures["gate"]["open"] is False


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("evaluate", "3"), "no policy 3"),
        (("evaluate", "0", "--reward", "clicks"), "no reward 'clicks'"),
        (("evaluate", "0", "--brand", "nobody"), "no brand 'nobody'"),
    ],
)
def test_used_wrongly_it_says_what_there_is_and_exits_with_2(
    rapport: Command, words: tuple[str, ...], said: str
) -> None:
    rapport("init", "--publish")
    ran = rapport(*words)
    assert ran.code == 2
    assert said in ran.err
