"""`rapport why --person` and what `rapport why` says came of a decision."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import Command
from msgspec.structs import replace

from rapport.adapters.sqlite.store import SqliteStore
from rapport.core.choices import Consent
from rapport.core.effects import AnyEffect, Decided, OutcomeClosed
from rapport.core.events import Contact, Identifier
from rapport.core.state import Note, Orders, ProfileState
from rapport.testing import examples as ex
from rapport.testing.things_to_store import a_send, decided

BRAND = "alder-and-clay"
ANN = "a" * 16
ADDRESS = "ann@example.com"


def content(name: str, hour: int, reason: str = "") -> Decided:
    """A message or, with a reason, a silence."""
    one = decided(name).decision
    at = ex.at(0, hour)
    changed = replace(one, profile=ANN, flow="checkout", at=at, reason=reason, release=1)
    if reason:
        changed = replace(changed, action=replace(one.action, hold=True), message="")
    else:
        changed = replace(changed, message=f"m-{name}")
    return Decided(name, changed)


@pytest.fixture
def shop(rapport: Command, here: Path) -> Command:
    """The example brand, which has written to Ann twice and said nothing to her once."""
    rapport("init", "--publish")
    store = SqliteStore(here / "rapport/rapport.db")
    state = ProfileState(
        ANN,
        has_email=True,
        consent=Consent("subscribed", ex.at(0)),
        orders=Orders(count=2, first_at=ex.at(0), last_at=ex.at(1), value=9_900, days=2),
        notes=(Note("m-d1", ex.at(0, 1), decided("d1").decision.action, confirmed=True),),
    )
    closed = OutcomeClosed(
        "k", ANN, "d1", "m-d1", ex.at(4, 1), 1, 6_000, 3_520,
        clicked=False, unsubscribed=False, complained=False, delivered=True,
    )  # fmt: skip
    told: list[AnyEffect] = [content("d1", 1), content("d2", 2, "cap"), content("d3", 3)]
    with store.transaction() as transaction:
        transaction.link(BRAND, [(Identifier("email", ADDRESS), ANN)])
        transaction.save_contacts(BRAND, {ANN: Contact(email=ADDRESS, first_name="Ann")})
        transaction.save_states(BRAND, {ANN: state})
        transaction.record(BRAND, [*told, closed])
        for one in ("d1", "d3"):
            send = replace(a_send(f"m-{one}"), profile=ANN, flow="checkout", decision=one)
            transaction.record(BRAND, [send])
            at = ex.at(0, 1 if one == "d1" else 3)
            transaction.settle(BRAND, send, at, "sent", "")
    store.close()
    return rapport


def keys(out: str) -> list[str]:
    return [line.split()[-1] for line in out.splitlines() if "rapport why" in line]


def test_all_of_one_person_is_told(shop: Command, here: Path) -> None:
    ran = shop("why", "--person", " Ann@Example.com", "--json", "ann.json")
    assert (ran.code, ran.err) == (0, "")
    assert keys(ran.out) == ["m-d3", "d2", "m-d1"]
    assert ran.out.startswith(f"Profile {ANN}\n  E-mail:         Agreed to marketing by e-mail on ")
    assert "  Orders:         2 orders for £99.00, the first on " in ran.out
    assert (
        "Checkout left behind (usual messages): nothing was said\n  They have had enough" in ran.out
    )
    told = json.loads((here / "ann.json").read_text())
    assert [row["key"] for row in told["heard"]["rows"]] == keys(ran.out)
    assert told["person"]["profile"] == ANN
    # Whoever asked knows the address; what is written down does not say it.
    assert "example.com" not in ran.out.lower()
    assert "ann@" not in json.dumps(told).lower()


def test_each_row_and_the_next_page_is_a_command_that_works(shop: Command) -> None:
    first = shop("why", "--person", ADDRESS, "--limit", "2").out
    assert keys(first)[:2] == ["m-d3", "d2"]
    again = first.splitlines()[-1].removeprefix("Further back: rapport ").split()
    following = shop(*again).out
    assert keys(following) == ["m-d1"]
    assert "Profile" not in following
    for key in ("m-d3", "d2", "m-d1"):
        assert shop("why", key).code == 0


def test_what_came_of_a_message_is_told_with_what_that_does_not_show(shop: Command) -> None:
    told = shop("why", "m-d1").out
    assert "Within 4 days: one order of £60.00 (margin £35.20)" in told
    assert "does not show what the message added" in told
    assert "What came of it is not on record." in shop("why", "m-d3").out
    assert "not on record" not in shop("why", "d2").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--person", "eve@example.com"), "knows nobody by the address 'eve@example.com'"),
        (("--person", "nobody"), "knows nobody by the id 'nobody'"),
        (("m-d1", "--person", ADDRESS), "Name a message or a person"),
        (("--before", "5.a"), "Name a message or a person"),
        (("--person", ADDRESS, "--before", "x"), "'x' is no place to go on from"),
        (("--person", ADDRESS, "--limit", "0"), "--limit"),
    ],
)
def test_what_there_is_not_is_told(shop: Command, words: tuple[str, ...], said: str) -> None:
    ran = shop("why", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_an_opt_out_by_hand_is_told_from_then_on(shop: Command, here: Path) -> None:
    done = shop("opt-out", ADDRESS, "--because", "on the phone", "--by", "Nell")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(
        "Nothing more is sent to them from now on. In the audit log: opt-out "
    )
    entry = done.out.splitlines()[0].rpartition(": ")[2].rstrip(".")
    shop("audit-log", "list", "--last", "1", "--json", "log.json")
    assert json.loads((here / "log.json").read_text())[0]["deed"]["what"] == entry
    assert "Unsubscribed from marketing by e-mail on " in shop("why", "--person", ANN).out
    again = shop("opt-out", ANN, "--because", "by letter", "--by", "Nell")
    assert (again.code, "unsubscribed already" in again.out) == (0, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("eve@example.com", "--because", "on the phone"), "knows nobody by the address"),
        (("nobody", "--because", "on the phone"), "knows nobody by this id: nothing was done"),
        ((ADDRESS,), "--because REASON"),
        ((ADDRESS, "--because", f"{ADDRESS} rang"), "names an e-mail address"),
        ((), "opt-out --help"),
    ],
)
def test_an_opt_out_that_cannot_be_says_why(
    shop: Command, words: tuple[str, ...], said: str
) -> None:
    ran = shop("opt-out", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "Agreed to marketing" in shop("why", "--person", ADDRESS).out
