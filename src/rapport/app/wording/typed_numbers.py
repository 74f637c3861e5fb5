"""Numbers as people type them into the console's forms, all of which read them in the same way."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
_GROUPED = re.compile(
    r"-?[1-9][0-9]{0,2}(?:(?P<between>[,.\s'’])[0-9]{3})(?:(?P=between)[0-9]{3})*(?P<rest>[.,][0-9]+)?"
)


def number_typed(words: str, *, whole: bool = False) -> str | None:
    """A number in ASCII digits, with a point before its fraction; None where it is none.

    The fraction may have a comma before it, too, and thousands something between them: `1,5` is
    one and a half and `1,000` a thousand, as they are shown. `1.000` is one, but for a `whole`
    number, which has no fraction.
    """
    plain = _plain(words.strip().replace("−", "-"), whole=whole)
    return None if plain is None or (whole and "." in plain) else plain


def _plain(words: str, *, whole: bool) -> str | None:
    grouped = _GROUPED.fullmatch(words)
    if grouped:
        between, rest = grouped["between"], grouped["rest"] or ""
        is_fraction = between == "." and words.count(".") == 1 and not rest and not whole
        if not is_fraction:
            thousands = words.removesuffix(rest).replace(between, "")
            return None if rest.startswith(between) else thousands + rest.replace(",", ".")
    return words.replace(",", ".") if _PLAIN.fullmatch(words) else None
