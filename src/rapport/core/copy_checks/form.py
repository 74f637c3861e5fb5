"""The form of a rewrite: its slots, its placeholders, its lengths, and what it says twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.findings import finding
from rapport.core.copy_checks.reading import PLACEHOLDER, Reading, sentences
from rapport.core.creative.framework import NO_OFFER, Slot
from rapport.core.creative.message import Finding
from rapport.core.creative.slots import (
    BODY,
    CALL,
    HEADLINE,
    LINES_OF_THE_INBOX,
    OFFER_LINE,
    SUBJECT,
)
from rapport.core.offer import IN_FIGURES, Offer

ONE_LINE = ("subject", "preheader", "headline", "cta")
"""Slots whose words are on one line; the others may have paragraphs."""

LONGEST_RUN_SHARED = 8
"""Too many words in a row to stand in two slots."""
LONGEST_RUN_FROM_INBOX = 11
"""The same for a body and a line of the inbox, which is gone by then: who says there that this is
the last letter says so again in it."""
SAME_SENTENCE = 4
NEARLY_SAME = 0.8
NEARLY_SAME_WORDS = 5
SAID_AGAIN = 0.5

CODE, VALUE, MINIMUM = "offer.code", "offer.value", "offer.minimum"

_OF_A_CODE = re.compile(r"(?<![.\w])code\b", re.IGNORECASE)

LONGEST_CALL_SHARED = 4
"""A button may take up the few words of a subject or headline: "Finish your order"."""

_BRACES = re.compile(r"[{}](?:(?<=\{)(?:\{.{0,1000}?\}\}|%.{0,1000}?%\}))?", re.DOTALL)
"""No placeholder is longer; thousands of braces that nothing closes would take seconds."""
_WORDS = re.compile(r"\w+")
_BESIDE_BRACES = re.compile(
    r"[{}](?:(?<=[^\W_]\{)\{|(?<=[-+×x]\{)\{|(?<=\})\}(?:[^\W_]|[*+\-]\d|\s?\{\{))"
)
"""What anything glued has in it; begins with a brace, which makes it quick to look for."""
_GLUED = re.compile(
    r"[^\W_]\{\{|\}\}(?!['’]s\b)[^\W_]|\}\}\s?\{\{|\}\}[*+\-]?\d|[-+×x]\{\{", re.DOTALL
)


def slots_known(slots: Mapping[str, str], known: Mapping[str, Slot]) -> Iterator[Finding]:
    """Slots that the framework has, each with words; headers and buttons on one line."""
    for key, text in slots.items():
        slot = known.get(key)
        if slot is None:
            yield Finding(f.SLOT, key, "unknown slot", f"the slots are {', '.join(known)}")
        elif not text.strip() and slot.required:
            yield Finding(f.SLOT, key, "no words", "write words, or leave the slot out")
        elif key in ONE_LINE and ("\n" in text.strip() or "\r" in text):
            yield Finding(f.SLOT, key, "a line break", "keep it on one line")


def placeholders(
    slots: Mapping[str, str], facts: frozenset[str], offer: Offer | None
) -> Iterator[Finding]:
    """Every placeholder names one fact that there is, and stands apart from other letters."""
    for key, text in slots.items():
        for match in _BRACES.finditer(text):
            written = match[0][:60]
            named = PLACEHOLDER.fullmatch(match[0])
            if named is None:
                yield finding(f.MARKUP, key, written)
            elif named[1] not in facts:
                yield Finding(f.PLACEHOLDER, key, written, _known(named[1], facts))
            elif offer is not None and not offer_has(offer, named[1]):
                advice = f"there is none for the offer '{offer.key}': leave it out"
                yield Finding(f.MISSING_FACT, key, written, advice)
        if "{" in text and _BESIDE_BRACES.search(text) and (glued := _GLUED.search(text)):
            around = text[max(0, glued.start() - 12) : glued.end() + 12]
            advice = "put a space or a full stop between a placeholder and what is beside it"
            yield Finding(f.PLACEHOLDER, key, around, advice)


def _known(name: str, facts: Iterable[str]) -> str:
    group = name.partition(".")[0] + "."
    near = sorted(fact for fact in facts if fact.startswith(group)) or sorted(facts)
    return f"unknown fact '{name}': there are {', '.join(near[:12])}"


def offer_has(offer: Offer, path: str) -> bool:
    """Whether an offer has the fact of that path; True for facts that are not the offer's."""
    if not path.startswith("offer."):
        return True
    if offer.key == NO_OFFER:
        return path == "offer.key"
    return {
        "offer.code": bool(offer.code),
        "offer.ends": offer.lasts > 0,
        "offer.minimum": offer.min_total > 0,
    }.get(path, True)


def offer_named(
    slots: Mapping[str, str], offer: Offer | None, required: frozenset[str]
) -> Iterator[Finding]:
    """An offer that was decided is named, with all that approved words always say of it.

    But for its minimum, which a message that leaves it out says by itself
    (`rapport.core.creative.promise`); words that deny it are found by the tables. And but for the
    code, where the approved offer's line stays and nobody speaks of a code: it stands there. What
    is worth no figure, such as delivery, is then named in words, and its end shows that it is.
    """
    used = {name for text in slots.values() for name in PLACEHOLDER.findall(text)}
    of_code = OFFER_LINE in slots or any(map(_OF_A_CODE.search, slots.values()))
    said_anyway = {MINIMUM} if of_code else {MINIMUM, CODE}
    if offer is None:
        said = any(name.startswith("offer.") for name in used)
        wanted = {CODE} if said and CODE in required else set()
    elif offer.key == NO_OFFER:
        return
    else:
        wanted = set(required)
        named = {VALUE, "offer.label", CODE}
        if not of_code and offer.kind not in IN_FIGURES:
            named.add("offer.ends")
        if not used & named:
            wanted.add(VALUE)
    for name in sorted(wanted - used - said_anyway):
        yield Finding(f.PLACEHOLDER, OFFER_LINE, f"{name} is not named", f"name {{{{ {name} }}}}")


def lengths(
    slots: Mapping[str, str], known: Mapping[str, Slot], longest: Mapping[str, int]
) -> Iterator[Finding]:
    """Each slot fits with the longest facts that there are filled in."""
    for key, text in slots.items():
        slot = known.get(key)
        if slot is None:
            continue
        length = len(PLACEHOLDER.sub("", text.strip()))
        length += sum(longest.get(name, 0) for name in PLACEHOLDER.findall(text))
        if length > slot.max_chars:
            advice = f"at most {slot.max_chars} with the longest facts filled in: shorten it"
            yield Finding(f.LENGTH, key, f"{length} characters", advice)


# --- Repetition -------------------------------------------------------------------------------


def repetition(reading: Reading) -> Iterator[Finding]:
    """The same words in two slots, or the same sentence twice."""
    by_slot = _by_slot(reading)
    for one, other in combinations(by_slot, 2):
        run = _longest_run(one, other)
        same = _shared(by_slot[one], by_slot[other]) or _run_in_both(
            by_slot[one], by_slot[other], run
        )
        if same and not _may_repeat(one, other, by_slot):
            yield _repeated(other, " ".join(same), f"it stands in the {one} already")
    for slot, text in reading.texts.items():
        said = list(sentences(text))
        if len(said) < 2:
            continue
        seen: set[tuple[str, ...]] = set()
        for sentence in said:
            words = tuple(_WORDS.findall(sentence.lower()))
            if len(words) >= SAME_SENTENCE and words in seen:
                yield _repeated(slot, sentence, "it is said twice")
            seen.add(words)


def _may_repeat(one: str, other: str, by_slot: Mapping[str, Sequence[str]]) -> bool:
    pair = {one, other}
    if HEADLINE in pair and pair & LINES_OF_THE_INBOX:
        return True
    short_call = len(by_slot.get(CALL, ())) <= LONGEST_CALL_SHARED
    return short_call and CALL in pair and bool(pair & {SUBJECT, HEADLINE})


def _longest_run(one: str, other: str) -> int:
    """How many words in a row are too many to stand in both of two slots."""
    from_inbox = BODY in (one, other) and not LINES_OF_THE_INBOX.isdisjoint((one, other))
    return LONGEST_RUN_FROM_INBOX if from_inbox else LONGEST_RUN_SHARED


def said_before(reading: Reading, earlier: Sequence[Reading]) -> Iterator[Finding]:
    """What an earlier message to the same person said already."""
    now = _by_slot(reading)
    for message in earlier:
        before = _by_slot(message)
        for slot, words in now.items():
            other = before.get(slot, [])
            same = len(words) >= SAME_SENTENCE and _likeness(words, other) >= SAID_AGAIN
            if same and slot in ("subject", "body"):
                yield _repeated(slot, " ".join(words), "an earlier message said so already")


def _by_slot(reading: Reading) -> dict[str, list[str]]:
    return {slot: reading.plain[here] for slot, here in reading.by_slot.items()}


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Share of the pairs of neighbours of `one` that `other` has, too."""
    pairs = set(pairwise(one))
    return len(pairs & set(pairwise(other))) / max(1, len(pairs))


def _shared(one: Sequence[str], other: Sequence[str]) -> Sequence[str]:
    """The words of the shorter of two slots, where the other has nearly all of them."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) >= 2 and short == long:
        return short
    if len(short) >= NEARLY_SAME_WORDS and len(long) <= 2 * len(short):
        a, b = set(short), set(long)
        if len(a & b) >= NEARLY_SAME * len(a | b):
            return short
    return ()


def _run_in_both(one: Sequence[str], other: Sequence[str], length: int) -> Sequence[str]:
    """Words in a row that are too many to stand in two slots; looks closely only where it must."""
    if not _may_share(one, other, length):
        return ()
    return min(_runs(one, length) & _runs(other, length), default=())


def _may_share(one: Sequence[str], other: Sequence[str], length: int) -> bool:
    """A quick look: whether the longer of two slots has one of the shorter's stretches of words.

    A run that both have is long enough to hold one of these stretches whole, wherever it begins.
    """
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) < length:
        return False
    said, stretch = " ".join(long), length // 2
    return any(
        " ".join(short[at : at + stretch]) in said
        for at in range(0, len(short) - stretch + 1, stretch)
    )


def _runs(words: Sequence[str], length: int) -> set[tuple[str, ...]]:
    """All the words in a row that are too many to stand in another slot as well."""
    return set(zip(*(words[start:] for start in range(length)), strict=False))


def _repeated(slot: str, words: str, why: str) -> Finding:
    return Finding(f.REPETITION, slot, words[:80], f"{why}: say something new")
