"""Dates and minus signs: one form wherever people read, in the console and the terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rapport
from rapport.app.explaining.deeds_in_words import Called
from rapport.app.explaining.log_page import log_table
from rapport.app.explaining.rules_in_words import days_of
from rapport.app.wording.amounts import minus, money
from rapport.app.wording.dates import day_in_words, local_time
from rapport.core.creative.framework import Rule
from rapport.core.oversight.audit import Deed, entered
from rapport.core.time import DAY, Zone

LONDON = Zone("Europe/London", (), (60,))
FORM = re.compile(r"\d{1,2} [A-Z][a-z]{2} \d{1,4}, \d\d:\d\d")
ROOT = Path(rapport.__file__).parent
MACHINES = {
    "adapters", "bench", "core", "science", "testing", "ports", "hosts", "redteam",
}  # fmt: skip
"""Where nothing is said to people, or it is said as a file or a message has it."""


def test_the_audit_log_has_the_dates_of_every_other_page() -> None:
    entry = entered("a", None, 20_000 * DAY, Deed("Nell", "stopped", "the brand", "A sale.", {}))
    (row,) = log_table([entry], LONDON, Called({}, {})).rows
    assert row[1] == local_time(20_000 * DAY, LONDON) == "4 Oct 2024, 01:00"


def test_a_rule_ends_on_a_day_in_the_same_form() -> None:
    rule = Rule("a", first_day=19_999, last_day=20_000)
    assert days_of(rule) == " from 3 Oct 2024 until 4 Oct 2024"
    assert day_in_words(10**12) == "no day"


@given(st.integers(-(2**62), 2**62))
def test_any_moment_is_told_or_said_to_be_none(at: int) -> None:
    assert FORM.fullmatch(local_time(at, LONDON)) or local_time(at, LONDON) == "no time"


@pytest.mark.parametrize("place", ["en_GB", "de_DE", "sv_SE", "ja_JP"])
def test_what_is_less_than_nothing_has_a_minus_and_no_hyphen(place: str) -> None:
    told = money(-2_450.0, "EUR", place)
    assert "−" in told
    assert "-" not in told
    assert minus(f"{-0.25:+.2f} to {0.5:+.2f}") == "−0.25 to +0.50"


def test_no_page_or_command_formats_dates_or_signs_by_itself() -> None:
    """Whoever adds another form does it in `app.wording`, for all."""
    own = re.compile(r"%Y-%m-%d|%b %Y|%B %Y")
    signed = re.compile(r"\{[^{}\"]*:\+z?\.\d[^{}]*\}")
    found = [
        f"{file.relative_to(ROOT)}: {line.strip()}"
        for file in sorted(ROOT.rglob("*.py"))
        if file.relative_to(ROOT).parts[0] not in MACHINES and file.name != "dates.py"
        for line in file.read_text(encoding="utf-8").splitlines()
        if own.search(line) or (signed.search(line) and "minus(" not in line)
    ]
    assert found == []
