"""What is known of one person, in words: what they agreed to, what they ordered, what is under way.

Nothing here says who they are: whoever shows it knows that, or shows it masked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from rapport.app.evidence.absorbed import living
from rapport.app.explaining.consent_in_words import Word, agreed, consents_table, words_of
from rapport.app.explaining.silences import ids_of
from rapport.app.wording.arm_words import arm_words
from rapport.app.wording.dates import local_time
from rapport.app.wording.feature_words import said_of
from rapport.app.wording.level_words import money
from rapport.app.wording.names import Names, begun, called
from rapport.app.wording.table import Table
from rapport.core.blueprint import Blueprint, Release
from rapport.core.deciding.arms import ADAPTIVE, HOLDOUT, USUAL, arm_of, bucket
from rapport.core.oversight.stopping import FLOW, Stop, Switch, holding
from rapport.core.person.kinds import kinds_of
from rapport.core.person.signals import Moment, value_of
from rapport.core.state import Orders, ProfileState, Run
from rapport.core.step import why_unwanted
from rapport.core.time import Instant, Zone
from rapport.core.unread import ALL_READ, Unread, Unreadable
from rapport.ports.history import Logs, States, Told
from rapport.ports.of_one import OfOne, OnItsWay
from rapport.ports.reading import Oversight


class Known(OfOne, Told, States, Logs, Oversight, Protocol):
    """What is read of a person."""


class Fact(Struct, frozen=True):
    """Something that is known of a person: what it is about, and what there is to say of it."""

    about: str
    says: tuple[str, ...]


class OnePerson(Struct, frozen=True):
    """A person, by the profile that they are known by now. `opted_out` says that they unsubscribed,
    and `planned` counts the messages to them that wait. `consents` is every word about consent that
    is on record, the last ones first."""

    profile: str
    facts: tuple[Fact, ...]
    consents: Table
    opted_out: bool
    planned: int
    unreadable: Unreadable = ALL_READ


ARMS = {
    HOLDOUT: "no messages, so that we know what happens without them",
    USUAL: "usual messages: what everybody used to get, to compare with",
    ADAPTIVE: "adaptive messages: what they get is chosen for them",
}


class _Person(Struct, frozen=True):
    """All that the sentences are made of."""

    state: ProfileState
    blueprint: Blueprint
    names: Names
    now: Instant
    words: Sequence[Word]
    planned: Sequence[OnItsWay]
    stops: Sequence[Stop]
    ids: Sequence[str]

    @property
    def release(self) -> Release:
        return self.blueprint.releases[-1]

    @property
    def zone(self) -> Zone:
        return self.release.brand.zone

    def when(self, at: Instant) -> str:
        return local_time(at, self.zone)

    def flow(self, key: str) -> str:
        return f"‘{self.names.get(Switch(FLOW, key), key)}’"


def one_person(
    kept: Known, blueprint: Blueprint, names: Names, profile: str, now: Instant
) -> OnePerson | None:
    """What is known of whoever has, or had, this profile; None of nobody."""
    state = living(kept, blueprint.brand, profile)
    if state is None:
        return None
    unread = Unread()
    ids = ids_of(kept, blueprint.brand, state.profile, unread)
    words = words_of(kept, blueprint.brand, ids)
    waiting = [note.key for note in state.notes if not note.confirmed]
    planned = kept.on_their_way(blueprint.brand, waiting)
    stops = kept.stops(blueprint.brand)
    person = _Person(state, blueprint, names, now, words, planned, stops, ids)
    facts = [Fact(about, tuple(says(person))) for about, says in _FACTS.items()]
    return OnePerson(
        profile=state.profile,
        facts=tuple(fact for fact in facts if fact.says),
        consents=consents_table(words, person.zone),
        opted_out=state.consent.email == "unsubscribed",
        planned=sum(one.status == "waiting" for one in planned),
        unreadable=unread.told(),
    )


def _consent(person: _Person) -> list[str]:
    return agreed(person.state, person.release, person.words)


def _kinds(person: _Person) -> list[str]:
    found = kinds_of(person.release, person.state)
    declined = [*(kind.label for kind in found.kinds if kind.declined), *found.others]
    return [f"{begun('; '.join(declined))}."] if declined else []


def _profiling(person: _Person) -> list[str]:
    if not person.state.consent.no_profiling:
        return []
    return ["Declined: they get the general message, and nothing known of them is looked at."]


def _arm(person: _Person) -> list[str]:
    state, arms = person.state, person.release.brand.arms
    arm = arm_of(bucket(person.blueprint.brand, arms.salt, state.arm_key or state.profile), arms)
    said = f"{begun(ARMS[arm])}."
    return [said if state.arm_key else f"{said} They have entered no flow yet."]


def _orders(person: _Person) -> list[str]:
    orders, brand = person.state.orders, person.release.brand
    if not orders.count:
        return ["None so far."]
    what = "1 order" if orders.count == 1 else f"{orders.count:,} orders"
    says = [f"{what} for {money(orders.value, brand)}, {_span(person, orders)}."]
    if orders.refunds:
        back = "1 refund is" if orders.refunds == 1 else f"{orders.refunds:,} refunds are"
        says.append(f"{back} taken off.")
    if orders.other_currency:
        says.append(
            f"Of {orders.other_currency:,} no money counts: paid in another currency, or nobody "
            "told what it came to."
        )
    return says


def _span(person: _Person, orders: Orders) -> str:
    last = person.when(orders.last_at)
    if orders.count == 1:
        return f"on {last}"
    return f"the first on {person.when(orders.first_at)}, the last on {last}"


def _rhythm(person: _Person) -> list[str]:
    """In the words in which decisions say it."""
    state, now = person.state, person.now
    predictions = person.blueprint.predictions_at(now)
    if state.consent.no_profiling or not state.orders.count:
        return []
    if predictions is None or predictions.rhythm is None:
        return ["No order rhythm of this shop was learnt yet."]
    products = person.blueprint.products_at(now)
    moment = Moment(state, now, person.release, products, predictions)
    known = {name: value_of(name, moment) for name in ("p_alive", "expected_orders_90d")}
    features = ("still_customer", "due_again")[: 2 if known["p_alive"] is not None else 1]
    told = [said_of(feature, known, None, basket=False) for feature in features]
    return [f"This person {' and '.join(told)}."]


def _under_way(person: _Person) -> list[str]:
    return [_run(person, run) for run in person.state.runs]


def _run(person: _Person, run: Run) -> str:
    what = "chooses what to say" if run.due == "send" else "next step"
    since, arm = person.when(run.entered_at), arm_words(run.arm)
    return f"{person.flow(run.flow)} since {since} ({arm}); {what} on {person.when(run.wake_at)}."


def _planned(person: _Person) -> list[str]:
    return [f"{person.flow(one.flow)}: {_fate(person, one)}." for one in person.planned]


def _fate(person: _Person, one: OnItsWay) -> str:
    if one.status == "sending":
        return "is being sent"
    if one.send is None:
        return f"waits for somebody to mend it: {one.error or 'it cannot be read'}".rstrip(".")
    unwanted = why_unwanted(person.blueprint, person.state, one.send, person.now)
    if unwanted:
        return f"will not go out: {unwanted}"
    stop = holding(person.stops, one.send)
    if stop is not None:
        return f"waits, since {called(stop.switch, person.names)} is stopped"
    why = f" ({one.error.rstrip('.')})" if one.error else ""
    return (
        f"goes out from {person.when(one.next_try_at)} on, if it is still wanted then{why}; until "
        f"{person.when(one.valid_until)} at the latest"
    )


def _known_as(person: _Person) -> list[str]:
    if len(person.ids) == 1:
        return []
    return [f"{len(person.ids):,} profiles that turned out to be one person."]


_FACTS = {
    "E-mail": _consent,
    "Declined kinds": _kinds,
    "Profiling": _profiling,
    "Group": _arm,
    "Orders": _orders,
    "Order rhythm": _rhythm,
    "Under way": _under_way,
    "Planned": _planned,
    "Known as": _known_as,
}
"""What each is about, and what says it; one that has nothing to say is left out."""
