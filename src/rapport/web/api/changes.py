"""What programs are told of a change that was not made: what stands against it, or what changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

import msgspec
from starlette.responses import Response

from rapport.app.frameworks.adopting import UnfitError
from rapport.app.frameworks.editing import ChangedMeanwhileError
from rapport.errors import BrandFolderError
from rapport.web.api.calls import UNKEPT
from rapport.web.problems import Problem, problem

NOT_AS_SEEN = (
    "Somebody changed this since you looked. Nothing was changed: what there is now comes with it."
)
WOULD_BE_WRONG = "With this the brand's folder would have mistakes. Nothing was changed."


def changing(
    do: Callable[[], Response], now: Callable[[], Mapping[str, object]] = dict
) -> Response:
    """The answer of `do`, or why nothing was changed: 409 where something is not as the caller saw
    it, with what it is now; 422 where it would be a mistake, with each.

    `now` tells of what is not told already by the lines that differ.

    Raises what else `do` raises: each kind is answered as by any other call.
    """
    try:
        return do()
    except ChangedMeanwhileError as error:
        changed = [msgspec.to_builtins(hunk) for hunk in error.hunks]
        told = {"edition": error.file.edition, "changed": changed, "became": error.became}
        return refused(409, NOT_AS_SEEN, **told, **now())
    except BrandFolderError as error:
        return refused(422, WOULD_BE_WRONG, mistakes=error.problems)
    except UnfitError as error:
        held = [
            {"draft": one.kept.draft.id, "findings": one.findings, "needs": one.needs}
            for one in error.unfit
        ]
        return refused(422, str(error), held=held)


def refused(status: int, words: str, **more: object) -> Response:
    """A problem document with members of its own."""
    title = {409: "Conflict", 422: "Unprocessable Content"}.get(status, "Nothing was done")
    return problem(Problem(title, status, words), UNKEPT, more)


def no_such(what: str, known: Collection[str], where: str) -> Response:
    """404: what was named, and what there is instead."""
    words = f"There is no {what}. There is: {', '.join(known) or 'none'}."
    return problem(Problem("Not Found", 404, words, where))
