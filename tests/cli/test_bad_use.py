"""Used wrongly, a command exits with 2 and says in one line what to do."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from command_line import Command, Ran


def one_line(ran: Ran) -> str:
    """The line that it left with."""
    assert ran.code == 2, ran
    assert ran.out == ""
    assert ran.err.startswith("rapport: ")
    assert ran.err.count("\n") == 1, ran.err
    return ran.err


COMMANDS = ("demo", "init", "publish", "serve", "import", "simulate", "replay", "report", "bench")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_an_unknown_option(rapport: Command, command: str) -> None:
    assert "--nonsense" in one_line(rapport(*[command] * bool(command), "--nonsense"))


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (["evaluate"], "rapport evaluate"),
        (["people", "add"], "rapport people add"),
        (["writer", "nothing"], "rapport writer"),
        (["nothing"], "rapport"),
    ],
)
def test_the_help_that_is_named_is_that_of_the_command(
    rapport: Command, words: list[str], command: str
) -> None:
    assert one_line(rapport(*words)).endswith(f". See: {command} --help\n")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["nothing"], "nothing"),
        (["publish"], "folder"),
        (["publish", "nowhere"], "nowhere"),
        (["publish", "a-file"], "a-file"),
        (["import", "a-file"], "--map"),
        (["import", "nowhere.csv", "--map", "shopify_orders"], "nowhere.csv"),
        (["import", "a-file", "--map", "nowhere.yaml"], "nowhere.yaml"),
        (["simulate", "--world", "flat"], "flat"),
        (["simulate", "--brand-folder", "nowhere"], "nowhere"),
        (["simulate", "--customers", "0"], "--customers"),
        (["demo", "--days", "many"], "--days"),
        (["demo", "--home", "a-file"], "a-file"),
        (["demo", "--home", "a-folder"], "a-folder"),
        (["serve", "--port", "99999"], "--port"),
        (["report", "--brand", "nobody"], "nobody"),
        (["replay", "--brand", "nobody"], "nobody"),
        (["report", "--flow", "nothing"], "nothing"),
        (["import", "a-file", "--map", "shopify_orders"], "a-file"),
    ],
)
def test_what_is_not_there_or_cannot_be(
    rapport: Command, here: Path, words: list[str], named: str
) -> None:
    (here / "a-file").write_text("nothing of use\n", encoding="utf-8")
    (here / "a-folder").mkdir()
    (here / "a-folder" / "letter.txt").write_text("dear\n", encoding="utf-8")
    assert rapport("init", "--publish").code == 0
    assert named in one_line(rapport(*words))
    assert (here / "a-folder" / "letter.txt").exists()


@pytest.mark.parametrize(
    "words", [["report"], ["replay"], ["serve"], ["import", "o.csv", "--map", "shopify_orders"]]
)
def test_without_a_brand_it_says_how_to_begin(rapport: Command, words: list[str]) -> None:
    assert "rapport init" in one_line(rapport(*words))


def test_a_setting_that_does_not_exist(rapport: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAPPORT_COLOUR", "blue")
    assert "RAPPORT_COLOUR" in one_line(rapport("report"))


def test_a_home_that_is_a_file(
    rapport: Command, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "a-file").touch()
    monkeypatch.setenv("RAPPORT_HOME", "a-file")
    assert "a-file" in one_line(rapport("init", "--publish"))


def test_figures_that_cannot_be_written(rapport: Command) -> None:
    rapport("init", "--publish")
    ran = rapport("report", "--json", "nowhere/figures.json")
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "nowhere/figures.json" in ran.err


def test_a_port_that_is_taken(rapport: Command) -> None:
    rapport("init", "--publish")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = rapport("serve", "--port", str(port))
    assert ran.code == 2
    assert str(port) in ran.err.splitlines()[-1]
    assert "listens on" not in ran.out


def test_mistakes_in_a_brands_folder_are_each_told_and_what_held_goes_on(
    rapport: Command, here: Path
) -> None:
    rapport("init", "--publish")
    folder = here / "rapport" / "brands" / "alder-and-clay"
    offers = folder / "offers.yaml"
    good = offers.read_text(encoding="utf-8")
    offers.write_text(good.replace("value: 10%", "value: plenty"), encoding="utf-8")
    ran = rapport("publish", folder)
    assert ran.code == 2
    assert "offers.yaml:" in ran.err
    assert "plenty" in ran.err
    assert rapport("report").code == 0
    offers.write_text(good, encoding="utf-8")
    assert "release 1 " in rapport("publish", folder).out
