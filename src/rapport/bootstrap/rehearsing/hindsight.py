"""Holds what was chosen against what was possible, where the truth is known: in a simulation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from math import ceil

from rapport.core.blueprint import Release
from rapport.core.creative.framework import CONTENT_FACTORS, FACTORS, Action, message
from rapport.core.decision import Decision
from rapport.core.flow import DecisionPoint
from rapport.testing.shop import Checkout, Choice, Customer, Economics, Possible, Truth, compare

SAMPLE = 150
"""The most decisions that are looked at, evenly spread: each against every possible action."""


def look_back(
    truth: Truth,
    decisions: Sequence[Decision],
    release: Release,
    email_of: Callable[[str], str],
) -> Possible:
    """What a sample of the decisions was worth, beside the usual message and the best one.

    `decisions` are the policy's own about content, at least one, of one flow.
    """
    choices = []
    for decision in decisions[:: ceil(len(decisions) / SAMPLE)]:
        customer = truth.customer(email_of(decision.profile))
        checkout = _open_checkout(truth, customer, decision)
        if checkout is not None:
            choices.append(Choice(checkout.token, decision.action, decision.at))
    point, actions = _possible(release, decisions[0])
    usual = message(point.usual) if point else Action()
    return compare(truth, choices, actions, usual, Economics.of(release.brand))


def _possible(release: Release, decision: Decision) -> tuple[DecisionPoint | None, list[Action]]:
    """The decision's point, and every message that its framework can make."""
    flow = release.flow(decision.flow)
    point = flow.point(decision.point) if flow else None
    framework = release.framework(point.framework) if point else None
    if point is None or framework is None:
        return None, []
    times = [level.key for level in point.times]
    levels = [framework.keys(factor) for factor in CONTENT_FACTORS]
    combinations = product(times, *levels)
    return point, [message(dict(zip(FACTORS, one, strict=True))) for one in combinations]


def _open_checkout(truth: Truth, customer: Customer, decision: Decision) -> Checkout | None:
    """The checkout that the decision was about: the last one left before it."""
    owned = [
        c
        for c in truth.checkouts.values()
        if c.customer == customer.index and c.left_at <= decision.at
    ]
    return max(owned, key=lambda c: c.left_at, default=None)
