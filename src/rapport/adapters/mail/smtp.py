"""A sender that hands each e-mail to an SMTP server."""

from __future__ import annotations

import contextlib
import re
import smtplib
import ssl
from time import monotonic

from msgspec import Struct

from rapport.adapters.mail.compose import compose
from rapport.adapters.mail.smtp_answers import (
    AGAIN,
    CONTENT,
    RECIPIENT,
    SENDER,
    InARow,
    is_an_answer,
    refusal,
    taken,
    without_addresses,
)
from rapport.adapters.mail.smtp_conversation import Conversation, Pace, TlsConversation
from rapport.core.creative.message import Message
from rapport.core.events import Contact
from rapport.errors import DeliveryError, UserError
from rapport.ports import Clock, Delivery
from rapport.settings import is_loopback

SECURITIES = ("starttls", "ssl", "none")
WAITS = "Messages wait for it while they are of use."


class SmtpServer(Struct, frozen=True):
    """Where the server is and how to speak to it. `security` is starttls, ssl or none.

    `ca_file` names a PEM file of authorities to trust besides the system's, for a server of one's
    own. `domain` is what this computer calls itself and the right half of the Message-ID; where it
    is empty, these are the computer's own name and the sender's domain.
    """

    host: str
    port: int = 587
    security: str = "starttls"
    user: str = ""
    password: str = ""
    timeout_seconds: float = 20.0
    ca_file: str = ""
    domain: str = ""

    def __repr__(self) -> str:
        """Without the password, so that it cannot end in a log."""
        return f"SmtpServer({self.host}:{self.port}, {self.security}, user={self.user!r})"


class SmtpSender:
    """Sends over SMTP. Connections are kept and used again, each by one thread at a time.

    A send is over in three times `timeout_seconds` and the time that connecting takes: two of these
    for all that comes before the message is handed over, and one for the answer to it.

    What an error means: a 4xx answer is temporary; a server that cannot be reached or logged in to
    leaves the message untried; a 5xx answer is permanent, unless it is about the sender
    (`smtp_answers`); a connection that breaks after the whole message was handed over, before the
    server's whole answer, is unclear.
    """

    name = "smtp"

    def __init__(self, server: SmtpServer, clock: Clock) -> None:
        _check(server)
        self._server = server
        self._clock = clock
        self._idle: list[Conversation] = []
        self._in_a_row = InARow()

    def send(self, message: Message, to: Contact) -> None:
        """Returns once the server has taken the message; raises DeliveryError otherwise."""
        mail = compose(message, to, at=self._clock.now(), domain=self._server.domain)
        connection = self._connection(monotonic() + 2 * self._server.timeout_seconds)
        try:
            self._transfer(connection, message.from_email, to.email or "", mail.as_bytes())
        except DeliveryError as error:
            connection.close()
            raise self._in_a_row.refused(message.brand, error) from error.__cause__
        except (OSError, smtplib.SMTPException) as error:
            connection.close()
            raise self._unreachable(error) from error
        self._in_a_row.taken(message.brand)
        self._idle.append(connection)

    def close(self) -> None:
        """Closes the connections that are not in use; call it when nothing is sent any more."""
        with contextlib.suppress(IndexError):  # another thread may take the last one
            while True:
                self._idle.pop().close()

    def status(self, key: str) -> Delivery:  # noqa: ARG002 the port names it
        """UNKNOWN: SMTP cannot be asked about a message afterwards."""
        return Delivery.UNKNOWN

    def _transfer(
        self, connection: Conversation, sender: str, recipient: str, content: bytes
    ) -> None:
        to = _ascii(recipient)
        if not taken(answer := connection.mail(_ascii(sender))):
            raise refusal(answer, SENDER, to)
        if not taken(answer := connection.rcpt(to)):
            raise refusal(answer, RECIPIENT, to)
        if not 300 <= (answer := connection.docmd("DATA"))[0] <= 399:
            raise refusal(answer, CONTENT, to)
        stuffed = re.sub(rb"(?m)^\.", b"..", content)
        ended = stuffed if stuffed.endswith(b"\r\n") else stuffed + b"\r\n"
        # If this raises, the last bytes never left, and no server delivers half a message.
        connection.send(ended + b".\r\n")
        connection.pace.over_by = monotonic() + connection.pace.seconds
        broken: Exception | None = None
        try:
            answer = connection.getreply()
        except (OSError, smtplib.SMTPException) as error:
            broken = error
        if broken or not is_an_answer(answer):
            raise DeliveryError(
                f"The connection to {self._where} broke after the message was handed over and "
                "before the server's whole answer.",
                then="It may have gone out, so it is not sent again by itself; look for it in the "
                "mail server's log.",
                unclear=True,
            ) from broken
        if not taken(answer):
            raise refusal(answer, CONTENT, to)

    @property
    def _where(self) -> str:
        return f"{self._server.host}:{self._server.port}"

    def _connection(self, over_by: float) -> Conversation:
        """A kept connection on which the server still answers, or a new one."""
        with contextlib.suppress(IndexError):  # another thread may take the last one
            connection = self._idle.pop()
            connection.pace.over_by = over_by
            with contextlib.suppress(OSError, smtplib.SMTPException):
                if taken(connection.rset()):
                    return connection
            # What befell this one befell the others, and each would take its time to show it.
            connection.close()
            self.close()
        try:
            return self._connect(Pace(self._server.timeout_seconds, over_by))
        except (OSError, smtplib.SMTPException, UserError) as error:
            raise self._unreachable(error, untried=True) from error

    def _connect(self, pace: Pace) -> Conversation:
        server, name = self._server, self._server.domain or None
        if server.security == "ssl":
            context = _context(server)
            connection: Conversation = TlsConversation(
                server.host, server.port, name, pace, context
            )
        else:
            connection = Conversation(server.host, server.port, name, pace)
        try:
            if server.security == "starttls":
                connection.starttls(context=_context(server))
            connection.ehlo_or_helo_if_needed()
            if server.user:
                connection.login(server.user, server.password)
        except BaseException:
            connection.close()
            raise
        return connection

    def _unreachable(self, error: Exception, *, untried: bool = False) -> DeliveryError:
        if isinstance(error, smtplib.SMTPAuthenticationError):
            reason = "the server refused the user name or password; correct RAPPORT_SMTP_USER"
            reason += " and RAPPORT_SMTP_PASSWORD"
        elif isinstance(error, smtplib.SMTPNotSupportedError):
            reason = f"{error} Correct RAPPORT_SMTP_SECURITY"
        elif isinstance(error, UserError):
            reason = str(error).removesuffix(".")
        else:
            reason = without_addresses(f"{type(error).__name__}: {error}")
        return DeliveryError(
            f"The mail server {self._where} did not take the message: {reason}.",
            then=WAITS if untried else AGAIN,
            untried=untried,
        )


def _check(server: SmtpServer) -> None:
    if server.security not in SECURITIES:
        raise UserError(
            f"RAPPORT_SMTP_SECURITY is {server.security!r}; write starttls, ssl or none."
        )
    if server.user and server.security == "none" and not is_loopback(server.host):
        raise UserError(
            f"The password for {server.host} would cross the network unprotected. Set "
            "RAPPORT_SMTP_SECURITY to starttls or ssl, or leave RAPPORT_SMTP_USER empty."
        )
    if server.ca_file and server.security != "none":
        _trust(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), server.ca_file)


def _context(server: SmtpServer) -> ssl.SSLContext:
    """Read anew for each connection, since a certificate of one's own is replaced now and then.
    Raises UserError where the file is gone meanwhile."""
    context = ssl.create_default_context()
    if server.ca_file:
        _trust(context, server.ca_file)
    return context


def _trust(context: ssl.SSLContext, ca_file: str) -> None:
    """Raises UserError where the file holds no authorities."""
    try:
        context.load_verify_locations(ca_file)
    except OSError as error:  # ssl.SSLError, too, is one
        raise UserError(
            f"RAPPORT_SMTP_CA_FILE names {ca_file}, which holds no authorities that can be read. "
            "Name a PEM file that does, or leave it empty."
        ) from error


def _ascii(address: str) -> str:
    """The address as the server reads it; `compose` has refused what cannot be written so."""
    local, _, domain = address.strip().rpartition("@")
    return f"{local}@{domain.encode('idna').decode('ascii')}"
