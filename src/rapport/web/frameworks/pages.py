"""The console's pages of frameworks: what may be said, in which words, and how far it goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.explaining.framework_in_words import ABOUT, MODES
from rapport.app.explaining.rules_in_words import rule_in_words
from rapport.app.frameworks.unheard import first_alone, unheard
from rapport.app.measuring.rule_costs import BRAND
from rapport.app.wording.lengths import as_typed
from rapport.core.creative.coverage import Coverage, points_of
from rapport.core.creative.editing import (
    BOUND_TO,
    Change,
    Passage,
    passages_of,
    rule_id,
    writer_as_seen,
)
from rapport.core.creative.framework import Framework, Rule
from rapport.core.oversight.people import PUBLISH, WRITE
from rapport.web.access import Access, actor_of, brand_of, form_of
from rapport.web.console import frame
from rapport.web.desks import ShowFrameworks
from rapport.web.frameworks import forms_of_changes as forms
from rapport.web.frameworks.levels import LevelPages
from rapport.web.frameworks.look import Pictures
from rapport.web.frameworks.mistake_words import TOO_LONG
from rapport.web.frameworks.mistakes import Against, against, mistakes_of
from rapport.web.frameworks.new import NEW, NewPages
from rapport.web.frameworks.rule_costs import BRAND_RULES, Short, in_short
from rapport.web.frameworks.rule_costs import ROOT as RULE_COSTS
from rapport.web.frameworks.rules import RulePages
from rapport.web.frameworks.saving import ROOT, Here, around, asked_of, attempt, here_of
from rapport.web.frameworks.whole_file import FilePages
from rapport.web.frameworks.words import GONE, WordPages, facet
from rapport.web.handlers import NOTHING_TRIED, Attempt, threaded
from rapport.web.pages import SCRIPTED, address_below, page, see_other
from rapport.web.services import Services

LONGEST_FILE = 2 * 1024 * 1024
"""Of a form with a whole file: half a megabyte of it, as forms write them."""

STATES = {
    "as published": "as published",
    "edited": "edited, not published",
    "new": "new, not published",
    "gone": "taken out, not published",
}
TOLD = {
    "saved": "Saved. What is published goes on until somebody publishes the change.",
    "renamed": "Saved, under another key: published, its messages are counted under that.",
    "same": "It said so already: nothing was changed.",
    "begun": "Started. Make its words your own; a flow must name it before anything is sent.",
    "removed": "Removed. Once that is published, the rule stops nothing any more.",
    "retired": "Retired. Once that is published, nobody is sent these words any more.",
    GONE: "The words of that page were changed or retired since. This is what there is now.",
}
SHOWN = 60
"""Passages on one page."""

FILTERS = ("point", "tone", "angle")


class FrameworkPages:
    """Handlers that read, and the small forms on a framework's page."""

    def __init__(self, desk: ShowFrameworks) -> None:
        self._desk = desk

    def overview(self, request: Request) -> Response:
        """All frameworks of a brand."""
        brand = brand_of(request)
        book = self._desk.book(brand.key)
        content = book.content
        actor = actor_of(request)
        context: dict[str, object] = {
            **frame(request),
            "book": book,
            "mistakes": mistakes_of(book.mistakes),
            "coverage": self._desk.coverage(brand.key),
            "passages": {
                one.key: len(passages_of(one, content.brand.language)) for one in content.frameworks
            },
            "about": ABOUT,
            "modes": MODES,
            "states": STATES,
            "to_adopt": self._desk.count_to_adopt(brand.key),
            "borrowed": self._desk.borrowed(brand.key),
            "changed": any(state != "as published" for state in book.states.values()),
            "rule_costs": _rule_costs(request),
            "may_publish": actor.may(PUBLISH),
            "may_write": actor.may(WRITE),
        }
        return page("frameworks.html", context)

    def one(self, request: Request) -> Response:
        """One framework, as cards."""
        return self._page(request, here_of(self._desk, request))

    def limits(self, request: Request) -> Response:
        """POST: another limit for a slot."""
        return self._changed(request, forms.set_limit(form_of(request)))

    def writer(self, request: Request) -> Response:
        """POST: another mode of the writer."""
        return self._changed(request, forms.set_mode(form_of(request)))

    def _changed(self, request: Request, change: Change) -> Response:
        here = here_of(self._desk, request)
        tried = attempt(self._desk, request, here, change)
        if tried.saved:
            return see_other(here.at(told="same" if tried.same else "saved"))
        return self._page(request, here, tried)

    def _page(self, request: Request, here: Here, tried: Attempt = NOTHING_TRIED) -> Response:
        framework, content = here.framework, here.book.content
        passages = (
            here.file.passages if here.file else passages_of(framework, content.brand.language)
        )
        asked = {name: request.query_params.get(name, "") for name in FILTERS}
        found = [one for one in passages if all(one.fits(name, asked[name]) or not asked[name]
                 for name in FILTERS)]  # fmt: skip
        told = request.query_params.get("told", "")
        begin, covered = _begin(request), self._desk.coverage(here.brand.key)
        typed = form_of(request) if request.method == "POST" else {}
        stands = _small_forms(here, tried, typed)
        said = partial(rule_in_words, labels=here.labels, currency=here.brand.currency)
        context: dict[str, object] = {
            **around(request, here, tried),
            "more": here.at(**asked, begin=str(begin + SHOWN))
            if len(found) > begin + SHOWN
            else "",
            "about": ABOUT[framework.about],
            "state": STATES[here.book.states.get(framework.key, "as published")],
            "modes": MODES,
            "writer_seen": writer_as_seen(framework.writing),
            "deadline": as_typed(framework.writing.deadline),
            "told": TOLD.get(told, ""),
            "done": told != GONE,
            "mistakes": mistakes_of(here.book.mistakes),
            "wrong": stands.fields,
            "rest": stands.rest,
            "offers": [one for one in content.offers if one.key in framework.offers],
            "rules": [
                (rule_id(rule), rule, said(rule), cost)
                for rule, cost in _costed(request, here, framework.rules, framework.key)
            ],
            "brand_rules": [
                (rule, said(rule), cost)
                for rule, cost in _costed(request, here, content.rules, BRAND)
                if rule.concerns(framework.key)
            ],
            "brand_rules_at": address_below(BRAND_RULES, here.brand.key)
            if request.state.services.brand_rules
            else "",
            "rule_costs": _rule_costs(request, framework=framework.key),
            "passages": found[begin : begin + SHOWN],
            "begin": begin,
            "found": len(found),
            "all": len(passages),
            "published": here.book.states.get(framework.key) != "new",
            "named": bool(points_of(content.flows, framework.key)),
            "facets": [
                facet(name, framework, points_of(content.flows, framework.key), here.labels)
                for name in FILTERS
            ],
            "asked": asked,
            "factors": BOUND_TO,
            "coverage": covered.get(framework.key),
            "unheard": [one for one in unheard(content, covered) if one.framework == framework.key],
            "first_alone": [
                one for one in first_alone(content, covered) if one.framework == framework.key
            ],
            "goes_first": _going_first(framework, passages, covered.get(framework.key)),
        }
        return page("framework.html", context, status=tried.status, headers=SCRIPTED)


def _rule_costs(request: Request, **about: str) -> str:
    """Where it stands what rules cost; empty where nothing is counted."""
    services: Services = request.state.services
    return address_below(RULE_COSTS, brand_of(request).key, **about) if services.rule_costs else ""


def _costed(
    request: Request, here: Here, rules: Sequence[Rule], where: str
) -> list[tuple[Rule, Short | None]]:
    """Rules, each with what it costs as far as that was counted."""
    services: Services = request.state.services
    costs = in_short(services.rule_costs, here.brand, [(rule, where) for rule in rules])
    return list(zip(rules, costs, strict=True))


def _going_first(
    framework: Framework, passages: Sequence[Passage], covered: Coverage | None
) -> set[str]:
    """The passages that are for whoever had the others, and go first where there are none."""
    alone = covered.first_alone if covered else ()
    texts = {(b.slot, tuple(b.text.split())) for b in framework.blocks if b.id in alone}
    return {
        one.id
        for one in passages
        if one.also
        and any((slot, tuple(text.split())) in texts for slot, text in one.words.items())
    }


def _small_forms(here: Here, tried: Attempt, form: Mapping[str, str]) -> Against:
    """What stands against another limit or another mode of the writer, beside its field."""
    name, slot = here.file.name if here.file else "", form.get("slot", "")
    places = {(name, f"writer.{field}"): field for field in ("mode", "sample", "deadline")}
    for number, one in enumerate(here.framework.slots):
        places[name, f"slots[{number}].max_chars"] = f"most.{one.key}"
    long = {p: found for p in tried.problems if (found := _length_of(p, name, slot))}
    told = against([p for p in tried.problems if p not in long], asked_of(here, places))
    if not long or f"most.{slot}" in told.fields:  # of what is no number all would be too long
        return told
    texts = "One approved text is" if len(long) == 1 else f"{len(long)} approved texts are"
    longest = f"{texts} longer; the longest has {max(long.values())} characters without its facts."
    return Against({**told.fields, f"most.{slot}": (longest,)}, told.rest)


def _length_of(problem: str, file: str, slot: str) -> int:
    """How long approved words of a slot are, where they are too long; 0 where that is not it."""
    (one,) = mistakes_of([problem])
    _, _, last = one.place.rpartition(".")
    found = TOO_LONG.fullmatch(one.words) if (one.file, last) == (file, slot) else None
    return int(found[1]) if found else 0


def _begin(request: Request) -> int:
    text = request.query_params.get("begin", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def routes(services: Services) -> list[Route]:
    """The addresses; none where there are no frameworks to show."""
    if services.frameworks is None:
        return []
    desk, access = services.frameworks, Access(services)
    pictures = Pictures(services.edited) if services.edited is not None else None
    pages, words, levels, file = (
        FrameworkPages(desk), WordPages(desk, pictures), LevelPages(desk), FilePages(desk),
    )  # fmt: skip
    one = ROOT + "/{key}"
    new, rules = NewPages(desk), RulePages(desk)
    reads = [
        (ROOT, pages.overview),
        (NEW, new.look),
        (one, pages.one),
        (one + "/words", words.new),
        (one + "/words/{passage}", words.one),
        (one + "/rules", rules.new),
        (one + "/rules/{rule}", rules.one),
        (one + "/allowed/{factor}", rules.choices),
        (one + "/levels/{factor}", levels.new),
        (one + "/levels/{factor}/{level}", levels.one),
    ]
    if pictures is not None:
        reads.append((one + "/look/{digest}", pictures.mail))
    writes = [
        (one + "/limits", pages.limits),
        (one + "/writer", pages.writer),
        (one + "/words", words.add),
        (one + "/words/{passage}", words.change),
        (one + "/rules", rules.add),
        (one + "/rules/{rule}", rules.change),
        (one + "/allowed/{factor}", rules.choose),
        (one + "/levels/{factor}", levels.add),
        (one + "/levels/{factor}/{level}", levels.change),
    ]
    return [
        *(Route(path, access.guard(threaded(do)), methods=["GET"]) for path, do in reads),
        *(Route(path, access.guard(threaded(do)), methods=["POST"]) for path, do in writes),
        Route(NEW, access.guard(threaded(new.begin), LONGEST_FILE), methods=["POST"]),
        Route(one + "/file", access.guard(threaded(file.one)), methods=["GET"]),
        Route(one + "/file", access.guard(threaded(file.change), LONGEST_FILE), methods=["POST"]),
    ]
