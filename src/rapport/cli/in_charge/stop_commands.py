"""The commands that switch off and on: `rapport stop`, `resume` and `stops`; and `opt-out`."""

from __future__ import annotations

from typing import Annotated

import typer

from rapport.cli.in_charge.commands import BecauseOption, SignedOption, login
from rapport.cli.options import BrandOption, JsonOption, settings_here

KindArgument = Annotated[
    str, typer.Argument(metavar="WHAT", help="everything, brand, flow, framework or message.")
]
KeyArgument = Annotated[
    str, typer.Argument(metavar="KEY", help="Which flow, framework or message.")
]


def register(app: typer.Typer) -> None:
    """Adds the commands to `rapport`."""
    app.command()(stop)
    app.command()(resume)
    app.command()(stops)
    app.command()(opt_out)


def stop(
    kind: KindArgument,
    key: KeyArgument = "",
    *,
    because: BecauseOption = "",
    by: SignedOption = "",
    brand: BrandOption = "",
) -> None:
    """Stops sending at once: also what is planned, and what is not yet with the mail server."""
    from rapport.cli.in_charge.stops import StopOptions, run_stop

    run_stop(settings_here(), StopOptions(kind, key, because, by, login(), brand))


def resume(
    kind: KindArgument,
    key: KeyArgument = "",
    *,
    because: BecauseOption = "",
    by: SignedOption = "",
    brand: BrandOption = "",
) -> None:
    """Ends a stop; what is still valid and wanted goes out, as caps allow."""
    from rapport.cli.in_charge.stops import StopOptions, run_resume

    run_resume(settings_here(), StopOptions(kind, key, because, by, login(), brand))


def stops(
    *,
    past: Annotated[bool, typer.Option("--past", help="Also what was stopped once.")] = False,
    brand: BrandOption = "",
    json_file: JsonOption = None,
) -> None:
    """What is stopped: since when, by whom, why, and what waits for it."""
    from rapport.cli.in_charge.stops import run_stops

    run_stops(settings_here(), brand, past=past, json_file=json_file)


def opt_out(
    person: Annotated[
        str, typer.Argument(metavar="ADDRESS", help="Their e-mail address, or a profile's id.")
    ],
    *,
    because: Annotated[
        str,
        typer.Option(
            "--because", help="How they asked; it stands in the audit log, so name nobody in it."
        ),
    ] = "",
    by: SignedOption = "",
    brand: BrandOption = "",
) -> None:
    """Sends somebody nothing more, as they asked: only they themselves can take it back."""
    from rapport.cli.in_charge.opt_out import OptOutOptions, run_opt_out

    run_opt_out(settings_here(), OptOutOptions(person, because, by, login(), brand))
