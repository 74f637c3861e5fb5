"""The console's page for co-writing, over a whole installation and a model's server on loopback."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import anyio
import httpx
import pytest

from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.serving.web_edge import web_edge
from rapport.core.creative.draft import PROPOSAL
from rapport.core.oversight.people import Actor, Person, sealed
from rapport.settings import Settings
from rapport.testing import examples as ex
from rapport.testing.model_server import Body, ModelServer, Turn

BRAND = "alder-and-clay"
BASE = "http://127.0.0.1:8470"
PAGE = f"/console/propose?brand={BRAND}"
WORDS = {
    "subject": "For somebody else’s table",
    "preheader": "Your basket is saved. We are glad to help you choose for somebody.",
    "headline": "A pot makes a kind present",
    "body": "Choosing for somebody else is the harder part. Tell us how they eat and drink, and a "
    "person here will say what suits.\n\nYour basket is saved meanwhile.",
    "cta": "Go to your basket",
    "signoff": "With clay on our hands",
}
BRIEF = {"brief": "For people who buy a present.", "framework": "checkout", "angle": "gift"}


def reply(body: Body) -> str:
    schema = body["response_format"]["json_schema"]["schema"]
    return json.dumps({key: WORDS[key] for key in schema["required"]})


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer(Turn(reply)) as server:
        yield server


@pytest.fixture
def here(tmp_path: Path, server: ModelServer) -> Iterator[Installation]:
    settings = Settings(home=tmp_path, model="openai:kiln", model_url=f"{server.url}/v1")
    installation = Installation(settings, TurnedClock(ex.at(0, 9)))
    installation.publish(installation.copy_example())
    yield installation
    installation.close()


class Browser:
    """Asks the web edge, straight."""

    def __init__(self, here: Installation) -> None:
        self._web = web_edge(here)

    def get(self, path: str) -> httpx.Response:
        return self._ask("GET", path, {})

    def post(self, path: str, data: dict[str, str]) -> httpx.Response:
        return self._ask("POST", path, data)

    def _ask(self, method: str, path: str, data: dict[str, str]) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self._web)
            async with httpx.AsyncClient(
                transport=transport, base_url=BASE, headers={"Origin": BASE}
            ) as client:
                return await client.request(method, path, data=data or None)

        return anyio.run(send)


@pytest.fixture
def browser(here: Installation) -> Browser:
    return Browser(here)


def ask(browser: Browser, **typed: str) -> str:
    word = re.search(r'name="csrf" value="([^"]+)"', browser.get(PAGE).text)
    assert word is not None
    return browser.post(PAGE, {"csrf": word[1], **typed}).text


def test_without_a_model_there_is_no_such_page(tmp_path: Path) -> None:
    installation = Installation(Settings(home=tmp_path / "none"), TurnedClock(ex.at(0, 9)))
    installation.publish(installation.copy_example())
    browser = Browser(installation)
    assert browser.get(PAGE).status_code == 404
    assert "/console/propose" not in browser.get(f"/console/review?brand={BRAND}").text
    installation.close()


def test_the_queue_leads_to_the_page_and_a_brief_leads_to_the_queue(
    here: Installation, browser: Browser
) -> None:
    assert "/console/propose" in browser.get(f"/console/review?brand={BRAND}").text
    shown = ask(browser, **BRIEF)
    assert "passes every check" in shown
    assert WORDS["headline"] in shown
    leads = re.search(r'href="(/console/review/[0-9a-f]+\?brand=[\w-]+)"', shown)
    assert leads is not None
    item = browser.get(leads[1])
    assert item.status_code == 200
    assert "Something new for the framework" in item.text
    assert BRIEF["brief"] in item.text
    assert "For Robin" in item.text
    with here.store.transaction() as transaction:
        (kept,) = transaction.live_drafts(BRAND)
    assert kept.draft.kind == PROPOSAL


def test_an_approved_proposal_can_be_taken_back_on_its_page(
    here: Installation, browser: Browser
) -> None:
    ask(browser, **BRIEF)
    with here.store.transaction() as transaction:
        (kept,) = transaction.live_drafts(BRAND)
    page = f"/console/review/{kept.draft.id}"
    assert "Take it back" not in browser.get(f"{page}?brand={BRAND}").text
    here.review.approve(BRAND, kept.draft.id, Actor("Nell", "publisher"))
    shown = browser.get(f"{page}?brand={BRAND}").text
    assert "Take it back" in shown
    word = re.search(r'name="csrf" value="([^"]+)"', shown)
    assert word is not None
    browser.post(
        f"{page}/reject?brand={BRAND}", {"csrf": word[1], "why": "Not any more.", "back": "yes"}
    )
    assert here.review.kept(BRAND, kept.draft.id).standing.state == "rejected"


def approved(here: Installation, browser: Browser, **typed: str) -> str:
    """The id of a proposal that came of this brief and was approved."""
    ask(browser, **typed)
    with here.store.transaction() as transaction:
        new = [one for one in transaction.live_drafts(BRAND) if one.standing.state == "waiting"]
    (kept,) = new
    here.review.approve(BRAND, kept.draft.id, Actor("Nell", "publisher"))
    return kept.draft.id


def test_what_needs_more_words_says_which_and_the_rest_can_be_taken_in_without_it(
    here: Installation, browser: Browser
) -> None:
    lacking = approved(here, browser, **BRIEF, point="first")  # the angle has another point, too
    fine = approved(here, browser, **{**BRIEF, "angle": "help", "slots": "subject"})
    page = f"/console/adopt?brand={BRAND}"
    word = re.findall(r'name="csrf" value="([^"]+)"', browser.get(page).text)[-1]
    form = {"csrf": word, "draft": f"{lacking} {fine}", "do": "adopt"}
    answer = browser.post(page, form)
    assert answer.status_code == 400
    assert "It needs words for angle gift at point second" in answer.text
    assert "The rest is still ticked" in answer.text
    ticked = re.findall(r'name="draft" value="(\w+)" checked', answer.text)
    assert ticked == [fine]
    nothing = browser.post(page, {**form, "draft": lacking})
    assert "What you ticked cannot be taken in yet" in nothing.text
    with_token(here, "Ann")
    both = take_in(here, lacking, fine)
    assert both.status_code == 422
    (held,) = both.json()["held"]
    assert held["draft"] == lacking
    assert "It needs words for angle gift" in held["needs"][0]
    assert take_in(here, fine).json()["drafts"] == [fine]


def with_token(here: Installation, name: str) -> None:
    person = Person(name, "author", "salt", sealed(f"token of {name}", "salt"), 1)
    with here.store.transaction() as transaction:
        transaction.save_person(BRAND, person)


def take_in(here: Installation, *drafts: str) -> httpx.Response:
    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(web_edge(here))
        headers = {"Authorization": "Bearer token of Ann"}
        async with httpx.AsyncClient(transport=transport, base_url=BASE, headers=headers) as client:
            return await client.post("/api/proposals/take-in", json={"drafts": drafts})

    return anyio.run(send)


def test_what_the_checks_stop_is_shown_with_the_reasons_and_harmless(
    here: Installation, browser: Browser, server: ModelServer
) -> None:
    bad = {**WORDS, "body": "<script>alert(1)</script> Save ten pounds!"}
    server.say(Turn(json.dumps(bad)))
    shown = ask(browser, **BRIEF)
    assert "the checks stop it" in shown
    assert "<script>alert(1)" not in shown
    with here.store.transaction() as transaction:
        assert list(transaction.live_drafts(BRAND)) == []


def test_what_was_typed_is_kept_where_it_cannot_be_followed(browser: Browser) -> None:
    shown = ask(browser, **{**BRIEF, "offer": "half-price"})
    assert "no offer" in shown
    assert BRIEF["brief"] in shown


def test_a_model_that_fails_is_told_in_a_line(browser: Browser, server: ModelServer) -> None:
    server.say(Turn(status=401, raw=b"{}"))
    assert "RAPPORT_MODEL_KEY" in ask(browser, **BRIEF)


def test_a_form_of_elsewhere_asks_nothing(browser: Browser, server: ModelServer) -> None:
    answer = browser.post(PAGE, BRIEF)
    assert answer.status_code in (400, 403)
    assert server.asked == []


@pytest.mark.parametrize(
    ("name", "key"),
    [("For a gift!", "for-a-gift"), ("  Für Émile ", "fur-emile"), ("a" * 60, "a" * 41)],
)
def test_a_new_angle_has_the_name_that_somebody_gives_it(
    here: Installation, browser: Browser, name: str, key: str
) -> None:
    assert "passes every check" in ask(browser, **{**BRIEF, "angle": "+", "new_angle": name})
    with here.store.transaction() as transaction:
        (kept,) = transaction.live_drafts(BRAND)
    assert kept.draft.action.angle == key


def test_a_new_angle_without_a_name_is_asked_for_one(browser: Browser, server: ModelServer) -> None:
    shown = ask(browser, **{**BRIEF, "angle": "+", "new_angle": "42 ??"})
    assert "Give the new angle a name" in shown
    assert BRIEF["brief"] in shown
    assert 'value="42 ??"' in shown
    assert server.asked == []


def test_what_can_be_chosen_goes_by_its_name_not_by_its_key(browser: Browser) -> None:
    shown = browser.get(PAGE).text
    assert ">Help with choosing" in shown
    assert ">A little off your order</option>" in shown
    assert ">Which message of the series</label>" in shown
    assert "lower-case" not in shown


def test_parts_of_a_message_can_be_asked_for_alone(browser: Browser, server: ModelServer) -> None:
    shown = ask(browser, **{**BRIEF, "angle": "help", "slots": "subject"})
    assert "passes every check" in shown
    assert WORDS["headline"] not in shown
