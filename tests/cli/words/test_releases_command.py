"""`rapport releases`, as people type it."""

from __future__ import annotations

import json
from pathlib import Path

from command_line import Command

SUBJECT = "subject: A hand with choosing, if you’d like it"
OTHER = "subject: A hand with choosing, whenever you like"


def checkout(here: Path) -> Path:
    (file,) = here.glob("**/brands/*/creative/checkout.yaml")
    return file


def second_release(rapport: Command, here: Path) -> Path:
    rapport("init", "--publish")
    file = checkout(here)
    text = file.read_text(encoding="utf-8")
    assert SUBJECT in text
    file.write_text(text.replace(SUBJECT, OTHER, 1), encoding="utf-8")
    assert rapport("publish", str(file.parents[1]), "--by", "Nell").code == 0
    return file


def test_releases_are_listed_shown_and_written_back(rapport: Command, here: Path) -> None:
    file = second_release(rapport, here)
    listed = rapport("releases", "--json", "releases.json").out
    assert "holds now" in listed
    assert "Checkout left behind" in listed
    figures = json.loads((here / "releases.json").read_text())
    assert [(one["number"], one["holds"]) for one in figures] == [(2, True), (1, False)]
    shown = rapport("releases", "2").out
    assert "    - A hand with choosing, if you’d like it\n" in shown
    assert "    + A hand with choosing, whenever you like\n" in shown
    assert "nothing was published before" in rapport("releases", "1").out
    ran = rapport("releases", "1", "--write", "--framework", "checkout")
    assert ran.code == 0
    assert "as release 1 has it." in ran.out
    assert "Nothing holds yet." in ran.out
    assert SUBJECT in file.read_text(encoding="utf-8")
    assert "nothing was written" in rapport("releases", "1", "--write").out
    log = rapport("audit-log", "list", "--json", "log.json").out
    assert "put back all of it, as release 1 has it" in " ".join(log.split()) or (
        "put back all of it" in (here / "log.json").read_text()
    )


def test_what_cannot_be_done_is_said_with_what_can(rapport: Command, here: Path) -> None:
    second_release(rapport, here)
    for words, told in (
        (("releases", "9"), "There is no release 9"),
        (("releases", "9", "--write"), "There is no release 9"),
        (("releases", "1", "--write", "--framework", "nowhere"), "has no framework 'nowhere'"),
        (("releases", "--write"), "Say which release: rapport releases NUMBER --write"),
        (("releases", "0"), "should be greater than or equal to 1"),
    ):
        ran = rapport(*words)
        assert ran.code == 2, words
        assert told in " ".join((ran.out + ran.err).split()), words


def test_where_people_are_in_charge_one_of_them_writes(rapport: Command, here: Path) -> None:
    file = second_release(rapport, here)
    assert rapport("people", "add", "Pia", "--role", "publisher").code == 0
    assert rapport("people", "add", "Vic", "--role", "viewer", "--by", "Pia").code == 0
    for by in ((), ("--by", "Vic"), ("--by", "Nobody")):
        assert rapport("releases", "1", "--write", *by).code == 2
    assert OTHER in file.read_text(encoding="utf-8")
    assert rapport("releases", "1", "--write", "--by", "Pia").code == 0
    assert SUBJECT in file.read_text(encoding="utf-8")
