"""How state, decisions and effects are stored: MessagePack behind a version, with upcasters.

Never a pickle, never a class path. A stored value starts with one byte, its version; an older one
is lifted, version by version, before it is read. States that would near 2 KB are packed by zlib:
the same bytes for the same state wherever zlib is the same, so states are compared as one process
encodes them.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from rapport.core.choices import ToldAt
from rapport.core.decision import Decision
from rapport.core.effects import Send
from rapport.core.state import Habits, ProfileState, Trail
from rapport.core.unread import Unread
from rapport.errors import CodecError

STATE_VERSION = 3

PACKED_FROM = 1_800
"""Bytes from which a state is packed. Few people have so much to remember, and all others are read
and written as fast as before."""

_MOST_UNPACKED = 1 << 20
"""Bytes; a state that claims to be larger is damaged."""

# What an upcaster is given and gives back is a state before it has a type: plain lists.
Upcaster = Callable[[list[Any]], list[Any]]


def _from_1(plain: list[Any]) -> list[Any]:
    """Habits are new, and so is `lifted`; of the first states of version 1, the trail was, too."""
    return [*plain[:_FIELDS_OF_1], *([[]] * (_FIELDS_OF_1 - len(plain))), [], 1]


_FIELDS_OF_1 = 24


def _from_2(plain: list[Any]) -> list[Any]:
    """Version 3 is version 2, packed by zlib. What is small is still stored as version 2."""
    return plain


UPCASTERS: dict[int, Upcaster] = {1: _from_1, 2: _from_2}
"""`UPCASTERS[n]` turns the plain lists of version n into those of version n + 1."""

_encoder = msgspec.msgpack.Encoder()
_state_decoder = msgspec.msgpack.Decoder(ProfileState)
_decision_encoder = msgspec.json.Encoder(order="deterministic")
_decision_decoder = msgspec.json.Decoder(Decision)
_send_decoder = msgspec.json.Decoder(Send)
_PLAIN, _PACKED = bytes([2]), bytes([3])

REMEDY = (
    "Nothing was changed, and everything else goes on. Where it is damaged, bring that row back "
    "from a backup."
)
"""What to do about a stored value that cannot be read."""


def place(table: str, key: str | int) -> str:
    """Where a stored value that cannot be read stands, and what to do about it."""
    return f"It stands in the table {table}, under {key}. {REMEDY}"


class Kept(bytes):
    """A stored value that knows where it stands, for those who find that it cannot be read."""

    table: str = ""
    key: str = ""

    @classmethod
    def of(cls, body: object, table: str, key: str | int) -> Kept:
        """`body` is what stands there, which a damaged row may hold anything for."""
        kept = cls(body if isinstance(body, bytes) else repr(body).encode())
        kept.table, kept.key = table, str(key)
        return kept

    def unreadable(self, why: str) -> CodecError:
        """What to raise where it cannot be read as a decision."""
        said = f"A stored decision cannot be read: {why}."
        if not self.table:
            return CodecError(said)
        said = f"{said} {place(self.table, self.key)}"
        return CodecError(said, table=self.table, key=self.key)


_DAMAGED = (msgspec.MsgspecError, KeyError, IndexError, ValueError, RecursionError, zlib.error)
"""What reading damaged bytes raises: words that are no UTF-8 are a ValueError."""


def encode_state(state: ProfileState) -> bytes:
    """The stored form of a state."""
    plain = _encoder.encode(state)
    return _PLAIN + plain if len(plain) < PACKED_FROM else _PACKED + zlib.compress(plain, 3)


def decode_state(stored: bytes) -> ProfileState:
    """The state that `stored` holds, lifted to today's version.

    Raises CodecError if it is damaged or was written by a newer Rapport.
    """
    if not stored:
        raise CodecError("A profile's stored state is empty. Restore the database from a backup.")
    version = stored[0]
    try:
        if version == _PLAIN[0]:
            return _state_decoder.decode(memoryview(stored)[1:])
        if version == _PACKED[0]:
            return _state_decoder.decode(_unpacked(stored))
        if version > STATE_VERSION:
            raise CodecError(
                f"A profile's state was written by a newer Rapport (version {version}; this one "
                f"reads up to {STATE_VERSION}). Install the newer Rapport again."
            )
        plain = msgspec.msgpack.decode(memoryview(stored)[1:], type=list)
        while version < STATE_VERSION:
            plain = UPCASTERS[version](plain)
            version += 1
        return msgspec.convert(plain, ProfileState)
    except _DAMAGED as error:
        raise CodecError(f"A profile's stored state cannot be read: {error}.") from error


def _unpacked(stored: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    plain = unpacking.decompress(memoryview(stored)[1:], _MOST_UNPACKED)
    if not unpacking.eof:
        raise ValueError("it breaks off, or is larger than a state can be")
    return plain


def as_known_by(version: int, state: ProfileState) -> bytes:
    """What a state holds that this version of states knew of, to compare two by."""
    if version <= 1:
        consent = replace(state.consent, topics=(), topics_since=0, profiling_at=0, bounced_at=0)
        state = replace(
            state, consent=consent, trail=Trail(), habits=Habits(), had=(), told=ToldAt()
        )
    return _encoder.encode(replace(state, lifted=0))


def encode_decision(decision: Decision) -> bytes:
    """The stored form of a decision: JSON, the same bytes for the same decision."""
    return _decision_encoder.encode(decision)


def decode_decision(stored: bytes) -> Decision:
    """The decision that `stored` holds. Raises CodecError if it cannot be read, or is not the one
    that it is kept as."""
    kept = stored if isinstance(stored, Kept) else Kept()
    try:
        decision = _decision_decoder.decode(stored)
    except _DAMAGED as error:
        raise kept.unreadable(str(error)) from error
    if kept.key and decision.id != kept.key:
        raise kept.unreadable("it has the name of another one")
    return decision


def readable_decisions(stored: Iterable[bytes], unread: Unread) -> Iterator[Decision]:
    """Those that can be read; each other is taken down in `unread`."""
    for one in stored:
        try:
            yield decode_decision(one)
        except CodecError as error:
            unread.note(error)


def encode_send(send: Send) -> bytes:
    """The stored form of a planned message, as it stands in the outbox."""
    return _decision_encoder.encode(send)


def decode_send(stored: bytes) -> Send:
    """The planned message that `stored` holds. Raises CodecError if it cannot be read."""
    try:
        return _send_decoder.decode(stored)
    except _DAMAGED as error:
        raise CodecError(f"A planned message cannot be read: {error}.") from error
