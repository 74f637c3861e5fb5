"""Reasons that people give for what they do: each stands in the audit log, so each has an end."""

from __future__ import annotations

from rapport.errors import UserError

LONGEST_REASON = 500
"""Characters."""


def fits(why: str) -> None:
    """Raises UserError for a reason that is too long, rather than keep only half of it."""
    count = len(why.strip())
    if count > LONGEST_REASON:
        raise UserError(
            f"That reason has {count:,} characters, and {LONGEST_REASON} fit into the audit log. "
            "Nothing was done: shorten it, and try again."
        )


def ended(words: str) -> str:
    """The words as a sentence: what somebody gave as a reason may end one already."""
    return words if words.rstrip().endswith((".", "!", "?", "…")) else f"{words}."
