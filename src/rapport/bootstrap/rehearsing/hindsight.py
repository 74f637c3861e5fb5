"""Holds what was chosen against what was possible, where the truth is known: in a simulation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from math import ceil

from rapport.core.blueprint import Release
from rapport.core.creative.framework import CONTENT_FACTORS, FACTORS, Action, message
from rapport.core.decision import Decision
from rapport.core.flow import DecisionPoint
from rapport.testing.shop import Checkout, Choice, Economics, Possible, Truth, compare

SAMPLE = 1_000
"""The most decisions that are looked at, evenly spread: each against every possible action, which
takes about 2 ms. Of a hundred and fifty the same month came out a fifth higher or lower."""


def look_back(
    truth: Truth,
    decisions: Sequence[Decision],
    release: Release,
    email_of: Callable[[str], str],
) -> Possible:
    """What a sample of the decisions was worth, beside the usual message and the best one.

    `decisions` are the policy's own about content, at least one, of one flow. Each is held against
    the usual message of its own point: a second one may have an offer, where a first has none.
    """
    left = _by_customer(truth)
    flow = release.flow(decisions[0].flow)
    points = {one.key: one for one in flow.points} if flow else {}
    choices = []
    for decision in decisions[:: ceil(len(decisions) / SAMPLE)]:
        customer = truth.customer(email_of(decision.profile))
        checkout = _open_checkout(left.get(customer.index, ()), decision)
        point = points.get(decision.point)
        if checkout is not None and point is not None:
            usual = message(point.usual)
            choices.append(Choice(checkout.token, decision.action, decision.at, usual))
    actions = _possible(release, next(iter(points.values()))) if points else []
    return compare(truth, choices, actions, Economics.of(release.brand))


def _possible(release: Release, point: DecisionPoint) -> list[Action]:
    """Every message that the framework of a point can make."""
    framework = release.framework(point.framework)
    if framework is None:
        return []
    times = [level.key for level in point.times]
    levels = [framework.keys(factor) for factor in CONTENT_FACTORS]
    combinations = product(times, *levels)
    return [message(dict(zip(FACTORS, one, strict=True))) for one in combinations]


def _by_customer(truth: Truth) -> dict[int, list[Checkout]]:
    """Everybody's checkouts, by whose they are."""
    found: dict[int, list[Checkout]] = {}
    for one in truth.checkouts.values():
        found.setdefault(one.customer, []).append(one)
    return found


def _open_checkout(owned: Sequence[Checkout], decision: Decision) -> Checkout | None:
    """The checkout that the decision was about: the last one left before it."""
    before = [one for one in owned if one.left_at <= decision.at]
    return max(before, key=lambda one: one.left_at, default=None)
