"""Rules and care that change keep what people wrote around them, or are left as they are."""

from __future__ import annotations

import re
from itertools import count

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.adapters.brand_folder.changing_brand_rules import rule_texts_with
from rapport.adapters.brand_folder.changing_rules import with_rule
from rapport.adapters.brand_folder.patching import Put, patched
from rapport.adapters.brand_folder.stretches import composed, plain
from rapport.core.creative.editing import RemoveRule, SaveRule, rule_id
from rapport.core.creative.framework import FORBID, ONLY, SILENCE, Condition, Rule
from rapport.core.deciding.brand_rules import SetCare
from rapport.core.deciding.care import Care, Caring
from rapport.core.time import DAY
from rapport.errors import UserError

RECENT, OFTEN = Condition("days_since_refund", "<", 30.0), Condition("orders_count", ">=", 2.0)
RULE = Rule("Gentle", levels=(("tone", ("warm",)),), when=(RECENT, OFTEN), because="So.")
LATER = replace(RECENT, value=45.0)
NEW = Condition("sessions_7d", ">", 3.0)

LISTED = """\
rules:
  - name: Gentle
    because: So.
    forbid:
      # Nell asked for it.
      tone: warm  # not for ever
    when:  # who is cross
      # the money
      - days_since_refund<30   # a month
      # the custom
      - 'orders_count >= 2'  # more than once

      # that is all
    until: 2031-12-31  # the day
blocks: []
"""
UNTIL = replace(RULE, last_day=22_644)


def changed(text: str, was: Rule, **parts: object) -> str:
    change = SaveRule(replace(was, **parts), rule_id(was), was.name)
    return with_rule(text, change, was)


def care(text: str, occasion: str, caring: Caring) -> str:
    name = "brand.yaml"
    return rule_texts_with(SetCare(occasion, caring, ""), (), lambda _: text).get(name, text)


def remarks(text: str) -> list[str]:
    return re.findall(r"# ([^\n]*)", text)


def test_a_condition_that_changes_leaves_every_comment_where_it_was() -> None:
    after = changed(LISTED, UNTIL, when=(LATER, OFTEN))
    assert after == LISTED.replace("days_since_refund<30 ", "days_since_refund < 45 ")


def test_a_condition_that_goes_takes_its_line_and_no_other_comment() -> None:
    after = changed(LISTED, UNTIL, when=(OFTEN,))
    assert after == LISTED.replace("      - days_since_refund<30   # a month\n", "")


def test_a_comment_never_comes_to_stand_behind_another_signal() -> None:
    after = changed(LISTED, UNTIL, when=(NEW, OFTEN))
    assert "- sessions_7d > 3\n" in after
    assert "a month" not in after
    assert "- 'orders_count >= 2'  # more than once\n" in after
    more = changed(LISTED, UNTIL, when=(RECENT, NEW, OFTEN))
    assert "  # a month\n      - sessions_7d > 3\n      # the custom\n" in more
    assert remarks(more) == remarks(LISTED)


def test_what_a_rule_forbids_changes_key_by_key() -> None:
    levels = (("tone", ("warm", "plain")), ("offer", ("five-off",)))
    after = changed(LISTED, UNTIL, levels=levels)
    assert "      tone: [warm, plain]  # not for ever\n      offer: five-off\n    when:" in after
    assert remarks(after) == remarks(LISTED)


def test_the_comment_of_the_next_key_is_not_written_a_second_time() -> None:
    text = LISTED.replace("      # Nell asked for it.\n", "").replace("  # not for ever", "")
    text = text.replace("    when:  # who is cross\n", "").replace("      # the money\n", "")
    text = re.sub(r"      - .*\n|      # .*\n|\n(?=\n)", "", text)
    was = replace(UNTIL, when=())
    after = changed(text, was, levels=(("tone", ("plain",)),))
    assert after.count("# the day") == 1
    assert "until: 2031-12-31  # the day\n" in after


def test_conditions_below_all_and_any_change_and_any_stays() -> None:
    text = """\
rules:
  - name: Gentle
    because: So.
    forbid: {tone: warm}
    when:
      # all of these
      all:
        - days_since_refund < 30  # a month
      # and one of these
      any:
        - orders_count >= 2  # more than once
        # or
        - sessions_7d > 3
"""
    was = replace(RULE, when=(RECENT,), any_of=(OFTEN, NEW))
    assert changed(text, was, when=(LATER,)) == text.replace("< 30", "< 45")
    assert changed(text, was, because="Now.") == text.replace("So.", "Now.")
    alone = text[: text.index("      # and one")]
    assert changed(alone, replace(was, any_of=()), when=(LATER,)) == alone.replace("< 30", "< 45")


def test_one_level_in_a_list_of_its_own_stays_in_it() -> None:
    text = LISTED.replace("tone: warm  #", "tone:\n        - warm  # the one\n        #")
    after = changed(text, UNTIL, levels=(("tone", ("plain",)),))
    assert "        - plain  # the one\n" in after
    assert remarks(after) == remarks(text)


@pytest.mark.parametrize(
    "parts",
    [{"kind": SILENCE, "levels": ()}, {"when": ()}, {"levels": (("offer", ("five-off",)),)}],
)
def test_what_would_take_a_comment_away_is_left_to_people(parts: dict[str, object]) -> None:
    with pytest.raises(UserError, match=r"comment.*in the file itself"):
        changed(LISTED, UNTIL, **parts)


def test_what_a_rule_does_becomes_another_with_its_comments() -> None:
    assert changed(LISTED, UNTIL, kind=ONLY) == LISTED.replace("forbid:", "only:")
    text = "rules:\n- name: Gentle\n  because: So.\n  say: nothing  # shut\n"
    was = Rule("Gentle", kind=SILENCE, because="So.")
    after = changed(text, was, kind=FORBID, levels=(("tone", ("warm",)),))
    assert after.endswith("  because: So.\n  # shut\n  forbid:\n    tone: warm\n")
    there = after.replace("# shut\n  forbid:\n    tone: warm", "forbid: {tone: warm}  # shut")
    was = replace(RULE, when=())
    shut = changed(there, was, kind=SILENCE, levels=())
    assert shut.endswith("say: nothing  # shut\n")


def test_comments_within_braces_and_brackets_stay() -> None:
    text = LISTED[: LISTED.index("    when:")] + (
        "    when: [\n      'days_since_refund < 30',  # a month\n      orders_count >= 2  # two\n"
        "    ]  # all\n"
    )
    after = changed(text, RULE, when=(LATER, OFTEN, NEW))
    assert "      days_since_refund < 45,  # a month\n" in after
    assert "      orders_count >= 2, sessions_7d > 3  # two\n    ]  # all\n" in after
    with pytest.raises(UserError, match="comment"):
        changed(text, RULE, when=(OFTEN,))


def test_what_stands_above_the_last_rule_stays_when_it_goes() -> None:
    text = "# ours\nrules:  # all\n# Nell asked for this one.\n- name: Gentle\n  because: So.\n"
    after = rule_texts_with(RemoveRule(rule_id(RULE), "Gentle"), (RULE,), lambda _: text)
    assert after == {"rules.yaml": "# ours\nrules: []  # all\n# Nell asked for this one.\n"}


CARE = """\
key: tea
care:  # as Jo wants it
  complaint:
    # a long while
    wait: 14d  # two weeks
    soften: [plain]  # calm
    for: 30d
  refund: off   # never, says Nell
  # nothing more
facts: []
"""


def test_care_changes_key_by_key() -> None:
    after = care(CARE, "complaint", Caring(20 * DAY, ("plain",), 40 * DAY))
    assert after == CARE.replace("14d", "20d").replace("30d", "40d")
    shorter = care(CARE, "complaint", Caring(20 * DAY))
    assert remarks(shorter) == [one for one in remarks(CARE) if one != "calm"]
    with pytest.raises(UserError, match="comment"):
        care(CARE, "complaint", Caring())


def test_care_in_braces_is_switched_off_where_it_stands() -> None:
    text = CARE.replace("refund: off", "refund: {wait: 9d}")
    assert care(text, "refund", Caring()) == CARE.replace("off   #", "'off'  #")


def test_care_beside_an_occasion_with_a_comment_copies_nothing() -> None:
    text = CARE.replace("    # a long while\n", "").replace("  # two weeks", "")
    text = text.replace("  # calm", "")
    after = care(text, "complaint", Caring(20 * DAY))
    assert after.count("# never, says Nell") == 1
    assert "  refund: off   # never, says Nell\n" in after


def test_care_that_is_as_usual_again_is_written_where_a_comment_would_go() -> None:
    text = "key: tea\n# Care.\ncare:\n  # Nell wants five\n  refund: {wait: 5d}\nfacts: []\n"
    assert care(text, "refund", Care().refund) == text.replace("5d", "3d")
    bare = text.replace("  # Nell wants five\n", "")
    assert care(bare, "refund", Care().refund) == "key: tea\n# Care.\nfacts: []\n"
    both = CARE.replace("refund: off", "refund: {wait: 9d}")
    assert "  refund: {wait: 3d}  # never, says Nell\n" in care(both, "refund", Care().refund)


def test_care_in_braces_over_several_lines_keeps_its_comments() -> None:
    text = "care: {\n  refund: {wait: 5d},  # nell\n  complaint: off\n  }  # jo\nfacts: []\n"
    after = care(text, "refund", Caring(7 * DAY))
    assert after == text.replace("5d", "7d")
    more = care(text, "open_ticket", Caring(7 * DAY))
    assert remarks(more) == ["nell", "jo"]
    assert "  complaint: off, open_ticket: {wait: 7d}\n" in more


@pytest.mark.parametrize(
    "rules",
    [
        "  name: Gentle\n  because: So.\n  forbid: {tone: warm}\n",
        "  gentle:\n    because: So.\n    forbid: {tone: warm}\n",
        "  none yet\n",
        "  {name: Gentle, because: So., forbid: {tone: warm}}\n",
    ],
)
def test_rules_that_are_no_list_are_not_written_over(rules: str) -> None:
    text = f"key: tea\nslots: []\nrules:\n{rules}blocks: []\n"
    with pytest.raises(UserError, match=r"not written as a list.*in the file itself"):
        with_rule(text, SaveRule(RULE), None)
    with pytest.raises(UserError, match="not written as a list"):
        rule_texts_with(SaveRule(RULE), (), lambda _: text)


@pytest.mark.parametrize("nothing", ["", " []", " ~", "  # none yet", " []  # none yet"])
def test_the_first_rule_goes_where_there_is_none(nothing: str) -> None:
    text = f"key: tea\nrules:{nothing}\nblocks: []\n"
    after = with_rule(text, SaveRule(RULE), None)
    (rule,) = yaml.load(after, Loader=yaml.BaseLoader)["rules"]
    assert rule["name"] == "Gentle"
    assert remarks(after) == remarks(text)


@pytest.mark.parametrize("written", ["  - refund: off\n  - complaint: off\n", "  off\n"])
def test_care_that_is_no_mapping_is_not_written_over(written: str) -> None:
    text = f"key: tea\ncare:\n{written}facts: []\n"
    for caring in (Caring(5 * DAY), Care().refund):
        with pytest.raises(UserError, match="occasions are not written by their names"):
            care(text, "refund", caring)


@pytest.mark.parametrize("nothing", ["", " {}", " ~", "  # none yet"])
def test_the_first_care_goes_where_there_is_none(nothing: str) -> None:
    after = care(f"care:{nothing}\nfacts: []\n", "refund", Caring(5 * DAY))
    assert yaml.load(after, Loader=yaml.BaseLoader)["care"] == {"refund": {"wait": "5d"}}
    assert remarks(after) == ["none yet"] * ("#" in nothing)


def test_a_tab_before_a_comment_is_read_and_kept() -> None:
    text = (
        "rules:\n- name: Gentle\t# tab\n  because:\tSo\tso.\t# c 😀\n  forbid: {tone: warm}\t# d\n"
    )
    assert plain(composed(text)) == yaml.load(text, Loader=yaml.CBaseLoader)
    after = changed(text, replace(RULE, because="So\tso.", when=()), because="Now.")
    assert after == text.replace(":\tSo\tso.\t#", ": Now.  #")
    with pytest.raises(UserError, match="in the file itself"):
        composed("a: [\t}")


SIGNALS = ("days_since_refund", "orders_count", "sessions_7d", "average_order", "days_since_order")
CONDITIONS = st.lists(
    st.tuples(st.sampled_from(SIGNALS), st.integers(1, 3)),
    unique_by=lambda one: one[0],
    min_size=1,
    max_size=5,
).map(lambda pairs: tuple(Condition(name, "<", float(value)) for name, value in pairs))


@given(
    CONDITIONS.filter(bool), CONDITIONS.filter(bool), st.lists(st.sampled_from("abc"), max_size=9)
)
def test_whatever_changes_every_comment_of_its_own_line_stays_once(
    was: tuple[Condition, ...], now: tuple[Condition, ...], places: list[str]
) -> None:
    numbers, lines = count(), []
    marks = iter(places)
    for one in was:
        mark = next(marks, "")
        spaced = f"{one.signal} < {one.value:g}"
        if mark == "a":
            lines.append(f"    # above {next(numbers)}")
        lines.append(f"    - {spaced if mark != 'c' else spaced.replace(' ', '')}")
        if mark in ("b", "c"):
            lines[-1] += f"  # of {one.signal}"
    text = "rules:\n- name: Gentle\n  because: So.\n  forbid: {tone: warm}\n  when:\n"
    text += "".join(f"{line}\n" for line in lines) + "  until: 2031-12-31  # the day\n"
    after = changed(text, replace(UNTIL, when=was), when=now)
    assert [one for one in remarks(after) if "of " not in one] == [
        one for one in remarks(text) if "of " not in one
    ]
    for line in after.split("\n"):
        if "# of " in line:
            assert line.rpartition("# of ")[2] in line.partition("#")[0]


def test_a_value_may_be_written_anew_where_somebody_means_it() -> None:
    text = "a:\n  # one\n  - x\nb: y\n"
    assert patched(text, [Put(("a",), ["z"])]) == text.replace("- x", "- z")
    assert patched(text, [Put(("a",), {"z": "z"}, anew=True)]) == "a:\n  z: z\nb: y\n"
    with pytest.raises(UserError, match="comment"):
        patched(text, [Put(("a",), {"z": "z"})])
