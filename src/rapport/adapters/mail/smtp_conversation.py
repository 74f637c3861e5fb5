"""A conversation with a mail server that ends in time, whatever the server does.

The time limit of a socket is for each read alone: a server that says a little every now and then
(another line `250-...`, or one byte of a line) would be waited for without end.
"""

from __future__ import annotations

import smtplib
import socket
import ssl
from io import BufferedReader, RawIOBase
from time import monotonic
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

LONGEST_ANSWER = 1_000_000
"""Bytes, of one answer: what is longer would fill the memory before its time is over."""


class Pace(Struct):
    """How long a server may take: `seconds` for each answer, all of it, and no longer than until
    `over_by` (of the monotonic clock) for all of them."""

    seconds: float
    over_by: float
    answered_by: float = 0.0

    def begin_answer(self) -> None:
        self.answered_by = min(self.over_by, monotonic() + self.seconds)


class Conversation(smtplib.SMTP):
    """What takes longer than its `pace` raises SMTPServerDisconnected, as if the connection had
    broken."""

    def __init__(self, host: str, port: int, name: str | None, pace: Pace) -> None:
        self.pace = pace
        self._bytes_left = 0
        super().__init__(host, port, name, pace.seconds)

    def getreply(self) -> tuple[int, bytes]:
        self.pace.begin_answer()
        self._bytes_left = LONGEST_ANSWER
        if self.file is None and self.sock is not None:
            self.file = BufferedReader(_Answers(self, self.sock))
        return super().getreply()

    def send(self, s: ReadableBuffer | str) -> None:
        rest = memoryview(s.encode(self.command_encoding) if isinstance(s, str) else s)
        if self.sock is None:
            raise smtplib.SMTPServerDisconnected("the connection was closed")
        try:
            while rest:
                self.sock.settimeout(_left(self.pace.over_by))
                rest = rest[self.sock.send(rest) :]
        except OSError as error:
            self.close()
            raise smtplib.SMTPServerDisconnected(str(error)) from error

    def read(self, sock: socket.socket, into: WriteableBuffer) -> int:
        """Some bytes of the answer that is waited for; 0 once the server has hung up."""
        if self._bytes_left <= 0:
            raise OSError("the server's answer did not end")
        sock.settimeout(_left(self.pace.answered_by))
        count = sock.recv_into(into)
        self._bytes_left -= count
        return count


class TlsConversation(Conversation, smtplib.SMTP_SSL):
    """The same, encrypted from the first byte on."""

    def __init__(
        self, host: str, port: int, name: str | None, pace: Pace, context: ssl.SSLContext
    ) -> None:
        self.pace = pace
        self._bytes_left = 0
        smtplib.SMTP_SSL.__init__(self, host, port, name, timeout=pace.seconds, context=context)


class _Answers(RawIOBase):
    """What the server says, as a file."""

    def __init__(self, conversation: Conversation, sock: socket.socket) -> None:
        self._conversation = conversation
        self._sock = sock

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        return self._conversation.read(self._sock, buffer)


def _left(until: float) -> float:
    """Seconds. Raises TimeoutError where there are none."""
    left = until - monotonic()
    if left <= 0:
        raise TimeoutError("timed out")
    return left
