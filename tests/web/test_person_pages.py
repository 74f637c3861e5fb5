"""The page about one person: found by an address that stands nowhere else, and opted out there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import httpx
import pytest
from one_persons_world import ADA, BEA, BRAND, Shop
from structlog.testing import capture_logs

from browser import Browser, chromium
from rapport.bootstrap.serving.web_edge import web_edge
from rapport.core.brand import Cap
from rapport.core.events import Identifier
from rapport.core.time import DAY
from rapport.testing import examples as ex
from serving import served

FIND = f"/console/person?brand={BRAND}"
HOSTILE = '"><script>window.owned=1</script>'
CONTRAST = (Path(__file__).parents[1] / "review" / "contrast.js").read_text(encoding="utf-8")
OPENED = "document.querySelectorAll('main details').forEach(d => d.open = true)"
BECAUSE = {"sure": "yes", "because": "on the phone"}


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """Ada leaves a basket behind each week, and three messages a month are enough for her."""
    shop = Shop(tmp_path, brand=ex.brand(arms=ex.USUAL_ONLY, caps=(Cap(3, 28 * DAY),)))
    for week in range(3):
        shop.leaves(ADA, day=7 * week + 1, token=f"c{week}")
    shop.until(ex.at(16))
    yield shop
    shop.close()


def csrf(html: str) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', html)
    assert found
    return found[1]


def post(shop: Shop, path: str, **fields: str) -> httpx.Response:
    word = csrf(shop.ask("GET", FIND).text)
    return shop.ask("POST", path, data={"csrf": word, **fields})


def page_of(shop: Shop, address: str = ADA) -> str:
    """Where the look-up leads to."""
    return str(post(shop, FIND, person=address).headers["location"])


def links(html: str, root: str) -> list[str]:
    return [unescape(one) for one in re.findall(rf'href="({root}[^"]*)"', html)]


def test_an_address_leads_to_a_page_that_does_not_name_it(shop: Shop) -> None:
    with capture_logs() as logged:
        answer = post(shop, FIND, person=f" {ADA.upper()} ")
        assert answer.status_code == 303
        address = answer.headers["location"]
        page = shop.ask("GET", address)
    assert (page.status_code, page.headers["cache-control"]) == (200, "no-store")
    assert page.headers["referrer-policy"] == "same-origin"
    assert "<h1>a•••@e•••.com</h1>" in page.text
    for part in ("ada.", "lovelace", "example"):
        assert part not in address
        assert part not in page.text.lower()
        assert part not in repr(logged).lower()
    title = re.search(r"<title>(.*)</title>", page.text)
    assert title
    assert title[1] == "One person · Harbour Pottery · Rapport"


def test_the_overview_has_the_field_and_it_is_posted(shop: Shop) -> None:
    html = shop.ask("GET", f"/console?brand={BRAND}").text
    assert f'<form class="find" method="post" action="{FIND}"' in html
    assert 'name="person"' not in shop.ask("GET", f"/console?brand={BRAND}&before=1.a").text


@pytest.mark.parametrize(
    ("typed", "status"),
    [("eve@example.com", 404), ("@", 404), (HOSTILE, 404), ("x" * 5_000, 404), ("  ", 400)],
)
def test_nobody_is_a_polite_answer_that_keeps_what_was_typed(
    shop: Shop, typed: str, status: int
) -> None:
    page = post(shop, FIND, person=typed)
    assert page.status_code == status
    assert ("Nobody here is known by that." in page.text) == (status == 404)
    assert "<script>window" not in page.text
    assert f'value="{typed[:3]}' in unescape(page.text) or not typed.strip()


def test_the_form_is_refused_from_elsewhere(shop: Shop) -> None:
    assert shop.ask("POST", FIND, data={"person": ADA}).status_code == 403
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    word = csrf(shop.ask("GET", FIND).text)
    data = {"csrf": word, "person": ADA}
    assert shop.ask("POST", FIND, data=data, headers=elsewhere).status_code == 403


def test_everything_that_was_decided_for_them_is_linked_page_by_page(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shop.people.__class__.heard, "__defaults__", (None, 2))
    profile = str(shop.records.owner(BRAND, Identifier("email", ADA)))
    whole = shop.people.heard(BRAND, profile, None, 50).rows
    assert {row.silent for row in whole} == {True, False}
    found, path = [], page_of(shop)
    while path:
        html = shop.ask("GET", path).text
        here = links(html, "/console/(?:messages|silences)/")
        found += [one for one in here if one not in found]
        for one in here:
            assert shop.ask("GET", one).status_code == 200
        path = next((one for one in links(html, "/console/person/") if "before=" in one), "")
    assert [one.split("/")[3].partition("?")[0] for one in found] == [row.key for row in whole]


def test_a_message_and_a_silence_lead_there(shop: Shop) -> None:
    page = page_of(shop)
    html = shop.ask("GET", page).text
    for root in ("/console/messages/", "/console/silences/"):
        one = shop.ask("GET", links(html, root)[-1]).text
        assert links(one, "/console/person/") == [page, page]
    profile = shop.records.owner(BRAND, Identifier("email", ADA))
    listed = shop.ask("GET", f"/console/silences?brand={BRAND}&profile={profile}").text
    assert page in links(listed, "/console/person/")


def test_opting_out_asks_for_a_reason_and_to_be_sure_and_keeps_what_was_typed(shop: Shop) -> None:
    page = page_of(shop)
    path = page.replace("?", "/opt-out?")
    for fields, said in (
        ({"because": "on the phone"}, "Tick the box"),
        ({"sure": "yes", "because": "x"}, "is too short"),
        ({"sure": "yes", "because": f"{ADA} rang"}, "names an e-mail address"),
    ):
        answer = post(shop, path, **fields)
        assert (answer.status_code, said in answer.text) == (400, True)
        assert f'value="{fields["because"]}"' in answer.text
    assert "Agreed to marketing" in shop.ask("GET", page).text
    done = post(shop, path, **BECAUSE)
    assert done.status_code == 303
    html = shop.ask("GET", done.headers["location"]).text
    assert "Done. Nothing more is sent to them, also of what is planned." in html
    assert "Unsubscribed from marketing by e-mail on 18 Mar 2026, 00:00, told by your own" in html
    assert "/opt-out?" not in html
    assert post(shop, path, **BECAUSE).headers["location"].endswith("told=already")
    assert [who for who, did, _ in shop.deeds() if did == "opted out"] == ["owner"]
    assert shop.ask("GET", path).status_code == 405


def test_a_viewer_is_told_who_may_and_cannot(shop: Shop) -> None:
    shop.employ(Vic="viewer", Ann="author")
    page = f"/console/person/{shop.records.owner(BRAND, Identifier('email', ADA))}?brand={BRAND}"
    for name, may in (("Vic", False), ("Ann", True)):
        signed = shop.ask("POST", "/console/sign-in", data={"token": f"token of {name}"})
        cookie = {"Cookie": f"rapport_console={signed.cookies['rapport_console']}"}
        html = shop.ask("GET", page, headers=cookie).text
        assert ("Opt them out" in html) == may
        assert ("Anybody in charge who is no viewer" in html) == (not may)
        data = {"csrf": csrf(html), **BECAUSE}
        path = page.replace("?", "/opt-out?")
        answer = shop.ask("POST", path, data=data, headers=cookie)
        assert answer.status_code == (303 if may else 403)


def test_whoever_was_merged_leads_to_who_they_are(shop: Shop) -> None:
    user = Identifier("user_id", "u1")
    old = shop.tell("", ex.viewed("v1", ex.at(16, 1)), also=(user,))
    mine = str(shop.records.owner(BRAND, Identifier("email", ADA)))
    stays = shop.tell(ADA, ex.viewed("v2", ex.at(16, 2)), also=(user,))
    gone = old if stays == mine else mine
    answer = shop.ask("GET", f"/console/person/{gone}?brand={BRAND}")
    assert (answer.status_code, answer.headers["location"]) == (303, page_of(shop))


@pytest.mark.parametrize("profile", ["nobody", "a%2Fb", HOSTILE, "x" * 300, "%00"])
def test_what_is_nobodys_id_has_a_page_that_says_so(shop: Shop, profile: str) -> None:
    page = shop.ask("GET", f"/console/person/{profile}?brand={BRAND}")
    assert page.status_code == 404
    assert "<script>window" not in page.text


def test_another_brands_customer_is_nobody_here(shop: Shop) -> None:
    page = page_of(shop)
    shop.publish(ex.brand("quarry"))
    shop.restart()
    assert shop.ask("GET", page.replace(f"brand={BRAND}", "brand=quarry")).status_code == 404
    assert post(shop, FIND.replace(BRAND, "quarry"), person=ADA).status_code == 404


def call(
    shop: Shop, path: str, body: object, token: str = "token of Ann", query: str = ""
) -> httpx.Response:
    headers = {"Authorization": f"Bearer {token}"}
    return shop.ask("POST", f"/api/{path}{query}", json=body, headers=headers)


def test_a_program_is_told_what_the_page_shows_page_by_page(shop: Shop) -> None:
    shop.employ(Vic="viewer")
    profile = str(shop.records.owner(BRAND, Identifier("email", ADA)))
    whole = [row.key for row in shop.people.heard(BRAND, profile).rows]
    found, before = [], ""
    while before is not None:
        body = {"person": ADA, "limit": 2, "before": before}
        answer = call(shop, "people", body, "token of Vic")
        assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
        told = answer.json()
        found += [row["key"] for row in told["heard"]["items"]]
        before = told["heard"]["next"]
        assert "lovelace" not in answer.text
    assert found == whole
    assert (told["profile"], told["opted_out"]) == (profile, False)
    assert told["facts"][0]["about"] == "E-mail"


def test_a_program_opts_somebody_out_as_its_person_may(shop: Shop) -> None:
    shop.employ(Vic="viewer", Ann="author")
    body = {"person": ADA, "because": "ticket 4711"}
    assert call(shop, "opt-outs", body, "token of Vic").status_code == 403
    assert call(shop, "opt-outs", body, "token of nobody").status_code == 401
    done = call(shop, "opt-outs", body)
    assert done.status_code == 200
    assert done.json()["new"]
    assert done.json()["entry"] == shop.entries()[-1].deed.what
    assert shop.entries()[-1].deed.who == "Ann"
    assert not call(shop, "opt-outs", body).json()["new"]


@pytest.mark.parametrize(
    ("path", "body", "status", "said"),
    [
        ("people", {"person": "eve@example.com"}, 404, "Nobody here is known"),
        ("people", {"person": ADA, "limit": 0}, 400, "'limit' is 1 to 200."),
        ("people", {"person": ADA, "before": "x"}, 400, "'before' is what"),
        ("people", {"person": ADA, "more": 1}, 400, "The body cannot be used"),
        ("people", {}, 400, "The body cannot be used"),
        ("opt-outs", {"person": "eve@example.com", "because": "rang"}, 404, "Nobody here is known"),
        ("opt-outs", {"person": ADA, "because": ""}, 400, "Say why it is done"),
        ("opt-outs", {"person": ADA, "because": f"{ADA} rang"}, 400, "names an e-mail address"),
    ],
)  # fmt: skip
def test_a_program_is_told_what_it_asked_in_vain(
    shop: Shop, path: str, body: object, status: int, said: str
) -> None:
    shop.employ(Ann="author")
    answer = call(shop, path, body)
    assert (answer.status_code, said in answer.json()["detail"]) == (status, True)
    assert shop.ask("GET", f"/api/{path}").status_code == 405
    assert call(shop, path, body, query="?brand=quarry").status_code == 404


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (rb'{"person": "\ud800"}', r"it is no valid text, since it holds half a character"),
        (rb'{"person": "\ud800 and more"}', r"it holds half a character, such as \ud800 alone"),
        (rb'{"\udc00": 1, "person": "a"}', r"it holds half a character"),
        (b'{"person": "\xff"}', "it is no valid text, since it is not in UTF-8"),
        (rb'{"person": "\ud800', "truncated"),
        (b'{"person": "a', "truncated"),
    ],
)
def test_a_body_that_is_no_valid_text_is_called_that(shop: Shop, body: bytes, said: str) -> None:
    shop.employ(Ann="author")
    headers = {"Authorization": "Bearer token of Ann", "Content-Type": "application/json"}
    answer = shop.ask("POST", "/api/people", content=body, headers=headers)
    assert (answer.status_code, said in answer.json()["detail"]) == (400, True), answer.text


@pytest.mark.skipif(not chromium(), reason="no Chromium here: apt-get install chromium")
def test_it_can_be_read_and_done_by_keys_in_light_and_dark_and_on_a_phone(shop: Shop) -> None:
    shop.tell(BEA, ex.viewed("v", ex.at(16)))
    page = page_of(shop)
    message = links(shop.ask("GET", page).text, "/console/messages/")[0]
    with served(web_edge(shop.here)) as base, Browser() as browser:
        for path in (page, FIND, message, f"/console?brand={BRAND}"):
            for scheme in ("light", "dark"):
                browser.prefer(scheme)
                for width in (1280, 390):
                    browser.size(width, 900)
                    browser.open(base + path)
                    browser.js(OPENED)
                    assert browser.js("document.documentElement.scrollWidth") <= width, path
                    assert browser.js(CONTRAST) == [], (path, scheme)
        browser.open(f"{base}/console?brand={BRAND}")
        browser.js("document.getElementById('find-person').focus()")
        browser.type("nobody@example.com")
        browser.press("Enter")
        browser.until("document.querySelector('[role=alert]')")
        assert "nobody" not in browser.address()
        assert "nobody" not in browser.js("document.title")
        browser.js("document.getElementById('find-person').select()")
        browser.type(ADA)
        browser.press("Enter")
        browser.until("location.pathname.length > 20")
        assert "ada." not in browser.address()
        for _ in range(60):
            browser.press("Tab")
            if browser.js("document.activeElement.textContent.trim()") == "Opt them out":
                break
        browser.press("Enter")
        browser.until("document.querySelector('.ending').offsetParent")
        for key in ("Tab", "by letter", "Tab", " ", "Tab", "Enter"):
            browser.type(key) if len(key) > 6 else browser.press(key)
        browser.until("document.querySelector('[role=status]')")
        assert "Done. Nothing more is sent to them" in browser.js("document.body.textContent")
        # Nobody was found at first, which is an answer like any other.
        assert [one for one in browser.said if "404" not in one] == []
