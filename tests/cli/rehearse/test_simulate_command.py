"""`rapport simulate`: of which flows a made-up shop can tell, and what it says of the rest."""

from __future__ import annotations

import json
import shutil
from importlib import resources
from pathlib import Path

import pytest
from command_line import Command

KINDS = ("browse", "cart", "checkout", "post_purchase", "replenishment", "welcome", "winback")


def with_flows(here: Path, *kept: str) -> Path:
    """The example brand with some of its flows."""
    folder = here / "brand"
    source = resources.files("rapport") / "brands" / "alder_and_clay"
    with resources.as_file(source) as example:
        shutil.copytree(example, folder)
    for kind in KINDS:
        if kind not in kept:
            (folder / "flows" / f"{kind}.yaml").unlink()
            (folder / "creative" / f"{kind}.yaml").unlink()
    (folder / "rules.yaml").unlink()  # they name frameworks that are not all there
    return folder


@pytest.mark.parametrize("kept", [("cart",), ("cart", "browse", "welcome")])
def test_without_a_flow_for_checkouts_it_says_at_once_what_there_is_instead(
    rapport: Command, here: Path, kept: tuple[str, ...]
) -> None:
    ran = rapport("simulate", "--brand-folder", with_flows(here, *kept))
    assert (ran.code, ran.out.strip()) == (2, "")
    said = " ".join(ran.err.split())
    assert "There is nothing to rehearse" in said
    assert "`checkout_started` can be rehearsed" in said
    assert "(cart_updated)" in said
    assert said.count("(") == len(kept)
    assert "`rapport preview`" in said
    assert "`rapport backtest " in said
    assert ("try it without" if len(kept) == 1 else "try them without") in said.lower()


def test_a_brand_whose_flows_are_mostly_others_is_told_which_took_no_part(
    rapport: Command, here: Path
) -> None:
    folder = with_flows(here, "checkout", "cart", "browse")
    ran = rapport(
        "simulate", "--brand-folder", folder, "--customers", "40", "--days", "2",
        "--json", here / "told.json",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    said = " ".join(ran.out.split())
    assert "(product_viewed) and " in said
    assert "(cart_updated) took no part." in said
    assert "would be invented" in said
    assert "`rapport backtest" in said
    figures = json.loads((here / "told.json").read_text(encoding="utf-8"))
    assert [one["trigger"] for one in figures["left_out"]] == ["product_viewed", "cart_updated"]


def test_a_folder_with_mistakes_names_them_first(rapport: Command, here: Path) -> None:
    folder = with_flows(here, "cart")
    (folder / "voice.yaml").write_text("tones: 5\n", encoding="utf-8")
    ran = rapport("simulate", "--brand-folder", folder)
    assert ran.code == 2
    assert "voice.yaml" in ran.err
    assert "nothing to rehearse" not in ran.err
