"""How the checks read a message: its words made plain, whatever letters they were written with.

Words lose case, accents, look-alike letters and contractions ("Don’t" is `do not`), so that a table
needs to name each once. Words that were pulled apart ("f r e e", "sa-le", "dis count") are put
together again in a second reading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from itertools import accumulate
from operator import add

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.copy_checks.letters import bare, folded, word_set

PLACEHOLDER = re.compile(r"\{\{\s*([a-z_][\w.]*)\s*\}\}")
"""A placeholder as a writer may use it: the name of one fact and nothing else."""

SHORTEST_JOINED = 4
LONGEST_JOINED = 16
SHORT_SENTENCE = 2

_TOKEN = re.compile(
    r"(?P<fact>\{\{.{0,1000}?\}\}|\{%.{0,1000}?%\})"
    r"|(?P<word>[^\W\d_]+(?:['’ʼ`´‘＇][^\W\d_]+)*)"
    r"|(?P<end>[.!?…]+(?=[\s\"'”’)]|$)|\n\s*\n)",
    re.DOTALL,
)
_SPACES = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
"""All white space that is not one plain space; single ones are left, since most are."""
_ODD_SPACE = re.compile(r"[^\S\n ]")
_THREE_LETTERS = re.compile(r"(?<!\S)[^\W\d_] [^\W\d_] [^\W\d_](?!\S)")
_BETWEEN = re.compile(
    r"[\"'”’)\s](?:(?<=[.!?…][\"'”’)])[\"'”’)]*\s+|(?<=[.!?…]\s)\s*|(?<=\n)\s*\n)"
)
"""What stands between two sentences: white space after their end, or an empty line."""
_ENDINGS = {
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'d": "would",
    "'m": "am",
    "n't": "not",
}
_WHOLE = {
    "won't": ("will", "not"), "wont": ("will", "not"), "can't": ("can", "not"),
    "cant": ("can", "not"), "cannot": ("can", "not"), "shan't": ("shall", "not"),
    "dont": ("do", "not"), "doesnt": ("does", "not"), "didnt": ("did", "not"),
    "isnt": ("is", "not"), "wasnt": ("was", "not"), "couldnt": ("could", "not"),
    "wouldnt": ("would", "not"), "shouldnt": ("should", "not"), "youre": ("you", "are"),
    "youve": ("you", "have"), "youll": ("you", "will"), "weve": ("we", "have"),
    "theyre": ("they", "are"), "theyve": ("they", "have"), "ive": ("i", "have"),
    "im": ("i", "am"), "ill": ("i", "will"), "arent": ("are", "not"),
    "havent": ("have", "not"), "hasnt": ("has", "not"), "youd": ("you", "would"),
    "theyll": ("they", "will"), "theres": ("there", "is"), "heres": ("here", "is"),
    "whats": ("what", "is"), "thats": ("that", "is"), "ain't": ("is", "not"),
    "let's": ("let", "us"),
    "y'all": ("you", "all"), "gonna": ("going", "to"), "gotta": ("got", "to"),
    "wanna": ("want", "to"), "o'clock": ("oclock",), "mums": ("mums",),
    "everyones": ("everyone", "is"), "everybodys": ("everybody", "is"),
}  # fmt: skip
MADE_OF_OTHERS = frozenset(
    {"is", "i", "would", *_ENDINGS.values(), *(word for words in _WHOLE.values() for word in words)}
)
"""Plain words that a text may have without their letters: `not`, as in "don't"."""
_IS_AFTER = word_set(
    "it that this there here what who where how when he she everything nothing something"
)

_SMALL = word_set(
    "a an and are as at be by can do for from had has have he if in is it me my no not of off on "
    "one or our out over she so some that the them they this to under up us was we what who with "
    "you your any every some getting other body thing where more"
)
"""Words that stand beside others by right, and make no new one with them."""


class Word(Struct, frozen=True, gc=False):
    """One plain word of a message, or a placeholder as `{offer.value}`."""

    text: str
    slot: str
    start: int
    end: int
    """Where it stands in its slot, as characters of `Reading.texts`."""
    sentence: int


class Reading(Struct, frozen=True, dict=True):
    """A message's words in order. `texts` are its slots without what cannot be seen."""

    texts: Mapping[str, str]
    words: tuple[Word, ...]

    @cached_property
    def plain(self) -> list[str]:
        """The words' texts alone: most checks look at these, and closely only where they must."""
        return [word.text for word in self.words]

    @cached_property
    def by_slot(self) -> Mapping[str, slice]:
        """Where the words of each slot that has any stand among all."""
        counts = Counter([word.slot for word in self.words])
        ends = accumulate(counts.values())
        return {
            slot: slice(end - counts[slot], end) for slot, end in zip(counts, ends, strict=True)
        }

    def shown(self, first: int, last: int) -> str:
        """The words from `first` to before `last`, as they were written."""
        start, end = self.words[first], self.words[last - 1]
        return " ".join(self.texts[start.slot][start.start : end.end].split())[:80]


def read(slots: Mapping[str, str]) -> Reading:
    """The words of a message, slot by slot."""
    texts = {slot: _evenly_spaced(bare(text)) for slot, text in slots.items()}
    words: list[Word] = []
    sentence = 0
    for slot, text in texts.items():
        sentence = _read_slot(slot, text, words, sentence + 1)
    return Reading(texts, tuple(words))


def _evenly_spaced(text: str) -> str:
    return _SPACES.sub(" ", text) if "  " in text or _ODD_SPACE.search(text) else text


def _read_slot(slot: str, text: str, words: list[Word], sentence: int) -> int:
    """Adds a slot's words; the number of its last sentence."""
    here = 0
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "end":
            if here > SHORT_SENTENCE or "\n" in match[0]:
                sentence, here = sentence + 1, 0
            continue
        found = _fact(match[0]) if match.lastgroup == "fact" else plain(match[0])
        start, end = match.span()
        for word in found:
            words.append(Word(word, slot, start, end, sentence))
            here += 1
    return sentence


def _fact(source: str) -> tuple[str, ...]:
    named = PLACEHOLDER.fullmatch(source)
    return (f"{{{named[1] if named else '?'}}}",)


@lru_cache(maxsize=16_384)
def plain(word: str) -> tuple[str, ...]:
    """A written word as the plain words it stands for; possessives lose their s."""
    text = folded(word)
    if word == "Id":
        return ("i", "would")
    endings: tuple[str, ...] = ()
    while text not in _WHOLE and "'" in text:
        ending = next(filter(text.endswith, _ENDINGS), "")
        if not ending:
            return (*_possessive(text), *endings)
        text, endings = folded(text.removesuffix(ending)), (_ENDINGS[ending], *endings)
    return (*_WHOLE.get(text, (text,)), *endings)


def _possessive(text: str) -> tuple[str, ...]:
    stem, _, rest = text.rpartition("'")
    if rest == "s":
        return (stem, "is") if stem in _IS_AFTER else (stem.replace("'", ""),)
    return (text.replace("'", ""),)


def rejoined(reading: Reading, known: Set[str]) -> Reading | None:
    """The sentences with words that were pulled apart, put together; None where there are none.

    `known` are the words that the tables look for. Single letters in a row become one word;
    neighbours become one where that is a known word. Sentences without such words are left out:
    they would read as they did before.
    """
    texts = reading.plain
    pairs = list(map(add, texts, texts[1:]))
    threes = list(map(add, pairs, texts[2:]))
    letters = bytes([True] * 3) in bytes([len(text) == 1 for text in texts])
    spelt = letters and _THREE_LETTERS.search(" ".join(texts))
    if not spelt and known.isdisjoint(pairs) and known.isdisjoint(threes):
        return None
    likely = {at for at, text in enumerate(pairs) if text in known}
    likely |= {at for at, text in enumerate(threes) if text in known}
    words, joined, at = reading.words, [], 0
    changed: set[int] = set()
    while at < len(words):
        length = _spelt(words, at) if spelt else 0
        if not length and at in likely:
            length = _split(words, at, known)
        if not length:
            joined.append(words[at])
            at += 1
            continue
        parts = words[at : at + length]
        text = "".join(part.text for part in parts)
        joined.append(replace(parts[0], text=text, end=parts[-1].end))
        changed.update(part.sentence for part in parts)
        at += length
    if not changed:
        return None
    return Reading(reading.texts, tuple(word for word in joined if word.sentence in changed))


def _spelt(words: Sequence[Word], at: int) -> int:
    """How many single letters stand in a row here, where there are three or more."""
    end = at
    while end < len(words) and len(words[end].text) == 1 and words[end].slot == words[at].slot:
        end += 1
    return end - at if end - at >= 3 else 0


def _split(words: Sequence[Word], at: int, known: Set[str]) -> int:
    """How many words here make one that is looked for."""
    text = words[at].text
    for count in (2, 3):
        if at + count > len(words) or words[at + count - 1].slot != words[at].slot:
            break
        text += words[at + count - 1].text
        whole = all(word.text in known or word.text in _SMALL for word in words[at : at + count])
        if SHORTEST_JOINED <= len(text) <= LONGEST_JOINED and text in known and not whole:
            return count
    return 0


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, without white space at their ends."""
    for part in _BETWEEN.split(text):
        if part and part.strip():
            yield part.strip()
