"""A message is written from the checkout, the catalogue, the offer and approved words."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from written import AT, OFFER, PLAIN, WARM, checkout, line, release, request, writer

from rapport.app.messages.links import Links
from rapport.app.wording.wordable import (
    clean,
    date_and_time,
    first_name,
    listed,
    money,
    web_address,
)
from rapport.core.catalogue import Product
from rapport.core.creative.draft import Draft
from rapport.core.creative.facts import in_our_forms
from rapport.core.creative.fixed_words_brought import ARABIC, TURKISH
from rapport.core.creative.fixed_words_shipped import ENGLISH, GERMAN
from rapport.core.creative.framework import combinations
from rapport.core.creative.message import Message
from rapport.core.creative.promise import ANNOTATION_TYPE
from rapport.core.events import CheckoutStarted, Contact
from rapport.core.time import Zone

HOSTILE = [
    "{{ 7*7 }}",
    "{% include 'secrets' %}",
    "{%- raw -%}",
    "{{ offer.code | upcase }}",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onload='x",
    "</td></tr></table>",
    "Kettle\r\nBcc: everyone@example.com",
    "Kettle\n\nSecond paragraph",
    "\u202eelttek\u202c",
    "zero\u200bwidth\ufeff",
    "\x00\x1b[31m",
    "see https://evil.example/now",
    "javascript:alert(1)",
    "www.evil.example",
    "&lt;b&gt; & co",
    "x" * 5_000,
    "\ud83d",
    "",
]


def test_a_message_holds_what_the_checkout_and_the_offer_say() -> None:
    written = writer().write(request(OFFER, checkout(line(1), line(2, "Tin cup"))))
    message = written.message
    assert written.findings == ()
    assert message.subject == "Still thinking about Copper kettle?"
    for part in (" ".join(message.html.split()), " ".join(message.text.split())):
        assert "£5.00" in part
        assert "FIVE" in part
        assert "Thursday 4 June at 15:20" in part
        assert "Tin cup" in part
        assert "£48.00" in part
        assert "30 days" in part
    assert (message.key, message.brand, message.from_email) == (
        "m1",
        "tin-kettle",
        "hello@tinkettle.example",
    )
    assert message.blocks == (
        "checkout/first/warm/help/subject",
        "checkout/first/warm/help/preheader",
        "checkout/first/warm/help/headline",
        "checkout/first/warm/help/body",
        "checkout/first/warm/help/cta",
        "checkout/five-off/offer_line",
        "checkout/signoff",
    )


def test_the_plain_text_part_reads_as_a_letter() -> None:
    written = writer().write(request(OFFER, checkout(line(1), line(2, "Tin cup"))))
    checkout_link = next(link for link in written.message.links if link.key == "checkout")
    assert written.message.text == (
        "Hello Anna,\n\n"
        "Your Copper kettle is still in the basket, with the rest.\n\n"
        "You have 30 days to change your mind.\n\n"
        "Your basket:\n"
        "- Copper kettle: £24.00\n"
        "- 2 × Tin cup: £48.00\n"
        "Total: £72.00\n\n"
        "See your basket:\n"
        f"https://post.tinkettle.example/c/{checkout_link.token}\n\n"
        "Take £5.00 off with FIVE, on orders over £20.00. It ends on Thursday 4\n"
        "June at 15:20.\n\n"
        "Warmly,\nJo\n\n"
        "--\nYou’re getting this because you agreed to hear from Tin Kettle by e-mail\n"
        "and left a basket with us.\n\n"
        f"Choose what we send you · Unsubscribe:\n{written.message.unsubscribe_url}\n\n"
        "Tin Kettle\nTin Kettle Ltd\nThe Forge, Hill Road, Penwick PN0 0AA\n"
    )


def test_the_same_request_gives_the_same_message() -> None:
    assert writer().write(request()) == writer().write(request())


def test_every_combination_that_may_be_decided_can_be_sent() -> None:
    for action in combinations(release().frameworks[0]):
        assert writer().write(request(replace(action, time="now"))).findings == ()


def test_every_link_but_the_way_out_is_tracked_and_can_be_read_back() -> None:
    links = Links("https://post.tinkettle.example", "a secret")
    message = writer().write(request(PLAIN, checkout(line(1), line(2)))).message
    leads = set(re.findall(r'href="([^"]+)"', message.html))
    assert leads == {
        message.unsubscribe_url,
        *(f"https://post.tinkettle.example/c/{link.token}" for link in message.links),
    }
    for link in message.links:
        ref = links.read_click(link.token)
        assert ref is not None
        assert (ref.brand, ref.message, ref.link) == ("tin-kettle", "m1", link.key)
    assert {link.key: link.target for link in message.links} == {
        "checkout": "https://tinkettle.example/checkouts/c1",
        "item-1": "https://tinkettle.example/products/1",
        "item-2": "https://tinkettle.example/products/2",
    }


def test_the_code_is_taken_along_to_the_checkout() -> None:
    about = checkout(url="https://tinkettle.example/checkouts/c1?key=a%26b&discount=OLD#pay")
    message = writer().write(request(OFFER, about)).message
    target = next(link.target for link in message.links if link.key == "checkout")
    assert parse_qs(urlsplit(target).query) == {"key": ["a&b"], "discount": ["FIVE"]}
    assert urlsplit(target).fragment == "pay"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>",
        "//evil.example",
        "/checkouts/c1",
        "https://user:pass@evil.example/",
        "https://evil.example/\n",
        "https://evil.example/ x",
        "https://[::1",
        "ftp://evil.example",
        'https://evil.example/"onclick=x',
        "https://",
    ],
)
def test_what_is_no_web_address_leads_to_the_shop_instead(url: str) -> None:
    assert web_address("https://evil.example/\n") == "https://evil.example/"
    written = writer().write(request(PLAIN, checkout(url=url)))
    target = next(link.target for link in written.message.links if link.key == "checkout")
    assert target == "https://tinkettle.example"


def test_the_catalogue_completes_what_the_checkout_left_out() -> None:
    bare = replace(line(1), title="", url="", image_url="", unit_price=0)
    product = Product(
        "p1",
        "Iron kettle",
        price=3_100,
        url="https://tinkettle.example/iron",
        image_url="https://tinkettle.example/iron.png",
    )
    message = writer().write(request(PLAIN, checkout(bare), {"p1": product})).message
    assert "Iron kettle" in message.html
    assert 'src="https://tinkettle.example/iron.png"' in message.html
    assert "- Iron kettle: £31.00" in message.text
    assert "https://tinkettle.example/iron" in [link.target for link in message.links]


def test_a_price_in_another_currency_is_not_taken_from_the_catalogue() -> None:
    about = replace(checkout(replace(line(1), unit_price=0)), currency="EUR", total=0)
    product = Product("p1", "Iron kettle", price=3_100)
    asked = request(PLAIN, about, {"p1": product})
    asked = replace(asked, matter=replace(asked.matter, proven=True))
    assert "31.00" not in writer().write(asked).message.text


def test_five_products_are_shown_and_the_rest_is_counted() -> None:
    about = checkout(*(line(number, f"Kettle {number}") for number in range(1, 8)))
    message = writer().write(request(PLAIN, about)).message
    for part in (message.html, message.text):
        assert "Kettle 5" in part
        assert "Kettle 6" not in part
        assert "and 2 more" in part


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("Anna", "Hello Anna,"),
        ("  José  ", "Hello José,"),
        ("Anne-Marie", "Hello Anne-Marie,"),
        ("O’Neill", "Hello O’Neill,"),
        ("Łukasz", "Hello Łukasz,"),
        (None, "Hello,"),
        ("", "Hello,"),
        ("R2D2", "Hello,"),
        ("anna@example.com", "Hello,"),
        ("<b>Anna</b>", "Hello,"),
        ("{{ first_name }}", "Hello,"),
        ("Anna\nBcc: x", "Hello,"),
        ("A" * 31, "Hello,"),
        ("-", "Hello,"),
        ("An\u202ena", "Hello,"),
        ("null", "Hello,"),
        ("Test", "Hello,"),
        ("First name", "Hello,"),
        ("Tess", "Hello Tess,"),
    ],
)
def test_a_first_name_is_used_only_where_it_looks_like_one(name: str | None, greeting: str) -> None:
    message = writer().write(request(contact=Contact(first_name=name))).message
    assert message.text.startswith(greeting + "\n")
    assert greeting in message.html


def assert_inert(message: Message) -> None:
    """Nothing of the cart's words has become mark-up, a template, a header or a link."""
    parsed = html5lib.parse(message.html, namespaceHTMLElements=False)
    tags = {element.tag for element in parsed.iter() if isinstance(element.tag, str)}
    assert not tags & {"iframe", "form", "object"}
    assert {e.attrib.get("type") for e in parsed.iter("script")} <= {ANNOTATION_TYPE}
    for element in parsed.iter():
        if isinstance(element.tag, str):
            assert not any(name.startswith("on") for name in element.attrib)
            if element.tag == "a":
                assert element.attrib["href"].startswith("https://post.tinkettle.example/")
    for part in (message.subject, message.preheader, message.html, message.text):
        assert "{{" not in part
        assert "{%" not in part
        assert "49" not in part.replace("£", "")
    assert "\n" not in message.subject
    assert "\r" not in message.subject


@pytest.mark.parametrize("title", HOSTILE)
@pytest.mark.parametrize("action", [WARM, PLAIN, OFFER], ids=["note", "list", "offer"])
def test_a_hostile_title_arrives_as_plain_words(title: str, action: object) -> None:
    about = checkout(replace(line(1), title=title, variant=title, category=title, quantity=1))
    written = writer().write(replace(request(WARM, about), send=_send(action)))
    assert_inert(written.message)
    expected = [] if clean(title) or action is PLAIN else ["missing fact"]
    assert sorted({finding.rule for finding in written.findings}) == expected


def _send(action: object) -> object:
    return replace(request().send, action=action)


class Words(HTMLParser):
    """Collects what a reader sees."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def test_mark_up_in_a_title_is_seen_as_it_was_written() -> None:
    about = checkout(line(1, '<b>Kettle</b> & "cup"'))
    message = writer().write(request(PLAIN, about)).message
    words = Words()
    words.feed(message.html)
    assert '<b>Kettle</b> & "cup"' in words.found
    assert '- <b>Kettle</b> & "cup": £24.00' in message.text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    title=st.one_of(st.text(max_size=80), st.lists(st.sampled_from(HOSTILE)).map(" ".join)),
    name=st.one_of(st.none(), st.text(max_size=40)),
    url=st.one_of(
        st.text(max_size=60), st.text(max_size=40).map("https://tinkettle.example/".__add__)
    ),
)
def test_whatever_the_shop_sends_the_message_stays_safe(
    title: str, name: str | None, url: str
) -> None:
    about = CheckoutStarted(
        checkout_token="c1",
        lines=(replace(line(1, title), url=url, image_url=url, variant=title),),
        total=2_400,
        url=url,
    )
    written = writer().write(request(OFFER, about, contact=Contact(first_name=name)))
    assert {finding.rule for finding in written.findings} <= {"missing fact", "slot length"}
    message = written.message
    assert message.subject == " ".join(message.subject.split())
    for link in message.links:
        assert urlsplit(link.target).scheme in ("http", "https")
    parsed = html5lib.parse(message.html, namespaceHTMLElements=False)
    assert [e.attrib for e in parsed.iter("script")] == [{"type": ANNOTATION_TYPE}]


def test_a_framework_that_is_gone_is_a_finding_and_no_crash() -> None:
    wanted = request()
    written = writer().write(replace(wanted, send=replace(wanted.send, framework="gone")))
    assert "rendering" in {finding.rule for finding in written.findings}


def test_a_visual_without_a_layout_is_a_finding() -> None:
    wanted = request(replace(WARM, visual="gone"))
    assert any(finding.rule == "rendering" for finding in writer().write(wanted).findings)


def test_a_checkout_without_products_is_not_written_about_as_if_it_had_some() -> None:
    empty = replace(checkout(), lines=())
    assert "missing fact" in {f.rule for f in writer().write(request(WARM, empty)).findings}
    assert writer().write(request(PLAIN, empty)).findings == ()


def test_money_and_times_follow_the_locale() -> None:
    zone = Zone("x", (), (60,))
    assert money(2_400, "GBP", "en_GB") == "£24.00"
    assert money(2_400, "JPY", "en_GB") == "JP¥2,400"
    assert money(2_400, "EUR", "de_DE") == "24,00\xa0€"
    assert date_and_time(AT, zone, "en_GB") == "Tuesday 2 June at 15:20"
    assert date_and_time(AT, zone, "de_DE", GERMAN.moment) == "Dienstag, 2. Juni, 15:20 Uhr"
    assert date_and_time(AT, zone, "tr_TR", TURKISH.moment) == "2 Haziran Salı, saat 15:20"
    assert date_and_time(AT, zone, "ar_AE", ARABIC.moment).startswith("الثلاثاء، 2 يونيو الساعة")


@given(st.text(max_size=400))
def test_cleaned_words_are_one_short_visible_line_and_stay_as_they_are(words: str) -> None:
    cleaned = clean(words)
    assert len(cleaned) <= 120
    assert cleaned == " ".join(cleaned.split())
    assert not re.search(r"\{[{%#]|[}%#]\}|://", cleaned)
    assert clean(cleaned) == cleaned


@given(st.text(max_size=60))
def test_a_name_to_greet_with_is_letters(words: str) -> None:
    assert re.fullmatch(r"(?:[^\W\d_]+(?:[-'’ ][^\W\d_]+)*)?", first_name(words))


@pytest.mark.parametrize(
    ("titles", "count", "said"),
    [
        ([], 0, ""),
        (["Moor mug"], 1, "Moor mug"),
        (["Moor mug", "Plate"], 2, "Moor mug and Plate"),
        (["Moor mug", "Plate", "Jug"], 3, "Moor mug, Plate and Jug"),
        (["Moor mug", "Plate", "Jug"], 5, "Moor mug, Plate and 3 more"),
    ],
)
def test_products_are_listed_as_words_would_list_them(
    titles: list[str], count: int, said: str
) -> None:
    assert listed(titles, count, "en_GB", ENGLISH.others) == said


def test_a_writer_that_names_the_list_of_products_is_understood() -> None:
    assert in_our_forms("Your {{ cart.items }}; {{viewed.items}}") == (
        "Your {{ cart.names }}; {{viewed.names}}"
    )
    assert in_our_forms("{{ reviews.items }}") == "{{ reviews.items }}"


def test_a_letter_that_came_apart_from_its_accent_is_put_together() -> None:
    assert in_our_forms("cre\u0300me, Pho\u031b\u0309") == "cr\u00e8me, Ph\u1edf"
    assert in_our_forms("b\u0335asket") == "b\u0335asket"
    pile = "e" + "\u0301\u0323" * 50_000
    assert in_our_forms(pile) == pile


def test_a_draft_prints_the_products_by_name() -> None:
    body = "Still here: {{ cart.names }}."
    words = Draft(
        "d1", "checkout", "", "first", WARM, "en", "", {"body": body}, "model:m", "1", AT, AT + 1
    )
    about = checkout(line(1), line(2, "Tin cup"))
    written = writer().write(replace(request(WARM, about), draft=words))
    assert written.findings == ()
    assert "Still here: Copper kettle and Tin cup." in written.message.text


def test_a_title_with_a_letter_that_was_lost_on_the_way_is_shown_without_its_sign() -> None:
    """A guardrail would stop every message with it, for what an export broke."""
    assert clean("Caf\ufffd mug") == "Caf mug"
    assert clean("\ufffc\ufffd") == ""
