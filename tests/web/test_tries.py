"""Tokens cannot be guessed: few tries an address, few overall; and who has the right one, and one
that nobody guesses, is never kept out by others who guess."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_stop_pages import Desk
from web_world import NOW, World

from rapport.core.oversight.people import Person, sealed
from rapport.core.time import HOUR, MINUTE
from rapport.web.tries import (
    ALL,
    EACH,
    MOST_ADDRESSES,
    TooManyTriesError,
    Tries,
    beyond_guessing,
    network_of,
)

TOKEN = "a token that nobody guesses"
SHORT = "sixteen letters."
OWN = "a token of one of the people"
PATIENCE_SECONDS = 30
SIGN_IN = "/console/sign-in"


def tried(tries: Tries, address: str, now: int) -> bool:
    return not waited(tries, address, now)


def waited(tries: Tries, address: str, now: int) -> int:
    try:
        tries.settle(address, now, right=False)
    except TooManyTriesError as error:
        return error.retry_after_seconds
    return 0


def test_after_too_many_wrong_tokens_one_that_could_be_guessed_has_to_wait(world: World) -> None:
    world.change(console_token=SHORT)
    for _ in range(EACH):
        assert world.ask("POST", SIGN_IN, data={"token": "guess"}).status_code == 401
    for typed in ("guess", SHORT):
        answer = world.ask("POST", SIGN_IN, data={"token": typed})
        assert answer.status_code == 429
        assert 0 < int(answer.headers["retry-after"]) <= 60
        assert "Too many wrong tokens were tried. Please wait a minute" in answer.text
        assert 'name="token"' in answer.text
    world.clock.at += MINUTE
    assert world.ask("POST", SIGN_IN, data={"token": SHORT}).status_code == 303


@pytest.mark.parametrize("token", [TOKEN, SHORT])
def test_the_right_token_costs_nothing(world: World, token: str) -> None:
    world.change(console_token=token)
    for _ in range(3 * EACH):
        assert world.ask("POST", SIGN_IN, data={"token": token}).status_code == 303


def test_who_has_a_token_that_nobody_guesses_is_let_in_whoever_guesses_beside_them(
    world: World,
) -> None:
    person = Person("Mo", "publisher", "salt", sealed(OWN, "salt"), NOW)
    world.change(console_token=TOKEN, people=lambda _: (person,))
    for _ in range(2 * EACH):
        last = world.ask("POST", SIGN_IN, data={"token": "guess"})
    assert last.status_code == 429
    assert world.ask("POST", SIGN_IN, data={"token": TOKEN}).status_code == 303
    assert world.ask("POST", SIGN_IN, data={"token": OWN}).status_code == 303
    assert world.ask("POST", SIGN_IN, data={"token": OWN[:-1]}).status_code == 429


@pytest.mark.parametrize("token", [TOKEN, SHORT, OWN])
def test_however_many_are_on_their_way_at_once_no_right_one_is_refused(
    world: World, token: str
) -> None:
    many = 2 * EACH
    all_there = threading.Barrier(many, timeout=PATIENCE_SECONDS)

    def people(brand: str) -> tuple[Person, ...]:
        if brand == "north":
            all_there.wait()
        return (Person("Mo", "publisher", "salt", sealed(OWN, "salt"), NOW),)

    world.change(console_token=SHORT if token == OWN else token, people=people)
    with ThreadPoolExecutor(many) as threads:
        asked = [
            threads.submit(world.ask, "POST", SIGN_IN, data={"token": token}) for _ in range(many)
        ]
        assert [one.result().status_code for one in asked] == [303] * many


@pytest.mark.parametrize("token", [TOKEN, SHORT])
def test_of_1_000_guesses_from_50_threads_few_are_looked_at_and_no_right_call_is_refused(
    tmp_path: Path, token: str
) -> None:
    desk = Desk(tmp_path, token)

    def ask(said: str) -> int:
        headers = {"Authorization": f"Bearer {said}"}
        return desk.ask("GET", "/api/stops", headers=headers).status_code

    def honest(n: int) -> int:
        return ask(token)

    def guess(n: int) -> int:
        return ask(f"guess {n}")

    with ThreadPoolExecutor(50) as threads:
        asked: list[Callable[[int], int]] = [guess] * 10 + [honest]
        answers = list(threads.map(lambda n: (n % 11, asked[n % 11](n)), range(1_100)))
    guesses = [status for place, status in answers if place < 10]
    assert len(guesses) == 1_000
    assert guesses.count(401) <= EACH
    assert guesses.count(429) >= 1_000 - EACH
    if token is TOKEN:
        assert {status for place, status in answers if place == 10} == {200}
    desk.here.close()


@given(st.lists(st.booleans(), max_size=60))
def test_what_is_right_never_takes_from_what_is_left(right: list[bool]) -> None:
    tries, wrong = Tries(), 0
    for one in right:
        if wrong < EACH:
            tries.settle("10.0.0.1", NOW, right=one)
            wrong += not one
        else:
            with pytest.raises(TooManyTriesError):
                tries.settle("10.0.0.1", NOW, right=one)


def test_a_token_is_beyond_guessing_where_it_is_long_and_mixed() -> None:
    assert beyond_guessing(secrets.token_urlsafe(32))
    assert beyond_guessing(TOKEN)
    for token in ("", SHORT, "a" * 64, "password" * 4, "12345678" * 4):
        assert not beyond_guessing(token)


def test_one_address_keeps_no_other_from_trying_until_there_are_too_many() -> None:
    tries = Tries()
    assert [tried(tries, "10.0.0.1", NOW) for _ in range(EACH + 1)] == [True] * EACH + [False]
    assert tried(tries, "10.0.0.2", NOW)
    spent = sum(tried(tries, f"10.1.{n // 250}.{n % 250}", NOW) for n in range(3 * ALL))
    assert EACH + 1 + spent == ALL


def test_tries_come_back_with_time_and_never_more_than_there_were() -> None:
    tries = Tries()
    for _ in range(EACH):
        tries.settle("10.0.0.1", NOW, right=False)
    assert not tried(tries, "10.0.0.1", NOW + MINUTE - 1)
    assert tried(tries, "10.0.0.1", NOW + MINUTE)
    assert not tried(tries, "10.0.0.1", NOW + MINUTE)
    later = NOW + 1_000 * HOUR
    assert [tried(tries, "10.0.0.1", later) for _ in range(EACH + 1)] == [True] * EACH + [False]


def test_a_clock_that_is_turned_back_locks_nobody_out_for_long() -> None:
    tries = Tries()
    for _ in range(EACH):
        tries.settle("10.0.0.1", NOW, right=False)
    assert not tried(tries, "10.0.0.1", NOW - 1_000 * HOUR)
    assert tried(tries, "10.0.0.1", NOW - 1_000 * HOUR + MINUTE)


def test_what_is_kept_is_bounded_and_a_full_table_refuses_who_is_new() -> None:
    tries = Tries()
    at = NOW
    for n in range(MOST_ADDRESSES * 3):
        at += MINUTE // 6  # slowly enough for everybody's tries to come back
        tried(tries, f"10.{n // 65_536}.{n // 256 % 256}.{n % 256}", at)
        assert len(tries._by_address) <= MOST_ADDRESSES
    full = Tries()
    for n in range(MOST_ADDRESSES):
        one = full._of(network_of(f"10.2.{n // 256}.{n % 256}"), NOW)
        assert one is not None
        one.left = 0
    assert not tried(full, "10.3.0.1", NOW)
    assert tried(full, "10.3.0.1", NOW + HOUR)


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(-90_000, 90_000)), max_size=80))
def test_whatever_the_clock_does_nobody_waits_for_longer_than_a_try_takes_to_come_back(
    steps: list[tuple[str, int]],
) -> None:
    tries, now = Tries(), NOW
    for address, step in steps:
        now += step
        assert 0 <= waited(tries, address, now) <= 60


def test_a_household_shares_its_tries_whichever_of_its_addresses_it_has() -> None:
    assert network_of("2001:db8:1:2::9") == network_of("2001:db8:1:2:ffff::1")
    assert network_of("2001:db8:1:2::9") != network_of("2001:db8:1:3::9")
    assert network_of("::ffff:10.0.0.1") == network_of("10.0.0.1")
    assert network_of("") == network_of("not an address") == "unknown"


def test_programs_have_tries_of_their_own_and_are_told_to_wait(tmp_path: Path) -> None:
    desk = Desk(tmp_path, SHORT)
    for token in ("wrong",) * EACH + (SHORT,):
        answer = desk.ask("GET", "/api/stops", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 429
    assert answer.headers["content-type"] == "application/problem+json"
    assert 0 < int(answer.headers["retry-after"]) <= 60
    assert desk.ask("POST", SIGN_IN, data={"token": SHORT}).status_code == 303
    desk.here.close()
