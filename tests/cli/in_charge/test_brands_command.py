"""`rapport brands`, as people type it."""

from __future__ import annotations

import json
from pathlib import Path

from command_line import Command

BRAND = "alder-and-clay"
WHY = ("--because", "the shop has closed", "--by", "Nell")


def test_a_brand_is_retired_listed_refused_to_be_published_and_brought_back(
    rapport: Command, here: Path
) -> None:
    rapport("init", "--publish")
    assert "at work" in rapport("brands", "list").out
    ran = rapport("brands", "retire", BRAND, *WHY)
    assert ran.code == 0
    assert ran.out.startswith("Alder & Clay is retired: nothing is decided, written or sent")
    assert f"rapport brands bring-back {BRAND} --because REASON" in ran.out
    again = rapport("brands", "retire", BRAND, "--because", "once more", "--by", "Zoë")
    assert again.out == "Alder & Clay was retired already, by Nell: the shop has closed\n"
    listed = rapport("brands", "list", "--json", "brands.json").out
    assert "by Nell: the shop has closed" in " ".join(listed.split())
    (found,) = json.loads((here / "brands.json").read_text(encoding="utf-8"))
    assert found["retired"] == {"who": "Nell", "why": "the shop has closed"}
    assert "Alder & Clay is retired, by Nell: the shop has closed" in rapport("stops").out
    refused = rapport("publish", str(here / "rapport/brands" / BRAND))
    assert refused.code == 2
    assert "is retired (by Nell: the shop has closed). Nothing was published." in refused.err
    assert rapport("report").code == rapport("silences").code == rapport("replay").code == 0
    back = rapport("brands", "bring-back", BRAND, "--because", "it opens again", "--by", "Nell")
    assert back.out.startswith("Alder & Clay is back, as it was published before: release 3.")
    assert rapport("publish", str(here / "rapport/brands" / BRAND)).code == 0
    log = rapport("audit-log", "list").out
    assert log.index("retired the brand") < log.index("brought the brand")
    assert rapport("audit-log", "verify").code == 0


def test_what_cannot_be_done_is_told_with_what_to_do(rapport: Command) -> None:
    assert "rapport init" in rapport("brands", "list").err
    rapport("init", "--publish")
    for words, said in (
        (("retire", BRAND), "--because REASON"),
        (("retire", "nobody", *WHY), f"There is: {BRAND}."),
        (("bring-back", BRAND, *WHY), "is not retired"),
    ):
        ran = rapport("brands", *words)
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err


def test_of_several_brands_the_only_one_at_work_is_meant(rapport: Command, here: Path) -> None:
    rapport("init", "--publish")
    folder = here / "rapport/brands" / BRAND
    file = folder / "brand.yaml"
    file.write_text(file.read_text("utf-8").replace(f"key: {BRAND}", "key: other"), "utf-8")
    assert rapport("publish", str(folder)).code == 0
    for command in (["report"], ["stops"], ["backtest", "checkout", "--since", "2026-01-01"]):
        assert f"Say which brand with --brand. There is: {BRAND}, other." in rapport(*command).err
    rapport("brands", "retire", BRAND, *WHY)
    assert rapport("report").code == 0
    assert "is retired" not in rapport("stops").out
    assert "is retired" in rapport("stops", "--brand", BRAND).out
    assert "Nothing has happened since then" in rapport(*command).err
