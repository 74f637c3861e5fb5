"""What is known of one person, in sentences, whatever profile they were first known by."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from one_persons_world import ADA, BEA, BRAND, Shop

from rapport.app.publishing.publish import publish_predictions
from rapport.app.stopping.stops import stop
from rapport.core.creative.framework import Topic
from rapport.core.events import ConsentChanged, Event, Identifier, ProfileChanged
from rapport.core.oversight.audit import Act
from rapport.core.oversight.stopping import FLOW, Switch
from rapport.core.person.rhythm import RhythmModel
from rapport.testing import examples as ex


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path)
    yield shop
    shop.close()


def word(
    name: str, day: int, status: str, method: str = "form", source: str = "shopify", **said: str
) -> Event:
    body = ConsentChanged("email", status, method=method, **said)
    return ex.event(name, ex.at(day, 9), body, source)


def known_by(shop: Shop, *events: Event) -> str:
    profile = shop.tell(ADA, *ex.subscribed(ex.at(0, 8))[:1], *events)
    return shop.known(profile)["E-mail"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Nobody has told whether they agreed to e-mail. Nothing is sent to this person: no "
         "consent."),
        ((word("1", 1, "subscribed"),),
         "Agreed to marketing by e-mail on 3 Mar 2026, 09:00, told by Shopify (a form). They may "
         "be written to."),
        ((word("1", 1, "subscribed"), word("2", 4, "subscribed", "checkout", "klaviyo")),
         "Agreed to marketing by e-mail on 3 Mar 2026, 09:00, told by Shopify (a form); told again "
         "on 6 Mar 2026, 09:00. They may be written to."),
        ((word("1", 1, "pending", source="klaviyo"),),
         "Asked for marketing by e-mail on 3 Mar 2026, 09:00 and has not confirmed it yet, told by "
         "Klaviyo (a form). Nothing is sent to this person: consent not confirmed."),
        ((word("1", 1, "subscribed"), word("2", 2, "unsubscribed", "one_click", "web")),
         "Unsubscribed from marketing by e-mail on 4 Mar 2026, 09:00, told by the link in a "
         "message (one click in their mail program). Nothing is sent to this person: "
         "unsubscribed."),
        # What only passes on what is stored lifts no opt-out, and is not since when they agree.
        ((word("1", 1, "unsubscribed"), word("2", 2, "subscribed", "sync"),
          word("3", 4, "subscribed")),
         "Agreed to marketing by e-mail on 6 Mar 2026, 09:00, told by Shopify (a form). They may "
         "be written to."),
        # Nor does a key that anybody can read give any.
        ((word("1", 1, "subscribed", "api", "segment"), word("2", 3, "subscribed")),
         "Agreed to marketing by e-mail on 5 Mar 2026, 09:00, told by Shopify (a form). They may "
         "be written to."),
        ((word("1", 1, "never", "import", "import"),),
         "Had not agreed to marketing by e-mail on 3 Mar 2026, 09:00, told by an order export. "
         "Nothing is sent to this person: no consent."),
        ((word("1", 1, "subscribed", "way_of_ours", "crm"),),
         "Agreed to marketing by e-mail on 3 Mar 2026, 09:00, told by crm (way of ours). They may "
         "be written to."),
    ],
)  # fmt: skip
def test_consent_is_told_with_what_for_since_when_and_from_where(
    shop: Shop, words: tuple[Event, ...], said: str
) -> None:
    assert known_by(shop, *words) == said


def test_who_may_be_written_to_as_a_customer_is_told_so(tmp_path: Path) -> None:
    shop = Shop(tmp_path, brand=replace(ex.brand(), soft_opt_in_countries=("GB",)))
    told = known_by(shop, ex.order("o1", ex.at(1)))
    assert told.endswith("They may be written to as a customer in GB.")
    shop.close()


def test_every_word_is_listed_with_the_words_that_were_seen(shop: Shop) -> None:
    profile = shop.tell(
        ADA,
        word("1", 1, "subscribed", wording="Write to me", double_opt_in=True),  # type: ignore[arg-type]
        word("2", 2, "unsubscribed", "one_click", "web"),
    )
    person = shop.people.person(BRAND, profile)
    assert person is not None
    assert person.consents.rows == (
        ("4 Mar 2026, 09:00", "E-mail, marketing: unsubscribed",
         "the link in a message (one click in their mail program)", ""),
        ("3 Mar 2026, 09:00", "E-mail, marketing: subscribed (confirmed)", "Shopify (a form)",
         "Write to me"),
    )  # fmt: skip
    assert person.opted_out


@pytest.mark.parametrize(
    ("arms", "said"),
    [
        (ex.HOLDOUT_ONLY, "No messages, so that we know what happens without them."),
        (ex.USUAL_ONLY, "Usual messages: what everybody used to get, to compare with."),
        (ex.ADAPTIVE_ONLY, "Adaptive messages: what they get is chosen for them."),
    ],
)
def test_the_arm_is_told_and_whether_it_has_mattered_yet(
    tmp_path: Path, arms: ex.Arms, said: str
) -> None:
    shop = Shop(tmp_path, arms)
    assert shop.known(shop.leaves())["Group"] == said
    looked = shop.tell(BEA, ex.viewed("v", ex.at(1)))
    assert shop.known(looked)["Group"] == f"{said} They have entered no flow yet."
    shop.close()


def test_orders_are_a_line(shop: Shop) -> None:
    profile = shop.leaves()
    assert shop.known(profile)["Orders"] == "None so far."
    shop.tell(ADA, ex.order("o1", ex.at(1), "1001", token="c7"))
    assert shop.known(profile)["Orders"] == "1 order for £48.00, on 3 Mar 2026, 00:00."
    abroad = ex.order("o2", ex.at(2), "1002", token="c8")
    shop.tell(ADA, replace(abroad, body=replace(abroad.body, currency="EUR")))
    shop.tell(ADA, ex.refund("r1", ex.at(3), "1001", 1_000))
    assert shop.known(profile)["Orders"] == (
        "2 orders for £38.00, the first on 3 Mar 2026, 00:00, the last on 4 Mar 2026, 00:00. "
        "1 refund is taken off. Of 1 no money counts: paid in another currency, or nobody told "
        "what it came to."
    )


def test_the_rhythm_is_told_where_it_can_be_and_in_the_words_of_decisions(shop: Shop) -> None:
    profile = shop.leaves()
    assert "Order rhythm" not in shop.known(profile)
    shop.tell(ADA, ex.order("o1", ex.at(1), token="c7"))
    assert shop.known(profile)["Order rhythm"] == "No order rhythm of this shop was learnt yet."
    with shop.store.transaction() as transaction:
        rhythm = RhythmModel(r=0.5, alpha=20.0, a=0.6, b=2.0)
        publish_predictions(transaction, BRAND, shop.clock.at, "a test", by="Nell", rhythm=rhythm)
    shop.until(ex.at(3))
    said = shop.known(profile)["Order rhythm"]
    assert said.startswith("This person is ")
    assert "likely to be a customer still and is expected to order " in said
    shop.tell(ADA, ex.event("no", ex.at(4), ProfileChanged(no_profiling=True)))
    told = shop.known(profile)
    assert "Order rhythm" not in told
    assert told["Profiling"].startswith("Declined: ")


def test_declined_kinds_are_called_as_the_brand_calls_them(shop: Shop) -> None:
    topic = replace(ex.FRAMEWORK, topic=Topic("baskets", "Reminders of baskets"))
    shop.publish(ex.brand(arms=ex.USUAL_ONLY), frameworks=(topic,))
    profile = shop.leaves()
    assert "Declined kinds" not in shop.known(profile)
    declined = ProfileChanged(declined_topics=("baskets", "jokes"))
    shop.tell(ADA, ex.event("no", ex.at(0, 11), declined, "web"))
    assert shop.known(profile)["Declined kinds"] == "Reminders of baskets; jokes."


def test_runs_and_planned_messages_are_told_with_what_becomes_of_them(shop: Shop) -> None:
    profile = shop.leaves()
    assert shop.known(profile)["Under way"] == (
        "‘Checkout left behind’ since 2 Mar 2026, 10:00 (usual messages); next step on "
        "2 Mar 2026, 10:45."
    )
    shop.clock.at = ex.at(0, 10, 50)
    shop.here.host.wake(BRAND)
    assert shop.known(profile)["Planned"] == (
        "‘Checkout left behind’: goes out from 2 Mar 2026, 10:45 on, if it is still wanted then; "
        "until 2 Mar 2026, 16:45 at the latest."
    )
    with shop.store.transaction() as transaction:
        stop(transaction, BRAND, Switch(FLOW, ex.FLOW), Act("Nell", "a flood", shop.clock.at))
    assert shop.known(profile)["Planned"] == (
        "‘Checkout left behind’: waits, since the flow ‘Checkout left behind’ is stopped."
    )
    shop.tell(ADA, ex.unsubscribed("out", ex.at(0, 10, 55)))
    assert shop.known(profile)["Planned"] == (
        "‘Checkout left behind’: will not go out: unsubscribed."
    )
    with shop.store.transaction() as transaction:
        transaction._db.execute("UPDATE outbox SET body = x'00', error = 'It is damaged.'")
    assert shop.known(profile)["Planned"] == (
        "‘Checkout left behind’: waits for somebody to mend it: It is damaged."
    )


def test_whoever_was_known_by_another_profile_is_one_person(shop: Shop) -> None:
    user = Identifier("user_id", "u1")
    visitor = shop.tell("", ex.viewed("v1", ex.at(0, 8)), also=(user,))
    customer = shop.leaves()
    shop.until(ex.at(0, 12))
    stays = shop.tell(ADA, ex.viewed("v2", ex.at(0, 13)), also=(user,))
    gone = customer if stays == visitor else visitor
    told = shop.known(stays)
    assert told == shop.known(gone)
    assert told["Known as"] == "2 profiles that turned out to be one person."
    assert told["E-mail"].startswith("Agreed to marketing by e-mail on 2 Mar 2026, 09:00")
    assert shop.people.find(BRAND, gone) == stays
    assert shop.people.find(BRAND, f" {ADA.upper()} ") == stays


@pytest.mark.parametrize("typed", ["", "nobody", "eve@example.com", "@", "x" * 400, "a\x00b"])
def test_nobody_is_found_by_what_nobody_is_known_by(shop: Shop, typed: str) -> None:
    shop.leaves()
    assert shop.people.find(BRAND, typed) == ""
    assert shop.people.person(BRAND, typed) is None


def test_what_another_brand_knows_is_not_told(shop: Shop) -> None:
    profile = shop.leaves()
    shop.publish(ex.brand("quarry"))
    assert shop.people.find("quarry", ADA) == ""
    assert shop.people.person("quarry", profile) is None
    assert shop.people.heard("quarry", profile).rows == ()
