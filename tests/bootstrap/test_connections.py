"""Connections that keep their place and never ask for anything are closed, and no others."""

from __future__ import annotations

import asyncio
import resource
import socket

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from rapport.bootstrap.serving.connections import REQUEST_SECONDS, Patience, allow_many_files

HEAD = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 10\r\n"


@pytest.mark.parametrize("http", ["httptools", "h11"])
def test_whoever_never_finishes_a_request_is_let_go(http: str) -> None:
    asyncio.run(asyncio.wait_for(_who_is_let_go(http), 30.0))


async def _who_is_let_go(http: str) -> None:
    answering, answer = asyncio.Event(), asyncio.Event()

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        while (await receive()).get("more_body"):
            pass
        answering.set()
        await answer.wait()
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    with socket.create_server(("127.0.0.1", 0)) as door:
        server = uvicorn.Server(uvicorn.Config(app, http=http, lifespan="off", log_level="error"))
        serving = asyncio.create_task(server.serve(sockets=[door]))
        port = door.getsockname()[1]
        said = [b"", HEAD, HEAD + b"\r\nhalf", HEAD + b"\r\nall of it!"]
        there = [await asyncio.open_connection("127.0.0.1", port) for _ in said]
        for (_, writer), words in zip(there, said, strict=True):
            writer.write(words)
        await answering.wait()
        state = server.server_state
        while (
            len(state.connections) < len(said)
            or sum(getattr(one, "cycle", None) is not None for one in state.connections) < 2
        ):
            await asyncio.sleep(0.001)

        patience = Patience()
        assert patience.close_late(state.connections, 0.0) == 0
        assert patience.close_late(state.connections, REQUEST_SECONDS - 1.0) == 0
        there[1][1].write(b"X-More: of it\r\n")  # a little now and then buys no time
        await asyncio.sleep(0.01)
        assert patience.close_late(state.connections, REQUEST_SECONDS) == 3
        for reader, _ in there[:3]:
            assert await _ended(reader)
        answer.set()
        assert (await there[3][0].readline()).startswith(b"HTTP/1.1 204")
        for _, writer in there:
            writer.close()
        server.should_exit = True
        await serving


async def _ended(reader: asyncio.StreamReader) -> bool:
    try:
        return not await reader.read()
    except ConnectionError:
        return True


class Answered:
    more_body, response_complete = False, True


class Kept:
    """A connection after its answer, of which so much has not been sent."""

    def __init__(self, unsent: int = 0) -> None:
        self.cycle, self.unsent, self.closed = Answered(), unsent, False
        self.transport = self

    def get_write_buffer_size(self) -> int:
        return self.unsent

    def abort(self) -> None:
        self.closed = True


def test_a_connection_is_waited_for_anew_after_each_answer() -> None:
    patience, one = Patience(), Kept()
    for asked in range(10):
        one.cycle = Answered()
        assert patience.close_late([one], asked * 0.9 * REQUEST_SECONDS) == 0
    assert not one.closed


def test_an_answer_on_its_way_is_not_cut_off() -> None:
    patience, one = Patience(), Kept(unsent=1)
    for checked in range(4):
        assert patience.close_late([one], checked * REQUEST_SECONDS) == 0
    one.unsent = 0
    assert patience.close_late([one], 4 * REQUEST_SECONDS) == 0
    assert patience.close_late([one], 5 * REQUEST_SECONDS) == 1
    assert one.closed


def test_as_many_files_as_the_system_allows() -> None:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    few = min(256, before[1])
    resource.setrlimit(resource.RLIMIT_NOFILE, (few, before[1]))
    try:
        allow_many_files()
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == min(65_536, before[1])
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
