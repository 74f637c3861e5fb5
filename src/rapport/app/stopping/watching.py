"""Watching what goes out: flows and frameworks of which too much goes wrong stop by themselves.

Rapport looks every minute, and more often than that nothing is known. So what it looks at is
evidence that holds at every look (`rapport.science.alarm`): a brand whose rates lie at or below a
third of its limits for good sees a false stop, ever, in fewer than `ALPHA` of its flows and
measures. A stop by rule is entered in the audit log as Rapport's own, and only a person ends it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from rapport.app.wording.arm_words import arm_words
from rapport.core.blueprint import Blueprint
from rapport.core.deciding.arms import shares
from rapport.core.flow import Flow
from rapport.core.flows.limits import (
    ALERT,
    BOUNCES,
    COMPLAINTS,
    GUARDRAILS,
    MEASURES,
    SAMPLE_RATIO,
    UNSUBSCRIBES,
    StopWhen,
)
from rapport.core.oversight.stopping import FLOW, FRAMEWORK, Stop, Switch
from rapport.core.time import DAY, Instant, Millis
from rapport.ports import MessageCount, Watched
from rapport.science.alarm import Counted, evidence, ratio_evidence

WEEK: Millis = 7 * DAY
LOOKED_BACK = 26
"""Weeks that are counted; what began earlier has been seen."""

ALL = f"in the last {LOOKED_BACK} weeks"
RESUMED = "since it was resumed"
SAME_ARMS = "since the groups have been what they are"
"""What was counted: a sentence that does not say so would be wrong of what was before."""

ALPHA = 0.005
"""The chance, ever, of stopping one flow on one measure that is as it may be."""

RATIO_ALPHA = 0.001
ALERT_ALPHA = 0.1
"""The same for an alert, which only points."""

FEWEST = 50
"""Messages below which nothing is said."""

FEWEST_WRONG = 3
"""And so many must have gone wrong: one angry reader is one angry reader."""

STOP, WARN, FINE, TOO_FEW, OFF = "stop", "alert", "fine", "too few to tell", "off"

WORDS = {
    COMPLAINTS: ("were reported as spam", "messages that went out"),
    UNSUBSCRIBES: ("led to an opt-out", "messages that went out"),
    BOUNCES: ("met an address that is no more", "messages that were handed over"),
    GUARDRAILS: ("were held back by a guardrail", "messages that were written"),
}


def counted(row: MessageCount, measure: str) -> Counted:
    """How many messages there were, and how many of them went wrong."""
    wrong: Mapping[str, int] = {
        COMPLAINTS: row.complaints,
        UNSUBSCRIBES: row.unsubscribes,
        BOUNCES: row.bounces,
        GUARDRAILS: row.held_back,
    }
    besides = {GUARDRAILS: row.held_back, BOUNCES: row.turned_away}
    n = row.sent + besides.get(measure, 0)
    return Counted(n, min(wrong[measure], n))


class Verdict(Struct, frozen=True):
    """What one measure of one flow or framework says. `verdict` is stop, alert, fine, too few to
    tell, or off; `says` is for people."""

    switch: Switch
    measure: str
    verdict: str
    says: str
    n: int = 0
    wrong: int = 0
    limit: float = 0.0
    strength: float = 1.0


def look(watched: Watched, blueprint: Blueprint, now: Instant) -> list[Verdict]:
    """Every measure of every flow, then of every framework that several flows share.

    What a framework that only one flow uses goes through is that flow's to answer for.
    """
    release, brand = blueprint.releases[-1], blueprint.brand
    limits = release.brand.stop_when
    past = watched.past_stops(brand)
    oldest = now - LOOKED_BACK * WEEK
    rows = watched.message_counts(brand, oldest)
    found: list[Verdict] = []
    for flow in release.flows:
        switch = Switch(FLOW, flow.key)
        since = max(_resumed(past, switch), oldest)
        mine = rows if since == oldest else watched.message_counts(brand, since)
        mine = [row for row in mine if row.flow == flow.key]
        spoken = ALL if since == oldest else RESUMED
        found += [judge(switch, measure, mine, limits, spoken) for measure in MEASURES]
        found.append(_ratio(watched, blueprint, flow, since, spoken))
    for framework in release.frameworks:
        switch = Switch(FRAMEWORK, framework.key)
        since = max(_resumed(past, switch), oldest)
        mine = rows if since == oldest else watched.message_counts(brand, since)
        mine = [row for row in mine if row.framework == framework.key]
        if len({row.flow for row in mine}) > 1:
            spoken = ALL if since == oldest else RESUMED
            found += [judge(switch, measure, mine, limits, spoken) for measure in MEASURES]
    return found


def to_stop(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """Those to act on: one for each switch, the first."""
    first: dict[Switch, Verdict] = {}
    for one in verdicts:
        if one.verdict == STOP:
            first.setdefault(one.switch, one)
    return list(first.values())


def judge(
    switch: Switch,
    measure: str,
    rows: Iterable[MessageCount],
    limits: StopWhen,
    spoken: str = ALL,
) -> Verdict:
    """What this measure says of these rows: stop where the rate is at the limit or above and it is
    sure to be above the alert line, at whichever look; alert where it is likely above that line.

    `spoken` are the words for the time that the rows are of."""
    limit = limits.limit(measure)
    if limit <= 0.0:
        return Verdict(switch, measure, OFF, "not watched: switched off in brand.yaml")
    weeks = by_week((row.week, counted(row, measure)) for row in rows)
    n, wrong = sum(week.n for week in weeks), sum(week.k for week in weeks)
    found = evidence(weeks, limit * ALERT)
    since, enough = found.since, found.since.n >= FEWEST and found.since.k >= FEWEST_WRONG
    bad, of = WORDS[measure]
    if enough and found.strength >= 1.0 / ALPHA and since.k >= limit * since.n:
        says = (
            f"{since.k:,} of {since.n:,} {of} lately {bad} ({_share(since)}); at most "
            f"{_percent(limit)} may. This is no chance, however often one looks."
        )
        return Verdict(switch, measure, STOP, says, since.n, since.k, limit, found.strength)
    if enough and found.strength >= 1.0 / ALERT_ALPHA:
        says = (
            f"{since.k:,} of {since.n:,} {of} lately {bad} ({_share(since)}): more than the "
            f"{_percent(limit * ALERT)} that are borne. It stops by itself at {_percent(limit)}."
        )
        return Verdict(switch, measure, WARN, says, since.n, since.k, limit, found.strength)
    told = f"{wrong:,} of {n:,} {of} {spoken} {bad}" + (
        f" ({_share(Counted(n, wrong))})" if n else ""
    )
    few = n < FEWEST or n * limit < FEWEST_WRONG
    verdict = TOO_FEW if few else FINE
    says = f"{told}; {verdict}" if few else f"{told}; at most {_percent(limit)} may"
    return Verdict(switch, measure, verdict, says, n, wrong, limit, found.strength)


def by_week(counts: Iterable[tuple[int, Counted]]) -> list[Counted]:
    """Week by week from the first one on, those without a message among them."""
    sums: defaultdict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for week, one in counts:
        n, k = sums[week]
        sums[week] = (n + one.n, k + one.k)
    if not sums:
        return []
    return [Counted(*sums[week]) for week in range(min(sums), max(sums) + 1)]


def _ratio(
    watched: Watched, blueprint: Blueprint, flow: Flow, since: Instant, spoken: str
) -> Verdict:
    """Whether the arms have as many profiles as they should, since they last were changed."""
    release, switch = blueprint.releases[-1], Switch(FLOW, flow.key)
    if not release.brand.stop_when.sample_ratio:
        return Verdict(switch, SAMPLE_RATIO, OFF, "not watched: switched off in brand.yaml")
    if blueprint.arms_since > since:
        since, spoken = blueprint.arms_since, SAME_ARMS
    counts, meant = watched.entered(blueprint.brand, flow.key, since), shares(release.brand.arms)
    total = sum(counts.values())
    strength = ratio_evidence(counts, meant)
    there = ", ".join(
        f"{arm_words(arm)} {counts.get(arm, 0):,} instead of about {total * share:,.0f}"
        for arm, share in meant.items()
    )
    if total >= FEWEST and strength >= 1.0 / RATIO_ALPHA:
        says = (
            f"the groups are not as large as they should be: {there}. Something loses or adds "
            "people in one of them, and no comparison can be trusted until it is found"
        )
        return Verdict(switch, SAMPLE_RATIO, STOP, says, total, strength=strength)
    if total < FEWEST:
        says = (
            f"{total:,} {'person has' if total == 1 else 'people have'} entered {spoken}; {TOO_FEW}"
        )
        return Verdict(switch, SAMPLE_RATIO, TOO_FEW, says, total, strength=strength)
    says = f"the groups are as large as they should be, of {total:,} people who entered {spoken}"
    return Verdict(switch, SAMPLE_RATIO, FINE, says, total, strength=strength)


def _resumed(past: Sequence[Stop], switch: Switch) -> Instant:
    """When a person last let it go on after it had stopped by itself: it is counted anew."""
    return max((one.until for one in past if one.by_rule and one.switch == switch), default=0)


def _share(counted: Counted) -> str:
    return _percent(counted.k / counted.n)


def _percent(share: float) -> str:
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + " %"
