"""A minimum that the decided offer does not have, taken out of words that name it in passing.

Approved words name a minimum on a condition, `{% if offer.minimum != '' %} on orders of … or more
{% endif %}`, and writers take it up where there is none. All that is wrong with it is a few words
in a place that they leave without a trace. These are taken out; any other use of the fact stays as
it is, and the check for missing facts refuses it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapport.core.blueprint import Offer
from rapport.core.copy_checks.standard import MOST_CHARACTERS
from rapport.core.creative import NO_OFFER

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
_BEGINS = re.compile(r"(?:^|[.!?…:][\"'”’)]*\s|\n)\s*$")
_ENDS = re.compile(r"\s*(?:[.!?…;:)]|$)")
_COMMA = re.compile(r"^,?\s*")
_BEFORE = re.compile(r"(?<![\s,–—])\s*[,–—]?\s*$")
"""A space, or a comma or dash among spaces; begins where no space is, which makes it quick."""


def without_absent_minimum(slots: Mapping[str, str], offer: Offer | None) -> dict[str, str]:
    """The slots as they will be sent: without a minimum that is named in passing, where an offer
    was decided that has none. All else stays."""
    far_too_long = sum(map(len, slots.values())) > MOST_CHARACTERS
    if far_too_long or offer is None or offer.key == NO_OFFER or offer.min_total > 0:
        return dict(slots)
    return {key: _without(text) if "offer.minimum" in text else text for key, text in slots.items()}


def _without(text: str) -> str:
    at = 0
    while found := _SHAPES.search(text, at):
        before, after = text[: found.start()], text[found.end() :]
        begins = bool(_BEGINS.search(before))
        if begins and (not found["aside"] or _ENDS.match(after)):
            at = found.end()  # the sentence says nothing else
        elif begins:
            after = _COMMA.sub("", after, count=1)
            text = before + after[:1].upper() + after[1:]
            at = len(before)
        else:
            text = _BEFORE.sub("", before, count=1) + after
            at = len(text) - len(after)
    return text
