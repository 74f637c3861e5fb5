"""The console's page of what holds for the whole brand, and the addresses below it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.explaining.care_in_words import caring_in_words
from rapport.app.explaining.rules_in_words import rule_in_words
from rapport.app.measuring.rule_costs import BRAND
from rapport.core.creative.editing import rule_id
from rapport.core.deciding.care import OCCASIONS, WORDS, Care
from rapport.core.oversight.people import PUBLISH
from rapport.ports.brand_files import RULES
from rapport.web.access import Access
from rapport.web.frameworks.mistakes import mistakes_of
from rapport.web.frameworks.rule_costs import BRAND_RULES as ROOT
from rapport.web.frameworks.rule_costs import ROOT as RULE_COSTS
from rapport.web.frameworks.rule_costs import in_short
from rapport.web.frameworks.saving import ROOT as FRAMEWORKS
from rapport.web.handlers import threaded
from rapport.web.own_files import around
from rapport.web.pages import address_below, page
from rapport.web.rules.care import CarePages
from rapport.web.rules.forms import BrandRulePages
from rapport.web.rules.here import Desks, here_of, labels_of
from rapport.web.rules.model import ModelPage, allowed_in_words
from rapport.web.services import Services

TOLD = {
    "saved": "Saved. What is published goes on until somebody publishes the change.",
    "same": "It said so already: nothing was changed.",
    "removed": "Removed. What is published goes on until somebody publishes the change.",
}


class RulesPage:
    """Handler."""

    def __init__(self, desks: Desks) -> None:
        self._desks = desks

    def look(self, request: Request) -> Response:
        """All that holds for the whole brand, as a person reads it."""
        here = here_of(self._desks, request)
        services: Services = request.state.services
        content, labels = here.book.content, labels_of(here)
        rules = content.rules
        costs = in_short(services.rule_costs, here.brand, [(rule, BRAND) for rule in rules])
        context: dict[str, object] = {
            **around(request, here, RULES),
            "told": TOLD.get(request.query_params.get("told", ""), ""),
            "mistakes": mistakes_of(here.book.mistakes),
            "changed": bool(self._desks.rules.changed(here.brand.key)),
            "may_publish": here.actor.may(PUBLISH),
            "rules": [
                (rule_id(rule), rule, rule_in_words(rule, labels, here.brand.currency), cost)
                for rule, cost in zip(rules, costs, strict=True)
            ],
            "care": [
                (
                    one,
                    WORDS[one],
                    caring_in_words(content.brand.care.after(one), labels),
                    content.brand.care.after(one) == Care().after(one),
                )
                for one in OCCASIONS
            ],
            "model": allowed_in_words(content.brand.writer),
            "of_frameworks": [
                (one, address_below(FRAMEWORKS, here.brand.key, one.key) + "#rules")
                for one in content.frameworks
            ],
            "rule_costs": address_below(RULE_COSTS, here.brand.key) if services.rule_costs else "",
        }
        return page("rules.html", context)


def routes(services: Services) -> list[Route]:
    """The addresses; none where there is nothing to show."""
    if services.frameworks is None or services.brand_rules is None:
        return []
    desks = Desks(services.frameworks, services.brand_rules)
    access, rules, care = Access(services), BrandRulePages(desks), CarePages(desks)
    model = ModelPage(desks)
    reads = [
        (ROOT, RulesPage(desks).look),
        (ROOT + "/new", rules.form),
        (ROOT + "/care/{occasion}", care.form),
        (ROOT + "/model", model.form),
        (ROOT + "/{rule}", rules.form),
    ]
    writes = [
        (ROOT + "/new", rules.save),
        (ROOT + "/care/{occasion}", care.save),
        (ROOT + "/model", model.save),
        (ROOT + "/{rule}", rules.save),
    ]
    return [
        *(Route(path, access.guard(threaded(do)), methods=["GET"]) for path, do in reads),
        *(Route(path, access.guard(threaded(do)), methods=["POST"]) for path, do in writes),
    ]
