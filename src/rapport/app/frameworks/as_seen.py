"""Whether what somebody changes of a framework still is what they saw."""

from __future__ import annotations

from rapport.core.creative.editing import (
    Change,
    EditLevel,
    EditWords,
    RetireWords,
    RuleChange,
    SetAllowed,
    SetLimit,
    SetMode,
    WholeText,
    rule_still_said,
    writer_as_seen,
)
from rapport.core.creative.framework import Framework
from rapport.ports.brand_files import FrameworkFile


def still_said(
    change: Change, edition: str, file: FrameworkFile, framework: Framework | None
) -> bool:
    """Whether what a change is about stands in the file as it was when its `edition` was seen. What
    else stands there may have changed."""
    if isinstance(change, WholeText):
        return edition == file.edition
    if isinstance(change, EditWords | RetireWords):
        return any(one.id == change.passage for one in file.passages)
    if framework is None:
        return True
    if isinstance(change, EditLevel):
        levels = framework.tones if change.factor == "tone" else framework.angles
        return any(
            one.key == change.key and (one.label, one.describes) == change.was for one in levels
        )
    if isinstance(change, SetLimit):
        return any(
            one.key == change.slot and str(one.max_chars) == change.was for one in framework.slots
        )
    if isinstance(change, SetMode):
        return writer_as_seen(framework.writing) == change.was
    return _limits_still_said(change, framework)


def _limits_still_said(change: Change, framework: Framework) -> bool:
    """The same of rules, and of the offers and visuals that there are."""
    if isinstance(change, RuleChange):
        return rule_still_said(change, framework.rules)
    if isinstance(change, SetAllowed):
        return framework.keys(change.factor) == change.was
    return True
