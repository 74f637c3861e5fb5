"""Calls that bring no key or signature that we know: told in the log, and not for each of them.

Their senders are told each time; whoever runs Rapport would otherwise never hear of a misspelt key,
and Shopify ends a subscription whose webhooks are refused for some days.
"""

from __future__ import annotations

import threading
from collections import Counter

import structlog

from rapport.core.time import HOUR, Instant

log = structlog.get_logger("rapport.web")


class Strangers:
    """Safe to share between threads; kept in memory alone."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._told: dict[str, Instant] = {}
        self._untold: Counter[str] = Counter()

    def turned_away(self, source: str, why: str, now: Instant) -> None:
        """Counts a call; says so for the first of a source, and then at most once an hour."""
        with self._lock:
            self._untold[source] += 1
            # A clock that was turned back must not silence us for longer.
            if 0 <= now - self._told.get(source, now - HOUR) < HOUR:
                return
            self._told[source] = now
            calls = self._untold.pop(source)
        log.warning("calls without a known key", source=source, calls=calls, why=why)
