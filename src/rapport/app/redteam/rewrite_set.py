"""Reading a set of rewrites, also one that was written by somebody with other names in mind.

What a line says in another way is taken for ours and counted; a line whose words or verdict cannot
be known is left out, by its number and with the reason. No line is judged by a guess, and none
keeps the others from being judged.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from math import isnan

from msgspec import Struct

from rapport.app.redteam.line import CannotTellError, Line, line_of
from rapport.app.redteam.names import SETS, plain
from rapport.app.redteam.words import HALF_CHARACTER, Notes, shown
from rapport.errors import UserError

_LINE_END = re.compile(r"\r\n|\n|\r")
_AROUND = " \t\ufeff"


class Skipped(Struct, frozen=True):
    """A line that could not be judged, and why not."""

    line: int
    why: str


class RewriteSet(Struct, frozen=True):
    """The lines of a set that can be judged, those that cannot, and what was taken for what."""

    lines: tuple[Line, ...]
    skipped: tuple[Skipped, ...] = ()
    taken: tuple[str, ...] = ()


def read_set(name: str, content: bytes) -> RewriteSet:
    """The lines of a set: JSON lines, or one JSON array. Raises UserError where there are none that
    can be judged."""
    notes = Notes()
    lines, skipped = [], []
    for number, entry in _entries(content):
        try:
            lines.append(line_of(entry, number, notes))
        except CannotTellError as error:
            skipped.append(Skipped(number, str(error)))
    if not lines and skipped:
        first = skipped[0]
        raise UserError(
            f"{name}:{first.line}: {first.why}. No line of it could be judged: each is a rewrite "
            "as docs/checks.md describes it."
        )
    if not lines:
        raise UserError(f"{name}: there is no line in it.")
    return RewriteSet(tuple(lines), tuple(skipped), notes.sentences())


def _entries(content: bytes) -> Iterator[tuple[int, object]]:
    """What stands in each line, or entry of an array, by number; an error where it is no JSON."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", "replace")
    else:
        # A broken character costs the line that it is in, not the file: `_decoded` leaves it out.
        text = content.decode("utf-8-sig", "surrogateescape")
    if (every := _array(text)) is not None:
        yield from enumerate(every, 1)
        return
    for number, raw in enumerate(_LINE_END.split(text), 1):
        line = raw.strip(_AROUND).removesuffix(",")
        if line and line not in ("[", "]"):
            yield number, _decoded(line)


def _array(text: str) -> Sequence[object] | None:
    """The entries of a file that is one array, or one object that holds it; None for lines."""
    try:
        whole = json.loads(text, object_pairs_hook=_said_once)
    except (ValueError, RecursionError):
        return None
    if isinstance(whole, dict):
        found = [value for key, value in whole.items() if plain(key) in SETS]
        # An object over several lines is one rewrite; alone on its line it is read as lines are.
        whole = found[0] if len(found) == 1 else [whole] if "\n" in text.strip() else None
    return whole if isinstance(whole, list) else None


def _said_once(pairs: list[tuple[str, object]]) -> object:
    """An object as JSON has it; an error where it says two things under one key, where it says NaN,
    which is no JSON, or where it holds one that does."""
    held = dict(pairs)
    for key, value in pairs:
        if isinstance(value, CannotTellError):
            return value
        if isinstance(value, float) and isnan(value):
            return CannotTellError(f"'{shown(key)}' is NaN, which is no words")
        if held[key] != value:
            return CannotTellError(f"'{shown(key)}' stands there twice, and says two things")
    return held


def _decoded(raw: str) -> object:
    if HALF_CHARACTER.search(raw):
        return CannotTellError("it is not in UTF-8")
    try:
        return json.loads(raw, object_pairs_hook=_said_once)
    except ValueError as error:
        return CannotTellError(f"it is no JSON ({error})")
    except RecursionError:
        return CannotTellError("it is too deep to be read")
