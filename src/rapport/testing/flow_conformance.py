"""What every host must show of flows about more than a checkout: the same as the core, whatever
happens to the host. `rapport.testing.host_conformance` is built on it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from itertools import pairwise

from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.codec import encode_state
from rapport.core.effects import Entered, Left, Send
from rapport.core.events import Event, Wake
from rapport.core.time import DAY, Instant
from rapport.testing import examples as ex
from rapport.testing import more_flows as more
from rapport.testing.host_reading import (
    ADA,
    HostUnderTest,
    decided,
    decisions,
    folded,
    keys,
    of_kind,
    snapshot,
)

END: Instant = ex.at(200)


def a_season() -> list[tuple[str, Event]]:
    """Three customers: one looks, fills a cart and buys, one only looks, one sends it back."""
    return [
        *((ADA, event) for event in ex.subscribed(ex.at(0, 9), "-ada")),
        *(("ben", event) for event in ex.subscribed(ex.at(0, 10), "-ben")),
        *(("cy", event) for event in ex.subscribed(ex.at(0, 11), "-cy")),
        (ADA, ex.viewed("v1", ex.at(3, 10))),
        ("ben", ex.viewed("v2", ex.at(3, 11), ex.MUG)),
        (ADA, more.put_in("p1", ex.at(3, 10, 5))),
        ("cy", ex.order("o1", ex.at(4, 9), "o1", "c9")),
        (ADA, ex.checkout("c1", ex.at(5, 9))),
        (ADA, ex.viewed("v3", ex.at(5, 9, 30), ex.MUG)),
        (ADA, ex.order("o2", ex.at(5, 10), "o2")),
        ("cy", ex.refund("r1", ex.at(6, 9))),
        ("ben", more.put_in("p2", ex.at(9, 9), ex.line(ex.MUG, 2))),
        (ADA, ex.order("o3", ex.at(80, 10), "o3", "c3")),
        (ADA, ex.order("again", ex.at(80, 10, 1), "#3", "c3", "segment")),
    ]


class FlowConformance(ABC):
    """The part of the hosts' suite that is about these flows."""

    @abstractmethod
    def make_host(self, blueprint: Blueprint) -> HostUnderTest:
        """A host over an empty storage of its own. Every profile is already known by its id."""

    def after_a_season(self, *, restarts: bool = False, every: int = 0) -> HostUnderTest:
        """A host that was told of the season, restarted after each event or woken every so many
        milliseconds."""
        host, now = self.make_host(more.blueprint()), ex.at(0)
        for profile, event in a_season():
            while every and now + every <= event.at:
                now += every
                host.wake(now)
            host.feed(profile, event)
            if restarts:
                host.restart()
        host.wake(END)
        return host

    def test_flows_of_every_kind_are_decided_as_the_core_decides_them(self) -> None:
        host = self.after_a_season()
        wakes = [(profile, Event("w", END, "", Wake())) for profile in (ADA, "ben", "cy")]
        for profile, state in folded(more.blueprint(), [*a_season(), *wakes]).items():
            same = replace(host.state(profile), clock=state.clock)
            assert encode_state(same) == encode_state(state)
        sent = {send.flow for send in of_kind(host, Send)}
        assert sent == {"welcome", "browse", "cart", "thanks", "replenish", "winback"}

    def test_a_restart_amid_long_waits_changes_nothing(self) -> None:
        assert snapshot(self.after_a_season()) == snapshot(self.after_a_season(restarts=True))

    def test_how_often_a_host_wakes_amid_long_waits_changes_nothing(self) -> None:
        rare, often = self.after_a_season(), self.after_a_season(every=3 * DAY)
        assert decided(rare) == decided(often)
        assert keys(rare) == keys(often)

    def test_an_order_begins_its_flows_once_and_the_next_one_begins_them_anew(self) -> None:
        host = self.after_a_season()
        begun = [one for one in of_kind(host, Entered) if one.profile == ADA]
        waits = [one.at for one in begun if one.flow == "replenish"]
        assert waits == [ex.at(5, 10), ex.at(80, 10)]
        ended = [one for one in of_kind(host, Left) if one.profile == ADA]
        assert [one.reason for one in ended if one.flow == "winback"] == [
            "order_placed",
            "finished",
        ]

    def test_a_person_in_many_flows_gets_no_more_than_the_caps_allow(self) -> None:
        host = self.after_a_season()
        for profile in (ADA, "ben", "cy"):
            sent = sorted(send.at for send in of_kind(host, Send) if send.profile == profile)
            assert all(later - earlier >= DAY for earlier, later in pairwise(sent))
        thanked = {one.profile for one in decisions(host) if one.flow == "thanks"}
        assert "cy" not in thanked
