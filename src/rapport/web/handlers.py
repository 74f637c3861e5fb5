"""What all pages of the console share: a handler in a thread, and what came of trying a change."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from rapport.app.frameworks.editing import ChangedMeanwhileError
from rapport.app.in_charge.people import NotAllowedError
from rapport.errors import BrandFolderError, TemporaryError, UserError


def threaded(handler: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    """The handler, called in a thread, since it may block."""

    async def threaded(request: Request) -> Response:
        return await run_in_threadpool(handler, request)

    return threaded


class Attempt(Struct, frozen=True):
    """What came of a change that somebody asked for. `saved` and `fine` (only checked, and nothing
    stands against it) say that all is well; otherwise the rest says why not."""

    saved: bool = False
    same: bool = False
    fine: bool = False
    wrong: str = ""
    problems: tuple[str, ...] = ()
    conflict: ChangedMeanwhileError | None = None
    status: int = 200
    framework: str = ""
    """The key that the framework has once it is saved."""


NOTHING_TRIED = Attempt()


def attempted(do: Callable[[], Attempt]) -> Attempt:
    """What comes of it, or what stands against it."""
    try:
        return do()
    except NotAllowedError as error:
        return Attempt(wrong=str(error), status=403)
    except BrandFolderError as error:
        return Attempt(problems=error.problems, status=400)
    except ChangedMeanwhileError as error:
        return Attempt(wrong=str(error), conflict=error, status=409)
    except UserError as error:
        return Attempt(wrong=str(error), status=400)
    except TemporaryError as error:
        return Attempt(wrong=f"{error} Nothing was saved: try again in a moment.", status=503)
