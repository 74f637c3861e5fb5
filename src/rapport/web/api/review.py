"""The review queue for programs: JSON over HTTP, with a person's token.

It stands on the same use case as the console's pages. A program says who it acts for with
`Authorization: Bearer TOKEN`, never with the console's cookie, so no other page can make a browser
call it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

import msgspec
from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.in_charge.people import NotAllowedError
from rapport.app.reviewing.review import FAULTY, Outcome
from rapport.app.reviewing.review_desk import ReviewDesk
from rapport.app.reviewing.review_item import Item, Row
from rapport.app.reviewing.taken_along import TakesMoreError
from rapport.app.reviewing.teach import Lesson
from rapport.core.copy_checks.findings import AVOIDED
from rapport.core.copy_checks.teaching import PHRASE
from rapport.core.creative.message import Message
from rapport.core.oversight.people import Actor
from rapport.errors import RefusedInputError, UserError
from rapport.ports.drafts import QueuePlace
from rapport.web.access import Access
from rapport.web.body import KILOBYTE, read_body
from rapport.web.numbers import number_in, whole
from rapport.web.problems import Problem, problem
from rapport.web.services import Services

LONGEST_BODY = 128 * KILOBYTE
USUAL_PAGE, LONGEST_PAGE = 50, 200

T = TypeVar("T")


class ToTeach(Struct, frozen=True, forbid_unknown_fields=True):
    """A lesson, as a program asks for it."""

    kind: str
    text: str
    check: str = AVOIDED
    better: str = ""
    everywhere: bool = True
    seen: str = ""

    def lesson(self) -> Lesson:
        return Lesson(
            self.kind, self.text, self.check, self.better, self.everywhere, seen=self.seen
        )


class ToBan(Struct, frozen=True, forbid_unknown_fields=True):
    """A phrase that may be banned, with the rejection of a draft where one is named."""

    text: str
    check: str = AVOIDED
    draft: str = ""


class ToEdit(Struct, frozen=True, forbid_unknown_fields=True):
    slots: dict[str, str]
    why: str = ""


class ToReject(Struct, frozen=True, forbid_unknown_fields=True):
    why: str
    teach: ToTeach | None = None
    take_back: bool = False


class ToJudge(Struct, frozen=True, forbid_unknown_fields=True):
    """Many at once: all approved or, where there is a reason, all rejected."""

    drafts: list[str]
    do: str
    why: str = ""
    take_back: bool = False


class Call(Struct, frozen=True):
    """One request: for which brand, by whom, with which body."""

    request: Request
    brand: str
    actor: Actor
    body: bytes

    @property
    def key(self) -> str:
        """What the address ends in: which framework, tone or claim it is about."""
        return str(self.request.path_params["key"])

    def read(self, kind: type[T]) -> T:
        """The body. Raises RefusedInputError where it is not what it should be."""
        try:
            return msgspec.json.decode(self.body or b"{}", type=kind)
        except (msgspec.MsgspecError, ValueError) as error:
            raise RefusedInputError(f"The body cannot be used: {error}.") from error

    @property
    def draft(self) -> str:
        return str(self.request.path_params["draft"])


Answer = Callable[[Call], Response]


class ReviewApi:
    """Handlers; each runs in a thread, since it may block."""

    def __init__(self, desk: ReviewDesk) -> None:
        self._desk = desk

    def queue(self, call: Call) -> Response:
        asked = call.request.query_params
        queue = self._desk.queue(
            call.brand,
            place_of(asked.get("after", "")),
            limit_of(asked.get("limit", str(USUAL_PAGE))),
        )
        return as_json(
            {
                "counts": dict(queue.counts),
                "items": [_row(row) for row in queue.rows],
                "next": f"{queue.next[0]}.{queue.next[1]}" if queue.next else None,
            }
        )

    def item(self, call: Call) -> Response:
        item = self._desk.item(call.brand, call.draft, call.actor)
        shown = self._desk.shown(call.brand, item.draft.id).message
        return as_json({**_item(item), "example": _example(item, shown)})

    def alike(self, call: Call) -> Response:
        rows = self._desk.alike(call.brand, call.draft)
        return as_json({"items": [_row(row) for row in rows]})

    def approve(self, call: Call) -> Response:
        return _outcome(self._desk.approve(call.brand, call.draft, call.actor))

    def edit(self, call: Call) -> Response:
        asked = call.read(ToEdit)
        # What is left out keeps the draft's words; a slot is emptied by an empty text.
        slots = {**self._desk.kept(call.brand, call.draft).draft.slots, **asked.slots}
        return _outcome(self._desk.edit(call.brand, call.draft, call.actor, slots, asked.why))

    def reject(self, call: Call) -> Response:
        asked = call.read(ToReject)
        lesson = asked.teach.lesson() if asked.teach else None
        judged = self._desk.reject(
            call.brand, call.draft, call.actor, asked.why, lesson, take_back=asked.take_back
        )
        taught = judged.lesson.number if judged.lesson else None
        return _outcome(judged.outcome, lesson=taught, withdrawn=judged.withdrawn)

    def judge_many(self, call: Call) -> Response:
        asked = call.read(ToJudge)
        if asked.do not in ("approve", "reject"):
            raise RefusedInputError("'do' is approve or reject.", where="do")
        why = asked.why if asked.do == "reject" else None
        outcomes = self._desk.judge_many(
            call.brand, asked.drafts, call.actor, why, take_back=asked.take_back
        )
        return as_json({"outcomes": outcomes})

    def taught(self, call: Call) -> Response:
        return as_json({"lessons": self._desk.taught(call.brand)})

    def teach(self, call: Call) -> Response:
        judged = self._desk.teach(call.brand, call.actor, call.read(ToTeach).lesson())
        return as_json({"lesson": judged.lesson, "withdrawn": judged.withdrawn})

    def takes_along(self, call: Call) -> Response:
        asked = call.read(ToBan)
        lesson = Lesson(PHRASE, asked.text, asked.check)
        return as_json(self._desk.takes_along(call.brand, call.actor, lesson, asked.draft))

    def unteach(self, call: Call) -> Response:
        return as_json(self._desk.unteach(call.brand, call.actor, number_in(call.request)))


def routes(services: Services) -> list[Route]:
    """The addresses, where there is a desk."""
    if services.review is None:
        return []
    api, root = ReviewApi(services.review), "/api/review"
    calls: tuple[tuple[str, str, Answer], ...] = (
        ("GET", root, api.queue),
        ("POST", f"{root}/judge", api.judge_many),
        ("GET", f"{root}/taught", api.taught),
        ("POST", f"{root}/taught", api.teach),
        ("POST", f"{root}/taught/dry-run", api.takes_along),
        ("DELETE", f"{root}/taught/{{number}}", api.unteach),
        ("GET", f"{root}/{{draft}}", api.item),
        ("GET", f"{root}/{{draft}}/alike", api.alike),
        ("POST", f"{root}/{{draft}}/approve", api.approve),
        ("POST", f"{root}/{{draft}}/edit", api.edit),
        ("POST", f"{root}/{{draft}}/reject", api.reject),
    )
    door = Access(services)
    return [
        Route(path, answering(door, answer), methods=[method]) for method, path, answer in calls
    ]


def answering(
    door: Access, answer: Answer, longest: int = LONGEST_BODY
) -> Callable[[Request], Awaitable[Response]]:
    """A handler that asks for a token and a brand, and says in JSON what stands against it."""

    def run(request: Request, body: bytes) -> Response:
        visitor = door.bearer(request)
        if visitor is None:
            raise RefusedInputError(
                "Rapport does not know this token. Send a person's token, or the console's, as "
                "'Authorization: Bearer TOKEN'.",
                where="Authorization",
                status=401,
            )
        brand = request.query_params.get("brand") or next(iter(visitor.actors), "")
        if brand not in visitor.actors:
            known = ", ".join(visitor.actors)
            words = f"There is no brand '{brand}' that you are in charge of. There is: {known}."
            return problem(Problem("Not Found", 404, words, "brand"))
        try:
            return answer(Call(request, brand, visitor.actors[brand], body))
        except NotAllowedError as error:
            return problem(Problem("Forbidden", 403, str(error)))
        except TakesMoreError as error:
            return problem(Problem("Conflict", 409, str(error)))
        except UserError as error:
            missing = "There is no draft" in str(error) or "Nothing is taught" in str(error)
            status, title = (404, "Not Found") if missing else (400, "Bad Request")
            return problem(Problem(title, status, str(error)))

    async def handler(request: Request) -> Response:
        body = await read_body(request.scope, request.receive, longest)
        return await run_in_threadpool(run, request, body)

    return handler


# --- What is answered ---------------------------------------------------------------------------


def as_json(content: object, status: int = 200) -> Response:
    """An answer that nobody keeps."""
    return Response(
        msgspec.json.encode(content),
        status_code=status,
        media_type="application/json",
        headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"},
    )


def _outcome(outcome: Outcome, **more: object) -> Response:
    """409 where it was not taken; 422 where a check stops the words."""
    status = 200 if outcome.done else 422 if outcome.did == FAULTY else 409
    return as_json({**msgspec.structs.asdict(outcome), **more}, status)


def _row(row: Row) -> dict[str, object]:
    return {
        "id": row.draft.id,
        "framework": row.draft.framework,
        "begins": row.begins,
        "levels": row.levels,
        "situation": row.draft.situation,
        "kind": row.draft.kind,
        "deadline": row.draft.deadline,
        "stale": row.stale,
    }


def _item(item: Item) -> dict[str, object]:
    return {**msgspec.structs.asdict(item), "open": item.open}


def _example(item: Item, shown: Message) -> dict[str, str]:
    """The message as somebody made up would get it, and who that is."""
    return {
        "for": item.example,
        "subject": shown.subject,
        "preheader": shown.preheader,
        "text": shown.text,
    }


def place_of(after: str) -> QueuePlace | None:
    """Where a page of the queue begins, as the page before it said. Raises RefusedInputError."""
    if not after:
        return None
    deadline, _, draft = after.partition(".")
    at = whole(deadline)
    if at is None:
        raise RefusedInputError("'after' is what a page's 'next' said.", where="after")
    return at, draft


def limit_of(words: str) -> int:
    """How many a page is to have at most, as it was asked for. Raises RefusedInputError."""
    limit = whole(words)
    if limit is None or not 1 <= limit <= LONGEST_PAGE:
        raise RefusedInputError(f"'limit' is 1 to {LONGEST_PAGE}.", where="limit")
    return limit
