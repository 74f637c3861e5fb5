"""A minimum in passing leaves words where the offer has none, and nothing else does."""

from __future__ import annotations

import pytest
from copy_checks_brand import OFFERS
from hypothesis import given
from hypothesis import strategies as st

from rapport.core.copy_checks.minimum import without_absent_minimum
from rapport.core.offer import Offer

BY_KEY = {offer.key: offer for offer in OFFERS}
WITHOUT, WITH, NONE = BY_KEY["five-off"], BY_KEY["ten-off"], BY_KEY["none"]
MINIMUM = "{{ offer.minimum }}"


def said(words: str, offer: Offer | None = WITHOUT) -> str:
    return without_absent_minimum({"offer_line": words}, offer)["offer_line"]


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("{{ offer.code }} on orders of MIN or more, until then.", "{{ offer.code }}, until then."),
        ("At the till, on orders of MIN or more, until then.", "At the till, until then."),
        ("The van drives on orders of MIN or more with a code.", "The van drives with a code."),
        ("On orders of MIN or more, the van drives.", "The van drives."),
        ("Good news. For any order over MIN the van drives.", "Good news. The van drives."),
        ("It is in your order of MIN or more, until then.", "It is in your order, until then."),
        ("Orders of MIN or more travel with us.", "Orders travel with us."),
        ("Free delivery from MIN with a code.", "Free delivery with a code."),
        ("{{ offer.code }}, from MIN, until then.", "{{ offer.code }}, until then."),
        ("If your order comes to MIN or more, the van drives.", "The van drives."),
        ("The van drives when you spend MIN and over.", "The van drives."),
        ("Only on orders of MIN or more the van drives.", "The van drives."),
        ("At the till – on orders of MIN or more – and here.", "At the till – and here."),
        ("AT THE TILL, ON ORDERS OF MIN OR MORE, UNTIL THEN.", "AT THE TILL, UNTIL THEN."),
    ],
)  # fmt: skip
def test_words_are_whole_without_it(written: str, sent: str) -> None:
    assert said(written.replace("MIN", MINIMUM)) == sent
    assert said(sent) == sent, "twice is as good as once"


@pytest.mark.parametrize(
    "written",
    [
        "The minimum is MIN.",
        "Spend MIN or more.",
        "On orders of MIN or more.",
        "On orders of up to MIN.",
        "On orders under MIN the van stays.",
        "Not on orders of MIN or less.",
        "It does not hold on orders of MIN or less.",
        "It is not on orders of MIN or more.",
        "Not only on orders of MIN or more.",
        "Here (on orders of MIN or more) and there.",
        "On bowls and on orders of MIN or more.",
        "On orders of MIN or more{{ offer.code }} glued.",
        "Take more, on orders of MIN off.",
        "Take it on orders of MIN to MIN.",
        "Every order of MIN or more counts.",
    ],
)
def test_any_other_use_stays_for_the_checks_to_refuse(written: str) -> None:
    words = written.replace("MIN", MINIMUM)
    assert said(words) == words


@pytest.mark.parametrize("offer", [WITH, NONE, None])
def test_it_stays_where_there_is_one_or_nothing_is_known_of_it(offer: Offer | None) -> None:
    words = f"Say {{{{ offer.code }}}} on orders of {MINIMUM} or more, until then."
    assert said(words, offer) == words


def test_a_text_that_is_far_too_long_is_left_to_be_refused() -> None:
    words = f"On orders of {MINIMUM} or more, the van drives. " * 500
    assert said(words) == words


def test_a_text_of_nothing_but_empty_lines_is_told_apart_like_any_other() -> None:
    """It took minutes where each place looked through all lines before it; nothing is timed."""
    lines, once = "\n" * 9_000 + "Now ", "the van drives on orders of MIN or more with a code, "
    words = lines + once.replace("MIN", MINIMUM) * 150
    assert said(words) == lines + "the van drives with a code, " * 150


pieces = st.lists(
    st.sampled_from(
        [
            MINIMUM,
            "on orders of",
            "or more",
            "from",
            "{{ offer.code }}",
            ",",
            ".",
            " ",
            "not",
            "If your order is",
            "\n",
            "Orders of",
            "£20",
        ]
    ),
    max_size=14,
)


@given(pieces)
def test_whatever_is_written_nothing_is_added_and_no_other_fact_is_lost(parts: list[str]) -> None:
    words = " ".join(parts)
    sent = said(words)
    assert len(sent) <= len(words)
    for kept in ("{{ offer.code }}", "£20", "not"):
        assert sent.casefold().count(kept.casefold()) == words.casefold().count(kept.casefold())
    assert said(sent) == sent
