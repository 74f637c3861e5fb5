"""`rapport --help`: every command stands where somebody would look for it."""

from __future__ import annotations

import typer

from rapport.cli.app import app
from rapport.cli.panels import PANELS


def test_every_command_has_a_place_and_every_place_a_command() -> None:
    group = typer.main.get_command(app)
    listed = group.list_commands(typer.Context(group))  # type: ignore[attr-defined]
    assert listed == [name for names in PANELS.values() for name in names]
