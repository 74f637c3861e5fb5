"""Forms of our own pages: read up to a limit, and what was typed into one that is refused given
back, so that nobody loses half an hour's words."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from urllib.parse import parse_qs

from msgspec import Struct
from starlette.requests import ClientDisconnect, Request

from rapport.web.body import KILOBYTE, header

LONGEST_FORM = 128 * KILOBYTE
MOST_READ = 4 * KILOBYTE * KILOBYTE
"""What is read of a form that is too large: a browser shows no answer while it still sends."""

MOST_FIELDS = 1_000

NOT_TAKEN = "Your form could not be taken in."
PACKED = (
    f"{NOT_TAKEN} It came packed (Content-Encoding), as no page of ours sends one; something "
    "between here and your browser may have done that. Whoever runs Rapport can help."
)
NO_UTF_8 = (
    f"{NOT_TAKEN} Some of its letters came in an alphabet that we could not read: it was no UTF-8."
)
TOO_MANY = f"{NOT_TAKEN} It has more than {MOST_FIELDS:,} fields. Do it in several steps."


class Form(Struct, frozen=True):
    """The fields of a form, each once; of one that is there several times, all, line by line.

    `wrong` says in a sentence why it cannot be used; empty where it can. Then `fields` are what
    could be read of it.
    """

    fields: Mapping[str, str]
    wrong: str = ""
    status: int = 200


async def read_form(request: Request, longest: int = LONGEST_FORM) -> Form:
    """The form of a request, at most `longest` bytes of it ever held.

    Raises ClientDisconnect where the caller went away.
    """
    if header(request.scope, b"content-encoding").lower() not in (b"", b"identity"):
        return Form({}, PACKED, 415)
    body, size = await _beginning(request, longest)
    if size > longest:
        # What was cut through at the end is left out: half a letter, or half of its escape.
        whole = body.rpartition(b"%")[0] if b"%" in body[-3:] else body
        return Form(_readable(whole), _too_large(size, longest), 413)
    try:
        return Form(_fields(body, "strict"))
    except UnicodeDecodeError:
        return Form(_readable(body), NO_UTF_8, 400)
    except ValueError:
        return Form(_readable(body), TOO_MANY, 413)


async def _beginning(request: Request, longest: int) -> tuple[bytes, int]:
    """As much of the body as is kept, and how large it was as far as it was read."""
    kept, size, more = bytearray(), 0, True
    while more and size <= MOST_READ:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        part = bytes(message.get("body", b""))
        kept += part[: max(0, longest - size)]
        size += len(part)
        more = bool(message.get("more_body", False))
    return bytes(kept), size


def _readable(body: bytes) -> dict[str, str]:
    """What can be read of a form that is refused: the first of its fields."""
    parts = body.split(b"&", MOST_FIELDS)[:MOST_FIELDS]
    return _fields(b"&".join(parts), "replace")


def _fields(body: bytes, errors: str) -> dict[str, str]:
    """Raises UnicodeDecodeError where `errors` is `strict`, ValueError for too many fields."""
    text = codecs.decode(body, "utf-8", errors)
    told = parse_qs(text, keep_blank_values=True, errors=errors, max_num_fields=MOST_FIELDS)
    return {name: "\n".join(values) for name, values in told.items()}


def _too_large(size: int, longest: int) -> str:
    more = "more than " if size > MOST_READ else ""
    return (
        f"{NOT_TAKEN} It is too large: {more}{size // KILOBYTE:,} KB, and one form may hold "
        f"{longest // KILOBYTE:,} KB."
    )
