"""What people in charge do with an installation's policies, and the log of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from rapport.adapters.brand_folder import read_proposed_rules
from rapport.app.in_charge.audit_log import Verified, all_entries, verify
from rapport.app.in_charge.people import acting, allow
from rapport.app.in_charge.restored import acknowledge
from rapport.app.learning.learning import propose
from rapport.app.learning.policies import (
    Snapshot,
    find,
    pause,
    publish_candidate,
    resume,
    roll_back,
    snapshots,
    who_publishes,
)
from rapport.app.measuring.evaluate import Evaluation, evaluate
from rapport.app.measuring.rule_costs import PROPOSED, RuleCosts, rule_costs
from rapport.app.sending.budgets import BudgetState, budget_states
from rapport.bootstrap.desks.rule_places import all_places
from rapport.bootstrap.installation import Installation
from rapport.core.creative.framework import Rule
from rapport.core.oversight.audit import OF_POLICIES, Act, Anchor, Entry
from rapport.core.oversight.people import WRITE
from rapport.core.policy.policy import Policy
from rapport.core.time import Instant, moment_after
from rapport.core.unread import Unread
from rapport.errors import TemporaryError
from rapport.ports import Transaction

T = TypeVar("T")


class InCharge:
    """The policies of one brand and its audit log. Each deed is one commit with its entry."""

    def __init__(self, installation: Installation, brand: str) -> None:
        self._installation = installation
        self.brand = installation.only_brand(brand)
        self.trouble = ""
        self.unread = Unread()
        """What could not be read of what there is to learn from."""
        """Why the last deed, which is done and entered, has no anchor yet."""

    # --- What is read ---

    def snapshots(self) -> list[Snapshot]:
        """Every policy that is kept, by number."""
        here = self._installation
        return snapshots(here.records, here.blueprint(self.brand), self._next)

    @property
    def _next(self) -> Instant:
        """The moment of the next decision."""
        return moment_after(self._installation.clock.now())

    def snapshot(self, number: int) -> Snapshot:
        """Raises UserError where there is none."""
        return find(self.snapshots(), number, self.brand)

    @property
    def publishes(self) -> str:
        """See `rapport.app.learning.policies.who_publishes`."""
        here = self._installation
        return who_publishes(here.records, here.blueprint(self.brand))

    def budgets(self) -> list[BudgetState]:
        """How the budgets of the brand's offers stand."""
        here = self._installation
        return budget_states(here.records, here.blueprint(self.brand), here.clock.now())

    def entries(self) -> list[Entry]:
        """The whole audit log."""
        return list(all_entries(self._installation.records, self.brand))

    def of_policies(self) -> Sequence[Entry]:
        """What is on record of policies."""
        return self._installation.records.audit_entries_of(self.brand, OF_POLICIES)

    def verify(self, expected: Sequence[Anchor] = ()) -> Verified:
        here = self._installation
        return verify(here.records, here.anchors, self.brand, expected)

    def judge(self, number: int) -> Evaluation:
        """What the launch gate says of a policy. Raises UserError where there is none."""
        records = self._installation.records
        return evaluate(
            records,
            self._installation.blueprint(self.brand),
            number,
            candidates=[one.policy for one in records.candidates(self.brand)],
            now=self._next,
        )

    def rule_costs(self, proposed: Path | None, reward: str) -> RuleCosts:
        """What the rules cost that are published, and those in the file `proposed`.

        Raises UserError where the file cannot be read, and BrandFolderError with its mistakes.
        """
        blueprint = self._installation.blueprint(self.brand)
        release = blueprint.releases[-1]
        files = self._installation.folders.files
        places = all_places(files, self.brand, release)
        rules: tuple[Rule, ...] = ()
        if proposed:
            rules, lines = read_proposed_rules(proposed, release)
            places |= {(PROPOSED, name): where for name, where in lines.items()}
        return rule_costs(
            self._installation.records, blueprint, rules, reward=reward, places=places
        )

    # --- What is done ---

    def publish(self, evaluation: Evaluation, who: str, why: str, *, override: bool) -> Policy:
        """Publishes the candidate that was judged."""

        def do(transaction: Transaction, act: Act) -> Policy:
            return publish_candidate(
                transaction, self.brand, evaluation.policy, act, evaluation, override=override
            )

        return self._done(do, who, why)

    def roll_back(self, number: int | None, who: str, why: str) -> Policy:
        return self._done(lambda tx, act: roll_back(tx, self.brand, number, act), who, why)

    def pause(self, who: str, why: str) -> None:
        self._done(lambda tx, act: pause(tx, self.brand, act), who, why)

    def resume(self, who: str, why: str) -> None:
        self._done(lambda tx, act: resume(tx, self.brand, act), who, why)

    def acknowledge(self, who: str, why: str) -> tuple[Anchor, ...]:
        """Writes down that a backup was restored; the anchors of what was lost by it."""
        anchors = self._installation.anchors
        return self._done(lambda tx, act: acknowledge(tx, anchors, self.brand, act), who, why)

    def propose(self, who: str) -> Policy | None:
        """A candidate of all that is known now; None where nothing is new."""

        def do(transaction: Transaction, act: Act) -> Policy | None:
            allow(acting(transaction, self.brand, who), WRITE, "propose policies")
            return propose(transaction, self.brand, who, act.at, unread=self.unread)

        return self._done(do, who, "")

    def _done(self, do: Callable[[Transaction, Act], T], who: str, why: str) -> T:
        with self._installation.store.transaction() as transaction:
            # Asked only here: nobody else commits meanwhile, so nothing was decided after it.
            done = do(transaction, Act(who, why, self._next))
        try:
            self._installation.host.anchor(self.brand)
        except TemporaryError as error:
            self.trouble = str(error)
        return done
