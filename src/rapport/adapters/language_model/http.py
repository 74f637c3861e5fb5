"""Asks a model over HTTP: one deadline for it all, a bounded answer, patience with a busy server.

Nothing of the key, the question or the answer's words gets into an error or a log.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from functools import cached_property
from typing import Generic
from urllib.parse import urlsplit

import httpx
import msgspec
from msgspec import Struct

from rapport.adapters.language_model.protocol import (
    Dialect,
    Form,
    Pieces,
    count_question,
    decoded,
    part,
    text_of,
    too_long,
    unusable,
    with_question_counted,
)
from rapport.adapters.language_model.sse import Events
from rapport.adapters.language_model.taken import Taken, Try
from rapport.errors import ModelError, ModelTrouble
from rapport.ports import ModelAnswer, ModelRequest
from rapport.settings import is_loopback

MOST_BYTES = 1_000_000
"""Of an answer in one piece."""

MOST_STREAMED_BYTES = 4_000_000
"""Of an answer in pieces, each of which comes with some hundred bytes of its own. Its words are
bounded beside that, by `protocol.MOST_CHARACTERS`."""

MOST_ERROR_BYTES = 16_384
TRIES = 3
BACK_OFF_SECONDS = 1.0
CONNECT_SECONDS = 10.0
SHOWN = 200

TIMED_OUT = (
    "gave no answer within {seconds:g} seconds. A slow one is given longer by "
    "RAPPORT_MODEL_TIMEOUT_SECONDS"
)
MORE_CONTEXT = (
    ". Give its server room for more: a question and its answer take up to 4,000 tokens "
    "(llama.cpp: --ctx-size, Ollama: num_ctx, vLLM: --max-model-len)"
)

_BUSY = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_NOT_UNDERSTOOD = frozenset({400, 404, 422, 500, 501})
_TOO_LONG = (
    "context_length", "maximum context", "context window", "context size", "context_size",
    "too long", "too_long",
)  # fmt: skip
_REFUSED = ("content_filter", "content_policy", "content management policy")
_NO_CREDIT = ("insufficient_quota", "credit balance", "billing")


class Server(Struct, frozen=True):
    """Where the model is and how long it is waited for. `url` is the base of the addresses; nothing
    is added to it but the protocol's own path."""

    url: str
    key: str = ""
    ca_file: str = ""
    back_off_seconds: float = BACK_OFF_SECONDS

    def __repr__(self) -> str:
        """Without the key."""
        return f"Server({self.url!r})"


class _Refused(Exception):  # noqa: N818 it never leaves this module
    """A server's answer that is no success."""

    def __init__(self, status: int, headers: httpx.Headers, raw: bytes) -> None:
        super().__init__(status)
        self.status = status
        self.told, self.code = _told(raw)
        self.retry_after = _retry_after(headers)


class HttpModel(Generic[Form]):
    """A `LanguageModel` that speaks one of the protocols."""

    def __init__(self, name: str, dialect: Dialect[Form], server: Server) -> None:
        self.name = name
        self._dialect = dialect
        self._server = server
        self._form = dialect.first_form

    def __repr__(self) -> str:
        return f"HttpModel({self.name!r})"

    def ask(self, request: ModelRequest) -> ModelAnswer:
        """See `rapport.ports.LanguageModel`. Not to be called where an event loop is running."""
        # Not asyncio.run: it waits for name look-ups that hang, past every deadline.
        loop = asyncio.new_event_loop()
        try:
            return loop.run_until_complete(self._in_time(request))
        finally:
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.close()

    async def _in_time(self, request: ModelRequest) -> ModelAnswer:
        taken = Taken()
        try:
            async with asyncio.timeout(request.seconds), self._client() as client:
                return taken.told_by(await self._ask(client, request, taken))
        except ModelError as error:
            taken.told_with(error)
            raise
        except TimeoutError:
            why = TIMED_OUT.format(seconds=request.seconds)
            raise taken.told_with(self._trouble(why, ModelTrouble.TEMPORARY)) from None

    def _client(self) -> httpx.AsyncClient:
        far = not is_loopback(urlsplit(self._server.url).hostname or "")
        return httpx.AsyncClient(
            verify=self._trusted,
            follow_redirects=False,
            trust_env=far,  # a proxy is for the world outside, never for this computer
            timeout=httpx.Timeout(None, connect=CONNECT_SECONDS),  # the deadline holds for the rest
            headers={
                "Accept": "application/json, text/event-stream",
                "Accept-Encoding": "identity",
                "User-Agent": "rapport",
            },
        )

    @cached_property
    def _trusted(self) -> ssl.SSLContext:
        try:
            return ssl.create_default_context(cafile=self._server.ca_file or None)
        except OSError as error:  # ssl.SSLError, too, is one
            file = self._server.ca_file
            raise ModelError(
                f"RAPPORT_MODEL_CA_FILE names {file}, which holds no authorities that can be read.",
                ModelTrouble.SETTING,
            ) from error

    async def _ask(
        self, client: httpx.AsyncClient, request: ModelRequest, taken: Taken
    ) -> ModelAnswer:
        form, tries = self._form, 0
        give_up_at = asyncio.get_running_loop().time() + request.seconds
        while True:
            try:
                answer = await self._try(client, self._dialect.body(request, form), taken)
            except _Refused as refused:
                plainer = self._plainer(form, refused)
                if plainer is not None:
                    form = plainer
                    continue
                error = self._meaning(refused)
            except ModelError as of_no_use:
                error = of_no_use
            except httpx.HTTPError as broken:
                error = self._trouble(*_broken(broken))
            except (httpx.InvalidURL, ssl.SSLError, UnicodeError):
                error = self._trouble("has an address of no use", ModelTrouble.SETTING)
            else:
                self._form = form
                return answer
            tries += 1
            wait = max(
                error.retry_after_seconds, self._server.back_off_seconds * 2.0 ** (tries - 1)
            )
            left = give_up_at - asyncio.get_running_loop().time()
            if error.trouble is not ModelTrouble.TEMPORARY or tries >= TRIES or wait >= left:
                raise error
            await asyncio.sleep(wait)

    async def _try(
        self, client: httpx.AsyncClient, body: Mapping[str, object], taken: Taken
    ) -> ModelAnswer:
        content, this = msgspec.json.encode(body), Try()
        try:
            answer = with_question_counted(await self._put(client, content, this), content)
        except ModelError as error:
            if error.tokens_in or error.tokens_out:
                count_question(error, content)
                taken.add(error)
            else:
                taken.add(this.cut_short(content))
            raise
        except (httpx.HTTPError, asyncio.CancelledError):  # the deadline cancels
            taken.add(this.cut_short(content))
            raise
        taken.add(answer)
        return answer

    async def _put(self, client: httpx.AsyncClient, content: bytes, this: Try) -> ModelAnswer:
        server = self._server
        async with client.stream(
            "POST",
            server.url.rstrip("/") + self._dialect.path,
            content=content,
            headers={"Content-Type": "application/json", **self._dialect.headers(server.key)},
        ) as response:
            if response.status_code != httpx.codes.OK:
                raw = await _beginning(response)
                raise _Refused(response.status_code, response.headers, raw)
            this.begun = True
            if response.headers.get("Content-Encoding", "identity") != "identity":
                raise unusable("it is compressed, which was not asked for")
            kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
            if kind == "text/event-stream":
                this.pieces = self._dialect.pieces()
                return await self._pieces(response, this.pieces)
            if kind == "application/json" or kind.endswith("+json"):
                return self._dialect.whole(decoded(await _all(response)))
            raise unusable(f"it is of type '{_plain(kind) or 'none'}' and not JSON")

    async def _pieces(self, response: httpx.Response, pieces: Pieces) -> ModelAnswer:
        events, size = Events(), 0
        async for chunk in response.aiter_raw():
            size += len(chunk)
            if size > MOST_STREAMED_BYTES:
                raise _too_big(MOST_STREAMED_BYTES)
            for data in events.feed(chunk):
                if data.strip() == b"[DONE]":
                    return pieces.answer()
                pieces.take(decoded(data))
                if pieces.nothing_follows:
                    return pieces.answer()
        if not pieces.ended:
            raise self._trouble("broke off in the middle of its answer", ModelTrouble.TEMPORARY)
        return pieces.answer()

    # --- What an answer that is no success means ---

    def _plainer(self, form: Form, refused: _Refused) -> Form | None:
        """Another form to ask in, where the server seems not to have understood this one."""
        if refused.status not in _NOT_UNDERSTOOD or _says(refused, *_TOO_LONG, *_REFUSED):
            return None
        if refused.status in (404, 500, 501) and not _says(
            refused, "response_format", "schema", "grammar", "stream_options", "tool_choice"
        ):
            return None
        return self._dialect.plainer(form, refused.told)

    def _meaning(self, refused: _Refused) -> ModelError:
        status, told = refused.status, self._scrubbed(refused.told)
        said = f"answered with status {status}" + (f": {told}" if told else "")
        if 300 <= status < 400:
            why = (
                f"answered with status {status}, a redirect, which is not followed: set "
                "RAPPORT_MODEL_URL to the address itself"
            )
            return self._trouble(why, ModelTrouble.SETTING)
        if status in (401, 403):
            return self._trouble(f"{said}. Check RAPPORT_MODEL_KEY", ModelTrouble.SETTING)
        if _says(refused, *_NO_CREDIT):
            return self._trouble(f"{said}. See to the account there", ModelTrouble.SETTING)
        if status == 413 or _says(refused, *_TOO_LONG):
            return self._trouble(said + MORE_CONTEXT, ModelTrouble.TOO_LONG)
        if _says(refused, *_REFUSED):
            return self._trouble(said, ModelTrouble.REFUSED)
        if status in _BUSY:
            return self._trouble(said, ModelTrouble.TEMPORARY, refused.retry_after)
        why = f"{said}. Check RAPPORT_MODEL and RAPPORT_MODEL_URL"
        return self._trouble(why, ModelTrouble.SETTING)

    def _trouble(self, why: str, trouble: ModelTrouble, wait: float = 0.0) -> ModelError:
        host = urlsplit(self._server.url).netloc.rpartition("@")[2]
        return ModelError(f"The model at {host} {why}.", trouble, retry_after_seconds=wait)

    def _scrubbed(self, told: str) -> str:
        """What a server told, for people: short, printable and without the key or what begins or
        ends like it, since some servers show half of it."""
        key = self._server.key
        ends = (key[:4], key[-4:]) if len(key) >= 8 else (key,) if key else ()
        words = [
            "[key]" if any(end in word for end in ends) or "***" in word else word
            for word in _plain(told).split()
        ]
        return " ".join(words)[:SHOWN].rstrip(" .")


def _says(refused: _Refused, *signs: str) -> bool:
    said = f"{refused.code} {refused.told}".lower()
    return any(sign in said for sign in signs)


def _told(raw: bytes) -> tuple[str, str]:
    """What an error's body says, and its code, in any of the shapes that servers use."""
    try:
        body = decoded(raw)
    except ModelError:
        return "", ""
    error = body.get("error", body)
    if isinstance(error, str):
        return error, ""
    said = text_of(part(error, "message")) or text_of(part(error, "detail"))
    first = text_of(part(error, "detail", 0, "msg"))
    code = " ".join(filter(None, (text_of(part(error, name)) for name in ("code", "type"))))
    return said or first, code


def _retry_after(headers: httpx.Headers) -> float:
    """How long a server asks to be left alone, in seconds; 0 where it does not say. A moment is
    counted from the server's own clock, so that ours does not matter."""
    asked = headers.get("Retry-After", "").strip()
    if asked.isascii() and asked.isdigit():
        return float(asked[:9])
    try:
        until, now = (parsedate_to_datetime(text) for text in (asked, headers.get("Date", "")))
        return max(0.0, (until - now).total_seconds())
    except (ValueError, TypeError, OverflowError):  # such as a year of twenty digits
        return 0.0


async def _all(response: httpx.Response) -> bytes:
    found = bytearray()
    async for chunk in response.aiter_raw():
        found += chunk
        if len(found) > MOST_BYTES:
            raise _too_big(MOST_BYTES)
    return bytes(found)


async def _beginning(response: httpx.Response) -> bytes:
    """As much of an error's body as is looked at."""
    found = bytearray()
    async for chunk in response.aiter_raw():
        found += chunk
        if len(found) >= MOST_ERROR_BYTES:
            break
    return bytes(found)


def _too_big(most: int) -> ModelError:
    return too_long(f"it is longer than {most:,} bytes, and was cut off")


def _broken(error: httpx.HTTPError) -> tuple[str, ModelTrouble]:
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return (
            "has a certificate that is not trusted: check RAPPORT_MODEL_URL, or name its authority "
            "in RAPPORT_MODEL_CA_FILE",
            ModelTrouble.SETTING,
        )
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
        return "cannot be reached", ModelTrouble.TEMPORARY
    return "broke the connection off", ModelTrouble.TEMPORARY


def _plain(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
