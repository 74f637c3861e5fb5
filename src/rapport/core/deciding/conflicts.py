"""Rules that together leave nothing, as far as it can be seen before anybody is decided about.

Seen are rules for everybody, rules for one and the same audience, and audiences that lie within one
another ('bought in the last 14 days' within 'bought in the last 30'), on every day on which all of
them hold. Audiences that merely may overlap are not: where they do, the decision says nothing and
names the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_

from msgspec.structs import replace

from rapport.core.creative.framework import (
    CONTENT_FACTORS,
    FORBID,
    ONLY,
    SILENCE,
    Condition,
    Framework,
    Rule,
    without_time,
)
from rapport.core.person.signals import implies

Days = tuple[int | None, int | None]
"""The first and the last of some days, as of a rule; None where they have no end on that side."""

EVER: Days = (None, None)

Bits = int
"""Some of the rules that are looked at, the first of them as the lowest bit. A brand may have
hundreds, and each audience on each day on which one begins or ends has a set of its own."""

Conflict = tuple[str, tuple[str, ...], Days]
"""What is left nothing of, the names of the rules that it takes, each of them needed, and the days
on which all of these hold."""


def conflicts(
    framework: Framework,
    points: Mapping[str, Sequence[str]],
    rules: Sequence[Rule],
    following: Following | None = None,
) -> list[Conflict]:
    """Sets of rules that leave nothing, each once; those for most people first.

    `points` are the decision points that use the framework, each with the keys of its time levels;
    `rules` those of the brand and the framework's own. A set that shares a rule with one that
    leaves the same people nothing anyway is not told: it might name a rule that could stay.
    `following` is of these rules, and of others as well where several frameworks share it.
    """
    used = [rule for rule in rules if rule.concerns(framework.key)]
    grounds, at_moments = _grounds(framework, points, used)
    found: dict[Bits, str] = {}
    for together in _leaving_nothing(used, (*grounds, *at_moments), following or Following(used)):
        for some in (grounds, at_moments):
            told = False
            for what, takers in some:
                needed = _needed(takers, together)
                told = told or bool(needed)
                if needed and needed not in found and not _excused(needed, what, together, found):
                    found[needed] = what
            if told:
                break  # each moment on its own leaves nothing, then, either
    return [
        _conflict(what, [rule for i, rule in enumerate(used) if needed >> i & 1])
        for needed, what in found.items()
    ]


def _excused(needed: Bits, what: str, together: Bits, found: Mapping[Bits, str]) -> bool:
    """Whether another conflict of the same people shares one of the rules."""
    return any(
        what == of and known & needed and not known & ~together for known, of in found.items()
    )


def _conflict(what: str, rules: Sequence[Rule]) -> Conflict:
    firsts = [rule.first_day for rule in rules if rule.first_day is not None]
    lasts = [rule.last_day for rule in rules if rule.last_day is not None]
    days = (max(firsts, default=None), min(lasts, default=None))
    return what, tuple([rule.name for rule in rules]), days


def missing_levels(
    framework: Framework, points: Mapping[str, Sequence[str]], rule: Rule
) -> Iterator[str]:
    """Factors of which a rule leaves only levels that the framework, or one of its points, does not
    have: wherever the rule held, nothing could be said."""
    if rule.kind != ONLY or not rule.concerns(framework.key):
        return
    for factor, keys in rule.levels:
        if factor == "time":
            lacking = [name for name, times in points.items() if not set(keys) & set(times)]
            if lacking:
                yield f"time at point {lacking[0]}"
        elif not set(keys) & set(framework.keys(factor)):
            yield factor


Ground = tuple[str, Sequence[Bits]]
"""Something that there must be some of: what it is, and of each of it by which rules it is taken.
Left out is what goes wherever something else does: no set of rules takes that alone."""


def _grounds(
    framework: Framework, points: Mapping[str, Sequence[str]], rules: Sequence[Rule]
) -> tuple[list[Ground], list[Ground]]:
    """Those of messages and of moments, each by itself; and those of messages at their moments."""
    content = [(factor, framework.keys(factor)) for factor in CONTENT_FACTORS]
    grounds = [_ground("message", content, [without_time(rule) for rule in rules])]
    at_moments = []
    for point, keys in points.items():
        times = ("time", keys)
        grounds.append(_ground(f"time at point {point}", [times], list(map(_timely, rules))))
        if any(map(_depends, rules)):
            at_moments.append(_ground(f"message at point {point}", [*content, times], rules))
    return grounds, at_moments


def _ground(
    what: str, levels: Sequence[tuple[str, Sequence[str]]], rules: Sequence[Rule | None]
) -> Ground:
    """That of all combinations of these levels, of each factor one."""
    beside = {factor: dict.fromkeys(keys, 0) for factor, keys in levels}
    forbidding = fixing = 0
    for i, rule in enumerate(rules):
        if rule is None or rule.kind == SILENCE:
            continue
        if rule.kind == ONLY:
            fixing |= 1 << i
        else:
            forbidding |= 1 << i
        for factor, named in rule.levels:
            for key in beside[factor].keys() - named:
                beside[factor][key] |= 1 << i
    # By the rules that name another level in one factor or more: 'only' takes what these are
    # beside, and 'forbid' what none of its factors is.
    others = {0}
    for by_key in beside.values():
        others = {one | more for one in others for more in by_key.values()}
    return what, _least({forbidding & ~one | fixing & one for one in others})


def _least(takers: Iterable[Bits]) -> list[Bits]:
    """Those in which no other one lies."""
    least: list[Bits] = []
    for one in sorted(takers, key=int.bit_count):
        if all(known & ~one for known in least):
            least.append(one)
    return least


def _depends(rule: Rule) -> bool:
    """Whether it takes messages away at some moments."""
    return len(rule.levels) > 1 and any(factor == "time" for factor, _ in rule.levels)


def _timely(rule: Rule) -> Rule | None:
    """What a rule says about the moment alone."""
    time = tuple(pair for pair in rule.levels if pair[0] == "time")
    if not time or (rule.kind == FORBID and len(rule.levels) > 1):
        return None
    return replace(rule, levels=time)


def _needed(takers: Sequence[Bits], together: Bits) -> Bits:
    """Of rules that together take everything, such as could not go; none where they do not.

    It is as if each went in turn, the first one first, unless something would be left. So whoever
    is the last to take something stays, where none that takes it as well stayed before.
    """
    kept = 0
    for some in sorted([together & one for one in takers]):
        if not some:
            return 0
        if not some & kept:
            kept |= 1 << (some.bit_length() - 1)
    return kept


# --- Audiences ---------------------------------------------------------------------------------


class Following:
    """What follows from each of the conditions in `rules`, as bits of these conditions."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        every = dict.fromkeys(one for rule in rules for one in (*rule.when, *rule.any_of))
        self._bits = {one: 1 << i for i, one in enumerate(every)}
        alike: dict[str, list[Condition]] = {}
        for one in every:
            alike.setdefault(one.signal, []).append(one)
        self._from = {
            one: self.all_of(other for other in alike[one.signal] if implies(one, other))
            for one in every
        }

    def all_of(self, conditions: Iterable[Condition]) -> int:
        return reduce(or_, map(self._bits.__getitem__, conditions), 0)

    def known(self, audience: Iterable[Condition]) -> int:
        """All that is true of everybody in the audience."""
        return reduce(or_, map(self._from.__getitem__, audience), 0)


def _leaving_nothing(
    rules: Sequence[Rule], grounds: Sequence[Ground], following: Following
) -> list[Bits]:
    """The rules that hold for everybody in one of their audiences on one and the same day, and
    leave nothing of a ground; of each such set those that take anything, and the smallest first.
    Where one of them says nothing at all, that is what was asked for.
    """
    silent = sum(1 << i for i, rule in enumerate(rules) if rule.kind == SILENCE)
    taking = reduce(or_, (one for _, takers in grounds for one in takers), 0)
    days = list(dict.fromkeys(_days(rules)))
    places: dict[Bits, tuple[int, int] | None] = {}
    for audience in _audiences(rules, following):
        if not _leaves_nothing(grounds, audience):
            continue  # most do not, even if all days were one
        for day in days:
            held = audience & day
            if held & silent:
                continue
            together = held & taking
            if together not in places:
                none_left = _leaves_nothing(grounds, together)
                places[together] = (held.bit_count(), len(places)) if none_left else None
            elif (known := places[together]) and held.bit_count() < known[0]:
                places[together] = (held.bit_count(), len(places))
    found = [(place, together) for together, place in places.items() if place]
    return [together for _, together in sorted(found)]


def _leaves_nothing(grounds: Sequence[Ground], together: Bits) -> bool:
    return any(takers and all(map(together.__and__, takers)) for _, takers in grounds)


def _audiences(rules: Sequence[Rule], following: Following) -> list[Bits]:
    """The rules that hold for everybody in each of their audiences, each set once."""
    asked: dict[tuple[int, int], Bits] = {}
    for i, rule in enumerate(rules):
        of = following.all_of(rule.when), following.all_of(rule.any_of)
        asked[of] = asked.get(of, 0) | 1 << i
    ways: list[tuple[Condition, ...]] = []
    for rule in rules:  # each has one audience for each way to belong to it
        ways += [(*rule.when, one) for one in rule.any_of] or [rule.when]
    known = dict.fromkeys(map(following.known, ways))
    return list(dict.fromkeys(_holding(asked, of) for of in known))


def _holding(asked: Mapping[tuple[int, int], Bits], known: int) -> Bits:
    """The rules all of whose conditions follow from what is known, and one of their others."""
    return sum(
        bits
        for (every, some), bits in asked.items()
        if not every & ~known and (not some or some & known)
    )


def _days(rules: Sequence[Rule]) -> Iterator[Bits]:
    """The rules that hold before all days that rules name, and then on each day on which that
    changes."""
    changes: dict[int, Bits] = {}
    held = 0
    for i, rule in enumerate(rules):
        first, last = rule.first_day, rule.last_day
        if first is not None and last is not None and last < first:
            continue  # never
        if first is None:
            held |= 1 << i
        else:
            changes[first] = changes.get(first, 0) ^ 1 << i
        if last is not None:
            changes[last + 1] = changes.get(last + 1, 0) ^ 1 << i
    yield held
    for day in sorted(changes):
        held ^= changes[day]
        yield held
