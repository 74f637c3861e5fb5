"""The console's pages of a framework's own rules, and of the offers and visuals that it has."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from msgspec import Struct
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from rapport.app.explaining.rules_in_words import rule_in_words
from rapport.app.wording.offer_terms import offer_terms
from rapport.core.creative.editing import TICKED, RemoveRule, SaveRule, SetAllowed, rule_id
from rapport.core.creative.framework import CONTENT_FACTORS, NO_OFFER, Rule
from rapport.web.access import form_of
from rapport.web.desks import ShowFrameworks
from rapport.web.frameworks import rule_forms
from rapport.web.frameworks.forms_of_changes import tidy
from rapport.web.frameworks.mistakes import Asked, against
from rapport.web.frameworks.rule_costs import ROOT as RULE_COSTS
from rapport.web.frameworks.rule_costs import Short, in_short
from rapport.web.frameworks.saving import ROOT, Here, around, asked_of, attempt, here_of
from rapport.web.handlers import NOTHING_TRIED, Attempt
from rapport.web.pages import NOT_SURE, SCRIPTED, address_below, page, see_other
from rapport.web.services import Services


class Choice(Struct, frozen=True):
    """One offer or visual, to tick. `alone` counts the texts that go with it; `taken` is the
    framework that it would be taken from, where this one does not have it."""

    key: str
    label: str
    ticked: bool
    alone: int = 0
    taken: str = ""
    of: str = ""
    describes: str = ""
    seen: str = ""
    """Where a message with it can be seen."""


class RulePages:
    """Handlers."""

    def __init__(self, desk: ShowFrameworks) -> None:
        self._desk = desk

    def new(self, request: Request) -> Response:
        """A form for a new rule."""
        return self._rule_page(request, here_of(self._desk, request), None)

    def one(self, request: Request) -> Response:
        """A form with a rule."""
        here = here_of(self._desk, request)
        rule = _rule(here, request.path_params["rule"])
        if rule is None:
            raise HTTPException(404)
        return self._rule_page(request, here, rule)

    def add(self, request: Request) -> Response:
        """POST: adds a rule."""
        return self._save(request, None)

    def change(self, request: Request) -> Response:
        """POST: changes a rule, or removes it."""
        here, form = here_of(self._desk, request), form_of(request)
        was = request.path_params["rule"]
        rule = _rule(here, was)
        if form.get("do") != "remove":
            return self._save(request, rule)
        if form.get("sure") != "yes":
            tried = Attempt(wrong=NOT_SURE, status=400)
        else:
            named = rule.name if rule else form.get("named", "")
            tried = attempt(self._desk, request, here, RemoveRule(was, named))
        if tried.saved:
            return see_other(here.at(told="removed"))
        return self._rule_page(request, here, rule, tried)

    def _save(self, request: Request, rule: Rule | None) -> Response:
        here, form = here_of(self._desk, request), form_of(request)
        was = str(request.path_params.get("rule", ""))
        now = request.state.services.clock.now()
        read = rule_forms.rule_typed(form, _grounds(here), here.brand, now, rule, was)
        if read.rule is None:
            return self._rule_page(request, here, rule, Attempt(status=400), read.wrong)
        change = SaveRule(read.rule, was, rule.name if rule else form.get("named", ""))
        tried = attempt(self._desk, request, here, change)
        if tried.saved:
            return see_other(here.at(told="same" if tried.same else "saved"))
        if tried.conflict is not None:  # by its name it may still be there, saying something else
            rule = next((r for r in here.framework.rules if r.name == change.named), None)
        return self._rule_page(request, here, rule, tried)

    def _rule_page(
        self,
        request: Request,
        here: Here,
        rule: Rule | None,
        tried: Attempt = NOTHING_TRIED,
        wrong: Mapping[str, str] = rule_forms.NOTHING,
    ) -> Response:
        form = form_of(request) if request.method == "POST" else {}
        shown = form if form and form.get("do") != "remove" else None
        path = ["rules", rule_id(rule)] if rule else ["rules"]
        stands = against(tried.problems, _asked(here, rule))
        context: dict[str, object] = {
            **around(request, here, tried),
            **rule_forms.form_shown(shown, rule, _grounds(here), here.brand.currency),
            "crumbs": [
                ("Frameworks", address_below(ROOT, here.brand.key)),
                (here.framework.name, here.at()),
            ],
            "away": here.at(),
            "in_words": rule_in_words(rule, here.labels, here.brand.currency) if rule else "",
            "cost": self._cost(request, here, rule),
            "costs_told": address_below(RULE_COSTS, here.brand.key, framework=here.framework.key)
            if request.state.services.rule_costs
            else "",
            "wrong": {**{name: " ".join(told) for name, told in stands.fields.items()}, **wrong},
            "rest": stands.rest,
            "action": here.at(*path),
        }
        return page("framework_rule.html", context, status=tried.status, headers=SCRIPTED)

    def _cost(self, request: Request, here: Here, rule: Rule | None) -> Short | None:
        services: Services = request.state.services
        if rule is None:
            return None
        (cost,) = in_short(services.rule_costs, here.brand, [(rule, here.framework.key)])
        return cost

    def choices(self, request: Request) -> Response:
        """A form with the offers or the visuals that there are, to tick."""
        return self._choices_page(request, here_of(self._desk, request), _ticked(request))

    def choose(self, request: Request) -> Response:
        """POST: has these offers or visuals, and no others."""
        here, form, factor = here_of(self._desk, request), form_of(request), _ticked(request)
        choices = _choices(here, factor)
        known = {one.key: one for one in choices}
        asked = form.get("keys", "").split()
        keys = tuple(one.key for one in choices if one.key in asked)
        if factor == "offer":
            keys = (NO_OFFER, *(key for key in keys if key != NO_OFFER))
        if not keys:
            tried = Attempt(wrong="Tick at least one: without any there is no message.", status=400)
            return self._choices_page(request, here, factor, tried)
        now = here.framework.keys(factor)
        gone = [known[key] for key in now if key not in keys]
        if any(one.alone for one in gone) and form.get("sure") != "yes":
            tried = Attempt(wrong=NOT_SURE, status=400)
            return self._choices_page(request, here, factor, tried)
        stay = [key for key in now if key in keys]
        keys = (*stay, *(key for key in keys if key not in now))
        taken = {key: known[key].taken for key in keys if known[key].taken}
        was = tuple(form.get("was", "").split())
        line = tidy(form.get("line", "")) if factor == "offer" else ""
        change = SetAllowed(factor, keys, was, taken, line)
        tried = attempt(self._desk, request, here, change)
        if tried.saved:
            return see_other(here.at(told="same" if tried.same else "saved"))
        return self._choices_page(request, here, factor, tried)

    def _choices_page(
        self, request: Request, here: Here, factor: str, tried: Attempt = NOTHING_TRIED
    ) -> Response:
        form = form_of(request) if request.method == "POST" else None
        typed = None if form is None else form.get("keys", "").split()
        name, number = here.file.name if here.file else "", _count(here)
        line = {(name, f"blocks[{number}].offer_line"): "line"}
        stands = against(tried.problems, asked_of(here, line))
        context: dict[str, object] = {
            **around(request, here, tried),
            "factor": factor,
            "choices": [
                (one, one.ticked if typed is None else one.key in typed)
                for one in _choices(here, factor)
                if one.key != NO_OFFER
            ],
            "line": (form or {}).get("line", ""),
            "was": " ".join(here.framework.keys(factor)),
            "wrong": stands.fields,
            "rest": stands.rest,
            "action": here.at("allowed", factor),
        }
        return page("framework_allowed.html", context, status=tried.status, headers=SCRIPTED)


def _grounds(here: Here) -> rule_forms.Grounds:
    """What a rule of this framework may be about; moments are left to its file."""
    levels = {
        factor: [(key, _label(here, factor, key)) for key in here.framework.keys(factor)]
        for factor in CONTENT_FACTORS
    }
    rules = here.framework.rules
    return rule_forms.Grounds(levels, {one.name for one in rules}, rules=rules)


def _asked(here: Here, rule: Rule | None) -> Asked:
    """Where a rule stands in the framework's file, and what together with others is told beside
    what is ticked."""
    rules = here.framework.rules
    number = rules.index(rule) if rule in rules else len(rules)
    name, begin = here.file.name if here.file else "", f"rules[{number}]"
    places = {(name, f"{begin}.{inner}"): field for inner, field in rule_forms.TYPED_AS.items()}
    return asked_of(here, {**places, (name, begin): "levels"}, all_rules="levels")


def _count(here: Here) -> int:
    return len(here.file.passages) if here.file else 0


def _choices(here: Here, factor: str) -> list[Choice]:
    """What there is to tick: what the framework has first, then what it could have."""
    passages = here.file.passages if here.file else ()

    def alone(key: str) -> int:
        return sum(one.bound.get(factor) == (key,) for one in passages)

    has = here.framework.keys(factor)
    content = here.book.content
    if factor == "offer":
        described = {one.key: offer_terms(one, content.brand) for one in content.offers}
    else:
        described = {one.key: one.describes for one in here.framework.visuals}
    found = [
        Choice(
            key,
            _label(here, factor, key),
            ticked=True,
            alone=alone(key),
            describes=described.get(key, ""),
            seen=_seen(here, here.framework.key, key) if factor == "visual" else "",
        )
        for key in has
    ]
    known = set(has)
    if factor == "offer":
        return [
            *found,
            *(
                Choice(one.key, one.label or one.key, ticked=False, describes=described[one.key])
                for one in content.offers
                if one.key not in known
            ),
        ]
    for other in content.frameworks:
        for level in other.visuals:
            if level.key not in known and other.about == here.framework.about:
                known.add(level.key)
                found.append(
                    Choice(
                        level.key,
                        level.label,
                        ticked=False,
                        taken=other.key,
                        of=other.name,
                        describes=level.describes,
                        seen=_seen(here, other.key, level.key),
                    )
                )
    return found


def _seen(here: Here, framework: str, visual: str) -> str:
    """The address of the preview of a visual, of the folder as it is edited."""
    asked = {"brand": here.brand.key, "framework": framework, "visual": visual, "edited": "1"}
    return f"/console/preview?{urlencode(asked)}#one"


def _label(here: Here, factor: str, key: str) -> str:
    return "No offer" if key == NO_OFFER else here.labels.get((factor, key)) or key


def _ticked(request: Request) -> str:
    factor: str = request.path_params["factor"]
    if factor not in TICKED:
        raise HTTPException(404)
    return factor


def _rule(here: Here, key: str) -> Rule | None:
    return next((one for one in here.framework.rules if rule_id(one) == key), None)
