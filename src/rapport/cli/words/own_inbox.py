"""`rapport preview … --send-to ADDRESS`: one message, to look at it in an inbox of one's own."""

from __future__ import annotations

from pathlib import Path

from rapport.app.frameworks.own_inbox import KNOWN_PERSON, Which, described
from rapport.app.frameworks.preview import WORKS, Wanted
from rapport.app.frameworks.preview_person import Invented, Whom
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.homes import database_of, nothing_published
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.previews.edited import EditedPreviews
from rapport.bootstrap.previews.tests_by_mail import MailedTests, published_previews
from rapport.cli.output import terminal
from rapport.core.creative.framework import Framework
from rapport.errors import UserError
from rapport.settings import Settings


class ToSend:
    """An installation, and the brand of it that a test is sent of. Close it when done."""

    def __init__(self, settings: Settings, brand: str, folder: Path | None) -> None:
        """Raises UserError where nothing is published, or the folder is no brand's here."""
        if not database_of(settings.home).exists():
            raise UserError(f"{nothing_published(settings.home)} A test needs a brand's sender.")
        self._here = Installation(settings, WallClock())
        try:
            published = published_previews(self._here)
            self._edited = folder is not None
            self.desk = EditedPreviews(self._here) if self._edited else published
            self._tests = MailedTests(self._here, published, self.desk)
            self.brand = self._here.only_brand(brand or self._whose(folder))
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self._here.close()

    def send(
        self, framework: Framework, wanted: Wanted, person: Invented, to: str, by: str
    ) -> None:
        """The first of the messages that are wanted and work."""
        whom = Whom(invented=person)
        cells = self.desk.cells(self.brand, framework.key, wanted, whom)
        cell = next((one for one in cells if one.state == WORKS), None)
        if cell is None:
            raise UserError("None of these messages can go out, so no test of one is sent.")
        which = Which(framework.key, cell.place, whom, self._edited)
        file = self._tests.send(self.brand, which, to, by=by)
        where = f"No mail server is set, so it is a file: {file}" if file else (
            "The mail server has taken it. If it does not come, look among the spam, too."
        )  # fmt: skip
        said = f"A test of {framework.name}: {described(cell.place)}.\n{where}"
        terminal().print(said, markup=False, soft_wrap=True)

    def _whose(self, folder: Path | None) -> str:
        """The brand whose folder it is; empty where none is given."""
        if folder is None:
            return ""
        for brand in self._here.brands():
            own = self._here.folders.folder(brand)
            if own is not None and own.resolve() == folder.resolve():
                return brand
        raise UserError(
            f"{folder} is no folder of a brand that is published from {self._here.brands_folder}, "
            "so nothing says by whom a test of it would be sent. Leave out --send-to, or name that "
            "brand's own folder."
        )


def refuse_a_known_person(profile: str) -> None:
    """Raises UserError for a test that is asked for with a customer's words in it."""
    if profile:
        raise UserError(KNOWN_PERSON, at_the_terminal="leave out --profile")
