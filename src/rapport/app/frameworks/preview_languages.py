"""What a preview says of messages that people don't get because they read another language."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from rapport.app.messages.language import UNSAID
from rapport.app.wording.languages import language_name
from rapport.core.blueprint import Release
from rapport.core.creative.framework import Action, Framework
from rapport.core.creative.message import Finding
from rapport.core.creative.speaking import Speaker, said
from rapport.core.deciding.in_language import unsayable_of


def unsaid_in(
    language: str, release: Release, framework: Framework, point: str, left: Collection[Action]
) -> Mapping[Action, tuple[Finding, ...]]:
    """What each of the messages that are `left` to people who read a language lacks in it, as a
    decision sees it: none of them where all lack something, since then these people are written to
    in the brand's language."""
    if language == release.brand.language:
        return {}
    rules = unsayable_of(release, framework, point, language)
    if rules is None:
        return {}
    gone = [action for action in left if any(rule.forbids(action) for rule in rules)]
    if len(gone) == len(left):
        return {}
    who = Speaker(release.brand, release.offers)
    name = language_name(language)
    advice = f"write it in {name}, too: until then whoever reads {name} gets the others"
    return {
        action: tuple(
            Finding(UNSAID, language, what, advice)
            for what in said(who, framework, point, action, language)[1]
        )
        for action in gone
    }
