"""How a message becomes an e-mail: the same message at the same instant gives the same bytes."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email import policy
from email.errors import HeaderParseError
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.utils import format_datetime
from hashlib import blake2b

from rapport.core.creative.message import Message
from rapport.core.events import Contact
from rapport.core.time import Instant
from rapport.errors import DeliveryError

# Everything that ends a line for some reader of mail, and all other control characters.
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")


class _OneLine(UnstructuredHeader, BaseHeader):
    """A header that is never folded: folding would wrap a long address into encoded words."""

    def fold(self, **_: object) -> str:
        """The header's line; what is in it is ASCII without spaces, and well under 998 bytes."""
        return f"{self.name}: {self}\r\n"


class _Headers(HeaderRegistry):
    """Makes the class of each header once; the library's own makes a new one for every header."""

    def __init__(self) -> None:
        super().__init__()
        self._made: dict[str, type[BaseHeader]] = {}

    def __getitem__(self, name: str) -> type[BaseHeader]:
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = super().__getitem__(name)
        return made


def _mail_policy() -> policy.EmailPolicy[EmailMessage]:
    registry = _Headers()
    for name in ("list-unsubscribe", "message-id", "feedback-id", "x-rapport-message"):
        registry.map_to_type(name, _OneLine)
    return policy.SMTP.clone(header_factory=registry, cte_type="7bit")


MAIL_POLICY = _mail_policy()


def compose(message: Message, to: Contact, *, at: Instant, domain: str = "") -> EmailMessage:
    """The e-mail for `message`, to be turned into bytes with `as_bytes()`.

    `at` becomes the Date; `domain` the right half of the Message-ID, and is the sender's own where
    it is empty. There is no Auto-Submitted header: a person is meant to answer, and automatic
    responders keep quiet before List-Unsubscribe already (RFC 3834, section 2).

    Raises DeliveryError (permanent) where the person's or the brand's address cannot be written to.
    """
    sender = _address(message.from_email, message.from_name, "The brand's sender address")
    recipient = _address(to.email or "", "", "The person's e-mail address")
    name = safe_name(message.key)
    mail = EmailMessage(policy=MAIL_POLICY)
    mail["From"] = sender
    mail["To"] = recipient
    if message.reply_to:
        mail["Reply-To"] = _address(message.reply_to, "", "The brand's reply address")
    mail["Subject"] = one_line(message.subject)
    mail["Date"] = format_datetime(datetime.fromtimestamp(at / 1000, tz=UTC))
    mail["Message-ID"] = f"<{name}@{_domain(domain) if domain else sender.domain}>"
    mail["List-Unsubscribe"] = _ways_out(message)
    mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    ids = (safe_name(part) for part in (message.point, message.flow, message.brand))
    mail["Feedback-ID"] = ":".join((*ids, "rapport"))
    mail["X-Rapport-Message"] = name
    mail.set_content(message.text, cte="quoted-printable")
    mail.add_alternative(message.html, subtype="html", cte="quoted-printable")
    # Quoted-printable writes every '=' as '=3D', so that the boundary cannot occur in a part.
    mail.set_boundary(f"=_{_digest(message.key)}")
    return mail


def can_be_written_to(address: str) -> bool:
    """Whether `compose` takes it as a person's address."""
    try:
        _address(address, "", "That address")
    except DeliveryError:
        return False
    return True


def safe_name(key: str) -> str:
    """`key` as a name fit for a file, a header and a Message-ID; different keys stay different."""
    if _SAFE_NAME.fullmatch(key):
        return key
    kept = re.sub(r"[^A-Za-z0-9]+", "-", key)[:60].strip("-")
    return f"{kept or 'message'}.{_digest(key)}"


def one_line(text: str) -> str:
    """`text` without anything that could begin another header."""
    return _BREAKS.sub(" ", text).strip()


def _address(written: str, name: str, whose: str) -> Address:
    """The address with its domain in ASCII. Raises DeliveryError where it is none."""
    local, _, domain = one_line(written).rpartition("@")
    try:
        local.encode("ascii")
        return Address(display_name=one_line(name), addr_spec=f"{local}@{_domain(domain)}")
    except (ValueError, IndexError, HeaderParseError) as error:
        raise DeliveryError(
            f"{whose} is not one that mail can be sent to. Correct it, then send again.",
            permanent=True,
        ) from error


def _domain(domain: str) -> str:
    """The domain in ASCII (IDNA). Raises ValueError where that cannot be."""
    written = domain.encode("idna").decode("ascii")
    if not re.fullmatch(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?", written):
        raise ValueError(domain)
    return written


def _ways_out(message: Message) -> str:
    ways = [message.unsubscribe_url]
    if message.unsubscribe_mailto:
        address = message.unsubscribe_mailto
        ways.append(address if address.startswith("mailto:") else f"mailto:{address}")
    return ", ".join(f"<{re.sub('[^!-;=?-~]', '', way)}>" for way in ways)


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()
