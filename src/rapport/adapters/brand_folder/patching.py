"""Changes to a YAML file as text: what is not asked for stays byte for byte, comments and all.

A file is parsed once; each change becomes a stretch of its text and what goes there instead. After
that the new text is parsed again and compared with what was wanted, so that a change which cannot
be made by itself is refused and never made half.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import yaml
from msgspec import Struct

from rapport.adapters.brand_folder.in_yaml import in_yaml, in_yaml_on_one_line
from rapport.adapters.brand_folder.positions import (
    COMMENT,
    comment_of,
    end_of,
    line_begin,
    line_of,
    starts_of,
)
from rapport.errors import UserError

Place = tuple[str | int, ...]
"""Where something stands: keys of mappings and numbers of list items, from the top."""
Plain = str | int | Sequence["Plain"] | Mapping[str, "Plain"]
"""What YAML is made of here: words, lists and mappings. A whole number is words without quotes."""

BY_HAND = "Change it in the file itself (Edit the whole file)."


class Put(Struct, frozen=True):
    """Sets the value of the last key of `place`, or a list's item. Where the key is new, it goes
    below the key `after` if that is there, or else below the last one; `first` puts it on top."""

    place: Place
    value: Plain
    after: str = ""
    first: bool = False


class Add(Struct, frozen=True):
    """Puts an item behind the last one of the list at `place`."""

    place: Place
    value: Plain
    apart: bool = False
    """Whether an empty line goes before it."""


class Remove(Struct, frozen=True):
    """Takes away what stands at `place`: a key with its value, or an item of a list."""

    place: Place


Patch = Put | Add | Remove


class Edit(Struct, frozen=True):
    """A stretch of the text, and what goes there instead."""

    begin: int
    end: int
    text: str


def patched(text: str, patches: Sequence[Patch]) -> str:
    """The text with all of the patches; places are those before any of them.

    Raises UserError where one cannot be made without touching what people wrote around it.
    """
    root = composed(text)
    return applied(text, _all_edits(text, root, patches), wanted(plain(root), patches))


def applied(text: str, edits: Sequence[Edit], says: Plain) -> str:
    """The text with the edits, which must come to say this. Raises UserError where it does not."""
    result, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.begin, edit.end)):
        if edit.begin < at:
            raise UserError(f"Two of these changes concern the same lines. {BY_HAND}")
        result += [text[at : edit.begin], edit.text]
        at = edit.end
    new = "".join([*result, text[at:]])
    try:
        became = plain(composed(new))
    except yaml.YAMLError as error:
        raise UserError(f"This cannot be put in by itself: {error}. {BY_HAND}") from error
    if became != says:
        raise UserError(f"This cannot be put in without changing what is around it. {BY_HAND}")
    return new


def composed(text: str) -> yaml.Node:
    """The tree of a file that was found to be plain YAML (`nodes.load`)."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    if node is None:
        raise UserError("The file is empty.")
    return node


def plain(node: yaml.Node) -> Plain:
    """What a node says, without its form."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return str(node.value)


def wanted(content: Plain, patches: Sequence[Patch]) -> Plain:
    """What a content should be after the patches; the order of keys does not matter."""
    taken = [patch.place for patch in patches if isinstance(patch, Remove)]
    for patch in patches:
        if not isinstance(patch, Remove):
            content = _with(content, patch.place, patch)
    # From the last item on, so that the numbers of those before it stay.
    for place in sorted(taken, key=lambda place: [_order(part) for part in place], reverse=True):
        content = _without(content, place)
    return content


def _order(part: str | int) -> tuple[int, str]:
    return (part, "") if isinstance(part, int) else (-1, part)


def _with(content: Plain, place: Place, patch: Put | Add) -> Plain:
    if not place:
        said = _said(patch.value)
        return [*_list(content), said] if isinstance(patch, Add) else said
    here, rest = place[0], place[1:]
    if isinstance(content, Mapping):
        key = str(here)
        return {**content, key: _with(content.get(key, ""), rest, patch)}
    items = _list(content)
    return [_with(item, rest, patch) if i == here else item for i, item in enumerate(items)]


def _without(content: Plain, place: Place) -> Plain:
    here, rest = place[0], place[1:]
    if isinstance(content, Mapping):
        if not rest:
            return {key: value for key, value in content.items() if key != here}
        return {**content, str(here): _without(content[str(here)], rest)}
    items = _list(content)
    if not rest:
        return [item for i, item in enumerate(items) if i != here]
    return [_without(item, rest) if i == here else item for i, item in enumerate(items)]


def _said(value: Plain) -> Plain:
    """A value as it will be read: numbers are words, too."""
    if isinstance(value, Mapping):
        return {key: _said(inner) for key, inner in value.items()}
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, (str, int)) else [_said(inner) for inner in value]


def _list(content: Plain) -> Sequence[Plain]:
    if isinstance(content, (str, int, Mapping)):
        raise UserError(f"There is no list there. {BY_HAND}")
    return content


# --- From a patch to stretches of text ------------------------------------------------------------


def _all_edits(text: str, root: yaml.Node, patches: Sequence[Patch]) -> list[Edit]:
    edits = []
    in_braces: dict[Place, list[Put | Remove]] = {}
    gone: dict[Place, set[str]] = {}
    for patch in patches:
        above = None if isinstance(patch, Add) else node_at(root, patch.place[:-1])
        if isinstance(patch, Add) or not isinstance(above, yaml.MappingNode):
            edits.append(_edit(text, root, above, patch))
        elif above.flow_style:
            in_braces.setdefault(patch.place[:-1], []).append(patch)
        elif isinstance(patch, Remove):
            gone.setdefault(patch.place[:-1], set()).add(str(patch.place[-1]))
        else:
            edits.append(_edit(text, root, above, patch))
    for place, inner in in_braces.items():
        edits.append(_braces_anew(text, node_at(root, place), inner))
    for place, keys in gone.items():
        edits += _pairs_removed(text, node_at(root, place), keys)
    return edits


def _edit(text: str, root: yaml.Node, above: yaml.Node | None, patch: Patch) -> Edit:
    if isinstance(patch, Add):
        return _added(text, node_at(root, patch.place), patch)
    last = patch.place[-1]
    if isinstance(above, yaml.SequenceNode) and isinstance(last, int):
        if isinstance(patch, Remove):
            return _item_removed(text, above, last)
        return _item_put(text, above, last, patch)
    if isinstance(above, yaml.MappingNode) and isinstance(patch, Put):
        return _pair_put(text, above, str(last), patch)
    raise UserError(f"There is nothing to change there. {BY_HAND}")


def node_at(node: yaml.Node, place: Place) -> yaml.Node:
    for part in place:
        if isinstance(node, yaml.MappingNode) and isinstance(part, str):
            index = _index(node, part)
            if index is not None:
                node = node.value[index][1]
                continue
        elif (
            isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value)
        ):
            node = node.value[part]
            continue
        raise UserError(f"There is no '{part}' in the file any more. {BY_HAND}")
    return node


def _index(node: yaml.Node, name: str) -> int | None:
    return next((i for i, (key, _) in enumerate(node.value) if key.value == name), None)


def _pair_put(text: str, above: yaml.MappingNode, name: str, patch: Put) -> Edit:
    index = _index(above, name)
    if index is None:
        top = above.value[0][0]
        indent = " " * top.start_mark.column
        if patch.first:
            begin = top.start_mark.index
            written = indented(in_yaml({name: patch.value}), indent).removeprefix(indent)
            return Edit(begin, begin, f"{written}\n{indent}")
        before = _index(above, patch.after)
        value = above.value[-1 if before is None else before][1]
        end = end_of(text, value)
        return Edit(end, end, "\n" + indented(in_yaml({name: patch.value}), indent))
    key, value = above.value[index]
    indent = " " * key.start_mark.column
    written = indented(in_yaml({name: patch.value}), indent)
    if isinstance(value, yaml.MappingNode) and value.flow_style:
        written = f"{indent}{name}: {in_yaml_on_one_line(patch.value)}"
    comment = comment_of(text, value)
    if comment:
        first, newline, rest = written.partition("\n")
        if newline and not first.rstrip("-+").endswith(": |"):
            return Edit(
                key.start_mark.index, end_of(text, value), f"{comment}\n{indent}{written.lstrip()}"
            )
        written = f"{first}  {comment}{newline}{rest}"
    return Edit(key.start_mark.index, end_of(text, value), written.removeprefix(indent))


def _pairs_removed(text: str, above: yaml.Node, keys: set[str]) -> Iterator[Edit]:
    """Pairs taken out of a mapping. Those on top of a list's item stand behind its dash: there the
    next one that stays comes up, with what comments were between."""
    pairs = above.value
    stays = [number for number, (key, _) in enumerate(pairs) if key.value not in keys]
    if not stays or any(_index(above, key) is None for key in keys):
        raise UserError(f"There would be nothing left there. {BY_HAND}")
    begin = pairs[0][0].start_mark.index
    first = stays[0] if text[line_begin(text, begin) : begin].strip() else 0
    if first:
        indent = " " * pairs[0][0].start_mark.column
        remarks = [
            line.strip()
            for number in range(first)
            for line in text[
                end_of(text, pairs[number][1]) : pairs[number + 1][0].start_mark.index
            ].split("\n")
            if line.strip().startswith("#")
        ]
        kept = "".join(f"{remark}\n{indent}" for remark in remarks)
        yield Edit(begin, pairs[first][0].start_mark.index, kept)
    for number, (key, value) in enumerate(pairs):
        if number >= first and key.value in keys:
            line = line_begin(text, key.start_mark.index)
            yield Edit(line, min(end_of(text, value) + 1, len(text)), "")


def _item_removed(text: str, above: yaml.SequenceNode, index: int) -> Edit:
    if above.flow_style or index >= len(above.value):
        raise UserError(f"The list is written on one line. {BY_HAND}")
    if len(above.value) == 1:
        raise UserError("It is the last one of its list, and there must be one.")
    begin, end = lines_of_item(text, above.value[index])
    before = text[:begin]
    if before.endswith("\n\n") and (text[end : end + 1] in ("\n", "") or end == len(text)):
        begin -= 1  # of two empty lines one stays
    return Edit(begin, end, "")


def lines_of_item(text: str, item: yaml.Node) -> tuple[int, int]:
    """Where the lines of a list's entry begin, and where the one after them does."""
    begin = line_begin(text, item.start_mark.index)
    if text[begin : item.start_mark.index].strip() != "-":
        raise UserError(f"It does not begin on the line of its dash. {BY_HAND}")
    return begin, min(end_of(text, item) + 1, len(text))


def _item_put(text: str, above: yaml.SequenceNode, index: int, patch: Put) -> Edit:
    """An item written anew, if it has no comments."""
    if above.flow_style or index >= len(above.value):
        raise UserError(f"The list is written on one line. {BY_HAND}")
    item = above.value[index]
    begin, end = item.start_mark.index, end_of(text, item)
    if COMMENT.search(text[begin:end]):
        raise UserError(f"There is a comment among these words. {BY_HAND}")
    indent = " " * item.start_mark.column
    return Edit(begin, end, indented(in_yaml(patch.value), indent).removeprefix(indent))


def _braces_anew(text: str, above: yaml.Node, patches: Sequence[Put | Remove]) -> Edit:
    """A mapping in braces is written anew, if it has no comments."""
    begin, end = above.start_mark.index, above.end_mark.index
    if "\n" in text[begin:end] and COMMENT.search(text[begin:end]):
        raise UserError(f"There is a comment among it. {BY_HAND}")
    inside: list[Patch] = []
    for patch in patches:
        place = patch.place[-1:]
        inside.append(Put(place, patch.value) if isinstance(patch, Put) else Remove(place))
    new = wanted(plain(above), inside)
    if not new:
        raise UserError(f"There would be nothing left there. {BY_HAND}")
    return Edit(begin, end, in_yaml_on_one_line(new))


def _added(text: str, above: yaml.Node, patch: Add) -> Edit:
    listed = isinstance(above, yaml.SequenceNode) and not above.flow_style and above.value
    written = in_yaml([patch.value])
    if not isinstance(above, yaml.SequenceNode) or not listed:
        raise UserError(
            "The list is not written one entry below the other, so nothing is added by itself. "
            f"Add this yourself:\n{written}"
        )
    starts = starts_of(text)
    first, last = above.value[0], above.value[-1]
    dash = line_of(text, starts, first.start_mark.line)
    indent = (
        dash[: len(dash) - len(dash.lstrip())]
        if dash.lstrip().startswith("-")
        else " " * (first.start_mark.column - 2)
    )
    end = end_of(text, last)
    if isinstance(last, yaml.MappingNode) and last.flow_style:  # as those before it are
        written = f"- {in_yaml_on_one_line(patch.value)}"
    gap = "\n\n" if patch.apart else "\n"
    return Edit(end, end, gap + indented(written, indent))


def indented(written: str, indent: str) -> str:
    lines = written.rstrip("\n").split("\n")
    return "\n".join(f"{indent}{line}" if line else "" for line in lines)
