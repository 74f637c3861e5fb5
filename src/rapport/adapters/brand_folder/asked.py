"""`preferences` in brand.yaml: what the brand asks its customers for, and who asks about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from rapport.adapters.brand_folder.nodes import Value, near
from rapport.core.bounds import MAX_PREFERENCES
from rapport.core.creative.framework import Block, Condition
from rapport.core.person.preferences import (
    ANY_WORD,
    CHOICE,
    YES_OR_NO,
    AskedFor,
    declared,
    may_be_kept,
    word,
)
from rapport.core.person.signals import split

WRITTEN = f"a list of answers, '{YES_OR_NO}' or '{ANY_WORD}'"


def read_preferences(value: Value) -> tuple[AskedFor, ...]:
    """Each preference by its key: `brew: [green, black]`, `gifts: yes or no`, `tea: any word`."""
    if value.missing:
        return ()
    found = []
    for key, answers in value.entries().items():
        if key != word(key):
            answers.problem(f"the key is kept as '{word(key)}': write it so")
        elif not may_be_kept(key, ""):
            answers.problem("it names a protected trait, which is never kept")
        else:
            found.append(_asked_for(key, answers))
    if len(found) > MAX_PREFERENCES:
        value.problem(f"found {len(found)} preferences, expected at most {MAX_PREFERENCES}")
    return tuple(found[:MAX_PREFERENCES])


def _asked_for(key: str, answers: Value) -> AskedFor:
    if answers.written in (YES_OR_NO, ANY_WORD):
        return AskedFor(key, answers.written)
    if answers.written or answers.is_mapping:
        answers.expected(WRITTEN)
        return AskedFor(key)
    values = []
    for answer in answers.items():
        said = answer.line_of_text(most=60)
        if said != word(said):
            answer.problem(f"the answer is kept as '{word(said)}': write it so")
        elif not may_be_kept(key, said):
            answer.problem("it names a protected trait, which is never kept")
        else:
            values.append(said)
    if not values:
        answers.expected(WRITTEN)
    return AskedFor(key, CHOICE, tuple(values))


def write_preferences(asked_for: tuple[AskedFor, ...] | None) -> dict[str, object]:
    """As they stand in brand.yaml."""
    return {
        one.key: list(one.values) if one.kind == CHOICE else one.kind for one in asked_for or ()
    }


def undeclared(
    asked_for: tuple[AskedFor, ...] | None, written: Struct | Iterable[Struct]
) -> list[str]:
    """A sentence for each preference that a condition asks for and the brand does not."""
    keys = [one.key for one in asked_for or ()]
    said = {}
    for condition in _conditions(written):
        family, told = split(condition.signal)
        key, _, answer = told.partition("=")
        if family == "stated" and not declared(asked_for, key, answer):
            known = near(key, keys) or (f" (there are {', '.join(keys)})" if keys else "")
            said[told] = (
                f"a condition asks for '{condition.signal}', which nobody is asked: declare "
                f"'{key}' with the answer '{answer}' under preferences in brand.yaml{known}"
            )
    return list(said.values())


def _conditions(thing: object) -> Iterator[Condition]:
    """Every condition in what people wrote, however deep. Blocks, of which there are most, have
    none."""
    waiting = [thing]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Condition):
            yield one
        elif isinstance(one, Struct) and not isinstance(one, Block):
            waiting += [getattr(one, name) for name in reversed(one.__struct_fields__)]
        elif isinstance(one, dict):
            waiting += reversed(one.values())
        elif isinstance(one, list | tuple):
            waiting += reversed(one)
