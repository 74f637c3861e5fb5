"""Writing ahead: words for messages that are planned and go later, in the night or after a wait."""

from __future__ import annotations

from rapport.app.events.recount import states_now
from rapport.app.writer.order import Order, Wanted
from rapport.app.writer.rewriting import WordChooser
from rapport.core.blueprint import Blueprint
from rapport.core.events import Contact
from rapport.core.state import ProfileState
from rapport.core.time import DAY, Instant
from rapport.ports import Transaction

FAR_AHEAD = 366 * DAY
MOST_AT_ONCE = 500
"""Planned messages that one pass looks at, the soonest first."""


def orders_ahead(
    transaction: Transaction, blueprint: Blueprint, words: WordChooser, now: Instant
) -> list[Order]:
    """What to have written for planned messages that have no fitting words yet.

    Nothing is done to the messages: each is looked at again when its turn comes. Of a retired brand
    none goes out, so nothing is written.
    """
    if blueprint.releases[-1].retired is not None:
        return []
    planned = transaction.planned(blueprint.brand, now + FAR_AHEAD, MOST_AT_ONCE)
    profiles = sorted({one.send.profile for one in planned})
    states = states_now(transaction, blueprint, profiles) if profiles else {}
    contacts = transaction.contacts(blueprint.brand, profiles) if profiles else {}
    orders = []
    for one in planned:
        profile = one.send.profile
        wanted = Wanted(
            one.send,
            states.get(profile) or ProfileState(profile),
            contacts.get(profile) or Contact(),
            now,
        )
        order = words.choose(transaction, blueprint, wanted).order
        if order is not None:
            orders.append(order)
    return orders
