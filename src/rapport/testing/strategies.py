"""Hypothesis strategies: histories of a shop's customers, likely and unlikely ones.

Needs Hypothesis, which comes with the `dev` extra; nothing else of Rapport imports this module.
"""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from rapport.core import events as ev
from rapport.core.creative.framework import (
    CONTENT_FACTORS,
    FACTORS,
    RULE_KINDS,
    SILENCE,
    Condition,
    Rule,
)
from rapport.core.person.identity import STRONG, WEAK
from rapport.core.time import DAY, HOUR, MINUTE, Instant
from rapport.testing import examples as ex
from rapport.testing.examples import MUG, START, TEAPOT, line

# --- Likely histories: few names, so that things meet ---------------------------------------------

_STEPS = (0, 1, MINUTE, 20 * MINUTE, 45 * MINUTE, HOUR, 5 * HOUR, 11 * HOUR, DAY, 3 * DAY)
_TOKENS = st.sampled_from(("c1", "c2", ""))
_ORDERS = st.sampled_from(("o1", "o2", "o3"))
_LINES = st.lists(st.sampled_from((line(TEAPOT), line(MUG), line(MUG, 3))), max_size=3).map(tuple)
_AMOUNTS = st.sampled_from((0, 1, 1_600, 4_800, 12_000))
_DEVICES = st.sampled_from(("", *ev.DEVICES))
_CHANNELS = st.sampled_from(("", *ev.CHANNELS))
_CODES = st.sampled_from(((), ("ten",), ("TEN", "OTHER")))
_METHODS = st.sampled_from(("form", "checkout", "import", "sync", "one_click", ""))
_STATUSES = st.sampled_from(("subscribed", "subscribed", "unsubscribed", "pending", "never"))


def bodies() -> SearchStrategy[ev.AnyBody]:
    """What a shop's sources tell, often enough of the same baskets and orders."""
    return st.one_of(
        st.builds(ev.PageViewed, device=_DEVICES, channel=_CHANNELS),
        st.builds(ev.ProductViewed, st.sampled_from((line(TEAPOT), line(MUG)))),
        st.builds(ev.CollectionViewed, st.sampled_from(("mugs", "teapots", "bowls"))),
        st.builds(
            ev.CartChanged, added=st.sampled_from((line(MUG), None)),
            removed=st.sampled_from((line(MUG), None)), lines=st.none() | _LINES,
        ),
        st.builds(
            ev.CheckoutStarted, checkout_token=_TOKENS, lines=_LINES, total=_AMOUNTS,
            currency=st.sampled_from(("GBP", "EUR")),
        ),
        st.builds(
            ev.OrderPlaced, order_id=_ORDERS, lines=_LINES, revenue=_AMOUNTS, total=_AMOUNTS,
            currency=st.sampled_from(("GBP", "EUR", "")), checkout_token=_TOKENS,
            discount_codes=_CODES,
        ),
        st.builds(ev.OrderRefunded, order_id=_ORDERS, amount=_AMOUNTS, whole=st.booleans()),
        st.builds(ev.OrderCancelled, order_id=_ORDERS),
        st.builds(
            ev.ProfileChanged, has_email=st.sampled_from((True, None)),
            utc_offset_minutes=st.sampled_from((None, 0, -480, 540)),
            no_profiling=st.sampled_from((None, None, None, True)),
            declined_topics=st.sampled_from((None, ("jokes",))),
            kept_topics=st.sampled_from((None, None, ("jokes",))),
            preferences=st.sampled_from((None, {"likes": "new"}, {"likes": ""}, {"age": "30"})),
        ),
        st.builds(
            ev.ConsentChanged, channel=st.sampled_from(("email", "email", "sms")),
            status=_STATUSES, method=_METHODS, double_opt_in=st.booleans(),
        ),
        st.builds(ev.TicketChanged, ticket_id=st.sampled_from(("t1", "t2")), open=st.booleans()),
        st.builds(ev.ParcelChanged, parcel_id=st.sampled_from(("p1", "p2")), delayed=st.booleans()),
        st.builds(ev.MessageClicked, message=st.just("m1")),
        st.builds(ev.MessageBounced, hard=st.booleans()),
    )  # fmt: skip


@st.composite
def histories(
    draw: st.DrawFn, max_size: int = 25, *, opted_in: bool = True, late: bool = True
) -> list[ev.Event]:
    """One profile's events in the order in which they are told; with `late`, some are told late.

    With `opted_in` the person may be written to from the start, and has a basket open.
    """
    when: Instant = START + draw(st.integers(0, 23)) * HOUR
    told: list[ev.Event] = []
    if opted_in:
        told.append(ev.Event("known", when, "shopify", ev.ProfileChanged(has_email=True)))
        told.append(
            ev.Event(
                "asked", when, "shopify", ev.ConsentChanged("email", "subscribed", method="form")
            )
        )
        told.append(ex.checkout("left", when))
    for number, body in enumerate(draw(st.lists(bodies(), max_size=max_size))):
        when += draw(st.sampled_from(_STEPS))
        back = draw(st.sampled_from((0, 0, 0, HOUR, 2 * DAY))) if late else 0
        source = draw(st.sampled_from(("shopify", "segment")))
        backfill = draw(st.sampled_from((False, False, False, True)))
        told.append(ev.Event(f"e{number}", when - back, source, body, backfill))
    return told


@st.composite
def crowds(
    draw: st.DrawFn, profiles: tuple[str, ...] = ("ada", "ben", "cy"), max_size: int = 15
) -> list[tuple[str, ev.Event]]:
    """Several profiles' events, mixed, in the order in which they are told."""
    told = [
        (profile, ev.Event(f"{profile}:{one.id}", one.at, one.source, one.body, one.backfill))
        for profile in profiles
        for one in draw(histories(max_size, late=False))
    ]
    return sorted(told, key=lambda pair: pair[1].at)


# --- Unlikely ones: anything that fits the types -------------------------------------------------

# Long values are made from short ones, so that a strategy can still be shown.
_ANY_INT = st.one_of(
    st.integers(-3, 3), st.integers(), st.sampled_from((31, 63, 64, 1_400)).map(lambda n: 2**n)
)
_ANY_AT = st.one_of(st.integers(START, START + 90 * DAY), _ANY_INT)
_ANY_TEXT = st.one_of(st.just(""), st.text(max_size=12), st.just("x").map(lambda x: x * 3_000))
_ANY_LINE = st.builds(
    ev.Line, _ANY_TEXT, _ANY_TEXT, _ANY_INT, _ANY_INT, category=_ANY_TEXT, full_price=_ANY_INT,
)  # fmt: skip
_ANY_LINES = st.lists(_ANY_LINE, max_size=30).map(tuple)
_ANY_FLAG = st.sampled_from((None, True, False))


def strange_bodies() -> SearchStrategy[ev.AnyBody]:
    """Anything that fits the types: empty and long words, numbers beyond 64 bits, NaN."""
    words = st.lists(_ANY_TEXT, max_size=20).map(tuple)
    maybe_text, maybe_int = st.none() | _ANY_TEXT, st.none() | _ANY_INT
    return st.one_of(
        st.builds(ev.ProductViewed, _ANY_LINE),
        st.builds(ev.CollectionViewed, _ANY_TEXT, device=_ANY_TEXT, channel=_ANY_TEXT),
        st.builds(ev.Searched, device=_DEVICES, channel=_CHANNELS),
        st.builds(
            ev.CartChanged, _ANY_TEXT, st.none() | _ANY_LINE, st.none() | _ANY_LINE,
            st.none() | _ANY_LINES,
        ),
        st.builds(
            ev.CheckoutStarted, _ANY_TEXT, _ANY_LINES, _ANY_INT, _ANY_TEXT, _ANY_TEXT, _ANY_TEXT,
            words,
        ),
        st.builds(
            ev.OrderPlaced, _ANY_TEXT, words, _ANY_LINES, _ANY_INT, _ANY_INT,
            st.sampled_from(("GBP", "")) | _ANY_TEXT, _ANY_INT, words, _ANY_TEXT, st.booleans(),
        ),
        st.builds(ev.OrderRefunded, _ANY_TEXT, _ANY_TEXT, _ANY_INT, st.booleans(), _ANY_LINES),
        st.builds(ev.OrderCancelled, _ANY_TEXT),
        st.builds(
            ev.ProfileChanged, _ANY_FLAG, _ANY_FLAG, maybe_text, maybe_text, maybe_int, _ANY_FLAG,
            st.none() | words, st.none() | st.dictionaries(_ANY_TEXT, _ANY_TEXT, max_size=9),
            st.none() | words,
        ),
        st.builds(ev.ConsentChanged, _ANY_TEXT, _ANY_TEXT, method=_ANY_TEXT),
        st.builds(ev.TicketChanged, _ANY_TEXT, st.booleans()),
        st.builds(ev.ParcelChanged, _ANY_TEXT, st.booleans()),
        st.builds(ev.MessageClicked, _ANY_TEXT),
        st.builds(ev.MessageSent, _ANY_TEXT),
        st.builds(ev.MessageStopped, _ANY_TEXT, _ANY_TEXT, _ANY_TEXT),
        st.builds(ev.MessageBounced, _ANY_TEXT, st.booleans()),
        st.builds(ev.MessageComplained, _ANY_TEXT),
        st.builds(ev.ProfileAbsorbed, _ANY_TEXT, st.binary(max_size=40)),
        st.builds(ev.ProfileMoved, _ANY_TEXT),
        st.builds(
            ev.Custom, _ANY_TEXT,
            st.dictionaries(_ANY_TEXT, _ANY_INT | st.floats() | st.booleans() | st.none()),
        ),
        st.just(ev.Wake()),
    )  # fmt: skip


def strange_histories(max_size: int = 15) -> SearchStrategy[list[ev.Event]]:
    """Any events at any time, likely and unlikely ones mixed; each id is there once."""
    one = st.builds(
        ev.Event, st.text(max_size=8), _ANY_AT, _ANY_TEXT, bodies() | strange_bodies(),
        st.booleans(),
    )  # fmt: skip
    return st.lists(one, max_size=max_size, unique_by=lambda event: event.id)


def identifiers() -> SearchStrategy[ev.Identifier]:
    """Few values of each kind, so that people meet, share and contradict."""
    return st.builds(ev.Identifier, st.sampled_from(STRONG + WEAK), st.sampled_from(("1", "2")))


# --- Rules of the example shop --------------------------------------------------------------------

_LEVELS = {"time": ("now", "later", "evening")} | {
    factor: ex.FRAMEWORK.keys(factor) for factor in CONTENT_FACTORS
}
_CONDITIONS = st.lists(
    st.builds(
        Condition,
        signal=st.sampled_from(("orders_count", "open_tickets", "days_since_order", "messages_7d")),
        op=st.sampled_from(("<", ">")),
        value=st.sampled_from((0.0, 1.0, 3.0, 14.0)),
    ),
    max_size=2,
).map(tuple)


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """Any rule of the example shop: of each kind, for everybody or for some, in use or not."""
    kind = draw(st.sampled_from(RULE_KINDS))
    factors = draw(st.lists(st.sampled_from(FACTORS), min_size=1, max_size=3, unique=True))
    levels = tuple(
        (f, tuple(draw(st.lists(st.sampled_from(_LEVELS[f]), min_size=1, unique=True))))
        for f in factors
    )
    return Rule(
        name=draw(st.sampled_from("ABCDEFGHIJ")) + draw(st.sampled_from("abcdefghij")),
        levels=() if kind == SILENCE else levels,
        when=draw(_CONDITIONS),
        kind=kind,
        any_of=draw(_CONDITIONS),
        active=draw(st.sampled_from((True, True, True, False))),
    )
