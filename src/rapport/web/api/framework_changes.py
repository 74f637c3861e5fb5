"""Changing what frameworks say over HTTP: words, the whole file, and publishing.

It is the console's use case: the same rights, the same lock, the same entries in the audit log. A
program says which edition of the file it saw; where what it changes is not what it saw any more,
nothing is changed, and it is told what is there now.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.frameworks.editing import Order
from rapport.app.in_charge.people import allow
from rapport.app.publishing.second_person import SecondPersonNeededError
from rapport.core.creative.editing import (
    BOUND_TO,
    NONE,
    AddWords,
    Change,
    EditWords,
    Passage,
    RetireWords,
    WholeText,
)
from rapport.core.oversight.people import PUBLISH
from rapport.errors import RefusedInputError
from rapport.ports.brand_files import FrameworkFile
from rapport.web.access import Access
from rapport.web.api.calls import LONGEST_BODY, Answer, Call, Checkable, answering, as_json
from rapport.web.api.changes import changing, refused
from rapport.web.api.frameworks import ROOT
from rapport.web.body import KILOBYTE
from rapport.web.desks import ShowFrameworks
from rapport.web.problems import Problem, problem
from rapport.web.services import Services

LONGEST_FILE = 768 * KILOBYTE
"""A file of 500 KB as JSON."""

UNBOUND: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class ToAdd(Checkable, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """New words by part, and what they are bound to, such as `{"tone": ["plain"]}`."""

    words: dict[str, str]
    bound: Mapping[str, tuple[str, ...]] = UNBOUND
    language: str = ""
    also: bool = False


class ToChange(Checkable, frozen=True, forbid_unknown_fields=True):
    """Other words. A part that is left out stays, one with an empty text is taken out; without
    `bound` the binding stays, and without `also` whether they are for whoever had the others."""

    words: Mapping[str, str] = NONE
    bound: Mapping[str, tuple[str, ...]] | None = None
    also: bool | None = None


class ToReplace(Checkable, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole file, in place of that `edition` of it."""

    text: str
    edition: str


class ToPublish(Struct, frozen=True, forbid_unknown_fields=True):
    """`seen` is what `GET /api/unpublished` said: a digest of all that would change."""

    seen: str


class FrameworkChangeApi:
    """Handlers; each runs in a thread, since it may block."""

    def __init__(self, desk: ShowFrameworks) -> None:
        self._desk = desk

    def add(self, call: Call) -> Response:
        """New approved words."""
        asked = call.read(ToAdd)
        _bindable(asked.bound)
        change = AddWords(asked.bound, asked.words, asked.language, asked.also)
        return self._do(call, self._file(call), change, asked, status=201)

    def edit(self, call: Call) -> Response:
        """Other words for a passage, which is named by a digest of all that it says."""
        asked, file = call.read(ToChange), self._file(call)
        passage = _passage(call, file)
        if passage is None:
            return _gone(file)
        bound: Mapping[str, tuple[str, ...]] = passage.bound
        words = {**passage.words, **asked.words}
        if asked.bound is not None:
            _bindable(bound := asked.bound)
        change = EditWords(passage.id, bound, words, also=asked.also)
        return self._do(call, file, change, asked)

    def retire(self, call: Call) -> Response:
        """Takes a passage away; messages that were decided with it keep it."""
        asked, file = call.read(Checkable), self._file(call)
        passage = _passage(call, file)
        if passage is None:
            return _gone(file)
        return self._do(call, file, RetireWords(passage.id), asked)

    def replace(self, call: Call) -> Response:
        """The whole file."""
        asked = call.read(ToReplace)
        change = WholeText(asked.text)
        return self._do(call, self._file(call), change, asked, asked.edition)

    def publish(self, call: Call) -> Response:
        """Publishes the folder, if it is as it was seen."""
        asked = call.read(ToPublish)
        allow(call.actor, PUBLISH, "publish")

        def do() -> Response:
            try:
                release = self._desk.publish(call.brand, call.actor, asked.seen or "nothing")
            except SecondPersonNeededError as error:
                return as_json({"release": None, "proposed": True, "told": str(error)}, 202)
            return as_json({"release": release.number, "proposed": False})

        return changing(do)

    def _file(self, call: Call) -> FrameworkFile | None:
        return self._desk.open(call.brand, call.key)

    def _do(
        self,
        call: Call,
        file: FrameworkFile | None,
        change: Change,
        asked: Checkable,
        edition: str = "",
        *,
        status: int = 200,
    ) -> Response:
        if file is None:
            return no_framework(call)
        order = Order(call.key, edition or file.edition, change)
        return saved_or_checked(self._desk, call, order, asked, status)


def saved_or_checked(
    desk: ShowFrameworks,
    call: Call,
    order: Order,
    asked: Checkable,
    status: int = 200,
    *,
    more: Mapping[str, object] = MappingProxyType({}),
    now: Callable[[], Mapping[str, object]] = dict,
) -> Response:
    """What came of a change, with `more`; or why nothing was changed, with what there is `now`."""

    def do() -> Response:
        if asked.check:
            desk.check(call.brand, order, call.actor)
            return as_json({"checked": True})
        saved = desk.save(call.brand, order, call.actor)
        told = {"framework": saved.framework, "edition": saved.edition, "files": saved.files}
        return as_json({**told, **more}, status)

    return changing(do, now)


def _bindable(bound: Mapping[str, tuple[str, ...]]) -> None:
    """Raises RefusedInputError where words would be bound to what is no factor: they would be
    everybody's."""
    unknown = next((factor for factor in bound if factor not in BOUND_TO), None)
    if unknown is not None:
        words = (
            f"There is no factor '{unknown}' that words can be bound to. There is: "
            f"{', '.join(BOUND_TO)}. Nothing was changed."
        )
        raise RefusedInputError(words, where=f"bound.{unknown}")


def no_framework(call: Call) -> Response:
    words = f"There is no framework '{call.key}' in the brand's files."
    return problem(Problem("Not Found", 404, words, "key"))


def _passage(call: Call, file: FrameworkFile | None) -> Passage | None:
    wanted = call.request.path_params["passage"]
    return next((one for one in file.passages if one.id == wanted), None) if file else None


def _gone(file: FrameworkFile | None) -> Response:
    """A passage's id is a digest of what it says: one that is not there was changed, or taken away,
    or never was."""
    words = (
        "No words have this id now: somebody changed them or took them away. Nothing was changed. "
        "What there is now stands under 'passages'."
    )
    passages = file.passages if file else ()
    return refused(409, words, edition=file.edition if file else "", passages=passages)


def routes(services: Services) -> list[Route]:
    """The addresses; none where there are no frameworks to show."""
    if services.frameworks is None:
        return []
    api, door = FrameworkChangeApi(services.frameworks), Access(services)
    calls: tuple[tuple[str, str, Answer, int], ...] = (
        ("POST", f"{ROOT}/{{key}}/words", api.add, LONGEST_BODY),
        ("PUT", f"{ROOT}/{{key}}/words/{{passage}}", api.edit, LONGEST_BODY),
        ("DELETE", f"{ROOT}/{{key}}/words/{{passage}}", api.retire, LONGEST_BODY),
        ("PUT", f"{ROOT}/{{key}}/file", api.replace, LONGEST_FILE),
        ("POST", "/api/publish", api.publish, LONGEST_BODY),
    )
    return [
        Route(path, answering(door, answer, longest), methods=[method])
        for method, path, answer, longest in calls
    ]
