"""Every table and class of words, put together."""

from __future__ import annotations

from rapport.core.copy_checks.tables import (
    bargains,
    changes,
    claims,
    contact,
    dates,
    favours,
    fear,
    flattery,
    foreign,
    guilt,
    hurry,
    invented,
    lasting,
    machine,
    made_of,
    never_again,
    no_claims,
    no_guilt,
    no_scarcity,
    numbers,
    occasions,
    offers,
    owed,
    praise,
    price_talk,
    prices,
    promises,
    scarcity,
    shame,
    superlatives,
    takers,
    terms,
    traits,
    urgency,
    watching,
)

ENGLISH = (
    numbers,
    occasions,
    dates,
    offers,
    claims,
    superlatives,
    lasting,
    no_claims,
    made_of,
    invented,
    praise,
    promises,
    urgency,
    hurry,
    scarcity,
    never_again,
    takers,
    no_scarcity,
    prices,
    favours,
    price_talk,
    bargains,
    terms,
    changes,
    guilt,
    owed,
    no_guilt,
    shame,
    fear,
    flattery,
    traits,
    watching,
    contact,
    machine,
)

CLASSES: dict[str, str] = {
    name: words for module in ENGLISH for name, words in module.CLASSES.items()
}
TABLES: tuple[tuple[str, str], ...] = tuple(
    (table, lines) for module in ENGLISH for table, lines in module.TABLES.items()
)
EVERYWHERE: tuple[tuple[str, str], ...] = tuple(foreign.TABLES.items())
