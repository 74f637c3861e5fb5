"""`rapport rules`: what each rule says, takes away and costs."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from command_line import Command
from msgspec.structs import replace
from rich.console import Console

from rapport.app.measuring.rule_costs import (
    BRAND,
    CARE,
    CHANGED_NONE,
    GONE_ALREADY,
    NEVER_TRIED,
    NOT_RECORDED,
    PROPOSED,
    RuleCost,
    RuleCosts,
)
from rapport.cli.worth.rules import show
from rapport.core.creative.framework import ONLY, Condition, Rule
from rapport.science.off_policy import Estimate, Support
from rapport.science.unavailable import Unavailable

BASIS = Support(decisions=1_000, effective=800.0, largest=3.0, more=0)
WARM = Rule(
    "Warm", (("tone", ("warm",)),), (Condition("days_since_refund", "<", 30.0),), kind=ONLY,
    because="Something went wrong.",
)  # fmt: skip
FOUND = RuleCost(
    rule=WARM,
    where=BRAND,
    took=120,
    asked=4_000,
    changes=1_000,
    bound=0,
    support=BASIS,
    cost=Estimate(24.0, 3.0, 45.0, BASIS),
    check=Estimate(20.0, -10.0, 50.0, BASIS),
)


def shown(*rules: RuleCost, reward: str = "margin") -> str:
    console = Console(file=io.StringIO(), width=200, highlight=False)
    found = RuleCosts("harbour", "GBP", reward, 4_000, {"something": 7}, rules)
    show(found, "en_GB", console)
    assert isinstance(console.file, io.StringIO)
    return " ".join(console.file.getvalue().split())


def test_a_rule_is_shown_with_its_people_its_reason_and_its_cost() -> None:
    words = shown(FOUND)
    assert "Warm (the brand)" in words
    assert "Only the tone “warm” to anybody who had a refund in the last 30 days (d" in words
    assert "(days_since_refund < 30)." in words
    assert "Because: Something went wrong." in words
    assert "Took something away in 120 of 4,000 decisions (3%)." in words
    assert (
        "Costs £0.24 for each decision that it changes, between £0.03 lost and £0.45 lost; it "
        "changes 25%, so £60.00 in 1,000 decisions of the brand." in words
    )
    assert "7 decisions are left out: something." in words


def test_a_rule_whose_framework_decided_nothing_yet_took_nothing_of_nothing() -> None:
    words = shown(replace(FOUND, where="winback", took=0, asked=0))
    assert "No decision is on record at which it could have taken something away." in words
    assert "of 0 decisions" not in words


def test_a_gain_is_called_a_gain_and_an_unsure_cost_is_no_cost() -> None:
    gain = replace(FOUND, cost=Estimate(-24.0, -45.0, -3.0, BASIS))
    assert "Gains £0.24 for each decision that it changes" in shown(gain)
    assert "The simpler method (SNIPS) says the opposite" in shown(gain)
    unsure = replace(FOUND, cost=Estimate(4.0, -15.0, 23.0, BASIS))
    words = shown(unsure)
    assert "Too few to tell whether it costs or gains" in words
    assert "Costs" not in words


@pytest.mark.parametrize(
    ("where", "reason", "needs"),
    [
        (BRAND, NEVER_TRIED, "let the rule rest for some weeks"),
        (CARE, NEVER_TRIED, "switch it off under ‘care’ in brand.yaml for some weeks"),
        (BRAND, GONE_ALREADY, "if the other rule or limit went"),
        ("checkout", NEVER_TRIED, "a tick in its form"),
        (BRAND, NOT_RECORDED, "look again in some weeks"),
    ],
)
def test_what_is_unavailable_says_what_would_tell(where: str, reason: str, needs: str) -> None:
    unknown = Unavailable(reason)
    words = shown(replace(FOUND, where=where, cost=unknown, check=unknown))
    assert f"What it costs is unavailable, because {reason}." in words
    assert needs in words


def test_what_changed_nothing_is_not_called_unavailable() -> None:
    none = Unavailable(CHANGED_NONE)
    words = shown(replace(FOUND, cost=none, check=none))
    assert "It has changed no decision yet that chance made" in words
    assert "unavailable" not in words


def test_a_rule_of_the_brand_has_no_form_to_tick() -> None:
    never = Unavailable(NEVER_TRIED)
    assert "form" not in shown(replace(FOUND, where=BRAND, cost=never, check=never))


def test_orders_lost_are_told_in_100_decisions_and_once() -> None:
    cost = Estimate(0.0048, 0.001, 0.0086, BASIS)
    words = shown(replace(FOUND, cost=cost, check=cost), reward="ordered")
    assert (
        "Costs 0.48 orders in 100 decisions that it changes, between 0.10 orders lost and 0.86 "
        "orders lost; it changes 25%, so 1.2 orders in 1,000 decisions of the brand." in words
    )
    unsure = replace(FOUND, cost=Estimate(0.001, -0.002, 0.0048, BASIS))
    words = shown(unsure, reward="ordered")
    assert "between 0.20 orders gained and 0.48 orders lost in 100 decisions that it" in words


def test_what_cannot_be_said_is_said_with_its_reason() -> None:
    why = Unavailable("it never let chance try what it takes away")
    words = shown(replace(FOUND, cost=why, check=why))
    assert "What it costs is unavailable, because it never let chance try" in words
    assert "£" not in words


PROPOSAL = """\
rules:
  - name: No tea with jokes
    because: Nobody laughed.
    forbid: {tone: playful, offer: tea-sampler}
"""


def test_the_published_rules_and_those_to_try_are_listed(rapport: Command, here: Path) -> None:
    rapport("init", "--publish")
    (here / "try.yaml").write_text(PROPOSAL, encoding="utf-8")
    for brand in ((), ("alder-and-clay",), ("--brand", "alder-and-clay")):
        ran = rapport("rules", *brand, "--try", "try.yaml", "--json", "rules.json")
        assert ran.code == 0, ran.err
        assert re.search(r"No money off just after buying  \(the brand, rules.yaml:\d+\)", ran.out)
        jokes = r"No jokes after a refund  \(checkout, (creative/\w+.yaml):(\d+)\)"
        named = re.search(jokes, ran.out)
        assert named
        (folder,) = here.glob("*/brands/alder-and-clay")
        lines = (folder / named[1]).read_text("utf-8").splitlines()
        assert "No jokes after a refund" in lines[int(named[2]) - 1]
        assert "No tea with jokes  (proposed, try.yaml:2)" in ran.out
        assert "It has changed no decision yet that chance made" in ran.out
    listed = json.loads((here / "rules.json").read_text("utf-8"))
    assert listed["rules"][-1]["where"] == PROPOSED
    assert listed["rules"][-1]["place"] == "try.yaml:2"


def test_a_rule_that_was_changed_since_it_was_published_is_told_without_a_line(
    rapport: Command, here: Path
) -> None:
    rapport("init", "--publish")
    (file,) = here.glob("*/brands/alder-and-clay/rules.yaml")
    text = file.read_text("utf-8")
    because = text[text.index("because:") :].partition("\n")[0]
    file.write_text(text.replace(because, "because: We think so now.", 1), "utf-8")
    assert "No money off just after buying  (the brand)" in rapport("rules").out


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (PROPOSAL.replace("playful", "loud"), "try.yaml:4: rules[0].forbid.tone: found 'loud'"),
        (PROPOSAL.replace("forbid:", "permit:"), "try.yaml:4: rules[0].permit: unknown key"),
        ("", "try.yaml: the file is empty"),
    ],
)
def test_a_mistake_in_the_file_to_try_is_named_with_its_line(
    rapport: Command, here: Path, file: str, said: str
) -> None:
    rapport("init", "--publish")
    (here / "try.yaml").write_text(file, encoding="utf-8")
    ran = rapport("rules", "--try", "try.yaml")
    assert (ran.code, said in ran.err) == (2, True), ran.err


def test_used_wrongly_it_says_what_there_is(rapport: Command) -> None:
    rapport("init", "--publish")
    for words, said in (
        (("nobody",), "no brand 'nobody'"),
        (("--try", "nowhere.yaml"), "cannot be read"),
        (("--reward", "clicks"), "no reward 'clicks'"),
    ):
        ran = rapport("rules", *words)
        assert (ran.code, said in ran.err) == (2, True), ran.err


def test_what_care_amounts_to_is_listed_with_where_it_comes_from(rapport: Command) -> None:
    rapport("init", "--publish")
    words = " ".join(rapport("rules").out.split())
    assert "care: after a complaint (the brand’s care, built in)" in words
    assert "care: while a parcel is delayed (the brand’s care, built in)" in words
    assert words.endswith("changed, or switched off, under 'care' in brand.yaml.")


CARE = """care:
  complaint: {wait: 30d}
  refund:
    wait: 5d
    soften: [plain, warm]
    for: 30d
  open_ticket: off
"""


def test_care_that_a_brand_sets_is_told_with_its_line(rapport: Command, here: Path) -> None:
    rapport("init", "--publish")
    folder = here / "rapport/brands/alder-and-clay"
    sender = folder / "brand.yaml"
    before = sender.read_text(encoding="utf-8")
    first = len(before.splitlines()) + 1
    sender.write_text(before + CARE, encoding="utf-8")
    assert rapport("publish", folder).code == 0
    told = {
        f"care: after a complaint (the brand’s care, brand.yaml:{first + 1})",
        f"care: after a refund (the brand’s care, brand.yaml:{first + 3})",
        f"care: softly after a refund (the brand’s care, brand.yaml:{first + 4})",
        "care: while a parcel is delayed (the brand’s care, built in)",
    }
    words = " ".join(rapport("rules", "--json", "rules.json").out.split())
    assert {one for one in told if one in words} == told
    assert "question to support" not in words
    places = {one["rule"]["name"]: one["place"]
              for one in json.loads((here / "rules.json").read_text())["rules"]}  # fmt: skip
    assert places["care: after a refund"] == f"brand.yaml:{first + 3}"

    # What was published says its line no longer where the folder says something else by now.
    sender.write_text(before + CARE.replace("5d", "6d"), encoding="utf-8")
    words = " ".join(rapport("rules").out.split())
    assert "care: after a refund (the brand’s care, brand.yaml)" in words
    assert f"care: softly after a refund (the brand’s care, brand.yaml:{first + 4})" in words
    sender.write_text(before, encoding="utf-8")
    words = " ".join(rapport("rules").out.split())
    assert "care: after a complaint (the brand’s care, built in)" in words
    assert "care: after a refund (the brand’s care, brand.yaml)" in words
    sender.unlink()
    assert "care: after a refund (the brand’s care, brand.yaml)" in " ".join(
        rapport("rules").out.split()
    )
