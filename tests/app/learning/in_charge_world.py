"""A brand over a real store, whose policies people publish and take back."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.evidence.learn import FAMILY
from rapport.app.learning.policies import Snapshot, publish_candidate, roll_back, snapshots
from rapport.app.measuring.against import Against
from rapport.app.measuring.evaluate import Evaluation
from rapport.app.measuring.launch import launch_gate
from rapport.app.publishing.publications import published
from rapport.core.brand import Learning
from rapport.core.oversight.audit import Act, Entry
from rapport.core.policy.policy import Policy
from rapport.core.policy.snapshots import Candidate
from rapport.core.time import Instant
from rapport.science.off_policy import Estimate, Support
from rapport.testing import examples as ex

BRAND = ex.BRAND_KEY
BASIS = Support(decisions=4_000, effective=900.0, largest=12.0, more=0)
VALUE = Estimate(420.0, 380.0, 465.0, BASIS)
WORSE = Estimate(360.0, 320.0, 405.0, BASIS)
BETTER = Estimate(60.0, 12.0, 110.0, BASIS)
UNSURE = Estimate(60.0, -12.0, 130.0, BASIS)
METHODS = ("SNIPS", "IPW", "DM", "DR", "SWITCH", "DRos", "MIPS")


def judged(policy: int, incumbent: int, gain: Estimate = BETTER) -> Evaluation:
    """An evaluation as `evaluate` makes one; the gate is shut where the gain is unsure."""
    today = Against(incumbent, WORSE, BASIS, gain, gain)
    return Evaluation(
        brand=BRAND,
        policy=policy,
        reward="margin",
        currency="GBP",
        decisions=4_000,
        profiles=2_500,
        seen=False,
        left_out={},
        earned=360.0,
        estimates=dict.fromkeys(METHODS, VALUE),
        support=BASIS,
        part="the offer",
        against=today,
        gate=launch_gate(VALUE, VALUE, BASIS, today),
    )


class Shop:
    """Publishes its first policy as day 0 begins; each act comes a minute after the last."""

    def __init__(self, folder: Path, publish: str = "rule") -> None:
        self.store = SqliteStore(folder / "rapport.db")
        self.records = SqliteRecords(folder / "rapport.db")
        self.now: Instant = ex.at(0)
        blueprint = ex.blueprint()
        release = blueprint.releases[0]
        brand = replace(release.brand, learning=Learning(publish))
        with self.store.transaction() as transaction:
            transaction.publish(BRAND, replace(release, brand=brand))
            transaction.publish(BRAND, replace(blueprint.policies[0], since=self.now))
            transaction.publish(BRAND, blueprint.catalogues[0])

    def act(self, who: str = "Nell", why: str = "It is time.") -> Act:
        self.now += 60_000
        return Act(who, why, self.now)

    def candidate(self, number: int, **changes: object) -> Policy:
        policy = replace(Policy(number=number, since=self.now, decisions=10 * number), **changes)
        with self.store.transaction() as transaction:
            transaction.keep_candidate(BRAND, Candidate(policy, "waits", FAMILY))
        return policy

    def publish(self, number: int, gain: Estimate = BETTER, *, override: bool = False) -> Policy:
        evaluation = judged(number, self.holds().number, gain)
        with self.store.transaction() as transaction:
            return publish_candidate(
                transaction, BRAND, number, self.act(), evaluation, override=override
            )

    def back(self, number: int | None = None) -> Policy:
        with self.store.transaction() as transaction:
            return roll_back(transaction, BRAND, number, self.act())

    def policies(self) -> tuple[Policy, ...]:
        with self.store.transaction() as transaction:
            return published(transaction, BRAND).policies

    def holds(self) -> Policy:
        with self.store.transaction() as transaction:
            return published(transaction, BRAND).policy_at(self.now)

    def snapshots(self) -> list[Snapshot]:
        with self.store.transaction() as transaction:
            return snapshots(self.records, published(transaction, BRAND), self.now)

    def entries(self) -> list[Entry]:
        return list(self.records.audit_entries(BRAND))

    def close(self) -> None:
        self.records.close()
        self.store.close()
