"""What rules cost, counted in a process of its own.

For as long as it lasts it needs much memory (84 KB for each decision that chance made) and all of a
processor, and whoever takes in events is to wait for neither. It only reads.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import BinaryIO, cast

import msgspec
from msgspec import Struct

from rapport.adapters.sqlite.records import SqliteRecords
from rapport.app.measuring.rule_costs import RuleCosts, rule_costs
from rapport.app.publishing.publications import Publications
from rapport.core.creative.framework import Rule
from rapport.errors import RapportError, whereabouts

NICER = 10
"""By how much others go first."""


LENGTH = 8
"""Bytes before a job that say how long it is."""

TOO_LITTLE = (
    "there is too little memory for so many decisions. At the terminal of a larger computer: "
    "rapport rules"
)


class Job(Struct, frozen=True):
    """The proposed rules to judge beside those that the brand has published."""

    database: str
    brand: str
    rules: tuple[Rule, ...]


class Counted(Struct, frozen=True):
    """What was found, and the number of the release whose rules those are. Without it `trouble`
    says why for people, or `where` for us, where it was a mistake of ours."""

    release: int = 0
    costs: RuleCosts | None = None
    trouble: str = ""
    where: str = ""


class AsideError(Exception):
    """The other process failed for no reason that people can be told; it says where."""


def count_aside(database: Path, brand: str, rules: Sequence[Rule]) -> Counted:
    """Counts in another process, and waits for it. However this one ends, that one does, too: it is
    told by the end of its standard input, which is open until then.

    Raises RapportError with a reason for people, and AsideError.
    """
    job = msgspec.msgpack.encode(Job(str(database.resolve()), brand, tuple(rules)))
    command = [sys.executable, "-P", "-m", __name__]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}  # one processor, and no more
    answer = b""
    with (
        suppress(BrokenPipeError),  # it ended before it read all: how it did says why
        subprocess.Popen(  # noqa: S603 (our own command)
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            start_new_session=True,  # what is pressed at a terminal is for this process alone
        ) as process,
    ):
        given, told = cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)
        given.write(len(job).to_bytes(LENGTH) + job)
        given.flush()
        answer = told.read()
    if process.returncode < 0:
        raise RapportError(f"Counting was ended from outside, perhaps since {TOO_LITTLE}")
    if process.returncode:
        raise AsideError(f"the other process ended with {process.returncode}")
    found = msgspec.msgpack.decode(answer, type=Counted)
    if found.trouble:
        raise RapportError(found.trouble)
    if found.costs is None:
        raise AsideError(found.where)
    return found


def count(job: Job) -> Counted:
    """The same in this process."""
    try:
        records = SqliteRecords(job.database)
        try:
            blueprint = Publications(records).latest(job.brand)
            costs = rule_costs(records, blueprint, job.rules)
        finally:
            records.close()
    except RapportError as error:
        return Counted(trouble=str(error))
    except MemoryError:
        return Counted(trouble=f"It could not be counted, since {TOO_LITTLE}")
    except Exception as error:  # noqa: BLE001 (who asked says that it failed)
        return Counted(where=whereabouts(error))
    return Counted(blueprint.releases[-1].number, costs)


def _end_with(given: int) -> None:
    """Ends this process where what it was given ends: whoever asked is gone, or has the answer."""
    os.read(given, 1)
    os._exit(0)


def main() -> None:
    """A job on standard input, what was counted on standard output, and nothing else there.

    Nobody waits for an answer any more once standard input ends.
    """
    answer = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with suppress(OSError, AttributeError):
        os.nice(NICER)
    given = sys.stdin.buffer
    job = msgspec.msgpack.decode(given.read(int.from_bytes(given.read(LENGTH))), type=Job)
    Thread(target=_end_with, args=(given.fileno(),), daemon=True).start()
    with os.fdopen(answer, "wb") as out:
        out.write(msgspec.msgpack.encode(count(job)))


if __name__ == "__main__":
    main()
