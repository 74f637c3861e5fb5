"""The commands about the writer: `rapport writer …`, `rapport propose`, `rapport adopt`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rapport.cli.in_charge.commands import ByOption
from rapport.cli.options import BrandOption, JsonOption, settings_here
from rapport.core.creative.framework import NO_OFFER

writer_app = typer.Typer(
    name="writer",
    help="The language model that writes drafts: is it there, what was it used for.",
    no_args_is_help=True,
)


def register(app: typer.Typer) -> None:
    """Adds the commands to `rapport`."""
    app.add_typer(writer_app)
    app.command()(propose)
    app.command()(adopt)


@writer_app.command("check")
def writer_check(
    *,
    framework: Annotated[str, typer.Option(help="Rewrite of which framework.")] = "",
    brand: BrandOption = "",
    json_file: JsonOption = None,
) -> None:
    """Says whether the model answers, and shows one rewrite with what the checks make of it."""
    from rapport.cli.words.trying import run_check

    raise typer.Exit(run_check(settings_here(), brand, framework, json_file))


@writer_app.command("try")
def writer_try(
    *,
    framework: Annotated[str, typer.Option(help="The framework to write for.")] = "",
    tone: Annotated[str, typer.Option(help="In which tone.")] = "",
    angle: Annotated[str, typer.Option(help="From which angle.")] = "",
    offer: Annotated[str, typer.Option(help="With which offer.")] = "",
    point: Annotated[str, typer.Option(help="For which decision point.")] = "",
    situation: Annotated[
        str, typer.Option(help="For whom, as drafts name it, such as new.first.one.calm.")
    ] = "",
    times: Annotated[
        int,
        typer.Option(
            min=1, max=1_000, help="So many messages, spread over everything; shown as figures."
        ),
    ] = 1,
    proofread: Annotated[
        bool,
        typer.Option("--proofread", help="Put words that pass to the model once more, to object."),
    ] = False,
    brand: BrandOption = "",
    json_file: JsonOption = None,
) -> None:
    """Shows what the model is asked, what it answers, what each check says, time and tokens."""
    from rapport.app.writer.trying import Wish
    from rapport.cli.words.trying import run_many, run_one

    if times > 1:
        if tone or angle or offer or point or situation:
            raise typer.BadParameter("With --times it goes over all of them: leave the rest out.")
        raise typer.Exit(
            run_many(settings_here(), brand, framework, times, json_file, proofreads=proofread)
        )
    wish = Wish(framework, tone, angle, offer, point)
    raise typer.Exit(
        run_one(settings_here(), brand, wish, situation, json_file, proofreads=proofread)
    )


@writer_app.command("ahead")
def writer_ahead(*, brand: BrandOption = "", json_file: JsonOption = None) -> None:
    """Has words written now for the messages that are planned and go later."""
    from rapport.cli.words.writing import run_ahead

    run_ahead(settings_here(), brand, json_file)


@writer_app.command("usage")
def writer_usage(
    *,
    days: Annotated[int, typer.Option(min=1, max=366, help="So many days, today the last.")] = 1,
    brand: BrandOption = "",
    json_file: JsonOption = None,
) -> None:
    """Says what the model was asked today, what came of it, and whose words messages got."""
    from rapport.cli.words.writing import run_usage

    run_usage(settings_here(), brand, days, json_file)


def propose(
    framework: Annotated[str, typer.Argument(help="The framework to write for.")],
    *,
    brief: Annotated[str, typer.Option(help="What you would like, as you would tell a colleague.")],
    tone: Annotated[str, typer.Option(help="A tone; it may be a new one.")] = "",
    angle: Annotated[str, typer.Option(help="An angle; it may be a new one.")] = "",
    offer: Annotated[str, typer.Option(help="The offer that the words are for.")] = NO_OFFER,
    point: Annotated[
        str,
        typer.Option(
            help="The decision point that the words are for; without it the first, and every one "
            "where the tone or the angle is new."
        ),
    ] = "",
    slot: Annotated[
        list[str] | None, typer.Option(help="Write only this part; several are possible.")
    ] = None,
    by: ByOption = "",
    brand: BrandOption = "",
    json_file: JsonOption = None,
) -> None:
    """Asks the model for new words, a tone or an angle; a person then edits and approves them."""
    from rapport.app.frameworks.proposing import Brief
    from rapport.cli.words.writing import run_propose

    asked = Brief(framework, brief, tone, angle, offer, point, tuple(slot or ()))
    raise typer.Exit(run_propose(settings_here(), brand, asked, by, json_file))


def adopt(
    *,
    folder: Annotated[
        Path | None, typer.Option(help="The brand's folder; the one in the home folder otherwise.")
    ] = None,
    by: Annotated[str, typer.Option(help="Who you are, where people are in charge.")] = "",
    brand: BrandOption = "",
) -> None:
    """Writes proposals that people approved into the brand's folder, with where they come from."""
    from rapport.cli.words.writing import run_adopt

    raise typer.Exit(run_adopt(settings_here(), brand, folder, by))
