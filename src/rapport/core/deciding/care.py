"""Care: after a complaint, a refund, a late parcel or an open question marketing waits or softens.

What a brand sets (`care` in brand.yaml) becomes rules like any other, the first ones: they hold for
runs under way too, for every arm alike, at the decision and again before a message goes out.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from rapport.core.creative.framework import ONLY, SILENCE, Condition, Rule
from rapport.core.time import DAY, Millis

COMPLAINT, REFUND, DELAYED_PARCEL, OPEN_TICKET = (
    "complaint", "refund", "delayed_parcel", "open_ticket",
)  # fmt: skip
OCCASIONS = (COMPLAINT, REFUND, DELAYED_PARCEL, OPEN_TICKET)

NAMED = "care: "
"""How the names of these rules begin."""

WORDS = {
    COMPLAINT: "after a complaint",
    REFUND: "after a refund",
    DELAYED_PARCEL: "while a parcel is delayed",
    OPEN_TICKET: "while a question to support is open",
}

_SINCE = {
    COMPLAINT: "days_since_complaint",
    REFUND: "days_since_refund",
    DELAYED_PARCEL: "days_since_delay",
    OPEN_TICKET: "days_since_ticket",
}
_OPEN = {DELAYED_PARCEL: "delayed_parcels", OPEN_TICKET: "open_tickets"}
"""What must still be so: a parcel that came and a question that was answered ask for no care."""


class Caring(Struct, frozen=True, gc=False):
    """For `wait` after it happened nothing is said, and then, up to `soft_for` after it happened,
    only in one of the tones `soften`. 0 and none for neither."""

    wait: Millis = 0
    soften: tuple[str, ...] = ()
    soft_for: Millis = 0


class Care(Struct, frozen=True, gc=False):
    """What is done after each occasion. For a delayed parcel and an open question it ends once the
    parcel has come or the question is answered, however long it was set to be."""

    complaint: Caring = Caring(wait=30 * DAY)
    refund: Caring = Caring(wait=3 * DAY)
    delayed_parcel: Caring = Caring(wait=14 * DAY)
    open_ticket: Caring = Caring(wait=30 * DAY)

    def after(self, occasion: str) -> Caring:
        """What is done after one of `OCCASIONS`."""
        done: dict[str, Caring] = {
            COMPLAINT: self.complaint,
            REFUND: self.refund,
            DELAYED_PARCEL: self.delayed_parcel,
            OPEN_TICKET: self.open_ticket,
        }
        return done[occasion]


NO_CARE = Care(Caring(), Caring(), Caring(), Caring())
"""All of it switched off."""


def waiting_name(occasion: str) -> str:
    """What the rule is called that marketing waits after it."""
    return NAMED + WORDS[occasion]


def softly_name(occasion: str) -> str:
    """What the rule is called that the tone is held back after it."""
    return f"{NAMED}softly {WORDS[occasion]}"


@lru_cache(maxsize=256)
def care_rules(care: Care) -> tuple[Rule, ...]:
    """The rules that this amounts to, in the order of the occasions."""
    rules: list[Rule] = []
    for occasion in OCCASIONS:
        caring, words = care.after(occasion), WORDS[occasion]
        if caring.wait:
            rules.append(
                Rule(
                    waiting_name(occasion),
                    when=_within(occasion, caring.wait),
                    kind=SILENCE,
                    because=f"marketing waits {words}",
                )
            )
        if caring.soften and caring.soft_for:
            rules.append(
                Rule(
                    softly_name(occasion),
                    levels=(("tone", caring.soften),),
                    when=_within(occasion, caring.soft_for),
                    kind=ONLY,
                    because=f"the tone is held back {words}",
                )
            )
    return tuple(rules)


def _within(occasion: str, length: Millis) -> tuple[Condition, ...]:
    recent = Condition(_SINCE[occasion], "<", length / DAY)
    still = _OPEN.get(occasion)
    return (Condition(still, ">", 0.0), recent) if still else (recent,)
