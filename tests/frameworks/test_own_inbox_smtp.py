"""A test over a real mail server on loopback, and what it says against it."""

from __future__ import annotations

import email
import re
import socket
from collections.abc import Iterator
from email import policy
from html import unescape
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from desk_world import Visitor, World

from rapport.bootstrap.serving.web_edge import web_edge
from serving import served

PAGE = "/console/preview?framework=checkout&tone=plain&visual=note&offer=none"
MINE = "nell@tinkettle.example"


class Mailbox:
    """Keeps what arrives, and answers an address as it is told to."""

    def __init__(self) -> None:
        self.received: list[tuple[list[str], bytes]] = []
        self.answer = ""

    async def handle_RCPT(  # noqa: N802 aiosmtpd names it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.answer:
            return self.answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 aiosmtpd names it
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        assert isinstance(envelope.content, bytes)
        self.received.append((envelope.rcpt_tos, envelope.content))
        return "250 OK"


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def controller(mailbox: Mailbox) -> Iterator[Controller]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    controller = Controller(mailbox, hostname="127.0.0.1", port=port)
    controller.start()
    yield controller
    if not controller.loop.is_closed():
        controller.stop()


@pytest.fixture
def over_smtp(tmp_path: Path, controller: Controller) -> Iterator[World]:
    world = World(
        tmp_path / "home",
        sender="smtp",
        smtp_host="127.0.0.1",
        smtp_port=controller.port,  # type: ignore[arg-type] it is one of the settings that are numbers
        smtp_security="none",
    )
    yield world
    world.close()


@pytest.fixture
def here(over_smtp: World) -> Iterator[Visitor]:
    with served(web_edge(over_smtp.here)) as base:
        visitor = Visitor(base)
        yield visitor
        visitor.close()


def ask(here: Visitor) -> str:
    html = here.get(PAGE).text
    action = re.search(r'action="(/console/preview/test[^"#]*)', html)
    word = re.search(r'name="csrf" value="([^"]*)"', html)
    assert action
    assert word
    answer = here.send(unescape(action[1]), csrf=word[1], address=MINE)
    if answer.status_code == 303:
        answer = here.get(answer.headers["location"].partition("#")[0])
    found = re.search(r'<div class="test" id="test">(.*?)</div>', answer.text, re.DOTALL)
    assert found
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found[1])).split())


def test_the_server_gets_it_for_the_one_address(here: Visitor, mailbox: Mailbox) -> None:
    assert "The mail server has taken the test." in ask(here)
    ((recipients, content),) = mailbox.received
    assert recipients == [MINE]
    mail = email.message_from_bytes(content, policy=policy.default)
    assert str(mail["Subject"]).startswith("Test: ")
    assert (mail["To"], mail["Cc"], mail["Bcc"]) == (MINE, None, None)


def test_its_no_is_told_in_its_words(here: Visitor, mailbox: Mailbox, over_smtp: World) -> None:
    mailbox.answer = f"550 5.7.1 relaying to {MINE} denied"
    words = ask(here)
    assert (
        "The test was not sent. The mail server refused the recipient's address: 550 5.7.1" in words
    )
    assert "Nothing is tried again by itself." in words
    assert "Messages wait" not in words
    assert MINE not in words
    assert mailbox.received == []
    assert over_smtp.deeds()[-1].did == "tested"


def test_a_server_that_is_away_is_told_and_nothing_waits_for_it(
    here: Visitor, controller: Controller
) -> None:
    controller.stop()
    words = ask(here)
    assert "The test was not sent. The mail server 127.0.0.1:" in words
    assert "did not take the message" in words
    assert "Nothing is tried again by itself." in words
    assert "Messages wait" not in words
