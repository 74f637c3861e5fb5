"""Lists of lines in a YAML file: what stays keeps its form, and every list comes out as wanted."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from rapport.adapters.brand_folder.patching_lists import with_lines
from rapport.errors import UserError

AVOID = """\
# Agreed with everybody.
words:
  use: [kettle, tin]  # what we call things
  avoid:
    # legal asked for these
    - oops   # never
    - >-
      best
      ever
    - last chance
# below
level: 7
"""


def lists(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = yaml.load(text, Loader=yaml.BaseLoader)["words"]
    return found


def test_lines_come_and_go_where_they_belong_and_comments_stay() -> None:
    lines = ["oops", "uh-oh", "best ever", "act now", "so: new"]
    assert with_lines(AVOID, ("words", "avoid"), lines) == AVOID.replace(
        "   # never\n", "   # never\n    - uh-oh\n"
    ).replace("    - last chance\n", "    - act now\n    - 'so: new'\n")


def test_a_line_at_the_top_and_one_taken_out() -> None:
    after = with_lines(AVOID, ("words", "avoid"), ["first", "oops", "last chance"])
    assert lists(after)["avoid"] == ["first", "oops", "last chance"]
    assert "# legal asked for these\n" in after
    assert "    - oops   # never\n" in after


def test_a_list_in_brackets_stays_in_brackets_as_long_as_it_fits() -> None:
    after = with_lines(AVOID, ("words", "use"), ["kettle", "tin lid"])
    assert "  use: [kettle, tin lid]  # what we call things\n" in after
    many = [f"word {number}" for number in range(30)]
    long = with_lines(AVOID, ("words", "use"), many)
    assert lists(long)["use"] == many
    assert "# what we call things" in long
    assert len(max(long.split("\n"), key=len)) < 100


def test_the_same_lines_are_no_change() -> None:
    same = ["oops", "best ever", "last chance"]
    assert with_lines(AVOID, ("words", "avoid"), same) == AVOID


def test_no_comment_goes_with_a_list_that_is_emptied() -> None:
    with pytest.raises(UserError, match="comment"):
        with_lines(AVOID, ("words", "avoid"), [])
    bare = AVOID.replace("    # legal asked for these\n", "").replace("   # never", "")
    assert lists(with_lines(bare, ("words", "avoid"), []))["avoid"] == []


def test_a_list_that_is_not_there_is_put_below_its_neighbour() -> None:
    after = with_lines(AVOID, ("words", "require"), ["the forge", "a b"], after="use")
    assert list(lists(after)) == ["use", "require", "avoid"]


LINE = st.one_of(
    st.sampled_from(["a", "b", "c d", "- x", "# y", "e: f", "'", "true", "12", "{z", "*", "!!"]),
    st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=130
    ).map(lambda line: " ".join(line.split())).filter(bool),
)  # fmt: skip
LINES = st.lists(LINE, unique=True, min_size=1, max_size=8)


@given(was=LINES, now=LINES)
@example(was=["a"], now=["\u2028b"])
@example(was=["x" * 130], now=["y " * 80 + "z"])
def test_any_list_becomes_any_other(was: list[str], now: list[str]) -> None:
    now = [line for line in now if "\u2028" not in line] or ["z"]
    block = yaml.dump({"words": {"avoid": was}, "end": "x"}, allow_unicode=True, sort_keys=False)
    after = with_lines(block, ("words", "avoid"), now)
    assert lists(after)["avoid"] == now
