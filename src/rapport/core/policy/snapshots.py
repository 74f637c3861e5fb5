"""Policies as they are kept: where a published one came from, and why another does not hold."""

from __future__ import annotations

from msgspec import Struct

from rapport.core.policy.policy import Policy

FIRST, BY_RULE, BY_PERSON, ROLLBACK, BUDGET = "", "rule", "person", "rollback", "budget"


class Origin(Struct, frozen=True):
    """Where a published policy came from.

    `number` is that of the snapshot whose content it is, its own where it is nobody else's. `how`
    is empty for a brand's first, else by rule, by a person, by a rollback, or for a budget.
    """

    how: str
    number: int


class Candidate(Struct, frozen=True):
    """A policy that was learnt and does not hold, and why it does not. It has the number that it
    will be published under, unless a later one is published before it; its `since` is when it was
    made. `family` is the kind of policy it is of, see `rapport.app.evidence.learn.FAMILY`."""

    policy: Policy
    why: str
    family: str = ""
