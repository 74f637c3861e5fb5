"""Serves an installation: the web edge, and beside it the timers, the sending and the learning."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable

import structlog
import uvicorn

from rapport.bootstrap.installation import Installation
from rapport.errors import RapportError

TICK_SECONDS = 0.5
LEARN_SECONDS = 600.0

log = structlog.get_logger(__name__)


class Server:
    """HTTP in front, threads for time; without `ticking` it only takes in and shows."""

    def __init__(self, installation: Installation, *, ticking: bool = True) -> None:
        self._installation = installation
        self._ticking = ticking
        settings = installation.settings
        self._uvicorn = uvicorn.Server(
            uvicorn.Config(
                installation.web,
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

    def run(self) -> None:
        """Serves until stopped (SIGINT, SIGTERM). What is under way is finished."""
        if self._ticking:
            self._begin()
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(self._serve())

    def _begin(self) -> None:
        """Finds out about messages on their way, and lets held-back events come in first."""
        host, records = self._installation.host, self._installation.records
        brands = self._installation.brands()
        host.settle_after(max((records.last_received_at(b) for b in brands), default=0))
        for brand in brands:
            host.recover(brand)

    async def _serve(self) -> None:
        host = self._installation.host
        clockwork = (
            [
                asyncio.create_task(self._repeat(TICK_SECONDS, host.tick)),
                asyncio.create_task(self._repeat(LEARN_SECONDS, host.learn)),
            ]
            if self._ticking
            else []
        )
        try:
            await self._uvicorn.serve()
        finally:
            for task in clockwork:
                task.cancel()
            await asyncio.gather(*clockwork, return_exceptions=True)

    async def _repeat(self, seconds: float, work: Callable[[str], object]) -> None:
        """Does `work` for each brand, again and again. One brand's trouble is never another's."""
        while True:
            for brand in self._installation.brands():
                try:
                    await asyncio.to_thread(work, brand)
                except RapportError as error:
                    log.warning("will try again", brand=brand, error=str(error))
            await asyncio.sleep(seconds)
