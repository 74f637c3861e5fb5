"""`rapport train`: learns what people will do from the brand's own events, and publishes it."""

from __future__ import annotations

from pathlib import Path

import typer
from msgspec import Struct
from rich.console import Console

from rapport.app.learning.rhythm import OrderRhythm, about_rhythm, model_of
from rapport.app.learning.rhythm_text import rhythm_lines
from rapport.app.learning.training import Trained, train, version, with_scores
from rapport.app.learning.training_text import WORDS, training_lines, version_lines
from rapport.app.wording.counts import so_many
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.desks.rhythms import rhythm_of
from rapport.bootstrap.installation import Installation
from rapport.cli.files import write_json
from rapport.cli.output import terminal
from rapport.core.blueprint import Blueprint
from rapport.core.person.intent import IntentModel
from rapport.core.person.rhythm import RhythmModel
from rapport.errors import UserError
from rapport.science.unavailable import Unavailable
from rapport.settings import Settings


class TrainOptions(Struct, frozen=True):
    """How the command was called. `use` is the number of a model to go back to, None for none,
    `by` is who did it, for the audit log."""

    brand: str
    listed: bool
    use: int | None
    only_try: bool
    json_file: Path | None
    by: str


def run_train(settings: Settings, options: TrainOptions) -> None:
    """Learns order rhythm and intent and publishes what is good enough of them, or lists models of
    intent, or goes back to one; exits with 1 where nothing is good enough."""
    if options.use is not None and (options.listed or options.only_try):
        raise UserError("--use goes back to a model; it goes with neither --list nor --try.")
    console = terminal()
    installation = Installation.existing(settings, WallClock())
    try:
        brand = installation.only_brand(options.brand)
        if options.listed:
            _say(console, version_lines(installation.blueprint(brand).predictions))
            write_json(options.json_file, installation.blueprint(brand).predictions)
        elif options.use is not None:
            _go_back(console, installation, brand, options.use, options)
        else:
            _train(console, installation, brand, options)
    finally:
        installation.close()


def _train(console: Console, installation: Installation, brand: str, options: TrainOptions) -> None:
    blueprint = installation.blueprint(brand)
    with console.status("Going through the orders"):
        told = rhythm_of(installation, brand)
    _say(console, rhythm_lines(told, blueprint.releases[-1].brand.locale))
    with console.status("Going through the events, and trying what can be told"):
        trained = _intent(installation, blueprint)
    _say(console, ["", *_lines_of(trained)])
    write_json(options.json_file, {"rhythm": told, "intent": trained})
    learnt = _learnt(installation, told, trained)
    if not learnt.about:
        _say(console, ["", "Nothing was published; what decisions know stays as it was."])
        raise typer.Exit(1)
    if options.only_try:
        return
    published = installation.publish_predictions(
        brand, "; ".join(learnt.about), by=options.by, intent=learnt.intent, rhythm=learnt.rhythm
    )
    _say(console, ["", f"Published as predictions {published.number}:"])
    _say(console, [f"  {one}" for one in learnt.about])


class _Learnt(Struct, frozen=True):
    """What is good enough for decisions to know, and in words what it is."""

    about: tuple[str, ...]
    rhythm: RhythmModel | None
    intent: IntentModel | None


def _learnt(
    installation: Installation, told: OrderRhythm, trained: Trained | Unavailable
) -> _Learnt:
    about, intent = [], None
    rhythm = model_of(told)
    if isinstance(rhythm, RhythmModel):
        about.append(about_rhythm(rhythm))
    if isinstance(trained, Trained) and trained.scores:
        targets = " and ".join(WORDS[target].lower() for target in trained.scores)
        about.append(
            f"intent, {targets}: learnt from {so_many(trained.moments, 'moment')} of "
            f"{so_many(trained.people, 'person', 'people')}"
        )
        intent = with_scores(_current(installation, told.brand), trained.scores)
    return _Learnt(tuple(about), rhythm if isinstance(rhythm, RhythmModel) else None, intent)


def _intent(installation: Installation, blueprint: Blueprint) -> Trained | Unavailable:
    """What intent comes to; where its library is missing, the rhythm is learnt all the same."""
    try:
        return train(installation.records, blueprint, installation.clock.now())
    except UserError as error:
        return Unavailable(str(error))


def _lines_of(trained: Trained | Unavailable) -> list[str]:
    if isinstance(trained, Unavailable):
        return [f"Intent: not learnt. {trained.reason}"]
    return training_lines(trained)


def _go_back(
    console: Console, installation: Installation, brand: str, use: int, options: TrainOptions
) -> None:
    model = version(installation.blueprint(brand).predictions, use, brand)
    note = f"intent as in predictions {use}, taken up again"
    published = installation.publish_predictions(brand, note, by=options.by, intent=model)
    _say(console, [f"Published as predictions {published.number}: {note}."])
    write_json(options.json_file, published)


def _current(installation: Installation, brand: str) -> IntentModel | None:
    predictions = installation.blueprint(brand).predictions
    return predictions[-1].intent if predictions else None


def _say(console: Console, lines: list[str]) -> None:
    for line in lines:
        console.print(line, markup=False)
