"""The console's pages of approved words: adding some, changing them, retiring them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from rapport.app.frameworks.trial import Trial
from rapport.core.copy_checks.form import ONE_LINE
from rapport.core.creative.coverage import points_of
from rapport.core.creative.editing import BOUND_TO, NONE, PASSAGE, Passage
from rapport.core.creative.framework import Framework
from rapport.core.creative.longest_way import Length, longest_way
from rapport.core.creative.slots import OFFER_LINE
from rapport.core.creative.speaking import spoken_by
from rapport.web.access import form_of
from rapport.web.desks import ShowFrameworks
from rapport.web.frameworks import forms_of_changes as forms
from rapport.web.frameworks.facts_to_name import facts_for
from rapport.web.frameworks.look import LOOKING, NO_WORDS, STEP, Picture, Pictures, asked_in
from rapport.web.frameworks.mistakes import against, places_of_words
from rapport.web.frameworks.saving import Here, around, asked_of, attempt, here_of
from rapport.web.handlers import NOTHING_TRIED, Attempt
from rapport.web.pages import NOT_SURE, page, see_other

LOOK = "look"
"""What the form asks for where nothing is to be saved, and only to be seen."""

GONE = "gone"
"""What a framework's page is told by its address where words are not there any more."""

NOT_YOURS = "Only who may change these words sees how others would look."


class Facet(Struct, frozen=True):
    """Something that words may be bound to, with what there is to choose: key and label."""

    name: str
    choices: tuple[tuple[str, str], ...]


class Field(Struct, frozen=True):
    """The words of one slot, as a form shows them; `long` leaves facts out, as the limit does, and
    goes the longest way through conditions."""

    key: str
    words: str
    most: int
    required: bool
    lines: int
    against: tuple[str, ...]
    like: str = ""
    """Words that it may be like, shown where nothing is typed yet."""

    @property
    def long(self) -> Length:
        return longest_way(self.words)


def facet(
    name: str, framework: Framework, points: Sequence[str], labels: Mapping[tuple[str, str], str]
) -> Facet:
    """What of a factor there is to choose from."""
    keys = points if name == "point" else framework.keys(name)
    return Facet(name, tuple((key, labels.get((name, key), key)) for key in keys))


def fields(
    framework: Framework,
    words: Mapping[str, str],
    wrong: Mapping[str, tuple[str, ...]],
    *,
    only_required: bool = False,
    like: Mapping[str, str] = NONE,
) -> list[Field]:
    """A field for each slot."""
    return [
        Field(
            slot.key,
            words.get(slot.key, ""),
            slot.max_chars,
            slot.required,
            1 if slot.key in ONE_LINE else 2 if slot.max_chars < 300 else 8,
            wrong.get(slot.key, ()),
            like.get(slot.key, ""),
        )
        for slot in framework.slots
        if slot.required or not only_required or slot.key == OFFER_LINE
    ]


class WordPages:
    """Handlers."""

    def __init__(self, desk: ShowFrameworks, pictures: Pictures | None = None) -> None:
        self._desk = desk
        self._pictures = pictures

    def new(self, request: Request) -> Response:
        """A form for new words, filled with those that they should be like, if any."""
        here = here_of(self._desk, request)
        like = _passage(here, request.query_params.get("like", ""))
        return self._page(request, here, None, like)

    def one(self, request: Request) -> Response:
        """A form with a passage's words. The address names them as somebody saw them: where they
        say something else by now, it leads to that."""
        here = here_of(self._desk, request)
        key = request.path_params["passage"]
        passage = _passage(here, key)
        if passage is not None:
            return self._page(request, here, passage, was=request.query_params.get("was", ""))
        if here.file is None or not PASSAGE.fullmatch(key):
            raise HTTPException(404)
        now = self._desk.became(here.file, key)
        return see_other(here.at("words", now.id, was=key) if now else here.at(told=GONE))

    def add(self, request: Request) -> Response:
        """POST: adds words."""
        here = here_of(self._desk, request)
        if _looks(form_of(request)):
            return self._look(request, here, None)
        change = forms.add_words(form_of(request), here.framework)
        if not change.words:
            return self._page(request, here, None, tried=_none("Write some words first."))
        tried = attempt(self._desk, request, here, change)
        if tried.saved:
            return see_other(here.at(told="saved"))
        return self._page(request, here, None, tried=tried)

    def change(self, request: Request) -> Response:
        """POST: changes a passage, or retires it."""
        here, form = here_of(self._desk, request), form_of(request)
        key = request.path_params["passage"]
        known = _passage(here, key)
        if _looks(form):
            return self._look(request, here, known)
        if form.get("do") == "retire":
            if form.get("sure") != "yes":
                return self._page(request, here, known, tried=_none(NOT_SURE))
            tried = attempt(self._desk, request, here, forms.retire_words(key))
            if tried.saved:
                return see_other(here.at(told="retired"))
            return self._page(request, here, known, tried=tried)
        change = forms.edit_words(form, here.framework, key)
        if not any(change.words.values()):
            told = "There would be no words left. To take these away, retire them below."
            return self._page(request, here, known, tried=_none(told))
        tried = attempt(self._desk, request, here, change)
        if tried.saved:
            return see_other(here.at(told="same" if tried.same else "saved"))
        return self._page(request, here, known, tried=tried)

    def _look(self, request: Request, here: Here, passage: Passage | None) -> Response:
        """How what is typed will look: the whole page or, for its script, the panel alone."""
        form = form_of(request)
        if not here.may_write:
            wrong = here.book.read_only or NOT_YOURS
            return self._page(request, here, passage, tried=Attempt(wrong=wrong, status=403))
        if self._pictures is None or "panel" not in form:
            return self._page(request, here, passage)
        language = passage.language if passage else form.get("language", "").strip()
        bound, words = forms.bound_in(form), forms.words_in(form, here.framework)
        also = forms.also_in(form)
        trial = Trial(bound, words, language, asked=asked_in(form), also=also)
        picture = self._picture(here, passage, trial)
        action = here.at("words", passage.id) if passage else here.at("words")
        context: dict[str, object] = {"picture": picture, "labels": here.labels, "action": action}
        return page("framework_look.html", context)

    def _picture(self, here: Here, passage: Passage | None, trial: Trial) -> Picture | None:
        if self._pictures is None or not here.may_write:
            return None
        if passage is not None:
            trial = replace(trial, was=passage.words, was_bound=passage.bound)
        return self._pictures.of(here, trial)

    def _page(
        self,
        request: Request,
        here: Here,
        passage: Passage | None,
        like: Passage | None = None,
        tried: Attempt = NOTHING_TRIED,
        was: str = "",
    ) -> Response:
        if tried.conflict is not None:
            passage, was = tried.conflict.became, request.path_params.get("passage", "")
        elif not (here.file and passage and was != passage.id) or (
            self._desk.became(here.file, was) != passage
        ):
            was = ""
        start = passage or like
        form = form_of(request) if request.method == "POST" else None
        words = forms.words_in(form, here.framework) if form is not None else None
        bound = forms.bound_in(form) if form is not None else None
        also = forms.also_in(form) if form is not None else bool(start and (like or start.also))
        if form is not None and form.get("do") == "retire":
            words = bound = None
            also = bool(start and start.also)
        passages = here.file.passages if here.file else ()
        number = passages.index(passage) if passage in passages else len(passages)
        slots = [slot.key for slot in here.framework.slots]
        name = here.file.name if here.file else ""
        places = places_of_words(name, [number], slots)
        stands = against(tried.problems, asked_of(here, places, slots))
        points = points_of(here.book.content.flows, here.framework.key)
        typed = words if words is not None else dict(passage.words) if passage else {}
        ticked = bound if bound is not None else dict(start.bound) if start else {}
        language = (form or {}).get("language", start.language if start else "")
        asked = asked_in(form or {})
        trial = Trial(ticked, typed, language.strip(), asked=asked, also=also)
        picture = self._picture(here, passage, trial)
        context: dict[str, object] = {
            **around(request, here, tried),
            "passage": passage,
            "moved": bool(was) and tried.conflict is None,
            "was": here.path("words", was) if was else "",
            "fields": fields(
                here.framework,
                typed,
                _together(stands.fields, picture.beside if picture else NO_WORDS),
                like=like.words if like else NONE,
            ),
            "like": like,
            "bound": ticked,
            "facets": [facet(factor, here.framework, points, here.labels) for factor in BOUND_TO],
            "wrong": stands.fields,
            "rest": stands.rest,
            "language": language,
            "also": also,
            "spoken": spoken_by(here.book.content.brand),
            "picture": picture,
            "facts": facts_for(here.framework.about, here.book.content.brand.facts),
            "action": here.at("words", passage.id) if passage else here.at("words"),
        }
        return page("framework_words.html", context, status=tried.status, headers=LOOKING)


def _looks(form: Mapping[str, str]) -> bool:
    return form.get("do") == LOOK or STEP in form


def _together(
    first: Mapping[str, tuple[str, ...]], then: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """What is said beside each field, each once: what keeps it from being saved, then what the
    picture shows of it."""
    found: dict[str, dict[str, None]] = {}
    for name, words in (*first.items(), *then.items()):
        found.setdefault(name, {}).update(dict.fromkeys(words))
    return {name: tuple(words) for name, words in found.items()}


def _none(told: str) -> Attempt:
    return Attempt(wrong=told, status=400)


def _passage(here: Here, key: str) -> Passage | None:
    passages = here.file.passages if here.file else ()
    return next((one for one in passages if one.id == key), None)
