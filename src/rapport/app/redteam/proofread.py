"""What a proofreader makes of the rewrites of a set in which no check found anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, wait
from functools import partial
from threading import Event, Lock

from msgspec.structs import replace

from rapport.app.redteam.rewrite_set import Skipped
from rapport.app.redteam.standards import Standards
from rapport.app.redteam.verdicts import Outcome, Tried
from rapport.app.writer.proofreading import Proof, objections, question
from rapport.app.writer.rewriting import Submit
from rapport.core.blueprint import BrandFolder
from rapport.core.creative.message import Finding
from rapport.errors import ModelError, ModelTrouble
from rapport.ports import LanguageModel

Proofreader = Callable[[Proof], tuple[Finding, ...]]

OF_THE_ANSWER = (ModelTrouble.UNUSABLE, ModelTrouble.REFUSED, ModelTrouble.TOO_LONG)
"""Troubles of one rewrite; any other may be that of the next ones as well."""

MOST_SLOW = 3
"""Answers in a row that may not come in time: what was paid for before is not lost for one."""


def proofreader(model: LanguageModel, seconds: float) -> Proofreader:
    """Asks a model, `seconds` for each question. What it gives raises ModelError."""
    return lambda proof: objections(proof, model.ask(question(proof, seconds)))


def proofread(
    outcome: Outcome,
    folder: BrandFolder,
    titles: Sequence[str],
    read: Proofreader,
    submit: Submit,
) -> Outcome:
    """The outcome with what was objected to; `submit` has rewrites read beside each other. One to
    which no answer of use came is not judged, nor is one that was too slow. Raises ModelError where
    the model is away or not set up right."""
    standards, slow = Standards(folder, titles), _InARow(MOST_SLOW)

    def judged(tried: Tried) -> Tried | Skipped:
        if tried.findings:
            return tried
        try:
            found = read(standards.proof(tried.line))
        except ModelError as error:
            late = error.trouble is ModelTrouble.TEMPORARY and not slow.too_many()
            if not late and error.trouble not in OF_THE_ANSWER:
                raise
            return Skipped(tried.number, f"it was not proofread: {error}")
        slow.over()
        return replace(tried, findings=found)

    found = _each(judged, outcome.tried, submit)
    return replace(
        outcome,
        tried=tuple(one for one in found if isinstance(one, Tried)),
        skipped=(*outcome.skipped, *(one for one in found if isinstance(one, Skipped))),
    )


class _InARow:
    """Counts what goes wrong until something goes well; safe to share."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._count = 0
        self._lock = Lock()

    def too_many(self) -> bool:
        with self._lock:
            self._count += 1
            return self._count > self._most

    def over(self) -> None:
        with self._lock:
            self._count = 0


def _each(
    judged: Callable[[Tried], Tried | Skipped], every: Sequence[Tried], submit: Submit
) -> list[Tried | Skipped]:
    """All of them judged. Raises the first error there is, or Ctrl-C, at once, and has no more of
    them begun; what a server that does not answer still holds up is waited for by nobody."""
    futures: list[Future[Tried | Skipped]] = [Future() for _ in every]
    over = Event()

    def judge(tried: Tried, future: Future[Tried | Skipped]) -> None:
        if over.is_set():
            return
        try:
            future.set_result(judged(tried))
        except BaseException as error:  # noqa: BLE001 (raised where it is waited for)
            future.set_exception(error)

    try:
        for tried, future in zip(every, futures, strict=True):
            submit(partial(judge, tried, future))
        done, _ = wait(futures, return_when=FIRST_EXCEPTION)
        for future in done:
            future.result()  # raises what it raised
    finally:
        over.set()
    return [future.result() for future in futures]
