"""Frameworks as JSON: what is answered, to whom, and what is not there."""

from __future__ import annotations

import httpx
import pytest
from desk_world import BRAND, World


def get(base: str, path: str, who: str = "Vic") -> httpx.Response:
    headers = {"Authorization": f"Bearer token of {who}"}
    return httpx.get(f"{base}{path}", headers=headers, trust_env=False, timeout=60)


def test_what_a_brand_says_and_what_waits(world: World, base: str) -> None:
    world.employ(Vic="viewer")
    world.change("subject: Your basket is saved", "subject: All of it is here")
    every = get(base, f"/api/frameworks?brand={BRAND}").json()
    (one,) = every["frameworks"]
    assert (one["key"], one["state"], one["points"]) == ("checkout", "edited", ["first"])
    assert (every["release"], every["mistakes"], every["to_adopt"]) == (1, [], 0)
    whole = get(base, "/api/frameworks/checkout").json()
    assert "All of it is here" in [one["words"].get("subject") for one in whole["passages"]]
    assert whole["file"]["name"] == "creative/checkout.yaml"
    covered = get(base, "/api/frameworks/checkout/coverage").json()
    assert covered["languages"][0]["combinations"] > 0
    waits = get(base, "/api/unpublished").json()
    assert waits["any"] is True
    assert waits["words"][0]["slot"] == "subject"
    assert waits["seen"] == world.desk.changes(BRAND).seen
    assert world.deeds() == []


@pytest.mark.parametrize(
    ("path", "who", "status"),
    [
        ("/api/frameworks", "nobody", 401),
        ("/api/frameworks?brand=other", "Vic", 404),
        ("/api/frameworks/gone", "Vic", 404),
        ("/api/frameworks/..%2fetc/coverage", "Vic", 404),
    ],
)
def test_what_is_not_there_or_not_theirs(
    world: World, base: str, path: str, who: str, status: int
) -> None:
    world.employ(Vic="viewer")
    answer = get(base, path, who)
    assert answer.status_code == status
    assert httpx.post(f"{base}{path}", trust_env=False, timeout=60).status_code in (404, 405)
