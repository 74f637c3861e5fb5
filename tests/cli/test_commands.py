"""What each command does when it is used well."""

from __future__ import annotations

import json
import re
from pathlib import Path

from command_line import Command, export_of

from rapport import __version__


def test_the_version(rapport: Command) -> None:
    assert rapport("--version") == (0, f"rapport {__version__}\n", "")


def test_help_names_every_command(rapport: Command) -> None:
    ran = rapport("--help")
    assert ran.code == 0
    for command in ("demo", "init", "publish", "serve", "import", "simulate", "replay", "report"):
        assert re.search(rf"\b{command}\b", ran.out)


def test_init_makes_a_home_and_a_second_one_keeps_what_is_there(
    rapport: Command, here: Path
) -> None:
    assert rapport("init", "--publish").code == 0
    voice = here / "rapport" / "brands" / "alder-and-clay" / "voice.yaml"
    voice.write_text(voice.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    assert rapport("init", "--publish").code == 0
    assert voice.read_text(encoding="utf-8").endswith("# mine\n")


def test_init_says_whose_the_sender_is(rapport: Command, here: Path) -> None:
    told = " ".join(rapport("init").out.split())
    assert (
        "Until you change them, these are the example's: brand.yaml:7: it sends as hello@" in told
    )
    brand = here / "rapport" / "brands" / "alder-and-clay" / "brand.yaml"
    mine = brand.read_text("utf-8").replace("hello@alderandclay.example", "hi@fellstride.co.uk")
    brand.write_text(mine, "utf-8")
    told = " ".join(rapport("init").out.split())
    assert "it sends as" not in told
    assert "brand.yaml:6: it signs as ‘Nell at Alder & Clay’" in told


def test_publish_numbers_what_changed_and_nothing_else(rapport: Command, here: Path) -> None:
    rapport("init", "--publish")
    folder = here / "rapport" / "brands" / "alder-and-clay"
    assert "release 1 " in rapport("publish", folder).out
    brand = folder / "brand.yaml"
    changed = brand.read_text(encoding="utf-8").replace("21:00", "20:00")
    brand.write_text(changed, encoding="utf-8")
    assert "release 2 " in rapport("publish", folder).out
    assert "release 2 " in rapport("publish", folder).out


def test_publish_says_what_of_a_shop_of_ones_own_still_is_the_examples(
    rapport: Command, here: Path
) -> None:
    rapport("init")
    folder = here / "rapport" / "brands" / "alder-and-clay"
    told = " ".join(rapport("publish", folder).out.split())
    assert "This is the example, Alder & Clay, as it comes" in told
    assert "(brand.yaml:7: it sends as hello@alderandclay.example)" in told
    assert "and still as the example" not in told
    for file, old, new in (
        ("brand.yaml", "name: Alder & Clay", "name: Fellstride"),
        ("creative/browse.yaml", "body: |\n", "body: |\n      Shoes.\n\n"),
        ("claims.yaml", "text: ", "text: Rather, "),
        ("brand.yaml", "words: It sits well", "words: They sit well"),
    ):
        path = folder / file
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    told = " ".join(rapport("publish", folder).out.split())
    assert "and still as the example, Alder & Clay, has it, which is made up" in told
    assert "This is the example" not in told
    for line in (
        "brand.yaml:7: it sends as hello@alderandclay.example",
        "brand.yaml:9: its address is ‘Alder & Clay Ltd, The Old Dyeworks",
        "offers.yaml:16: the code of ‘A little off your order’ is TENCLAY",
        "catalogue.csv: 24 of 24 products",
    ):
        assert line in told
    assert "‘After a look round’" not in told
    assert re.search(
        r"creative/checkout.yaml:46: ‘Checkout left behind’ \(checkout\): (\d+) of \1 texts", told
    )
    assert "brand.yaml:58: 4 of 5 reviews, which nobody wrote" in told
    assert "claims.yaml" not in told


def test_import_twice_changes_nothing(rapport: Command, here: Path) -> None:
    rapport("init", "--publish")
    export = export_of(here)
    told = []
    for _ in range(2):
        ran = rapport("import", export, "--map", "shopify_orders", "--json", "figures.json")
        assert ran.code == 0, ran
        told.append(json.loads((here / "figures.json").read_text(encoding="utf-8")))
    assert told[0]["counts"]["orders"] == told[1]["counts"]["orders"] == 3
    assert (told[0]["accepted"] > 0, told[0]["duplicate"]) == (True, 0)
    assert (told[1]["accepted"], told[1]["duplicate"]) == (0, told[0]["accepted"])


def test_what_was_imported_replays(rapport: Command, here: Path) -> None:
    rapport("init", "--publish")
    rapport("import", export_of(here), "--map", "shopify_orders")
    ran = rapport("replay", "--json", "figures.json")
    assert ran.code == 0
    assert "identical" in ran.out
    figures = json.loads((here / "figures.json").read_text(encoding="utf-8"))
    assert (figures["profiles"], figures["different"], figures["strayed"]) == (3, [], [])


def test_report_of_a_brand_that_nobody_visited(rapport: Command, here: Path) -> None:
    rapport("init", "--publish")
    ran = rapport("report", "--json", "figures.json")
    assert ran.code == 0
    (line,) = (one for one in ran.out.splitlines() if "Nobody has entered" in one)
    assert "these flows yet: ‘After a look round’ (browse), ‘Basket put aside’ (cart), " in line
    assert "Margin" not in ran.out
    one = rapport("report", "--flow", "checkout").out
    assert one.startswith("Nobody has entered this flow yet: ‘Checkout left behind’ (checkout).")
    reports = json.loads((here / "figures.json").read_text(encoding="utf-8"))
    assert {"checkout", "welcome", "winback"} <= {report["flow"] for report in reports}
    for report in reports:
        assert (report["brand"], report["arms"]) == ("alder-and-clay", [])


def test_a_small_demo_tells_its_story_and_can_be_looked_into(rapport: Command, here: Path) -> None:
    words = ("demo", "--customers", "60", "--days", "4", "--no-serve", "--home", "demo")
    ran = rapport(*words, "--json", "figures.json")
    assert ran.code == 0, ran
    assert "A month at Alder & Clay" in ran.out
    assert "(order_placed) took no part." in " ".join(ran.out.split())
    assert "Adaptive messages" in ran.out
    assert "RAPPORT_HOME=demo rapport policy list" in ran.out
    assert "The console over it: RAPPORT_HOME=demo rapport serve" in ran.out
    assert "policy was not published" not in ran.out + ran.err
    figures = json.loads((here / "figures.json").read_text(encoding="utf-8"))
    assert set(figures) == {"simulated", "hindsight", "report", "left_out"}
    assert figures["simulated"]["answers"].keys() <= {"200", "202", "302"}
    mails = list((here / "demo" / "outgoing").rglob("*.eml"))
    assert len(mails) == figures["simulated"]["messages"] > 0


def test_simulate_leaves_nothing_behind(rapport: Command, here: Path) -> None:
    ran = rapport("simulate", "--customers", "40", "--days", "2", "--world", "null")
    assert ran.code == 0, ran
    assert list(here.iterdir()) == []
