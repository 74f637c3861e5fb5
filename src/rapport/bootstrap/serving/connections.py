"""Open connections: as many as the system lets us have, and none that only keeps its place.

Whoever opens connections and never finishes a request would in the end keep everybody else out, and
the console's switch that stops sending with them.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable
from typing import Protocol, runtime_checkable

REQUEST_SECONDS = 30.0
"""So long a request may take to arrive: its first line, its head and its body."""

SWEEP_SECONDS = 5.0

MOST_OPEN_FILES = 65_536


class Transport(Protocol):
    """What a connection is written to."""

    def abort(self) -> None: ...
    def get_write_buffer_size(self) -> int: ...


class Cycle(Protocol):
    """A request and its answer, as uvicorn keeps them."""

    more_body: bool
    response_complete: bool


@runtime_checkable
class Connection(Protocol):
    """One connection, as uvicorn's protocols of HTTP have it; no cycle before the first request."""

    @property
    def transport(self) -> Transport: ...
    @property
    def cycle(self) -> Cycle | None: ...


class Patience:
    """How long each connection has kept us waiting for a request."""

    def __init__(self) -> None:
        self._waiting: dict[Connection, tuple[Cycle | None, float]] = {}

    def close_late(self, connections: Iterable[object], now: float) -> int:
        """Closes those that have been waited for too long; how many. `now` is in seconds.

        One that is being answered is never late, however long the answer takes, or its way.
        """
        before, self._waiting = self._waiting, {}
        closed = 0
        for one in connections:
            if not isinstance(one, Connection):
                continue
            cycle = one.cycle
            answering = cycle is not None and not cycle.response_complete and not cycle.more_body
            if answering or one.transport.get_write_buffer_size() > 0:
                continue
            known = before.get(one)
            since = known[1] if known is not None and known[0] is cycle else now
            if now - since < REQUEST_SECONDS:
                self._waiting[one] = (cycle, since)
                continue
            one.transport.abort()
            closed += 1
        return closed


def allow_many_files() -> None:
    """Lets this process have as many files and connections open as the system allows.

    Systems start a program with 1,024 where it may have many times that, if it asks.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 (there is none on Windows)

    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_OPEN_FILES if most == resource.RLIM_INFINITY else min(most, MOST_OPEN_FILES)
    if now != resource.RLIM_INFINITY and now < wanted:
        with contextlib.suppress(OSError, ValueError):  # then it goes on with what it has
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
