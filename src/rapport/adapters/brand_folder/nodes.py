"""YAML with places: each value knows its file, its line and its path, and can say what is wrong.

Reading never stops at a mistake. A `Value` that is missing or wrong gives a harmless default and
leaves a problem behind, so that one reading finds them all; whoever reads the folder raises once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from difflib import get_close_matches
from typing import TypeVar

import yaml
from msgspec import Struct

from rapport.core.creative.editing import KEY
from rapport.core.creative.wording import invisible_in

MAX_BYTES = 512_000
MAX_DEPTH = 20
MAX_VALUES = 20_000
MAX_SHOWN = 60
MOST_LINES_NAMED = 5

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""What is written is read as words; what they stand for, whoever asks for a `Value` says."""
_TEXT_TAGS = frozenset({"!", "tag:yaml.org,2002:str"})

T = TypeVar("T")


class Problem(Struct, frozen=True, order=True):
    """One mistake: where it is, and what was found and expected there."""

    file: str
    line: int
    message: str
    alike: str = ""
    """What it has in common with others of its file that come from one slip; they are told once."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}"


class Problems:
    """The mistakes found so far."""

    def __init__(self) -> None:
        self.found: dict[Problem, None] = {}

    def add(self, file: str, line: int, message: str, alike: str = "") -> None:
        self.found[Problem(file, line, _plain(message), alike)] = None

    def lines(self) -> tuple[str, ...]:
        told: dict[object, list[Problem]] = {}
        for problem in sorted(self.found):
            one = (problem.file, problem.alike) if problem.alike else problem
            told.setdefault(one, []).append(problem)
        return tuple(f"{first}{_also_on(rest)}" for first, *rest in told.values())


class Value:
    """One value of a YAML file; `path` is where it is inside, such as `tones[2].key`."""

    def __init__(self, file: str, path: str, node: yaml.Node | None, problems: Problems) -> None:
        self.file = file
        self.path = path
        self._node = node
        self._problems = problems
        self.misspelt = False
        """Whether it is missing since its name is misspelt, as far as can be told."""

    @property
    def line(self) -> int:
        """Counted from 1; 0 where the value is not there."""
        return self._node.start_mark.line + 1 if self._node is not None else 0

    @property
    def place(self) -> str:
        """File and line, such as `creative/checkout.yaml:14`."""
        return f"{self.file}:{self.line}"

    @property
    def missing(self) -> bool:
        return self._node is None

    @property
    def is_list(self) -> bool:
        return isinstance(self._node, yaml.SequenceNode)

    @property
    def is_mapping(self) -> bool:
        return isinstance(self._node, yaml.MappingNode)

    @property
    def names(self) -> list[str]:
        """The keys of a mapping, as they are written."""
        pairs = self._node.value if isinstance(self._node, yaml.MappingNode) else []
        return [str(key.value) for key, _ in pairs if isinstance(key, yaml.ScalarNode)]

    @property
    def written(self) -> str:
        """What stands there, for a scalar; otherwise empty."""
        return str(self._node.value) if isinstance(self._node, yaml.ScalarNode) else ""

    def problem(self, message: str, *, further: int = 0, once: bool = False) -> None:
        """Notes what is wrong here, `further` lines below the value's first line. The same in other
        places of the file is told with it where it is `once`."""
        path = f"{self.path}: " if self.path else ""
        alike = message if once else ""
        self._problems.add(self.file, self.line + further, path + message, alike)

    def expected(self, what: str, *, once: bool = False) -> None:
        """Notes that something else stands here. A missing value was reported already."""
        if self._node is not None:
            self.problem(f"found {self._found()}, expected {what}", once=once)

    def inner_line(self, offset: int) -> int:
        """How far below the value's line its text's line `offset` stands (block scalars)."""
        block = isinstance(self._node, yaml.ScalarNode) and self._node.style in ("|", ">")
        return offset + 1 if block else offset

    # --- Structure -----------------------------------------------------------------------------

    def mapping(
        self, required: Collection[str], optional: Collection[str] = ()
    ) -> Mapping[str, Value]:
        """The named values. Unknown and repeated keys are mistakes, as are missing required ones.

        Every name asked for is there; one that is not written is `missing`.
        """
        known = [*required, *optional]
        found = self.entries(known)
        meant = {nearest(key, known) for key in self.names if key not in known}
        for name in required:
            if name not in found and name not in meant and self.is_mapping:
                self.problem(f"'{name}' is missing")
        return {
            name: found.get(name) or self._absent(name, misspelt=name in meant) for name in known
        }

    def entries(self, known: Collection[str] | None = None) -> dict[str, Value]:
        """All values of a mapping by key, in order; `known` names the only keys allowed."""
        if not isinstance(self._node, yaml.MappingNode):
            self.expected("a mapping (name: value)")
            return {}
        found: dict[str, Value] = {}
        for key_node, node in self._node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.problem("found a key that is not a word, expected a name")
                continue
            key = str(key_node.value)
            here = Value(self.file, self._inside(key), node, self._problems)
            if known is not None and key not in known:
                line = key_node.start_mark.line + 1
                message = f"unknown key{near(key, known)}"
                self._problems.add(self.file, line, f"{here.path}: {message}", f"{key}: {message}")
            elif key in found:
                line = key_node.start_mark.line + 1
                first = found[key].line
                message = f"{here.path}: written twice, the first time on line {first}"
                self._problems.add(self.file, line, message)
            else:
                found[key] = here
        return found

    def items(self) -> list[Value]:
        """The values of a list; a missing list is empty."""
        if self._node is None:
            return []
        if not isinstance(self._node, yaml.SequenceNode):
            self.expected("a list")
            return []
        return [
            Value(self.file, f"{self.path}[{index}]", node, self._problems)
            for index, node in enumerate(self._node.value)
        ]

    # --- Words ---------------------------------------------------------------------------------

    def text(self, *, empty: bool = False, most: int = 2_000) -> str:
        """Words, without white space at the ends."""
        if self._node is None:
            return ""
        if not isinstance(self._node, yaml.ScalarNode):
            self.expected("words")
            return ""
        words = self.written.strip()
        if not words and not empty:
            self.expected("words")
        if len(words) > most:
            self.expected(f"at most {most} characters")
            return ""
        if hidden := invisible_in(words):
            self.expected(f"words without the invisible character {hidden}")
            return ""
        return words

    def line_of_text(self, *, empty: bool = False, most: int = 300) -> str:
        """Words on one line."""
        words = self.text(empty=empty, most=most)
        if "\n" in words:
            self.expected("one line")
            return ""
        return words

    def key(self) -> str:
        """A name for machines: lower-case letters, digits and '-'."""
        if self._node is None:
            return ""
        if not KEY.fullmatch(self.written):
            self.expected("lower-case letters, digits and '-'")
            return ""
        return self.written

    def choice(self, allowed: Collection[str]) -> str:
        """One of the words that are allowed."""
        if self._node is None:
            return ""
        if self.written in allowed:
            return self.written
        self.expected(f"one of {', '.join(sorted(allowed))}{near(self.written, allowed)}")
        return ""

    def reference(self, kind: str, known: Collection[str], *, once: bool = False) -> str:
        """The key of something written elsewhere. An empty one among those that are known is of
        something whose key cannot be read: that is told there, and it may be the one meant. The
        same key in other places of the file is told with it where it is `once`."""
        if self._node is None:
            return ""
        keys = [key for key in known if key]
        if self.written in keys:
            return self.written
        if not self.written or len(keys) == len(known):
            hint = near(self.written, keys) or _known(keys)
            self.expected(f"{kind} that exists{hint}", once=once)
        return ""

    def texts(self) -> tuple[str, ...]:
        """A list of short lines."""
        return tuple(text for item in self.items() if (text := item.line_of_text()))

    def several(self) -> list[Value]:
        """One value or a list of them; none where nothing is written."""
        return self.items() if self.is_list else [] if self._node is None else [self]

    # --- Typed scalars -------------------------------------------------------------------------

    def read(self, convert: Callable[[str], T], default: T, expected: str) -> T:
        """What `convert` makes of the words; it raises ValueError where it cannot."""
        if self._node is None:
            return default
        if isinstance(self._node, yaml.ScalarNode):
            try:
                return convert(self.written.strip())
            except (ValueError, ArithmeticError):
                pass
        self.expected(expected)
        return default

    def flag(self) -> bool:
        """`true` or `false`."""
        return self.read(_flag, default=False, expected="true or false")

    def _inside(self, name: str) -> str:
        shown = name if len(name) <= MAX_SHOWN else name[:MAX_SHOWN] + "…"
        return f"{self.path}.{shown}" if self.path else shown

    def _absent(self, name: str, *, misspelt: bool) -> Value:
        value = Value(self.file, self._inside(name), None, self._problems)
        value.misspelt = misspelt
        return value

    def _found(self) -> str:
        if isinstance(self._node, yaml.SequenceNode):
            return "a list"
        if isinstance(self._node, yaml.MappingNode):
            return "a mapping"
        words = self.written
        if not words.strip():
            return "nothing"
        return f"'{words if len(words) <= MAX_SHOWN else words[:MAX_SHOWN] + '…'}'"


def load(file: str, content: bytes, problems: Problems) -> Value:
    """The top value of a YAML file. What cannot be read leaves a problem and an empty value."""
    nothing = Value(file, "", None, problems)
    if len(content) > MAX_BYTES:
        problems.add(file, 0, f"found {len(content)} bytes, expected at most {MAX_BYTES}")
        return nothing
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problems.add(file, line, "found bytes that are not UTF-8: save the file as UTF-8")
        return nothing
    try:
        if not _is_tame(file, text, problems):
            return nothing
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        words = " ".join(filter(None, (error.context, error.problem)))
        hint = "; put words with ': ' in quotes" if "mapping values" in words else ""
        problems.add(file, mark.line + 1 if mark else 0, f"YAML cannot be read: {words}{hint}")
        return nothing
    except yaml.YAMLError as error:
        problems.add(file, 0, f"YAML cannot be read: {error}")
        return nothing
    if node is None:
        problems.add(file, 0, "the file is empty")
    return Value(file, "", node, problems)


def _is_tame(file: str, text: str, problems: Problems) -> bool:
    """Whether the file is plain YAML: no anchors, no tags, not deep, not endless.

    Looked at as events, before anything is built, so that nothing can grow on the way.
    """
    depth = values = documents = 0
    for event in yaml.parse(text, Loader=LOADER):
        line = event.start_mark.line + 1 if event.start_mark is not None else 0
        values += 1
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            problems.add(file, line, "found an anchor or alias (& or *): write the value out")
        elif (tag := getattr(event, "tag", None)) and tag not in _TEXT_TAGS:
            problems.add(file, line, f"found the tag {tag}: write the value without it")
        elif depth > MAX_DEPTH:
            problems.add(file, line, f"found values more than {MAX_DEPTH} deep")
        elif values > MAX_VALUES:
            problems.add(file, line, f"found more than {MAX_VALUES} values")
        elif documents > 1:
            problems.add(file, line, "found a second document (---): one file holds one")
        else:
            continue
        return False
    return True


def near(word: str, known: Collection[str]) -> str:
    """`; did you mean 'x'?` where something known is close to `word`, else nothing."""
    close = nearest(word, known)
    return f"; did you mean '{close}'?" if close else ""


def nearest(word: str, known: Collection[str]) -> str:
    """What is known and close to `word`; empty where nothing is."""
    return next(iter(get_close_matches(word[:MAX_SHOWN], [*known], n=1)), "")


def _also_on(further: Sequence[Problem]) -> str:
    """The lines on which the same stands again."""
    if not further:
        return ""
    named = [str(problem.line) for problem in further[:MOST_LINES_NAMED]]
    if (more := len(further) - len(named)) > 0:
        named.append(f"{more} more")
    lines = f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else named[0]
    return f" (also on line{'s' * (len(further) > 1)} {lines})"


def _known(known: Collection[str]) -> str:
    return f" ({', '.join(sorted(known)[:12])})" if known else ""


def _flag(words: str) -> bool:
    if words not in ("true", "false"):
        raise ValueError(words)
    return words == "true"


def _plain(message: str) -> str:
    """One line that a terminal can show: no control characters from the file."""
    return "".join(c if c.isprintable() else " " for c in message)
