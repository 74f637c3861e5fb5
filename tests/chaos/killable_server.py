"""A whole Rapport in a process of its own, that a test turns the clock of, and kills.

All of it is real: `Installation`, its web edge over uvicorn on loopback, the SQLite file, the
sender, the timers and the dispatcher. Only the clock is the test's. It stands still until it is
turned; while `held`, what arrives is taken in and no time passes, as between two ticks of a server.

It is forked from a process that has loaded everything (`nursery`), then waits for one line of JSON
(`Start`) on standard input, so that a test can have the next one at hand. It says `open` on
standard output once it can be spoken to.
"""

from __future__ import annotations

import asyncio
import gc
import os
import select
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from rapport.app.sending.dispatch import Dispatched
from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.logs import set_up_logs
from rapport.bootstrap.serving import server
from rapport.bootstrap.serving.watching import Watchman
from rapport.core.time import DAY, Instant
from rapport.hosts.rounds import Rounds
from rapport.settings import load

WORST_MOMENTS = ("claimed", "sent", "deciding", "committed")
"""Where `dies_at` may end it: a message marked but not sent; sent but not recorded; in the middle
of a unit of work; a unit of work on the disk, and nobody told."""


class Start(msgspec.Struct):
    """How to start. `environment` is what the settings are read from."""

    environment: dict[str, str]
    at: Instant
    held: bool = False
    dies_at: str = ""
    dies_after: int = 1
    """The how-manieth time it comes there."""


class Turned:
    """The clock and the ticking, which never run against each other."""

    def __init__(self, installation: Installation, clock: TurnedClock, *, held: bool) -> None:
        self._installation = installation
        self._clock = clock
        self._held = held
        self._lock = threading.Lock()
        self._tick = installation.host.tick
        self._learn = installation.host.learn
        self._quiet_at: Instant = -1

    def tick(self, brand: str, _: Instant | None = None) -> Dispatched:
        with self._lock:
            if self._held:
                return Dispatched()
            done = self._tick(brand)
            with self._installation.store.transaction() as transaction:
                on_their_way = transaction.sending(brand)
            self._quiet_at = -1 if done.total or on_their_way else self._clock.now()
            return done

    def turn(self, to: Instant, *, held: bool) -> None:
        with self._lock:
            self._clock.turn_to(to)
            self._held = held
            self._quiet_at = -1

    def learn(self) -> None:
        with self._lock:
            for brand in self._installation.brands():
                self._learn(brand)

    def is_quiet(self) -> bool:
        """Whether everything that is due by now has been done."""
        return self._quiet_at == self._clock.now()

    def routes(self) -> list[Route]:
        async def turn(request: Request) -> Response:
            asked = await request.json()
            await run_in_threadpool(self.turn, asked["to"], held=asked["held"])
            return JSONResponse({})

        async def quiet(_: Request) -> Response:
            while not self.is_quiet():
                await asyncio.sleep(0.002)
            return JSONResponse({})

        async def learn(_: Request) -> Response:
            await run_in_threadpool(self.learn)
            return JSONResponse({})

        return [
            Route("/chaos/turn", turn, methods=["POST"]),
            Route("/chaos/quiet", quiet, methods=["POST"]),
            Route("/chaos/learn", learn, methods=["POST"]),
        ]


def make_mortal(installation: Installation, moment: str, after: int) -> None:
    """Kills this process when it comes to `moment` for the `after`th time."""
    left = [after]

    def die(here: str) -> None:
        if here == moment:
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)

    sender, store = installation.sender, installation.store
    send, transaction = sender.send, store.transaction

    def dying_send(*args: object) -> None:
        die("claimed")
        send(*args)  # type: ignore[arg-type] handed on as it came
        die("sent")

    @contextmanager
    def dying_transaction() -> Iterator[object]:
        with transaction() as work:
            yield work
            die("deciding")
        die("committed")

    # Put over the real ones, which they call.
    sender.send = dying_send  # type: ignore[method-assign] this is what the test is about
    store.transaction = dying_transaction  # type: ignore[method-assign,assignment] likewise


def main() -> None:
    start = msgspec.json.decode(sys.stdin.readline(), type=Start)
    settings = load(start.environment)
    set_up_logs(settings.log_level)
    clock = TurnedClock(start.at)
    installation = Installation(replace(settings, home=Path(settings.home)), clock)
    # The test turns the clock by hours at once, and nobody is to wait for that.
    installation.rounds = Rounds(uneven=1_000 * DAY)
    turned = Turned(installation, clock, held=start.held)
    # Learning goes by the time on the wall; here it is asked for, so that two runs are the same.
    installation.host.tick = turned.tick  # type: ignore[method-assign] the test's own pace
    installation.host.learn = lambda _: None  # type: ignore[method-assign] likewise
    # So does watching, and at every start: a made-up history in which everybody opts out would be
    # stopped at one moment in a run that is killed, and at another in one that is not.
    Watchman.watch = lambda _self, _brand: []  # type: ignore[method-assign] likewise
    server.TICK_SECONDS = 0.005
    if start.dies_at:
        make_mortal(installation, start.dies_at, start.dies_after)
    serving = server.Server(installation)
    serving.web.router.routes[:0] = turned.routes()
    try:
        serving.run(say_open)
    finally:
        installation.close()


def nursery(asked: socket.socket) -> bool:
    """Forks a server whenever it is asked, with the handles that come along: the standard input,
    output and error of the server, and what its exit code is written to once it has ended.

    Returns True in each server, and False where nobody is left to ask. It has one thread and no
    file open, so a fork of it is as good as a new process.
    """
    codes: dict[int, int] = {}
    ended, woken = socket.socketpair()
    woken.setblocking(False)
    signal.set_wakeup_fd(woken.fileno())
    signal.signal(signal.SIGCHLD, lambda *_: None)
    gc.freeze()
    with asked, ended, woken:
        while True:
            ready, _, _ = select.select([asked, ended], [], [])
            if ended in ready:
                ended.recv(4_096)
                _tell_of_the_dead(codes)
            if asked not in ready:
                continue
            said, handles, _, _ = socket.recv_fds(asked, 1, 4)
            pid = os.fork() if said else 0
            if not pid:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                for target, handle in enumerate(handles[:3]):
                    os.dup2(handle, target)
                for handle in (*handles, *codes.values()):
                    os.close(handle)
                return bool(said)
            for handle in handles[:3]:
                os.close(handle)
            codes[pid] = handles[3]
            asked.send(pid.to_bytes(4, "big"))


def _tell_of_the_dead(codes: dict[int, int]) -> None:
    while codes:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if not pid:
            return
        with os.fdopen(codes.pop(pid), "wb", buffering=0) as code, suppress(BrokenPipeError):
            code.write(str(os.waitstatus_to_exitcode(status)).encode())


def say_open() -> None:
    sys.stdout.write("open\n")
    sys.stdout.flush()


if __name__ == "__main__" and nursery(socket.socket(fileno=int(sys.argv[1]))):
    main()
