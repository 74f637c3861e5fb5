"""Opting a person out by hand: it holds at once, replays, and leaves nobody's name behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from one_persons_world import ADA, BRAND, Shop

from rapport.app.events.replay import replay
from rapport.app.in_charge.people import NotAllowedError
from rapport.core.events import STAFF, ConsentChanged, Identifier
from rapport.core.oversight.people import Actor
from rapport.core.time import DAY
from rapport.errors import UserError
from rapport.testing import examples as ex


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path)
    yield shop
    shop.close()


def consent(shop: Shop, profile: str) -> str:
    return shop.records.states(BRAND, [profile])[profile].consent.email


def test_nothing_more_goes_out_not_even_what_is_planned(shop: Shop) -> None:
    profile = shop.leaves()
    shop.clock.at = ex.at(0, 10, 50)
    shop.here.host.wake(BRAND)
    done = shop.people.opt_out(BRAND, profile, "Nell", "on the phone")
    assert (done.new, done.waiting, done.sending) == (True, 1, 0)
    assert consent(shop, profile) == "unsubscribed"
    shop.until(ex.at(9))
    assert shop.post.sent == []
    (row,) = shop.records.messages(BRAND)
    assert (row.status, row.reason) == ("stopped", "refused: unsubscribed")


def test_what_is_with_the_mail_server_is_counted_apart(shop: Shop) -> None:
    profile = shop.leaves()
    shop.clock.at = ex.at(0, 10, 50)
    shop.here.host.wake(BRAND)
    with shop.store.transaction() as transaction:
        transaction._db.execute("UPDATE outbox SET status = 'sending'")
    done = shop.people.opt_out(BRAND, profile, "Nell", "on the phone")
    assert (done.waiting, done.sending) == (0, 1)


def test_it_is_an_event_of_proof_in_one_commit_with_its_entry(shop: Shop) -> None:
    profile = shop.leaves()
    shop.until(ex.at(0, 12))
    done = shop.people.opt_out(BRAND, profile, "Nell", " on the phone ", saw={"page": "a page"})
    row = shop.records.log(BRAND, profile)[-1]
    assert (row.event.source, row.event.proven) == (STAFF, True)
    assert row.event.id.replace(":", " ", 1) == done.entry
    (entry,) = [one for one in shop.entries() if one.deed.did == "opted out"]
    assert (entry.deed.who, entry.deed.what, entry.deed.why) == ("Nell", done.entry, "on the phone")
    assert entry.deed.saw == {"page": "a page"}
    assert shop.here.anchors.read(BRAND)[-1].number == entry.number
    (way,) = shop.records.ways_out(BRAND, profile, shop.records.messages(BRAND)[0].key)
    assert way.reason == "unsubscribed"


def test_a_replay_comes_to_the_same_to_the_bit(shop: Shop) -> None:
    profile = shop.leaves()
    shop.until(ex.at(0, 12))
    shop.people.opt_out(BRAND, profile, "Nell", "on the phone")
    shop.until(ex.at(9))
    shop.leaves(day=10, token="c2")
    shop.until(ex.at(20))
    again = replay(shop.records, shop.now(BRAND))
    assert again.identical
    assert again.decisions > 2


def test_it_outlasts_a_restored_backup(shop: Shop) -> None:
    profile = shop.leaves()
    done = shop.people.opt_out(BRAND, profile, "Nell", "on the phone")
    kept = shop.here.objections.read(BRAND)[-1]
    assert (kept.profile, kept.event.id.replace(":", " ", 1)) == (profile, done.entry)


def test_the_audit_log_keeps_nothing_that_says_who_it_was(shop: Shop) -> None:
    profile = shop.leaves()
    shop.until(ex.at(0, 12))
    shop.people.opt_out(BRAND, profile, "Nell", "on the phone")
    entry = shop.entries()[-1]
    told = repr(entry)
    keys = [row.key for row in shop.records.messages(BRAND)]
    assert [one for one in (profile, ADA, "lovelace", *keys) if one in told] == []


@pytest.mark.parametrize(
    ("who", "why", "said"),
    [
        ("Nell", "", "Say why it is done"),
        ("Nell", "  x ", "is too short"),
        ("Nell", "y" * 501, "500 fit into the audit log"),
        ("Nell", "on the \u202eenohp", "turns the direction of writing .U.202E.. Nothing was done"),
        ("Ne\u200bll", "on the phone", "That name holds a character that cannot be seen"),
        ("", "on the phone", "Say who you are"),
        ("Nell", f"{ADA} phoned", "names an e-mail address"),
        ("Nell", "Ada <ada@home> phoned", "names an e-mail address"),
    ],
)
def test_what_is_wrong_with_a_reason_is_told_and_nothing_is_done(
    shop: Shop, who: str, why: str, said: str
) -> None:
    profile = shop.leaves()
    before = shop.entries()
    with pytest.raises(UserError, match=said):
        shop.people.opt_out(BRAND, profile, who, why)
    assert (consent(shop, profile), shop.entries()) == ("subscribed", before)


def test_twice_is_once(shop: Shop) -> None:
    profile = shop.leaves()
    first = shop.people.opt_out(BRAND, profile, "Nell", "on the phone")
    again = shop.people.opt_out(BRAND, profile, "Max", "by letter")
    assert (first.new, again.new, again.entry) == (True, False, "")
    assert [one.deed.who for one in shop.entries() if one.deed.did == "opted out"] == ["Nell"]


def test_anybody_in_charge_may_who_is_no_viewer_and_nobody_else(shop: Shop) -> None:
    profile = shop.leaves()
    people = shop.employ(Vic="viewer", Ann="author")
    for who, actor in (("Vic", people["Vic"]), ("Eve", Actor("Eve", "publisher", listed=True))):
        with pytest.raises(NotAllowedError):
            shop.people.opt_out(BRAND, profile, who, "on the phone", actor=actor)
    with pytest.raises(NotAllowedError, match="not among the people"):
        shop.people.opt_out(BRAND, profile, "Eve", "on the phone")
    assert shop.people.opt_out(BRAND, profile, "Ann", "by letter", actor=people["Ann"]).new


def test_of_nobody_and_of_another_brands_customer_nothing_is_done(shop: Shop) -> None:
    profile = shop.leaves()
    shop.publish(ex.brand("quarry"))
    for brand, whose in ((BRAND, "nobody"), ("quarry", profile)):
        with pytest.raises(UserError, match="knows nobody by this id"):
            shop.people.opt_out(brand, whose, "Nell", "on the phone")
    assert consent(shop, profile) == "subscribed"


def test_it_reaches_the_person_that_a_profile_became(shop: Shop) -> None:
    user = Identifier("user_id", "u1")
    visitor = shop.tell("", ex.viewed("v1", ex.at(0, 8)), also=(user,))
    customer = shop.leaves()
    stays = shop.tell(ADA, ex.viewed("v2", ex.at(0, 13)), also=(user,))
    gone = customer if stays == visitor else visitor
    done = shop.people.opt_out(BRAND, gone, "Nell", "on the phone")
    assert (done.profile, consent(shop, stays)) == (stays, "unsubscribed")


def test_it_holds_although_a_clock_went_back(shop: Shop) -> None:
    profile = shop.leaves()
    shop.clock.at = ex.at(0) - 30 * DAY
    assert shop.people.opt_out(BRAND, profile, "Nell", "on the phone").new
    assert consent(shop, profile) == "unsubscribed"
    assert replay(shop.records, shop.now(BRAND)).identical


def test_only_an_act_of_their_own_brings_somebody_back(shop: Shop) -> None:
    profile = shop.leaves()
    shop.people.opt_out(BRAND, profile, "Nell", "on the phone")
    for day, method, holds in ((1, "checkout", True), (2, "sync", True), (3, "form", False)):
        body = ConsentChanged("email", "subscribed", method=method)
        shop.tell(ADA, ex.event(f"word-{day}", ex.at(day), body))
        assert (consent(shop, profile) == "unsubscribed") == holds
