"""Changes to a brand's files that a crash cut short: the log tells of them, so that both agree.

The audit log's entry is committed before the files are put in place (decision record 0058), and
with it a note of what is being put in place. The note is taken away once that is done; whoever
finds one that nobody is at any more looks at the files, and the log says what became of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

import msgspec
from msgspec import Struct

from rapport.app.in_charge.audit_log import note
from rapport.core.oversight.audit import BY_ITSELF, Deed
from rapport.core.time import Instant
from rapport.errors import UserError
from rapport.ports import Oversight, Transaction
from rapport.ports.brand_files import BrandFiles

SWITCH = "files being put in place"


class Begun(Struct, frozen=True):
    """What is being put in place, and where: each file's digest. `entry` tells of it in the log;
    `framework` is what a note of before says in the place of `what`."""

    entry: int
    what: str = ""
    words: str = ""
    where: str = ""
    files: dict[str, str] = {}
    framework: str = ""


def begin(transaction: Transaction, brand: str, begun: Begun) -> None:
    """To be committed with the entry, before any file is put in place."""
    transaction.turn(brand, SWITCH, msgspec.json.encode(begun).decode())


def done(transaction: Transaction, brand: str) -> None:
    """Files and log agree again."""
    transaction.turn(brand, SWITCH, "")


def unfinished(log: Oversight, brand: str) -> Begun | None:
    """What somebody is at, or was when they were cut short."""
    stored = log.switch(brand, SWITCH)
    try:
        return msgspec.json.decode(stored, type=Begun) if stored else None
    except msgspec.MsgspecError:
        return None  # of a newer Rapport, which will look after it


def find_out(transaction: Transaction, brand: str, files: BrandFiles, at: Instant) -> str:
    """Tells in the log what became of a change that was cut short, for whoever is `alone` with the
    files. Returns that in a sentence; nothing where there is none, or all of it is in place."""
    begun = unfinished(transaction, brand)
    if begun is None or begun.where != files.where:
        return ""
    done(transaction, brand)
    there = [name for name, digest in begun.files.items() if _is(files, name, digest)]
    missing = [name for name in begun.files if name not in there]
    if not missing:
        return ""
    told = f"{begun.words}: it did not come about"
    why = f"Rapport ended before {', '.join(missing)} could be changed"
    if there:
        told = f"{begun.words}: only a part came about"
        why += f"; {', '.join(there)} had been changed already"
    what = begun.what or f"framework {begun.framework}"
    saw = {"entry": str(begun.entry), "why": why}
    note(transaction, brand, at, Deed(BY_ITSELF, "edited", what, told, saw))
    return f"{told[:1].upper()}{told[1:]} ({why})."


def digests(texts: Mapping[str, str]) -> dict[str, str]:
    """Of what files say, however their lines end."""
    return {name: _digest(text) for name, text in texts.items()}


def _is(files: BrandFiles, name: str, digest: str) -> bool:
    try:
        return _digest(files.text(name)) == digest
    except UserError:
        return False


def _digest(text: str) -> str:
    told = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
