"""What a framework says besides its words, as somebody would say it who never reads a file."""

from __future__ import annotations

from collections.abc import Sequence

from rapport.app.explaining.rules_in_words import labels_of, rule_in_words
from rapport.app.wording.lengths import length
from rapport.core.creative.framework import CART, NOTHING, ORDER, VIEWED, Framework, Level, Slot
from rapport.core.creative.modes import APPROVED, FREE, REVIEW, SAMPLE, Writing
from rapport.core.offer import Offer

ABOUT = {
    CART: "About an open basket",
    VIEWED: "About products looked at",
    ORDER: "About the last order",
    NOTHING: "About nothing in particular",
}
MODES = {
    APPROVED: "Approved words only",
    REVIEW: "A model may write, and a person sees each draft first",
    SAMPLE: "A model may write, and a person sees a share of it first",
    FREE: "A model may write, and what passes every check goes out",
}

NAME, SUBJECT, DECLINED = "Name", "What it is about", "What people may decline"
OFFERS, WRITER = "Offers", "Who writes"
SETTINGS = {
    NAME: "name", SUBJECT: "about", DECLINED: "topic", OFFERS: "offers", WRITER: "writing",
}  # fmt: skip
"""What there is one of, by what it is called, and the field of a framework that it is."""


def in_words(framework: Framework, offers: Sequence[Offer]) -> dict[str, str]:
    """All of it by what it is, such as `Tone warm`: everything but blocks and layouts."""
    labels = labels_of(framework, offers)
    topic = framework.topic
    said = {
        NAME: framework.name,
        SUBJECT: ABOUT[framework.about],
        DECLINED: f"{topic.label} ({topic.key})" if topic else "",
        OFFERS: "; ".join(labels.get(("offer", key), key) for key in framework.offers),
        WRITER: _writing(framework.writing),
    }
    for factor in ("Tone", "Angle", "Visual"):
        levels: tuple[Level, ...] = getattr(framework, f"{factor.lower()}s")
        said |= {f"{factor} {level.key}": _level(level) for level in levels}
    said |= {f"Part {slot.key}": _slot(slot) for slot in framework.slots}
    for rule in framework.rules:
        because = f" {rule.because}" if rule.because else ""
        said[f"Rule {rule.name}"] = rule_in_words(rule, labels) + because
    return {what: words for what, words in said.items() if words}


def orders_of(framework: Framework) -> dict[str, tuple[str, ...]]:
    """In which order things stand where that can make a difference."""
    return {
        "The order of tones": framework.keys("tone"),
        "The order of angles": framework.keys("angle"),
        "The order of visuals": framework.keys("visual"),
        "The order of parts": tuple(slot.key for slot in framework.slots),
        "The order of rules": tuple(rule.name for rule in framework.rules),
        "The order of words": tuple(block.id for block in framework.blocks),
    }


def _level(level: Level) -> str:
    topics = f" Not for who declined: {', '.join(level.topics)}." if level.topics else ""
    needs = f" Needs: {', '.join(level.needs)}." if level.needs else ""
    return f"{level.label}: {level.describes}{topics}{needs}"


def _slot(slot: Slot) -> str:
    must = "must be there" if slot.required else "if you like"
    return f"at most {slot.max_chars} characters, {must}"


def _writing(writing: Writing) -> str:
    if writing.mode == APPROVED:
        return MODES[APPROVED]
    share = f", to begin with {writing.sample:.0%}" if writing.mode == SAMPLE else ""
    return f"{MODES[writing.mode]}{share}. A draft waits for at most {length(writing.deadline)}."
