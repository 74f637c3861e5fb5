"""Changing frameworks and taking proposals in over HTTP: who may, on what they saw, conflicts."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from desk_world import BRAND, CHECKOUT, HOSTILE, World
from proposals import WRITTEN, propose

from rapport.bootstrap.serving.web_edge import web_edge
from rapport.core.creative.draft import WAITING
from rapport.testing.model_server import ModelServer, Turn
from serving import served

ROLES = {"Ann": "author", "Rae": "reviewer", "Pia": "publisher", "Vic": "viewer"}
FRAMEWORK = "/api/frameworks/checkout"
PROPOSALS = "/api/proposals"
PLAIN = {"tone": ["plain"]}


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


def passages(base: str) -> dict[str, dict[str, str]]:
    found = call(base, "GET", FRAMEWORK).json()["passages"]
    return {one["id"]: one["words"] for one in found}


JOINED = (("fa", "می\u200cخواهم"), ("hi", "श्री क्\u200dष"), ("en", "For her 👩\u200d🦰"))


def passage_with(base: str, words: str) -> str:
    return next(key for key, said in passages(base).items() if words in said.values())


# --- Words ---------------------------------------------------------------------------------------


def test_words_are_added_changed_and_retired_with_who_did_it_on_record(
    world: World, staffed: str
) -> None:
    added = call(
        staffed, "POST", f"{FRAMEWORK}/words", {"words": {"cta": "See it"}, "bound": PLAIN}
    )
    assert added.status_code == 201
    assert added.json()["files"] == [CHECKOUT]
    assert added.json()["edition"] == call(staffed, "GET", FRAMEWORK).json()["file"]["edition"]
    one = passage_with(staffed, "See it")
    edited = call(staffed, "PUT", f"{FRAMEWORK}/words/{one}", {"words": {"cta": "Look at it"}})
    assert edited.status_code == 200
    two = passage_with(staffed, "Look at it")
    assert two != one
    assert call(staffed, "DELETE", f"{FRAMEWORK}/words/{two}", who="Rae").status_code == 200
    assert "Look at it" not in world.text()
    assert [(deed.who, deed.did) for deed in world.deeds()] == [
        ("Ann", "edited"),
        ("Ann", "edited"),
        ("Rae", "edited"),
    ]
    assert world.release == 1, "published by nobody yet"


def test_what_joins_letters_and_emoji_is_taken_where_it_does_something(staffed: str) -> None:
    for language, words in JOINED:
        body = {"words": {"cta": words}, "bound": PLAIN, "check": True, "language": language}
        answer = call(staffed, "POST", f"{FRAMEWORK}/words", body)
        assert answer.status_code == 200, answer.text
    body = {"words": {"cta": "See\u200d it"}, "bound": PLAIN, "check": True}
    answer = call(staffed, "POST", f"{FRAMEWORK}/words", body)
    assert answer.status_code == 422
    assert "U+200D" in answer.text


def test_a_part_that_is_left_out_stays_and_an_empty_one_goes(world: World, staffed: str) -> None:
    words = {"cta": "See it", "headline": "Here it is"}
    call(staffed, "POST", f"{FRAMEWORK}/words", {"words": words, "bound": PLAIN})
    one = passage_with(staffed, "See it")
    call(staffed, "PUT", f"{FRAMEWORK}/words/{one}", {"words": {"headline": "Still here"}})
    two = passage_with(staffed, "Still here")
    assert passages(staffed)[two] == {"cta": "See it", "headline": "Still here"}
    call(staffed, "PUT", f"{FRAMEWORK}/words/{two}", {"words": {"headline": ""}})
    assert passages(staffed)[passage_with(staffed, "See it")] == {"cta": "See it"}


def test_only_checking_writes_nothing(world: World, staffed: str) -> None:
    before = world.everything()
    good = {"words": {"cta": "See it"}, "bound": PLAIN, "check": True}
    assert call(staffed, "POST", f"{FRAMEWORK}/words", good).json() == {"checked": True}
    bad = {"words": {"cta": "x" * 400}, "bound": PLAIN, "check": True}
    assert call(staffed, "POST", f"{FRAMEWORK}/words", bad).status_code == 422
    assert world.everything() == before
    assert world.deeds() == []


def test_only_checking_takes_no_words_away(world: World, staffed: str) -> None:
    call(staffed, "POST", f"{FRAMEWORK}/words", {"words": {"cta": "See it"}, "bound": PLAIN})
    one = f"{FRAMEWORK}/words/{passage_with(staffed, 'See it')}"
    needed = f"{FRAMEWORK}/words/{next(iter(passages(staffed)))}"
    before, deeds = world.everything(), world.deeds()
    assert call(staffed, "DELETE", one, {"check": True}).json() == {"checked": True}
    assert call(staffed, "DELETE", f"{one}?check=true").json() == {"checked": True}
    assert call(staffed, "DELETE", needed, {"check": True}).status_code == 422
    assert (world.everything(), world.deeds()) == (before, deeds)


def test_a_mistake_is_told_with_its_file_and_line(world: World, staffed: str) -> None:
    before = world.everything()
    answer = call(staffed, "POST", f"{FRAMEWORK}/words", {"words": {"cta": "{{ nonsense }}"}})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert any(one.startswith(f"{CHECKOUT}:") for one in answer.json()["mistakes"])
    assert world.everything() == before


def test_of_two_who_change_the_same_words_the_second_is_told_what_there_is_now(
    world: World, staffed: str
) -> None:
    call(staffed, "POST", f"{FRAMEWORK}/words", {"words": {"cta": "See it"}, "bound": PLAIN})
    seen = passage_with(staffed, "See it")
    first = call(staffed, "PUT", f"{FRAMEWORK}/words/{seen}", {"words": {"cta": "Look at it"}})
    assert first.status_code == 200
    late = call(staffed, "PUT", f"{FRAMEWORK}/words/{seen}", {"words": {"cta": "Mine"}}, "Rae")
    assert late.status_code == 409
    now = late.json()
    assert "Look at it" in [one["words"].get("cta") for one in now["passages"]]
    assert now["edition"] == first.json()["edition"]
    assert call(staffed, "DELETE", f"{FRAMEWORK}/words/{seen}").status_code == 409
    assert "Mine" not in world.text()


def test_the_whole_file_is_replaced_only_in_place_of_what_was_seen(
    world: World, staffed: str
) -> None:
    file = call(staffed, "GET", FRAMEWORK).json()["file"]
    assert file["text"] == world.text()
    text = file["text"].replace("Your basket is saved", "All of it is here")
    body = {"text": text, "edition": file["edition"]}
    saved = call(staffed, "PUT", f"{FRAMEWORK}/file", body)
    assert saved.status_code == 200
    assert world.text() == text
    again = call(staffed, "PUT", f"{FRAMEWORK}/file", {**body, "text": file["text"]}, "Rae")
    assert again.status_code == 409
    told = again.json()
    assert told["detail"].startswith("Somebody changed this since you looked.")
    assert "typed" not in told["detail"], "a program has no page on which that would still be"
    assert told["edition"] == saved.json()["edition"]
    pieces = [piece for hunk in told["changed"] for piece in hunk["pieces"]]
    new = "".join(piece["text"] for piece in pieces if piece["kind"] != "gone")
    assert "subject: All of it is here" in new
    assert world.text() == text


def test_what_is_seen_is_published_and_what_is_not_is_refused(world: World, staffed: str) -> None:
    body = {"words": {"cta": "See it"}, "bound": PLAIN}
    call(staffed, "POST", f"{FRAMEWORK}/words", body)
    seen = call(staffed, "GET", "/api/unpublished").json()["seen"]
    assert call(staffed, "POST", "/api/publish", {"seen": seen}, "Ann").status_code == 403
    for other in ("", "something else"):
        assert call(staffed, "POST", "/api/publish", {"seen": other}, "Pia").status_code == 409
    assert world.release == 1
    done = call(staffed, "POST", "/api/publish", {"seen": seen}, "Pia")
    assert (done.status_code, done.json()) == (200, {"release": 2, "proposed": False})
    assert call(staffed, "GET", "/api/unpublished").json()["any"] is False


def test_all_that_differs_is_told_and_what_publishing_it_would_lose(
    world: World, staffed: str
) -> None:
    world.change("the tinsmith waits*", "the kettle waits*", "voice.yaml")
    world.change("holdout: 10%", "holdout: 5%", "brand.yaml")
    told = call(staffed, "GET", "/api/unpublished").json()
    assert [one["name"] for one in told["voice"]] == ["Phrases that the check “guilt” stops"]
    assert [one["name"] for one in told["files"]] == ["brand.yaml"]
    (warning,) = told["warnings"]
    assert "Reports of what messages were worth begin anew" in warning


# --- Proposals -----------------------------------------------------------------------------------


def test_what_waits_and_what_is_approved_is_listed(world: World, staffed: str) -> None:
    approved = propose(world, {"cta": "See it"})
    waiting = propose(world, {"cta": "Look at it"}, judged=False)
    found = call(staffed, "GET", PROPOSALS, who="Vic").json()
    assert [one["id"] for one in found["waiting"]] == [waiting]
    (one,) = found["approved"]
    assert (one["id"], one["parts"], one["fit"]) == (approved, {"cta": "See it"}, True)
    assert "approved by Rae" in one["by"]
    assert found["next"] is None
    assert call(staffed, "GET", f"{PROPOSALS}?after=nonsense").status_code == 400


def test_an_approved_proposal_is_taken_in_and_taken_in_again_is_told_where_it_is(
    world: World, staffed: str
) -> None:
    draft = propose(world, {"cta": "See it"})
    body = {"drafts": [draft]}
    checked = call(staffed, "POST", f"{PROPOSALS}/take-in", {**body, "check": True})
    assert checked.json() == {"drafts": [], "files": [], "checked": True, "told": []}
    assert draft not in world.text()
    done = call(staffed, "POST", f"{PROPOSALS}/take-in", body)
    (told,) = done.json()["told"]
    assert told.startswith("“See it”: Other approved words go before these for everybody")
    came = {"drafts": [draft], "files": [CHECKOUT], "checked": False, "told": [told]}
    assert done.json() == came
    assert world.text().count(draft) == 1
    again = call(staffed, "POST", f"{PROPOSALS}/take-in", body)
    assert again.status_code == 409
    (now,) = again.json()["drafts"]
    assert (now["state"], now["in_files"], now["who"]) == ("usable", True, "Rae")
    assert [(deed.who, deed.did) for deed in world.deeds()] == [("Ann", "edited")]


def test_what_somebody_took_back_is_told_with_who_and_why(world: World, staffed: str) -> None:
    draft, other = propose(world, {"cta": "See it"}), propose(world, {"cta": "x"}, judged=False)
    back = call(
        staffed,
        "POST",
        f"/api/review/{draft}/reject",
        {"why": "Not any more.", "take_back": True},
        "Pia",
    )
    assert back.status_code == 200
    answer = call(staffed, "POST", f"{PROPOSALS}/take-in", {"drafts": [draft, other, HOSTILE]})
    assert answer.status_code == 409
    told = {one["draft"]: one for one in answer.json()["drafts"]}
    assert (told[draft]["state"], told[draft]["who"]) == ("rejected", "Pia")
    assert told[draft]["why"] == "Not any more."
    assert told[other]["state"] == WAITING
    assert told[HOSTILE]["state"] == "unknown"


def test_what_breaks_a_rule_by_now_is_refused_with_each_finding(world: World, staffed: str) -> None:
    draft = propose(world, {"cta": "A splendid kettle"})
    world.change("avoid: [synergy", "avoid: [splendid, synergy", "voice.yaml")
    answer = call(staffed, "POST", f"{PROPOSALS}/take-in", {"drafts": [draft]})
    assert answer.status_code == 422
    (held,) = answer.json()["held"]
    assert held["draft"] == draft
    assert [(one["rule"], one["found"]) for one in held["findings"]] == [
        ("avoided word", "splendid")
    ]
    (listed,) = call(staffed, "GET", PROPOSALS).json()["approved"]
    assert (listed["fit"], listed["findings"]) == (False, held["findings"])


def test_of_many_programs_at_once_one_takes_it_in(world: World, staffed: str) -> None:
    draft, came = propose(world, {"cta": "See it"}), list[int]()

    def run() -> None:
        body = {"drafts": [draft]}
        came.append(call(staffed, "POST", f"{PROPOSALS}/take-in", body).status_code)

    threads = [threading.Thread(target=run) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(came) == [200] + [409] * 5
    assert world.text().count(draft) == 1


# --- Who, and what makes no sense ----------------------------------------------------------------

CHANGES = [
    ("POST", f"{FRAMEWORK}/words", {"words": {"cta": "See it"}, "bound": PLAIN}),
    ("PUT", f"{FRAMEWORK}/words/{{passage}}", {"words": {"cta": "See it"}}),
    ("DELETE", f"{FRAMEWORK}/words/{{passage}}", None),
    ("PUT", f"{FRAMEWORK}/file", {"text": "key: checkout", "edition": "{edition}"}),
    ("POST", "/api/publish", {"seen": "x"}),
    ("POST", f"{PROPOSALS}/take-in", {"drafts": ["{draft}"]}),
]


@pytest.mark.parametrize(("method", "path", "body"), CHANGES)
@pytest.mark.parametrize(("who", "status"), [("Vic", 403), ("nobody", 401)])
def test_who_may_only_look_changes_nothing(
    world: World, staffed: str, method: str, path: str, body: object, who: str, status: int
) -> None:
    draft = propose(world, {"cta": "See it"})
    file = call(staffed, "GET", FRAMEWORK).json()["file"]
    passage = next(iter(passages(staffed)))
    sent = json.dumps(body).replace("{draft}", draft).replace("{edition}", file["edition"])
    before, deeds = world.everything(), world.deeds()
    path = path.replace("{passage}", passage)
    answer = call(staffed, method, path, json.loads(sent) if body else None, who)
    assert answer.status_code == status, answer.text
    assert world.everything() == before
    assert world.deeds() == deeds


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", f"{FRAMEWORK}/words", [], 400),
        ("POST", f"{FRAMEWORK}/words", {"words": {"cta": 3}}, 400),
        ("POST", f"{FRAMEWORK}/words", {"words": {"cta": "x"}, "bond": {}}, 400),
        ("POST", f"{FRAMEWORK}/words", {"words": {"cta": "x"}, "bound": {"tones": ["warm"]}}, 400),
        ("PUT", f"{FRAMEWORK}/words/{{passage}}", {"bound": {"colour": ["red"]}}, 400),
        ("POST", f"{FRAMEWORK}/words", {"words": {"nowhere": "x"}}, 422),
        ("POST", f"{FRAMEWORK}/words", {"words": {"cta": "x"}, "bound": {"tone": ["loud"]}}, 422),
        ("POST", "/api/frameworks/gone/words", {"words": {"cta": "x"}}, 404),
        ("PUT", f"{FRAMEWORK}/words/gone", {"words": {"cta": "x"}}, 409),
        ("PUT", f"{FRAMEWORK}/file", {"text": "key: ][", "edition": "{edition}"}, 422),
        ("PUT", f"{FRAMEWORK}/file", {"text": "key: checkout"}, 400),
        ("PUT", f"{FRAMEWORK}/file", {"text": "x" * 900_000, "edition": ""}, 413),
        ("POST", f"{PROPOSALS}/take-in", {"drafts": []}, 422),
        ("POST", f"{PROPOSALS}/take-in", {"drafts": "all"}, 400),
        ("POST", PROPOSALS, {"framework": "checkout", "brief": "x"}, 409),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    world: World, staffed: str, method: str, path: str, body: object, status: int
) -> None:
    edition = call(staffed, "GET", FRAMEWORK).json()["file"]["edition"]
    before = world.everything()
    sent = json.loads(json.dumps(body).replace("{edition}", edition))
    path = path.replace("{passage}", next(iter(passages(staffed))))
    answer = call(staffed, method, path, sent)
    assert answer.status_code == status, answer.text
    assert answer.json()["detail"]
    assert world.everything() == before
    assert world.deeds() == []


# --- Asking a model ------------------------------------------------------------------------------


@pytest.fixture
def asking(tmp_path: Path, model: ModelServer) -> Iterator[tuple[World, str]]:
    url = f"{model.url}/v1"
    world = World(tmp_path / "with-model", model="openai:kiln", model_url=url)
    world.employ(**ROLES)
    with served(web_edge(world.here)) as base:
        yield world, base
    world.close()


def test_a_brief_becomes_a_proposal_and_goes_all_the_way_over_http(
    asking: tuple[World, str],
) -> None:
    world, base = asking
    brief = {"framework": "checkout", "brief": "Something quieter.", "tone": "plain",
             "parts": ["cta"]}  # fmt: skip
    assert call(base, "POST", PROPOSALS, brief, "Vic").status_code == 403
    made = call(base, "POST", PROPOSALS, brief, "Ann")
    assert made.status_code == 201, made.text
    draft = made.json()["draft"]
    assert draft["parts"] == WRITTEN
    assert draft["brief"] == "Something quieter."
    again = call(base, "POST", PROPOSALS, brief, "Ann")
    assert (again.status_code, again.json()["known"]) == (200, True)
    assert [one["id"] for one in call(base, "GET", PROPOSALS).json()["waiting"]] == [draft["id"]]
    approved = call(base, "POST", f"/api/review/{draft['id']}/approve", {}, "Rae").json()
    assert approved["to_adopt"] is True
    taken = call(base, "POST", f"{PROPOSALS}/take-in", {"drafts": [draft["id"]]}, "Ann")
    assert taken.json()["files"] == [CHECKOUT]
    assert [(deed.who, deed.did) for deed in world.deeds()] == [
        ("Ann", "asked"), ("Ann", "asked"), ("Rae", "approved"), ("Ann", "edited"),
    ]  # fmt: skip


def test_what_the_checks_stop_and_what_the_model_refuses_is_told(
    asking: tuple[World, str], model: ModelServer
) -> None:
    world, base = asking
    brief = {"framework": "checkout", "brief": "Something quieter.", "parts": ["cta"]}
    model.say(Turn(json.dumps({"cta": "Only £3 today"})))
    stopped = call(base, "POST", PROPOSALS, brief)
    assert stopped.status_code == 422
    assert stopped.json()["findings"]
    assert stopped.json()["parts"] == {"cta": "Only £3 today"}
    model.say(Turn(status=401))
    failed = call(base, "POST", PROPOSALS, brief)
    assert (failed.status_code, failed.json()["trouble"]) == (502, "setting")
    unknown = call(base, "POST", PROPOSALS, {**brief, "framework": "nowhere"})
    assert unknown.status_code == 404
    assert world.here.review.waiting(BRAND) == 0


def test_a_page_of_the_queue_goes_on_where_the_last_one_ended(world: World, staffed: str) -> None:
    for n in range(3):
        propose(world, {"cta": f"See it, {'abc'[n]}"}, judged=False)
    first = world.here.review.queue(BRAND, None, 2)
    assert first.next is not None
    after = f"{first.next[0]}.{first.next[1]}"
    found = call(staffed, "GET", f"{PROPOSALS}?after={after}").json()
    assert len(found["waiting"]) == 1
    assert found["approved"] == []
