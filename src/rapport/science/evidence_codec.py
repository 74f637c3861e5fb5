"""Evidence as it is stored between one lesson and the next."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from msgspec import Struct

from rapport.errors import CodecError
from rapport.science.arrays import Floats
from rapport.science.evidence import WIDTH, Evidence
from rapport.science.waiting import AtMoment

VERSION = 5

_REMEDY = "Learn again from the closed decisions."


class _Stored(Struct, frozen=True, array_like=True):
    """Version 5: arrays as little-endian float64, the gram matrix as its upper triangle, of each
    moment the sums in the order of `AtMoment`."""

    levels: tuple[str, ...]
    gram: bytes
    targets: tuple[bytes, bytes, bytes]
    totals: tuple[float, float, float, float, float, float]
    decisions: int
    skipped: int
    at: int
    waits: dict[str, tuple[bytes, bytes, bytes, bytes, bytes, bytes]]


def _bytes(sums: Floats) -> bytes:
    return sums.astype("<f8").tobytes()


def encode_evidence(evidence: Evidence) -> bytes:
    """The stored form: one byte for the version, then MessagePack."""
    upper = evidence.gram[np.triu_indices(len(evidence.moments))]
    stored = _Stored(
        evidence.levels,
        _bytes(upper),
        (_bytes(evidence.moments), _bytes(evidence.clicks), _bytes(evidence.leaves)),
        (
            evidence.weight,
            evidence.orders,
            evidence.messages,
            evidence.clicked,
            evidence.unsubscribed,
            evidence.log_margins,
        ),
        evidence.decisions,
        evidence.skipped,
        evidence.at,
        {name: _of_moment(one) for name, one in evidence.waits.items()},
    )
    return bytes([VERSION]) + msgspec.msgpack.encode(stored)


def _of_moment(at: AtMoment) -> tuple[bytes, bytes, bytes, bytes, bytes, bytes]:
    return (
        _bytes(at.held), _bytes(at.held_orders), _bytes(at.came), _bytes(at.mix),
        _bytes(at.left), _bytes(at.orders),
    )  # fmt: skip


def _moment(stored: Sequence[bytes], size: int) -> AtMoment:
    """Raises ValueError where a sum has another shape than it should."""
    shapes = ((WIDTH, WIDTH), (WIDTH,), (WIDTH, WIDTH), (WIDTH, size), (WIDTH, WIDTH), (WIDTH,))
    return AtMoment(
        *(
            np.frombuffer(one, "<f8").astype(np.float64).reshape(shape)
            for one, shape in zip(stored, shapes, strict=True)
        )
    )


def decode_evidence(stored: bytes) -> Evidence | None:
    """What `encode_evidence` stored; None where an older version did, which held other sums: the
    closed decisions have to be learnt again. Raises CodecError if it is damaged or newer."""
    version = stored[0] if stored else None
    if version is not None and 0 < version < VERSION:
        return None
    if version != VERSION:
        raise CodecError(
            f"Stored evidence has version {'none' if version is None else version}; this Rapport "
            f"reads up to version {VERSION}. Install the Rapport that wrote it, or learn again "
            "from the closed decisions."
        )
    try:
        plain = msgspec.msgpack.decode(memoryview(stored)[1:], type=_Stored)
        moments, clicks, leaves = (
            np.frombuffer(one, "<f8").astype(np.float64) for one in plain.targets
        )
        size = WIDTH * (2 + len(plain.levels))
        gram = np.zeros((size, size))
        gram[np.triu_indices(size)] = np.frombuffer(plain.gram, "<f8")
        waits = {name: _moment(one, size) for name, one in plain.waits.items()}
    except (msgspec.MsgspecError, ValueError) as error:
        raise CodecError(f"Stored evidence cannot be read: {error}. {_REMEDY}") from error
    targets = (moments, clicks, leaves)
    if any(one.shape != (size,) for one in targets) or not all(
        np.isfinite(sums).all()
        for sums in (*targets, gram, *(one for at in waits.values() for one in at.sums))
    ):
        raise CodecError(f"Stored evidence has sums that cannot be right. {_REMEDY}")
    return Evidence(
        plain.levels,
        gram + np.triu(gram, 1).T,
        moments,
        clicks,
        leaves,
        *plain.totals,
        plain.decisions,
        plain.skipped,
        plain.at,
        waits,
    )
