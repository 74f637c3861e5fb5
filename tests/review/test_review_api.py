"""The review queue for programs: the same judgements, by token, as JSON."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from review_world import BRAND, World

from rapport.core.creative.draft import USABLE, WAITING
from rapport.testing import examples as ex

API = "/api/review"
TOKEN = "a token that nobody guesses"


def call(
    world: World, method: str, path: str, body: object = None, token: str = "token of Nell"
) -> httpx.Response:
    headers = {"Authorization": f"Bearer {token}"}
    return world.ask(method, f"{API}{path}", json=body, headers=headers)


# What JSON holds has any type.
def answer(world: World, method: str, path: str, body: object = None) -> Any:
    answered = call(world, method, path, body)
    assert answered.status_code == 200, answered.text
    return answered.json()


@pytest.fixture(autouse=True)
def _people(world: World) -> None:
    world.employ(Nell="reviewer", Ada="author", Vic="viewer")


def test_a_queue_is_read_page_by_page(world: World) -> None:
    drafts = [world.waits(f"{word}.", deadline=world.clock.at + n)
              for n, word in enumerate(("One", "Two", "Three"), 1)]  # fmt: skip
    first = answer(world, "GET", "?limit=2")
    assert first["counts"] == {"waiting": 3}
    assert [one["id"] for one in first["items"]] == [drafts[0].id, drafts[1].id]
    rest = answer(world, "GET", f"?limit=2&after={first['next']}")
    assert [one["id"] for one in rest["items"]] == [drafts[2].id]
    assert rest["next"] is None


def test_a_draft_is_read_judged_and_gone(world: World) -> None:
    draft = world.waits()
    item = answer(world, "GET", f"/{draft.id}")
    assert item["open"] is True
    assert item["slots"][0]["pieces"][0] == {"kind": "gone", "text": "Your basket is still"}
    done = answer(world, "POST", f"/{draft.id}/approve")
    assert (done["did"], done["draft"]) == ("approved", draft.id)
    late = call(world, "POST", f"/{draft.id}/approve")
    assert (late.status_code, late.json()["did"]) == (409, "late")
    assert world.deeds()[-1] == ("Nell", "approved", f"draft {draft.id}")


def test_an_edit_changes_what_it_names_and_keeps_the_rest(world: World) -> None:
    draft = world.waits("It is all still here.")
    done = answer(world, "POST", f"/{draft.id}/edit", {"slots": {"subject": "It is kept"}})
    kept = world.records.draft(BRAND, done["became"])
    assert kept is not None
    assert kept.draft.slots == {**draft.slots, "subject": "It is kept"}
    again = world.waits("It is all still here for you.")
    empty = call(world, "POST", f"/{again.id}/edit", {"slots": {"body": ""}})
    assert (empty.status_code, empty.json()["findings"][0]["rule"]) == (422, "slot")


def test_an_edit_that_changes_no_words_approves_the_draft_itself(world: World) -> None:
    draft = world.waits("It is all still here.")
    same = {"slots": {"body": f" {draft.slots['body']} \r\n"}}
    done = answer(world, "POST", f"/{draft.id}/edit", same)
    assert (done["did"], done["became"]) == ("approved", "")


def test_an_edit_a_rejection_and_a_lesson(world: World) -> None:
    edited, rejected = world.waits(), world.waits("Your basket is a treasure of ours.")
    slots = {"subject": "Still here", "body": "Only £5."}
    faulty = call(world, "POST", f"/{edited.id}/edit", {"slots": slots})
    assert (faulty.status_code, faulty.json()["did"]) == (422, "faulty")
    assert faulty.json()["findings"][0]["rule"] == "figure" or faulty.json()["findings"]
    better = answer(world, "POST", f"/{edited.id}/edit", {"slots": {**slots, "body": "Kept."}})
    assert world.standing(better["became"]).state == USABLE
    body = {"why": "Sickly.", "teach": {"kind": "phrase", "text": "treasure of ours"}}
    assert answer(world, "POST", f"/{rejected.id}/reject", body)["lesson"] == 1
    rule = {"kind": "rule", "text": "Be brief."}
    assert answer(world, "POST", "/taught", rule)["lesson"]["number"] == 2
    assert answer(world, "DELETE", "/taught/1")["lesson"]["withdrawn"] is True
    assert call(world, "DELETE", "/taught/1").status_code == 404
    lessons = answer(world, "GET", "/taught")["lessons"]
    assert [(one["kind"], one["withdrawn"]) for one in lessons] == [
        ("phrase", True),
        ("rule", False),
    ]


def test_what_a_ban_takes_along_is_told_by_a_dry_run_and_comes_back_with_it(world: World) -> None:
    mine = world.waits("Your basket is a treasure of ours.")
    other = world.waits("That treasure of ours is here.")
    phrase = {"text": "treasure of ours"}
    found = answer(world, "POST", "/taught/dry-run", {**phrase, "draft": mine.id})
    assert (found["waiting"], found["usable"], found["wordings"]) == (1, 0, 0)
    assert [one["draft"] for one in found["drafts"]] == [other.id]
    assert answer(world, "POST", "/taught/dry-run", phrase)["waiting"] == 2
    assert call(world, "POST", "/taught/dry-run", {"text": "the"}).status_code == 400
    teach = {"kind": "phrase", **phrase, "seen": found["seen"]}
    again = world.waits("Another treasure of ours.")
    more = call(world, "POST", f"/{mine.id}/reject", {"why": "No.", "teach": teach})
    assert (more.status_code, "look again" in more.json()["detail"]) == (409, True)
    assert world.standing(mine.id).state == WAITING
    seen = answer(world, "POST", "/taught/dry-run", {**phrase, "draft": mine.id})["seen"]
    body = {"why": "No.", "teach": {**teach, "seen": seen}}
    done = answer(world, "POST", f"/{mine.id}/reject", body)
    assert set(done["withdrawn"]) == {other.id, again.id}
    later = world.waits("One more treasure of ours.")
    (against,) = answer(world, "GET", f"/{later.id}")["findings"]
    assert {**against["ban"], "at": 0} == {
        "lesson": 1, "words": "treasure of ours", "who": "Nell", "at": 0,
    }  # fmt: skip
    assert set(answer(world, "DELETE", "/taught/1")["waiting_again"]) == {other.id, again.id}


def test_many_are_judged_at_once(world: World) -> None:
    one = world.waits("Your basket is where you left it, all of it.")
    two = world.waits("Your basket is where you left it, every piece of it.")
    alike = answer(world, "GET", f"/{one.id}/alike")["items"]
    assert [row["id"] for row in alike] == [two.id]
    body = {"drafts": [one.id, two.id], "do": "approve"}
    outcomes = answer(world, "POST", "/judge", body)["outcomes"]
    assert [outcome["did"] for outcome in outcomes] == ["approved", "approved"]


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/0123", None, 404),
        ("POST", "/0123/approve", None, 404),
        ("GET", "?limit=0", None, 400),
        ("GET", "?limit=" + "9" * 5_000, None, 400),
        ("GET", "?limit=0000000019999", None, 400),
        ("GET", "?limit=" + "0" * 9 + "9" * 30, None, 400),
        ("GET", "?limit=²", None, 400),
        ("GET", "?after=x", None, 400),
        ("GET", "?brand=quarry", None, 404),
        ("POST", "/{draft}/edit", {"slots": "all of them"}, 400),
        ("POST", "/{draft}/edit", {"slots": {}, "who": "Pia"}, 400),
        ("POST", "/{draft}/edit", {"slots": {}}, 400),
        ("POST", "/{draft}/edit", {"slots": {"nowhere": ""}}, 400),
        ("POST", "/{draft}/edit?check=true", {"slots": {"body": "Kept."}}, 400),
        ("POST", "/{draft}/approve", {"check": True}, 400),
        ("POST", "/{draft}/approve?check=true", None, 400),
        ("POST", "/{draft}/reject", {}, 400),
        ("POST", "/{draft}/reject", {"why": " "}, 400),
        ("POST", "/judge", {"drafts": [], "do": "burn"}, 400),
        ("POST", "/judge", {"drafts": ["x"] * 201, "do": "approve"}, 400),
        ("POST", "/taught", {"kind": "phrase", "text": "a" * 200_000}, 413),
        ("POST", "/taught", {"kind": "song", "text": "la"}, 400),
        ("PUT", "/{draft}", {}, 405),
        ("DELETE", "/taught/1", None, 404),
        ("DELETE", "/taught/" + "9" * 30, None, 404),
        ("DELETE", "/taught/" + "9" * 5_000, None, 404),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_reason(
    world: World, method: str, path: str, body: object, status: int
) -> None:
    draft = world.waits()
    refused = call(world, method, path.format(draft=draft.id), body)
    assert refused.status_code == status
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.json()["detail"]
    assert world.standing(draft.id).state == WAITING


@pytest.mark.parametrize("token", ["", "wrong", "token of nobody", "é", "Basic x", "token of nell"])
def test_nobody_gets_in_without_a_token(world: World, token: str) -> None:
    draft = world.waits()
    for method, path in (("GET", ""), ("POST", f"/{draft.id}/approve")):
        headers = {"Authorization": f"Bearer {token}".encode()}
        assert world.ask(method, f"{API}{path}", headers=headers).status_code == 401
        assert world.ask(method, f"{API}{path}").status_code == 401
    assert world.standing(draft.id).state == WAITING


def test_the_consoles_cookie_opens_nothing_here(world: World) -> None:
    signed = world.ask("POST", "/console/sign-in", data={"token": "token of Pia"})
    cookie = {"Cookie": f"rapport_console={signed.cookies['rapport_console']}"}
    assert world.ask("GET", API, headers=cookie).status_code == 401


def test_a_role_is_held_to_and_another_brand_is_not_there(world: World) -> None:
    draft = world.waits()
    for name, path, body in (
        ("Vic", f"/{draft.id}/approve", None),
        ("Ada", f"/{draft.id}/approve", None),
        ("Ada", "/judge", {"drafts": [draft.id], "do": "approve"}),
        ("Vic", f"/{draft.id}/edit", {"slots": {"body": "Mine."}}),
        ("Ada", "/taught", {"kind": "rule", "text": "Be brief."}),
    ):
        refused = call(world, "POST", path, body, f"token of {name}")
        assert refused.status_code == 403, (name, path)
        assert name in refused.json()["detail"]
    assert call(world, "GET", f"/{draft.id}", token="token of Vic").status_code == 200
    world.publish(ex.brand("quarry"))
    assert call(world, "GET", "?brand=quarry").status_code == 404
    assert world.standing(draft.id).state == WAITING
    assert world.records.people(BRAND)[0].name == "Ada"


def test_an_approval_is_not_overruled_by_who_does_not_say_so(world: World) -> None:
    draft = world.waits()
    assert call(world, "POST", f"/{draft.id}/approve").status_code == 200
    for path, body in (
        (f"/{draft.id}/reject", {"why": "Dull."}),
        ("/judge", {"drafts": [draft.id], "do": "reject", "why": "Dull."}),
    ):
        late = call(world, "POST", path, body)
        told = late.json() if "outcomes" not in late.json() else late.json()["outcomes"][0]
        assert (late.status_code, told["did"]) == (200 if "judge" in path else 409, "late")
        assert (told["can_take_back"], "approved it already" in told["told"]) == (True, True)
    body = {"why": "Dull.", "take_back": True}
    assert call(world, "POST", f"/{draft.id}/reject", body).status_code == 200
    assert world.deeds()[-1][1] == "taken back"
