"""The example shop, in classes of people who leave baskets, and a learner over a real store."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.events.process import Received, process, wake
from rapport.app.evidence.learn import LearnSettings
from rapport.app.learning.learning import learn_from_outcomes
from rapport.app.publishing.publications import published
from rapport.core.brand import Learning
from rapport.core.decision import CONTENT_STAGE
from rapport.core.policy.policy import Policy
from rapport.core.time import Instant
from rapport.science.evidence import Evidence
from rapport.science.evidence_codec import decode_evidence
from rapport.testing import examples as ex

QUICK = LearnSettings(fewest=1)


class School:
    """The example shop; classes of people leave baskets, a week apart."""

    def __init__(self, folder: Path, publish: str = "rule") -> None:
        self.store = SqliteStore(folder / "rapport.db")
        self.records = SqliteRecords(folder / "rapport.db")
        blueprint = ex.blueprint()
        with self.store.transaction() as transaction:
            transaction.publish(ex.BRAND_KEY, blueprint.policies[0])
            release = blueprint.releases[0]
            brand = replace(release.brand, learning=Learning(publish))
            transaction.publish(ex.BRAND_KEY, replace(release, brand=brand))
            transaction.publish(ex.BRAND_KEY, blueprint.catalogues[0])

    def week(self, number: int, people: int = 4) -> None:
        """New people leave a basket on Monday; half of them buy; by Sunday every window is shut."""
        day = 7 * number
        received = []
        for n in range(people):
            who = f"w{number}p{n}"
            events = [
                *ex.subscribed(ex.at(day, 9), who),
                ex.checkout(f"left-{who}", ex.at(day, 10, n), token=f"c-{who}"),
            ]
            if n % 2:
                bought = ex.order(f"o-{who}", ex.at(day, 14), f"o-{who}", token=f"c-{who}")
                events.append(bought)
            received += [Received(who, event, event.at) for event in events]
        with self.store.transaction() as transaction:
            process(transaction, published(transaction, ex.BRAND_KEY), received)
        with self.store.transaction() as transaction:
            wake(transaction, published(transaction, ex.BRAND_KEY), ex.at(day + 7) - 1, 500)

    def learn(self, since: Instant, settings: LearnSettings = QUICK) -> Policy | None:
        with self.store.transaction() as transaction:
            return learn_from_outcomes(transaction, ex.BRAND_KEY, since, settings)

    def evidence(self) -> Evidence:
        with self.store.transaction() as transaction:
            stored = transaction.learner(ex.BRAND_KEY)
        assert stored is not None
        return decode_evidence(stored[1])

    def policies(self) -> tuple[Policy, ...]:
        with self.store.transaction() as transaction:
            return published(transaction, ex.BRAND_KEY).policies

    def outcomes(self) -> int:
        """Of decisions on content: those on a moment that never came teach about moments alone."""
        with self.store.transaction() as transaction:
            found = transaction.lessons(ex.BRAND_KEY, 0, 1_000).found
        return sum(lesson.decision.stage == CONTENT_STAGE for lesson in found)
