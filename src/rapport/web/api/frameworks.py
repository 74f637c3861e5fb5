"""Frameworks for programs, to read: JSON over HTTP, with a person's token."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import Route

from rapport.core.creative.coverage import points_of
from rapport.core.creative.editing import passages_of, writer_as_seen
from rapport.core.creative.framework import Framework
from rapport.core.creative.modes import Writing
from rapport.core.time import HOUR
from rapport.web.access import Access
from rapport.web.api.calls import Answer, Call, answering, as_json
from rapport.web.desks import Book, ShowFrameworks
from rapport.web.problems import Problem, problem
from rapport.web.services import Services

ROOT = "/api/frameworks"


class FrameworkApi:
    """Handlers; each runs in a thread, since it may block."""

    def __init__(self, desk: ShowFrameworks) -> None:
        self._desk = desk

    def every(self, call: Call) -> Response:
        """All of a brand's, and how many approved proposals wait to be taken in."""
        book = self._desk.book(call.brand)
        return as_json(
            {
                "release": book.release,
                "mistakes": book.mistakes,
                "read_only": book.read_only or None,
                "frameworks": [_framework(one, book) for one in book.content.frameworks],
                "to_adopt": self._desk.count_to_adopt(call.brand),
            }
        )

    def one(self, call: Call) -> Response:
        """One of them, with its approved words."""
        book = self._desk.book(call.brand)
        framework = _named(call, book)
        if framework is None:
            return _missing(call, book)
        file = self._desk.open(call.brand, framework.key)
        passages = file.passages if file else passages_of(framework, book.content.brand.language)
        return as_json(
            {
                **_framework(framework, book),
                "slots": framework.slots,
                "writing": _writing(framework.writing),
                "rules": [{"name": one.name, "because": one.because} for one in framework.rules],
                "file": {"name": file.name, "edition": file.edition, "text": file.text}
                if file
                else None,
                "passages": passages,
            }
        )

    def coverage(self, call: Call) -> Response:
        """How far its approved words go."""
        book = self._desk.book(call.brand)
        framework = _named(call, book)
        if framework is None:
            return _missing(call, book)
        return as_json(self._desk.coverage(call.brand)[framework.key])

    def waiting(self, call: Call) -> Response:
        """What would change if the folder were published now; `seen` is empty where it has
        mistakes."""
        changes = self._desk.changes(call.brand)
        return as_json(
            {
                "any": changes.any,
                "seen": changes.seen,
                "words": changes.words,
                "settings": changes.settings,
                "voice": changes.voice,
                "files": changes.files,
                "warnings": changes.warnings,
            }
        )


def _framework(one: Framework, book: Book) -> dict[str, object]:
    return {
        "key": one.key,
        "name": one.name,
        "about": one.about,
        "state": book.states.get(one.key, "as published"),
        "points": points_of(book.content.flows, one.key),
        "offers": one.offers,
        "tones": _levels(one, "tones"),
        "angles": _levels(one, "angles"),
        "visuals": _levels(one, "visuals"),
        "writer": one.writing.mode,
    }


def _writing(writing: Writing) -> dict[str, str]:
    """As it is written in a file; `seen` is all of it that makes a difference."""
    return {
        "mode": writing.mode,
        "sample": f"{writing.sample * 100:g}%",
        "deadline": f"{writing.deadline / HOUR:g}h",
        "seen": writer_as_seen(writing),
    }


def _levels(one: Framework, factor: str) -> list[dict[str, str]]:
    return [
        {"key": level.key, "label": level.label, "describes": level.describes}
        for level in getattr(one, factor)
    ]


def _named(call: Call, book: Book) -> Framework | None:
    return book.content.framework(call.key)


def _missing(call: Call, book: Book) -> Response:
    known = ", ".join(one.key for one in book.content.frameworks)
    words = f"There is no framework '{call.key}'. There is: {known}."
    return problem(Problem("Not Found", 404, words, "key"))


def routes(services: Services) -> list[Route]:
    """The addresses; none where there are no frameworks to show."""
    if services.frameworks is None:
        return []
    api, door = FrameworkApi(services.frameworks), Access(services)
    calls: tuple[tuple[str, Answer], ...] = (
        (ROOT, api.every),
        (f"{ROOT}/{{key}}", api.one),
        (f"{ROOT}/{{key}}/coverage", api.coverage),
        ("/api/unpublished", api.waiting),
    )
    return [Route(path, answering(door, answer), methods=["GET"]) for path, answer in calls]
