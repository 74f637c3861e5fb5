"""The model's server lets go of everything when it ends, whoever is just knocking."""

from __future__ import annotations

import gc
import socket
import threading
import warnings

from rapport.testing.model_server import ModelServer, Turn

ASKED = b"POST /v1 HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}"


def test_no_connection_stays_open_where_one_knocks_as_it_ends() -> None:
    # Warnings of what was dropped come when it is collected: in whichever test runs by then.
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always", ResourceWarning)
        for _ in range(5):
            _knocked_at()
        gc.collect()
    assert [str(one.message) for one in said] == []


def _knocked_at() -> None:
    over = threading.Event()
    knocked = threading.Event()
    opened: list[socket.socket] = []

    def knock(port: int) -> None:
        while not over.is_set():
            try:
                opened.append(socket.create_connection(("127.0.0.1", port)))
                opened[-1].send(ASKED)
            except OSError:
                pass  # it has ended, which is what this waits for
            knocked.set()

    with ModelServer(Turn("no JSON")) as server:
        knocking = threading.Thread(target=knock, args=(int(server.url.rsplit(":", 1)[1]),))
        knocking.start()
        assert knocked.wait(10)
    over.set()
    knocking.join()
    for one in opened:
        one.close()
