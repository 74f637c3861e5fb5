"""Which messages a person's state remembers: those that any cap a brand may set has to count."""

from __future__ import annotations

from collections.abc import Iterable

from rapport.core.blueprint import Blueprint, Release
from rapport.core.bounds import MAX_NOTES, MAX_NOTES_BEFORE
from rapport.core.creative.framework import Action
from rapport.core.editions import ANSWERS_NAMED, CAPS_COUNTED
from rapport.core.events import Event
from rapport.core.state import Note, ProfileState
from rapport.core.time import DAY, Instant, Millis

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


def answered(state: ProfileState, event: Event, message: str, release: Release) -> str:
    """The key of the message that an opt-out, a bounce or a complaint is credited to: the one that
    it names, or else the last one before it; empty where there is none.

    Where anybody could have told of it (`rapport.core.events.PUBLIC_SOURCES`), and the brand does
    not trust that, it has to name one of this person's: the key stands in the message alone.
    """
    anybody = not (event.proven or release.brand.trust_browser_consent)
    if anybody and release.edition >= ANSWERS_NAMED:
        return message if any(note.key == message for note in state.notes) else ""
    before = [note for note in state.notes if note.confirmed and note.at <= event.at]
    return message or (before[-1].key if before else "")


def newest_notes(notes: Iterable[Note], edition: int) -> tuple[Note, ...]:
    """As many as a state remembers in releases of this edition, the newest last."""
    most = MAX_NOTES if edition >= CAPS_COUNTED else MAX_NOTES_BEFORE
    return tuple(sorted(notes, key=lambda note: note.at)[-most:])
