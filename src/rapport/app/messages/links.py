"""Signed addresses in messages: clicks and the way out. Nothing in them says who the person is."""

from __future__ import annotations

import hmac
from typing import NamedTuple

from itsdangerous import BadSignature, URLSafeSerializer


class ClickRef(NamedTuple):
    """What a click address stands for."""

    brand: str
    message: str
    link: str


class MessageRef(NamedTuple):
    """What an unsubscribe address stands for."""

    brand: str
    message: str


class LinkOfATest(NamedTuple):
    """What an address in a test stands for: where a click leads, nowhere for the way out."""

    brand: str
    target: str


class Links:
    """Makes and reads the addresses under `base_url`; `secret` signs them.

    The address of a click is `<base>/c/<token>`, of an unsubscribe `<base>/u/<token>`. Changing one
    letter of a token makes it unreadable.
    """

    def __init__(self, base_url: str, secret: str) -> None:
        self._base = base_url.rstrip("/")
        self._secret = secret
        self._clicks = URLSafeSerializer(secret, salt="rapport.click")
        self._exits = URLSafeSerializer(secret, salt="rapport.unsubscribe")
        self._tests = URLSafeSerializer(secret, salt="rapport.test")

    def key_for(self, purpose: str) -> bytes:
        """A key of its own for something else that is to be sealed, made of the same secret."""
        return hmac.digest(self._secret.encode(), f"rapport.{purpose}".encode(), "sha256")

    @property
    def base_url(self) -> str:
        """Where this installation is reached, which is also where catalogues' pictures are."""
        return self._base

    def click_token(self, ref: ClickRef) -> str:
        return str(self._clicks.dumps(list(ref)))

    def click_url(self, ref: ClickRef, target: str = "") -> str:  # noqa: ARG002 (a test's links do)
        """The address of a click; `target`, where it leads, is kept with the message."""
        return f"{self._base}/c/{self.click_token(ref)}"

    def unsubscribe_url(self, ref: MessageRef) -> str:
        return f"{self._base}/u/{self._exits.dumps(list(ref))}"

    def preferences_url(self, ref: MessageRef) -> str:
        """The same page: GET shows the choices, and never changes anything."""
        return self.unsubscribe_url(ref)

    def read_click(self, token: str) -> ClickRef | None:
        """What the token stands for, or None if it was not signed by us."""
        parts = _read(self._clicks, token, 3)
        return ClickRef(*parts) if parts else None

    def read_unsubscribe(self, token: str) -> MessageRef | None:
        """What the token stands for, or None if it was not signed by us."""
        parts = _read(self._exits, token, 2)
        return MessageRef(*parts) if parts else None

    def read_test(self, token: str) -> LinkOfATest | None:
        """What the token of a test stands for, or None if it was not signed by us for one."""
        parts = _read(self._tests, token, 2)
        return LinkOfATest(*parts) if parts else None

    def of_tests(self) -> LinksOfTests:
        """Those for messages that somebody sends to themselves."""
        return LinksOfTests(self._base, self._secret)


class LinksOfTests(Links):
    """Those of messages that are nobody's: they name no message and no person, so that a click
    leads on and counts for nothing, and the way out changes nothing."""

    def click_url(self, ref: ClickRef, target: str = "") -> str:
        return f"{self._base}/c/{self._tests.dumps([ref.brand, target])}"

    def unsubscribe_url(self, ref: MessageRef) -> str:
        return f"{self._base}/u/{self._tests.dumps([ref.brand, ''])}"


def nobodys_links(base_url: str) -> Links:
    """Addresses for what is only shown: they look as they would, and lead nowhere."""
    return Links(base_url, "a preview's links are signed for nobody")


def _read(serializer: URLSafeSerializer, token: str, count: int) -> list[str] | None:
    try:
        parts = serializer.loads(token)
    except (BadSignature, UnicodeEncodeError):  # half of a character is no letter of a token
        return None
    if not isinstance(parts, list) or len(parts) != count:
        return None
    if serializer.dumps(parts) != token:
        return None  # a signature's last letter has bits to spare: other letters would do as well
    return [str(part) for part in parts]
