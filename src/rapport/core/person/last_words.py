"""The last word on each of several things, whatever order the words are told in.

Of two words on one thing the later one holds. As many are kept as there is room for, the newest;
one that was dropped comes back only by a newer word, so the order of telling still changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from rapport.core.bounds import MAX_LAST_WORDS, MAX_TICKETS
from rapport.core.choices import LastWord


def heard(words: Iterable[LastWord], told: Iterable[LastWord], *, tie: bool) -> list[LastWord]:
    """`words` and those that were told besides, the last on each thing, the oldest first. Of two
    of the same moment the one stays whose `holds` is as `tie` says."""
    last: dict[str, LastWord] = {}
    for word in (*words, *told):
        known = last.get(word.name)
        if known is None or (word.at, word.holds is tie) > (known.at, known.holds is tie):
            last[word.name] = word
    return sorted(last.values(), key=lambda word: (word.at, word.name))


def of_trouble(
    words: Iterable[LastWord], open_before: Iterable[str], told: Iterable[LastWord]
) -> tuple[LastWord, ...]:
    """The last words on questions to support, or on parcels. `open_before` names those that are
    open, or late, in a state of before there were last words. What opens and is closed at the same
    moment is closed."""
    known = [LastWord(name, 0, holds=True) for name in open_before]
    return tuple(heard((*known, *words), told, tie=False)[-MAX_LAST_WORDS:])


def still_open(words: Iterable[LastWord]) -> tuple[str, ...]:
    """Those of them that are open, or late, the newest last."""
    return tuple([word.name for word in words if word.holds])[-MAX_TICKETS:]
