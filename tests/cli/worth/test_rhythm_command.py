"""`rapport rhythm` over orders that were imported."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

from command_line import Command, export_of


def regulars(folder: Path, people: int = 520) -> Path:
    """Order days over a year to 2026-06-01; people differ in how often they come and stop."""
    head, line, *_ = export_of(folder).read_text(encoding="utf-8").splitlines()
    begin, lines = date(2025, 6, 1), []
    for person in range(people):
        every, times = 20 + person * 7 % 90, 1 + person * 5 % 7
        for time in range(times):
            day = begin + timedelta(days=person % 200 + time * every + person * time % 11)
            if day <= date(2026, 6, 1):
                number = f"{person}{time:02}"
                changed = line.replace("buyer0@", f"buyer{person}@").replace("#1000", f"#{number}")
                changed = changed.replace("2026-01-05", day.isoformat())
                lines.append(changed.replace(",9000,", f",8{person:04}{time:02},"))
    path = folder / "regulars.csv"
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return path


def test_the_rhythm_of_what_was_imported(rapport: Command, here: Path) -> None:
    rapport("init", "--publish")
    assert rapport("import", regulars(here), "--map", "shopify_orders").code == 0
    ran = rapport("rhythm", "--day", "2026-06-01", "--json", "figures.json")
    assert ran.code == 0, ran
    assert "520 people have ordered" in ran.out
    figures = json.loads((here / "figures.json").read_text(encoding="utf-8"))
    assert figures["customers"] == 520
    assert figures["found"]["ahead"]["low"] < figures["found"]["ahead"]["value"]
    assert figures["found"]["worth"]["kind"] == "unavailable"  # everybody paid the same


def test_too_few_orders_are_answered_with_what_is_missing(rapport: Command, here: Path) -> None:
    rapport("init", "--publish")
    rapport("import", export_of(here), "--map", "shopify_orders")
    ran = rapport("rhythm", "--day", "2026-03-10", "--json", "figures.json")
    assert ran.code == 1
    assert "3 customers have ordered, and 500 must" in " ".join(ran.out.split())
    figures = json.loads((here / "figures.json").read_text(encoding="utf-8"))
    assert figures["found"]["kind"] == "unavailable"


def test_a_day_that_is_none_is_answered_with_how_to_write_one(rapport: Command) -> None:
    rapport("init", "--publish")
    ran = rapport("rhythm", "--day", "soon")
    assert ran.code == 2
    assert "'soon' is no day" in ran.err
