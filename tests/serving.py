"""A web edge as it is served: uvicorn over loopback, on a port of its own."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

SOON_SECONDS = 0.005


class _Prompt(uvicorn.Server):
    """Ends at once. uvicorn's own looks ten times a second whether it should, then waits a tenth
    of a second for whoever is there still; tests end hundreds of them, with nobody there."""

    async def main_loop(self) -> None:
        await self.on_tick(0)
        while not self.should_exit:
            await asyncio.sleep(SOON_SECONDS)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        while self.server_state.connections or self.server_state.tasks:
            await asyncio.sleep(SOON_SECONDS)
        for server in self.servers:
            await server.wait_closed()


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """Its address, such as `http://127.0.0.1:40001`; it ends with the context."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        config = uvicorn.Config(app, log_level="error", access_log=False, lifespan="off")
        server = _Prompt(config)
        thread = threading.Thread(target=server.run, args=([door],))
        thread.start()
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
