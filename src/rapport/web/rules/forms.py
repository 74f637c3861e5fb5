"""The form of a rule of the whole brand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from rapport.app.explaining.rules_in_words import rule_in_words
from rapport.app.measuring.rule_costs import BRAND
from rapport.core.creative.editing import RemoveRule, SaveRule, rule_id
from rapport.core.creative.framework import CONTENT_FACTORS, Framework, Rule
from rapport.ports.brand_files import RULES
from rapport.web.access import form_of
from rapport.web.frameworks import rule_forms
from rapport.web.frameworks.mistake_words import Labels, label_of
from rapport.web.frameworks.mistakes import Asked, against
from rapport.web.frameworks.rule_costs import ROOT as RULE_COSTS
from rapport.web.frameworks.rule_costs import in_short
from rapport.web.handlers import NOTHING_TRIED, Attempt
from rapport.web.own_files import Here, around, attempt
from rapport.web.pages import NOT_SURE, SCRIPTED, address_below, page, see_other
from rapport.web.rules.here import Desks, here_of, labels_of
from rapport.web.services import Services


class BrandRulePages:
    """Handlers."""

    def __init__(self, desks: Desks) -> None:
        self._desks = desks

    def form(self, request: Request) -> Response:
        """A form for a new rule, or with one."""
        here = here_of(self._desks, request)
        rule = _rule(here, request)
        if rule is None and "rule" in request.path_params:
            raise HTTPException(404)
        return self._page(request, here, rule)

    def save(self, request: Request) -> Response:
        """POST: adds a rule, changes it, or removes it."""
        here, form = here_of(self._desks, request), form_of(request)
        was, rule = str(request.path_params.get("rule", "")), _rule(here, request)
        named = rule.name if rule else form.get("named", "")
        if form.get("do") == "remove":
            return self._remove(request, here, rule, RemoveRule(was, named))
        now = request.state.services.clock.now()
        read = rule_forms.rule_typed(form, _grounds(here), here.brand, now, rule, was)
        if read.rule is None:
            return self._page(request, here, rule, Attempt(status=400), read.wrong)
        tried = attempt(request, here, SaveRule(read.rule, was, named))
        if tried.saved:
            return see_other(f"{here.at(told='same' if tried.same else 'saved')}#rules")
        if tried.conflict is not None:  # by its name it may still be there, saying something else
            here = here_of(self._desks, request)
            rule = next((r for r in here.book.content.rules if r.name == named), None)
        return self._page(request, here, rule, tried)

    def _remove(
        self, request: Request, here: Here, rule: Rule | None, change: RemoveRule
    ) -> Response:
        if form_of(request).get("sure") != "yes":
            return self._page(request, here, rule, Attempt(wrong=NOT_SURE, status=400))
        tried = attempt(request, here, change)
        if tried.saved:
            return see_other(f"{here.at(told='removed')}#rules")
        return self._page(request, here, rule, tried)

    def _page(
        self,
        request: Request,
        here: Here,
        rule: Rule | None,
        tried: Attempt = NOTHING_TRIED,
        wrong: Mapping[str, str] = rule_forms.NOTHING,
    ) -> Response:
        services: Services = request.state.services
        form = form_of(request) if request.method == "POST" else {}
        shown = form if form and form.get("do") != "remove" else None
        stands = against(tried.problems, _asked(here, rule))
        short = in_short(services.rule_costs, here.brand, [(rule, BRAND)] if rule else [])
        in_words = rule_in_words(rule, labels_of(here), here.brand.currency) if rule else ""
        context: dict[str, object] = {
            **around(request, here, RULES, tried),
            **rule_forms.form_shown(shown, rule, _grounds(here), here.brand.currency),
            "crumbs": [("Rules", here.at())],
            "away": here.at(),
            "in_words": in_words,
            "cost": short[0] if short else None,
            "costs_told": address_below(RULE_COSTS, here.brand.key) if services.rule_costs else "",
            "wrong": {**{name: " ".join(told) for name, told in stands.fields.items()}, **wrong},
            "rest": stands.rest,
            "action": here.at(rule_id(rule)) if rule else here.at("new"),
        }
        return page("framework_rule.html", context, status=tried.status, headers=SCRIPTED)


def _rule(here: Here, request: Request) -> Rule | None:
    was = request.path_params.get("rule", "")
    return next((one for one in here.book.content.rules if rule_id(one) == was), None)


def _grounds(here: Here) -> rule_forms.Grounds:
    """What a rule of the brand may be about: every level of every framework."""
    content, labels = here.book.content, labels_of(here)
    moments = dict.fromkeys(
        time.key for flow in content.flows for point in flow.points for time in point.times
    )
    levels: dict[str, rule_forms.Choices] = {
        "time": [(key, labels["time", key]) for key in moments]
    }
    for factor in CONTENT_FACTORS:
        levels[factor] = _told_apart(content.frameworks, factor, labels)
    own = {rule.name for framework in content.frameworks for rule in framework.rules}
    return rule_forms.Grounds(
        levels,
        own | {rule.name for rule in content.rules},
        [(one.key, one.name) for one in content.frameworks],
        of_brand=True,
        rules=content.rules,
    )


def _told_apart(frameworks: Sequence[Framework], factor: str, labels: Labels) -> rule_forms.Choices:
    """Every level of a factor; of those that are called the same, each with where it is."""
    where: dict[str, list[str]] = {}
    for framework in frameworks:
        for key in framework.keys(factor):
            where.setdefault(key, []).append(framework.name)
    called = {key: label_of(labels, factor, key) for key in where}
    often = Counter(called.values())
    return [
        (key, f"{label} ({', '.join(where[key])})" if often[label] > 1 else label)
        for key, label in called.items()
    ]


def _asked(here: Here, rule: Rule | None) -> Asked:
    """Where a rule stands in its file; what together with others is told beside what is ticked."""
    rules = here.book.content.rules
    begin = f"rules[{rules.index(rule) if rule in rules else len(rules)}]"
    places = {(RULES, f"{begin}.{inner}"): field for inner, field in rule_forms.TYPED_AS.items()}
    places[RULES, begin] = "levels"
    return Asked(RULES, places, labels_of(here), (), [one.name for one in rules], "levels")
