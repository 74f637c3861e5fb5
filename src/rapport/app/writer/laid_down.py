"""What is to be written, as people laid it down: for a message, a proposal or a trial."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from rapport.app.writer.prompting import Subject
from rapport.app.writer.standards import claims_at
from rapport.core.blueprint import Release
from rapport.core.copy_checks.standard import Standard
from rapport.core.copy_checks.teaching import Teaching
from rapport.core.creative.framework import Action, Block, Framework
from rapport.core.time import Instant
from rapport.errors import UserError

NO_VOICE = "Publish the brand's folder again: its voice is not known."


class Words(Struct, frozen=True):
    """Which words: for one choice at one point of a framework. `blocks` are the approved ones for
    it, by slot, of those slots that are to be written."""

    framework: Framework
    point: str
    action: Action
    language: str
    blocks: Mapping[str, Block]


def laid_down(
    release: Release, words: Words, standard: Standard, lessons: tuple[Teaching, ...], now: Instant
) -> Subject:
    """Raises UserError where the release was published without its voice."""
    if release.voice is None:
        raise UserError(NO_VOICE)
    return Subject(
        release=release,
        framework=words.framework,
        voice=release.voice,
        point=words.point,
        action=words.action,
        language=words.language,
        blocks=words.blocks,
        claims=claims_at(release.claims, release, now),
        needed=standard.required.get(words.action.offer, frozenset()),
        lessons=lessons,
    )
