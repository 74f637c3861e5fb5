"""Where in a YAML file's text something stands, and the comments there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

import yaml

_BREAK = re.compile("[\n\r\x85\u2028\u2029]")
"""What ends a line for YAML."""
COMMENT = re.compile(r"(^|\s)#")


def end_line(node: yaml.Node) -> int:
    """The line below the last one that something of a node stands on: where its last scalar ends,
    since what follows a block mapping, comments among it, counts as its own for the parser."""
    inner: Iterable[yaml.Node] = ()
    if isinstance(node, yaml.MappingNode) and not node.flow_style:
        inner = [part for pair in node.value for part in pair]
    elif isinstance(node, yaml.SequenceNode) and not node.flow_style:
        inner = node.value
    ends = [end_line(part) for part in inner]
    if ends:
        return max(ends)
    return int(node.end_mark.line + (1 if node.end_mark.column else 0))


def end_of(text: str, node: yaml.Node) -> int:
    """Behind the last character of a node that is no white space nor a comment below it."""
    lines = starts_of(text)
    line = end_line(node)
    while line > node.start_mark.line + 1 and not line_of(text, lines, line - 1).strip():
        line -= 1
    begin = lines[line - 1]
    return begin + len(line_of(text, lines, line - 1))


@lru_cache(maxsize=4)  # asked once for each entry that changes
def starts_of(text: str) -> tuple[int, ...]:
    """Where each line begins, and where one after the last would."""
    return (0, *(match.end() for match in _BREAK.finditer(text)), len(text) + 1)


def line_begin(text: str, at: int) -> int:
    """Where the line begins that a character stands on."""
    starts = starts_of(text)
    return starts[bisect_right(starts, at) - 1]


def line_of(text: str, starts: Sequence[int], line: int) -> str:
    return text[starts[line] : starts[line + 1] - 1]


def comment_of(text: str, value: yaml.Node) -> str:
    """A comment on the line that a value ends on, or on a block scalar's first line. One behind the
    last line of a block list or mapping is of what stands there, and not of the whole."""
    starts = starts_of(text)
    if isinstance(value, yaml.CollectionNode) and not value.flow_style:
        return ""
    if isinstance(value, yaml.ScalarNode) and value.style in ("|", ">"):
        rest = line_of(text, starts, value.start_mark.line)[value.start_mark.column :]
    elif value.end_mark.column:
        rest = line_of(text, starts, value.end_mark.line)[value.end_mark.column :]
    else:
        return ""
    found = COMMENT.search(rest)
    return rest[found.start() :].strip() if found else ""
