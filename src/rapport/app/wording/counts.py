"""Counts as people read them: one profile is not *1 profiles*."""

from __future__ import annotations


def so_many(count: int, one: str, more: str = "") -> str:
    """Such as `1 profile` or `1,200 profiles`; `more` where it is not `one` with an s."""
    return f"{count:,} {one if count == 1 else more or f'{one}s'}"
