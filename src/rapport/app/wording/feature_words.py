"""What a policy's features are called, and what one of them says of a person, in plain words.

What is said of a person is read off the signals that their decision recorded, never off how much a
feature counts: the shares that are shrunk count for something of whoever nothing is known of, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rapport.app.wording.counts import so_many

FEATURE_WORDS = {
    "repeat_customer": "has ordered before",
    "recent_order": "ordered recently",
    "price_sensitive": "often orders with a discount",
    "cart_value": "has a valuable basket",
    "engaged_session": "looked around a lot",
    "pressure": "heard from us this week",
    "answers_messages": "answers messages",
    "likely_to_order": "seems about to order",
    "still_customer": "most likely still is a customer",
    "due_again": "is due to order again",
    "on_phone": "is on a phone",
}
"""People of whom a feature is wholly so, to follow 'somebody who'. Of one person it may be untrue
however much the feature counts: `said_of` has the words for that."""

SUPPOSED = {
    "repeat_customer": ("had never ordered", "had ordered very often"),
    "recent_order": ("had not ordered for years", "had ordered just now"),
    "price_sensitive": (
        "were known never to order with a discount",
        "were known always to order with a discount",
    ),
    "cart_value": ("had next to nothing to order for", "had very much to order for"),
    "engaged_session": (
        "had looked at no page in the last visit",
        "had looked at very many pages in the last visit",
    ),
    "pressure": (
        "had got no message in the last week",
        "had got three messages or more in the last week",
    ),
    "answers_messages": ("were known never to answer", "were known always to answer"),
    "likely_to_order": ("were sure not to order within a day", "were sure to order within a day"),
    "still_customer": ("were surely lost as a customer", "were surely a customer still"),
    "due_again": (
        "were expected to order no more for 90 days",
        "were expected to order very often in 90 days",
    ),
    "on_phone": ("were not on a phone", "were on a phone"),
}
"""Each feature not at all so, and wholly so, to follow 'if this person'."""

Known = Mapping[str, float | None]
"""Signals by name, as a decision recorded them; None is unavailable."""


def said_of(feature: str, known: Known, at_stake: str | None, *, basket: bool) -> str:
    """What `feature` says of the person of whom this was known, to follow 'this person'.

    `at_stake` is the money that their decision was about, in words, and None where that is not on
    record; it is in their basket where `basket`, else what an order would come to. Empty for a
    feature that nobody is told of.
    """
    if feature == "cart_value":
        if at_stake is None:
            return NOT_ON_RECORD
        if basket:
            return f"has {at_stake} in the basket"
        return f"would spend about {at_stake} on an order, as far as can be told"
    words, asked = _WORDS.get(feature, (None, ()))
    if words is None:
        return ""
    return words(known) if all(name in known for name in asked) else NOT_ON_RECORD


NOT_ON_RECORD = "(what was known is not on record)"


def not_known_of(known: Known) -> str:
    """A sentence on what the person has given no sign of, which moved nothing; empty where they
    have given one of all that is asked."""
    unknown = []
    if known.get("orders_count") == 0.0:
        unknown.append("how they use discounts")
    if known.get("messages_28d") == 0.0 and known.get("click_rate") is None:
        unknown.append("whether they answer messages")
    if not unknown:
        return ""
    said, verb = " and ".join(unknown), "is" if len(unknown) == 1 else "are"
    return f"{said[0].upper()}{said[1:]} {verb} not known, and moved nothing."


def _count(known: Known, name: str) -> int:
    return round(known.get(name) or 0.0)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def _likely(chance: float) -> str:
    """What is rare is not called impossible, nor what is likely certain."""
    if 0.0 < chance < 0.001:
        return "less than 0.1%"
    return "more than 99.9%" if 0.999 < chance < 1.0 else f"{chance:.1%}"


def _orders(known: Known) -> str:
    orders = _count(known, "orders_count")
    return f"has ordered {_times(orders)} so far" if orders else "has not ordered so far"


def _last_order(known: Known) -> str:
    days = known.get("days_since_order")
    if days is None:
        return "has not ordered so far"
    if days < 1.0:
        return "last ordered less than a day ago"
    return f"last ordered {so_many(round(days), 'day')} ago"


def _discounts(known: Known) -> str:
    orders, share = _count(known, "orders_count"), known.get("discounted_share")
    if not orders or share is None:
        return "has not shown yet how they use discounts, and counts as anybody new"
    discounted = round(share * orders)
    if orders == 1:
        return f"ordered once, {'with' if discounted else 'without'} a discount"
    start = f"ordered {_times(orders)}, "
    if not discounted:
        return f"{start}never with a discount"
    return f"{start}{'always' if discounted == orders else _times(discounted)} with a discount"


def _pages(known: Known) -> str:
    views = _count(known, "session_views")
    if not views:
        return "looked at no page in the last visit"
    return f"looked at {so_many(views, 'page')} in the last visit"


def _messages(known: Known) -> str:
    messages = _count(known, "messages_7d")
    if not messages:
        return "had no message from us in the last week"
    return f"had {so_many(messages, 'message')} from us in the last week"


def _answers(known: Known) -> str:
    messages, rate = _count(known, "messages_28d"), known.get("click_rate")
    if not messages:
        lately = "had no message from us in the last four weeks"
        return lately if rate is not None else f"{lately}, and counts as anybody new"
    if rate is None:
        had = f"had {so_many(messages, 'message')} from us in the last four weeks"
        return f"{had}, and is not known to have answered"
    if rate <= 0.0:
        return "answered none of our latest messages"
    return f"answered {'all' if rate >= 1.0 else _likely(rate)} of our latest messages"


def _intent(known: Known) -> str:
    chance = known.get("intent_24h")
    if chance is None:
        return "cannot be told yet to be about to order"
    return f"is {_likely(chance)} likely to order within a day"


def _customer(known: Known) -> str:
    alive = known.get("p_alive")
    if alive is None:
        return "has shown no order rhythm yet"
    return f"is {_likely(alive)} likely to be a customer still"


def _coming(known: Known) -> str:
    orders = known.get("expected_orders_90d")
    if orders is None:
        return "has shown no order rhythm yet"
    often = "less than 0.1" if 0.0 < orders < 0.1 else f"{orders:,.1f}"
    return f"is expected to order {often} times in the next 90 days"


def _device(known: Known) -> str:
    on_phone = known.get("on_phone")
    if on_phone is None:
        return "has not shown yet what they read us on"
    return f"last looked around on {'a phone' if on_phone else 'something other than a phone'}"


_WORDS: dict[str, tuple[Callable[[Known], str], tuple[str, ...]]] = {
    "repeat_customer": (_orders, ("orders_count",)),
    "recent_order": (_last_order, ("days_since_order",)),
    "price_sensitive": (_discounts, ("orders_count", "discounted_share")),
    "engaged_session": (_pages, ("session_views",)),
    "pressure": (_messages, ("messages_7d",)),
    "answers_messages": (_answers, ("messages_28d", "click_rate")),
    "likely_to_order": (_intent, ("intent_24h",)),
    "still_customer": (_customer, ("p_alive",)),
    "due_again": (_coming, ("expected_orders_90d",)),
    "on_phone": (_device, ("on_phone",)),
}
"""The words of each feature, and the signals that they are read off."""
