"""The review queue for programs, over the same use case as the console's pages."""

from __future__ import annotations

import msgspec
from msgspec import Struct
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.reviewing.review import FAULTY, Outcome
from rapport.app.reviewing.review_desk import ReviewDesk
from rapport.app.reviewing.review_item import Item, Row
from rapport.app.reviewing.teach import Lesson
from rapport.core.copy_checks.findings import AVOIDED
from rapport.core.copy_checks.teaching import PHRASE
from rapport.core.creative.message import Message
from rapport.errors import RefusedInputError
from rapport.web.access import Access
from rapport.web.api.calls import (
    USUAL_PAGE,
    Answer,
    Call,
    Nothing,
    answering,
    as_json,
    limit_of,
    place_of,
)
from rapport.web.numbers import number_in
from rapport.web.services import Services


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
        call.read(Nothing)
        return _outcome(self._desk.approve(call.brand, call.draft, call.actor))

    def edit(self, call: Call) -> Response:
        asked = call.read(ToEdit)
        if not asked.slots:
            words = (
                "Say with 'slots' which words are to be others. To let the draft go out as it is, "
                f"send POST /api/review/{call.draft}/approve. Nothing was done."
            )
            raise RefusedInputError(words, where="slots")
        said = self._desk.kept(call.brand, call.draft).draft.slots
        for slot, text in asked.slots.items():
            if slot not in said and not text.strip():
                words = (
                    f"The draft has no words in '{slot}' to take out. It has: {', '.join(said)}."
                )
                raise RefusedInputError(words, where=f"slots.{slot}")
        # What is left out keeps the draft's words; a slot is emptied by an empty text.
        slots = {**said, **asked.slots}
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
        call.read(Nothing)
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


# --- What is answered ---------------------------------------------------------------------------


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
