"""A second look at a whole message: is it more like words that were turned away, or like good ones?

The tables know the turns of phrase that somebody thought of. This knows how runs of one to three
words were spread over the red team's rewrites, which people sorted into good ones and ones to turn
away (`rapport.science.turned_away`):

    likeness = bias + sum of the weights of a message's runs / sqrt(how many runs it has)

the logarithm of the odds. It has no say in what the tables find: it is asked only where a model
wrote the words and they found nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from math import fsum, sqrt
from operator import attrgetter

from msgspec import Struct

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.findings import finding
from rapport.core.copy_checks.reading import Reading
from rapport.core.creative.message import Finding
from rapport.core.creative.slots import CALL

LIMIT = -1.0
"""Above this a message is turned away: odds of three to eight, since what a miss does weighs more
than what a good message costs that is written once more. Brands whose approved words are above it
themselves have a limit of their own; see `Likeness.limit_of`."""

BUTTON = CALL
"""The slot that is left out: a few words that say what a click does, and say so to everybody."""

FEWEST_WORDS = 20
"""Of fewer words there is no telling: a single one would decide."""

LONGEST_RUN = 3
BEGIN, END = "^", "$"
"""Stand for the two ends of a sentence in a run."""

_SENTENCE = attrgetter("sentence")


class Likeness(Struct, frozen=True):
    """What was learnt: the weight of each run of words, larger where it was turned away more."""

    bias: float
    weights: Mapping[str, float]
    learnt_from: str = ""
    """The SHA-256 of the set's file, so that a set that grew is noticed."""

    def of(self, reading: Reading) -> float:
        """How like words that were turned away; 0 is as like as not."""
        runs = {text for text, _, _ in runs_of(reading)}
        if not runs:
            return self.bias
        known = self.weights
        # Whatever the order of a set, the sum is the same to the bit.
        return self.bias + fsum(known[run] for run in runs & known.keys()) / sqrt(len(runs))

    def most_telling(self, reading: Reading) -> tuple[int, int]:
        """The words that spoke most for turning it away, from the first to before the last."""
        known = self.weights
        _, first, last = max(runs_of(reading), key=lambda run: known.get(run[0], 0.0))
        return first, last

    def limit_of(self, approved: Iterable[Reading]) -> float:
        """The likeness that is allowed beside these approved words: theirs, where it is above
        `LIMIT`. What people said of their own things is no reason to turn a writer's words away."""
        long = (reading for reading in approved if len(reading.words) >= FEWEST_WORDS)
        return max((LIMIT, *map(self.of, long)))


def runs_of(reading: Reading) -> Iterator[tuple[str, int, int]]:
    """Each run of up to `LONGEST_RUN` words of a sentence, its ends counting as words, with the
    places of its first word and after its last one."""
    start = 0
    for _, group in groupby(reading.words, _SENTENCE):
        words = [BEGIN, *[word.text for word in group], END]
        inside = len(words) - 2
        for length in range(1, LONGEST_RUN + 1):
            for at in range(len(words) - length + 1):
                first, last = max(at - 1, 0), min(at + length - 1, inside)
                if first < last:
                    yield " ".join(words[at : at + length]), start + first, start + last
        start += inside


def second_look(likeness: Likeness, limit: float, reading: Reading) -> Iterator[Finding]:
    """What is like words that were turned away, by the words that say so most."""
    if len(reading.words) >= FEWEST_WORDS and likeness.of(reading) > limit:
        first, last = likeness.most_telling(reading)
        yield finding(f.LIKENESS, reading.words[first].slot, reading.shown(first, last))
