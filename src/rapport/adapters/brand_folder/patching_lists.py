"""A list of lines in a YAML file becomes another: those that stay keep their form and comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import yaml

from rapport.adapters.brand_folder.in_yaml import in_yaml, in_yaml_on_one_line
from rapport.adapters.brand_folder.patching import Place, Put, applied, node_at, patched, wanted
from rapport.adapters.brand_folder.positions import COMMENT, end_of, line_begin
from rapport.adapters.brand_folder.stretches import (
    BY_HAND,
    Edit,
    Plain,
    composed,
    indented,
    lines_of_item,
    plain,
)
from rapport.errors import UserError

LONGEST_LINE = 100
"""Characters of a list in brackets that stays on one line."""


def with_lines(text: str, place: Place, lines: Sequence[str], after: str = "") -> str:
    """The text with these lines in the list at `place`, which is put below the key `after` where it
    is new. Raises UserError where that would take a comment away."""
    root = composed(text)
    above = node_at(root, place[:-1])
    there = place[-1] in [key.value for key, _ in above.value]
    whole = Put(place, list(lines), after=after)
    if not there:
        return patched(text, [whole])
    node = node_at(root, place)
    now = _lines(plain(node))
    if now == list(lines):
        return text
    says = wanted(plain(root), [whole])
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and now and lines:
        try:
            return applied(text, list(_edits(text, node, now, lines)), says)
        except UserError:  # such as an entry of several lines
            return _anew(text, node, whole)
    on_one_line = in_yaml_on_one_line(list(lines))
    room = LONGEST_LINE - node.start_mark.column
    if isinstance(node, yaml.SequenceNode) and node.flow_style and len(on_one_line) <= room:
        _no_comment(text, node)
        return applied(text, [Edit(node.start_mark.index, node.end_mark.index, on_one_line)], says)
    return _anew(text, node, whole)


def list_anew(text: str, place: Place, entries: Sequence[Plain]) -> str:
    """The text with a list that is written anew as a whole. Raises UserError where that would take
    a comment away."""
    return _anew(text, node_at(composed(text), place), Put(place, list(entries)))


def _anew(text: str, node: yaml.Node, whole: Put) -> str:
    _no_comment(text, node)
    return patched(text, [whole])


def _no_comment(text: str, node: yaml.Node) -> None:
    """A comment below the last line, or behind the bracket, stays; one among the lines would go."""
    if any(COMMENT.search(between) for between in _between(text, node)):
        raise UserError(f"There is a comment among these lines. {BY_HAND}")


def _between(text: str, node: yaml.Node) -> Iterator[str]:
    """What stands around the entries of a list: what is in their words is no comment."""
    flow = isinstance(node, yaml.SequenceNode) and node.flow_style
    at, end = node.start_mark.index, node.end_mark.index if flow else end_of(text, node)
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        yield text[at : item.start_mark.index]
        at = item.end_mark.index
        if isinstance(item, yaml.ScalarNode) and item.style in ("|", ">"):
            yield text[item.start_mark.index : at].partition("\n")[0]
    yield text[at:end]


def _lines(content: Plain) -> list[str]:
    if isinstance(content, str | int) or not isinstance(content, Sequence):
        raise UserError(f"There is no list there. {BY_HAND}")
    return [str(one).strip() for one in content]


def _edits(
    text: str, node: yaml.SequenceNode, now: Sequence[str], lines: Sequence[str]
) -> Iterator[Edit]:
    first = node.value[0]
    begin = line_begin(text, first.start_mark.index)
    indent = text[begin : first.start_mark.index].partition("-")[0]
    if indent.strip():
        raise UserError(f"It does not begin on a line of its own. {BY_HAND}")
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, now, lines, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        both = min(i2 - i1, j2 - j1)
        for offset in range(both):
            yield _put(node.value[i1 + offset], lines[j1 + offset])
        for gone in node.value[i1 + both : i2]:
            yield Edit(*lines_of_item(text, gone), "")
        new = [f"{indent}{_written(line, indent)}" for line in lines[j1 + both : j2]]
        if new and i1 + both:
            end = end_of(text, node.value[i1 + both - 1])
            yield Edit(end, end, "".join(f"\n{one}" for one in new))
        elif new:
            yield Edit(begin, begin, "".join(f"{one}\n" for one in new))


def _put(item: yaml.Node, line: str) -> Edit:
    """Another line in an entry's place; what stands behind it, such as a comment, stays."""
    if not isinstance(item, yaml.ScalarNode) or item.style in ("|", ">"):
        raise UserError(f"It is not written on its own line. {BY_HAND}")
    indent = " " * (item.start_mark.column - 2)
    written = _written(line, indent).removeprefix("- ")
    return Edit(item.start_mark.index, item.end_mark.index, written)


def _written(line: str, indent: str) -> str:
    """`- ` and the line; where it is long, its next lines stand below it."""
    written = in_yaml({"x": line}).removeprefix("x: ")
    return indented(f"- {written}", indent).removeprefix(indent)
