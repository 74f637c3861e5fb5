"""How a program's call is answered: by the kind of what stands against it, never by its words."""

from __future__ import annotations

import anyio
import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from web_world import BASE, World

from rapport.app.frameworks.editing import ReadOnlyError
from rapport.app.in_charge.people import NotAllowedError
from rapport.app.publishing.release_changes import LookAgainError
from rapport.errors import ConflictError, NotFoundError, UserError
from rapport.web.access import Access
from rapport.web.api.calls import Call, answering

TOKEN = "the console's own token"


def answered(world: World, error: UserError) -> httpx.Response:
    """What a program is told where a use case raises this."""

    world.change(console_token=TOKEN)

    def answer(_: Call) -> Response:
        raise error

    app = Starlette(routes=[Route("/api/it", answering(Access(world.services), answer))])

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app=app), base_url=BASE
        ) as client:
            return await client.get("/api/it", headers={"Authorization": f"Bearer {TOKEN}"})

    return anyio.run(ask)


@pytest.mark.parametrize(
    ("kind", "status", "title"),
    [
        (UserError, 400, "Bad Request"),
        (NotAllowedError, 403, "Forbidden"),
        (NotFoundError, 404, "Not Found"),
        (ConflictError, 409, "Conflict"),
        (ReadOnlyError, 409, "Conflict"),
        (LookAgainError, 409, "Conflict"),
    ],
)
@pytest.mark.parametrize("words", ["There is no draft here.", "Nothing is taught.", "Not so."])
def test_the_kind_says_the_status_whatever_the_words(
    world: World, kind: type[UserError], status: int, title: str, words: str
) -> None:
    told = answered(world, kind(words))
    assert (told.status_code, told.json()["title"]) == (status, title)
    assert told.json()["detail"] == words
    assert told.headers["content-type"] == "application/problem+json"
    assert told.headers["cache-control"] == "no-store"
