"""`rapport train`: learns intent from the brand's own events, and publishes what is better."""

from __future__ import annotations

from pathlib import Path

import typer
from msgspec import Struct
from rich.console import Console

from rapport.app.training import train, version, with_scores
from rapport.app.training_text import WORDS, training_lines, version_lines
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.installation import Installation
from rapport.cli.output import terminal, write_json
from rapport.core.intent import IntentModel
from rapport.errors import UserError
from rapport.settings import Settings


class TrainOptions(Struct, frozen=True):
    """How the command was called. `use` is the number of a model to go back to, -1 for none,
    `by` is who did it, for the audit log."""

    brand: str
    listed: bool
    use: int
    only_try: bool
    json_file: Path | None
    by: str


def run_train(settings: Settings, options: TrainOptions) -> None:
    """Trains, or lists models, or goes back to one; exits with 1 where nothing is good enough."""
    if options.use >= 0 and (options.listed or options.only_try):
        raise UserError("--use goes back to a model; it goes with neither --list nor --try.")
    console = terminal()
    installation = Installation(settings, WallClock())
    try:
        brand = installation.only_brand(options.brand)
        if options.listed:
            _say(console, version_lines(installation.blueprint(brand).predictions))
            write_json(options.json_file, installation.blueprint(brand).predictions)
        elif options.use >= 0:
            _go_back(console, installation, brand, options)
        else:
            _train(console, installation, brand, options)
    finally:
        installation.close()


def _train(console: Console, installation: Installation, brand: str, options: TrainOptions) -> None:
    blueprint = installation.blueprint(brand)
    with console.status("Going through the events, and trying what can be told"):
        trained = train(installation.records, blueprint, installation.clock.now())
    _say(console, training_lines(trained))
    write_json(options.json_file, trained)
    if not trained.scores:
        _say(console, ["", "Nothing was published; what decisions know stays as it was."])
        raise typer.Exit(1)
    if options.only_try:
        return
    told = " and ".join(WORDS[target].lower() for target in trained.scores)
    published = installation.publish_predictions(
        brand,
        f"intent, {told}: learnt from {trained.moments:,} moments of {trained.people:,} people",
        by=options.by,
        intent=with_scores(_current(installation, brand), trained.scores),
    )
    _say(console, ["", f"Published as predictions {published.number}: {told}."])


def _go_back(
    console: Console, installation: Installation, brand: str, options: TrainOptions
) -> None:
    model = version(installation.blueprint(brand).predictions, options.use, brand)
    note = f"intent as in predictions {options.use}, taken up again"
    published = installation.publish_predictions(brand, note, by=options.by, intent=model)
    _say(console, [f"Published as predictions {published.number}: {note}."])
    write_json(options.json_file, published)


def _current(installation: Installation, brand: str) -> IntentModel | None:
    predictions = installation.blueprint(brand).predictions
    return predictions[-1].intent if predictions else None


def _say(console: Console, lines: list[str]) -> None:
    for line in lines:
        console.print(line, markup=False)
