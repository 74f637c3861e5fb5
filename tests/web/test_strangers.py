"""Calls without a known key: few tries of private ones, and one line in the log, not thousands."""

from __future__ import annotations

import pytest
from structlog.testing import capture_logs
from test_intake_api import TRACK, metric, order
from web_world import World

from rapport.core.time import HOUR, MINUTE
from rapport.web.tries import EACH

EVENTS = "/api/events"
LONG = "pk_0123456789abcdefghijklm"


def with_key(key: str) -> dict[str, str]:
    return {"Authorization": f"Klaviyo-API-Key {key}"}


def told(world: World, key: str) -> int:
    return world.ask("POST", EVENTS, json=metric(), headers=with_key(key)).status_code


def test_private_keys_cannot_be_found_by_trying_many(world: World) -> None:
    assert [told(world, f"guess {number}") for number in range(EACH)] == [401] * EACH
    answer = world.ask("POST", EVENTS, json=metric(), headers=with_key("guess"))
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= 60
    assert told(world, "pk_1") == 429, "or a right guess would show"
    assert not world.intake.taken
    world.clock.at += MINUTE
    assert told(world, "pk_1") == 202


def test_nobodys_guesses_keep_a_key_out_that_cannot_be_guessed(world: World) -> None:
    north = world.services.brands["north"]
    world.change(brands={"north": type(north)("north", "North", klaviyo_keys=(LONG,))})
    for number in range(EACH + 3):
        told(world, f"guess {number}")
    assert told(world, LONG) == 202


def test_guessed_keys_cost_no_try_of_people_and_their_programs(world: World) -> None:
    world.change(console_token="sixteen letters.")
    for number in range(EACH + 3):
        told(world, f"guess {number}")
    signed_in = world.ask("POST", "/console/sign-in", data={"token": "sixteen letters."})
    assert signed_in.status_code == 303


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("segment", "no brand has this key"),
        ("klaviyo", "no brand has this key"),
        ("shopify", "it is signed with another secret"),
        ("another shop", "no brand has this shop"),
    ],
)
def test_the_log_tells_of_the_first_call_and_then_once_an_hour(
    world: World, source: str, why: str
) -> None:
    def call() -> int:
        if source == "segment":
            return world.ask("POST", "/v1/track", json=TRACK, auth=("wk9", "")).status_code
        if source == "klaviyo":
            return told(world, "pk_9")
        other = {"X-Shopify-Shop-Domain": "else.myshopify.com"} if "another" in source else {}
        status: int = order(world, secret="wrong", **other).status_code
        return status

    with capture_logs() as log:
        for _ in range(3):
            assert call() == 401
        world.clock.at += HOUR
        assert call() == 401
    lines = [line for line in log if line["event"] == "calls without a known key"]
    assert [(line["calls"], line["why"]) for line in lines] == [(1, why), (3, why)]
    assert "wk9" not in str(log)
    assert "pk_9" not in str(log)
