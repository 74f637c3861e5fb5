"""Which of a home folder's brands a command is about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rapport.errors import UserError


def choose_brand(brands: Sequence[str], asked: str, home: Path) -> str:
    """The brand that is asked for, or the only one there is. Raises UserError where none is."""
    if not brands:
        raise UserError(f"There is no brand in {home} yet. Begin with: rapport init")
    if asked and asked not in brands:
        raise UserError(f"There is no brand '{asked}' here. There is: {', '.join(brands)}.")
    if not asked and len(brands) > 1:
        raise UserError(f"Say which brand with --brand. There is: {', '.join(brands)}.")
    return asked or brands[0]
