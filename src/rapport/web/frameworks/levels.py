"""The console's pages of tones and angles: adding one with its first words, naming, retiring."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec.structs import replace
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from rapport.core.creative.editing import LEVELS
from rapport.core.creative.framework import Level
from rapport.ports.brand_files import VOICE
from rapport.web.access import form_of
from rapport.web.desks import ShowFrameworks
from rapport.web.frameworks import forms_of_changes as forms
from rapport.web.frameworks.facts_to_name import facts_for
from rapport.web.frameworks.mistakes import against, places_of_words
from rapport.web.frameworks.saving import Here, around, asked_of, attempt, here_of
from rapport.web.frameworks.words import fields
from rapport.web.handlers import NOTHING_TRIED, Attempt
from rapport.web.pages import NOT_SURE, SCRIPTED, page, see_other

NO_NAME = "Give it a name with some of the letters a to z in it."
NONE_WRONG: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class LevelPages:
    """Handlers."""

    def __init__(self, desk: ShowFrameworks) -> None:
        self._desk = desk

    def new(self, request: Request) -> Response:
        """A form for a new tone or angle, and its first words."""
        here = here_of(self._desk, request)
        return self._page(request, here, _factor(request), None)

    def one(self, request: Request) -> Response:
        """A form with a level's name and description."""
        here = here_of(self._desk, request)
        factor = _factor(request)
        level = _level(here, factor, request.path_params["level"])
        if level is None:
            raise HTTPException(404)
        return self._page(request, here, factor, level)

    def add(self, request: Request) -> Response:
        """POST: adds a level."""
        here, form, factor = here_of(self._desk, request), form_of(request), _factor(request)
        change = forms.add_level(form, here.framework, factor)
        if not change.key:
            wrong = {"label": (NO_NAME,)}
            return self._page(request, here, factor, None, Attempt(status=400), wrong)
        if change.key in here.framework.keys(factor):
            wrong = {"label": (f"There is {article(factor)} of this name already. Take another.",)}
            return self._page(request, here, factor, None, Attempt(status=400), wrong)
        tried = attempt(self._desk, request, here, change)
        if tried.saved:
            return see_other(here.at(told="saved"))
        return self._page(request, here, factor, None, tried)

    def change(self, request: Request) -> Response:
        """POST: names a level anew, or retires it with the words that are for nothing else."""
        here, form, factor = here_of(self._desk, request), form_of(request), _factor(request)
        key = request.path_params["level"]
        level = _level(here, factor, key)
        if level is None:
            raise HTTPException(404)
        if form.get("do") == "retire":
            if form.get("sure") != "yes":
                tried = Attempt(wrong=NOT_SURE, status=400)
                return self._page(request, here, factor, level, tried)
            tried = attempt(self._desk, request, here, forms.retire_level(factor, key))
            told = "retired"
        else:
            tried = attempt(self._desk, request, here, forms.edit_level(form, factor, key))
            told = "same" if tried.same else "saved"
        if tried.saved:
            return see_other(here.at(told=told))
        return self._page(request, here, factor, level, tried)

    def _page(
        self,
        request: Request,
        here: Here,
        factor: str,
        level: Level | None,
        tried: Attempt = NOTHING_TRIED,
        wrong: Mapping[str, tuple[str, ...]] = NONE_WRONG,
    ) -> Response:
        form = form_of(request) if request.method == "POST" else {}
        passages = here.file.passages if here.file else ()
        words = forms.words_in(form, here.framework)
        slots = [slot.key for slot in here.framework.slots]
        added = () if level else (len(passages), len(passages) + 1)
        places = {
            **_places(here, factor, level),
            **places_of_words(_file(here), added, slots),
        }
        asked = asked_of(here, places, () if level else slots)
        label = forms.one_line(form.get("label", level.label if level else ""))
        if not level:
            asked = replace(asked, labels={**asked.labels, (factor, forms.key_of(label)): label})
        stands = against(tried.problems, asked)
        goes = [
            one for one in passages if level is not None and one.bound.get(factor) == (level.key,)
        ]
        context: dict[str, object] = {
            **around(request, here, tried),
            "factor": factor,
            "level": level,
            "label": form.get("label", level.label if level else ""),
            "describes": form.get("describes", level.describes if level else ""),
            "fields": fields(here.framework, words, stands.fields, only_required=True),
            "wrong": {**stands.fields, **wrong},
            "goes": len(goes),
            "rest": stands.rest,
            "facts": facts_for(here.framework.about, here.book.content.brand.facts),
            "action": here.at("levels", factor, *([level.key] if level else [])),
        }
        return page("framework_level.html", context, status=tried.status, headers=SCRIPTED)


def article(factor: str) -> str:
    return f"{'an' if factor == 'angle' else 'a'} {factor}"


def _file(here: Here) -> str:
    return here.file.name if here.file else ""


def _places(here: Here, factor: str, level: Level | None) -> dict[tuple[str, str], str]:
    """Where a level's name and description stand: in the framework's file and, of a new tone, in
    the voice's."""
    levels = here.framework.tones if factor == "tone" else here.framework.angles
    number = levels.index(level) if level else len(levels)
    begins = [(_file(here), f"{factor}s[{number}]")]
    if not level:
        begins.append((VOICE, f"tones[{len(here.book.content.voice.tones)}]"))
    return {
        (file, f"{begin}.{name}"): name for file, begin in begins for name in ("label", "describes")
    }


def _factor(request: Request) -> str:
    factor: str = request.path_params["factor"]
    if factor not in LEVELS:
        raise HTTPException(404)
    return factor


def _level(here: Here, factor: str, key: str) -> Level | None:
    levels = here.framework.tones if factor == "tone" else here.framework.angles
    return next((one for one in levels if one.key == key), None)
