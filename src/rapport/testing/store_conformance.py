"""What every store must show, whatever it is built on.

A new store is a short subclass of `StoreConformance` that makes an empty one. The suite runs under
pytest.
"""

from __future__ import annotations

from abc import abstractmethod

import pytest

from rapport.core.blueprint import Release
from rapport.core.catalogue import Catalogue
from rapport.core.codec import encode_state
from rapport.core.copy_checks.teaching import PHRASE, Teaching
from rapport.core.creative.draft import KeptDraft
from rapport.core.effects import AnyEffect, Decided, OutcomeClosed, Send
from rapport.core.events import CheckoutStarted, Contact, Identifier
from rapport.core.person.predictions import Predictions
from rapport.core.person.rhythm import RhythmModel
from rapport.core.policy.policy import Policy
from rapport.core.state import ProfileState
from rapport.core.time import HOUR
from rapport.errors import RapportError
from rapport.ports import LogRow, Planned, Store, Transaction
from rapport.testing import examples as ex
from rapport.testing.awaited_conformance import AwaitedConformance
from rapport.testing.draft_conformance import DraftConformance, a_draft
from rapport.testing.oversight_conformance import OversightConformance
from rapport.testing.people_conformance import PeopleConformance
from rapport.testing.said_conformance import SaidConformance
from rapport.testing.stops_conformance import StopsConformance
from rapport.testing.things_to_store import (
    a_send,
    closed,
    decided,
    every_effect,
    message,
    row,
    waiting,
)
from rapport.testing.writer_conformance import WriterBookConformance

A, B = "harbour", "quarry"
EMAIL = Identifier("email", "ada@example.com")
BROWSER = Identifier("anonymous_id", "b1")
USER = Identifier("user_id", "u1")


class Abandoned(Exception):  # noqa: N818 no error of anybody's, but a unit of work given up
    """Raised inside a unit of work, so that nothing of it may be kept."""


class StoreConformance(
    AwaitedConformance,
    OversightConformance,
    DraftConformance,
    PeopleConformance,
    SaidConformance,
    StopsConformance,
    WriterBookConformance,
):
    """Subclass it, say how a store is made, and every test here runs on that store."""

    @abstractmethod
    def make_store(self) -> Store:
        """An empty store of its own."""

    # --- A unit of work ---

    def test_a_unit_of_work_that_is_given_up_keeps_nothing(self) -> None:
        store = self.make_store()
        with pytest.raises(Abandoned):
            _fill_and_give_up(store)
        with store.transaction() as transaction:
            assert _everything(transaction, A) == _nothing()
        assert store.brands() == []

    def test_a_store_goes_on_after_a_unit_of_work_was_given_up(self) -> None:
        store = self.make_store()
        with pytest.raises(Abandoned):
            _fill_and_give_up(store)
        with store.transaction() as transaction:
            _fill(transaction, A)
        with store.transaction() as transaction:
            assert _everything(transaction, A) != _nothing()

    def test_a_unit_of_work_sees_what_it_has_just_written(self) -> None:
        with self.make_store().transaction() as transaction:
            _fill(transaction, A)
            assert transaction.known_events(A, ["e1", "e2"]) == {"e1"}
            assert transaction.owners(A, [EMAIL]) == {EMAIL: "ada"}
            assert [planned.send.key for planned in transaction.planned(A, ex.at(9), 5)] == ["m1"]

    # --- Brands ---

    def test_nothing_of_one_brand_is_ever_given_to_another(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            _fill(transaction, A)
        with store.transaction() as transaction:
            assert _everything(transaction, B) == _nothing()

    def test_two_brands_may_use_the_same_names_for_everything(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            _fill(transaction, A)
            _fill(transaction, B)
            transaction.settle(B, a_send("m1"), ex.at(1), "sent", "")
            transaction.merge(B, "ada", "ben")
            transaction.link(B, [(USER, "cy")])
        assert store.brands() == [A, B]
        with store.transaction() as transaction:
            assert [planned.send.key for planned in transaction.planned(A, ex.at(9), 5)] == ["m1"]
            assert transaction.owners(A, [EMAIL, USER]) == {EMAIL: "ada"}
            assert transaction.contacts(A, ["ada"]) == {"ada": Contact(email="ada@example.com")}

    # --- Taking in ---

    def test_an_event_is_known_by_its_id_and_cannot_be_there_twice(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            transaction.append(A, [row("e1")])
        with store.transaction() as transaction:
            assert transaction.known_events(A, ["e1", "e2"]) == {"e1"}
            assert transaction.known_events(A, []) == set()
        with pytest.raises(RapportError), store.transaction() as transaction:
            transaction.append(A, [row("e1")])

    def test_an_events_body_is_found_again(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            transaction.append(A, [row("e1")])
        with store.transaction() as transaction:
            body = transaction.event_body(A, "e1")
            assert isinstance(body, CheckoutStarted)
            assert body == ex.checkout("e1", ex.at(0)).body
            assert transaction.event_body(A, "e2") is None

    def test_what_was_told_of_a_profile_last_is_found_by_its_type(self) -> None:
        store = self.make_store()
        told = [ex.viewed("v1", ex.at(3)), ex.checkout("c", ex.at(1)), ex.viewed("v2", ex.at(2))]
        with store.transaction() as transaction:
            transaction.append(A, [LogRow(event, "ada", ex.at(4), 0) for event in told])
            other = LogRow(ex.viewed("v3", ex.at(5)), "ben", ex.at(5), 0)
            transaction.append(A, [other])
        with store.transaction() as transaction:
            looks = transaction.told(A, "ada", ["product_viewed"], 9)
            assert looks == [told[2], told[0]]
            both = transaction.told(A, "ada", ["product_viewed", "checkout_started"], 2)
            assert both == [told[2], told[1]]
            assert transaction.told(A, "ada", [], 9) == []
            assert transaction.told(B, "ada", ["product_viewed"], 9) == []

    def test_orders_are_remembered_under_every_name(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            transaction.remember_orders(A, ["o1", "checkout:c1"])
            transaction.remember_orders(A, ["o1", "#1001"])
        with store.transaction() as transaction:
            assert transaction.known_orders(A, ["#1001", "o1", "o2"]) == {"#1001", "o1"}

    def test_identifiers_point_at_profiles_and_may_be_pointed_elsewhere(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            transaction.link(A, [(EMAIL, "ada"), (BROWSER, "ada")])
            transaction.link(A, [(BROWSER, "ben")])
        with store.transaction() as transaction:
            owners = transaction.owners(A, [EMAIL, BROWSER, USER])
            assert owners == {EMAIL: "ada", BROWSER: "ben"}
            strong = transaction.strong_identifiers(A, ["ada", "ben", "cy"])
            assert strong == {"ada": {EMAIL}, "ben": frozenset(), "cy": frozenset()}

    def test_a_merge_hands_identifiers_and_contact_over(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            transaction.link(A, [(EMAIL, "ada"), (BROWSER, "ben"), (USER, "ben")])
            transaction.save_contacts(A, {"ben": Contact(email="b@example.com")})
            transaction.merge(A, "ben", "ada")
        with store.transaction() as transaction:
            owners = transaction.owners(A, [EMAIL, BROWSER, USER])
            assert owners == dict.fromkeys((EMAIL, BROWSER, USER), "ada")
            contacts = transaction.contacts(A, ["ada", "ben"])
            assert contacts == {"ada": Contact(email="b@example.com")}

    def test_a_merge_keeps_the_contact_that_the_winner_has(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            transaction.save_contacts(A, {"ada": Contact(email="a@example.com"), "ben": Contact()})
            transaction.merge(A, "ben", "ada")
        with store.transaction() as transaction:
            contacts = transaction.contacts(A, ["ada", "ben"])
            assert contacts == {"ada": Contact(email="a@example.com")}

    # --- Processing ---

    def test_states_are_read_back_as_they_were_saved(self) -> None:
        store = self.make_store()
        before, later = waiting("ada", ex.at(0, 9)), waiting("ada", ex.at(1, 9))
        with store.transaction() as transaction:
            transaction.save_states(A, {"ada": before})
            transaction.save_states(A, {"ada": later})
        with store.transaction() as transaction:
            found = transaction.states(A, ["ada", "ben"])
            assert list(found) == ["ada"]
            assert encode_state(found["ada"]) == encode_state(later)

    def test_due_profiles_come_soonest_first_and_only_when_due(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            for hour, profile in ((11, "cy"), (9, "ada"), (10, "ben")):
                transaction.save_states(A, {profile: waiting(profile, ex.at(0, hour))})
            transaction.save_states(A, {"dee": ProfileState("dee")})
        with store.transaction() as transaction:
            first = ex.at(0, 9) + ex.QUIET_WAIT
            assert transaction.due(A, first - 1, 9) == []
            assert transaction.due(A, first, 9) == ["ada"]
            assert transaction.due(A, ex.at(9), 9) == ["ada", "ben", "cy"]
            assert transaction.due(A, ex.at(9), 2) == ["ada", "ben"]
            transaction.save_states(A, {"ada": ProfileState("ada")})
            assert transaction.due(A, ex.at(9), 9) == ["ben", "cy"]

    def test_every_kind_of_effect_can_be_recorded_and_none_twice(self) -> None:
        store = self.make_store()
        effects = list(every_effect())
        assert {type(effect) for effect in effects} == set(AnyEffect.__args__)
        with store.transaction() as transaction:
            transaction.record(A, effects)
        once = (Decided, Send, OutcomeClosed)
        for effect in effects:
            if isinstance(effect, once):
                with pytest.raises(RapportError), store.transaction() as transaction:
                    transaction.record(A, [effect])

    # --- Sending ---

    def test_a_message_waits_is_claimed_put_off_claimed_again_and_settled(self) -> None:
        store, send = self.make_store(), a_send("m1")
        with store.transaction() as transaction:
            transaction.record(A, [send])
            assert transaction.planned(A, send.at - 1, 5) == []
            assert transaction.planned(A, send.at, 5) == [Planned(send, 0, send.at)]
            transaction.claim(A, message("m1"), send, send.at)
        with store.transaction() as transaction:
            assert transaction.planned(A, ex.at(9), 5) == []
            assert transaction.sending(A) == [Planned(send, 1, send.at)]
            transaction.postpone(A, "m1", send.at + HOUR, "the server was busy")
        with store.transaction() as transaction:
            assert (transaction.sending(A), transaction.planned(A, send.at, 5)) == ([], [])
            (again,) = transaction.planned(A, send.at + HOUR, 5)
            assert (again.attempts, again.next_try_at) == (1, send.at + HOUR)
            transaction.claim(A, message("m1"), send, send.at + HOUR)
            transaction.settle(A, send, send.at + HOUR, "sent", "")
        with store.transaction() as transaction:
            assert (transaction.sending(A), transaction.planned(A, ex.at(9), 5)) == ([], [])

    def test_a_message_that_never_was_written_can_be_settled_too(self) -> None:
        store, send = self.make_store(), a_send("m1")
        with store.transaction() as transaction:
            transaction.record(A, [send])
            transaction.settle(A, send, send.at, "stopped", "refused: the basket was bought")
            assert transaction.planned(A, ex.at(9), 5) == []

    def test_messages_that_wait_the_longest_come_first(self) -> None:
        with self.make_store().transaction() as transaction:
            late, early = a_send("a", ex.at(2)), a_send("b", ex.at(1))
            transaction.record(A, [late, early])
            assert [p.send.key for p in transaction.planned(A, ex.at(9), 5)] == ["b", "a"]
            assert [p.send.key for p in transaction.planned(A, ex.at(9), 1)] == ["b"]

    # --- Learning and publishing ---

    def test_outcomes_become_lessons_in_the_order_they_closed(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            for name in ("d1", "d2", "d3"):
                transaction.record(A, [decided(name), closed(name)])
        with store.transaction() as transaction:
            lessons = transaction.lessons(A, 0, 2)
            assert [lesson.decision.id for lesson in lessons.found] == ["d1", "d2"]
            assert lessons.found[0].outcome == closed("d1")
            assert lessons.position == lessons.found[-1].position
            (last,) = transaction.lessons(A, lessons.position, 9).found
            assert last.decision.id == "d3"
            none = transaction.lessons(A, last.position, 9)
            assert (len(none), none.position) == (0, last.position)

    def test_what_was_learnt_is_kept_with_its_position(self) -> None:
        store = self.make_store()
        with store.transaction() as transaction:
            assert transaction.learner(A) is None
            transaction.save_learner(A, 3, b"evidence")
            transaction.save_learner(A, 7, b"more")
        with store.transaction() as transaction:
            assert transaction.learner(A) == (7, b"more")

    def test_what_is_published_comes_back_in_the_order_of_its_time(self) -> None:
        store, first = self.make_store(), ex.blueprint().releases[0]
        with store.transaction() as transaction:
            assert (transaction.blueprint(A), transaction.version(A)) == (None, (-1, -1, -1, -1))
            for number in (1, 2, 3):
                since = ex.at(number)
                transaction.publish(
                    A, Release(number, since, first.brand, first.offers, first.frameworks, ())
                )
                transaction.publish(A, Policy(number=number, since=since))
                transaction.publish(A, Catalogue(number, since, {"mug": ex.MUG}))
                rhythm = RhythmModel(0.2, 40.0 + number, 0.8, 2.4)
                transaction.publish(A, Predictions(number, since, rhythm=rhythm))
        with store.transaction() as transaction:
            blueprint = transaction.blueprint(A)
            assert blueprint is not None
            assert transaction.version(A) == (3, 3, 3, 3)
        for dated in (
            blueprint.releases, blueprint.policies, blueprint.catalogues, blueprint.predictions,
        ):  # fmt: skip
            assert [item.number for item in dated] == [1, 2, 3]
        assert blueprint.release_at(ex.at(2, 1)).number == 2
        assert blueprint.policy_at(ex.at(0)).number == 1
        assert blueprint.products_at(ex.at(3)) == {"mug": ex.MUG}
        learnt = blueprint.predictions_at(ex.at(2, 1))
        assert learnt == Predictions(2, ex.at(2), rhythm=RhythmModel(0.2, 42.0, 0.8, 2.4))
        assert blueprint.predictions_at(ex.at(0)) is None

    def test_a_blueprint_comes_back_as_it_was_published(self) -> None:
        store, blueprint = self.make_store(), ex.blueprint()
        with store.transaction() as transaction:
            transaction.publish(A, blueprint.releases[0])
            transaction.publish(A, blueprint.policies[0])
            transaction.publish(A, blueprint.catalogues[0])
        with store.transaction() as transaction:
            assert transaction.blueprint(A) == blueprint

    def test_a_number_can_be_published_only_once(self) -> None:
        store, release = self.make_store(), ex.blueprint().releases[0]
        with store.transaction() as transaction:
            transaction.publish(A, release)
        with pytest.raises(RapportError), store.transaction() as transaction:
            transaction.publish(A, release)


def _fill(transaction: Transaction, brand: str) -> None:
    transaction.publish(brand, ex.blueprint().releases[0])
    transaction.append(brand, [row("e1")])
    transaction.link(brand, [(EMAIL, "ada")])
    transaction.save_contacts(brand, {"ada": Contact(email="ada@example.com")})
    transaction.remember_orders(brand, ["o1"])
    transaction.save_states(brand, {"ada": waiting("ada", ex.at(0))})
    transaction.record(brand, [decided("d1"), closed("d1"), a_send("m1"), a_send("m2")])
    transaction.claim(brand, message("m2"), a_send("m2"), ex.at(1))
    transaction.save_learner(brand, 1, b"evidence")
    transaction.count(brand, {"accepted": 1})
    transaction.add_drafts(brand, [KeptDraft(a_draft())])
    transaction.teach(brand, Teaching(1, PHRASE, "treat yourself", "Nell", ex.at(0)))


def _fill_and_give_up(store: Store) -> None:
    with store.transaction() as transaction:
        _fill(transaction, A)
        raise Abandoned


def _everything(transaction: Transaction, brand: str) -> tuple[object, ...]:
    """All that a transaction can be asked about what `_fill` writes."""
    return (
        transaction.known_events(brand, ["e1"]),
        transaction.known_orders(brand, ["o1"]),
        transaction.owners(brand, [EMAIL]),
        transaction.strong_identifiers(brand, ["ada"])["ada"],
        transaction.contacts(brand, ["ada"]),
        transaction.states(brand, ["ada"]),
        transaction.due(brand, ex.at(90), 9),
        transaction.planned(brand, ex.at(90), 9),
        transaction.sending(brand),
        transaction.event_body(brand, "e1"),
        transaction.lessons(brand, 0, 9).found,
        transaction.learner(brand),
        transaction.blueprint(brand),
        transaction.version(brand),
        transaction.waiting_drafts(brand),
        dict(transaction.draft_counts(brand)),
        transaction.teachings(brand),
    )


def _nothing() -> tuple[object, ...]:
    return (
        set(), set(), {}, frozenset(), {}, {}, [], [], [], None, [], None, None, (-1, -1, -1, -1),
        [], {}, [],
    )  # fmt: skip
