"""A flow of which too much goes wrong stops by itself; one that is as it may be does not."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from msgspec.structs import replace

from rapport.app.stopping.watching import (
    FEWEST_WRONG,
    FINE,
    OFF,
    STOP,
    TOO_FEW,
    WARN,
    WEEK,
    Verdict,
    judge,
    look,
    to_stop,
)
from rapport.core.flows.limits import (
    BOUNCES,
    COMPLAINTS,
    GUARDRAILS,
    MEASURES,
    SAMPLE_RATIO,
    UNSUBSCRIBES,
    StopWhen,
)
from rapport.core.oversight.stopping import FLOW, FRAMEWORK, Stop, Switch
from rapport.core.time import Instant
from rapport.ports import MessageCount
from rapport.testing import examples as ex

USUAL = StopWhen()
CHECKOUT = Switch(FLOW, ex.FLOW)
NOW = 60 * WEEK


def week(number: int, sent: int, flow: str = ex.FLOW, **wrong: int) -> MessageCount:
    counts = {"held_back": 0, "complaints": 0, "unsubscribes": 0, "bounces": 0, **wrong}
    return MessageCount(flow, ex.FRAMEWORK.key, number, sent, **counts)


class Book:
    """What a store would have counted."""

    def __init__(
        self,
        rows: Sequence[MessageCount] = (),
        entered: dict[str, int] | None = None,
        stops: Sequence[Stop] = (),
    ) -> None:
        self.rows, self._entered, self._stops = list(rows), entered or {}, stops

    def message_counts(self, brand: str, since: Instant) -> Sequence[MessageCount]:
        return [row for row in self.rows if (row.week + 1) * WEEK > since]

    def entered(self, brand: str, flow: str, since: Instant) -> dict[str, int]:
        return self._entered

    def past_stops(self, brand: str) -> Sequence[Stop]:
        return self._stops


def verdict(book: Book, measure: str, switch: Switch = CHECKOUT) -> Verdict:
    found = look(book, ex.blueprint(), NOW)
    return next(one for one in found if (one.switch, one.measure) == (switch, measure))


@pytest.mark.parametrize(
    ("measure", "name", "share"),
    [
        (COMPLAINTS, "complaints", 0.02),
        (UNSUBSCRIBES, "unsubscribes", 0.08),
        (BOUNCES, "bounces", 0.2),
        (GUARDRAILS, "held_back", 0.6),
    ],
)
def test_a_bad_flow_stops_and_says_why_with_figures(measure: str, name: str, share: float) -> None:
    book = Book([week(58, 300, **{name: round(300 * share)})])
    found = verdict(book, measure)
    assert found.verdict == STOP
    assert f"{found.wrong:,} of {found.n:,}" in found.says
    assert "may" in found.says
    assert to_stop(look(book, ex.blueprint(), NOW)) == [found]


def test_the_reason_is_in_plain_words() -> None:
    found = verdict(Book([week(58, 1_204, complaints=12)]), COMPLAINTS)
    assert found.says == (
        "12 of 1,204 messages that went out lately were reported as spam (1 %); at most 0.3 % may. "
        "This is no chance, however often one looks."
    )


def test_a_rate_between_the_lines_alerts_and_does_not_stop() -> None:
    found = verdict(Book([week(58, 20_000, complaints=48)]), COMPLAINTS)
    assert found.verdict == WARN
    assert "It stops by itself at 0.3 %." in found.says
    assert to_stop([found]) == []


def test_few_messages_tell_nothing_and_that_is_said() -> None:
    found = verdict(Book([week(58, 40, complaints=1)]), COMPLAINTS)
    assert (found.verdict, found.says) == (
        TOO_FEW,
        "1 of 40 messages that went out in the last 26 weeks were reported as spam (2.5 %); "
        "too few to tell",
    )  # fmt: skip
    assert verdict(Book(), COMPLAINTS).says == (
        "0 of 0 messages that went out in the last 26 weeks were reported as spam; too few to tell"
    )


def test_what_is_counted_is_said_with_the_time_that_it_is_of() -> None:
    resumed = Stop(ex.BRAND_KEY, CHECKOUT, 1, "Rapport", "why", by_rule=True, until=55 * WEEK)
    found = verdict(Book(stops=[resumed]), COMPLAINTS).says
    assert found.startswith("0 of 0 messages that went out since it was resumed were")
    assert verdict(Book(stops=[resumed]), SAMPLE_RATIO).says == (
        "0 people have entered since it was resumed; too few to tell"
    )
    assert verdict(Book(), SAMPLE_RATIO).says == (
        "0 people have entered in the last 26 weeks; too few to tell"
    )
    before, after = ex.blueprint(arms=ex.Arms(1_000, 2_000)), ex.blueprint().releases[0]
    changed = (*before.releases, replace(after, number=2, since=NOW - WEEK))
    looked = look(Book(entered={"holdout": 1}), replace(before, releases=changed), NOW)
    (ratio,) = (one.says for one in looked if one.measure == SAMPLE_RATIO)
    assert ratio == (
        "1 person has entered since the groups have been what they are; too few to tell"
    )


def test_addresses_that_a_server_refused_at_once_are_bounces_of_messages_that_never_went_out() -> (
    None
):
    row = week(58, 5, bounces=61, turned_away=61)
    found = verdict(Book([row]), BOUNCES)
    assert (found.verdict, found.wrong, found.n) == (STOP, 61, 66)
    assert "61 of 66 messages that were handed over lately met an address that is no" in found.says
    assert verdict(Book([row]), COMPLAINTS).n == 5


def test_one_or_two_angry_readers_stop_nothing() -> None:
    for wrong in range(FEWEST_WRONG):
        assert verdict(Book([week(58, 60, complaints=wrong)]), COMPLAINTS).verdict == TOO_FEW


def test_what_is_as_it_may_be_is_fine() -> None:
    book = Book([week(50, 10_000, complaints=8, unsubscribes=60, bounces=100, held_back=90)])
    found = look(book, ex.blueprint(), NOW)
    assert {one.verdict for one in found if one.measure != SAMPLE_RATIO} == {FINE}


@pytest.mark.parametrize("measure", MEASURES)
def test_each_measure_can_be_switched_off(measure: str) -> None:
    limits = replace(USUAL, **{measure: 0.0})
    row = week(58, 300, complaints=90, unsubscribes=90, bounces=90, held_back=290)
    assert judge(CHECKOUT, measure, [row], limits).verdict == OFF
    assert judge(CHECKOUT, measure, [row], USUAL).verdict == STOP


def test_after_a_person_resumed_it_is_counted_anew() -> None:
    bad = week(50, 500, complaints=20)
    resumed = Stop(ex.BRAND_KEY, CHECKOUT, 1, "Rapport", "why", by_rule=True, until=55 * WEEK)
    assert verdict(Book([bad]), COMPLAINTS).verdict == STOP
    assert verdict(Book([bad], stops=[resumed]), COMPLAINTS).verdict == TOO_FEW
    again = week(58, 500, complaints=20)
    assert verdict(Book([bad, again], stops=[resumed]), COMPLAINTS).n == 500


def test_a_framework_that_several_flows_share_is_watched_too() -> None:
    rows = [week(58, 90, flow, complaints=3) for flow in ("checkout", "browse", "cart")]
    found = look(Book(rows), ex.blueprint(), NOW)
    stopped = to_stop(found)
    assert Switch(FRAMEWORK, ex.FRAMEWORK.key) in {one.switch for one in stopped}
    alone = look(Book([week(58, 90, complaints=9)]), ex.blueprint(), NOW)
    assert {one.switch.kind for one in alone} == {FLOW}


def test_arms_that_are_amiss_stop_the_flow() -> None:
    blueprint = ex.blueprint(arms=ex.Arms(1_000, 2_000))
    book = Book(entered={"holdout": 1_000, "usual": 2_000, "adaptive": 5_800})
    (found,) = to_stop(look(book, blueprint, NOW))
    assert (found.measure, found.n) == (SAMPLE_RATIO, 8_800)
    assert "adaptive messages 5,800 instead of about 6,160" in found.says
    fine = Book(entered={"holdout": 1_010, "usual": 1_970, "adaptive": 7_040})
    assert to_stop(look(fine, blueprint, NOW)) == []


# --- A world whose truth is known --------------------------------------------------------------


def weeks_until_stop(measure: str, rate: float, weeks: int, seed: int, a_week: int = 1_000) -> int:
    """How many messages went out, looked at daily, before it stopped; 0 where it never did."""
    random = np.random.default_rng(seed)
    rows: list[MessageCount] = []
    name = "held_back" if measure == GUARDRAILS else measure
    for number in range(weeks):
        sent = wrong = 0
        for _ in range(7):
            sent += a_week // 7
            wrong += int(random.binomial(a_week // 7, rate))
            now = [*rows, week(number, sent, **{name: wrong})]
            if judge(CHECKOUT, measure, now, USUAL).verdict == STOP:
                return sum(row.sent for row in now)
        rows = now
    return 0


@pytest.mark.parametrize("measure", [COMPLAINTS, UNSUBSCRIBES, BOUNCES])
def test_half_a_year_at_the_alert_line_stops_next_to_no_flow(measure: str) -> None:
    rate = USUAL.limit(measure) / 3
    runs = [weeks_until_stop(measure, rate, weeks=26, seed=seed) for seed in range(60)]
    assert sum(map(bool, runs)) <= 1


@pytest.mark.parametrize(
    ("measure", "rate", "within"),
    [(COMPLAINTS, 0.01, 2_000), (COMPLAINTS, 0.03, 600), (UNSUBSCRIBES, 0.06, 1_000),
     (BOUNCES, 0.15, 500)],
)  # fmt: skip
def test_a_flow_at_three_times_its_limit_or_more_stops_soon(
    measure: str, rate: float, within: int
) -> None:
    runs = [weeks_until_stop(measure, rate, weeks=12, seed=seed) for seed in range(40)]
    assert all(runs)
    assert sorted(runs)[36] <= within
