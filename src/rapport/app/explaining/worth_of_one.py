"""What a message was expected to bring, in words: the very message that was drawn."""

from __future__ import annotations

from rapport.app.explaining.need_of_one import Say, offer_draw
from rapport.app.wording.amounts import is_sum
from rapport.core.creative.framework import WORDING
from rapport.core.decision import Decision


def worth_of_one(decision: Decision, as_drawn: float | None, say: Say) -> str:
    """A sentence or two about a message that went out, beside saying nothing; empty where the
    record has no figure for it.

    `as_drawn` is what the policy says of it; without, it is the sum of the figures on record. What
    its offer is worth on record supposes the best wording, so both are told where they differ.
    """
    at_best = _at_best(decision)
    if at_best is None:
        return ""
    worth = _by_the_record(decision, at_best) if as_drawn is None else as_drawn
    if not (is_sum(worth) and is_sum(at_best)):
        return ""
    best = ""
    if say(worth) != say(at_best):
        best = f"; with the wording that looks best it would be {_beside_silence(at_best, say)}"
    said = f"Expected to bring {_beside_silence(worth, say, ' margin')} than saying nothing{best}."
    if worth > 0.0 or say(worth) == say(0.0):
        return said
    return (
        f"{said} It went all the same: chance also tries what is not known well yet, and exactly "
        f"this choice had a chance of {exactly(decision.propensity)}."
    )


def _beside_silence(worth: float, say: Say, of: str = "") -> str:
    """Such as '£0.22 less margin'."""
    return f"{say(abs(worth))} {'less' if worth < 0.0 and say(worth) != say(0.0) else 'more'}{of}"


def exactly(chance: float) -> str:
    """A chance as precisely as a whole choice needs it: each is rare, and none impossible."""
    return "less than 0.01%" if 0.0 < chance < 0.00005 else f"{chance:.2%}"


def _at_best(decision: Decision) -> float | None:
    """What the chosen offer is worth on record; None where nothing was weighed against silence."""
    gate = next((drawn for drawn in decision.draws if drawn.factor == "send"), None)
    if gate is None or len(gate.values) < 2:
        return None
    offer = offer_draw(decision)
    if offer is not None and offer.chosen in offer.levels:  # else the record is damaged
        return offer.values[offer.levels.index(offer.chosen)]
    return gate.values[1]


def _by_the_record(decision: Decision, at_best: float) -> float:
    """The worth of the offer, less what the wording that was drawn falls short of the best."""
    short = 0.0
    for drawn in decision.draws:
        if drawn.factor in WORDING and drawn.chosen in drawn.levels:
            short += max(drawn.values) - drawn.values[drawn.levels.index(drawn.chosen)]
    return at_best - short
