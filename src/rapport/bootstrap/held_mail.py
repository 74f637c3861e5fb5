"""Real mail is from an address that somebody owns: the example's belongs to nobody.

A mail server that strangers cannot reach, as far as its name tells, is a mail catcher or one on the
way: it is handed everything.
"""

from __future__ import annotations

from rapport.core.brand import Brand
from rapport.settings import Settings, is_for_strangers, is_nobodys


def why_held(settings: Settings, brand: Brand) -> str:
    """Why nothing is mailed for a brand as it was published; empty where it is mailed."""
    for name, address in nobodys_senders(settings, brand):
        return (
            f"its {name} is {address}, nobody owns that, and {real_mail(settings)}. "
            f"{own_one(name)} in its brand.yaml and publish it"
        )
    return ""


def nobodys_senders(settings: Settings, brand: Brand) -> list[tuple[str, str]]:
    """By their names in brand.yaml, the addresses that nobody can own, where mail is real."""
    host = settings.smtp_host
    if settings.sender != "smtp" or not is_for_strangers(host) or is_nobodys(host):
        return []
    addresses = (("sender.email", brand.from_email), ("sender.reply_to", brand.reply_to))
    return [(name, one) for name, one in addresses if one and is_nobodys(one.rpartition("@")[2])]


def real_mail(settings: Settings) -> str:
    """How mail is real, in words."""
    return f"RAPPORT_SENDER is smtp, over {settings.smtp_host}"


def own_one(name: str) -> str:
    """What to do about an address, by its name in brand.yaml."""
    answers = name == "sender.reply_to"
    return "Write one that is read" if answers else "Write one that you may send from"
