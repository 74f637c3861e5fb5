"""A message to send and a clock that stands still, for the tests of the senders."""

from __future__ import annotations

import pytest

from rapport.core.creative.framework import Action
from rapport.core.creative.message import Message
from rapport.core.events import Contact

AT = 1_764_000_000_000
"""2025-11-24 16:00:00 UTC."""


class StillClock:
    def now(self) -> int:
        return AT


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def contact() -> Contact:
    return Contact(email="ada@example.com", first_name="Ada")


@pytest.fixture
def message() -> Message:
    return Message(
        key="0a1b2c",
        brand="northwind",
        profile="p1",
        flow="checkout",
        point="first",
        action=Action(tone="warm"),
        language="en",
        subject="Your tea is still here – 10% off ☕",
        preheader="A word",
        html="<html><head></head><body><p>Hello – <b>tea</b></p></body></html>",
        text="Hello – tea\n.a line that begins with a dot\n",
        blocks=("b1",),
        links=(),
        from_email="hello@northwind.example",
        from_name="Nørthwind, Tea & Co",
        reply_to="care@northwind.example",
        unsubscribe_url="https://mail.northwind.example/u/" + "x" * 180,
    )
