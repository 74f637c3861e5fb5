"""Writing one message, from the decision to the bytes of an e-mail."""

from __future__ import annotations

from functools import partial

from rapport.adapters.mail.compose import compose
from rapport.adapters.mail_renderer import MailRenderer
from rapport.app.links import Links
from rapport.app.matter import of_checkout
from rapport.app.write import Writer, WriteRequest
from rapport.bench.figures import Figure, Sizes, each, percentile
from rapport.bench.homes import fresh_home
from rapport.bench.waiting import decide, deciding, sends, waiting_profiles
from rapport.core.blueprint import Blueprint
from rapport.core.events import Contact
from rapport.core.message import Message
from rapport.errors import RapportError

TARGET = 5.0
"""Milliseconds to write a message."""

_SOMEBODY = Contact(email="somebody@example.com", first_name="Anna", language="en")


def measure_messages(sizes: Sizes) -> list[Figure]:
    """Messages of the example brand as its policy chose them: written and checked by every
    guardrail, and then made e-mails."""
    with fresh_home() as home:
        blueprint = deciding(home.installation.blueprint(home.brand.key))
    requests = _requests(blueprint, sizes.messages)
    writer = Writer(Links("https://rapport.example.com", "a secret for measuring"), MailRenderer())
    written = [writer.write(request) for request in requests]  # to warm up, and to check
    found = [finding for one in written for finding in one.findings]
    if found:
        raise RapportError(f"The example brand's messages have findings, such as {found[0]}.")
    writing = each([partial(writer.write, request) for request in requests])
    composing = each([partial(_as_mail, one.message) for one in written])
    different = len({one.message.action for one in written})
    return [
        Figure(
            bench="render",
            what="p99 of writing one message, guardrails and all",
            value=percentile(writing, 0.99),
            unit="ms",
            target=TARGET,
            less=True,
            note=f"{len(writing)} messages of {different} kinds; p50 "
            f"{percentile(writing, 0.5):.2f}, max {max(writing):.2f} ms",
        ),
        Figure(
            bench="render",
            what="p99 of making it the bytes of an e-mail",
            value=percentile(composing, 0.99),
            unit="ms",
            note=f"p50 {percentile(composing, 0.5):.2f}, max {max(composing):.2f} ms",
        ),
    ]


def _requests(blueprint: Blueprint, count: int) -> list[WriteRequest]:
    """What to write: messages that `count` decisions led to."""
    return [
        WriteRequest(
            send=send,
            release=blueprint.release_number(send.release),
            matter=of_checkout(one.checkout, proven=send.proven),
            products=blueprint.products_at(send.at),
            contact=_SOMEBODY,
            at=send.at,
        )
        for one in waiting_profiles(blueprint, count)
        for send in sends(decide(blueprint, one.state))
    ]


def _as_mail(message: Message) -> bytes:
    return compose(message, _SOMEBODY, at=0).as_bytes()
