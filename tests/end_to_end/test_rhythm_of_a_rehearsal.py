"""A rehearsal with enough customers learns their order rhythm before its month, and decisions know
it, the console shows it, and a replay finds it again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rehearsed import a_rehearsal

from rapport.app.events.replay import replay
from rapport.bootstrap.rehearsing.rehearsal import Rehearsal


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rehearsal]:
    rehearsal = a_rehearsal(tmp_path_factory.mktemp("rhythm"), customers=900, days=2)
    yield rehearsal
    rehearsal.installation.close()


def test_decisions_about_customers_know_their_rhythm_and_others_do_not(known: Rehearsal) -> None:
    predictions = known.installation.blueprint(known.brand.key).predictions[-1]
    assert predictions.rhythm is not None
    assert predictions.rhythm.customers > 500
    said = {True: 0, False: 0}
    for decision in known.decisions():
        signals = {signal.name: signal.value for signal in decision.signals}
        if signals:
            has_ordered = bool(signals["orders_count"])
            said[has_ordered] += 1
            assert (signals["p_alive"] is not None) == has_ordered
            assert (signals["expected_orders_90d"] is not None) == has_ordered
    assert min(said.values()) > 0


def test_a_decisions_page_says_it_in_words(known: Rehearsal) -> None:
    installation = known.installation
    decision = next(d for d in known.decisions() if d.stage == "content" and d.signals)
    explained = installation.readings.explain(known.brand.key, decision.id)
    assert explained is not None
    rows = {row[0] for table in explained.tables for row in table.rows}
    assert "chance of still being a customer" in rows
    assert "days to the next order, if still a customer" in rows


def test_a_replay_finds_every_decision_again(known: Rehearsal) -> None:
    installation = known.installation
    found = replay(installation.records, installation.blueprint(known.brand.key))
    assert found.identical
    assert found.decisions > 0
