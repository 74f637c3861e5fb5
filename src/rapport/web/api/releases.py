"""Releases for programs: what each changed, and the way back to its words, over HTTP.

It is the console's use case. A program names the part that it saw differ, and the digest of
release and folder as they were then; where they are not that any more, nothing is put back, and it
is told what differs now.
"""

from __future__ import annotations

import msgspec
from msgspec import Struct
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.publishing.put_back import (
    EVERYTHING,
    FRAMEWORK,
    SETTING,
    VOICE_PART,
    WORDS,
    Part,
)
from rapport.app.publishing.release_changes import ReleaseChanges
from rapport.errors import ConflictError, NotFoundError, RefusedInputError
from rapport.web.access import Access
from rapport.web.api.calls import (
    USUAL_PAGE,
    Answer,
    Call,
    Checkable,
    answering,
    as_json,
    limit_of,
)
from rapport.web.api.changes import changing, refused
from rapport.web.desks import OneRelease, ShowFrameworks, ShowReleases
from rapport.web.numbers import whole
from rapport.web.services import Services

ROOT = "/api/releases"


class ToPutBack(Checkable, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which `part` to put back, of what `GET` told with this `seen`."""

    part: str
    seen: str


class ReleaseApi:
    """Handlers; each runs in a thread, since it may block."""

    def __init__(self, desk: ShowReleases, frameworks: ShowFrameworks) -> None:
        self._desk = desk
        self._frameworks = frameworks

    def every(self, call: Call) -> Response:
        """All of them, page by page, the newest first."""
        told = call.request.query_params
        limit = limit_of(told.get("limit", str(USUAL_PAGE)))
        before = whole(told.get("before", ""))
        if told.get("before") and before is None:
            raise RefusedInputError("'before' is what a page's 'next' said.", where="before")
        every = self._desk.releases(call.brand)
        found = [one for one in every if before is None or one.number < before]
        rows, rest = found[:limit], found[limit:]
        return as_json({"items": rows, "next": rows[-1].number if rest else None})

    def one(self, call: Call) -> Response:
        """What one changed, and what its words would change in the folder."""
        found = self._named(call)
        book = self._frameworks.book(call.brand)
        return as_json(
            {
                **msgspec.structs.asdict(found.past),
                "changes": _told(found.changed),
                "mistakes": book.mistakes,
                "read_only": book.read_only or None,
                **self._back(call, found),
            }
        )

    def put_back(self, call: Call) -> Response:
        """Writes a part into the folder as the release has it."""
        asked, release = call.read(ToPutBack), self._named(call).past.number

        def do() -> Response:
            done = self._desk.put_back(
                call.brand, release, asked.part, call.actor, asked.seen, only_check=asked.check
            )
            return as_json({"checked": True} if asked.check else {"files": done.files})

        try:
            return changing(do)
        except ConflictError as error:
            return refused(409, str(error), **self._back(call, self._named(call)))

    def _back(self, call: Call, found: OneRelease) -> dict[str, object]:
        """What its words would change, each with the part that can be asked for."""
        changes = found.back
        known = self._desk.parts(call.brand, changes, found.past.number)

        def part(part: Part) -> str | None:
            return part.id if part.id in known else None

        names = {one.framework: one.name for one in changes.words}
        names |= {one.framework: one.name for one in changes.settings}
        back = {
            "words": [
                {**_fields(one), "part": part(Part(WORDS, one.framework, bound=one.bound))}
                for one in changes.words
            ],
            "settings": [
                {**_fields(one), "part": part(Part(SETTING, one.framework, one.what))}
                for one in changes.settings
            ],
            "voice": [
                {**_fields(one), "part": part(Part(VOICE_PART, what=one.name))}
                for one in changes.voice
            ],
            "frameworks": [
                {"framework": key, "name": name, "part": part(Part(FRAMEWORK, key))}
                for key, name in names.items()
            ],
            "everything": part(Part(EVERYTHING)),
            "stays": [one.name for one in changes.files],
        }
        return {"seen": found.seen, "back": back}

    def _named(self, call: Call) -> OneRelease:
        number = whole(str(call.request.path_params["number"]))
        found = self._desk.release(call.brand, number) if number is not None else None
        if found is None:
            raise NotFoundError("There is no such release of this brand.")
        return found


def _told(changes: ReleaseChanges) -> dict[str, object]:
    return {
        "words": changes.words,
        "settings": changes.settings,
        "voice": changes.voice,
        "files": changes.files,
    }


def _fields(one: Struct) -> dict[str, object]:
    return msgspec.structs.asdict(one)


def routes(services: Services) -> list[Route]:
    """The addresses; none where there are no releases to show."""
    if services.releases is None or services.frameworks is None:
        return []
    api, door = ReleaseApi(services.releases, services.frameworks), Access(services)
    calls: tuple[tuple[str, str, Answer], ...] = (
        ("GET", ROOT, api.every),
        ("GET", f"{ROOT}/{{number}}", api.one),
        ("POST", f"{ROOT}/{{number}}/put-back", api.put_back),
    )
    return [
        Route(path, answering(door, answer), methods=[method]) for method, path, answer in calls
    ]
