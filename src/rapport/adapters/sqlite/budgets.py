"""What was used and promised of an offer, on SQLite."""

from __future__ import annotations

from rapport.adapters.sqlite.reading import Database
from rapport.core.deciding.budget import OfferSpan, OfferStanding

# An order whose money all went back used nothing.
USED = """
SELECT count(*), coalesce(sum(u.cost), 0) FROM offer_uses u
WHERE u.brand = ? AND u.offer = ? AND u.at >= ? AND NOT EXISTS (
    SELECT 1 FROM orders o
    WHERE o.brand = u.brand AND o.profile = u.profile AND o.order_id = u.order_id
    GROUP BY o.order_id HAVING max(o.revenue) > 0 AND sum(o.revenue) <= 0
)
"""

PROMISED = """
SELECT count(*) FILTER (WHERE at > :promised_since), count(*) FILTER (WHERE at > :learnt_since)
FROM promises WHERE brand = :brand AND offer = :offer AND NOT stopped
AND at > min(:promised_since, :learnt_since)
"""

KEPT = """
SELECT count(*), coalesce(sum(cost), 0) FROM offer_uses
WHERE brand = ? AND offer = ? AND at > ? AND message <> ''
"""


class BudgetPart:
    """The part of a transaction that is about offers' budgets; it can also only be read."""

    _db: Database

    def offer_standing(self, brand: str, offer: str, span: OfferSpan) -> OfferStanding:
        uses, cost = self._db.execute(USED, (brand, offer, span.since)).fetchone()
        named = {
            "brand": brand,
            "offer": offer,
            "promised_since": span.promised_since,
            "learnt_since": span.learnt_since,
        }
        promised, sent = self._db.execute(PROMISED, named).fetchone()
        kept, worth = self._db.execute(KEPT, (brand, offer, span.learnt_since)).fetchone()
        return OfferStanding(uses, cost, promised, sent, kept, worth)
