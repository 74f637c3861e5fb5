"""What flows about more than a checkout say, wait for, and hold back."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from in_flows import RHYTHM, Person, only
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.brand import Cap
from rapport.core.catalogue import Catalogue
from rapport.core.codec import encode_state
from rapport.core.effects import Decided, OutcomeClosed, Send
from rapport.core.events import Custom, Event, ProfileChanged, Wake
from rapport.core.person.order_outlook import outlook
from rapport.core.person.predictions import Predictions
from rapport.core.person.rhythm import RhythmModel
from rapport.core.state import ProfileState
from rapport.core.step import step, why_unwanted
from rapport.core.time import DAY
from rapport.testing import examples as ex
from rapport.testing import more_flows as more
from rapport.testing.strategies import histories

# --- What it is about ---------------------------------------------------------------------------


def test_what_was_bought_since_or_is_sold_out_is_not_written_about() -> None:
    late = replace(more.BROWSE_FLOW, exit_on=("opted_out",))
    ada = Person(more.blueprint(late))
    ada.tell(ex.viewed("v", ex.at(0, 9)), ex.order("o", ex.at(0, 9, 30))).wait(ex.at(2))
    assert [d.reason for d in ada.decisions("browse")] == ["nothing was looked at lately"]
    gone = {ex.TEAPOT.id: replace(ex.TEAPOT, stock=0)}
    sold_out = replace(only("browse"), catalogues=(Catalogue(1, 0, gone),))
    ben = Person(sold_out).tell(ex.viewed("v", ex.at(0, 9))).wait(ex.at(2))
    assert [d.reason for d in ben.decisions("browse")] == ["out of stock"]


def test_looks_are_not_written_about_to_somebody_who_declined_profiling() -> None:
    ada = Person(only("browse")).tell(
        ex.event("no", ex.at(0, 8, 30), ProfileChanged(no_profiling=True)),
        ex.viewed("v", ex.at(0, 9)),
    )
    ada.wait(ex.at(2))
    assert [d.reason for d in ada.decisions("browse")] == ["no profiling"]


def test_an_emptied_cart_is_not_written_about() -> None:
    ada = Person(only("cart")).tell(more.put_in("p", ex.at(0, 9), ex.line()))
    body = replace(more.put_in("x", ex.at(0, 9, 30)).body, added=None, lines=())
    ada.tell(ex.event("x", ex.at(0, 9, 30), body, "segment")).wait(ex.at(2))
    assert [d.reason for d in ada.decisions("cart")] == ["basket is gone"]


def test_what_is_at_stake_after_an_order_is_one_as_this_person_places_them() -> None:
    ada = Person(only("thanks")).tell(ex.order("o", ex.at(0, 10))).wait(ex.at(20))
    (decision,) = ada.decisions("thanks")
    assert decision.margin == round(ex.TEAPOT.price * 0.5)


@pytest.mark.parametrize(
    ("rhythm", "margin"),
    [(RHYTHM, round(4.0 * 3_000 / 2.0) * 0.5), (None, (4_800 + 1_600) // 2 * 0.5)],
)
def test_what_is_at_stake_with_somebody_new_is_told_by_the_brands_customers_or_its_prices(
    rhythm: RhythmModel | None, margin: float
) -> None:
    predictions = (Predictions(1, 0, rhythm=rhythm),) if rhythm else ()
    blueprint = replace(only("welcome"), predictions=predictions)
    ada = Person(blueprint).wait(ex.at(2))
    assert [d.margin for d in ada.decisions("welcome")] == [round(margin)]


def test_without_a_catalogue_a_look_stakes_what_this_person_usually_spends() -> None:
    blueprint = replace(only("browse"), catalogues=())
    ada = Person(blueprint).tell(ex.order("o", ex.at(0, 9)), ex.viewed("v", ex.at(3, 9)))
    ada.wait(ex.at(5))
    (decision,) = ada.decisions("browse")
    assert decision.margin == ex.TEAPOT.price // 2


def test_a_cart_that_was_told_without_prices_is_counted_at_the_catalogues() -> None:
    line = replace(ex.line(ex.MUG, 2), unit_price=0)
    ada = Person(only("cart")).tell(more.put_in("p", ex.at(0, 9), line)).wait(ex.at(1))
    (decision,) = ada.decisions("cart")
    assert decision.margin == 2 * (ex.MUG.price - ex.MUG.cost)


def test_a_flow_that_something_else_began_may_be_about_the_last_order() -> None:
    quiz = replace(more.THANKS_FLOW, trigger="custom:Quiz", exit_on=("opted_out",))
    ada = Person(more.blueprint(quiz, ex.CHECKOUT_FLOW)).tell(
        ex.order("o1", ex.at(0, 9), "o1", "c1"),
        ex.order("o2", ex.at(1, 9), "o2", "c2"),
        ex.checkout("c", ex.at(2, 9), "c3"),
        ex.event("q", ex.at(3, 9), Custom("Quiz")),
    )
    ada.tell(ex.checkout("d", ex.at(4, 9), "c4")).wait(ex.at(20))
    (send,) = (send for send in ada.sends() if send.flow == "thanks")
    assert send.subject == ""
    assert why_unwanted(ada.blueprint, ada.state, send, send.at + 1) == ""


def test_the_outcome_of_no_decision_is_lost_to_the_many_that_may_be_open() -> None:
    long = [
        replace(flow, key=f"flow-{number}", trigger=f"custom:{number}", exit_on=())
        for number, flow in enumerate((replace(more.WELCOME_FLOW),) * 8)
    ]
    of = ex.brand(caps=(Cap(99, DAY),))
    ada = Person(more.blueprint(*long, of=of))
    ada.tell(*(ex.event(f"q{n}", ex.at(1, 9, n), Custom(str(n))) for n in range(8)))
    ada.wait(ex.at(60))
    content = [e.decision for e in ada.effects if isinstance(e, Decided)]
    opened = {d.id for d in content if d.stage == "content"}
    assert len(opened) == 8
    closed = {e.decision for e in ada.effects if isinstance(e, OutcomeClosed)}
    assert closed == opened


# --- Waiting for the next order -----------------------------------------------------------------


def test_a_wait_for_the_next_order_goes_by_the_rhythm() -> None:
    blueprint = replace(only("replenish"), predictions=(Predictions(1, 0, rhythm=RHYTHM),))
    ada = Person(blueprint).tell(ex.order("o", ex.at(0, 10)))
    (run,) = ada.state.runs
    expected = outlook(RHYTHM, ada.state.orders, ex.at(0) // DAY).next_middle
    assert expected is not None
    assert run.wake_at == ex.at(0, 10) + round(expected * DAY) - 5 * DAY


def test_who_orders_every_few_days_is_not_written_to_right_after_an_order() -> None:
    often = RhythmModel(r=40.0, alpha=80.0, a=0.5, b=20.0)
    blueprint = replace(only("replenish"), predictions=(Predictions(1, 0, rhythm=often),))
    ada = Person(blueprint).tell(ex.order("o", ex.at(0, 10)))
    expected = outlook(often, ada.state.orders, ex.at(0) // DAY).next_middle
    assert expected is not None
    assert expected < 5
    assert ada.state.runs[0].wake_at == ex.at(0, 10) + round(expected * DAY / 2)


def test_where_nothing_can_be_foretold_it_waits_the_length_that_is_stated() -> None:
    ada = Person(only("replenish", "winback")).tell(ex.order("o", ex.at(0, 10)))
    assert [run.wake_at - ex.at(0, 10) for run in ada.state.runs] == [45 * DAY, 90 * DAY]


def test_who_declined_profiling_is_not_foretold() -> None:
    blueprint = replace(only("replenish"), predictions=(Predictions(1, 0, rhythm=RHYTHM),))
    ada = Person(blueprint).tell(ex.event("no", ex.at(0, 9), ProfileChanged(no_profiling=True)))
    ada.tell(ex.order("o", ex.at(0, 10)))
    assert ada.state.runs[0].wake_at == ex.at(0, 10) + 45 * DAY


@given(
    r=st.floats(1e-3, 1e3), alpha=st.floats(1e-3, 1e5), a=st.floats(1e-2, 50), b=st.floats(1e-2, 50)
)
def test_a_wait_for_the_next_order_is_never_longer_than_allowed_and_never_in_the_past(
    r: float, alpha: float, a: float, b: float
) -> None:
    model = RhythmModel(r=r, alpha=alpha, a=a, b=b)
    blueprint = replace(
        only("replenish", "winback"), predictions=(Predictions(1, 0, rhythm=model),)
    )
    ada = Person(blueprint).tell(ex.order("o", ex.at(0, 10)))
    for run, most in zip(ada.state.runs, (120, 240), strict=True):
        assert ex.at(0, 10) < run.wake_at <= ex.at(0, 10) + most * DAY


def test_a_person_in_every_flow_at_once_has_a_small_state() -> None:
    ada = Person().tell(ex.order("o", ex.at(0, 8, 10)), ex.checkout("c", ex.at(0, 8, 20), "c2"))
    before = len(encode_state(replace(ada.state, runs=())))
    assert len(ada.state.runs) == 5
    assert (len(encode_state(ada.state)) - before) / len(ada.state.runs) < 120


# --- On its way ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("flow", "begin", "then", "why"),
    [
        ("browse", ex.viewed("v", ex.at(0, 9)), more.put_in("p", ex.at(0, 11, 30)),
         "a basket was filled since"),
        ("browse", ex.viewed("v", ex.at(0, 9)), ex.order("o", ex.at(0, 11, 30)),
         "an order came since"),
        ("cart", more.put_in("p", ex.at(0, 9)), ex.checkout("c", ex.at(0, 11, 30)),
         "a checkout was begun since"),
        ("cart", more.put_in("p", ex.at(0, 9)), ex.order("o", ex.at(0, 11, 30)),
         "basket is gone"),
        ("thanks", ex.order("o", ex.at(0, 9)), ex.refund("r", ex.at(7, 9, 30)),
         "the order was taken back"),
        ("thanks", ex.order("o", ex.at(0, 9)), ex.order("o2", ex.at(7, 9, 30), "o2", "c2"),
         "an order came since"),
    ],
)  # fmt: skip
def test_a_message_on_its_way_is_held_back_when_things_have_changed(
    flow: str, begin: Event, then: Event, why: str
) -> None:
    ada = Person(more.blueprint(*(f for f in more.FLOWS if f.key == flow), arms=ex.USUAL_ONLY))
    ada.tell(begin).wait(then.at - 1)
    (send,) = ada.sends()
    assert why_unwanted(ada.blueprint, ada.state, send, then.at) == ""
    ada.tell(then)
    assert why_unwanted(ada.blueprint, ada.state, send, then.at + 1) == why


def test_a_checkout_without_a_name_is_held_back_once_it_is_bought_or_another_is_open() -> None:
    for then, why in (
        (ex.order("o", ex.at(0, 10, 50), "o1", ""), "the basket was bought"),
        (ex.checkout("c2", ex.at(0, 10, 50), "named"), "a newer basket is open"),
    ):
        ada = Person(more.blueprint(ex.CHECKOUT_FLOW, arms=ex.USUAL_ONLY))
        ada.tell(ex.checkout("c", ex.at(0, 10), "")).wait(then.at - 1)
        (send,) = ada.sends()
        assert (send.subject, why_unwanted(ada.blueprint, ada.state, send, then.at)) == ("", "")
        ada.tell(then)
        assert why_unwanted(ada.blueprint, ada.state, send, then.at + 1) == why


# --- What was published before ------------------------------------------------------------------


def of_edition(edition: int) -> Blueprint:
    blueprint = more.blueprint()
    (release,) = blueprint.releases
    return replace(blueprint, releases=(replace(release, edition=edition),))


def test_a_release_from_before_goes_on_as_it_was_decided() -> None:
    ada = Person(of_edition(1)).tell(
        ex.order("o", ex.at(0, 10)), ex.checkout("c", ex.at(1, 10), "c2")
    )
    subjects = {run.flow: run.subject for run in ada.state.runs}
    assert subjects["thanks"] == "c2"
    assert len(ada.state.runs) <= 4
    ben = Person(of_edition(2)).tell(
        ex.order("o", ex.at(0, 10)), ex.checkout("c", ex.at(1, 10), "c2")
    )
    assert {run.flow: run.subject for run in ben.state.runs}["thanks"] == "o1"


def test_every_arm_of_every_flow_is_measured() -> None:
    for arms, reason in ((ex.HOLDOUT_ONLY, "holdout"), (ex.USUAL_ONLY, "usual")):
        ada = Person(more.blueprint(arms=arms)).tell(ex.order("o", ex.at(0, 10)))
        ada.wait(ex.at(5)).tell(ex.viewed("v", ex.at(5, 9))).wait(ex.at(200))
        for flow in ("welcome", "thanks", "replenish", "winback", "browse"):
            assert [d.reason for d in ada.decisions(flow)] == [reason], flow


# --- For every history --------------------------------------------------------------------------

RANKS = {"checkout": 3, "cart": 2, "browse": 1}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories(max_size=25))
def test_nobody_hears_of_looks_or_a_cart_while_a_nearer_flow_is_under_way(
    told: list[Event],
) -> None:
    """Even where no flow ends on the nearer one's trigger."""
    patient = tuple(replace(flow, exit_on=("opted_out",)) for flow in more.FLOWS)
    ada = Person(more.blueprint(*patient), known=False)
    for event in told:
        ada.wait(event.at).tell(event)
        ranks = [RANKS.get(run.flow, 0) for run in ada.state.runs]
        before = len(ada.effects)
        ada.wait(event.at + 1)
        for effect in ada.effects[before:]:
            if isinstance(effect, Send) and effect.flow in RANKS:
                assert RANKS[effect.flow] == max(ranks)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories(max_size=25))
def test_a_message_is_about_what_its_framework_says_and_never_about_what_is_gone(
    told: list[Event],
) -> None:
    """Nor of a checkout that has no token: sources give each one a name, but the core takes what
    it is told."""
    blueprint = more.blueprint(arms=ex.USUAL_ONLY)
    state = ProfileState("ada")
    on_their_way: list[Send] = []
    for event in [*told, Event("wake", ex.at(400), "rapport", Wake())]:
        state, effects = step(blueprint, state, event)
        about = {e.decision.message: e.decision.about for e in effects if isinstance(e, Decided)}
        on_their_way += [effect for effect in effects if isinstance(effect, Send)]
        for send in on_their_way:
            of_checkout = send.framework in (ex.FLOW, more.CART_LEFT) and send.subject != "@cart"
            if of_checkout and state.checkout is None:
                assert why_unwanted(blueprint, state, send, send.at)
        for send in effects:
            if isinstance(send, Send):
                framework = blueprint.releases[0].framework(send.framework)
                assert framework is not None
                assert (about[send.key] or "cart") == framework.about
    assert len(state.runs) <= 8
    assert len(state.past_runs) <= 10
