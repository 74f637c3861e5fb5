"""Words from outside, made fit to be stored and shown: bounded, and free of what harms.

What leaves here is valid UTF-8 with no control characters and no marks that turn the direction of
the text around it. Nothing in an event's body may say who the person is, so e-mail addresses inside
free words and addresses of pages are taken out.
"""

from __future__ import annotations

import re

MAX_WORDS = 500
MAX_URL = 2_048
MAX_PROPERTIES = 50

# Controls, line separators, direction overrides and isolates, surrogates, non-characters.
_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]+"
)
_EMAIL_INSIDE = re.compile(r"[^\s@<>(),;:\"']{1,64}@[^\s@<>(),;:\"']+\.[^\s@<>(),;:\"']{2,}")
_WEB = re.compile(r"https?://[^\s/?#@\\]+(?:[/?#][^\s<>\"\\]*)?", re.IGNORECASE)
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")

_PERSONAL = frozenset(
    (
        "email", "emailaddress", "useremail", "customeremail", "phone", "phonenumber", "mobile",
        "telephone", "firstname", "lastname", "fullname", "surname", "username", "customername",
        "address", "address1", "address2", "street", "zip", "postcode", "postalcode", "city", "ip",
        "ipaddress", "birthday", "birthdate", "dateofbirth", "dob", "gender", "age", "recipient",
        "latitude", "longitude", "password", "token", "creditcard", "iban", "ssn",
    )
)  # fmt: skip
"""Names of properties that say who a person is, or what must not be known; they are left out."""

Scalar = str | int | float | bool | None


def as_text(value: object) -> str:
    """A string or a number as text, unchecked; empty for everything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e18:
        value = int(value)
    return str(value) if isinstance(value, float) or value.bit_length() < 128 else ""


def words(value: object, limit: int = MAX_WORDS) -> str:
    """Words to store and show: at most `limit` characters, with nothing harmful in them."""
    text = value if type(value) is str else as_text(value)
    if len(text) > limit:
        text = text[:limit]
    if not text.isprintable():
        text = _HARMFUL.sub(" ", text)
    return text.strip()


def anonymous_words(value: object, limit: int = MAX_WORDS) -> str:
    """Words that a person wrote freely, with e-mail addresses taken out."""
    text = words(value, limit)
    return _EMAIL_INSIDE.sub("[e-mail]", text) if "@" in text else text


def web_address(value: object) -> str:
    """An absolute address on the web, or '' where `value` is none that is safe to link to.

    Parameters that hold an e-mail address are taken out.
    """
    if not isinstance(value, str) or len(value) > MAX_URL:
        return ""
    text = value.strip()
    if not text.isprintable() or not _WEB.fullmatch(text):
        return ""
    if "@" not in text and "%40" not in text:
        return text
    before, mark, after = text.partition("?")
    kept = [p for p in after.split("&") if "@" not in p and "%40" not in p]
    bare = before + (mark + "&".join(kept) if kept else "")
    return "" if "@" in bare or "%40" in bare else bare


def anonymous_properties(values: dict[str, object]) -> dict[str, Scalar]:
    """At most `MAX_PROPERTIES` plain values, without those that say who the person is."""
    kept: dict[str, Scalar] = {}
    for name, value in values.items():
        if len(kept) >= MAX_PROPERTIES:
            break
        key = words(name, 100)
        if not key or is_personal(name) or not _is_plain(value):
            continue
        kept[key] = anonymous_words(value) if isinstance(value, str) else _plain(value)
    return kept


def is_personal(name: str) -> bool:
    """Whether a property of this name says who a person is."""
    return _NOT_A_LETTER.sub("", name.lower()) in _PERSONAL


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, str | int | float)


def _plain(value: object) -> Scalar:
    """As it is, where the stores can hold it: whole numbers of more than 64 bits are text."""
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return str(value) if value.bit_length() < 1024 else None
    return value if isinstance(value, int | float) else None
