"""Whether words make sentences: what a model writes when it loses the thread.

Only what no careful writer puts down: the same word over and over, articles before nothing, words
without vowels, shouting. It knows no grammar, so a sentence of well-placed nonsense gets past it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, product, starmap
from operator import eq

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.findings import finding
from rapport.core.copy_checks.letters import word_set
from rapport.core.copy_checks.reading import PLACEHOLDER, Reading, Word
from rapport.core.creative.message import Finding

SHOUTED_WORDS = 6
SHOUTED_SHARE = 0.8
MOST_EXCLAMATIONS = 4
SAME_IN_A_ROW = 3
SAME_PAIR = 4
SAME_SMALL_PAIR = 5
DOUBLED = 2
SMALL_IN_A_ROW = 6
LONG = 9
"""Letters of the shortest word that may be one of three letters, three times."""

_EXCLAIMED = re.compile(r"[!?]{3,}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_INSIDE_ITSELF = re.compile(r"([^\W\d_]{3,40})\1{2,}", re.IGNORECASE)
"""Up to a length that no word has: without one, a word of a thousand letters would take long."""
_HANGING = re.compile(
    r"(?<![\w'’-])(?<![Oo]h )(?:(?:a|the|an|my|your|our|their)(?=[.;!?](?:\s|$)|,\s(?!\w+,))"
    r"|(?:unless|and|or|than|if|if be)(?=[.;](?:\s|$)))"
)
"""An article or a joint with nothing after it; an aside ("the, well, kettle") is let pass."""
_SIGN_AFTER = re.compile(
    r"[.,;!?](?:(?<=\ba.)|(?<=\b(?:an|my|or|if|be).)|(?<=\b(?:the|our|and).)|(?<=\b(?:your|than).)"
    r"|(?<=\btheir.)|(?<=\bunless.))"
)
"""Quick to look for, since it begins with the sign and only then looks what word is before it."""

_ARTICLES = word_set("the a an my your our their")
_NEVER_AFTER_ARTICLES = word_set(
    "the a an is are was were be been and or if of to for with you me us we they he she i it them "
    "when because unless but so from at by has have had will can could would should my your our"
)
_CLASHING = frozenset(product(_ARTICLES, _NEVER_AFTER_ARTICLES))
_NEVER_TWICE = word_set("the a an of to and with for from my your our or but this if as at by")
_JOINTS = word_set("if and or but then when while unless because of than")
_SMALL = word_set(
    "the a an is and or if of to for with you me us we they it them when because unless but so "
    "from at by then than while not in on be as your my our"
)
_MAY_BE_DOUBLED = word_set(
    "very that had so ha no ho tut there now knock tap drip tick really far dun dum da la ding "
    "dong beep boing bang woof miaow meow purr moo baa quack cluck tweet hop ring tock plop "
    "splash hush hee boo bye"
)
_NO_VOWELS = re.compile(r"(?=[^\W\d_]{3,})[^\W\d_aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœ]{3,}")
_SOUNDS = re.compile(
    r"(?:h+m+(?:p+[hf]+)?|m+h?m*f*|s+h+|p+s+t+|b+r+|g+r+|t+s+k+|p+f+t*|b*z+t*|f+t+|n+th|p+h+)s?"
)
_SHORT_FORMS = word_set(
    "mrs ltd tbsp html nth cwm crwth dvd dvds cds lps pdf tv str dr mr pm rsvp diy www spf pvc "
    "bmx mtb xxs xxl xxxl lcd mph kph rpm khz mdf bbq pjs phd mgs kgs"
)
_HYPHENS = frozenset("-\u2010\u2011")
_MISTYPED = word_set(
    "teh hte adn nad taht tath waht wiht wih thsi tihs yuo yuor yoru jsut becuase beacuse recieve "
    "thier freind wich whcih tehre ligth lihgt mornng buisness orderd baskte baksets cuold woudl "
    "shuold wolud knwo liek sicne befroe afetr agian becasue belive definately occured "
    "seperate untill wierd thorugh htis ot fo amogn coms"
)


def makes_no_sense(reading: Reading) -> Iterator[Finding]:
    """The first place of each slot where words stop being sentences, or are shouted."""
    may_be_stuck = _may_be_stuck(reading)
    may_be_garbled = any(map(_is_garbled, reading.plain))
    for slot, text in reading.texts.items():
        words = reading.words[reading.by_slot.get(slot, slice(0))]
        plain = PLACEHOLDER.sub("Fact", text)
        found = _shouted(plain) or _broken(plain)
        found = found or (_stuck(words, text) if may_be_stuck else "")
        found = found or (_garbled(words) if may_be_garbled else "")
        if found:
            yield finding(f.SENSE, slot, found[:80])


def _shouted(text: str) -> str:
    """One exclamation after another, or capitals throughout with any at all.

    Capitals alone are a matter of style: some brands set all their headlines so.
    """
    exclaimed = text.count("!")
    if exclaimed + text.count("?") < 2:
        return ""
    shouts = _EXCLAIMED.findall(text)
    if len(shouts) > 1 or exclaimed > MOST_EXCLAMATIONS:
        return shouts[0] if shouts else "!"
    words = _LETTERS.findall(text)
    loud = sum(word.isupper() for word in words)
    if exclaimed > 1 and len(words) >= SHOUTED_WORDS and loud >= SHOUTED_SHARE * len(words):
        return " ".join(words[:4])
    return ""


def _broken(text: str) -> str:
    match = _SIGN_AFTER.search(text) and _HANGING.search(text)
    if match is None:
        return ""
    return text[max(0, match.start() - 20) : match.end() + 1].strip()


def _may_be_stuck(reading: Reading) -> bool:
    """A quick look at a whole message: where this is False, `_stuck` finds nothing in its slots."""
    pairs = Counter(pairwise(reading.plain))
    return (
        any(starmap(eq, pairs))
        or not _CLASHING.isdisjoint(pairs)
        or max(pairs.values(), default=0) >= SAME_PAIR
        or bytes([True] * SMALL_IN_A_ROW) in bytes(map(_SMALL.__contains__, reading.plain))
    )


def _stuck(words: Sequence[Word], text: str) -> str:
    """Words that come again and again, or cannot follow each other."""
    texts = [word.text for word in words]
    pairs = list(pairwise(texts))
    doubled: list[str] = []
    for at, (one, two) in enumerate(pairs):
        if one == two:
            if _apart(words, at, text):
                continue
            if one in _NEVER_TWICE or _row(words, at, text) >= SAME_IN_A_ROW:
                if one not in _MAY_BE_DOUBLED:
                    return f"{one} {two}"
            elif one not in _MAY_BE_DOUBLED:
                doubled.append(f"{one} {two}")
        elif (one, two) in _CLASHING and not _apart(words, at, text) and _clash(words, at, text):
            return f"{one} {two}"
    if len(doubled) >= DOUBLED:
        return doubled[0]
    return _nothing_but_small(words, texts, text) or _again_and_again(words, pairs)


def _clash(words: Sequence[Word], at: int, text: str) -> bool:
    """Whether the two are no grammar: not the letter in "Plan A is" or "A to Z", not the beginning
    of a word such as "to-do" or "so-called", no can and nobody's last will."""
    one, two = words[at], words[at + 1]
    if text[two.end : two.end + 1] in _HYPHENS or two.text in {"can", "will"}:
        return False
    if (one.text, text[two.start : two.end]) == ("an", "A"):
        return False
    letter = text[one.start : one.end] == "A"
    named = text[: one.start].rstrip()[-1:].isalnum()
    return not (letter and (named or two.text == "to"))


def _apart(words: Sequence[Word], at: int, text: str) -> bool:
    """Whether more than a space stands between a word and the next."""
    one, two = words[at], words[at + 1]
    return one.sentence != two.sentence or not text[one.end : two.start].isspace()


def _row(words: Sequence[Word], at: int, text: str) -> int:
    """How many times the word stands in a row from here."""
    row = 1
    while (
        at + row < len(words)
        and words[at + row].text == words[at].text
        and not _apart(words, at + row - 1, text)
    ):
        row += 1
    return row


def _nothing_but_small(words: Sequence[Word], texts: list[str], text: str) -> str:
    """A joint at the end of many small words: "the to if with of then and"."""
    run = 0
    for at, word in enumerate(texts):
        noun = word == "while" and at and texts[at - 1] == "a"
        run = run + 1 if word in _SMALL and at and not noun else 0
        if run < SMALL_IN_A_ROW or word not in _JOINTS:
            continue
        if not any(_apart(words, at - back, text) for back in range(1, SMALL_IN_A_ROW + 1)):
            return f"{texts[at - 1]} {word}"
    return ""


def _again_and_again(words: Sequence[Word], pairs: list[tuple[str, str]]) -> str:
    """Two neighbours that one sentence has too often."""
    for (one, two), count in Counter(pairs).most_common(3):
        if count < SAME_PAIR:
            break
        if one in _SMALL and two in _SMALL and count < SAME_SMALL_PAIR:
            continue  # "if it isn't me, it's her; if it isn't her, it's the cat"
        where = Counter(
            words[at].sentence
            for at, pair in enumerate(pairs)
            if pair == (one, two) and words[at].sentence == words[at + 1].sentence
        )
        if max(where.values(), default=0) >= SAME_PAIR:
            return f"{one} {two}"
    return ""


def _garbled(words: Sequence[Word]) -> str:
    """A word that is none: without vowels, stuck in itself, or mistyped as hurried fingers do."""
    return next((word.text for word in words if _is_garbled(word.text)), "")


@lru_cache(maxsize=16_384)
def _is_garbled(word: str) -> bool:
    if word in _MISTYPED or (len(word) >= LONG and _INSIDE_ITSELF.search(word)):
        return True
    return (
        len(word) > 2
        and word.isalpha()
        and bool(_NO_VOWELS.fullmatch(word))
        and word not in _SHORT_FORMS
        and not _SOUNDS.fullmatch(word)
    )
