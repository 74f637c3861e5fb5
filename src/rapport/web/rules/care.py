"""The form of what is done after a complaint, a refund, a late parcel or an open question."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from rapport.app.explaining.care_in_words import caring_in_words
from rapport.core.creative.framework import Level
from rapport.core.deciding.brand_rules import SetCare, care_id
from rapport.core.deciding.care import OCCASIONS, WORDS, Care, Caring
from rapport.core.time import DAY
from rapport.ports.brand_files import SETTINGS
from rapport.web.access import form_of
from rapport.web.frameworks.mistakes import Asked, against
from rapport.web.handlers import NOTHING_TRIED, Attempt
from rapport.web.own_files import Here, around, attempt
from rapport.web.pages import SCRIPTED, page, see_other
from rapport.web.rules.here import Desks, here_of, labels_of

LONGEST_DAYS = 365
_DAYS = re.compile(r"\d{1,3}(\.\d{1,2})?")
_NOTHING: Mapping[str, str] = {}


class CareFields(Struct, frozen=True):
    """What the form shows. `was` is the digest of what somebody saw."""

    wait: str
    soften: tuple[str, ...]
    soft_for: str
    was: str


class CarePages:
    """Handlers."""

    def __init__(self, desks: Desks) -> None:
        self._desks = desks

    def form(self, request: Request) -> Response:
        """What is done after one occasion."""
        return self._page(request, here_of(self._desks, request), _occasion(request))

    def save(self, request: Request) -> Response:
        """POST: has something else done."""
        here, occasion, form = here_of(self._desks, request), _occasion(request), form_of(request)
        wrong: dict[str, str] = {}
        caring = _caring_in(form, tones_of(here), wrong)
        if wrong:
            return self._page(request, here, occasion, Attempt(status=400), wrong)
        tried = attempt(request, here, SetCare(occasion, caring, form.get("was", "")))
        if tried.saved:
            return see_other(f"{here.at(told='same' if tried.same else 'saved')}#care")
        if tried.conflict is not None:
            here = here_of(self._desks, request)
        return self._page(request, here, occasion, tried)

    def _page(
        self,
        request: Request,
        here: Here,
        occasion: str,
        tried: Attempt = NOTHING_TRIED,
        wrong: Mapping[str, str] = _NOTHING,
    ) -> Response:
        now = here.book.content.brand.care.after(occasion)
        form = form_of(request) if request.method == "POST" else None
        labels = labels_of(here)
        stands = against(tried.problems, _asked(here, occasion))
        context: dict[str, object] = {
            **around(request, here, SETTINGS, tried),
            "title": WORDS[occasion],
            "now": caring_in_words(now, labels),
            "usual": caring_in_words(Care().after(occasion), labels),
            "fields": _fields(form, now, shown=tried.conflict is not None),
            "tones": tones_of(here).values(),
            "wrong": {**{name: " ".join(told) for name, told in stands.fields.items()}, **wrong},
            "rest": stands.rest,
            "action": here.at("care", occasion),
        }
        return page("care.html", context, status=tried.status, headers=SCRIPTED)


def tones_of(here: Here) -> dict[str, Level]:
    """Every tone that some framework speaks in, by key."""
    return {tone.key: tone for one in here.book.content.frameworks for tone in one.tones}


def _occasion(request: Request) -> str:
    occasion: str = request.path_params["occasion"]
    if occasion not in OCCASIONS:
        raise HTTPException(404)
    return occasion


def _fields(form: Mapping[str, str] | None, now: Caring, *, shown: bool) -> CareFields:
    """What was typed, or what is done now. What was typed stands on what somebody saw, until they
    are `shown` what is done now."""
    if form is None:
        return CareFields(_days(now.wait), now.soften, _days(now.soft_for), care_id(now))
    was = care_id(now) if shown else form.get("was", "")
    soften = tuple(form.get("soften", "").split())
    return CareFields(form.get("wait", ""), soften, form.get("for", ""), was)


def _caring_in(
    form: Mapping[str, str], tones: Mapping[str, Level], wrong: dict[str, str]
) -> Caring:
    wait, soft_for = (_typed(form, name, wrong) for name in ("wait", "for"))
    asked = form.get("soften", "").split()
    if any(key not in tones for key in asked):
        wrong["soften"] = "Something that is ticked is not there any more. Open the page again."
    soften = tuple(key for key in tones if key in asked)
    if soften and not soft_for and "for" not in wrong:
        wrong["for"] = "Say for how many days it is only these tones."
    elif soft_for and not soften and "soften" not in wrong:
        wrong["soften"] = "Tick the tones that may be used then, or leave the days empty."
    elif soften and soft_for <= wait and not wrong:
        wrong["for"] = (
            "It is counted from the day that it happened, so it must be longer than that."
        )
    return Caring(wait, soften, soft_for)


def _typed(form: Mapping[str, str], name: str, wrong: dict[str, str]) -> int:
    """A length, from days as people type them; empty is none."""
    typed = form.get(name, "").strip().replace(",", ".")
    if not typed:
        return 0
    if not _DAYS.fullmatch(typed) or not typed.isascii() or float(typed) > LONGEST_DAYS:
        wrong[name] = f"Write a number of days up to {LONGEST_DAYS}, such as 3 or 1.5."
        return 0
    return round(float(typed) * DAY)


def _days(length: int) -> str:
    return f"{length / DAY:g}" if length else ""


def _asked(here: Here, occasion: str) -> Asked:
    fields = {"wait": "wait", "soften": "soften", "for": "for"}
    places = {(SETTINGS, f"care.{occasion}.{inner}"): name for inner, name in fields.items()}
    places[SETTINGS, f"care.{occasion}"] = "for"
    return Asked(SETTINGS, places, labels_of(here))
