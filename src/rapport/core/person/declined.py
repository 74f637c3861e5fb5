"""What a person declines: topics of messages, and being profiled.

Anybody may decline for somebody; to lift it takes proof, or a brand that trusts what browsers tell
(`rapport.core.events.PUBLIC_SOURCES`). A later word goes before an older one, in whatever order
they are told; of two of the same moment the one that declines.
"""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.blueprint import Release
from rapport.core.bounds import (
    CATEGORY_CHARS,
    ID_CHARS,
    MAX_TOPICS,
    MAX_TOPICS_BEFORE,
)
from rapport.core.choices import Consent, LastWord
from rapport.core.creative.framework import topics_of
from rapport.core.editions import CHOICES_KEPT
from rapport.core.events import Event, ProfileChanged
from rapport.core.person.last_words import heard
from rapport.core.time import Instant

MOST_TOLD = 4 * MAX_TOPICS
"""Of one event; the rest is not looked at."""


def declined(consent: Consent, event: Event, body: ProfileChanged, release: Release) -> Consent:
    """The consent after what `body` says of topics and of profiling; `release` is the one under
    which it was heard."""
    if release.edition < CHOICES_KEPT:
        return _declined_before(consent, body)
    may_lift = event.proven or release.brand.trust_browser_consent
    objects = body.no_profiling
    if objects is not None and (objects or may_lift):
        consent = _objected(consent, event.at, objects=objects)
    if body.declined_topics is not None or body.kept_topics is not None:
        consent = _chosen(consent, event.at, body, release, may_lift=may_lift)
    return consent


def together(mine: Consent, theirs: Consent, release: Release) -> Consent:
    """`mine`, and what both decline: what either does stays declined, since nobody chose for both
    at once."""
    if release.edition < CHOICES_KEPT:
        both = sorted({*mine.declined_topics, *theirs.declined_topics})
        return replace(
            mine,
            no_profiling=mine.no_profiling or theirs.no_profiling,
            declined_topics=tuple(both[: 2 * MAX_TOPICS_BEFORE]),
        )
    either = [word for word in (*_known(mine), *_known(theirs)) if word.holds]
    names = {word.name for word in either}
    kept = [word for word in (*_known(mine), *_known(theirs)) if word.name not in names]
    objected = max(
        (mine.no_profiling, mine.profiling_at), (theirs.no_profiling, theirs.profiling_at)
    )
    after = replace(
        mine,
        no_profiling=objected[0],
        profiling_at=objected[1],
        topics_since=max(mine.topics_since, theirs.topics_since),
    )
    return _with(after, heard(either, kept, tie=True), release)


def _objected(consent: Consent, at: Instant, *, objects: bool) -> Consent:
    if (at, objects) < (consent.profiling_at, consent.no_profiling):
        return consent
    return replace(consent, no_profiling=objects, profiling_at=at)


def _chosen(
    consent: Consent, at: Instant, body: ProfileChanged, release: Release, *, may_lift: bool
) -> Consent:
    if at < consent.topics_since:
        return consent
    words = _known(consent)
    told = [LastWord(name, at, holds=True) for name in _names(body.declined_topics)]
    if may_lift and body.kept_topics is None:
        words = [word for word in words if word.at >= at]
        consent = replace(consent, topics_since=at)
    elif may_lift:
        kept = _names(body.kept_topics)
        told += [LastWord(name, at, holds=False) for name in kept]
        # What was cut when it was kept stands for the whole name, and is lifted by it.
        cut = {name[:CATEGORY_CHARS] for name in kept}
        words = [word for word in words if word.at or word.name not in cut]
    return _with(consent, heard(words, told, tie=True), release)


def _known(consent: Consent) -> list[LastWord]:
    """The last words; of a state from before there were any, those that it declines."""
    known = {word.name for word in consent.topics}
    before = [LastWord(n, 0, holds=True) for n in consent.declined_topics if n not in known]
    return [*before, *consent.topics]


def _names(told: tuple[str, ...] | None) -> list[str]:
    return list(dict.fromkeys([name[:ID_CHARS] for name in (told or ())[:MOST_TOLD] if name]))


def _with(consent: Consent, words: list[LastWord], release: Release) -> Consent:
    if len(words) > MAX_TOPICS:
        words = _that_matter(words, release)
    topics = tuple(words)
    return replace(
        consent, topics=topics, declined_topics=tuple([word.name for word in topics if word.holds])
    )


def _that_matter(words: list[LastWord], release: Release) -> list[LastWord]:
    """As many as there is room for: what is declined first, and of that what the brand has; it has
    no more topics than are kept."""
    known = topics_of(release.frameworks)

    def rank(word: LastWord) -> tuple[bool, bool, Instant]:
        return word.holds, word.name in known, word.at

    return heard(sorted(words, key=rank)[-MAX_TOPICS:], (), tie=True)


def _declined_before(consent: Consent, body: ProfileChanged) -> Consent:
    """As releases of older editions have it: the word that is told last is the one that holds."""
    topics, objects = body.declined_topics, body.no_profiling
    if topics is not None:
        cut = tuple([topic[:CATEGORY_CHARS] for topic in topics[:MAX_TOPICS_BEFORE]])
        consent = replace(consent, declined_topics=cut, topics=())
    return consent if objects is None else replace(consent, no_profiling=objects)
