"""Real mail is from an address that somebody owns: the example's belongs to nobody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rapport.adapters.brand_folder.places import places
from rapport.adapters.mail.smtp import SmtpSender
from rapport.core.brand import Brand
from rapport.errors import UserError
from rapport.settings import is_loopback, is_nobodys

if TYPE_CHECKING:
    from rapport.bootstrap.installation import Installation


class NobodysSenderError(UserError):
    """A brand would send real mail from an address that nobody can own."""


def refuse_to_publish(here: Installation, brand: Brand, folder: Path) -> None:
    """Raises NobodysSenderError, with file and line, where the brand in `folder` would send so."""
    for name, address in _nobodys(here, brand):
        place = places(folder).get(name, "brand.yaml")
        raise NobodysSenderError(
            f"{place}: {name} is {address}: nobody owns that, and {_real(here)}. {_own(name)}, or "
            "set RAPPORT_SENDER to eml until there is one. Nothing was published."
        )


def refuse_to_start(here: Installation) -> None:
    """Raises NobodysSenderError where a brand that is at work would send so."""
    for key in here.brands():
        release = here.blueprint(key).releases[-1]
        for name, address in () if release.retired else _nobodys(here, release.brand):
            raise NobodysSenderError(
                f"{key} is published with {address} for its {name}: nobody owns that, and "
                f"{_real(here)}. {_own(name)} in its brand.yaml and publish it, or set "
                "RAPPORT_SENDER to eml, or retire it if nothing is to be sent for it.",
                at_the_terminal=f"rapport brands retire {key} --because REASON",
            )


def _nobodys(here: Installation, brand: Brand) -> list[tuple[str, str]]:
    """By their names in brand.yaml, the addresses that cannot be, where mail is real."""
    if not isinstance(here.sender, SmtpSender) or is_loopback(here.settings.smtp_host):
        return []
    addresses = (("sender.email", brand.from_email), ("sender.reply_to", brand.reply_to))
    return [(name, one) for name, one in addresses if one and is_nobodys(one.rpartition("@")[2])]


def _real(here: Installation) -> str:
    return f"RAPPORT_SENDER is smtp, over {here.settings.smtp_host}"


def _own(name: str) -> str:
    answers = name == "sender.reply_to"
    return "Write one that is read" if answers else "Write one that you may send from"
