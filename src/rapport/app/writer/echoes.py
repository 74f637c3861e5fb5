"""Words of the question that came back in the answer, and parts that nobody really wrote.

Small models often hand back what they were told instead of doing it: "it is the first of several,
helpful and in no hurry" as a subject line. Such a sentence holds no figure and no claim, so the
checks on words have nothing against it; but nobody wrote it to be read, and it may tell the reader
what was said of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from rapport.core.copy_checks import findings as f
from rapport.core.creative.message import Finding
from rapport.core.creative.slots import BODY
from rapport.core.creative.wording import TAG

RUN = 5
"""So many words in a row are no coincidence."""

ADVICE = "these are words of the question: write the message's own"
_WORD = re.compile(r"\{\{[^}]*\}\}|[^\W_]+(?:['’][^\W_]+)*")
_SAYS_NOTHING = frozenset(
    {
        "the", "a", "this", "message", "text", "subject", "line", "preheader", "headline", "body",
        "cta", "button", "signoff", "offer", "e", "mail", "email", "words", "part", "answer",
        "none", "null", "first", "title", "greeting", "paragraph", "inbox", "content",
        "string", "todo", "print",
    }
)  # fmt: skip
_STOPS_SHORT = re.compile(r"[,;:\-–—(]\s*$")
_WHOLE = re.compile(r"(?:[.!?…]|\}\})[\"'”’»)]*\s*$")
_ENDS_AS_IT_LIKES = "signoff"
"""'Warm wishes,' is whole."""
FEWEST_WORDS = 4
"""In a body."""

_CASES = re.compile(r"\{%-?\s*if\b(?![^%]*\.count\b).*?\bendif\s*-?%\}", re.DOTALL)
_END = re.compile(r"[.!?:;]\s|\n")

Runs = frozenset[tuple[str, ...]]


def echoes(slots: Mapping[str, str], asked: Iterable[str], said: Iterable[str]) -> list[Finding]:
    """What in `slots` repeats the question's own words, `asked`, once for each slot. What people
    approved or may claim, `said`, is there to be used, whatever else it stands in."""
    theirs = frozenset().union(*map(_runs, asked)) - frozenset().union(*map(_runs, said))
    found = []
    for key, text in slots.items():
        echo = next((run for run in _in_order(text) if run in theirs), None)
        if echo is not None:
            found.append(Finding(f.INSTRUCTION, key, " ".join(echo), ADVICE))
    return found


def unwritten(slots: Mapping[str, str]) -> Iterator[Finding]:
    """Parts that only name themselves, break off, or are no sentence where one is wanted."""
    for key, text in slots.items():
        words = [word.casefold() for word in _WORD.findall(text)]
        if words and _SAYS_NOTHING.issuperset(words):
            yield Finding(f.SENSE, key, text.strip()[:60], "write the words, not what they are")
        elif key != _ENDS_AS_IT_LIKES and _STOPS_SHORT.search(text):
            yield Finding(f.SENSE, key, text.strip()[-40:], "it breaks off: end the sentence")
        elif key == BODY and words and (len(words) < FEWEST_WORDS or not _WHOLE.search(text)):
            yield Finding(f.SENSE, key, text.strip()[-40:], "write sentences to their full stop")


def in_some_cases(
    slots: Mapping[str, str], approved: Iterable[str], claimed: Iterable[str]
) -> Iterator[Finding]:
    """Approved words that hold under a condition, such as those for tea, without it.

    A writer has no conditions: what it writes goes to whoever is in the situation. What may be
    `claimed` is true in all cases; how many things there are is part of the situation.
    """
    texts = list(approved)
    always: Runs = frozenset().union(
        *(_runs(_CASES.sub(" . ", text)) for text in texts), *map(_runs, claimed)
    )
    only: Runs = frozenset().union(
        *(_runs(TAG.sub(" . ", case)) for text in texts for case in _CASES.findall(text))
    )
    for key, text in slots.items():
        run = next((run for run in _in_order(text) if run in only and run not in always), None)
        if run is not None:
            yield Finding(
                f.SENSE,
                key,
                " ".join(run),
                "approved in some cases only, and nobody knows here whether it is one: write what "
                "is true in all of them",
            )


@lru_cache(maxsize=4_096)
def _runs(text: str) -> Runs:
    return frozenset(_in_order(text))


def _in_order(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of words within a sentence."""
    for sentence in _END.split(text):
        words = [word.casefold().replace("’", "'") for word in _WORD.findall(sentence)]
        for at in range(len(words) - RUN + 1):
            yield tuple(words[at : at + RUN])
