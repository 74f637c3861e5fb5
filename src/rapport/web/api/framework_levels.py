"""Tones and angles, limits and who writes, over HTTP: what the console's forms do, for programs.

Levels have no digest as words do, and neither has a limit: a program says what it saw of them
(`was`), as a form does. Where that is not what is there, it is told what is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.frameworks.editing import Order
from rapport.core.creative.editing import (
    LEVELS,
    NONE,
    AddLevel,
    Change,
    EditLevel,
    RetireLevel,
    SetLimit,
    SetMode,
    writer_as_seen,
)
from rapport.core.creative.framework import Framework, Level
from rapport.ports.brand_files import FrameworkFile
from rapport.web.access import Access
from rapport.web.api.calls import Answer, Call, Checkable, answering
from rapport.web.api.changes import no_such, refused
from rapport.web.api.framework_changes import no_framework, saved_or_checked
from rapport.web.api.frameworks import ROOT
from rapport.web.desks import ShowFrameworks
from rapport.web.frameworks.forms_of_changes import key_of, one_line, tidy
from rapport.web.problems import Problem, problem
from rapport.web.services import Services


class ToAddLevel(Checkable, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A new tone or angle, with words enough for all of its messages. Its key is made of its
    label."""

    label: str
    describes: str = ""
    words: Mapping[str, str] = NONE


class Named(Struct, frozen=True, forbid_unknown_fields=True):
    """A level's name and description, as somebody saw them."""

    label: str
    describes: str = ""


class ToName(Checkable, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Another name or description; what is left out stays."""

    was: Named
    label: str | None = None
    describes: str | None = None


class ToLimit(Checkable, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How many characters a slot takes, and how many it took."""

    most: int
    was: int


class ToWrite(Checkable, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who writes: `sample` such as 20%, `deadline` such as 2d. `was` is what `GET` has as
    `writing.seen`."""

    mode: str
    was: str
    sample: str = ""
    deadline: str = ""


class FrameworkLevelApi:
    """Handlers; each runs in a thread, since it may block."""

    def __init__(self, desk: ShowFrameworks) -> None:
        self._desk = desk

    def add(self, call: Call) -> Response:
        """A new tone or angle with its first words."""
        asked, factor = call.read(ToAddLevel), _factor(call)
        label = one_line(asked.label)
        key = key_of(label)
        change = AddLevel(factor, key, label, tidy(asked.describes), asked.words)

        def unfit(framework: Framework) -> Response | None:
            if not key:
                words = f"Give the {factor} a label with letters that can stand in an address, too."
                return problem(Problem("Bad Request", 400, words, "label"))
            if key in framework.keys(factor):
                words = f"There is a {factor} '{key}' already. Nothing was changed."
                return refused(409, words, levels=_levels(framework, factor))
            return None

        return self._do(call, change, unfit, asked, status=201, level=key)

    def name(self, call: Call) -> Response:
        """Another name or description; the key stays."""
        asked, factor, key = call.read(ToName), _factor(call), call.request.path_params["level"]
        change = EditLevel(
            factor,
            key,
            asked.was.label if asked.label is None else one_line(asked.label),
            asked.was.describes if asked.describes is None else tidy(asked.describes),
            (asked.was.label, asked.was.describes),
        )
        return self._do(call, change, _without(factor, key), asked)

    def retire(self, call: Call) -> Response:
        """Takes it away, with the words that are for nothing else."""
        asked, factor, key = call.read(Checkable), _factor(call), call.request.path_params["level"]
        return self._do(call, RetireLevel(factor, key), _without(factor, key), asked)

    def limit(self, call: Call) -> Response:
        """How many characters a slot takes."""
        asked, slot = call.read(ToLimit), call.request.path_params["slot"]

        def unfit(framework: Framework) -> Response | None:
            known = [one.key for one in framework.slots]
            return None if slot in known else no_such(f"slot '{slot}'", known, "slot")

        change = SetLimit(slot, str(asked.most), str(asked.was))
        return self._do(call, change, unfit, asked)

    def writer(self, call: Call) -> Response:
        """Who writes, and how much people see of it."""
        asked = call.read(ToWrite)
        change = SetMode(asked.mode, asked.sample.strip(), asked.deadline.strip(), asked.was)
        return self._do(call, change, lambda _: None, asked)

    def _do(
        self,
        call: Call,
        change: Change,
        unfit: Callable[[Framework], Response | None],
        asked: Checkable,
        *,
        status: int = 200,
        **more: object,
    ) -> Response:
        framework, file = self._framework(call)
        if framework is None or file is None:
            return no_framework(call)
        factor = getattr(change, "factor", LEVELS[0])
        if factor not in LEVELS:
            return no_such(f"factor '{factor}' of words alone", LEVELS, "factor")
        against = unfit(framework)
        if against is not None:
            return against

        def now() -> dict[str, object]:
            found, _ = self._framework(call)
            return {"now": _now(found, change)} if found else {}

        order = Order(framework.key, file.edition, change)
        return saved_or_checked(self._desk, call, order, asked, status, more=more, now=now)

    def _framework(self, call: Call) -> tuple[Framework | None, FrameworkFile | None]:
        found = self._desk.book(call.brand).content.framework(call.key)
        return found, self._desk.open(call.brand, call.key)


def _factor(call: Call) -> str:
    return str(call.request.path_params["factor"])


def _levels(framework: Framework, factor: str) -> tuple[Level, ...]:
    return framework.tones if factor == LEVELS[0] else framework.angles


def _without(factor: str, key: str) -> Callable[[Framework], Response | None]:
    def unfit(framework: Framework) -> Response | None:
        known = framework.keys(factor)
        return None if key in known else no_such(f"{factor} '{key}'", known, "level")

    return unfit


def _now(framework: Framework, change: Change) -> object:
    """What a change was about, as it is now, in the form of its `was`."""
    if isinstance(change, EditLevel):
        every = _levels(framework, change.factor)
        return next(
            (Named(one.label, one.describes) for one in every if one.key == change.key), None
        )
    if isinstance(change, SetLimit):
        return next((one.max_chars for one in framework.slots if one.key == change.slot), None)
    return writer_as_seen(framework.writing)


def routes(services: Services) -> list[Route]:
    """The addresses; none where there are no frameworks to show."""
    if services.frameworks is None:
        return []
    api, door = FrameworkLevelApi(services.frameworks), Access(services)
    one = f"{ROOT}/{{key}}"
    calls: list[tuple[str, str, Answer]] = [
        ("PUT", f"{one}/limits/{{slot}}", api.limit),
        ("PUT", f"{one}/writer", api.writer),
        ("POST", f"{one}/levels/{{factor}}", api.add),
        ("PUT", f"{one}/levels/{{factor}}/{{level}}", api.name),
        ("DELETE", f"{one}/levels/{{factor}}/{{level}}", api.retire),
    ]
    return [
        Route(path, answering(door, answer), methods=[method]) for method, path, answer in calls
    ]
