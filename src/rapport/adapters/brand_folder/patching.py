"""Changes to a YAML file as text: what is not asked for stays byte for byte, comments and all.

A file is parsed once; each change becomes a stretch of its text and what goes there instead. After
that the new text is parsed again and compared with what was wanted, so that a change which cannot
be made by itself is refused and never made half.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import yaml
from msgspec import Struct

from rapport.adapters.brand_folder.in_yaml import in_yaml, in_yaml_on_one_line
from rapport.adapters.brand_folder.positions import COMMENT, end_of, line_of, starts_of
from rapport.adapters.brand_folder.stretches import (
    BY_HAND,
    Edit,
    Plain,
    as_read,
    becoming,
    comment_within,
    composed,
    indented,
    index_of,
    lines_of_item,
    pair_below,
    pairs_removed,
    plain,
    value_put,
)
from rapport.errors import UserError

Place = tuple[str | int, ...]
"""Where something stands: keys of mappings and numbers of list items, from the top."""


class Put(Struct, frozen=True):
    """Sets the value of the last key of `place`, or a list's item. Where the key is new, it goes
    below the key `after` if that is there, or else below the last one; `first` puts it on top."""

    place: Place
    value: Plain
    after: str = ""
    first: bool = False
    anew: bool = False
    """Whether it is written anew even where a comment within the old one goes with that."""


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
    if plain(composed(new)) != says:
        raise UserError(f"This cannot be put in without changing what is around it. {BY_HAND}")
    return new


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
        said = as_read(patch.value)
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


def _list(content: Plain) -> Sequence[Plain]:
    if isinstance(content, (str, int, Mapping)):
        raise UserError(f"There is no list there. {BY_HAND}")
    return content


# --- From a patch to stretches of text ------------------------------------------------------------


def _all_edits(text: str, root: yaml.Node, patches: Sequence[Patch]) -> list[Edit]:
    edits: list[Edit] = []
    in_braces: dict[Place, list[Put | Remove]] = {}
    gone: dict[Place, set[str]] = {}
    for patch in patches:
        above = None if isinstance(patch, Add) else node_at(root, patch.place[:-1])
        if isinstance(patch, Add) or not isinstance(above, yaml.MappingNode):
            edits += _edit(text, root, above, patch)
        elif above.flow_style:
            in_braces.setdefault(patch.place[:-1], []).append(patch)
        elif isinstance(patch, Remove):
            gone.setdefault(patch.place[:-1], set()).add(str(patch.place[-1]))
        else:
            edits += _edit(text, root, above, patch)
    for place, inner in in_braces.items():
        edits += _braces_anew(text, node_at(root, place), inner)
    for place, keys in gone.items():
        edits += pairs_removed(text, node_at(root, place), keys)
    return edits


def _edit(text: str, root: yaml.Node, above: yaml.Node | None, patch: Patch) -> Iterable[Edit]:
    if isinstance(patch, Add):
        return [_added(text, node_at(root, patch.place), patch)]
    last = patch.place[-1]
    if isinstance(above, yaml.SequenceNode) and isinstance(last, int):
        if isinstance(patch, Remove):
            return [_item_removed(text, above, last)]
        return [_item_put(text, above, last, patch)]
    if isinstance(above, yaml.MappingNode) and isinstance(patch, Put):
        return _pair_put(text, above, str(last), patch)
    raise UserError(f"There is nothing to change there. {BY_HAND}")


def node_at(node: yaml.Node, place: Place) -> yaml.Node:
    for part in place:
        if isinstance(node, yaml.MappingNode) and isinstance(part, str):
            index = index_of(node, part)
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


def _pair_put(text: str, above: yaml.MappingNode, name: str, patch: Put) -> Iterator[Edit]:
    index = index_of(above, name)
    if index is not None:
        yield from value_put(text, above.value[index], patch.value, anew=patch.anew)
        return
    top = above.value[0][0]
    indent = " " * top.start_mark.column
    if patch.first:
        begin = top.start_mark.index
        written = indented(in_yaml({name: patch.value}), indent).removeprefix(indent)
        yield Edit(begin, begin, f"{written}\n{indent}")
        return
    before = index_of(above, patch.after)
    value = above.value[-1 if before is None else before][1]
    yield pair_below(text, value, name, patch.value, indent)


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


def _braces_anew(text: str, above: yaml.Node, patches: Sequence[Put | Remove]) -> Iterable[Edit]:
    """A mapping in braces is written anew, if it has no comments."""
    begin, end = above.start_mark.index, above.end_mark.index
    inside: list[Patch] = []
    for patch in patches:
        place = patch.place[-1:]
        inside.append(Put(place, patch.value) if isinstance(patch, Put) else Remove(place))
    new = wanted(plain(above), inside)
    if not new:
        raise UserError(f"There would be nothing left there. {BY_HAND}")
    if comment_within(text, begin, above):
        return list(becoming(text, above, new))
    return [Edit(begin, end, in_yaml_on_one_line(new))]


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
