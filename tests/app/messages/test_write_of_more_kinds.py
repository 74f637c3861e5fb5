"""Messages about looks and orders, with whatever a stranger may have put into them."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from written import PLAIN, release, request, writer

from rapport.app.messages.matter import Matter, example
from rapport.app.messages.write import WriteRequest, Written
from rapport.core.catalogue import Product
from rapport.core.events import Line

PRODUCTS = {"p1": Product("p1", "Iron kettle", "Kettles", 3_100, url="https://tinkettle.example/i")}
HOSTILE = [
    "{{ 7 | times: 7 }}{% raw %}", "<script>alert(1)</script>", "https://evil.example/x",
    "\u202edesrever\u200b", "Kettle\r\nBcc: all@evil.example", "\x00\x1b[31m", "=?utf-8?q?x?=",
    "£0.01 today only", "K" * 5_000,
]  # fmt: skip


def about(matter: Matter, products: dict[str, Product] | None = None) -> WriteRequest:
    """A message of the small brand about this, in words that fit anything."""
    made = release()
    frameworks = tuple(
        replace(
            framework,
            about=matter.about,
            blocks=tuple(
                replace(block, text=re.sub(r"\bcart\.", f"{matter.about}.", block.text))
                for block in framework.blocks
            ),
            layouts=tuple(
                (key, source.replace("cart.", "products.")) for key, source in framework.layouts
            ),
        )
        for framework in made.frameworks
    )
    asked = request(PLAIN, products=products)
    return replace(asked, release=replace(made, frameworks=frameworks), matter=matter)


def written(matter: Matter, products: dict[str, Product] | None = None) -> Written:
    return writer().write(about(matter, products))


def is_harmless(done: Written) -> None:
    message = done.message
    for link in message.links:
        assert re.match(r"https://([a-z]+\.)?tinkettle\.example", link.target), link
    for picture in re.findall(r'src="([^"]*)"', message.html):
        assert picture.startswith(("https://tinkettle.example/", "https://post.tinkettle.example/"))
    assert "<script" not in message.html.lower()
    assert "\n" not in message.subject + message.preheader
    assert "evil.example/" not in re.sub(
        r"https?://\S*tinkettle\.example\S*", "", message.html
    ) or (done.findings)


@pytest.mark.parametrize("kind", ["viewed", "order"])
@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("known", [False, True])
def test_hostile_words_of_a_look_or_an_order_do_no_harm(kind: str, words: str, known: bool) -> None:
    line = Line(
        "p1", words, 1, 2_400, variant=words, category=words,
        url=f"https://evil.example/{words}", image_url="https://evil.example/spy.png",
    )  # fmt: skip
    done = written(Matter(kind, (line,), total=2_400), PRODUCTS if known else None)
    is_harmless(done)
    if known:
        assert "Iron kettle" in done.message.text
        assert words[:40] not in done.message.text


_WORDS = st.text(max_size=60) | st.sampled_from(HOSTILE)
_LINES = st.builds(
    Line, _WORDS, _WORDS, st.integers(-5, 10**9), st.integers(-(10**12), 10**12),
    variant=_WORDS, category=_WORDS, url=_WORDS, image_url=_WORDS,
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(["viewed", "order", "cart"]),
    st.lists(_LINES, max_size=8).map(tuple),
    st.booleans(),
    st.sampled_from(["", "GBP", "EUR", "XXX"]),
)
def test_nothing_that_was_told_makes_a_message_harmful(
    kind: str, lines: tuple[Line, ...], proven: bool, currency: str
) -> None:
    is_harmless(written(Matter(kind, lines, 0, currency, proven=proven)))


@pytest.mark.parametrize("kind", ["cart", "viewed", "order", "nothing"])
def test_an_example_of_each_kind_can_be_written(kind: str) -> None:
    done = written(example(kind, PRODUCTS), PRODUCTS)
    assert done.findings == ()
    assert ("Iron kettle" in done.message.text) == (kind != "nothing")


def test_a_message_about_nothing_leads_to_the_shop_with_its_code() -> None:
    asked = about(Matter("nothing"))
    offered = replace(asked.send, action=replace(PLAIN, offer="five-off"))
    message = writer().write(replace(asked, send=offered)).message
    (target,) = {link.target for link in message.links if link.key == "shop"}
    offer = release().offer("five-off")
    assert offer is not None
    assert target == f"https://tinkettle.example?discount={offer.code}"


def test_an_order_whose_products_are_gone_from_the_catalogue_names_none() -> None:
    line = Line("gone", "As a stranger says", 1, 2_400)
    done = written(Matter("order", (line,), 2_400), PRODUCTS)
    assert "As a stranger says" not in done.message.text + done.message.html
    looked = written(Matter("viewed", (line,)), PRODUCTS)
    assert [finding.rule for finding in looked.findings] == ["not for sale"]
