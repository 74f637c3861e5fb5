"""A shop as it really ran, in memory: what a backtest goes through again."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from rapport.core.blueprint import Blueprint, Release
from rapport.core.brand import Cap
from rapport.core.codec import encode_state
from rapport.core.deciding.arms import Arms
from rapport.core.deciding.had import would_say
from rapport.core.decision import Decision
from rapport.core.effects import AnyEffect, Decided, Send
from rapport.core.events import Event, MessageSent, ProfileAbsorbed, ProfileMoved, Wake
from rapport.core.flow import DecisionPoint, Flow
from rapport.core.state import ProfileState
from rapport.core.step import next_due, step
from rapport.core.time import HOUR, Instant, Millis
from rapport.ports import LogRow
from rapport.testing import examples as ex

SINCE, END = ex.at(7), ex.at(30)


class RealShop:
    """A host that wakes people every hour and sends `delay` after a message was decided."""

    def __init__(self, blueprint: Blueprint, delay: Millis = 0) -> None:
        self.blueprint = blueprint
        self.effects: dict[str, list[AnyEffect]] = {}
        self.read: list[str] = []
        self._delay = delay
        self._states: dict[str, ProfileState] = {}
        self._rows: dict[str, list[LogRow]] = {}

    # --- Running ---

    def tell(self, profile: str, *events: Event) -> RealShop:
        """Events in the order in which they are told."""
        for event in events:
            self.wake(profile, event.at)
            self._step(profile, event)
        return self

    def wake(self, profile: str, until: Instant) -> RealShop:
        """Lets time pass, hour by hour, as a host does that looks for due timers now and then."""
        while (due := next_due(self._state(profile))) is not None and due <= until:
            watermark = min(until, -(-due // HOUR) * HOUR)
            self._step(profile, Event("wake", watermark, "rapport", Wake()))
        return self

    def keep(self, profile: str, *events: Event) -> None:
        """Events in the log that no host ever let time pass for."""
        for event in events:
            self._step(profile, event)

    def merge(self, loser: str, winner: str, at: Instant) -> RealShop:
        """One profile turns out to be the other."""
        self.wake(loser, at)
        known = encode_state(self._state(loser))
        self.tell(loser, Event(f"moved:{loser}", at, "rapport", ProfileMoved(winner)))
        absorbed = ProfileAbsorbed(loser, known)
        return self.tell(winner, Event(f"absorbed:{loser}", at, "rapport", absorbed))

    def decisions(self, profile: str, since: Instant = 0) -> list[Decision]:
        """What was recorded."""
        made = [e.decision for e in self.effects.get(profile, ()) if isinstance(e, Decided)]
        return [decision for decision in made if decision.at >= since]

    def _state(self, profile: str) -> ProfileState:
        return self._states.get(profile) or ProfileState(profile)

    def _step(self, profile: str, event: Event) -> None:
        before = self._state(profile)
        if not isinstance(event.body, Wake):
            row = LogRow(event, profile, event.at, before.clock)
            self._rows.setdefault(profile, []).append(row)
        self._states[profile], effects = step(self.blueprint, before, event)
        self.effects.setdefault(profile, []).extend(effects)
        for effect in effects:
            if isinstance(effect, Send):
                words = would_say(self.blueprint, self._states[profile], effect)
                sent, at = MessageSent(effect.key, words=words), effect.at + self._delay
                self._step(profile, Event(f"sent:{effect.key}", at, "rapport", sent))

    # --- Its history ---

    def touched(self, brand: str, kinds: Sequence[str], since: Instant) -> Sequence[str]:
        return sorted(
            profile
            for profile, rows in self._rows.items()
            if any(
                row.event.body.__struct_config__.tag in kinds
                and row.event.at >= since
                and not row.event.backfill
                for row in rows
            )
        )

    def log(self, brand: str, profile: str) -> Sequence[LogRow]:
        self.read.append(profile)
        return self._rows.get(profile, [])

    def last_received_at(self, brand: str) -> Instant:
        return max((r.received_at for rows in self._rows.values() for r in rows), default=0)


def a_shop(blueprint: Blueprint | None = None, people: int = 30, delay: Millis = 0) -> RealShop:
    """People who each leave a basket a day after the period began, and look around weeks later."""
    shop = RealShop(blueprint or ex.blueprint(), delay)
    for number in range(people):
        leaves_a_basket(shop, f"p{number:02}")
    return shop


def leaves_a_basket(shop: RealShop, who: str) -> None:
    shop.tell(
        who,
        *ex.subscribed(ex.at(0, 9)),
        ex.checkout(f"{who}:c", ex.at(8, 10), token=f"{who}:c"),
        ex.viewed(f"{who}:v", END),
    )


def release(
    *, flow: Flow = ex.CHECKOUT_FLOW, caps: tuple[Cap, ...] = (), arms: Arms = ex.ADAPTIVE_ONLY
) -> Release:
    """What somebody would like to try: caps as they are where none are given."""
    brand = ex.brand(arms=arms, caps=caps) if caps else ex.brand(arms=arms)
    return replace(ex.blueprint(flow=flow, of=brand).releases[0], number=2)


def one_point(flow: Flow = ex.CHECKOUT_FLOW) -> Flow:
    """The flow without its second message."""
    return replace(flow, nodes=(*flow.nodes[:2], flow.nodes[-1]))


def points(flow: Flow) -> list[DecisionPoint]:
    return [node for node in flow.nodes if isinstance(node, DecisionPoint)]


def offering(key: str, flow: Flow = ex.CHECKOUT_FLOW) -> Flow:
    """The flow with this offer in each usual message."""
    nodes = (
        replace(node, usual={**node.usual, "offer": key})
        if isinstance(node, DecisionPoint)
        else node
        for node in flow.nodes
    )
    return replace(flow, nodes=tuple(nodes))
