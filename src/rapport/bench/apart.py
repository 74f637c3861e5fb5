"""Runs a command apart, and says how long it took and how much memory it held at most.

A small process stands between: a process started straight from a large one would be given the
large one's peak as its own.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from time import perf_counter
from typing import NamedTuple

from rapport.errors import RapportError

_KILOBYTES = 1 if sys.platform == "darwin" else 1024
"""What one unit of `ru_maxrss` is, in bytes."""


class Spent(NamedTuple):
    """What a command cost. `peak` is resident memory in bytes."""

    seconds: float
    peak: int


def run_apart(command: Sequence[str], environment: Mapping[str, str]) -> Spent:
    """Runs the command to its end. Raises RapportError with what it said where it fails."""
    done = subprocess.run(  # noqa: S603 (our own command)
        [sys.executable, "-m", "rapport.bench.apart", *command],
        env=dict(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RapportError(f"What was to be measured failed: {done.stderr.strip()[-2_000:]}")
    seconds, peak = json.loads(done.stdout)
    return Spent(float(seconds), int(peak))


def main() -> int:
    """Runs the command of the command line; prints what it cost as JSON."""
    begun = perf_counter()
    done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=False)  # noqa: S603
    seconds = perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * _KILOBYTES
    sys.stdout.write(json.dumps([seconds, peak]))
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
