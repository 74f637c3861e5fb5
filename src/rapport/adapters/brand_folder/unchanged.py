"""A folder that nobody has changed is not read anew: publishing reads it before it asks, before it
publishes and for what is told of it afterwards, and whoever changes it at each step."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from typing import TypeVar

from rapport.adapters.brand_folder.nodes import MAX_BYTES

LOOKED_AT = (".yaml", ".yml", ".mjml")
"""How the files end that reading a folder looks at."""
MOST_FILES = 1_000
"""In a folder with more of them, nothing is remembered."""
KEPT = 4

Found = TypeVar("Found")


def remembers_unchanged(read: Callable[[Path], Found]) -> Callable[[Path], Found]:
    """A reading of a folder that does not read one again of which it knows every file, byte for
    byte, whatever the folder's name. What was read is not to be changed by anybody."""
    known: dict[bytes, Found] = {}
    lock = Lock()

    @wraps(read)
    def answer(path: Path) -> Found:
        digest = digest_of(path)
        with lock:
            if digest in known:
                return known[digest]
        found = read(path)
        # Somebody may have written meanwhile: then nobody knows which of the two was read.
        if digest is not None and digest_of(path) == digest:
            with lock:
                known[digest] = found
                while len(known) > KEPT:
                    del known[next(iter(known))]
        return found

    return answer


def digest_of(path: Path) -> bytes | None:
    """What the files say that a reading looks at; None where something is among them that it has to
    say something of, such as a link or what cannot be read."""
    told = blake2b()
    files = 0
    try:
        if path.is_symlink():
            return None
        for at, folders, names in os.walk(path, onerror=_raised):
            folders.sort()
            if any(one.endswith(LOOKED_AT) or Path(at, one).is_symlink() for one in folders):
                return None
            for name in sorted(one for one in names if one.endswith(LOOKED_AT)):
                file = Path(at, name)
                files += 1
                if files > MOST_FILES or file.is_symlink() or not file.is_file():
                    return None
                with file.open("rb") as stream:
                    content = stream.read(MAX_BYTES + 1)
                if len(content) > MAX_BYTES:
                    return None
                for part in (os.fsencode(file.relative_to(path)), content):
                    told.update(len(part).to_bytes(8, "big"))
                    told.update(part)
    except OSError:
        return None
    return told.digest() if files else None


def _raised(error: OSError) -> None:
    raise error
