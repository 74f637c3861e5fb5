"""What others wrote comes out as words: no terminal is steered by it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import Command
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from rapport.bootstrap.logs import set_up_logs
from rapport.cli.output import bar, terminal
from rapport.core.creative.wording import harmless, made_visible
from rapport.testing.model_server import Body, ModelServer, Turn

HOSTILE = "a \x1b[31mred\x1b]0;pwned\x07 \x9b31m\u202e10\xa0% \x1b]52;c;aGk=\x07b"


def printed(what: object) -> str:
    out = io.StringIO()
    console = terminal()
    console.file = out
    console.print(what, markup=False)
    return out.getvalue()


def test_nothing_that_is_printed_steers_a_terminal() -> None:
    table = Table()
    table.add_column(HOSTILE)
    table.add_row(HOSTILE)
    for what in (HOSTILE, Text(HOSTILE), table, Rule(Text(HOSTILE))):
        told = printed(what)
        assert all(sign.isprintable() or sign in "\n\xa0" for sign in told)
        assert "⟨U+001B⟩" in told
    assert printed("10\xa0% off\nand more") == "10\xa0% off\nand more\n"
    assert harmless("Tea\tand\n10\xa0%") == "Tea\tand\n10\xa0%"


def test_colours_and_bars_of_our_own_stay() -> None:
    out = io.StringIO()
    console = type(terminal())(file=out, force_terminal=True, color_system="standard")
    console.print(Text("bold", "bold"))
    with bar(console) as progress:
        progress.add_task("messages", total=2)
    assert "\x1b[1mbold" in out.getvalue()
    assert "⟨" not in out.getvalue()
    assert isinstance(console, Console)


def answer(body: Body) -> str:
    schema = body["response_format"]["json_schema"]["schema"]
    return json.dumps(dict.fromkeys(schema["required"], HOSTILE))


@pytest.mark.parametrize("words", [("check",), ("try",), ("try", "--times", "2")])
def test_a_models_words_steer_no_terminal(
    words: tuple[str, ...], here: Path, rapport: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert here.is_dir()
    monkeypatch.setenv("RAPPORT_HOME", "home")
    assert rapport("init", "--publish").code == 0
    with ModelServer(Turn(answer)) as server:
        monkeypatch.setenv("RAPPORT_MODEL", "openai:kiln")
        monkeypatch.setenv("RAPPORT_MODEL_URL", f"{server.url}/v1")
        ran = rapport("writer", *words)
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(ran.out + ran.err)
    assert "pwned" in ran.out or "--times" in words


def test_an_error_in_a_line_steers_no_terminal(rapport: Command) -> None:
    ran = rapport("publish", "no\x1b]0;pwned\x07where")
    assert ran.code == 2
    assert "no⟨U+001B⟩]0;pwned⟨U+0007⟩where" in ran.err


def test_a_log_that_people_read_steers_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    import structlog  # noqa: PLC0415 (its settings are put back)

    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    before, screen = structlog.get_config(), Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    try:
        set_up_logs("info")
        structlog.get_logger().warning("no banner", picture=HOSTILE)
    finally:
        structlog.configure(**before)
    assert "\x1b]" not in screen.getvalue()
    assert "⟨U+001B⟩]0;pwned" in screen.getvalue()


def test_the_line_of_a_file_is_no_picture_and_a_price_has_its_space() -> None:
    assert printed("creative/browse.yaml:100: too long") == "creative/browse.yaml:100: too long\n"
    assert made_visible("149,00\xa0€ – 10\u202f%") == "149,00\xa0€ – 10\u202f%"
    assert made_visible("a\u200bb\u2007c") == "a⟨U+200B⟩b⟨U+2007⟩c"


def test_a_terminal_of_few_letters_gets_all_else(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "latin-1", "RAPPORT_HOME": str(tmp_path)}
    for words in (("init", "--publish"), ("rules",), ("stops",), ("report",), ("policy", "list")):
        ran = subprocess.run(
            [sys.executable, "-m", "rapport", *words], env=env, capture_output=True, check=False
        )
        assert ran.returncode == 0, ran.stderr
        assert b"Traceback" not in ran.stderr
        assert ran.stdout


def test_whose_word_it_is_is_never_dropped(rapport: Command) -> None:
    rapport("init", "--publish")
    refused = rapport("review", "--by", "Max", "approve", "91f1e849")
    assert refused.code == 2
    assert "write them after the word 'approve'" in refused.err
