"""`rapport publish` asks before other arms make every report begin anew, and `rapport serve`, which
can ask nobody, leaves them be."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from command_line import Command

from rapport.bootstrap.serving.server import Server

ASKED = "Reports of what messages were worth begin anew"


def publishes(rapport: Command, folder: Path, *more: str) -> str:
    """What it says, as one line."""
    ran = rapport("publish", str(folder), *more)
    return f"{ran.code}: {' '.join((ran.out + ran.err).split())}"


def test_other_arms_are_published_only_by_somebody_who_was_told_what_that_costs(
    rapport: Command, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = here / "rapport/brands/alder-and-clay"
    rapport("init", "--publish")
    brand = folder / "brand.yaml"
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    brand.write_text(brand.read_text("utf-8").replace("21:00", "20:00"), "utf-8")
    told = publishes(rapport, folder)
    assert told.startswith("0: ")
    assert ASKED not in told
    for old, new in (("holdout: 10%", "holdout: 5%"), ("salt: alder-2026", "salt: alder-2027")):
        brand.write_text(brand.read_text("utf-8").replace(old, new), "utf-8")
        told = publishes(rapport, folder)
        assert not told.startswith("0: ")
        assert ASKED in told
        assert "Nothing was done. To publish without a question: --yes" in told
        monkeypatch.setattr(sys, "stdin", io.StringIO("no\nyes\n"))
        assert "is what holds now" not in publishes(rapport, folder)
        told = publishes(rapport, folder)
        assert ASKED in told
        assert "is what holds now" in told
        assert ASKED not in publishes(rapport, folder)
    brand.write_text(brand.read_text("utf-8").replace("holdout: 5%", "holdout: 10%"), "utf-8")
    told = publishes(rapport, folder, "--yes")
    assert ASKED in told
    assert "release 5 is what holds now" in told


def test_what_was_declined_is_not_published_by_the_next_start(
    rapport: Command, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = here / "rapport/brands/alder-and-clay"
    rapport("init", "--publish")
    brand = folder / "brand.yaml"
    brand.write_text(brand.read_text("utf-8").replace("holdout: 10%", "holdout: 5%"), "utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO("no\n"))
    assert "Nothing was done." in publishes(rapport, folder)
    monkeypatch.setattr(Server, "run", lambda *_: None)
    ran = rapport("serve")
    said = " ".join(ran.out.split())
    assert ran.code == 0
    assert "is not published. The groups that are compared change" in said
    assert "If that is what you want: rapport publish rapport/brands/alder-and-clay." in said
    assert "Until then, what was published before goes on." in said
    told = publishes(rapport, folder, "--yes")
    assert ASKED in told
    assert "release 2 is what holds now" in told
    assert "is not published" not in rapport("serve").out
    other = brand.read_text("utf-8").replace("21:00", "20:00")
    brand.write_text(other, "utf-8")
    assert "is not published" not in rapport("serve").out, "what asks nothing is published"
    assert "release 3 is what holds now" in publishes(rapport, folder)
