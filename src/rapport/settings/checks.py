"""What settings must be to work, alone and together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from rapport.settings.hosts import is_for_strangers, is_loopback
from rapport.settings.table import PREFIX, Keys, Settings, SettingsError, rows

SHORTEST_KEY = 16
"""The characters of what lets somebody give consent, or open the console."""

_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.ASCII | re.IGNORECASE)


def check(settings: Settings) -> None:
    """Raises SettingsError where settings cannot work, or not together."""
    choices = {
        "sender": ("eml", "smtp"),
        "smtp_security": ("starttls", "ssl", "none"),
        "model_stream": ("on", "off"),
        "log_level": ("debug", "info", "warning", "error"),
    }
    for name, allowed in choices.items():
        found = getattr(settings, name)
        if found not in allowed:
            raise SettingsError(
                f"{PREFIX}{name.upper()} is {found!r}; write one of {', '.join(allowed)}."
            )
    if not (settings.port and settings.smtp_port):
        raise SettingsError("RAPPORT_PORT and RAPPORT_SMTP_PORT must be from 1 to 65535.")
    if settings.sender == "smtp" and not settings.smtp_host:
        raise SettingsError("RAPPORT_SENDER is smtp, so RAPPORT_SMTP_HOST must name a server.")
    _check_way_out(settings)
    _check_sources(settings)
    _check_model(settings)
    if settings.console_token and len(settings.console_token) < SHORTEST_KEY:
        raise SettingsError(
            f"RAPPORT_CONSOLE_TOKEN is too short; write at least {SHORTEST_KEY} characters that "
            "nobody guesses."
        )


def _check_way_out(settings: Settings) -> None:
    """Real mail: its links must lead to us from anywhere, and cannot be mended once it is out."""
    if settings.sender != "smtp":
        return
    url = urlsplit(settings.base_url)
    if not is_for_strangers(url.hostname or ""):
        raise SettingsError(
            f"RAPPORT_SENDER is smtp and RAPPORT_BASE_URL is {settings.base_url}: nobody who gets "
            "a message could reach that, to unsubscribe. Write the address at which everybody "
            "reaches Rapport, such as https://mail.shop.example; until there is one, set "
            "RAPPORT_SENDER to eml."
        )
    if url.scheme != "https":
        raise SettingsError(
            f"RAPPORT_SENDER is smtp and RAPPORT_BASE_URL is {settings.base_url}: mail programs "
            "unsubscribe by https:// alone (RFC 8058). Put a proxy with HTTPS in front, and write "
            "its address."
        )


def _check_sources(settings: Settings) -> None:
    """Who may tell us of whose customers: a slip here mixes two brands' people, or lets anybody
    give consent in their names. Of a key only its setting and its brand are told."""
    for name, keys in (
        ("RAPPORT_SEGMENT_KEYS", settings.segment_keys),
        ("RAPPORT_KLAVIYO_KEYS", settings.klaviyo_keys),
        ("RAPPORT_SHOPIFY_SHOPS", settings.shopify_shops),
    ):
        whose: dict[str, str] = {}
        for brand, key in _each(keys):
            # A domain is the same in any letters; keys that differ in these alone are a slip, too.
            other = whose.setdefault(key.lower(), brand)
            if other != brand:
                raise SettingsError(
                    f"{name}: {other} and {brand} have the same, so that nobody could tell whose "
                    "customers an event is about. Write another for one of them."
                )
    for brand, domain in _each(settings.shopify_shops):
        if _DOMAIN.fullmatch(domain) is None:
            raise SettingsError(
                f"RAPPORT_SHOPIFY_SHOPS: {domain!r} is no domain; write {brand}=shop.myshopify.com."
            )
    for name, keys in (
        ("RAPPORT_KLAVIYO_KEYS", settings.klaviyo_keys),
        ("RAPPORT_SHOPIFY_SECRETS", settings.shopify_secrets),
    ):
        for brand, key in _each(keys):
            if len(key) < SHORTEST_KEY:
                raise SettingsError(
                    f"{name}: one of {brand} is too short; whoever guesses it may give consent in "
                    f"people's names. Write at least {SHORTEST_KEY} characters."
                )
    _check_public(settings)


def _check_public(settings: Settings) -> None:
    """A write key can be read in the shop's pages, so nothing else may be opened by it."""
    public = {key: brand for brand, key in _each(settings.segment_keys)}
    for row in rows():
        if not row.secret or row.field == "segment_keys":
            continue
        value: str | Keys = getattr(settings, row.field)
        private = [value] if isinstance(value, str) else [key for _, key in _each(value)]
        for key in private:
            if key in public:
                raise SettingsError(
                    f"{row.name} holds the write key that RAPPORT_SEGMENT_KEYS names for "
                    f"{public[key]}. That one can be read in the shop's pages; write another."
                )


def _each(keys: Keys) -> Iterator[tuple[str, str]]:
    """Each brand with each of its keys."""
    return ((brand, key) for brand, of in keys.items() for key in of)


def _check_model(settings: Settings) -> None:
    protocol, _, name = settings.model.partition(":")
    if settings.model and (protocol not in ("openai", "anthropic") or not name):
        raise SettingsError(
            f"RAPPORT_MODEL is {settings.model!r}; write openai:NAME or anthropic:NAME."
        )
    url = urlsplit(settings.model_url)
    if settings.model and (url.scheme not in ("http", "https") or not url.hostname):
        raise SettingsError(
            f"RAPPORT_MODEL is set, so RAPPORT_MODEL_URL must say where the model is; it is "
            f"{settings.model_url!r}. Write an address such as http://127.0.0.1:11434/v1."
        )
    if url.username or url.password or url.query or url.fragment:
        raise SettingsError(
            "RAPPORT_MODEL_URL holds a user, a password or a question mark; write the plain base "
            "address, and the key into RAPPORT_MODEL_KEY."
        )
    if not settings.model_key.isascii() or " " in settings.model_key:
        raise SettingsError("RAPPORT_MODEL_KEY holds a character that no key has.")
    if settings.model_key and url.scheme == "http" and not is_loopback(url.hostname or ""):
        raise SettingsError(
            "RAPPORT_MODEL_KEY would cross the network in the open; write an address with https:// "
            "into RAPPORT_MODEL_URL."
        )
    if not 1 <= settings.model_concurrency <= 64:
        raise SettingsError("RAPPORT_MODEL_CONCURRENCY must be from 1 to 64.")
