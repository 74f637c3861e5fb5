"""A copy of the small brand's folder for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fixture_folder import FIXTURE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(FIXTURE, tmp_path / "brand")
