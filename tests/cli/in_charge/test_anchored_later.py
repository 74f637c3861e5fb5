"""A deed is done though its anchor cannot be kept just now: the next deed makes up for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import Command


@pytest.mark.parametrize(
    "deed",
    [
        ("people", "add", "Max", "--role", "author", "--by", "Nell"),
        ("stop", "flow", "checkout", "--because", "a wrong price", "--by", "Nell"),
        ("policy", "pause", "--because", "a sale", "--by", "Nell"),
    ],
)
def test_a_deed_waits_for_no_anchor(rapport: Command, here: Path, deed: tuple[str, ...]) -> None:
    assert rapport("init", "--publish").code == 0
    assert rapport("people", "add", "Nell", "--role", "publisher", "--by", "Nell").code == 0
    audit, aside = here / "rapport" / "audit", here / "aside"
    audit.rename(aside)
    audit.write_text("no folder\n", encoding="utf-8")
    assert rapport(*deed).code == 0
    audit.unlink()
    aside.rename(audit)
    assert unanchored(rapport, here) == 1
    assert rapport("people", "add", "Ada", "--role", "viewer", "--by", "Nell").code == 0
    assert unanchored(rapport, here) == 0


def unanchored(rapport: Command, here: Path) -> int:
    assert rapport("audit-log", "verify", "--json", "whole.json").code == 0
    found = json.loads((here / "whole.json").read_bytes())
    assert isinstance(found["unanchored"], int)
    return found["unanchored"]
