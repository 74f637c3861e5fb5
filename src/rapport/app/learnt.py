"""What closed decisions have shown, kept apart by what their messages are about.

How people order after a look at a mug says little of how they do at the till, and less of what a
message adds to it. So each kind of matter has evidence of its own, and a policy of its own in
`Policy.kinds`; what is about checkouts is where it always was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from rapport.app.learn import EVERYDAY, LearnSettings, learn, next_policy
from rapport.core.policy import Policy
from rapport.core.time import Instant
from rapport.errors import CodecError
from rapport.science.evidence import Evidence, Row, decode_evidence, encode_evidence, nothing
from rapport.science.policy_learning import snapshot

VERSION = 128
"""The first byte of evidence of several kinds; that of one kind alone begins with its own version,
which is far below."""


class Learnt(Struct, frozen=True, eq=False):
    """Evidence about checkouts, and about each other kind of matter, by `Decision.about`."""

    checkouts: Evidence = field(default_factory=nothing)
    kinds: Mapping[str, Evidence] = field(default_factory=dict)

    @property
    def decisions(self) -> int:
        return self.checkouts.decisions + sum(one.decisions for one in self.kinds.values())


def learn_all(learnt: Learnt, rows: Iterable[Row], settings: LearnSettings = EVERYDAY) -> Learnt:
    """`learnt` with all of `rows` more. Each closed decision must be given once, ever."""
    by_kind: dict[str, list[Row]] = {}
    for row in rows:
        by_kind.setdefault(row[0].about, []).append(row)
    checkouts = learn(learnt.checkouts, by_kind.pop("", []), settings)
    more = {
        about: learn(learnt.kinds.get(about) or nothing(), kind, settings)
        for about, kind in sorted(by_kind.items())
    }
    return Learnt(checkouts, {**learnt.kinds, **more})


def policy_after(
    learnt: Learnt, current: Policy, since: Instant, settings: LearnSettings = EVERYDAY
) -> Policy | None:
    """The snapshot that follows `current`, or None while too little is new in the evidence."""
    if not learnt.kinds:
        return next_policy(learnt.checkouts, current, since, settings)
    if learnt.decisions - current.decisions < settings.fewest:
        return None
    number = current.number + 1
    whole = snapshot(learnt.checkouts, number, since, settings.beliefs)
    kinds = {
        about: snapshot(evidence, number, since, settings.beliefs)
        for about, evidence in learnt.kinds.items()
        if evidence.decisions
    }
    note = f"learnt from {learnt.decisions:,} closed decisions"
    return replace(whole, decisions=learnt.decisions, note=note, kinds=kinds)


def encode_learnt(learnt: Learnt) -> bytes:
    """The stored form. Evidence about checkouts alone is stored as it ever was."""
    checkouts = encode_evidence(learnt.checkouts)
    if not learnt.kinds:
        return checkouts
    kinds = {about: encode_evidence(one) for about, one in learnt.kinds.items()}
    return bytes([VERSION]) + msgspec.msgpack.encode((checkouts, kinds))


def decode_learnt(stored: bytes) -> Learnt | None:
    """What `encode_learnt` stored; None where it has to be learnt again from the closed decisions.
    Raises CodecError if it is damaged or newer."""
    if not stored or stored[0] != VERSION:
        alone = decode_evidence(stored)
        return None if alone is None else Learnt(alone)
    try:
        plain = msgspec.msgpack.decode(memoryview(stored)[1:], type=tuple[bytes, dict[str, bytes]])
    except (msgspec.MsgspecError, ValueError) as error:
        raise CodecError(
            f"Stored evidence cannot be read: {error}. Learn again from the closed decisions."
        ) from error
    checkouts = decode_evidence(plain[0])
    kinds = {about: decode_evidence(one) for about, one in plain[1].items()}
    known = {about: one for about, one in kinds.items() if one is not None}
    if checkouts is None or len(known) < len(kinds):
        return None
    return Learnt(checkouts, known)
