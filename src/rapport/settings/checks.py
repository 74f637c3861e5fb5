"""What settings must be to work, alone and together."""

from __future__ import annotations

from urllib.parse import urlsplit

from rapport.settings.hosts import is_for_strangers, is_loopback
from rapport.settings.table import PREFIX, Settings, SettingsError


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
    _check_model(settings)
    if settings.console_token and len(settings.console_token) < 16:
        raise SettingsError(
            "RAPPORT_CONSOLE_TOKEN is too short; write at least 16 characters that nobody guesses."
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
