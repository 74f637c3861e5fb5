"""The command line, run in this process as its users run it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from command_line import Command, Ran

from rapport.cli import main


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, and no settings but the defaults."""
    for name in ("RAPPORT_HOME", "RAPPORT_PORT", "RAPPORT_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def rapport(
    here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Command:
    """Runs `rapport` with these words in `here`."""

    def run(*words: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["rapport", *map(str, words)])
        capfd.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        told = capfd.readouterr()
        code = left.value.code
        assert isinstance(code, int)
        return Ran(code, told.out, told.err)

    return run
