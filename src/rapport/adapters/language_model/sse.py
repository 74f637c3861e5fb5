"""Server-sent events, as far as answers in pieces need them: the data of each event."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE_END = re.compile(rb"\r\n|\n|\r")


class Events:
    """Reads events out of chunks, wherever those were cut. Comments, ids and names are left out."""

    def __init__(self) -> None:
        self._rest = b""
        self._data: list[bytes] = []

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """The data of each event that is complete by now."""
        waiting = self._rest + chunk
        # A carriage return at the end may be the first half of a line's end.
        kept = waiting[-1:] if waiting.endswith(b"\r") else b""
        *lines, rest = _LINE_END.split(waiting[: len(waiting) - len(kept)])
        self._rest = rest + kept
        for line in lines:
            if not line:
                if self._data:
                    yield b"\n".join(self._data)
                self._data = []
                continue
            name, _, value = line.partition(b":")
            if name == b"data":
                self._data.append(value.removeprefix(b" "))
