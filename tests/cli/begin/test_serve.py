"""`rapport serve` as a process of its own: it answers, and stops when it is told to."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import httpx
import pytest


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder with the example brand."""
    home = tmp_path_factory.mktemp("served")
    subprocess.run(
        [sys.executable, "-m", "rapport", "init", "--publish"], env=_environment(home), check=True
    )
    return home


@pytest.fixture
def port() -> int:
    """A port that was free just now."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.fixture
def server(home: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """A server that answers."""
    process = subprocess.Popen(
        [sys.executable, "-m", "rapport", "serve", "--port", str(port)],
        env=_environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    while process.poll() is None and not _answers(port):
        sleep(0.05)
    yield process
    process.kill()
    process.communicate()


def _environment(home: Path) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("RAPPORT_")}
    return {
        **ours,
        "RAPPORT_HOME": str(home),
        "RAPPORT_SEGMENT_KEYS": "alder-and-clay=k elder-and-clay=k2",
    }


def _answers(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/healthz").status_code == 200
    except httpx.TransportError:
        return False


@pytest.mark.parametrize("word", [signal.SIGTERM, signal.SIGINT])
def test_it_answers_and_stops_when_told_to(
    server: subprocess.Popen[str], port: int, word: signal.Signals
) -> None:
    url = f"http://127.0.0.1:{port}"
    assert httpx.get(f"{url}/healthz").json() == {"status": "ok"}
    page = {"type": "page", "anonymousId": "b1", "messageId": word.name}
    assert httpx.post(f"{url}/v1/page", json=page, auth=("k", "")).json() == {"success": True}
    assert "Alder &amp; Clay" in httpx.get(f"{url}/console", follow_redirects=True).text
    server.send_signal(word)
    out, err = server.communicate(timeout=60)
    assert server.returncode == 0, err
    assert f"listens on http://127.0.0.1:{port}\n" in out
    assert f"The console: http://127.0.0.1:{port}/console\n" in out
    assert "RAPPORT_SEGMENT_KEYS names the brand 'elder-and-clay', which is not here" in out
    assert "Traceback" not in err


def test_a_second_server_on_the_same_port_says_so_and_the_first_goes_on(
    server: subprocess.Popen[str], home: Path, port: int
) -> None:
    second = subprocess.run(
        [sys.executable, "-m", "rapport", "serve", "--port", str(port)],
        env=_environment(home), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert second.returncode == 2
    assert len(second.stderr.splitlines()) == 1
    assert server.poll() is None
    assert _answers(port)


def test_with_people_in_charge_it_starts_and_leaves_a_changed_folder_to_them(
    tmp_path: Path, port: int
) -> None:
    def run(*words: str) -> None:
        command = [sys.executable, "-m", "rapport", *words]
        subprocess.run(command, env=_environment(tmp_path), check=True, capture_output=True)

    run("init", "--publish")
    run("people", "add", "Nell", "--role", "publisher", "--by", "Nell")
    brand = tmp_path / "brands" / "alder-and-clay" / "brand.yaml"
    brand.write_text(brand.read_text("utf-8").replace("name:", "name: New", 1), "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "rapport", "serve", "--port", str(port)],
        env=_environment(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    while process.poll() is None and not _answers(port):
        sleep(0.05)
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    said = " ".join(out.split())
    assert "rapport publish FOLDER --by NAME" in said
    assert "what was published before goes on" in said
