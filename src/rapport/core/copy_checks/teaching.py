"""What reviewers taught: phrases that are never written again, rules and examples for a writer."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.copy_checks.findings import AVOIDED, EXTENDABLE
from rapport.core.creative.voice import Voice
from rapport.core.time import Instant

PHRASE, RULE, EXAMPLE = "phrase", "rule", "example"
KINDS = (PHRASE, RULE, EXAMPLE)


class Teaching(Struct, frozen=True):
    """Something that a reviewer taught with a judgement. `number` goes 1, 2, 3 within a brand.

    A `phrase` is banned by the check that `check` names; a `rule` is a sentence for a writer; an
    `example` shows a writer how it is not done (`text`) and, where somebody edited it, how it is
    (`better`). `framework` is empty where it holds for all of them. `draft` is what it was about.
    """

    number: int
    kind: str
    text: str
    who: str
    at: Instant
    check: str = AVOIDED
    better: str = ""
    framework: str = ""
    draft: str = ""
    withdrawn: bool = False

    @property
    def bans(self) -> bool:
        """Whether it bans a phrase, still."""
        return self.kind == PHRASE and not self.withdrawn


def with_banned(voice: Voice, teachings: Iterable[Teaching]) -> Voice:
    """The voice with every phrase that reviewers banned, as the checks of words take it."""
    avoid = list(voice.avoid)
    stop = {check: list(phrases) for check, phrases in voice.stop.items()}
    for one in teachings:
        if not one.bans:
            continue
        known = stop.setdefault(one.check, []) if one.check in EXTENDABLE else avoid
        if one.text not in known:
            known.append(one.text)
    return replace(voice, avoid=tuple(avoid), stop={k: tuple(v) for k, v in stop.items()})
