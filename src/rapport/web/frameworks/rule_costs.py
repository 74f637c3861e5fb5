"""The console's page of what rules cost, and the same in short where rules are made."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.explaining.rules_in_words import rule_in_words
from rapport.app.measuring.rule_costs import BRAND, CARE, PROPOSED, RuleCost
from rapport.app.measuring.rule_costs_text import (
    UNKNOWN,
    Told,
    amounts_of,
    bars_of,
    judged_by,
    left_out,
    told_of,
)
from rapport.app.wording.dates import local_time
from rapport.app.wording.table import Bar
from rapport.core.creative.editing import rule_id
from rapport.core.creative.framework import Framework, Rule
from rapport.core.oversight.people import WRITE
from rapport.web.access import Access, actor_of, brand_of
from rapport.web.console import frame
from rapport.web.desks import Book, ShowFrameworks
from rapport.web.frameworks.rules_counted import RulesCounted, ShowRuleCosts
from rapport.web.frameworks.saving import ROOT as FRAMEWORKS
from rapport.web.handlers import threaded
from rapport.web.pages import address_below, page, see_other
from rapport.web.services import BrandAccess, Services

ROOT = "/console/rule-costs"
BRAND_RULES = "/console/rules"

AHEAD = Told(UNKNOWN, "", UNKNOWN, "")
"""Said once, of all of them together."""


class Line(Struct, frozen=True):
    """One rule. `change` is where it is changed, empty where that is not here."""

    id: str
    name: str
    words: str
    because: str
    told: Told
    place: str
    change: str
    bar: Bar | None = None


class Group(Struct, frozen=True):
    """Rules of one place."""

    title: str
    note: str
    lines: tuple[Line, ...]
    ahead: tuple[Line, ...] = ()
    """Those of which nothing can be said before what they name is published."""


class RuleCostPages:
    """Handlers."""

    def __init__(self, desk: ShowRuleCosts, frameworks: ShowFrameworks) -> None:
        self._desk = desk
        self._frameworks = frameworks

    def look(self, request: Request) -> Response:
        """What every rule costs, or those that hold in one framework."""
        brand = brand_of(request)
        book = self._frameworks.book(brand.key)
        framework = _framework_asked_for(request, book)
        counted = self._desk.counted(brand.key)
        costs = counted.costs
        context: dict[str, object] = {
            **frame(request),
            "counted": counted,
            "when": local_time(counted.at, brand.zone) if costs else "",
            "framework": framework,
            "groups": _Groups(request, brand, book, counted).of(framework),
            "judged": judged_by(costs) if costs else "",
            "left_out": [*left_out(costs), *costs.unreadable.says] if costs else [],
            "every": address_below(ROOT, brand.key),
            "again": _address(brand, framework),
        }
        return page("rule_costs.html", context)

    def anew(self, request: Request) -> Response:
        """POST: has it counted once more."""
        brand = brand_of(request)
        framework = _framework_asked_for(request, self._frameworks.book(brand.key))
        self._desk.counted(brand.key, anew=True)
        return see_other(_address(brand, framework))


class Short(Struct, frozen=True):
    """What a rule costs in a few words, empty where that is not known yet, and where all of it
    stands."""

    words: str
    address: str


def in_short(
    desk: ShowRuleCosts | None, brand: BrandAccess, rules: Sequence[tuple[Rule, str]]
) -> list[Short | None]:
    """What each of these rules costs, as far as that was counted. With each goes the key of its
    framework, or `BRAND`. None where nothing is counted at all."""
    if desk is None:
        return [None] * len(rules)
    known = desk.known(brand.key)
    costs = known.costs
    found: list[Short | None] = []
    for rule, where in rules:
        one = next((c for c in costs.rules if _is_of(c, rule, where)), None) if costs else None
        words = ""
        if costs is not None and one is not None:
            words = told_of(one, costs, amounts_of(costs, known.locale)).short
        about = {} if where == BRAND else {"framework": where}
        address = address_below(ROOT, brand.key, **about)
        found.append(Short(words, f"{address}#r-{rule_id(_as_judged(rule, where))}"))
    return found


def _as_judged(rule: Rule, where: str) -> Rule:
    """A rule of a framework as it is judged before it is published."""
    return rule if where == BRAND else replace(rule, frameworks=(where,))


def _is_of(one: RuleCost, rule: Rule, where: str) -> bool:
    if one.where == PROPOSED:
        return one.rule == _as_judged(rule, where)
    return one.where == where and one.rule == rule


class _Groups:
    """The rules that were counted, by where they are from."""

    def __init__(
        self, request: Request, brand: BrandAccess, book: Book, counted: RulesCounted
    ) -> None:
        self._brand = brand
        self._book = book
        self._counted = counted
        self._may_write = actor_of(request).may(WRITE) and not book.read_only

    def of(self, framework: Framework | None) -> list[Group]:
        """All of them, or those that hold in a framework."""
        costs, key = self._counted.costs, framework.key if framework else ""
        if costs is None:
            return []
        known = [one for one in costs.rules if not key or _holds_in(one, key)]
        bars = dict(zip(map(id, known), bars_of(known), strict=True))
        ahead = [
            self._line(rule, PROPOSED, AHEAD)
            for rule in self._counted.ahead
            if not key or not rule.frameworks or key in rule.frameworks
        ]
        names = {one.key: one.name for one in self._book.content.frameworks}
        titles = {
            PROPOSED: ("Not published yet", "Each as if it had held all along."),
            BRAND: ("Of the whole brand", ""),
            **{one.where: (names.get(one.where, one.where), "") for one in known
               if one.where not in (PROPOSED, BRAND, CARE)},
            CARE: ("Care", "What the brand does after a complaint, a refund, a late parcel or an "
                   "open question. It is set under Rules."),
        }  # fmt: skip
        amounts = amounts_of(costs, self._counted.locale)
        found = []
        for where, (title, note) in titles.items():
            lines = [
                self._line(one.rule, where, told_of(one, costs, amounts), one.place, bars[id(one)])
                for one in known
                if one.where == where
            ]
            later = ahead if where == PROPOSED else []
            if lines or later:
                found.append(Group(title, note, tuple(lines), tuple(later)))
        return found

    def _line(
        self, rule: Rule, where: str, told: Told, place: str = "", bar: Bar | None = None
    ) -> Line:
        own = where in (BRAND, CARE, PROPOSED)
        return Line(
            id=rule_id(rule if own else _as_judged(rule, where)),
            name=rule.name,
            words=rule_in_words(rule, self._counted.labels, self._brand.currency),
            because=rule.because,
            told=told,
            place=place,
            change=self._change(rule, where) if self._may_write else "",
            bar=bar,
        )

    def _change(self, rule: Rule, where: str) -> str:
        """The form of a rule, if the folder has it as it is shown."""
        if where in (BRAND, PROPOSED) and rule in self._book.content.rules:
            return address_below(BRAND_RULES, self._brand.key, rule_id(rule))
        keys = rule.frameworks if where == PROPOSED else (where,)
        framework = self._book.content.framework(keys[0]) if len(keys) == 1 else None
        if framework is None:
            return ""
        written = replace(rule, frameworks=()) if where == PROPOSED else rule
        if written not in framework.rules:
            return ""
        path = (framework.key, "rules", rule_id(written))
        return address_below(FRAMEWORKS, self._brand.key, *path)


def _holds_in(one: RuleCost, framework: str) -> bool:
    if one.where in (BRAND, CARE, PROPOSED):
        return not one.rule.frameworks or framework in one.rule.frameworks
    return one.where == framework


def _framework_asked_for(request: Request, book: Book) -> Framework | None:
    """None where none was asked for. Raises HTTPException (404) where there is none such."""
    key = request.query_params.get("framework", "")
    framework = book.content.framework(key)
    if key and framework is None:
        raise HTTPException(404)
    return framework


def _address(brand: BrandAccess, framework: Framework | None) -> str:
    return address_below(ROOT, brand.key, **({"framework": framework.key} if framework else {}))


def routes(services: Services) -> list[Route]:
    """The addresses; none where nothing is counted."""
    if services.rule_costs is None or services.frameworks is None:
        return []
    access = Access(services)
    pages = RuleCostPages(services.rule_costs, services.frameworks)
    return [
        Route(ROOT, access.guard(threaded(pages.look)), methods=["GET"]),
        Route(ROOT, access.guard(threaded(pages.anew)), methods=["POST"]),
    ]
