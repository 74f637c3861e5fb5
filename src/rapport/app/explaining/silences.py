"""Decisions to say nothing: the newest ones of everybody, of a flow or of one person, and why."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from rapport.app.evidence.absorbed import absorbed_by
from rapport.app.evidence.recorded import framework_of
from rapport.app.explaining.explain import summarise
from rapport.app.wording.names import Names, begun
from rapport.core.blueprint import Blueprint
from rapport.core.codec import readable_decisions
from rapport.core.creative.wording import made_visible
from rapport.core.deciding.silence import KINDS, kind_of
from rapport.core.decision import Decision
from rapport.core.oversight.stopping import FLOW, Switch
from rapport.core.time import Instant
from rapport.core.unread import ALL_READ, Unread, Unreadable
from rapport.errors import CodecError, UserError
from rapport.ports.history import Logs, Silent

PAGE = 50
"""Silences on one page, where nobody asks for more or fewer."""


class Asked(Struct, frozen=True):
    """Which silences: of a flow, of a profile (and all that were merged into it), of one kind; what
    is empty is not asked for.
    `before` is where the last page ended."""

    flow: str = ""
    profile: str = ""
    kind: str = ""
    before: int | None = None


class Silence(Struct, frozen=True):
    """One decision to say nothing. `why` says it in a sentence."""

    decision: str
    profile: str
    flow: str
    flow_name: str
    point: str
    at: Instant
    arm: str
    kind: str
    why: str
    framework: str = ""
    """The key of the framework that it would have been of; empty where that is gone."""

    @property
    def because(self) -> str:
        """The same on a page that says above it that nothing was said."""
        return begun(self.why.removeprefix("Nothing was said: "))


class SilencePage(Struct, frozen=True):
    """Some of them, the newest first. `next` is where the next page begins, None where there are
    no more; `unreadable` are those among them that could not be read."""

    rows: tuple[Silence, ...]
    next: int | None = None
    unreadable: Unreadable = ALL_READ


def silences(
    log: Silent, blueprint: Blueprint, names: Names, asked: Asked, most: int = PAGE
) -> SilencePage:
    """One page of them, with at most `most`; one that is damaged is left out."""
    unread = Unread()
    found = log.silences_before(
        blueprint.brand,
        asked.before,
        most + 1,
        flow=asked.flow,
        profiles=ids_of(log, blueprint.brand, asked.profile, unread),
        kind=asked.kind,
    )
    here = found[:most]
    rows = [
        silence(one, blueprint, names)
        for one in readable_decisions((body for _, body in here), unread)
    ]
    following = here[-1][0] if len(found) > most else None
    return SilencePage(tuple(rows), following, unread.told())


def ids_of(log: Logs, brand: str, profile: str, unread: Unread) -> Sequence[str]:
    """A profile's id and those that it had before it was known to be one person; none of nobody."""
    if not profile:
        return ()
    try:
        return (profile, *absorbed_by(log, brand, profile))
    except CodecError as error:
        unread.note(error)
        return (profile,)


def check_asked(asked: Asked, names: Names) -> None:
    """Raises UserError where a flow or kind is asked for that there is not, and never was."""
    if asked.kind and asked.kind not in KINDS:
        raise UserError(
            f"There is no kind '{made_visible(asked.kind)}' of reasons. There is: "
            f"{', '.join(KINDS)}."
        )
    if asked.flow and Switch(FLOW, asked.flow) not in names:
        known = ", ".join(one.key for one in names if one.kind == FLOW) or "none"
        raise UserError(
            f"There is no flow '{made_visible(asked.flow)}', and never was. There is: {known}."
        )


def silence(decision: Decision, blueprint: Blueprint, names: Names) -> Silence:
    """A decision to say nothing, as a list shows it."""
    release = blueprint.release_number(decision.release)
    framework = framework_of(release, decision)
    return Silence(
        decision=decision.id,
        profile=decision.profile,
        flow=decision.flow,
        flow_name=names.get(Switch(FLOW, decision.flow), decision.flow),
        point=decision.point,
        at=decision.at,
        arm=decision.arm,
        kind=kind_of(decision),
        why=summarise(decision, release),
        framework=framework.key if framework else "",
    )
