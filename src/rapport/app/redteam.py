"""The red team: a set of rewrites whose verdict is known, held against the checks.

A line that should be rejected and is not is a miss; one that should pass and does not is a false
alarm. What is promised: no more than 0.5 % missed, none of figures, links and offers, and no more
than 3 % false alarms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from rapport.core.blueprint import BrandFolder
from rapport.core.copy_checks.compiling import standard
from rapport.core.copy_checks.standard import Rewrite, Standard
from rapport.core.creative import CART, Framework
from rapport.core.facts import by_our_names
from rapport.core.message import Finding
from rapport.errors import UserError

MOST_MISSED = 0.005
MOST_FALSE_ALARMS = 0.03
NEVER_MISSED = ("figure", "price", "date", "link", "offer")
"""Categories in which nothing may be missed."""

_GROUP = re.compile(r"\{\{-?\s*(\w+)\.")

OTHER_SLOTS = {
    "call_to_action": "cta", "button": "cta", "cta_text": "cta", "title": "headline",
    "heading": "headline", "header": "headline", "subject_line": "subject",
    "preview": "preheader", "preview_text": "preheader", "text": "body", "copy": "body",
    "body_text": "body", "offer": "offer_line", "offer_text": "offer_line",
    "sign_off": "signoff", "closing": "signoff",
}  # fmt: skip
"""What other tools call the usual slots; a set may use these names for them."""

REJECT, PASS = "reject", "pass"
UNSORTED = "unsorted"


class Line(Struct, frozen=True):
    """One rewrite of a set, as a line of JSON. What is not named here is left unread.

    `offer` is what was decided: a key of offers.yaml, `none`, or nothing where it is not known.
    `earlier` are the slots of messages that the person got before.
    """

    framework: str
    tone: str
    slots: dict[str, str]
    expected: Literal["reject", "pass"]
    why: str
    category: str = ""
    offer: str | None = None
    language: str = ""
    earlier: tuple[dict[str, str], ...] = ()


class Tried(Struct, frozen=True):
    """A line with the findings that it came to; `number` counts from 1."""

    number: int
    line: Line
    findings: tuple[Finding, ...]

    @property
    def wrong(self) -> bool:
        """Whether the verdict was not the expected one."""
        return bool(self.findings) != (self.line.expected == REJECT)


class Score(Struct, frozen=True):
    """How many lines of a kind there were, and how many of them came out wrong."""

    lines: int
    wrong: int

    @property
    def share(self) -> float | None:
        """None where there were no lines."""
        return self.wrong / self.lines if self.lines else None


class Outcome(Struct, frozen=True):
    """What a set came to."""

    tried: tuple[Tried, ...]
    strange: tuple[str, ...]
    """What the set names and the brand does not have, as sentences."""

    def score(self, expected: str, category: str | None = None) -> Score:
        """The lines of one verdict, or of one category of it."""
        lines = [
            tried
            for tried in self.tried
            if tried.line.expected == expected and category in (None, category_of(tried.line))
        ]
        return Score(len(lines), sum(tried.wrong for tried in lines))

    def categories(self, expected: str) -> list[str]:
        """The categories of one verdict, in the order in which the set first names them."""
        lines = (tried.line for tried in self.tried if tried.line.expected == expected)
        return list(dict.fromkeys(map(category_of, lines)))

    @property
    def missed(self) -> tuple[Tried, ...]:
        return tuple(t for t in self.tried if t.wrong and t.line.expected == REJECT)

    @property
    def false_alarms(self) -> tuple[Tried, ...]:
        return tuple(t for t in self.tried if t.wrong and t.line.expected == PASS)

    @property
    def kept(self) -> bool:
        """Whether everything that is promised was kept."""
        missed, alarms = self.score(REJECT).share or 0.0, self.score(PASS).share or 0.0
        sure = all(self.score(REJECT, category).wrong == 0 for category in NEVER_MISSED)
        return missed <= MOST_MISSED and alarms <= MOST_FALSE_ALARMS and sure


def category_of(line: Line) -> str:
    return line.category or UNSORTED


def read_set(name: str, content: bytes) -> tuple[Line, ...]:
    """The lines of a set in JSON lines; empty ones are passed over. Raises UserError for others."""
    decoder = msgspec.json.Decoder(Line)
    found = []
    for number, raw in enumerate(content.splitlines(), 1):
        if not raw.strip():
            continue
        try:
            found.append(decoder.decode(raw))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise UserError(
                f"{name}:{number}: {error}. Each line is a rewrite as docs/checks.md describes it."
            ) from error
    if not found:
        raise UserError(f"{name}: there is no line in it.")
    return tuple(found)


def hold_against(lines: Iterable[Line], folder: BrandFolder, titles: Sequence[str] = ()) -> Outcome:
    """Holds each rewrite to the checks of its framework.

    A line of a framework that the brand does not have is held to `usual_framework`, and so is one
    that names a product's facts or an offer that its framework has not: it was written for another
    framework of that name. Slots by another usual name are taken for ours, and an offer that the
    brand does not have for one that is not known. Each is said in `Outcome.strange`.
    """
    standards = Standards(folder, titles)
    tried = tuple(
        Tried(number, line, standards.findings(line)) for number, line in enumerate(lines, 1)
    )
    return Outcome(tried, tuple(standards.strange))


def rewrite_of(line: Line, folder: BrandFolder) -> Rewrite:
    """A line as the checks take it."""
    return Rewrite(
        slots=line.slots,
        tone=line.tone,
        language=line.language or folder.brand.language,
        offer=line.offer,
        earlier=line.earlier,
    )


class Standards:
    """A standard for each framework that lines name, made when it is first needed."""

    def __init__(self, folder: BrandFolder, titles: Sequence[str]) -> None:
        self._folder = folder
        self._titles = titles
        self._made: dict[str, Standard] = {}
        self._missing: dict[str, None] = {}
        self._others: dict[str, None] = {}
        self._offers: dict[str, None] = {}
        self._slots: dict[str, str] = {}

    def findings(self, line: Line) -> tuple[Finding, ...]:
        """What stands against a line, with its names for slots and offers taken for the brand's."""
        known = self.of(line)
        slots = {
            self._slot(key, line, known): by_our_names(text) for key, text in line.slots.items()
        }
        offer = line.offer
        if offer is not None and offer not in known.offers:
            self._offers[offer], offer = None, None
        return known.findings(rewrite_of(replace(line, slots=slots, offer=offer), self._folder))

    def _slot(self, key: str, line: Line, known: Standard) -> str:
        ours = OTHER_SLOTS.get(key.lower().replace("-", "_").replace(" ", "_"), key)
        if key in known.slots or ours not in known.slots or ours in line.slots:
            return key
        self._slots[key] = ours
        return ours

    def of(self, line: Line) -> Standard:
        framework = self._framework(line)
        if framework.key not in self._made:
            self._made[framework.key] = standard(
                framework,
                self._folder.brand,
                self._folder.voice,
                self._folder.claims,
                self._folder.offers,
                self._titles,
            )
        return self._made[framework.key]

    def _framework(self, line: Line) -> Framework:
        usual = usual_framework(self._folder)
        own = next((one for one in self._folder.frameworks if one.key == line.framework), None)
        if own is None:
            self._missing[line.framework] = None
            return usual
        if own.key != usual.key and _names_more(line, own, usual):
            self._others[own.key] = None
            return usual
        return own

    @property
    def strange(self) -> Iterator[str]:
        """What lines name and the brand does not have, as a sentence."""
        if self._missing:
            names = ", ".join(f"'{key}'" for key in self._missing)
            used = usual_framework(self._folder).key
            yield f"There is no framework {names}: such lines were held to '{used}'."
        if self._others:
            names = ", ".join(f"'{key}'" for key in self._others)
            used = usual_framework(self._folder).key
            yield (
                f"Some lines of {names} name what it has not and '{used}' has: such lines were "
                f"held to '{used}'."
            )
        for key, ours in self._slots.items():
            yield f"There is no slot '{key}': it was taken for '{ours}'."
        if self._offers:
            names = ", ".join(f"'{key}'" for key in self._offers)
            yield f"There is no offer {names}: which was decided is not known for such lines."


def _names_more(line: Line, own: Framework, usual: Framework) -> bool:
    """Whether a line names an offer, or what a message is about, that its framework has not and the
    usual one has."""
    if line.offer not in (None, *own.offers) and line.offer in usual.offers:
        return True
    named = {group for text in line.slots.values() for group in _GROUP.findall(text)}
    return own.about != usual.about and usual.about in named


def usual_framework(folder: BrandFolder) -> Framework:
    """The one that lines of no known framework are held to: about a basket if there is one, and of
    several that with the most offers, so that the fewest lines name what it does not have."""
    return max(folder.frameworks, key=lambda one: (one.about == CART, len(one.offers)))


def findings_by_check(tried: Iterable[Tried]) -> Mapping[str, int]:
    """How many lines each check found something in, the most first."""
    counts: dict[str, int] = {}
    for one in tried:
        for check in {finding.rule for finding in one.findings}:
            counts[check] = counts.get(check, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def as_json(outcome: Outcome) -> Mapping[str, object]:
    """The outcome for machines: scores, categories, and each line that came out wrong."""
    return {
        "kept": outcome.kept,
        "missed": _score(outcome.score(REJECT), MOST_MISSED),
        "false_alarms": _score(outcome.score(PASS), MOST_FALSE_ALARMS),
        "never_missed": {key: _score(outcome.score(REJECT, key), 0.0) for key in NEVER_MISSED},
        "categories": {
            expected: {
                key: _score(outcome.score(expected, key)) for key in outcome.categories(expected)
            }
            for expected in (REJECT, PASS)
        },
        "checks": findings_by_check(t for t in outcome.tried if t.line.expected == REJECT),
        "wrong": [_wrong(tried) for tried in (*outcome.missed, *outcome.false_alarms)],
        "strange": outcome.strange,
    }


def _score(score: Score, most: float | None = None) -> Mapping[str, object]:
    return {"lines": score.lines, "wrong": score.wrong, "share": score.share, "most": most}


def _wrong(tried: Tried) -> Mapping[str, object]:
    return {
        "line": tried.number,
        "expected": tried.line.expected,
        "category": category_of(tried.line),
        "why": tried.line.why,
        "slots": tried.line.slots,
        "findings": tried.findings,
    }


def wrong_lines(outcome: Outcome) -> Iterator[str]:
    """Each line that came out wrong, for people."""
    for tried in outcome.missed:
        yield f"  {tried.number}: missed ({category_of(tried.line)}): {tried.line.why}"
        yield f"     {_first_words(tried.line)}"
    for tried in outcome.false_alarms:
        finding = tried.findings[0]
        yield f"  {tried.number}: false alarm: {finding.rule} in {finding.where}: {finding.found}"
        yield f"     {_first_words(tried.line)}"


def _first_words(line: Line) -> str:
    return " ".join(" | ".join(line.slots.values()).split())[:200]
