"""Why a decision came out as it did where the policy did not choose, and why a level could not be
chosen.

They stand in the record of every decision, so none is ever worded anew; people read them as
`rapport.app.explaining.explain` says them. Those that name something else (a rule, a flow, what
forbids any mail) are made where that is known: `rapport.core.deciding.rules`,
`rapport.core.triggers`, `rapport.core.person.consent`.
"""

from __future__ import annotations

from rapport.core.creative.proof import REASONS
from rapport.core.deciding.arms import HOLDOUT, USUAL
from rapport.core.deciding.repeats import SAID_BEFORE

BY_POLICY = ""
"""The policy chose."""

TEACHING = frozenset({BY_POLICY, USUAL, HOLDOUT})
"""Reasons whose decisions can be compared, and so learnt from: who got what was dealt by design,
and not by the person's consent or a cap."""

# --- Of whole decisions -------------------------------------------------------------------------

NO_PROFILING = "no profiling"
QUIET_HOURS = "quiet hours"
CAP = "cap"
NO_MESSAGE = "no message is possible"
ALL_SAID = "all has been said"
"""All approved words were said to this person."""
ALL_SAID_IN_LANGUAGE = "all has been said in their language"
"""All that are approved in a language that is not the brand's."""
FRAMEWORK_GONE = "framework is gone"

# --- Of those of which what they would be about is gone -----------------------------------------

BASKET_GONE = "basket is gone"
OUT_OF_STOCK = "out of stock"
NOTHING_LOOKED_AT = "nothing was looked at lately"
ORDER_TAKEN_BACK = "the order was taken back"
NO_ORDER = "there is no order"

# --- Of levels ----------------------------------------------------------------------------------

TOO_LATE = "too late to matter"
"""Of a planned message, too."""
SAME_MOMENT = "the same moment as another"
TOPIC_DECLINED = "topic declined"
UNKNOWN_OFFER = "unknown offer"
NO_BASKET = "no basket to count it on"
OTHER_CURRENCY = "basket in another currency"
BUDGET_USED_UP = "budget used up"
BELOW_MINIMUM = "basket below the minimum"
UNKNOWN_TOTAL = "nobody knows what the basket comes to"
NOT_FOR_THEM = "not for this person"
"""Of a flow that somebody does not enter, too."""
TOO_LITTLE_MARGIN = "leaves too little margin"
NOT_IN_LANGUAGE = "not in their language"

EXCLUDING = frozenset(
    {
        QUIET_HOURS, TOO_LATE, SAME_MOMENT, TOPIC_DECLINED, UNKNOWN_OFFER, NO_BASKET,
        OTHER_CURRENCY, BUDGET_USED_UP, BELOW_MINIMUM, UNKNOWN_TOTAL, NOT_FOR_THEM,
        TOO_LITTLE_MARGIN, SAID_BEFORE, NOT_IN_LANGUAGE, *REASONS.values(),
    }
)  # fmt: skip
"""Reasons for which the core itself excludes a level: no rule may be called so."""
