"""Proposals for programs: asking a model for words, what waits, and taking in what is approved.

Judging them is the review queue's, as for any draft.
"""

from __future__ import annotations

import threading

from msgspec import Struct
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.frameworks.adopting import NOT_THESE, NoLongerWaitingError, ToAdopt
from rapport.app.frameworks.proposing import Brief, Proposed
from rapport.app.reviewing.review_desk import ReviewDesk
from rapport.core.creative.draft import PROPOSAL, Draft
from rapport.core.creative.framework import NO_OFFER
from rapport.errors import BrandFolderError, ModelError, TemporaryError, UserError
from rapport.web.access import Access
from rapport.web.api.calls import (
    LONGEST_PAGE,
    Answer,
    Call,
    Checkable,
    answering,
    as_json,
    place_of,
)
from rapport.web.api.changes import WOULD_BE_WRONG, changing, refused
from rapport.web.desks import AskWriter, ShowFrameworks
from rapport.web.services import Services

ROOT = "/api/proposals"
NO_MODEL = "No model is set on this server, so nothing can be asked. Set RAPPORT_MODEL."
BUSY = "The model is at another one. Nothing was asked: try again in a moment."


class ToPropose(Struct, frozen=True, forbid_unknown_fields=True):
    """A brief. What is left out is the framework's first; `parts` names the parts to write, and is
    empty for a whole message. `tone` and `angle` may be new keys."""

    framework: str
    brief: str
    tone: str = ""
    angle: str = ""
    offer: str = NO_OFFER
    point: str = ""
    parts: tuple[str, ...] = ()


class ToTakeIn(Checkable, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which approved proposals become the files'; with `check`, only whether they could."""

    drafts: tuple[str, ...]


class ProposalApi:
    """Handlers; each runs in a thread, since it may block. Only one question is put to the model at
    a time."""

    def __init__(
        self, desk: ShowFrameworks, review: ReviewDesk | None, writer: AskWriter | None
    ) -> None:
        self._desk = desk
        self._review = review
        self._writer = writer
        self._busy = threading.Lock()

    def every(self, call: Call) -> Response:
        """Those that wait for a person, one page of the queue at a time, and on the first page
        those that are approved and wait to be taken in."""
        after = call.request.query_params.get("after", "")
        waiting: list[dict[str, object]] = []
        following = None
        if self._review is not None:
            queue = self._review.queue(call.brand, place_of(after), LONGEST_PAGE)
            rows = [row for row in queue.rows if row.draft.kind == PROPOSAL]
            waiting = [{**_draft(row.draft), "stale": row.stale} for row in rows]
            following = f"{queue.next[0]}.{queue.next[1]}" if queue.next else None
        approved = [] if after else [_approved(one) for one in self._desk.to_adopt(call.brand)]
        return as_json({"waiting": waiting, "approved": approved, "next": following})

    def propose(self, call: Call) -> Response:
        """Asks the model; what passes the checks waits for a person."""
        asked = call.read(ToPropose)
        if self._writer is None:
            return refused(409, NO_MODEL)
        brief = Brief(
            asked.framework, asked.brief, asked.tone, asked.angle, asked.offer or NO_OFFER,
            asked.point, asked.parts,
        )  # fmt: skip
        if not self._busy.acquire(blocking=False):
            raise TemporaryError(BUSY)
        try:
            made = self._writer.propose(call.brand, brief, call.actor)
        except ModelError as error:
            return refused(502, str(error), trouble=str(error.trouble))
        finally:
            self._busy.release()
        return _proposed(made)

    def take_in(self, call: Call) -> Response:
        """Takes approved proposals into the brand's files, all or none."""
        asked = call.read(ToTakeIn)
        if not asked.drafts:
            return refused(422, "Say with 'drafts' which to take in.")

        def do() -> Response:
            drafts = tuple(dict.fromkeys(asked.drafts))
            try:
                done = self._desk.adopt(call.brand, drafts, call.actor, only_check=asked.check)
            except NoLongerWaitingError:
                return refused(409, NOT_THESE, drafts=self._standings(call.brand, drafts))
            except BrandFolderError as error:
                held = self._desk.adoptions_held(call.brand, drafts)
                return refused(422, WOULD_BE_WRONG, mistakes=error.problems, held=held)
            return as_json(
                {
                    "drafts": done.drafts,
                    "files": done.files,
                    "checked": asked.check,
                    "told": done.told,
                }
            )

        return changing(do)

    def _standings(self, brand: str, drafts: tuple[str, ...]) -> list[dict[str, object]]:
        """How each stands now, for whoever thought that it waits."""
        found: list[dict[str, object]] = []
        for draft in drafts:
            try:
                kept = self._review.kept(brand, draft) if self._review else None
            except UserError:
                kept = None
            if kept is None or kept.draft.kind != PROPOSAL:
                found.append({"draft": draft, "state": "unknown", "in_files": False})
                continue
            there = self._review is not None and self._review.in_files(brand, draft)
            standing = kept.standing
            found.append(
                {
                    "draft": draft,
                    "state": standing.state,
                    "who": standing.who,
                    "why": standing.why,
                    "became": standing.became,
                    "in_files": there,
                }
            )
        return found


def _draft(draft: Draft) -> dict[str, object]:
    action = draft.action
    return {
        "id": draft.id,
        "framework": draft.framework,
        "point": draft.point,
        "language": draft.language,
        "levels": {key: action.level(key) for key in ("offer", "tone", "angle")},
        "parts": draft.slots,
        "brief": draft.brief,
        "author": draft.author,
        "made_at": draft.made_at,
        "deadline": draft.deadline,
    }


def _approved(one: ToAdopt) -> dict[str, object]:
    return {
        **_draft(one.kept.draft),
        "by": one.by,
        "new": [{"factor": factor, "key": key} for factor, key in one.new],
        "fit": one.fit,
        "findings": one.findings,
        "needs": one.needs,
        "describes": one.describes,
        "name_alone": one.name_alone,
        "also": one.second,
        "who_gets_them": one.who_gets_them,
    }


def _proposed(made: Proposed) -> Response:
    """201 where it waits, 200 where the very same words were there already, 422 where the checks
    stop what came."""
    if made.draft is None:
        words = "Words came, and the checks stop them. Nothing was kept."
        drafted = made.drafted
        return refused(422, words, findings=drafted.findings, parts=drafted.answered)
    return as_json({"draft": _draft(made.draft), "known": made.known}, 200 if made.known else 201)


def routes(services: Services) -> list[Route]:
    """The addresses; none where there are no frameworks to show."""
    if services.frameworks is None:
        return []
    api = ProposalApi(services.frameworks, services.review, services.writer)
    door = Access(services)
    calls: tuple[tuple[str, str, Answer], ...] = (
        ("GET", ROOT, api.every),
        ("POST", ROOT, api.propose),
        ("POST", f"{ROOT}/take-in", api.take_in),
    )
    return [
        Route(path, answering(door, answer), methods=[method]) for method, path, answer in calls
    ]
