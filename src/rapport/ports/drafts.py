"""Drafts and what reviewers taught: how they are kept, and how they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from rapport.core.copy_checks.teaching import Teaching
from rapport.core.creative.draft import Draft, KeptDraft, Standing
from rapport.core.creative.framework import Action
from rapport.core.effects import Send
from rapport.core.time import Instant

QueuePlace = tuple[Instant, str]
"""Where a draft stands in the queue: its deadline and its id."""

FRONT: QueuePlace = (-(2**62), "")
"""Before everything that waits."""


class Drafts(Protocol):
    """The read side of drafts; every call names the brand."""

    def draft(self, brand: str, draft: str) -> KeptDraft | None: ...

    def drafts(self, brand: str, ids: Sequence[str]) -> Sequence[KeptDraft]:
        """Those of these that there are, in the order of `ids`."""
        ...

    def waiting_drafts(
        self, brand: str, after: QueuePlace = FRONT, limit: int = 50
    ) -> Sequence[Draft]:
        """What waits for a person, the soonest deadline first, from after a place on."""
        ...

    def usable_drafts(
        self,
        brand: str,
        *,
        framework: str,
        edition: str,
        point: str,
        action: Action,
        language: str,
        situation: str,
    ) -> Sequence[Draft]:
        """Rewrites that may go out: for this situation or for anybody, the oldest first.

        The action's moment does not count, and neither do proposals.
        """
        ...

    def judged_drafts(self, brand: str, framework: str, limit: int) -> Sequence[KeptDraft]:
        """Drafts of a framework that were judged, the latest first; those by rule, too."""
        ...

    def is_edition_seen(self, brand: str, framework: str, edition: str) -> bool:
        """Whether a person has approved a draft of this edition."""
        ...

    def planned_for(self, brand: str, draft: Draft, limit: int) -> Sequence[Send]:
        """Planned messages of a draft's framework, point and action, the soonest first. Whether
        its words fit the people is another question: see `rapport.app.reviewing.reach`."""
        ...

    def draft_counts(self, brand: str) -> Mapping[str, int]:
        """How many drafts stand at each state; a state with none may be left out. Those that
        became others are not among the `rejected`, but `edited`."""
        ...

    def edited_from(self, brand: str, draft: str) -> KeptDraft | None:
        """The draft that an edit made this one of, where there was one."""
        ...

    def live_drafts(self, brand: str) -> Iterator[KeptDraft]:
        """Everything that waits or is usable, in no order."""
        ...

    def taken_along(self, brand: str, lesson: int) -> Sequence[KeptDraft]:
        """What is rejected because a lesson took it along, in a fixed order."""
        ...

    def teachings(self, brand: str) -> Sequence[Teaching]:
        """What reviewers taught, by number, what was withdrawn along with it."""
        ...


class DraftKeeping(Drafts, Protocol):
    """What a unit of work does with drafts."""

    def add_drafts(self, brand: str, drafts: Iterable[KeptDraft]) -> int:
        """Keeps those that are new, and says how many. One that is there already stays as it is:
        what was rejected is not asked for a second time."""
        ...

    def judge_draft(self, brand: str, draft: str, before: str, standing: Standing) -> bool:
        """Moves a draft that stands at `before`. False, and nothing done, where it does not."""
        ...

    def requeue_draft(self, brand: str, draft: str, lesson: int, deadline: Instant) -> bool:
        """Lets a draft that this lesson took along wait again, until `deadline`. False, and nothing
        done, where another lesson did, or none."""
        ...

    def expire_drafts(self, brand: str, now: Instant) -> int:
        """Gives up what has waited until its deadline, and says how many that were."""
        ...

    def teach(self, brand: str, teaching: Teaching) -> None:
        """Keeps a teaching under its number, in place of what stood there."""
        ...
