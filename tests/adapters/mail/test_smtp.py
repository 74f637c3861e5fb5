"""Against a real SMTP server on loopback, that behaves in each of the ways that servers do."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import socket
import ssl
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import msgspec
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from msgspec import Struct

from certificates import self_signed
from rapport.adapters.mail.compose import compose
from rapport.adapters.mail.smtp import SmtpSender, SmtpServer
from rapport.adapters.mail.smtp_answers import IN_A_ROW
from rapport.adapters.mail.smtp_conversation import Pace
from rapport.core.creative.message import Message
from rapport.core.events import Contact
from rapport.errors import DeliveryError, UserError
from rapport.ports import Clock, Delivery, Sender


class Mailbox:
    """Keeps what arrives, and answers each command as it is told to."""

    def __init__(self, **answers: str) -> None:
        self.received: list[bytes] = []
        self.recipients: list[str] = []
        self.connections: set[object] = set()
        self.answers = answers

    async def handle_MAIL(  # noqa: N802 aiosmtpd names it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if "mail" in self.answers:
            return self.answers["mail"]
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 aiosmtpd names it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if "rcpt" in self.answers:
            return self.answers["rcpt"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 aiosmtpd names it
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if "sleep" in self.answers:
            await asyncio.sleep(float(self.answers["sleep"]))
        if self.answers.get("data") == "drop":
            assert server.transport is not None
            server.transport.abort()
            return "250 nobody hears this"
        if "data" in self.answers:
            return self.answers["data"]
        assert isinstance(envelope.content, bytes)
        self.received.append(envelope.content)
        self.recipients += envelope.rcpt_tos
        self.connections.add(session.peer)
        return "250 OK"


class Drip(Struct, frozen=True):
    """The same bytes again and again; for good, unless it is so many `times`."""

    what: bytes
    pause: float = 0.05
    times: int = 1_000_000


class Running(Controller):
    """The server on a free port of loopback."""

    def __init__(self, mailbox: Mailbox, **options: object) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        super().__init__(mailbox, hostname="127.0.0.1", port=port, **options)


@pytest.fixture
def serve() -> Iterator[object]:
    running: list[Controller] = []

    def start(mailbox: Mailbox, **options: object) -> int:
        controller = Running(mailbox, **options)
        controller.start()
        running.append(controller)
        return controller.port

    yield start
    with warnings.catch_warnings():
        # aiosmtpd leaves the plain transport under a STARTTLS session to the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        while running:
            running.pop().stop()
        gc.collect()


@pytest.fixture
def sender_to(clock: Clock) -> Iterator[object]:
    made: list[SmtpSender] = []

    def make(port: int, **options: object) -> SmtpSender:
        settings = {"security": "none", "timeout_seconds": 5.0, **options}
        made.append(SmtpSender(SmtpServer("127.0.0.1", port, **settings), clock))
        return made[-1]

    yield make
    for sender in made:
        sender.close()


def failure(sender: Sender, message: Message, contact: Contact) -> DeliveryError:
    with pytest.raises(DeliveryError) as failed:
        sender.send(message, contact)
    return failed.value


def test_the_server_receives_exactly_the_composed_bytes(
    sender_to, serve, message, contact, clock
) -> None:
    mailbox = Mailbox()
    sender = sender_to(serve(mailbox))
    sender.send(message, contact)
    assert mailbox.received == [compose(message, contact, at=clock.now()).as_bytes()]
    assert mailbox.recipients == ["ada@example.com"]
    assert sender.status(message.key) is Delivery.UNKNOWN


def test_messages_after_each_other_share_a_connection(sender_to, serve, message, contact) -> None:
    mailbox = Mailbox()
    sender = sender_to(serve(mailbox))
    sender.send(message, contact)
    sender.send(message, contact)
    assert len(mailbox.received) == 2
    assert len(mailbox.connections) == 1


def test_messages_at_the_same_time_have_a_connection_each(
    sender_to, serve, message, contact
) -> None:
    mailbox = Mailbox(sleep="0.1")
    sender = sender_to(serve(mailbox))
    threads = [threading.Thread(target=sender.send, args=(message, contact)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(mailbox.received) == 3
    assert len(mailbox.connections) == 3


def test_a_connection_that_the_server_closed_is_opened_anew(
    sender_to, serve, message, contact
) -> None:
    mailbox = Mailbox()
    controller = Running(mailbox)
    controller.start()
    sender = sender_to(controller.port)
    sender.send(message, contact)
    controller.stop()
    again = Running(mailbox)
    again.port = controller.port
    again.start()
    try:
        sender.send(message, contact)
    finally:
        again.stop()
    assert len(mailbox.received) == 2


@pytest.mark.parametrize(
    ("answers", "permanent", "untried"),
    [
        ({"rcpt": "550 5.1.1 No such person"}, True, False),
        ({"rcpt": "451 4.7.1 Greylisted, come back later"}, False, False),
        ({"rcpt": "530 5.7.0 Authentication required"}, False, True),
        ({"data": "554 5.7.1 Looks like spam"}, True, False),
        ({"data": "452 4.3.1 Out of room"}, False, False),
    ],
)
def test_a_refusal_is_permanent_or_temporary_as_its_code_says(
    sender_to, answers, permanent, untried, serve, message, contact
) -> None:
    error = failure(sender_to(serve(Mailbox(**answers))), message, contact)
    assert (error.permanent, error.untried) == (permanent, untried)
    assert not error.unclear
    assert next(iter(answers.values()))[:3] in str(error)


def test_after_a_refusal_the_next_message_still_goes_out(
    sender_to, serve, message, contact
) -> None:
    mailbox = Mailbox(rcpt="550 No such person")
    sender = sender_to(serve(mailbox))
    failure(sender, message, contact)
    mailbox.answers = {}
    sender.send(message, contact)
    assert len(mailbox.received) == 1


def test_a_connection_that_drops_before_the_answer_is_unclear(
    sender_to, serve, message, contact
) -> None:
    error = failure(sender_to(serve(Mailbox(data="drop"))), message, contact)
    assert error.unclear
    assert not error.permanent


def test_an_answer_that_does_not_come_in_time_is_unclear(
    sender_to, serve, message, contact
) -> None:
    port = serve(Mailbox(sleep="2"))
    error = failure(sender_to(port, timeout_seconds=0.2), message, contact)
    assert error.unclear


def test_a_connection_that_drops_while_the_message_is_on_its_way_can_be_tried_again(
    sender_to, message, contact
) -> None:
    with DropsInTheMiddle() as port:
        large = msgspec.structs.replace(message, text="tea " * 4_000_000)
        error = failure(sender_to(port), large, contact)
    assert not error.unclear
    assert not error.permanent
    assert not error.untried


def test_a_server_that_is_not_there_leaves_the_message_untried_and_is_named(
    sender_to, message, contact
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    error = failure(sender_to(port), message, contact)
    assert error.untried
    assert not error.permanent
    assert not error.unclear
    assert f"127.0.0.1:{port}" in str(error)


def test_a_password_is_never_sent_over_the_network_in_the_open(clock) -> None:
    with pytest.raises(UserError, match="unprotected"):
        SmtpSender(SmtpServer("mail.example", 25, "none", "u", "p"), clock)


def test_a_server_without_starttls_gets_nothing_where_starttls_is_wanted(
    sender_to, serve, message, contact
) -> None:
    mailbox = Mailbox()
    error = failure(sender_to(serve(mailbox), security="starttls"), message, contact)
    assert "RAPPORT_SMTP_SECURITY" in str(error)
    assert error.untried
    assert not error.permanent
    assert mailbox.received == []


def test_over_starttls_it_logs_in_and_a_wrong_password_leaves_the_message_untried(
    sender_to, tmp_path: Path, serve, message, contact
) -> None:
    certificate, context = self_signed(tmp_path)
    mailbox = Mailbox()

    def check(server, session, envelope, mechanism, data) -> AuthResult:
        assert isinstance(data, LoginPassword)
        return AuthResult(success=data.password == b"right", handled=False)

    port = serve(
        mailbox, tls_context=context, require_starttls=True, auth_required=True,
        auth_require_tls=True, authenticator=check,
    )  # fmt: skip
    safe = {"security": "starttls", "user": "shop", "ca_file": str(certificate)}
    sender_to(port, **safe, password="right").send(message, contact)
    assert len(mailbox.received) == 1
    error = failure(sender_to(port, **safe, password="wrong"), message, contact)
    assert error.untried
    assert not error.permanent
    assert "RAPPORT_SMTP_PASSWORD" in str(error)
    assert "wrong" not in str(error)


@pytest.mark.parametrize("holds", [None, b"", b"not a certificate", "a folder"])
def test_a_file_of_authorities_that_holds_none_is_told_at_the_start(
    clock, tmp_path: Path, holds: bytes | str | None
) -> None:
    file = tmp_path / "authorities.pem"
    if isinstance(holds, bytes):
        file.write_bytes(holds)
    elif holds:
        file.mkdir()
    for security in ("starttls", "ssl"):
        server = SmtpServer("mail.example", security=security, ca_file=str(file))
        with pytest.raises(UserError, match=r"RAPPORT_SMTP_CA_FILE names .*authorities\.pem, "):
            SmtpSender(server, clock)
    SmtpSender(SmtpServer("127.0.0.1", security="none", ca_file=str(file)), clock)


def test_a_file_of_authorities_that_is_gone_later_is_named_and_what_replaces_it_is_read(
    sender_to, tmp_path: Path, serve, message, contact
) -> None:
    certificate, context = self_signed(tmp_path)
    mailbox = Mailbox()
    port = serve(mailbox, tls_context=context, require_starttls=True)
    sender = sender_to(port, security="starttls", ca_file=str(certificate))
    away = certificate.rename(tmp_path / "away.pem")
    error = failure(sender, message, contact)
    assert error.untried
    assert f"RAPPORT_SMTP_CA_FILE names {certificate}" in str(error)
    away.rename(certificate)
    sender.send(message, contact)
    assert len(mailbox.received) == 1


def test_a_certificate_that_nobody_vouches_for_is_not_accepted(
    sender_to, tmp_path: Path, message, contact
) -> None:
    _, context = self_signed(tmp_path)
    shaken: list[ssl.SSLSocket] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def shake_hands() -> None:
            connection, _ = listener.accept()
            with connection, contextlib.suppress(ssl.SSLError):
                shaken.append(context.wrap_socket(connection, server_side=True))

        thread = threading.Thread(target=shake_hands)
        thread.start()
        sender = sender_to(listener.getsockname()[1], security="ssl")
        error = failure(sender, message, contact)
        thread.join()
    assert "certificate" in str(error)
    assert error.untried
    assert not error.permanent
    assert shaken == []


def test_the_password_does_not_show_when_the_settings_are_printed() -> None:
    assert "hunter2" not in repr(SmtpServer("mail.example", user="shop", password="hunter2"))


@pytest.mark.parametrize(
    ("stage", "says", "unclear"),
    [
        ("220", Drip(b"220-one moment\r\n"), False),
        ("220", Drip(b"2"), False),
        ("EHLO", Drip(b"250-thinking\r\n"), False),
        ("RCPT", Drip(b"250-still thinking\r\n"), False),
        ("RCPT", Drip(b"."), False),
        ("RCPT", Drip(b"250-" + b"x" * 4_000 + b"\r\n", pause=0.0), False),
        ("DATA", Drip(b"354-wait\r\n"), False),
        (".", Drip(b"250-nearly\r\n"), True),
        (".", Drip(b"2"), True),
    ],
)
def test_a_server_that_never_comes_to_an_end_is_waited_for_as_long_as_its_time_and_no_longer(
    sender_to, message, contact, stage: str, says: Drip, unclear: bool
) -> None:
    with Scripted({stage: says}) as server:
        began = monotonic()
        error = failure(sender_to(server.port, timeout_seconds=0.3), message, contact)
    assert (error.unclear, error.permanent) == (unclear, False)
    assert monotonic() - began < 5


def test_a_server_that_takes_its_time_for_each_answer_is_done_with_after_two_of_them(
    sender_to, message, contact
) -> None:
    slow = {stage: Drip(b"250 ok\r\n", 0.25, 1) for stage in ("EHLO", "MAIL", "RCPT")}
    with Scripted(slow) as server:
        error = failure(sender_to(server.port, timeout_seconds=0.3), message, contact)
        assert server.heard == ["EHLO", "MAIL", "RCPT"]
    assert not error.unclear


@pytest.mark.parametrize("said", [b"2", b"25", b"250-2.0.0 quite\r\n", b"noise\r\n", b"354 go\r\n"])
def test_after_the_final_dot_half_an_answer_or_noise_is_unclear(
    sender_to, message, contact, said: bytes
) -> None:
    with Scripted({".": said}) as server:
        error = failure(sender_to(server.port), message, contact)
    assert error.unclear
    assert "before the server's whole answer" in str(error)


@pytest.mark.parametrize(
    "said", [b"250 ok\r\n", b"252 2.0.0 queued as 4711\r\n", b"299 why not\r\n"]
)
def test_after_the_final_dot_a_first_digit_of_two_is_a_yes(
    sender_to, message, contact, said: bytes
) -> None:
    with Scripted({".": said}) as server:
        sender_to(server.port).send(message, contact)


@pytest.mark.parametrize("said", [b"252 2.0.0 queued\r\n", b"250 ok", b"250"])
def test_a_yes_holds_though_the_connection_is_cut_right_after_it_and_the_next_takes_another(
    sender_to, message, contact, said: bytes
) -> None:
    with Scripted({".": said}) as server:
        sender = sender_to(server.port)
        sender.send(message, contact)
        assert server.heard.count("DATA") == 1
        sender.send(msgspec.structs.replace(message, key="another"), contact)
        assert (server.heard.count("EHLO"), server.heard.count("DATA")) == (2, 2)


def test_after_a_kept_connection_that_hangs_the_others_are_not_waited_for(
    sender_to, message, contact
) -> None:
    with Scripted({}) as server:
        sender = sender_to(server.port, timeout_seconds=0.3)
        for _ in range(4):
            sender._idle.append(sender._connect(Pace(0.3, monotonic() + 5)))
        server.script["RSET"] = Drip(b"")
        sender.send(message, contact)
        assert len(sender._idle) == 1
        assert server.heard.count("RSET") == 1
        sender.close()


def test_what_a_server_says_is_told_without_the_persons_address(
    sender_to, serve, message, contact
) -> None:
    said = "550 5.1.1 <ada@example.com>: Recipient address rejected: User unknown"
    error = failure(sender_to(serve(Mailbox(rcpt=said))), message, contact)
    assert error.bounced
    assert str(error) == (
        "The mail server refused the recipient's address: 550 5.1.1 <address>: Recipient address "
        "rejected: User unknown. Nothing more is sent there until another address is told."
    )


class Scripted:
    """A server that says `script` instead of what it should, by command; `220` is its greeting and
    `.` its answer to the message. After bytes that do not end a line or a message it hangs up."""

    def __init__(self, script: dict[str, bytes | Drip]) -> None:
        self.script = script
        self.heard: list[str] = []
        self._over = threading.Event()

    def __enter__(self) -> Scripted:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._threads = [threading.Thread(target=self._listen)]
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        with socket.create_connection(("127.0.0.1", self.port)):
            pass
        for thread in self._threads:
            thread.join()
        self._listener.close()

    def _listen(self) -> None:
        while not self._over.is_set():
            connection, _ = self._listener.accept()
            thread = threading.Thread(target=self._serve, args=(connection,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, connection.makefile("rb") as lines, contextlib.suppress(OSError):
            connection.settimeout(20)
            self._say(connection, "220", b"220 here\r\n")
            for line in lines:
                verb = line[:4].decode().upper()
                self.heard.append(verb)
                self._say(connection, verb, b"354 go\r\n" if verb == "DATA" else b"250 OK\r\n")
                if verb == "DATA":
                    while lines.readline() not in (b".\r\n", b""):
                        pass
                    said = self.script.get(".", b"250 OK\r\n")
                    self._say(connection, ".", b"250 OK\r\n")
                    if said != b"250 OK\r\n":
                        return

    def _say(self, connection: socket.socket, stage: str, otherwise: bytes) -> None:
        said = self.script.get(stage, otherwise)
        if isinstance(said, bytes):
            connection.sendall(said)
            return
        for _ in range(said.times):
            if self._over.wait(said.pause):
                break
            connection.sendall(said.what)


def test_many_lasting_refusals_in_a_row_are_taken_for_a_settings_fault_of_that_brand(
    sender_to, serve, message, contact
) -> None:
    mailbox = Mailbox(data="554 Message rejected: Email address is not verified.")
    sender = sender_to(serve(mailbox))
    other = msgspec.structs.replace(message, brand="southwind")
    for _ in range(IN_A_ROW):
        assert failure(sender, message, contact).permanent
    for _ in range(2):
        error = failure(sender, message, contact)
        assert (error.permanent, error.setting) == (False, True)
        assert "is not verified. It refused those of this brand before it" in str(error)
    assert failure(sender, other, contact).permanent
    mailbox.answers = {"rcpt": "550 5.1.1 User unknown"}
    assert failure(sender, message, contact).bounced
    mailbox.answers = {}
    sender.send(message, contact)
    mailbox.answers = {"data": "554 5.7.1 Looks like spam"}
    assert failure(sender, message, contact).permanent


class DropsInTheMiddle:
    """A server that says yes to DATA, reads a little of it, and resets the connection."""

    def __enter__(self) -> int:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()
        return int(self._listener.getsockname()[1])

    def __exit__(self, *_: object) -> None:
        self._thread.join()
        self._listener.close()

    def _serve(self) -> None:
        connection, _ = self._listener.accept()
        with connection, connection.makefile("rb") as lines:
            connection.sendall(b"220 here\r\n")
            for line in lines:
                if line.upper().startswith(b"DATA"):
                    connection.sendall(b"354 go on\r\n")
                    lines.readline()
                    break
                connection.sendall(b"250 OK\r\n")
