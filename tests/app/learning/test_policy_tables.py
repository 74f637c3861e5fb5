"""The list of policies: what decides comes first, and nothing is read twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from in_charge_world import BRAND, Shop

from rapport.app.evidence.learn import FAMILY
from rapport.app.in_charge.audit_log import note
from rapport.app.learning.policies import Snapshot
from rapport.app.learning.policy_tables import foremost_first, policies_table
from rapport.core.oversight.audit import Deed
from rapport.core.policy.policy import Policy
from rapport.core.policy.snapshots import Candidate
from rapport.testing import examples as ex

ZONE = ex.brand().zone


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path)
    yield shop
    shop.close()


def test_why_something_was_held_back_is_told_once(shop: Shop) -> None:
    against = "it changes too much at once: a sentence with a figure, 24"
    held_back = Candidate(Policy(number=1), f"not published by rule, because {against}", FAMILY)
    with shop.store.transaction() as transaction:
        transaction.keep_candidate(BRAND, held_back)
        note(transaction, BRAND, shop.now, Deed("Rapport", "blocked", "policy 1", against))
        note(transaction, BRAND, shop.now + 1, Deed("Nell", "asked", "policy 1", "Why?"))
    row = policies_table(shop.snapshots(), shop.entries(), ZONE, "rule").rows[-1]
    assert row[-1] == f"not published by rule, because {against}; asked by Nell: Why?"


def test_another_reason_than_the_candidates_own_stays(shop: Shop) -> None:
    shop.candidate(1)
    with shop.store.transaction() as transaction:
        note(transaction, BRAND, shop.now, Deed("Rapport", "blocked", "policy 1", "no number"))
    row = policies_table(shop.snapshots(), shop.entries(), ZONE, "rule").rows[-1]
    assert row[-1] == "waits; blocked by Rapport: no number"


def test_what_decides_comes_first_then_what_waits_then_the_rest_newest_first() -> None:
    states = ("held", "held", "candidate", "holds", "candidate", "held")
    found = [Snapshot(Policy(number=n), state) for n, state in enumerate(states)]
    assert [one.policy.number for one in foremost_first(found)] == [3, 4, 2, 5, 1, 0]


def test_a_long_list_is_folded_after_ten() -> None:
    found = [Snapshot(Policy(number=n), "held") for n in range(33)]
    table = policies_table(found, [], ZONE, "rule")
    assert (len(table.rows), table.unfolded) == (33, 10)
