"""What may be chosen at a decision point: constraints come before any draw, each with its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapport.core.blueprint import DecisionPoint, Offer
from rapport.core.creative import CONTENT_FACTORS, NO_OFFER, Framework, Level, Rule
from rapport.core.decision import Excluded
from rapport.core.policy import Policy
from rapport.core.signals import Moment, all_hold, margin_of
from rapport.core.state import Checkout
from rapport.core.time import MINUTE, Instant, minute_of_day, next_minute_of_day


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


def eligible_times(
    point: DecisionPoint, moment: Moment, give_up_at: Instant
) -> tuple[dict[str, Instant], tuple[Excluded, ...]]:
    """Time levels that lie outside quiet hours, within patience, and are not the same minute."""
    kept: dict[str, Instant] = {}
    excluded: list[Excluded] = []
    minutes: set[int] = set()
    for key, at in time_instants(point, moment).items():
        then = Moment(moment.state, at, moment.release, moment.products)
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


def next_free(point: DecisionPoint, moment: Moment) -> Instant:
    """The soonest moment after a quiet time level at which messages may go out again.

    Where no time level is eligible, this is when to ask again; the moment itself where there is no
    such time.
    """
    frees = [
        quiet_until(Moment(moment.state, at, moment.release, moment.products))
        for at in time_instants(point, moment).values()
    ]
    return min(frees, default=moment.at)


def in_stock(checkout: Checkout, moment: Moment) -> bool:
    """Whether at least one product of the checkout can be bought now, as far as is known."""
    if not checkout.lines:
        return True
    products = moment.products
    return any(
        (product := products.get(line.product_id)) is None or product.stock != 0
        for line in checkout.lines
    )


class Remaining:
    """Levels of each content factor, and the rules that bind several factors."""

    def __init__(self, levels: Mapping[str, tuple[str, ...]], joint: Sequence[Rule]) -> None:
        self.levels = levels
        self.joint = joint

    def eligible(self, chosen: Mapping[str, str], factor: str) -> tuple[str, ...]:
        """Levels of `factor` that go with those chosen and leave every other factor a level."""
        if not self.joint:
            return self.levels[factor]
        rest = [f for f in CONTENT_FACTORS if f != factor and f not in chosen]
        return tuple(
            level
            for level in self.levels[factor]
            if self._completes({**chosen, factor: level}, rest)
        )

    def possible(self) -> bool:
        """Whether any whole message can be made."""
        return all(self.eligible({}, factor) for factor in CONTENT_FACTORS)

    def _completes(self, chosen: Mapping[str, str], rest: Sequence[str]) -> bool:
        if any(_forbids(rule, chosen) for rule in self.joint):
            return False
        if not rest:
            return True
        factor, *others = rest
        return any(self._completes({**chosen, factor: k}, others) for k in self.levels[factor])


class Choices(Remaining):
    """What remains at a moment, and by which rule each other level was taken away."""

    def __init__(self, framework: Framework, policy: Policy, moment: Moment) -> None:
        self.excluded: list[Excluded] = []
        self._moment = moment
        active = [rule for rule in framework.rules if all_hold(rule.when, moment)]
        offers = self._eligible_offers(framework, policy)
        levels = {
            "offer": self._ruled("offer", offers, active),
            "tone": self._ruled("tone", self._welcome("tone", framework.tones), active),
            "angle": self._ruled("angle", self._welcome("angle", framework.angles), active),
            "visual": self._ruled("visual", self._welcome("visual", framework.visuals), active),
        }
        super().__init__(levels, [rule for rule in active if len(rule.levels) > 1])

    def _welcome(self, factor: str, levels: tuple[Level, ...]) -> tuple[str, ...]:
        """Levels whose topics the person has not declined."""
        declined = set(self._moment.state.consent.declined_topics)
        kept = []
        for level in levels:
            if declined.intersection(level.topics):
                self.excluded.append(Excluded(factor, level.key, "topic declined"))
            else:
                kept.append(level.key)
        return tuple(kept)

    def _ruled(self, factor: str, keys: tuple[str, ...], rules: list[Rule]) -> tuple[str, ...]:
        kept = list(keys)
        for rule in rules:
            if len(rule.levels) == 1 and rule.levels[0][0] == factor:
                for key in rule.levels[0][1]:
                    if key in kept:
                        kept.remove(key)
                        self.excluded.append(Excluded(factor, key, rule.name))
        return tuple(kept)

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
        moment, checkout = self._moment, self._moment.state.checkout
        if checkout is None:
            return "no basket to count it on"
        if checkout.currency not in ("", moment.release.brand.currency):
            return "basket in another currency"
        if offer.key in policy.closed_offers:
            return "budget used up"
        if checkout.total < offer.min_total:
            return "basket below the minimum"
        if not all_hold(offer.who, moment):
            return "not for this person"
        brand = moment.release.brand
        margin = (
            margin_of(checkout.lines, moment.products, brand.margin_rate)
            if checkout.lines
            else checkout.total * brand.margin_rate
        )
        left = margin - offer.cost_on(checkout.total)
        if checkout.total <= 0 or left < brand.margin_floor * checkout.total:
            return "leaves too little margin"
        return ""


def _forbids(rule: Rule, chosen: Mapping[str, str]) -> bool:
    return all(chosen.get(factor) in levels for factor, levels in rule.levels)
