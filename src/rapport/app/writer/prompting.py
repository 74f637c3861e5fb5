"""Questions to a language model: from what people wrote, never from anybody's data.

By construction: nothing in here takes a profile, an event or a catalogue, so that none of their
words can get into a prompt. Facts are named by their placeholders, and a person's situation is one
of a few (`rapport.core.deciding.situation`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from string import Template

import msgspec
from msgspec import Struct

from rapport.app.writer.prompt_cases import OFFERS, decided_for, has, without_conditions
from rapport.core.blueprint import Release
from rapport.core.copy_checks.compiling import printable_facts
from rapport.core.copy_checks.form import ONE_LINE
from rapport.core.copy_checks.teaching import EXAMPLE, RULE, Teaching
from rapport.core.creative.coverage import points_of
from rapport.core.creative.framework import (
    CART,
    NO_OFFER,
    NOTHING,
    ORDER,
    VIEWED,
    Action,
    Block,
    Framework,
    Level,
    Slot,
)
from rapport.core.creative.message import Finding
from rapport.core.creative.voice import Claim, Voice
from rapport.core.creative.wording import facts_needed
from rapport.core.deciding.situation import Situation
from rapport.core.offer import Offer
from rapport.ports import ModelRequest

REWRITE_PROMPT, PROPOSE_PROMPT = "rewrite", "propose"
MOST_LESSONS = 20
"""Of each kind, the latest ones."""

RUNAWAY = 200
"""Characters past twice a part's limit at which a server that can do so ends the part. Small models
go round in circles; what is cut off there is too long for the checks, so no half sentence passes
for a whole one, and placeholders, which are longer than what they stand for, are never cut."""

NOTHING_SAID = "-"
_SECTION = re.compile(r"^# (system|user)\n", re.MULTILINE)
_SENTENCE = re.compile(r"(?<=[.!?]) ")

ABOUT = {
    CART: "a basket that was left at the checkout; a button leads back to it.",
    VIEWED: "products that somebody looked at; a button leads to them.",
    ORDER: "an order that somebody placed.",
    NOTHING: "the shop itself; a button leads to it.",
}
LANGUAGES = {
    "en": "English", "de": "German", "fr": "French", "nl": "Dutch", "es": "Spanish",
    "it": "Italian", "pt": "Portuguese", "pl": "Polish", "sv": "Swedish", "da": "Danish",
}  # fmt: skip
"""Names for a model; another language is named by its code."""

NO_OFFER_WORDS = "No offer was decided. The reader needs none: say nothing of prices or savings."
FACTS = {
    "first.title": "the name of the first product",
    "names": "all the products by name, as a list in words",
    "first.category": "the kind of thing that the first product is",
    "offer.value": "what the offer is worth",
    "offer.label": "the offer in a few words",
    "offer.code": "the code to enter",
    "offer.ends": "the day and hour until which the offer holds",
    "offer.minimum": "the least that an order must come to for the offer",
    "brand.name": "the brand's name",
    "brand.sender": "who signs the e-mail",
}
"""What the facts that a writer may use hold. Others there may be, but not in every message."""


PARTS = {
    "subject": "what is read in the inbox; says what is inside, without a trick",
    "preheader": "stands beside the subject and goes on from it",
    "headline": "the first line once the e-mail is open",
    "body": "paragraphs of whole sentences, with an empty line between",
    "cta": "the button; a verb, and what it leads to",
    "offer_line": "the offer, named plainly",
    "signoff": "the goodbye, in a line or two",
}
"""What the usual parts are for."""
LETTERS_A_WORD = 6
LONGEST_EXAMPLE = 120
"""Characters of a sentence that shows how a placeholder is used."""


TO_BE_USED = (
    "brand", "who", "use", "avoid", "require", "tone_example", "claims", "lessons", "brief",
    "facts", "parts", "keys", "angle", "angle_describes",
)  # fmt: skip
"""Places in a prompt whose words a message may repeat."""


class Prompt(Struct, frozen=True):
    """A prompt as its file has it. `version` stands in each draft that comes of it."""

    version: str
    system: Template
    user: Template


class Subject(Struct, frozen=True):
    """What is to be written, as people laid it down.

    `blocks` are the approved words for it, by slot; `needed` the facts that an offer is always
    named with. `claims` are those that may be made today.
    """

    release: Release
    framework: Framework
    voice: Voice
    point: str
    action: Action
    language: str
    blocks: Mapping[str, Block]
    claims: tuple[Claim, ...] = ()
    needed: frozenset[str] = frozenset()
    lessons: tuple[Teaching, ...] = ()


@lru_cache
def prompt(name: str) -> Prompt:
    """The shipped prompt of this name."""
    text = (resources.files("rapport") / "prompts" / f"{name}.md").read_text(encoding="utf-8")
    head, _, system, _, user = _SECTION.split(text)
    version = head.strip().removeprefix("version:").strip()
    return Prompt(version, Template(system.strip()), Template(user.strip()))


def question(name: str, subject: Subject, asked: str, seconds: float) -> ModelRequest:
    """What the model is asked. `asked` is the situation in words, or a colleague's brief."""
    used, named = prompt(name), _named(subject, asked)
    return ModelRequest(
        system=used.system.substitute(named),
        user=used.user.substitute(named),
        schema=_schema(subject),
        seconds=seconds,
    )


def own_words(name: str, subject: Subject, asked: str) -> tuple[str, ...]:
    """What the question says of its own accord: the rules, the reader, the task. Without what is
    there to be used, such as approved words, claims and what the brand says of itself."""
    used, named = prompt(name), _named(subject, asked)
    left_out = dict.fromkeys(TO_BE_USED, "")
    words = named | left_out
    return used.system.substitute(words), used.user.substitute(words), *PARTS.values()


def to_be_used(subject: Subject) -> list[str]:
    """Words that a message may repeat: approved ones, and what the brand says and claims."""
    language = subject.language
    approved = (block.text for block in subject.framework.blocks if block.language == language)
    return [*approved, *always_true(subject)]


def always_true(subject: Subject) -> list[str]:
    """What the brand says of itself and may claim, whatever the message is about."""
    voice = subject.voice
    claims = (claim.text for claim in subject.claims)
    return [*claims, *(tone.example for tone in voice.tones), voice.who]


def as_decided(subject: Subject) -> list[str]:
    """The approved words, with the offer's own conditions decided."""
    return [decided_for(block.text, _offer(subject)) for block in subject.blocks.values()]


def once_more(
    request: ModelRequest, slots: Mapping[str, str], findings: Sequence[Finding], *, most: int
) -> ModelRequest:
    """The same question, with what stood against the last answer, `most` findings of it.

    Words that cannot be used are not shown again but for the offending ones: small models copy
    whatever they are shown. Parts that nothing at all stood against may stay.
    """
    wrong = listed(f"{f.where}: '{f.found}' ({f.rule}). {_advice(f)}" for f in findings[:most])
    places = {one.where for one in findings}
    kept = {key: words for key, words in slots.items() if key not in places}
    stay = "\n\n".join(f"{key}:\n{words}" for key, words in kept.items())
    fine = f"\n\nThese parts were fine and may stay as they are:\n\n{stay}" if stay else ""
    said = (
        f"{request.user}\n\nYour last answer cannot be used:\n{wrong}{fine}\n\n"
        "Answer once more with all parts, and avoid that everywhere."
    )
    return msgspec.structs.replace(request, user=said)


def situation_in_words(situation: Situation) -> str:
    return listed(situation.words)


def usable_facts(subject: Subject) -> list[str]:
    """The facts that a writer is told of and may name: such as every message of this kind has, and
    those that the approved words print."""
    known = printable_facts(frozenset(subject.release.brand.facts), subject.framework.about)
    offer = _offer(subject)
    printed = {path for block in subject.blocks.values() for path in facts_needed(block.text)}
    return [
        path
        for path in sorted(known)
        if path in printed
        or path.startswith("brand.facts.")
        or (path in FACTS and (not path.startswith("offer.") or has(offer, path)))
        or path.partition(".")[2] in FACTS
    ]


def _named(subject: Subject, asked: str) -> dict[str, str]:
    voice, brand, action = subject.voice, subject.release.brand, subject.action
    tone = next((one for one in voice.tones if one.key == action.tone), None)
    tone_level = _level(subject.framework.tones, action.tone)
    angle = _level(subject.framework.angles, action.angle)
    return {
        "brand": brand.name,
        "who": " ".join(voice.who.split()),
        "does": listed(voice.does),
        "does_not": listed(voice.does_not),
        "use": _row(voice.use),
        "avoid": _row(voice.avoid),
        "require": _row(voice.require),
        "reading_level": str(voice.reading_level),
        "language": LANGUAGES.get(subject.language, subject.language),
        "tone": tone_level.label,
        "tone_describes": tone.describes if tone else tone_level.describes,
        "tone_example": (tone.example if tone else "") or NOTHING_SAID,
        "claims": listed(claim.text for claim in subject.claims),
        "lessons": _lessons(subject),
        "about": ABOUT[subject.framework.about],
        "occasion": subject.framework.name,
        "point": _point(subject),
        "situation": asked,
        "brief": asked,
        "angle": angle.label,
        "angle_describes": angle.describes,
        "offer": _offer_in_words(subject),
        "facts": listed(
            f"{{{{ {path} }}}}: {_meaning(subject, path)}" for path in usable_facts(subject)
        ),
        "parts": _parts(subject),
        "keys": ", ".join(f'"{key}"' for key in subject.blocks),
    }


def _point(subject: Subject) -> str:
    """Where in its flow the message stands, if there are several."""
    if not subject.point and len(points_of(subject.release.flows, subject.framework.key)) > 1:
        return "It may be any of several: be in no hurry, and refer to no other one."
    for flow in subject.release.flows:
        points = points_of([flow], subject.framework.key)
        if subject.point in points and len(points) > 1:
            place = points.index(subject.point)
            if place == 0:
                return "It is the first of several: helpful, and in no hurry."
            return "An earlier one was sent already: say something new, and refer to none."
    return "It is the only one of its kind."


def _offer(subject: Subject) -> Offer | None:
    return subject.release.offer(subject.action.offer or NO_OFFER)


def _offer_in_words(subject: Subject) -> str:
    offer = _offer(subject)
    if offer is None or offer.kind not in OFFERS:
        return NO_OFFER_WORDS
    needed = ", ".join(f"{{{{ {path} }}}}" for path in sorted(subject.needed))
    more = f" Name all of {needed}, each at least once." if needed else ""
    return f"{OFFERS[offer.kind]}{more} Say it once, plainly, and add no condition of your own."


def as_shown(subject: Subject) -> dict[str, str]:
    """The approved words as a writer sees them, by part."""
    return shown(subject, {key: one.text for key, one in subject.blocks.items()})


def shown(subject: Subject, approved: Mapping[str, str]) -> dict[str, str]:
    """Approved words of a message, by part, as a writer sees them."""
    offer = _offer(subject)
    return {key: without_conditions(words, offer) for key, words in approved.items()}


def _parts(subject: Subject) -> str:
    slots = {slot.key: slot for slot in subject.framework.slots}
    return "\n\n".join(
        f"{key} ({_form(slots[key])}; at most {_limit(slots[key])}):\n{words}"
        for key, words in as_shown(subject).items()
    )


def _form(slot: Slot) -> str:
    what = PARTS.get(slot.key, slot.key.replace("_", " "))
    return f"{what}; one line" if slot.key in ONE_LINE else what


def _advice(finding: Finding) -> str:
    """What a finding says, without who banned the words: no model is told who anybody is."""
    return f"Never write: {finding.ban.words}" if finding.ban else finding.advice


def _limit(slot: Slot) -> str:
    """In words as well: models count those better than characters."""
    words = max(1, slot.max_chars // LETTERS_A_WORD)
    return f"{slot.max_chars} characters, about {words} words"


def _lessons(subject: Subject) -> str:
    live = [
        one
        for one in subject.lessons
        if not one.withdrawn and one.framework in ("", subject.framework.key)
    ]
    rules = [one.text for one in live if one.kind == RULE][-MOST_LESSONS:]
    shown = [
        f'Not like this: "{one.text}"' + (f' But: "{one.better}"' if one.better else "")
        for one in live
        if one.kind == EXAMPLE
    ][-MOST_LESSONS:]
    banned = [one.text for one in live if one.bans]
    never = [f"Never write: {_row(banned[-MOST_LESSONS:])}"] if banned else []
    return listed([*rules, *shown, *never])


def _schema(subject: Subject) -> dict[str, object]:
    longest = {slot.key: slot.max_chars for slot in subject.framework.slots}
    return {
        "type": "object",
        "properties": {
            key: {
                "type": "string",
                "description": f"At most {longest[key]} characters.",
                "maxLength": 2 * longest[key] + RUNAWAY,
            }
            for key in subject.blocks
        },
        "required": list(subject.blocks),
        "additionalProperties": False,
    }


def _level(levels: Iterable[Level], key: str) -> Level:
    return next((level for level in levels if level.key == key), Level(key, key))


def _meaning(subject: Subject, path: str) -> str:
    if path.startswith("brand.facts."):
        named = path.removeprefix("brand.facts.").replace("_", " ")
        used = _used(subject, path)
        return f"{named}, as in: {used}" if used else named
    words = path.rpartition(".")[2].replace("_", " ")
    return FACTS.get(path) or FACTS.get(path.partition(".")[2]) or words


def _used(subject: Subject, path: str) -> str:
    """A short sentence of approved words with this fact in it, which shows how it fits into one;
    empty where there is none, or where the parts show it anyway."""
    if any(path in facts_needed(block.text) for block in subject.blocks.values()):
        return ""
    found = [
        sentence
        for block in subject.framework.blocks
        if block.language == subject.language and path in block.text and "{%" not in block.text
        for sentence in _SENTENCE.split(" ".join(block.text.split()))
        if path in facts_needed(sentence) and len(sentence) <= LONGEST_EXAMPLE
    ]
    return min(found, key=len, default="")


def listed(items: Iterable[str]) -> str:
    """One a line, or a sign that there are none."""
    return "\n".join(f"- {' '.join(item.split())}" for item in items) or NOTHING_SAID


def _row(words: Iterable[str]) -> str:
    return ", ".join(words) or NOTHING_SAID
