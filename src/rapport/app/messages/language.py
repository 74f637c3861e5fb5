"""The language of one message: the person's, where all that it needs is there; else the brand's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from rapport.app.wording.wordable import date_and_time
from rapport.core.blueprint import Release
from rapport.core.brand import Brand
from rapport.core.creative.fixed_words import FixedWords
from rapport.core.creative.framework import Block, Framework, choose_blocks
from rapport.core.creative.message import Finding
from rapport.core.creative.proof import Shown
from rapport.core.creative.speaking import Speaker, fixed_words, locale_for, said, sayable
from rapport.core.effects import Send
from rapport.core.events import Contact
from rapport.core.offer import Offer
from rapport.core.time import Instant

UNSAID = "language"
"""The rule of a finding that something is missing in a person's language."""


def language_and_blocks(
    framework: Framework, send: Send, release: Release, contact: Contact
) -> tuple[str, dict[str, Block]]:
    """The language that a message is written in, and its approved blocks."""
    language, _ = language_of(framework, send, release, contact)
    return language, blocks_in(language, framework, send, release.brand)


def blocks_in(language: str, framework: Framework, send: Send, brand: Brand) -> dict[str, Block]:
    """The approved blocks of a message in this language."""
    spoken = sayable(brand, framework, language)
    return choose_blocks(spoken, send.point, send.action, language)


def language_of(
    framework: Framework,
    send: Send,
    release: Release,
    contact: Contact,
    products: Sequence[Shown] | None = None,
) -> tuple[str, tuple[Finding, ...]]:
    """The language of a message about these products, where they are known; and what is missing,
    where words are approved in the person's and do not make a whole message.

    Decisions leave no such message where another could be said whole in the person's language.
    """
    usual = release.brand.language
    own = (contact.language or usual)[:2].lower()
    if own == usual or all(block.language != own for block in framework.blocks):
        return usual, ()
    who = Speaker(release.brand, release.offers)
    _, missing = said(who, framework, send.point, send.action, own, products)
    if not missing:
        return own, ()
    advice = f"say it in '{own}', too; until then people get the message in '{usual}'"
    return usual, tuple(Finding(UNSAID, own, what, advice) for what in missing)


class InOneLanguage(Struct, frozen=True):
    """What a brand says of itself in the language of a message, and how it writes figures there."""

    brand: Brand
    language: str

    @property
    def words(self) -> FixedWords:
        return fixed_words(self.brand, self.language)

    @property
    def locale(self) -> str:
        return locale_for(self.brand, self.language)

    @property
    def _own(self) -> bool:
        return self.language == self.brand.language

    @property
    def facts(self) -> dict[str, str]:
        return self.brand.facts if self._own else self.words.facts

    @property
    def pictures(self) -> Mapping[str, str]:
        return {} if self._own else self.words.pictures

    def label(self, offer: Offer) -> str:
        return offer.label if self._own else self.words.offers.get(offer.key, "")

    def moment(self, at: Instant) -> str:
        return date_and_time(at, self.brand.zone, self.locale, self.words.moment)
