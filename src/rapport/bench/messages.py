"""Writing one message, from the decision to the bytes of an e-mail."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from statistics import median

from liquid import BoundTemplate, Environment
from mjml import mjml2html
from msgspec import to_builtins

from rapport.adapters.mail.compose import compose
from rapport.adapters.mail_renderer import MailRenderer
from rapport.app.messages.links import Links
from rapport.app.messages.matter import of_checkout
from rapport.app.messages.write import Writer, WriteRequest
from rapport.bench.figures import Beside, Figure, Sizes, core_rate, each, percentile, undisturbed
from rapport.bench.homes import fresh_home
from rapport.bench.waiting import decide, deciding, sends, waiting_profiles
from rapport.core.blueprint import Blueprint
from rapport.core.creative.message import Message
from rapport.core.events import Contact
from rapport.errors import RapportError
from rapport.ports import Page, Rendered, Renderer

TARGET = 5.0
"""Milliseconds to write a message."""

RENDERED = 500.0
"""Messages a second on one core, rendered from approved blocks."""

PEERS = 40
"""Messages that are made as others make them: each takes as long as many of ours."""

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
    kept = Kept(MailRenderer())
    for request in requests:
        Writer(Links("https://rapport.example.com", "a secret for measuring"), kept).write(request)
    writing = each([partial(writer.write, request) for request in requests])
    composing = each([partial(_as_mail, one.message) for one in written])
    different = len({one.message.action for one in written})
    return [
        *_rates(writer, requests, kept),
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


class Kept:
    """A renderer that keeps what it was asked to render."""

    def __init__(self, renderer: Renderer) -> None:
        self.pages: list[Page] = []
        self._renderer = renderer

    def render(self, page: Page) -> Rendered:
        self.pages.append(page)
        return self._renderer.render(page)


def _rates(writer: Writer, requests: Sequence[WriteRequest], kept: Kept) -> list[Figure]:
    """Messages a second, beside Liquid and MJML for each person as they come."""
    renderer, pages = MailRenderer(), kept.pages
    for page in pages:
        renderer.render(page)  # layouts are compiled once for a version, and not for each person

    def render() -> int:
        return len([renderer.render(page) for page in pages])

    def write() -> int:
        return len([writer.write(request) for request in requests])

    templates: dict[str, BoundTemplate] = {}

    def plainly() -> int:
        return len([_plainly(page, templates) for page in pages[:PEERS]])

    plainly()
    with undisturbed():
        rendered, written, plain = (
            median(core_rate(work) for _ in range(3)) for work in (render, write, plainly)
        )
    beside = Beside("Liquid, and MJML for each person, without checks or links", plain)
    return [
        Figure(
            "render", "messages rendered from approved blocks, on one core", rendered,
            "messages/s", target=RENDERED, beside=beside,
        ),
        Figure(
            "render", "messages written: facts, links, words, guardrails; on one core", written,
            "messages/s", beside=beside,
        ),
    ]  # fmt: skip


def _plainly(page: Page, templates: dict[str, BoundTemplate]) -> str:
    """The HTML of a message as a plain use of both libraries makes it: templates parsed once,
    Liquid rendered into MJML, and MJML made HTML."""

    def filled(source: str, **more: object) -> str:
        if source not in templates:
            templates[source] = Environment(autoescape=True).from_string(source)
        return templates[source].render(**names, **more)

    names: dict[str, object] = to_builtins(page.facts)
    slots: dict[str, object] = {slot.key: "" for slot in page.framework.slots}
    slots.update({slot: filled(block.text) for slot, block in page.blocks.items()})
    slots["body"] = str(slots["body"]).split("\n\n")
    source = dict(page.framework.layouts)[page.visual]
    products = to_builtins(page.facts.products)
    about, colours = page.facts.about, page.brand.colours
    mjml = filled(source, slots=slots, products=products, about=about, colours=colours)
    return str(mjml2html(mjml))


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
