"""Why nothing was said lately: each silence is counted once, however often one looks."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.app.explaining.silence_tally import (
    COSTS_MORE,
    NO_CHOICE,
    PAGE,
    SHOWN,
    TO_LEARN,
    Lately,
    SilenceTally,
)
from rapport.core.blueprint import Blueprint
from rapport.core.codec import encode_decision
from rapport.core.creative.framework import HOLD
from rapport.core.deciding.arms import HOLDOUT
from rapport.core.deciding.reasons import CAP
from rapport.core.deciding.silence import CHOSEN, HELD_OUT, STOPPED
from rapport.core.decision import CONTENT_STAGE, Decision, Drawn
from rapport.core.time import DAY, HOUR, Instant
from rapport.ports import LogRow
from rapport.testing import examples as ex

SHOP = ex.blueprint()
NOW = ex.at(30)
WEEK = 7 * DAY
SINCE = NOW - WEEK


def silent(
    number: int, at: Instant = NOW, reason: str = CAP, draws: Sequence[Drawn] = ()
) -> Decision:
    return Decision(
        id=f"d{number}", profile="p", flow=ex.FLOW, run=1, point="first", stage=CONTENT_STAGE,
        at=at, release=SHOP.releases[0].number, policy=0, arm="adaptive", action=HOLD,
        reason=reason, draws=tuple(draws),
    )  # fmt: skip


def gate(worth: float) -> Drawn:
    return Drawn("send", ("hold", "send"), (0.5, 0.5), (0.0, worth), "hold")


class Log:
    """Silences in the order in which they were decided, and how many were read."""

    def __init__(self, *found: Decision) -> None:
        self.rows: list[bytes] = [encode_decision(one) for one in found]
        self.read = 0

    def add(self, *found: Decision) -> None:
        self.rows += [encode_decision(one) for one in found]

    def silences_before(
        self,
        brand: str,
        before: int | None,
        limit: int,
        *,
        flow: str = "",
        profiles: Sequence[str] = (),
        kind: str = "",
    ) -> Sequence[tuple[int, bytes]]:
        end = len(self.rows) if before is None else before - 1
        places = range(end, max(end - limit, 0), -1)
        self.read += len(places)
        return [(place, self.rows[place - 1]) for place in places]

    def _moments(self) -> list[Instant]:
        return [json.loads(one)["at"] if one[:1] == b"{" else NOW for one in self.rows]

    def silences_since(self, brand: str, since: Instant) -> int:
        return sum(at >= since for at in self._moments())

    def last_silence(self, brand: str) -> Instant | None:
        return max(self._moments(), default=None)

    def log(self, brand: str, profile: str) -> Sequence[LogRow]:
        raise NotImplementedError


def looked(log: Log, tally: SilenceTally, most: int = 10_000, now: Instant = NOW) -> Lately:
    tally.catch_up(log, SHOP, now, WEEK, most)
    return tally.told()


def test_they_are_told_by_kind_and_reason_as_shares_of_all() -> None:
    found = looked(
        Log(
            *[silent(n, reason=HOLDOUT) for n in range(6)],
            *[silent(n, reason="", draws=[gate(-5.0)]) for n in range(6, 8)],
            silent(8, reason="", draws=[gate(5.0)]),
            silent(9, reason=CAP),
        ),
        SilenceTally(),
    )
    assert (found.count, found.whole) == (10, True)
    assert [(one.kind, one.share.count, one.share.percent) for one in found.kinds] == [
        (HELD_OUT, 6, "60%"), (CHOSEN, 3, "30%"), (STOPPED, 1, "10%"),
    ]  # fmt: skip
    holdout, chosen, stopped = found.kinds
    assert holdout.reasons == ()
    assert [(why.words, why.percent) for why in chosen.reasons] == [
        (COSTS_MORE, "20%"), (TO_LEARN, "10%"),
    ]  # fmt: skip
    assert [why.words for why in stopped.reasons] == [
        "They have had enough messages lately, and later is too late"
    ]


def test_the_rarest_reasons_are_counted_together() -> None:
    reasons = ["rule: a"] * 4 + ["rule: b"] * 3 + ["rule: c"] * 2 + ["rule: d", "rule: e"]
    (kind,) = looked(
        Log(*[silent(n, reason=why) for n, why in enumerate(reasons)]), SilenceTally()
    ).kinds
    assert len(kind.reasons) == SHOWN + 1
    assert kind.reasons[0].words == "So says the rule ‘a’"
    assert (kind.reasons[-1].words, kind.reasons[-1].count) == ("2 other reasons", 2)
    assert sum(one.count for one in kind.reasons) == len(reasons)


def test_where_there_was_no_choice_that_is_the_reason() -> None:
    found = looked(Log(silent(1, reason="")), SilenceTally())
    assert found.kinds[0].reasons[0].words == NO_CHOICE


def test_of_none_there_are_no_shares() -> None:
    assert looked(Log(), SilenceTally()) == Lately(0, (), whole=True)


def test_what_is_rare_is_not_called_nothing() -> None:
    log = Log(*[silent(n) for n in range(300)], silent(300, reason=HOLDOUT))
    assert looked(log, SilenceTally()).kinds[-1].share.percent == "<1%"


def test_what_is_older_than_the_days_is_left_and_falls_out_later() -> None:
    log = Log(silent(1, SINCE - DAY), silent(2, SINCE), silent(3, NOW))
    tally = SilenceTally()
    assert looked(log, tally).count == 2
    assert looked(log, tally, now=NOW + 2 * HOUR).count == 1


def test_of_a_shop_that_fell_quiet_the_last_days_before_that_are_told() -> None:
    log = Log(silent(1, SINCE - DAY), silent(2, SINCE), silent(3, NOW))
    found = looked(log, SilenceTally(), now=NOW + 300 * DAY)
    assert (found.count, found.until) == (2, NOW)
    tally = SilenceTally()
    assert looked(log, tally).until is None
    assert looked(log, tally, now=NOW + WEEK).until is None
    assert looked(log, tally, now=NOW + WEEK + 1).until == NOW
    log.add(silent(4, NOW + 9 * DAY))
    found = looked(log, tally, now=NOW + 10 * DAY)
    assert (found.count, found.until) == (1, None)


def test_a_look_reads_what_is_new_and_no_more_than_it_may() -> None:
    log, tally = Log(*[silent(n) for n in range(5 * PAGE)]), SilenceTally()
    first = looked(log, tally, PAGE)
    assert (first.count, first.whole) == (PAGE, False)
    while not looked(log, tally, PAGE).whole:
        assert log.read < 20 * PAGE
    assert tally.told().count == 5 * PAGE
    log.read = 0
    log.add(silent(-1), silent(-2))
    assert looked(log, tally, PAGE).count == 5 * PAGE + 2
    assert log.read <= PAGE


def test_after_a_long_absence_it_begins_anew_with_the_latest() -> None:
    log, tally = Log(*[silent(n) for n in range(PAGE)]), SilenceTally()
    assert looked(log, tally, 2 * PAGE).whole
    log.add(*[silent(1_000 + n, reason=HOLDOUT) for n in range(4 * PAGE)])
    found = looked(log, tally, 2 * PAGE)
    assert (found.count, found.whole, len(found.kinds)) == (2 * PAGE, False, 1)
    for _ in range(5):
        found = looked(log, tally, 2 * PAGE)
    assert (found.count, found.whole) == (5 * PAGE, True)


def test_a_damaged_one_is_left_out() -> None:
    log = Log(silent(1), silent(2))
    log.rows[0] = b"nonsense"
    assert looked(log, SilenceTally()).count == 1


def test_one_told_late_among_others_does_not_end_the_count() -> None:
    late = [silent(9_000, SINCE - 20 * DAY)]
    log = Log(*[silent(n) for n in range(PAGE)], *late, *[silent(-n - 1) for n in range(PAGE)])
    assert looked(log, SilenceTally()).count == 2 * PAGE


def test_many_told_late_do_not_end_the_count_either() -> None:
    """As after a backlog of old events was gone through: a part is never called the whole."""
    log, tally = Log(*[silent(n, NOW - DAY) for n in range(3 * PAGE)]), SilenceTally()
    log.add(*[silent(n, SINCE - 9 * DAY) for n in range(2 * PAGE)])
    log.add(*[silent(n) for n in range(4 * PAGE + 50)])
    assert (looked(log, tally, 5 * PAGE).whole, tally.told().until) == (False, None)
    assert not looked(log, tally, 2 * PAGE).whole
    found = looked(log, tally, 5 * PAGE)
    assert (found.count, found.whole) == (7 * PAGE + 50, True)


def test_the_days_before_the_last_silence_are_all_told_though_some_had_fallen_out() -> None:
    log = Log(silent(1, SINCE), silent(2, NOW - 2 * DAY), silent(3, NOW))
    tally = SilenceTally()
    assert looked(log, tally, now=NOW + WEEK).count == 1
    assert looked(log, tally, now=NOW + WEEK + 1).count == 3
    assert looked(log, tally, now=NOW + 9 * WEEK).count == 3


def test_only_told_late_the_last_one_is_not_the_latest() -> None:
    log = Log(silent(1), *[silent(n, SINCE - 20 * DAY) for n in range(PAGE)])
    found = looked(log, SilenceTally(), 1)
    assert (found.until, found.whole) == (None, False)


@pytest.mark.parametrize("most", [1, PAGE - 1, PAGE, PAGE + 1, 3 * PAGE])
@given(st.lists(st.integers(0, 2 * PAGE + 3), max_size=5))
def test_however_they_come_each_is_counted_once(most: int, batches: list[int]) -> None:
    log, tally, number = Log(), SilenceTally(), 0
    for batch in batches:
        log.add(*[silent(number + n) for n in range(batch)])
        number += batch
        assert looked(log, tally, most).count <= number
    for _ in range(3 + number // max(most, 1) if most >= PAGE else 0):
        if looked(log, tally, most).whole:
            break
    found = tally.told()
    assert found.count == number if found.whole else found.count <= number


def test_of_the_blueprint_only_the_release_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a tally may be kept while policies come and go."""
    asked: list[int] = []
    real = Blueprint.release_number

    def release_number(self: Blueprint, number: int) -> object:
        asked.append(number)
        return real(self, number)

    monkeypatch.setattr(Blueprint, "release_number", release_number)
    looked(Log(silent(1)), SilenceTally())
    assert asked == [SHOP.releases[0].number]
