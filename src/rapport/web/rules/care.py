"""The form of what is done after a complaint, a refund, a late parcel or an open question."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from rapport.app.explaining.care_in_words import caring_in_words
from rapport.app.wording.lengths import as_typed
from rapport.app.wording.typed_numbers import number_typed
from rapport.core.creative.framework import Level
from rapport.core.deciding.brand_rules import SetCare, seen_id
from rapport.core.deciding.care import OCCASIONS, WORDS, Care, Caring
from rapport.core.time import DAY, HOUR, MINUTE, Millis
from rapport.ports.brand_files import SETTINGS
from rapport.web.access import form_of
from rapport.web.frameworks.mistakes import Asked, against
from rapport.web.handlers import NOTHING_TRIED, Attempt
from rapport.web.own_files import Here, around, attempt
from rapport.web.pages import SCRIPTED, page, see_other
from rapport.web.rules.here import Desks, here_of, labels_of

LONGEST_DAYS = 365
_LENGTH = re.compile(r"(.*?) ?([dhm])?")
_USABLE = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,2})?")
_UNITS = {"d": DAY, "h": HOUR, "m": MINUTE}
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
        now = here.book.content.brand.care.after(occasion)
        caring = _caring_in(form, tones_of(here), now, wrong)
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
            "tones": [*tones_of(here).values(), *_tones_of_nobody(here, now)],
            "wrong": {**{name: " ".join(told) for name, told in stands.fields.items()}, **wrong},
            "rest": stands.rest,
            "action": here.at("care", occasion),
        }
        return page("care.html", context, status=tried.status, headers=SCRIPTED)


def tones_of(here: Here) -> dict[str, Level]:
    """Every tone that some framework speaks in, by key."""
    return {tone.key: tone for one in here.book.content.frameworks for tone in one.tones}


def _tones_of_nobody(here: Here, now: Caring) -> list[Level]:
    """Tones that the file names and no framework has: whoever unticks them sees that they do."""
    known = tones_of(here)
    return [Level(key, f"{key} (no framework has it)") for key in now.soften if key not in known]


def _occasion(request: Request) -> str:
    occasion: str = request.path_params["occasion"]
    if occasion not in OCCASIONS:
        raise HTTPException(404)
    return occasion


def _fields(form: Mapping[str, str] | None, now: Caring, *, shown: bool) -> CareFields:
    """What was typed, or what is done now. What was typed stands on what somebody saw, until they
    are `shown` what is done now."""
    if form is None:
        return CareFields(_shown(now.wait), now.soften, _shown(now.soft_for), seen_id(now))
    was = seen_id(now) if shown else form.get("was", "")
    soften = tuple(form.get("soften", "").split())
    return CareFields(form.get("wait", ""), soften, form.get("for", ""), was)


def _caring_in(
    form: Mapping[str, str], tones: Mapping[str, Level], now: Caring, wrong: dict[str, str]
) -> Caring:
    wait = _typed(form, "wait", now.wait, wrong)
    soft_for = _typed(form, "for", now.soft_for, wrong)
    asked = form.get("soften", "").split()
    gone = [key for key in asked if key not in tones]
    if any(key in now.soften for key in gone):
        wrong["soften"] = f"No framework has the tone “{gone[0]}”: untick it."
    elif gone:
        wrong["soften"] = "Something that is ticked is not there any more. Open the page again."
    soften = tuple(key for key in dict.fromkeys((*now.soften, *tones)) if key in asked)
    if soften and not soft_for and "for" not in wrong:
        wrong["for"] = "Say for how many days it is only these tones."
    elif soft_for and not soften and "soften" not in wrong:
        wrong["soften"] = "Tick the tones that may be used then, or leave the days empty."
    elif soften and soft_for <= wait and not wrong:
        wrong["for"] = (
            "It is counted from the day that it happened, so it must be longer than that."
        )
    return Caring(wait, soften, soft_for)


def _typed(form: Mapping[str, str], name: str, now: Millis, wrong: dict[str, str]) -> Millis:
    """A length, from days as people type them, or hours; empty is none. What stands as it was shown
    stays to the second; otherwise it is in whole hours, or minutes where it is shorter."""
    typed = form.get(name, "").strip().lower()
    if typed == _shown(now):
        return now
    if not typed:
        return 0
    match = _LENGTH.fullmatch(typed)
    unit = _UNITS[match[2] or "d"] if match else DAY
    number = (number_typed(match[1]) if match else None) or ""
    length = float(number) * unit if _USABLE.fullmatch(number) else None
    if length is None or length > LONGEST_DAYS * DAY:
        wrong[name] = (
            f"Write a number of days up to {LONGEST_DAYS}, such as 3 or 1.5, or hours such as 10h."
        )
        return 0
    step = HOUR if unit == DAY and length >= HOUR else MINUTE
    return round(length / step) * step


def _shown(length: Millis) -> str:
    """In days, where these have at most two digits behind the point."""
    if not length:
        return ""
    return as_typed(length) if length * 100 % DAY else f"{length / DAY:g}"


def _asked(here: Here, occasion: str) -> Asked:
    fields = {"wait": "wait", "soften": "soften", "for": "for"}
    places = {(SETTINGS, f"care.{occasion}.{inner}"): name for inner, name in fields.items()}
    places[SETTINGS, f"care.{occasion}"] = "for"
    return Asked(SETTINGS, places, labels_of(here))
