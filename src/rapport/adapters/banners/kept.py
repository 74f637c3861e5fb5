"""Several of a brand's own pictures as one banner, composed once and kept by what it shows.

Only files in the brand's folder of pictures are read; nothing is fetched. What cannot be read, is
too large or is no picture makes no banner: a message then goes without it. A banner's name is a
hash of the pictures in it, so the same products give the same file, and a changed picture another.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

import structlog

from rapport.adapters.banners.limits import MOST_BYTES
from rapport.core.creative.contrast import colour_in
from rapport.core.creative.proof import PICTURE_NAME
from rapport.errors import whereabouts

EDITION = b"3"
"""Part of each name: raise it where a banner comes to look different."""

FEWEST, MOST = 2, 4
"""Pictures in one banner."""
MOST_KEPT = 50_000
"""Banners of one brand; after that there are no new ones. Each takes some 60 kB."""

log = structlog.get_logger(__name__)


class PictureBanners:
    """Implements `rapport.ports.Banners`. `read` and `write` give a brand's folder of pictures and
    that for its banners; `base_url` is where both are served from. Safe in several threads."""

    def __init__(
        self, read: Callable[[str], Path], write: Callable[[str], Path], base_url: str
    ) -> None:
        self._read = read
        self._write = write
        self._base = base_url.rstrip("/")
        self._digest = lru_cache(maxsize=4_096)(_digest)

    def has(self, brand: str, picture: str) -> bool:
        """Whether the brand's folder of pictures has this file."""
        try:
            return PICTURE_NAME.fullmatch(picture) is not None and self._is_file(brand, picture)
        except OSError:
            return False

    def _is_file(self, brand: str, picture: str) -> bool:
        return (self._read(brand) / picture).is_file()

    def banner(self, brand: str, pictures: Sequence[str], ground: str = "") -> str:
        """The address of a banner of these pictures, given by their addresses; empty where there is
        none, and a message has to do without."""
        paths: tuple[Path, ...] = ()
        try:
            paths = self._paths(brand, pictures)
            if len(paths) < FEWEST:
                return ""
            digests = tuple(self._digest(path, *_stamp(path)) for path in paths)
            name = self._compose(brand, paths, (*digests, ground))
        except (OSError, ValueError, SyntaxError) as error:
            log.warning(
                "no banner",
                brand=brand,
                error=whereabouts(error),
                picture=_which(paths, error),
            )
            return ""
        return f"{self._base}/media/{brand}/{name}" if name else ""

    def _paths(self, brand: str, pictures: Sequence[str]) -> tuple[Path, ...]:
        """The pictures' files, each once; none where one of them is not the brand's own, since a
        banner that leaves a product out would not show what its words say."""
        folder, start = self._read(brand), f"{self._base}/media/{brand}/"
        inside, found = folder.resolve(), []
        for address in dict.fromkeys(pictures):
            name = address.removeprefix(start)
            path = folder / name
            if name == address or not PICTURE_NAME.fullmatch(name) or not path.is_file():
                return ()
            if not path.resolve().is_relative_to(inside):
                return ()
            found.append(path)
        return tuple(found[:MOST])

    def _compose(self, brand: str, paths: tuple[Path, ...], shows: tuple[str, ...]) -> str:
        """The name of the banner's file, which is made where it is not there. What it `shows` are
        the pictures' digests and, last, its ground."""
        name = f"banner-{hashlib.sha256(EDITION + ''.join(shows).encode()).hexdigest()[:32]}.jpg"
        folder = self._write(brand)
        if (folder / name).is_file():
            return name
        folder.mkdir(parents=True, exist_ok=True)
        if sum(1 for _ in folder.glob("banner-*.jpg")) >= MOST_KEPT:
            log.warning("no banner", brand=brand, error=f"there are {MOST_KEPT} already")
            return ""
        # Pillow takes long to load, and most starts of Rapport compose nothing.
        from rapport.adapters.banners.composing import PAPER, composed  # noqa: PLC0415 (see above)

        ground = colour_in(shows[-1]) or PAPER
        _write(folder / name, composed([path.read_bytes() for path in paths], ground))
        return name


def _which(paths: Sequence[Path], error: Exception) -> str:
    """The name of the picture that cannot be used; of all of them, where that is not known."""
    place = getattr(error, "place", None)
    return ", ".join(path.name for path in (paths if place is None else [paths[place]]))


def _stamp(path: Path) -> tuple[int, int]:
    """What tells whether a file has changed since it was read."""
    status = path.stat()
    return status.st_mtime_ns, status.st_size


def _digest(path: Path, _changed: int, size: int) -> str:
    if size > MOST_BYTES:
        raise ValueError(f"a picture of {size} bytes")
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _write(path: Path, content: bytes) -> None:
    """All of it or nothing: a half-written banner would be served as it is."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".banner-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
