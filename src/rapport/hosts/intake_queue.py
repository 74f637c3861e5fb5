"""Group commit: requests that arrive together are committed together, each answered after that.

A commit costs the same for one event as for a hundred, so under load many requests share one. A
request is answered only when what it carried is on the disk.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from msgspec import Struct

from rapport.core.events import Incoming
from rapport.errors import RapportError, TemporaryError
from rapport.ports import Receipt

MAX_EVENTS = 1_000
"""Events in one commit."""

MAX_WAITING = 20_000
"""Events that may wait; more are turned away with 'try again'."""

TakeIn = Callable[[str, Sequence[Sequence[Incoming]]], list[Receipt]]


class _Waiting(Struct):
    brand: str
    incoming: tuple[Incoming, ...]
    answer: asyncio.Future[Receipt]


class IntakeQueue:
    """Implements `rapport.ports.Intake` over a host's `take_in_groups`, which runs in a thread."""

    def __init__(self, take_in: TakeIn) -> None:
        self._take_in = take_in
        self._waiting: list[_Waiting] = []
        self._events = 0
        self._busy = False
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="intake")
        self._task: asyncio.Task[None] | None = None

    async def submit(self, brand: str, incoming: tuple[Incoming, ...]) -> Receipt:
        if not incoming:
            return Receipt()
        if self._events + len(incoming) > MAX_WAITING and self._waiting:
            raise TemporaryError(
                "Too many events are waiting to be written. Nothing of this request was kept; "
                "send it again in a few seconds."
            )
        loop = asyncio.get_running_loop()
        waiting = _Waiting(brand, incoming, loop.create_future())
        self._waiting.append(waiting)
        self._events += len(incoming)
        if not self._busy:
            self._busy = True
            self._task = loop.create_task(self._run())
        return await waiting.answer

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._waiting:
                brand, groups = self._next()
                try:
                    answers = await loop.run_in_executor(self._thread, self._commit, brand, groups)
                except RuntimeError:  # the thread was closed meanwhile
                    answers = [_stopping()] * len(groups)
                if all(isinstance(answer, TemporaryError) for answer in answers):
                    # Those behind waited as long for the same disk or lock: they hear it now.
                    groups += self._waiting
                    answers = [answers[0]] * len(groups)
                    self._waiting, self._events = [], 0
                for waiting, answer in zip(groups, answers, strict=True):
                    if waiting.answer.done():
                        continue  # whoever asked has gone
                    if isinstance(answer, Receipt):
                        waiting.answer.set_result(answer)
                    else:
                        waiting.answer.set_exception(answer)
        finally:
            self._busy = False

    def _next(self) -> tuple[str, list[_Waiting]]:
        """The next commit: waiting requests of one brand, the oldest first."""
        brand = self._waiting[0].brand
        taken: list[_Waiting] = []
        left: list[_Waiting] = []
        size, full = 0, False
        for waiting in self._waiting:
            mine = waiting.brand == brand
            # Once one does not fit, those behind it wait too: none overtakes another.
            full = full or (mine and bool(taken) and size + len(waiting.incoming) > MAX_EVENTS)
            if mine and not full:
                taken.append(waiting)
                size += len(waiting.incoming)
            else:
                left.append(waiting)
        self._waiting = left
        self._events -= size
        return brand, taken

    def _commit(self, brand: str, groups: Sequence[_Waiting]) -> Sequence[Receipt | Exception]:
        """One receipt, or one error, for each. One request's trouble is never another's."""
        try:
            return self._take_in(brand, [waiting.incoming for waiting in groups])
        except TemporaryError as error:
            return [error] * len(groups)
        except Exception as error:  # noqa: BLE001 (each gets its own answer below)
            if len(groups) == 1:
                return [error if isinstance(error, RapportError) else _unexpected(error)]
            return [answer for one in groups for answer in self._commit(brand, [one])]

    def close(self) -> None:
        """Waits for the commit that is under way."""
        self._thread.shutdown(wait=True)


def _stopping() -> TemporaryError:
    return TemporaryError("Rapport is stopping. Nothing of this request was kept; send it again.")


def _unexpected(error: Exception) -> RapportError:
    wrapped = RapportError(f"The events could not be written: {type(error).__name__}: {error}.")
    wrapped.__cause__ = error
    return wrapped
