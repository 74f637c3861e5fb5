"""One installation: the home folder, its database, its brands, and everything wired over them."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from functools import cached_property, partial
from pathlib import Path

from msgspec.structs import replace

from rapport.adapters.anchor_files import AnchorFiles
from rapport.adapters.banners import PictureBanners
from rapport.adapters.mail.eml_folder import EmlFolder
from rapport.adapters.mail.smtp import SmtpSender, SmtpServer
from rapport.adapters.mail_renderer import MailRenderer
from rapport.adapters.objection_files import ObjectionFiles
from rapport.adapters.plain_files import plain_file
from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.messages.links import Links, nobodys_links
from rapport.app.messages.write import Writer
from rapport.app.publishing.publications import Publications
from rapport.app.publishing.publish import publish_predictions
from rapport.app.reviewing.review_desk import ReviewDesk, Surroundings
from rapport.app.sending.dispatch import Dispatcher
from rapport.app.writer.standards import StandardsKept
from rapport.bootstrap.brand_folders import BrandFolders
from rapport.bootstrap.held_mail import why_held
from rapport.bootstrap.homes import (
    choose_brand,
    database_in,
    database_of,
    no_room,
    try_for_room,
)
from rapport.bootstrap.library import EXAMPLE_BRAND, example_folder
from rapport.bootstrap.publishing import LOCK, Publisher
from rapport.bootstrap.readings import Readings
from rapport.bootstrap.writing import rewriting_of, scribe_of
from rapport.core.blueprint import Blueprint
from rapport.core.oversight.audit import BY_ITSELF
from rapport.core.person.intent import IntentModel
from rapport.core.person.predictions import Predictions
from rapport.core.person.rhythm import RhythmModel
from rapport.core.time import moment_after
from rapport.errors import NoRoomError, UserError
from rapport.hosts.embedded import EmbeddedHost
from rapport.hosts.intake_queue import IntakeQueue
from rapport.hosts.rounds import Rounds
from rapport.ports import Clock, Sender
from rapport.settings import Settings

SENDING_THREADS = 4
SHORTEST_SECRET = 32


class Installation:
    """Everything that runs over one home folder. Close it when done."""

    def __init__(
        self,
        settings: Settings,
        clock: Clock,
        sender: Sender | None = None,
        *,
        lasting: bool = True,
    ) -> None:
        """Opens the home folder, which is made if it is not there. What is made up need not be
        `lasting`: then the database does not wait for the disk.

        Raises UserError or TemporaryError where it cannot be used.
        """
        self.settings = settings
        self.clock = clock
        self.home = settings.home
        try:
            self.brands_folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(
                f"The home folder {self.home} cannot be made: {error.strerror}. "
                "Set RAPPORT_HOME to a folder that you may write to."
            ) from error
        self.folders = BrandFolders(self.brands_folder, self.home / LOCK)
        self.objections = ObjectionFiles(self.home / "opt-outs")
        self.store = SqliteStore(
            self.database, lasting=lasting, objections=self.objections if lasting else None
        )
        self.records = SqliteRecords(self.database)
        self.publications = Publications(self.records)
        self.anchors = AnchorFiles(self.home / "audit")
        self.links = Links(settings.base_url, settings.secret or self._own_secret())
        self.sender = sender or self._sender()
        self.banners = PictureBanners(
            self.pictures_of, self.pictures_of, settings.base_url.rstrip("/")
        )
        self.renderer = MailRenderer()  # one for all who write here: layouts are compiled once
        writer = Writer(self.links, self.renderer, self.banners)
        at_once = SENDING_THREADS if settings.sender == "smtp" else 0
        standards = StandardsKept()
        self.scribe = scribe_of(settings, self.store, clock, self.publications.within, standards)
        self.words = rewriting_of(settings, self.scribe, standards)
        held = partial(why_held, settings)
        dispatcher = Dispatcher(self.store, writer, self.sender, clock, at_once, self.words, held)
        self.host = EmbeddedHost(
            self.store,
            self.publications,
            clock,
            dispatcher,
            lateness=settings.lateness_seconds * 1_000,
            anchors=self.anchors,
        )
        self.rounds = Rounds()
        self.intake = IntakeQueue(self.host.take_in_groups)
        self.readings = Readings(self.records, self.blueprint, clock)
        self.publish = Publisher(
            settings, self.store, clock, self.pictures_of, self.host.anchor_soon
        ).publish

    @classmethod
    def existing(cls, settings: Settings, clock: Clock) -> Installation:
        """The same where there must be one already: no home folder is made. Raises UserError, too,
        where nothing was ever published."""
        database_in(settings.home)
        return cls(settings, clock)

    @property
    def database(self) -> Path:
        return database_of(self.home)

    @property
    def brands_folder(self) -> Path:
        return self.home / "brands"

    @property
    def media_folder(self) -> Path:
        return self.home / "media"

    def pictures_of(self, brand: str) -> Path:
        """The folder of a brand's pictures, from which the web serves them."""
        return self.media_folder / brand

    @property
    def mail_folder(self) -> Path:
        return self.home / "outgoing"

    # --- Brands ---

    def copy_example(self) -> Path:
        """Copies the example brand's folder into the home folder, unless one is there."""
        target = self.brands_folder / EXAMPLE_BRAND.replace("_", "-")
        if not target.exists():
            with example_folder() as folder:
                shutil.copytree(folder, target)
        return target

    def publish_predictions(
        self,
        brand: str,
        about: str,
        *,
        by: str = BY_ITSELF,
        intent: IntentModel | None = None,
        rhythm: RhythmModel | None = None,
    ) -> Predictions:
        """Publishes what was learnt of people's next steps; what is not given stays as it was."""
        with self.store.transaction() as transaction:
            at = moment_after(self.clock.now())
            predictions = publish_predictions(
                transaction, brand, at, about, by=by, intent=intent, rhythm=rhythm
            )
        self.host.anchor_soon(brand)
        return predictions

    def brands(self) -> list[str]:
        return self.store.brands()

    def only_brand(self, asked: str = "") -> str:
        """The brand that a command is about: the one asked for, or the only one at work."""
        return choose_brand(
            self.brands(), asked, self.home, lambda key: self.blueprint(key).releases[-1].retired
        )

    def blueprint(self, brand: str) -> Blueprint:
        """What the brand has published, as last committed. Raises NotFoundError where there is no
        such brand."""
        return self.publications.latest(brand)

    # --- People in charge ---

    @cached_property
    def review(self) -> ReviewDesk:
        """Where people judge drafts."""
        links = nobodys_links(self.settings.base_url)
        around = Surroundings(
            within=self.publications.within,
            now=self.blueprint,
            write=Writer(links, self.renderer, self.banners).write,
            anchor=self.host.anchor_soon,
            files=self.folders.files,
        )
        return ReviewDesk(self.store, self.records, self.clock, around)

    def ready(self) -> str:
        """Why events cannot be taken in just now; empty where they can."""
        try:
            self.store.try_writing()
        except NoRoomError:
            return no_room(self.home)
        except Exception as error:  # noqa: BLE001 (the point is to say what is wrong)
            return str(error)
        return self.full()

    def full(self) -> str:
        """Why nothing can be saved, where the disk is full or failing; empty where it is not.
        Unlike `ready` it waits for nobody who is writing."""
        try:
            try_for_room(self.home)
        except NoRoomError as error:
            return str(error)
        return ""

    # --- Parts ---

    def _sender(self) -> Sender:
        s = self.settings
        if s.sender == "eml":
            return EmlFolder(self.mail_folder, self.clock, domain=s.mail_domain)
        server = SmtpServer(
            host=s.smtp_host,
            port=s.smtp_port,
            security=s.smtp_security,
            user=s.smtp_user,
            password=s.smtp_password,
            timeout_seconds=s.smtp_timeout_seconds,
            ca_file=s.smtp_ca_file,
        )
        return SmtpSender(replace(server, domain=s.mail_domain), self.clock)

    def _own_secret(self) -> str:
        """The secret that signs links, made once and kept in the home folder for its owner only."""
        path = self.home / "secret"
        again = (
            "Restore it from a backup, or delete it; then links in e-mails that are out already "
            "end at a page that says so."
        )
        try:
            with contextlib.suppress(FileExistsError):
                handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
                with os.fdopen(handle, "w") as file:
                    file.write(secrets.token_urlsafe(32))
            secret = plain_file(path).read_text(encoding="utf-8", errors="replace").strip()
        except OSError as error:
            raise UserError(f"{path} cannot be used: {error.strerror}. {again}") from error
        if len(secret) < SHORTEST_SECRET:
            raise UserError(f"{path} holds no secret: whoever guesses it could sign links. {again}")
        return secret

    def close(self) -> None:
        """Finishes what is under way, and lets go of the files."""
        self.words.close()
        self.intake.close()
        if isinstance(self.sender, SmtpSender):
            self.sender.close()
        self.records.close()
        self.store.close()
