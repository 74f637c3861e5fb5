"""Writing one message: facts from what it is about and the catalogue, words from approved blocks.

Everything that comes from outside (titles, names, addresses) is made harmless on its way into a
fact, so that no later step has to remember where it came from. Links and pictures from events lead
only to the brand's own hosts. Word of a basket, a look or an order that proves nothing of its
sender (a write key is in every page of the shop) puts no words of its own into a message where
there is a catalogue: products are as the catalogue has them, and what it lacks is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import structlog
from msgspec import Struct
from msgspec.structs import replace

from rapport.app.messages.addresses import Addresses
from rapport.app.messages.language import InOneLanguage, blocks_in, language_of
from rapport.app.messages.links import Links
from rapport.app.messages.matter import Matter
from rapport.app.messages.offer_facts import offer_facts
from rapport.app.messages.proof_facts import banner_facts, review_facts, scene_facts, shows_banner
from rapport.app.messages.totals import in_the_catalogue, named_total, price_of, sum_of
from rapport.app.wording.wordable import (
    clean,
    discounted,
    first_name,
    listed,
    listed_in_short,
    money,
    short_title,
)
from rapport.core.blueprint import Release
from rapport.core.brand import Brand
from rapport.core.catalogue import Product
from rapport.core.creative.draft import Draft
from rapport.core.creative.facts import (
    NO_ITEM,
    NO_PRODUCTS,
    SHORT_NAMES,
    SHORT_TITLE,
    BrandFacts,
    CartFacts,
    ItemFacts,
    MessageFacts,
)
from rapport.core.creative.fixed_words import filled
from rapport.core.creative.framework import (
    CART,
    NO_OFFER,
    NOTHING,
    ORDER,
    VIEWED,
    Block,
    Framework,
)
from rapport.core.creative.message import Finding, Message
from rapport.core.creative.proof import Shown
from rapport.core.deciding.had import OfWhat, of_what, said_by
from rapport.core.deciding.repeats import SAID_BEFORE, Said, repeats
from rapport.core.effects import Send
from rapport.core.events import Contact, Line
from rapport.core.guardrails import check
from rapport.core.time import Instant
from rapport.core.triggers import product_of
from rapport.ports import Banners, Page, Renderer

log = structlog.get_logger(__name__)

ITEMS_SHOWN = 5
NOT_FOR_SALE = Finding(
    "not for sale",
    "products",
    "nothing that it is about is in the catalogue",
    "Publish a catalogue that has the shop's products, under the ids that its events name.",
)

_IN_ANY = frozenset({SAID_BEFORE, NOT_FOR_SALE.rule})
"""Findings that another language would not help against."""

_NO_FRAMEWORK = Framework("", "", (), (), (), (), (), ())


class WriteRequest(Struct, frozen=True):
    """One planned message and everything that it is about, as it stands at `at`."""

    send: Send
    release: Release
    matter: Matter
    products: Mapping[str, Product]
    contact: Contact
    at: Instant
    draft: Draft | None = None
    """Words to use instead of the approved ones, wherever it has some."""
    said: tuple[Said, ...] = ()
    """Earlier messages to the person, none of whose words are said again."""
    without: frozenset[str] = frozenset()
    """Blocks not to use, by their ids."""


class Written(Struct, frozen=True):
    """The message, and what stands against sending it.

    `against_theirs` is why it is in the brand's language and not in the person's; nothing where it
    is in theirs, or nothing is approved in that.
    """

    message: Message
    findings: tuple[Finding, ...]
    against_theirs: tuple[Finding, ...] = ()


class MessageWriter(Protocol):
    """Writes one message."""

    def write(self, request: WriteRequest) -> Written: ...


class Writer:
    """Writes messages. The same request always gives the same message.

    Words of a draft are held to all that approved words are; where anything stands against them in
    the finished message, it is written from the approved words instead. A message is in one
    language: where the person's lacks something, or something stands against the message in it,
    all of it is in the brand's.
    """

    def __init__(self, links: Links, renderer: Renderer, banners: Banners | None = None) -> None:
        self._links = links
        self._renderer = renderer
        self._banners = banners

    def with_links(self, links: Links) -> Writer:
        """The same, with other links."""
        return Writer(links, self._renderer, self._banners)

    def write(self, request: WriteRequest) -> Written:
        """The message for `request`, and the guardrails' findings; with findings it is not sent."""
        written = self._write(request)
        if request.draft is None or not written.findings:
            return written
        rules = sorted({one.rule for one in written.findings})
        log.info("approved words instead of a draft's", draft=request.draft.id, rules=rules)
        return self._write(replace(request, draft=None))

    def _write(self, request: WriteRequest) -> Written:
        release = request.release
        framework = release.framework(request.send.framework) or _NO_FRAMEWORK
        if request.without:
            left = tuple(block for block in framework.blocks if block.id not in request.without)
            framework = replace(framework, blocks=left)
        products = _shown(request)
        language, missing = language_of(framework, request.send, release, request.contact, products)
        written = self._in(language, framework, request)
        usual = release.brand.language
        if request.draft is not None or language == usual:
            return replace(written, against_theirs=missing)
        if any(one.rule not in _IN_ANY for one in written.findings):
            rules = sorted({one.rule for one in written.findings})
            log.warning("the brand's language instead", message=request.send.key, rules=rules)
            missing, written = written.findings, self._in(usual, framework, request)
        return replace(written, against_theirs=missing)

    def _in(self, language: str, framework: Framework, request: WriteRequest) -> Written:
        """The message in one language, all of it."""
        send, brand = request.send, request.release.brand
        blocks = blocks_in(language, framework, send, brand)
        if request.draft is not None and request.draft.language == language:
            blocks = _in_its_words(framework, blocks, request.draft)
            framework = replace(framework, blocks=tuple(blocks.values()))
        addresses = Addresses(self._links, brand, send.key, self._banners)
        facts = _facts(request, addresses, language)
        if self._banners is not None and shows_banner(framework, send.action.visual):
            facts = replace(facts, banner=banner_facts(brand, facts.products, self._banners))
        rendered = self._renderer.render(
            Page(
                brand=brand,
                framework=framework,
                visual=send.action.visual,
                blocks=blocks,
                facts=facts,
                language=language,
            )
        )
        message = Message(
            key=send.key,
            brand=brand.key,
            profile=send.profile,
            flow=send.flow,
            point=send.point,
            action=send.action,
            language=language,
            subject=rendered.subject,
            preheader=rendered.preheader,
            html=rendered.html,
            text=rendered.text,
            blocks=tuple(block.id for block in blocks.values()),
            links=addresses.used_in(rendered.html + rendered.text),
            from_email=brand.from_email,
            from_name=brand.from_name,
            reply_to=brand.reply_to,
            unsubscribe_url=addresses.unsubscribe_url,
            words=said_by(blocks, _of_what(request), send.action.offer),
        )
        edition = request.release.edition
        findings = check(message, rendered.slots, facts, brand, framework, edition)
        findings = (*findings, *repeats(rendered.slots, request.said))
        if request.matter.lines and not _lines(request) and request.matter.about != ORDER:
            findings = (NOT_FOR_SALE, *findings)
        return Written(message, rendered.findings + findings)


def _in_its_words(
    framework: Framework, approved: Mapping[str, Block], draft: Draft
) -> dict[str, Block]:
    """A draft's words, and approved ones where it has none."""
    own = draft.blocks()
    return {
        slot.key: own.get(slot.key) or approved[slot.key]
        for slot in framework.slots
        if slot.key in own or slot.key in approved
    }


def _facts(request: WriteRequest, addresses: Addresses, language: str) -> MessageFacts:
    brand, about = request.release.brand, request.matter.about
    offer = request.release.offer(request.send.action.offer or NO_OFFER)
    code = offer.code if offer is not None else ""
    said = InOneLanguage(brand, language)
    products, taken_off = NO_PRODUCTS, ""
    if about != NOTHING:
        products, taken_off = _products(request, code, addresses, said)
    shown = _shown(request)
    front = discounted(brand.shop_url, code) if code and about == NOTHING else brand.shop_url
    return MessageFacts(
        cart=products if about == CART else NO_PRODUCTS,
        viewed=products if about == VIEWED else NO_PRODUCTS,
        order=products if about == ORDER else NO_PRODUCTS,
        offer=offer_facts(offer, said, request.at),
        brand=BrandFacts(
            name=brand.name,
            sender=brand.from_name,
            address=brand.postal_address,
            shop_url=addresses.click("shop", front),
            logo_url=addresses.picture(brand.logo_url),
            reply_to=brand.reply_to,
            facts=said.facts,
        ),
        unsubscribe_url=addresses.unsubscribe_url,
        preferences_url=addresses.preferences_url,
        first_name=first_name(request.contact.first_name or ""),
        reviews=review_facts(brand, shown, language),
        scene=scene_facts(brand, shown, addresses.media, said.pictures),
        taken_off=taken_off,
    )


def _products(
    request: WriteRequest, code: str, addresses: Addresses, said: InOneLanguage
) -> tuple[CartFacts, str]:
    """The products that the message is about, and what was taken off them, in words; `code` is put
    into the address that they lead to."""
    matter, brand = request.matter, request.release.brand
    own_words = _own_words(request)
    currency = (matter.currency if own_words else "") or brand.currency
    lines = _lines(request)
    told = matter.total if own_words else None
    total = sum_of(lines, complete=not own_words) if told is None else told
    shown = _Shown(0, None, brand, said.locale, currency, addresses, own_words=own_words)
    items = tuple(
        _item(
            line,
            _product(request, line),
            replace(shown, index=index, price=_price(request, line, currency)),
        )
        for index, line in enumerate(lines[:ITEMS_SHOWN])
    )
    comes_to = [(_price(request, line, currency) or 0) * _count(line) for line in lines]
    total, off = named_total(matter, total, comes_to, ITEMS_SHOWN, told=told is not None)
    target = addresses.own(matter.url) or _page_of(request, lines, addresses) or brand.shop_url
    if code:
        target = discounted(target, code)
    facts = CartFacts(
        items=items,
        first=items[0] if items else NO_ITEM,
        count=len(lines),
        total=money(total, currency, said.locale) if total > 0 else "",
        url=addresses.click("checkout" if matter.about == CART else matter.about, target),
        more=max(0, len(lines) - ITEMS_SHOWN),
        names=listed([item.title for item in items], len(lines), said.locale, said.words.others),
        short_names=listed_in_short(
            [item.short_title for item in items],
            len(lines),
            SHORT_NAMES,
            said.locale,
            said.words.others,
        ),
    )
    less = money(off, currency, said.locale) if off > 0 else ""
    return facts, filled(said.words.off, value=less) if less else ""


def _page_of(request: WriteRequest, lines: Sequence[Line], addresses: Addresses) -> str:
    """The page of the first product, where the message is about products and not a basket."""
    if request.matter.about == CART or not lines:
        return ""
    known = _product(request, lines[0])
    return (known.url if known else "") or addresses.own(lines[0].url)


def _known_as(request: WriteRequest, line: Line) -> tuple[str, str]:
    """A line's product id and category, the catalogue's before the event's."""
    known = _product(request, line)
    return (known.id, known.category) if known else (line.product_id, line.category)


def _shown(request: WriteRequest) -> list[Shown]:
    """The products that are shown."""
    return [Shown(*_known_as(request, line)) for line in _lines(request)]


def _of_what(request: WriteRequest) -> OfWhat:
    """The same that a decision knows of what the message is about."""
    matter = request.matter
    lines = [(line.product_id, _known_as(request, line)[1]) for line in matter.lines]
    return of_what(matter.about, lines, matter.total or 0, request.send.subject)


def _own_words(request: WriteRequest) -> bool:
    """Whether the words of who told of it may be shown, beside the catalogue's."""
    return request.matter.proven or not request.products


def _lines(request: WriteRequest) -> tuple[Line, ...]:
    """The lines that may be shown; those of an unproven word at the catalogue's prices."""
    lines = request.matter.lines
    return lines if _own_words(request) else in_the_catalogue(lines, request.products)


def _product(request: WriteRequest, line: Line) -> Product | None:
    return product_of(line, request.products)


def _price(request: WriteRequest, line: Line, currency: str) -> int | None:
    """What one piece of a line is shown at, None for no price; see `price_of`."""
    listed = _own_words(request) and currency == request.release.brand.currency
    return price_of(line, _product(request, line) if listed else None)


def _count(line: Line) -> int:
    """How many pieces of a line are shown."""
    return max(1, line.quantity)


class _Shown(Struct, frozen=True):
    """How one line is shown: its place and price, and the message's way with money, addresses and
    words."""

    index: int
    price: int | None
    brand: Brand
    locale: str
    currency: str
    addresses: Addresses
    own_words: bool


def _item(line: Line, product: Product | None, shown: _Shown) -> ItemFacts:
    """A line, completed from the catalogue; the catalogue's words go before the event's."""
    known = product or Product(id=line.product_id, title="")
    price, quantity = shown.price, _count(line)
    locale, own = shown.locale, shown.addresses
    title = clean(known.title or line.title)
    picture = own.picture(known.image_url) or own.own_picture(line.image_url)
    return ItemFacts(
        title=title,
        variant=clean(line.variant) if shown.own_words else "",
        quantity=str(quantity),
        price="" if price is None else money(price, shown.currency, locale),
        total="" if price is None else money(price * quantity, shown.currency, locale),
        url=own.click(f"item-{shown.index + 1}", known.url or own.own(line.url)),
        image=picture if title else "",  # its title is what a picture says to who cannot see it
        category=clean(known.category or (line.category if shown.own_words else "")),
        short_title=short_title(title, SHORT_TITLE),
    )
