"""Where the public samples are, and how a payload is written down."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def samples() -> Callable[[str], object]:
    """Reads a JSON file of the data folder; skips the test where it is not there."""
    folder = Path(os.environ.get("RAPPORT_DATA", ROOT.parent / "shared" / "data"))

    def read(name: str) -> object:
        path = folder / name
        if not path.is_file():
            pytest.skip(f"{name} is not in RAPPORT_DATA; see docs for where the samples come from")
        return json.loads(path.read_text("utf-8"))

    return read
