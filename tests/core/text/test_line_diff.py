"""What changed between two files, in stretches."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rapport.core.text.line_diff import changed_lines, lines_that_differ
from rapport.core.text.word_diff import GONE, NEW

LINES = st.lists(st.sampled_from(["a b", "a c", "d", "", "e f g"]), max_size=12)


@given(LINES, LINES)
def test_each_stretch_says_both_texts_to_the_letter(old: list[str], new: list[str]) -> None:
    before, after = ("".join(f"{line}\n" for line in lines) for lines in (old, new))
    hunks = changed_lines(before, after, around=0)
    assert bool(hunks) == (before != after)
    for hunk in hunks:
        was = "".join(piece.text for piece in hunk.pieces if piece.kind != NEW)
        becomes = "".join(piece.text for piece in hunk.pieces if piece.kind != GONE)
        assert "".join(before.splitlines(keepends=True)[hunk.old - 1 :]).startswith(was)
        assert "".join(after.splitlines(keepends=True)[hunk.new - 1 :]).startswith(becomes)
        assert was != becomes


def test_lines_around_what_changed_are_shown_with_it() -> None:
    old = "".join(f"line {n}\n" for n in range(20))
    (hunk,) = changed_lines(old, old.replace("line 9", "other 9"))
    assert (hunk.old, hunk.new) == (8, 8)
    assert "".join(piece.text for piece in hunk.pieces if piece.kind != GONE).count("\n") == 5


def test_the_lines_that_differ_are_told_without_those_that_do_not() -> None:
    old = "blocks:\n  - tone: plain\n    subject: Saved\n\n    body: Kept.\n"
    new = old.replace("Saved", "Kept for you") + "\n  - tone: warm\n    cta: Go\n"
    assert lines_that_differ(old, new) == (
        "subject: Saved", "subject: Kept for you\n- tone: warm\ncta: Go",
    )  # fmt: skip
    assert lines_that_differ(old, old) == ("", "")
    assert lines_that_differ(old, old.replace("  ", "    ")) == ("", ""), "the same, indented"
