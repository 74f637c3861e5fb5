"""Fixtures of the chaos tests; what they stand on is in the `chaos_*` modules beside this one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chaos_mail import MailServer
from chaos_people import People
from chaos_processes import nursery
from chaos_world import Server, make_home


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a brand in it, to be copied."""
    return make_home(tmp_path_factory.mktemp("published") / "home")


@pytest.fixture(scope="session", autouse=True)
def _the_nursery_ends_with_the_run() -> Iterator[None]:
    yield
    if nursery.cache_info().currsize:
        nursery().close()


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Makes servers, and ends them after the test."""
    servers: list[Server] = []

    def make(home: Path, **options: object) -> Server:
        servers.append(Server(home, **options))  # type: ignore[arg-type] handed on
        return servers[-1]

    yield make
    for server in servers:
        server.close()


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    server = MailServer()
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def people(published: Path) -> People:
    return People(published)
