"""The console's page of a framework's whole file, for what has no form of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from rapport.web.access import form_of
from rapport.web.desks import ShowFrameworks
from rapport.web.frameworks import forms_of_changes as forms
from rapport.web.frameworks.mistakes import Mistake, mistakes_of
from rapport.web.frameworks.saving import ROOT, Here, around, attempt, here_of
from rapport.web.handlers import NOTHING_TRIED, Attempt
from rapport.web.pages import SCRIPTED, address_below, page, see_other

AROUND = 1
"""Lines shown before and after one with a mistake."""


class ShownLine(Struct, frozen=True):
    """A line of the text, with what is wrong in it. `gap` says that lines before it are left
    out."""

    number: int
    text: str
    wrong: tuple[str, ...]
    gap: bool


class FilePages:
    """Handlers."""

    def __init__(self, desk: ShowFrameworks) -> None:
        self._desk = desk

    def one(self, request: Request) -> Response:
        """The file as it stands."""
        return self._page(request, here_of(self._desk, request))

    def change(self, request: Request) -> Response:
        """POST: puts another text in its place."""
        here = here_of(self._desk, request)
        tried = attempt(self._desk, request, here, forms.whole_text(form_of(request)))
        if tried.saved and tried.framework != here.framework.key:
            return see_other(address_below(ROOT, here.brand.key, tried.framework, told="renamed"))
        if tried.saved:
            return see_other(here.at(told="same" if tried.same else "saved"))
        return self._page(request, here, tried)

    def _page(self, request: Request, here: Here, tried: Attempt = NOTHING_TRIED) -> Response:
        if here.file is None:
            raise HTTPException(404)
        form = form_of(request) if request.method == "POST" else {}
        text = forms.whole_text(form).text if "text" in form else here.file.text
        mistakes = mistakes_of(tried.problems if form else here.book.mistakes)
        context: dict[str, object] = {
            **around(request, here, tried),
            **text_shown(text, here.file.name, mistakes),
        }
        return page("framework_file.html", context, status=tried.status, headers=SCRIPTED)


def text_shown(text: str, name: str, mistakes: Sequence[Mistake]) -> dict[str, object]:
    """What the form of a whole file shows: the text, and mistakes beside their lines."""
    lines = text.split("\n")
    wrong: dict[int, tuple[str, ...]] = {}
    elsewhere = []
    for mistake in mistakes:
        if mistake.file == name and 0 < mistake.line <= len(lines):
            wrong[mistake.line] = (*wrong.get(mistake.line, ()), mistake.in_file)
        else:
            elsewhere.append(mistake)
    return {
        "text": text,
        "lines": len(lines),
        "wrong_lines": wrong,
        "excerpt": _excerpt(lines, wrong),
        "elsewhere": elsewhere,
    }


def _excerpt(lines: list[str], wrong: Mapping[int, tuple[str, ...]]) -> list[ShownLine]:
    """The lines with mistakes, and those around them."""
    near = sorted(
        {
            number
            for line in wrong
            for number in range(line - AROUND, line + AROUND + 1)
            if 0 < number <= len(lines)
        }
    )
    return [
        ShownLine(number, lines[number - 1], wrong.get(number, ()), gap=number - 1 not in near)
        for number in near
    ]
