"""The files that a command writes at its end: it makes sure of them before it begins."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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
    assert [path.name for path in here.iterdir()] == ["old.json"]
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


@contextmanager
def mounted_by_itself(file: Path) -> Iterator[None]:
    """As containers have a file of the machine that they run on: nothing takes its place."""
    command = ["mount", "--bind", str(file), str(file)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no `mount` here")
    if done.returncode:
        pytest.skip(f"no file can be mounted here ({done.stderr.strip()}); it takes root")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(file)], check=True)


def test_a_file_that_is_mounted_by_itself_is_written_where_it_is(
    rapport: Command, here: Path
) -> None:
    assert rapport("init", "--publish").code == 0
    figures = here / "figures.json"
    figures.write_text("old" * 10_000, encoding="utf-8")
    with mounted_by_itself(figures):
        assert rapport("stops", "--json", "figures.json").code == 0
        assert json.loads(figures.read_bytes())
    assert sorted(path.name for path in here.iterdir()) == ["figures.json", "rapport"]


@pytest.mark.parametrize("there", [True, False])
def test_a_file_beside_which_no_other_fits_is_written_where_it_is(
    rapport: Command, here: Path, there: bool
) -> None:
    assert rapport("init", "--publish").code == 0
    figures = here / ("f" * 250)  # a draft's name would be longer than a disk takes
    if there:
        figures.write_text("old" * 10_000, encoding="utf-8")
    assert rapport("stops", "--json", figures.name).code == 0
    assert json.loads(figures.read_bytes())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_ones_own_file_is_written_in_a_folder_that_is_not_ones_own(
    rapport: Command, here: Path
) -> None:
    assert rapport("init", "--publish").code == 0
    folder = here / "theirs"
    folder.mkdir()
    (folder / "figures.json").write_text("old", encoding="utf-8")
    folder.chmod(0o555)
    assert rapport("stops", "--json", "theirs/figures.json").code == 0
    assert json.loads((folder / "figures.json").read_bytes())


def test_a_failure_where_a_file_is_leaves_it_as_it_was(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", megabytes=1) as disk:
        figures = disk / ("f" * 250)
        figures.write_text('{"old": 1}', encoding="utf-8")
        fill(disk)
        with pytest.raises(UserError, match="cannot be written: No space left"):
            write_json(figures, {"new": "x" * 100_000})
        assert json.loads(figures.read_bytes()) == {"old": 1}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a file away")
def test_a_file_stays_its_owners_when_root_writes_it(tmp_path: Path) -> None:
    figures = tmp_path / "figures.json"
    figures.write_text("old", encoding="utf-8")
    figures.chmod(0o640)
    os.chown(figures, 4_242, 4_243)
    write_json(figures, [1])
    now = figures.stat()
    assert (now.st_uid, now.st_gid, now.st_mode & 0o777) == (4_242, 4_243, 0o640)


def test_a_demos_figures_may_be_in_the_folder_that_it_makes(rapport: Command, here: Path) -> None:
    small = ("demo", "--no-serve", "--days", "3", "--customers", "50", "--home", "made")
    ran = rapport(*small, "--json", "made/sub/figures.json")
    assert ran.code == 2
    assert ran.err.startswith("rapport: made/sub/figures.json cannot be written: No such file")
    assert rapport(*small, "--json", "made/figures.json").code == 0
    assert json.loads((here / "made" / "figures.json").read_bytes())


def test_a_device_is_written_to_and_not_replaced(
    rapport: Command, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write_json(Path("/dev/stdout"), [1])
    assert json.loads(capfd.readouterr().out) == [1]
    write_json(Path("/dev/null"), [1])
    assert Path("/dev/null").is_char_device()
    assert rapport("init", "--publish").code == 0
    assert rapport("stops", "--json", "/dev/null").code == 0


@pytest.mark.parametrize(
    "words", [("report",), ("stops",), ("redteam", "--framework", "replenishment")], ids=" ".join
)
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
