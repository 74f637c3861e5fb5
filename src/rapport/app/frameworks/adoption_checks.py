"""Approved words held once more to the checks, before they become a framework's own.

Between a person's yes and that moment a claim may have ended, the voice may have changed, or a
reviewer may have banned a phrase. What counts is what the files say now.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from rapport.app.publishing.publish import as_release
from rapport.app.writer.beside import draft_faults
from rapport.app.writer.standards import Standards, banned, day_of
from rapport.core.blueprint import BrandFolder
from rapport.core.copy_checks.standard import Standard
from rapport.core.copy_checks.teaching import Teaching
from rapport.core.creative.draft import Draft
from rapport.core.creative.message import Finding
from rapport.core.time import Instant

MOST_KEPT = 8


class _Kept(Struct, frozen=True):
    """Checks that are ready, and what they were made of."""

    content: BrandFolder
    made_of: object
    standards: Standards


class AdoptionChecks:
    """The checks by what a brand's files say, made anew only when something has changed."""

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}

    def findings(
        self,
        draft: Draft,
        content: BrandFolder,
        lessons: Sequence[Teaching],
        titles: tuple[str, ...],
        now: Instant,
    ) -> tuple[Finding, ...]:
        """What stands against a proposal's words; nothing of a framework that is not there."""
        standard = self.standard(draft, content, lessons, titles, now)
        if standard is None:
            return ()
        return draft_faults(standard, content.framework(draft.framework), draft)

    def standard(
        self,
        draft: Draft,
        content: BrandFolder,
        lessons: Sequence[Teaching],
        titles: tuple[str, ...],
        now: Instant,
    ) -> Standard | None:
        """What the words of its framework are held to; None where that is not there."""
        return self._ready(content, lessons, titles, now).get(draft.framework)

    def _ready(
        self,
        content: BrandFolder,
        lessons: Sequence[Teaching],
        titles: tuple[str, ...],
        now: Instant,
    ) -> Standards:
        release, brand = as_release(content), content.brand.key
        made_of = (banned(lessons), titles, day_of(release, now))
        known = self._kept.get(brand)
        if known is None or known.content is not content or known.made_of != made_of:
            standards = Standards(release, lessons, titles, now)
            known = self._kept[brand] = _Kept(content, made_of, standards)
            for old in list(self._kept)[:-MOST_KEPT]:
                self._kept.pop(old, None)
        return known.standards


def in_words(finding: Finding) -> str:
    """A finding in a sentence, such as `In the body, 'hurry' (pressure): say it calmly.`"""
    where = "the whole message" if finding.where == "message" else f"the part '{finding.where}'"
    return f"In {where}, '{finding.found}' ({finding.rule}): {finding.advice}."
