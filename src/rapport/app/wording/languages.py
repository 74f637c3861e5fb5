"""Languages by their names, for those who choose one."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

PAGES_SPEAK = "en"
"""The language of the console and the terminal, which goes without saying there."""


@cache
def language_name(code: str) -> str:
    """Such as `German` for `de`; the code itself where nobody knows it."""
    try:
        return Locale.parse(code, sep="-").get_display_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code
