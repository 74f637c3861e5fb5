"""What people may change in the console of what holds for the whole brand: its rules, its care, and
what a language model may do for it.

A change says what is wanted and, by a digest of it, what somebody saw of the same; how the files
are made to say it is up to the port `rapport.ports.brand_files.BrandFiles`.
"""

from __future__ import annotations

from collections.abc import Collection
from hashlib import sha256

import msgspec
from msgspec import Struct

from rapport.core.brand import Brand, WriterBudget
from rapport.core.creative.editing import RuleChange, rule_still_said
from rapport.core.creative.framework import Rule
from rapport.core.deciding.care import Caring
from rapport.core.time import DAY, HOUR, Millis


class SetCare(Struct, frozen=True):
    """What is done after one of `rapport.core.deciding.care.OCCASIONS`; `was` is the `seen_id` of
    what somebody saw of it."""

    occasion: str
    caring: Caring
    was: str


class SetWriter(Struct, frozen=True):
    """What a model may be asked for the brand, and whether it proofreads; `was` is the `seen_id` of
    what somebody saw of it."""

    budget: WriterBudget
    was: str


BrandRuleChange = RuleChange | SetCare | SetWriter


def seen_id(seen: Caring | WriterBudget) -> str:
    """A digest of what is done after an occasion, or of what a model may do, so whoever names it
    names what they saw."""
    return sha256(msgspec.json.encode(seen)).hexdigest()[:16]


def still_said(change: BrandRuleChange, rules: Collection[Rule], brand: Brand) -> bool:
    """Whether what a change is about is still what somebody saw of it. Who wants what is there
    already disturbs nobody."""
    if isinstance(change, SetCare):
        now = brand.care.after(change.occasion)
        return seen_id(now) == change.was or now == change.caring
    if isinstance(change, SetWriter):
        return seen_id(brand.writer) == change.was or brand.writer == change.budget
    return rule_still_said(change, rules)


def described(change: BrandRuleChange, brand: Brand) -> str:
    """What a change does to what is now, in a few words for the audit log."""
    if isinstance(change, SetCare):
        was = _in_words(brand.care.after(change.occasion))
        return f"care {change.occasion}: {_in_words(change.caring)}, it was {was}"
    if isinstance(change, SetWriter):
        return f"model: {_allowed(change.budget)}, it was {_allowed(brand.writer)}"
    return change.in_words


def _allowed(budget: WriterBudget) -> str:
    read = "proofread" if budget.proofreads else "not proofread"
    questions = "1 question" if budget.questions == 1 else f"{budget.questions:,} questions"
    tokens = "1 token" if budget.tokens == 1 else f"{budget.tokens:,} tokens"
    return f"{questions} and {tokens} a day, {read}"


def _in_words(caring: Caring) -> str:
    parts = []
    if caring.wait:
        parts.append(f"wait {_length(caring.wait)}")
    if caring.soften:
        parts.append(f"only {', '.join(caring.soften)} for {_length(caring.soft_for)}")
    return " and ".join(parts) or "off"


def _length(span: Millis) -> str:
    return f"{span / HOUR:g}h" if span * 100 % DAY else f"{span / DAY:g}d"
