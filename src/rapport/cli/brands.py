"""`rapport init` and `rapport publish`."""

from __future__ import annotations

from pathlib import Path

from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.installation import Installation
from rapport.cli.output import terminal
from rapport.errors import UserError
from rapport.settings import Settings


def run_init(settings: Settings) -> None:
    """Makes the home folder and publishes the example brand in it."""
    console = terminal()
    installation = Installation(settings, WallClock())
    try:
        folder = installation.copy_example()
        release = installation.publish(folder)
        console.print(f"The brand '{release.brand.name}' is in {folder}. Make it your own, then:")
        console.print(f"  rapport publish {folder}")
        console.print("  rapport serve")
    finally:
        installation.close()


def run_publish(settings: Settings, folder: Path) -> None:
    """Publishes a brand's folder, or says every mistake in it."""
    if not folder.is_dir():
        raise UserError(f"There is no folder {folder}. Name the folder that holds brand.yaml.")
    installation = Installation(settings, WallClock())
    try:
        release = installation.publish(folder)
        terminal().print(f"{release.brand.name}: release {release.number} is what holds now.")
    finally:
        installation.close()
