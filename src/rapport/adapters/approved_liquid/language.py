"""The Liquid of approved copy: facts, `if`, and in layouts `for`. Nothing else.

What may be written is decided when a brand's folder is read, so that rendering has nothing left
to refuse: every placeholder names a known fact, no literal can be printed through one, a loop goes
over a list of facts only, and no tag reaches a file, a variable or another template. Facts are
data: they are never parsed, so `{{ 7*7 }}` in a product's title stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher, get_close_matches
from typing import ClassVar, NamedTuple

from liquid import BoundTemplate, Environment, Node, RenderContext, StrictUndefined
from liquid.builtin.expressions import (
    BooleanExpression,
    Filter,
    FilteredExpression,
    LoopExpression,
    Path,
)
from liquid.builtin.expressions.logical import LogicalAndExpression, LogicalOrExpression
from liquid.builtin.expressions.primitive import IntegerLiteral
from liquid.builtin.tags.for_tag import ForNode
from liquid.exceptions import LiquidError
from liquid.expression import Expression

from rapport.adapters.approved_liquid.names import (
    NUMBER,
    TEXT,
    Shape,
    about_of,
)
from rapport.core.creative.facts import (
    out_of_place,
)
from rapport.core.creative.framework import NOTHING

MAX_SOURCE = 60_000
MAX_PLACEHOLDERS = 400
MAX_LOOPS_DEEP = 2

ABOUT_ANOTHER = "the framework is about"
"""In the mistake of a fact of something else than what the framework is about."""

_INTERNAL_TAGS = frozenset({"content", "output", "illegal"})
_WORD_TAGS = frozenset({"if", "unless"})
_LAYOUT_TAGS = _WORD_TAGS | {"for"}
_INNER_TAGS = frozenset({"else", "elsif", "endif", "endunless", "endfor"})
_WORD_FILTERS = frozenset({"capitalize", "downcase", "truncate", "upcase"})
_LAYOUT_FILTERS = _WORD_FILTERS | {"newline_to_br"}

_TAG = re.compile(r"\{%-?\s*([^\s%}-]*)")
_OPENING = re.compile(r"\{[{%]")


class Mistake(NamedTuple):
    """What is wrong with a piece of Liquid; `line` counts from 0 at its beginning."""

    line: int
    message: str


_LOOP = Shape(fields=dict.fromkeys(("first", "last", "index", "index0", "length"), NUMBER))


class _Guarded(Environment):
    """Limits that hold while rendering, whatever got through the checks."""

    block_nesting_limit: ClassVar[int] = 8
    context_depth_limit: ClassVar[int] = 16
    loop_iteration_limit: ClassVar[int | None] = 1_000
    local_namespace_limit: ClassVar[int | None] = 10_000
    output_stream_limit: ClassVar[int | None] = 400_000


class Dialect(NamedTuple):
    """An environment with what its templates may use."""

    environment: Environment
    tags: frozenset[str]
    filters: frozenset[str]


def _dialect(tags: frozenset[str], filters: frozenset[str], *, html: bool) -> Dialect:
    environment = _Guarded(undefined=StrictUndefined, autoescape=html)
    for name in set(environment.tags) - tags - _INTERNAL_TAGS:
        del environment.tags[name]
    for name in set(environment.filters) - filters:
        del environment.filters[name]
    environment.add_filter("truncate", _truncate)
    return Dialect(environment, tags, filters)


def _truncate(fact: object, most: int) -> str:
    """At most `most` characters, cut between words where that is possible."""
    text = str(fact)
    if len(text) <= most:
        return text
    cut = text[: max(most - 1, 0)]
    whole, _, _ = cut.rpartition(" ")
    return (whole if len(whole) > most // 2 else cut).rstrip(" ,.;:-–") + "…"


WORDS = _dialect(_WORD_TAGS, _WORD_FILTERS, html=False)
"""For the text of blocks: facts come out as they are, since the layout escapes the whole."""

LAYOUT = _dialect(_LAYOUT_TAGS, _LAYOUT_FILTERS, html=True)
"""For compiled layouts: everything that is filled in is escaped for HTML."""


def parse(source: str, dialect: Dialect) -> BoundTemplate:
    """The template that `source` is. Raises LiquidError; call `mistakes` first."""
    return dialect.environment.from_string(source)


def mistakes(source: str, dialect: Dialect, names: Mapping[str, Shape]) -> list[Mistake]:
    """Everything that is wrong with `source`, in the order it is written."""
    if len(source) > MAX_SOURCE:
        return [Mistake(0, f"found {len(source)} characters, expected at most {MAX_SOURCE}")]
    if len(_OPENING.findall(source)) > MAX_PLACEHOLDERS:
        return [Mistake(0, f"found more than {MAX_PLACEHOLDERS} placeholders and tags")]
    found = [
        Mistake(
            _line(source, match.start()),
            f"found tag '{match[1]}', expected one of {', '.join(sorted(dialect.tags))}",
        )
        for match in _TAG.finditer(source)
        if match[1] not in dialect.tags | _INNER_TAGS
    ]
    if found:
        return found
    try:
        template = parse(source, dialect)
    except LiquidError as error:
        at = error.token.start_index if error.token is not None else -1
        cause = error.__cause__
        words = str(cause) if cause is not None and not isinstance(cause, LiquidError) else ""
        return [
            Mistake(_line(source, at), f"Liquid cannot be read: {error.message} {words}".strip())
        ]
    checker = _Checker(source, dialect, RenderContext(template))
    checker.walk(template.nodes, names, loops=0)
    return sorted(set(checker.found)) or _rehearsed(template, names)


def _rehearsed(template: BoundTemplate, names: Mapping[str, Shape]) -> list[Mistake]:
    """What goes wrong where every fact is there, or every fact is empty."""
    for filled in (True, False):
        try:
            template.render({name: _sample(shape, filled=filled) for name, shape in names.items()})
        except LiquidError as error:
            at = error.token.start_index if error.token is not None else 0
            source = error.token.source if error.token is not None else ""
            return [Mistake(_line(source, at), f"Liquid cannot be rendered: {error.message}")]
    return []


def _sample(shape: Shape, *, filled: bool) -> object:
    if shape.fields is not None:
        return {name: _sample(inner, filled=filled) for name, inner in shape.fields.items()}
    if shape.each is not None:
        return [_sample(shape.each, filled=True)] if filled else []
    if shape.is_text:
        return "words" if filled else ""
    return int(filled)


class _Checker:
    """Goes through one parsed template and notes what is not allowed."""

    def __init__(self, source: str, dialect: Dialect, context: RenderContext) -> None:
        self.found: list[Mistake] = []
        self._source = source
        self._dialect = dialect
        self._context = context

    def walk(self, nodes: list[Node], names: Mapping[str, Shape], loops: int) -> None:
        for node in nodes:
            inner, depth = names, loops
            if isinstance(node, ForNode):
                inner, depth = self._loop(node, names), loops + 1
                if depth > MAX_LOOPS_DEEP:
                    self._note(
                        node.token.start_index, f"loops may be {MAX_LOOPS_DEEP} deep at most"
                    )
                    continue
            else:
                for expression in node.expressions():
                    self._expression(expression, names)
            children = list(node.children(self._context, include_partials=False))
            self.walk(children, inner, depth)

    def _loop(self, node: ForNode, names: Mapping[str, Shape]) -> Mapping[str, Shape]:
        loop: LoopExpression = node.expression
        each = None
        if isinstance(loop.iterable, Path):
            shape = self._look_up(loop.iterable, names)
            each = shape.each if shape is not None else TEXT
        if each is None:
            self._note(
                node.token.start_index,
                f"found a loop over {loop.iterable}, expected a list of facts",
            )
        for limit in (loop.limit, loop.offset):
            if isinstance(limit, Path):
                self._look_up(limit, names)
        return {**names, str(loop.identifier): each or TEXT, "forloop": _LOOP}

    def _expression(self, expression: Expression, names: Mapping[str, Shape]) -> None:
        if isinstance(expression, FilteredExpression):
            self._output(expression, names)
        elif isinstance(expression, BooleanExpression | LogicalAndExpression | LogicalOrExpression):
            for child in expression.children():
                if isinstance(child, Path):
                    shape = self._look_up(child, names)
                    if shape is not None and shape.is_text:
                        self._note(
                            child.token.start_index,
                            f"'{child}' is always true in Liquid, even where it is empty: "
                            f"write {child} != ''",
                        )
                else:
                    self._expression(child, names)
        elif isinstance(expression, Path):
            self._look_up(expression, names)
        else:
            for child in expression.children():
                self._expression(child, names)

    def _output(self, output: FilteredExpression, names: Mapping[str, Shape]) -> None:
        at = output.token.start_index
        if not isinstance(output.left, Path):
            self._note(at, f"found {output.left}, expected the name of a fact")
        else:
            shape = self._look_up(output.left, names)
            if shape is not None and not shape.prints:
                self._note(at, f"'{output.left}' is a group of facts: name one of them")
        for used in output.filters or ():
            if used.name not in self._dialect.filters:
                allowed = ", ".join(sorted(self._dialect.filters))
                self._note(at, f"found filter '{used.name}', expected one of {allowed}")
            elif not _fits(used):
                self._note(
                    at, f"the filter '{used.name}' takes {_ARGUMENTS.get(used.name, 'nothing')}"
                )

    def _look_up(self, path: Path, names: Mapping[str, Shape]) -> Shape | None:
        """What the path stands for; None, with a note, if it stands for nothing."""
        shape = Shape(fields=names)
        for place, segment in enumerate(path.path):
            if shape.each is not None and segment == "size":
                return NUMBER
            inner = (shape.fields or {}).get(segment) if isinstance(segment, str) else None
            if inner is None:
                self._note(
                    path.token.start_index,
                    f"unknown fact '{path}'"
                    + (self._elsewhere(path, names) or _near(path, place, shape, names)),
                )
                return None
            shape = inner
        return shape

    @staticmethod
    def _elsewhere(path: Path, names: Mapping[str, Shape]) -> str:
        """What to write instead of a fact of something that the framework is not about."""
        about = about_of(names)
        if path.path[0] not in out_of_place(about):
            return ""
        advice = f"name {about}.*" if about != NOTHING else "it has no facts of products"
        return f": {ABOUT_ANOTHER} '{about}', so {advice}"

    def _note(self, index: int, message: str) -> None:
        self.found.append(Mistake(_line(self._source, index), message))


_SLIP = 0.8
"""How like a part of a path another one is that may be meant though it stands in another group."""


def _near(path: Path, place: int, shape: Shape, names: Mapping[str, Shape]) -> str:
    """What may be meant by a path whose part at `place` is not in `shape`, as it is to be typed."""
    written = [str(part) for part in path.path]
    if shape.prints:
        return f"; did you mean '{'.'.join(written[:place])}'?"
    groups = shape.fields or {}
    close = [one for one in get_close_matches(written[place], groups, n=1) if one not in written]
    meant = [(*written[:place], _named(one, groups[one])) for one in close]
    # A group may have been left out, as in `total` for `cart.total`, or one too many named.
    every = sorted(_paths(names), key=lambda one: (one[0] != written[0], len(one)))
    for last in get_close_matches(written[-1], [one[-1] for one in every], n=1, cutoff=_SLIP):
        if not close or _like(last, written[-1]) > _like(close[0], written[place]):
            meant = [next(one for one in every if one[-1] == last)]
    if meant:
        return f"; did you mean '{'.'.join(meant[0])}'?"
    listed = [".".join((*written[:place], _named(one, groups[one]))) for one in sorted(groups)]
    return f"; known here: {', '.join(listed)}" if listed else ""


def _named(name: str, shape: Shape) -> str:
    """A fact as it is named, or a group of them."""
    return name if shape.fields is None else f"{name}.*"


def _like(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _paths(names: Mapping[str, Shape]) -> Iterator[tuple[str, ...]]:
    """Everything that can be written as it is, by its whole path."""
    for name, shape in names.items():
        if shape.prints:
            yield (name,)
        else:
            yield from ((name, *inner) for inner in _paths(shape.fields or {}))


_ARGUMENTS = {"truncate": "one whole number of characters"}


def _fits(used: Filter) -> bool:
    """Whether a filter's arguments can put no words of their own into the message."""
    if used.name not in _ARGUMENTS:
        return not used.args
    values = [argument.value for argument in used.args]
    return len(values) == 1 and isinstance(values[0], IntegerLiteral) and values[0].value > 0


def _line(source: str, index: int) -> int:
    return source.count("\n", 0, index) if index > 0 else 0
