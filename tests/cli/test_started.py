"""What people are told to type next works where they are."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from rapport.cli.started import started_as


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        ("rapport", "rapport"),
        ("bin/rapport", "rapport"),
        (".venv/bin/rapport", ".venv/bin/rapport"),
        ("a folder/rapport", "'a folder/rapport'"),
        ("/elsewhere/rapport", "/elsewhere/rapport"),
    ],
)
def test_the_program_is_called_as_it_was_started(
    argv: str, told: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("bin", ".venv/bin", "a folder"):
        (here / folder).mkdir(parents=True)
        (here / folder / "rapport").write_text("#!/bin/sh\n")
        (here / folder / "rapport").chmod(0o755)
    monkeypatch.setenv("PATH", str(here / "bin"))
    monkeypatch.setattr(sys, "argv", [argv])
    assert started_as() == told


def test_below_the_folder_or_not_a_module_is_started_by_its_python(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [f"{os.sep}somewhere/rapport/__main__.py"])
    monkeypatch.setattr(sys, "executable", str(here / ".venv" / "bin" / "python"))
    assert started_as() == ".venv/bin/python -m rapport"
