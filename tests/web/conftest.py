"""Fixtures of the web tests; the world itself is in `web_world`."""

from __future__ import annotations

from pathlib import Path

import pytest
from web_world import World


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def media(tmp_path: Path, world: World) -> Path:
    """A media folder with one picture of one brand, and a secret beside it."""
    folder = tmp_path / "media"
    (folder / "north").mkdir(parents=True)
    (folder / "north" / "tea.png").write_bytes(b"a picture")
    (folder / "north" / "notes.txt").write_text("not a picture")
    (tmp_path / "secret.png").write_bytes(b"secret")
    (folder / "north" / "link.png").symlink_to(tmp_path / "secret.png")
    world.change(media=folder)
    return folder
