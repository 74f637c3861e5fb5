"""What every store must show of the audit log, of policies that do not hold, and of switches."""

from __future__ import annotations

from abc import ABC, abstractmethod

import pytest
from msgspec.structs import replace

from rapport.core.oversight.audit import Anchor, Deed, Entry, entered, flaws
from rapport.core.policy.policy import Policy
from rapport.core.policy.snapshots import BY_PERSON, ROLLBACK, Candidate, Origin
from rapport.errors import RapportError
from rapport.ports import Store, Transaction
from rapport.testing import examples as ex

A, B = "harbour", "quarry"


class OversightConformance(ABC):
    """Part of `StoreConformance`."""

    @abstractmethod
    def make_store(self) -> Store:
        """An empty store of its own."""

    def test_the_audit_log_comes_back_as_it_was_written_and_is_whole(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            assert (transaction.audit_head(A), list(transaction.audit_entries(A))) == (None, [])
            entries = [_enter(transaction, A, number) for number in range(1, 5)]
            _enter(transaction, B, 1)
        with store.transaction() as transaction:
            assert transaction.audit_entries(A) == entries
            assert transaction.audit_entries(A, 1, 2) == entries[1:3]
            head = transaction.audit_head(A)
            assert head == Anchor(4, entries[-1].hash)
            assert flaws(A, transaction.audit_entries(A), [head]) == []
            assert len(transaction.audit_entries(B)) == 1

    def test_entries_of_some_deeds_are_found_among_all(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            entries = []
            for did in ("stopped", "published", "resumed", "rolled back", "published"):
                head = transaction.audit_head(A)
                entry = entered(A, head, 1_000, Deed("Nell", did, "policy 3", "öpen"))
                transaction.audit_append(A, entry)
                entries.append(entry)
            _enter(transaction, B, 1)
        with store.transaction() as transaction:
            found = transaction.audit_entries_of(A, ("rolled back", "published"))
            assert found == [entries[1], entries[3], entries[4]]
            assert transaction.audit_entries_of(A, ("resumed",)) == [entries[2]]
            assert transaction.audit_entries_of(A, ("retired", "'; --")) == []

    def test_an_entry_of_the_audit_log_can_be_written_only_once(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            entry = _enter(transaction, A, 1)
        with pytest.raises(RapportError), store.transaction() as transaction:
            transaction.audit_append(A, entry)

    def test_what_is_in_each_release_has_a_digest_that_stays(self) -> None:
        store, first = self.make_store(), ex.blueprint().releases[0]
        with store.transaction() as transaction:
            assert transaction.release_digests(A) == {}
            transaction.publish(A, first)
            alone = transaction.release_digests(A)
            transaction.publish(A, replace(first, number=2))
            transaction.publish(B, first)
        with store.transaction() as transaction:
            both = transaction.release_digests(A)
            assert both[1] == alone[1] == transaction.release_digests(B)[1]
            assert transaction.release_digest(A, 1) == both[1]
            assert transaction.release_digest(A, 9) == ""
        assert both.keys() == {1, 2}
        assert both[1] != both[2]
        assert all(len(digest) == 64 for digest in both.values())

    def test_a_published_policy_says_where_it_came_from(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            transaction.publish(A, ex.blueprint().releases[0])
            transaction.publish(A, Policy(number=0))
            transaction.publish_policy(A, Policy(number=1, since=5), Origin(BY_PERSON, 1))
            transaction.publish_policy(A, Policy(number=2, since=9), Origin(ROLLBACK, 0))
        with store.transaction() as transaction:
            assert transaction.origins(A) == {
                0: Origin("", 0),
                1: Origin(BY_PERSON, 1),
                2: Origin(ROLLBACK, 0),
            }
            assert transaction.origins(B) == {}
            blueprint = transaction.blueprint(A)
            assert blueprint is not None
            assert [policy.number for policy in blueprint.policies] == [0, 1, 2]

    def test_candidates_share_the_numbers_of_policies_and_do_not_hold(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            assert transaction.next_policy_number(A) == 0
            transaction.publish(A, ex.blueprint().releases[0])
            transaction.publish(A, Policy(number=0))
            candidate = Candidate(Policy(number=1, since=7, note="learnt"), "a person publishes")
            transaction.keep_candidate(A, candidate)
        with store.transaction() as transaction:
            assert transaction.candidates(A) == [candidate]
            assert transaction.candidates(B) == []
            assert transaction.next_policy_number(A) == 2
            assert transaction.version(A)[1] == 0
            transaction.publish_policy(A, Policy(number=5, since=9), Origin(BY_PERSON, 5))
            assert transaction.next_policy_number(A) == 6

    def test_only_the_newest_candidates_are_kept(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            for number in range(130):
                transaction.keep_candidate(A, Candidate(Policy(number=number), ""))
                transaction.keep_candidate(B, Candidate(Policy(number=number), ""))
            kept = [one.policy.number for one in transaction.candidates(A)]
        assert kept == list(range(30, 130))

    def test_a_switch_stands_where_it_was_turned_to_last(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            assert transaction.switch(A, "learning") == ""
            transaction.turn(A, "learning", "paused")
            transaction.turn(A, "other", "on")
            transaction.turn(B, "learning", "on")
        with store.transaction() as transaction:
            assert transaction.switch(A, "learning") == "paused"
            transaction.turn(A, "learning", "")
            assert transaction.switch(A, "learning") == ""


def _enter(transaction: Transaction, brand: str, number: int) -> Entry:
    deed = Deed("Nell", "published", f"policy {number}", "It is better.", {"gate": "öpen"})
    entry = entered(brand, transaction.audit_head(brand), 1_000 * number, deed)
    transaction.audit_append(brand, entry)
    return entry
