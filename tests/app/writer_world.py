"""A small shop whose messages a model may write, over a real model server on loopback."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from rapport.adapters.language_model import Server, language_model
from rapport.adapters.mail_renderer import MailRenderer
from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.messages.links import Links
from rapport.app.messages.write import Writer
from rapport.app.publishing.publications import Publications
from rapport.app.sending.dispatch import Dispatched, Dispatcher
from rapport.app.writer.order import writer_day
from rapport.app.writer.rewriting import Asking, Rewriting, Submit
from rapport.app.writer.scribe import Scribe
from rapport.app.writer.standards import StandardsKept
from rapport.app.writer.writer_usage import FrameworkUse, writer_usage
from rapport.core.blueprint import Blueprint
from rapport.core.brand import WriterBudget
from rapport.core.catalogue import Catalogue, Product
from rapport.core.creative.draft import USABLE, WAITING, Draft, KeptDraft, Standing
from rapport.core.creative.framework import Block, Framework, Level, Slot
from rapport.core.creative.message import Message
from rapport.core.creative.modes import FREE, Writing
from rapport.core.deciding.arms import Arms
from rapport.core.events import AnyBody, Contact, Event, Incoming, Line
from rapport.core.flow import DecisionPoint, Exit, TimeLevel, Wait
from rapport.core.time import HOUR, MINUTE, SECOND, Instant, Millis
from rapport.hosts.embedded import EmbeddedHost
from rapport.ports import Delivery
from rapport.testing import examples as ex
from rapport.testing.fakes import FakeClock
from rapport.testing.model_server import ModelServer, Turn

LAYOUT = """<mjml><mj-body><mj-section><mj-column>
<mj-text>{{ greeting }}{% for words in slots.body %}<p>{{ words }}</p>{% endfor %}</mj-text>
<mj-button href="{{ cart.url }}">{{ slots.cta }}</mj-button>
<mj-text>{{ brand.name }}, {{ brand.address }} <a href="{{ unsubscribe_url }}">No more</a></mj-text>
</mj-column></mj-section></mj-body></mjml>"""
LEFT_AT = ex.at(0, 10)
DUE_AT = LEFT_AT + ex.QUIET_WAIT
WAIT: Millis = 20 * SECOND

NEW_WORDS = {
    "subject": "The basket is safe with us",
    "body": "What you chose stays on the shelf for now. Reply if anything is unclear.",
    "cta": "Back to the shelf",
}
OTHER_WORDS = {
    "subject": "A question before you order?",
    "body": "Write back and a person in the workshop answers. Nothing runs away.",
    "cta": "Open the basket",
}
APPROVED_SUBJECT = "Your basket is still here"
GOOD, OTHER = Turn(json.dumps(NEW_WORDS)), Turn(json.dumps(OTHER_WORDS))

FRAMEWORK = Framework(
    key="checkout",
    name="Checkout left behind",
    slots=(Slot("subject", 60), Slot("body", 400), Slot("cta", 28)),
    offers=("none",),
    tones=(Level("plain", "Plain", "As to a neighbour."),),
    angles=(Level("help", "Help", "Questions are answered."),),
    visuals=(Level("note", "A note"),),
    blocks=(
        Block("c/first/subject", "subject", APPROVED_SUBJECT, points=("first",)),
        Block(
            "c/first/body", "body", "{{ cart.first.title }} waits for you here.", points=("first",)
        ),
        Block("c/second/subject", "subject", "Anything we can answer?", points=("second",)),
        Block("c/second/body", "body", "Reply, and a person answers you.", points=("second",)),
        Block("c/cta", "cta", "Go to your basket"),
    ),
    layouts=(("note", LAYOUT),),
)


def blueprint(
    mode: str = FREE,
    *,
    budget: WriterBudget | None = None,
    arms: Arms = ex.ADAPTIVE_ONLY,
    products: tuple[Product, ...] = (ex.TEAPOT, ex.MUG),
) -> Blueprint:
    """The shop with one message to send, at once, and another a day later."""
    point = DecisionPoint(
        "first",
        "checkout",
        (TimeLevel("now", "Straight away"),),
        {"time": "now", "offer": "none", "tone": "plain", "angle": "help", "visual": "note"},
        valid_for=6 * HOUR,
    )
    wait = Wait(ex.QUIET_WAIT, quiet=True, at_most=6 * HOUR)
    nodes = (wait, point, Wait(26 * HOUR), replace(point, key="second"), Exit())
    owner = replace(ex.brand(arms=arms), writer=budget or WriterBudget())
    made = ex.blueprint(flow=replace(ex.CHECKOUT_FLOW, nodes=nodes), of=owner)
    framework = replace(FRAMEWORK, writing=Writing(mode))
    release = replace(made.releases[0], frameworks=(framework,), voice=ex.VOICE)
    catalogue = Catalogue(1, 0, {one.id: one for one in products})
    return replace(made, releases=(release,), catalogues=(catalogue,))


class Kept:
    """Sends into a list."""

    name = "kept"

    def __init__(self) -> None:
        self.messages: list[Message] = []

    def send(self, message: Message, to: Contact) -> None:
        self.messages.append(message)

    def status(self, key: str) -> Delivery:
        sent = any(message.key == key for message in self.messages)
        return Delivery.SENT if sent else Delivery.NOT_SENT


class WriterWorld:
    """`errands` are run at once, once what they are for is committed; or by `submit`."""

    def __init__(
        self,
        folder: Path,
        server: ModelServer | None,
        published: Blueprint | None = None,
        *,
        seconds: float = 20.0,
        protocol: str = "openai",
        submit: Submit | None = None,
    ) -> None:
        self.blueprint = published or blueprint()
        self.brand = self.blueprint.brand
        self.clock = FakeClock(LEFT_AT)
        self.path = folder / "rapport.db"
        fresh = not self.path.exists()
        self.store = SqliteStore(self.path)
        if fresh:
            with self.store.transaction() as transaction:
                transaction.publish(self.brand, self.blueprint.policies[0])
                transaction.publish(self.brand, self.blueprint.releases[0])
                transaction.publish(self.brand, self.blueprint.catalogues[0])
        self.records = SqliteRecords(self.path)
        self.publications = Publications(self.records)
        self.post = Kept()
        standards = StandardsKept()
        self.scribe: Scribe | None = None
        asking = None
        if server is not None:
            base = f"{server.url}/v1" if protocol == "openai" else server.url
            model = language_model(f"{protocol}:kiln", Server(base, back_off_seconds=0.001))
            self.scribe = Scribe(
                self.store, self.clock, self.publications.within, model, seconds, standards
            )
            asking = Asking(self.scribe, submit or _at_once, wait=WAIT)
        self.words = Rewriting(standards, asking)
        writer = Writer(Links("https://post.harbour.example", "a secret"), MailRenderer())
        dispatcher = Dispatcher(self.store, writer, self.post, self.clock, words=self.words)
        self.host = EmbeddedHost(self.store, self.publications, self.clock, dispatcher)

    def close(self) -> None:
        self.records.close()
        self.store.close()

    def tell(self, profile: str, *events: Event, contact: Contact | None = None) -> None:
        incoming = [Incoming(event, (), contact, profile=profile) for event in events]
        self.host.take_in(self.brand, incoming)

    def leave_basket(
        self,
        profile: str,
        at: Instant = LEFT_AT,
        lines: tuple[Line, ...] = (ex.line(),),
        contact: Contact | None = None,
        before: tuple[AnyBody, ...] = (),
    ) -> None:
        """A person agrees to e-mail and leaves a basket."""
        known, asked = ex.subscribed(at - 30 * MINUTE, f"-{profile}")
        earlier = [
            ex.event(f"before-{number}-{profile}", at - 20 * MINUTE, body)
            for number, body in enumerate(before)
        ]
        self.tell(profile, known, asked, *earlier)
        left = ex.checkout(f"left-{profile}", at, token=f"c-{profile}", lines=lines)
        self.tell(profile, left, contact=contact or Contact(email=f"{profile}@example.com"))

    def tick(self, at: Instant = DUE_AT) -> Dispatched:
        self.clock.at = max(at, self.clock.at)
        return self.host.tick(self.brand)

    def drafts(self, state: str = WAITING) -> list[KeptDraft]:
        with self.store.transaction() as transaction:
            return [
                one for one in transaction.live_drafts(self.brand) if one.standing.state == state
            ]

    def approve_all(self) -> list[Draft]:
        """A person approves whatever waits."""
        waiting = self.drafts()
        with self.store.transaction() as transaction:
            for one in waiting:
                now = Standing(USABLE, "Nell", "", self.clock.at)
                assert transaction.judge_draft(self.brand, one.draft.id, WAITING, now)
        return [one.draft for one in waiting]

    @property
    def subjects(self) -> dict[str, str]:
        """The subject of what each person got last."""
        return {message.profile: message.subject for message in self.post.messages}

    def usage(self) -> FrameworkUse:
        """The framework's today."""
        owner = self.blueprint.releases[-1].brand
        with self.store.transaction() as transaction:
            today = writer_usage(transaction, owner, writer_day(owner, self.clock.at))
        (found,) = today.frameworks
        asked = found.tokens_in + found.tokens_out, found.questions
        assert asked == (today.used.tokens, today.used.questions)
        return found

    def outbox(self) -> list[tuple[str, Instant]]:
        return [(row.error, row.next_try_at) for row in self.records.outbox(self.brand)]


def _at_once(errand: Callable[[], None]) -> None:
    errand()


def ordered(number: int = 1) -> AnyBody:
    """An order, a long time ago."""
    return ex.order(f"o{number}", LEFT_AT, f"o{number}", token=f"old{number}").body
