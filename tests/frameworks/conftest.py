"""Fixtures of the framework tests; the world itself is in `desk_world`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_world import Visitor, World, served


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path / "home")
    yield world
    world.close()


@pytest.fixture
def base(world: World) -> Iterator[str]:
    """The address of the world's console, which runs on a real server."""
    with served(world) as base:
        yield base


@pytest.fixture
def visitor(base: str) -> Iterator[Visitor]:
    visitor = Visitor(base)
    yield visitor
    visitor.close()
