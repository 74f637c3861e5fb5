"""What a change to a framework's rules, offers or visuals means for the text of its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import yaml

from rapport.adapters.brand_folder.patching import (
    BY_HAND,
    Add,
    Patch,
    Plain,
    Put,
    Remove,
    composed,
    patched,
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
GONE = "This rule is not in the file any more: somebody changed or removed it."

Entry = Mapping[str, Plain]


def with_rule(text: str, change: SaveRule, was: Rule | None) -> str:
    """The file with a rule, new or changed from what it `was`. What stays as it is keeps its form.

    Raises UserError where it cannot be made by itself.
    """
    root = composed(text)
    content = plain(root)
    after = write_rule(change.rule)
    if was is None:
        patch: Patch = Add((RULES,), after)
        if not _listed(root, RULES):
            if _rules(content):
                raise UserError(f"The rules are not written one below the other. {BY_HAND}")
            before = content if isinstance(content, Mapping) else {}
            patch = Put((RULES,), [after], after="writer" if "writer" in before else "slots")
        return patched(text, [patch])
    place = (RULES, number_of(content, change.named))
    before = write_rule(was)
    patches: list[Patch] = []
    for key in _ORDER:
        if key in after and after[key] != before.get(key):
            above = [one for one in _ORDER[: _ORDER.index(key)] if one in before]
            patches.append(Put((*place, key), after[key], after=above[-1] if above else ""))
        elif key in before and key not in after:
            patches.append(Remove((*place, key)))
    try:
        return patched(text, patches)
    except UserError:  # such as keys that trade places
        return patched(text, [Put(place, after)])


def without_rule(text: str, change: RemoveRule) -> str:
    """The file without a rule; with the last one their list goes, too."""
    content = plain(composed(text))
    number = number_of(content, change.named)
    last = len(_rules(content)) == 1
    return patched(text, [Remove((RULES,)) if last else Remove((RULES, number))])


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
    found = content.get(RULES, []) if isinstance(content, Mapping) else []
    return () if isinstance(found, str | int | Mapping) else found


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
