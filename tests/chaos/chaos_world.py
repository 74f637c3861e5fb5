"""What the tests of this folder stand on: homes, and servers in processes of their own."""

from __future__ import annotations

import contextlib
import shutil
import socket
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from chaos_processes import DEADLINE_SECONDS, Process
from killable_server import Start

from rapport.adapters.sqlite.records import SqliteRecords
from rapport.app.events.replay import replay
from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.installation import Installation
from rapport.core.effects import Send
from rapport.core.events import Event, Wake
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import Instant
from rapport.settings import Settings
from rapport.testing.shop import START

BRAND = "alder-and-clay"
SHOP = "alder-and-clay.myshopify.com"
KEY = "chaos-key-of-the-tests"
WRITE_KEY = "chaos-key"

UNORDERED = (
    "identifiers", "contacts", "states", "order_refs", "entries", "exits", "orders", "opt_outs",
    "releases", "policies", "catalogues", "learners", "outbox", "messages",
)  # fmt: skip
IN_ORDER = {
    "events": "id, at, received_at, source, type, backfill, clock, body",
    "decisions": "id, flow, at, body",
    "consent_ledger": "key, at, channel, purpose, status, source, method, wording",
}
"""Tables whose rows have an order within one profile; between profiles the order means nothing."""


def make_home(folder: Path) -> Path:
    """A home with the example brand published in it."""
    installation = Installation(Settings(home=folder), TurnedClock(START))
    installation.publish(installation.copy_example(), since=0, triggers=("checkout_started",))
    installation.close()
    return folder


def copy_home(home: Path, to: Path) -> Path:
    return Path(shutil.copytree(home, to))


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
    return port


def environment(home: Path, port: int, **more: str) -> dict[str, str]:
    """What a server's settings are read from; the same secret everywhere, so links are the same."""
    return {
        "RAPPORT_HOME": str(home),
        "RAPPORT_PORT": str(port),
        # Servers on different ports are compared, and links must not tell them apart.
        "RAPPORT_BASE_URL": "http://127.0.0.1:8470",
        "RAPPORT_LOG_LEVEL": "error",
        "RAPPORT_SECRET": "the same in every run",
        "RAPPORT_SEGMENT_KEYS": f"{BRAND}={WRITE_KEY}",
        "RAPPORT_KLAVIYO_KEYS": f"{BRAND}={KEY}",
        "RAPPORT_SHOPIFY_SHOPS": f"{BRAND}={SHOP}",
        "RAPPORT_SHOPIFY_SECRETS": f"{BRAND}={KEY}",
        **{f"RAPPORT_{name.upper()}": value for name, value in more.items()},
    }


@dataclass
class Server:
    """A server that is started again whenever it is found dead. The clock goes on where it was."""

    home: Path
    more: Mapping[str, str] = field(default_factory=dict)
    at: Instant = START
    held: bool = False
    starts: int = 0
    dies_at: str = ""
    dies_after: int = 1
    complaints: list[str] = field(default_factory=list)
    before_open: Callable[[Process], None] = lambda _: None

    def __post_init__(self) -> None:
        self.port = free_port()
        self.process = self._next = Process()
        self._client = self._new_client()

    def _new_client(self) -> httpx.Client:
        return httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=DEADLINE_SECONDS)

    def start(self) -> None:
        """Starts it, again and again until it has opened. One that ends by itself never will."""
        while True:
            self.process, self._next = self._next, Process()
            self.process.go(
                Start(
                    environment(self.home, self.port, **self.more),
                    self.at,
                    held=self.held,
                    dies_at=self.dies_at,
                    dies_after=self.dies_after,
                )
            )
            self.starts += 1
            self.dies_at = ""
            self.before_open(self.process)
            if self.process.wait_until_open():
                return
            assert self.bury() <= 0, self.complaints[-1:]

    def bury(self) -> int:
        """Waits for the dead; returns the exit code."""
        code, complaints = self.process.end()
        if complaints:
            self.complaints.append(complaints)
        self._client.close()
        self._client = self._new_client()
        return code

    def ask(self, method: str, path: str, **options: object) -> httpx.Response:
        """The answer, below 500, however often it must be asked for."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        while True:
            try:
                answer = self.try_once(method, path, **options)
                if answer.status_code < 500:
                    return answer
            except httpx.TransportError:
                if self.killed():
                    self.bury()
                    self.start()
            assert time.monotonic() < deadline, f"no answer to {method} {path}"

    def killed(self) -> bool:
        """Whether it is over. A broken connection comes a little before the end of the process."""
        return until(self.process.is_over, seconds=5.0)

    def try_once(self, method: str, path: str, **options: object) -> httpx.Response:
        # httpx types each option; a test passes them on.
        return self._client.request(method, path, **options)  # type: ignore[arg-type]

    def turn(self, to: Instant, *, held: bool = False) -> None:
        self.ask("POST", "/chaos/turn", json={"to": to, "held": held})
        self.at, self.held = to, held

    def wait_until_quiet(self) -> None:
        self.ask("POST", "/chaos/quiet")

    def close(self) -> None:
        for process in {self.process, self._next}:
            process.kill()
            process.end()
        self._client.close()


def until(happened: Callable[[], bool], seconds: float = DEADLINE_SECONDS) -> bool:
    """Looks again and again; whether it happened in time."""
    deadline = time.monotonic() + seconds
    while not (seen := happened()) and time.monotonic() < deadline:
        time.sleep(0.002)
    return seen


@contextlib.contextmanager
def reading(home: Path) -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(f"file:{home / 'rapport.db'}?mode=ro", uri=True, timeout=30)
    try:
        yield db
    finally:
        db.close()


def rows(home: Path, sql: str, *values: object) -> list[tuple[object, ...]]:
    with reading(home) as db:
        return db.execute(sql, values).fetchall()


def everything(home: Path) -> dict[str, object]:
    """All that is in the database, but for what says only how often something was told, and for
    positions, whose order between profiles means nothing."""
    found: dict[str, object] = {}
    for table in UNORDERED:
        found[table] = sorted(rows(home, f"SELECT * FROM {table}"), key=repr)
    for table, columns in IN_ORDER.items():
        by_profile: dict[object, list[object]] = {}
        for profile, *row in rows(
            home, f"SELECT profile, {columns} FROM {table} ORDER BY position"
        ):
            by_profile.setdefault(profile, []).append(row)
        found[table] = by_profile
    found["outcomes"] = sorted(rows(home, "SELECT decision, at, body FROM outcomes"), key=repr)
    found["counts"] = rows(home, "SELECT * FROM counts WHERE name <> 'duplicate' ORDER BY name")
    return found


def mails(home: Path) -> dict[str, bytes]:
    """Every e-mail that went out, by its file's name; drafts are hidden files."""
    folder = home / "outgoing" / BRAND
    return {path.name: path.read_bytes() for path in sorted(folder.glob("[!.]*.eml"))}


def planned(home: Path) -> set[str]:
    """The keys of all messages that the log leads to, worked out from it afresh."""
    records = SqliteRecords(home / "rapport.db")
    keys: set[str] = set()
    try:
        blueprint = records.published(BRAND)
        assert blueprint is not None
        for profile, known in records.profiles(BRAND):
            state = ProfileState(profile)
            for row in records.log(BRAND, profile):
                wake = Event("wake", row.clock, "rapport", Wake())
                for event in (wake, row.event) if row.clock > state.clock else (row.event,):
                    state, effects = step(blueprint, state, event)
                    keys.update(effect.key for effect in effects if isinstance(effect, Send))
            _, effects = step(blueprint, state, Event("wake", known.clock, "rapport", Wake()))
            keys.update(effect.key for effect in effects if isinstance(effect, Send))
    finally:
        records.close()
    return keys


def replays(home: Path) -> bool:
    """Whether every decision and state comes out of the log the same to the bit."""
    records = SqliteRecords(home / "rapport.db")
    try:
        blueprint = records.published(BRAND)
        assert blueprint is not None
        return replay(records, blueprint).identical
    finally:
        records.close()
