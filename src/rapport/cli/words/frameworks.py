"""The commands about frameworks: `rapport preview`, `rapport coverage` and `rapport releases`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rapport.cli.files import asked_for
from rapport.cli.options import BrandOption, JsonOption, settings_here
from rapport.errors import UserError

FrameworkArgument = Annotated[str, typer.Argument(help="Which framework; all otherwise.")]
FolderOption = Annotated[
    Path | None,
    typer.Option("--folder", help="A brand's folder as it stands, instead of what is published."),
]


def preview(
    framework: FrameworkArgument = "",
    *,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="FILE.html",
            help="Write one file that opens anywhere.",
            callback=asked_for,
        ),
    ] = None,
    folder: FolderOption = None,
    profile: Annotated[str, typer.Option(help="A person the brand knows, by profile id.")] = "",
    first_name: Annotated[str, typer.Option(help="The invented person's first name.")] = "Anna",
    items: Annotated[
        int, typer.Option(min=0, max=50, help="How many products the invented person has.")
    ] = 2,
    signal: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=NUMBER", help="What rules are told of the invented person."),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="tone=warm", help="Only these levels, points or languages."),
    ] = None,
    send_to: Annotated[
        str | None,
        typer.Option(
            "--send-to",
            metavar="ADDRESS",
            help="Send the first of these that works to yourself, as a test.",
        ),
    ] = None,
    by: Annotated[str, typer.Option(help="With --send-to: who you are.")] = "",
    brand: BrandOption = "",
    json_file: JsonOption = None,
) -> None:
    """Every message that a framework can make, for one person, and which of them don't work."""
    from rapport.cli.words.preview import PreviewOptions, run_preview

    options = PreviewOptions(
        framework=framework,
        folder=folder,
        brand=brand,
        profile=profile,
        first_name=first_name,
        items=items,
        signals=tuple(signal or ()),
        only=tuple(only or ()),
        out=out,
        json_file=json_file,
        send_to=send_to,
        by=by,
    )
    run_preview(settings_here(), options)


def coverage(
    framework: FrameworkArgument = "",
    *,
    find: Annotated[
        str | None,
        typer.Option("--find", metavar="PHRASE", help="Every place where this is said, instead."),
    ] = None,
    folder: FolderOption = None,
    brand: BrandOption = "",
    json_file: JsonOption = None,
) -> None:
    """Which combinations nobody has approved, how many messages there are, and unused blocks."""
    from rapport.cli.words.preview import PreviewOptions, run_coverage

    options = PreviewOptions(
        framework=framework, folder=folder, brand=brand, json_file=json_file, find=find
    )
    run_coverage(settings_here(), options)


def releases(
    number: Annotated[
        int | None, typer.Argument(min=1, help="Which release; a list of all otherwise.")
    ] = None,
    *,
    write: Annotated[
        bool, typer.Option("--write", help="Write its words into the brand's folder again.")
    ] = False,
    framework: Annotated[str, typer.Option(help="Only those of this framework.")] = "",
    by: Annotated[str, typer.Option(help="Who you are, where people are in charge.")] = "",
    brand: BrandOption = "",
    json_file: JsonOption = None,
) -> None:
    """What was published, by whom, and what each release changed; and the way back to its words."""
    from rapport.cli.words.releases import run_list, run_show, run_write

    if number is None:
        if write or framework:
            raise UserError("Say which release: rapport releases NUMBER --write")
        run_list(settings_here(), brand, json_file)
    elif write:
        run_write(settings_here(), brand, number, framework, by)
    else:
        run_show(settings_here(), brand, number, json_file)
