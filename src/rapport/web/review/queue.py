"""The console's review queue: what waits for a person, one draft with all that a judgement needs,
and the judgements. Every address works without a script; the script adds single keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from rapport.app.in_charge.people import NotAllowedError
from rapport.app.reviewing.review import MOST_AT_ONCE, Outcome
from rapport.app.reviewing.review_desk import ReviewDesk
from rapport.app.reviewing.review_item import Item, Row
from rapport.app.reviewing.taken_along import TakesMoreError
from rapport.app.wording.dates import local_time
from rapport.app.wording.lengths import length
from rapport.core.copy_checks.findings import AVOIDED, EXTENDABLE
from rapport.core.creative.draft import Draft
from rapport.core.oversight.people import JUDGE, WRITE, Actor
from rapport.errors import UserError
from rapport.ports.drafts import QueuePlace
from rapport.web.access import Access, actor_of, brand_of, form_of
from rapport.web.console import INERT, MAIL_HEADERS, split_doctype
from rapport.web.numbers import whole
from rapport.web.pages import notice, see_other
from rapport.web.review.lessons import LessonPages, lesson_in
from rapport.web.review.shared import ID, address_of, draft_of, review_page
from rapport.web.review.told import told_in, told_of
from rapport.web.services import BrandAccess, Services

MOST_BEGINS = 60
"""Characters."""

_SLOT = "slot."


class Line(Struct, frozen=True):
    """One row of the list, with how long is left."""

    row: Row
    address: str
    left: str


class ReviewPages:
    """Handlers. Reading and judging are done in a thread, since they may block."""

    def __init__(self, desk: ReviewDesk, lessons: LessonPages) -> None:
        self._desk = desk
        self._lessons = lessons

    async def queue(self, request: Request) -> Response:
        """What waits, page by page."""
        return await run_in_threadpool(self._queue, request)

    async def item(self, request: Request) -> Response:
        """One draft."""
        return await run_in_threadpool(self._item, request)

    async def mail(self, request: Request) -> Response:
        """The draft as a whole message, for the frame of its page."""
        return await run_in_threadpool(self._mail, request)

    async def alike(self, request: Request) -> Response:
        """Those that say much the same, to be judged together."""
        return await run_in_threadpool(self._alike, request)

    async def judge(self, request: Request) -> Response:
        """POST: approves, edits or rejects one draft, and goes on to the next."""
        return await run_in_threadpool(self._judge, request)

    async def judge_many(self, request: Request) -> Response:
        """POST: approves or rejects all that were ticked."""
        return await run_in_threadpool(self._judge_many, request)

    # --- Pages ---

    def _queue(self, request: Request) -> Response:
        brand = brand_of(request)
        queue = self._desk.queue(brand.key, _place(request))
        return review_page(
            request,
            "review_list.html",
            rows=_lines(queue.rows, brand, queue.now),
            counts=queue.counts,
            next=address_of(brand, "", after=f"{queue.next[0]}.{queue.next[1]}")
            if queue.next
            else "",
            first_page="after" not in request.query_params,
            told=told_in(request, self._desk),
        )

    def _item(self, request: Request) -> Response:
        return self._item_page(request, draft_of(request))

    def _item_page(
        self, request: Request, draft: str, outcome: Outcome | None = None, wrong: str = ""
    ) -> Response:
        brand, actor = brand_of(request), actor_of(request)
        item = self._item_of(brand, draft, actor)
        form = form_of(request) if request.method == "POST" else {}
        typed = _slots(form)
        what = request.path_params.get("what", "")
        refused = outcome is not None and not outcome.done
        return review_page(
            request,
            "review_item.html",
            status=409 if refused else 400 if wrong else 200,
            item=item,
            by=local_time(item.draft.deadline, brand.zone),
            next=_next(self._desk, brand, item),
            outcome=outcome,
            wrong=wrong,
            told=told_in(request, self._desk),
            left=self._desk.waiting(brand.key),
            typed=typed,
            why=form.get("why", ""),
            form=form,
            wrong_in=_wrong_in(what, form) if wrong else "",
            rejecting=what == "reject" and not form.get("back"),
            may_write=actor.may(WRITE) and item.open,
            may_judge=actor.may(JUDGE) and item.open,
            in_files=item.is_approved_proposal and self._desk.in_files(brand.key, item.draft.id),
            may_take_back=actor.may(JUDGE) and self._desk.can_be_taken_back(brand.key, item),
            checks=(AVOIDED, *EXTENDABLE),
            address=address_of(brand, item.draft.id),
            at=lambda what: address_of(brand, f"{item.draft.id}/{what}"),
        )

    def _alike(self, request: Request) -> Response:
        return self._alike_page(request)

    def _alike_page(
        self, request: Request, outcomes: Sequence[Outcome] = (), wrong: str = ""
    ) -> Response:
        brand, actor, draft = brand_of(request), actor_of(request), draft_of(request)
        item = self._item_of(brand, draft, actor)
        rows = self._desk.rows(brand.key, item.alike[: MOST_AT_ONCE - 1])
        now = self._desk.now()
        return review_page(
            request,
            "review_alike.html",
            status=400 if wrong else 200,
            item=item,
            rows=_lines(rows, brand, now),
            differs={row.draft.id: _differs(row.draft, item) for row in rows},
            done=sum(one.done for one in outcomes),
            left=[(self._begins(brand, one), one) for one in outcomes if not one.done],
            judged=bool(outcomes),
            wrong=wrong,
            may_judge=actor.may(JUDGE),
            address=address_of(brand, item.draft.id),
            at=lambda what: address_of(brand, f"{item.draft.id}/{what}"),
        )

    def _mail(self, request: Request) -> Response:
        brand, draft = brand_of(request), draft_of(request)
        self._found(brand, draft)
        doctype, rest = split_doctype(self._desk.shown(brand.key, draft).message.html)
        return HTMLResponse(doctype + INERT + rest, headers=MAIL_HEADERS)

    # --- Judgements ---

    def _judge(self, request: Request) -> Response:
        brand, draft, actor = brand_of(request), draft_of(request), actor_of(request)
        before = self._found(brand, draft)
        try:
            judged = self._judged(request, before, actor)
        except NotAllowedError as error:
            return notice("That is not yours to do", str(error), status=403)
        except UserError as error:
            return self._item_page(request, draft, wrong=str(error))
        if isinstance(judged, Response):
            return judged
        outcome, taught = judged
        if not outcome.done:
            return self._item_page(request, draft, outcome)
        following = self._desk.next_after(brand.key, before)
        told = told_of(outcome, form_of(request), taught=taught)
        return see_other(address_of(brand, following, **told))

    def _judged(
        self, request: Request, draft: Draft, actor: Actor
    ) -> tuple[Outcome, bool] | Response:
        """What became of it, and whether it taught something; or the page that asks first."""
        form, what, brand = form_of(request), request.path_params["what"], brand_of(request).key
        if what == "approve":
            return self._desk.approve(brand, draft.id, actor), False
        if what == "edit":
            return self._desk.edit(brand, draft.id, actor, _slots(form)), False
        lesson = lesson_in(form, draft)
        if lesson is not None:
            asked = self._lessons.question(request, draft, lesson)
            if isinstance(asked, Response):
                return asked
            lesson = asked
        why, back = form.get("why", ""), form.get("back") == "yes"
        try:
            judged = self._desk.reject(brand, draft.id, actor, why, lesson, take_back=back)
        except TakesMoreError:  # since the page was made, this very moment
            return self._judged(request, draft, actor)
        return judged.outcome, judged.lesson is not None

    def _judge_many(self, request: Request) -> Response:
        form, brand = form_of(request), brand_of(request)
        drafts = [one for one in form.get("draft", "").split() if ID.fullmatch(one)]
        why = form.get("why", "") if form.get("do") == "reject" else None
        try:
            outcomes = self._desk.judge_many(brand.key, drafts, actor_of(request), why)
        except NotAllowedError as error:
            return notice("That is not yours to do", str(error), status=403)
        except UserError as error:
            return self._alike_page(request, wrong=str(error))
        return self._alike_page(request, outcomes)

    def _begins(self, brand: BrandAccess, outcome: Outcome) -> str:
        """The first words of a draft, by which people know it."""
        words = self._found(brand, outcome.draft).begins.partition("\n")[0]
        return words if len(words) <= MOST_BEGINS else f"{words[: MOST_BEGINS - 1]}…"

    def _found(self, brand: BrandAccess, draft: str) -> Draft:
        try:
            return self._desk.kept(brand.key, draft).draft
        except UserError as error:
            raise HTTPException(404) from error

    def _item_of(self, brand: BrandAccess, draft: str, actor: Actor) -> Item:
        try:
            return self._desk.item(brand.key, draft, actor)
        except UserError as error:
            raise HTTPException(404) from error


def routes(services: Services) -> list[Route]:
    """The addresses, where there is a desk."""
    if services.review is None:
        return []
    lessons, access = LessonPages(services.review), Access(services)
    pages = ReviewPages(services.review, lessons)
    root = "/console/review"

    def judging(what: str) -> Route:
        async def handler(request: Request) -> Response:
            request.path_params["what"] = what
            return await pages.judge(request)

        return Route(f"{root}/{{draft}}/{what}", access.guard(handler), methods=["POST"])

    return [
        Route(root, access.guard(pages.queue), methods=["GET"]),
        Route(f"{root}/taught", access.guard(lessons.taught), methods=["GET"]),
        Route(f"{root}/taught/{{number}}", access.guard(lessons.take_back), methods=["POST"]),
        Route(f"{root}/{{draft}}", access.guard(pages.item), methods=["GET"]),
        Route(f"{root}/{{draft}}/mail", access.guard(pages.mail), methods=["GET"]),
        Route(f"{root}/{{draft}}/alike", access.guard(pages.alike), methods=["GET"]),
        Route(f"{root}/{{draft}}/alike", access.guard(pages.judge_many), methods=["POST"]),
        *map(judging, ("approve", "edit", "reject")),
    ]


# --- Parts --------------------------------------------------------------------------------------


def _place(request: Request) -> QueuePlace | None:
    deadline, _, draft = request.query_params.get("after", "").partition(".")
    at = whole(deadline)
    return (at, draft) if at is not None and ID.fullmatch(draft) else None


def _next(desk: ReviewDesk, brand: BrandAccess, item: Item) -> str:
    following = desk.next_after(brand.key, item.draft)
    return address_of(brand, following) if following else ""


def _lines(rows: Sequence[Row], brand: BrandAccess, now: int) -> list[Line]:
    return [
        Line(row, address_of(brand, row.draft.id), length(row.draft.deadline - now)) for row in rows
    ]


def _differs(draft: Draft, item: Item) -> list[tuple[str, str]]:
    """Slot and words of each that does not say what the one that somebody came from says."""
    known = {slot.slot: slot.words for slot in item.slots}
    order = [*known, *(key for key in draft.slots if key not in known)]
    said = [(key, draft.slots.get(key, "")) for key in order]
    return [(key, words) for key, words in said if words != known.get(key, "")]


def _wrong_in(what: str, form: Mapping[str, str]) -> str:
    """The field of a judgement's form that would not do; empty where it is none."""
    if what == "reject":
        taught = form.get("teach") and form.get("why", "").strip()
        return "lesson" if taught and not form.get("back") else "why"
    return "edit" if what == "edit" else ""


def _slots(fields: Mapping[str, str]) -> dict[str, str]:
    return {
        name.removeprefix(_SLOT): words for name, words in fields.items() if name.startswith(_SLOT)
    }
