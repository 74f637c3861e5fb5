"""What people read of an installation: reports, policies, needs, and why a decision was made."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from threading import Lock

from msgspec.structs import replace

from rapport.adapters.sources.people import email_address
from rapport.app.explaining.explain import Explanation, explain
from rapport.app.explaining.explain_policy import explain_policy
from rapport.app.explaining.silence_tally import Lately, SilenceTally
from rapport.app.explaining.silences import PAGE, Asked, Silence, SilencePage, silence, silences
from rapport.app.learning.policies import snapshots, who_publishes
from rapport.app.learning.policy_tables import (
    budgets_table,
    foremost_first,
    policies_table,
)
from rapport.app.measuring.need import OfferNeeds
from rapport.app.measuring.need_text import NeedStory, need_story
from rapport.app.measuring.report import Report, build_report, entered_stopped
from rapport.app.measuring.report_table import Worth, worth
from rapport.app.sending.budgets import budget_states
from rapport.app.wording.names import names_in
from rapport.app.wording.table import Table
from rapport.core.blueprint import Blueprint
from rapport.core.codec import decode_decision, readable_decisions
from rapport.core.creative.wording import made_visible
from rapport.core.deciding.silence import is_silence
from rapport.core.decision import TIME_STAGE
from rapport.core.events import Identifier
from rapport.core.oversight.audit import OF_POLICIES
from rapport.core.time import DAY, moment_after
from rapport.core.unread import Unread
from rapport.errors import CodecError, UserError
from rapport.ports import Clock
from rapport.ports.history import ReadSide

SHOWN_POLICIES = 50
READ_AT_ONCE = 10_000
"""Closed decisions that one look at a page reads at most: a second or two."""

LATELY = 7 * DAY
COUNTED_AT_ONCE = 1_000
"""Silences that one look at the overview counts at most: less than a tenth of a second."""


class Readings:
    """Of every brand of one installation. Safe to share between threads as its records are."""

    def __init__(
        self, records: ReadSide, blueprint: Callable[[str], Blueprint], clock: Clock
    ) -> None:
        self._records = records
        self._blueprint = blueprint
        self._clock = clock
        self._needs: dict[str, OfferNeeds] = {}
        self._needs_lock = Lock()
        self._tallies: dict[str, SilenceTally] = {}
        self._tallies_lock = Lock()

    def report(self, brand: str, flow: str = "") -> list[Report]:
        """The report of each flow that the brand has, or of the one named."""
        blueprint = self._blueprint(brand)
        release = blueprint.releases[-1]
        keys = [f.key for f in release.flows if not flow or f.key == flow]
        if not keys:
            known = ", ".join(f.key for f in release.flows) or "none"
            raise UserError(f"Brand '{brand}' has no flow '{flow}'. It has: {known}.")
        stops = [*self._records.past_stops(brand), *self._records.stops(brand)]
        return [
            build_report(
                blueprint,
                key,
                self._records.profile_outcomes(brand, key),
                entered_stopped(self._records.lapsed_by_stops(brand, key), stops, key),
            )
            for key in keys
        ]

    def worth(self, brand: str) -> Worth:
        """The reports as tables, and who of the flows has none."""
        release = self._blueprint(brand).releases[-1]
        names = {flow.key: flow.name for flow in release.flows}
        return worth(self.report(brand), release.brand.locale, names)

    def policy_tables(self, brand: str) -> Sequence[Table]:
        """The newest policies, what they say and what is on record of them."""
        blueprint, zone = self._blueprint(brand), self._blueprint(brand).releases[-1].brand.zone
        entries = self._records.audit_entries_of(brand, OF_POLICIES)
        every = snapshots(self._records, blueprint, moment_after(self._clock.now()))
        found = foremost_first(every)[:SHOWN_POLICIES]
        budgets = budget_states(self._records, blueprint, self._clock.now())
        release = blueprint.releases[-1]
        labels = {offer.key: offer.label for offer in release.offers}
        policy = blueprint.policy_at(self._clock.now())
        story = explain_policy(policy, release, blueprint.releases)
        offers = self.offer_needs(brand, READ_AT_ONCE)
        return (
            Table("In short", (), (), "\n".join((*story.says, *offers.says))),
            *story.tables,
            *offers.tables,
            policies_table(found, entries, zone, who_publishes(self._records, blueprint)),
            *([budgets_table(budgets, release.brand, labels)] if budgets else []),
        )

    def offer_needs(self, brand: str, most: int | None = None, *, every: bool = False) -> NeedStory:
        """What each offer adds and for whom it pays, by all decisions whose outcome is known.

        The log is read through once, at most `most` decisions at a time; after that only what is
        new in it. Where some are left, the story says so.
        """
        with self._needs_lock:
            known = self._needs.setdefault(brand, OfferNeeds())
            blueprint = self._blueprint(brand)
            whole = known.catch_up(self._records, blueprint, most)
            release = blueprint.releases[-1]
            unreadable = known.unread.told()
            return need_story(
                known.book,
                known.needs(),
                release,
                unreadable,
                whole=whole,
                every=every,
                held=known.margins.held,
            )

    def silences(self, brand: str, asked: Asked, most: int = PAGE) -> SilencePage:
        """Decisions to say nothing, the newest first."""
        blueprint = self._blueprint(brand)
        return silences(self._records, blueprint, names_in(blueprint), asked, most)

    def lately(self, brand: str) -> Lately:
        """Why nothing was said in the last days, or in those before the last silence where that is
        longer ago. What was counted is kept, so that a look reads
        only what is new; where much is, the latest of it."""
        with self._tallies_lock:
            known = self._tallies.setdefault(brand, SilenceTally())
            now, blueprint = self._clock.now(), self._blueprint(brand)
            with self._records.at_one_moment() as log:
                known.catch_up(log, blueprint, now, LATELY, COUNTED_AT_ONCE)
            return known.told()

    def silence(self, brand: str, decision: str) -> Silence | None:
        """One of them; None where something was said, or there is no such decision."""
        stored = self._records.decision(brand, decision)
        decided = decode_decision(stored) if stored is not None else None
        if decided is None or not is_silence(decided):
            return None
        blueprint = self._blueprint(brand)
        return silence(decided, blueprint, names_in(blueprint))

    def whose(self, brand: str, person: str) -> str:
        """The profile that has this e-mail address; what is no address is a profile's id.

        Raises UserError where nobody has it.
        """
        if "@" not in person:
            return person
        address = email_address(person)
        profile = self._records.owner(brand, Identifier("email", address)) if address else None
        if profile is None:
            raise UserError(
                f"Brand '{brand}' knows nobody by the address '{made_visible(person)}'. Check how "
                "it is written, or name the id of the person's profile."
            )
        return profile

    def explain(self, brand: str, decision: str) -> Explanation | None:
        stored = self._records.decision(brand, decision)
        if stored is None:
            return None
        decided = decode_decision(stored)
        unread = Unread()
        before = readable_decisions(self._records.decisions(brand, decided.profile), unread)
        moments = [
            d
            for d in before
            if (d.stage, d.run, d.point) == (TIME_STAGE, decided.run, decided.point)
            and d.at <= decided.at
        ]
        moment = moments[-1] if moments else None
        told = explain(decided, self._blueprint(brand), moment)
        if unreadable := unread.told():
            lacking = "How its moment was chosen may be missing here:"
            return replace(told, summary=" ".join((told.summary, lacking, *unreadable.says)))
        return told

    def emails(self, brand: str, profiles: Sequence[str]) -> Mapping[str, str]:
        """Of those whose contact is known; one that is damaged is shown by its profile's id."""
        found: dict[str, str] = {}
        for profile in profiles:
            with contextlib.suppress(CodecError):
                contact = self._records.contact(brand, profile)
                if contact is not None and contact.email:
                    found[profile] = contact.email
        return found
