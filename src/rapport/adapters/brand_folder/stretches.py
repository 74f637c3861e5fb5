"""Stretches of a YAML file's text, and what goes there instead.

Another value for a key is written anew, unless a comment stands within the old one: then it changes
key by key and item by item, so that what people wrote around stays. What cannot be made so is
refused, and no comment goes with it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

import yaml
from msgspec import Struct

from rapport.adapters.brand_folder.in_yaml import in_yaml, in_yaml_on_one_line
from rapport.adapters.brand_folder.nodes import LOADER
from rapport.adapters.brand_folder.positions import COMMENT, comment_of, end_of, line_begin
from rapport.adapters.brand_folder.scalars import read_condition, write_condition
from rapport.errors import UserError

Plain = str | int | Sequence["Plain"] | Mapping[str, "Plain"]
"""What YAML is made of here: words, lists and mappings. A whole number is words without quotes."""

BY_HAND = "Change it in the file itself (Edit the whole file)."
AMONG = f"There is a comment among it. {BY_HAND}"


class Edit(Struct, frozen=True):
    """A stretch of the text, and what goes there instead."""

    begin: int
    end: int
    text: str


# --- What is there --------------------------------------------------------------------------------


def composed(text: str) -> yaml.Node:
    """The tree of a file that was found to be plain YAML (`nodes.load`). Raises UserError where it
    cannot be taken apart."""
    try:
        node = _tree(text)
    except yaml.YAMLError as error:
        raise UserError(f"This cannot be changed by itself: {error}. {BY_HAND}") from error
    if node is None:
        raise UserError("The file is empty.")
    return node


def _tree(text: str) -> yaml.Node | None:
    """As the reader's own loader has it, which is ten times as fast, wherever its places are those
    of `SafeLoader`. At an end without a line break, and after a byte-order mark, they are not."""
    if text.endswith("\n") and "\ufeff" not in text:
        return _composed_by(LOADER, text)
    try:
        return _composed_by(yaml.SafeLoader, text)
    except yaml.YAMLError:  # the reader's own takes more, such as a tab before a comment
        return _composed_by(LOADER, text)


def _composed_by(loader: type[yaml.BaseLoader | yaml.SafeLoader], text: str) -> yaml.Node | None:
    found: yaml.Node | None = yaml.compose(text, Loader=loader)
    return found


def plain(node: yaml.Node) -> Plain:
    """What a node says, without its form."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return str(node.value)


def as_read(value: Plain) -> Plain:
    """A value as it will be read: numbers are words, too."""
    if isinstance(value, Mapping):
        return {key: as_read(inner) for key, inner in value.items()}
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, (str, int)) else [as_read(inner) for inner in value]


def is_nothing(content: Plain) -> bool:
    """Whether nothing stands behind a key."""
    return content in ("", "~", "null")


def index_of(node: yaml.Node, name: str) -> int | None:
    return next((i for i, (key, _) in enumerate(node.value) if key.value == name), None)


def comment_within(text: str, begin: int, value: yaml.Node) -> bool:
    """Whether a comment stands between `begin` and the end of a value. One on the line that a value
    of a single line ends on stands behind it."""
    return any(COMMENT.search(gap) for gap in _gaps(text, begin, value))


def _gaps(text: str, at: int, value: yaml.Node) -> Iterator[str]:
    """What stands around the words of a value: what is in them is no comment."""
    for leaf in _leaves(value):
        yield text[at : leaf.start_mark.index]
        at = leaf.end_mark.index
        if leaf is not value and leaf.style in ("|", ">"):
            yield text[leaf.start_mark.index : at].partition("\n")[0]
    if isinstance(value, yaml.CollectionNode):
        yield text[at : value.end_mark.index if value.flow_style else end_of(text, value)]


def _leaves(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    for part in node.value if isinstance(node, yaml.CollectionNode) else ():
        for inner in part if isinstance(part, tuple) else (part,):
            yield from _leaves(inner)


def indented(written: str, indent: str) -> str:
    lines = written.rstrip("\n").split("\n")
    return "\n".join(f"{indent}{line}" if line else "" for line in lines)


def lines_of_item(text: str, item: yaml.Node) -> tuple[int, int]:
    """Where the lines of a list's entry begin, and where the one after them does."""
    begin = line_begin(text, item.start_mark.index)
    if text[begin : item.start_mark.index].strip() != "-":
        raise UserError(f"It does not begin on the line of its dash. {BY_HAND}")
    return begin, min(end_of(text, item) + 1, len(text))


# --- One pair of a mapping ------------------------------------------------------------------------


def value_put(
    text: str, pair: tuple[yaml.Node, yaml.Node], said: Plain, *, anew: bool = False
) -> Iterator[Edit]:
    """Another value of a key. Where a comment among the old one would go, it is refused; with
    `anew` it goes."""
    key, value = pair
    if not anew and comment_within(text, key.end_mark.index, value):
        yield from becoming(text, value, said)
        return
    indent = " " * key.start_mark.column
    name = str(key.value)
    written = indented(in_yaml({name: said}), indent)
    if isinstance(value, yaml.MappingNode) and value.flow_style:
        written = f"{indent}{name}: {_on_one_line(said)}"
    comment, begin = comment_of(text, value), key.start_mark.index
    if comment:
        first, newline, rest = written.partition("\n")
        if newline and not first.rstrip("-+").endswith(": |"):
            yield Edit(begin, end_of(text, value), f"{comment}\n{indent}{written.lstrip()}")
            return
        written = f"{first}  {comment}{newline}{rest}"
    yield Edit(begin, end_of(text, value), written.removeprefix(indent))


def pair_below(text: str, value: yaml.Node, name: str, said: Plain, indent: str) -> Edit:
    """A new pair, below the one whose value this is."""
    end = end_of(text, value)
    return Edit(end, end, "\n" + indented(in_yaml({name: said}), indent))


def pairs_removed(text: str, above: yaml.Node, keys: Collection[str]) -> Iterator[Edit]:
    """Pairs taken out of a mapping. Those on top of a list's item stand behind its dash: there the
    next one that stays comes up, with what comments were between."""
    pairs = above.value
    stays = [number for number, (key, _) in enumerate(pairs) if key.value not in keys]
    if not stays or any(index_of(above, key) is None for key in keys):
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


# --- Piece by piece -------------------------------------------------------------------------------


def becoming(text: str, value: yaml.Node, said: Plain) -> Iterator[Edit]:
    """A value that changes within, comments kept. Raises UserError where it cannot."""
    if isinstance(value, yaml.ScalarNode) and isinstance(said, str | int):
        yield _words_put(value, said)
    elif isinstance(value, yaml.MappingNode) and isinstance(said, Mapping) and value.value:
        yield from (_in_braces if value.flow_style else _by_key)(text, value, said)
    elif isinstance(value, yaml.SequenceNode) and not isinstance(said, str | int | Mapping):
        yield from (_in_brackets if value.flow_style else _by_item)(text, value, said)
    else:
        raise UserError(AMONG)


def _words_put(value: yaml.Node, said: Plain) -> Edit:
    begin, end = value.start_mark.index, value.end_mark.index
    if begin == end or getattr(value, "style", None) in ("|", ">"):
        raise UserError(AMONG)
    return Edit(begin, end, _on_one_line(said))


def _on_one_line(said: Plain) -> str:
    return in_yaml_on_one_line({"x": said}).removeprefix("{x: ").removesuffix("}")


def _by_key(text: str, value: yaml.MappingNode, said: Mapping[str, Plain]) -> Iterator[Edit]:
    staying = [pair for pair in value.value if pair[0].value in said]
    if not staying:
        raise UserError(AMONG)
    last = staying[-1][1]
    for name, one in said.items():
        index = index_of(value, name)
        if index is None:
            yield pair_below(text, last, name, one, " " * value.start_mark.column)
        elif plain(value.value[index][1]) != as_read(one):
            yield from value_put(text, value.value[index], one)
    gone = [pair for pair in value.value if pair[0].value not in said]
    if any(comment_within(text, key.end_mark.index, one) for key, one in gone):
        raise UserError(AMONG)
    if gone:
        yield from pairs_removed(text, value, [str(key.value) for key, _ in gone])


def _in_braces(text: str, value: yaml.MappingNode, said: Mapping[str, Plain]) -> Iterator[Edit]:
    if any(key.value not in said for key, _ in value.value):
        raise UserError(AMONG)
    new = ""
    for name, one in said.items():
        index = index_of(value, name)
        if index is None:
            new += f", {in_yaml_on_one_line({name: one})[1:-1]}"
        elif plain(value.value[index][1]) != as_read(one):
            yield _in_place(text, value.value[index][1], one)
    if new:
        end = value.value[-1][1].end_mark.index
        yield Edit(end, end, new)


def _in_place(text: str, value: yaml.Node, said: Plain) -> Edit:
    """A value on a line of its own, or within brackets."""
    if comment_within(text, value.start_mark.index, value):
        raise UserError(AMONG)
    if isinstance(value, yaml.CollectionNode) and not value.flow_style:
        indent = " " * value.start_mark.column
        written = indented(in_yaml(said), indent).removeprefix(indent)
        return Edit(value.start_mark.index, end_of(text, value), written)
    return _words_put(value, said)


def _by_item(text: str, value: yaml.SequenceNode, said: Sequence[Plain]) -> Iterator[Edit]:
    pairs = _paired([plain(item) for item in value.value], said)
    if not value.value or not said:
        raise UserError(AMONG)
    begin = line_begin(text, value.value[0].start_mark.index)
    indent = text[begin : value.value[0].start_mark.index].partition("-")[0]
    if indent.strip():
        raise UserError(AMONG)
    for old, item in enumerate(value.value):
        if old not in pairs:
            yield Edit(*lines_of_item(text, item), "")
        elif plain(item) != as_read(said[pairs[old]]):
            yield _in_place(text, item, said[pairs[old]])
    for above, new in _coming(pairs, said):
        written = [indented(in_yaml([one]), indent) for one in new]
        if above is None:
            yield Edit(begin, begin, "".join(f"{one}\n" for one in written))
        else:
            end = end_of(text, value.value[above])
            yield Edit(end, end, "".join(f"\n{one}" for one in written))


def _in_brackets(text: str, value: yaml.SequenceNode, said: Sequence[Plain]) -> Iterator[Edit]:
    pairs = _paired([plain(item) for item in value.value], said)
    if not value.value or len(pairs) < len(value.value):
        raise UserError(AMONG)
    for old, item in enumerate(value.value):
        if plain(item) != as_read(said[pairs[old]]):
            yield _in_place(text, item, said[pairs[old]])
    for above, new in _coming(pairs, said):
        written = [_on_one_line(one) for one in new]
        item = value.value[above or 0]
        at = item.start_mark.index if above is None else item.end_mark.index
        yield Edit(at, at, "".join(f"{x}, " if above is None else f", {x}" for x in written))


def _paired(now: Sequence[Plain], then: Sequence[Plain]) -> dict[int, int]:
    """Which item becomes which. Conditions are the same however they are written, and one of
    another signal is another, so that a comment never comes to stand behind it."""
    pairs: dict[int, int] = {}
    meant = ([_meant(x) for x in now], [_meant(x) for x in then])
    steps = SequenceMatcher(None, *meant, autojunk=False)
    for kind, i1, i2, j1, j2 in steps.get_opcodes():
        if kind == "equal":
            pairs |= zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            about = ([_about(x) for x in now[i1:i2]], [_about(x) for x in then[j1:j2]])
            alike = SequenceMatcher(None, *about, autojunk=False)
            for i, j, size in alike.get_matching_blocks():
                pairs |= {i1 + i + n: j1 + j + n for n in range(size)}
    return pairs


def _coming(
    pairs: Mapping[int, int], then: Sequence[Plain]
) -> Iterator[tuple[int | None, list[Plain]]]:
    """The new items that go below each old one; those on top, below none."""
    olds = {new: old for old, new in pairs.items()}
    above: int | None = None
    new: list[Plain] = []
    for number, one in enumerate(then):
        if number not in olds:
            new.append(one)
            continue
        if new:
            yield above, new
        above, new = olds[number], []
    if new:
        yield above, new


def _meant(item: Plain) -> str:
    words = _condition_words(item)
    try:
        return write_condition(read_condition(words))
    except ValueError:
        return json.dumps(as_read(item), sort_keys=True)


def _about(item: Plain) -> str:
    try:
        return read_condition(_condition_words(item)).signal
    except ValueError:
        return ""


def _condition_words(item: Plain) -> str:
    if isinstance(item, Mapping) and item.keys() == {"signal", "op", "value"}:
        return " ".join(str(item[name]) for name in ("signal", "op", "value"))
    return item.strip() if isinstance(item, str) else ""
