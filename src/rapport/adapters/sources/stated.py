"""What people say of themselves, out of the object `preferences` of a payload.

Only there is it looked for: other traits may hold anything about a person.
"""

from __future__ import annotations

from rapport.adapters.sources.fields import Fields
from rapport.adapters.sources.payload import is_object, kind_of
from rapport.adapters.sources.text import as_text, is_personal
from rapport.core.person.preferences import may_be_kept, word

MAX_TOLD = 24


def stated_preferences(fields: Fields, name: str = "preferences") -> dict[str, str] | None:
    """Short words by key, '' where one is taken back; None where nothing is told.

    What cannot be kept is noted by its key alone: its value may be what must not be known.
    """
    told = fields.values.get(name)
    if not is_object(told):
        return None
    kept: dict[str, str] = {}
    for key, value in list(told.items())[:MAX_TOLD]:
        short, said = word(key), _said(value)
        where = f"{name}.{short or '?'}"
        if said is None:
            fields.note(where, kind_of(value), "a word, a number, or true or false")
        elif not may_be_kept(short, said) or is_personal(key):
            fields.note(where, "what may not be kept", "a preference that is no protected trait")
        else:
            kept[short] = said
    if len(told) > MAX_TOLD:
        fields.note(name, f"{len(told)} preferences", f"at most {MAX_TOLD}; the first are taken")
    return kept or None


def _said(value: object) -> str | None:
    """A value as it is kept; '' for null, None for what is no single word."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = as_text(value)
    if not text.strip():
        return "" if isinstance(value, str) else None
    return word(text) or None
