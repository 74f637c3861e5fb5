"""Reasons that people give for what they do: each stands in the audit log, so each has an end."""

from __future__ import annotations

from rapport.core.creative.wording import invisible_in
from rapport.errors import UserError

LONGEST_REASON = 500
"""Characters."""


def fits(why: str) -> None:
    """Raises UserError for a reason that is too long, rather than keep only half of it, or that
    would be shown as something else than it says."""
    all_seen(why, "reason")
    count = len(why.strip())
    if count > LONGEST_REASON:
        raise UserError(
            f"That reason has {count:,} characters, and {LONGEST_REASON} fit into the audit log. "
            "Nothing was done: shorten it, and try again."
        )


def all_seen(words: str, what: str) -> None:
    """Raises UserError for words, called such as `reason`, with something in them that cannot be
    seen, or that turns what is written around it."""
    if character := invisible_in(words.replace("\r\n", "\n")):
        raise UserError(
            f"That {what} holds a character that cannot be seen or turns the direction of writing "
            f"({character}). Nothing was done: type it again, without that."
        )


def ended(words: str) -> str:
    """The words as a sentence: what somebody gave as a reason may end one already."""
    return words if words.rstrip().endswith((".", "!", "?", "…")) else f"{words}."
