"""A person's situation in words, coarse enough to be true of many: what a writer may know of them.

It holds no value, no product, no moment and nothing of who the person is. There are few situations,
so that words written for one do for everybody else in it, and so that nobody stands out.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from rapport.core.creative.framework import CART
from rapport.core.person.signals import Moment, value_of

CALM_AGAIN_DAYS = 30.0
"""After a refund, and thrice that after a complaint, words stay quiet for so long."""

SEVERAL_PRODUCTS = 3.0
"""Products looked at in one visit that make it a comparison."""


class Situation(Struct, frozen=True, gc=False):
    """A short stable key, and what it means in sentences for a writer."""

    key: str
    words: tuple[str, ...]


ANYBODY = Situation("", ("Nothing is known of the reader: write so that it fits anybody.",))

Read = Callable[[str], float | None]

ORDERS = {
    "new": "They have never ordered here.",
    "once": "They have ordered here once; this would be their second order.",
    "regular": "They order here now and then, and know the brand.",
}
INTEREST = {
    "first": "They came upon this for the first time.",
    "returned": "They came back to it after a first look.",
    "compared": "They took their time and compared several things.",
}
SIZE = {
    "any": "",
    "one": "One thing is in the basket.",
    "several": "Several things are in the basket.",
}
MOOD = {
    "calm": "",
    "careful": "Something went wrong for them lately: be quiet and helpful, without a joke, and "
    "do not mention it.",
}

PARTS = (ORDERS, INTEREST, SIZE, MOOD)


def situation(about: str, moment: Moment) -> Situation:
    """The situation of the person whose moment it is, for a message about this.

    Of who declined to be profiled nothing is looked at: theirs is `ANYBODY`.
    """
    if moment.state.consent.no_profiling:
        return ANYBODY

    def read(name: str) -> float | None:
        return value_of(name, moment)

    return of_key(f"{_orders(read)}.{_interest(read)}.{_size(about, read)}.{_mood(read)}")


def of_key(key: str) -> Situation:
    """The situation with this key; `ANYBODY` where there is none."""
    names = key.split(".")
    if len(names) != len(PARTS) or any(n not in p for n, p in zip(names, PARTS, strict=True)):
        return ANYBODY
    said = (part[name] for name, part in zip(names, PARTS, strict=True))
    return Situation(key, tuple(words for words in said if words))


def is_single(key: str) -> bool:
    """Whether it is a situation with one thing in the basket."""
    return SIZE["one"] in of_key(key).words


def _orders(read: Read) -> str:
    count = read("orders_count") or 0.0
    return "new" if count < 1 else "once" if count < 2 else "regular"


def _interest(read: Read) -> str:
    if (read("session_products") or 0.0) >= SEVERAL_PRODUCTS:
        return "compared"
    returned = (read("visits") or 0.0) >= 2 or (read("visit_returns") or 0.0) >= 1
    return "returned" if returned else "first"


def _size(about: str, read: Read) -> str:
    if about != CART:
        return "any"
    return "several" if (read("cart_items") or 0.0) > 1 else "one"


def _mood(read: Read) -> str:
    refund, complaint = read("days_since_refund"), read("days_since_complaint")
    wrong = (
        (read("open_tickets") or 0.0) > 0
        or (refund is not None and refund < CALM_AGAIN_DAYS)
        or (complaint is not None and complaint < 3 * CALM_AGAIN_DAYS)
    )
    return "careful" if wrong else "calm"
