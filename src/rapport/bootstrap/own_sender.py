"""A brand whose address nobody can own is not published where mail is real."""

from __future__ import annotations

from pathlib import Path

from rapport.adapters.brand_folder.places import places
from rapport.bootstrap.held_mail import nobodys_senders, own_one, real_mail
from rapport.core.brand import Brand
from rapport.errors import UserError
from rapport.settings import Settings


class NobodysSenderError(UserError):
    """A brand would send real mail from an address that nobody can own."""


def refuse_to_publish(settings: Settings, brand: Brand, folder: Path) -> None:
    """Raises NobodysSenderError, with file and line, where the brand in `folder` would send so."""
    for name, address in nobodys_senders(settings, brand):
        place = places(folder).get(name, "brand.yaml")
        raise NobodysSenderError(
            f"{place}: {name} is {address}: nobody owns that, and {real_mail(settings)}. "
            f"{own_one(name)}, or set RAPPORT_SENDER to eml until there is one. "
            "Nothing was published."
        )
