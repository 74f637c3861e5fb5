"""The voice by its parts: what people call them, their forms, and what stands against a change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from rapport.app.explaining.voice_in_words import PART_NAMES
from rapport.core.copy_checks.findings import EXTENDABLE
from rapport.core.creative.voice import Voice
from rapport.core.creative.voice_editing import (
    LEVEL,
    LISTS,
    STOP,
    WHO,
    Said,
    SetVoice,
    part_of,
    seen_id,
)
from rapport.ports.brand_files import VOICE
from rapport.web.frameworks.forms_of_changes import one_line, tidy
from rapport.web.frameworks.mistake_words import in_words
from rapport.web.frameworks.mistakes import Against, mistakes_of

MOST_LINES = 500
WAS = "was."
"""How the fields begin that hold what somebody saw."""
NOTHING: Mapping[str, Sequence[str]] = MappingProxyType({})
NOTHING_SAID: Mapping[str, Said] = MappingProxyType({})
MOST_QUOTED = 60
_BULLET = re.compile(r"^(?:[-–•·]|\d{1,2}[.)])\s+")
_NUMBERED = re.compile(r"(.*?)(?:\[(\d+)\])?", re.DOTALL)


class Part(Struct, frozen=True):
    """A part of the voice: what it is called, and what to know before one changes it."""

    name: str
    label: str
    help: str


class Group(Struct, frozen=True):
    """Parts that are changed together."""

    key: str
    title: str
    parts: tuple[Part, ...]
    says: str = ""


_CHECKS = {
    "guilt": "makes people feel guilty",
    "shame": "puts people down",
    "fear": "frightens people",
    "flattery": "flatters people",
    "urgency": "hurries people",
    "scarcity": "makes things seem scarce",
    "claim": "claims something that nobody has shown",
    "offer": "promises more than was decided",
    "protected trait": "names what people are",
    "watching": "shows that people are watched",
}

GROUPS = (
    Group(
        "who",
        "Who the brand is",
        (
            Part(
                WHO,
                PART_NAMES[WHO],
                "As you would tell somebody on their first day. What it says is true of the brand, "
                "and so a model may say it, too.",
            ),
        ),
    ),
    Group(
        "manners",
        "What it does, and what it does not",
        (
            Part("does", PART_NAMES["does"], "One a line."),
            Part("does_not", PART_NAMES["does_not"], "One a line."),
        ),
        "For everybody who writes, people and models.",
    ),
    Group(
        "words",
        "Words",
        (
            Part("use", PART_NAMES["use"], "One a line: what the brand calls things."),
            Part(
                "avoid",
                PART_NAMES["avoid"],
                "One a line: a word, or several in a row. Neither approved words nor a model’s may "
                "have them.",
            ),
            Part("require", PART_NAMES["require"], "One a line; mostly none."),
            Part(
                LEVEL,
                PART_NAMES[LEVEL],
                "A school grade: what a model writes is as easy as that to read. 8 is read easily "
                "by most grown-ups.",
            ),
        ),
    ),
    Group(
        "phrases",
        "Phrases of your own that checks stop",
        tuple(
            Part(f"{STOP}{check}", check.capitalize(), f"What {_CHECKS[check]}.")
            for check in EXTENDABLE
        ),
        "Rapport knows thousands of such phrases already; these are the ones that are yours. One a "
        "line; a * stands for any ending. A model’s words may not have them.",
    ),
)
GROUP_OF = {part.name: group.key for group in GROUPS for part in group.parts}
_PATHS = {
    (name if name not in ("use", "avoid", "require") else f"words.{name}"): name
    for name in GROUP_OF
}


class Field(Struct, frozen=True):
    """A part as its form shows it. `was` is the digest of what somebody saw."""

    part: Part
    text: str
    was: str
    against: tuple[str, ...] = ()

    @property
    def is_number(self) -> bool:
        return self.part.name == LEVEL

    @property
    def rows(self) -> int:
        return 5 if self.part.name == WHO else max(3, min(self.text.count("\n") + 2, 16))


def group_of(key: str) -> Group | None:
    return next((one for one in GROUPS if one.key == key), None)


def as_text(said: Said) -> str:
    return said if isinstance(said, str) else "\n".join(said)


def lines_in(text: str, now: Said = ()) -> tuple[str, ...]:
    """Each line once. Marks of a list that was pasted in are left out: they are marks where each of
    several lines has one, and none is a line that is there `now`, such as '24. December'."""
    lines = [line for one in tidy(text).split("\n") if (line := one_line(one))]
    marked = len(lines) > 1 and all(_BULLET.match(one) and one not in now for one in lines)
    return tuple(dict.fromkeys(_BULLET.sub("", one) if marked else one for one in lines))


def is_list(part: str) -> bool:
    return part in LISTS or part.startswith(STOP)


def change_in(form: Mapping[str, str], group: Group, voice: Voice) -> SetVoice:
    """What a form asks for of the parts that are in it."""
    names = [part.name for part in group.parts if part.name in form]
    return SetVoice(
        {
            name: lines_in(form[name], part_of(voice, name)) if is_list(name) else tidy(form[name])
            for name in names
        },
        {name: form.get(WAS + name, "") for name in names},
    )


def unfit(change: SetVoice) -> dict[str, str]:
    """What is told before the files are asked: by part, in a sentence."""
    found = {}
    for name, said in change.touched.items():
        if isinstance(said, tuple) and len(said) > MOST_LINES:
            found[name] = f"These are {len(said)} lines. Say it in at most {MOST_LINES}."
        elif name == WHO and not said:
            found[name] = "Say who the brand is: whoever writes for it begins with that."
        elif name == LEVEL and not (isinstance(said, str) and re.fullmatch("[1-9]|1[0-9]", said)):
            found[name] = "Write a school grade, such as 8."
    return found


def fields(
    group: Group,
    voice: Voice,
    form: Mapping[str, str] | None = None,
    against: Mapping[str, Sequence[str]] = NOTHING,
    *,
    shown: bool = False,
) -> Iterator[Field]:
    """The form of a group: what was typed or, of what nobody touched, what it says now. What was
    typed stands on what somebody saw, until they are `shown` what it says now."""
    touched = change_in(form, group, voice).touched if form is not None else {}
    for part in group.parts:
        now, beside = part_of(voice, part.name), tuple(against.get(part.name, ()))
        if form is not None and part.name in touched:
            was = seen_id(now) if shown else form.get(WAS + part.name, "")
            yield Field(part, form[part.name], was, beside)
        else:
            yield Field(part, as_text(now), seen_id(now), beside)


def against(
    problems: Sequence[str],
    file: str,
    paths: Mapping[str, str],
    says: Mapping[str, Said] = NOTHING_SAID,
) -> Against:
    """Each mistake beside its field, of a list with the entry that it is about, as the field `says`
    it; `paths` says which field a place of the file is typed into."""
    found: dict[str, tuple[str, ...]] = {}
    rest = []
    for mistake in mistakes_of(problems):
        found_at = _NUMBERED.fullmatch(mistake.place)
        place, number = found_at.groups() if found_at else ("", None)
        name = paths.get(mistake.place) or paths.get(place)
        if mistake.file != file or name is None:
            rest.append(mistake)
            continue
        entry = _entry(says.get(name, ()), int(number)) if number else ""
        found[name] = (*found.get(name, ()), f"{entry}{in_words(mistake.words, {})}")
    return Against(found, tuple(rest))


def against_voice(problems: Sequence[str], says: Mapping[str, Said] = NOTHING_SAID) -> Against:
    return against(problems, VOICE, _PATHS, says)


def _entry(said: Said, number: int) -> str:
    """The entry of a list, as a mistake in it begins: lines that are empty or there twice are
    typed, and are none in the list, so a number would lead astray."""
    if isinstance(said, str) or number >= len(said):
        return ""
    entry = said[number]
    return f"“{entry if len(entry) <= MOST_QUOTED else f'{entry[:MOST_QUOTED]}…'}”: "
