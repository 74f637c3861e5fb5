"""Takes events in: each once, each for the right person, and on to the core in the same commit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import structlog
from msgspec import structs

from rapport.app.events.claims import CLAIMED, Claims, claim_of
from rapport.app.events.contacts import learnt, together
from rapport.app.events.handing_over import Merge, hand_over
from rapport.app.events.process import Received, absorbed_id, process
from rapport.core.blueprint import Blueprint
from rapport.core.events import (
    Contact,
    Event,
    Identifier,
    Incoming,
    OrderPlaced,
    ProfileChanged,
    checkout_name,
)
from rapport.core.person.identity import STRONG, Resolution, profile_id, resolve
from rapport.core.person.preferences import declared, may_be_kept, word
from rapport.core.time import Instant
from rapport.ports import Transaction

log = structlog.get_logger(__name__)

FOREIGN = "orders in another currency"
"""The name under which those are counted whose money is not the brand's."""

UNDECLARED = "preferences not asked for"
"""The name under which they are counted."""


def ingest(
    transaction: Transaction,
    blueprint: Blueprint,
    incoming: Sequence[Incoming],
    received_at: Instant,
) -> tuple[bool, ...]:
    """Takes in a batch for one brand, within the unit of work given.

    An event whose id is known, or an order that is known under any of its names, counts once. What
    is new is appended, given to the core, and written with what follows from it. Returns for each
    of `incoming`, in order, whether it was new.
    """
    intake = _Intake(transaction, blueprint, incoming, received_at)
    received: list[Received] = []
    new: list[bool] = []
    for one in incoming:
        before = intake.counts["accepted"]
        received.extend(intake.take(one, received_at))
        new.append(intake.counts["accepted"] > before)
    intake.write()
    process(transaction, blueprint, received)
    intake.finish()
    return tuple(new)


class _Intake:
    """What is known of ids, people and orders while one batch is taken in."""

    def __init__(
        self,
        transaction: Transaction,
        blueprint: Blueprint,
        incoming: Sequence[Incoming],
        received_at: Instant,
    ) -> None:
        self._tx = transaction
        self._blueprint, self._brand = blueprint, blueprint.brand
        brand = blueprint.brand
        self.counts: Counter[str] = Counter()
        self._seen = transaction.known_events(brand, [one.event.id for one in incoming])
        named = {i for one in incoming for i in (*one.identifiers, *one.aliases)}
        self._owners = transaction.owners(brand, list(named))
        self._links: dict[Identifier, str] = {}
        self._strong: dict[str, frozenset[Identifier]] = {}
        refs = {ref for one in incoming for ref in order_refs(one.event)}
        asked = sorted(refs | set(map(claim_of, refs)))
        self._orders = transaction.known_orders(brand, asked) if asked else set()
        self._new_orders: list[str] = []
        self._claims = Claims(transaction, blueprint, received_at)
        told = {self._owners.get(i) for one in incoming if one.contact for i in one.identifiers}
        known = sorted(profile for profile in told if profile)
        self._contacts = transaction.contacts(brand, known) if known else {}
        self._new_contacts: dict[str, Contact] = {}
        self._merges: list[tuple[str, str]] = []
        self._absorbed: list[tuple[str, Event]] = []
        """The event by which each of them was taken over, by its id, and what told of it."""

    def take(self, one: Incoming, received_at: Instant) -> list[Received]:
        """The events that `one` leads to; none where it is known already."""
        event = one.event
        if event.id in self._seen:
            self.counts["duplicate"] += 1
            return []
        self._seen.add(event.id)
        resolution = self._whose(one)
        profile, received = resolution.profile, []
        for loser in resolution.merges:
            self._merge(loser, profile)
        if one.contact is not None:
            if resolution.is_new:
                self._contacts.setdefault(profile, Contact())
            told_contact = one.contact if event.proven else _unless_taken(one.contact, resolution)
            changed = self._learn_contact(profile, told_contact, event)
            if changed is not None:
                told = structs.replace(event, id=f"{event.id}#contact", body=changed)
                received.append(Received(profile, told, received_at))
        self._claims.hear(event)
        claimed = self._claims.is_claim(event)
        repeated = self._is_repeated_order(event, claimed=claimed)
        if claimed or repeated:
            body = structs.replace(event.body, claimed=claimed, repeated=repeated)
            event = structs.replace(event, body=body)
        if repeated:
            # It may have been told of somebody unnamed before: what waits for it must end here too.
            self.counts["duplicate"] += 1
        else:
            self.counts["accepted"] += 1
            self._count_undeclared(event)
            self._count_foreign(event)
        received.append(Received(profile, event, received_at))
        if resolution.merges:
            first = received[0].event
            received[0] = structs.replace(received[0], absorbs=resolution.merges)
            self._absorbed += [(absorbed_id(first.id, one), first) for one in resolution.merges]
        return received

    def _count_undeclared(self, event: Event) -> None:
        """Preferences that the brand does not ask for are not used, and that is to be seen."""
        told = event.body.preferences if isinstance(event.body, ProfileChanged) else None
        for key, value in (told or {}).items():
            name, said = word(key), word(value)
            asked_for = self._blueprint.release_at(event.at).brand.preferences
            if may_be_kept(name, said) and not declared(asked_for, name, said):
                self.counts[UNDECLARED] += 1

    def _count_foreign(self, event: Event) -> None:
        """Orders whose money does not count, as it is not the brand's: that is to be seen, since a
        shop that is set up so earns nothing by any figure."""
        if not isinstance(event.body, OrderPlaced):
            return
        told, ours = event.body.currency, self._blueprint.release_at(event.at).brand.currency
        if told not in ("", ours):
            self.counts[FOREIGN] += 1

    def write(self) -> None:
        """Writes who is who; before the events are processed."""
        self._tx.link(self._brand, list(self._links.items()))
        self._tx.save_contacts(self._brand, self._new_contacts)
        self._tx.remember_orders(self._brand, self._new_orders)

    def finish(self) -> None:
        """Hands over the records of merged profiles, and adds to the totals."""
        merges = []
        for (loser, winner), (absorbed, told) in zip(self._merges, self._absorbed, strict=True):
            self._tx.merge(self._brand, loser, winner)
            merges.append(Merge(winner, loser, absorbed, told.at))
        hand_over(self._tx, self._blueprint, merges)
        self._tx.count(self._brand, self.counts)
        if self.counts[FOREIGN]:
            log.warning(FOREIGN, brand=self._brand, orders=self.counts[FOREIGN])

    # --- Who ---

    def _whose(self, one: Incoming) -> Resolution:
        if one.profile:
            return Resolution(one.profile, is_new=False)
        identifiers = one.identifiers
        found = [self._owners.get(i) for i in identifiers]
        first = found[0] if found else None
        if first is not None and not one.aliases and found.count(first) == len(found):
            return Resolution(first, is_new=False)
        if first is None and len(found) == 1 and not one.aliases:
            resolution = Resolution(
                profile_id(self._brand, identifiers[0]), is_new=True, links=identifiers
            )
        else:
            every = (*identifiers, *one.aliases)
            owners = {o for i in every if (o := self._owners.get(i)) is not None}
            self._load_strong(owners)
            proven = one.event.proven
            resolution = resolve(
                self._brand,
                every if proven else identifiers,
                self._owners,
                self._strong,
                declared=proven and bool(one.aliases),
                proven=proven,
                claimed=() if proven else one.aliases,
            )
        self._learn(resolution)
        return resolution

    def _learn(self, resolution: Resolution) -> None:
        for identifier in resolution.links:
            self._owners[identifier] = self._links[identifier] = resolution.profile
        strong = frozenset(i for i in resolution.links if i.kind in STRONG)
        if resolution.is_new:
            self._strong[resolution.profile] = strong
        elif strong and resolution.profile in self._strong:
            self._strong[resolution.profile] |= strong
        if resolution.conflicts:
            self.counts["identity conflicts"] += 1

    def _load_strong(self, profiles: set[str]) -> None:
        missing = sorted(profiles - self._strong.keys())
        if missing:
            self._strong.update(self._tx.strong_identifiers(self._brand, missing))

    def _merge(self, loser: str, winner: str) -> None:
        """From here on, everything of `loser` belongs to `winner`."""
        self._merges.append((loser, winner))
        self.counts["merged profiles"] += 1
        for identifier, owner in list(self._owners.items()):
            if owner == loser:
                self._owners[identifier] = winner
                self._links[identifier] = winner
        theirs = self._strong.pop(loser, frozenset())
        self._strong[winner] = self._strong.get(winner, frozenset()) | theirs
        contacts = self._tx.contacts(self._brand, [loser, winner])
        other = self._new_contacts.pop(loser, None) or contacts.get(loser)
        if other is not None:
            mine = self._new_contacts.get(winner) or contacts.get(winner) or Contact()
            self._new_contacts[winner] = self._contacts[winner] = together(mine, other)

    # --- What is known of them ---

    def _learn_contact(self, profile: str, told: Contact, event: Event) -> ProfileChanged | None:
        """Keeps the contact; returns what of it decisions may use, if that is new."""
        if profile not in self._contacts:
            self._contacts.update(self._tx.contacts(self._brand, [profile]))
        before = self._contacts.get(profile, Contact())
        after = learnt(before, told, event)
        if after == before:
            return None
        self._contacts[profile] = self._new_contacts[profile] = after
        offset = after.utc_offset_minutes
        changed = ProfileChanged(
            has_email=bool(after.email) if after.email != before.email else None,
            has_phone=bool(after.phone) if after.phone != before.phone else None,
            language=after.language if after.language != before.language else None,
            country=after.country if after.country != before.country else None,
            utc_offset_minutes=offset if offset != before.utc_offset_minutes else None,
        )
        return None if changed == ProfileChanged() else changed

    # --- Orders ---

    def _is_repeated_order(self, event: Event, *, claimed: bool) -> bool:
        """Whether this tells of an order that is known, under any name, to anybody. What is claimed
        is not known for it: whoever guesses an order's number would keep the order from counting.
        """
        refs = order_refs(event)
        if not refs:
            return False
        known = any(ref in self._orders for ref in refs)
        claims = tuple(map(claim_of, refs))
        was_claimed = any(claim in self._orders for claim in claims)
        if claimed and not known and not was_claimed:
            self.counts[CLAIMED] += 1
        elif not claimed and not known and was_claimed:
            self.counts[CLAIMED] -= 1
        names = claims if claimed else refs
        new = [name for name in names if name not in self._orders]
        self._orders.update(new)
        self._new_orders.extend(new)
        return known


def order_refs(event: Event) -> tuple[str, ...]:
    """Every name under which an order is told of; empty for other events."""
    body = event.body
    if not isinstance(body, OrderPlaced):
        return ()
    checkout = checkout_name(body.checkout_token) if body.checkout_token else ""
    return tuple(dict.fromkeys(ref for ref in (body.order_id, *body.refs, checkout) if ref))


def _unless_taken(told: Contact, resolution: Resolution) -> Contact:
    """`told` without an address or number that is another person's: their opt-out holds for it."""
    taken = set(resolution.conflicts)
    return structs.replace(
        told,
        email=None if Identifier("email", told.email or "") in taken else told.email,
        phone=None if Identifier("phone", told.phone or "") in taken else told.phone,
    )
