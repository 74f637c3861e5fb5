"""A disk of its own that can really be full."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

BALLAST = "ballast"


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """A disk of its own that can really be full. Skips where none can be mounted."""
    folder.mkdir()
    size = f"size={megabytes}m"
    command = ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no `mount` here, so no disk can be filled")
    if done.returncode:
        pytest.skip(f"no small disk can be mounted here ({done.stderr.strip()}); it takes root")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def only_read(disk: Path) -> Iterator[None]:
    """Nobody can write to such a disk for a while, not even root."""
    remount = ["mount", "-o", "remount,{}", str(disk)]
    subprocess.run([one.format("ro") for one in remount], check=True)
    try:
        yield
    finally:
        subprocess.run([one.format("rw") for one in remount], check=True)


def fill(disk: Path, leave: int = 0) -> None:
    """Writes until the disk is full, then frees `leave` bytes."""
    with (disk / BALLAST).open("ab", buffering=0) as file:
        for block in (b"x" * 65_536, b"x" * 4_096, b"x"):
            while True:
                try:
                    file.write(block)
                except OSError:
                    break
        file.truncate(max(0, file.tell() - leave))


def free(disk: Path) -> None:
    (disk / BALLAST).unlink()
