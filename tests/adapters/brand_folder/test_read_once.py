"""Each state of a folder is read once, however many ask for it at once."""

from __future__ import annotations

import contextlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, BrokenBarrierError

import pytest

from rapport.adapters.brand_folder import files as module
from rapport.adapters.brand_folder.draft import BrandDraft
from rapport.adapters.brand_folder.files import FolderFiles
from rapport.bootstrap.brand_folders import BrandFolders


def test_one_reads_a_folder_and_the_others_wait_for_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []
    read_one = module.read_brand_draft
    second = Barrier(2)

    def counted(path: Path) -> BrandDraft:
        read.append(path)
        with contextlib.suppress(BrokenBarrierError):  # nobody else comes, as it should be
            second.wait(timeout=0.3)
        return read_one(path)

    monkeypatch.setattr(module, "read_brand_draft", counted)
    files = FolderFiles(folder, tmp_path / "lock")
    with ThreadPoolExecutor(4) as pool:
        found = [future.result() for future in [pool.submit(files.now) for _ in range(4)]]
    assert len(read) == 1
    assert all(one is found[0] for one in found)


def test_all_who_ask_have_the_same_files(folder: Path) -> None:
    folders = BrandFolders(folder.parent, folder.parent / "lock")
    assert folders.files_in(folder) is folders.files_in(folder)
