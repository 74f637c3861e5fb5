"""`rapport --help`: every command stands where somebody would look for it, with examples."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

import pytest
import typer
from command_line import Command
from typer.core import TyperGroup

from rapport.cli.app import app
from rapport.cli.examples import EXAMPLES
from rapport.cli.panels import PANELS

ROOT = typer.main.get_command(app)
WRITTEN = [(name, example) for name, examples in EXAMPLES.items() for example in examples]


def commands(group: object = ROOT, before: tuple[str, ...] = ()) -> Iterator[str]:
    """The words of every command, and of every command within one."""
    assert isinstance(group, TyperGroup)
    for name, command in group.commands.items():
        yield " ".join((*before, name))
        if isinstance(command, TyperGroup):
            yield from commands(command, (*before, name))


def parsed(words: list[str]) -> str:
    """Has the parser read the words, and runs nothing: the words of the command they came to."""
    command, context, rest = ROOT, ROOT.make_context("rapport", list(words)), list(words)
    while isinstance(command, TyperGroup):
        rest = [*context._protected_args, *context.args]
        name, found, rest = command.resolve_command(context, rest)
        assert found is not None
        command, context = found, found.make_context(name, rest, parent=context)
        if isinstance(command, TyperGroup) and not context._protected_args:
            break
    assert not context.args
    return context.command_path.removeprefix("rapport ")


def test_every_command_has_a_place_and_every_place_a_command() -> None:
    assert isinstance(ROOT, TyperGroup)
    listed = ROOT.list_commands(typer.Context(ROOT))
    assert listed == [name for names in PANELS.values() for name in names]


def test_every_command_has_examples_and_every_example_a_command() -> None:
    assert sorted(EXAMPLES) == sorted(commands())


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("name", "example"), WRITTEN, ids=[example for _, example in WRITTEN])
def test_every_example_is_one_that_the_command_takes(name: str, example: str) -> None:
    came_to = parsed(shlex.split(example))
    assert came_to == name or came_to.startswith(f"{name} ")


@pytest.mark.parametrize("words", [["evaluate"], ["policy"], ["policy", "publish"]])
def test_the_help_ends_with_the_examples(
    rapport: Command, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = [line.strip() for line in rapport(*words, "--help").out.rstrip().splitlines()]
    examples = EXAMPLES[" ".join(words)]
    assert lines[-len(examples) :] == [f"rapport {example}" for example in examples]
    assert lines[-len(examples) - 1] in ("Examples:", "Example:")


def test_every_example_stands_on_one_line() -> None:
    assert [example for _, example in WRITTEN if len(f"   rapport {example}") > 80] == []
