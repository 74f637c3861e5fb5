"""The console's forms of the voice's tones."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from rapport.core.creative.framework import Framework
from rapport.core.creative.voice import VoiceTone
from rapport.core.creative.voice_editing import RetireTone, SaveTone
from rapport.ports.brand_files import VOICE
from rapport.web.access import form_of
from rapport.web.frameworks.forms_of_changes import one_line, tidy
from rapport.web.handlers import NOTHING_TRIED, Attempt
from rapport.web.own_files import Here, around, attempt
from rapport.web.pages import NOT_SURE, SCRIPTED, page, see_other
from rapport.web.voice.entries import Entry, empty, new_key
from rapport.web.voice.here import Desks, here_of, was_seen
from rapport.web.voice.parts import against

_NEEDED = {
    "label": "Give the tone a name.",
    "describes": "Say what the tone is for.",
    "example": "Write a sentence in it: that says more than a description.",
}


class TonePages:
    """Handlers."""

    def __init__(self, desks: Desks) -> None:
        self._desks = desks

    def form(self, request: Request) -> Response:
        """A form for a new tone, or with one."""
        here = here_of(self._desks, request)
        tone = _tone(here, request)
        if tone is None and "key" in request.path_params:
            raise HTTPException(404)
        return self._page(request, here, tone)

    def save(self, request: Request) -> Response:
        """POST: adds a tone, changes one, or retires it."""
        here, form = here_of(self._desks, request), form_of(request)
        key, tone = request.path_params.get("key", ""), _tone(here, request)
        if form.get("do") == "remove":
            if form.get("sure") != "yes":
                return self._page(request, here, tone, Attempt(wrong=NOT_SURE, status=400))
            tried = attempt(request, here, RetireTone(key, form.get("was", "")))
            if tried.saved:
                return see_other(f"{here.at(told='removed')}#tones")
            return self._again(request, tried)
        wrong = empty(form, _NEEDED)
        if wrong:
            return self._page(request, here, tone, Attempt(status=400), wrong)
        label = one_line(form["label"])
        taken = [one.key for one in here.book.content.voice.tones]
        change = SaveTone(
            VoiceTone(
                key or new_key(label, "tone", taken),
                label,
                tidy(form["describes"]),
                tidy(form["example"]),
            ),
            form.get("was", "") if key else "",
        )
        tried = attempt(request, here, change)
        if tried.saved:
            return see_other(f"{here.at(told='same' if tried.same else 'saved')}#tones")
        return self._again(request, tried)

    def _again(self, request: Request, tried: Attempt) -> Response:
        here = here_of(self._desks, request)
        return self._page(request, here, _tone(here, request), tried)

    def _page(
        self,
        request: Request,
        here: Here,
        tone: VoiceTone | None,
        tried: Attempt = NOTHING_TRIED,
        wrong: Mapping[str, str] = {},
    ) -> Response:
        form = form_of(request) if request.method == "POST" else {}
        tones = here.book.content.voice.tones
        number = tones.index(tone) if tone in tones else len(tones)
        stands = against(
            tried.problems, VOICE, {f"tones[{number}].{name}": name for name in _NEEDED}
        )
        typed = {} if form.get("do") == "remove" else form

        def field(name: str, label: str, help_: str, kind: str, most: int = 2_000) -> Entry:
            now = getattr(tone, name) if tone else ""
            found = (wrong[name],) if name in wrong else stands.fields.get(name, ())
            return Entry(name, label, help_, typed.get(name, now), kind, most, found)

        context: dict[str, object] = {
            **around(request, here, VOICE, tried),
            "kind": "tone",
            "what": tone,
            "title": tone.label if tone else "Add a tone",
            "was": was_seen(request, tone, tried),
            "gone": tone is None and "key" in request.path_params,
            "fields": [
                field("label", "What people call it", "", "line", 80),
                field("describes", "What it is for", "Who speaks, how, and to whom.", "area"),
                field("example", "A sentence in it", "A writer follows it more than the "
                      "description.", "area"),
            ],
            "beside": {**stands.fields, **wrong},
            "rest": stands.rest,
            "speaks": speaks_in(here, tone.key) if tone else [],
            "action": here.at("tones", *([request.path_params["key"]]
                                         if "key" in request.path_params else [])),
            "away": f"{here.at()}#tones",
        }  # fmt: skip
        return page("voice_entry.html", context, status=tried.status, headers=SCRIPTED)


def speaks_in(here: Here, tone: str) -> list[Framework]:
    """The frameworks that speak in a tone."""
    return [one for one in here.book.content.frameworks if tone in one.keys("tone")]


def _tone(here: Here, request: Request) -> VoiceTone | None:
    key = request.path_params.get("key", "")
    return next((one for one in here.book.content.voice.tones if one.key == key), None)
