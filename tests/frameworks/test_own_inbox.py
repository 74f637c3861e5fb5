"""A test: a message in one's own inbox, that is nobody's and counts for nothing."""

from __future__ import annotations

import email
import re
from email import policy
from email.message import EmailMessage
from html import unescape
from urllib.parse import urlsplit

import pytest
from desk_world import BRAND, Visitor, World

from browser import Browser
from rapport.app.frameworks.own_inbox import MOST_AN_HOUR, TESTED
from rapport.app.in_charge.audit_log import note
from rapport.app.stopping.stops import stop
from rapport.core.creative.message import Message
from rapport.core.events import ConsentChanged, Contact, Event, Identifier, Incoming
from rapport.core.oversight.audit import Act, Deed
from rapport.core.oversight.stopping import BRAND as WHOLE_BRAND
from rapport.core.oversight.stopping import EVERYTHING, FLOW, Switch
from rapport.core.time import DAY, MINUTE
from rapport.errors import DeliveryError
from rapport.ports import Delivery
from rapport.testing import examples as ex

PAGE = "/console/preview?framework=checkout&tone=plain&visual=note&offer=none"
START = ex.at(0, 9)
"""What the world's clock shows."""

MINE = "Nell@TinKettle.example"


def sent_by(world: World) -> list[EmailMessage]:
    files = sorted((world.here.mail_folder / BRAND).glob("*.eml"))
    read = [email.message_from_bytes(one.read_bytes(), policy=policy.default) for one in files]
    return [one for one in read if isinstance(one, EmailMessage)]


def ask(visitor: Visitor, page: str = PAGE, address: str = MINE, **more: str) -> str:
    """What comes of asking for a test, in plain words."""
    html = visitor.get(page).text
    action = re.search(r'action="(/console/preview/test[^"]*)"', html)
    word = re.search(r'name="csrf" value="([^"]*)"', html)
    assert action, html
    assert word
    path = unescape(action[1]).partition("#")[0]
    answer = visitor.send(path, csrf=word[1], address=address, **more)
    if answer.status_code == 303:
        return said(visitor.get(answer.headers["location"].partition("#")[0]).text)
    return said(answer.text)


def said(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_it_comes_as_the_message_is_and_says_that_it_is_a_test(
    world: World, visitor: Visitor
) -> None:
    assert "the test is a file" in ask(visitor)
    (mail,) = sent_by(world)
    assert mail["To"] == "nell@tinkettle.example"
    subject = mail["Subject"]
    assert subject.startswith("Test: ")
    html = mail.get_body(("html",))
    assert html
    seen = visitor.get(PAGE).text
    assert f"<h2>{subject.removeprefix('Test: ')}</h2>" in seen
    frame = re.search(r'src="(/console/preview/mail[^"]*)"', seen)
    assert frame
    shown = visitor.get(unescape(frame[1])).text
    assert said(html.get_content())[-60:] == said(shown)[-60:]


def test_it_is_no_message_to_a_customer(world: World, visitor: Visitor) -> None:
    records = world.here.records
    before = (records.counts(BRAND), records.messages(BRAND), records.outbox(BRAND))
    ask(visitor)
    assert (records.counts(BRAND), records.messages(BRAND), records.outbox(BRAND)) == before
    assert records.flow_counts(BRAND) == []


def test_the_audit_log_says_who_sent_what_and_names_no_address(
    world: World, visitor: Visitor
) -> None:
    world.employ(Nell="publisher", Ada="author")
    visitor.sign_in("Ada")
    ask(visitor)
    ask(visitor, address="somebody@else.org")
    mine, theirs = world.deeds()[-2:]
    assert (mine.who, mine.did, mine.what) == ("Ada", "tested", "framework checkout")
    assert mine.saw["message"].endswith("plain, help, note, offer none")
    assert mine.saw["made from"] == "release 1"
    assert mine.saw["sent to"] == "an address at the sender’s own domain"
    assert theirs.saw["sent to"] == "an address elsewhere"
    database = b"".join(f.read_bytes() for f in world.here.home.glob("rapport.db*"))
    assert b"else.org" not in database
    log = said(visitor.get("/console/audit-log?kind=tests").text)
    assert "Ada asked for a test by e-mail of" in log
    assert "else.org" not in log


def test_its_links_lead_on_and_change_nothing(world: World, visitor: Visitor) -> None:
    ask(visitor)
    (mail,) = sent_by(world)
    body = mail.get_body(("html",))
    assert body
    html = unescape(body.get_content())
    clicks = set(re.findall(r'href="[^"]*(/c/[^"]+)"', html))
    assert clicks
    shop = urlsplit(world.here.blueprint(BRAND).releases[-1].brand.shop_url).hostname
    for path in clicks:
        answer = visitor.get(path)
        assert answer.status_code == 302
        assert urlsplit(answer.headers["location"]).hostname == shop
        assert visitor.get(path[:-1] + ("A" if path[-1] != "A" else "B")).status_code == 404
    out = re.search(r'href="[^"]*(/u/[^"]+)"', html)
    assert out
    assert out[1] in mail["List-Unsubscribe"]
    for answer in (
        visitor.get(out[1]),
        visitor.send(out[1], **{"List-Unsubscribe": "One-Click"}),
    ):
        assert answer.status_code == 200
        assert "This was a test" in answer.text
    assert world.here.records.counts(BRAND) == {}


def test_words_that_are_not_published_can_be_seen_in_an_inbox(
    world: World, visitor: Visitor
) -> None:
    world.change("subject: Your basket is saved", "subject: All of it is here")
    ask(visitor, PAGE + "&edited=1")
    assert sent_by(world)[-1]["Subject"] == "Test: All of it is here"
    assert world.deeds()[-1].saw["made from"] == "the folder, not published yet"


def test_somebody_invented_is_invented_in_it_too(world: World, visitor: Visitor) -> None:
    ask(visitor, PAGE + "&first_name=Zebedee")
    body = sent_by(world)[-1].get_body(("plain",))
    assert body
    assert "Zebedee" in body.get_content()


def test_nobodys_own_basket_goes_anywhere(world: World, visitor: Visitor) -> None:
    who = (Identifier("email", "ada@x.org"),)
    at, address = ex.at(0, 8), Contact(email="ada@x.org")
    told = (*ex.subscribed(at), ex.viewed("v1", at))
    world.here.host.take_in(BRAND, [Incoming(one, who, address) for one in told])
    profile = world.here.records.owner(BRAND, Identifier("email", "ada@x.org"))
    page = visitor.get(f"{PAGE}&profile={profile}").text
    assert "A test by e-mail is made for somebody invented." in said(page)
    assert "/console/preview/test" not in page
    word = re.search(r'name="csrf" value="([^"]*)"', page)
    assert word
    path = PAGE.replace("preview?", "preview/test?") + f"&profile={profile}"
    answer = visitor.send(path, csrf=word[1], address=MINE)
    assert answer.status_code == 400
    assert sent_by(world) == []


def test_only_one_address_at_a_time(world: World, visitor: Visitor) -> None:
    for typed in (
        "", "nell", "a@shop.org, b@shop.org", "a@shop.org;b@shop.org", "a@shop.org b@shop.org",
        "a@shop.org\r\nBcc: b@shop.org", "Nell <a@shop.org>",
    ):  # fmt: skip
        assert "Write one e-mail address" in ask(visitor, address=typed), typed
    assert sent_by(world) == []
    assert world.deeds() == []


def test_viewers_send_none(world: World, visitor: Visitor) -> None:
    page = visitor.get(PAGE).text
    action = re.search(r'action="(/console/preview/test[^"#]*)', page)
    assert action
    world.employ(Nell="publisher", Vic="viewer")
    visitor.sign_in("Vic")
    page = visitor.get(PAGE).text
    assert "/console/preview/test" not in page
    word = re.search(r'name="csrf" value="([^"]*)"', page)
    assert word
    answer = visitor.send(unescape(action[1]), csrf=word[1], address=MINE)
    assert answer.status_code == 403
    assert "only an author may send a test" in said(answer.text)
    assert visitor.send(unescape(action[1]), address=MINE).status_code == 403  # from elsewhere
    assert sent_by(world) == []


def test_the_console_is_no_way_to_write_to_many(world: World, visitor: Visitor) -> None:
    for _ in range(MOST_AN_HOUR - 1):
        ask(visitor)
    world.clock.turn_to(START + MINUTE)
    ask(visitor)
    assert len(sent_by(world)) == MOST_AN_HOUR
    world.clock.turn_to(START + 10 * MINUTE)
    assert "that is the most. The next can go in 50 minutes." in ask(visitor)
    assert len(sent_by(world)) == MOST_AN_HOUR
    world.clock.turn_to(START + 60 * MINUTE)
    ask(visitor)
    assert len(sent_by(world)) == MOST_AN_HOUR + 1


def test_a_clock_that_was_far_ahead_once_keeps_nobody_waiting(
    world: World, visitor: Visitor
) -> None:
    with world.here.store.transaction() as transaction:
        for _ in range(MOST_AN_HOUR):
            deed = Deed("owner", TESTED, "framework checkout")
            note(transaction, BRAND, START + 400 * DAY, deed)
    for _ in range(MOST_AN_HOUR):
        ask(visitor)
    assert len(sent_by(world)) == MOST_AN_HOUR
    assert "that is the most. The next can go in 60 minutes." in ask(visitor)
    assert len(sent_by(world)) == MOST_AN_HOUR


@pytest.mark.parametrize("typed", ["a..b@b.example", ".a@b.example", "a.@b.example", "ä@b.example"])
def test_an_address_that_the_sender_refuses_is_told_and_costs_no_test(
    world: World, visitor: Visitor, typed: str
) -> None:
    words = ask(visitor, address=typed)
    assert "That address is not one that mail can be sent to." in words
    assert "person" not in words.partition("That address")[2].partition("again.")[0]
    assert sent_by(world) == []
    assert world.deeds() == []


@pytest.mark.parametrize("kind", [EVERYTHING, WHOLE_BRAND])
def test_what_stops_all_stops_tests(world: World, visitor: Visitor, kind: str) -> None:
    with world.here.store.transaction() as transaction:
        stop(transaction, BRAND, Switch(kind), Act("owner", "wrong prices", ex.at(0, 8)))
    assert "Nothing is sent just now, not even a test" in ask(visitor)
    assert sent_by(world) == []


def test_a_flow_that_is_stopped_can_be_looked_at(world: World, visitor: Visitor) -> None:
    with world.here.store.transaction() as transaction:
        act = Act("owner", "wrong words", ex.at(0, 8))
        stop(transaction, BRAND, Switch(FLOW, "checkout"), act)
    ask(visitor)
    assert len(sent_by(world)) == 1


def test_who_asked_for_no_more_gets_no_test_either(world: World, visitor: Visitor) -> None:
    said_no = ConsentChanged(channel="email", status="unsubscribed")
    who = (Identifier("email", "ada@x.org"),)
    event = Event("no", ex.at(0, 8), "shopify", said_no)
    world.here.host.take_in(BRAND, [Incoming(event, who, Contact(email="ada@x.org"))])
    assert "asked for no more e-mail from this brand" in ask(visitor, address="Ada@X.org")
    assert sent_by(world) == []
    assert world.deeds() == []


class Refusing:
    """A mail server that takes nothing."""

    name = "refusing"

    def __init__(self, error: DeliveryError) -> None:
        self.error = error

    def send(self, message: Message, to: Contact) -> None:
        raise self.error

    def status(self, key: str) -> Delivery:
        return Delivery.UNKNOWN


def test_a_servers_no_is_told_as_it_is_and_nothing_is_promised(
    world: World, visitor: Visitor
) -> None:
    world.here.sender = Refusing(
        DeliveryError("The mail server refused the address: 550 no.", then="It waits.")
    )
    words = ask(visitor)
    assert "The test was not sent. The mail server refused the address: 550 no." in words
    assert "Nothing is tried again by itself." in words
    assert "It waits." not in words
    assert world.deeds()[-1].did == "tested"  # a try costs what a test does
    world.here.sender = Refusing(DeliveryError("The line broke.", unclear=True))
    assert "The line broke. The test may have gone out" in ask(visitor)


def test_what_cannot_go_out_to_a_customer_cannot_go_out_as_a_test(
    world: World, visitor: Visitor
) -> None:
    path = PAGE.replace("preview?", "preview/test?")
    page = visitor.get(PAGE).text
    word = re.search(r'name="csrf" value="([^"]*)"', page)
    assert word
    answer = visitor.send(path + "&point=nowhere", csrf=word[1], address=MINE)
    assert "There is no such message any more." in said(answer.text)
    world.change("subject: Your basket is saved", "subject: Save 20 % until 3 May")
    broken = visitor.get(PAGE + "&edited=1").text
    assert "This can’t go out" in broken
    assert "/console/preview/test" not in broken


@pytest.mark.parametrize("width", [1280, 390])
def test_somebody_with_a_keyboard_sends_one_and_is_told(
    world: World, base: str, browser: Browser, width: int
) -> None:
    browser.size(width, 800)
    browser.open(base + PAGE)
    browser.js("document.querySelector('#address').focus()")
    browser.type("nell@tin-kettle.org")
    browser.press("Enter")
    browser.until("document.querySelector('#test .told') !== null")
    assert "the test is a file" in browser.js("document.querySelector('#test').innerText")
    assert browser.js("document.documentElement.scrollWidth <= innerWidth")
    assert len(sent_by(world)) == 1
    assert world.deeds()[-1].who == "owner"
