"""What may be chosen at a decision point: constraints come before any draw, each with its name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from rapport.core.creative.framework import (
    CART,
    CONTENT_FACTORS,
    NO_OFFER,
    SILENCE,
    Condition,
    Framework,
    Level,
    Rule,
    declines,
)
from rapport.core.creative.proof import Shown, lacking
from rapport.core.creative.speaking import speaker_of
from rapport.core.deciding.had import had_rules, known_of
from rapport.core.deciding.in_language import Spoken, languages_of, spoken_to
from rapport.core.deciding.margin import too_little
from rapport.core.deciding.reasons import (
    ALL_SAID,
    ALL_SAID_IN_LANGUAGE,
    BELOW_MINIMUM,
    BUDGET_USED_UP,
    NO_BASKET,
    NO_MESSAGE,
    NOT_FOR_THEM,
    NOT_IN_LANGUAGE,
    OTHER_CURRENCY,
    QUIET_HOURS,
    SAME_MOMENT,
    TOO_LATE,
    TOO_LITTLE_MARGIN,
    TOPIC_DECLINED,
    UNKNOWN_OFFER,
    UNKNOWN_TOTAL,
)
from rapport.core.deciding.remaining import Remaining
from rapport.core.deciding.repeats import SAID_BEFORE
from rapport.core.deciding.rules import Rulings, is_joint, nothing_left, permitted, silenced
from rapport.core.deciding.subject import Subject
from rapport.core.decision import Excluded
from rapport.core.editions import (
    CHOICES_KEPT,
    IN_THEIR_LANGUAGE,
    RULES_NAMED,
    VARIANTS_APART,
    WORDS_REMEMBERED,
)
from rapport.core.flow import DecisionPoint
from rapport.core.offer import Offer
from rapport.core.person.signals import Moment, all_hold
from rapport.core.policy.policy import Policy
from rapport.core.time import MINUTE, Instant, minute_of_day, next_minute_of_day

Levels = tuple[tuple[str, tuple[str, ...]], ...]
"""As of `rapport.core.creative.framework.Rule`."""


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
            excluded.append(Excluded("time", key, QUIET_HOURS))
        elif at > give_up_at:
            excluded.append(Excluded("time", key, TOO_LATE))
        elif at // MINUTE in minutes:
            excluded.append(Excluded("time", key, SAME_MOMENT))
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


class Asked(Struct, frozen=True, gc=False):
    """All that choices depend on besides the language; `time` is the moment that was chosen."""

    framework: Framework
    point: str
    policy: Policy
    moment: Moment
    rulings: Rulings
    time: str
    subject: Subject


def choices_for(asked: Asked) -> Choices:
    """What remains, in the first of the languages that this person is written to in which anything
    does. It is the same in every arm, so whoever gets no message is like those who get one."""
    *first, last = spoken_to(asked.moment, asked.framework, asked.point)
    for spoken in first:
        choices = Choices(asked, spoken)
        if choices.possible():
            return choices.named()
    return Choices(asked, last).named()


class Choices(Remaining):
    """What remains at a moment, in one language, and by which rule each other level was taken away.

    `rulings` are the rules that hold for this person now; offers are counted on `subject`.
    `not_in_language` are combinations that cannot be said in it and of which every level is there
    with others.
    """

    def __init__(self, asked: Asked, spoken: Spoken) -> None:
        framework, moment, rulings = asked.framework, asked.moment, asked.rulings
        self.excluded: list[Excluded] = []
        self.combinations_said: tuple[Levels, ...] = ()
        self.framework = framework
        self.moment = moment
        self.subject = asked.subject
        self.edition = rulings.edition
        self.language = spoken.language
        self._declined = frozenset(moment.state.consent.declined_topics)
        self._topic_declined = framework.topic is not None and self._declines(framework.topic.key)
        self._rules = [*rulings.about(asked.time), *spoken.unsayable]
        self._single = [rule for rule in self._rules if not is_joint(rule)]
        offers = self._eligible_offers(framework, asked.policy)
        levels = {
            "offer": self._ruled("offer", offers),
            "tone": self._ruled("tone", self._welcome("tone", framework.tones)),
            "angle": self._ruled("angle", self._welcome("angle", framework.angles)),
            "visual": self._ruled("visual", self._welcome("visual", framework.visuals)),
        }
        self.not_in_language = tuple(_among(levels, spoken.unsayable))
        super().__init__(levels, [rule for rule in self._rules if is_joint(rule)])
        self._left_by_rules = 0
        """The combinations that rules alone leave, where a language takes some."""

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

    def _declines(self, topic: str) -> bool:
        if self.edition < CHOICES_KEPT:
            return topic in self._declined
        return declines(self._declined, topic)

    @property
    def all_said(self) -> str:
        """The reason where everything was said to them before."""
        abroad = self.language != self.moment.release.brand.language
        return ALL_SAID_IN_LANGUAGE if abroad else ALL_SAID

    def named(self) -> Choices:
        """The same, with the levels that joint rules leave in no message among what is excluded."""
        if self.edition >= RULES_NAMED and self.joint:
            if self.not_in_language:
                pairs = zip(self.joint, self._taken, strict=True)
                self._left_by_rules = -1
                for taken in [taken for rule, taken in pairs if rule.name != NOT_IN_LANGUAGE]:
                    self._left_by_rules &= ~taken
            self.excluded.extend(self.unfinishable())
        return self

    def _taker_of(self, mask: int) -> str:
        """The language, where rules would have left some of these."""
        return NOT_IN_LANGUAGE if self._left_by_rules & mask else super()._taker_of(mask)

    def _welcome(self, factor: str, levels: tuple[Level, ...]) -> tuple[str, ...]:
        """Levels whose topics the person has not declined."""
        kept = []
        for level in levels:
            if self._topic_declined or any(map(self._declines, level.topics)):
                self.excluded.append(Excluded(factor, level.key, TOPIC_DECLINED))
            elif level.needs and (reason := self._needing(level)):
                self.excluded.append(Excluded(factor, level.key, reason))
            else:
                kept.append(level.key)
        return tuple(kept)

    def _needing(self, level: Level) -> str:
        """Why what a level needs is not there; a lack of this language alone is told as one."""
        usual = self.moment.release.brand.language
        reason = needing(level, self.subject, self.moment, self.language)
        if reason and self.language != usual:
            return needing(level, self.subject, self.moment, usual) or NOT_IN_LANGUAGE
        return reason

    def _ruled(self, factor: str, keys: tuple[str, ...]) -> tuple[str, ...]:
        kept, excluded = permitted(factor, keys, self._single)
        self.excluded.extend(excluded)
        return kept

    def _eligible_offers(self, framework: Framework, policy: Policy) -> tuple[str, ...]:
        kept = []
        for key in framework.offers:
            offer = self.moment.release.offer(key)
            reason = (
                offer_barrier(offer, self.subject, self.moment, policy.closed_offers)
                if offer
                else UNKNOWN_OFFER
            )
            if reason:
                self.excluded.append(Excluded("offer", key, reason))
            else:
                kept.append(key)
        return tuple(kept)


def needing(level: Level, subject: Subject, moment: Moment, language: str) -> str:
    """Why what the level needs is not there for what the message is about, to be said in this
    language; empty where it is."""
    known = moment.products
    shown = []
    for line in subject.lines:
        product = known.get(line.product_id)
        shown.append(Shown(line.product_id, product.category if product else line.category))
    if moment.release.edition >= VARIANTS_APART:
        shown = list(dict.fromkeys(shown))
    return lacking(level.needs, moment.release.brand, shown, language)


def _among(levels: Mapping[str, tuple[str, ...]], rules: Sequence[Rule]) -> Iterator[Levels]:
    """What joint rules say of these levels."""
    for rule in rules:
        if is_joint(rule):
            named = [(f, tuple([k for k in keys if k in levels[f]])) for f, keys in rule.levels]
            if all(keys for _, keys in named):
                yield tuple(named)


def offer_barrier(
    offer: Offer,
    subject: Subject,
    moment: Moment,
    closed: Collection[str],
    suits: Callable[[tuple[Condition, ...], Moment], bool] = all_hold,
) -> str:
    """Why an offer may not go into a message about the subject; empty where it may.

    `closed` are offers whose budget is used up; `suits` says whether the person is one for whom an
    offer with these conditions is.
    """
    if offer.key == NO_OFFER:
        return ""
    brand, total = moment.release.brand, subject.total
    if subject.about != CART and not total:
        return NO_BASKET
    if subject.currency not in ("", brand.currency):
        return OTHER_CURRENCY
    if offer.key in closed:
        return BUDGET_USED_UP
    if subject.unknown:
        return UNKNOWN_TOTAL
    if total < offer.min_total:
        return BELOW_MINIMUM
    if not suits(offer.who, moment):
        return NOT_FOR_THEM
    if too_little(subject.margin - offer.cost_on(total), total, brand, moment.release.edition):
        return TOO_LITTLE_MARGIN
    return ""


def ruled_out(rulings: Rulings, choices: Choices | None) -> tuple[str, tuple[Excluded, ...]]:
    """Why rules leave nothing to say to anybody, whatever their arm; empty where they leave it."""
    if rulings.silence:
        silent = tuple([Excluded("send", "send", rule.name) for rule in rulings.silence])
        return silenced(rulings.silence), silent
    if rulings.edition >= RULES_NAMED and choices and not choices.possible():
        return choices.impossible_because(), tuple(choices.excluded)
    return "", ()


class Unsaid(Remaining):
    """What is left of `choices` once what the person was told already is taken away.

    `said` are the rules of `rapport.core.deciding.had`. Levels of which all was said are excluded
    by name; `combinations_said` are those of which every level is still there with others.
    """

    def __init__(self, choices: Choices, said: Sequence[Rule]) -> None:
        single = [rule for rule in said if not is_joint(rule)]
        joint = [rule for rule in said if is_joint(rule)]
        levels: dict[str, tuple[str, ...]] = {}
        self.excluded = list(choices.excluded)
        for factor, keys in choices.levels.items():
            levels[factor], excluded = permitted(factor, keys, single)
            self.excluded += excluded
        if any(rule.kind == SILENCE for rule in said):
            levels = dict.fromkeys(levels, ())
        self.combinations_said = tuple([rule.levels for rule in joint])
        self.not_in_language = choices.not_in_language
        super().__init__(levels, (*choices.joint, *joint))
        known = {(one.factor, one.level) for one in self.excluded}
        more = [one for one in self.unfinishable() if (one.factor, one.level) not in known]
        if choices.moment.release.edition >= IN_THEIR_LANGUAGE:
            # Something of each was left until then.
            more = [Excluded(one.factor, one.level, SAID_BEFORE) for one in more]
        self.excluded += more


def unsaid(choices: Choices, point: str, name: str) -> Choices | Unsaid:
    """What of `choices` was not said to the person yet: all of it where nothing was.

    `name` is what the run's subject is called.
    """
    moment, subject = choices.moment, choices.subject
    had = frozenset(moment.state.had)
    if not had or choices.edition < WORDS_REMEMBERED:
        return choices
    about, languages = known_of(moment, subject, name), languages_of(moment)
    if moment.release.edition >= IN_THEIR_LANGUAGE:
        languages = (choices.language, choices.language)  # nothing of another one is left
    speaker = speaker_of(moment.release)
    said = had_rules(choices.framework, point, languages, choices.levels, had, about, speaker)
    return Unsaid(choices, said) if said else choices
