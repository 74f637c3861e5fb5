from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote, urlsplit

import pytest
from web_world import BASE, HOSTILE, NOW, World, a_message

from page_tags import Tags
from rapport.app.explaining.decision_chart import Bar, Moved, Out, Part, Scale
from rapport.app.explaining.explain import POSSIBLE, Explanation
from rapport.app.measuring.report_table import Worth
from rapport.app.wording.dates import local_time
from rapport.app.wording.table import Table
from rapport.core.creative.framework import Action
from rapport.core.time import HOUR, Zone
from rapport.errors import RapportError, TemporaryError
from rapport.ports import MessageRow
from rapport.testing.fakes import FakeRecords
from rapport.web.access import COOKIE, LASTS
from rapport.web.console import mask
from rapport.web.services import BrandAccess

TOKEN = "a token that nobody guesses"
SIGN_IN = "/console/sign-in"


def cookie_of(world: World) -> str:
    return str(world.ask("POST", SIGN_IN, data={"token": TOKEN}).cookies[COOKIE])


def cookies(value: str) -> dict[str, bytes]:
    return {"Cookie": f"{COOKIE}={value}".encode()}


def test_the_first_page_is_the_console(world: World) -> None:
    assert world.ask("GET", "/").headers["location"] == "/console"


def test_it_shows_the_last_messages_without_naming_anybody(world: World) -> None:
    html = world.ask("GET", "/console").text
    assert "Your tea is still here" in html
    assert "a•••@e•••.com" in html
    assert "ada." not in html
    assert "lovelace" not in html
    assert "adaptive" in html


def test_it_shows_the_report_the_outbox_and_why_messages_were_stopped(world: World) -> None:
    html = world.ask("GET", "/console").text
    for words in ("Checkout of north", "Too few.", "<b>1</b> waiting", "Disk full", "no consent"):
        assert words in html
    assert "12,345" in html
    assert "<b>7</b> times somebody left the flow: order placed" in html


def test_flows_that_nobody_entered_are_named_in_one_line(world: World) -> None:
    some = Table("Welcome", ("", "Adaptive"), (("Profiles", "7"),))
    world.change(report=lambda brand: Worth((some,), ("Winback", HOSTILE)))
    html = world.ask("GET", "/console").text
    assert html.count("Nobody has entered") == 1
    assert f"Nobody has entered these yet: Winback, {HOSTILE}." in unescape(html)
    assert html.count("<table") == 1


def test_a_brand_whose_flows_nobody_entered_says_what_is_to_come(world: World) -> None:
    world.change(report=lambda brand: Worth((), ("Welcome", "Winback")))
    html = world.ask("GET", "/console").text
    assert "Nobody has entered a flow yet. Once somebody does, this is where you see" in html
    assert "Your flows: Welcome, Winback." in html
    assert "<table" not in html
    world.change(report=lambda brand: Worth())
    assert "Your flows" not in world.ask("GET", "/console").text


def test_results_that_are_withheld_are_a_sentence_and_no_empty_table(world: World) -> None:
    world.change(report=lambda brand: Worth((Table("Welcome", (), (), "They are withheld."),)))
    html = world.ask("GET", "/console").text
    assert "They are withheld." in html
    assert "<table" not in html


def test_each_brand_has_its_own_page_and_an_unknown_one_has_none(world: World) -> None:
    south = world.ask("GET", "/console?brand=south").text
    assert "Your tea is still here" not in south
    west = world.ask("GET", "/console?brand=west")
    assert west.status_code == 404
    assert "There is no such brand here, or you are not in charge of it." in west.text
    assert '<a href="/console">To the console</a>' in west.text


def test_an_empty_installation_says_what_to_do_next(world: World) -> None:
    world.change(brands={})
    response = world.ask("GET", "/console")
    assert response.status_code == 200
    assert "Publish" in response.text


def test_a_full_list_leads_on_to_older_messages(world: World) -> None:
    world.show(*[a_message(f"m{number}") for number in range(50)])
    html = world.ask("GET", "/console").text
    assert "before=" in html
    older = world.ask("GET", f"/console?brand=north&before={NOW - HOUR}").text
    assert "Older messages" in older
    assert "What it was worth" not in older


def test_older_messages_begin_after_the_last_one_also_within_its_millisecond(world: World) -> None:
    keys = [f"m{number:03}?#." for number in range(120)]
    world.show(*[a_message(key) for key in keys])
    seen: list[str] = []
    path = "/console?brand=north"
    while path:
        links = [value or "" for name, value in Tags(world.ask("GET", path).text).attributes
                 if name == "href"]  # fmt: skip
        seen += [link for link in links if "/messages/" in link]
        path = next((f"/console{link}" for link in links if "before=" in link), "")
    assert [unquote(urlsplit(link).path).rpartition("/")[2] for link in seen] == keys


def test_a_message_that_was_not_written_has_a_page_that_says_why(world: World) -> None:
    why = "refused: quiet hours, and too late to matter after them"
    world.show(a_message(text="", html=""), subject="", status="stopped", reason=why)
    page = world.ask("GET", "/console/messages/m1?brand=north")
    assert page.status_code == 200
    for words in (f"stopped: {why}", "No words were written", "Chosen since d1 said so."):
        assert words in page.text
    assert "<iframe" not in page.text
    assert world.ask("GET", "/console/messages/m2?brand=north").status_code == 404


def test_the_oldest_of_a_persons_many_messages_still_says_why(world: World) -> None:
    world.show(*[a_message(f"m{number}") for number in range(80)])
    html = world.ask("GET", "/console/messages/m79?brand=north").text
    assert "Chosen since d1 said so." in html
    assert '<span class="arm adaptive">' in html


def test_a_message_is_shown_with_its_words_and_why(world: World) -> None:
    html = world.ask("GET", "/console/messages/m1?brand=north").text
    for words in ("Your tea is still here.", "Chosen since d1 said so.", "b1, b2"):
        assert words in html
    assert html.count("<iframe") == 2
    assert html.count(" sandbox ") == 2
    assert "lovelace" not in html


def test_a_message_has_a_chart_whose_every_figure_is_in_words_too(world: World) -> None:
    scale = Scale(-1.0, 3.0)
    bars = (
        Bar(HOSTILE, 0.75, True, 2.0, 1.0, 3.0, "£2.00", "£1.00 to £3.00"),
        Bar("Plain", 0.25, False, None, None, None, "unavailable", ""),
    )
    part = Part(
        "Tone", "the average tone", "What it adds.", HOSTILE, bars, (Out("Loud", HOSTILE),),
        (Moved("has ordered before", -0.5),), "the average tone", scale, scale,
    )  # fmt: skip
    tables = (
        Table(POSSIBLE, ("Choice",), (("in the chart",),), "By chance."),
        Table("What was known", ("Signal", "Value"), (("Days since order", "12"),)),
    )
    told = Explanation("Chosen.", tables, "", (part,))
    world.change(explain=lambda brand, decision: told)
    html = world.ask("GET", "/console/messages/m1?brand=north").text
    words = ("75%", "£1.00 to £3.00", "unavailable", "not on record", "left out: ", "−0.50")
    for one in (*words, "Worth against the average tone", "By chance.", "Days since order"):
        assert one in html
    assert "in the chart" not in html  # the table whose figures the chart has
    page = Tags(html)
    assert {"script", "img"}.isdisjoint(page.tags)
    assert "style" not in dict(page.attributes)  # the page's policy would not let it be
    assert page.tags.count("svg") == 5
    assert page.attributes.count(("aria-hidden", "true")) == 5
    assert ("cx", f"{scale.at(2.0)}%") in page.attributes
    assert world.ask("GET", "/static/chart.css").status_code == 200


def test_a_message_whose_decision_is_gone_still_shows_what_was_chosen(world: World) -> None:
    world.change(explain=lambda brand, decision: None)
    html = world.ask("GET", "/console/messages/m1?brand=north").text
    assert "What was chosen" in html
    assert "warm" in html
    assert "Visual" in html  # as everywhere else, and not the key `visual`


def test_a_message_of_another_brand_is_not_shown(world: World) -> None:
    for path in ("/console/messages/m1", "/console/mail/m1"):
        assert world.ask("GET", f"{path}?brand=south").status_code == 404


@pytest.mark.parametrize("key", ["a/b", "ü ?#%", "..%2f", "x/html"])
def test_a_message_with_an_odd_key_can_be_opened_from_the_list(key: str, world: World) -> None:
    world.show(a_message(key))
    page = world.ask("GET", "/console?brand=north").text
    links = [value for name, value in Tags(page).attributes if name == "href"]
    (link,) = [value for value in links if value and "/messages/" in value]
    detail = world.ask("GET", link)
    assert detail.status_code == 200
    (frame, _) = [value for name, value in Tags(detail.text).attributes if name == "src"]
    assert "keeps" not in world.ask("GET", str(frame)).text
    assert world.ask("GET", str(frame)).headers["content-security-policy"].startswith("sandbox")


def test_the_mail_itself_is_locked_in_and_its_links_are_dead(world: World) -> None:
    response = world.ask("GET", "/console/mail/m1?brand=north")
    policy = response.headers["content-security-policy"]
    assert policy.startswith("sandbox;")
    assert "allow-scripts" not in policy
    assert "frame-ancestors 'self'" in policy
    assert response.text.startswith('<!doctype html><base target="_blank"><style>')


def test_hostile_words_are_shown_as_words_everywhere(world: World) -> None:
    table = Table(HOSTILE, (HOSTILE,), ((HOSTILE,),), HOSTILE)
    message = a_message(
        subject=HOSTILE, preheader=HOSTILE, text=HOSTILE, blocks=(HOSTILE,), flow=HOSTILE,
        action=Action(tone=HOSTILE),
    )  # fmt: skip
    world.show(message, subject=HOSTILE, status=HOSTILE, arm=HOSTILE, flow=HOSTILE)
    world.change(
        report=lambda brand: Worth((table,), (HOSTILE,)),
        explain=lambda brand, decision: Explanation(HOSTILE, (table,)),
        find_emails=lambda brand, profiles: {"p1": f"{HOSTILE}@{HOSTILE}.{HOSTILE}"},
        brands={"north": BrandAccess("north", HOSTILE), '">': BrandAccess('">', HOSTILE)},
    )
    for path in ("/console", "/console/messages/m1?brand=north"):
        response = world.ask("GET", path)
        page = Tags(response.text)
        assert response.status_code == 200
        assert "script" not in page.tags
        assert "img" not in page.tags
        assert not [name for name, _ in page.attributes if name.startswith("on")]


def test_with_a_token_the_console_opens_only_after_signing_in(world: World) -> None:
    world.change(console_token=TOKEN, only_this_computer=False)
    closed = world.ask("GET", "/console")
    assert closed.status_code == 401
    assert "Your tea" not in closed.text
    for path in ("/console/messages/m1", "/console/mail/m1"):
        assert world.ask("GET", path).status_code == 401
    opened = world.ask("GET", "/console", headers=cookies(cookie_of(world)))
    assert "Your tea" in opened.text


@pytest.mark.parametrize(
    "address",
    ["/console/messages/m1", "/console/messages/m1?brand=harbour&after=a%2Fb", "/console"],
)
def test_signing_in_leads_to_the_page_that_was_asked_for(address: str, world: World) -> None:
    world.change(console_token=TOKEN, only_this_computer=False)
    closed = world.ask("GET", address)
    (to,) = re.findall(r'name="to" value="([^"]*)"', closed.text)
    assert unescape(to) == address
    again = world.ask("POST", SIGN_IN, data={"token": "wrong", "to": unescape(to)})
    assert f'name="to" value="{to}"' in again.text
    opened = world.ask("POST", SIGN_IN, data={"token": TOKEN, "to": unescape(to)})
    assert (opened.status_code, opened.headers["location"]) == (303, address)


@pytest.mark.parametrize(
    "elsewhere",
    [
        "", "https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "/consoles",
        "/console//elsewhere.example", "/console/../../elsewhere", "/console/\r\nSet-Cookie: a=b",
        "/console@elsewhere.example", "javascript:alert(1)", "/console/é", "/api/stops",
    ],
)  # fmt: skip
def test_signing_in_leads_nowhere_else(elsewhere: str, world: World) -> None:
    world.change(console_token=TOKEN)
    opened = world.ask("POST", SIGN_IN, data={"token": TOKEN, "to": elsewhere})
    assert (opened.status_code, opened.headers["location"]) == (303, "/console")


def test_the_cookie_is_for_this_site_and_for_no_script(world: World) -> None:
    world.change(console_token=TOKEN, secure=True)
    response = world.ask("POST", SIGN_IN, data={"token": TOKEN})
    assert response.status_code == 303
    cookie = response.headers["set-cookie"]
    for part in ("HttpOnly", "SameSite=strict", "Secure", "Path=/console"):
        assert part in cookie
    assert TOKEN not in cookie


@pytest.mark.parametrize("typed", ["", "wrong", TOKEN.upper(), TOKEN + " ", "é"])
def test_a_wrong_token_gets_no_cookie(typed: str, world: World) -> None:
    world.change(console_token=TOKEN)
    response = world.ask("POST", SIGN_IN, data={"token": typed})
    assert response.status_code == 401
    assert "set-cookie" not in response.headers


def test_without_a_token_nobody_can_sign_in(world: World) -> None:
    world.change(only_this_computer=False)
    assert world.ask("POST", SIGN_IN, data={"token": ""}).status_code == 401
    closed = world.ask("GET", "/console")
    assert closed.status_code == 403
    assert "RAPPORT_CONSOLE_TOKEN" in closed.text


def test_a_cookie_ends_and_cannot_be_lengthened_or_made_up(world: World) -> None:
    world.change(console_token=TOKEN)
    good = cookie_of(world)
    expires, who, seal = good.split(".")
    forged = [
        f"{int(expires) + 1}.{who}.{seal}", f"{expires}.{who}.{'0' * 64}", f"{expires}.{seal}",
        f"{expires}.TmVsbA.{seal}", f"{expires}.=.{seal}", expires, "x.y.z", f"²..{seal}", "...",
    ]  # fmt: skip
    for cookie in forged:
        assert world.ask("GET", "/console", headers=cookies(cookie)).status_code == 401
    world.clock.at = NOW + LASTS
    assert world.ask("GET", "/console", headers=cookies(good)).status_code == 401


def test_signing_out_ends_that_session_whoever_has_its_cookie_and_no_other(world: World) -> None:
    world.change(console_token=TOKEN)
    mine = cookies(cookie_of(world))
    world.clock.at += 1
    other = cookies(cookie_of(world))
    page = world.ask("GET", "/console", headers=mine).text
    assert "The owner, publisher" in page
    word = {"csrf": re.findall(r'name="csrf" value="(\w+)"', page)[0]}
    left = world.ask("POST", "/console/sign-out", data=word, headers=mine)
    assert left.status_code == 303
    assert f'{COOKIE}=""' in left.headers["set-cookie"]
    assert world.ask("GET", "/console", headers=mine).status_code == 401
    again = world.ask("POST", "/console/sign-out", data=word, headers=mine)
    assert again.status_code == 401
    assert world.ask("GET", "/console", headers=other).status_code == 200


def test_where_nobody_signs_in_nobody_is_asked_to_sign_out(world: World) -> None:
    assert "Sign out" not in world.ask("GET", "/console").text


def test_another_name_for_this_computer_does_not_open_it(world: World) -> None:
    response = world.ask("GET", "/console", headers={"Host": "evil.example"})
    assert response.status_code == 403
    assert "Your tea" not in response.text


@pytest.mark.parametrize(
    ("email", "masked"),
    [
        ("ada@example.com", "a•••@e•••.com"),
        ("a@mail.shop.co.uk", "a•••@m•••.uk"),
        ("", ""),
        ("nobody", ""),
        ("@x.y", ""),
    ],
)
def test_a_masked_address_keeps_first_letters_only(email: str, masked: str) -> None:
    assert mask(email) == masked


def test_times_are_on_the_brands_clock() -> None:
    assert local_time(NOW, Zone("x", (), (90,))) == "24 Nov 2025, 17:30"


def test_the_policies_page_shows_who_published_what_and_renders_words_as_words(
    world: World,
) -> None:
    html = world.ask("GET", "/console/policies?brand=south").text
    assert "7 of south" in html
    assert "By rule." in html
    assert "There is nothing here yet." in html
    assert "script" not in Tags(html).tags
    assert "/console/policies?brand=north" in world.ask("GET", "/console").text


class BadRecords(FakeRecords):
    """Stands on a database that gives trouble."""

    def __init__(self, trouble: RapportError) -> None:
        super().__init__()
        self.trouble = trouble

    def messages(self, *_: object, **__: object) -> list[MessageRow]:
        raise self.trouble

    def message(self, *_: object) -> None:
        raise self.trouble


def test_a_damaged_database_is_told_to_who_runs_the_shop_and_to_nobody_else(world: World) -> None:
    told = "The database cannot be read: it is malformed. Restore a backup."
    world.change(records=BadRecords(RapportError(told)))
    page = world.ask("GET", "/console")
    assert page.status_code == 500
    assert "Something needs mending" in page.text
    assert told in page.text
    for address in (world.way_out(), world.click()):
        path = address.removeprefix(BASE)
        answer = world.ask("GET", path)
        assert "database" not in answer.text


def test_a_database_that_is_locked_for_now_is_told_as_such(world: World) -> None:
    world.change(records=BadRecords(TemporaryError("The database is locked.")))
    page = world.ask("GET", "/console")
    assert page.status_code == 503
    assert "We could not look that up just now." in page.text
    assert page.headers["retry-after"] == "5"


def test_a_look_that_asks_for_no_page_is_answered_like_one_that_does(world: World) -> None:
    assert world.ask("HEAD", "/console").status_code == world.ask("GET", "/console").status_code


def test_an_address_of_the_console_that_is_not_there_leads_back_to_it(world: World) -> None:
    assert 'href="/console"' in world.ask("GET", "/console/frameworks/nosuch").text
    assert "/console" not in world.ask("GET", "/u/nosuch").text


@pytest.mark.parametrize(
    ("guessed", "there"),
    [
        ("/console/messages?brand=north", "/console?brand=north#messages"),
        ("/console/messages/?brand=south", "/console?brand=south#messages"),
        ("/console/policy?brand=north", "/console/policies?brand=north"),
        ("/console/overview?brand=north", "/console?brand=north"),
    ],
)
def test_an_address_that_people_guess_leads_to_what_it_is_called_for(
    world: World, guessed: str, there: str
) -> None:
    answer = world.ask("GET", guessed)
    assert (answer.status_code, answer.headers["location"]) == (303, there)
    page = world.ask("GET", there.partition("#")[0])
    assert page.status_code == 200
    if "#" in there:
        assert 'id="messages"' in page.text
    nowhere = world.ask("GET", guessed.partition("?")[0] + "?brand=west")
    assert nowhere.status_code == 404
    assert "There is no such brand here" in nowhere.text
