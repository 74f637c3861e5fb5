"""Learning as a step of its own: takes in what decisions led to, and publishes or keeps a snapshot.

The evidence and the position up to which outcomes are in it are committed together with the
snapshot, so no outcome teaches twice.
"""

from __future__ import annotations

from statistics import median_low

import structlog
from msgspec.structs import replace

from rapport.app.evidence.learn import (
    EVERYDAY,
    FAMILY,
    FAMILY_SWITCH,
    LearnSettings,
    StepCheck,
    beliefs_of,
    first_policy,
)
from rapport.app.evidence.learnt import (
    Learnt,
    decode_learnt,
    encode_learnt,
    is_enough,
    learn_all,
    policy_after,
)
from rapport.app.evidence.weighed import Weighed
from rapport.app.in_charge.audit_log import note
from rapport.app.learning.policies import PAUSED, PUBLISHING
from rapport.app.learning.routine import objection, sound
from rapport.app.publishing.publications import published
from rapport.core.blueprint import Blueprint
from rapport.core.deciding.reasons import TEACHING
from rapport.core.oversight.audit import BY_ITSELF, Deed
from rapport.core.oversight.stopping import Stop, stopped_meanwhile
from rapport.core.policy.policy import Policy
from rapport.core.policy.snapshots import BY_PERSON, BY_RULE, Candidate, Origin
from rapport.core.time import DAY, Instant, Millis
from rapport.core.unread import Unread
from rapport.errors import CodecError
from rapport.ports import Transaction
from rapport.science.evidence import Look

NOT_PUBLISHED = "a policy was not published"
"""What the log says of a step that something speaks against."""

MOST = 20_000
"""Outcomes taken in by one unit of work."""

ASKED_OF_THE_CLOCK = 21
"""Latest outcomes that say whether what was learnt is from the future."""

log = structlog.get_logger(__name__)


def learn_from_outcomes(
    transaction: Transaction,
    brand: str,
    since: Instant,
    settings: LearnSettings = EVERYDAY,
    weighed: Weighed | None = None,
) -> Policy | None:
    """Takes in the outcomes that closed since the last time; returns the snapshot that now holds,
    if one follows.

    `since` is the event time from which it holds: the host's watermark. A snapshot that may not
    take over by rule is kept as a candidate. `weighed` spares work where the same brand learnt
    before; what comes of it is the same.
    """
    blueprint = published(transaction, brand)
    begun = _begin_anew(transaction, blueprint, since)
    if begun is not None:
        return begun
    learnt = _take_in(transaction, brand, since, settings, Unread())
    current = blueprint.policy_at(since)
    known = [current, *(one.policy for one in transaction.candidates(brand)[-1:])]
    most = max(known, key=lambda policy: (policy.decisions, policy.looked))
    newest = replace(current, decisions=most.decisions, looked=most.looked)
    policy = _snapshot(transaction, blueprint, learnt, newest, since, settings)
    if policy is None:
        return None
    if not sound(policy):
        _report(transaction, blueprint, policy, "it has a coefficient that is no finite number")
        return None
    why_not = _barrier(transaction, blueprint, policy, settings.check, weighed)
    if why_not:
        transaction.keep_candidate(brand, Candidate(policy, why_not, FAMILY))
        return None
    transaction.publish_policy(brand, policy, Origin(BY_RULE, policy.number))
    return policy


def propose(
    transaction: Transaction,
    brand: str,
    who: str,
    since: Instant,
    settings: LearnSettings = EVERYDAY,
    unread: Unread | None = None,
) -> Policy | None:
    """Takes in all outcomes there are and keeps what they teach as a candidate, however little is
    new. Returns it; None where nothing was learnt since the last snapshot. `unread` takes down
    outcomes and decisions that could not be read."""
    blueprint = published(transaction, brand)
    learnt = _take_in(transaction, brand, since, settings, unread or Unread())
    known = [
        blueprint.policy_at(since),
        *(one.policy for one in transaction.candidates(brand)[-1:]),
    ]
    newest = max(known, key=lambda policy: (policy.decisions, policy.looked))
    at_all = replace(settings, fewest=1)
    policy = _snapshot(transaction, blueprint, learnt, newest, since, at_all)
    if policy is None or not sound(policy):
        return None
    transaction.keep_candidate(brand, Candidate(policy, f"proposed for {who}", FAMILY))
    return policy


def _begin_anew(transaction: Transaction, blueprint: Blueprint, since: Instant) -> Policy | None:
    """A brand whose policy has learnt nothing begins with the newest kind: there is nothing yet
    that the launch gate could hold it against."""
    brand, current = blueprint.brand, blueprint.policy_at(since)
    if transaction.switch(brand, FAMILY_SWITCH) in ("", FAMILY):
        return None
    if blueprint.releases[-1].brand.learning.publish == BY_PERSON:
        return None
    if (
        transaction.switch(brand, PUBLISHING) == PAUSED
        or _content(transaction, blueprint, since).decisions
    ):
        return None
    first = first_policy(blueprint.releases[-1], since)
    policy = replace(
        first,
        number=transaction.next_policy_number(brand),
        closed_offers=current.closed_offers,
        offer_prices=current.offer_prices,
    )
    transaction.publish_policy(brand, policy, Origin(BY_RULE, policy.number))
    transaction.turn(brand, FAMILY_SWITCH, FAMILY)
    why = "nothing was learnt yet, so the newest kind of policy begins"
    note(
        transaction,
        brand,
        policy.since,
        Deed(BY_ITSELF, "published", f"policy {policy.number}", why),
    )
    return policy


def _take_in(
    transaction: Transaction, brand: str, since: Instant, settings: LearnSettings, unread: Unread
) -> Learnt:
    """The evidence with all outcomes in it that closed since the last time."""
    position, learnt = _known(transaction, brand, since)
    lessons = transaction.lessons(brand, position, MOST)
    if lessons:
        unread.note_rows(lessons.unread)
        stops = _stops(transaction, brand)
        rows = [
            (x.decision, x.outcome)
            for x in lessons.found
            if x.decision.reason in TEACHING and not stopped_meanwhile(stops, x.decision)
        ]
        learnt = learn_all(learnt, rows, settings, now=since)
        transaction.save_learner(brand, lessons.position, encode_learnt(learnt))
    return learnt


def _known(transaction: Transaction, brand: str, since: Instant) -> tuple[int, Learnt]:
    """What was learnt so far, and up to which lesson. It is made of closed decisions alone, so
    where it is damaged, or weighs as of a future that did not come, it is made of them again, and
    the log says so."""
    stored = transaction.learner(brand)
    if stored is None:
        return 0, Learnt()
    try:
        learnt = decode_learnt(stored[1])
    except CodecError as error:
        _learnt_again(transaction, brand, since, f"Table learners: {error}")
        return 0, Learnt()
    if learnt is None:
        return 0, Learnt()
    if _ran_ahead(transaction, brand, learnt.at, since):
        why = (
            "it was learnt while the clock ran ahead, and what closed since would count for little"
        )
        _learnt_again(transaction, brand, since, why)
        return 0, Learnt()
    return stored[0], learnt


def _learnt_again(transaction: Transaction, brand: str, at: Instant, why: str) -> None:
    note(transaction, brand, at, Deed(BY_ITSELF, "learnt again", "all closed decisions", why))


def _ran_ahead(transaction: Transaction, brand: str, learnt_at: Instant, now: Instant) -> bool:
    """Whether what was learnt weighs as of a future that most of what closed last says is none.

    The outcomes have a say since the clock may as well be slow now: then it is to be left alone.
    """
    if learnt_at <= now + DAY:
        return False
    latest = [one.outcome.at for one in transaction.latest_lessons(brand, ASKED_OF_THE_CLOCK)]
    return bool(latest) and median_low(latest) <= now + DAY


def _stops(transaction: Transaction, brand: str) -> list[Stop]:
    return [*transaction.past_stops(brand), *transaction.stops(brand)]


def _longest_window(blueprint: Blueprint) -> Millis:
    """After this long, no decision of the brand can still be open."""
    flows = (flow for release in blueprint.releases for flow in release.flows)
    return max((point.window for flow in flows for point in flow.points), default=0)


def _snapshot(
    transaction: Transaction,
    blueprint: Blueprint,
    learnt: Learnt,
    newest: Policy,
    since: Instant,
    settings: LearnSettings,
) -> Policy | None:
    """What the evidence teaches beyond `newest`, if it is enough; with today's budgets."""
    current = blueprint.policy_at(since)
    beliefs = beliefs_of(blueprint.releases[-1], settings.beliefs)
    settings = replace(settings, beliefs=beliefs)
    brand, most, until = blueprint.brand, settings.most_looked, since - settings.settles
    begin = since - _longest_window(blueprint)
    if learnt.decisions < settings.beliefs.closed_before_looks:
        most = 0
    looked = transaction.count_awaited(brand, begin, until, most)
    if not is_enough(learnt, looked, newest, settings.fewest):
        return None
    stops = _stops(transaction, brand)
    looks = [
        Look(one.decision, one.at, one.clicked)
        for one in transaction.awaited(brand, begin, until, most)
        if one.decision.reason in TEACHING and not stopped_meanwhile(stops, one.decision)
    ]
    policy = policy_after(learnt, newest, since, settings, looks, looked)
    if policy is None:
        return None
    closed = tuple(dict.fromkeys((*policy.closed_offers, *current.closed_offers)))
    number = transaction.next_policy_number(blueprint.brand)
    return replace(policy, number=number, closed_offers=closed, offer_prices=current.offer_prices)


def _barrier(
    transaction: Transaction,
    blueprint: Blueprint,
    policy: Policy,
    check: StepCheck,
    weighed: Weighed | None,
) -> str:
    """Why a snapshot may not take over by rule; empty where it may."""
    brand = blueprint.brand
    if blueprint.releases[-1].brand.learning.publish == BY_PERSON:
        return "a person publishes: see learning in brand.yaml"
    if transaction.switch(brand, PUBLISHING) == PAUSED:
        return "publishing by rule is paused"
    if transaction.switch(brand, FAMILY_SWITCH) not in ("", FAMILY):
        return "it is of a new kind, which a person launches"
    current, content = (
        blueprint.policy_at(policy.since),
        _content(transaction, blueprint, policy.since),
    )
    held_back = [
        one.policy
        for one in transaction.candidates(brand)
        if one.policy.number > content.number and one.family == FAMILY
    ]
    against = objection(transaction, blueprint, current, policy, held_back, check, weighed)
    if not against:
        return ""
    _report(transaction, blueprint, policy, against)
    return f"not published by rule, because {against}"


def _content(transaction: Transaction, blueprint: Blueprint, now: Instant) -> Policy:
    """The snapshot whose content holds: a budget's change is no new content."""
    current = blueprint.policy_at(now)
    number = transaction.origins(blueprint.brand)[current.number].number
    found = (one for one in blueprint.policies if one.number == number)
    return next(found, current)


def _report(transaction: Transaction, blueprint: Blueprint, policy: Policy, against: str) -> None:
    """Tells of a step that was stopped: in the log each time, in the audit log once for a row of
    them, since a learner tries again every few minutes."""
    brand = blueprint.brand
    log.warning(NOT_PUBLISHED, brand=brand, policy=policy.number, reason=against)
    head = transaction.audit_head(brand)
    last = transaction.audit_entries(brand, head.number - 1) if head else ()
    holds_since = _content(transaction, blueprint, policy.since).since
    if not any(entry.deed.did == "blocked" and entry.at >= holds_since for entry in last):
        deed = Deed(BY_ITSELF, "blocked", f"policy {policy.number}", against)
        note(transaction, brand, policy.since, deed)
