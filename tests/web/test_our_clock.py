"""Events "from the future" are refused, unless it may be our own clock that is wrong."""

from __future__ import annotations

import json

import pytest
from test_intake_api import AUTH, TRACK, is_problem, metric, order
from web_world import NOW, World

from rapport.core.time import DAY, MINUTE, Instant
from rapport.web.our_clock import IN_A_ROW, TOLD_FOR, OurClock

KLAVIYO = {"Authorization": "Klaviyo-API-Key pk_1"}
AHEAD = "2025-11-27T15:59:00Z"


def behind(world: World, by: int) -> None:
    """The clock of this computer is so far behind."""
    world.clock.at = NOW - by


def known_to_be_behind(now: Instant) -> bool:
    return now < NOW


def klaviyo(world: World, time: str = "2025-11-24T15:59:00Z") -> int:
    return world.ask("POST", "/api/events", json=metric(time=time), headers=KLAVIYO).status_code


def test_one_senders_wrong_clock_is_its_own_mistake(world: World) -> None:
    assert klaviyo(world, AHEAD) == 400
    for _ in range(IN_A_ROW):
        assert klaviyo(world, AHEAD) == 400
        assert klaviyo(world) == 202
    assert world.ask("GET", "/readyz").status_code == 200


def test_many_in_a_row_are_kept_by_their_senders_and_we_are_not_ready(world: World) -> None:
    behind(world, 2 * DAY)
    for number in range(IN_A_ROW - 1):
        assert order(world, **{"X-Shopify-Webhook-Id": f"w{number}"}).status_code == 400
    assert world.ask("GET", "/readyz").status_code == 200
    answer = order(world)
    assert "our clock" in is_problem(answer, 503)["detail"]
    assert answer.headers["retry-after"] == "60"
    assert "clock of this computer" in is_problem(world.ask("GET", "/readyz"), 503)["detail"]
    assert not world.intake.taken
    behind(world, 0)
    assert order(world).status_code == 200
    assert world.ask("GET", "/readyz").status_code == 200
    assert len(world.intake.taken) >= 1


def test_a_clock_that_is_known_to_have_fallen_back_loses_none(world: World) -> None:
    world.change(our_clock=OurClock(known_to_be_behind))
    behind(world, 2 * DAY)
    assert order(world).status_code == 503
    assert klaviyo(world) == 503
    stamped = {**TRACK, "sentAt": None}
    assert world.ask("POST", "/v1/track", json=stamped, auth=AUTH).status_code == 503
    batch = {"batch": [stamped, {**TRACK, "messageId": "e2", "timestamp": None}]}
    assert world.ask("POST", "/v1/batch", json=batch, auth=AUTH).status_code == 503
    assert not world.intake.taken


def test_what_comes_with_a_public_key_says_nothing_about_our_clock(world: World) -> None:
    ahead = json.dumps({**TRACK, "timestamp": AHEAD})
    for _ in range(IN_A_ROW + 1):
        assert world.ask("POST", "/v1/track", content=ahead, auth=AUTH).status_code == 400
    assert world.ask("GET", "/readyz").status_code == 200


def test_without_another_such_event_we_are_ready_again(world: World) -> None:
    for _ in range(IN_A_ROW):
        klaviyo(world, AHEAD)
    assert world.ask("GET", "/readyz").status_code == 503
    world.clock.at += TOLD_FOR
    assert world.ask("GET", "/readyz").status_code == 200
    assert klaviyo(world, AHEAD) == 503


@pytest.mark.parametrize("late", [0, DAY - MINUTE])
def test_an_event_of_just_now_is_taken_by_a_clock_that_is_a_little_behind(
    world: World, late: int
) -> None:
    world.change(our_clock=OurClock(known_to_be_behind))
    behind(world, late)
    assert klaviyo(world) == 202
