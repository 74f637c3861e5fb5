"""Wires the writer: the model that is set, what runs its errands, and what chooses words."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable

from rapport.app.writer.rewriting import Asking, Rewriting
from rapport.app.writer.scribe import Current, Scribe
from rapport.app.writer.standards import StandardsKept
from rapport.core.time import SECOND
from rapport.ports import Clock, LanguageModel, Store
from rapport.settings import Settings


class Errands:
    """A few threads that run errands in the order in which they came.

    The process does not wait for them when it ends: what was under way is asked for again.
    """

    def __init__(self, threads: int) -> None:
        self._waiting: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._most = threads
        self._threads: list[threading.Thread] = []

    def submit(self, errand: Callable[[], None]) -> None:
        """Has it run as soon as a thread is free. An errand raises nothing."""
        self._waiting.put(errand)
        if len(self._threads) < self._most:
            thread = threading.Thread(target=self._work, name="writer", daemon=True)
            self._threads.append(thread)
            thread.start()

    def _work(self) -> None:
        while True:
            self._waiting.get()()


def model_of(settings: Settings) -> LanguageModel | None:
    """The model that is set; None where none is."""
    if not settings.model:
        return None
    # The HTTP client takes long to load, and most installations have no model.
    from rapport.adapters.language_model import Server, language_model  # noqa: PLC0415 (see above)

    server = Server(settings.model_url, settings.model_key, settings.model_ca_file)
    return language_model(settings.model, server, stream=settings.model_stream == "on")


def scribe_of(
    settings: Settings, store: Store, clock: Clock, current: Current, standards: StandardsKept
) -> Scribe | None:
    """What asks the model; None where none is set."""
    model = model_of(settings)
    if model is None:
        return None
    return Scribe(store, clock, current, model, settings.model_timeout_seconds, standards)


def rewriting_of(settings: Settings, scribe: Scribe | None, standards: StandardsKept) -> Rewriting:
    """What chooses the words of messages."""
    if scribe is None:
        return Rewriting(standards)
    asking = Asking(
        scribe=scribe,
        submit=Errands(settings.model_concurrency).submit,
        side_by_side=settings.model_concurrency,
        wait=int(settings.model_wait_seconds * SECOND),
    )
    return Rewriting(standards, asking)
