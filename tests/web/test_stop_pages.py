"""The red switch: on every page, with a reason and a tick, from our own pages only, on record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from html import unescape
from pathlib import Path

import anyio
import httpx
import pytest
from msgspec.structs import replace
from starlette.applications import Starlette

from rapport.app.wording.names import begun, called
from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.serving.web_edge import web_edge
from rapport.core.oversight.people import Person, sealed
from rapport.core.oversight.stopping import Stop, Switch
from rapport.settings import Settings
from rapport.testing import examples as ex
from rapport.testing.things_to_store import a_send

BRAND = "alder-and-clay"
TOKEN = "the console's own token, long enough"
HOSTILE = '"><script>alert(1)</script>'


class Desk:
    """A browser with the console open, over a whole installation."""

    def __init__(self, folder: Path, token: str = "") -> None:
        settings = Settings(home=folder / "home", console_token=token, secret="s" * 40)
        self.clock = TurnedClock(ex.at(0, 8))
        self.here = Installation(settings, self.clock)
        self.here.publish(self.here.copy_example())
        self.cookies: dict[str, str] = {}

    @cached_property
    def web(self) -> Starlette:
        """The web edge, made once all that a test wants is published."""
        return web_edge(self.here)

    def ask(self, method: str, path: str, **options: object) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self.web, raise_app_exceptions=False)
            async with httpx.AsyncClient(
                transport=transport, base_url="http://127.0.0.1:8470", cookies=self.cookies
            ) as client:
                # httpx types each option; a test passes them on.
                return await client.request(method, path, **options)  # type: ignore[arg-type]

        return anyio.run(send)

    def page(self, path: str = "/console/stops") -> str:
        return self.ask("GET", path).text

    def field(self, name: str, path: str = "/console/stops") -> str:
        found = re.search(f'name="{name}" value="([^"]*)"', self.page(path))
        assert found is not None
        return unescape(found[1])

    def stop(self, what: str = "flow checkout", **changes: str) -> httpx.Response:
        form = {
            "csrf": self.field("csrf"), "what": what, "because": "the code is wrong",
            "sure": "yes", **changes,
        }  # fmt: skip
        return self.ask("POST", "/console/stops", data=form)

    def resume(self, what: str = "flow checkout", **changes: str) -> httpx.Response:
        form = {
            "csrf": self.field("csrf"), "what": what, "because": "the code works",
            "seen": self.field("seen"), **changes,
        }  # fmt: skip
        return self.ask("POST", "/console/stops/resume", data=form)

    def stopped(self) -> list[str]:
        return [stop.switch.words for stop in self.here.store.stops(BRAND)]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.here.close()


@pytest.mark.parametrize("path", ["/console", "/console/policies", "/console/stops"])
def test_the_switch_is_on_every_page_and_so_is_what_is_stopped(desk: Desk, path: str) -> None:
    html = desk.page(path)
    assert "Stop sending" in html
    assert 'class="alarm"' not in html
    assert desk.stop().status_code == 303
    html = desk.page(path)
    assert 'class="alarm" role="alert"' in html
    for words in ("The flow ‘Checkout left behind’ is stopped", "owner", "the code is wrong"):
        assert words in html


def test_stopping_and_resuming_are_on_record_with_what_was_seen(desk: Desk) -> None:
    desk.stop()
    assert desk.stopped() == ["flow checkout"]
    assert 'role="status">Resumed' in desk.page(desk.resume().headers["location"])
    assert desk.stopped() == []
    stop, resume = [entry.deed for entry in desk.here.records.audit_entries(BRAND, after=1)]
    assert (stop.who, stop.did, stop.what, stop.why) == (
        "owner", "stopped", "flow checkout", "the code is wrong",
    )  # fmt: skip
    assert (resume.did, resume.saw["stopped because"]) == ("resumed", "the code is wrong")
    assert len(resume.saw["digest of the stop"]) == 64


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"sure": ""}, "Tick the box"),
        ({"because": "  "}, "Say why"),
        ({"what": "flow chekout"}, "has no flow"),
        ({"what": "nonsense"}, "cannot be stopped"),
        ({"what": f"flow {HOSTILE}"}, "has no flow"),
    ],
)
def test_what_is_left_out_or_wrong_is_named_and_nothing_is_done(
    desk: Desk, changes: dict[str, str], said: str
) -> None:
    answer = desk.stop(**changes)
    assert answer.status_code == 400
    assert said in unescape(answer.text)
    assert "<script" not in answer.text
    assert desk.stopped() == []
    assert ("selected" in answer.text) == (changes.get("what") is None)
    if "because" not in changes:
        assert typed_into(answer.text) == ["the code is wrong"], "what was typed is not lost"


def typed_into(html: str) -> list[str]:
    """The reasons that stand in the forms of a page."""
    return re.findall(r'name="because" value="([^"]+)"', html)


def test_a_form_from_elsewhere_stops_nothing(desk: Desk) -> None:
    assert desk.stop(csrf="guessed").status_code == 403
    form = {"what": "brand", "because": "I want it", "sure": "yes"}
    assert desk.ask("POST", "/console/stops", data=form).status_code == 403
    own = {**form, "csrf": desk.field("csrf")}
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert desk.ask("POST", "/console/stops", data=own, headers=headers).status_code == 403
    assert desk.stopped() == []


def test_a_stop_that_is_another_than_was_shown_is_not_resumed(desk: Desk) -> None:
    desk.stop()
    seen = desk.field("seen")
    desk.resume()
    desk.clock.turn_to(ex.at(0, 9))
    desk.stop(because="now the price is wrong, too")
    answer = desk.resume(seen=seen)
    assert answer.status_code == 400
    assert "It is not stopped as it was when you opened that page" in answer.text
    assert typed_into(answer.text) == ["the code works"], "and what was typed is not lost"
    assert desk.stopped() == ["flow checkout"]


def test_one_message_can_be_stopped_before_it_goes_out(desk: Desk) -> None:
    with desk.here.store.transaction() as transaction:
        transaction.record(BRAND, [a_send("m1", at=ex.at(1))])
    assert 'value="message m1"' in desk.page()
    assert typed_into(desk.stop("message m1", sure="").text) == ["the code is wrong"]
    assert desk.stop("message m1").status_code == 303
    assert desk.stopped() == ["message m1"]
    desk.resume("message m1")
    assert desk.stopped() == []


def test_words_that_people_typed_are_shown_as_text(desk: Desk) -> None:
    desk.stop(because=HOSTILE)
    for path in ("/console", "/console/stops", "/console/policies"):
        assert "<script>alert" not in desk.page(path)


def test_a_reason_that_turns_the_banner_round_is_refused_and_what_is_typed_stays(
    desk: Desk,
) -> None:
    answer = desk.stop(because="code \u202ewrong")
    assert answer.status_code == 400
    assert "turns the direction of writing (U+202E). Nothing was done" in answer.text
    assert desk.stopped() == []


def test_what_is_wrong_is_told_in_the_switch_that_lies_open_over_the_page(desk: Desk) -> None:
    html = desk.stop(because="x").text
    assert html.count("is too short") == 1
    panel = html.partition('<details class="stop" open>')[2].partition("</details>")[0]
    assert "is too short" in panel
    desk.stop()
    html = desk.resume(because="x").text
    assert html.count("is too short") == 1
    assert "is too short" in html.partition("<h1>")[2]


def test_a_reason_of_before_turns_nothing_around_it(desk: Desk) -> None:
    old = Stop(BRAND, Switch("brand"), ex.at(0, 7), "\u202eNell", "code \u202ewrong")
    with desk.here.store.transaction() as transaction:
        transaction.add_stop(old)
    for path in ("/console", "/console/stops"):
        html = desk.page(path)
        assert "by <bdi>⟨U+202E⟩Nell</bdi>: <bdi>code ⟨U+202E⟩wrong</bdi>" in html
        assert "\u202e" not in html
    desk.resume("brand", because="the code works")
    assert "\u202e" not in desk.page("/console/stops")


def people(desk: Desk, **roles: str) -> None:
    with desk.here.store.transaction() as transaction:
        for name, role in roles.items():
            person = Person(name, role, "salt", sealed(f"token of {name}", "salt"), 1)
            transaction.save_person(BRAND, person)


def as_person(desk: Desk, name: str) -> None:
    desk.cookies = {}
    answer = desk.ask("POST", "/console/sign-in", data={"token": f"token of {name}"})
    assert answer.status_code == 303
    desk.cookies = dict(answer.cookies)


def test_a_viewer_sees_what_is_stopped_and_no_switch_and_an_author_cannot_resume(
    desk: Desk,
) -> None:
    people(desk, Pia="publisher", Ann="author", Vic="viewer")
    as_person(desk, "Ann")
    word = desk.field("csrf")
    desk.stop()
    assert "A publisher can resume it." in desk.page()
    form = {"csrf": word, "what": "flow checkout", "because": "it works", "seen": "x"}
    assert desk.ask("POST", "/console/stops/resume", data=form).status_code == 403
    as_person(desk, "Vic")
    assert "Stop sending" not in desk.page()
    assert 'class="alarm"' in desk.page()
    assert desk.stopped() == ["flow checkout"]
    as_person(desk, "Pia")
    desk.resume()
    assert desk.stopped() == []
    assert "The red button above stops at once" in desk.page()
    as_person(desk, "Vic")
    assert "The red button" not in desk.page()
    assert "Nothing is stopped. An author can stop sending at once" in desk.page()
    assert [e.deed.who for e in desk.here.records.audit_entries(BRAND, after=1)] == ["Ann", "Pia"]


# --- For programs ------------------------------------------------------------------------------


def order(desk: Desk, path: str, token: str, **body: str) -> httpx.Response:
    headers = {"Authorization": f"Bearer {token}"}
    return desk.ask("POST", path, json=body, headers=headers)


def test_a_program_stops_lists_and_resumes_with_a_token(desk: Desk) -> None:
    people(desk, Pia="publisher", Vic="viewer")
    body = {"what": "flow", "key": "checkout", "because": "the code is wrong"}
    assert order(desk, "/api/stops", "token of Vic", **body).status_code == 403
    assert order(desk, "/api/stops", "nobody's", **body).status_code == 401
    assert desk.stopped() == []
    answer = order(desk, "/api/stops", "token of Pia", **body)
    assert (answer.status_code, answer.json()["new"]) == (200, True)
    headers = {"Authorization": "Bearer token of Vic"}
    (listed,) = desk.ask("GET", "/api/stops", headers=headers).json()["stopped"]
    assert (listed["stop"]["who"], listed["waiting"]) == ("Pia", 0)
    assert order(desk, "/api/resumptions", "token of Pia", **body).status_code == 200
    assert order(desk, "/api/resumptions", "token of Pia", **body).status_code == 409
    assert desk.stopped() == []


def test_a_program_is_told_what_still_holds_back_what_it_resumed(desk: Desk) -> None:
    people(desk, Pia="publisher")
    with desk.here.store.transaction() as transaction:
        send = replace(a_send("m1", at=ex.at(1)), flow="checkout", framework="checkout")
        transaction.record(BRAND, [send])
    because = {"because": "the code is wrong"}
    for what in ("framework", "flow"):
        order(desk, "/api/stops", "token of Pia", what=what, key="checkout", **because)
    body = {"what": "flow", "key": "checkout", **because}
    told = order(desk, "/api/resumptions", "token of Pia", **body).json()
    assert (told["waiting"], told["held"], told["still"]) == (1, 1, ["framework checkout"])
    body["what"] = "framework"
    told = order(desk, "/api/resumptions", "token of Pia", **body).json()
    assert (told["waiting"], told["held"], told["still"]) == (1, 0, [])


def test_who_resumes_on_a_page_is_told_what_still_holds_it_back(desk: Desk) -> None:
    for what in ("flow checkout", "flow browse", "framework checkout"):
        desk.stop(what)
    answer = desk.resume("flow checkout")
    told = unescape(desk.page(answer.headers["location"]))
    still = "the framework ‘Checkout left behind’."
    assert f"Resumed. Still stopped, until that is resumed, too: {still}" in told
    made_up = desk.page("/console/stops?told=still&by=the+moon,flow+welcome")
    assert "moon" not in made_up
    assert "something else still holds messages of it back, as you see below" in made_up


@pytest.mark.parametrize(
    ("content", "status"),
    [(b"{}", 400), (b"[1]", 400), (b"\xff", 400), (b'{"what": "x", "because": 3}', 400),
     (b'{"what": "x", "because": "no such"}', 400), (b" " * 20_000, 413)],
)  # fmt: skip
def test_a_body_that_is_none_is_refused(desk: Desk, content: bytes, status: int) -> None:
    people(desk, Pia="publisher")
    headers = {"Authorization": "Bearer token of Pia"}
    answer = desk.ask("POST", "/api/stops", content=content, headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("path", "body", "status", "said"),
    [
        ("/api/stops", {"what": "flow", "key": "chekout"}, 404, "has no flow 'chekout'. It has: "),
        ("/api/stops", {"what": "message", "key": "m1"}, 404, "No message 'm1' is on its way"),
        ("/api/stops", {"what": "flow"}, 400, "Say which flow."),
        ("/api/stops", {"what": "brand", "because": " "}, 400, "Say why it is stopped"),
        ("/api/stops?brand=quarry", {"what": "brand"}, 404, "no brand 'quarry'"),
        ("/api/resumptions", {"what": "brand"}, 409, "has no stop of its own to end"),
    ],
)
def test_a_program_is_told_what_stands_against_it(
    desk: Desk, path: str, body: dict[str, str], status: int, said: str
) -> None:
    people(desk, Pia="publisher")
    refused = order(desk, path, "token of Pia", **{"because": "the code is wrong", **body})
    assert (refused.status_code, said in refused.json()["detail"]) == (status, True)
    assert "--" not in refused.text
    assert desk.stopped() == []


def test_what_is_claimed_by_the_console_holds_in_the_store(desk: Desk) -> None:
    desk.stop("everything")
    assert [stop.switch for stop in desk.here.store.stops("another brand")] == [
        Switch("everything")
    ]


def test_a_reason_that_is_too_long_is_refused_in_a_sentence_and_the_form_says_the_limit(
    desk: Desk,
) -> None:
    answer = desk.stop(because="x" * 1_203)
    assert answer.status_code == 400
    assert "That reason has 1,203 characters, and 500 fit into the audit log." in answer.text
    assert desk.stopped() == []
    assert 'maxlength="500"' in answer.text
    assert desk.stop(because=" " + "é" * 500 + " ").status_code == 303


@pytest.mark.parametrize("changes", [{"because": ""}, {"what": "flow"}, {"what": "message m1"}])
def test_what_a_page_says_names_no_option_of_a_command(desk: Desk, changes: dict[str, str]) -> None:
    answer = desk.stop(**changes)
    said = re.search(r'role="alert">([^<]*)<', answer.text)
    assert said is not None
    assert said[1]
    assert "--" not in said[1]
    assert "rapport " not in said[1]


def test_what_is_stopped_goes_by_its_name_and_names_keep_their_letters(desk: Desk) -> None:
    desk.stop()
    desk.resume()
    desk.stop("framework checkout")
    html = unescape(desk.page())
    assert "The framework ‘Checkout left behind’</b> since" in html
    assert "Resume the framework ‘Checkout left behind’</button>" in html
    assert '<td data-label="What">The flow ‘Checkout left behind’</td>' in html
    assert "flow checkout" not in html.replace('value="flow checkout"', "")
    assert called(Switch("brand"), {Switch("brand"): "McKay & iO"}) == "all of McKay & iO"
    assert begun("flow iO-Basket") == "Flow iO-Basket"


def test_what_is_watched_is_told_flow_by_flow(desk: Desk) -> None:
    html = unescape(desk.page())
    assert html.count('<details class="watch">') == len(
        desk.here.blueprint(BRAND).releases[-1].flows
    )
    assert "sample_ratio" not in html


def test_each_page_leads_to_the_others_and_says_where_one_is(desk: Desk) -> None:
    for path, name in (
        ("/console", "Overview"),
        ("/console/stops", "Stops"),
        ("/console/review", "Review"),
    ):
        html = desk.page(path)
        assert re.findall(r'aria-current="page">([^<]+)</a>', html) == [name]
        for other in ("", "/review", "/preview", "/policies", "/stops"):
            assert f'href="/console{other}?brand={BRAND}"' in html


# --- Several brands ----------------------------------------------------------------------------

OTHER = "fellstride"


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Desk]:
    """Two brands of different people. Ann and Pia are in charge of one, Ben of the other."""
    two = Desk(tmp_path, TOKEN)
    release = two.here.blueprint(BRAND).releases[-1]
    with two.here.store.transaction() as transaction:
        brand = replace(release.brand, key=OTHER, name="Fellstride")
        transaction.publish(OTHER, replace(release, brand=brand))
        person = Person("Ben", "publisher", "salt", sealed("token of Ben", "salt"), 1)
        transaction.save_person(OTHER, person)
    people(two, Pia="publisher", Ann="author")
    yield two
    two.here.close()


def test_a_program_of_one_brand_stops_no_other(two: Desk) -> None:
    body = {"what": "everything", "because": "the warehouse is flooded"}
    answer = order(two, "/api/stops", "token of Ann", **body)
    assert answer.status_code == 200
    done = answer.json()
    assert (done["brands"], done["whole"], done["stop"]["switch"]["kind"]) == (
        [BRAND], False, "brand",
    )  # fmt: skip
    assert two.stopped() == ["the brand"]
    assert list(two.here.store.stops(OTHER)) == []
    refused = order(two, "/api/resumptions", "token of Ann", **body)
    assert (refused.status_code, OTHER in refused.text) == (403, False)
    assert "Ask one of them: Pia." in refused.json()["detail"]


def test_each_publisher_resumes_their_own_out_of_the_owners_everything(two: Desk) -> None:
    body = {"what": "everything", "because": "the mail server is being moved"}
    assert order(two, "/api/stops", TOKEN, **body).json()["whole"]
    answer = order(two, "/api/resumptions", "token of Ben", **body)
    assert (answer.status_code, answer.json()["brands"]) == (200, [OTHER])
    assert list(two.here.store.stops(OTHER)) == []
    as_person(two, "Pia")
    html = two.page()
    assert "Resume all of Alder &amp; Clay alone" in html
    assert "Resume everything" not in html
    assert two.resume("everything").status_code == 303
    assert two.stopped() == []


def test_the_switch_offers_everything_as_far_as_it_reaches(two: Desk) -> None:
    as_person(two, "Ann")
    assert 'value="everything"' not in two.page("/console")
    assert two.stop("everything").headers["location"].endswith("told=stopped-yours")
    assert list(two.here.store.stops(OTHER)) == []
    with two.here.store.transaction() as transaction:
        ann = Person("Ann", "author", "salt", sealed("token of Ann", "salt"), 1)
        transaction.save_person(OTHER, ann)
    assert "Everything, of every brand" in two.page("/console")
