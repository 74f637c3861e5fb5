"""Serving: the address first; then one brand's or one round's trouble stops no other."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest

from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.serving.server import Server, listen
from rapport.errors import TemporaryError, UserError
from rapport.settings import Settings


def test_an_address_that_is_taken_is_told_with_what_to_do() -> None:
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with pytest.raises(UserError, match=rf"127\.0\.0\.1:{port}.*--port"):
            listen("127.0.0.1", port)


def test_an_address_of_nobody_is_told() -> None:
    with pytest.raises(UserError, match=r"192\.0\.2\.1"):
        listen("192.0.2.1", 0)


@pytest.mark.skipif(not socket.has_ipv6, reason="this machine has no IPv6")
def test_it_listens_on_ipv6_too() -> None:
    try:
        door = listen("::1", 0)
    except UserError:
        pytest.skip("this machine has no IPv6 loopback")
    with door:
        assert door.family is socket.AF_INET6


@pytest.mark.parametrize("trouble", [TemporaryError("The disk is full."), KeyError("a mistake")])
def test_work_goes_on_after_trouble(
    tmp_path: Path, trouble: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    installation = Installation(Settings(home=tmp_path), WallClock())
    installation.publish(installation.copy_example())
    rounds: list[str] = []

    def work(brand: str) -> None:
        rounds.append(brand)
        if len(rounds) == 1:
            raise trouble

    async def three_rounds() -> None:
        server = Server(installation)
        task = asyncio.create_task(server._repeat(0.0, work))
        while len(rounds) < 3 and not task.done():
            await asyncio.sleep(0.001)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    asyncio.run(three_rounds())
    installation.close()
    assert len(rounds) >= 3
    told = capsys.readouterr()
    assert "will try again" in told.out + told.err
    assert "a mistake" not in told.out + told.err
