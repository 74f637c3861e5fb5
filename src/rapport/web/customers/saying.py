"""Words of the customers' pages with names filled in, in the order in which they are read."""

from __future__ import annotations

from rapport.core.creative.directions import BEGIN, END, RTL, direction
from rapport.core.creative.fixed_words import filled


def said(words: str, language: str, **values: str) -> str:
    """The words with values in place of `{name}` and its like. Between words from right to left
    each stands by itself, so that a name keeps its order and the full stop after it its place."""
    if direction(language) == RTL:
        values = {name: f"{BEGIN}{value}{END}" for name, value in values.items()}
    return filled(words, **values)
