"""Fixtures of the review tests; the world itself is in `review_world`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from review_world import World, careful, world

from browser import Browser
from serving import served

__all__ = ["careful", "world"]


@pytest.fixture(name="served")
def address(world: World) -> Iterator[str]:
    """Where the world's web edge is served, on a port of its own."""
    with served(world.web) as base:
        yield base


@pytest.fixture
def browser() -> Iterator[Browser]:
    with Browser() as browser:
        yield browser
