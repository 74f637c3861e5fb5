"""Fresh homes with the example brand, gone when the measurement is over."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.installation import Installation
from rapport.core.blueprint import Release
from rapport.settings import Settings
from rapport.testing.shop import START

MEASURED = ("checkout_started",)
"""Triggers of the flows that figures are measured with, which stay comparable so."""


@contextmanager
def empty_folder() -> Iterator[Path]:
    """A folder on the disk that temporary files go to."""
    with tempfile.TemporaryDirectory(prefix="rapport-bench-") as folder:
        yield Path(folder)


class Home:
    """An installation with the example brand and its flow about checkouts; its clock is the
    measurement's."""

    def __init__(self, folder: Path) -> None:
        self.clock = TurnedClock(START)
        self.installation = Installation(Settings(home=folder), self.clock)
        folder = self.installation.copy_example()
        self.release: Release = self.installation.publish(folder, since=0, triggers=MEASURED)
        self.brand = self.release.brand

    def close(self) -> None:
        self.installation.close()


@contextmanager
def fresh_home() -> Iterator[Home]:
    """A home in a folder of its own."""
    with empty_folder() as folder:
        home = Home(folder)
        try:
            yield home
        finally:
            home.close()
