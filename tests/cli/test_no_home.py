"""Where nothing was ever published, what needs a brand makes no home folder, and says where it
looked."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Command, export_of


@pytest.mark.parametrize(
    "words",
    [
        ("report",),
        ("why",),
        ("why", "--person", "anna@example.com"),
        ("silences",),
        ("evaluate", "0"),
        ("rules",),
        ("offers",),
        ("rhythm",),
        ("replay",),
        ("train", "--list"),
        ("policy", "list"),
        ("policy", "show"),
        ("people", "list"),
        ("audit-log", "list"),
        ("releases",),
        ("review", "list"),
        ("writer", "usage"),
        ("brands", "list"),
        ("stops",),
        ("stop", "everything", "--because", "it is wrong"),
        ("backtest", "checkout", "--since", "2026-01-01"),
        ("preview", "checkout", "--profile", "p1"),
        ("import", "orders.csv", "--map", "shopify_orders"),
        ("opt-out", "anna@example.com", "--because", "a call"),
        ("serve",),
    ],
)
def test_what_needs_a_brand_makes_no_home_folder_and_says_where_it_looked(
    rapport: Command, here: Path, words: tuple[str, ...]
) -> None:
    export_of(here)
    before = sorted(here.iterdir())
    ran = rapport(*words)
    told = " ".join(ran.err.split())
    assert (ran.code, ran.out) == (2, ""), ran
    assert told == (
        f"rapport: There is no brand in {here / 'rapport'} yet. Begin with: rapport init. If yours "
        "is in another home folder, set RAPPORT_HOME to that."
    )
    assert sorted(here.iterdir()) == before


def test_a_brand_that_is_there_and_not_published_is_told_and_stays(
    rapport: Command, here: Path
) -> None:
    rapport("init")
    ran = rapport("report")
    assert ran.code == 2
    assert "Publish one with: rapport publish rapport/brands/alder-and-clay" in ran.err


def test_a_second_brand_is_published_with_word_of_a_server_that_runs(
    rapport: Command, here: Path
) -> None:
    rapport("init")
    folder = here / "rapport" / "brands" / "alder-and-clay"
    beside = "Where rapport serve is running, start that anew"
    first = rapport("publish", folder)
    assert (first.code, beside in " ".join(first.out.split())) == (0, False), first
    brand = folder / "brand.yaml"
    brand.write_text(
        brand.read_text(encoding="utf-8").replace("key: alder-and-clay", "key: quarry", 1),
        encoding="utf-8",
    )
    for new in (True, False):
        ran = rapport("publish", folder)
        assert (ran.code, beside in " ".join(ran.out.split())) == (0, new), ran
