"""Everything is every brand: for its owner, and for who is in charge of all. Anybody else stops and
resumes their own, and no stop is without somebody who can end it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapport.adapters.sqlite.records import SqliteRecords
from rapport.adapters.sqlite.store import SqliteStore
from rapport.app.in_charge.people import NotAllowedError
from rapport.app.stopping.stops import Done, digest, resume, stop
from rapport.core.oversight.audit import Act
from rapport.core.oversight.people import OWNER, PUBLISHER, Actor, Person
from rapport.core.oversight.stopping import BRAND, EVERYTHING, FLOW, Switch
from rapport.errors import UserError
from rapport.testing import examples as ex

A, B, C = "harbour", "quarry", "saddler"
ALL = Switch(EVERYTHING)
WHOLE_BRAND = Switch(BRAND)
THE_OWNER = Actor(OWNER, PUBLISHER)


class World:
    """Brands A, B and C. A has Pia and Ann, B has Ben; Zoë is in charge of A and B."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.store = SqliteStore(folder / "rapport.db")
        self.records = SqliteRecords(folder / "rapport.db")
        self.at = ex.at(0)
        release = ex.blueprint().releases[0]
        with self.store.transaction() as transaction:
            for brand in (A, B, C):
                transaction.publish(brand, release)
        self.employ(A, Pia="publisher", Ann="author", Vic="viewer", Zoë="publisher")
        self.employ(B, Ben="publisher", Zoë="publisher")
        self.employ(C, Cal="publisher")

    def employ(self, brand: str, token: str = "", **roles: str) -> None:
        with self.store.transaction() as transaction:
            for name, role in roles.items():
                person = Person(name, role, "salt", token or f"digest of {name}", 1)
                transaction.save_person(brand, person)

    def stop(self, who: str | Actor, brand: str = A, switch: Switch = ALL) -> Done:
        actor, act = self._who(who)
        with self.store.transaction() as transaction:
            return stop(transaction, brand, switch, act, actor=actor)

    def resume(self, who: str | Actor, brand: str, switch: Switch = ALL, shown: str = "") -> Done:
        actor, act = self._who(who)
        with self.store.transaction() as transaction:
            return resume(transaction, brand, switch, act, actor=actor, shown=shown)

    def _who(self, who: str | Actor) -> tuple[Actor | None, Act]:
        """Whoever signed in, or a name that was typed at the terminal."""
        self.at += 1_000
        name = who if isinstance(who, str) else who.name
        return (None if isinstance(who, str) else who), Act(name, "it is time", self.at)

    def stopped(self) -> list[str]:
        return [brand for brand in (A, B, C) if self.store.stops(brand)]

    def deeds(self, brand: str) -> list[tuple[str, str]]:
        return [(one.deed.who, one.deed.did) for one in self.records.audit_entries(brand)]

    def close(self) -> None:
        self.records.close()
        self.store.close()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path)
    yield world
    world.close()


def signed_in(name: str, role: str = "publisher") -> Actor:
    return Actor(name, role, listed=True)


@pytest.mark.parametrize("who", ["Ann", signed_in("Ann", "author")])
def test_an_author_of_one_brand_stops_that_brand_and_no_other(
    world: World, who: str | Actor
) -> None:
    done = world.stop(who)
    assert (list(done.brands), done.whole, done.new) == ([A], False, True)
    assert world.stopped() == [A]
    assert (world.deeds(A), world.deeds(B)) == ([("Ann", "stopped")], [])
    world.resume("Pia", A, WHOLE_BRAND)
    assert world.stopped() == []


def test_who_is_in_several_brands_stops_those(world: World) -> None:
    assert list(world.stop(signed_in("Zoë")).brands) == [A, B]
    assert world.stopped() == [A, B]


def test_a_role_in_every_brand_is_enough_for_all_of_them(world: World) -> None:
    world.employ(C, Zoë="author")
    assert world.stop(signed_in("Zoë")).whole
    assert list(world.store.stops("a brand that comes later")) != []
    # To resume takes a publisher: in C she is none.
    assert list(world.resume(signed_in("Zoë"), A).brands) == [A, B]
    assert world.stopped() == [C]


def test_another_person_of_the_same_name_is_not_them(world: World) -> None:
    world.employ(B, "another token", Ann="author")
    for brand in (A, B):
        assert list(world.stop(signed_in("Ann", "author"), brand).brands) == [brand]
        assert world.stopped()[-1] == brand
    world.employ(B, "another token", Pia="publisher")
    world.stop(THE_OWNER)
    assert list(world.resume(signed_in("Pia"), A).brands) == [A]


@pytest.mark.parametrize("who", ["Vic", signed_in("Vic", "viewer"), "Eve", signed_in("Eve")])
@pytest.mark.parametrize("switch", [ALL, WHOLE_BRAND])
def test_nobody_else_stops_anything_and_is_told_who_may(
    world: World, who: str | Actor, switch: Switch
) -> None:
    with pytest.raises(NotAllowedError) as refused:
        world.stop(who, A, switch)
    way_out = "Ask one of them: Ann, Pia, Zoë" if "Vic" in str(who) else "Say who you are"
    assert way_out in str(refused.value)
    assert B not in str(refused.value)
    assert world.stopped() == []


def test_a_publisher_resumes_their_brand_out_of_everything_and_the_rest_stays(
    world: World,
) -> None:
    world.stop(THE_OWNER)
    assert world.stopped() == [A, B, C]
    with pytest.raises(NotAllowedError, match="Ask one of them: Pia, Zoë"):
        world.resume(signed_in("Ann", "author"), A)
    done = world.resume(signed_in("Pia"), A)
    assert (list(done.brands), done.whole) == ([A], False)
    assert world.stopped() == [B, C]
    (past,) = world.records.past_stops(A)
    assert (past.switch, past.until, past.resumed_by) == (ALL, world.at, "Pia")
    assert list(world.records.past_stops(B)) == []
    assert (world.deeds(A)[-1], world.deeds(B)) == (("Pia", "resumed"), [(OWNER, "stopped")])
    with pytest.raises(UserError, match=r"has no stop of its own to end\. Nothing is stopped"):
        world.resume(signed_in("Pia"), A)


def test_one_brand_alone_is_resumed_by_who_could_resume_several(world: World) -> None:
    world.stop(THE_OWNER)
    world.resume(signed_in("Zoë"), B, WHOLE_BRAND)
    assert world.stopped() == [A, C]
    world.resume(THE_OWNER, C, WHOLE_BRAND)
    assert world.stopped() == [A]


def test_what_stops_a_brand_by_itself_outlasts_everything_and_is_named(world: World) -> None:
    world.stop("Ann")
    world.stop(THE_OWNER)
    assert list(world.resume(signed_in("Pia"), A).still) == ["the brand"]
    assert world.stopped() == [A, B, C]
    assert list(world.resume(signed_in("Pia"), A, WHOLE_BRAND).still) == []
    assert world.stopped() == [B, C]


def test_the_owners_everything_leaves_what_stops_a_brand_besides_it_and_names_that(
    world: World,
) -> None:
    world.stop("Ann")
    world.stop(THE_OWNER)
    world.stop("Ben", B, Switch(FLOW, ex.FLOW))
    done = world.resume(THE_OWNER, A)
    assert list(done.still) == [f"the brand {A}", f"flow {ex.FLOW} of {B}"]
    assert world.stopped() == [A, B]
    assert list(world.resume(THE_OWNER, A, WHOLE_BRAND).still) == []


@pytest.mark.parametrize("by_way_of", [A, B])
def test_who_stopped_their_everything_resumes_it_and_is_told_of_no_other_brand(
    by_way_of: str, world: World
) -> None:
    """Ben is in B alone; the terminal asks by way of the first brand, which has a stop of Pia's."""
    world.stop("Pia", A, WHOLE_BRAND)
    world.stop("Ben", by_way_of)
    assert world.stopped() == [A, B]
    done = world.resume("Ben", by_way_of)
    assert (list(done.brands), done.whole, list(done.still)) == ([B], False, [])
    assert world.stopped() == [A]
    assert world.deeds(B)[-1] == ("Ben", "resumed")
    with pytest.raises(UserError, match=r"no stop of its own to end\. Nothing is stopped\."):
        world.resume("Ben", by_way_of)


def test_some_brands_leave_everything_while_others_of_theirs_end_their_own_stop(
    world: World,
) -> None:
    world.stop(THE_OWNER)
    world.resume(signed_in("Zoë"), B, WHOLE_BRAND)
    world.stop("Ben")
    done = world.resume("Zoë", A)
    assert (list(done.brands), list(done.still)) == ([A, B], [])
    assert world.stopped() == [C]


def test_resuming_everything_leaves_what_somebody_stopped_for_a_reason_of_its_own(
    world: World,
) -> None:
    world.stop("Pia", A, WHOLE_BRAND)
    world.stop("Zoë")
    done = world.resume("Zoë", A)
    assert (list(done.brands), list(done.still)) == ([B], [f"the brand {A}"])
    assert world.stopped() == [A]
    assert [one.who for one in world.store.stops(A)] == ["Pia"]


def test_resuming_everything_ends_no_stop_of_a_brand_that_no_everything_made(world: World) -> None:
    world.stop("Pia", A, WHOLE_BRAND)
    with pytest.raises(UserError, match=r"no stop of its own to end\. What is stopped: the brand"):
        world.resume("Zoë", A)
    assert world.stopped() == [A]


def test_a_page_that_shows_everything_ends_what_their_everything_stopped_beside_it(
    world: World,
) -> None:
    seen = digest(world.stop(THE_OWNER).stop)
    world.resume("Ben", B)
    world.stop("Ben")
    done = world.resume(signed_in("Zoë"), A, shown=seen)
    assert (list(done.brands), list(done.still)) == ([A, B], [])
    assert world.stopped() == [C]


def test_a_page_that_shows_an_everything_that_is_gone_ends_no_other_stop(world: World) -> None:
    seen = digest(world.stop(THE_OWNER).stop)
    world.resume(THE_OWNER, A)
    world.stop("Ben")
    with pytest.raises(UserError, match="not stopped as it was"):
        world.resume(signed_in("Zoë"), A, shown=seen)
    assert world.stopped() == [B]


def test_stopping_everything_once_more_holds_the_brands_that_went_on(world: World) -> None:
    world.stop(THE_OWNER)
    world.resume(signed_in("Pia"), A)
    assert world.stop(THE_OWNER).new
    assert world.stopped() == [A, B, C]
    assert not world.stop(THE_OWNER).new


def test_the_last_brand_that_is_resumed_ends_it_for_those_to_come(world: World) -> None:
    world.stop(THE_OWNER)
    for who, brand in (("Pia", A), ("Ben", B)):
        world.resume(signed_in(who), brand)
    assert world.store.stops("a brand that comes later")
    world.resume(signed_in("Cal"), C)
    assert not world.store.stops("a brand that comes later")


def test_whoever_runs_rapport_ends_it_at_the_terminal_whoever_is_in_charge(world: World) -> None:
    world.stop(OWNER)
    with pytest.raises(NotAllowedError) as refused:
        world.resume("root", A)
    assert "--by owner" in refused.value.at_the_terminal
    assert world.stopped() == [A, B, C]
    world.resume("Pia", A)
    world.resume(OWNER, A)
    assert world.stopped() == []
    assert world.deeds(A)[-1] == ("Pia", "resumed")
    assert world.deeds(B)[-1] == (OWNER, "resumed")


def test_a_page_that_shows_an_older_everything_resumes_no_newer_one(world: World) -> None:
    seen = digest(world.stop(THE_OWNER).stop)
    world.resume(THE_OWNER, A)
    world.stop(THE_OWNER)
    with pytest.raises(UserError, match="not stopped as it was"):
        world.resume(signed_in("Pia"), A, WHOLE_BRAND, seen)
    assert world.stopped() == [A, B, C]


def test_what_is_learnt_knows_when_a_brand_went_on(world: World) -> None:
    began = world.stop(THE_OWNER).stop.since
    world.resume(signed_in("Pia"), A)
    for brand, at, held in ((A, began, True), (A, world.at, False), (B, world.at, True)):
        stops = [*world.records.stops(brand), *world.records.past_stops(brand)]
        assert [one.held_at(at) for one in stops] == [held]


def test_resuming_and_stopping_at_once_leaves_no_brand_between(world: World) -> None:
    """Whichever comes first, the last stop holds every brand, and each deed is on record."""
    world.stop(THE_OWNER)
    for _ in range(15):
        barrier = Barrier(3)

        def deed(do: str, barrier: Barrier = barrier) -> str:
            barrier.wait()
            try:
                if do == "stop":
                    return "new" if world.stop(THE_OWNER).new else "already"
                world.resume(signed_in(do), A if do == "Pia" else B)
            except UserError:
                return "nothing"
            return "resumed"

        with ThreadPoolExecutor(3) as pool:
            told = list(pool.map(deed, ("stop", "Pia", "Ben")))
        assert told[0] in ("new", "already")
        assert C in world.stopped()
        world.stop(THE_OWNER)
        assert world.stopped() == [A, B, C]


WHO = (THE_OWNER, signed_in("Pia"), signed_in("Ben"), signed_in("Zoë"), signed_in("Cal"))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("stop", "resume")), st.sampled_from(WHO), st.sampled_from((A, B, C)),
            st.sampled_from((ALL, WHOLE_BRAND)),
        ),
        max_size=10,
    )
)  # fmt: skip
def test_no_history_is_without_a_way_out_for_each_brands_own_publisher(
    tmp_path_factory: pytest.TempPathFactory, history: list[tuple[str, Actor, str, Switch]]
) -> None:
    world = World(tmp_path_factory.mktemp("stops"))
    for did, who, brand, switch in history:
        before = world.stopped()
        try:
            done = world.stop(who, brand, switch) if did == "stop" else None
            done = done or world.resume(who, brand, switch)
        except UserError:
            assert world.stopped() == before
            continue
        if did == "stop":
            assert set(world.stopped()) == {*before, *done.brands}
        else:
            assert set(before) - set(done.brands) <= set(world.stopped())
    for who, brand in (("Pia", A), ("Ben", B), ("Cal", C)):
        for _ in range(2):
            if world.store.stops(brand):
                world.resume(signed_in(who), brand, WHOLE_BRAND)
        assert not world.store.stops(brand)
    world.close()
