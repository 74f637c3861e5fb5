"""A folder is read anew when, and only when, something of it has changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from rapport.adapters.brand_folder import read, read_brand_draft
from rapport.adapters.brand_folder.unchanged import LOOKED_AT, held_in, remembers_unchanged
from rapport.adapters.plain_files import plain_file
from rapport.bootstrap.library import example_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with example_folder() as example:
        return Path(shutil.copytree(example, tmp_path / "brand"))


def changed(folder: Path) -> None:
    file = folder / "creative/checkout.yaml"
    file.write_bytes(file.read_bytes().replace(b"label", b"lable", 1))


def another(folder: Path) -> None:
    (folder / "creative/more.yaml").write_text("key: more\n", "utf-8")


def renamed(folder: Path) -> None:
    (folder / "creative/checkout.yaml").rename(folder / "creative/checkouts.yaml")


def gone(folder: Path) -> None:
    (folder / "claims.yaml").unlink()


def of_a_layout(folder: Path) -> None:
    file = next((folder / "layouts").glob("*.mjml"))
    file.write_bytes(file.read_bytes() + b" ")


@pytest.mark.parametrize("change", [changed, another, renamed, gone, of_a_layout])
def test_whatever_changes_is_read(folder: Path, change: Callable[[Path], None]) -> None:
    readings: list[Path] = []
    remembers = remembers_unchanged(lambda path: readings.append(path) or len(readings))
    assert [remembers(folder), remembers(folder)] == [1, 1]
    change(folder)
    assert [remembers(folder), remembers(folder)] == [2, 2]


def test_a_copy_of_the_same_files_is_known(folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(folder, tmp_path / "copy", ignore=shutil.ignore_patterns("images"))
    assert read_brand_draft(copy) is read_brand_draft(folder)


def test_what_changes_while_it_is_read_is_not_remembered(folder: Path) -> None:
    readings: list[Path] = []

    @remembers_unchanged
    def reading(path: Path) -> int:
        readings.append(path)
        if len(readings) == 1:
            changed(path)
        return len(readings)

    assert [reading(folder), reading(folder), reading(folder)] == [1, 2, 2]


def test_what_is_written_anew_meanwhile_is_not_remembered_though_it_says_the_same(
    folder: Path,
) -> None:
    readings: list[bytes] = []

    @remembers_unchanged
    def reading(path: Path) -> int:
        voice = path / "voice.yaml"
        content = voice.read_bytes()
        if not readings:
            voice.write_bytes(b"")  # as who saves in place does for a moment
        readings.append(voice.read_bytes())
        voice.write_bytes(content)
        return len(readings)

    assert reading(folder) == 1
    assert readings == [b""]
    assert reading(folder) == 2


def link(folder: Path) -> None:
    file = folder / "voice.yaml"
    file.rename(folder / "voice.txt")
    file.symlink_to("voice.txt")


def linked_folder(folder: Path) -> None:
    (folder / "layouts").rename(folder / "elsewhere")
    (folder / "layouts").symlink_to("elsewhere")


def too_large(folder: Path) -> None:
    (folder / "voice.yaml").write_text("#" * 600_000, "utf-8")


def folder_for_a_file(folder: Path) -> None:
    (folder / "rules.yaml").unlink(missing_ok=True)
    (folder / "rules.yaml").mkdir()


@pytest.mark.parametrize("odd", [link, linked_folder, too_large, folder_for_a_file])
def test_of_what_a_reading_may_have_to_tell_nothing_is_remembered(
    folder: Path, odd: Callable[[Path], None]
) -> None:
    odd(folder)
    assert held_in(folder) is None


def test_a_file_in_capitals_is_one_that_may_be_read(folder: Path) -> None:
    before = held_in(folder)
    (folder / "layouts/HERO.MJML").write_text("<mjml/>", "utf-8")
    assert held_in(folder) != before


def test_a_folder_that_is_not_there_is_none_that_is_known(tmp_path: Path) -> None:
    assert held_in(tmp_path / "nothing") is None


def test_reading_opens_no_file_that_the_digest_leaves_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def noted(path: Path) -> Path:
        opened.append(path)
        return plain_file(path)

    for module in ("read", "layouts", "coverage"):
        monkeypatch.setattr(f"rapport.adapters.brand_folder.{module}.plain_file", noted)
    changed(folder)  # so that it is read
    read.words_to_translate(folder)
    assert len(opened) > 20
    assert {path.suffix for path in opened} <= set(LOOKED_AT)
