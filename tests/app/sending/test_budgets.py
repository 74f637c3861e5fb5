"""Offers close when their budget is used or promised away, are priced before, and open again."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from dispatch_world import DUE_AT, LEFT_AT, DispatchWorld
from msgspec.structs import replace

from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.events.replay import replay
from rapport.app.learning.policies import roll_back
from rapport.app.publishing.publications import Publications, published
from rapport.app.sending.budgets import BudgetState, budget_states, in_words, settle_budgets
from rapport.core.blueprint import Blueprint
from rapport.core.creative.framework import Rule
from rapport.core.deciding.budget import PRICES, Budget
from rapport.core.events import Event, Incoming
from rapport.core.flow import DecisionPoint
from rapport.core.oversight.audit import Act
from rapport.core.policy.policy import Policy
from rapport.core.time import DAY, HOUR, MINUTE, Instant
from rapport.hosts.embedded import EmbeddedHost
from rapport.testing import examples as ex

BRAND = ex.BRAND_KEY
MONTH_ENDS = 1_775_001_600_000
"""Wednesday 1 April 2026, 00:00 UTC; the example shop's story begins on 2 March."""


def with_budget(budget: Budget, usual: str = "ten") -> Blueprint:
    """The usual message carries the offer `ten`, which has this budget."""
    nodes = tuple(
        replace(node, usual={**node.usual, "offer": usual})
        if isinstance(node, DecisionPoint)
        else node
        for node in ex.CHECKOUT_FLOW.nodes
    )
    flow = replace(ex.CHECKOUT_FLOW, nodes=nodes)
    return ex.blueprint(arms=ex.USUAL_ONLY, flow=flow, offers=ex.budgeted(ten=budget))


class World(DispatchWorld):
    """Orders with the code come in; the rest is as in `DispatchWorld`."""

    def buy(self, *names: str, at: Instant = LEFT_AT + HOUR, discount: int = 480) -> None:
        self.clock.at = max(self.clock.at, at)
        for name in names:
            self.tell(name, ex.order_with("TEN", name, at, discount))

    def holds(self) -> Policy:
        with self.store.transaction() as transaction:
            return published(transaction, BRAND).policies[-1]

    def policies(self) -> int:
        with self.store.transaction() as transaction:
            return len(published(transaction, BRAND).policies)

    def settle(self, at: Instant) -> Policy | None:
        self.clock.at = at
        with self.store.transaction() as transaction:
            return settle_budgets(transaction, published(transaction, BRAND), at)

    def state_of_ten(self) -> BudgetState:
        with self.store.transaction() as transaction:
            (state,) = budget_states(transaction, published(transaction, BRAND), self.clock.at)
        return state

    def deeds(self) -> list[tuple[str, str]]:
        return [(e.deed.did, e.deed.what) for e in self.records.audit_entries(BRAND)]


def world_of(folder: Path, budget: Budget, usual: str = "ten") -> World:
    return World(folder, blueprint=with_budget(budget, usual))


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Three uses a month."""
    world = world_of(tmp_path, Budget(uses=3))
    yield world
    world.close()


# --- Closing and opening --------------------------------------------------------------------------


def test_an_offer_closes_with_the_very_order_that_uses_up_its_budget(world: World) -> None:
    world.buy("o1", "o2")
    assert world.holds().closed_offers == ()
    world.buy("o3")
    assert world.holds().closed_offers == ("ten",)
    assert 0 < world.holds().since - world.clock.at <= 3
    assert world.deeds() == [("stopped", "offer ten")]


def test_a_budget_of_money_counts_what_orders_cost(tmp_path: Path) -> None:
    world = world_of(tmp_path, Budget(amount=1_000))
    world.buy("o1", "o2")
    assert (world.state_of_ten().standing.cost, world.holds().closed_offers) == (960, ())
    world.buy("o3", discount=40)
    assert world.holds().closed_offers == ("ten",)
    world.close()


def test_an_order_told_twice_is_one_use(world: World) -> None:
    for _ in range(5):
        world.buy("o1")
    again = replace(ex.order_with("TEN", "o1", LEFT_AT + HOUR), id="other", source="klaviyo")
    world.tell("o1", again)
    assert world.state_of_ten().standing.uses == 1


def test_an_order_whose_money_went_back_used_nothing(world: World) -> None:
    world.buy("o1", "o2", "o3")
    assert world.holds().closed_offers == ("ten",)
    world.tell("o3", ex.cancellation("x", LEFT_AT + 2 * HOUR, "o3"))
    assert world.settle(LEFT_AT + 3 * HOUR) is not None
    assert world.holds().closed_offers == ()
    assert world.deeds()[-1] == ("resumed", "offer ten")


def test_a_new_period_opens_what_was_closed(world: World) -> None:
    world.buy("o1", "o2", "o3")
    assert world.settle(MONTH_ENDS - 1) is None
    policy = world.settle(MONTH_ENDS)
    assert policy is not None
    assert (policy.closed_offers, policy.offer_prices) == ((), {})
    assert world.state_of_ten().standing.uses == 0


def test_what_happened_before_the_period_is_none_of_its_uses(tmp_path: Path) -> None:
    world = world_of(tmp_path, Budget(uses=3, per="day"))
    world.buy("o1", "o2", at=ex.at(0, 23))
    world.buy("o3", "o4", at=ex.at(1, 1))
    assert world.state_of_ten().standing.uses == 2
    assert world.holds().closed_offers == ()
    world.close()


def test_the_learner_settles_budgets_even_where_nothing_was_learnt(world: World) -> None:
    world.buy("o1", "o2", "o3")
    world.clock.at = MONTH_ENDS
    assert world.host.learn(BRAND) is None
    assert world.holds().closed_offers == ()


def test_offers_without_a_budget_are_left_as_they_are(world: World) -> None:
    with world.store.transaction() as transaction:
        transaction.publish(BRAND, Policy(number=1, since=1, closed_offers=("post",)))
    world.buy("o1", "o2", "o3")
    assert world.holds().closed_offers == ("post", "ten")


# --- Promises -------------------------------------------------------------------------------------


def people(count: int) -> list[str]:
    return [f"p{number}" for number in range(count)]


def test_promises_that_should_use_up_the_rest_close_an_offer(world: World) -> None:
    """One in twenty is taken up, it is believed: sixty promises are three uses."""
    world.plan(*people(59))
    state = world.state_of_ten()
    assert (state.standing.promised, state.closed) == (59, False)
    assert state.expected == pytest.approx(59 / (59 + 20) / 3)
    assert world.holds().offer_prices["ten"] > 0.0


def test_people_are_not_promised_what_is_closed(world: World) -> None:
    world.buy("o1", "o2", "o3", at=LEFT_AT)
    world.plan("ada")
    world.tick(DUE_AT)
    (send,) = [request.send for request in world.pen.written]
    assert send.action.offer != "ten"


def test_a_promise_that_was_stopped_is_none(world: World) -> None:
    world.leave_basket("ada", email=False)
    world.clock.at = DUE_AT
    world.host.wake(BRAND)
    assert world.state_of_ten().standing.promised == 1
    world.tick(DUE_AT)
    assert world.state_of_ten().standing.promised == 0


def test_a_promise_ends_with_its_offer(world: World) -> None:
    world.plan("ada")
    world.clock.at = DUE_AT + 2 * DAY + MINUTE
    assert world.state_of_ten().standing.promised == 0


def test_how_many_promises_are_taken_up_is_learnt(world: World) -> None:
    world.plan(*people(10))
    world.tick(DUE_AT)
    assert len(world.post.sent) == 10
    before = world.state_of_ten().standing
    world.tell("p1", ex.order_with("TEN", "o1", DUE_AT + HOUR, token="c-p1"))
    world.clock.at = DUE_AT + HOUR
    after = world.state_of_ten().standing
    assert (before.sent, before.kept, after.kept) == (10, 0, 1)
    assert before.expected_uses == pytest.approx(10 * 1 / 30)
    assert after.expected_uses == pytest.approx(1 + 10 * 2 / 30)


# --- Asked again before it is handed over --------------------------------------------------------


def test_a_planned_message_is_not_sent_once_its_offers_budget_is_used_up(world: World) -> None:
    world.plan("ada", "ben")
    world.buy("o1", "o2", "o3", at=DUE_AT)
    assert world.tick(DUE_AT).stopped == 2
    assert world.post.sent == []
    assert world.reasons() == {"refused: the budget of its offer is used up"}


def test_what_was_promised_before_the_offer_closed_for_promises_goes_out(tmp_path: Path) -> None:
    """Else the promises that closed it would be stopped, which would open it again."""
    world = world_of(tmp_path, Budget(uses=1))
    world.plan(*people(40))
    assert world.holds().closed_offers == ()
    with world.store.transaction() as transaction:
        closed = replace(world.blueprint.policies[0], number=9, closed_offers=("ten",))
        transaction.publish(BRAND, replace(closed, since=world.clock.at))
    world.tick(DUE_AT)
    assert len(world.post.sent) == 40
    world.close()


def test_an_offer_is_closed_at_once_whatever_policy_is_to_come(tmp_path: Path) -> None:
    world = world_of(tmp_path, Budget(uses=1))
    world.plan("ada")
    ahead = replace(world.blueprint.policies[0], number=9, since=world.clock.at + 365 * DAY)
    with world.store.transaction() as transaction:
        transaction.publish(BRAND, ahead)
    world.buy("o1")
    with world.store.transaction() as transaction:
        now = published(transaction, BRAND).policy_at(world.clock.at + 1)
    assert now.closed_offers == ("ten",)
    assert world.holds() == now, "and nothing is to come any more"
    world.close()


def test_a_message_without_the_offer_goes_out_all_the_same(tmp_path: Path) -> None:
    world = world_of(tmp_path, Budget(uses=1), usual="none")
    world.plan("ada")
    world.buy("o1", at=DUE_AT)
    assert world.tick(DUE_AT).sent == 1
    world.close()


# --- Prices ---------------------------------------------------------------------------------------


def test_an_offer_that_is_used_ahead_of_time_gets_a_price_and_loses_it_when_on_pace(
    tmp_path: Path,
) -> None:
    world = world_of(tmp_path, Budget(uses=20))
    world.buy(*(f"o{n}" for n in range(6)))
    price = world.holds().offer_prices["ten"]
    assert price in PRICES[1:]
    assert world.holds().closed_offers == ()
    policies = world.policies()
    assert world.settle(world.clock.at + MINUTE) is None, "no snapshot where nothing changed"
    assert world.settle(ex.at(20)) is not None
    assert world.holds().offer_prices == {}
    assert world.policies() == policies + 1
    assert world.deeds() == [], "a price is no deed"
    world.close()


def test_the_price_makes_an_offer_rarer_and_the_record_still_replays(tmp_path: Path) -> None:
    """Decisions of the adaptive arm, before and after a price and a closing."""
    blueprint = replace(with_budget(Budget(uses=12)), policies=(Policy(number=0),))
    release = blueprint.releases[0]
    brand = replace(release.brand, arms=ex.ADAPTIVE_ONLY)
    blueprint = replace(blueprint, releases=(replace(release, brand=brand),))
    world = World(tmp_path, blueprint=blueprint)
    for day in range(8):
        names = [f"d{day}p{n}" for n in range(8)]
        world.clock.at = ex.at(day, 10)
        world.leave_basket(*names, left_at=ex.at(day, 10))
        world.clock.at = ex.at(day, 20)
        world.host.wake(BRAND)
        world.buy(*(f"d{day}o{n}" for n in range(2)), at=ex.at(day, 21))
    blueprint_now = world.records.published(BRAND)
    assert blueprint_now is not None
    assert blueprint_now.policies[-1].closed_offers == ("ten",)
    assert any(policy.offer_prices for policy in blueprint_now.policies)
    done = replay(world.records, blueprint_now)
    assert done.identical, done
    assert done.decisions > 60
    world.close()


# --- Who publishes makes no difference ------------------------------------------------------------


def test_a_budget_closes_an_offer_after_a_rollback_and_where_only_people_publish(
    world: World,
) -> None:
    with world.store.transaction() as transaction:
        transaction.publish(BRAND, Policy(number=1, since=1))
        roll_back(transaction, BRAND, None, Act("Nell", "", LEFT_AT))
    world.buy("o1", "o2", "o3")
    assert world.holds().closed_offers == ("ten",)
    with world.store.transaction() as transaction:
        origins = transaction.origins(BRAND)
    assert (origins[world.holds().number].how, origins[world.holds().number].number) == (
        "budget", 0,
    )  # fmt: skip


def test_a_rollback_keeps_what_is_closed_and_what_it_costs(world: World) -> None:
    with world.store.transaction() as transaction:
        transaction.publish(BRAND, Policy(number=1, since=1))
    world.buy("o1", "o2", "o3")
    with world.store.transaction() as transaction:
        policy = roll_back(transaction, BRAND, None, Act("Nell", "", world.clock.at + 5))
    assert policy.closed_offers == ("ten",)


# --- Races ----------------------------------------------------------------------------------------


def test_orders_that_come_in_at_once_close_the_offer_once_and_none_is_lost(world: World) -> None:
    together = Barrier(8)

    def customer(number: int) -> None:
        together.wait()
        for n in range(3):
            name = f"c{number}o{n}"
            event: Event = ex.order_with("TEN", name, LEFT_AT)
            world.host.take_in(BRAND, [Incoming(event, (), None, profile=name)])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(customer, range(8)))
    assert world.state_of_ten().standing.uses == 24
    assert world.holds().closed_offers == ("ten",)
    assert world.deeds() == [("stopped", "offer ten")]
    assert world.policies() <= 1 + len(PRICES)


def test_two_processes_over_one_file_count_together(world: World, tmp_path: Path) -> None:
    other = SqliteStore(tmp_path / "rapport.db")
    known = Publications(world.records)
    hosts = (world.host, EmbeddedHost(other, known, world.clock, world.dispatcher))
    together = Barrier(2)

    def process(number: int) -> None:
        together.wait()
        for n in range(12):
            name = f"h{number}o{n}"
            event = ex.order_with("TEN", name, LEFT_AT)
            hosts[number].take_in(BRAND, [Incoming(event, (), None, profile=name)])

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(process, range(2)))
    other.close()
    assert world.state_of_ten().standing.uses == 24
    assert world.holds().closed_offers == ("ten",)
    assert world.deeds() == [("stopped", "offer ten")]


def test_a_new_release_with_more_budget_opens_an_offer(world: World) -> None:
    world.buy("o1", "o2", "o3")
    release = with_budget(Budget(uses=30)).releases[0]
    with world.store.transaction() as transaction:
        transaction.publish(BRAND, replace(release, number=2, since=world.clock.at, rules=(
            Rule("idle", (("tone", ("warm",)),), active=False),)))  # fmt: skip
    policy = world.settle(world.clock.at + 1)
    assert policy is not None
    assert policy.closed_offers == ()


def test_a_budget_that_is_taken_away_opens_its_offer(world: World) -> None:
    world.buy("o1", "o2", "o3")
    release = replace(world.blueprint.releases[0], number=2, since=world.clock.at, offers=ex.OFFERS)
    with world.store.transaction() as transaction:
        transaction.publish(BRAND, release)
    policy = world.settle(world.clock.at + 1)
    assert policy is not None
    assert policy.closed_offers == ()


@pytest.mark.parametrize(
    ("budget", "words"),
    [
        (Budget(uses=200, per="week"), "200 uses a week"),
        (Budget(amount=50_000), "50000 minor units a month"),
    ],
)
def test_a_budget_in_words(budget: Budget, words: str) -> None:
    assert in_words(budget) == words
