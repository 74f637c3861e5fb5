"""One line of a set: a rewrite by our names, whatever the line calls its parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from rapport.app.redteam.names import (
    KEYS,
    KNOWN,
    OTHER_SLOTS,
    PASS,
    SURELY_SLOTS,
    category,
    plain,
    verdict,
    verdict_of_key,
)
from rapport.app.redteam.words import Notes, packed, shown, words_in
from rapport.core.creative.framework import NO_OFFER


class Line(Struct, frozen=True):
    """One rewrite of a set. `number` is that of its line (in a JSON array: of its entry), from 1;
    0 where it is from no file.

    `offer` is what was decided: a key of offers.yaml, `none`, or nothing where it is not known.
    `earlier` are the slots of messages that the person got before. `framework` and `tone` are empty
    where the line does not say.
    """

    framework: str
    tone: str
    slots: dict[str, str]
    expected: Literal["reject", "pass"]
    why: str
    category: str = ""
    offer: str | None = None
    language: str = ""
    earlier: tuple[dict[str, str], ...] = ()
    number: int = 0


class CannotTellError(Exception):
    """The words or the verdict of a line cannot be known; says why."""


def line_of(entry: object, number: int, notes: Notes) -> Line:
    """The rewrite in a line as JSON was decoded. Raises CannotTellError."""
    if isinstance(entry, CannotTellError):
        raise entry
    if not isinstance(entry, dict):
        raise CannotTellError("it is no object with keys")
    for value in entry.values():
        if isinstance(value, list):
            for one in value:
                if isinstance(one, CannotTellError):
                    raise one
    fields = _Fields(entry)
    expected, slots = fields.expected(), fields.slots()
    line = Line(
        framework=fields.words("framework"),
        tone=fields.words("tone"),
        slots=slots,
        expected="pass" if expected == PASS else "reject",
        why=fields.words("why"),
        category=category(fields.words("category")),
        offer=fields.offer(),
        language=fields.language(),
        earlier=fields.earlier(),
        number=number,
    )
    if not line.why:
        fields.taken.add("there is no 'why'")
    notes.add(fields.taken)
    return line


class _Fields:
    """What a line says under any of the names for it. `taken` are the sentences about that."""

    def __init__(self, entry: Mapping[str, object]) -> None:
        self._entry = entry
        # Of two keys that differ in capitals alone, the first counts.
        self._keys = {plain(key): key for key in reversed(tuple(entry))}
        self.taken: set[str] = set()

    def _under(self, ours: str) -> tuple[str, object]:
        """The key that the line has for one of ours, and what it holds: the first with anything."""
        for other in KEYS[ours].split():
            key = ours if other == ours and ours in self._entry else self._keys.get(plain(other))
            if key is not None and self._entry[key] not in (None, ""):
                return key, self._entry[key]
        return "", None

    def _called(self, key: str, ours: str) -> None:
        if key != ours:
            self.taken.add(f"'{shown(key)}' was taken for '{ours}'")

    def words(self, ours: str) -> str:
        """A value that is words; empty where there is none."""
        key, value = self._under(ours)
        found = (words_in(value) or "").strip()
        if found:
            self._called(key, ours)
        return found

    def language(self) -> str:
        """Such as `en`, of `en-GB` or `EN`."""
        return self.words("language").replace("_", "-").partition("-")[0].lower()

    def expected(self) -> str:
        """`reject` or `pass`. Raises CannotTellError."""
        self._one_verdict()
        key, value = self._under("expected")
        if isinstance(value, dict):
            found = _Fields(value).expected()
            self.taken.add(f"what is expected was read within '{shown(key)}'")
        elif key:
            found = verdict(value)
            if not found:
                raise CannotTellError(f"'{shown(key)}' is neither reject nor pass: {shown(value)}")
            if value != found:
                self.taken.add(f"'{shown(value)}' was taken for '{found}'")
        else:
            told = {k: v for k, value in self._entry.items() if (v := verdict_of_key(k, value))}
            if len(set(told.values())) != 1:
                raise CannotTellError("it does not say what is expected, reject or pass")
            key, found = next(iter(told.items()))
            self.taken.add(f"'{shown(key)}: {shown(self._entry[key])}' was taken for '{found}'")
            return found
        self._called(key, "expected")
        return found

    def _one_verdict(self) -> None:
        """Raises CannotTellError where keys that say what is expected contradict each other."""
        names = frozenset(map(plain, KEYS["expected"].split()))
        told = {
            key: found
            for key, value in self._entry.items()
            if plain(key) in names and not isinstance(value, dict) and (found := verdict(value))
        }
        if len(set(told.values())) > 1:
            said = " and ".join(f"'{shown(key)}: {shown(self._entry[key])}'" for key in told)
            raise CannotTellError(f"{said} contradict each other")

    def slots(self) -> dict[str, str]:
        """The message: under one key, at the top of the line, or both. Raises CannotTellError."""
        found: dict[str, str] = {}
        packed_up = False
        for other in KEYS["slots"].split():
            key = self._keys.get(plain(other), "")
            held = self._entry.get(key)
            if (inner := packed(held)) is not None:
                found = self._slots_of(key, inner)
                self._called(key, "slots")
                packed_up = True
                break
        beside = SURELY_SLOTS if found else OTHER_SLOTS.keys()
        had = {OTHER_SLOTS.get(plain(slot)) for slot in found}
        for key in self._entry:
            ours = OTHER_SLOTS[plain(key)] if plain(key) in beside else None
            words = words_in(self._entry[key])
            if (
                ours in (None, *had)
                or words is None
                or (plain(key) == "offer" and " " not in words)
            ):
                continue
            found[key] = words
            self.taken.add(f"the slot '{shown(key)}' stood at the top of the line")
        if not packed_up and "body" not in {OTHER_SLOTS.get(plain(slot)) for slot in found}:
            self._all_as_body(found)
        if not found:
            raise CannotTellError("there are no words in it, as 'slots'")
        self._unread(found)
        return found

    def _unread(self, found: Mapping[str, str]) -> None:
        """Says which sentences of the line are neither slots nor anything else that we know."""
        for key, value in self._entry.items():
            if key not in found and plain(key) not in KNOWN and " " in (words_in(value) or ""):
                self.taken.add(f"'{shown(key)}' was left unread")

    def _all_as_body(self, found: dict[str, str]) -> None:
        """A message that is one piece of words and no slots."""
        for other in KEYS["slots"].split():
            key = self._keys.get(plain(other), "")
            held = self._entry.get(key)
            words = words_in(held) if isinstance(held, (str, list)) else None
            if words and key not in found:
                found["body"] = words
                self.taken.add(f"'{shown(key)}', words in one piece, was taken for the body")
                return

    def _slots_of(self, key: str, held: Mapping[str, object]) -> dict[str, str]:
        found = {}
        for slot, value in held.items():
            words = words_in(value)
            if words is not None:
                found[slot] = words
                if not isinstance(value, str):
                    self.taken.add(f"'{shown(slot)}', not one piece of words, was put together")
            elif value is not None:
                raise CannotTellError(
                    f"'{shown(slot)}' in '{shown(key)}' is no words: {shown(value)}"
                )
        return found

    def offer(self) -> str | None:
        """The offer's key, `none`, or nothing where it is not known."""
        key, value = self._under("offer")
        if isinstance(value, dict):
            value = value.get("key", value.get("name"))
        words = (words_in(value) or "").strip()
        if value is False or plain(words) in ("none", "nooffer", "null"):
            return NO_OFFER
        if not words or " " in words:
            return None
        self._called(key, "offer")
        return words

    def earlier(self) -> tuple[dict[str, str], ...]:
        """The slots of earlier messages, where they are a list of such."""
        key, value = self._under("earlier")
        entries = value if isinstance(value, list) else [] if value is None else [value]
        messages = [held for one in entries if (held := packed(one)) is not None]
        if len(messages) < len(entries):
            self.taken.add(f"'{shown(key)}' holds other than slots, which was left unread")
        return tuple(self._slots_of(key, held) for held in messages)
