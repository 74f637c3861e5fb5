"""Evidence as it is stored between one lesson and the next."""

from __future__ import annotations

import msgspec
import numpy as np
from msgspec import Struct

from rapport.errors import CodecError
from rapport.science.arrays import Floats
from rapport.science.evidence import WIDTH, Evidence

VERSION = 3

_REMEDY = "Learn again from the closed decisions."


class _Stored(Struct, frozen=True, array_like=True):
    """Version 3: arrays as little-endian float64, the gram matrix as its upper triangle."""

    levels: tuple[str, ...]
    gram: bytes
    targets: tuple[bytes, bytes, bytes]
    totals: tuple[float, float, float, float, float, float]
    decisions: int
    skipped: int
    at: int


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
    )
    return bytes([VERSION]) + msgspec.msgpack.encode(stored)


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
    except (msgspec.MsgspecError, ValueError) as error:
        raise CodecError(f"Stored evidence cannot be read: {error}. {_REMEDY}") from error
    targets = (moments, clicks, leaves)
    if any(one.shape != (size,) for one in targets) or not all(
        np.isfinite(sums).all() for sums in (*targets, gram)
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
    )
