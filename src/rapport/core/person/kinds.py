"""The kinds of messages that a person may decline, by the topics of the brand's frameworks."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from rapport.core.blueprint import Release
from rapport.core.bounds import CATEGORY_CHARS
from rapport.core.choices import Consent
from rapport.core.creative.framework import declines
from rapport.core.person.consent import REFUSED
from rapport.core.state import ProfileState


class Kind(Struct, frozen=True):
    """A kind of messages, in the words that people see for it, and whether it was declined.
    `spoken` are these words in other languages than the brand's."""

    key: str
    label: str
    declined: bool = False
    spoken: Mapping[str, str] = MappingProxyType({})

    def told(self, languages: Sequence[str]) -> tuple[str, str]:
        """The words in the first of these languages that has them, and which that is; it is empty
        for the brand's own."""
        found = next((one for one in languages if self.spoken.get(one)), "")
        return self.spoken.get(found, self.label), found


class Kinds(Struct, frozen=True):
    """What a brand sends, for one person to choose from."""

    kinds: tuple[Kind, ...] = ()
    others: tuple[str, ...] = ()
    """Topics that the person declined elsewhere and that are not among the kinds."""
    left: bool = False
    """Whether no e-mail reaches this person, whatever they choose: they unsubscribed."""

    def declined_but(self, kept: Collection[str]) -> tuple[str, ...]:
        """The topics that are declined once the person has said which kinds to keep."""
        return (*(kind.key for kind in self.kinds if kind.key not in kept), *self.others)

    def kept_of(self, kept: Collection[str]) -> tuple[str, ...]:
        """The kinds that the person keeps: of other topics, nothing was asked."""
        return tuple([kind.key for kind in self.kinds if kind.key in kept])


def kinds_of(release: Release, state: ProfileState | None) -> Kinds:
    """The kinds of messages of a release, and which of them the person declined."""
    consent = state.consent if state is not None else Consent()
    declined = consent.declined_topics
    labels: dict[str, str] = {}
    for framework in release.frameworks:
        if framework.topic is not None:
            labels.setdefault(framework.topic.key, framework.topic.label)
    stands_for = {name for key in labels for name in (key, key[:CATEGORY_CHARS])}
    return Kinds(
        tuple(
            Kind(key, label, declines(declined, key), _spoken(release, key))
            for key, label in labels.items()
        ),
        tuple(topic for topic in declined if topic not in stands_for),
        left=consent.email in REFUSED or consent.complained,
    )


def _spoken(release: Release, topic: str) -> dict[str, str]:
    words = release.brand.words
    return {one: told.topics[topic] for one, told in words.items() if topic in told.topics}
