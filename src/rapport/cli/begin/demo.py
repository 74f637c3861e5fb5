"""`rapport demo`: the whole way once, told as a story, and then the console."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

from msgspec import Struct
from rich.console import Console

from rapport.app.learning.learning import NOT_PUBLISHED
from rapport.bootstrap.clocks import LaterClock
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.logs import left_out
from rapport.bootstrap.rehearsing.rehearsal import Rehearsal, rehearse
from rapport.bootstrap.rehearsing.story import tell
from rapport.bootstrap.serving.server import Server
from rapport.cli.files import asked_for, write_json
from rapport.cli.output import bar, terminal
from rapport.cli.started import started_as
from rapport.core.time import Instant
from rapport.errors import UserError
from rapport.settings import Settings
from rapport.testing.shop import WORLDS, ShopSettings, World

MARK = "made-by-rapport-demo"
"""A file that says the folder is the demo's own, and so may be emptied."""


class DemoOptions(Struct, frozen=True):
    """What the command line was given."""

    serve: bool
    customers: int
    days: int
    seed: int
    port: int
    home: Path
    json_file: Path | None


def run_demo(options: DemoOptions) -> None:
    """Runs the month, tells the story, and serves the console until stopped."""
    figures = options.json_file
    # A file in the demo's own folder can be tried only once that is there and empty.
    inside = figures is not None and options.home.resolve() in figures.resolve().parents
    if not inside:
        asked_for(figures)
    console = terminal()
    own_folder(options.home)
    if inside:
        asked_for(figures)
    settings = Settings(
        home=options.home, port=options.port, base_url=f"http://127.0.0.1:{options.port}"
    )
    shop = ShopSettings(seed=options.seed, customers=options.customers, days=options.days)
    rehearsal = rehearse_with_bar(console, settings, shop)
    tell(rehearsal, console)
    write_json(figures, rehearsal.figures())
    mail = rehearsal.installation.mail_folder
    console.print(f"  Every e-mail is a file that your mail program opens: {mail}/")
    rapport = f"RAPPORT_HOME={shlex.quote(str(options.home))} {started_as()}"
    asked = f"{rapport} policy list"
    console.print(f"  Every policy, and why one did not take over: {asked}")
    over = rehearsal.installation.clock.now()
    rehearsal.installation.close()
    if options.serve:
        show(console, settings, over)
    else:
        console.print(f"  The console over it: {rapport} serve")


def rehearse_with_bar(
    console: Console, settings: Settings, shop: ShopSettings, brand_folder: Path | None = None
) -> Rehearsal:
    """A rehearsal with its progress on the terminal."""
    # The story says how often; who wants to know of each finds it among the policies.
    with bar(console) as progress, left_out(NOT_PUBLISHED):
        task = progress.add_task("Setting up a shop", total=1.0)

        def tell_progress(share: float, words: str) -> None:
            progress.update(task, completed=share)
            if words:
                progress.update(task, description=words)

        return rehearse(settings, shop, tell_progress, brand_folder)


def show(console: Console, settings: Settings, over: Instant) -> None:
    """Serves the console over what the demo left, as it is when the month is `over`; nothing is
    sent any more. The flows that took no part are published, too: there is more to look at."""
    installation = Installation(settings, LaterClock(over))
    try:
        for folder in installation.folders.every():
            installation.publish(folder)
        console.print(f"\n  The console: [bold]{settings.base_url}/console[/]   (Ctrl-C stops it)")
        Server(installation, ticking=False).run()
    finally:
        installation.close()


def own_folder(home: Path) -> None:
    """Empties the folder if it is a demo's, makes it if there is none, and refuses any other."""
    mark = home / MARK
    if home.exists() and not home.is_dir():
        raise UserError(f"{home} is a file. Name a folder with --home.")
    if home.exists() and any(home.iterdir()):
        if not mark.exists():
            raise UserError(
                f"{home} holds something that no demo made. Name another folder with --home."
            )
        shutil.rmtree(home)
    try:
        home.mkdir(parents=True, exist_ok=True)
        mark.write_text("This folder is emptied each time the demo runs.\n", encoding="utf-8")
    except OSError as error:
        raise UserError(
            f"{home} cannot be made: {error.strerror}. Name another folder with --home."
        ) from error


def as_world(name: str) -> World:
    """The name of a world of the simulated shop. Raises UserError for any other."""
    for world in WORLDS:
        if world == name:
            return world
    raise UserError(f"There is no world '{name}'. Choose varied, null or fatigue.")
