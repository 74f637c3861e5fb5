"""Reading a request's body up to a limit, without ever holding more than that."""

from __future__ import annotations

import zlib

from starlette.requests import ClientDisconnect
from starlette.types import Message, Receive, Scope

from rapport.errors import RefusedInputError

KILOBYTE = 1024


def header(scope: Scope, name: bytes) -> bytes:
    """The first header of this lower-case name, or nothing."""
    for key, value in scope["headers"]:
        if key == name:
            return bytes(value)
    return b""


async def read_body(scope: Scope, receive: Receive, limit: int) -> bytes:
    """The whole body, unpacked where it is gzip.

    Raises RefusedInputError (413) as soon as it is longer than `limit` bytes, packed or unpacked,
    and ClientDisconnect where the caller went away.
    """
    length = header(scope, b"content-length")
    if length.isdigit() and int(length) > limit:
        raise _too_large(limit)
    message = await receive()
    body = _chunk(message)
    if message.get("more_body", False):
        chunks, size = [body], len(body)
        while message.get("more_body", False):
            message = await receive()
            chunks.append(_chunk(message))
            size += len(chunks[-1])
            if size > limit:
                raise _too_large(limit)
        body = b"".join(chunks)
    if len(body) > limit:
        raise _too_large(limit)
    encoding = header(scope, b"content-encoding").lower()
    if encoding in (b"", b"identity"):
        return body
    if encoding == b"gzip":
        return _unpack(body, limit)
    raise RefusedInputError(
        "The body's Content-Encoding is not one that Rapport reads. Send it plain or as gzip.",
        where="Content-Encoding",
        status=415,
    )


def _chunk(message: Message) -> bytes:
    if message["type"] == "http.disconnect":
        raise ClientDisconnect
    return bytes(message.get("body", b""))


def _unpack(body: bytes, limit: int) -> bytes:
    unpacker = zlib.decompressobj(wbits=31)
    try:
        plain = unpacker.decompress(body, limit + 1)
    except zlib.error as error:
        raise RefusedInputError("The body says that it is gzip, and is not.") from error
    if len(plain) > limit:
        raise _too_large(limit)
    if not unpacker.eof:
        raise RefusedInputError("The gzip body ends too early. Send it again, whole.")
    return plain


def _too_large(limit: int) -> RefusedInputError:
    return RefusedInputError(
        f"The body is larger than {limit // KILOBYTE} KB, the most that one request may hold. "
        "Send it in smaller parts; nothing of it was kept.",
        status=413,
    )
