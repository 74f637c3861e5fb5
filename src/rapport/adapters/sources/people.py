"""Who an event is about: identifiers and contact data, brought to one form for all sources.

An identifier that cannot be one person's is left out, since it would make many customers one: an
empty word, `undefined`, an address without a domain, a phone number without its country.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from unicodedata import normalize
from zoneinfo import available_timezones

from babel import Locale
from email_validator import EmailNotValidError, validate_email
from msgspec.structs import replace

from rapport.adapters.sources.payload import kind_of
from rapport.adapters.sources.text import as_text, words
from rapport.core.events import Contact, Identifier
from rapport.ports import Refusal

MAX_IDENTIFIER = 255

_NOBODY = frozenset(
    (
        "", "null", "undefined", "none", "nil", "nan", "n/a", "na", "unknown", "anonymous", "guest",
        "true", "false", "0", "-1", "[object object]", "00000000-0000-0000-0000-000000000000",
    )
)  # fmt: skip
"""What broken trackers send for a person they do not know. Thousands of people share it."""

_EMAIL = re.compile(
    r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]+"
    r"@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{1,61}[a-z]"
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_PHONE_DECORATION = re.compile(r"[\s().\-/\u00a0\u2010-\u2015]+|^tel:")
_PHONE = re.compile(r"\+[1-9]\d{7,14}", re.ASCII)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_.].*)?", re.ASCII | re.DOTALL)
_COUNTRY_NAMES = {"uk": "GB", "usa": "US", "england": "GB", "scotland": "GB", "wales": "GB"}


class Person:
    """Gathers what one message tells of a person. Setters ignore what is missing."""

    __slots__ = ("_contact", "_identifiers", "_notes")

    def __init__(self, notes: list[Refusal]) -> None:
        self._notes = notes
        self._identifiers: list[Identifier] = []
        self._contact: dict[str, str] = {}

    def named(self, kind: str, value: object) -> None:
        """Adds an identifier of a kind that has no form of its own."""
        if value is None:
            return
        text = plain_identifier(value)
        if text:
            self._add(Identifier(kind, text))

    def emailed(self, value: object, where: str) -> None:
        """Adds an e-mail address; the first one is the person's. Noted where it is impossible."""
        if value is None or value == "":
            return
        address = email_address(value)
        if not address:
            found = f"{kind_of(value)} that is none"  # never the words: they may be half an address
            self._notes.append(Refusal(where, found, "an e-mail address; the rest is taken"))
        elif "email" not in self._contact:
            self._contact["email"] = address
            self._add(Identifier("email", address))

    def phoned(self, value: object) -> None:
        """Adds a phone number that has its country's prefix; others name nobody for certain."""
        if value is None:
            return
        number = phone_number(value)
        if number and "phone" not in self._contact:
            self._contact["phone"] = number
            self._add(Identifier("phone", number))

    def called(self, first_name: object, last_name: object) -> None:
        """Adds the person's names."""
        self._tell("first_name", words(first_name, 100) if first_name else "")
        self._tell("last_name", words(last_name, 100) if last_name else "")

    def speaks(self, locale: object) -> None:
        """Adds the language of a locale such as `en-GB`."""
        if locale is not None:
            self._tell("language", language_of(locale))

    def lives_in(self, country: object, time_zone: object = None) -> None:
        """Adds a country, by ISO code or English name, and a time zone by its IANA name."""
        if country is not None:
            self._tell("country", country_code(country))
        if isinstance(time_zone, str) and is_time_zone(time_zone):
            self._tell("time_zone", time_zone)

    def identifiers(self) -> tuple[Identifier, ...]:
        return tuple(self._identifiers)

    def contact(self) -> Contact | None:
        """What was told of the person; None where nothing was."""
        return replace(Contact(), **self._contact) if self._contact else None

    def _add(self, identifier: Identifier) -> None:
        if identifier not in self._identifiers:
            self._identifiers.append(identifier)

    def _tell(self, what: str, value: str) -> None:
        if value and what not in self._contact:
            self._contact[what] = value


def plain_identifier(value: object) -> str:
    """`value` as an identifier, or '' where it cannot be one person's or does not fit."""
    text = (value if type(value) is str else as_text(value)).strip()
    if len(text) > MAX_IDENTIFIER or not text.isprintable() or text.lower() in _NOBODY:
        return ""
    return text if text.isascii() else normalize("NFC", text)


def email_address(value: object) -> str:
    """The address in small letters and NFC, its domain in Unicode; '' where it is impossible."""
    if not isinstance(value, str) or len(value) > 320:
        return ""
    text = value.strip().lower()
    if text.isascii() and "@xn--" not in text and ".xn--" not in text:
        fits = len(text) <= 254 and text.find("@") <= 64 and _EMAIL.fullmatch(text)
        return text if fits else ""
    try:
        checked = validate_email(
            normalize("NFC", _INVISIBLE.sub("", text)),
            check_deliverability=False,
            test_environment=True,
        )
    except EmailNotValidError:
        return ""
    address = normalize("NFC", checked.normalized.lower())
    return address if len(address) <= MAX_IDENTIFIER and address.isprintable() else ""


def phone_number(value: object) -> str:
    """The number as `+` and digits (E.164), or '' where the country's prefix is missing."""
    if not isinstance(value, str) or len(value) > 40:
        return ""
    text = _PHONE_DECORATION.sub("", value.strip())
    if text.startswith("00"):
        text = "+" + text[2:]
    return text if _PHONE.fullmatch(text) else ""


@lru_cache(maxsize=512)
def _language(locale: str) -> str:
    found = _LANGUAGE.fullmatch(locale.strip())
    return found.group(1).lower() if found else ""


def language_of(locale: object) -> str:
    """`en` of `en-GB` or `en_GB`; '' where it is no locale."""
    return _language(locale) if isinstance(locale, str) and len(locale) <= 40 else ""


def country_code(value: object) -> str:
    """The ISO 3166 code in capitals, also of a country's English name; '' where not known."""
    if not isinstance(value, str) or len(value) > 80:
        return ""
    name = value.strip().lower()
    return _country_codes().get(name, "")


def is_time_zone(name: str) -> bool:
    """Whether this is an IANA time zone."""
    return name in _time_zones()


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones() - {"localtime", "posixrules", "Factory"})


@cache
def _country_codes() -> dict[str, str]:
    english = Locale("en").territories.items()
    names = {str(code): str(name).lower() for code, name in english if re.match(r"[A-Z]{2}$", code)}
    del names["ZZ"]
    return {
        **{name: code for code, name in names.items()},
        **{code.lower(): code for code in names},
        **_COUNTRY_NAMES,
    }
