"""What a change to the brand's own rules, its care or its use of a model means for `rules.yaml` and
`brand.yaml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import yaml

from rapport.adapters.brand_folder.care import write_caring
from rapport.adapters.brand_folder.changing import items_of, mapping_of
from rapport.adapters.brand_folder.changing_rules import (
    GONE,
    number_of,
    with_rule,
    without_rule,
    without_rules,
)
from rapport.adapters.brand_folder.in_yaml import in_yaml
from rapport.adapters.brand_folder.modes import write_writer_budget
from rapport.adapters.brand_folder.patching import Place, Put, Remove, node_at, patched
from rapport.adapters.brand_folder.positions import comment_of
from rapport.adapters.brand_folder.stretches import (
    BY_HAND,
    Plain,
    comment_within,
    composed,
    index_of,
    is_nothing,
    plain,
)
from rapport.adapters.brand_folder.write_frameworks import write_rule
from rapport.core.brand import WriterBudget
from rapport.core.creative.editing import RemoveRule, rule_already, rule_id
from rapport.core.creative.framework import Rule
from rapport.core.deciding.brand_rules import BrandRuleChange, SetCare, SetWriter
from rapport.core.deciding.care import Care
from rapport.errors import UserError
from rapport.ports.brand_files import file_of

OTHERWISE = "Whoever runs Rapport can change it in the file itself."
CARE, WRITER = "care", "writer"
NO_OCCASIONS = (
    "Below 'care' the occasions are not written by their names, so nothing is changed by itself."
)
NO_NAMES = "What stands below 'writer' is no list of names, so nothing is changed."


def rule_texts_with(
    change: BrandRuleChange, rules: Sequence[Rule], read: Callable[[str], str]
) -> dict[str, str]:
    """The file that a change makes, by name; nothing where it says so already. `rules` are those
    that the brand has; `read` gives nothing for a file that is not there. Raises UserError where it
    cannot be made by itself."""
    name = file_of(change)
    before = read(name)
    try:
        after = _text_with(before, change, rules)
    except UserError as error:
        raise UserError(str(error).replace(BY_HAND, OTHERWISE)) from error
    return {name: after} if after != before else {}


def _text_with(text: str, change: BrandRuleChange, rules: Sequence[Rule]) -> str:
    if isinstance(change, SetCare):
        return _with_care(text, change)
    if isinstance(change, SetWriter):
        return _with_writer(text, change.budget)
    if rule_already(change, rules):
        return text
    was = next((one for one in rules if rule_id(one) == change.was), None)
    if isinstance(change, RemoveRule):
        return _without(text, change)
    if change.was and was is None:
        raise UserError(GONE)
    if not text.strip():
        return in_yaml({"rules": [write_rule(change.rule)]})
    return with_rule(text, change, was)


def _without(text: str, change: RemoveRule) -> str:
    """The file stays when its last rule goes: it must say that there are none. What was written
    above that one stays, as it does above any other."""
    content = plain(composed(text))
    if number_of(content, change.named) or len(items_of(mapping_of(content)["rules"])) > 1:
        return without_rule(text, change)
    return without_rules(text)


def _with_care(text: str, change: SetCare) -> str:
    """What is as usual is not written, so that the file says what somebody wanted otherwise; but
    where a comment would go with it, it is."""
    root = composed(text)
    now = _mapping_in(plain(root), CARE, NO_OCCASIONS)
    place = (CARE, change.occasion)
    if change.caring == Care().after(change.occasion):
        if change.occasion not in now:
            return text
        gone: Place = (CARE,) if len(now) == 1 else place
        if not _with_words(text, root, gone):
            return patched(text, [Remove(gone)])
    said = write_caring(change.caring)
    return (
        text
        if now.get(change.occasion) == said
        else _with(text, CARE, now, {change.occasion: said})
    )


def _with_writer(text: str, budget: WriterBudget) -> str:
    """Only what differs from what is read of the file is written."""
    now = _mapping_in(plain(composed(text)), WRITER, NO_NAMES)
    wanted, usual = write_writer_budget(budget), write_writer_budget(WriterBudget())
    said = {key: value for key, value in wanted.items() if now.get(key, usual[key]) != value}
    return _with(text, WRITER, now, said) if said else text


def _with(text: str, top: str, now: Mapping[str, Plain], said: Mapping[str, Plain]) -> str:
    """The file with what is `said` below `top`, where `now` stands there."""
    whole = [Put((top,), {**now, **said})]
    if not now:
        return patched(text, whole)
    try:
        return patched(text, [Put((top, key), value) for key, value in said.items()])
    except UserError:  # such as several lines within braces
        return patched(text, whole)


def _mapping_in(content: Plain, top: str, otherwise: str) -> Mapping[str, Plain]:
    """What stands below `top`. Raises UserError, which says `otherwise`, where something else than
    names does: somebody wrote it by hand, and it must not be written over."""
    found = mapping_of(content).get(top, "")
    if is_nothing(found):
        return {}
    if not isinstance(found, Mapping):
        raise UserError(f"{otherwise} {BY_HAND}")
    return found


def _with_words(text: str, root: yaml.Node, place: Place) -> bool:
    """Whether a comment stands within the pair at `place`, or behind it on its line."""
    above = node_at(root, place[:-1])
    key, value = above.value[index_of(above, str(place[-1]))]
    return comment_within(text, key.end_mark.index, value) or bool(comment_of(text, value))
