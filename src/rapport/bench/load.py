"""A load generator: HTTP/1.1 over kept-alive connections, one request at a time on each.

The open loop sends by the clock, whatever the server does, and counts each request's time from the
moment at which it was meant to go: a server that stalls cannot hide what waited meanwhile. The
closed loop sends the next request when an answer is in, and shows the most that there is.
"""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import Sequence

from msgspec import Struct

from rapport.errors import RapportError

ANSWER_SECONDS = 30.0
"""How long the last answers are waited for."""


class Answers(Struct, frozen=True):
    """How a load went. `statuses` has one for each request, in their order; 0 where none came."""

    milliseconds: tuple[float, ...]
    statuses: tuple[int, ...]
    seconds: float

    @property
    def by_status(self) -> dict[int, int]:
        return dict(Counter(self.statuses))

    @property
    def errors(self) -> int:
        """Requests that were not answered with 200."""
        return sum(status != 200 for status in self.statuses)


def post(path: str, host: str, authorization: str, body: bytes) -> bytes:
    """A request as it goes over the wire."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: {authorization}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def open_loop(
    port: int, requests: Sequence[bytes], rate: float, connections: int = 64
) -> Answers:
    """Sends `rate` requests a second to this computer's `port`."""
    load = await _Load.connected(port, requests, connections)
    loop = asyncio.get_running_loop()
    sent = 0
    while sent < len(requests):
        elapsed = loop.time() - load.begun
        while sent < len(requests) and sent / rate <= elapsed:
            load.due(sent, load.begun + sent / rate)
            sent += 1
        await asyncio.sleep(sent / rate - (loop.time() - load.begun))
    return await load.finished()


async def closed_loop(port: int, requests: Sequence[bytes], connections: int = 64) -> Answers:
    """Sends as fast as answers come in, `connections` requests at a time."""
    load = await _Load.connected(port, requests, connections)
    for index in range(len(requests)):
        load.due(index, 0.0)
    return await load.finished()


class _Load:
    """Requests on their way over a set of connections."""

    def __init__(self, requests: Sequence[bytes]) -> None:
        self._loop = asyncio.get_running_loop()
        self._requests = requests
        self._waiting: deque[int] = deque()
        self._free: list[_Connection] = []
        self._meant_at = [0.0] * len(requests)
        self._milliseconds = [0.0] * len(requests)
        self._statuses = [0] * len(requests)
        self._left = len(requests)
        self._done = asyncio.Event()
        self._every: list[_Connection] = []
        self.begun = 0.0

    @classmethod
    async def connected(cls, port: int, requests: Sequence[bytes], connections: int) -> _Load:
        load = cls(requests)
        for _ in range(connections):
            _, connection = await load._loop.create_connection(
                lambda: _Connection(load), "127.0.0.1", port
            )
            load._free.append(connection)
        load._every = list(load._free)
        load.begun = load._loop.time()
        return load

    def due(self, index: int, meant_at: float) -> None:
        """A request's moment has come; it waits if every connection is busy. 0: when it is sent."""
        self._meant_at[index] = meant_at
        self._waiting.append(index)
        self._send()

    def answered(self, connection: _Connection, index: int, status: int) -> None:
        self._milliseconds[index] = (self._loop.time() - self._meant_at[index]) * 1_000
        self._statuses[index] = status
        self._left -= 1
        if not self._left:
            self._done.set()
        if status:
            self._free.append(connection)
            self._send()

    def _send(self) -> None:
        while self._waiting and self._free:
            index = self._waiting.popleft()
            self._meant_at[index] = self._meant_at[index] or self._loop.time()
            self._free.pop().ask(index, self._requests[index])

    async def finished(self) -> Answers:
        """Waits for the last answer. Raises RapportError where it does not come."""
        try:
            await asyncio.wait_for(self._done.wait(), ANSWER_SECONDS)
        except TimeoutError as error:
            raise RapportError(
                f"The server left {self._left:,} of {len(self._requests):,} requests without an "
                f"answer for {ANSWER_SECONDS:.0f} seconds."
            ) from error
        seconds = self._loop.time() - self.begun
        for connection in self._every:
            connection.close()
        await asyncio.sleep(0)  # only then are they closed
        return Answers(tuple(self._milliseconds), tuple(self._statuses), seconds)


class _Connection(asyncio.Protocol):
    """One connection, and the request on it that waits for its answer."""

    def __init__(self, load: _Load) -> None:
        self._load = load
        self._index = -1
        self._received = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if isinstance(transport, asyncio.Transport):
            self._transport = transport

    def ask(self, index: int, request: bytes) -> None:
        self._index = index
        if self._transport is None or self._transport.is_closing():
            self._answer(0)
        else:
            self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, found, body = self._received.partition(b"\r\n\r\n")
        if found and len(body) >= _content_length(head):
            self._received = b""
            self._answer(int(head[9:12]))

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 (asyncio's own name)
        if self._index >= 0:
            self._answer(0)

    def _answer(self, status: int) -> None:
        index, self._index = self._index, -1
        self._load.answered(self, index, status)

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()


def _content_length(head: bytes) -> int:
    _, _, after = head.lower().partition(b"content-length:")
    return int(after.partition(b"\r\n")[0] or 0)
