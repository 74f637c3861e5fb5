"""`rapport offers`: who needs an offer, and who would buy anyway."""

from __future__ import annotations

import json
from pathlib import Path

from command_line import Command


def test_without_a_closed_message_it_says_so(rapport: Command, tmp_path: Path) -> None:
    rapport("init", "--publish")
    (folder,) = [path.parent for path in tmp_path.rglob("brand.yaml")]
    assert rapport("publish", str(folder)).code == 0
    done = rapport("offers", "--json", str(tmp_path / "told.json"))
    assert done.code == 0
    assert "No message has closed yet in which chance chose between an offer and none." in done.out
    told = json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))
    assert told["tables"] == []
    assert rapport("offers", "--all").code == 0


def test_a_brand_that_is_not_there_is_named(rapport: Command) -> None:
    done = rapport("offers", "--brand", "nobody")
    assert done.code == 2
    assert "rapport:" in done.err
