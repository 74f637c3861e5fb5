"""The command `rapport why`."""

from __future__ import annotations

from typing import Annotated

import typer

from rapport.cli.options import BrandOption, JsonOption, settings_here


def register(app: typer.Typer) -> None:
    """Adds the command to `rapport`."""
    app.command()(why)


def why(
    message: Annotated[
        str, typer.Argument(help="Its key, or a decision's; the newest message otherwise.")
    ] = "",
    *,
    person: Annotated[
        str,
        typer.Option(
            "--person",
            metavar="ADDRESS",
            help="All about who has this e-mail address or profile id, and what they heard.",
        ),
    ] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, max=1_000, help="How much of that.")] = 20,
    before: Annotated[
        str, typer.Option("--before", metavar="PLACE", help="Go on where the last page ended.")
    ] = "",
    brand: BrandOption = "",
    json_file: JsonOption = None,
) -> None:
    """Why a message was chosen, and what came of it; or all that one person heard and did not."""
    if person or before:
        from rapport.cli.worth.person import PersonOptions, run_person

        options = PersonOptions(message, person, limit, before, brand, json_file)
        run_person(settings_here(), options)
        return
    from rapport.cli.worth.why import run_why

    run_why(settings_here(), brand, message, json_file)
