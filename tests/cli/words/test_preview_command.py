"""`rapport preview` and `rapport coverage` at the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import Command

ONE = ("--only", "tone=warm", "--only", "angle=help", "--only", "point=first")


def test_preview_says_what_works_and_writes_the_file(rapport: Command, here: Path) -> None:
    ran = rapport("preview", "checkout", *ONE, "--out", "all.html", "--json", "all.json")
    assert ran.code == 0, ran.err
    assert "12 combinations; 11 work, 1 is left out, 0 don’t work" in ran.out
    assert "A letter does not carry money off" in ran.out
    assert (here / "all.html").read_bytes().startswith(b"<!doctype html>")
    (sheet,) = json.loads((here / "all.json").read_text())
    assert len(sheet["cells"]) == 12


def test_coverage_counts_the_messages(rapport: Command) -> None:
    ran = rapport("coverage", "checkout")
    assert ran.code == 0, ran.err
    assert "Checkout left behind (checkout)" in ran.out


DATED = """rules:
  - name: Warm at Christmas
    because: It is Christmas.
    only: {tone: warm}
    from: 2026-12-01
    until: 2026-12-26
"""


def test_coverage_says_which_rules_days_it_leaves_aside(rapport: Command, here: Path) -> None:
    assert "left aside" not in rapport("coverage", "checkout").out
    assert rapport("init").code == 0
    (file,) = here.rglob("creative/checkout.yaml")
    (file.parents[1] / "rules.yaml").write_text(DATED, "utf-8")
    ran = rapport("coverage", "checkout", "--folder", str(file.parents[1]), "--json", "all.json")
    assert "on some days only are left aside" in ran.out
    assert "‘Warm at Christmas’" in ran.out
    (found,) = json.loads((here / "all.json").read_text())
    assert found["dated"] == ["Warm at Christmas"]


def test_offers_that_the_margin_leaves_to_nobody_are_told(rapport: Command, here: Path) -> None:
    assert rapport("init").code == 0
    (brand,) = here.rglob("brand.yaml")
    folder, words = str(brand.parent), "a rate of 55% and a floor of 90%"
    assert words not in " ".join(rapport("publish", folder, "--yes").out.split())
    brand.write_text(brand.read_text("utf-8").replace("floor: 15%", "floor: 90%"), "utf-8")
    for told in (("coverage", "--folder", folder), ("publish", folder, "--yes")):
        assert words in " ".join(rapport(*told).out.split())


IN_GERMAN = """
  - language: de
    point: first
    tone: plain
    subject: Ihr Warenkorb ist noch da
    preheader: Wir heben ihn auf.
    headline: Noch da
    body: Wir heben Ihren Warenkorb auf, solange Sie mögen.
    cta: Zum Warenkorb
    signoff: Herzlich, Jo
"""


def test_a_brand_that_has_begun_to_translate_is_told_who_gets_what(
    rapport: Command, here: Path
) -> None:
    assert rapport("init").code == 0
    (file,) = here.rglob("creative/checkout.yaml")
    file.write_text(file.read_text("utf-8") + IN_GERMAN, "utf-8")
    folder = str(file.parents[1])
    said = " ".join(rapport("coverage", "checkout", "--folder", folder).out.split())
    assert "Who reads German gets what can be said in it, and nothing else of this." in said
    assert "At second, last that is nothing: there they get the messages in en." in said
    said = " ".join(rapport("preview", "checkout", *ONE, "--folder", folder).out.split())
    assert "Not written in German yet: no approved subject (11)" in said
    assert "Checkout left behind (checkout), in English: 12 combinations; 11 work" in said
    assert "Checkout left behind (checkout), in German: 12 combinations; 0 work" in said
    said = " ".join(rapport("publish", folder, "--yes").out.split())
    assert "Not translated yet. Who reads one of these languages gets what is said in it" in said


def test_bad_use_says_what_there_is(rapport: Command, here: Path) -> None:
    for words, said in (
        (("preview", "nothing"), "There is no framework 'nothing'. There is: "),
        (("preview", "--only", "tone=shouting"), "There is no tone 'shouting'. There is: "),
        (("preview", "--only", "point=nope"), "There is no point 'nope'. There is: "),
        (("preview", "--only", "language=de"), "There is no language 'de'. There is: en."),
        (("preview", "--only", "colour=red"), "cannot be read"),
        (("preview", "--signal", "days_since_refund"), "--signal days_since_refund cannot be read"),
        (("preview", "--signal", "days_since_refund=soon"), "cannot be read"),
        (("preview", "--signal", "days_since_refund=nan"), "cannot be read"),
        (("preview", "--signal", "days_since_refnud=3"), "Did you mean 'days_since_refund'?"),
        (("preview", "--signal", "moon_phase=3"), "There is no signal 'moon_phase'"),
        (("preview", "checkout", *ONE, "--out", str(here / "no/such/a.html")), "Name another file"),
        (("preview", "--folder", str(here)), ""),
    ):
        ran = rapport(*words)
        assert ran.code == 2, words
        assert said in ran.err
        assert "Traceback" not in ran.err


def test_a_published_brand_is_previewed_for_somebody_it_knows(rapport: Command) -> None:
    assert rapport("init", "--publish").code == 0
    ran = rapport("preview", "checkout", *ONE)
    assert ran.code == 0, ran.err
    assert "11 work" in ran.out
    unknown = rapport("preview", "checkout", "--profile", "nobody")
    assert unknown.code == 2
    assert "knows nobody by 'nobody'" in unknown.err


def test_pictures_are_found_under_another_port_than_that_of_who_published(
    rapport: Command, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []
    assert rapport("init", "--publish").code == 0
    for port in ("8470", "9123"):
        monkeypatch.setenv("RAPPORT_PORT", port)
        assert rapport("preview", "checkout", *ONE, "--out", "all.html").code == 0
        shown.append((here / "all.html").read_text().count("data:image"))
    assert shown[0] == shown[1] > 0


def test_every_place_of_a_phrase_is_told_with_file_and_line(rapport: Command, here: Path) -> None:
    ran = rapport("coverage", "--find", "No RUSH", "--json", "found.json")
    assert ran.code == 0, ran.err
    assert "‘No RUSH’ stands once, in one place:" in ran.out
    assert "Checkout left behind, body, for point first, tone warm, angle help" in ran.out
    assert "your basket is saved and there is «no rush»." in ran.out
    ((one),) = json.loads((here / "found.json").read_text())
    assert (one["framework"], one["slot"]) == ("checkout", "body")
    assert one["where"].startswith("creative/checkout.yaml:")
    assert "stands nowhere." in rapport("coverage", "welcome", "--find", "no rush").out
    short = rapport("coverage", "--find", "x")
    assert short.code == 2
    assert "Write from 2 to 200 characters" in short.err
