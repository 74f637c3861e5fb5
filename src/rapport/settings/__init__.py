"""The settings of one installation, read from the environment."""

from rapport.settings.hosts import is_for_strangers, is_loopback, is_nobodys
from rapport.settings.reading import load
from rapport.settings.table import Settings, SettingsError, as_markdown, rows

__all__ = [
    "Settings",
    "SettingsError",
    "as_markdown",
    "is_for_strangers",
    "is_loopback",
    "is_nobodys",
    "load",
    "rows",
]
