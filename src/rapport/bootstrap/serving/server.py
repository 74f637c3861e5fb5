"""Serves an installation: the web edge, and beside it the timers, the sending and the learning."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
import threading
from collections.abc import Callable, Coroutine, Iterator, Sequence
from time import monotonic

import structlog
import uvicorn

from rapport.bootstrap.held_mail import why_held
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.only_one import only_one
from rapport.bootstrap.serving.connections import (
    REQUEST_SECONDS,
    SWEEP_SECONDS,
    Patience,
    allow_many_files,
)
from rapport.bootstrap.serving.timekeeping import Timekeeper
from rapport.bootstrap.serving.watching import Watchman
from rapport.bootstrap.serving.web_edge import web_edge
from rapport.errors import RapportError, UserError, whereabouts

TICK_SECONDS = 0.5
FINISH_SECONDS = 60.0
"""The end waits so long for messages that are being sent; service managers kill after 90."""
LEARN_SECONDS = 600.0
REVIEW_SECONDS = 60.0
WATCH_SECONDS = 60.0
NOTE_SECONDS = 60.0

log = structlog.get_logger(__name__)


class Server:
    """HTTP in front, threads for time; without `ticking` it only takes in and shows."""

    def __init__(self, installation: Installation, *, ticking: bool = True) -> None:
        self._installation = installation
        self._brands = installation.brands()  # read once: it waits for whoever holds the database
        self._ticking = ticking
        self._watchman = Watchman(installation)
        self._time = Timekeeper(installation)
        self.web = web_edge(installation)
        settings = installation.settings
        self._uvicorn = uvicorn.Server(
            uvicorn.Config(
                self.web,
                host=settings.host,
                port=settings.port,
                access_log=False,  # addresses of clicks and of the way out are tokens
                log_level="warning",
                lifespan="off",
                timeout_keep_alive=30,
                timeout_graceful_shutdown=10,
                server_header=False,
            )
        )

    def run(self, when_open: Callable[[], None] = lambda: None) -> None:
        """Serves until stopped (SIGINT, SIGTERM). What is under way is finished.

        `when_open` is called once connections may come, which are answered right after it.

        Raises UserError where the address is taken or another server is at work on the same home
        folder, before anything else is done.
        """
        if threading.current_thread() is threading.main_thread():
            # Once it has stopped, uvicorn raises SIGTERM again, which would end the process there
            # and then, a message half sent.
            signal.signal(signal.SIGTERM, signal.default_int_handler)
        allow_many_files()
        settings = self._installation.settings
        alone = only_one(settings.home) if self._ticking else contextlib.nullcontext()
        with (
            contextlib.suppress(KeyboardInterrupt),
            alone,
            listen(settings.host, settings.port) as door,
        ):
            if self._ticking:
                self._begin()
            when_open()
            try:
                with asyncio.Runner(loop_factory=self._uvicorn.config.get_loop_factory()) as loop:
                    loop.run(self._serve(door))
            finally:
                self._finish()

    def _begin(self) -> None:
        """Finds out about messages on their way, and lets held-back events come in first."""
        here = self._installation
        self._time.begin()
        for brand in self._brands:
            brought = here.host.bring_back(brand, here.objections.read(brand))
            if brought:
                log.warning("brought back what people declined", brand=brand, events=brought)
            here.host.recover(brand)
            release = here.blueprint(brand).releases[-1]
            because = why_held(here.settings, release.brand)
            if because and release.retired is None:
                log.warning("mail is held", brand=brand, because=because)

    def _finish(self) -> None:
        """Waits for messages that are being sent, so that what became of them is known."""
        until = monotonic() + FINISH_SECONDS
        for brand in self._brands if self._ticking else ():
            try:
                left = self._installation.host.finish(brand, max(0.0, until - monotonic()))
                if left:
                    log.warning("left with the mail server", brand=brand, messages=left)
            except RapportError as error:
                log.warning("will find out at the next start", brand=brand, error=str(error))

    async def _serve(self, door: socket.socket) -> None:
        clockwork = [
            asyncio.create_task(work)
            for work in (*(self._clockwork() if self._ticking else ()), self._close_late())
        ]
        try:
            await self._uvicorn.serve(sockets=[door])
        finally:
            self._installation.host.stop()
            for task in clockwork:
                task.cancel()
            await asyncio.gather(*clockwork, return_exceptions=True)

    def _clockwork(self) -> Iterator[Coroutine[None, None, None]]:
        """What is done again and again."""
        host, review, time = self._installation.host, self._installation.review, self._time
        yield self._repeat(TICK_SECONDS, time.tick)
        yield self._repeat(LEARN_SECONDS, time.unless_waiting(host.learn))
        yield self._repeat(WATCH_SECONDS, self._watchman.watch)
        yield self._repeat(REVIEW_SECONDS, time.unless_waiting(review.give_up_late))
        yield self._repeat(NOTE_SECONDS, lambda _: time.note(), ("",))
        yield self._look_at_the_clock()

    async def _look_at_the_clock(self) -> None:
        """A round of timers may take minutes; how even the clock goes is looked at beside it."""
        while True:
            self._time.look()
            await asyncio.sleep(TICK_SECONDS)

    async def _close_late(self) -> None:
        """Closes connections whose request does not come."""
        patience, loop = Patience(), asyncio.get_running_loop()
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            late = patience.close_late(self._uvicorn.server_state.connections, loop.time())
            if late:
                log.warning("closed connections whose request did not come", connections=late,
                            seconds=REQUEST_SECONDS)  # fmt: skip

    async def _repeat(
        self, seconds: float, work: Callable[[str], object], brands: Sequence[str] | None = None
    ) -> None:
        """Does `work` for each brand, again and again. One brand's trouble is never another's."""
        while True:
            for brand in self._brands if brands is None else brands:
                try:
                    await asyncio.to_thread(work, brand)
                except RapportError as error:
                    log.warning("will try again", brand=brand, error=str(error))
                except Exception as error:  # noqa: BLE001 (else nothing would be sent any more)
                    where = whereabouts(error)
                    log.error("will try again", brand=brand, error=where)  # noqa: TRY400 (no data)
            await asyncio.sleep(seconds)


def listen(host: str, port: int) -> socket.socket:
    """A socket on which connections may wait. Raises UserError where the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        door = socket.create_server((host, port), family=family, backlog=2_048)
    except OSError as error:
        raise UserError(
            f"Rapport cannot listen on {host}:{port}: {error.strerror}. Stop what does, or name "
            "another address with --host and --port."
        ) from error
    # Connections inherit it; asyncio turns it on only for sockets that it has made itself. Without
    # it an answer's second part waits for the caller's acknowledgement: 40 ms.
    door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return door
