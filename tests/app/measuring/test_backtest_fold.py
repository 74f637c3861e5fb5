"""Living a profile's past again: the same version decides the same, another as it would have."""

from __future__ import annotations

from backtest_world import END, SINCE, RealShop, leaves_a_basket, one_point, release
from hypothesis import given
from msgspec.structs import replace

from rapport.app.measuring.backtest_fold import Again, Period, live_again, with_release
from rapport.core.blueprint import Blueprint
from rapport.core.brand import Cap
from rapport.core.codec import encode_decision
from rapport.core.decision import Decision
from rapport.core.effects import Decided, Send
from rapport.core.events import Event, MessageBounced, MessageClicked, MessageStopped
from rapport.core.time import DAY, HOUR, MINUTE, Instant
from rapport.testing import examples as ex
from rapport.testing.strategies import histories

PERIOD = Period(SINCE, END)


def again(shop: RealShop, *versions: Blueprint, who: str = "ada") -> Again:
    return live_again(
        [with_release(v, v.releases[-1], SINCE) for v in versions or (shop.blueprint,)],
        who, shop.log("", who), PERIOD, {},
    )  # fmt: skip


def decided(lived: Again, version: int = 0, since: Instant = SINCE) -> list[Decision]:
    made = [e.decision for e in lived.lives[version].effects if isinstance(e, Decided)]
    return [decision for decision in made if decision.at >= since]


def sent(lived: Again, version: int = 0) -> list[Send]:
    return [e for e in lived.lives[version].effects if isinstance(e, Send)]


@given(histories(late=False))
def test_the_same_release_decides_the_same_to_the_bit_where_sends_went_out_at_once(
    told: list[Event],
) -> None:
    shop = RealShop(ex.blueprint())
    shop.tell("ada", *(e for e in told if not isinstance(e.body, MessageClicked)))
    shop.wake("ada", END)
    real = [d for d in shop.decisions("ada", SINCE) if d.at <= END]
    made = [d for d in decided(again(shop)) if d.at <= END]
    assert list(map(encode_decision, made)) == list(map(encode_decision, real))


@given(histories(late=True))
def test_it_does_so_for_word_that_came_late_too(told: list[Event]) -> None:
    shop = RealShop(ex.blueprint())
    shop.tell("ada", *(e for e in told if not isinstance(e.body, MessageClicked)))
    shop.wake("ada", END)
    real = [d for d in shop.decisions("ada", SINCE) if d.at <= END]
    made = [d for d in decided(again(shop)) if d.at <= END]
    assert list(map(encode_decision, made)) == list(map(encode_decision, real))


def answered_before() -> RealShop:
    """Ada answered a message before the period; in it she leaves a basket, and nobody wakes her."""
    shop = RealShop(ex.blueprint(ex.USUAL_ONLY))
    shop.tell("ada", *ex.subscribed(ex.at(0, 9)), ex.checkout("a", ex.at(1, 10), token="a"))
    shop.wake("ada", ex.at(2))
    (first,) = [e for e in shop.effects["ada"] if isinstance(e, Send)]
    shop.tell("ada", Event("click", ex.at(2, 1), "rapport", MessageClicked(first.key)))
    shop.tell("ada", ex.order("o", ex.at(2, 2), token="a"))
    shop.tell("ada", ex.checkout("b", ex.at(9, 10), token="b"))
    return shop


def test_a_message_counts_as_sent_before_anything_else_is_decided() -> None:
    woken, never = answered_before(), answered_before()
    woken.tell("ada", ex.viewed("v", END))
    never.keep("ada", ex.viewed("v", END))
    real = woken.decisions("ada", SINCE)
    contents = [d for d in real if d.stage == "content"]
    assert len({d.context[7] for d in contents}) == len(contents) == 2  # how well she answers
    for shop in (woken, never):
        assert list(map(encode_decision, decided(again(shop)))) == list(map(encode_decision, real))


def test_timers_that_had_fired_before_late_word_came_fire_before_it_again() -> None:
    shop = RealShop(ex.blueprint(ex.USUAL_ONLY))
    shop.tell("ada", *ex.subscribed(ex.at(0, 9)), ex.checkout("c", ex.at(8, 10)))
    shop.wake("ada", ex.at(8, 16))
    shop.tell("ada", ex.order("late", ex.at(8, 10, 30)))
    real = shop.decisions("ada", SINCE)
    assert [d.stage for d in real] == ["content"]
    assert decided(again(shop)) == real
    assert len(sent(again(shop))) == 1


def test_time_passes_up_to_the_end_of_the_period_and_no_further() -> None:
    shop = RealShop(ex.blueprint(ex.USUAL_ONLY))
    shop.tell("ada", *ex.subscribed(ex.at(0, 9)), ex.checkout("c", ex.at(8, 10)))
    version = [with_release(shop.blueprint, shop.blueprint.releases[0], SINCE)]
    for until, messages in ((ex.at(8, 10), 0), (ex.at(8, 12), 1), (END, 2)):
        lived = live_again(version, "ada", shop.log("", "ada"), Period(SINCE, until), {})
        assert len(sent(lived)) == messages


def test_what_was_really_sent_and_clicked_in_the_period_is_left_out() -> None:
    shop = RealShop(ex.blueprint(), delay=3 * HOUR)
    leaves_a_basket(shop, "ada")
    (real, *_) = [e for e in shop.effects["ada"] if isinstance(e, Send)]
    clicked = Event("click", ex.at(20), "rapport", MessageClicked(real.key))
    stopped = Event("stop", ex.at(20), "rapport", MessageStopped(real.key, "failed", "why"))
    before = again(shop)
    shop.tell("ada", clicked, stopped)
    assert again(shop) == before


def test_a_bounce_and_an_opt_out_stay_as_they_happened() -> None:
    for word in (
        Event("bounce", ex.at(8, 11), "rapport", MessageBounced()),
        ex.unsubscribed("no", ex.at(8, 11)),
    ):
        shop = RealShop(ex.blueprint())
        shop.tell("ada", *ex.subscribed(ex.at(0, 9)), ex.checkout("c", ex.at(8, 10, 30)), word)
        assert sent(again(shop)) == []


def test_messages_of_before_the_period_count_for_its_caps_when_they_really_went_out() -> None:
    brand = ex.brand(caps=(Cap(1, 20 * DAY),))
    shop = RealShop(ex.blueprint(of=brand))
    shop.tell("ada", *ex.subscribed(ex.at(0, 9)), ex.checkout("a", ex.at(6, 10), token="a"))
    shop.tell("ada", ex.order("o", ex.at(6, 20), token="a"))
    shop.tell("ada", ex.checkout("b", ex.at(14, 10), token="b"), ex.viewed("v", END))
    lived = again(shop)
    assert sent(lived) == []
    assert {d.reason for d in decided(lived) if d.stage == "content"} == {"cap"}


def test_a_message_decided_before_the_period_and_sent_within_it_counts_from_when_it_went() -> None:
    shop = RealShop(ex.blueprint(), delay=15 * HOUR)
    shop.tell("ada", *ex.subscribed(ex.at(0, 9)), ex.checkout("c", ex.at(6, 12)))
    shop.tell("ada", ex.viewed("v", END))
    (first, *_) = [e for e in shop.effects["ada"] if isinstance(e, Send)]
    went_at = first.at + 15 * HOUR
    assert first.at < SINCE < went_at
    (second,) = sent(again(shop))
    assert second.at >= went_at + DAY


def test_versions_share_the_past_and_part_when_the_period_begins() -> None:
    shop = RealShop(ex.blueprint())
    shop.tell("ada", *ex.subscribed(ex.at(0, 9)), ex.checkout("a", ex.at(6, 10), token="a"))
    shop.tell("ada", ex.order("o", ex.at(6, 23), token="a"))
    shop.tell("ada", ex.checkout("b", ex.at(16, 10), token="b"), ex.viewed("v", END))
    shorter = replace(shop.blueprint, releases=(release(flow=one_point()),))
    versions = [
        with_release(shop.blueprint, shop.blueprint.releases[0], SINCE),
        with_release(shop.blueprint, shorter.releases[0], SINCE),
    ]
    lived = live_again(versions, "ada", shop.log("", "ada"), PERIOD, {})
    assert [d.point for d in decided(lived, 0) if d.stage == "content"] == ["first", "second"]
    assert [d.point for d in decided(lived, 1) if d.stage == "content"] == ["first"]
    assert {d.release for d in decided(lived, 1)} == {2}


def test_a_run_that_was_under_way_keeps_the_release_it_began_with() -> None:
    shop = RealShop(ex.blueprint())
    begins = SINCE - 20 * MINUTE
    shop.tell("ada", *ex.subscribed(ex.at(0, 9)), ex.checkout("a", begins), ex.viewed("v", END))
    version = with_release(shop.blueprint, release(flow=one_point()), SINCE)
    lived = live_again([version], "ada", shop.log("", "ada"), PERIOD, {})
    assert {d.release for d in decided(lived)} == {1}
    assert {d.point for d in decided(lived)} == {"first", "second"}


def test_a_release_of_the_middle_of_the_period_holds_from_its_beginning() -> None:
    first = ex.blueprint().releases[0]
    second = replace(first, number=2, since=SINCE + DAY)
    latest = replace(first, number=3, since=SINCE + 3 * DAY)
    published = replace(ex.blueprint(), releases=(first, second, latest))
    version = with_release(published, latest, SINCE)
    assert [(r.number, r.since) for r in version.releases] == [(1, 0), (3, SINCE)]
    assert version.release_at(SINCE - 1).number == 1
    assert version.release_at(SINCE).number == 3


def test_what_was_published_later_than_the_period_is_what_held_before_it() -> None:
    only = replace(ex.blueprint().releases[0], since=END)
    published = replace(ex.blueprint(), releases=(only,))
    assert with_release(published, only, SINCE).release_at(SINCE).number == 1
    candidate = release()
    version = with_release(published, candidate, SINCE)
    assert [version.release_at(at).number for at in (0, SINCE - 1, SINCE)] == [1, 1, 2]
