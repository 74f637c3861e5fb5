"""A list of entries in a YAML file becomes another: those that stay keep their form and comments.

As with single changes, the new text is read again and compared with what was wanted; where it
cannot be made piece by piece the list is written anew as a whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

import yaml
from msgspec.structs import replace

from rapport.adapters.brand_folder.in_yaml import in_yaml, in_yaml_on_one_line
from rapport.adapters.brand_folder.patching import (
    Patch,
    Put,
    Remove,
    applied,
    node_at,
    patched,
    wanted,
)
from rapport.adapters.brand_folder.positions import end_of, line_begin
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

Entry = Mapping[str, Plain]
Steps = Sequence[tuple[str, int, int, int, int]]


def with_entries(
    text: str,
    name: str,
    now: Sequence[Entry],
    then: Sequence[Entry],
    *,
    after: str = "",
    apart: bool = False,
) -> str:
    """The text with the list `name` saying `then`. `now` is what each of its entries says, as it
    would be written. A list that is new goes below the key `after`; an empty one goes. `apart` puts
    an empty line before each entry that is new."""
    root = composed(text)
    content = plain(root)
    there = isinstance(content, Mapping) and name in content
    if list(now) == list(then) and (there or not then):
        return text
    whole = Put((name,), [dict(one) for one in then], after=after, anew=True)
    if not then:
        return patched(text, [Remove((name,))]) if there else text
    try:
        if not there:
            return patched(text, [whole])
        node = _listed(root, name, len(now))
        steps = SequenceMatcher(None, _as_text(now), _as_text(then), autojunk=False).get_opcodes()
        text_then = _become(text, node, name, now, then, steps)
        return _moved(text_then, name, then, steps, apart=apart)
    except UserError:
        return patched(text, [whole])


def _listed(root: yaml.Node, name: str, entries: int) -> yaml.SequenceNode:
    node = node_at(root, (name,))
    if not isinstance(node, yaml.SequenceNode) or node.flow_style or len(node.value) != entries:
        raise UserError(f"The list is not written one entry below the other. {BY_HAND}")
    return node


def _as_text(entries: Sequence[Entry]) -> list[str]:
    return [json.dumps(one, sort_keys=True) for one in entries]


def _both(step: tuple[str, int, int, int, int]) -> Iterator[tuple[int, int]]:
    """The entries that become others in their places."""
    kind, begin, end, first, last = step
    if kind == "replace":
        yield from zip(range(begin, end), range(first, last), strict=False)


def _become(
    text: str,
    node: yaml.SequenceNode,
    name: str,
    now: Sequence[Entry],
    then: Sequence[Entry],
    steps: Steps,
) -> str:
    patches = [
        patch
        for step in steps
        for here, there in _both(step)
        for patch in _changes((name, here), plain(node.value[here]), now[here], then[there])
    ]
    try:
        return patched(text, patches)
    except UserError:  # such as a comment within one: better this one anew than the whole list
        anew = [replace(one, anew=True) if isinstance(one, Put) else one for one in patches]
        return patched(text, anew)


def _changes(place: tuple[str, int], written: Plain, now: Entry, then: Entry) -> Iterator[Patch]:
    """Key by key. A key may be written in the singular or in the plural: it keeps its form."""
    there = written if isinstance(written, Mapping) else {}
    above = ""
    for key, value in then.items():
        form = _form(key, there)
        if now.get(key) != value:
            yield Put((*place, form), value, after=above, first=not above and key not in now)
        above = form if form in there else above
    for key in now:
        if key not in then:
            yield Remove((*place, _form(key, there)))


def _form(key: str, there: Entry) -> str:
    return next((one for one in (key, f"{key}s", key.removesuffix("s")) if one in there), key)


def _moved(text: str, name: str, then: Sequence[Entry], steps: Steps, *, apart: bool) -> str:
    """With the entries that go taken out, and those that come put in."""
    root = composed(text)
    node = node_at(root, (name,))
    content = plain(root)
    stay: list[int] = []
    edits: list[Edit] = []
    says: list[Plain] = []
    for step in steps:
        kind, begin, end, first, last = step
        paired = end - begin if kind == "equal" else min(end - begin, last - first)
        stay += range(begin, begin + paired)
        says += [plain(node.value[number]) for number in range(begin, begin + paired)]
        edits += [_taken_out(text, node.value[number]) for number in range(begin + paired, end)]
        new = then[first + paired : last]
        if new:
            edits.append(_put_in(text, node, stay, new, apart=apart))
            says += [wanted({}, [Put((), dict(one))]) for one in new]
    if not edits:
        return text
    return applied(text, edits, {**content, name: says} if isinstance(content, Mapping) else says)


def _taken_out(text: str, item: yaml.Node) -> Edit:
    begin, end = lines_of_item(text, item)
    if text[:begin].endswith("\n\n") and text[end : end + 1] in ("\n", ""):
        begin -= 1  # of two empty lines one stays
    return Edit(begin, end, "")


def _put_in(
    text: str, node: yaml.Node, stay: Sequence[int], new: Sequence[Entry], *, apart: bool
) -> Edit:
    first = node.value[0]
    begin = line_begin(text, first.start_mark.index)
    dash = text[begin : first.start_mark.index]
    indent = dash.partition("-")[0]
    if indent.strip() or "-" not in dash:
        raise UserError(f"It does not begin on the line of its dash. {BY_HAND}")
    braces = isinstance(first, yaml.MappingNode) and first.flow_style
    written = [
        indented(f"- {in_yaml_on_one_line(dict(one))}" if braces else in_yaml([dict(one)]), indent)
        for one in new
    ]
    gap = "\n" * apart
    if not stay:
        return Edit(begin, begin, "".join(f"{one}\n{gap}" for one in written))
    end = end_of(text, node.value[stay[-1]])
    return Edit(end, end, "".join(f"\n{gap}{one}" for one in written))
