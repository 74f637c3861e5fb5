"""What every host must show: the same decisions for the same history, whatever happens to it.

A new host is a short subclass of `HostConformance` that makes one. The suite runs under pytest.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.brand import Cap
from rapport.core.codec import encode_state
from rapport.core.deciding.arms import Arms
from rapport.core.effects import Entered, Left, OptedOut, Ordered, Send
from rapport.core.events import ConsentChanged, Event, ProfileChanged, Wake
from rapport.core.step import earliest, still_wanted
from rapport.core.time import DAY, HOUR, MINUTE, Instant
from rapport.testing import examples as ex
from rapport.testing.flow_conformance import FlowConformance
from rapport.testing.host_reading import (
    ADA,
    HostUnderTest,
    a_busy_week,
    decided,
    decisions,
    folded,
    keys,
    of_kind,
    snapshot,
)


class HostConformance(FlowConformance):
    """Subclass it, say how a host is made, and every test here runs on that host."""

    # --- Helpers ---

    def tell(
        self, told: Iterable[tuple[str, Event]], blueprint: Blueprint | None = None,
        until: Instant = 0,
    ) -> HostUnderTest:  # fmt: skip
        """A host that was told all of it, and woken at `until` where that is given."""
        host = self.make_host(blueprint or ex.blueprint())
        for profile, event in told:
            host.feed(profile, event)
        if until:
            host.wake(until)
        return host

    def ada(
        self, *events: Event, blueprint: Blueprint | None = None, until: Instant = 0
    ) -> HostUnderTest:
        """A host that knows one customer who asked for e-mail on Monday at nine."""
        told = (*ex.subscribed(ex.at(0, 9)), *events)
        return self.tell(((ADA, event) for event in told), blueprint, until)

    # --- The same on every host ---

    def test_decisions_and_states_are_those_of_the_core(self) -> None:
        told, end = a_busy_week(), ex.at(30)
        host = self.tell(told, until=end)
        wakes = [(profile, Event("w", end, "", Wake())) for profile in (ADA, "ben", "cy")]
        for profile, state in folded(ex.blueprint(), [*told, *wakes]).items():
            same = replace(host.state(profile), clock=state.clock)  # not every host wakes the idle
            assert encode_state(same) == encode_state(state)
        assert len(decisions(host)) > 8
        assert len(of_kind(host, Send)) >= 3

    def test_an_event_told_again_changes_nothing(self) -> None:
        once, twice = self.tell(a_busy_week()), self.make_host(ex.blueprint())
        for profile, event in a_busy_week():
            twice.feed(profile, event)
            twice.feed(profile, event)
        for profile, event in a_busy_week():
            twice.feed(profile, event)
        assert snapshot(once) == snapshot(twice)

    def test_a_restart_after_any_event_changes_nothing(self) -> None:
        calm, shaken = self.tell(a_busy_week(), until=ex.at(30)), self.make_host(ex.blueprint())
        for profile, event in a_busy_week():
            shaken.feed(profile, event)
            shaken.restart()
        shaken.wake(ex.at(30))
        shaken.restart()
        assert snapshot(calm) == snapshot(shaken)

    def test_how_often_a_host_wakes_changes_nothing(self) -> None:
        rare = self.tell(a_busy_week(), until=ex.at(30))
        often = self.make_host(ex.blueprint())
        now = ex.at(0)
        for profile, event in a_busy_week():
            while now + 7 * HOUR <= event.at:
                now += 7 * HOUR
                often.wake(now)
                often.wake(now)
            often.feed(profile, event)
        while now < ex.at(30):
            now += 7 * HOUR
            often.wake(now)
        assert decided(rare) == decided(often)
        assert keys(rare) == keys(often)

    def test_a_watermark_that_stands_still_fires_nothing(self) -> None:
        host = self.ada(ex.checkout("c", ex.at(0, 10)))
        for _ in range(3):
            host.wake(ex.at(0, 10, 44))
        assert decisions(host) == []

    def test_no_effect_is_there_twice(self) -> None:
        host = self.tell(a_busy_week(), until=ex.at(30))
        assert len(keys(host)) == len(set(keys(host)))

    # --- The flow ---

    def test_a_basket_left_behind_leads_to_a_message_after_a_quiet_wait(self) -> None:
        host = self.ada(
            ex.checkout("c", ex.at(0, 10)), ex.viewed("v", ex.at(0, 10, 30)), until=ex.at(0, 14)
        )
        first, *_ = decisions(host)
        assert (first.stage, first.at) == ("time", ex.at(0, 11, 15))
        assert [left.reason for left in of_kind(host, Left)] == []

    def test_an_order_before_the_wait_ends_stops_everything(self) -> None:
        host = self.ada(
            ex.checkout("c", ex.at(0, 10)), ex.order("o", ex.at(0, 10, 40)), until=ex.at(9)
        )
        assert (decisions(host), of_kind(host, Send)) == ([], [])
        assert [left.reason for left in of_kind(host, Left)] == ["order_placed"]

    def test_an_order_at_the_very_moment_of_a_timer_comes_after_it(self) -> None:
        host = self.ada(ex.checkout("c", ex.at(0, 10)), ex.order("o", ex.at(0, 10, 45)))
        assert decisions(host)[0].at == ex.at(0, 10, 45)
        assert host.state(ADA).runs == ()

    def test_a_message_planned_before_an_order_is_no_longer_wanted_after_it(self) -> None:
        host = self.ada(ex.checkout("c", ex.at(0, 10)), until=ex.at(0, 19))
        (send,) = of_kind(host, Send)
        assert still_wanted(ex.blueprint(), host.state(ADA), send, send.at)
        host.feed(ADA, ex.order("o", send.at + MINUTE))
        assert not still_wanted(ex.blueprint(), host.state(ADA), send, send.at + 2 * MINUTE)

    def test_a_planned_message_is_not_wanted_once_too_late_or_for_another_basket(self) -> None:
        host = self.ada(ex.checkout("c", ex.at(0, 10)), until=ex.at(0, 19))
        (send,) = of_kind(host, Send)
        assert still_wanted(ex.blueprint(), host.state(ADA), send, send.valid_until)
        assert not still_wanted(ex.blueprint(), host.state(ADA), send, send.valid_until + 1)
        host.feed(ADA, ex.checkout("d", send.at + MINUTE, "another"))
        assert not still_wanted(ex.blueprint(), host.state(ADA), send, send.at + 2 * MINUTE)

    def test_an_event_told_too_late_starts_no_run(self) -> None:
        host = self.ada(
            ex.viewed("v", ex.at(1, 9)), ex.checkout("c", ex.at(1, 2, 59)), until=ex.at(9)
        )
        assert of_kind(host, Entered) == []

    def test_an_event_told_a_little_late_starts_a_run(self) -> None:
        host = self.ada(
            ex.viewed("v", ex.at(0, 14)), ex.checkout("c", ex.at(0, 13)), until=ex.at(9)
        )
        assert [entered.at for entered in of_kind(host, Entered)] == [ex.at(0, 13)]

    def test_a_checkout_told_after_its_order_starts_no_run(self) -> None:
        host = self.ada(
            ex.order("o", ex.at(0, 10, 10)), ex.checkout("c", ex.at(0, 10)),
            ex.checkout("c2", ex.at(0, 10, 12)), until=ex.at(9),
        )  # fmt: skip
        assert (of_kind(host, Entered), host.state(ADA).checkout) == ([], None)

    def test_an_order_by_a_clock_that_runs_behind_still_closes_its_own_checkout(self) -> None:
        host = self.ada(
            ex.checkout("c", ex.at(0, 10)), ex.order("o", ex.at(0, 9, 59)), until=ex.at(9)
        )
        assert host.state(ADA).checkout is None
        assert of_kind(host, Send) == []

    def test_history_that_is_filled_in_starts_no_flow_and_still_counts(self) -> None:
        told = [replace(ex.checkout("c", ex.at(0, 10)), backfill=True)]
        told += [replace(ex.order("o", ex.at(-40), "old", "old"), backfill=True)]
        host = self.ada(*told, until=ex.at(9))
        assert of_kind(host, Entered) == []
        assert host.state(ADA).orders.count == 1

    def test_a_flow_is_not_entered_again_before_its_time(self) -> None:
        host = self.ada(
            ex.checkout("c1", ex.at(0, 10)), ex.order("o1", ex.at(0, 10, 5)),
            ex.checkout("c2", ex.at(3, 10), "b2"), ex.order("o2", ex.at(3, 11), "o2", "b2"),
            ex.checkout("c3", ex.at(7, 10), "b3"), until=ex.at(8),
        )  # fmt: skip
        assert [entered.at for entered in of_kind(host, Entered)] == [ex.at(0, 10), ex.at(7, 10)]

    def test_a_checkout_that_changes_does_not_start_a_second_run(self) -> None:
        host = self.ada(
            ex.checkout("c1", ex.at(0, 10)),
            ex.checkout("c2", ex.at(0, 10, 20), lines=(ex.line(), ex.line(ex.MUG))),
        )
        assert len(of_kind(host, Entered)) == 1
        checkout = host.state(ADA).checkout
        assert checkout is not None
        assert (checkout.started_at, checkout.total) == (ex.at(0, 10), 6_400)

    # --- Opting out and other limits ---

    def test_an_opt_out_ends_the_run_and_unwants_what_is_planned(self) -> None:
        host = self.ada(ex.checkout("c", ex.at(0, 10)), until=ex.at(0, 19))
        (send,) = of_kind(host, Send)
        host.feed(ADA, ex.unsubscribed("u", ex.at(0, 19, 1)))
        assert not still_wanted(ex.blueprint(), host.state(ADA), send, ex.at(0, 19, 2))
        assert [left.reason for left in of_kind(host, Left)] == ["opted_out"]
        assert [opted.reason for opted in of_kind(host, OptedOut)] == ["unsubscribed"]
        host.wake(ex.at(9))
        assert len(of_kind(host, Send)) == 1

    def test_no_word_that_a_shop_only_passes_on_lifts_an_opt_out(self) -> None:
        for method in ("checkout", "import", "sync"):
            again = ConsentChanged("email", "subscribed", method=method)
            host = self.ada(
                ex.unsubscribed("u", ex.at(0, 10)), ex.event("s", ex.at(0, 11), again),
                ex.checkout("c", ex.at(0, 12)), until=ex.at(3),
            )  # fmt: skip
            assert host.state(ADA).consent.email == "unsubscribed"
            assert of_kind(host, Entered) == []

    def test_an_opt_out_told_after_a_later_word_that_was_passed_on_holds_all_the_same(self) -> None:
        passed_on = ConsentChanged("email", "subscribed", method="checkout")
        host = self.ada(ex.event("s", ex.at(0, 12), passed_on), ex.unsubscribed("u", ex.at(0, 11)))
        assert host.state(ADA).consent.email == "unsubscribed"

    def test_an_opt_out_told_after_the_person_asked_again_does_not_hold(self) -> None:
        asked = ConsentChanged("email", "subscribed", method="form")
        host = self.ada(ex.event("s", ex.at(0, 12), asked), ex.unsubscribed("u", ex.at(0, 11)))
        assert host.state(ADA).consent.email == "subscribed"

    def test_a_person_without_consent_is_never_written_to_and_it_is_noted(self) -> None:
        host = self.tell(
            [(ADA, ex.event("k", ex.at(0, 9), ProfileChanged(has_email=True))),
             (ADA, ex.checkout("c", ex.at(0, 10)))], until=ex.at(9),
        )  # fmt: skip
        assert [left.reason for left in of_kind(host, Left)] == ["not entered: no consent"]
        assert decisions(host) == []

    def test_a_cap_puts_a_message_off_until_there_is_room_and_records_it(self) -> None:
        of = ex.brand(caps=(Cap(1, 2 * DAY),))
        soon = replace(
            ex.CHECKOUT_FLOW,
            nodes=(*ex.CHECKOUT_FLOW.nodes[:2], replace(ex.point("second"), patience=9 * DAY)),
        )
        host = self.ada(
            ex.checkout("c", ex.at(0, 10)), blueprint=ex.blueprint(of=of, flow=soon), until=ex.at(9)
        )
        first, second = of_kind(host, Send)
        assert second.at - first.at >= 2 * DAY
        put_off = [one for one in decisions(host) if one.reason == "cap"]
        assert put_off
        assert all(one.stage == "put off" and one.due == first.at + 2 * DAY for one in put_off)

    def test_a_cap_that_lasts_longer_than_the_point_is_patient_passes_it_over(self) -> None:
        of = ex.brand(caps=(Cap(1, 30 * DAY),))
        host = self.ada(
            ex.checkout("c", ex.at(0, 10)), blueprint=ex.blueprint(of=of), until=ex.at(9)
        )
        assert len(of_kind(host, Send)) == 1
        (held,) = (one for one in decisions(host) if one.reason == "cap")
        assert (held.stage, held.action.hold) == ("content", True)

    def test_nothing_is_sent_at_night(self) -> None:
        for arms in (ex.ADAPTIVE_ONLY, ex.USUAL_ONLY):
            blueprint = ex.blueprint(arms)
            for hour in range(24):
                host = self.ada(
                    ex.checkout("c", ex.at(1, hour, 20)), blueprint=blueprint, until=ex.at(6)
                )
                sends = of_kind(host, Send)
                assert sends
                for send in sends:
                    assert 8 * HOUR <= send.at % DAY < 21 * HOUR
                    assert earliest(blueprint, host.state(ADA), send.at).at == send.at

    def test_the_night_is_the_persons_own(self) -> None:
        tokyo = ex.event("z", ex.at(0, 9), ProfileChanged(utc_offset_minutes=540))
        host = self.ada(tokyo, ex.checkout("c", ex.at(0, 11, 30)), until=ex.at(6))
        sends = of_kind(host, Send)
        assert sends
        assert all(8 * HOUR <= (send.at + 9 * HOUR) % DAY < 21 * HOUR for send in sends)

    def test_a_point_whose_every_time_is_out_of_reach_asks_again_or_passes_on(self) -> None:
        late = replace(ex.point("first"), times=ex.point("first").times[1:], patience=14 * HOUR)
        flow = replace(ex.CHECKOUT_FLOW, nodes=(late,))
        host = self.ada(
            ex.checkout("c", ex.at(0, 19)), blueprint=ex.blueprint(flow=flow), until=ex.at(3)
        )
        assert len(decisions(host)) < 5
        assert [one.stage for one in decisions(host)][:2] == ["put off", "content"]

    # --- Arms ---

    def test_the_holdout_never_gets_a_message_and_its_outcome_is_known(self) -> None:
        host = self.tell(a_busy_week(), ex.blueprint(ex.HOLDOUT_ONLY), until=ex.at(30))
        assert of_kind(host, Send) == []
        assert {one.reason for one in decisions(host)} == {"holdout"}
        assert {entered.arm for entered in of_kind(host, Entered)} == {"holdout"}

    def test_the_usual_arm_gets_the_usual_message_at_its_usual_time(self) -> None:
        host = self.ada(
            ex.checkout("c", ex.at(0, 10)), blueprint=ex.blueprint(ex.USUAL_ONLY),
            until=ex.at(0, 20),
        )  # fmt: skip
        (send,) = of_kind(host, Send)
        (decision,) = decisions(host)
        assert (send.at, send.arm) == (ex.at(0, 10, 45), "usual")
        assert (decision.action.tone, decision.action.offer) == ("plain", "none")
        assert (decision.propensity, decision.reason) == (1.0, "usual")

    def test_an_arm_never_changes_with_the_shares_of_others(self) -> None:
        arms = set()
        for shares in (Arms(1_000, 2_000), Arms(1_000, 4_000)):
            host = self.tell(self.crowd(30), ex.blueprint(shares), until=ex.at(2))
            entered = of_kind(host, Entered)
            assert len(entered) == 30
            arms.add(frozenset(e.profile for e in entered if e.arm == "holdout"))
        assert len(arms) == 1

    def crowd(self, size: int) -> Iterable[tuple[str, Event]]:
        for number in range(size):
            for event in ex.subscribed(ex.at(0, 9), f"-{number}"):
                yield f"p{number}", event
            yield f"p{number}", ex.checkout(f"c{number}", ex.at(0, 10), f"t{number}")

    def test_who_declines_profiling_gets_the_usual_and_leaves_no_signals(self) -> None:
        decline = ex.event("n", ex.at(0, 9), ProfileChanged(no_profiling=True))
        host = self.ada(decline, ex.checkout("c", ex.at(0, 10)), until=ex.at(9))
        assert of_kind(host, Send)
        for decision in decisions(host):
            assert (decision.signals, decision.context, decision.draws) == ((), (), ())
        assert {one.reason for one in decisions(host)} <= {"no profiling", "cap"}
        assert host.state(ADA).windows == ()

    # --- Orders ---

    def test_one_order_told_by_two_sources_counts_once(self) -> None:
        host = self.ada(
            ex.order("o-shop", ex.at(0, 10)),
            ex.order("o-pixel", ex.at(0, 10, 1), "#1001", source="segment"),
            ex.order("o-mail", ex.at(0, 10, 2), "1001", "", "klaviyo", refs=("o1",)),
        )
        assert host.state(ADA).orders.count == 1
        assert [ordered.revenue for ordered in of_kind(host, Ordered)] == [4_800]

    def test_a_cancellation_and_its_refund_take_the_money_back_once(self) -> None:
        for events in (
            (ex.cancellation("x", ex.at(0, 11)), ex.refund("r", ex.at(0, 12), amount=4_800)),
            (ex.refund("r", ex.at(0, 11), amount=1_000), ex.cancellation("x", ex.at(0, 12))),
            (ex.refund("r", ex.at(0, 11)), ex.refund("r2", ex.at(0, 12))),
        ):
            other = ex.order("p", ex.at(0, 9, 30), "o0", "c0")
            host = self.ada(other, ex.order("o", ex.at(0, 10)), *events)
            assert host.state(ADA).orders.value == 4_800
