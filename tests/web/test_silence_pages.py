"""The pages of decisions to say nothing, over a real store and in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import httpx
import pytest
from review_world import BRAND, World

from browser import Browser, chromium
from rapport.core.codec import decode_decision
from rapport.core.deciding.arms import Arms
from rapport.testing import examples as ex
from serving import served

LIST = f"/console/silences?brand={BRAND}"
HOSTILE = "</select><script>window.owned=1</script>"
CONTRAST = (Path(__file__).parents[1] / "review" / "contrast.js").read_text(encoding="utf-8")


@pytest.fixture
def quiet(tmp_path: Path) -> Iterator[World]:
    """A shop that writes to nobody; twelve people left their baskets there."""
    world = World(tmp_path, ex.brand(arms=Arms(holdout=5_000, usual=0)))
    world.leave_baskets(12, ex.at(7))
    yield world
    world.close()


def silent(world: World) -> list[str]:
    every = map(decode_decision, world.records.all_decisions(BRAND))
    return [one.id for one in every if one.action.hold and one.stage != "put off"]


def links(html: str) -> list[str]:
    found = re.findall(r'href="(/console/silences/[^"]+)"', html)
    return [unescape(one) for one in found]


def test_every_silence_has_a_page_that_says_why(quiet: World) -> None:
    html = quiet.ask("GET", LIST).text
    assert len(links(html)) == len(silent(quiet)) > 3
    assert "In the holdout" not in html
    for address in links(html):
        page = quiet.ask("GET", address)
        assert page.status_code == 200
        assert "<h1>Nothing was said</h1>" in page.text
        assert '<p class="summary">' in page.text


def test_from_one_silence_a_persons_others_are_reached(quiet: World) -> None:
    page = quiet.ask("GET", links(quiet.ask("GET", LIST).text)[0]).text
    theirs = re.search(r'href="(/console/silences\?[^"]*profile=[^"]+)"', page)
    assert theirs
    html = quiet.ask("GET", unescape(theirs[1])).text
    assert "Only " in html
    assert 1 <= len(links(html)) < len(silent(quiet))


def test_the_overview_leads_there(quiet: World) -> None:
    assert LIST in unescape(quiet.ask("GET", f"/console?brand={BRAND}").text)


def test_what_is_no_silence_or_no_decision_has_no_page(quiet: World) -> None:
    said = [one.id for one in map(decode_decision, quiet.records.all_decisions(BRAND))
            if not one.action.hold]  # fmt: skip
    for decision in [*said[:1], "no-such-decision", "..%2F..", "a/b"]:
        assert quiet.ask("GET", f"/console/silences/{decision}?brand={BRAND}").status_code == 404


@pytest.mark.parametrize(
    "query",
    ["&before=x", "&before=-1", f"&before={'9' * 400}", "&kind=other", f"&flow={HOSTILE}",
     f"&profile={HOSTILE}", "&flow=nowhere", "&profile=nobody", "&before=1"],
)  # fmt: skip
def test_an_address_that_makes_no_sense_breaks_nothing(quiet: World, query: str) -> None:
    page = quiet.ask("GET", LIST + query)
    assert page.status_code == 200
    assert "<script>window" not in page.text


def test_nobody_sees_another_brands(quiet: World) -> None:
    address = links(quiet.ask("GET", LIST).text)[0].replace(f"brand={BRAND}", "brand=other")
    assert quiet.ask("GET", address).status_code == 404


API = "/api/silences"


def call(world: World, path: str = "", token: str = "token of Vic") -> httpx.Response:
    return world.ask("GET", f"{API}{path}", headers={"Authorization": f"Bearer {token}"})


def test_a_program_reads_what_the_pages_show_page_by_page(quiet: World) -> None:
    quiet.employ(Vic="viewer")
    whole, path = [], "?limit=2"
    while True:
        answer = call(quiet, path)
        assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
        whole += answer.json()["items"]
        if answer.json()["next"] is None:
            break
        path = f"?limit=2&before={answer.json()['next']}"
    assert [one["decision"] for one in whole] == silent(quiet)[::-1]
    assert {"flow_name", "profile", "arm", "at", "kind", "why"} <= set(whole[0])
    of_one = call(quiet, f"?profile={whole[0]['profile']}").json()["items"]
    assert of_one == [one for one in whole if one["profile"] == whole[0]["profile"]]
    for kind in ("chosen", "stopped", "holdout"):
        some = call(quiet, f"?kind={kind}&flow={ex.FLOW}").json()["items"]
        assert some == [one for one in whole if one["kind"] == kind]
    one = call(quiet, f"/{whole[0]['decision']}").json()
    assert {key: one[key] for key in whole[0]} == whole[0]
    assert one["explained"]["summary"] == one["why"]


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("?limit=0", 400, "'limit' is 1 to 200."),
        ("?limit=201", 400, "'limit' is 1 to 200."),
        ("?before=x", 400, "'before' is what a page's 'next' said."),
        (f"?before={'9' * 400}", 400, "'before' is what a page's 'next' said."),
        ("?before=-1", 400, "'before' is what a page's 'next' said."),
        ("?kind=other", 400, "There is: chosen, stopped, holdout."),
        ("?flow=nowhere", 400, f"There is: {ex.FLOW}."),
        ("?brand=quarry", 404, "no brand 'quarry'"),
        ("/no-such-decision", 404, "no decision to say nothing by this id"),
        ("/a/b", 404, "no decision to say nothing by this id"),
    ],
)
def test_a_program_is_told_what_it_asked_in_vain(
    quiet: World, path: str, status: int, said: str
) -> None:
    quiet.employ(Vic="viewer")
    answer = call(quiet, path)
    assert (answer.status_code, said in answer.json()["detail"]) == (status, True)


def test_a_program_needs_a_token_and_sees_no_other_brand(quiet: World) -> None:
    quiet.employ(Vic="viewer")
    decision = silent(quiet)[0]
    for path in ("", f"/{decision}"):
        assert quiet.ask("GET", API + path).status_code == 401
        assert call(quiet, path, "token of nobody").status_code == 401
        assert quiet.ask("POST", API + path).status_code == 405
    quiet.publish(ex.brand("quarry"))
    assert call(quiet, f"/{decision}?brand=quarry").status_code == 404


@pytest.mark.skipif(not chromium(), reason="no Chromium here: apt-get install chromium")
def test_both_pages_can_be_read_in_light_and_dark_and_on_a_phone(quiet: World) -> None:
    one = links(quiet.ask("GET", LIST).text)[0]
    with served(quiet.web) as base, Browser() as browser:
        for path in (LIST, one):
            for scheme in ("light", "dark"):
                browser.prefer(scheme)
                for width in (1280, 390):
                    browser.size(width, 900)
                    browser.open(base + path)
                    assert browser.js("document.documentElement.scrollWidth") <= width
                    assert browser.js(CONTRAST) == [], (path, scheme)
        assert browser.said == []
