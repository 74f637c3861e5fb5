"""Words for part of a message, held to the checks as they will stand: beside the approved rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.core.copy_checks.findings import REPETITION, SLOT
from rapport.core.copy_checks.standard import Rewrite, Standard
from rapport.core.creative.draft import PROPOSAL, Draft
from rapport.core.creative.framework import Action, Framework, choose_blocks
from rapport.core.creative.message import Finding
from rapport.core.creative.wording import TAG


class Beside(Struct, frozen=True):
    """The approved message that words become a part of. `rest` are its other parts, `own` what it
    says now in those that are written anew; either may be empty."""

    rest: Mapping[str, str] = {}
    own: Mapping[str, str] = {}


def beside(
    framework: Framework, point: str, action: Action, language: str, slots: Mapping[str, object]
) -> Beside:
    """What is approved for a combination, by whether it is one of `slots`."""
    chosen = choose_blocks(framework, point, action, language)
    words = {slot: block.text.strip() for slot, block in chosen.items()}
    return Beside(
        {slot: text for slot, text in words.items() if slot not in slots},
        {slot: text for slot, text in words.items() if slot in slots},
    )


def beside_draft(framework: Framework | None, draft: Draft) -> Beside:
    """The same for a draft. A rewrite is a whole message and stands beside nothing."""
    if framework is None or draft.kind != PROPOSAL:
        return Beside()
    return beside(framework, draft.point, draft.action, draft.language, draft.slots)


def stands_against(standard: Standard, rewrite: Rewrite, near: Beside) -> tuple[Finding, ...]:
    """What the checks find in new words, the approved rest read with them.

    What they find in the approved message as it is stands against nobody's new words.
    """
    if not near.rest:
        return standard.findings(rewrite)
    whole = replace(rewrite, slots=_ordered(standard, {**flat(near.rest), **rewrite.slots}))
    as_it_is = _ordered(standard, {**flat(near.rest), **flat(near.own)})
    known = frozenset(standard.findings(replace(rewrite, slots=as_it_is)))
    return tuple(
        found
        for found in standard.findings(whole)
        if found.where in rewrite.slots or found not in known
    )


def draft_faults(
    standard: Standard, framework: Framework | None, draft: Draft
) -> tuple[Finding, ...]:
    """What stands against a draft's words by the checks, within `framework` as it is.

    A proposal may be for part of a message: what is approved is then read with it.
    """
    offer = draft.action.offer or None
    rewrite = Rewrite(draft.slots, draft.action.tone, draft.language, offer)
    near = beside_draft(framework, draft)
    missing = [
        Finding(SLOT, key, "nothing is written", "write something: it is required")
        for key, slot in standard.slots.items()
        if slot.required and not draft.slots.get(key, "").strip() and key not in near.rest
    ]
    if not draft.slots and not missing:
        missing = [Finding(SLOT, "message", "nothing is written", "write something")]
    found = told_once(missing, stands_against(standard, rewrite, near))
    proposal = framework is not None and draft.kind == PROPOSAL
    again = approved_already(framework, draft.slots) if framework and proposal else ()
    return (*missing, *again, *found)


def told_once(missing: Sequence[Finding], found: Iterable[Finding]) -> tuple[Finding, ...]:
    """What was found, without what `missing` says already: that nothing is written in a part."""
    absent = {one.where for one in missing}
    return tuple(one for one in found if one.rule != SLOT or one.where not in absent)


def approved_already(framework: Framework, slots: Mapping[str, str]) -> tuple[Finding, ...]:
    """A finding where every part of it stands among the approved words as it is."""
    approved = {(block.slot, block.text.strip()) for block in framework.blocks}
    if not slots or not all((key, words.strip()) in approved for key, words in slots.items()):
        return ()
    return (Finding(REPETITION, "message", "the approved words", "say it in other words"),)


def flat(slots: Mapping[str, str]) -> dict[str, str]:
    """Approved words without their conditions, which new words cannot have."""
    return {slot: TAG.sub(" ", words) for slot, words in slots.items()}


def _ordered(standard: Standard, slots: Mapping[str, str]) -> dict[str, str]:
    """In the order in which they are read."""
    known = [key for key in standard.slots if key in slots]
    return {key: slots[key] for key in (*known, *(key for key in slots if key not in known))}
