"""The voice and the claims over HTTP: the console's forms, for programs."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from desk_world import BRAND, HOSTILE, World
from test_voice_foreseen import draft

ROLES = {"Ann": "author", "Pia": "publisher", "Vic": "viewer"}
VOICE, TONES, CLAIMS = "/api/voice", "/api/voice/tones", "/api/claims"


def call(
    base: str, method: str, path: str, body: object = None, who: str = "Ann"
) -> httpx.Response:
    headers = {"Authorization": f"Bearer token of {who}"}
    return httpx.request(
        method, base + path, json=body, headers=headers, trust_env=False, timeout=60
    )


@pytest.fixture
def staffed(world: World, base: str) -> str:
    world.employ(**ROLES)
    return base


# What JSON holds has any type.
def read(base: str) -> Any:
    return call(base, "GET", VOICE, who="Vic").json()


def seen(base: str, *names: str) -> dict[str, str]:
    parts = read(base)["parts"]
    return {name: parts[name]["seen"] for name in names}


def test_all_of_it_is_read_with_what_a_change_names(staffed: str) -> None:
    told = read(staffed)
    assert told["parts"]["avoid"]["says"] == ["synergy", "best ever"]
    assert told["parts"]["reading_level"]["says"] == "7"
    assert told["parts"]["stop.guilt"]["says"] == ["the tinsmith waits*"]
    assert told["parts"]["stop.fear"]["says"] == []
    assert [(one["key"], one["frameworks"]) for one in told["tones"]] == [
        ("warm", ["checkout"]), ("plain", ["checkout"]),
    ]  # fmt: skip
    (claim,) = told["claims"]
    assert (claim["state"], claim["from"], claim["until"]) == ("holds", "", "2027-12-31")
    assert (told["unpublished"], told["mistakes"]) == ([], [])
    assert set(told["files"]) == {"voice.yaml", "claims.yaml"}


def test_parts_are_said_anew_with_who_did_it_on_record(world: World, staffed: str) -> None:
    body = {"says": {"avoid": ["24. Dezember", "1. Mai"], "who": "A tinsmith."},
            "was": seen(staffed, "avoid", "who")}  # fmt: skip
    checked = call(staffed, "PUT", VOICE, {**body, "check": True})
    assert (checked.status_code, checked.json()["checked"]) == (200, True)
    assert world.deeds() == []
    saved = call(staffed, "PUT", VOICE, body)
    assert (saved.status_code, saved.json()["files"]) == (200, ["voice.yaml"])
    assert read(staffed)["parts"]["avoid"]["says"] == ["24. Dezember", "1. Mai"]
    assert read(staffed)["unpublished"] == ["voice.yaml"]
    assert [(deed.who, deed.what) for deed in world.deeds()] == [("Ann", "the voice")]
    again = {**body, "was": seen(staffed, "avoid", "who")}
    assert call(staffed, "PUT", VOICE, again).json()["files"] == []


def test_what_is_not_as_it_was_seen_is_told_and_nothing_is_changed(
    world: World, staffed: str
) -> None:
    was = seen(staffed, "use", "does")
    call(staffed, "PUT", VOICE, {"says": {"use": ["tin"]}, "was": was})
    before = world.everything()
    late = call(staffed, "PUT", VOICE, {"says": {"use": ["pot"]}, "was": was})
    assert late.status_code == 409
    assert late.json()["now"]["use"]["says"] == ["tin"]
    assert world.everything() == before
    other = call(staffed, "PUT", VOICE, {"says": {"does": ["listens"]}, "was": was})
    assert other.status_code == 200


def test_new_phrases_tell_what_they_would_stop_and_do_that_or_nothing(
    world: World, staffed: str
) -> None:
    draft(world, "A cosy kettle")
    body = {"says": {"avoid": ["cosy"]}, "was": seen(staffed, "avoid")}
    stops = call(staffed, "PUT", VOICE, {**body, "check": True}).json()["stops"]
    assert (stops["waiting"], stops["usable"]) == (1, 0)
    draft(world, "Cosy and warm")
    late = call(staffed, "PUT", VOICE, {**body, "stops": stops["seen"]})
    assert (late.status_code, late.json()["stops"]["waiting"]) == (409, 2)
    assert world.deeds() == []
    now = late.json()["stops"]["seen"]
    assert call(staffed, "PUT", VOICE, {**body, "stops": now}).status_code == 200


def test_a_tone_is_added_changed_and_retired(world: World, staffed: str) -> None:
    dry = {"label": "Très sec", "describes": "Says little.", "example": "Well."}
    added = call(staffed, "POST", TONES, dry)
    assert (added.status_code, added.json()["tone"]) == (201, "tres-sec")
    one = f"{TONES}/tres-sec"
    was = read(staffed)["tones"][-1]["seen"]
    changed = call(staffed, "PUT", one, {"label": "Dry", "was": was})
    assert changed.status_code == 200, changed.text
    late = call(staffed, "PUT", one, {"label": "Drier", "was": was})
    assert (late.status_code, late.json()["now"]["label"]) == (409, "Dry")
    assert call(staffed, "DELETE", one).status_code == 400
    assert call(staffed, "DELETE", f"{one}?was={was}").status_code == 409
    now = read(staffed)["tones"][-1]["seen"]
    before = world.everything()
    assert call(staffed, "DELETE", f"{one}?was={now}&check=true").json() == {"checked": True}
    assert call(staffed, "DELETE", f"{one}?was={now}", {"check": True}).json() == {"checked": True}
    assert world.everything() == before
    assert call(staffed, "DELETE", f"{one}?was={now}").status_code == 200
    assert call(staffed, "DELETE", f"{one}?was={now}").status_code == 404
    plain = next(one for one in read(staffed)["tones"] if one["key"] == "plain")
    spoken = call(staffed, "DELETE", f"{TONES}/plain?was={plain['seen']}")
    assert spoken.status_code == 422
    assert "creative/checkout.yaml" in spoken.json()["mistakes"][0]
    assert call(staffed, "POST", TONES, {"label": "Dry"}).status_code == 422


def test_a_claim_is_added_ended_and_taken_out(world: World, staffed: str) -> None:
    body = {"text": "Every lid fits.", "evidence": "Gauge log.", "from": "2027-01-01"}
    added = call(staffed, "POST", CLAIMS, body)
    assert (added.status_code, added.json()["claim"]) == (201, "every-lid-fits")
    claim = read(staffed)["claims"][-1]
    assert claim["state"] == "to come"
    one = f"{CLAIMS}/every-lid-fits"
    ended = {"until": "2026-03-01", "from": "", "was": claim["seen"]}
    assert call(staffed, "PUT", one, ended).status_code == 200
    now = read(staffed)["claims"][-1]
    assert (now["state"], now["text"], now["from"]) == ("over", "Every lid fits.", "")
    wrong = call(staffed, "PUT", one, {"from": "2026-13-01", "was": now["seen"]})
    assert wrong.status_code == 422
    assert "claims[1].from" in wrong.json()["mistakes"][0]
    before, gone = world.everything(), f"{one}?was={now['seen']}"
    assert call(staffed, "DELETE", f"{gone}&check=true").json() == {"checked": True}
    assert call(staffed, "DELETE", gone, {"check": True}).json() == {"checked": True}
    assert world.everything() == before
    assert call(staffed, "DELETE", gone).status_code == 200
    assert [deed.why for deed in world.deeds()] == [
        "added claim every-lid-fits", "changed claim every-lid-fits",
        "removed claim every-lid-fits",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "where"),
    [
        ("PUT", VOICE, {"says": {"use": ["x"]}, "was": {}}, 400, "was"),
        ("PUT", VOICE, {"says": {"tones": ["x"]}, "was": {}}, 404, "says"),
        ("PUT", VOICE, {"says": {"use": "x"}, "was": {"use": "x"}}, 400, "says.use"),
        ("PUT", VOICE, {"says": {"who": ["x"]}, "was": {"who": "x"}}, 400, "says.who"),
        ("PUT", VOICE, {"says": {"use": ["x"] * 501}, "was": {"use": "x"}}, 400, "says.use"),
        ("PUT", VOICE, {"says": {"use": ["x\ny"]}, "was": {"use": "x"}}, 400, "says.use"),
        ("PUT", VOICE, {"says": {}, "was": {}, "more": 1}, 400, ""),
        ("PUT", VOICE, [], 400, ""),
        ("PUT", f"{CLAIMS}/by-hand", {"text": "x"}, 400, "was"),
        ("PUT", f"{CLAIMS}/nowhere", {"text": "x", "was": "x"}, 404, "key"),
        ("PUT", f"{TONES}/nowhere", {"label": "x", "was": "x"}, 404, "key"),
        ("POST", CLAIMS, {}, 422, ""),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_told_and_changes_nothing(
    world: World, staffed: str, method: str, path: str, body: object, status: int, where: str
) -> None:
    before = world.everything()
    answer = call(staffed, method, path, body)
    assert (answer.status_code, answer.json().get("where", "")) == (status, where), answer.text
    assert world.everything() == before
    assert world.deeds() == []


def test_a_viewer_reads_and_changes_nothing(world: World, staffed: str) -> None:
    before = world.everything()
    claim = read(staffed)["claims"][0]["seen"]
    calls = [
        ("PUT", VOICE, {"says": {"use": ["x"]}, "was": seen(staffed, "use")}),
        ("POST", TONES, {"label": "x", "describes": "x", "example": "x"}),
        ("POST", CLAIMS, {"text": "x", "evidence": "x"}),
        ("PUT", f"{CLAIMS}/by-hand", {"text": "x", "was": claim}),
        ("DELETE", f"{CLAIMS}/by-hand?was={claim}", None),
    ]
    for method, path, body in calls:
        assert call(staffed, method, path, body, "Vic").status_code == 403, path
    assert httpx.get(staffed + VOICE, trust_env=False).status_code == 401
    assert world.everything() == before


def test_hostile_words_come_back_as_they_went(world: World, staffed: str) -> None:
    for name in ("who", "does", "use", "avoid", "stop.guilt"):
        said: object = HOSTILE if name == "who" else [HOSTILE, "- xx", "{{ shop }}"]
        body = {"says": {name: said}, "was": seen(staffed, name)}
        assert call(staffed, "PUT", VOICE, body).status_code == 200, name
    told = read(staffed)["parts"]
    assert told["who"]["says"] == HOSTILE
    assert told["use"]["says"] == [HOSTILE, "- xx", "{{ shop }}"]
    assert not world.desk.book(BRAND).mistakes
