"""What people call what can be stopped: by its name in the brand's files."""

from __future__ import annotations

from collections.abc import Mapping

from rapport.core.blueprint import Blueprint
from rapport.core.oversight.stopping import BRAND, EVERYTHING, FLOW, FRAMEWORK, MESSAGE, Switch

Names = Mapping[Switch, str]


def names_in(blueprint: Blueprint) -> Names:
    """Each flow and framework that was ever published, by the newest name that it has had."""
    found: dict[Switch, str] = {Switch(BRAND): blueprint.releases[-1].brand.name}
    for release in blueprint.releases:
        found.update((Switch(FLOW, flow.key), flow.name) for flow in release.flows)
        found.update((Switch(FRAMEWORK, one.key), one.name) for one in release.frameworks)
    return found


def called(switch: Switch, names: Names) -> str:
    """Such as `the flow ‘Checkout left behind’`; by its key where no name is known."""
    name = names.get(switch, switch.key)
    if switch.kind == EVERYTHING:
        return "everything, of every brand"
    if switch.kind == BRAND:
        return f"all of {name}" if name else "the brand"
    if switch.kind == MESSAGE:
        return f"the message {name}"
    return f"the {switch.kind} ‘{name}’"


def to_type(switch: Switch, names: Names) -> str:
    """The same with the key, where that is what one types: `The flow ‘Basket’ (basket-flow)`."""
    key = f" ({switch.key})" if switch in names and switch.key else ""
    return f"{begun(called(switch, names))}{key}"


def begun(words: str) -> str:
    """The words as a sentence begins, and nothing else of them changed: keys and names stay."""
    return words[:1].upper() + words[1:]
