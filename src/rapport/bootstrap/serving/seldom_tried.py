"""That all is well costs something to find out, so it is found out once a second whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from time import monotonic

KEPT_SECONDS = 1.0


class SeldomTried:
    """Whether the installation is ready is tried by a write, and anybody may ask.

    Only that all is well is kept: trouble that is over is told to be over at once.
    """

    def __init__(self, find_out: Callable[[], str], kept_seconds: float = KEPT_SECONDS) -> None:
        self._find_out = find_out
        self._kept_seconds = kept_seconds
        self._lock = Lock()
        self._good_until = 0.0

    def __call__(self) -> str:
        """What is wrong, empty where nothing is; found out now, or all was well just before."""
        with self._lock:
            if monotonic() < self._good_until:
                return ""
            answer = self._find_out()
            if not answer:
                self._good_until = monotonic() + self._kept_seconds
            return answer
