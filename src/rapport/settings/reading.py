"""Settings out of the environment: each text read as what it is, then looked at together."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from ipaddress import IPv6Address
from pathlib import Path

from rapport.settings.checks import check
from rapport.settings.table import PREFIX, Keys, Settings, SettingsError, rows

NOT_OURS = ("RAPPORT_DATA",)
"""Variables that begin alike and are not settings: where the tests look for public data."""

_ADDRESS = re.compile(
    r"(?P<scheme>https?)://"
    r"(?P<host>[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\[(?P<number>[0-9a-f:.]+)\])"
    r"(?P<port>:\d{1,5})?/?",
    re.ASCII | re.IGNORECASE,
)
"""A host of its own; what is not ASCII is written as browsers send it, `xn--…`."""


def load(environment: Mapping[str, str]) -> Settings:
    """The settings in `environment`. Raises SettingsError if one is unknown or cannot be used."""
    known = {row.name: row for row in rows()}
    values = {}
    for name, text in environment.items():
        if not name.startswith(PREFIX) or name in NOT_OURS:
            continue
        if name not in known:
            raise SettingsError(f"{name} is not a setting. The settings are in docs/settings.md.")
        if text.strip():
            values[known[name].field] = READERS[known[name].kind](name, text.strip())
    if "base_url" in values:
        values["base_url"] = _base_address(str(values["base_url"]))
    elif "port" in values:
        values["base_url"] = f"http://127.0.0.1:{values['port']}"
    # Each value was read by the reader of its field's own type.
    settings = Settings(**values)  # type: ignore[arg-type]
    check(settings)
    return settings


def _text(name: str, text: str) -> str:
    if not text.isprintable():
        raise SettingsError(
            f"{name} holds a line break or another invisible character; leave it out."
        )
    return text


def _path(_: str, text: str) -> Path:
    return Path(text).expanduser()


def _whole(name: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) < 65_536):
        raise SettingsError(f"{name} is {text!r}; write a whole number from 0 to 65535.")
    return int(text)


def _seconds(name: str, text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0.0 < seconds <= 3_600.0:
        raise SettingsError(f"{name} is {text!r}; write a number of seconds, such as 20.")
    return seconds


def _base_address(text: str) -> str:
    """The address without a slash behind it: what links begin with."""
    found = _ADDRESS.fullmatch(text)
    if found is None or not (_is_port(found["port"]) and _is_number(found["number"])):
        shown = "" if "@" in text else f" is {text!r}"  # a password may stand before the @
        raise SettingsError(
            f"RAPPORT_BASE_URL{shown or ' cannot be used'}; write https:// (or http://) and the "
            "name of a host of Rapport's own, with nothing behind it, such as "
            "https://mail.shop.example. Below a path of another site its pages do not work."
        )
    return f"{found['scheme']}://{found['host']}".lower() + (found["port"] or "")


def _is_port(text: str | None) -> bool:
    return text is None or 0 < int(text[1:]) < 65_536


def _is_number(text: str | None) -> bool:
    """Whether what stands in brackets is an IPv6 address; there need be none."""
    try:
        return text is None or IPv6Address(text).version == 6
    except ValueError:
        return False


def _keys(name: str, text: str) -> Keys:
    """Reads `brand=key brand=key`; what is wrong is told by its place, since it may be a secret."""
    keys: dict[str, tuple[str, ...]] = {}
    for place, pair in enumerate(text.split(), start=1):
        brand, _, key = pair.partition("=")
        if not brand or not key:
            raise SettingsError(f"{name}: entry {place} is not of the form brand=key.")
        if "," in key:
            raise SettingsError(
                f"{name}: entry {place} holds a comma; write several with spaces between."
            )
        keys[brand] = (*keys.get(brand, ()), key)
    return keys


READERS: Mapping[str, Callable[[str, str], object]] = {
    "str": _text,
    "path": _path,
    "int": _whole,
    "float": _seconds,
    "keys": _keys,
}
