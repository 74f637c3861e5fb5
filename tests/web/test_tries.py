"""Tokens cannot be guessed: few tries an address, few overall, and the right one costs none."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from test_stop_pages import Desk
from web_world import NOW, World

from rapport.core.time import HOUR, MINUTE
from rapport.web.tries import ALL, EACH, MOST_ADDRESSES, TooManyTriesError, Tries, network_of

TOKEN = "a token that nobody guesses"
SIGN_IN = "/console/sign-in"


def tried(tries: Tries, address: str, now: int) -> bool:
    return not waited(tries, address, now)


def waited(tries: Tries, address: str, now: int) -> int:
    try:
        tries.take(address, now)
    except TooManyTriesError as error:
        return error.retry_after_seconds
    return 0


def test_after_too_many_wrong_tokens_even_the_right_one_has_to_wait(world: World) -> None:
    world.change(console_token=TOKEN)
    for _ in range(EACH):
        assert world.ask("POST", SIGN_IN, data={"token": "guess"}).status_code == 401
    answer = world.ask("POST", SIGN_IN, data={"token": TOKEN})
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= 60
    assert "Too many wrong tokens were tried. Please wait a minute" in answer.text
    assert 'name="token"' in answer.text
    world.clock.at += MINUTE
    assert world.ask("POST", SIGN_IN, data={"token": TOKEN}).status_code == 303


def test_the_right_token_costs_nothing(world: World) -> None:
    world.change(console_token=TOKEN)
    for _ in range(3 * EACH):
        assert world.ask("POST", SIGN_IN, data={"token": TOKEN}).status_code == 303


def test_one_address_keeps_no_other_from_trying_until_there_are_too_many() -> None:
    tries = Tries()
    assert [tried(tries, "10.0.0.1", NOW) for _ in range(EACH + 1)] == [True] * EACH + [False]
    assert tried(tries, "10.0.0.2", NOW)
    spent = sum(tried(tries, f"10.1.{n // 250}.{n % 250}", NOW) for n in range(3 * ALL))
    assert EACH + 1 + spent == ALL


def test_tries_come_back_with_time_and_never_more_than_there_were() -> None:
    tries = Tries()
    for _ in range(EACH):
        tries.take("10.0.0.1", NOW)
    assert not tried(tries, "10.0.0.1", NOW + MINUTE - 1)
    assert tried(tries, "10.0.0.1", NOW + MINUTE)
    assert not tried(tries, "10.0.0.1", NOW + MINUTE)
    later = NOW + 1_000 * HOUR
    assert [tried(tries, "10.0.0.1", later) for _ in range(EACH + 1)] == [True] * EACH + [False]


def test_a_clock_that_is_turned_back_locks_nobody_out_for_long() -> None:
    tries = Tries()
    for _ in range(EACH):
        tries.take("10.0.0.1", NOW)
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
    desk = Desk(tmp_path, TOKEN)
    for token in ("wrong",) * EACH + (TOKEN,):
        answer = desk.ask("GET", "/api/stops", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 429
    assert answer.headers["content-type"] == "application/problem+json"
    assert 0 < int(answer.headers["retry-after"]) <= 60
    assert desk.ask("POST", SIGN_IN, data={"token": TOKEN}).status_code == 303
    desk.here.close()
