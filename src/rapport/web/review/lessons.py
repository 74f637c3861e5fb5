"""What reviewers teach, in the console: the list of it, taking it back, and the question before a
ban that takes something along."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from rapport.app.in_charge.people import NotAllowedError
from rapport.app.reviewing.review_desk import ReviewDesk
from rapport.app.reviewing.teach import Lesson
from rapport.app.wording.dates import local_time
from rapport.core.copy_checks.findings import AVOIDED
from rapport.core.copy_checks.teaching import EXAMPLE, KINDS, PHRASE
from rapport.core.creative.draft import Draft
from rapport.core.oversight.people import JUDGE
from rapport.errors import UserError
from rapport.web.access import actor_of, brand_of, form_of
from rapport.web.numbers import number_in
from rapport.web.pages import notice, see_other
from rapport.web.review.shared import address_of, review_page

TOLD = {
    "back": "Taken back: it holds no more.",
    "back, one": "Taken back: it holds no more. The draft that it took along waits again.",
    "back, more": "Taken back: it holds no more. The drafts that it took along wait again.",
}
"""What the list may be told by its address."""


class LessonPages:
    """Handlers, which do what may block in a thread."""

    def __init__(self, desk: ReviewDesk) -> None:
        self._desk = desk

    async def taught(self, request: Request) -> Response:
        """What reviewers taught."""
        return await run_in_threadpool(self._taught, request)

    async def take_back(self, request: Request) -> Response:
        """POST: takes a lesson back."""
        return await run_in_threadpool(self._take_back, request)

    def question(self, request: Request, draft: Draft, lesson: Lesson) -> Response | Lesson:
        """Before a ban: a page that asks, where it takes something along that was not seen yet;
        else the lesson as it was confirmed. Raises UserError where the lesson will not do."""
        form, brand = form_of(request), brand_of(request)
        if lesson.kind != PHRASE or not form.get("why", "").strip():
            return lesson
        found = self._desk.takes_along(brand.key, actor_of(request), lesson, draft.id)
        if not found.any or form.get("seen") == found.seen:
            return replace(lesson, seen=found.seen)
        return review_page(
            request,
            "review_ban.html",
            found=found,
            changed=bool(form.get("seen")),
            form=form,
            address=address_of(brand, draft.id),
            reject=address_of(brand, f"{draft.id}/reject"),
            at=lambda inner: address_of(brand, inner),
        )

    def _taught(self, request: Request) -> Response:
        brand = brand_of(request)
        lessons = [one for one in self._desk.taught(brand.key) if not one.withdrawn]
        return review_page(
            request,
            "review_taught.html",
            told=TOLD.get(request.query_params.get("told", ""), ""),
            lessons=[(one, local_time(one.at, brand.zone)) for one in reversed(lessons)],
            may_judge=actor_of(request).may(JUDGE),
            at=lambda number: address_of(brand, f"taught/{number}"),
        )

    def _take_back(self, request: Request) -> Response:
        brand, number = brand_of(request), number_in(request)
        try:
            gone = self._desk.unteach(brand.key, actor_of(request), number)
        except NotAllowedError as error:
            return notice("That is not yours to do", str(error), status=403)
        except UserError as error:
            return notice("Nothing was done", str(error), status=409)
        again = len(gone.waiting_again)
        told = "back" if not again else "back, one" if again == 1 else "back, more"
        return see_other(address_of(brand, "taught", told=told))


def lesson_in(fields: Mapping[str, str], draft: Draft) -> Lesson | None:
    """The lesson that a form asks to be taught; None where it asks for none. An example without
    words of its own is what the draft says."""
    kind, text = fields.get("teach", ""), fields.get("lesson", "")
    if kind not in KINDS:
        return None
    if kind == EXAMPLE and not text.strip():
        text = "\n".join(draft.slots.values())
    return Lesson(
        kind,
        text,
        fields.get("check") or AVOIDED,
        fields.get("better", ""),
        everywhere=fields.get("only") != "framework",
    )
