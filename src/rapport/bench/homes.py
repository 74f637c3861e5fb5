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


@contextmanager
def empty_folder() -> Iterator[Path]:
    """A folder on the disk that temporary files go to."""
    with tempfile.TemporaryDirectory(prefix="rapport-bench-") as folder:
        yield Path(folder)


class Home:
    """An installation with the example brand; its clock is the measurement's."""

    def __init__(self, folder: Path) -> None:
        self.clock = TurnedClock(START)
        self.installation = Installation(Settings(home=folder), self.clock)
        self.release: Release = self.installation.publish(self.installation.copy_example(), since=0)
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
