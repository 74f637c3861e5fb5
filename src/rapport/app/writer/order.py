"""What words are wanted for a planned message: everything about them, and nothing about anybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

import msgspec
from msgspec import Struct

from rapport.app.messages.language import language_and_blocks
from rapport.app.writer.laid_down import Words, laid_down
from rapport.app.writer.prompting import Subject
from rapport.core.blueprint import Blueprint, Release
from rapport.core.brand import Brand
from rapport.core.copy_checks.standard import Standard
from rapport.core.copy_checks.teaching import Teaching
from rapport.core.creative.draft import BLOCK, Draft, edition_now, for_words
from rapport.core.creative.framework import Action, Block, Framework
from rapport.core.creative.modes import APPROVED, Writing
from rapport.core.deciding.arms import USUAL
from rapport.core.deciding.situation import Situation, situation
from rapport.core.effects import Send
from rapport.core.events import Contact
from rapport.core.person.signals import Moment
from rapport.core.state import ProfileState
from rapport.core.time import Instant, day_number
from rapport.errors import RapportError
from rapport.ports import Transaction, WriterReading

BEFORE = 8
"""Earlier messages to a person that new words are compared with."""

_encode = msgspec.json.Encoder(order="deterministic").encode


class Wanted(Struct, frozen=True):
    """A planned message, and the person and the moment that it is looked at for."""

    send: Send
    state: ProfileState
    contact: Contact
    at: Instant


class Order(Struct, frozen=True):
    """Words to be asked for: everything about them, and nothing about anybody but `situation`.

    `earlier` are the slots of what the person got before who gave the occasion: templates of the
    brand's own, for the checks alone.
    """

    brand: str
    key: str
    framework: str
    release: Release
    edition: str
    point: str
    action: Action
    language: str
    situation: Situation
    blocks: Mapping[str, Block]
    earlier: tuple[Mapping[str, str], ...]

    @property
    def because(self) -> str:
        """Why messages are put off that wait for this; it stands with them in the outbox."""
        return f"waiting for its words ({self.key})"


class WordsWanted(Struct, frozen=True):
    """Which words a message could get. `framework` is the one of its own release."""

    release: Release
    framework: Framework
    edition: str
    action: Action
    language: str
    situation: Situation
    blocks: Mapping[str, Block]


def words_wanted(blueprint: Blueprint, wanted: Wanted) -> WordsWanted | None:
    """Which words a message could get; None where only approved ones may go out.

    So it is where the framework's mode says so, and for people in the usual arm: they get what the
    brand would send to everybody, or nothing could be compared with it.
    """
    send, now = wanted.send, wanted.at
    release = blueprint.release_number(send.release)
    framework = release.framework(send.framework)
    if framework is None or release.voice is None or send.arm == USUAL:
        return None
    if not wanted.contact.email:
        return None
    if writing_now(blueprint, send.framework).mode == APPROVED:
        return None
    language, blocks = language_and_blocks(framework, send, release, wanted.contact)
    if not blocks:
        return None
    moment = Moment(wanted.state, now, release, blueprint.products_at(now))
    action, theirs = for_words(send.action), situation(framework.about, moment)
    edition = edition_now(release, framework.key, point=send.point, action=action, lang=language)
    return WordsWanted(release, framework, edition, action, language, theirs, blocks)


def order_for(transaction: Transaction, blueprint: Blueprint, wanted: Wanted) -> Order | None:
    """The order for the words that a message could get; None as for `words_wanted`."""
    found, send = words_wanted(blueprint, wanted), wanted.send
    if found is None:
        return None
    key, situation_key = found.framework.key, found.situation.key
    said = (key, found.edition, send.point, found.action, found.language, situation_key)
    return Order(
        brand=blueprint.brand,
        key=blake2b(_encode(said), digest_size=8).hexdigest(),
        framework=key,
        release=found.release,
        edition=found.edition,
        point=send.point,
        action=found.action,
        language=found.language,
        situation=found.situation,
        blocks=found.blocks,
        earlier=_said_before(transaction, blueprint, send.profile),
    )


def had_drafts(rows: Sequence[Sequence[str]]) -> list[str]:
    """The drafts whose words stand in messages of these blocks."""
    return list({name.split(":")[1]: 0 for row in rows for name in row if name.startswith(BLOCK)})


def _said_before(
    transaction: Transaction, blueprint: Blueprint, profile: str
) -> tuple[Mapping[str, str], ...]:
    """The words that a person got before, with their placeholders, the latest first."""
    before = transaction.blocks_before(blueprint.brand, profile, BEFORE)
    kept = transaction.drafts(blueprint.brand, had_drafts(before))
    drafts = {one.draft.id: one.draft for one in kept}
    return tuple(_slots_of(row, blueprint, drafts) for row in before)


def subject_of(
    order: Order, standard: Standard, lessons: tuple[Teaching, ...], now: Instant
) -> Subject:
    """What the model is asked to write. Raises RapportError where there is no such framework, or
    no voice."""
    release = order.release
    framework = release.framework(order.framework)
    if framework is None:
        raise RapportError(f"There is no framework '{order.framework}'.")
    words = Words(framework, order.point, order.action, order.language, order.blocks)
    return laid_down(release, words, standard, lessons, now)


def budget_used_up(transaction: WriterReading, brand: Brand, now: Instant) -> bool:
    """Whether a model may be asked no more for the brand today."""
    used = transaction.writer_use(brand.key, writer_day(brand, now))
    budget = brand.writer
    return used.questions >= budget.questions or used.tokens >= budget.tokens


def writer_day(brand: Brand, now: Instant) -> int:
    return day_number(now, brand.zone.offset_at(now))


def writing_now(blueprint: Blueprint, framework: str) -> Writing:
    """The mode as it is published now: who takes a model away takes it away at once."""
    found = blueprint.releases[-1].framework(framework)
    return found.writing if found is not None else Writing()


def _slots_of(
    ids: Sequence[str], blueprint: Blueprint, drafts: Mapping[str, Draft]
) -> dict[str, str]:
    slots: dict[str, str] = {}
    for name in ids:
        if name.startswith(BLOCK):
            _, draft, slot = name.split(":", 2)
            if draft in drafts:
                slots[slot] = drafts[draft].slots.get(slot, "")
        elif block := _block(blueprint, name):
            slots[block.slot] = block.text
    return slots


def _block(blueprint: Blueprint, name: str) -> Block | None:
    """An approved block by its id, as the newest release has it that does."""
    for release in reversed(blueprint.releases):
        for framework in release.frameworks:
            for block in framework.blocks:
                if block.id == name:
                    return block
    return None
