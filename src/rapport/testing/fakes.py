"""Doubles at the ports, for tests of what stands before them: nothing is stored or sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapport.core.creative.message import Message
from rapport.core.events import Incoming
from rapport.core.time import Instant
from rapport.errors import TemporaryError
from rapport.ports import FlowCount, InTrouble, MessageRow, OutboxRow, ProfileOutcome, Receipt


class FakeClock:
    """Stands still at `at` until it is set to another instant."""

    def __init__(self, at: Instant) -> None:
        self.at = at

    def now(self) -> Instant:
        return self.at


class FakeIntake:
    """Remembers what is handed in, by brand; with `fails` set it keeps nothing and raises it."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, Incoming]] = []
        self.fails: TemporaryError | None = None
        self._known: set[tuple[str, str]] = set()

    async def submit(self, brand: str, incoming: tuple[Incoming, ...]) -> Receipt:
        if self.fails is not None:
            raise self.fails
        new = [one for one in incoming if (brand, one.event.id) not in self._known]
        self._known.update((brand, one.event.id) for one in new)
        self.taken += [(brand, one) for one in new]
        return Receipt(len(new), len(incoming) - len(new))


class FakeRecords:
    """Answers with what it was given; every list is in the order in which it is shown. A message
    without a text was never written."""

    def __init__(
        self,
        messages: Sequence[tuple[Message, MessageRow]] = (),
        outbox: Sequence[OutboxRow] = (),
        flow_counts: Sequence[FlowCount] = (),
        counts: dict[str, int] | None = None,
    ) -> None:
        self._messages = messages
        self._outbox = outbox
        self._flow_counts = flow_counts
        self._counts = counts or {}

    def profile_outcomes(self, brand: str, flow: str) -> Sequence[ProfileOutcome]:  # noqa: ARG002 the port names them
        return ()

    def messages(
        self,
        brand: str,
        *,
        limit: int = 50,
        before: tuple[Instant, str] | None = None,
        profile: str = "",
    ) -> Sequence[MessageRow]:
        rows = [
            row
            for message, row in self._messages
            if message.brand == brand
            and profile in ("", row.profile)
            and (before is None or (-row.at, row.key) > (-before[0], before[1]))
        ]
        return rows[:limit]

    def message_row(self, brand: str, key: str) -> MessageRow | None:
        return next((row for m, row in self._messages if (m.brand, m.key) == (brand, key)), None)

    def message(self, brand: str, key: str) -> Message | None:
        found = (m for m, _ in self._messages if (m.brand, m.key) == (brand, key) and m.text)
        return next(found, None)

    def decision(self, brand: str, decision: str) -> bytes | None:  # noqa: ARG002 the port names them
        return None

    def outbox(self, brand: str, *, limit: int = 200) -> Sequence[OutboxRow]:  # noqa: ARG002 the port names it
        return self._outbox[:limit]

    def in_trouble(self, brand: str, *, limit: int = 10) -> InTrouble:  # noqa: ARG002 the port names it
        rows = [row for row in self._outbox if row.error]
        return InTrouble(len(rows), tuple(rows[:limit]))

    def on_the_way(self, brand: str) -> dict[str, int]:  # noqa: ARG002 the port names it
        return dict(Counter(row.status for row in self._outbox))

    def flow_counts(self, brand: str) -> Sequence[FlowCount]:  # noqa: ARG002 the port names it
        return self._flow_counts

    def counts(self, brand: str) -> dict[str, int]:  # noqa: ARG002 the port names it
        return self._counts
