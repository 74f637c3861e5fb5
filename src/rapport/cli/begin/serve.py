"""`rapport serve`: the whole installation in one process."""

from __future__ import annotations

import shlex

from rapport.app.in_charge.people import NotAllowedError
from rapport.app.publishing.second_person import RetiredError
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.homes import brand_folders, database_in
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.logs import set_up_logs
from rapport.bootstrap.own_sender import NobodysSenderError
from rapport.bootstrap.publishing import WouldLoseError
from rapport.bootstrap.serving.server import Server
from rapport.bootstrap.serving.ways_in import leads_nowhere, may_be_guessed
from rapport.cli.output import terminal
from rapport.cli.started import started_as
from rapport.errors import BrandFolderError
from rapport.settings import Settings

GOES_ON = " Until then, what was published before goes on."


def run_serve(settings: Settings) -> None:
    """Publishes what changed in the brands' folders, unless something would be lost by that, and
    serves until stopped."""
    set_up_logs(settings.log_level)
    console = terminal()
    if not brand_folders(settings.home):
        database_in(settings.home)  # says how to begin, and makes no home folder where none is
    installation = Installation(settings, WallClock())
    try:
        for folder in installation.folders.every():
            try:
                installation.publish(folder, unasked=True)
            except BrandFolderError as error:
                console.print(f"{folder} has mistakes; what was published before goes on:")
                console.print(str(error), markup=False)
            except WouldLoseError as error:
                publishes = f"{started_as()} publish {shlex.quote(str(folder))}"
                words = f"{folder} was changed and is not published. {error} If that is what you"
                console.print(f"{words} want: {publishes}.{GOES_ON}", markup=False)
            except (NotAllowedError, RetiredError, NobodysSenderError) as error:
                goes_on = GOES_ON if isinstance(error, NotAllowedError) else ""
                console.print(f"{error} ({folder}){goes_on}", markup=False)
        if not installation.brands():
            installation.only_brand()  # says how to begin
        Server(installation).run(lambda: console.print(welcome(installation), markup=False))
    finally:
        installation.close()


def welcome(installation: Installation) -> str:
    """Where to find what, once the server is open."""
    settings = installation.settings
    lines = [
        f"Rapport listens on http://{settings.host}:{settings.port}",
        f"The console: {settings.base_url}/console",
    ]
    if settings.sender == "eml":
        lines.append(f"Nothing is mailed: e-mails are files in {installation.mail_folder}/")
    brands = installation.brands()
    at_work = [key for key in brands if not installation.blueprint(key).releases[-1].retired]
    lines += [*leads_nowhere(settings, brands, at_work), *may_be_guessed(settings)]
    return "\n".join(lines)
