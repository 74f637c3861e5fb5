"""Whether words make sentences: what a model writes when it loses the thread.

Only what no careful writer puts down: the same word over and over, articles before nothing, words
without vowels, shouting. It knows no grammar, so a sentence of well-placed nonsense gets past it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.findings import finding
from rapport.core.copy_checks.letters import word_set
from rapport.core.copy_checks.reading import PLACEHOLDER, Reading, Word
from rapport.core.message import Finding

SHOUTED_WORDS = 6
SHOUTED_SHARE = 0.8
MOST_EXCLAMATIONS = 4
SAME_IN_A_ROW = 3
SAME_PAIR = 4
DOUBLED = 2
SMALL_IN_A_ROW = 6

_EXCLAIMED = re.compile(r"[!?]{3,}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_INSIDE_ITSELF = re.compile(r"([^\W\d_]{3,})\1{2,}", re.IGNORECASE)
_HANGING = re.compile(
    r"(?<![\w'’-])(?:(?:a|the|an|my|your|our|their)(?=[.;!?](?:\s|$)|,\s(?!\w+,))"
    r"|(?:unless|and|or|than|if|if be)(?=[.;](?:\s|$)))"
)
"""An article or a joint with nothing after it; an aside ("the, well, kettle") is let pass."""

_ARTICLES = word_set("the a an my your our their")
_NEVER_AFTER_ARTICLES = word_set(
    "the a an is are was were be been and or if of to for with you me us we they he she i it them "
    "when because unless but so from at by has have had will can could would should my your our"
)
_NEVER_TWICE = word_set("the a an of to and with for from my your our or but this if as at by")
_JOINTS = word_set("if and or but then when while unless because of than")
_SMALL = word_set(
    "the a an is and or if of to for with you me us we they it them when because unless but so "
    "from at by then than while not in on be as your my our"
)
_MAY_BE_DOUBLED = word_set("very that had so ha no ho tut there now knock tap drip tick really far")
_NO_VOWELS = re.compile(r"(?=[^\W\d_]{3,})[^\W\d_aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœ]{3,}")
_SOUNDS = re.compile(r"(?:h+m+|m+h?m*|s+h+|p+s+t+|b+r+|g+r+|t+s+k+|p+f+t+|z+|n+th|p+h+)s?")
_SHORT_FORMS = word_set("mrs ltd tbsp html nth cwm crwth dvd pdf tv str dr mr pm rsvp diy www")
_MISTYPED = word_set(
    "teh hte adn nad taht tath waht wiht wih thsi tihs yuo yuor yoru jsut becuase beacuse recieve "
    "thier freind wich whcih tehre ligth lihgt mornng buisness orderd baskte baksets cuold woudl "
    "shuold wolud knwo liek sicne befroe afetr agian becasue belive definately occured "
    "seperate untill wierd thorugh htis ot fo amogn coms"
)


def makes_no_sense(reading: Reading) -> Iterator[Finding]:
    """The first place of each slot where words stop being sentences, or are shouted."""
    by_slot: dict[str, list[Word]] = {}
    for word in reading.words:
        by_slot.setdefault(word.slot, []).append(word)
    for slot, text in reading.texts.items():
        words = by_slot.get(slot, [])
        plain = PLACEHOLDER.sub("Fact", text)
        found = _shouted(plain) or _broken(plain) or _stuck(words, text) or _garbled(words)
        if found:
            yield finding(f.SENSE, slot, found[:80])


def _shouted(text: str) -> str:
    """One exclamation after another, or capitals throughout with any at all.

    Capitals alone are a matter of style: some brands set all their headlines so.
    """
    shouts = _EXCLAIMED.findall(text)
    if len(shouts) > 1 or text.count("!") > MOST_EXCLAMATIONS:
        return shouts[0] if shouts else "!"
    words = _LETTERS.findall(text)
    loud = sum(word.isupper() for word in words)
    if text.count("!") > 1 and len(words) >= SHOUTED_WORDS and loud >= SHOUTED_SHARE * len(words):
        return " ".join(words[:4])
    return ""


def _broken(text: str) -> str:
    match = _INSIDE_ITSELF.search(text) or _HANGING.search(text)
    if match is None:
        return ""
    return text[max(0, match.start() - 20) : match.end() + 1].strip()


def _stuck(words: list[Word], text: str) -> str:
    """Words that come again and again, or cannot follow each other."""
    row, small = 1, 0
    doubled: list[str] = []
    pairs: Counter[tuple[int, str, str]] = Counter()
    for one, two in pairwise(words):
        small = small + 1 if two.text in _SMALL else 0
        if one.sentence != two.sentence:
            row, small = 1, 0
            continue
        between = text[one.end : two.start]
        apart = not between.isspace()
        shown = f"{one.text} {two.text}"
        row = row + 1 if one.text == two.text and not apart else 1
        pairs[one.sentence, one.text, two.text] += 1
        if row >= SAME_IN_A_ROW and one.text not in _MAY_BE_DOUBLED:
            return f"{shown} {two.text}"
        if apart:
            small = 0
            continue
        if one.text == two.text:
            if one.text in _NEVER_TWICE:
                return shown
            if one.text not in _MAY_BE_DOUBLED:
                doubled.append(shown)
        if one.text in _ARTICLES and two.text in _NEVER_AFTER_ARTICLES:
            return shown
        if small >= SMALL_IN_A_ROW and two.text in _JOINTS:
            return shown
    if len(doubled) >= DOUBLED:
        return doubled[0]
    often = next((pair for pair, count in pairs.items() if count >= SAME_PAIR), None)
    return " ".join(often[1:]) if often else ""


def _garbled(words: list[Word]) -> str:
    """A word that is none: without vowels, or mistyped as hurried fingers do."""
    for word in words:
        if word.text in _MISTYPED:
            return word.text
        if (
            len(word.text) > 2
            and word.text.isalpha()
            and _NO_VOWELS.fullmatch(word.text)
            and word.text not in _SHORT_FORMS
            and not _SOUNDS.fullmatch(word.text)
        ):
            return word.text
    return ""
