"""What one person heard and did not hear: messages to them, and decisions to say nothing."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from rapport.app.explaining.silences import ids_of, silence
from rapport.app.wording.names import Names
from rapport.core.blueprint import Blueprint
from rapport.core.codec import readable_decisions
from rapport.core.oversight.stopping import FLOW, Switch
from rapport.core.time import Instant
from rapport.core.unread import ALL_READ, Unread, Unreadable
from rapport.ports.history import Logs
from rapport.ports.of_one import OfOne
from rapport.ports.reading import MessageRow

PAGE = 50

Place = tuple[Instant, str]
"""The time and key of a row: a page begins after it."""


def place_in(typed: str) -> Place | None:
    """The place that an address or a command names, as `1772492100000.a02408d4`; None where it is
    none."""
    at, _, key = typed.partition(".")
    return (int(at), key) if at.isascii() and at.isdigit() and len(at) < 16 else None


class Told(OfOne, Logs, Protocol):
    """What is read for it."""


class Heard(Struct, frozen=True):
    """One row: a message, or a decision to say nothing (`silent`), by its key. `words` are the
    subject, empty where none was written, or why nothing was said."""

    key: str
    silent: bool
    at: Instant
    flow_name: str
    arm: str
    words: str
    status: str = ""
    clicked: bool = False

    @property
    def place(self) -> Place:
        return self.at, self.key


class HeardPage(Struct, frozen=True):
    """Some of them, the newest first. `next` is where the next page begins, None where there are no
    more; `unreadable` are those among them that could not be read."""

    rows: tuple[Heard, ...]
    next: Place | None = None
    unreadable: Unreadable = ALL_READ


def heard(
    kept: Told,
    blueprint: Blueprint,
    names: Names,
    profile: str,
    before: Place | None = None,
    most: int = PAGE,
) -> HeardPage:
    """One page of it, also from when they had other ids; a silence that is damaged is left out."""
    unread = Unread()
    ids = ids_of(kept, blueprint.brand, profile, unread)
    messages = kept.messages_to(blueprint.brand, ids, most + 1, before)
    silences = kept.silences_about(blueprint.brand, ids, most + 1, before)
    places = sorted(
        [*((row.at, row.key) for row in messages), *((at, key) for at, key, _ in silences)],
        key=lambda place: (-place[0], place[1]),
    )
    here = set(places[:most])
    bodies = (body for at, key, body in silences if (at, key) in here)
    rows = [_message(row, names) for row in messages if (row.at, row.key) in here]
    for one in readable_decisions(bodies, unread):
        told = silence(one, blueprint, names)
        rows.append(
            Heard(
                key=one.id,
                silent=True,
                at=one.at,
                flow_name=told.flow_name,
                arm=one.arm,
                words=told.because,
            )
        )
    following = places[most - 1] if len(places) > most else None
    rows.sort(key=lambda row: (-row.at, row.key))
    return HeardPage(tuple(rows), following, unread.told())


def _message(row: MessageRow, names: Names) -> Heard:
    return Heard(
        key=row.key,
        silent=False,
        at=row.at,
        flow_name=names.get(Switch(FLOW, row.flow), row.flow),
        arm=row.arm,
        words=row.subject,
        status=f"{row.status}: {row.reason}" if row.reason else row.status,
        clicked=row.clicked_at is not None,
    )
