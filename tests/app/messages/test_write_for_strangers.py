"""A stranger may tell of a basket: where its links lead, and which of its words are shown."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from written import PLAIN, checkout, line, request, writer

from rapport.app.messages.write import WriteRequest
from rapport.app.wording.wordable import leads_to
from rapport.core.catalogue import Product
from rapport.core.creative.message import Message

EVIL = "https://evil.example/pay"
SHOWN = "https://tinkettle.example/1.png"
KETTLE = {
    "p1": Product(id="p1", title="Copper kettle", price=2_400, url="https://tinkettle.example/k")
}


def lead(message: Message, key: str) -> str:
    return next(link.target for link in message.links if link.key == key)


def with_hosts(asked: WriteRequest, *hosts: str) -> WriteRequest:
    brand = replace(asked.release.brand, link_hosts=hosts)
    return replace(asked, release=replace(asked.release, brand=brand))


@pytest.mark.parametrize(
    "elsewhere",
    [
        EVIL,
        "https://tinkettle.example.evil.example/",
        "https://eviltinkettle.example/",
        "https://evil.example/?https://tinkettle.example",
        "https://evil.example#.tinkettle.example",
        "https://evil.example\\.tinkettle.example/",
        "https://tinkettle.example@evil.example/",
        "https://xn--tinkettle-example/",
        "https://127.0.0.1/",
    ],
)
def test_links_and_pictures_from_events_never_lead_elsewhere(elsewhere: str) -> None:
    item = replace(line(), url=elsewhere, image_url=elsewhere)
    message = writer().write(request(PLAIN, checkout(item, url=elsewhere))).message
    assert {urlsplit(link.target).hostname for link in message.links} == {"tinkettle.example"}
    assert "evil" not in message.html + message.text


@pytest.mark.parametrize(
    "host", ["tinkettle.example", "www.tinkettle.example", "pay.tinkettle.example"]
)
def test_links_to_the_shop_and_below_it_stay(host: str) -> None:
    url = f"https://{host}/checkouts/c1"
    assert lead(writer().write(request(PLAIN, checkout(url=url))).message, "checkout") == url


def test_links_may_lead_to_hosts_that_the_brand_names() -> None:
    url = "https://tin.myshopify.com/checkouts/c1"
    asked = request(PLAIN, checkout(url=url))
    assert lead(writer().write(asked).message, "checkout") == "https://tinkettle.example"
    asked = with_hosts(asked, "tin.myshopify.com")
    assert lead(writer().write(asked).message, "checkout") == url


def test_where_there_is_a_catalogue_only_its_words_are_shown() -> None:
    told = replace(line(1, "CALL 0800 123"), variant="CALL 0800 123", category="CALL 0800 123")
    about = checkout(told, line(2, "CALL 0800 123"))
    written = writer().write(request(PLAIN, about, KETTLE))
    seen = written.message.subject + written.message.html + written.message.text
    assert written.findings == ()
    assert "0800" not in seen
    assert "Copper kettle" in seen
    assert "£72.00" not in seen  # of two products of which one is left out


def test_a_basket_of_which_the_catalogue_has_nothing_is_not_written_about() -> None:
    written = writer().write(request(PLAIN, checkout(line(2), line(3)), KETTLE))
    assert [found.rule for found in written.findings][:1] == ["not for sale"]


def test_a_product_is_found_by_its_sku_too() -> None:
    told = replace(line(9, "Something"), sku="p1")
    assert "Copper kettle" in writer().write(request(PLAIN, checkout(told), KETTLE)).message.text


def test_a_source_that_proves_itself_may_name_what_the_catalogue_lacks() -> None:
    asked = request(PLAIN, checkout(line(2, "New teapot")), KETTLE)
    asked = replace(asked, matter=replace(asked.matter, proven=True))
    written = writer().write(asked)
    assert written.findings == ()
    assert "New teapot" in written.message.text


@given(st.text(max_size=60), st.sampled_from(["https://{}", "https://a{}", "https://a.{}/x", "{}"]))
def test_whatever_the_address_its_host_is_the_shops_or_below(text: str, shape: str) -> None:
    address = shape.format(text)
    if leads_to(address, ("shop.example",)):
        host = urlsplit(address).hostname or ""
        assert host == "shop.example" or host.endswith(".shop.example")


def test_a_strangers_prices_are_the_catalogues_and_the_total_their_sum() -> None:
    told = replace(checkout(replace(line(), unit_price=1, quantity=2)), total=1, currency="JPY")
    message = writer().write(request(PLAIN, told, KETTLE)).message
    assert "Total: £48.00" in message.text


def test_two_variants_of_a_product_have_the_price_that_the_catalogue_has_or_none() -> None:
    small = replace(line(), variant="CALL 0800 123", variant_id="v1", unit_price=1_800)
    large = replace(small, variant_id="v2", unit_price=2_700)
    text = writer().write(request(PLAIN, checkout(small, large), KETTLE)).message.text
    assert "2 × Copper kettle\n" in text
    assert "£" not in text
    alike = replace(large, unit_price=1_800)
    text = writer().write(request(PLAIN, checkout(small, alike), KETTLE)).message.text
    assert "2 × Copper kettle: £48.00" in text
    assert "Total: £48.00" in text
