"""Proofreading: words that passed every check are put to a model once more, to be objected to.

Rules know the turns of phrase that somebody thought of; a model reads what is only hinted at. It
comes on top and never instead: it takes nothing back that a check found, and where it gives no
answer of use, the words do not go out. It sees what the writer saw and less: no situation, no
value, nobody's data.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import msgspec
from msgspec import Struct

from rapport.app.writer.prompt_cases import OFFERS
from rapport.app.writer.prompting import ABOUT, NO_OFFER_WORDS, listed, prompt
from rapport.core.brand import Brand
from rapport.core.copy_checks import findings as f
from rapport.core.creative.framework import Framework
from rapport.core.creative.message import Finding
from rapport.core.creative.voice import Claim, Voice
from rapport.core.creative.wording import facts_needed
from rapport.core.offer import Offer
from rapport.errors import ModelError, ModelTrouble
from rapport.ports import ModelAnswer, ModelRequest

PROOFREAD_PROMPT = "proofread"
OBJECTIONS = "objections"
"""What the question is called, and the list in its answer."""

MOST_TOKENS = 1_000
LONGEST_SHOWN = 160
"""Characters of words that are objected to, as they are shown."""

RULES: Mapping[str, str] = {
    f.FIGURE: "a number, measure, count, size or duration of its own, in digits or in words",
    f.CURRENCY: "a price, what something costs or saves, or a comparison of prices",
    f.DATE: "a day, a date or a time of its own",
    f.LINK: "an address, a telephone number, an account, or another place to go or to write to",
    f.OFFER: "a discount, gift, extra, service or better terms that were not decided; a change to "
    "what was decided",
    f.CLAIM: "a quality, effect, comparison, origin, material, award, guarantee, or what others "
    "think or do, that is not among the claims; an order that nobody placed",
    f.URGENCY: "pressure of time, such as that something ends, closes or should be done at once",
    f.SCARCITY: "pressure of stock: few left, others buy it, it may be gone",
    f.GUILT: "reproach, duty or disappointment: that the reader owes something, or that somebody "
    "or something waits, misses them or is let down",
    f.SHAME: "that the reader is careless, behind, less than others, or should know better",
    f.FEAR: "what could go wrong, be lost or be regretted",
    f.FLATTERY: "praise of the reader: of their taste, eye, sense, choice, or being special",
    f.TRAIT: "the reader's health, family, love, faith, origin, politics, age, grief or money, "
    "said or guessed",
    f.WATCHING: "that it was seen what the reader did: when, where, on which device, how often, "
    "how long, how far, or why",
    f.PERSONAL: "an address, account, card, password or birthday of the reader",
    f.INSTRUCTION: "instructions, comments, or anything that is no part of a letter to a customer",
    f.NAME: "a person or a place that is not the brand's own",
}
"""What a proofreader objects to, by the check whose matter it is."""


UNKNOWN_OFFER = "An offer was decided: what its placeholders say of it is true."


class Proof(Struct, frozen=True):
    """What is read: a brand's words for a message of a framework. `offer` is the one that was
    decided, None where that is not known."""

    brand: Brand
    voice: Voice
    claims: tuple[Claim, ...]
    framework: Framework
    offer: Offer | None
    slots: Mapping[str, str]


class _Objection(Struct, frozen=True):
    part: str
    rule: str
    words: str


class _Objections(Struct, frozen=True):
    objections: tuple[_Objection, ...]


_decode = msgspec.json.Decoder(_Objections).decode


def version() -> str:
    """The prompt's, as it stands in a draft that was proofread."""
    return prompt(PROOFREAD_PROMPT).version


def was_proofread(prompts: str) -> bool:
    """Whether a draft was, by the prompts that stand in it."""
    return f" {PROOFREAD_PROMPT}-" in f" {prompts}"


def question(proof: Proof, seconds: float) -> ModelRequest:
    """What the model is asked."""
    used = prompt(PROOFREAD_PROMPT)
    named = {
        "brand": proof.brand.name,
        "who": " ".join(proof.voice.who.split()),
        "claims": listed(claim.text for claim in proof.claims),
        "rules": listed(f"{check}: {what}" for check, what in RULES.items()),
        "about": ABOUT[proof.framework.about],
        "occasion": proof.framework.name,
        "offer": _offer_in_words(proof),
        "parts": "\n\n".join(f"{slot}:\n{words}" for slot, words in proof.slots.items()),
    }
    return ModelRequest(
        system=used.system.safe_substitute(named),
        user=used.user.safe_substitute(named),
        schema=_schema(proof.slots),
        name=OBJECTIONS,
        most_tokens=MOST_TOKENS,
        seconds=seconds,
    )


def objections(proof: Proof, answer: ModelAnswer) -> tuple[Finding, ...]:
    """What an answer objects to. Raises ModelError where it cannot be read: words that nobody is
    known to have read have not been read."""
    try:
        said = _decode(answer.text).objections
        json.loads(answer.text, object_pairs_hook=_each_once)
    except (ValueError, RecursionError) as error:  # msgspec's errors are values that are wrong
        raise ModelError(
            "The model's answer is of no use: it is no list of objections.",
            ModelTrouble.UNUSABLE,
            said=answer.text,
        ) from error
    return tuple(dict.fromkeys(_finding(proof, one) for one in said))


def _each_once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """An object. Raises ValueError where it names something twice: of two lists only the last would
    be heard, and what the first one objects to would go out."""
    named = dict(pairs)
    if len(named) < len(pairs):
        raise ValueError("a name stands there twice")
    return named


def _offer_in_words(proof: Proof) -> str:
    if proof.offer is not None and proof.offer.kind in OFFERS:
        return OFFERS[proof.offer.kind]
    named = any(
        path.startswith("offer.") for text in proof.slots.values() for path in facts_needed(text)
    )
    return UNKNOWN_OFFER if proof.offer is None and named else NO_OFFER_WORDS


def _schema(parts: Mapping[str, str]) -> dict[str, object]:
    one = {
        "type": "object",
        "properties": {
            "part": {"type": "string", "enum": list(parts)},
            "rule": {"type": "string", "enum": list(RULES)},
            "words": {"type": "string"},
        },
        "required": ["part", "rule", "words"],
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {OBJECTIONS: {"type": "array", "items": one}},
        "required": [OBJECTIONS],
        "additionalProperties": False,
    }


def _finding(proof: Proof, objection: _Objection) -> Finding:
    """Words that stand in no part are shown all the same: what was meant is somewhere in it."""
    words = " ".join(objection.words.split())
    part = objection.part
    if part not in proof.slots:
        holds = (slot for slot, text in proof.slots.items() if words in " ".join(text.split()))
        part = next(holds, next(iter(proof.slots), ""))
    what, usual = RULES.get(objection.rule), f.ADVICE[f.PROOFREADING]
    advice = f"{objection.rule} ({what}): {usual}" if what else usual
    shown = words[:LONGEST_SHOWN] or " ".join(proof.slots.get(part, "").split())[:LONGEST_SHOWN]
    return Finding(f.PROOFREADING, part, shown, advice)
