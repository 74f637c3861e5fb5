"""The small brand's folder that these tests read, change and break."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.adapters.brand_folder import read_brand_folder
from rapport.errors import BrandFolderError

FIXTURE = Path(__file__).parents[1] / "brand_folder_fixture"


def edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text, f"the fixture no longer has {old!r}"
    path.write_text(text.replace(old, new, 1), "utf-8")


def problems(folder: Path) -> tuple[str, ...]:
    """The lines that reading a folder with mistakes tells."""
    with pytest.raises(BrandFolderError) as caught:
        read_brand_folder(folder)
    return caught.value.problems
