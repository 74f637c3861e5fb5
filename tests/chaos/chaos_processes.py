"""Server processes to kill. Each is forked from one that has loaded everything once: a hundred
starts would otherwise spend most of their time on importing the same modules."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import msgspec
from killable_server import Start

SERVER = Path(__file__).with_name("killable_server.py")

DEADLINE_SECONDS = 60.0
"""By then a thing that is waited for has happened, or the test fails."""


class Nursery:
    """The process that the servers are forked from; see `killable_server.nursery`."""

    def __init__(self) -> None:
        self._ours, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-W", "error", str(SERVER), str(theirs.fileno())]
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, pass_fds=[theirs.fileno()]
            )

    def bear(self, *handles: int) -> int:
        """Forks a server with these as its standard input, output and error, and what its exit code
        is written to. Returns its process id."""
        socket.send_fds(self._ours, [b"."], list(handles))
        said = self._ours.recv(4)
        assert len(said) == 4, "the process that servers are forked from has ended"
        return int.from_bytes(said, "big")

    def close(self) -> None:
        self._ours.close()
        self._process.wait(DEADLINE_SECONDS)


@cache
def nursery() -> Nursery:
    """One for a whole run of tests; whoever ends the run closes it."""
    return Nursery()


class Process:
    """One server process. It has loaded everything and waits, until `go`."""

    def __init__(self) -> None:
        pipes = [os.pipe() for _ in range(4)]
        (their_in, to_it), (from_it, their_out), (amiss, their_err), (code, their_code) = pipes
        theirs = (their_in, their_out, their_err, their_code)
        self.pid = nursery().bear(*theirs)
        for handle in theirs:
            os.close(handle)
        self._in = os.fdopen(to_it, "wb")
        self._out = os.fdopen(from_it, "rb")
        self._complaints: int | None = amiss
        self._code = code
        self._ended: tuple[int, str] | None = None

    def go(self, start: Start) -> None:
        with contextlib.suppress(BrokenPipeError):
            self._in.write(msgspec.json.encode(start) + b"\n")
            self._in.flush()

    def wait_until_open(self) -> bool:
        """Whether it can be spoken to; if not, it has ended."""
        return self._out.readline() == b"open\n"

    def kill(self) -> None:
        self._signal(signal.SIGKILL)

    def terminate(self) -> None:
        self._signal(signal.SIGTERM)

    def _signal(self, what: signal.Signals) -> None:
        if not self.is_over():
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, what)

    def hang_up(self) -> None:
        """Nobody reads any more what it complains of: writing it fails from now on."""
        assert self._complaints is not None
        os.close(self._complaints)
        self._complaints = None

    def is_over(self) -> bool:
        return self._ended is not None or bool(select.select([self._code], [], [], 0)[0])

    def end(self) -> tuple[int, str]:
        """Waits for its end: its exit code, and what it complained of."""
        if self._ended is None:
            self._ended = self._wait()
            with contextlib.suppress(BrokenPipeError):
                self._in.close()
            self._out.close()
            os.close(self._code)
            if self._complaints is not None:
                os.close(self._complaints)
        return self._ended

    def _wait(self) -> tuple[int, str]:
        """Reads on while it ends: somebody who complains at length waits for that."""
        told = {self._code: b""} | ({} if self._complaints is None else {self._complaints: b""})
        waiting, deadline = set(told), time.monotonic() + DEADLINE_SECONDS
        while waiting:
            ready, _, _ = select.select(waiting, [], [], max(0.0, deadline - time.monotonic()))
            assert ready, f"process {self.pid} does not end"
            for handle in ready:
                part = os.read(handle, 65_536)
                told[handle] += part
                if not part:
                    waiting.discard(handle)
        said = b"" if self._complaints is None else told[self._complaints]
        return int(told[self._code]), said.decode()
