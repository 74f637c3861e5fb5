"""Totals that are kept under short names, as people read them: one event is not *1 events*."""

from __future__ import annotations

_TAKEN_IN = {
    "accepted": ("new event", "new events"),
    "duplicate": ("told again, and counted once", "told again, and counted once"),
    "merged profiles": ("profile became one with another", "profiles became one with others"),
    "repeated orders": ("order told again by another source", "orders told again by other sources"),
    "identity conflicts": ("event that named two people", "events that named two people"),
    "orders that only a page told of": (
        "order that only a page told of",
        "orders that only a page told of",
    ),
    "orders in another currency": (
        "order in another currency, whose money does not count",
        "orders in another currency, whose money does not count",
    ),
    "preferences not asked for": ("preference not asked for", "preferences not asked for"),
}
_ENDED = {
    "run ended": ("time somebody left the flow", "times somebody left the flow"),
    "message stopped": ("message stopped", "messages stopped"),
    "message sending": ("message with the mail server", "messages with the mail server"),
    "message unclear": ("message that may have gone out", "messages that may have gone out"),
}
_NOT_ENTERED = "not entered: "


def taken_in(name: str, count: int) -> str:
    """What `count` of what is kept under this name are; a name without words stays as it is."""
    return _TAKEN_IN.get(name, (name, name))[count != 1]


def came_of_it(what: str, reason: str, count: int) -> str:
    """How a flow ended for somebody, or did not begin, and why."""
    if reason.startswith(_NOT_ENTERED):
        times = "time" if count == 1 else "times"
        return f"{times} somebody did not enter: {reason.removeprefix(_NOT_ENTERED)}"
    words = _ENDED.get(what, (what, what))[count != 1]
    return f"{words}: {as_words(reason)}" if reason else words


def as_words(reason: str) -> str:
    """Why a run ended, which is the name of an event where an exit ended it: `order_placed`."""
    return reason.removeprefix("custom:").replace("_", " ")
