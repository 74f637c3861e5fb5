"""A brand's policies and budgets as tables of words, for the terminal and the console."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapport.app.learning.policies import Snapshot
from rapport.app.sending.budgets import BudgetState
from rapport.app.wording.dates import local_time
from rapport.app.wording.level_words import money
from rapport.app.wording.table import Table
from rapport.core.brand import Brand
from rapport.core.oversight.audit import Entry
from rapport.core.policy.policy import Policy
from rapport.core.policy.snapshots import BUDGET, BY_PERSON, BY_RULE, FIRST, ROLLBACK
from rapport.core.time import Zone

HOW = {
    FIRST: "with the brand",
    BY_RULE: "by rule",
    BY_PERSON: "by a person",
    ROLLBACK: "taken back to",
    BUDGET: "for a budget",
}

PUBLISHES = {
    "rule": "What is learnt is published by rule, while nothing speaks against it.",
    "person": "What is learnt waits until a person publishes it (brand.yaml: learning).",
    "nobody": "Publishing by rule is paused: what is learnt waits until a publisher resumes it.",
}
"""Who publishes, in a sentence; see `InCharge.publishes`."""


UNFOLDED = 10
"""Rows that a page shows of a list before the rest, which is folded away."""


def policies_table(
    found: Sequence[Snapshot], entries: Sequence[Entry], zone: Zone, publishes: str
) -> Table:
    """Each policy with its state, from when it holds, how it came to, and what is on record."""
    deeds = _by_policy(entries)
    rows = []
    for one in found:
        policy = one.policy
        on_record = [
            _said(entry)
            for entry in deeds.get(policy.number, ())
            # Why Rapport held it back is its own reason, and need not be read twice.
            if not (entry.deed.did == "blocked" and entry.deed.why and entry.deed.why in one.why)
        ]
        rows.append(
            (
                str(policy.number),
                one.state,
                local_time(policy.since, zone) if policy.since else "the beginning",
                _how(one),
                _learnt_from(policy),
                "; ".join([*([one.why] if one.why else []), *on_record]),
            )
        )
    heads = ("Policy", "State", "From", "Published", "Learnt from", "On record")
    note = PUBLISHES.get(publishes, "")
    return Table("Policies", heads, tuple(rows), note, unfolded=UNFOLDED)


def foremost_first(found: Sequence[Snapshot]) -> list[Snapshot]:
    """What decides today, then what waits, then what held: the newest of each first."""
    rank = {"holds": 0, "candidate": 1}
    return sorted(found, key=lambda one: (rank.get(one.state, 2), -one.policy.number))


def _learnt_from(policy: Policy) -> str:
    clicks = f", and clicks on {policy.looked:,} still open" if policy.looked else ""
    return f"{policy.decisions:,}{clicks}"


def budgets_table(
    states: Sequence[BudgetState], brand: Brand, labels: Mapping[str, str] | None = None
) -> Table:
    """Each offer's budget: how much is used and promised, and what that makes of the offer. It is
    named by its label where there is one, and otherwise by its key."""
    rows = []
    for state in states:
        budget, standing = state.budget, state.standing
        limit, used = f"{budget.uses:,} uses", f"{standing.uses:,}"
        if budget.amount:
            limit, used = money(budget.amount, brand), money(standing.cost, brand)
        now = "closed" if state.closed else "on pace"
        if not state.closed and state.price > 0.0:
            now = f"counts {1.0 + state.price:g} times"
        rows.append(
            (
                (labels or {}).get(state.offer) or state.offer,
                f"{limit} a {budget.per}",
                f"{used} ({state.used:.0%})",
                f"{state.expected:.0%}",
                f"{state.elapsed:.0%}",
                now,
                local_time(state.ends, brand.zone),
            )
        )
    heads = ("Offer", "Budget", "Used", "With promises", "Time gone", "Now", "Anew")
    return Table("Budgets", heads, tuple(rows))


def _how(one: Snapshot) -> str:
    """How it came to hold, in words."""
    if one.state == "candidate":
        return "-"
    words = HOW.get(one.how, one.how)
    return f"{words} {one.origin}" if one.how == ROLLBACK else words


def _by_policy(entries: Sequence[Entry]) -> dict[int, list[Entry]]:
    """The entries of the audit log about each policy."""
    found: dict[int, list[Entry]] = {}
    for entry in entries:
        kind, _, number = entry.deed.what.partition(" ")
        if kind == "policy" and number.isascii() and number.isdigit():
            found.setdefault(int(number), []).append(entry)
    return found


def _said(entry: Entry) -> str:
    """Such as `overrode by Nell: the sale begins tomorrow`."""
    deed = entry.deed
    return f"{deed.did} by {deed.who or 'somebody'}" + (f": {deed.why}" if deed.why else "")
