"""A real mail server on loopback that does as a test tells it."""

from __future__ import annotations

import asyncio
import socket
from collections import Counter
from email import message_from_bytes

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class MailServer:
    """Counts what it took, by Message-ID. While `holding` it answers nobody; to those in `slow`,
    who are recipients, it answers late."""

    def __init__(self) -> None:
        self.taken: Counter[str] = Counter()
        self.keys: Counter[str] = Counter()
        self.recipients: Counter[str] = Counter()
        self.tries = 0
        self.answer = "250 OK"
        self.delay = 0.0
        self.holding = False
        self.slow: set[str] = set()
        self.slow_seconds = 0.0
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self._controller: Controller | None = None

    async def handle_DATA(  # noqa: N802 aiosmtpd names it
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        self.tries += 1
        late = self.slow_seconds if self.slow & set(envelope.rcpt_tos) else self.delay
        await asyncio.sleep(late)
        while self.holding:
            await asyncio.sleep(0.01)
        if self.answer.startswith("250"):
            assert isinstance(envelope.content, bytes)
            mail = message_from_bytes(envelope.content)
            self.taken[str(mail["Message-ID"])] += 1
            self.keys[str(mail["X-Rapport-Message"])] += 1
            self.recipients.update(envelope.rcpt_tos)
        return self.answer

    def start(self) -> None:
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def stop(self) -> None:
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    def settings(self, timeout_seconds: float = 10.0) -> dict[str, str]:
        """How a Rapport finds it."""
        return {
            "sender": "smtp",
            "base_url": "https://mail.shop.test",
            "smtp_host": "127.0.0.1",
            "smtp_port": str(self.port),
            "smtp_security": "none",
            "smtp_timeout_seconds": str(timeout_seconds),
        }
