"""The settings of one installation, read from the environment: one line each, in `Settings`.

`docs/settings.md` is made from the same lines by `as_markdown`; a test keeps the two equal.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Annotated, NamedTuple, get_args, get_origin, get_type_hints
from urllib.parse import urlsplit

PREFIX = "RAPPORT_"
NOT_OURS = ("RAPPORT_DATA",)
"""Variables that begin alike and are not settings: where the tests look for public data."""


class SettingsError(ValueError):
    """A setting cannot be used; the message names it, what was found, and what to write instead."""


class _IsSecret:
    """Marks a type whose values are never shown."""


Keys = Mapping[str, tuple[str, ...]]
"""For each brand's key, what belongs to it."""

Secret = Annotated[str, _IsSecret]
SecretKeys = Annotated[Keys, _IsSecret]


@dataclass(frozen=True, kw_only=True, repr=False)
class Settings:
    """All settings. An environment variable's name is `RAPPORT_` and the name in capitals."""

    home: Annotated[Path, "Folder for the database, the brands and outgoing mail."] = Path(
        "rapport"
    )
    host: Annotated[str, "Address that the server listens on."] = "127.0.0.1"
    port: Annotated[int, "Port that the server listens on."] = 8470
    base_url: Annotated[
        str,
        "Address at which people reach the server; links and pictures in messages begin with it. "
        "Where it is not set, this computer's, at `RAPPORT_PORT`.",
    ] = "http://127.0.0.1:8470"
    secret: Annotated[
        Secret,
        "Signs the links in messages; keep it for as long as old messages may be clicked. "
        "Empty: one is made in the home folder.",
    ] = ""
    console_token: Annotated[
        Secret,
        "What to type to open the console; at least 16 characters, and better 24: then nobody's "
        "wrong guesses keep you out. Without it the console is open if only this computer can "
        "reach the server, and closed otherwise.",
    ] = ""
    segment_keys: Annotated[
        SecretKeys, "Write keys for Segment's calls: `brand=key`, several with spaces between."
    ] = field(default_factory=dict)
    klaviyo_keys: Annotated[
        SecretKeys, "Private keys for Klaviyo's calls: `brand=key`, several with spaces between."
    ] = field(default_factory=dict)
    shopify_shops: Annotated[
        Keys, "Shopify domains: `brand=shop.myshopify.com`, several with spaces between."
    ] = field(default_factory=dict)
    shopify_secrets: Annotated[
        SecretKeys,
        "Secrets that sign Shopify's webhooks: `brand=secret`; while you change one, name both.",
    ] = field(default_factory=dict)
    sender: Annotated[
        str, "How e-mail goes out: `eml` writes files into the home folder, `smtp` sends."
    ] = "eml"
    smtp_host: Annotated[str, "Mail server."] = ""
    smtp_port: Annotated[int, "Port of the mail server."] = 587
    smtp_security: Annotated[
        str, "How the way to the mail server is protected: `starttls`, `ssl` or `none`."
    ] = "starttls"
    smtp_user: Annotated[str, "User name at the mail server. Empty: no log-in."] = ""
    smtp_password: Annotated[
        Secret, "Password at the mail server. It never crosses a network in the open."
    ] = ""
    smtp_timeout_seconds: Annotated[
        float, "How long the mail server may take for an answer, in seconds."
    ] = 20.0
    smtp_ca_file: Annotated[
        str, "PEM file of authorities to trust for the mail server, besides the system's."
    ] = ""
    mail_domain: Annotated[
        str, "Right half of the Message-ID. Empty: the domain of the brand's sender address."
    ] = ""
    lateness_seconds: Annotated[
        int,
        "How long timers wait for events that senders tell late, in seconds. An order that is on "
        "its way then stops the message.",
    ] = 30
    model: Annotated[
        str,
        "The language model that writes drafts: `openai:NAME` for any server that speaks the "
        "OpenAI protocol (vLLM, llama.cpp, Ollama among them), `anthropic:NAME` for Anthropic's. "
        "Empty: none is ever asked, and approved copy goes out.",
    ] = ""
    model_url: Annotated[
        str,
        "Base of the model's address, such as `http://127.0.0.1:11434/v1`. Nothing is sent "
        "anywhere else.",
    ] = ""
    model_key: Annotated[
        Secret, "Key for the model's server. It never crosses a network in the open."
    ] = ""
    model_ca_file: Annotated[
        str, "PEM file of authorities to trust for the model's server, instead of the system's."
    ] = ""
    model_stream: Annotated[
        str, "Whether the model's answer is asked for in pieces: `on` or `off`."
    ] = "off"
    model_timeout_seconds: Annotated[
        float, "How long one question to the model may take, with every further try, in seconds."
    ] = 60.0
    model_wait_seconds: Annotated[
        float,
        "How long a message that is due waits for its words, in seconds; then the approved copy "
        "goes.",
    ] = 20.0
    model_concurrency: Annotated[int, "How many questions are put to the model side by side."] = 2
    log_level: Annotated[str, "How much is logged: `debug`, `info`, `warning` or `error`."] = "info"

    def __repr__(self) -> str:
        """Every setting with its value; of a secret only whether it is there."""
        shown = (
            f"{row.field}={('set' if getattr(self, row.field) else 'not set')}"
            if row.secret
            else f"{row.field}={getattr(self, row.field)!r}"
            for row in rows()
        )
        return f"Settings({', '.join(shown)})"

    @property
    def only_this_computer(self) -> bool:
        """Whether nobody else can reach the server: neither directly nor through a proxy."""
        return is_loopback(self.host) and is_loopback(urlsplit(self.base_url).hostname or "")


class Row(NamedTuple):
    """One setting as the documentation shows it; `kind` is one of the keys of `_READERS`."""

    field: str
    kind: str
    default: str
    help: str
    secret: bool

    @property
    def name(self) -> str:
        """The environment variable's name."""
        return PREFIX + self.field.upper()


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
            values[known[name].field] = _READERS[known[name].kind](name, text.strip())
    if "port" in values:
        values.setdefault("base_url", f"http://127.0.0.1:{values['port']}")
    # Each value was read by the reader of its field's own type.
    settings = Settings(**values)  # type: ignore[arg-type]
    _check(settings)
    return settings


def is_loopback(host: str) -> bool:
    """Whether `host` is this computer itself."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def rows() -> tuple[Row, ...]:
    """Every setting, in the order of `Settings`."""
    hints = get_type_hints(Settings, include_extras=True)
    made = []
    for setting in fields(Settings):
        plain, *notes = get_args(hints[setting.name])
        kind = "keys" if get_origin(plain) else plain.__name__.lower()
        default = setting.default if isinstance(setting.default, str | int | float | Path) else ""
        made.append(Row(setting.name, kind, str(default), notes[-1], _IsSecret in notes))
    return tuple(made)


def as_markdown() -> str:
    """The page `docs/settings.md`."""
    lines = [
        "# Settings",
        "",
        "Environment variables that Rapport reads when it starts. The page is made from the code.",
        "",
        "| Name | Type | Default | What it does |",
        "| --- | --- | --- | --- |",
    ]
    for row in rows():
        default = f"`{row.default}`" if row.default else "empty"
        note = " Secret: never shown or logged." if row.secret else ""
        lines.append(f"| `{row.name}` | {_KINDS[row.kind]} | {default} | {row.help}{note} |")
    return "\n".join(lines) + "\n"


def _check(settings: Settings) -> None:
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
    if urlsplit(settings.base_url).scheme not in ("http", "https"):
        raise SettingsError(
            f"RAPPORT_BASE_URL is {settings.base_url!r}; write an address that begins with "
            "https:// or http://."
        )
    if not (settings.port and settings.smtp_port):
        raise SettingsError("RAPPORT_PORT and RAPPORT_SMTP_PORT must be from 1 to 65535.")
    if settings.sender == "smtp" and not settings.smtp_host:
        raise SettingsError("RAPPORT_SENDER is smtp, so RAPPORT_SMTP_HOST must name a server.")
    _check_model(settings)
    if settings.console_token and len(settings.console_token) < 16:
        raise SettingsError(
            "RAPPORT_CONSOLE_TOKEN is too short; write at least 16 characters that nobody guesses."
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


def _keys(name: str, text: str) -> Keys:
    """Reads `brand=key brand=key`; what is wrong is told by its place, since it may be a secret."""
    keys: dict[str, tuple[str, ...]] = {}
    for place, pair in enumerate(text.split(), start=1):
        brand, _, key = pair.partition("=")
        if not brand or not key:
            raise SettingsError(f"{name}: entry {place} is not of the form brand=key.")
        keys[brand] = (*keys.get(brand, ()), key)
    return keys


_READERS: Mapping[str, Callable[[str, str], object]] = {
    "str": _text,
    "path": _path,
    "int": _whole,
    "float": _seconds,
    "keys": _keys,
}
_KINDS = {"str": "text", "path": "path", "int": "number", "float": "seconds", "keys": "brand=key"}
