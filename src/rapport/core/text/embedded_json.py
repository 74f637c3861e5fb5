"""JSON inside a page's script, which nothing that it holds can end."""

from __future__ import annotations

import msgspec


def script_json(data: object) -> str:
    """`data` as JSON in which `<`, `>`, `&` and what ends a line stand as escapes only."""
    words = msgspec.json.encode(data).decode()
    words = words.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return words.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
