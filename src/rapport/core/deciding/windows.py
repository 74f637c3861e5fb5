"""Windows: what comes of a decision, until its run's next one or for as long as its point says.

See decision records 0007 and 0112.
"""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.bounds import MAX_WINDOWS, MAX_WINDOWS_BEFORE
from rapport.core.decision import Decision
from rapport.core.editions import FLOWS_OF_MORE_KINDS
from rapport.core.flow import DecisionPoint
from rapport.core.person.signals import Moment
from rapport.core.state import Run, Window
from rapport.core.work import Work


def open_window(
    work: Work, run: Run, point: DecisionPoint, moment: Moment, decision: Decision
) -> None:
    """A decision on content was made: what follows answers for it."""
    earlier = [
        # What follows the next decision of the same run is that one's to answer for.
        replace(w, closes_at=min(w.closes_at, decision.at)) if w.run == run.number else w
        for w in work.state.windows
    ]
    closes_at = decision.at + point.window
    window = Window(decision.id, decision.message, decision.at, closes_at, run=run.number)
    work.change(windows=(*earlier, window)[-_most(moment) :])


def await_moment(
    work: Work, run: Run, point: DecisionPoint, moment: Moment, decision: Decision
) -> None:
    """A moment was chosen that is still to come: until it does, what follows is the choice's.

    Whoever orders before it is none of those that the moment meets. Left out, they would be missing
    from what later moments are worth, and from no other.
    """
    moment_came(work, run)
    window = Window(
        decision.id, "", decision.at, decision.due + point.window, run=run.number, awaits=True
    )
    work.change(windows=(*work.state.windows, window)[-_most(moment) :])


def moment_came(work: Work, run: Run) -> None:
    """The run's next decision takes over from the choice of its moment, before which nothing
    happened that would have ended the run."""
    windows = work.state.windows
    left = tuple(w for w in windows if not (w.awaits and w.run == run.number))
    if len(left) < len(windows):
        work.change(windows=left)


def _most(moment: Moment) -> int:
    of_more_kinds = moment.release.edition >= FLOWS_OF_MORE_KINDS
    return MAX_WINDOWS if of_more_kinds else MAX_WINDOWS_BEFORE
