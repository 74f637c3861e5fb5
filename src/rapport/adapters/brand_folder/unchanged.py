"""A folder that nobody has changed is not read anew: publishing reads it before it asks, before it
publishes and for what is told of it afterwards, and whoever changes it at each step."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from typing import NamedTuple, TypeVar

from rapport.adapters.brand_folder.nodes import MAX_BYTES

LOOKED_AT = (".yaml", ".yml", ".mjml")
"""How the files end that reading a folder looks at, in small letters or in capitals."""
MOST_ENTRIES = 5_000
"""Of a folder with more files and folders in it nothing is remembered."""
KEPT = 4

Found = TypeVar("Found")


class Held(NamedTuple):
    """What a folder's files say, and by what it shows whether anybody wrote one meanwhile, if only
    the same words."""

    digest: bytes
    stamps: tuple[tuple[int, ...], ...]


def remembers_unchanged(read: Callable[[Path], Found]) -> Callable[[Path], Found]:
    """A reading of a folder that does not read one again of which it knows every file, byte for
    byte, whatever the folder's name. What was read is not to be changed by anybody."""
    known: dict[bytes, Found] = {}
    lock = Lock()

    @wraps(read)
    def answer(path: Path) -> Found:
        held = held_in(path)
        with lock:
            if held is not None and held.digest in known:
                return known[held.digest]
        found = read(path)
        # Where somebody wrote meanwhile, nobody knows what was read.
        if held is not None and held_in(path) == held:
            with lock:
                known[held.digest] = found
                while len(known) > KEPT:
                    del known[next(iter(known))]
        return found

    return answer


def held_in(path: Path) -> Held | None:
    """What the files hold that a reading looks at; None where something is among them that it has
    to say something of, such as a link or what cannot be read."""
    told, stamps = blake2b(), []
    entries = 0
    try:
        if path.is_symlink():
            return None
        for at, folders, names in os.walk(path, onerror=_raised):
            folders.sort()
            entries += len(folders) + len(names)
            odd = (_is_looked_at(one) or Path(at, one).is_symlink() for one in folders)
            if entries > MOST_ENTRIES or any(odd):
                return None
            for name in sorted(filter(_is_looked_at, names)):
                file = Path(at, name)
                if file.is_symlink() or not file.is_file():
                    return None
                with file.open("rb") as stream:
                    content = stream.read(MAX_BYTES + 1)
                    told_of = os.fstat(stream.fileno())
                if len(content) > MAX_BYTES:
                    return None
                for part in (os.fsencode(file.relative_to(path)), content):
                    told.update(len(part).to_bytes(8, "big"))
                    told.update(part)
                written = told_of.st_mtime_ns, told_of.st_ctime_ns
                stamps.append((told_of.st_dev, told_of.st_ino, told_of.st_size, *written))
    except OSError:
        return None
    return Held(told.digest(), tuple(stamps)) if stamps else None


def _is_looked_at(name: str) -> bool:
    return name.lower().endswith(LOOKED_AT)


def _raised(error: OSError) -> None:
    raise error
