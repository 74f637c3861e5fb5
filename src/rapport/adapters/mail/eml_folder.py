"""A sender that writes each e-mail into a folder: to try things out, or for a mailer to take."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from rapport.adapters.mail.compose import compose, safe_name
from rapport.core.creative.message import Message
from rapport.core.events import Contact
from rapport.errors import DeliveryError
from rapport.ports import Clock, Delivery


class EmlFolder:
    """Writes `<folder>/<brand>/<key>.eml`, whole or not at all.

    A file is there only when its bytes and its name are on the disk; sending the same key again
    leaves the file as it is. Files can be read by their owner only, since they say who got what.
    Where they need not be `lasting`, the disk is not waited for.
    """

    name = "eml"

    def __init__(
        self, folder: Path, clock: Clock, *, domain: str = "", lasting: bool = True
    ) -> None:
        self._folder = folder
        self._clock = clock
        self._domain = domain
        self._lasting = lasting

    def send(self, message: Message, to: Contact) -> None:
        """Raises DeliveryError: temporary if the folder cannot be written to."""
        folder = self._folder / safe_name(message.brand)
        target = folder / f"{safe_name(message.key)}.eml"
        mail = compose(message, to, at=self._clock.now(), domain=self._domain)
        try:
            if target.exists():
                return
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write_whole(target, mail.as_bytes(), lasting=self._lasting)
        except OSError as error:
            raise DeliveryError(
                f"The e-mail could not be written to {folder}: {error.strerror or error}.",
                then="Make room on the disk or correct the folder's permissions; it is tried again "
                "by itself.",
            ) from error

    def status(self, key: str) -> Delivery:
        """SENT if and only if the file is there; UNKNOWN if the folder cannot be read."""
        name = f"{safe_name(key)}.eml"
        try:
            folders = list(self._folder.iterdir())
        except FileNotFoundError:
            return Delivery.NOT_SENT
        except OSError:
            return Delivery.UNKNOWN
        found = any((folder / name).exists() for folder in folders)
        return Delivery.SENT if found else Delivery.NOT_SENT


def _write_whole(target: Path, content: bytes, *, lasting: bool) -> None:
    """Writes to a hidden neighbour, then renames; where it is to be `lasting`, both are on the disk
    before this returns."""
    draft = target.with_name(f".{target.name}.part")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        draft.rename(target)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise
    if lasting:
        _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
