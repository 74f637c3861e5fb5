"""What colour a layout's words have, and on what, in light and in dark mode.

It reads compiled HTML, with the brand's colours filled in, as a mail program would: inline styles,
`bgcolor`, and rules of its style sheets by element and class. Of a dark mail program it knows the
rules under `@media (prefers-color-scheme: dark)`; one that inverts colours by itself is beyond
anybody's checking. What has no colour that can be told is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.creative.contrast import (
    LEAST,
    LEAST_LARGE,
    Colour,
    colour_in,
    contrast,
    written,
)
from rapport.core.creative.wording import TAG

LIGHT, DARK = "light", "dark"
_WHITE, _BLACK, _BLUE = (255, 255, 255), (0, 0, 0), (0, 0, 238)
_NIGHT, _PALE_BLUE = (18, 18, 18), (158, 158, 255)

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_DARK = re.compile(r"@media[^{]*prefers-color-scheme:\s*dark[^{]*\{")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMPOUND = re.compile(r"([a-z][a-z0-9]*|\*)?((?:\.[\w-]+)*)")
_SIZE = re.compile(r"([\d.]+)px")
_VOID = frozenset({"br", "img", "hr", "meta", "link", "input", "col", "area", "base", "wbr"})
_TELLING = frozenset({"color", "background", "font-size", "font-weight", "display"})
_SILENT = frozenset({"head", "title", "style", "script"})


class Faint(NamedTuple):
    """Words that do not stand out enough: where they are in the page, and in which mode."""

    words: str
    mode: str
    front: Colour
    behind: Colour
    ratio: float
    least: float

    def __str__(self) -> str:
        return (
            f"'{self.words[:60]}' has a contrast of {self.ratio:.1f} in {self.mode} mode "
            f"({written(self.front)} on {written(self.behind)}), expected at least "
            f"{self.least:g} (WCAG AA)"
        )


class _Step(NamedTuple):
    """One element of a selector; `child` says that it lies right inside the one before it."""

    tag: str
    classes: frozenset[str]
    child: bool


class _Sheet(NamedTuple):
    """One rule: its selector, and what it says of colours and letters."""

    steps: tuple[_Step, ...]
    values: dict[str, tuple[str, bool]]
    """Property to value, and whether it is important."""
    order: int

    @property
    def weight(self) -> tuple[int, int, int]:
        return (
            sum(len(step.classes) for step in self.steps),
            sum(1 for step in self.steps if step.tag not in ("", "*")),
            self.order,
        )


class _Look(Struct, frozen=True):
    """How words look inside an element."""

    front: Colour | None
    behind: Colour | None
    size: float = 16.0
    bold: bool = False
    hidden: bool = False


class _Open(NamedTuple):
    """An element that is open: its name and classes, and how it looks in each mode."""

    tag: str
    classes: frozenset[str]
    looks: dict[str, _Look]


def faint_words(html: str) -> list[Faint]:
    """Every piece of words in compiled HTML whose contrast is too weak, in light or dark mode."""
    reader = _Reader(_sheets(html))
    reader.feed(TAG.sub(" ", html))
    reader.close()
    return list(dict.fromkeys(reader.found))


# --- Style sheets ------------------------------------------------------------------------------


def _sheets(html: str) -> dict[str, list[_Sheet]]:
    """The rules of each mode; those of light hold in dark, too."""
    light: list[_Sheet] = []
    dark: list[_Sheet] = []
    for style in re.findall(r"<style\b[^>]*>(.*?)</style>", html, re.DOTALL):
        plain, under_dark = _split(_COMMENT.sub("", style))
        light += _rules(plain, len(light))
        dark += _rules(under_dark, 10_000 + len(dark))
    return {LIGHT: light, DARK: [*light, *dark]}


def _split(css: str) -> tuple[str, str]:
    """What holds always, and what holds in dark mode; other media rules are left out."""
    plain, dark, at = [], [], 0
    for opening in re.finditer(r"@media[^{]*\{", css):
        if opening.start() < at:
            continue
        end = _closing(css, opening.end())
        plain.append(css[at : opening.start()])
        if _DARK.match(opening[0]):
            dark.append(css[opening.end() : end])
        at = end + 1
    plain.append(css[at:])
    return "".join(plain), "".join(dark)


def _closing(css: str, start: int) -> int:
    depth = 1
    for index in range(start, len(css)):
        depth += (css[index] == "{") - (css[index] == "}")
        if depth == 0:
            return index
    return len(css)


def _rules(css: str, first: int) -> Iterator[_Sheet]:
    for number, (selectors, body) in enumerate(_RULE.findall(css)):
        values = _declared(body)
        if not values:
            continue
        for selector in selectors.split(","):
            steps = _steps(selector.strip())
            if steps:
                yield _Sheet(steps, values, first + number)


def _steps(selector: str) -> tuple[_Step, ...]:
    """The selector's elements, outermost first; none for one that asks for more than names."""
    found, child = [], False
    for part in selector.replace(">", " > ").split():
        if part == ">":
            child = True
            continue
        match = _COMPOUND.fullmatch(part)
        if not match:
            return ()
        classes = frozenset(name for name in match[2].split(".") if name)
        found.append(_Step(match[1] or "", classes, child))
        child = False
    return tuple(found)


def _declared(body: str) -> dict[str, tuple[str, bool]]:
    found: dict[str, tuple[str, bool]] = {}
    for declaration in body.split(";"):
        name, _, value = declaration.partition(":")
        name = name.strip().lower()
        name = "background" if name == "background-color" else name
        if name in _TELLING:
            plain, bang, _ = value.partition("!important")
            found[name] = (plain.strip(), bool(bang))
    return found


# --- The page ----------------------------------------------------------------------------------


class _Reader(HTMLParser):
    """Goes through the page with what is open, and notes words that are too faint."""

    def __init__(self, sheets: dict[str, list[_Sheet]]) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Faint] = []
        self._sheets = sheets
        self._open = [
            _Open(
                "",
                frozenset(),
                {LIGHT: _Look(_BLACK, _WHITE), DARK: _Look(_WHITE, _NIGHT)},
            )
        ]
        self._has_dark = len(sheets[DARK]) > len(sheets[LIGHT])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        classes = frozenset(attributes.get("class", "").split())
        chain = [*self._open, _Open(tag, classes, {})]
        looks = {
            mode: self._look(mode, chain, attributes, self._open[-1].looks[mode])
            for mode in (LIGHT, DARK)
        }
        if tag not in _VOID:
            self._open.append(_Open(tag, classes, looks))

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag == tag:
                del self._open[index:]
                return

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if not words.strip("\u034f\u00a0 ") or any(one.tag in _SILENT for one in self._open):
            return
        for mode in (LIGHT, DARK) if self._has_dark else (LIGHT,):
            self._judge(words, mode, self._open[-1].looks[mode])

    def _judge(self, words: str, mode: str, look: _Look) -> None:
        if look.hidden or look.size <= 1 or look.front is None or look.behind is None:
            return
        large = look.size >= 24 or (look.bold and look.size >= 18.66)
        least = LEAST_LARGE if large else LEAST
        ratio = contrast(look.front, look.behind)
        if ratio < least:
            self.found.append(Faint(words, mode, look.front, look.behind, ratio, least))

    def _look(
        self, mode: str, chain: Sequence[_Open], attributes: dict[str, str], before: _Look
    ) -> _Look:
        own = self._values(mode, chain, attributes)
        look = before
        if chain[-1].tag == "a" and "href" in attributes and "color" not in own:
            look = replace(look, front=_BLUE if mode == LIGHT else _PALE_BLUE)
        if "color" in own and own["color"] != "inherit":
            look = replace(look, front=colour_in(own["color"]))
        if "background" in own and own["background"] not in ("", "none", "transparent", "inherit"):
            look = replace(look, behind=colour_in(own["background"]))
        if size := _SIZE.search(own.get("font-size", "")):
            look = replace(look, size=float(size[1]))
        if weight := own.get("font-weight"):
            look = replace(look, bold=weight in ("bold", "bolder", "600", "700", "800", "900"))
        if own.get("display") == "none":
            look = replace(look, hidden=True)
        return look

    def _values(
        self, mode: str, chain: Sequence[_Open], attributes: dict[str, str]
    ) -> dict[str, str]:
        """What holds for the last of `chain`: what is important, then what stands in the element,
        then the more particular rule, then the later one."""
        best: dict[str, tuple[tuple[bool, bool, tuple[int, int, int]], str]] = {}

        def offer(name: str, value: str, rank: tuple[bool, bool, tuple[int, int, int]]) -> None:
            if name not in best or rank >= best[name][0]:
                best[name] = (rank, value)

        if colour := attributes.get("bgcolor"):
            offer("background", colour, (False, False, (0, 0, -1)))
        for sheet in self._sheets[mode]:
            if _matches(sheet.steps, chain):
                for name, (value, important) in sheet.values.items():
                    offer(name, value, (important, False, sheet.weight))
        for name, (value, important) in _declared(attributes.get("style", "")).items():
            offer(name, value, (important, True, (0, 0, 0)))
        return {name: value for name, (_, value) in best.items()}


def _matches(steps: tuple[_Step, ...], chain: Sequence[_Open]) -> bool:
    """Whether the selector's last element is the last of `chain`, and the others are around it."""
    if not _is(steps[-1], chain[-1]):
        return False
    return _around(steps, len(steps) - 1, chain, len(chain) - 1)


def _around(steps: tuple[_Step, ...], step: int, chain: Sequence[_Open], at: int) -> bool:
    if step == 0:
        return True
    places = (at - 1,) if steps[step].child else range(at - 1, 0, -1)
    return any(
        place > 0 and _is(steps[step - 1], chain[place]) and _around(steps, step - 1, chain, place)
        for place in places
    )


def _is(step: _Step, element: _Open) -> bool:
    return step.tag in ("", "*", element.tag) and step.classes <= element.classes
