"""Which languages a customer reads, as far as their browser tells."""

from __future__ import annotations

import re

from starlette.requests import Request

MOST_READ = 1_000
"""Characters of a header that are looked at: a browser's has some 50."""

_RANGE = re.compile(
    r"\s*([A-Za-z]{2})(?:-[A-Za-z0-9-]*)?\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?"
)


def languages_read(request: Request) -> tuple[str, ...]:
    """The languages that `Accept-Language` names, in two letters each, the dearest first. What is
    not one, or is not wanted (`q=0`), is left out."""
    found: dict[str, float] = {}
    for part in request.headers.get("accept-language", "")[:MOST_READ].split(","):
        match = _RANGE.fullmatch(part)
        if match:
            language, dear = match[1].lower(), float(match[2] or 1)
            found[language] = max(dear, found.get(language, 0.0))
    wanted = [one for one, dear in found.items() if dear > 0.0]
    return tuple(sorted(wanted, key=lambda one: -found[one]))
