"""The whole matrix of a framework: every message that it can make for one person, and what stands
against those that don't work.

Each message is written by the writer that writes the real ones, so what is shown is what would go
out. Nothing is recorded and nothing is sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.frameworks.preview_languages import unsaid_in
from rapport.app.messages.links import Links
from rapport.app.messages.made_up import made_up_send, products_for, shop_window
from rapport.app.messages.matter import Matter, example
from rapport.app.messages.write import Writer, WriteRequest
from rapport.app.wording.languages import language_name
from rapport.app.wording.level_words import money
from rapport.core.blueprint import Release
from rapport.core.brand import Brand
from rapport.core.catalogue import Product
from rapport.core.creative.coverage import languages_of, missing_slots, moments_at, points_of
from rapport.core.creative.fixed_words_brought import with_brought
from rapport.core.creative.framework import (
    CONTENT_FACTORS,
    SILENCE,
    Action,
    Block,
    Condition,
    Framework,
    Level,
    Rule,
    barring,
    choose_blocks,
    declines,
)
from rapport.core.creative.message import Finding, Message
from rapport.core.deciding.eligible import needing, offer_barrier
from rapport.core.deciding.reasons import BELOW_MINIMUM, TOPIC_DECLINED
from rapport.core.deciding.rules import Known, applying, brand_rules
from rapport.core.deciding.subject import Subject, of_lines
from rapport.core.effects import Send
from rapport.core.events import Contact
from rapport.core.guardrails import SLOT_RULES
from rapport.core.offer import Offer
from rapport.core.person.predictions import Predictions
from rapport.core.person.signals import Moment, all_hold, compares
from rapport.core.state import Basket, ProfileState
from rapport.core.time import Instant, day_number
from rapport.core.triggers import product_of

RULE, UNAPPROVED, NEEDS, OFFER = "rule", "not approved", "needs", "offer"
PERSON, TOPIC = "person", "topic"
"""Findings: that nothing may be sent to the person, and that they declined what it is of."""

WORKS, BARRED, BROKEN = "works", "barred", "broken"
"""What a combination may be: fit to send, taken away from the person (by a rule, an offer's
conditions, because it is not in their language though others are, or because nothing may be sent to
them), or broken."""


class Place(Struct, frozen=True, order=True):
    """One place of the matrix."""

    point: str
    language: str
    offer: str
    tone: str
    angle: str
    visual: str

    @property
    def action(self) -> Action:
        return Action(offer=self.offer, tone=self.tone, angle=self.angle, visual=self.visual)


class Cell(Struct, frozen=True):
    """What became of one combination. The parts are empty where a rule bars it.

    `against` holds everything that stands against sending it, each with the place to go to.
    """

    place: Place
    state: str
    subject: str = ""
    preheader: str = ""
    html: str = ""
    text: str = ""
    blocks: tuple[str, ...] = ()
    against: tuple[Finding, ...] = ()
    message: Message | None = None
    """All of it, as it would be handed to a sender."""


class Seen(Struct, frozen=True):
    """Whom the messages are for, and what is known of them.

    `words` says in a line who it is, for the head of a page. `known` gives a signal's value, None
    where there is none, as rules ask for it. `matters` is what messages are about, by what a
    framework says it is about; where one is not there, the catalogue gives an example.
    """

    words: str
    contact: Contact
    known: Known
    products: Mapping[str, Product]
    matters: Mapping[str, Matter] = {}
    items: int = 2
    """How many products an example has."""
    state: ProfileState | None = None
    """What the brand knows of them; None for somebody made up."""
    predictions: Predictions | None = None
    unreachable: str = ""
    """Why nothing may be sent to them at all; empty where it may."""
    closed_offers: frozenset[str] = frozenset()
    """Offers whose budget is used up."""

    def matter(self, framework: Framework, release: Release) -> Matter:
        """What a message of the framework is about for this person."""
        found = self.matters.get(framework.about)
        if found is not None:
            return found
        fitting = products_for(release, framework, self.products)
        window = shop_window(fitting.values(), self.items)
        shown = {product.id: product for product in window}
        return replace(example(framework.about, shown, self.items), proven=True)

    def suits(self, who: Sequence[Condition], moment: Moment) -> bool:
        """Whether they are one for whom an offer with these conditions is. Of somebody made up what
        nobody said counts as met: so the offer's messages can be seen."""
        if self.state is not None:
            return all_hold(tuple(who), moment)
        values = ((condition, self.known(condition.signal)) for condition in who)
        return all(value is None or compares(condition, value) for condition, value in values)


class Wanted(Struct, frozen=True):
    """The part of the matrix that is asked for; an empty tuple asks for all of a factor."""

    points: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    levels: Mapping[str, tuple[str, ...]] = {}

    def of(self, factor: str, keys: Sequence[str]) -> list[str]:
        asked = self.levels.get(factor, ())
        return [key for key in keys if not asked or key in asked]


class Places(Struct, frozen=True):
    """What is known of the files that a release was read from.

    `by_block` are mistakes in the words of blocks, by the block's id, `by_visual` those of layouts,
    by framework and visual: they stand against every message that has them. `by_rule` is the file
    and line of each rule, by framework and name; the framework is empty for the brand's own.
    """

    by_block: Mapping[str, tuple[Finding, ...]] = {}
    by_visual: Mapping[tuple[str, str], tuple[Finding, ...]] = {}
    by_rule: Mapping[tuple[str, str], str] = {}


class Preview:
    """Previews of one release."""

    def __init__(self, writer: Writer, release: Release, places: Places = Places()) -> None:  # noqa: B008 (frozen)
        self._writer = writer
        self._release = release
        self._files = places

    def with_framework(self, framework: Framework) -> Preview:
        """The same of a release in which this is the framework of its key, and the fixed words are
        there that come with its languages."""
        frameworks = tuple(
            framework if one.key == framework.key else one for one in self._release.frameworks
        )
        brand = with_brought(self._release.brand, {one.language for one in framework.blocks})
        release = replace(self._release, frameworks=frameworks, brand=brand)
        return Preview(self._writer, release, self._files)

    def with_links(self, links: Links) -> Preview:
        """The same, with other links in its messages."""
        return Preview(self._writer.with_links(links), self._release, self._files)

    def places(self, framework: Framework, wanted: Wanted = Wanted()) -> Iterator[Place]:  # noqa: B008 (frozen)
        """Every place of the matrix: language by language, point by point. Where no flow names the
        framework, there is one point without a name."""
        usual = self._release.brand.language
        points = points_of(self._release.flows, framework.key) or ("",)
        chosen = [point for point in points if not wanted.points or point in wanted.points]
        languages = languages_of(framework, usual)
        spoken = [one for one in languages if not wanted.languages or one in wanted.languages]
        keys = [wanted.of(factor, framework.keys(factor)) for factor in CONTENT_FACTORS]
        for language, point, (offer, tone, angle, visual) in product(
            spoken, chosen, product(*keys)
        ):
            yield Place(point, language, offer, tone, angle, visual)

    def cells(
        self,
        framework: Framework,
        seen: Seen,
        at: Instant,
        wanted: Wanted = Wanted(),  # noqa: B008 (frozen)
    ) -> Iterator[Cell]:
        """The messages of a framework as this person would get them at `at`."""
        matter = seen.matter(framework, self._release)
        for place, barred in self._with_what_bars(framework, seen, at, wanted, matter):
            if barred:
                yield Cell(place, BARRED, against=barred)
            else:
                yield self._written(framework, place, seen, matter, at)

    def barred(
        self,
        framework: Framework,
        seen: Seen,
        at: Instant,
        wanted: Wanted = Wanted(),  # noqa: B008 (frozen)
    ) -> Iterator[tuple[Place, tuple[Finding, ...]]]:
        """Every place, with what takes its message away from this person: nothing is written."""
        matter = seen.matter(framework, self._release)
        return self._with_what_bars(framework, seen, at, wanted, matter)

    def _with_what_bars(
        self, framework: Framework, seen: Seen, at: Instant, wanted: Wanted, matter: Matter
    ) -> Iterator[tuple[Place, tuple[Finding, ...]]]:
        rules = self._rules(framework, seen, at)
        moments = moments_at(self._release.flows, framework.key)
        barriers: dict[str, dict[tuple[str, str], Finding]] = {}
        unsaid: dict[tuple[str, str], Mapping[Action, tuple[Finding, ...]]] = {}

        def against(place: Place) -> tuple[Finding, ...]:
            levels = ((factor, getattr(place, factor)) for factor in CONTENT_FACTORS)
            if place.language not in barriers:
                there = self._barriers(framework, seen, at, matter, place.language)
                barriers[place.language] = there
            known = barriers[place.language]
            barred = barring(rules, place.action, moments.get(place.point, ()))
            named = (self._barred(rule, framework) for rule in barred)
            return (*named, *(known[level] for level in levels if level in known))

        def in_language(place: Place) -> tuple[Finding, ...]:
            said_as = language, point = place.language, place.point
            if said_as not in unsaid:
                every = self.places(framework, Wanted((point,), (language,)))
                left = [one.action for one in every if not against(one)]
                unsaid[said_as] = unsaid_in(language, self._release, framework, point, left)
            return unsaid[said_as].get(place.action, ())

        for place in self.places(framework, wanted):
            if seen.unreachable:
                yield place, (Finding(PERSON, "", seen.unreachable, "nothing is sent to them"),)
            else:
                yield place, against(place) or in_language(place)

    def _barriers(
        self, framework: Framework, seen: Seen, at: Instant, matter: Matter, language: str
    ) -> dict[tuple[str, str], Finding]:
        """What stands against single levels for this person and what the message is about, by
        factor and level, as a decision would find it for who reads a language."""
        release = self._release
        state = seen.state or ProfileState(seen.words)
        moment = Moment(state, at, release, seen.products, seen.predictions)
        subject = _counted(moment, matter)
        found: dict[tuple[str, str], Finding] = {}
        for key in framework.offers:
            offer = release.offer(key)
            if offer is not None:
                why = offer_barrier(offer, subject, moment, seen.closed_offers, seen.suits)
                if why:
                    advice = _advice(why, offer, subject, release.brand)
                    found["offer", key] = Finding(OFFER, key, why, advice)
        declined = frozenset(state.consent.declined_topics)
        of_all = framework.topic is not None and declines(declined, framework.topic.key)
        for factor, levels in _levels(framework):
            for level in levels:
                if of_all or any(declines(declined, topic) for topic in level.topics):
                    found[factor, level.key] = Finding(TOPIC, level.key, TOPIC_DECLINED, "")
                elif level.needs and (lacks := needing(level, subject, moment, language)):
                    if not needing(level, subject, moment, release.brand.language):
                        lacks += f" in {language_name(language)}"
                    found[factor, level.key] = Finding(NEEDS, level.key, lacks, "")
        return found

    def at(self, framework: Framework, place: Place, seen: Seen, at: Instant) -> Cell:
        """The message of one place that nothing takes away."""
        return self._written(framework, place, seen, seen.matter(framework, self._release), at)

    def _rules(self, framework: Framework, seen: Seen, at: Instant) -> list[Rule]:
        brand = self._release.brand
        day = day_number(at, brand.zone.offset_at(at))
        every = (*brand_rules(self._release), *framework.rules)
        return applying(every, framework.key, day, seen.known)

    def _barred(self, rule: Rule, framework: Framework) -> Finding:
        known = self._files.by_rule
        # Of one name the brand's own rule comes first, as where rules are checked.
        where = known.get(("", rule.name)) or known.get((framework.key, rule.name), "")
        found = f"{rule.name}, so nothing is said" if rule.kind == SILENCE else rule.name
        because = rule.because or "a rule that people wrote takes it away"
        return Finding(RULE, where, found, because)

    def _written(
        self, framework: Framework, place: Place, seen: Seen, matter: Matter, at: Instant
    ) -> Cell:
        chosen = choose_blocks(framework, place.point, place.action, place.language)
        missing = missing_slots(framework, chosen)
        if missing:
            against = tuple(_missing(slot, place) for slot in missing)
            return Cell(place, BROKEN, against=against)
        contact = replace(seen.contact, language=place.language)
        send = _send(framework, place, self._release, at)
        written = self._writer.write(
            WriteRequest(
                send=send,
                release=self._release,
                matter=matter,
                products=seen.products,
                contact=contact,
                at=at,
            )
        )
        message = written.message
        if message.language != place.language:
            return Cell(place, BROKEN, against=written.against_theirs)
        against = (
            *(_placed(finding, chosen) for finding in written.findings),
            *self._files.by_visual.get((framework.key, place.visual), ()),
            *(found for id_ in message.blocks for found in self._files.by_block.get(id_, ())),
        )
        return Cell(
            place=place,
            state=BROKEN if against else WORKS,
            subject=message.subject,
            preheader=message.preheader,
            html=message.html,
            text=message.text,
            blocks=message.blocks,
            against=against,
            message=message,
        )


def _levels(framework: Framework) -> tuple[tuple[str, tuple[Level, ...]], ...]:
    return (
        ("tone", framework.tones),
        ("angle", framework.angles),
        ("visual", framework.visuals),
    )


def _advice(why: str, offer: Offer, subject: Subject, brand: Brand) -> str:
    if why != BELOW_MINIMUM:
        return ""
    sums = (money(total, brand) for total in (subject.total, offer.min_total))
    return "it comes to {}, and the offer is for {} and more".format(*sums)


def _counted(moment: Moment, matter: Matter) -> Subject:
    """What is at stake in what the message is about."""
    lines = []
    for line in matter.lines:
        known = product_of(line, moment.products)
        name = known.id if known else line.product_id
        lines.append(Basket(name, line.quantity, line.unit_price, line.category, free=line.free))
    subject = of_lines(moment, matter.about, tuple(lines), matter.total)
    return replace(subject, currency=matter.currency)


def _send(framework: Framework, place: Place, release: Release, at: Instant) -> Send:
    key = "-".join(("preview", *(str(getattr(place, name)) for name in place.__struct_fields__)))
    return made_up_send(key, framework.key, place.point, place.action, release, at)


def _missing(slot: str, place: Place) -> Finding:
    return Finding(
        UNAPPROVED,
        slot,
        f"no approved {slot}",
        f"approve a block in '{place.language}' that fits this combination",
    )


def _placed(finding: Finding, chosen: Mapping[str, Block]) -> Finding:
    """The finding with the file and line of the words that it is about, where it names a slot."""
    block = chosen.get(finding.where)
    if block is None or not block.where or finding.rule not in SLOT_RULES:
        return finding
    return replace(finding, where=block.where)
