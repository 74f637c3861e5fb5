"""Layout files: MJML beside the YAML, found, read and checked."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path, PurePosixPath

from msgspec import Struct

from rapport.adapters.approved_liquid.colours import Faint, faint_words
from rapport.adapters.approved_liquid.language import Mistake
from rapport.adapters.approved_liquid.layout import LayoutError, compile_layout, layout_mistakes
from rapport.adapters.approved_liquid.names import layout_facts
from rapport.adapters.brand_folder.context import Context
from rapport.adapters.brand_folder.nodes import MAX_BYTES, Value
from rapport.adapters.brand_folder.parts import Place, Whole, is_part, whole
from rapport.adapters.plain_files import plain_file

_TAGS = re.compile(r"\{%.*?%\}")
_EXPECTED = "an .mjml file inside the brand's folder, such as layouts/hero.mjml"


class Layout(Struct, frozen=True):
    """A layout with its parts in it, and the files that it was read from."""

    source: str
    files: tuple[str, ...]


def read_layout(value: Value, context: Context, slots: frozenset[str], about: str) -> Layout:
    """The MJML that `value` names, for messages about `about`; its mistakes are noted with the file
    and line that they stand in."""
    name = PurePosixPath(value.written)
    if not _is_inside(name) or is_part(name.name):
        value.expected(_EXPECTED)
        return Layout("", (value.written,))
    read = context.wholes.get(str(name))
    if read is None:
        text, reason = _text_of(context.root, str(name))
        if reason:
            value.problem(f"{value.written} cannot be read ({reason}): expected {_EXPECTED}")
            return Layout("", (value.written,))
        read = whole(str(name), text, lambda part: _text_of(context.root, part))
        context.wholes[str(name)] = read
    for wrong in read.wrong:
        context.problems.add(*wrong.place, wrong.message)
    if not read.wrong:
        _check(read, context, slots, about)
    return Layout(read.text, read.files)


def _is_inside(name: PurePosixPath) -> bool:
    absolute = name.is_absolute() or ".." in name.parts
    return not absolute and name.suffix == ".mjml" and "\0" not in str(name)


def _text_of(root: Path, name: str) -> tuple[str, str]:
    """The text of a file of the folder, or why it cannot be read."""
    path = root / name
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return "", "it leads out of the folder"
        if path.exists() and not path.is_file():
            return "", "it is no file"
        with plain_file(path).open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            return "", f"it has more than {MAX_BYTES} bytes"
        return content.decode("utf-8"), ""
    except UnicodeDecodeError:
        return "", "it is not UTF-8"
    except RuntimeError:
        return "", "it is a link to itself"
    except OSError as error:
        return "", error.strerror or "it cannot be opened"


def _check(read: Whole, context: Context, slots: frozenset[str], about: str) -> None:
    brand = context.brand
    facts, colours = frozenset(brand.facts), frozenset(brand.colours.items())
    mistakes, faint = _wrong_with(read.text, facts, slots, colours, about, brand.language)
    unsure = [*(() if context.sound else ("colours.", "brand.")), *(() if slots else ("slots.",))]
    for mistake in mistakes:
        if not any(part in mistake.message for part in unsure):
            # What is missing everywhere is told of the layout, whatever its first line is.
            place = read.places[mistake.line] if mistake.line else Place(read.files[0], 1)
            context.problems.add(*place, mistake.message)
    if context.sound and not mistakes:
        for one in faint:
            context.problems.add(*read.places[_line_of(one.words, read.text) - 1], str(one))


@lru_cache(maxsize=256)
def _wrong_with(
    source: str,
    facts: frozenset[str],
    slots: frozenset[str],
    brands_colours: frozenset[tuple[str, str]],
    about: str,
    language: str,
) -> tuple[tuple[Mistake, ...], tuple[Faint, ...]]:
    """The layout's mistakes and, where it has none, its words that are hard to read.

    Kept, as a folder is read anew at each step of whoever changes it, and layouts change least.
    """
    colours = dict(brands_colours)
    names = layout_facts(facts, slots, frozenset(colours), about)
    if mistakes := layout_mistakes(source, names):
        return tuple(mistakes), ()
    every = {**dict.fromkeys(names["colours"].fields or {}, "#000000"), **colours}
    try:
        return (), tuple(faint_words(compile_layout(source, every, language)))
    except LayoutError as error:
        return (Mistake(0, str(error)),), ()


def _line_of(words: str, source: str) -> int:
    """The line on which words of the compiled page stand in the source, counted from 1."""
    for number, line in enumerate(source.split("\n"), 1):
        if words[:60] in " ".join(_TAGS.sub(" ", line).split()):
            return number
    return 1
