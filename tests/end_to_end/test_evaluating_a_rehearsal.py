"""Evaluating on a real log: every decision of the policies' own is made out from its record."""

from __future__ import annotations

from rapport.app.measuring.evaluate import evaluate
from rapport.bootstrap.rehearsing.rehearsal import Rehearsal
from rapport.core.codec import decode_decision
from rapport.core.deciding.arms import ADAPTIVE


def test_no_decision_whose_outcome_is_known_is_left_out(rehearsal: Rehearsal) -> None:
    installation, brand = rehearsal.installation, rehearsal.brand.key
    with installation.store.transaction() as transaction:
        closed = {lesson.decision.id for lesson in transaction.lessons(brand, 0, 1_000_000).found}
    made = map(decode_decision, installation.records.all_decisions(brand))
    own = [
        d
        for d in made
        if d.id in closed and d.stage == "content" and d.arm == ADAPTIVE and not d.reason
    ]
    found = evaluate(installation.records, installation.blueprint(brand), 0)
    assert found.decisions == len(own) > 20
    assert found.left_out == {}
