"""Payloads: JSON out of bytes, and what is said where it cannot be had."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TypeGuard

import msgspec

from rapport.errors import RefusedInputError
from rapport.ports import Refusal

JsonObject = dict[str, object]

_decode = msgspec.json.Decoder().decode
_split = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_split_list = msgspec.json.Decoder(list[msgspec.Raw]).decode

_OFFSET = re.compile(r" \(byte (\d+)\)$")
_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    rb"|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)
"""An escape inside a string; group 1 is half of a surrogate pair whose other half is not there."""


class UnusableError(RefusedInputError):
    """A message, or a whole payload, that cannot be taken; `refusal` says it in parts."""

    def __init__(
        self, where: str, found: str, expected: str, *, status: int = 400, ahead: bool = False
    ) -> None:
        place = f"{where}: " if where else ""
        words = f"{place}found {found}; expected {expected}."
        super().__init__(words, where=where, status=status, ahead=ahead)
        self.refusal = Refusal(where, found, expected)


def check_size(body: bytes, limit: int, what: str) -> None:
    """Raises UnusableError, status 413, where `body` has more than `limit` bytes."""
    if len(body) > limit:
        raise UnusableError(
            "", f"{len(body):,} bytes", f"at most {limit:,} bytes for {what}", status=413
        )


def read_object(body: bytes) -> JsonObject:
    """The JSON object that `body` holds. Raises UnusableError with line and column otherwise."""
    try:
        value = _decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, ValueError):
        value = _second_try(body)
    if not is_object(value):
        raise UnusableError("", kind_of(value), "a JSON object")
    return value


def split_object(body: bytes) -> dict[str, bytes]:
    """The members of the JSON object that `body` holds, each still JSON."""
    try:
        members = _split(body)
    except (msgspec.MsgspecError, RecursionError, ValueError):
        body = mended(body)
        try:
            members = _split(body)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, ValueError):
            read_object(body)  # says what is wrong, and where
            raise UnusableError("", "damaged JSON", "a JSON object") from None
    return {name: bytes(raw) for name, raw in members.items()}


def split_list(body: bytes, where: str) -> list[bytes]:
    """The items of the JSON list that `body` holds, each still JSON."""
    try:
        return [bytes(raw) for raw in _split_list(body)]
    except msgspec.MsgspecError:
        raise UnusableError(where, kind_of(_second_try(body)), "a list of messages") from None


def is_object(value: object) -> TypeGuard[JsonObject]:
    """Whether a decoded JSON value is an object; its names are strings then."""
    return isinstance(value, dict)


def as_object(value: object) -> JsonObject:
    """`value` where it is an object, else an empty one."""
    return value if is_object(value) else {}


def kind_of(value: object) -> str:
    """What a decoded JSON value is, in a word, for a refusal."""
    if value is None:
        return "nothing"
    names = {bool: "true or false", str: "text", list: "a list", dict: "an object"}
    return names.get(type(value), "a number")


def shown(value: object) -> str:
    """A short, safe look at a value, for a refusal."""
    if value is None:
        return "nothing"
    if isinstance(value, str):
        text = ascii(value[:60])
        return text if len(value) <= 60 else text + "..."
    return kind_of(value) if isinstance(value, list | dict | bool) else f"{value!r:.60}"


def digest(*parts: bytes) -> str:
    """A short name for `parts`: 32 hex digits."""
    return blake2b(b"\x1f".join(parts), digest_size=16).hexdigest()


def mended(body: bytes) -> bytes:
    r"""`body` without a byte order mark, and with U+FFFD for each half of a surrogate pair.

    JavaScript writes such a half (`"\ud83d"`) where a text was cut in the middle of an emoji.
    """
    body = body.removeprefix(b"\xef\xbb\xbf")
    if b"\\u" not in body:
        return body
    return _ESCAPE.sub(lambda m: b"\\ufffd" if m.group(1) else m.group(), body)


def _second_try(body: bytes) -> object:
    body = mended(body)
    try:
        return _decode(body)
    except RecursionError:
        raise UnusableError("", "JSON nested too deeply", "fewer levels") from None
    except UnicodeDecodeError:
        raise _not_utf8(body) from None
    except (msgspec.MsgspecError, ValueError) as error:
        reason = str(error)
        offset = _OFFSET.search(reason)
        at = int(offset.group(1)) if offset else len(body)
        line = body.count(b"\n", 0, at) + 1
        column = at - (body.rfind(b"\n", 0, at) + 1) + 1
        what = _OFFSET.sub("", reason.partition(" - at ")[0]).removeprefix("JSON is malformed: ")
        what = what[:1].lower() + what[1:]
        raise UnusableError(
            "", f"{what} (line {line}, column {column})", "well-formed JSON"
        ) from None


def _not_utf8(body: bytes) -> UnusableError:
    try:
        body.decode()
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        return UnusableError("", f"bytes that are not UTF-8 (line {line})", "UTF-8")
    return UnusableError("", "text that is not Unicode", "UTF-8")
