"""Tones and angles, limits and who writes over HTTP: the console's forms, for programs."""

from __future__ import annotations

import threading
from typing import Any

import httpx
import pytest
from desk_world import CHECKOUT, HOSTILE, World

ROLES = {"Ann": "author", "Rae": "reviewer", "Pia": "publisher", "Vic": "viewer"}
FRAMEWORK = "/api/frameworks/checkout"
TONES = f"{FRAMEWORK}/levels/tone"
WARM = {"label": "Warm", "describes": "Kind and slow."}
WORDS = {"subject": "Well", "preheader": "Here", "headline": "So", "body": "One.", "cta": "Go"}
DRY = {"label": "Très dry", "describes": "Says little.", "words": WORDS}


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
    return call(base, "GET", FRAMEWORK, who="Vic").json()


def test_a_tone_is_added_named_anew_and_retired_with_who_did_it_on_record(
    world: World, staffed: str
) -> None:
    added = call(staffed, "POST", TONES, DRY)
    assert (added.status_code, added.json()["level"]) == (201, "tres-dry")
    assert set(added.json()["files"]) == {CHECKOUT, "voice.yaml"}
    assert added.json()["edition"] == read(staffed)["file"]["edition"]
    seen = read(staffed)["tones"][-1]
    assert seen == {"key": "tres-dry", "label": "Très dry", "describes": "Says little."}

    was = {key: seen[key] for key in ("label", "describes")}
    one = f"{TONES}/tres-dry"
    named = call(staffed, "PUT", one, {"was": was, "label": "Dry"}, "Rae")
    assert named.status_code == 200, named.text
    assert read(staffed)["tones"][-1] == {**seen, "label": "Dry"}
    same = call(staffed, "PUT", one, {"was": {**was, "label": "Dry"}})
    assert (same.status_code, same.json()["files"]) == (200, [])

    assert call(staffed, "DELETE", one, who="Pia").status_code == 200
    assert "tres-dry" not in world.text()
    gone = call(staffed, "DELETE", one)
    assert (gone.status_code, gone.json()["detail"]) == (
        404, "There is no tone 'tres-dry'. There is: warm, plain.",
    )  # fmt: skip
    assert [(deed.who, deed.did, deed.why) for deed in world.deeds()] == [
        ("Ann", "edited", "added tone tres-dry"),
        ("Rae", "edited", "described tone tres-dry anew"),
        ("Pia", "edited", "retired tone tres-dry"),
    ]
    assert world.release == 1, "published by nobody yet"


def test_a_tone_that_is_there_is_no_second_time(world: World, staffed: str) -> None:
    before = world.everything()
    again = call(staffed, "POST", TONES, {**DRY, "label": "WARM"})
    assert again.status_code == 409
    assert [one["key"] for one in again.json()["levels"]] == ["warm", "plain"]
    assert world.everything() == before


def test_of_two_who_name_a_tone_the_second_is_told_what_it_is_called_now(
    world: World, staffed: str
) -> None:
    assert call(staffed, "PUT", f"{TONES}/warm", {"was": WARM, "label": "Mild"}).is_success
    late = call(staffed, "PUT", f"{TONES}/warm", {"was": WARM, "label": "Hot"}, "Rae")
    assert (late.status_code, late.json()["now"]) == (409, {**WARM, "label": "Mild"})
    assert late.json()["edition"] == read(staffed)["file"]["edition"]
    assert "Hot" not in world.text()
    body = {"was": late.json()["now"], "label": "Hot"}
    assert call(staffed, "PUT", f"{TONES}/warm", body, "Rae").is_success


def test_a_limit_and_who_writes_are_set_in_place_of_what_was_seen(
    world: World, staffed: str
) -> None:
    limit = f"{FRAMEWORK}/limits/subject"
    assert call(staffed, "PUT", limit, {"most": 72, "was": 60}).status_code == 200
    assert "{key: subject, max_chars: 72}" in world.text()
    late = call(staffed, "PUT", limit, {"most": 80, "was": 60})
    assert (late.status_code, late.json()["now"]) == (409, 72)

    writer = f"{FRAMEWORK}/writer"
    assert read(staffed)["writing"]["seen"] == "approved"
    body = {"mode": "sample", "sample": "30%", "deadline": "3d", "was": "approved"}
    assert call(staffed, "PUT", writer, body).status_code == 200
    assert read(staffed)["writing"] == {
        "mode": "sample", "sample": "30%", "deadline": "72h", "seen": "sample 30% 72h",
    }  # fmt: skip
    late = call(staffed, "PUT", writer, {"mode": "free", "was": "approved"})
    assert (late.status_code, late.json()["now"]) == (409, "sample 30% 72h")
    back = {**read(staffed)["writing"], "was": "sample 30% 72h"}
    back.pop("seen")
    assert call(staffed, "PUT", writer, back).is_success, "what was read can be sent"
    assert call(staffed, "PUT", writer, {"mode": "approved", "was": "sample 30% 72h"}).is_success
    assert read(staffed)["writing"]["seen"] == "approved"
    assert [deed.why for deed in world.deeds()][:2] == [
        "subject takes 72 characters, it was 60",
        "writer: sample, it was approved",
    ]


CHANGES = [
    ("POST", TONES, DRY),
    ("PUT", f"{TONES}/warm", {"was": WARM, "label": "Mild"}),
    ("DELETE", f"{TONES}/warm", None),
    ("PUT", f"{FRAMEWORK}/limits/subject", {"most": 72, "was": 60}),
    ("PUT", f"{FRAMEWORK}/writer", {"mode": "review", "was": "approved"}),
]


@pytest.mark.parametrize(("method", "path", "body"), CHANGES)
@pytest.mark.parametrize(("who", "status"), [("Vic", 403), ("nobody", 401)])
def test_who_may_only_look_changes_nothing(
    world: World, staffed: str, method: str, path: str, body: object, who: str, status: int
) -> None:
    before = world.everything()
    assert call(staffed, method, path, body, who).status_code == status
    assert world.everything() == before
    assert world.deeds() == []


@pytest.mark.parametrize(("method", "path", "body"), CHANGES)
@pytest.mark.parametrize("in_address", [False, True])
def test_only_checking_writes_nothing(
    world: World,
    staffed: str,
    method: str,
    path: str,
    body: dict[str, object] | None,
    *,
    in_address: bool,
) -> None:
    before = world.everything()
    if in_address:
        answer = call(staffed, method, f"{path}?check=true", body)
    else:
        answer = call(staffed, method, path, {**(body or {}), "check": True})
    assert (answer.status_code, answer.json()) == (200, {"checked": True})
    assert world.everything() == before
    assert world.deeds() == []


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", TONES, {"label": "Dry"}, 422),
        ("POST", TONES, {**DRY, "words": {**WORDS, "nowhere": "x"}}, 422),
        ("POST", TONES, {**DRY, "words": {**WORDS, "body": "Only £3 today."}}, 422),
        ("POST", TONES, {**DRY, "label": "…"}, 400),
        ("POST", TONES, {**DRY, "label": HOSTILE, "words": {}}, 422),
        ("POST", TONES, {**DRY, "key": "dry"}, 400),
        ("POST", TONES, [], 400),
        ("POST", f"{FRAMEWORK}/levels/visual", DRY, 404),
        ("POST", f"{FRAMEWORK}/levels/offer", DRY, 404),
        ("POST", "/api/frameworks/gone/levels/tone", DRY, 404),
        ("PUT", f"{TONES}/gone", {"was": WARM, "label": "x"}, 404),
        ("PUT", f"{TONES}/warm", {"label": "Mild"}, 400),
        ("PUT", f"{TONES}/warm", {"was": WARM, "label": ""}, 422),
        ("PUT", f"{TONES}/warm", {"was": WARM, "label": "x" * 500}, 422),
        ("PUT", f"{FRAMEWORK}/levels/visual/note", {"was": WARM, "label": "x"}, 404),
        ("DELETE", f"{FRAMEWORK}/levels/offer/five-off", None, 404),
        ("DELETE", f"{TONES}/plain", None, 422),
        ("DELETE", f"{TONES}/plain?check=true", None, 422),
        ("DELETE", f"{TONES}/warm?check=maybe", None, 400),
        ("DELETE", f"{TONES}/warm", {"chekc": True}, 400),
        ("PUT", f"{FRAMEWORK}/limits/nowhere", {"most": 72, "was": 60}, 404),
        ("PUT", f"{FRAMEWORK}/limits/subject", {"most": 3, "was": 60}, 422),
        ("PUT", f"{FRAMEWORK}/limits/subject", {"most": -5, "was": 60}, 422),
        ("PUT", f"{FRAMEWORK}/limits/subject", {"most": 10**30, "was": 60}, 422),
        ("PUT", f"{FRAMEWORK}/limits/subject", {"most": "72", "was": 60}, 400),
        ("PUT", f"{FRAMEWORK}/limits/subject", {"most": 72}, 400),
        ("PUT", f"{FRAMEWORK}/writer", {"mode": "wild", "was": "approved"}, 422),
        ("PUT", f"{FRAMEWORK}/writer",
         {"mode": "sample", "sample": "lots", "was": "approved"}, 422),
        ("PUT", f"{FRAMEWORK}/writer",
         {"mode": "review", "deadline": "x\nkey: y", "was": "approved"}, 422),
        ("PUT", f"{FRAMEWORK}/writer", {"mode": "review"}, 400),
        ("PATCH", f"{FRAMEWORK}/writer", {}, 405),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    world: World, staffed: str, method: str, path: str, body: object, status: int
) -> None:
    before = world.everything()
    answer = call(staffed, method, path, body)
    assert answer.status_code == status, answer.text
    assert answer.json()["detail"]
    assert world.everything() == before
    assert world.deeds() == []


def test_of_many_programs_at_once_one_names_it(world: World, staffed: str) -> None:
    came = list[int]()

    def run(n: int) -> None:
        body = {"was": WARM, "label": f"Warm {n}"}
        came.append(call(staffed, "PUT", f"{TONES}/warm", body).status_code)

    threads = [threading.Thread(target=run, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(came) == [200] + [409] * 5
    assert len(world.deeds()) == 1
