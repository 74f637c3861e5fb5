"""The command `rapport`. Bad use exits with 2 and one line that says what to do."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from rapport import __version__
from rapport.cli.examples import put_examples
from rapport.cli.files import one_command
from rapport.cli.in_charge.brand_commands import register as register_brands
from rapport.cli.in_charge.commands import ByOption, audit_app, policy_app
from rapport.cli.in_charge.stop_commands import register as register_stops
from rapport.cli.options import BrandOption, JsonOption, UntriedJsonOption, settings_here
from rapport.cli.panels import InPanels, put_in_panels
from rapport.cli.started import NAME, let_few_letters_do
from rapport.cli.words import frameworks
from rapport.cli.words.review_commands import register as register_review
from rapport.cli.words.writer_commands import register as register_writer
from rapport.cli.worth.silence_commands import register as register_silences
from rapport.cli.worth.why_commands import register as register_why
from rapport.core.creative.wording import harmless
from rapport.errors import RapportError, UserError
from rapport.settings import SettingsError, load

# What a command needs is imported when it runs: `rapport --help` must not load numpy and polars.

app = typer.Typer(
    name="rapport",
    cls=InPanels,
    help="Decides what is worth saying to each customer of a shop now, or that nothing is.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)

app.add_typer(policy_app)
app.add_typer(audit_app)
app.command()(frameworks.preview)
app.command()(frameworks.coverage)
app.command()(frameworks.releases)
register_stops(app)
register_brands(app)
register_silences(app)
register_why(app)
register_review(app)
register_writer(app)


@app.command()
def demo(
    *,
    serve: Annotated[bool, typer.Option(help="Serve the console afterwards.")] = True,
    customers: Annotated[int, typer.Option(min=50, max=20_000)] = 1_200,
    days: Annotated[int, typer.Option(min=3, max=120)] = 30,
    seed: Annotated[int, typer.Option(min=0)] = 1,
    port: Annotated[int, typer.Option(min=0, max=65_535)] = 8470,
    home: Annotated[Path, typer.Option(help="A folder for the demo alone; it is emptied.")] = Path(
        ".rapport/demo"
    ),
    json_file: UntriedJsonOption = None,
) -> None:
    """A month of a made-up shop through the real pipeline, and what it was worth."""
    from rapport.cli.begin.demo import DemoOptions, run_demo

    run_demo(DemoOptions(serve, customers, days, seed, port, home, json_file))


@app.command()
def init(
    publish: bool = typer.Option(
        False, "--publish", help="Publish the example brand as it is, to look around."
    ),
) -> None:
    """Makes a home folder with the example brand in it, to change and make your own."""
    from rapport.cli.begin.brands import run_init

    run_init(settings_here(), publish=publish)


@app.command()
def publish(
    folder: Annotated[Path, typer.Argument(help="The brand's folder.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Publish without asking.")] = False,
    by: ByOption = "",
) -> None:
    """Checks a brand's folder and publishes it: from now on, new runs use it."""
    from rapport.cli.begin.brands import run_publish

    run_publish(settings_here(), folder, by, yes=yes)


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "",
    port: Annotated[int | None, typer.Option(min=1, max=65_535, help="Port to listen on.")] = None,
) -> None:
    """Takes in events, decides, sends, and shows the console, until stopped."""
    from rapport.cli.begin.serve import run_serve

    given = {"RAPPORT_HOST": host, "RAPPORT_PORT": str(port or "")}
    run_serve(load({**os.environ, **{name: text for name, text in given.items() if text}}))


@app.command("import")
def import_orders(
    file: Annotated[Path, typer.Argument(help="The order export, CSV or Parquet.")],
    *,
    mapping: Annotated[
        str, typer.Option("--map", metavar="MAPPING.yaml", help="How its columns become events.")
    ],
    brand: BrandOption = "",
    rejects: Annotated[
        Path | None, typer.Option(help="Where lines that were left out are written.")
    ] = None,
    json_file: JsonOption = None,
) -> None:
    """Reads a shop's order export into profiles with an order history."""
    from rapport.cli.begin.orders import run_import

    run_import(settings_here(), file, mapping, brand, rejects, json_file)


@app.command()
def simulate(
    *,
    customers: Annotated[int, typer.Option(min=1, max=100_000)] = 1_500,
    days: Annotated[int, typer.Option(min=1, max=365)] = 30,
    seed: Annotated[int, typer.Option(min=0)] = 1,
    world: Annotated[str, typer.Option(help="varied, null or fatigue.")] = "varied",
    brand_folder: Annotated[
        Path | None, typer.Option(help="The brand to rehearse with, instead of the example.")
    ] = None,
    json_file: JsonOption = None,
) -> None:
    """Rehearses a brand against a made-up shop whose truth is known, in a folder of its own."""
    from rapport.cli.rehearse.simulate import SimulateOptions, run_simulate

    run_simulate(SimulateOptions(customers, days, seed, world, brand_folder, json_file))


@app.command()
def replay(*, brand: BrandOption = "", json_file: JsonOption = None) -> None:
    """Recomputes every decision from the log, and says whether each is the same to the bit."""
    from rapport.cli.rehearse.replay import run_replay

    run_replay(settings_here(), brand, json_file)


@app.command()
def backtest(
    flow: Annotated[str, typer.Argument(help="The flow to go through.")],
    *,
    since: Annotated[str, typer.Option(metavar="DAY", help="From which day on: 2026-03-01.")],
    folder: Annotated[
        Path | None, typer.Option(help="A brand's folder to hold against today's version.")
    ] = None,
    brand: BrandOption = "",
    examples: Annotated[int, typer.Option(min=0, max=100, help="How many people to show.")] = 5,
    json_file: JsonOption = None,
) -> None:
    """Who would have got what over past events, and how a changed folder differs. Sends nothing."""
    from rapport.cli.rehearse.backtest import BacktestOptions, run_backtest

    options = BacktestOptions(flow, since, folder, brand, examples, json_file)
    run_backtest(settings_here(), options)


@app.command()
def report(
    *,
    brand: BrandOption = "",
    flow: Annotated[str, typer.Option(help="Only this flow.")] = "",
    json_file: JsonOption = None,
) -> None:
    """What each flow was worth, arm by arm, with intervals."""
    from rapport.cli.worth.report import run_report

    run_report(settings_here(), brand, flow, json_file)


@app.command()
def evaluate(
    policy: Annotated[int, typer.Argument(min=0, help="The number of a published policy.")],
    *,
    reward: Annotated[str, typer.Option(help="margin or ordered.")] = "margin",
    seen: Annotated[
        bool, typer.Option("--seen", help="Count what it has learnt from, too: it flatters.")
    ] = False,
    brand: BrandOption = "",
    json_file: JsonOption = None,
) -> None:
    """What another policy would have earned on the brand's own decisions, and how sure that is."""
    from rapport.cli.worth.evaluate import EvaluateOptions, run_evaluate

    run_evaluate(settings_here(), EvaluateOptions(policy, reward, seen, brand, json_file))


@app.command()
def rules(
    brand: Annotated[str, typer.Argument(help="Which brand, where there are several.")] = "",
    *,
    try_file: Annotated[
        Path | None,
        typer.Option("--try", metavar="FILE", help="Rules like rules.yaml, to see their cost."),
    ] = None,
    reward: Annotated[str, typer.Option(help="margin or ordered.")] = "margin",
    brand_option: Annotated[str, typer.Option("--brand", hidden=True)] = "",
    json_file: JsonOption = None,
) -> None:
    """What each rule takes away, how often, and what that costs."""
    from rapport.cli.worth.rules import RulesOptions, run_rules

    run_rules(settings_here(), RulesOptions(brand or brand_option, try_file, reward, json_file))


@app.command()
def offers(
    *,
    every: Annotated[
        bool, typer.Option("--all", help="Rows of which little can be told, too.")
    ] = False,
    brand: BrandOption = "",
    json_file: JsonOption = None,
) -> None:
    """What each offer adds beside none, who needs it, and who would buy anyway."""
    from rapport.cli.worth.offers import run_offers

    run_offers(settings_here(), brand, json_file, every=every)


@app.command()
def rhythm(
    *,
    day: Annotated[
        str, typer.Option(metavar="DAY", help="As it stood at the end of this day: 2026-03-01.")
    ] = "",
    brand: BrandOption = "",
    json_file: JsonOption = None,
) -> None:
    """How often people order, who still is a customer, and what the next 90 days should bring."""
    from rapport.cli.worth.rhythm import run_rhythm

    run_rhythm(settings_here(), brand, day, json_file)


@app.command()
def redteam(
    *,
    set_file: Annotated[
        Path | None,
        typer.Option("--set", metavar="FILE", help="Another set of rewrites, as JSON lines."),
    ] = None,
    framework: Annotated[str, typer.Option(help="Only the rewrites for this framework.")] = "",
    brand_folder: Annotated[
        Path | None, typer.Option(help="The brand to hold them to, instead of the example.")
    ] = None,
    proofread: Annotated[
        bool, typer.Option("--proofread", help="Have the model read what no check objects to.")
    ] = False,
    json_file: JsonOption = None,
) -> None:
    """Holds rewrites whose verdict is known against the checks, and says what they missed."""
    from rapport.cli.words.redteam import RedteamOptions, run_redteam

    run_redteam(
        RedteamOptions(set_file, framework, brand_folder, json_file),
        settings_here() if proofread else None,
    )


@app.command()
def train(
    *,
    only_try: Annotated[
        bool, typer.Option("--try", help="Say how well it can be told, and publish nothing.")
    ] = False,
    listed: Annotated[
        bool, typer.Option("--list", help="Which models of intent were published.")
    ] = False,
    use: Annotated[
        int | None, typer.Option(metavar="N", help="Go back to the model of predictions N.")
    ] = None,
    by: ByOption = "",
    brand: BrandOption = "",
    json_file: JsonOption = None,
) -> None:
    """Learns from the brand's own events who orders soon, and who comes again, and publishes it."""
    from rapport.cli.rehearse.train import TrainOptions, run_train

    run_train(
        settings_here(),
        TrainOptions(brand, listed, use, only_try, json_file, by or "unknown"),
    )


@app.command()
def bench(
    names: Annotated[
        list[str] | None, typer.Argument(help="Which ones; all where none is named.")
    ] = None,
    *,
    data: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH", help="Other data of such a shape, for: ope, clv, policy, intent."
        ),
    ] = None,
    seeds: Annotated[
        int, typer.Option(min=0, help="Worlds to simulate, for: ope, clv, policy, intent.")
    ] = 0,
    world: Annotated[
        str,
        typer.Option(
            help="Only this world. For intent: taobao or shop. For policy: hillstrom, stationary, "
            "scarce, misled, faint, fatigue, null or speed."
        ),
    ] = "",
    peers: Annotated[
        str,
        typer.Option(
            help="Who stands beside, for: policy. all; quick, without Vowpal Wabbit over 433 "
            "actions, which takes most of the time; or none in made-up worlds."
        ),
    ] = "all",
    processes: Annotated[
        int,
        typer.Option(min=0, help="Worlds gone through at once, for: policy. 0: one a processor."),
    ] = 0,
    json_file: JsonOption = None,
) -> None:
    """Measures Rapport on this machine, beside what the machine itself can do."""
    from rapport.bench.figures import Sizes
    from rapport.cli.rehearse.bench import run_bench

    sizes = Sizes(data=data, seeds=seeds, world=world, peers=peers, processes=processes)
    run_bench(names or [], json_file, sizes)


put_in_panels(app)
put_examples(app)


@app.callback(invoke_without_command=True)
def version(
    *, show: Annotated[bool, typer.Option("--version", help="Say the version and stop.")] = False
) -> None:
    """Rapport: personalised automation that stays in human hands."""
    if show:
        typer.echo(f"rapport {__version__}")
        raise typer.Exit


def main() -> NoReturn:
    """Runs the command line and exits: 0 done, 1 something failed, 2 used wrongly."""
    let_few_letters_do()
    sys.exit(run(lambda: app(prog_name=NAME, standalone_mode=False)))


def run(command: Callable[[], object]) -> int:
    """Runs a command; what goes wrong becomes a line for people and an exit code for machines."""
    try:
        with one_command():
            result = command()
    except UserError as error:
        return _say(error.with_command(), 2)
    except SettingsError as error:
        return _say(str(error), 2)
    except typer.TyperException as error:
        # Typer's own words name the option; without any, it has shown the help already.
        words = error.format_message()
        return _say(f"{words.rstrip('.')}. See: {_command_of(error)} --help", 2) if words else 2
    except typer.Exit as error:
        return error.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return _say("Stopped.", 130)
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except (RapportError, OSError) as error:
        return _say(str(error), 1)
    return result if isinstance(result, int) else 0


def _command_of(error: typer.TyperException) -> str:
    """The command that was used wrongly, as somebody types it."""
    return str(getattr(getattr(error, "ctx", None), "command_path", NAME))


def _say(line: str, code: int) -> int:
    typer.echo(f"rapport: {harmless(line)}", err=True)
    return code
