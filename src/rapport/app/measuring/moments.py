"""Which choice of a moment a decision about content followed.

It stands under the same profile and run, but where two profiles turned out to be one person in
between (decision record 0068): then the run that went on had another profile's name and number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapport.app.evidence.absorbed import absorbed_by
from rapport.core.decision import TIME_STAGE, Decision
from rapport.core.unread import Unread
from rapport.errors import CodecError
from rapport.ports import Lesson
from rapport.ports.history import Logs

Place = tuple[str, str, int, str]
"""Profile, flow, run and point."""


def moments_of(decisions: Iterable[Decision], lessons: Sequence[Lesson]) -> dict[str, Decision]:
    """The last choice of a moment before each lesson's decision, by that decision's identifier."""
    return _Choices(decisions, lessons).found


def moments_with_merges(
    decisions: Iterable[Decision],
    lessons: Sequence[Lesson],
    histories: Logs,
    brand: str,
    unread: Unread,
) -> dict[str, Decision]:
    """The same, also where the moment was chosen for a profile that was absorbed since.

    It is the last one that was chosen there for the same point and led to nothing there. Whoever
    uses it holds the recorded probability against it, so another than the true one does no harm.
    """
    choices = _Choices(decisions, lessons)
    found = choices.found
    without = [x.decision for x in lessons if x.decision.id not in found and x.decision.draws]
    if not without:
        return found
    waiting = choices.that_led_to_nothing()
    for content in without:
        try:
            absorbed = absorbed_by(histories, brand, content.profile, content.at)
        except CodecError as error:
            unread.note(error)
            continue
        chosen = [
            one
            for profile, at in absorbed.items()
            for one in waiting.get((profile, content.flow, content.point), ())
            if one.at <= at and one.release == content.release
        ]
        if chosen:
            found[content.id] = max(chosen, key=lambda one: one.at)
    return found


class _Choices:
    """Every place's last choice of a moment, and which decisions followed one."""

    def __init__(self, decisions: Iterable[Decision], lessons: Sequence[Lesson]) -> None:
        wanted = {lesson.decision.id for lesson in lessons}
        self.found: dict[str, Decision] = {}
        self._latest: dict[Place, Decision] = {}
        self._followed: set[Place] = set()
        for decision in decisions:
            place = (decision.profile, decision.flow, decision.run, decision.point)
            if decision.stage == TIME_STAGE and decision.draws:
                self._latest[place] = decision
                self._followed.discard(place)
            elif place in self._latest:
                self._followed.add(place)
                if decision.id in wanted:
                    self.found[decision.id] = self._latest[place]

    def that_led_to_nothing(self) -> dict[tuple[str, str, str], list[Decision]]:
        """Choices that no decision followed under their own name, by profile, flow and point."""
        waiting: dict[tuple[str, str, str], list[Decision]] = {}
        for place, one in self._latest.items():
            if place not in self._followed:
                waiting.setdefault((one.profile, one.flow, one.point), []).append(one)
        return waiting
