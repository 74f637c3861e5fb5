"""Where each effect goes: one row of the table below for each kind."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from rapport.core.codec import encode_decision, encode_send
from rapport.core.creative.framework import NO_OFFER
from rapport.core.deciding.silence import is_silence, kind_of
from rapport.core.effects import (
    Answered,
    AnyEffect,
    ConsentNoted,
    Decided,
    Entered,
    Left,
    OfferUsed,
    OptedOut,
    Ordered,
    OutcomeClosed,
    Repeated,
    Reversed,
    Send,
)

_encode = msgspec.json.Encoder().encode

Row = tuple[str | int | bytes | None, ...]


def _decided(brand: str, e: Decided) -> Row:
    d = e.decision
    silence = kind_of(d) if is_silence(d) else None
    return (brand, d.id, d.profile, d.flow, d.at, encode_decision(d), silence)


def _send(brand: str, e: Send) -> Row:
    return (brand, e.key, e.profile, e.flow, e.framework, e.valid_until, e.at, encode_send(e))


def _entered(brand: str, e: Entered) -> Row:
    return (brand, e.profile, e.flow, e.run, e.arm, e.bucket, e.release, e.at, e.key)


def _left(brand: str, e: Left) -> Row:
    return (brand, e.key, e.profile, e.flow, e.run, e.at, e.reason)


def _ordered(brand: str, e: Ordered) -> Row:
    return (brand, e.key, e.profile, e.order_id, e.at, e.revenue, e.margin, e.discount, 1)


def _offer_used(brand: str, e: OfferUsed) -> Row:
    return (brand, e.key, e.profile, e.offer, e.order_id, e.at, e.cost, e.message)


def _reversed(brand: str, e: Reversed) -> Row:
    return (brand, e.key, e.profile, e.order_id, e.at, -e.revenue, -e.margin, 0, 0)


def _opted_out(brand: str, e: OptedOut) -> Row:
    return (brand, e.key, e.profile, e.at, e.reason, e.message)


def _answered(brand: str, e: Answered) -> Row:
    return (e.at, brand, e.message)


def _outcome(brand: str, e: OutcomeClosed) -> Row:
    return (brand, e.decision, e.at, _encode(e))


def _consent(brand: str, e: ConsentNoted) -> Row:
    return (
        brand, e.key, e.profile, e.at, e.channel, e.purpose, e.status, e.source, e.method,
        e.wording, e.wording_version, e.double_opt_in,
    )  # fmt: skip


def _repeated(brand: str, _e: Repeated) -> Row:
    return (brand, "repeated orders", 1)


# Each maker takes its own effect; the table's key is that effect's type, which mypy cannot express.
_TABLE: dict[type, tuple[str, Callable[[str, Any], Row]]] = {
    Decided: (
        "INSERT INTO decisions (brand, id, profile, flow, at, body, silence) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        _decided,
    ),
    Send: (
        "INSERT INTO outbox (brand, key, profile, flow, framework, valid_until, next_try_at, body) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        _send,
    ),
    Entered: ("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _entered),
    Left: ("INSERT INTO exits VALUES (?, ?, ?, ?, ?, ?, ?)", _left),
    Ordered: ("INSERT OR IGNORE INTO orders VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _ordered),
    OfferUsed: ("INSERT OR IGNORE INTO offer_uses VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _offer_used),
    Reversed: ("INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _reversed),
    OptedOut: ("INSERT INTO opt_outs VALUES (?, ?, ?, ?, ?, ?)", _opted_out),
    Answered: (
        "UPDATE messages SET clicked_at = ? WHERE brand = ? AND key = ? AND clicked_at IS NULL",
        _answered,
    ),
    OutcomeClosed: (
        "INSERT INTO outcomes (brand, decision, at, body) VALUES (?, ?, ?, ?)",
        _outcome,
    ),
    ConsentNoted: (
        "INSERT INTO consent_ledger (brand, key, profile, at, channel, purpose, status, source, "
        "method, wording, wording_version, double_opt_in) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        _consent,
    ),
    Repeated: (
        "INSERT INTO counts VALUES (?, ?, ?) "
        "ON CONFLICT DO UPDATE SET count = count + excluded.count",
        _repeated,
    ),
}


def record_effects(db: sqlite3.Connection, brand: str, effects: Sequence[AnyEffect]) -> None:
    """Writes effects, those of one kind together. A key that is there already is an error."""
    rows: dict[type, list[Row]] = defaultdict(list)
    for effect in effects:
        rows[type(effect)].append(_TABLE[type(effect)][1](brand, effect))
    for kind, values in rows.items():
        db.executemany(_TABLE[kind][0], values)
    promised = [effect for effect in effects if isinstance(effect, Send) and promises(effect)]
    if promised:
        sql = "INSERT INTO promises (brand, key, profile, offer, at) VALUES (?, ?, ?, ?, ?)"
        db.executemany(sql, [(brand, e.key, e.profile, e.action.offer, e.at) for e in promised])


def promises(send: Send) -> bool:
    """Whether a message promises an offer."""
    return send.action.offer not in ("", NO_OFFER)
