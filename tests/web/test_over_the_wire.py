"""The application under the server that it runs on, over real connections on loopback."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator

import httpx
import pytest
from web_world import World

from rapport.web.app import create_app
from serving import served

TRACK = {"type": "track", "event": "Tea Poured", "userId": "u1", "properties": {}}
AUTH = "Authorization: Basic d2sxOg=="


@pytest.fixture
def port(world: World) -> Iterator[int]:
    """The port of a running server; it is stopped, and its connections closed, at the end."""
    with served(create_app(world.services)) as base:
        yield int(base.rpartition(":")[2])


def read_all(connection: socket.socket) -> bytes:
    """Everything until the server closes the connection."""
    read = b""
    while chunk := connection.recv(65_536):
        read += chunk
    return read


def test_a_connection_is_kept_for_the_next_request_even_after_a_problem(
    port: int, world: World
) -> None:
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", auth=("wk1", "")) as client:
        streams = set()
        for number in range(3):
            event = {**TRACK, "messageId": f"e{number}"}
            for response in (
                client.post("/v1/track", json=event),
                client.post("/v1/track", content=b"{"),
                client.get("/nowhere"),
            ):
                streams.add(response.extensions["network_stream"].get_extra_info("client_addr"))
    assert len(streams) == 1
    assert len(world.intake.taken) == 3


def test_requests_sent_one_after_the_other_without_waiting_are_all_answered(
    port: int, world: World
) -> None:
    requests = b""
    for number in range(20):
        body = json.dumps({**TRACK, "messageId": f"e{number}"}).encode()
        close = "Connection: close\r\n" if number == 19 else ""
        head = f"POST /v1/track HTTP/1.1\r\nHost: x\r\n{AUTH}\r\n{close}"
        requests += f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(requests)
        answers = read_all(connection)
    assert answers.count(b"HTTP/1.1 200 OK") == 20
    assert len(world.intake.taken) == 20


def test_a_body_said_to_be_too_large_is_refused_before_it_is_sent(port: int) -> None:
    head = f"POST /v1/batch HTTP/1.1\r\nHost: x\r\n{AUTH}\r\nContent-Length: 5000000000\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(head.encode())
        answer = read_all(connection)
    assert answer.startswith(b"HTTP/1.1 413")
    assert b"smaller parts" in answer


def test_a_body_without_end_is_cut_off_and_the_server_goes_on(port: int, world: World) -> None:
    head = f"POST /v1/batch HTTP/1.1\r\nHost: x\r\n{AUTH}\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"10000\r\n" + b"x" * 65_536 + b"\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(head.encode())
        with pytest.raises(ConnectionError):
            connection.sendall(chunk * 1_000)
    response = httpx.post(f"http://127.0.0.1:{port}/v1/track", json=TRACK, auth=("wk1", ""))
    assert response.status_code == 200
    assert len(world.intake.taken) == 1


def test_a_caller_who_goes_away_in_the_middle_leaves_nothing(port: int, world: World) -> None:
    head = f"POST /v1/track HTTP/1.1\r\nHost: x\r\n{AUTH}\r\nContent-Length: 100\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(head.encode() + b'{"type": "track"')
    assert httpx.get(f"http://127.0.0.1:{port}/healthz").status_code == 200
    assert world.intake.taken == []


def test_a_path_that_climbs_out_of_the_media_folder_finds_nothing(port: int, media: object) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        path = "/media/north/../../secret.png"
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        assert read_all(connection).startswith(b"HTTP/1.1 404")
