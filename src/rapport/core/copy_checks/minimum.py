"""A minimum that the decided offer does not have, taken out of words that name it in passing.

Approved words name a minimum on a condition, `{% if offer.minimum != '' %} on orders of … or more
{% endif %}`, and writers take it up where there is none. All that is wrong with it is a few words
in a place that they leave without a trace. These are taken out; any other use of the fact stays as
it is, and the check for missing facts refuses it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapport.core.copy_checks.standard import MOST_CHARACTERS
from rapport.core.creative.framework import NO_OFFER
from rapport.core.offer import Offer

_MINIMUM = r"\{\{\s*offer\.minimum\s*\}\}"
_AND_MORE = r"(?:\ (?:or|and)\ (?:more|over|above|up|upwards)|\ upwards)?"
_ORDERS = r"(?:orders?|baskets?|purchases?)"
_AT_LEAST = rf"(?:of|from|over|above|worth|of\ at\ least)\ {_MINIMUM}{_AND_MORE}"
_SHAPES = re.compile(
    rf"""
    (?<![\w(-])(?<![(-]\ )
    (?<!\b(?:not|but|and)\ )(?<!\b(?:even|also|than|only)\ )(?<!\bor\ )
    (?:
        (?P<aside>
            (?:only\ )?(?:on|for|with)\ (?:(?:all|any|an|a)\ )?{_ORDERS}\ {_AT_LEAST}
            | (?:if|when|once)\ (?:your|the|an)\ (?:order|basket)
              \ (?:comes\ to|reaches|is|totals|is\ worth|adds\ up\ to)\ {_MINIMUM}{_AND_MORE}
            | (?:if|when|once)\ you\ spend\ {_MINIMUM}{_AND_MORE}
            | (?:(?<=delivery\ )|(?<=postage\ )|(?<=\}}\}}\ )|(?<=\}}\}},\ ))
              from\ {_MINIMUM}{_AND_MORE}
        )
        | (?:(?<=\byour\ order\ )|(?<=\ban\ order\ )|(?<=\b(?-i:Orders|ORDERS)\ )){_AT_LEAST}
    )
    (?!\w|\s*[-+*%({{]|\ (?:of|to|than|off|less|or|each|per|plus|a|every|only)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What says the minimum beside everything else: a phrase of its own, or behind the word 'order'."""
_CLOSING = "\"'”’)"
_SENTENCE_ENDS = (".", "!", "?", "…", ":")
_ENDS = re.compile(r"\s*(?:[.!?…;:)]|$)")
_COMMA = re.compile(r"^,?\s*")
_PAUSES = (",", "–", "—")


def without_absent_minimum(slots: Mapping[str, str], offer: Offer | None) -> dict[str, str]:
    """The slots as they will be sent: without a minimum that is named in passing, where an offer
    was decided that has none. All else stays."""
    far_too_long = sum(map(len, slots.values())) > MOST_CHARACTERS
    if far_too_long or offer is None or offer.key == NO_OFFER or offer.min_total > 0:
        return dict(slots)
    return {key: _without(text) if "offer.minimum" in text else text for key, text in slots.items()}


def _without(text: str) -> str:
    # What is before a place is looked at from its end: a search from the beginning would take
    # minutes over a text of nothing but empty lines.
    at = 0
    while found := _SHAPES.search(text, at):
        before, after = text[: found.start()], text[found.end() :]
        begins = _begins_after(before)
        if begins and (not found["aside"] or _ENDS.match(after)):
            at = found.end()  # the sentence says nothing else
        elif begins:
            after = _COMMA.sub("", after, count=1)
            text = before + after[:1].upper() + after[1:]
            at = len(before)
        else:
            text = _before_pause(before) + after
            at = len(text) - len(after)
    return text


def _begins_after(before: str) -> bool:
    """Whether a sentence or a line begins behind these words."""
    said = before.rstrip()
    gap = before[len(said) :]
    ended = said.rstrip(_CLOSING).endswith(_SENTENCE_ENDS)
    return not said or "\n" in gap or (bool(gap) and ended)


def _before_pause(before: str) -> str:
    """The words without the space behind them, or the one comma or dash among spaces."""
    said = before.rstrip()
    words = said[:-1].rstrip() if said.endswith(_PAUSES) else said
    return before if words.endswith(_PAUSES) else words
