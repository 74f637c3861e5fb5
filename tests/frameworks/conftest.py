"""Fixtures of the framework tests; the world itself is in `desk_world`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_world import Visitor, World
from proposals import WRITTEN

from browser import Browser, chromium
from rapport.bootstrap.serving.web_edge import web_edge
from rapport.testing.model_server import Body, ModelServer, Turn
from serving import served


def reply(body: Body) -> str:
    schema = body["response_format"]["json_schema"]["schema"]
    return json.dumps({key: WRITTEN.get(key, "Take a look.") for key in schema["required"]})


@pytest.fixture
def model() -> Iterator[ModelServer]:
    """A model that writes something for every part it is asked for."""
    with ModelServer(Turn(reply)) as server:
        yield server


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path / "home")
    yield world
    world.close()


@pytest.fixture
def base(world: World) -> Iterator[str]:
    """The address of the world's console, which runs on a real server."""
    with served(web_edge(world.here)) as base:
        yield base


@pytest.fixture
def visitor(base: str) -> Iterator[Visitor]:
    visitor = Visitor(base)
    yield visitor
    visitor.close()


@pytest.fixture
def browser() -> Iterator[Browser]:
    if not chromium():
        pytest.skip("no Chromium here: apt-get install chromium")
    with Browser() as browser:
        yield browser
