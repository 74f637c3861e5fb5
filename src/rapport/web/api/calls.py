"""How a program's call is answered: JSON over HTTP, with a person's token.

A program says who it acts for with `Authorization: Bearer TOKEN`, never with the console's cookie,
so no other page can make a browser call it.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from rapport.app.in_charge.people import NotAllowedError
from rapport.core.oversight.people import Actor
from rapport.errors import ConflictError, NotFoundError, RefusedInputError, UserError
from rapport.ports.drafts import QueuePlace
from rapport.web.access import Access
from rapport.web.body import KILOBYTE, read_body
from rapport.web.numbers import whole
from rapport.web.problems import Problem, problem

LONGEST_BODY = 128 * KILOBYTE
USUAL_PAGE, LONGEST_PAGE = 50, 200

UNKEPT = {"Cache-Control": "no-store"}

_STATUS: tuple[tuple[type[UserError], int], ...] = (
    (NotAllowedError, 403),
    (NotFoundError, 404),
    (ConflictError, 409),
)
"""What programs are answered, by the kind of what stands against it; 400 for any other."""

T = TypeVar("T")


class Checkable(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A change that may be asked for only to see whether it could be made."""

    check: bool = False


class Nothing(Struct, frozen=True, forbid_unknown_fields=True):
    """The body of a call that is told all by its address: what else is sent is no part of it."""


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
        """The body. What may be checked may say so in the address, too, since some programs send
        no body with DELETE. Raises RefusedInputError where it is not what it should be, or where a
        check is asked for of what cannot be checked: nothing is done then that was not meant."""
        try:
            asked = msgspec.json.decode(self.body or b"{}", type=kind)
        except (msgspec.MsgspecError, ValueError) as error:
            why = _why_unread(self.body, error)
            raise RefusedInputError(f"The body cannot be used: {why}.") from error
        check = self.request.query_params.get("check")
        if check is None:
            return asked
        if not isinstance(asked, Checkable):
            words = "This call cannot be checked only: leave 'check' out. Nothing was done."
            raise RefusedInputError(words, where="check")
        if check not in ("true", "false"):
            raise RefusedInputError("'check' is true or false. Nothing was done.", where="check")
        return replace(asked, check=asked.check or check == "true")

    @property
    def draft(self) -> str:
        """Which draft of the review it is about."""
        return str(self.request.path_params["draft"])


def _why_unread(body: bytes, error: Exception) -> str:
    """What is wrong with a body; in the decoder's own words where these tell it."""
    if isinstance(error, UnicodeDecodeError):
        return "it is no valid text, since it is not in UTF-8"
    if not isinstance(error, msgspec.ValidationError) and _holds_half_a_character(body):
        return r"it is no valid text, since it holds half a character, such as \ud800 alone"
    return str(error)


def _holds_half_a_character(body: bytes) -> bool:
    """Whether it is JSON but for an escape of one half of a surrogate pair, of which the decoder
    says that the end is missing. Python's own reads such a half, and cannot write it."""
    try:
        json.dumps(json.loads(body), ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    except (ValueError, RecursionError):
        return False
    return False


Answer = Callable[[Call], Response]


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
        except UserError as error:
            status = next((code for kind, code in _STATUS if isinstance(error, kind)), 400)
            return problem(Problem(HTTPStatus(status).phrase, status, str(error)), UNKEPT)

    async def handler(request: Request) -> Response:
        body = await read_body(request.scope, request.receive, longest)
        return await run_in_threadpool(run, request, body)

    return handler


def as_json(content: object, status: int = 200) -> Response:
    """An answer that nobody keeps."""
    return Response(
        msgspec.json.encode(content),
        status_code=status,
        media_type="application/json",
        headers={"X-Content-Type-Options": "nosniff", **UNKEPT},
    )


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
