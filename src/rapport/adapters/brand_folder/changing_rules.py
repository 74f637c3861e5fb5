"""What a change to a framework's rules, offers or visuals means for the text of its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import yaml

from rapport.adapters.brand_folder.patching import (
    Add,
    Patch,
    Put,
    Remove,
    applied,
    node_at,
    patched,
    wanted,
)
from rapport.adapters.brand_folder.positions import COMMENT
from rapport.adapters.brand_folder.stretches import (
    BY_HAND,
    Edit,
    Plain,
    comment_within,
    composed,
    index_of,
    is_nothing,
    lines_of_item,
    plain,
)
from rapport.adapters.brand_folder.write_frameworks import write_rule
from rapport.core.creative.editing import RemoveRule, SaveRule, SetAllowed
from rapport.core.creative.framework import Rule
from rapport.errors import UserError

RULES = "rules"
_ORDER = (
    "name", "because", "frameworks", "forbid", "only", "say", "when", "from", "until", "active",
)  # fmt: skip
_DOES = ("forbid", "only", "say")
GONE = "This rule is not in the file any more: somebody changed or removed it."

Entry = Mapping[str, Plain]


def with_rule(text: str, change: SaveRule, was: Rule | None) -> str:
    """The file with a rule, new or changed from what it `was`. What stays as it is keeps its form.

    Raises UserError where it cannot be made by itself.
    """
    root = composed(text)
    content = plain(root)
    after = write_rule(change.rule)
    there = _rules(content)
    if was is None:
        patch: Patch = Add((RULES,), after)
        if not _listed(root, RULES):
            if there:
                raise UserError(f"The rules are not written one below the other. {BY_HAND}")
            before = content if isinstance(content, Mapping) else {}
            patch = Put((RULES,), [after], after="writer" if "writer" in before else "slots")
        return patched(text, [patch])
    number = number_of(content, change.named)
    before, does = write_rule(was), _does(after)
    did = _does(before)
    try:
        return _changed(_renamed(text, number, did, does), number, _keyed(before, did, does), after)
    except UserError:  # such as keys that trade places
        return patched(text, [Put((RULES, number), after)])


def _does(rule: Mapping[str, Plain]) -> str:
    return next(key for key in _DOES if key in rule)


def _keyed(rule: Mapping[str, Plain], did: str, does: str) -> dict[str, Plain]:
    return {does if key == did else key: said for key, said in rule.items()}


def _renamed(text: str, number: int, did: str, does: str) -> str:
    """What a rule does, under another key: so what people wrote within and behind it stays."""
    root = composed(text)
    content = plain(root)
    rule = node_at(root, (RULES, number))
    index = index_of(rule, did)
    if did == does or index is None or not isinstance(content, Mapping):
        return text
    key, rules = rule.value[index][0], list(_rules(content))
    written = rules[number]
    rules[number] = _keyed(written, did, does) if isinstance(written, Mapping) else written
    edit = Edit(key.start_mark.index, key.end_mark.index, does)
    return applied(text, [edit], {**content, RULES: rules})


def _changed(
    text: str, number: int, before: Mapping[str, Plain], after: Mapping[str, Plain]
) -> str:
    root, place = composed(text), (RULES, number)
    written = plain(node_at(root, place))
    form = written if isinstance(written, Mapping) else {}
    patches: list[Patch] = []
    for key in _ORDER:
        if key in after and after[key] != before.get(key):
            above = [one for one in _ORDER[: _ORDER.index(key)] if one in before]
            said = _as_written(after[key], form.get(key, ""))
            patches.append(Put((*place, key), said, after=above[-1] if above else ""))
        elif key in before and key not in after:
            _no_comment_in(text, node_at(root, place), key)
            patches.append(Remove((*place, key)))
    return patched(text, patches)


def _as_written(said: Plain, form: Plain) -> Plain:
    """In the form that the file has: one key may stand in a list, conditions below `all`."""
    if isinstance(form, Mapping) and isinstance(said, Mapping):
        return {key: _as_written(one, form.get(key, "")) for key, one in said.items()}
    if isinstance(form, Mapping) and form.keys() == {"all"}:
        return {"all": said}
    return [said] if isinstance(form, list) and isinstance(said, str) else said


def _no_comment_in(text: str, rule: yaml.Node, key: str) -> None:
    index = index_of(rule, key)
    if index is None:
        return
    name, value = rule.value[index]
    if comment_within(text, name.end_mark.index, value):
        raise UserError(f"There is a comment in '{key}', which would go. {BY_HAND}")


def without_rule(text: str, change: RemoveRule) -> str:
    """The file without a rule; with the last one their list goes, too, unless somebody wrote a
    comment above it."""
    root = composed(text)
    content = plain(root)
    number = number_of(content, change.named)
    if len(_rules(content)) > 1:
        return patched(text, [Remove((RULES, number))])
    key, rules = _rules_in(root)
    if COMMENT.search(text[key.end_mark.index : rules.value[0].start_mark.index]):
        return without_rules(text)
    return patched(text, [Remove((RULES,))])


def without_rules(text: str) -> str:
    """The file with a list of rules that is empty, where it had one. What stands above that one
    stays."""
    root = composed(text)
    key, rules = _rules_in(root)
    none = Put((RULES,), [], anew=True)
    if rules.flow_style:
        return patched(text, [none])
    colon = text.index(":", key.end_mark.index) + 1
    edits = [Edit(colon, colon, " []"), Edit(*lines_of_item(text, rules.value[0]), "")]
    return applied(text, edits, wanted(plain(root), [none]))


def _rules_in(root: yaml.Node) -> tuple[yaml.Node, yaml.SequenceNode]:
    index = index_of(root, RULES)
    key, rules = root.value[index or 0]
    if not isinstance(rules, yaml.SequenceNode):
        raise UserError(GONE)
    return key, rules


def allowed_patches(text: str, change: SetAllowed, entries: Mapping[str, Entry]) -> Iterator[Patch]:
    """What the list of offers or visuals becomes. `entries` are what new visuals are, by key."""
    root = composed(text)
    name = f"{change.factor}s"
    now = _keys(plain(root), name)
    gone = [key for key in now if key not in change.keys]
    new = [key for key in change.keys if key not in now]
    if not _listed(root, name):
        if change.factor == "visual":
            raise UserError(f"The visuals are not written one below the other. {BY_HAND}")
        if gone or new:
            yield Put((name,), [*(key for key in now if key not in gone), *new])
        return
    for key in gone:
        yield Remove((name, now.index(key)))
    for key in new:
        yield Add((name,), entries[key] if change.factor == "visual" else key)


def visual_in(text: str, key: str) -> Entry:
    """What a file says of one of its visuals. Raises UserError where it has none of this key."""
    content = plain(composed(text))
    visuals = content.get("visuals", []) if isinstance(content, Mapping) else []
    for one in visuals if isinstance(visuals, Sequence) and not isinstance(visuals, str) else ():
        if isinstance(one, Mapping) and one.get("key") == key:
            return one
    raise UserError(f"There is no visual '{key}' to take over any more.")


def _listed(root: yaml.Node, name: str) -> bool:
    """Whether there is a list of this name, written one entry below the other."""
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    found = next((value for key, value in pairs if key.value == name), None)
    return isinstance(found, yaml.SequenceNode) and not found.flow_style and bool(found.value)


def _keys(content: Plain, name: str) -> list[str]:
    found = content.get(name, []) if isinstance(content, Mapping) else []
    if isinstance(found, str | int | Mapping):
        raise UserError(f"There is no list of {name} in the file. {BY_HAND}")
    return [str(one.get("key", "")) if isinstance(one, Mapping) else str(one) for one in found]


def _rules(content: Plain) -> Sequence[Plain]:
    """Raises UserError where something else than a list stands there: somebody wrote it by hand,
    and whoever adds a rule must not write over it."""
    found = content.get(RULES, "") if isinstance(content, Mapping) else ""
    if is_nothing(found):
        return ()
    if isinstance(found, str | int | Mapping):
        raise UserError(
            "The rules are not written as a list, each behind a dash, so nothing is changed by "
            f"itself. {BY_HAND}"
        )
    return found


def number_of(content: Plain, name: str) -> int:
    """Where the rule of this name stands. Raises UserError where there is none, or several."""
    found = [
        number
        for number, rule in enumerate(_rules(content))
        if isinstance(rule, Mapping) and str(rule.get("name", "")).strip() == name
    ]
    if not found:
        raise UserError(GONE)
    if len(found) > 1:
        raise UserError(f"Several rules are called '{name}'. {BY_HAND}")
    return found[0]
