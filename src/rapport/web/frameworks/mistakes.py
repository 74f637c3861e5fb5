"""Mistakes of a brand's folder as a form says them: beside the field that they are about, in the
words of its labels.

A folder's mistake names a file, a line and a place such as `tones[2].label`, for whoever opens the
file. Whoever fills in a form sees none of these, so each is said anew here. What is about no field
of the form keeps file and line: somebody else mends it, there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from rapport.core.creative.editing import BOUND_TO
from rapport.web.frameworks.mistake_words import (
    MISSING_PART,
    NOT_THERE,
    TOGETHER,
    Labels,
    in_words,
    label_of,
)

_PROBLEM = re.compile(r"([^:\n]+?)(?::(\d+))?: (.*)", re.DOTALL)
_PLACE = re.compile(
    r"((?:[a-z_]+(?:\[\d+\])?)(?:\.[A-Za-z0-9_-][A-Za-z0-9_ -]*(?:\[\d+\])?)*(?:\[\d+\])?): (.*)",
    re.DOTALL,
)
_LAST = re.compile(r"(?:\[\d+\]|\.[^.\[\]]+)$")


Places = Mapping[tuple[str, str], str]
"""Which field of a form is about a place, by file and place."""

NO_PLACES: Places = MappingProxyType({})


class Mistake(Struct, frozen=True):
    """One thing that stands against a change, taken apart. `line` is 0 where it has none; `place`
    is where it is in its file, such as `tones[2].label`, empty where it is about all of it."""

    file: str
    line: int
    place: str
    words: str

    @property
    def in_file(self) -> str:
        """As the file's reader says it."""
        return f"{self.place}: {self.words}" if self.place else self.words


class Against(Struct, frozen=True):
    """What stands against a change: beside the fields that it is about, and the rest."""

    fields: Mapping[str, tuple[str, ...]]
    rest: tuple[Mistake, ...]


class Asked(Struct, frozen=True):
    """A form: its framework's file, which field each place of the files is typed into, and what
    people call levels."""

    file: str
    places: Places
    labels: Labels
    slots: Sequence[str] = ()
    """The parts that have a field: a part that is missing is told there."""
    rules: Sequence[str] = ()
    """The names of the framework's rules, in the order of its file."""
    all_rules: str = ""
    """The field for what is wrong with rules together, where the form is a rule's."""


def mistakes_of(problems: Iterable[str]) -> tuple[Mistake, ...]:
    """Problems of a folder, such as `creative/checkout.yaml:14: tones[2].key: found …`."""
    found = []
    for problem in problems:
        match = _PROBLEM.fullmatch(problem)
        file, line, words = (match[1], int(match[2] or 0), match[3]) if match else ("", 0, problem)
        place = _PLACE.fullmatch(words)
        found.append(Mistake(file, line, *(place.groups() if place else ("", words))))
    return tuple(found)


def against(problems: Sequence[str], asked: Asked) -> Against:
    """Each mistake beside its field, once, and the rest with file and line."""
    fields: dict[str, dict[str, None]] = {}
    rest = []
    for mistake in mistakes_of(problems):
        field = _field_of(mistake, asked)
        words = "" if field else _elsewhere(mistake, asked)
        if not words and not field and mistake.file != asked.file:
            rest.append(mistake)  # whoever mends it opens that file
            continue
        words = words or in_words(mistake.words, asked.labels)
        if field:
            fields.setdefault(field, {})[words] = None
        else:
            rest.append(Mistake(mistake.file, mistake.line, "", words))
    return Against({name: tuple(words) for name, words in fields.items()}, tuple(rest))


def places_of_words(file: str, numbers: Iterable[int], slots: Iterable[str]) -> Places:
    """Where the words and the binding of these entries of `blocks` stand, by what is typed."""
    names = {slot: slot for slot in slots} | {"language": "language"}
    for factor in BOUND_TO:
        names |= {factor: factor, f"{factor}s": factor}
    return {
        (file, f"blocks[{number}].{name}"): field
        for number in numbers
        for name, field in names.items()
    }


def _field_of(mistake: Mistake, asked: Asked) -> str:
    """The field that it is about; empty where there is none."""
    missing = MISSING_PART.match(mistake.words)
    if missing and mistake.file == asked.file and missing[1] in asked.slots:
        return missing[1]
    if asked.all_rules and TOGETHER.match(mistake.words):
        return asked.all_rules
    place = mistake.place
    while place:
        field = asked.places.get((mistake.file, place))
        if field:
            return field
        place = _LAST.sub("", place) if _LAST.search(place) else ""
    return ""


def _elsewhere(mistake: Mistake, asked: Asked) -> str:
    """What of the brand names a level that would be taken away."""
    missing = NOT_THERE.match(mistake.words)
    if missing and mistake.place.startswith("care."):
        tone = label_of(asked.labels, "tone", missing[1])
        return f"The brand’s care names the tone “{tone}”. Change it first, under Rules."
    factor = next((f for f in BOUND_TO if re.search(rf"\b{f}s?(?:\[\d+\])?$", mistake.place)), "")
    if not missing or not factor:
        return ""
    level = f"the {factor} “{label_of(asked.labels, factor, missing[1])}”"
    own = re.match(r"rules\[(\d+)\]", mistake.place)
    if own and mistake.file == asked.file and int(own[1]) < len(asked.rules):
        name = asked.rules[int(own[1])]
        return f"The rule “{name}” is about {level}. Change or remove that rule first."
    if own:
        return f"A rule of the whole brand is about {level}. Change it first, under Rules."
    if mistake.file.startswith("flows/"):
        return f"A flow sends {level} as its usual one. It is changed in the flow’s file first."
    return ""
