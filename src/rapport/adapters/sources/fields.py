"""Reading a decoded payload leniently: names that vary, numbers that are strings, parts missing.

What is missing is empty. What is there and cannot be read is noted as a refusal with its path, and
the rest is taken.
"""

from __future__ import annotations

from rapport.adapters.sources.money import minor_units
from rapport.adapters.sources.payload import JsonObject, as_object, is_object, kind_of, shown
from rapport.adapters.sources.text import as_text, web_address, words
from rapport.ports import Refusal

_TRUE = ("true", "1", "yes")
_FALSE = ("false", "0", "no")
_PARTS = 8
"""Digits after the point that a quantity is looked at with."""


class Fields:
    """One object of a payload. Methods take several names of the same thing, the best one first.

    `where` is the object's path; `exponent` is that of the currency that its amounts are in;
    `notes` collects what could not be read.
    """

    __slots__ = ("exponent", "notes", "values", "where")

    def __init__(
        self, values: JsonObject, where: str, notes: list[Refusal], exponent: int = 2
    ) -> None:
        self.values = values
        self.where = where
        self.notes = notes
        self.exponent = exponent

    def first(self, *names: str) -> object:
        """The first value that is there and not null."""
        for name in names:
            value = self.values.get(name)
            if value is not None:
                return value
        return None

    def text(self, *names: str, limit: int = 200) -> str:
        """The first that holds words or a number, made safe; '' where none does."""
        for name in names:
            value = self.values.get(name)
            if value is not None:
                text = words(value, limit)
                if text:
                    return text
        return ""

    def web(self, *names: str) -> str:
        """The first that is an address on the web, or ''."""
        for name in names:
            value = self.values.get(name)
            if value is not None:
                address = web_address(value)
                if address:
                    return address
        return ""

    def amount(self, *names: str) -> int | None:
        """The first that is there, in minor units; noted and None where it is no amount."""
        for name in names:
            value = self.values.get(name)
            if value is not None and value != "":
                units = minor_units(value, self.exponent)
                if units is None:
                    self.note(name, shown(value), "an amount of money; the rest is taken")
                return units
        return None

    def flag(self, *names: str) -> bool | None:
        """True or false, also where written as a word; None where it says neither."""
        value = self.first(*names)
        if isinstance(value, bool):
            return value
        word = as_text(value).strip().lower()
        if word in _TRUE:
            return True
        return False if word in _FALSE else None

    def not_negative(self, *names: str) -> int | None:
        """As `amount`, for what is nothing or more; noted and None where it is below."""
        units = self.amount(*names)
        if units is None or units >= 0:
            return units
        name = next(n for n in names if self.values.get(n) not in (None, ""))
        found = shown(self.values[name])
        self.note(name, found, "an amount of money, nothing or more; the rest is taken")
        return None

    def quantity(self, *names: str, most: int) -> int:
        """The first that is there, a whole number of pieces up to `most`; 1 where none is there;
        0, noted, where it is no such number."""
        name = next((n for n in names if self.values.get(n) not in (None, "")), None)
        if name is None:
            return 1
        # In parts of a piece, so that what is no whole number is not rounded to one.
        parts = minor_units(self.values[name], _PARTS)
        piece: int = 10**_PARTS  # a power of int is Any to mypy, since it may be a fraction
        pieces, rest = divmod(parts or 0, piece)
        if not rest and 1 <= pieces <= most:
            return pieces
        found = shown(self.values[name])
        self.note(name, found, f"a quantity, a whole number from 1 to {most:,}; the rest is taken")
        return 0

    def child(self, name: str) -> Fields:
        """The object under `name`; an empty one where there is none."""
        return Fields(as_object(self.values.get(name)), self.path(name), self.notes, self.exponent)

    def children(self, *names: str, limit: int) -> list[Fields] | None:
        """The objects of the first list there, at most `limit`; None where no list is."""
        for name in names:
            value = self.values.get(name)
            if isinstance(value, list):
                if len(value) > limit:
                    self.note(name, f"{len(value)} items", f"at most {limit}; the first are taken")
                return [
                    Fields(item, f"{self.path(name)}[{i}]", self.notes, self.exponent)
                    for i, item in enumerate(value[:limit])
                    if self._expect_object(item, name, i)
                ]
        return None

    def path(self, name: str) -> str:
        return f"{self.where}.{name}" if self.where else name

    def note(self, name: str, found: str, expected: str) -> None:
        """Says that the part under `name` was not taken."""
        self.notes.append(Refusal(self.path(name), found, expected))

    def _expect_object(self, item: object, name: str, index: int) -> bool:
        if is_object(item):
            return True
        self.note(f"{name}[{index}]", kind_of(item), "an object; the rest is taken")
        return False
