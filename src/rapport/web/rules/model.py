"""The form of what a language model may do for the brand: how much in a day, and proofreading."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from rapport.app.wording.counts import so_many
from rapport.app.wording.typed_numbers import number_typed
from rapport.core.brand import WriterBudget
from rapport.core.deciding.brand_rules import SetWriter, seen_id
from rapport.ports.brand_files import SETTINGS
from rapport.web.access import form_of
from rapport.web.frameworks.mistakes import mistakes_of
from rapport.web.handlers import NOTHING_TRIED, Attempt
from rapport.web.own_files import Here, around, attempt
from rapport.web.pages import SCRIPTED, page, see_other
from rapport.web.rules.here import Desks, here_of

PLACE = "model"
MOST = 999_999_999
"""What can be typed: as much as brand.yaml may say, so that whatever stands there can be kept."""

_WHOLE = re.compile(r"[0-9]{1,9}")
_NOTHING: Mapping[str, str] = {}


class ModelFields(Struct, frozen=True):
    """What the form shows; `was` is the digest of what somebody saw."""

    questions: str
    tokens: str
    proofreads: bool
    was: str


class ModelPage:
    """Handlers."""

    def __init__(self, desks: Desks) -> None:
        self._desks = desks

    def form(self, request: Request) -> Response:
        """What the model may do."""
        return self._page(request, here_of(self._desks, request))

    def save(self, request: Request) -> Response:
        """POST: has it do something else."""
        here, form = here_of(self._desks, request), form_of(request)
        wrong: dict[str, str] = {}
        budget = WriterBudget(
            _typed(form, "questions", wrong), _typed(form, "tokens", wrong), _ticked(form)
        )
        if wrong:
            return self._page(request, here, Attempt(status=400), wrong)
        tried = attempt(request, here, SetWriter(budget, form.get("was", "")))
        if tried.saved:
            return see_other(f"{here.at(told='same' if tried.same else 'saved')}#{PLACE}")
        if tried.conflict is not None:
            here = here_of(self._desks, request)
        return self._page(request, here, tried)

    def _page(
        self,
        request: Request,
        here: Here,
        tried: Attempt = NOTHING_TRIED,
        wrong: Mapping[str, str] = _NOTHING,
    ) -> Response:
        now = here.book.content.brand.writer
        form = form_of(request) if request.method == "POST" else None
        context: dict[str, object] = {
            **around(request, here, SETTINGS, tried),
            "now": allowed_in_words(now),
            "fields": _fields(form, now, shown=tried.conflict is not None),
            "wrong": wrong,
            "rest": mistakes_of(tried.problems),
            "action": here.at(PLACE),
        }
        return page("model.html", context, status=tried.status, headers=SCRIPTED)


def allowed_in_words(budget: WriterBudget) -> str:
    """Such as: It may be asked 200 questions a day. What it writes is not proofread."""
    if not budget.questions or not budget.tokens:
        return "It may be asked nothing, so approved words go out."
    read = "read once more by itself" if budget.proofreads else "not proofread"
    return (
        f"It may be asked {so_many(budget.questions, 'question')} a day, of "
        f"{so_many(budget.tokens, 'token')} "
        f"altogether. What it writes is {read} after the checks."
    )


def _fields(form: Mapping[str, str] | None, now: WriterBudget, *, shown: bool) -> ModelFields:
    """What was typed, or what holds. What was typed stands on what somebody saw, until they are
    `shown` what holds now."""
    if form is None:
        asked, tokens = f"{now.questions:,}", f"{now.tokens:,}"
        return ModelFields(asked, tokens, now.proofreads, seen_id(now))
    was = seen_id(now) if shown else form.get("was", "")
    return ModelFields(form.get("questions", ""), form.get("tokens", ""), _ticked(form), was)


def _ticked(form: Mapping[str, str]) -> bool:
    return form.get("proofreads", "") == "true"


def _typed(form: Mapping[str, str], name: str, wrong: dict[str, str]) -> int:
    """A whole number, with or without something between thousands: 1.5 is none, not 15."""
    typed = number_typed(form.get(name, ""), whole=True) or ""
    if not _WHOLE.fullmatch(typed):
        wrong[name] = f"Write a whole number up to {MOST:,}; 0 for none."
        return 0
    return int(typed)
