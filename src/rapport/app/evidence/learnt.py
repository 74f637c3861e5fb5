"""What closed decisions have shown, kept apart by what their messages are about.

How people order after a look at a mug says little of how they do at the till, and less of what a
message adds to it. So each kind of matter has evidence of its own, and a policy of its own in
`Policy.kinds`; what is about checkouts is where it always was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from rapport.app.evidence.learn import EVERYDAY, LearnSettings, learn, next_snapshot
from rapport.core.policy.policy import Policy
from rapport.core.time import Instant
from rapport.errors import CodecError
from rapport.science.evidence import Evidence, Look, Row, nothing
from rapport.science.evidence_codec import decode_evidence, encode_evidence

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

    @property
    def at(self) -> Instant:
        """The latest instant as of which any of it weighs."""
        return max([self.checkouts.at, *(one.at for one in self.kinds.values())])


def learn_all(
    learnt: Learnt,
    rows: Iterable[Row],
    settings: LearnSettings = EVERYDAY,
    now: Instant | None = None,
) -> Learnt:
    """`learnt` with all of `rows` more, as of `now`; see `learn`. Each closed decision must be
    given once, ever."""
    by_kind: dict[str, list[Row]] = {}
    for row in rows:
        by_kind.setdefault(row[0].about, []).append(row)
    checkouts = learn(learnt.checkouts, by_kind.pop("", []), settings, now)
    more = {
        about: learn(learnt.kinds.get(about) or nothing(), kind, settings, now)
        for about, kind in sorted(by_kind.items())
    }
    return Learnt(checkouts, {**learnt.kinds, **more})


def is_enough(learnt: Learnt, looked: int, current: Policy, fewest: int) -> bool:
    """Whether so many decisions closed since `current`, or settled and closed together, that a
    snapshot is worth its while. `looked` counts messages that settled and whose window is open."""
    closed = learnt.decisions - current.decisions
    return max(closed, closed + looked - current.looked) >= fewest


def policy_after(
    learnt: Learnt,
    current: Policy,
    since: Instant,
    settings: LearnSettings = EVERYDAY,
    looks: Sequence[Look] = (),
    looked: int = 0,
) -> Policy | None:
    """The snapshot that follows `current`, or None while too little is new.

    `looks` are messages whose window is open, `looked` how many there are. Of a kind of matter of
    which nothing closed yet they say too little for a policy of its own.
    """
    if not is_enough(learnt, looked, current, settings.fewest):
        return None
    number = current.number + 1
    by_kind: dict[str, list[Look]] = {}
    for one in looks:
        by_kind.setdefault(one.decision.about, []).append(one)
    whole = next_snapshot(learnt.checkouts, number, since, settings, by_kind.get("", ()))
    kinds = {
        about: next_snapshot(evidence, number, since, settings, by_kind.get(about, ()))
        for about, evidence in learnt.kinds.items()
        if evidence.decisions
    }
    note = f"learnt from {learnt.decisions:,} closed decisions"
    if looks:
        note += f", and from clicks on {len(looks):,} messages whose outcome is still open"
    return replace(whole, decisions=learnt.decisions, looked=looked, note=note, kinds=kinds)


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
