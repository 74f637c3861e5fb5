"""Tests by e-mail: one message of a preview, sent to an address that somebody types."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from functools import partial

import structlog

from rapport.adapters.mail.compose import can_be_written_to
from rapport.adapters.sources.people import email_address
from rapport.app.frameworks.own_inbox import KNOWN_PERSON, AskedFor, Which, as_test, enter
from rapport.bootstrap.desks.rule_places import rule_places
from rapport.bootstrap.held_mail import why_held
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.previews.desk import PreviewDesk
from rapport.bootstrap.previews.somebody import somebody
from rapport.core.events import Contact
from rapport.core.oversight.people import Actor
from rapport.errors import ConflictError, DeliveryError, UserError

BYTES_DRAWN = 8
"""Of a test's key."""

ONE_ADDRESS = "Write one e-mail address of your own, such as you@yourshop.com."

NO_SUCH_ADDRESS = (
    "That address is not one that mail can be sent to. Correct it, and send the test again."
)

log = structlog.get_logger(__name__)


def published_previews(here: Installation) -> PreviewDesk:
    """The previews of what is published in an installation."""
    return PreviewDesk(
        here.blueprint,
        here.clock,
        here.media_folder,
        here.settings.base_url.rstrip("/"),
        here.renderer,
        partial(rule_places, here.folders.files),
        partial(somebody, here),
    )


class MailedTests:
    """Implements the console's `SendTest`. The message is the preview's, but for its links."""

    def __init__(
        self, here: Installation, published: PreviewDesk, edited: PreviewDesk | None = None
    ) -> None:
        self._here = here
        self._desks: Mapping[bool, PreviewDesk] = {False: published, True: edited or published}
        self._links = here.links.of_tests()

    def send(
        self,
        brand: str,
        which: Which,
        address: str,
        *,
        actor: Actor | None = None,
        by: str = "",
    ) -> str:
        """Sends it, and returns the file that it is in, empty where a mail server has it. The audit
        log has an entry of it by then.

        Raises UserError where it is not sent, and TemporaryError where that cannot be entered.
        """
        here = self._here
        to = email_address(address)
        if not to:
            raise UserError(ONE_ADDRESS)
        if not can_be_written_to(to):
            raise UserError(NO_SUCH_ADDRESS)
        if which.whom.profile:
            raise UserError(KNOWN_PERSON)
        desk = self._desks[which.edited]
        shown, cell = desk.one(brand, which.framework, which.place, self._links, which.whom)
        message = as_test(cell, f"test-{secrets.token_hex(BYTES_DRAWN)}")
        if held := why_held(here.settings, shown.release.brand):
            raise ConflictError(f"No mail goes out for this brand, not even a test: {held}.")
        asked = AskedFor(
            cell, which.framework, shown.release.number, shown.release.brand, to, here.clock.now(),
            actor, by,
        )  # fmt: skip
        with here.store.transaction() as transaction:
            enter(transaction, here.host.current(transaction, brand), asked)
        here.host.anchor_soon(brand)
        try:
            here.sender.send(message, Contact(email=to))
        except DeliveryError as error:
            log.warning("a test was not sent", brand=brand, error=error.happened)
            raise UserError(_not_sent(error)) from error
        if here.settings.sender == "eml":
            return str(here.mail_folder / brand / f"{message.key}.eml")
        return ""


def _not_sent(error: DeliveryError) -> str:
    if error.unclear:
        return f"{error.happened} The test may have gone out: look whether it comes."
    return f"The test was not sent. {error.happened} Nothing is tried again by itself."
