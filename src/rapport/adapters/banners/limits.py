"""What a picture may be at most."""

from __future__ import annotations

MOST_BYTES = 8_000_000
"""Of a picture's file."""
MOST_PIXELS = 25_000_000
"""Of a picture, by what its head says, before anything of it is unpacked."""
