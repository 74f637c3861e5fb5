"""What written files are made of, and the parts that several of them have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rapport.adapters.brand_folder.scalars import write_condition
from rapport.core.creative.framework import Condition

# What YAML is made of: words, whole numbers, booleans, lists and mappings of them.
Plain = dict[str, Any]


def filled(**parts: object) -> Plain:
    """The parts that say something."""
    return {name: part for name, part in parts.items() if part not in ("", (), [], {}, None)}


def conditions(conditions: Iterable[Condition]) -> list[str]:
    return [write_condition(condition) for condition in conditions]


def one_or_list(keys: Sequence[str]) -> str | list[str]:
    return keys[0] if len(keys) == 1 else list(keys)
