"""Learning as a step of its own: takes in what decisions led to, and publishes a snapshot.

The evidence and the position up to which outcomes are in it are committed together with the
snapshot, so no outcome teaches twice.
"""

from __future__ import annotations

from msgspec.structs import replace

from rapport.app.learn import EVERYDAY, LearnSettings, beliefs_of, learn, next_policy
from rapport.app.publish import published
from rapport.core.decide import TEACHING
from rapport.core.policy import Policy
from rapport.core.time import Instant
from rapport.ports import Transaction
from rapport.science.evidence import decode_evidence, encode_evidence, nothing

MOST = 20_000
"""Outcomes taken in by one unit of work."""


def learn_from_outcomes(
    transaction: Transaction, brand: str, since: Instant, settings: LearnSettings = EVERYDAY
) -> Policy | None:
    """Takes in the outcomes that closed since the last time; returns the snapshot, if one follows.

    `since` is the event time from which the snapshot holds: the host's watermark.
    """
    blueprint = published(transaction, brand)
    current = blueprint.policies[-1]
    beliefs = beliefs_of(blueprint.releases[-1], settings.beliefs)
    stored = transaction.learner(brand)
    known = decode_evidence(stored[1]) if stored else None
    position, evidence = (stored[0], known) if stored and known else (0, nothing())
    lessons = transaction.lessons(brand, position, MOST)
    if not lessons:
        return None
    rows = [(x.decision, x.outcome) for x in lessons if x.decision.reason in TEACHING]
    evidence = learn(evidence, rows, settings)
    transaction.save_learner(brand, lessons[-1].position, encode_evidence(evidence))
    policy = next_policy(
        evidence, current, max(since, current.since + 1), replace(settings, beliefs=beliefs)
    )
    if policy is not None:
        transaction.publish(brand, policy)
    return policy
