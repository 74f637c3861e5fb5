"""The command `rapport silences`."""

from __future__ import annotations

from typing import Annotated

import typer

from rapport.cli.options import BrandOption, JsonOption, settings_here


def register(app: typer.Typer) -> None:
    """Adds the command to `rapport`."""
    app.command()(silences)


def silences(
    *,
    flow: Annotated[str, typer.Option("--flow", help="Only this flow, by its key.")] = "",
    person: Annotated[
        str,
        typer.Option(
            "--person", metavar="ADDRESS", help="Only who has this e-mail address or profile id."
        ),
    ] = "",
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="Only: chosen (by the policy), stopped (by a rule or limit), or holdout.",
        ),
    ] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, max=1_000, help="How many.")] = 20,
    before: Annotated[
        int | None,
        typer.Option("--before", min=0, max=10**15, help="Go on where the last page ended."),
    ] = None,
    brand: BrandOption = "",
    json_file: JsonOption = None,
) -> None:
    """Each time nothing was said, the latest first, and why."""
    from rapport.cli.worth.silences import SilenceOptions, run_silences

    options = SilenceOptions(flow, person, kind, limit, before, brand, json_file)
    run_silences(settings_here(), options)
