"""The table of settings: one line each, in `Settings`.

`docs/settings.md` is made from the same lines by `as_markdown`; a test keeps the two equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Annotated, NamedTuple, get_args, get_origin, get_type_hints
from urllib.parse import urlsplit

from rapport.settings.hosts import is_loopback

PREFIX = "RAPPORT_"


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
        "A host of its own, without a path; real mail needs `https://` and one that everybody can "
        "reach. Where it is not set, this computer's, at `RAPPORT_PORT`.",
    ] = "http://127.0.0.1:8470"
    secret: Annotated[
        Secret,
        "Signs the links in messages; better 24 characters that nobody guesses. Keep it for as "
        "long as old messages may be clicked. Empty: one is made in the home folder.",
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
        SecretKeys,
        "Private keys for Klaviyo's calls: `brand=key`, several with spaces between; at least 16 "
        "characters, and better 24: then nobody's wrong guesses keep yours out.",
    ] = field(default_factory=dict)
    shopify_shops: Annotated[
        Keys, "Shopify domains: `brand=shop.myshopify.com`, several with spaces between."
    ] = field(default_factory=dict)
    shopify_secrets: Annotated[
        SecretKeys,
        "Secrets that sign Shopify's webhooks: `brand=secret`, at least 16 characters; while you "
        "change one, name both.",
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
        float,
        "How long the mail server may take for an answer, all of it, in seconds; three times as "
        "long for a whole message.",
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
    """One setting as the documentation shows it; `kind` is one of the keys of `reading.READERS`."""

    field: str
    kind: str
    default: str
    help: str
    secret: bool

    @property
    def name(self) -> str:
        """The environment variable's name."""
        return PREFIX + self.field.upper()


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


_KINDS = {"str": "text", "path": "path", "int": "number", "float": "seconds", "keys": "brand=key"}
