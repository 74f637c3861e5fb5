"""What is counted as it happens is what one finds by counting all of it."""

from __future__ import annotations

from collections import Counter
from importlib import resources
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapport.adapters.sqlite.database import connect
from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.adapters.sqlite.watched import DAY, ENTERED, MESSAGE_COUNTS, WEEK
from rapport.core.effects import Entered, OptedOut
from rapport.core.time import Instant
from rapport.ports import MessageCount
from rapport.testing.things_to_store import a_send, message

BRAND, FLOW = "harbour", "checkout"
BRANDS = count()
START: Instant = 2_800 * WEEK
MOMENTS = st.integers(START - 3 * DAY, START + 3 * WEEK)

TOLD = st.one_of(
    st.tuples(
        st.just("message"),
        st.sampled_from(("m1", "m2", "m3", "m4", "m5")),
        MOMENTS,
        st.sampled_from(
            (
                "sent", "unclear", "stopped guardrail: claim (body): x",
                "stopped guardrail: said before (body): x", "stopped refused: no longer wanted",
                "stopped failed: no such address",
                "stopped refused: said before (body): guardrail: x",
            )
        ),
    ),
    st.tuples(
        st.just("out"),
        st.sampled_from(("m1", "m2", "m3", "")),
        MOMENTS,
        st.sampled_from(("complained", "unsubscribed", "bounced")),
    ),
    st.tuples(
        st.just("entry"),
        st.sampled_from(("ada", "bob", "cem")),
        MOMENTS,
        st.sampled_from(("adaptive", "usual")),
    ),
    st.tuples(
        st.just("merge"),
        st.sampled_from(("ada", "bob", "cem")),
        st.just(START),
        st.sampled_from(("ada", "bob", "cem")),
    ),
)  # fmt: skip


class Counted:
    """The same, kept in lists and counted by hand."""

    def __init__(self) -> None:
        self.messages: dict[str, tuple[Instant, str]] = {}
        self.outs: list[tuple[str, Instant, str]] = []
        self.entries: list[tuple[str, Instant, int, str]] = []

    def message_counts(self, since: Instant) -> list[MessageCount]:
        found: Counter[tuple[int, str]] = Counter()
        for key, (at, became) in self.messages.items():
            if at < since:
                continue
            if became.startswith("stopped guardrail: ") and "guardrail: said before" not in became:
                found[at // WEEK, "held"] += 1
            if became == "sent":
                found[at // WEEK, "sent"] += 1
                for reason in {r for m, then, r in self.outs if m == key and then >= since}:
                    found[at // WEEK, reason] += 1
            if became.startswith("stopped failed: ") and any(
                (m, r) == (key, "bounced") and then >= since for m, then, r in self.outs
            ):
                found[at // WEEK, "bounced"] += 1
                found[at // WEEK, "turned away"] += 1
        return [
            MessageCount(
                FLOW, FLOW, week, found[week, "sent"], found[week, "held"],
                found[week, "complained"], found[week, "unsubscribed"], found[week, "bounced"],
                found[week, "turned away"],
            )
            for week in sorted({week for week, _ in found})
        ]  # fmt: skip

    def entered(self, since: Instant) -> dict[str, int]:
        first: dict[str, tuple[Instant, int, str]] = {}
        for profile, at, number, arm in self.entries:
            first[profile] = min(first.get(profile, (at, number, arm)), (at, number, arm))
        return dict(Counter(arm for at, _, arm in first.values() if at >= since))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rapport.db"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(TOLD, max_size=25), MOMENTS, st.data())
def test_whatever_was_told_in_whatever_order(
    path: Path, told: list[tuple[str, str, Instant, str]], since: Instant, data: st.DataObject
) -> None:
    """Each example has a brand of its own in one file."""
    store, by_hand, brand = SqliteStore(path), Counted(), f"brand-{next(BRANDS)}"
    for number, (kind, who, at, what) in enumerate(told):
        with store.transaction() as transaction:
            if kind == "message":
                transaction.claim(brand, message(who), a_send(who), at)
                status, _, reason = what.partition(" ")
                transaction.settle(brand, a_send(who), at, status, reason)
                by_hand.messages[who] = at, what
            elif kind == "out":
                out = OptedOut(f"o{number:04}", "ada", at, what, who)
                transaction.record(brand, [out])
                by_hand.outs.append((who, at, what))
            elif kind == "merge":
                transaction.merge(brand, who, what)
                by_hand.entries = [
                    (what if name == who else name, *rest) for name, *rest in by_hand.entries
                ]
            else:
                entry = Entered(f"e{number:04}", who, FLOW, number, what, at, 1, 0)
                transaction.record(brand, [entry])
                by_hand.entries.append((who, at, number, what))
    store.close()
    records = SqliteRecords(path)
    for moment in (0, since, data.draw(st.sampled_from([at for _, _, at, _ in told] or [0]))):
        assert list(records.message_counts(brand, moment)) == by_hand.message_counts(moment)
        assert records.entered(brand, FLOW, moment) == by_hand.entered(moment)
    records.close()


def test_what_was_there_before_it_was_counted_is_counted_at_the_upgrade(tmp_path: Path) -> None:
    """As the schema before this one has it: no counts, and nothing that keeps any."""
    path = tmp_path / "rapport.db"
    store = SqliteStore(path)
    with store.transaction() as transaction:
        held = "guardrail: claim", "guardrail: said before (body): x"
        for number, became in enumerate(("sent", "sent", *held)):
            send = a_send(f"m{number}", START + number * DAY)
            transaction.claim(BRAND, message(send.key), send, send.at)
            status = "sent" if became == "sent" else "stopped"
            transaction.settle(BRAND, send, send.at, status, became)
        for number, at in enumerate((START, START + DAY, START - DAY)):
            entry = Entered(f"e{number}", "ada", FLOW, number, "usual", at, 1, 0)
            transaction.record(BRAND, [entry])
    store.close()
    records = SqliteRecords(path)
    before = list(records.message_counts(BRAND, 0)), records.entered(BRAND, FLOW, 0)
    assert (before[0][0].sent, before[0][0].held_back, before[1]) == (2, 1, {"usual": 1})
    records.close()
    older = connect(path)
    names = [
        (kind, name)
        for kind, name in older.execute("SELECT type, name FROM sqlite_master").fetchall()
        if name in ("message_weeks", "entered_days", "messages_sent", "messages_held",
                    "opt_outs_by_time", "entries_by_time")
        or "counted" in name
    ]  # fmt: skip
    for kind, name in names:
        older.execute(f"DROP {kind} IF EXISTS {name}")
    script = resources.files("rapport.adapters.sqlite") / "migrations/0009_watched.sql"
    older.executescript(script.read_text("utf-8"))
    older.close()
    records = SqliteRecords(path)
    after = list(records.message_counts(BRAND, 0)), records.entered(BRAND, FLOW, 0)
    records.close()
    assert after == before


def test_what_is_deleted_is_counted_no_more(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "rapport.db")
    with store.transaction() as transaction:
        transaction.claim(BRAND, message("m1"), a_send("m1"), START)
        transaction.settle(BRAND, a_send("m1"), START, "sent", "")
        for number, at in enumerate((START, START + DAY)):
            entry = Entered(f"e{number}", "ada", FLOW, number, "usual", at, 1, 0)
            transaction.record(BRAND, [entry])
    store.close()
    plain = connect(tmp_path / "rapport.db")
    plain.execute("DELETE FROM messages")
    plain.execute("DELETE FROM entries WHERE key = 'e0'")
    plain.close()
    records = SqliteRecords(tmp_path / "rapport.db")
    assert records.message_counts(BRAND, 0) == []
    assert records.entered(BRAND, FLOW, START + 1) == {"usual": 1}
    records.close()


def test_no_message_and_no_entry_is_read_for_a_whole_week(tmp_path: Path) -> None:
    """However many there are: what is read is an index, and of whole weeks the counts."""
    SqliteStore(tmp_path / "rapport.db").close()
    records = SqliteRecords(tmp_path / "rapport.db")
    values = {"brand": BRAND, "flow": FLOW, "since": START, "whole": START}
    for query in (MESSAGE_COUNTS, ENTERED):
        plan = [row[3] for row in records._db.execute(f"EXPLAIN QUERY PLAN {query}", values)]
        scans = " ".join(step for step in plan if step.startswith("SCAN "))
        assert not [name for name in ("messages", "entries", "opt_outs") if name in scans]
    records.close()
