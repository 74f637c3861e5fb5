"""`rapport serve` in a process of its own, for a measurement."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rapport.errors import RapportError

START_SECONDS = 30.0
KEY = "bench-key"


def our_environment(home: Path) -> dict[str, str]:
    """The environment of a Rapport of its own: nothing of the user's settings gets in."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RAPPORT_")}
    return kept | {"RAPPORT_HOME": str(home)}


@contextmanager
def served(home: Path, brand: str) -> Iterator[int]:
    """The port of a server over `home`; it is stopped in the ordinary way afterwards."""
    port = _free_port()
    environment = our_environment(home) | {"RAPPORT_SEGMENT_KEYS": f"{brand}={KEY}"}
    output = home / "server.log"
    with output.open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 (our own command)
            [sys.executable, "-m", "rapport", "serve", "--port", str(port)],
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_for(process, port, output)
        yield port
    finally:
        process.terminate()
        process.wait(START_SECONDS)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(process: subprocess.Popen[bytes], port: int, output: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1.0).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    said = output.read_text(encoding="utf-8", errors="replace")[-2_000:]
    raise RapportError(f"The server to be measured did not start. It said:\n{said}")
