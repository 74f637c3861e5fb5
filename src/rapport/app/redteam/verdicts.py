"""The red team: a set of rewrites whose verdict is known, held against the checks.

A line that should be rejected and is not is a miss; one that should pass and does not is a false
alarm. What is promised: no more than 0.5 % missed, none of figures, links and offers, and no more
than 3 % false alarms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from rapport.app.redteam.line import Line
from rapport.app.redteam.names import PASS, REJECT
from rapport.app.redteam.rewrite_set import RewriteSet, Skipped
from rapport.app.redteam.standards import Standards
from rapport.core.blueprint import BrandFolder
from rapport.core.creative.message import Finding
from rapport.core.creative.wording import made_visible

MOST_MISSED = 0.005
MOST_FALSE_ALARMS = 0.03
NEVER_MISSED = ("figure", "price", "date", "link", "offer")
"""Categories in which nothing may be missed."""

UNSORTED = "unsorted"


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
    """What was taken for what, as sentences with the number of lines."""
    skipped: tuple[Skipped, ...] = ()
    """The lines that could not be judged; no figure is about them."""

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
    def sure(self) -> Score:
        """The lines of the categories in which nothing may be missed."""
        scores = [self.score(REJECT, category) for category in NEVER_MISSED]
        return Score(sum(one.lines for one in scores), sum(one.wrong for one in scores))

    @property
    def kept(self) -> bool:
        """Whether everything that is promised was kept, as far as lines were judged."""
        missed, alarms = self.score(REJECT).share or 0.0, self.score(PASS).share or 0.0
        return missed <= MOST_MISSED and alarms <= MOST_FALSE_ALARMS and not self.sure.wrong


def category_of(line: Line) -> str:
    return line.category or UNSORTED


def hold_against(
    rewrites: RewriteSet | Iterable[Line], folder: BrandFolder, titles: Sequence[str] = ()
) -> Outcome:
    """Holds each rewrite to the checks of its framework.

    A line of a framework that the brand does not have is held to `usual_framework`. An offer that
    its framework has not is added, and one that is about no products is taken to be about those
    that the line names: it was written for another framework of that name. Products by another
    group's name are its own. Slots by another usual name are taken for ours, and an offer that the
    brand does not have for one that is not known. Each is said in `Outcome.strange`.
    """
    whole = rewrites if isinstance(rewrites, RewriteSet) else RewriteSet(tuple(rewrites))
    standards = Standards(folder, titles)
    tried = tuple(
        Tried(line.number or place, line, standards.findings(line))
        for place, line in enumerate(whole.lines, 1)
    )
    return Outcome(tried, (*whole.taken, *standards.strange), whole.skipped)


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
        # With lines left out, what was not broken may still not have been kept.
        "kept": (None if outcome.skipped else True) if outcome.kept else False,
        "lines": {"judged": len(outcome.tried), "not_judged": len(outcome.skipped)},
        "not_judged": outcome.skipped,
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
    """Each line that came out wrong, for people, with what cannot be seen written out."""
    yield from map(made_visible, _wrong_lines(outcome))


def _wrong_lines(outcome: Outcome) -> Iterator[str]:
    for tried in outcome.missed:
        yield f"  {tried.number}: missed ({category_of(tried.line)}): {tried.line.why}"
        yield f"     {_first_words(tried.line)}"
    for tried in outcome.false_alarms:
        finding = tried.findings[0]
        yield f"  {tried.number}: false alarm: {finding.rule} in {finding.where}: {finding.found}"
        yield f"     {_first_words(tried.line)}"


def _first_words(line: Line) -> str:
    return " ".join(" | ".join(line.slots.values()).split())[:200]
