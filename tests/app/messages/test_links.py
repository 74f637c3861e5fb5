"""Signed addresses: what was signed comes back, and nothing else does."""

from __future__ import annotations

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rapport.app.messages.links import ClickRef, Links, MessageRef

LINKS = Links("https://post.example/", "a secret of the tests")
CLICK = ClickRef("harbour", "m1", "checkout")
WAY_OUT = MessageRef("harbour", "m1")
words = st.text(max_size=40)


def token_of(url: str) -> str:
    return url.rpartition("/")[2]


@given(words, words, words)
def test_whatever_is_signed_comes_back(brand: str, message: str, link: str) -> None:
    click, out = ClickRef(brand, message, link), MessageRef(brand, message)
    assert LINKS.read_click(LINKS.click_token(click)) == click
    assert LINKS.read_unsubscribe(token_of(LINKS.unsubscribe_url(out))) == out


@given(st.integers(0, 200), st.characters())
@example(0, "\ud800")
def test_one_letter_changed_makes_it_unreadable(place: int, letter: str) -> None:
    token = LINKS.click_token(CLICK)
    place %= len(token)
    changed = token[:place] + letter + token[place + 1 :]
    assert LINKS.read_click(changed) == (CLICK if changed == token else None)


@pytest.mark.parametrize("letter", string.ascii_letters + string.digits + "-_=")
def test_not_even_the_last_letter_of_a_signature_may_be_another(letter: str) -> None:
    token = LINKS.click_token(CLICK)
    changed = token[:-1] + letter
    assert LINKS.read_click(changed) == (CLICK if changed == token else None)


@given(words)
def test_nonsense_is_nobody(token: str) -> None:
    assert LINKS.read_click(token) is None
    assert LINKS.read_unsubscribe(token) is None


def test_a_click_is_no_way_out_and_a_way_out_no_click() -> None:
    assert LINKS.read_unsubscribe(LINKS.click_token(CLICK)) is None
    assert LINKS.read_click(token_of(LINKS.unsubscribe_url(WAY_OUT))) is None


def test_another_installations_address_says_nothing_here() -> None:
    other = Links("https://post.example", "another secret")
    assert LINKS.read_click(other.click_token(CLICK)) is None


@pytest.mark.parametrize("base", ["https://post.example", "https://post.example/"])
def test_addresses_stand_under_the_base(base: str) -> None:
    links = Links(base, "s")
    assert links.click_url(CLICK).startswith("https://post.example/c/")
    assert links.unsubscribe_url(WAY_OUT).startswith("https://post.example/u/")
    assert links.preferences_url(WAY_OUT) == links.unsubscribe_url(WAY_OUT)


def test_an_address_holds_nothing_that_a_mail_program_would_break() -> None:
    url = LINKS.click_url(ClickRef("harbour", "m" * 20, "item-12"))
    assert len(url) < 200
    assert url.isascii()
    assert not set(url) & set(" <>\"'%{}|\\^`")


def test_an_address_in_a_test_names_where_it_leads_and_nobody() -> None:
    tests = LINKS.of_tests()
    click = token_of(tests.click_url(CLICK, "https://shop.example/basket"))
    assert LINKS.read_test(click) == (CLICK.brand, "https://shop.example/basket")
    out = token_of(tests.unsubscribe_url(WAY_OUT))
    assert LINKS.read_test(out) == (WAY_OUT.brand, "")
    assert tests.preferences_url(WAY_OUT) == tests.unsubscribe_url(WAY_OUT)
    for token in (click, out):
        assert LINKS.read_click(token) is None
        assert LINKS.read_unsubscribe(token) is None
    assert LINKS.read_test(token_of(LINKS.click_url(CLICK))) is None
    assert Links("https://post.example", "another " * 6).read_test(click) is None
