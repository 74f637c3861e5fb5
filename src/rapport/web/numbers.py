"""Whole numbers that an address holds."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request

from rapport.core.time import Instant

MOST_DIGITS = 15
"""Milliseconds of the next thirty thousand years; and every database can hold it."""


def whole(words: str) -> int | None:
    """The number from 0 on that is written in up to 15 digits of ASCII; None for anything else."""
    known = words.isascii() and words.isdigit() and len(words) <= MOST_DIGITS
    return int(words) if known else None


def number_in(request: Request) -> int:
    """The number that the address names. Raises HTTPException (404) where it is none: Starlette's
    own `:int` takes any length, and fails where Python reads no number as long as that."""
    found = whole(str(request.path_params["number"]))
    if found is None:
        raise HTTPException(404)
    return found


def before_of(request: Request) -> tuple[Instant, str] | None:
    """The time and key of the last message on the page before, where there was one."""
    at, _, key = request.query_params.get("before", "").partition(".")
    found = whole(at)
    return (found, key) if found is not None else None
