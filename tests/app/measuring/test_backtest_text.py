"""A backtest in words: what people read of it."""

from __future__ import annotations

from backtest_world import SINCE, a_shop, offering, one_point, release
from msgspec.structs import replace

from rapport.app.measuring.backtest import Asked, Backtest, backtest
from rapport.app.measuring.backtest_text import BacktestWords
from rapport.core.blueprint import Release
from rapport.core.brand import Cap
from rapport.core.deciding.arms import Arms
from rapport.core.time import DAY
from rapport.testing import examples as ex

SHARED = Arms(holdout=3_000, usual=3_000, salt="s")


def told(candidate: Release | None = None) -> tuple[Backtest, BacktestWords]:
    shop = a_shop(ex.blueprint(arms=SHARED))
    done = backtest(shop, shop.blueprint, Asked(ex.FLOW, SINCE, candidate))
    return done, BacktestWords(done, candidate or shop.blueprint.releases[0])


def test_it_says_what_was_gone_through_and_that_nothing_was_sent() -> None:
    done, words = told()
    first, second, third = words.headline()
    assert f"{done.events:,} events of 30 profiles" in first
    assert "from 9 Mar 2026, 00:00" in first
    assert second == "Nothing was sent."
    assert "--folder" in third


def test_it_says_for_how_many_people_the_versions_differ() -> None:
    done, words = told(release(caps=(Cap(1, 7 * DAY),), arms=SHARED))
    assert done.compared is not None
    said = " ".join(words.headline())
    assert "Of 30 people, 0 would have got more messages" in said
    assert f"{done.compared.fewer:,} fewer" in said


def test_it_says_so_where_they_do_not_differ() -> None:
    _, words = told(release(arms=SHARED))
    assert "For all 30 people both versions would have done the same." in words.headline()


def test_it_names_flows_that_only_one_of_the_versions_has() -> None:
    same = release(arms=SHARED)
    assert "flows" not in " ".join(told(same)[1].headline())
    more = replace(same.flows[0], key="welcome", name="Welcome")
    done, words = told(replace(same, flows=(*same.flows, more)))
    assert done.flows_only_in_candidate == ("Welcome",)
    said = " ".join(words.headline())
    assert "The candidate also has a flow that is not published: Welcome. What it sends" in said
    done, words = told(replace(same, flows=()))
    assert done.flows_only_today == ()  # the flow itself is what is asked about


def test_levels_have_the_names_that_people_gave_them() -> None:
    _, words = told(release(flow=one_point(), arms=SHARED))
    table = words.table()
    assert table.columns == ("", "Today", "Candidate")
    assert {len(row) for row in table.rows} == {3}
    rows = {row[0].strip(): row[1:] for row in table.rows}
    assert rows["People who entered"] == ("30", "30")
    assert "when: in the evening" in rows
    assert "angle: how it is made" in rows
    assert "no messages" in rows
    assert int(rows["at second"][0]) > int(rows["at second"][1]) == 0


def test_an_offers_cost_is_money_beside_what_it_would_be_at_most() -> None:
    _, words = told(release(flow=offering("ten"), arms=SHARED))
    rows = [row for row in words.table().rows if "cost" in row[0] or "used it" in row[0]]
    expected, most = rows
    assert (expected[0], expected[1], most[1]) == ("10% off: expected cost", "£0.00", "£0.00")
    assert most[2] == "£28.80"
    assert 0 < float(expected[2].removeprefix("£")) < 28.80


def test_an_example_shows_what_each_version_would_have_sent_and_when() -> None:
    done, words = told(release(flow=one_point(), arms=SHARED))
    lines = words.example(done.examples[0])
    assert lines[0].startswith("Profile p")
    assert lines[1].strip() == "Today:"
    assert any(line.strip().startswith("10 Mar 2026") for line in lines)
    assert "  Candidate:" in lines


def test_an_example_without_a_message_says_why() -> None:
    done, words = told(replace(release(arms=SHARED), flows=()))
    lines = words.example(done.examples[0])
    assert lines[-1].strip() == "No message (nothing started)."
    silent, words = told(release(arms=ex.HOLDOUT_ONLY))
    assert (
        words.example(silent.examples[0])[-1].strip()
        == "No message (one of those who get no messages)."
    )


def test_what_ended_a_run_is_told_in_words_and_not_by_its_key() -> None:
    shop = a_shop(ex.blueprint(arms=SHARED))
    done = backtest(shop, shop.blueprint, Asked(ex.FLOW, SINCE))
    ends = {"order_placed": 2, "custom:back_in_stock": 1, "finished": 4}
    ended = replace(done, today=replace(done.today, ends=ends))
    rows = BacktestWords(ended, shop.blueprint.releases[0]).table().rows
    assert [row[0].strip() for row in rows if "left the flow" in row[0]] == [
        "left the flow: order placed", "left the flow: back in stock", "left the flow: finished",
    ]  # fmt: skip
