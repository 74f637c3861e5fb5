"""How often somebody may try a token: per address and overall, so that none is found by guessing.

A wrong token costs one of an address's tries and one of everybody's; the right one costs nothing.
They come back with time. Kept in memory alone, and never more of it than `MOST_ADDRESSES`.

A token that nobody could guess, however often they tried, is let in at any time: else whoever
guesses could keep out all who share an address with them, as behind a proxy everybody does. Only
one that a person thought up, and too short for that, has to wait with its address.
"""

from __future__ import annotations

import threading
from ipaddress import IPv6Address, ip_address
from math import ceil

from rapport.core.time import MINUTE, SECOND, Instant, Millis
from rapport.errors import RefusedInputError

EACH, EACH_BACK_AFTER = 10, MINUTE
"""Tries of one address, and how long it takes until one comes back."""

ALL, ALL_BACK_AFTER = 100, 5 * SECOND
"""The same for all addresses together."""

MOST_ADDRESSES = 1_000

BEYOND_GUESSING, DIFFERENT = 24, 10
"""The characters of a token that nobody guesses, and how many of them are not alike."""


def beyond_guessing(token: str) -> bool:
    """Whether a token is long and mixed enough that no number of tries finds it.

    A rule of thumb for tokens that people think up; those that Rapport makes are 256 random bits.
    """
    return len(token) >= BEYOND_GUESSING and len(set(token)) >= DIFFERENT


class TooManyTriesError(RefusedInputError):
    """Somebody has to wait before trying again."""

    def __init__(self, wait: Millis) -> None:
        self.retry_after_seconds = max(1, ceil(wait / SECOND))
        minutes = ceil(wait / MINUTE)
        words = "a minute" if minutes <= 1 else f"{minutes} minutes"
        super().__init__(
            f"Too many wrong tokens were tried. Please wait {words}, then try again.",
            where="token",
            status=429,
        )


class _Tries:
    """What is left of some tries: `most` at the beginning, one more each `back_after`."""

    def __init__(self, most: int, back_after: Millis, now: Instant) -> None:
        self.most, self._back_after = most, back_after
        self.left, self._as_of = most, now

    def until_one(self, now: Instant) -> Millis:
        """How long it is until there is one; 0 where there is."""
        # A clock that was turned back must not make anybody wait for longer than they had to.
        self._as_of = min(self._as_of, now)
        back = (now - self._as_of) // self._back_after
        self.left = min(self.most, self.left + back)
        self._as_of = now if self.left == self.most else self._as_of + back * self._back_after
        return 0 if self.left else self._as_of + self._back_after - now


class Tries:
    """Safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._all: _Tries | None = None
        self._by_address: dict[str, _Tries] = {}

    def settle(self, address: str, now: Instant, *, right: bool) -> None:
        """Counts a try that was wrong, and none that was right.

        Whether one was left and what it costs are one step, so that of many at once no wrong one
        slips through, and none that is right is refused for the others on their way beside it.
        Raises TooManyTriesError where none is left: the answer must be the same then, right or
        wrong.
        """
        with self._lock:
            everybody = self._all = self._all or _Tries(ALL, ALL_BACK_AFTER, now)
            own = self._of(network_of(address), now)
            wait = max(everybody.until_one(now), own.until_one(now) if own else MINUTE)
            if own is None or wait:
                raise TooManyTriesError(wait)
            if not right:
                everybody.left -= 1
                own.left -= 1

    def _of(self, network: str, now: Instant) -> _Tries | None:
        """Those of an address; None where more addresses are waiting than are kept."""
        found = self._by_address.get(network)
        if found is not None:
            return found
        if len(self._by_address) >= MOST_ADDRESSES:
            for key, one in list(self._by_address.items()):
                one.until_one(now)
                if one.left == one.most:
                    del self._by_address[key]
        if len(self._by_address) >= MOST_ADDRESSES:
            return None
        return self._by_address.setdefault(network, _Tries(EACH, EACH_BACK_AFTER, now))


def network_of(address: str) -> str:
    """Whose tries an address shares: an IPv4 address is by itself, of IPv6 a whole /64 is one, as
    any household has one of these."""
    try:
        known = ip_address(address.partition("%")[0])
    except ValueError:
        return "unknown"
    if not isinstance(known, IPv6Address):
        return str(known)
    if known.ipv4_mapped is not None:
        return str(known.ipv4_mapped)
    return f"{IPv6Address(int(known) >> 64 << 64)}/64"
