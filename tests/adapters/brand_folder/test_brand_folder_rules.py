"""rules.yaml: read with every mistake named, written without loss."""

from __future__ import annotations

from pathlib import Path

import pytest
from fixture_folder import FIXTURE
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.adapters.brand_folder import read_brand_folder, write_brand_folder
from rapport.adapters.brand_folder.scalars import read_day, write_day
from rapport.core.creative.framework import (
    FORBID,
    ONLY,
    RULE_KINDS,
    SILENCE,
    Condition,
    Rule,
)
from rapport.core.deciding.budget import Budget
from rapport.errors import BrandFolderError

ALL = """\
rules:
  - name: No money off just after buying
    because: They paid the full price.
    forbid: {offer: five-off}
    when: [days_since_order < 14]
  - name: The list after a refund
    because: Something went wrong.
    only: {visual: [list]}
    when: {all: [days_since_refund < 30], any: [orders_count < 3, open_tickets > 0]}
  - name: Quiet at Christmas
    because: The workshop is shut.
    say: nothing
    from: 2026-12-24
    until: 2026-12-26
    frameworks: [checkout]
    active: false
"""


def problems(folder: Path, rules: str) -> tuple[str, ...]:
    (folder / "rules.yaml").write_text(rules, "utf-8")
    with pytest.raises(BrandFolderError) as caught:
        read_brand_folder(folder)
    return caught.value.problems


def taken(folder: Path, rules: str) -> None:
    (folder / "rules.yaml").write_text(rules, "utf-8")
    read_brand_folder(folder)


def one(does: str, more: str = "") -> str:
    return f"rules:\n  - name: A\n    because: B\n    {does}\n" + (f"    {more}\n" if more else "")


@pytest.mark.parametrize(
    ("both", "told"),
    [
        (("orders_count >= 3", "orders_count < 2"), True),
        (("orders_count == 3", "orders_count != 3"), True),
        (("orders_count > 3", "orders_count <= 3"), True),
        (("average_order > 5", "average_order < 5.5"), False),
        (("orders_count >= 3", "orders_count <= 3"), False),
        (("orders_count >= 3", "days_since_order < 2"), False),
        (("offer_used[free-delivery] >= 1", "offer_used[five-off] < 1"), False),
    ],
)
def test_two_conditions_that_never_hold_together_are_refused(
    both: tuple[str, str], told: bool, folder: Path
) -> None:
    listed = f"['{both[0]}', '{both[1]}']"
    for when in (f"when: {listed}", f"when: {{all: {listed}}}"):
        if told:
            (found,) = problems(folder, one("say: nothing", when))
            assert found.startswith("rules.yaml:5: ")
            assert f"'{both[0]}' and '{both[1]}' never hold together" in found
        else:
            taken(folder, one("say: nothing", when))
    taken(folder, one("say: nothing", f"when: {{any: {listed}}}"))


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("session_products >= 20", "never holds, as session_products is from 0 to 16: ask for"),
        ("messages_28d >= 40", "never holds, as messages_28d is from 0 to 30: ask for what can be"),
        ("messages_28d > 30", "never holds"),
        ("orders_count < 0", "never holds, as orders_count is never below 0"),
        ("click_rate > 1.5", "never holds, as click_rate is from 0 to 1"),
        ("on_phone == 2", "never holds, as on_phone is from 0 to 1"),
        ("offer_used[ten] < 0", "never holds, as offer_used[ten] is never below 0"),
        ("messages_28d <= 30", "always holds, as messages_28d is from 0 to 30: leave it out"),
        ("session_products != 17", "always holds"),
    ],
)
@pytest.mark.parametrize("written", ["when: ['{}']", "when: {{any: ['{}']}}"])
def test_what_nobody_can_make_true_or_untrue_is_refused_with_its_line_and_what_can_be(
    folder: Path, when: str, told: str, written: str
) -> None:
    (found,) = problems(folder, one("say: nothing", written.format(when)))
    assert found.startswith("rules.yaml:5: ")
    assert f"'{when}' {told}" in found


@pytest.mark.parametrize(
    "when",
    [
        "session_products >= 16", "messages_28d < 30", "cart_margin < 0", "next_order_overdue > -3",
        "days_since_order >= 0", "click_rate <= 1", "local_hour == 23", "stated[x=y] == 1",
    ],
)  # fmt: skip
def test_what_somebody_can_make_true_and_untrue_may_be_asked_for(when: str, folder: Path) -> None:
    (folder / "rules.yaml").write_text(one("say: nothing", f"when: ['{when}']"), "utf-8")
    problem: tuple[str, ...] = ()
    try:
        read_brand_folder(folder)
    except BrandFolderError as error:
        problem = error.problems
    assert not [one for one in problem if " holds, as " in one]


def test_rules_become_typed_values(folder: Path) -> None:
    (folder / "rules.yaml").write_text(ALL, "utf-8")
    money, warm, christmas = read_brand_folder(folder).rules
    assert (money.kind, money.levels) == (FORBID, (("offer", ("five-off",)),))
    assert money.when == (Condition("days_since_order", "<", 14.0),)
    assert (warm.kind, warm.levels) == (ONLY, (("visual", ("list",)),))
    assert warm.when == (Condition("days_since_refund", "<", 30.0),)
    assert [c.signal for c in warm.any_of] == ["orders_count", "open_tickets"]
    assert (christmas.kind, christmas.active, christmas.frameworks) == (
        SILENCE,
        False,
        ("checkout",),
    )
    assert (christmas.first_day, christmas.last_day) == (20_811, 20_813)
    assert money.because == "They paid the full price."


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        pytest.param(
            one("forbid: {tone: shouting}"),
            "rules.yaml:4: rules[0].forbid.tone: found 'shouting', expected a level of tone that "
            "exists",
            id="an unknown level",
        ),
        pytest.param(
            one("forbid: {time: dawn}"),
            "rules.yaml:4: rules[0].forbid.time: found 'dawn', expected a level of time that",
            id="an unknown moment",
        ),
        pytest.param(
            one("say: nothing", "when: [moon_phase > 0]"),
            "rules.yaml:5: rules[0].when[0]: unknown signal 'moon_phase'",
            id="an unknown signal",
        ),
        pytest.param(
            one("forbid: {mood: warm}"),
            "rules.yaml:4: rules[0].forbid.mood: unknown key",
            id="an unknown factor",
        ),
        pytest.param(
            one("say: something"),
            "rules.yaml:4: rules[0].say: found 'something', expected one of nothing",
            id="it cannot be made to speak",
        ),
        pytest.param(
            one("say: nothing", "forbid: {tone: warm}"),
            "rules.yaml:2: rules[0]: a rule does exactly one of: forbid, only, say",
            id="two at once",
        ),
        pytest.param(
            "rules:\n  - {name: A, say: nothing}\n",
            "rules.yaml:2: rules[0]: 'because' is missing",
            id="no reason",
        ),
        pytest.param(
            one("say: nothing", "from: 2026-02-30"),
            "rules.yaml:5: rules[0].from: found '2026-02-30', expected a date such as 2026-12-31",
            id="a day that is none",
        ),
        pytest.param(
            one("say: nothing", "from: 2026-02-03\n    until: 2026-02-02"),
            "rules.yaml:6: rules[0].until: found '2026-02-02', expected a day that is not before",
            id="days the wrong way round",
        ),
        pytest.param(
            one("say: nothing", "frameworks: [winback]"),
            "rules.yaml:5: rules[0].frameworks[0]: found 'winback', expected a framework that",
            id="an unknown framework",
        ),
        pytest.param(
            one("say: nothing", "when: {any: []}"),
            "rules.yaml:5: rules[0].when.any: found a list, expected at least one condition",
            id="any of nothing",
        ),
        pytest.param(
            one("forbid: {}"),
            "rules.yaml:4: rules[0].forbid: found a mapping, expected at least one factor",
            id="forbids nothing",
        ),
        pytest.param(
            one("forbid: {tone: []}"),
            "rules.yaml:4: rules[0].forbid.tone: found a list, expected at least one level",
            id="an empty list of levels",
        ),
        pytest.param(
            one("say: nothing").replace("name: A", "name: quiet hours"),
            "rules.yaml:2: rules[0]: 'quiet hours' is what Rapport itself gives as a reason",
            id="a name that is taken",
        ),
        pytest.param(
            one("say: nothing") + one("say: nothing").removeprefix("rules:\n"),
            "rules.yaml:5: rules[1]: rule 'A' is written twice, first on line 2",
            id="a name twice",
        ),
        pytest.param(
            one("forbid: {tone: [warm, plain]}", "when: [orders_count > 2]"),
            "rules.yaml:2: rules[0]: the rule 'A' leaves no message in the framework 'checkout'",
            id="one rule that leaves nothing",
        ),
        pytest.param(
            one("only: {tone: warm}", "when: [orders_count > 2]")
            + one("only: {tone: plain}", "when: [orders_count > 1]")
            .removeprefix("rules:\n")
            .replace("name: A", "name: Z"),
            "rules.yaml:2: rules[0]: the rules 'A' and 'Z' together leave no message in the",
            id="two that collide",
        ),
        pytest.param(
            one("say: nothing"),
            "rules.yaml:2: rules[0]: the rule 'A' says nothing to everybody, for good: say for",
            id="silence for everybody",
        ),
        pytest.param(
            one("say: nothing", "from: 2026-12-24\n    frameworks: checkout"),
            "rules.yaml:2: rules[0]: the rule 'A' says nothing to everybody, for good: say for",
            id="silence for everybody from some day on",
        ),
        pytest.param(
            one("forbid: {tone: plain}"),
            "rules.yaml:2: rules[0]: the rule 'A' forbids the usual message of point first",
            id="the usual message for everybody",
        ),
        pytest.param("rules: 7\n", "rules.yaml:1: rules: found '7', expected a list", id="no list"),
        pytest.param("rule: []\n", "rules.yaml:1: rule: unknown key", id="a misspelt file"),
    ],
)
def test_a_mistake_is_named_with_its_place(folder: Path, rules: str, expected: str) -> None:
    found = problems(folder, rules)
    assert any(line.startswith(expected) for line in found), found


@pytest.mark.parametrize("part", ["until: 2031-01-02", "active: false"])
def test_silence_for_everybody_that_ends_or_rests_is_a_rule(folder: Path, part: str) -> None:
    taken(folder, one("say: nothing", part))


def test_a_frameworks_own_rule_may_name_a_moment_and_a_wrong_one_is_told(folder: Path) -> None:
    creative = folder / "creative/checkout.yaml"
    text = creative.read_text("utf-8")
    rule = "  - {name: Not at night, forbid: {time: TIME}, when: ['orders_count > 2']}\n"
    assert "rules:\n" in text
    right, wrong = (rule.replace("TIME", time) for time in ("now", "noon"))
    creative.write_text(text.replace("rules:\n", "rules:\n" + right), "utf-8")
    assert read_brand_folder(folder).frameworks[0].rules[0].levels == (("time", ("now",)),)
    creative.write_text(text.replace("rules:\n", "rules:\n" + wrong), "utf-8")
    with pytest.raises(BrandFolderError, match="found 'noon', expected a time of this framework's"):
        read_brand_folder(folder)


def test_an_only_for_a_framework_without_such_levels_asks_where_it_holds(folder: Path) -> None:
    winback = (folder / "creative/checkout.yaml").read_text("utf-8")
    winback = winback.replace("key: checkout", "key: winback", 1).replace("key: now", "key: dawn")
    (folder / "creative/winback.yaml").write_text(winback, "utf-8")
    flow = (folder / "flows/checkout.yaml").read_text("utf-8")
    flow = flow.replace("key: checkout", "key: winback", 1)
    flow = flow.replace("framework: checkout", "framework: winback")
    flow = flow.replace("key: now", "key: dawn").replace("time: now", "time: dawn")
    (folder / "flows/winback.yaml").write_text(flow, "utf-8")
    found = problems(folder, one("only: {time: now}", "when: [orders_count > 2]"))
    assert any("leaves no time at point first in the framework 'winback'" in line for line in found)
    (folder / "rules.yaml").write_text(
        one("only: {time: now}", "when: [orders_count > 2]\n    frameworks: checkout"), "utf-8"
    )
    assert read_brand_folder(folder).rules[0].frameworks == ("checkout",)


def test_too_many_rules_are_refused(folder: Path) -> None:
    many = "rules:\n" + "".join(
        f"  - {{name: N{n}, because: B, say: nothing, when: [orders_count > {n}]}}\n"
        for n in range(301)
    )
    assert any("at most 300 rules" in line for line in problems(folder, many))


LEVELS = {"time": ["now", "evening"], "tone": ["warm", "plain"], "angle": ["help"]}
conditions = st.lists(
    st.builds(
        Condition,
        st.sampled_from(("order_value_total", "next_order_overdue")),
        st.sampled_from(("<", ">=", "!=")),
        st.integers(-1_000, 1_000).map(lambda n: n / 100),
    ),
    max_size=2,
).map(tuple)
words = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=30).map(
    lambda text: text.strip() or "A"
)


@st.composite
def written_rules(draw: st.DrawFn) -> Rule:
    kind = draw(st.sampled_from(RULE_KINDS))
    factors = draw(st.lists(st.sampled_from(sorted(LEVELS)), min_size=1, unique=True))
    levels = tuple(
        (f, tuple(draw(st.lists(st.sampled_from(LEVELS[f]), min_size=1, unique=True))))
        for f in factors
    )
    first = draw(st.none() | st.integers(20_000, 21_000))
    last = draw(st.none() | st.integers(21_000, 22_000))
    return Rule(
        name=draw(words),
        levels=() if kind == SILENCE else levels,
        when=draw(conditions),
        kind=kind,
        any_of=draw(conditions),
        because=draw(words),
        first_day=first,
        last_day=last,
        active=draw(st.booleans()),
        frameworks=draw(st.sampled_from(((), ("checkout",)))),
    )


LASTING = written_rules().filter(lambda rule: not rule.for_good)
"""Rules that a folder takes: none says nothing to everybody for good."""


@settings(max_examples=40, deadline=None)
@given(st.lists(LASTING, min_size=1, max_size=4, unique_by=lambda rule: rule.name))
def test_written_rules_read_as_the_same(
    tmp_path_factory: pytest.TempPathFactory, rules: list[Rule]
) -> None:
    read = read_brand_folder(FIXTURE)
    target = tmp_path_factory.mktemp("written")
    write_brand_folder(replace(read, rules=tuple(rules)), target)
    assert read_again(target) in (tuple(rules), None)


def read_again(folder: Path) -> tuple[Rule, ...] | None:
    """The rules in the folder; None where they are refused for what they do, not how they look."""
    try:
        return read_brand_folder(folder).rules
    except BrandFolderError as error:
        about = ("leave", "forbids the usual", "invisible")
        if not all(any(word in line for word in about) for line in error.problems):
            raise
        return None


def test_a_folder_without_rules_is_never_written_over_one_that_has_some(folder: Path) -> None:
    (folder / "rules.yaml").write_text(ALL, "utf-8")
    with pytest.raises(BrandFolderError, match=r"rules\.yaml: there are no rules"):
        write_brand_folder(read_brand_folder(FIXTURE), folder)


@given(st.integers(10_957, 47_481))
def test_a_day_is_written_as_it_is_read(day: int) -> None:
    assert read_day(write_day(day)) == day


# --- Who publishes what is learnt ----------------------------------------------------------------


def test_who_publishes_is_read_written_and_by_rule_unless_it_is_said(
    folder: Path, tmp_path: Path
) -> None:
    assert read_brand_folder(folder).brand.learning.publish == "rule"
    file = folder / "brand.yaml"
    text = file.read_text("utf-8")
    file.write_text(f"{text}learning: {{publish: by person}}\n", "utf-8")
    read = read_brand_folder(folder)
    assert read.brand.learning.publish == "person"
    write_brand_folder(read, tmp_path / "again")
    assert read_brand_folder(tmp_path / "again").brand == read.brand
    file.write_text(f"{text}learning: {{publish: by chance}}\n", "utf-8")
    with pytest.raises(BrandFolderError, match="'by chance', expected one of by person, by r"):
        read_brand_folder(folder)


# --- Budgets of offers ---------------------------------------------------------------------------


def with_budget(folder: Path, budget: str) -> None:
    file = folder / "offers.yaml"
    text = file.read_text("utf-8")
    assert "lasts: 48h" in text
    file.write_text(text.replace("lasts: 48h", f"lasts: 48h\n    budget: {budget}", 1), "utf-8")


@pytest.mark.parametrize(
    ("written", "budget"),
    [
        ("{amount: 500.50, per: month}", Budget(amount=50_050)),
        ("{uses: 200, per: week}", Budget(uses=200, per="week")),
        ("{uses: 1, per: day}", Budget(uses=1, per="day")),
    ],
)
def test_a_budget_is_read_and_written_without_loss(
    folder: Path, tmp_path: Path, written: str, budget: Budget
) -> None:
    with_budget(folder, written)
    read = read_brand_folder(folder)
    assert [offer.budget for offer in read.offers] == [None, budget]
    write_brand_folder(read, tmp_path / "again")
    assert read_brand_folder(tmp_path / "again").offers == read.offers


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{per: month}", "a budget has either an 'amount' or a number of 'uses'"),
        ("{amount: 5, uses: 5, per: month}", "a budget has either an 'amount' or a number"),
        ("{uses: 5}", "'per' is missing"),
        ("{uses: 5, per: moon}", "found 'moon', expected one of day, month, week"),
        ("{uses: 0, per: day}", "found '0', expected more than nothing"),
        (
            "{amount: 0.001, per: day}",
            "found '0.001', expected an amount up to 999,999,999, such as 3.95",
        ),
        ("{uses: -3, per: day}", "found '-3', expected a whole number up to 999,999,999"),
        ("500", "expected a mapping"),
    ],
)
def test_a_wrong_budget_is_told_with_its_line(folder: Path, written: str, said: str) -> None:
    with_budget(folder, written)
    with pytest.raises(BrandFolderError) as caught:
        read_brand_folder(folder)
    (line,) = caught.value.problems
    assert line.startswith("offers.yaml:")
    assert ".budget" in line
    assert said in line
