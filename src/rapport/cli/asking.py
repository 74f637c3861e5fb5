"""A question at the terminal, and its answer."""

from __future__ import annotations

import sys

from rapport.cli.output import terminal
from rapport.errors import UserError

YES, NO = ("y", "yes"), ("n", "no", "")


class NotConfirmedError(UserError):
    """Somebody thought better of it."""


def ask(question: str) -> str:
    """A line of the answer; empty where there is none."""
    terminal().print(question, end="", markup=False)
    return sys.stdin.readline().strip()


def not_confirmed(answer: str, said: str) -> NotConfirmedError:
    """Nothing is done; `said` is how it is done without a question, for where nobody was there to
    answer."""
    unasked = not answer and not sys.stdin.isatty()
    return NotConfirmedError(f"Nothing was done.{f' {said}' if unasked else ''}")
