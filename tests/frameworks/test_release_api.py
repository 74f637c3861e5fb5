"""Releases over HTTP: what each changed, and its words put back on what a program saw."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from desk_world import BRAND, CHECKOUT, HOSTILE, ME, World

ROLES = {"Ann": "author", "Rae": "reviewer", "Pia": "publisher", "Vic": "viewer"}
RELEASES = "/api/releases"
SAVED, KEPT = "subject: Your basket is saved", "subject: Your basket is kept"
HERE = "subject: Your basket is here"


def call(
    base: str, method: str, path: str, body: object = None, who: str = "Ann"
) -> httpx.Response:
    headers = {"Authorization": f"Bearer token of {who}"}
    return httpx.request(
        method, base + path, json=body, headers=headers, trust_env=False, timeout=60
    )


# What JSON holds has any type.
def read(base: str, path: str, who: str = "Vic") -> Any:
    answer = call(base, "GET", path, who=who)
    assert answer.status_code == 200, answer.text
    return answer.json()


def publish(world: World) -> None:
    world.desk.publish(BRAND, ME, world.desk.changes(BRAND).seen)


def put_back(base: str, number: int, body: object, who: str = "Ann") -> httpx.Response:
    return call(base, "POST", f"{RELEASES}/{number}/put-back", body, who)


def said(pieces: Any, but: str) -> str:
    return "".join(one["text"] for one in pieces if one["kind"] != but)


@pytest.fixture
def staffed(world: World, base: str) -> str:
    """A console with people, and a second release that has another subject."""
    world.change(SAVED, KEPT)
    publish(world)
    world.employ(**ROLES)
    return base


def test_releases_are_listed_with_who_when_and_what_changed_page_by_page(
    world: World, staffed: str
) -> None:
    world.change("who: A tinsmith", "who: One tinsmith", "voice.yaml")
    publish(world)
    page = read(staffed, f"{RELEASES}?limit=2")
    third, second = page["items"]
    assert (third["number"], third["changed"], third["holds"]) == (3, ["voice"], True)
    assert (second["number"], second["changed"]) == (2, ["Checkout left behind"])
    assert (second["who"], second["did"], second["holds"]) == ("owner", "published", False)
    (first,) = read(staffed, f"{RELEASES}?before={page['next']}")["items"]
    assert (first["number"], first["changed"]) == (1, [])
    assert first["at"] <= second["at"] <= third["at"]
    assert read(staffed, f"{RELEASES}?before=1") == {"items": [], "next": None}


def test_a_release_tells_what_it_changed_word_by_word(staffed: str) -> None:
    told = read(staffed, f"{RELEASES}/2")
    (words,) = told["changes"]["words"]
    assert (words["framework"], words["slot"]) == ("checkout", "subject")
    assert said(words["pieces"], "new") == "Your basket is saved"
    assert said(words["pieces"], "gone") == "Your basket is kept"
    assert told["back"]["words"] == []
    assert told["back"]["everything"] is None, "the folder says what it says"


def test_one_difference_is_put_back_and_who_did_it_is_on_record(world: World, staffed: str) -> None:
    told = read(staffed, f"{RELEASES}/1")
    (words,) = told["back"]["words"]
    body = {"part": words["part"], "seen": told["seen"]}
    assert put_back(staffed, 1, {**body, "check": True}).json() == {"checked": True}
    assert KEPT in world.text()
    done = put_back(staffed, 1, body, "Rae")
    assert (done.status_code, done.json()) == (200, {"files": [CHECKOUT]})
    assert SAVED in world.text()
    deed = world.deeds()[-1]
    assert (deed.who, deed.did, deed.what) == ("Rae", "edited", "framework checkout")
    assert deed.why == "put back the words for tone plain, as release 1 has it"
    assert world.release == 2, "published by nobody yet"
    assert read(staffed, "/api/unpublished")["any"]


@pytest.mark.parametrize("wanted", ["framework", "everything"])
def test_a_framework_or_all_words_go_back_at_once(world: World, staffed: str, wanted: str) -> None:
    first = world.text().replace(KEPT, SAVED)
    world.change("name: Checkout left behind", "name: Left at the checkout")
    world.change("who: A tinsmith", "who: One tinsmith", "voice.yaml")
    told = read(staffed, f"{RELEASES}/1")
    back = told["back"]
    assert [one["what"] for one in back["settings"]] == ["Name"]
    assert [one["name"] for one in back["voice"]] == ["Who the brand is"]
    part = back["everything"] if wanted == "everything" else back["frameworks"][0]["part"]
    assert put_back(staffed, 1, {"part": part, "seen": told["seen"]}).status_code == 200
    assert world.text() == first
    assert ("One tinsmith" in world.text("voice.yaml")) == (wanted == "framework")


def test_of_two_programs_the_second_is_told_what_differs_now(world: World, staffed: str) -> None:
    told = read(staffed, f"{RELEASES}/1")
    body = {"part": told["back"]["everything"], "seen": told["seen"]}
    world.change(KEPT, HERE)
    late = put_back(staffed, 1, body)
    assert late.status_code == 409
    now = late.json()
    assert "Nothing was put back" in now["detail"]
    assert said(now["back"]["words"][0]["pieces"], "new") == "Your basket is here"
    assert HERE in world.text()
    again = put_back(staffed, 1, {"part": now["back"]["everything"], "seen": now["seen"]})
    assert again.status_code == 200, "and what it is told can be sent"
    assert SAVED in world.text()
    assert put_back(staffed, 1, body).status_code == 409


def test_what_is_edited_and_not_published_goes_back_to_what_holds(
    world: World, staffed: str
) -> None:
    world.change(KEPT, HERE)
    told = read(staffed, f"{RELEASES}/2")
    body = {"part": told["back"]["words"][0]["part"], "seen": told["seen"]}
    assert put_back(staffed, 2, body).status_code == 200
    assert not read(staffed, "/api/unpublished")["any"]


@pytest.mark.parametrize(
    ("path", "body", "who", "status"),
    [
        (f"{RELEASES}/1/put-back", {}, "Vic", 403),
        (f"{RELEASES}/1/put-back", {"part": "0" * 16}, "Vic", 403),
        (f"{RELEASES}/1/put-back", {}, "nobody", 401),
        (f"{RELEASES}/1/put-back", {"part": "0" * 16}, "Ann", 409),
        (f"{RELEASES}/1/put-back", {"part": HOSTILE}, "Ann", 409),
        (f"{RELEASES}/1/put-back", {"seen": ""}, "Ann", 409),
        (f"{RELEASES}/1/put-back", {"seen": 3}, "Ann", 400),
        (f"{RELEASES}/1/put-back", {"sure": True}, "Ann", 400),
        (f"{RELEASES}/3/put-back", {}, "Ann", 404),
        (f"{RELEASES}/{'9' * 30}/put-back", {}, "Ann", 404),
        (f"{RELEASES}/1/put-back?brand=another", {}, "Ann", 404),
    ],
)
def test_who_may_not_or_saw_something_else_changes_nothing(
    world: World, staffed: str, path: str, body: dict[str, object], who: str, status: int
) -> None:
    told = read(staffed, f"{RELEASES}/1")
    before, deeds = world.everything(), world.deeds()
    sent = {"part": told["back"]["everything"], "seen": told["seen"], **body}
    answer = call(staffed, "POST", path, sent, who)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert world.everything() == before
    assert world.deeds() == deeds


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/3", 404), ("/0", 404), ("/x", 404), (f"/{'9' * 30}", 404), ("?before=x", 400),
        ("?limit=0", 400), ("?limit=201", 400), ("?brand=another", 404),
    ],
)  # fmt: skip
def test_what_is_not_there_is_told_by_its_kind(staffed: str, path: str, status: int) -> None:
    assert call(staffed, "GET", f"{RELEASES}{path}").status_code == status
    assert call(staffed, "GET", RELEASES, who="nobody").status_code == 401


def test_what_would_leave_mistakes_is_told_each_and_not_done(world: World, staffed: str) -> None:
    dry = "  - {key: dry, label: Dry, describes: Few words."
    world.change("angles:", f"{dry}}}\nangles:")
    world.change("tones:\n", f"tones:\n{dry}, example: Saved.}}\n", "voice.yaml")
    words = "\n  - tone: dry\n    subject: Saved\n    preheader: Saved\n    headline: Saved\n"
    words += "    body: Saved.\n    cta: Go\n"
    (world.folder / CHECKOUT).write_text(f"{world.text().rstrip()}\n{words}")
    told = read(staffed, f"{RELEASES}/2")
    (tone,) = [one for one in told["back"]["settings"] if one["what"] == "Tone dry"]
    before = world.everything()
    answer = put_back(staffed, 2, {"part": tone["part"], "seen": told["seen"]})
    assert answer.status_code == 422
    assert any(CHECKOUT in one for one in answer.json()["mistakes"])
    assert world.everything() == before


def test_without_a_folder_or_with_mistakes_a_release_is_told_and_nothing_put_back(
    world: World, staffed: str
) -> None:
    told = read(staffed, f"{RELEASES}/1")
    body = {"part": told["back"]["everything"], "seen": told["seen"]}
    world.change("max_chars: 60", "max_chars: sixty")
    wrong = read(staffed, f"{RELEASES}/1")
    assert (wrong["seen"], wrong["back"]["everything"]) == ("", None)
    assert any("a whole number of characters" in one for one in wrong["mistakes"])
    assert put_back(staffed, 1, body).status_code == 422
    world.folder.rename(world.folder.parent.parent / "elsewhere")
    gone = read(staffed, f"{RELEASES}/2")
    assert "not the folder that it came from" in gone["read_only"]
    assert gone["changes"]["words"]
    assert gone["seen"] == ""
    assert put_back(staffed, 1, body).status_code == 409
