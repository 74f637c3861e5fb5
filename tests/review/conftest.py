"""Fixtures of the review tests; the world itself is in `review_world`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from review_world import World

from browser import Browser
from rapport.testing import examples as ex
from serving import served


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path)
    yield world
    world.close()


@pytest.fixture
def careful(tmp_path: Path) -> Iterator[World]:
    """A brand that asks for four eyes."""
    world = World(tmp_path, replace(ex.brand(), four_eyes=True))
    yield world
    world.close()


@pytest.fixture(name="served")
def address(world: World) -> Iterator[str]:
    """Where the world's web edge is served, on a port of its own."""
    with served(world.here.web) as base:
        yield base


@pytest.fixture
def browser() -> Iterator[Browser]:
    with Browser() as browser:
        yield browser
