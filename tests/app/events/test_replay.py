"""Replaying: a profile's whole story again from its log, and every kind of difference told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from msgspec.structs import replace

from rapport.app.events.replay import MOST_NAMED, refold, replay
from rapport.core.codec import encode_decision, encode_state
from rapport.core.effects import AnyEffect, Decided
from rapport.core.events import Event, Wake
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import DAY, HOUR, Instant
from rapport.core.unread import Unread
from rapport.ports import LogRow
from rapport.testing import examples as ex

BLUEPRINT = ex.blueprint()
AGAIN_AT, END = ex.at(8, 10), ex.at(14)


class Book:
    """A history in memory, written as a host writes it."""

    def __init__(self) -> None:
        self.states: dict[str, ProfileState] = {}
        self.rows: dict[str, list[LogRow]] = {}
        self.made: dict[str, list[bytes]] = {}

    def write(self, profile: str, event: Event) -> None:
        before = self.states.get(profile) or ProfileState(profile)
        if not isinstance(event.body, Wake):
            row = LogRow(event, profile, event.at, before.clock)
            self.rows.setdefault(profile, []).append(row)
        effects: tuple[AnyEffect, ...]
        self.states[profile], effects = step(BLUEPRINT, before, event)
        made = [encode_decision(e.decision) for e in effects if isinstance(e, Decided)]
        self.made.setdefault(profile, []).extend(made)

    def profiles(
        self, brand: str, unread: Unread | None = None
    ) -> Iterator[tuple[str, ProfileState]]:
        yield from sorted(self.states.items())

    def log(self, brand: str, profile: str) -> Sequence[LogRow]:
        return self.rows[profile]

    def decisions(self, brand: str, profile: str) -> Sequence[bytes]:
        return self.made[profile]


def wake(at: Instant) -> Event:
    return Event("wake", at, "rapport", Wake())


def a_book(*people: str, wake_at: Instant = END) -> Book:
    """Each leaves a basket; time passes in between; an order is told two days late."""
    book = Book()
    for who in people:
        for event in (
            *ex.subscribed(ex.at(0, 9)),
            ex.checkout("c", ex.at(0, 10)),
            wake(ex.at(0, 16)),
            ex.order("late", ex.at(0, 10, 30), token="other"),
            ex.checkout("c2", AGAIN_AT, token="c2"),
            wake(wake_at),
        ):
            book.write(who, event)
    return book


def test_a_story_with_late_word_and_wakes_in_between_is_the_same_to_the_bit() -> None:
    book = a_book("ada", "ben")
    done = replay(book, BLUEPRINT)
    assert done.identical
    assert (done.profiles, done.events) == (2, 10)
    assert done.decisions == done.same == sum(map(len, book.made.values())) > 6


@pytest.mark.parametrize("hours", [0, 1, 7, 24, 24 * 6])
def test_it_does_not_matter_when_a_host_woke_somebody_last(hours: int) -> None:
    assert replay(a_book("ada", wake_at=AGAIN_AT + hours * HOUR), BLUEPRINT).identical


def test_timers_that_fired_before_late_word_came_fire_before_it_again() -> None:
    book = a_book("ada")
    rows = [replace(row, clock=0) for row in book.rows["ada"]]
    again, made = refold(BLUEPRINT, "ada", rows, book.states["ada"].clock)
    assert made != book.made["ada"] or again != book.states["ada"]


def test_a_decision_that_differs_by_a_byte_is_told() -> None:
    book = a_book("ada", "ben")
    book.made["ben"][0] += b" "
    done = replay(book, BLUEPRINT)
    assert (done.identical, done.different, done.strayed) == (False, ("ben",), ())
    assert done.same == done.decisions - 1


def test_decisions_too_many_and_too_few_are_told() -> None:
    book = a_book("ada", "ben")
    book.made["ada"].append(b"{}")
    del book.made["ben"][-1]
    done = replay(book, BLUEPRINT)
    assert (done.missing, done.added, done.identical) == (1, 1, False)


def test_a_state_that_strayed_is_told() -> None:
    book = a_book("ada", "ben")
    book.states["ada"] = replace(book.states["ada"], country="FR")
    done = replay(book, BLUEPRINT)
    assert (done.strayed, done.different, done.identical) == (("ada",), (), False)


def test_another_policy_is_noticed() -> None:
    book = a_book("ada")
    shy = replace(BLUEPRINT.policies[0], send=(-0.9,) + (0.0,) * 7, exploration=1e9)
    assert not replay(book, replace(BLUEPRINT, policies=(shy,))).identical


def test_what_is_published_later_changes_nothing() -> None:
    book = a_book("ada")
    later = replace(BLUEPRINT.policies[0], number=1, since=END + 1, send=(-0.9,) * 8)
    release = replace(BLUEPRINT.releases[0], number=2, since=END + 1, flows=())
    newer = replace(
        BLUEPRINT,
        policies=(*BLUEPRINT.policies, later),
        releases=(*BLUEPRINT.releases, release),
    )
    assert replay(book, newer).identical


def test_only_the_first_few_are_named() -> None:
    people = [f"p{n:02}" for n in range(MOST_NAMED + 5)]
    book = a_book(*people)
    for who in people:
        book.states[who] = replace(book.states[who], country="FR")
    assert replay(book, BLUEPRINT).strayed == tuple(people[:MOST_NAMED])


def test_progress_counts_the_profiles() -> None:
    told: list[int] = []
    replay(a_book("ada", "ben", "cid"), BLUEPRINT, told.append)
    assert told == [1, 2, 3]


def test_a_log_that_ends_gives_the_state_as_it_was_then() -> None:
    book = a_book("ada")
    rows = book.rows["ada"][:3]
    state, made = refold(BLUEPRINT, "ada", rows, ex.at(0, 10))
    assert made == []
    assert [run.flow for run in state.runs] == [ex.FLOW]
    assert encode_state(state) != encode_state(book.states["ada"])
    assert state.clock < book.states["ada"].clock - DAY
