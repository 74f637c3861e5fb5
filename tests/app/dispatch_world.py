"""The example shop over a store of its own, with a writer and a sender that a test commands."""

from __future__ import annotations

import contextlib
from pathlib import Path

from msgspec.structs import replace

from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.messages.write import WriteRequest, Written
from rapport.app.publishing.publications import Publications
from rapport.app.sending.dispatch import Dispatched, Dispatcher
from rapport.core.blueprint import Blueprint
from rapport.core.creative.message import Finding, Message
from rapport.core.events import Contact, Event, Incoming, MessageSent, MessageStopped
from rapport.core.flow import DecisionPoint
from rapport.core.state import ProfileState
from rapport.core.time import MINUTE, Instant, Millis
from rapport.hosts.embedded import EmbeddedHost
from rapport.ports import Delivery, MessageRow, OutboxRow
from rapport.testing import examples as ex
from rapport.testing.fakes import FakeClock

LEFT_AT = ex.at(0, 10)
DUE_AT = LEFT_AT + ex.QUIET_WAIT
"""When the usual message to somebody who left a basket at `LEFT_AT` is decided."""


class Pen:
    """Writes a plain message; by profile, it finds fault or breaks."""

    def __init__(self) -> None:
        self.written: list[WriteRequest] = []
        self.findings: dict[str, tuple[Finding, ...]] = {}
        self.errors: dict[str, Exception] = {}

    def write(self, request: WriteRequest) -> Written:
        self.written.append(request)
        send = request.send
        if send.profile in self.errors:
            raise self.errors[send.profile]
        brand = request.release.brand
        message = Message(
            key=send.key,
            brand=brand.key,
            profile=send.profile,
            flow=send.flow,
            point=send.point,
            action=send.action,
            language="en",
            subject=f"For {send.profile}",
            preheader="",
            html="",
            text="",
            blocks=(),
            links=(),
            from_email=brand.from_email,
            from_name=brand.from_name,
            reply_to="",
            unsubscribe_url="https://harbour.example/u/1",
        )
        return Written(message, self.findings.get(send.profile, ()))


class Post:
    """Sends into a list; by profile, it breaks. `known` is what it says of a message later."""

    name = "post"

    def __init__(self) -> None:
        self.sent: list[tuple[str, Contact]] = []
        self.errors: dict[str, BaseException] = {}
        self.tries = 0
        self.known = Delivery.UNKNOWN

    def send(self, message: Message, to: Contact) -> None:
        self.tries += 1
        if message.profile in self.errors:
            raise self.errors[message.profile]
        self.sent.append((message.profile, to))

    def status(self, key: str) -> Delivery:
        return self.known


class DispatchWorld:
    """People leave baskets at `LEFT_AT`; the usual message of each is due from `DUE_AT` on."""

    def __init__(
        self,
        folder: Path,
        at_once: int = 0,
        valid_for: Millis = ex.VALID_FOR,
        blueprint: Blueprint | None = None,
    ) -> None:
        nodes = tuple(
            replace(node, valid_for=valid_for) if isinstance(node, DecisionPoint) else node
            for node in ex.CHECKOUT_FLOW.nodes
        )
        flow = replace(ex.CHECKOUT_FLOW, nodes=nodes)
        self.blueprint = blueprint or ex.blueprint(arms=ex.USUAL_ONLY, flow=flow)
        self.brand = self.blueprint.brand
        self.clock = FakeClock(LEFT_AT)
        self.store = SqliteStore(folder / "rapport.db")
        with self.store.transaction() as transaction:
            transaction.publish(self.brand, self.blueprint.policies[0])
            transaction.publish(self.brand, self.blueprint.releases[0])
            transaction.publish(self.brand, self.blueprint.catalogues[0])
        self.records = SqliteRecords(folder / "rapport.db")
        self.pen, self.post = Pen(), Post()
        self._start(at_once)

    def _start(self, at_once: int) -> None:
        self.dispatcher = Dispatcher(self.store, self.pen, self.post, self.clock, at_once)
        self.host = EmbeddedHost(
            self.store, Publications(self.records), self.clock, self.dispatcher
        )

    def close(self) -> None:
        self.records.close()
        self.store.close()

    def tell(self, profile: str, *events: Event, contact: Contact | None = None) -> None:
        incoming = [Incoming(event, (), contact, profile=profile) for event in events]
        self.host.take_in(self.brand, incoming)

    def leave_basket(self, *profiles: str, email: bool = True, left_at: Instant = LEFT_AT) -> None:
        """Each agrees to e-mail and leaves a basket of their own."""
        for profile in profiles:
            contact = Contact(email=f"{profile}@example.com" if email else None)
            known, asked = ex.subscribed(left_at - MINUTE, f"-{profile}")
            self.tell(profile, known, asked)
            checkout = ex.checkout(f"left-{profile}", left_at, token=f"c-{profile}")
            self.tell(profile, checkout, contact=contact)

    def tick(self, at: Instant) -> Dispatched:
        self.clock.at = at
        return self.host.tick(self.brand)

    def plan(self, *profiles: str) -> None:
        """Brings everybody's message into the outbox, and dispatches nothing."""
        self.leave_basket(*profiles)
        self.clock.at = DUE_AT
        self.host.wake(self.brand)

    def outbox(self) -> list[OutboxRow]:
        return list(self.records.outbox(self.brand))

    def rows(self) -> dict[str, MessageRow]:
        """What became of each person's message."""
        return {row.profile: row for row in self.records.messages(self.brand)}

    def reasons(self) -> set[str]:
        counts = self.records.flow_counts(self.brand)
        return {count.reason for count in counts if count.what.startswith("message")}

    def state(self, profile: str) -> ProfileState:
        with self.store.transaction() as transaction:
            return transaction.states(self.brand, [profile])[profile]

    def told_of_messages(self, profile: str) -> list[MessageSent | MessageStopped]:
        """The events in the log that say what became of this person's messages."""
        bodies = [row.event.body for row in self.records.log(self.brand, profile)]
        return [body for body in bodies if isinstance(body, MessageSent | MessageStopped)]

    def die_while_sending(self, profile: str) -> str:
        """The process ends between handing over and noting it, and starts again."""
        self.plan(profile)
        self.post.errors[profile] = KeyboardInterrupt()
        with contextlib.suppress(KeyboardInterrupt):
            self.tick(DUE_AT)
        self.post.errors.clear()
        self.post.tries = 0
        self._start(0)
        return self.outbox()[0].key
