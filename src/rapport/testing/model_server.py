"""A model's server on loopback that answers in each of the ways that servers do.

It speaks the OpenAI protocol and Anthropic's, by the path that is asked for, whole or in pieces,
and keeps what it was asked. What it says is told beforehand, one `Turn` for each request; the last
one goes on being given.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

Body = dict[str, Any]  # JSON as it came: a test looks into it where it likes
WordsFor = Callable[[Body], str]


class Turn(Struct, frozen=True):
    """What the server does with one request. Without anything set it answers `text`, well.

    `text` may be made of the request's body. `status` other than 200 sends `raw`, with `headers`,
    as does a `kind` of content that is no answer. `stop` is why the model stopped, in the
    protocol's own word; `refusal` is what it says where it would not write. `cut` breaks the
    connection off after so many bytes of the body, `hang` never answers, and `drip` sends a byte
    now and then and never ends.
    """

    text: str | WordsFor = ""
    status: int = 200
    headers: Mapping[str, str] = {}
    raw: bytes | None = None
    kind: str = ""
    stop: str = ""
    refusal: str = ""
    cut: int = -1
    hang: bool = False
    drip: bool = False
    plain: bool = False
    """Whether an answer of Anthropic's is in words instead of by the tool."""
    counts: tuple[object, object] | None = (700, 80)
    """The tokens of question and answer that it tells of; None where it tells of none."""


class Asked(Struct, frozen=True):
    """A request as it came."""

    path: str
    headers: Mapping[str, str]
    body: Body


class ModelServer:
    """Use it as a context. `url` is the base of its addresses; `asked` what came so far.

    With `protected` it speaks https.
    """

    def __init__(self, *turns: Turn, protected: ssl.SSLContext | None = None) -> None:
        self._protected = protected
        self.turns: list[Turn] = list(turns)
        self.asked: list[Asked] = []
        self.url = ""
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._over = asyncio.Event()
        self._answering: dict[asyncio.Task[None], asyncio.StreamWriter] = {}

    def __enter__(self) -> ModelServer:
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join(10)
        self._loop.close()

    def say(self, *turns: Turn) -> None:
        """From the next request on, these turns are given."""
        self.turns[:] = turns

    def _run(self) -> None:
        self._loop.run_until_complete(self._serve())

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._answer, "127.0.0.1", 0, ssl=self._protected)
        scheme = "https" if self._protected else "http"
        self.url = f"{scheme}://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        self._ready.set()
        await self._over.wait()
        # Whoever was let in has to have begun before the server closes, or asyncio forgets them.
        for socket in server.sockets:
            self._loop.remove_reader(socket.fileno())
        await asyncio.sleep(0)
        server.close()
        here = asyncio.current_task()
        while others := [task for task in asyncio.all_tasks() if task is not here]:
            await asyncio.sleep(0)  # cancelled before its first step, one drops its connection open
            for writer in self._answering.values():
                writer.transport.abort()
            for task in others:
                if task not in self._answering:
                    task.cancel()  # no connection yet: it has not shaken hands
            await asyncio.wait(others)
        await asyncio.sleep(0)  # a connection that was closed lets go of its socket a turn later

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        here = asyncio.current_task()
        assert here is not None  # noqa: S101
        self._answering[here] = writer
        try:
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
                asked = await _read(reader)
                turn = self.turns.pop(0) if len(self.turns) > 1 else self.turns[0]
                self.asked.append(asked)
                await self._give(turn, asked, reader, writer)
        finally:
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()
            del self._answering[here]

    async def _give(
        self, turn: Turn, asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        if turn.hang:
            await reader.read()  # until who asked goes away
            return
        kind, body = _content(turn, asked)
        head = [f"HTTP/1.1 {turn.status} Told", f"Content-Type: {kind}"]
        head += [f"{name}: {value}" for name, value in turn.headers.items()]
        if not turn.drip:
            head.append(f"Content-Length: {len(body)}")
        writer.write("\r\n".join([*head, "Connection: close", "", ""]).encode())
        if turn.drip:
            while True:
                writer.write(b" ")
                await writer.drain()
                await asyncio.sleep(0.01)
        shown = body if turn.cut < 0 else body[: turn.cut]
        for at in range(0, len(shown), 4_096):
            writer.write(shown[at : at + 4_096])
            await writer.drain()


async def _read(reader: asyncio.StreamReader) -> Asked:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = {k.lower(): v for k, _, v in (line.partition(": ") for line in head[1:]) if k}
    raw = await reader.readexactly(int(headers.get("content-length", "0")))
    return Asked(head[0].split(" ")[1], headers, json.loads(raw))


def _content(turn: Turn, asked: Asked) -> tuple[str, bytes]:
    if turn.raw is not None:
        return turn.kind or "application/json", turn.raw
    text = turn.text if isinstance(turn.text, str) else turn.text(asked.body)
    anthropic = asked.path.endswith("/messages")
    if asked.body.get("stream"):
        pieces = _anthropic_pieces(turn, text) if anthropic else _openai_pieces(turn, text)
        return turn.kind or "text/event-stream", "".join(pieces).encode()
    whole = _anthropic(turn, text) if anthropic else _openai(turn, text)
    return turn.kind or "application/json", json.dumps(whole).encode()


# --- The OpenAI protocol -----------------------------------------------------------------------


def _openai(turn: Turn, text: str) -> Body:
    message: Body = {"role": "assistant", "content": text, "refusal": turn.refusal or None}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1_772_409_600,
        "model": "kiln-1",
        "choices": [
            {
                "index": 0,
                "message": message,
                "logprobs": None,
                "finish_reason": turn.stop or "stop",
            }
        ],
        **_usage(turn, "prompt_tokens", "completion_tokens"),
    }


def _usage(turn: Turn, asked: str, answered: str) -> Body:
    if turn.counts is None:
        return {}
    return {"usage": dict(zip((asked, answered), turn.counts, strict=True))}


def _openai_pieces(turn: Turn, text: str) -> Iterator[str]:
    def chunk(delta: Body, reason: str | None = None) -> str:
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        return _event(
            {"object": "chat.completion.chunk", "model": "kiln-1", "choices": [choice]}, ""
        )

    yield ": a comment, to keep the connection\n\n"
    yield chunk({"role": "assistant", "content": ""})
    for piece in _cut_up(text):
        yield chunk({"content": piece})
    if turn.refusal:
        yield chunk({"refusal": turn.refusal})
    yield chunk({}, turn.stop or "stop")
    usage = _usage(turn, "prompt_tokens", "completion_tokens")
    yield _event({"object": "chat.completion.chunk", "choices": [], **usage}, "")
    yield "data: [DONE]\n\n"


# --- Anthropic's -------------------------------------------------------------------------------


def _anthropic(turn: Turn, text: str) -> Body:
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "kiln-1",
        "content": [] if turn.refusal else _blocks(turn, text),
        "stop_reason": turn.stop or ("refusal" if turn.refusal else "tool_use"),
        "stop_sequence": None,
        **_usage(turn, "input_tokens", "output_tokens"),
    }


def _blocks(turn: Turn, text: str) -> Sequence[Body]:
    if not text:
        return []
    try:
        handed_in = json.loads(text)
    except ValueError:
        handed_in = None
    if turn.plain or not isinstance(handed_in, dict):
        return [{"type": "text", "text": text}]
    return [{"type": "tool_use", "id": "toolu_1", "name": "message", "input": handed_in}]


def _anthropic_pieces(turn: Turn, text: str) -> Iterator[str]:
    start = {**_anthropic(turn, ""), "stop_reason": None}
    if turn.counts is not None:
        start["usage"] = {"input_tokens": turn.counts[0], "output_tokens": 1}
    yield _named({"type": "message_start", "message": start})
    yield _named({"type": "ping"})
    for block in () if turn.refusal else _blocks(turn, text):
        tool = block["type"] == "tool_use"
        empty = {**block, "input": {}} if tool else {**block, "text": ""}
        yield _named({"type": "content_block_start", "index": 0, "content_block": empty})
        for piece in _cut_up(text):
            delta = (
                {"type": "input_json_delta", "partial_json": piece}
                if tool
                else {"type": "text_delta", "text": piece}
            )
            yield _named({"type": "content_block_delta", "index": 0, "delta": delta})
        yield _named({"type": "content_block_stop", "index": 0})
    reason = turn.stop or ("refusal" if turn.refusal else "tool_use")
    ended = {"stop_reason": reason, "stop_sequence": None}
    usage = {} if turn.counts is None else {"usage": {"output_tokens": turn.counts[1]}}
    yield _named({"type": "message_delta", "delta": ended, **usage})
    yield _named({"type": "message_stop"})


def _named(data: Body) -> str:
    return _event(data, data["type"])


def _event(data: Body, name: str) -> str:
    return (f"event: {name}\n" if name else "") + f"data: {json.dumps(data)}\n\n"


def _cut_up(text: str) -> Iterator[str]:
    step = max(7, len(text) // 400)
    yield from (text[at : at + step] for at in range(0, len(text), step))
