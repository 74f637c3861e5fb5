"""What a change to the voice or the claims means for the text of `voice.yaml` and `claims.yaml`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from rapport.adapters.brand_folder.changing import items_of, mapping_of
from rapport.adapters.brand_folder.in_yaml import in_yaml
from rapport.adapters.brand_folder.patching import Add, Patch, Place, Put, Remove, patched
from rapport.adapters.brand_folder.patching_lists import list_anew, with_lines
from rapport.adapters.brand_folder.stretches import BY_HAND, Plain, composed, is_nothing, plain
from rapport.adapters.brand_folder.write import write_claim, write_tone
from rapport.core.creative.voice_editing import (
    LEVEL,
    STOP,
    RemoveClaim,
    RetireTone,
    Said,
    SaveClaim,
    SaveTone,
    SetVoice,
    VoiceChange,
)
from rapport.errors import UserError
from rapport.ports.brand_files import file_of

OTHERWISE = "Whoever runs Rapport can change it in the file itself."

_IN_WORDS = ("use", "avoid", "require")
_MAY_LACK = ("require",)
_AFTER = {"require": "avoid", "stop": "reading_level"}


def voice_texts_with(change: VoiceChange, read: Callable[[str], str]) -> dict[str, str]:
    """The file that a change makes, by name; nothing where it says so already. `read` gives nothing
    for a file that is not there. Raises UserError where it cannot be made by itself."""
    name = file_of(change)
    before = read(name)
    try:
        after = voice_text_with(before, change)
    except UserError as error:
        raise UserError(str(error).replace(BY_HAND, OTHERWISE)) from error
    return {name: after} if after != before else {}


def voice_text_with(text: str, change: VoiceChange) -> str:
    """The file's text with a change. Raises UserError where it cannot be made by itself."""
    if isinstance(change, SetVoice):
        for part, said in change.touched.items():
            text = _with_part(text, part, said)
        return text
    if isinstance(change, SaveClaim):
        return _with_entry(text, "claims", write_claim(change.claim))
    if isinstance(change, SaveTone):
        return _with_entry(text, "tones", write_tone(change.tone))
    return _without_entry(text, "claims" if isinstance(change, RemoveClaim) else "tones", change)


# --- Parts of the voice --------------------------------------------------------------------------


def _with_part(text: str, part: str, said: Said) -> str:
    if isinstance(said, str):
        return _with_words(text, (part,), said)
    if part.startswith(STOP):
        return _with_phrases(text, part.removeprefix(STOP), said)
    if part in _MAY_LACK and not said:
        there = part in mapping_of(_content(text).get("words", {}))
        return patched(text, [Remove(("words", part))]) if there else text
    place = ("words", part) if part in _IN_WORDS else (part,)
    return with_lines(text, place, said, after=_AFTER.get(part, ""))


def _with_words(text: str, place: Place, said: str) -> str:
    now = _content(text).get(str(place[-1]), "")
    if isinstance(now, str) and now.strip() == said:
        return text
    digits = place == (LEVEL,) and said.isascii() and said.isdigit()
    return patched(text, [Put(place, int(said) if digits else said)])


def _with_phrases(text: str, check: str, said: tuple[str, ...]) -> str:
    """Phrases for one check; with the last of all of them their list goes, too."""
    there = _content(text).get("stop", "")
    if not isinstance(there, Mapping) and not is_nothing(there):  # not to be written over
        raise UserError(f"Below 'stop' the phrases are not written by their checks. {BY_HAND}")
    now = mapping_of(there)
    if not said:
        if check not in now:
            return text
        return patched(text, [Remove(("stop",) if len(now) == 1 else ("stop", check))])
    if not now:
        return patched(text, [Put(("stop",), {check: list(said)}, after=_AFTER["stop"])])
    return with_lines(text, ("stop", check), said)


# --- Tones and claims ----------------------------------------------------------------------------


def _with_entry(text: str, name: str, after: Mapping[str, Plain]) -> str:
    """An entry by its key: a new one, or what it becomes. What stays as it is keeps its form."""
    if not text.strip():
        return in_yaml({name: [dict(after)]})
    entries = [one for one in items_of(_content(text).get(name, [])) if one != ""]
    number = _number(text, name, str(after["key"]))
    if number is None and not entries:
        return patched(text, [Put((name,), [dict(after)])])
    if number is None:
        try:
            return patched(text, [Add((name,), dict(after))])
        except UserError:  # such as a list within brackets
            return list_anew(text, (name,), [*entries, dict(after)])
    before = mapping_of(entries[number])
    patches = list(_patches((name, number), before, after))
    try:
        return patched(text, patches)
    except UserError:  # such as several lines within braces
        return patched(text, [Put((name, number), dict(after))])


def _patches(
    place: Place, before: Mapping[str, Plain], after: Mapping[str, Plain]
) -> Iterator[Patch]:
    above = ""
    for key, said in after.items():
        if str(before.get(key, "")).strip() != said:
            yield Put((*place, key), said, after=above)
        above = key if key in before else above
    yield from (Remove((*place, key)) for key in before if key not in after)


def _without_entry(text: str, name: str, change: RetireTone | RemoveClaim) -> str:
    number = _number(text, name, change.key)
    if number is None:
        raise UserError("It is not in the file any more: somebody took it out already.")
    entries = items_of(_content(text).get(name, []))
    if len(entries) == 1:
        return patched(text, [Put((name,), [])])
    try:
        return patched(text, [Remove((name, number))])
    except UserError:
        return list_anew(text, (name,), [*entries[:number], *entries[number + 1 :]])


def _number(text: str, name: str, key: str) -> int | None:
    for number, one in enumerate(items_of(_content(text).get(name, []))):
        if mapping_of(one).get("key") == key:
            return number
    return None


def _content(text: str) -> Mapping[str, Plain]:
    return mapping_of(plain(composed(text)))
