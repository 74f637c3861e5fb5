"""Rules: what a brand's people fix, forbid or silence, and for whom.

Rules of the whole brand hold from the moment they are published on, for runs under way too; those
of a framework go with the release that a run began with. All of them are limits: they come before
any draw, and every arm keeps to them. None can make the policy speak.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from rapport.core.blueprint import Blueprint, Release
from rapport.core.creative.framework import (
    FORBID,
    ONLY,
    SILENCE,
    Action,
    Framework,
    Rule,
    without_time,
)
from rapport.core.deciding.care import care_rules
from rapport.core.decision import Excluded
from rapport.core.editions import CARE_TAKEN
from rapport.core.person.signals import Moment, compares, form_of, value_of
from rapport.core.time import day_number

MOST_NAMED = 4
"""Rules named in one reason; the others are counted."""

Known = Callable[[str], float | None]
"""A signal's value by its name; None where it is unavailable."""


class Rulings(Struct, frozen=True, gc=False):
    """The rules that hold for one person at one moment, by what they do, in the order they are
    asked: the brand's, then the framework's."""

    silence: tuple[Rule, ...] = ()
    levels: tuple[Rule, ...] = ()
    edition: int = 0

    def about(self, time: str) -> list[Rule]:
        """What they say about content, now that this moment was chosen."""
        found = (without_time(rule, time) for rule in self.levels)
        return [rule for rule in found if rule is not None]


def in_force(
    blueprint: Blueprint, moment: Moment, key: str, framework: Framework | None, factor: str = ""
) -> Rulings:
    """The rules that hold at a moment for messages of the framework `key`.

    `framework` is that of the run's release, and None where it is gone. With `factor`, only rules
    that name it.
    """
    release = blueprint.release_at(moment.at)
    rules = (*brand_rules(release), *(framework.rules if framework is not None else ()))
    if factor:
        rules = tuple([r for r in rules for named, _ in r.levels if named == factor])
    if not rules:
        return Rulings(edition=release.edition)
    day = day_number(moment.at, release.brand.zone.offset_at(moment.at))
    held = applying(rules, key, day, _Asked(moment).__getitem__)
    return Rulings(
        tuple([rule for rule in held if rule.kind == SILENCE]),
        tuple([rule for rule in held if rule.kind != SILENCE]),
        release.edition,
    )


def brand_rules(release: Release) -> tuple[Rule, ...]:
    """The rules of the whole brand: those of its care first, where its edition has any."""
    if release.edition < CARE_TAKEN:
        return release.rules
    return (*care_rules(release.brand.care), *release.rules)


def asked_for(
    blueprint: Blueprint, moment: Moment, framework: Framework | None, form: int
) -> dict[str, float | None]:
    """Signals that rules ask for and that decisions of this form of policy do not record by
    themselves: what a rule did must be told from the record."""
    rules = brand_rules(blueprint.release_at(moment.at))
    rules += framework.rules if framework is not None else ()
    names = {c.signal for rule in rules for c in (*rule.when, *rule.any_of)}
    newer = sorted([name for name in names if form_of(name) > form])
    return {name: value_of(name, moment) for name in newer}


def applying(rules: Iterable[Rule], framework: str, day: int, known: Known) -> list[Rule]:
    """Those of `rules` that hold on `day` for a person of whom this is known."""
    found = []
    for rule in rules:
        # As in `addresses`, which would be called for each of hundreds of rules.
        for condition in rule.when:
            if not compares(condition, known(condition.signal)):
                break
        else:
            if (
                rule.concerns(framework)
                and (rule.first_day is None or rule.first_day <= day)
                and (rule.last_day is None or day <= rule.last_day)
                and (not rule.any_of or addresses(rule, known))
            ):
                found.append(rule)
    return found


def addresses(rule: Rule, known: Known) -> bool:
    """Whether a person of whom this is known belongs to the rule's audience."""
    for condition in rule.when:
        if not compares(condition, known(condition.signal)):
            return False
    if not rule.any_of:
        return True
    return any(compares(c, known(c.signal)) for c in rule.any_of)


class _Asked(dict[str, float | None]):
    """Signals of a moment, each computed when it is first asked for: rules ask for the same ones
    again and again."""

    def __init__(self, moment: Moment) -> None:
        super().__init__()
        self._moment = moment

    def __missing__(self, name: str) -> float | None:
        value = self[name] = value_of(name, self._moment)
        return value


def permitted(
    factor: str, keys: Sequence[str], rules: Sequence[Rule]
) -> tuple[tuple[str, ...], list[Excluded]]:
    """The keys of a factor that the rules leave, and by which rule each other one goes.

    Rules that forbid a combination of several factors leave all of them.
    """
    kept, excluded = list(keys), []
    for rule in rules:
        for named, listed in rule.levels:
            if named != factor or is_joint(rule):
                continue
            gone = [key for key in kept if (key in listed) != (rule.kind == ONLY)]
            for key in gone:
                kept.remove(key)
                excluded.append(Excluded(factor, key, rule.name))
    return tuple(kept), excluded


def is_joint(rule: Rule) -> bool:
    """Whether it takes combinations away, and no level by itself."""
    return rule.kind == FORBID and len(rule.levels) > 1


def forbidding(
    blueprint: Blueprint, moment: Moment, framework: Framework | None, key: str, action: Action
) -> str:
    """The name of a rule that holds now and forbids this message; empty where none does.

    Rules about the moment are asked when it is chosen, and not again.
    """
    rulings = in_force(blueprint, moment, key, framework)
    forbidden = (rule for rule in rulings.about(action.time) if rule.forbids(action))
    found = (*rulings.silence, *forbidden)
    return found[0].name if found else ""


# --- Reasons -----------------------------------------------------------------------------------

SILENCED = "rule: "
NOTHING_LEFT = "rules leave nothing to say: "


def silenced(rules: Sequence[Rule]) -> str:
    """The reason of a decision to say nothing because of these rules."""
    return SILENCED + rules[0].name


def nothing_left(rules: Iterable[str]) -> str:
    """The reason of a decision for which these rules, together, left nothing."""
    names = list(dict.fromkeys(rules))
    more = len(names) - MOST_NAMED
    named = "; ".join(names[:MOST_NAMED])
    return f"{NOTHING_LEFT}{named}{f'; and {more} more' if more > 0 else ''}"
