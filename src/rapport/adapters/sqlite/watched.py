"""What is counted to tell whether something goes wrong.

Looked at each minute, so whole weeks and days are counted by the store as they happen; of the first
ones, which are counted in part, an index is read.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapport.adapters.sqlite.reading import Database
from rapport.core.time import DAY, Instant
from rapport.ports import MessageCount

HELD = (
    "status = 'stopped' AND reason GLOB 'guardrail: *' "
    "AND reason NOT GLOB 'guardrail: said before (*'"
)
"""As the index has it: SQLite takes it for nothing else."""

MESSAGE_COUNTS = f"""
WITH counted (
    flow, framework, week, sent, held, complaints, unsubscribes, bounces, turned_away
) AS (
    SELECT flow, framework, week, sent, held, 0, 0, 0, 0 FROM message_weeks
    WHERE brand = :brand AND week * 604800000 >= :since
    UNION ALL
    SELECT flow, framework, at / 604800000, count(*), 0, 0, 0, 0, 0
    FROM messages INDEXED BY messages_sent
    WHERE brand = :brand AND status = 'sent' AND at >= :since AND at < :whole
    GROUP BY flow, framework
    UNION ALL
    SELECT flow, framework, at / 604800000, 0, count(*), 0, 0, 0, 0
    FROM messages INDEXED BY messages_held
    WHERE brand = :brand AND {HELD} AND at >= :since AND at < :whole
    GROUP BY flow, framework
    UNION ALL
    SELECT m.flow, m.framework, m.at / 604800000, 0, 0,
        sum(o.complained AND m.status = 'sent'), sum(o.unsubscribed AND m.status = 'sent'),
        sum(o.bounced), sum(o.bounced AND m.status = 'stopped')
    FROM (
        SELECT message, max(reason = 'complained') AS complained,
               max(reason = 'unsubscribed') AS unsubscribed, max(reason = 'bounced') AS bounced
        FROM opt_outs WHERE brand = :brand AND at >= :since AND message <> '' GROUP BY message
    ) o CROSS JOIN messages m ON m.brand = :brand AND m.key = o.message
    WHERE m.at >= :since AND (
        m.status = 'sent' OR (o.bounced AND m.status = 'stopped' AND m.reason GLOB 'failed: *')
    )
    GROUP BY 1, 2, 3
)
SELECT flow, framework, week, sum(sent), sum(held), sum(complaints), sum(unsubscribes),
    sum(bounces), sum(turned_away)
FROM counted GROUP BY flow, framework, week
HAVING sum(sent) + sum(held) + sum(turned_away) > 0 ORDER BY week, flow, framework
"""
# `CROSS JOIN` says to SQLite in which order to read: from the few who left to their messages.

ENTERED = """
SELECT arm, sum(profiles) FROM (
    SELECT arm, profiles FROM entered_days
    WHERE brand = :brand AND flow = :flow AND day * 86400000 >= :since
    UNION ALL
    SELECT arm, 1 FROM entries e INDEXED BY entries_by_time
    WHERE brand = :brand AND flow = :flow AND at >= :since AND at < :whole AND NOT EXISTS (
        SELECT 1 FROM entries x WHERE x.brand = :brand AND x.flow = :flow
        AND x.profile = e.profile AND (x.at, x.key) < (e.at, e.key)
    )
) GROUP BY arm HAVING sum(profiles) > 0
"""

WEEK = 7 * DAY


class WatchedPart:
    """The part of the read side that is watched. Implements `rapport.ports.Watched`."""

    _db: Database

    def message_counts(self, brand: str, since: Instant) -> Sequence[MessageCount]:
        values = {"brand": brand, "since": since, "whole": _next(since, WEEK)}
        return [MessageCount(*row) for row in self._db.execute(MESSAGE_COUNTS, values)]

    def entered(self, brand: str, flow: str, since: Instant) -> dict[str, int]:
        values = {"brand": brand, "flow": flow, "since": since, "whole": _next(since, DAY)}
        return dict(self._db.execute(ENTERED, values).fetchall())


def _next(at: Instant, span: int) -> Instant:
    """The first whole one that begins at `at` or later."""
    return -(-at // span) * span
