"""A second look at a whole message: is it more like words that were turned away, or like good ones?

The tables know the turns of phrase that somebody thought of. This knows how runs of one to three
words were spread over the red team's rewrites, which people sorted into good ones and ones to turn
away (`rapport.science.turned_away`):

    likeness = bias + sum of the weights of a message's runs / sqrt(how many runs it has)

the logarithm of the odds. Beside an offer that was decided each word counts once more, by itself:
what is bought with 'free' there is promised for nothing elsewhere.

It is asked twice: where a model wrote the words and the tables found nothing (`second_look`), and
where they found no more than one doubt (`is_let_go`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import fsum, sqrt
from operator import attrgetter

from msgspec import Struct

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.clauses import clause_around
from rapport.core.copy_checks.findings import finding
from rapport.core.copy_checks.matching import Hit
from rapport.core.copy_checks.reading import Reading, Word
from rapport.core.creative.message import Finding
from rapport.core.creative.slots import CALL

LIMIT = -0.6
"""Above this a message is turned away: odds of five to nine, since what a miss does weighs more
than what a good message costs that is written once more. Brands whose approved words are above it
themselves have a limit of their own; see `Likeness.limit_of`."""

SURE = -2.25
"""Up to this a message reads well enough to let one doubt go: odds of one to nine and a half. The
doubtful sentence and clause themselves have to read better than words of which nothing is known,
so that nothing bad is let go for the good words around it."""

CLEARLY = 0.5
"""By how much the sentence has to."""

BUTTON = CALL
"""The slot that is left out: a few words that say what a click does, and say so to everybody."""

FEWEST_WORDS = 20
"""Of fewer words there is no telling: a single one would decide."""

FEWEST_APPROVED = 40
"""Words of an approved part that say how a brand writes: one short line does not."""

LONGEST_RUN = 3
BEGIN, END = "^", "$"
"""Stand for the two ends of a sentence in a run."""
OFFERED = "%"
"""Stands before a word that is said beside an offer."""

_SENTENCE = attrgetter("sentence")


class Likeness(Struct, frozen=True):
    """What was learnt: the weight of each run of words, larger where it was turned away more."""

    bias: float
    weights: Mapping[str, float]
    learnt_from: str = ""
    """The SHA-256 of the set's file, so that a set that grew is noticed."""

    def of(self, words: Sequence[Word], *, offered: bool = False) -> float:
        """How like words that were turned away; 0 is as like as not."""
        runs = runs_in(words, offered=offered)
        if not runs:
            return self.bias
        known = self.weights
        # Whatever the order of a set, the sum is the same to the bit.
        return self.bias + fsum(known[run] for run in runs & known.keys()) / sqrt(len(runs))

    def most_telling(self, words: Sequence[Word]) -> tuple[int, int]:
        """The words that spoke most for turning it away, from the first to before the last."""
        known = self.weights
        _, first, last = max(runs_of(words), key=lambda run: known.get(run[0], 0.0))
        return first, last

    def limit_of(self, approved: Iterable[tuple[Sequence[Word], bool]]) -> float:
        """The likeness that is allowed beside these approved words, each with whether they tell an
        offer: theirs, where it is above `LIMIT`. What people said of their own things is no reason
        to turn a writer's words away."""
        long = ((words, offered) for words, offered in approved if len(words) >= FEWEST_APPROVED)
        return max((LIMIT, *(self.of(words, offered=offered) for words, offered in long)))


def runs_in(words: Sequence[Word], *, offered: bool) -> frozenset[str]:
    """What words are known by: their runs, and beside an offer each word once more as `% word`."""
    runs = {text for text, _, _ in runs_of(words)}
    if offered:
        runs |= {f"{OFFERED} {text}" for text in runs if " " not in text}
    return frozenset(runs)


def runs_of(words: Sequence[Word]) -> Iterator[tuple[str, int, int]]:
    """Each run of up to `LONGEST_RUN` words of a sentence, its ends counting as words, with the
    places of its first word and after its last one."""
    start = 0
    for _, group in groupby(words, _SENTENCE):
        sentence = [BEGIN, *[word.text for word in group], END]
        inside = len(sentence) - 2
        for length in range(1, LONGEST_RUN + 1):
            for at in range(len(sentence) - length + 1):
                first, last = max(at - 1, 0), min(at + length - 1, inside)
                if first < last:
                    yield " ".join(sentence[at : at + length]), start + first, start + last
        start += inside


def second_look(
    likeness: Likeness, limit: float, reading: Reading, *, offered: bool
) -> Iterator[Finding]:
    """What is like words that were turned away, by the words that say so most."""
    words = reading.words
    if len(words) >= FEWEST_WORDS and likeness.of(words, offered=offered) > limit:
        first, last = likeness.most_telling(words)
        yield finding(f.LIKENESS, words[first].slot, reading.shown(first, last))


def is_let_go(
    likeness: Likeness, reading: Reading, doubts: Iterable[Hit], *, offered: bool
) -> bool:
    """Whether a message reads so well that a doubt about the words of these hits is none: all of
    it, and the sentence and the clause of each by themselves.

    A doubt about the button stays: there is too little around it to tell by.
    """
    words = [word for word in reading.words if word.slot != BUTTON]
    if len(words) < FEWEST_WORDS or likeness.of(words, offered=offered) > SURE:
        return False
    for hit in doubts:
        number = reading.words[hit.first].sentence
        sentence = [word for word in words if word.sentence == number]
        if likeness.of(sentence, offered=offered) >= likeness.bias - CLEARLY:
            return False
        if likeness.of(clause_around(reading, hit), offered=offered) >= likeness.bias:
            return False
    return True
