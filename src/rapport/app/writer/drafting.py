"""One draft: asks the model, holds what comes to the checks, has it proofread where the brand wants
that, asks once more with the reasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec
from msgspec import Struct

from rapport.app.writer import proofreading
from rapport.app.writer.beside import Beside, approved_already, told_once
from rapport.app.writer.beside import stands_against as found_in
from rapport.app.writer.echoes import echoes, in_some_cases, unwritten
from rapport.app.writer.prompting import (
    Subject,
    always_true,
    as_decided,
    as_shown,
    once_more,
    own_words,
    prompt,
    question,
    shown,
    to_be_used,
    usable_facts,
)
from rapport.app.writer.proofreading import Proof
from rapport.app.writer.turned_away import second_look
from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.minimum import without_absent_minimum
from rapport.core.copy_checks.standard import Rewrite, Standard
from rapport.core.creative.facts import in_our_forms
from rapport.core.creative.framework import NO_OFFER
from rapport.core.creative.message import Finding
from rapport.core.creative.slots import BODY
from rapport.core.creative.wording import facts_needed
from rapport.errors import ModelError, ModelTrouble
from rapport.ports import LanguageModel, ModelAnswer, ModelRequest

TRIES = 2
MOST_FINDINGS = 12
"""Reasons that a model is told; more would only confuse it."""

_decode = msgspec.json.Decoder(dict[str, str], strict=True).decode


class Drafted(Struct, frozen=True):
    """What came of asking. `slots` hold words that passed every check; empty where none did, and
    `findings` then say what stood against the last try. `answered` is the last answer's words."""

    slots: Mapping[str, str]
    prompt: str
    findings: tuple[Finding, ...] = ()
    answered: Mapping[str, str] = {}
    tries: int = 0


class Task(Struct, frozen=True):
    """What to write, and what to hold it to. `asked` is the situation, or a brief, in words.

    `earlier` are the slots of what the same person got before: for the checks, never for the model.
    `near` is the approved message that words for a part of it are read with. With `proofreads`
    words that pass the checks are put to the model once more.
    """

    name: str
    subject: Subject
    standard: Standard
    asked: str
    earlier: tuple[Mapping[str, str], ...] = ()
    near: Beside = Beside()
    proofreads: bool = False


Paid = Callable[[ModelAnswer | None], None]
"""Called before each question with None, and after it with the answer, to count them. Raises
ModelError where the budget is used up."""


def drafted(model: LanguageModel, task: Task, seconds: float, paid: Paid) -> Drafted:
    """Words for the task. Raises ModelError where the model gives none at all, and where words that
    are to be proofread are not: what nobody is known to have read stays here."""
    version = _versions(task)
    request = first = question(task.name, task.subject, _with_the_rest(task), seconds)
    found: tuple[Finding, ...] = ()
    slots: dict[str, str] = {}
    for tries in range(1, TRIES + 1):
        try:
            answer = _asked(model, request, paid)
        except ModelError:
            if tries == 1:
                raise
            return Drafted({}, version, found, slots, tries - 1)
        slots = words_for(task, answer)
        found = stands_against(task, slots)
        if not found and task.proofreads:
            proof = proof_of(task, slots)
            read = _asked(model, proofreading.question(proof, seconds), paid)
            found = proofreading.objections(proof, read)
        if not found:
            return Drafted(slots, version, answered=slots, tries=tries)
        request = once_more(first, slots, found, most=MOST_FINDINGS)
    return Drafted({}, version, found, slots, TRIES)


def _asked(model: LanguageModel, request: ModelRequest, paid: Paid) -> ModelAnswer:
    """Puts one question, and pays for it also where no answer comes of it."""
    paid(None)
    try:
        answer = model.ask(request)
    except ModelError as error:
        if error.tokens_in or error.tokens_out:
            tokens = error.tokens_in, error.tokens_out, error.estimated
            paid(ModelAnswer("", model.name, *tokens))
        raise
    paid(answer)
    return answer


def _versions(task: Task) -> str:
    """Those of the prompts that words for a task come of."""
    version = prompt(task.name).version
    return f"{version}, {proofreading.version()}" if task.proofreads else version


def proof_of(task: Task, slots: Mapping[str, str]) -> Proof:
    """What a proofreader of words for a task is given."""
    subject = task.subject
    return Proof(
        brand=subject.release.brand,
        voice=subject.voice,
        claims=subject.claims,
        framework=subject.framework,
        offer=subject.release.offer(subject.action.offer or NO_OFFER),
        slots=slots,
    )


def _with_the_rest(task: Task) -> str:
    """What is asked, with what the message says in the parts that nobody asks for anew."""
    if not task.near.rest:
        return task.asked
    approved = shown(task.subject, task.near.rest)
    rest = "\n\n".join(f"{slot}:\n{words}" for slot, words in approved.items())
    return f"{task.asked}\n\nThe rest of the message stays as it is; repeat none of it:\n\n{rest}"


def stands_against(task: Task, slots: Mapping[str, str]) -> tuple[Finding, ...]:
    """What stands against words for the task: a part that is missing or too many, or a check."""
    wanted = task.subject.blocks
    missing = [
        Finding(f.SLOT, key, "nothing is written", "write all of the parts that are asked for")
        for key in wanted
        if not slots.get(key, "").strip()
    ]
    beyond = [
        Finding(f.SLOT, key, "it was not asked for", "write only the parts that are asked for")
        for key in slots
        if key not in wanted
    ]
    told = set(usable_facts(task.subject))
    untold = [
        Finding(f.PLACEHOLDER, key, path, "name only the placeholders that are listed")
        for key, words in slots.items()
        for path in facts_needed(words)
        if path not in told
    ]
    approved = {key: _plain(words) for key, words in as_shown(task.subject).items()}
    said = {key: _plain(words) for key, words in slots.items()}
    telling = [BODY] if BODY in wanted else list(wanted)
    same = Finding(f.REPETITION, telling[0], "the approved words", "say it in other words")
    rewrite = Rewrite(
        slots=slots,
        tone=task.subject.action.tone,
        language=task.subject.language,
        offer=task.subject.action.offer or None,
        earlier=task.earlier,
    )
    again = [same] if all(said.get(key) == approved[key] for key in telling) else []
    subject = task.subject
    echoed = echoes(slots, own_words(task.name, subject, task.asked), to_be_used(subject))
    found = tuple(
        dict.fromkeys(
            (
                *missing,
                *beyond,
                *again,
                *untold,
                *echoed,
                *in_some_cases(slots, as_decided(subject), always_true(subject)),
                *unwritten(slots),
                *approved_already(subject.framework, slots),
                *told_once(missing, found_in(task.standard, rewrite, task.near)),
            )
        )
    )
    return found or second_look(subject.framework, rewrite)


def _plain(words: str) -> str:
    return " ".join(words.split())


def words_for(task: Task, answer: ModelAnswer) -> dict[str, str]:
    """The parts of a message in an answer, as they would be kept: without a minimum in passing that
    the offer does not have, and without a part that nobody asked for and that is left empty. Raises
    ModelError where it is no object of words."""
    wanted, action = task.subject.blocks, task.subject.action
    said = {key: words for key, words in words_in(answer).items() if words or key in wanted}
    return without_absent_minimum(said, task.standard.offers.get(action.offer))


def words_in(answer: ModelAnswer) -> dict[str, str]:
    """The parts of a message in an answer. Raises ModelError where it is no object of words."""
    try:
        slots = _decode(answer.text)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise ModelError(
            "The model's answer is of no use: it is no object of words.",
            ModelTrouble.UNUSABLE,
            said=answer.text,
        ) from error
    return {key: in_our_forms(words.strip()) for key, words in slots.items()}
