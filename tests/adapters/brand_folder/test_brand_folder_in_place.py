"""Several files put in place together: all of them, or none, and never a word of it untrue."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.adapters.brand_folder import trying_out
from rapport.adapters.brand_folder.files import FolderFiles
from rapport.adapters.brand_folder.in_place import put_in_place
from rapport.errors import TemporaryError, UserError

VOICE, CHECKOUT = "voice.yaml", "creative/checkout.yaml"


def nothing() -> None:
    """Nobody waits for it."""


def a_folder(root: Path) -> Path:
    (root / "creative").mkdir()
    (root / VOICE).write_text("old voice")
    (root / CHECKOUT).write_text("old words")
    return root


def in_the_way(file: Path) -> None:
    """Makes of a file a folder that is not empty, which no file can be put in place of."""
    file.unlink()
    (file / "full").mkdir(parents=True)


def all_files(root: Path) -> dict[str, str]:
    return {
        str(file.relative_to(root)): file.read_text()
        for file in sorted(root.rglob("*"))
        if file.is_file()
    }


def write(root: Path, spoil: object = nothing) -> None:
    assert callable(spoil)
    files = FolderFiles(root, root.parent / "lock")
    files.write({CHECKOUT: "new words", VOICE: "new voice"}, spoil)


def test_both_are_new_and_nothing_else_is_left(tmp_path: Path) -> None:
    root = a_folder(tmp_path)
    write(root)
    assert all_files(root) == {VOICE: "new voice", CHECKOUT: "new words"}


def test_where_the_second_cannot_be_put_in_place_the_first_is_put_back(tmp_path: Path) -> None:
    root = a_folder(tmp_path)
    (root / VOICE).chmod(0o640)
    with pytest.raises(UserError, match=r"cannot be written: Is a directory\. Nothing was changed"):
        write(root, lambda: in_the_way(root / CHECKOUT))
    assert all_files(root) == {VOICE: "old voice"}
    assert (root / VOICE).stat().st_mode & 0o777 == 0o640
    assert [file for file in root.rglob(".*") if file.is_file()] == []


def test_one_that_was_not_there_before_is_gone_again(tmp_path: Path) -> None:
    root = a_folder(tmp_path)
    (root / VOICE).unlink()
    with pytest.raises(UserError, match="Nothing was changed"):
        write(root, lambda: in_the_way(root / CHECKOUT))
    assert all_files(root) == {}


@pytest.mark.parametrize(
    ("number", "what_to_do"),
    [
        (errno.ENOSPC, "Free some space there"),
        (errno.EDQUOT, "Free some space there"),
        (errno.EMFILE, "Try again in a moment"),
        (errno.ENFILE, "Try again in a moment"),
    ],
)
def test_where_there_is_no_room_it_can_be_tried_again(
    tmp_path: Path, number: int, what_to_do: str
) -> None:
    root = a_folder(tmp_path)

    def full() -> None:
        raise OSError(number, os.strerror(number), str(root / CHECKOUT))

    with pytest.raises(TemporaryError, match=rf"cannot be written: .* {what_to_do}"):
        write(root, full)
    assert all_files(root) == {VOICE: "old voice", CHECKOUT: "old words"}
    assert [file for file in root.rglob(".*") if file.is_file()] == []


def test_what_can_not_be_put_back_either_is_named(tmp_path: Path) -> None:
    root = a_folder(tmp_path)

    def spoil() -> None:
        in_the_way(root / CHECKOUT)
        for kept in root.glob(".voice.yaml.*.old"):
            kept.unlink()

    with pytest.raises(UserError) as caught:
        write(root, spoil)
    told = str(caught.value)
    assert "Nothing was changed" not in told
    assert told.startswith("Only a part could be saved: Is a directory.")
    assert f"{root / VOICE} was changed and could not be put back" in told
    assert f"{root / CHECKOUT} was not changed" in told
    assert all_files(root) == {VOICE: "new voice"}


def test_a_link_stays_one_also_where_what_it_leads_to_is_put_back(tmp_path: Path) -> None:
    root = a_folder(tmp_path)
    real = tmp_path / "elsewhere.yaml"
    (root / VOICE).rename(real)
    (root / VOICE).symlink_to(real)
    with pytest.raises(UserError, match="Nothing was changed"):
        write(root, lambda: in_the_way(root / CHECKOUT))
    assert (root / VOICE).is_symlink()
    assert real.read_text() == "old voice"


def test_who_was_interrupted_in_between_finds_all_as_it_was(tmp_path: Path) -> None:
    class Gone(BaseException):
        pass

    def leave() -> None:
        raise Gone

    root = a_folder(tmp_path)
    with pytest.raises(Gone):
        write(root, leave)
    assert all_files(root) == {VOICE: "old voice", CHECKOUT: "old words"}


@given(st.integers(1, 6), st.sets(st.integers(0, 5)), st.sets(st.integers(0, 5)))
def test_whichever_cannot_be_put_in_place_it_is_all_of_them_or_none(
    many: int, missing: set[int], blocked: set[int]
) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        files = [root / str(n) for n in range(many)]
        before = {str(n): "old" for n in range(many) if n not in missing}
        for name in before:
            (root / name).write_text("old")
        hit = [n for n in sorted(blocked) if n < many]

        def spoil() -> None:
            for n in hit:
                files[n].touch()
                in_the_way(files[n])

        contents = dict.fromkeys(files, b"new")
        if not hit:
            put_in_place(contents, spoil, root)
            assert all_files(root) == {str(n): "new" for n in range(many)}
        else:
            with pytest.raises(OSError, match=os.strerror(21)):
                put_in_place(contents, spoil, root)
            kept = {name: text for name, text in before.items() if int(name) not in hit}
            assert all_files(root) == kept


def test_what_a_killed_process_left_behind_goes_with_the_next_change(tmp_path: Path) -> None:
    root = a_folder(tmp_path)
    kept = (".voice.yaml.old", ".voice.yaml.abcd1234.bak", ".claims.yaml.abcd1234.old")
    for name in (*kept, ".voice.yaml.abcd1234.old", ".voice.yaml.a_cd12z4.new"):
        (root / name).write_text("left")
    (root / "creative" / ".checkout.yaml.abcd1234.new").write_text("left")
    write(root)
    left = dict.fromkeys(kept, "left")
    assert all_files(root) == {VOICE: "new voice", CHECKOUT: "new words", **left}


def test_a_full_disk_for_trying_out_is_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = a_folder(tmp_path)

    def full(file: str, to: str) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), f"{file} {to}")

    monkeypatch.setattr(trying_out, "_copied", full)
    with pytest.raises(TemporaryError) as caught:
        FolderFiles(root, tmp_path / "lock").would_say({})
    assert str(caught.value) == "The folder cannot be tried out: No space left on device."
