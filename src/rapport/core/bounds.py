"""Bounds on what enters a profile's state, so that no data makes it large or its sums overflow.

Sources refuse what lies beyond; the core holds to the same limits whoever gives it an event.
"""

from __future__ import annotations

from rapport.core.time import DAY, Instant, Millis

MOST_MONEY = 10**12
"""Minor units. Sums of this many amounts as a person has orders stay within 64 bits."""

MOST_QUANTITY = 10_000

ID_CHARS = 64
"""Ids of products, parcels and questions, topics, and tokens of checkouts and carts, are cut to
this length in the state: whatever is compared with one that was kept is cut alike. No key in a
brand's folder is longer."""
CATEGORY_CHARS = 40
"""The same of categories."""
CURRENCY_CHARS = 3

MAX_BASKET = 12
"""Lines of a cart or checkout."""
MAX_TOPICS = 30
"""Topics that a brand may have, and of which a person's state keeps what they chose."""
MAX_TOPICS_BEFORE = 10
"""The same, each cut to `CATEGORY_CHARS`, in releases of an edition from before they were kept
whole (`rapport.core.person.declined`)."""
MAX_INTERESTS = 5
MAX_VIEWED = 5
MAX_NOTES = 30
"""Messages that a person's state remembers, and so the most that a cap can count."""
MAX_NOTES_BEFORE = 8
"""The same in releases of an edition from before caps could count as many
(`rapport.core.person.notes`)."""
LONGEST_CAP: Millis = 90 * DAY
"""As far back as a cap may look."""
MAX_ANSWERS = 14
MAX_TICKETS = 5
"""Open questions to support, and parcels that are late."""
MAX_LAST_WORDS = 2 * MAX_TICKETS
"""Questions to support, and parcels, of which the last word is remembered, open or not."""
MAX_RECENT = 6
"""Orders that are remembered one by one."""
MAX_EARLY = 4
MAX_PAST_RUNS = 10
MAX_PAST_RUNS_BEFORE = 6
MAX_WINDOWS = 10
MAX_WINDOWS_BEFORE = 6
"""Runs and windows BEFORE: in releases of an edition from before there were flows about more than a
checkout."""
MAX_HAD = 80
"""Subjects and bodies that somebody had, by their numbers: those of some 40 messages."""
MAX_OFFERS = 6
"""Offers of which it is remembered how somebody took them."""
MAX_PREFERENCES = 6
PREFERENCE_CHARS = 24
"""Longest key and longest value of a stated preference."""
MOST_COUNTED = 1_000_000
"""Counters stop here."""
MAX_SEEN = 16
"""Products that intent remembers."""
MAX_VISIT_CATEGORIES = 8

LATEST: Instant = 253_402_300_799_999
"""9999-12-31, the last millisecond."""

FURTHEST_EAST = 24 * 60
"""Minutes; no zone is further from UTC than a day."""


def money(amount: int) -> int:
    """`amount`, minor units, brought within the bounds."""
    return min(max(amount, -MOST_MONEY), MOST_MONEY)


def quantity(count: int) -> int:
    """`count` of one product, from 0 on."""
    return min(max(count, 0), MOST_QUANTITY)


def counted(count: int, more: int = 1) -> int:
    """`count` and `more`, from 0 on, and never beyond what counters hold."""
    return min(max(count + more, 0), MOST_COUNTED)


def instant(at: Instant) -> Instant:
    """`at`, within the years 1970 to 9999."""
    return min(max(at, 0), LATEST)


def offset_minutes(minutes: int) -> int:
    """`minutes` east of UTC, at most a day either way."""
    return min(max(minutes, -FURTHEST_EAST), FURTHEST_EAST)
