"""The files that a command writes at its end: it makes sure of them before it begins."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from command_line import Command

from rapport.cli.files import write_json
from rapport.errors import UserError
from small_disk import fill, small_disk

SLOW = (
    ("bench", "--json"),
    ("redteam", "--json"),
    ("evaluate", "0", "--json"),
    ("simulate", "--json"),
    ("demo", "--no-serve", "--json"),
    ("preview", "--json"),
    ("preview", "--out"),
)


@pytest.mark.parametrize("words", SLOW, ids=" ".join)
def test_a_file_that_cannot_be_written_is_told_before_the_work(
    rapport: Command, here: Path, words: tuple[str, ...]
) -> None:
    (here / "folder").mkdir()
    for name, why in (("nowhere/figures", "No such file"), ("folder", "Is a directory")):
        ran = rapport(*words, name)
        assert ran.code == 2
        assert ran.out == ""
        assert ran.err.startswith(f"rapport: {name} cannot be written: {why}")
        assert ran.err.count("\n") == 1
    assert sorted(path.name for path in here.iterdir()) == ["folder"]


def test_trying_leaves_nothing_behind(rapport: Command, here: Path) -> None:
    (here / "old.json").write_text("old", encoding="utf-8")
    for name in ("old.json", "new.json"):
        assert rapport("report", "--json", name).code == 2  # since there is no brand
    assert sorted(path.name for path in here.iterdir()) == ["old.json", "rapport"]
    assert (here / "old.json").read_text(encoding="utf-8") == "old"


def test_a_failure_leaves_the_old_figures_whole(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", megabytes=1) as disk:
        figures = disk / "figures.json"
        write_json(figures, {"old": 1})
        fill(disk)
        with pytest.raises(UserError, match=r"figures\.json cannot be written: No space left"):
            write_json(figures, {"new": "x" * 100_000})
        assert json.loads(figures.read_bytes()) == {"old": 1}
        assert sorted(path.name for path in disk.iterdir()) == ["ballast", "figures.json"]


def test_a_link_stays_one_and_who_may_read_it_stays_so(tmp_path: Path) -> None:
    figures, link = tmp_path / "figures.json", tmp_path / "link.json"
    figures.write_text("old", encoding="utf-8")
    figures.chmod(0o640)
    link.symlink_to(figures)
    write_json(link, [1])
    assert link.is_symlink()
    assert json.loads(figures.read_bytes()) == [1]
    assert figures.stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to_and_not_replaced(
    rapport: Command, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write_json(Path("/dev/stdout"), [1])
    assert json.loads(capfd.readouterr().out) == [1]
    write_json(Path("/dev/null"), [1])
    assert Path("/dev/null").is_char_device()
    assert rapport("init", "--publish").code == 0
    assert rapport("stops", "--json", "/dev/null").code == 0


@pytest.mark.parametrize("words", [("report",), ("stops",), ("redteam",)])
def test_a_dash_is_standard_output_and_all_else_goes_to_standard_error(
    rapport: Command, here: Path, words: tuple[str, ...]
) -> None:
    assert rapport("init", "--publish").code == 0
    plain = rapport(*words, "--json", "figures.json")
    piped = rapport(*words, "--json", "-")
    assert piped.code == plain.code == 0
    assert piped.out == (here / "figures.json").read_text(encoding="utf-8")
    assert piped.err == plain.out
    assert not (here / "-").exists()


def test_a_command_leaves_standard_output_as_it_was(rapport: Command) -> None:
    before = sys.stdout
    assert rapport("simulate", "--json", "-", "--customers", "0").code == 2
    assert sys.stdout is before
    assert rapport("report", "--json", "-").out == ""
