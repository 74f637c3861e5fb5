"""Which messages a person's state remembers: those that any cap a brand may set has to count."""

from __future__ import annotations

from collections.abc import Iterable

from rapport.core.blueprint import Blueprint, Release
from rapport.core.bounds import MAX_NOTES, MAX_NOTES_BEFORE
from rapport.core.creative.framework import Action
from rapport.core.state import Note, ProfileState
from rapport.core.time import DAY, Instant, Millis

CAPS_COUNTED = 10
"""The edition of releases (`rapport.core.deciding.rules.EDITION`) from which on a state remembers
as many messages, for as long, as caps may count: caps of more than eight messages, or of more than
four weeks, did not hold before."""

REMEMBERED: Millis = 28 * DAY
"""How far back from the newest message others are remembered where no cap looks further."""


def with_note(
    blueprint: Blueprint, state: ProfileState, note: Note, release: Release
) -> tuple[Note, ...]:
    """The state's messages and `note`, which a run of `release` plans, without those that nothing
    counts any more."""
    now = blueprint.release_at(note.at)
    if now.edition < CAPS_COUNTED:
        fresh = [one for one in state.notes if one.at > note.at - REMEMBERED]
        return (*fresh, note)[-MAX_NOTES_BEFORE:]
    # Runs go on under the caps of the release that they began with.
    begun = (blueprint.release_number(run.release) for run in state.runs)
    caps = [cap for one in (now, release, *begun) for cap in one.brand.caps]
    since = note.at - max([REMEMBERED, *(cap.window for cap in caps)])
    return newest_notes((*[one for one in state.notes if one.at > since], note), now.edition)


def with_forgotten(
    blueprint: Blueprint, state: ProfileState, key: str, at: Instant
) -> tuple[Note, ...]:
    """The state's messages and one that went out at `at`, though it was forgotten while it waited:
    caps count it all the same, but what it said is not known any more."""
    edition = blueprint.release_at(at).edition
    if edition < CAPS_COUNTED or state.moved_into:
        return state.notes
    return newest_notes((*state.notes, Note(key, at, Action(), confirmed=True)), edition)


def newest_notes(notes: Iterable[Note], edition: int) -> tuple[Note, ...]:
    """As many as a state remembers in releases of this edition, the newest last."""
    most = MAX_NOTES if edition >= CAPS_COUNTED else MAX_NOTES_BEFORE
    return tuple(sorted(notes, key=lambda note: note.at)[-most:])
