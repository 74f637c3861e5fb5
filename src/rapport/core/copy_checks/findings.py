"""What the checks hand on: the check's name, the slot, the words, and what is wanted instead."""

from __future__ import annotations

from rapport.core.creative.message import Finding

FIGURE = "figure"
CURRENCY = "currency"
PERCENTAGE = "percentage"
DATE = "date"
LINK = "link"
E_MAIL = "e-mail address"
PHONE = "phone"
OFFER = "offer"
CLAIM = "claim"
URGENCY = "urgency"
SCARCITY = "scarcity"
GUILT = "guilt"
SHAME = "shame"
FEAR = "fear"
FLATTERY = "flattery"
TRAIT = "protected trait"
WATCHING = "watching"
PERSONAL = "personal data"
NAME = "name"
INSTRUCTION = "instruction"
LANGUAGE = "language"
LOOK_ALIKE = "look-alike letters"
HIDDEN = "invisible character"
DISGUISE = "disguised word"
MARKUP = "mark-up"
PLACEHOLDER = "placeholder"
MISSING_FACT = "missing fact"
SLOT = "slot"
LENGTH = "slot length"
REPETITION = "repetition"
READING_LEVEL = "reading level"
SENSE = "sense"
AVOIDED = "avoided word"
REQUIRED = "required word"
LIKENESS = "likeness"
PROOFREADING = "proofreading"

EXTENDABLE = (
    GUILT, SHAME, FEAR, FLATTERY, URGENCY, SCARCITY, CLAIM, OFFER, TRAIT, WATCHING,
)  # fmt: skip
"""Checks to whose lists a brand can add phrases, under `stop` in voice.yaml."""

ADVICE = {
    FIGURE: "a figure comes from a fact, such as {{ offer.value }} or brand.facts",
    CURRENCY: "a price comes from a fact, such as {{ cart.total }}",
    PERCENTAGE: "a percentage comes from a fact, {{ offer.value }}",
    DATE: "a date comes from a fact, {{ offer.ends }}",
    LINK: "a link comes from a fact, such as {{ cart.url }}",
    E_MAIL: "an address comes from a fact, {{ brand.reply_to }}",
    PHONE: "no fact states a number to call: ask people to reply",
    OFFER: "say only what was decided, and let {{ offer.value }} and its kind say it",
    CLAIM: "claim only what claims.yaml states",
    URGENCY: "urge only with an offer that ends, and name {{ offer.ends }}",
    SCARCITY: "no fact says how many are left: leave it out",
    GUILT: "leave the choice with the reader, and their conscience alone",
    SHAME: "never make the reader feel small",
    FEAR: "never make the reader afraid of what they might lose",
    FLATTERY: "speak of the thing, not of how wonderful the reader is",
    TRAIT: "say nothing of health, faith, origin, age, family, politics or love",
    WATCHING: "say nothing of when, where or how often the reader looked, nor that it was seen",
    PERSONAL: "ask for no data and state none",
    NAME: "name nobody but the brand and its people; the greeting is filled in",
    INSTRUCTION: "hand back nothing but the words of the message",
    LANGUAGE: "write in the language that was asked for",
    LOOK_ALIKE: "use the letters of the language and nothing that looks like them",
    HIDDEN: "take the character out and type the words again",
    DISGUISE: "write words as words",
    SENSE: "write whole sentences, each thing once, without shouting",
    LIKENESS: "all of it reads like words that were turned away: say less, and plainly",
    PROOFREADING: "leave it out, or say it so that nobody could mind",
    MARKUP: "plain words and placeholders only: no HTML, Markdown or Liquid",
}


def finding(check: str, where: str, found: str, advice: str = "") -> Finding:
    """A finding with the check's usual advice, unless another is given."""
    return Finding(check, where, found, advice or ADVICE[check])
