"""Layout files: MJML beside the YAML, found, read and checked."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from rapport.adapters.approved_liquid.colours import faint_words
from rapport.adapters.approved_liquid.language import Mistake
from rapport.adapters.approved_liquid.layout import LayoutError, compile_layout, layout_mistakes
from rapport.adapters.approved_liquid.names import layout_facts
from rapport.adapters.brand_folder.context import Context
from rapport.adapters.brand_folder.nodes import MAX_BYTES, Value

_TAGS = re.compile(r"\{%.*?%\}")
_EXPECTED = "an .mjml file inside the brand's folder, such as layouts/hero.mjml"


def read_layout(value: Value, context: Context, slots: frozenset[str], about: str) -> str:
    """The MJML that `value` names, for messages about `about`; its mistakes are noted with its own
    file and line."""
    name = PurePosixPath(value.written)
    if name.is_absolute() or ".." in name.parts or name.suffix != ".mjml" or "\0" in str(name):
        value.expected(_EXPECTED)
        return ""
    path = context.root / name
    try:
        if not path.resolve().is_relative_to(context.root.resolve()):
            value.expected(_EXPECTED)
            return ""
        content = path.read_bytes()
        source = content.decode("utf-8")
    except (OSError, RuntimeError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        if isinstance(error, RuntimeError):
            reason = "it is a link to itself"
        value.problem(f"{value.written} cannot be read ({reason}): expected {_EXPECTED}")
        return ""
    if len(content) > MAX_BYTES:
        value.problem(f"{value.written} has more than {MAX_BYTES} bytes")
        return ""
    brand = context.brand
    names = layout_facts(frozenset(brand.facts), slots, frozenset(brand.colours), about)
    mistakes, html = layout_mistakes(source, names), ""
    if not mistakes:
        colours = {**dict.fromkeys(names["colours"].fields or {}, "#000000"), **brand.colours}
        try:
            html = compile_layout(source, colours, brand.language)
        except LayoutError as error:
            mistakes = [Mistake(0, str(error))]
    for mistake in mistakes:
        if context.sound or not any(part in mistake.message for part in ("colours.", "brand.")):
            context.problems.add(str(name), mistake.line + 1, mistake.message)
    if context.sound and not mistakes:
        for faint in faint_words(html):
            context.problems.add(str(name), _line_of(faint.words, source), str(faint))
    return source


def _line_of(words: str, source: str) -> int:
    """The line on which words of the compiled page stand in the source, counted from 1."""
    for number, line in enumerate(source.splitlines(), 1):
        if words[:60] in " ".join(_TAGS.sub(" ", line).split()):
            return number
    return 1
