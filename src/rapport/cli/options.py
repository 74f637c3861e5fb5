"""Options that several commands share, and the settings that options change."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from rapport.cli.files import asked_for
from rapport.settings import Settings, load

BrandOption = Annotated[str, typer.Option("--brand", help="Which brand, where there are several.")]
JsonOption = Annotated[
    Path | None,
    typer.Option(
        "--json",
        metavar="FILE",
        help="Write the figures as JSON, too; - for standard output.",
        callback=asked_for,
    ),
]

UntriedJsonOption = Annotated[
    Path | None,
    typer.Option(
        "--json",
        metavar="FILE",
        help="Write the figures as JSON, too; - for standard output.",
    ),
]
"""For a command that makes the file's folder: it asks for it by itself, by `asked_for`."""


def settings_here(**changes: object) -> Settings:
    """The settings of the environment, with what a command's options change."""
    # Options carry the types of the settings they stand for.
    return replace(load(os.environ), **changes)  # type: ignore[arg-type]
