"""Files that only grow."""

from __future__ import annotations

from pathlib import Path

from rapport.adapters.growing_files import add_lines, lines_of


def test_lines_are_added_to_a_file_that_is_made_where_it_is_missing(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "down" / "lines"
    assert lines_of(file) == []
    add_lines(file, b"one\ntwo\n")
    add_lines(file, b"three\n")
    assert lines_of(file) == [b"one", b"two", b"three"]


def test_an_unfinished_line_is_ended_and_the_next_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "lines"
    file.write_bytes(b"one\ntw")
    assert lines_of(file) == [b"one", b"tw"]
    add_lines(file, b"three\n")
    assert file.read_bytes() == b"one\ntw\nthree\n"


def test_what_else_a_text_may_be_split_at_ends_no_line(tmp_path: Path) -> None:
    file = tmp_path / "lines"
    add_lines(file, "one\r\x0b\u2028more\n".encode())
    assert lines_of(file) == ["one\r\x0b\u2028more".encode()]


def test_what_is_private_is_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "own" / "lines"
    add_lines(file, b"one\n", private=True)
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert file.stat().st_mode & 0o777 == 0o600
