"""What may be chosen at a decision point: constraints come before any draw, each with its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod

from rapport.core.blueprint import DecisionPoint, Offer
from rapport.core.creative import CART, CONTENT_FACTORS, NO_OFFER, Framework, Level, Rule
from rapport.core.decision import Excluded
from rapport.core.policy import Policy
from rapport.core.proof import Shown, lacking
from rapport.core.rules import Rulings, is_joint, nothing_left, permitted
from rapport.core.signals import Moment, all_hold
from rapport.core.subject import Subject
from rapport.core.time import MINUTE, Instant, minute_of_day, next_minute_of_day

NO_MESSAGE = "no message is possible"
TOPIC_DECLINED = "topic declined"


def quiet_until(moment: Moment) -> Instant:
    """When messages may go out again; the moment itself where they may go out now."""
    brand = moment.release.brand
    if brand.quiet_from == brand.quiet_until:
        return moment.at
    now = minute_of_day(moment.at, moment.offset)
    if brand.quiet_from < brand.quiet_until:
        quiet = brand.quiet_from <= now < brand.quiet_until
    else:
        quiet = now >= brand.quiet_from or now < brand.quiet_until
    return next_minute_of_day(moment.at, brand.quiet_until, moment.offset) if quiet else moment.at


def cap_until(moment: Moment) -> Instant:
    """When the caps allow one more message; the moment itself where they do now."""
    free = moment.at
    times = sorted(note.at for note in moment.state.notes)
    for cap in moment.release.brand.caps:
        within = [at for at in times if at > moment.at - cap.window]
        if len(within) >= cap.count:
            # One more fits once the oldest of the last `count` falls out of the window.
            oldest = within[-cap.count] if cap.count > 0 else moment.at
            free = max(free, oldest + cap.window)
    return free


def time_instants(point: DecisionPoint, moment: Moment) -> dict[str, Instant]:
    """When each time level of the point would be, from the moment on."""
    return {
        level.key: next_minute_of_day(moment.at, level.minute_of_day, moment.offset)
        if level.minute_of_day >= 0
        else moment.at + level.after
        for level in point.times
    }


def permitted_times(
    point: DecisionPoint, rulings: Rulings
) -> tuple[tuple[str, ...], tuple[Excluded, ...]]:
    """The point's time levels that the rules leave, and by which rule each other one goes."""
    keys = tuple([level.key for level in point.times])
    kept, excluded = permitted("time", keys, rulings.levels)
    return kept, tuple(excluded)


def eligible_times(
    point: DecisionPoint, moment: Moment, give_up_at: Instant, keys: Sequence[str]
) -> tuple[dict[str, Instant], tuple[Excluded, ...]]:
    """Those of the time levels `keys` that lie outside quiet hours, within patience, and are not
    the same minute."""
    kept: dict[str, Instant] = {}
    excluded: list[Excluded] = []
    minutes: set[int] = set()
    for key, at in time_instants(point, moment).items():
        if key not in keys:
            continue
        then = moment.later(at)
        if quiet_until(then) > at:
            excluded.append(Excluded("time", key, "quiet hours"))
        elif at > give_up_at:
            excluded.append(Excluded("time", key, "too late to matter"))
        elif at // MINUTE in minutes:
            excluded.append(Excluded("time", key, "the same moment as another"))
        else:
            minutes.add(at // MINUTE)
            kept[key] = at
    return kept, tuple(excluded)


def next_free(point: DecisionPoint, moment: Moment, keys: Sequence[str]) -> Instant:
    """The soonest moment after one of the time levels `keys`, each of them quiet, at which
    messages may go out again.

    Where no time level is eligible, this is when to ask again; the moment itself where there is no
    such time.
    """
    frees = [
        quiet_until(moment.later(at))
        for key, at in time_instants(point, moment).items()
        if key in keys
    ]
    return min(frees, default=moment.at)


class Remaining:
    """Levels of each content factor, and the rules that bind several factors.

    Combinations are bits of one number, so that hundreds of rules cost microseconds: in
    `_allowed` a bit stands for one choice of a level for each factor.
    """

    def __init__(self, levels: Mapping[str, tuple[str, ...]], joint: Sequence[Rule]) -> None:
        self.levels = levels
        self.joint = joint
        self._masks: dict[str, dict[str, int]] = {}
        self._allowed = 0
        self._taken: list[int] = []
        """The combinations that each joint rule takes away."""
        if joint:
            self._masks = _masks(levels)
            self._allowed = (1 << prod(len(levels[f]) for f in CONTENT_FACTORS)) - 1
            self._taken = [self._matching(rule) for rule in joint]
            for taken in self._taken:
                self._allowed &= ~taken

    def _matching(self, rule: Rule) -> int:
        """The combinations that match every factor a rule names."""
        found = -1
        for factor, keys in rule.levels:
            masks = self._masks.get(factor, {})
            either = 0
            for key in keys:
                either |= masks.get(key, 0)
            found &= either
        return found

    def eligible(self, chosen: Mapping[str, str], factor: str) -> tuple[str, ...]:
        """Levels of `factor` that go with those chosen and leave every other factor a level."""
        if not self.joint:
            return self.levels[factor]
        left = self._allowed
        for other, key in chosen.items():
            left &= self._masks[other].get(key, 0)
        masks = self._masks[factor]
        return tuple([key for key in self.levels[factor] if left & masks[key]])

    def combinations(self) -> int:
        """How many whole messages can be made."""
        if not self.joint:
            return prod(len(self.levels[factor]) for factor in CONTENT_FACTORS)
        return self._allowed.bit_count()

    def possible(self) -> bool:
        """Whether any whole message can be made."""
        return all(self.eligible({}, factor) for factor in CONTENT_FACTORS)

    def unfinishable(self) -> list[Excluded]:
        """Levels that remain and that joint rules leave in no message, each with one of these."""
        gone = [
            (factor, key, mask)
            for factor, masks in self._masks.items()
            for key, mask in masks.items()
            if not self._allowed & mask
        ]
        named = ((factor, key, self._taker_of(mask)) for factor, key, mask in gone)
        return [Excluded(factor, key, name) for factor, key, name in named if name]

    def _taker_of(self, mask: int) -> str:
        """The first joint rule that takes some of these combinations away."""
        pairs = zip(self.joint, self._taken, strict=True)
        return next((rule.name for rule, taken in pairs if taken & mask), "")


def _masks(levels: Mapping[str, tuple[str, ...]]) -> dict[str, dict[str, int]]:
    """For each factor and level the combinations that it is in.

    Combinations are counted with the last factor the fastest, so a level's bits are a run of ones
    that comes again with a fixed period.
    """
    total = prod(len(levels[factor]) for factor in CONTENT_FACTORS)
    masks: dict[str, dict[str, int]] = {}
    outer = 1
    for factor in CONTENT_FACTORS:
        keys = levels[factor]
        if not total:
            masks[factor] = dict.fromkeys(keys, 0)
            continue
        run = total // (outer * len(keys))
        period = run * len(keys)
        again = ((1 << total) - 1) // ((1 << period) - 1)
        ones = ((1 << run) - 1) * again
        masks[factor] = {key: ones << (run * place) for place, key in enumerate(keys)}
        outer *= len(keys)
    return masks


class Choices(Remaining):
    """What remains at a moment, and by which rule each other level was taken away.

    `time` is the moment that was chosen; `rulings` are the rules that hold for this person now;
    offers are counted on `subject`.
    """

    def __init__(
        self,
        framework: Framework,
        policy: Policy,
        moment: Moment,
        rulings: Rulings,
        time: str,
        subject: Subject,
    ) -> None:
        self.excluded: list[Excluded] = []
        self._moment = moment
        self._subject = subject
        self._declined = frozenset(moment.state.consent.declined_topics)
        self._topic_declined = framework.topic is not None and framework.topic.key in self._declined
        self._rules = rulings.about(time)
        self._single = [rule for rule in self._rules if not is_joint(rule)]
        offers = self._eligible_offers(framework, policy)
        levels = {
            "offer": self._ruled("offer", offers),
            "tone": self._ruled("tone", self._welcome("tone", framework.tones)),
            "angle": self._ruled("angle", self._welcome("angle", framework.angles)),
            "visual": self._ruled("visual", self._welcome("visual", framework.visuals)),
        }
        super().__init__(levels, [rule for rule in self._rules if is_joint(rule)])
        if rulings.edition >= 1 and self.joint:
            self.excluded.extend(self.unfinishable())

    def impossible_because(self) -> str:
        """The reason where no whole message can be made: the rules that together left nothing, if
        it was them."""
        if self._topic_declined:
            return TOPIC_DECLINED
        names = {rule.name for rule in self._rules}
        empty = {factor for factor in CONTENT_FACTORS if not self.levels[factor]}
        blamed = [
            one.reason
            for one in self.excluded
            if one.reason in names and (not empty or one.factor in empty)
        ]
        if not empty:
            pairs = zip(self.joint, self._taken, strict=True)
            blamed += [rule.name for rule, taken in pairs if taken]
        return nothing_left(blamed) if blamed else NO_MESSAGE

    def _welcome(self, factor: str, levels: tuple[Level, ...]) -> tuple[str, ...]:
        """Levels whose topics the person has not declined."""
        kept = []
        for level in levels:
            if self._topic_declined or self._declined.intersection(level.topics):
                self.excluded.append(Excluded(factor, level.key, TOPIC_DECLINED))
            elif level.needs and (reason := self._lacking(level)):
                self.excluded.append(Excluded(factor, level.key, reason))
            else:
                kept.append(level.key)
        return tuple(kept)

    def _lacking(self, level: Level) -> str:
        """Why what the level needs is not there for what the message is about."""
        known = self._moment.products
        shown = []
        for line in self._subject.lines:
            product = known.get(line.product_id)
            shown.append(Shown(line.product_id, product.category if product else line.category))
        return lacking(level.needs, self._moment.release.brand, shown)

    def _ruled(self, factor: str, keys: tuple[str, ...]) -> tuple[str, ...]:
        kept, excluded = permitted(factor, keys, self._single)
        self.excluded.extend(excluded)
        return kept

    def _eligible_offers(self, framework: Framework, policy: Policy) -> tuple[str, ...]:
        kept = []
        for key in framework.offers:
            offer = self._moment.release.offer(key)
            reason = "unknown offer" if offer is None else self._offer_barrier(offer, policy)
            if reason:
                self.excluded.append(Excluded("offer", key, reason))
            else:
                kept.append(key)
        return tuple(kept)

    def _offer_barrier(self, offer: Offer, policy: Policy) -> str:
        if offer.key == NO_OFFER:
            return ""
        moment, subject = self._moment, self._subject
        total = subject.total
        if subject.about != CART and not total:
            return "no basket to count it on"
        if subject.currency not in ("", moment.release.brand.currency):
            return "basket in another currency"
        if offer.key in policy.closed_offers:
            return "budget used up"
        if total < offer.min_total:
            return "basket below the minimum"
        if not all_hold(offer.who, moment):
            return "not for this person"
        left = subject.margin - offer.cost_on(total)
        if total <= 0 or left < moment.release.brand.margin_floor * total:
            return "leaves too little margin"
        return ""
