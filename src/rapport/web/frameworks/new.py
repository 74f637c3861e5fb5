"""The console's page of a new framework: a copy of one that is there, or one of the library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from starlette.requests import Request
from starlette.responses import Response

from rapport.app.explaining.framework_in_words import ABOUT
from rapport.core.blueprint import BrandFolder
from rapport.core.creative.editing import KEY, NONE, Begin
from rapport.core.oversight.people import WRITE
from rapport.errors import UserError
from rapport.web.access import actor_of, brand_of, form_of
from rapport.web.console import frame
from rapport.web.desks import ShowFrameworks, Start
from rapport.web.frameworks import forms_of_changes as forms
from rapport.web.frameworks.mistakes import Asked, against, mistakes_of
from rapport.web.frameworks.saving import ROOT
from rapport.web.frameworks.whole_file import text_shown
from rapport.web.handlers import NOTHING_TRIED, Attempt, attempted
from rapport.web.pages import SCRIPTED, address_below, page, see_other

NEW = "/console/new-framework"
OWN, LIBRARY = "own", "library"
EVERY = "*"
"""In place of a point: the words of all of them."""


class NewPages:
    """Handlers."""

    def __init__(self, desk: ShowFrameworks) -> None:
        self._desk = desk

    def look(self, request: Request) -> Response:
        """What a new framework may be made of."""
        return self._page(request)

    def begin(self, request: Request) -> Response:
        """POST: makes it; where that would be a mistake, its text is there to mend."""
        brand, form = brand_of(request), form_of(request)
        start = _chosen(self._desk.starts(brand.key), form.get("like", ""))
        begin = begin_in(form, start)
        wrong = _wrong(form, start, self._desk.book(brand.key).content)
        if start is None or begin is None or wrong:
            return self._page(request, Attempt(status=400), wrong=wrong)
        actor = actor_of(request)
        only_check = form.get("do") == "check"

        def do() -> Attempt:
            saved = self._desk.begin(brand.key, begin, actor, only_check=only_check)
            return Attempt(saved=not only_check, fine=only_check, framework=saved.framework)

        tried = attempted(do)
        if tried.saved:
            return see_other(address_below(ROOT, brand.key, tried.framework, told="begun"))
        return self._page(request, tried, begin)

    def _page(
        self,
        request: Request,
        tried: Attempt = NOTHING_TRIED,
        begin: Begin | None = None,
        wrong: Mapping[str, str] = NONE,
    ) -> Response:
        brand = brand_of(request)
        book, starts = self._desk.book(brand.key), self._desk.starts(brand.key)
        form = form_of(request) if request.method == "POST" else {}
        mistakes = mistakes_of(tried.problems)
        shown: dict[str, object] = {"text": "", "elsewhere": mistakes, "excerpt": ()}
        name = ""
        if begin is not None and (tried.problems or begin.text):
            try:
                name, text = self._desk.begun(brand.key, begin)
                stands = against(tried.problems, Asked(name, {(name, "name"): "label"}, {}))
                if (
                    not begin.text
                ):  # a file that nobody has changed yet needs no mending for its name
                    wrong = {field: " ".join(said) for field, said in stands.fields.items()}
                    mistakes = tuple(one for one in mistakes if one.place != "name")
                if mistakes or begin.text:
                    shown = text_shown(text, name, mistakes)
                else:
                    shown, tried = {**shown, "elsewhere": ()}, Attempt(status=400)
            except UserError as error:
                tried = Attempt(wrong=str(error), status=400)
        like = form.get("like", "")
        context: dict[str, object] = {
            **frame(request),
            **shown,
            "book": book,
            "tried": tried,
            "wrong": wrong,
            "file_name": name,
            "about": ABOUT,
            "own": [(_id(one), one) for one in starts if not one.library],
            "library": [(_id(one), one) for one in starts if one.library],
            "chosen": like or (_id(starts[0]) if starts else ""),
            "typed": form,
            "every": EVERY,
            "may_write": actor_of(request).may(WRITE) and not book.read_only,
        }
        return page("framework_new.html", context, status=tried.status, headers=SCRIPTED)


def begin_in(form: Mapping[str, str], start: Start | None) -> Begin | None:
    """What was asked for; None where it has no name, or nothing to start from."""
    label = forms.one_line(form.get("label", ""))
    key = form.get("key", "").strip() or forms.key_of(label)
    if start is None or not label or not key:
        return None
    point = form.get(f"point.{_id(start)}", "")
    text = forms.whole_text(form).text if form.get("text", "").strip() else ""
    return Begin(
        key=key,
        name=label,
        like=start.framework.key,
        library=start.library,
        point="" if point == EVERY or point not in start.points else point,
        text=text,
    )


def _wrong(form: Mapping[str, str], start: Start | None, content: BrandFolder) -> dict[str, str]:
    """What is wrong with the fields as such, by field."""
    wrong = {} if start else {"like": "Choose what to start from."}
    label, typed = forms.one_line(form.get("label", "")), form.get("key", "").strip()
    key = typed or forms.key_of(label)
    field = "key" if typed else "label"
    if not label:
        wrong["label"] = "Give it a name."
    elif not key:
        wrong["key"] = "Type a key: none can be made of a name without the letters a to z."
    elif not KEY.fullmatch(key):
        wrong[field] = "A key is made of lower-case letters, digits and “-”, at most 63 of them."
    elif content.framework(key) is not None:
        wrong[field] = f"There is a framework with the key “{key}” already. Take another."
    return wrong


def _id(start: Start) -> str:
    return f"{LIBRARY if start.library else OWN}.{start.framework.key}"


def _chosen(starts: Sequence[Start], asked: str) -> Start | None:
    return next((one for one in starts if _id(one) == asked), None)
