"""Identity: which profile an event belongs to, from the identifiers that it carries.

A strong identifier names one person for good; a weak one names a browser or a basket and may pass
from hand to hand. Two profiles become one only if they do not contradict each other in a strong
identifier: a shared browser does not make two customers one.

Who sends with a key that anybody can read proves nothing. Their word may add a name to a person of
whom none of that kind is known. It lands on nobody who differs in any strong name, and makes no two
such people one, not even by an alias: else a stranger could take over a customer's profile, with
the consent and the mail that are theirs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

from msgspec import Struct

from rapport.core.events import Identifier

STRONG = ("user_id", "shopify_customer", "klaviyo_id", "email", "phone")
WEAK = ("anonymous_id", "order", "checkout", "cart", "klaviyo_kx")
KINDS = STRONG + WEAK
"""Every kind of identifier, the strongest first."""

NOTHING: frozenset[Identifier] = frozenset()


class Resolution(Struct, frozen=True, gc=False):
    """Whose event it is, and what that teaches.

    `links` are identifiers to point at `profile` from now on; `merges` are profiles that turned out
    to be this one; `conflicts` are identifiers that stay where they were, since moving them would
    make two customers one.
    """

    profile: str
    is_new: bool
    links: tuple[Identifier, ...] = ()
    merges: tuple[str, ...] = ()
    conflicts: tuple[Identifier, ...] = ()


def profile_id(brand: str, identifier: Identifier) -> str:
    """The id of a profile that is first seen under `identifier`: 16 hex digits."""
    text = f"{brand}\x1f{identifier.kind}\x1f{identifier.value}"
    return blake2b(text.encode(), digest_size=8).hexdigest()


def resolve(
    brand: str,
    identifiers: Sequence[Identifier],
    known: Mapping[Identifier, str],
    strong_of: Mapping[str, frozenset[Identifier]],
    *,
    declared: bool = False,
    proven: bool = True,
    claimed: Sequence[Identifier] = (),
) -> Resolution:
    """Finds the profile for identifiers seen together.

    `known` maps those already linked to their profiles; `strong_of` gives, for each of these
    profiles, its strong identifiers. `declared` says that the source itself states that all of them
    are one person (an alias); then contradictions do not matter. `claimed` are names that it states
    to be the same person's where it is not `proven` who says so.
    """
    claimed = [i for i in claimed if i.kind in WEAK or i in known]
    contradict = _contradict if proven else _differ
    ordered = sorted({*identifiers, *claimed}, key=lambda i: (KINDS.index(i.kind), i.value))
    owners: list[str] = []
    for identifier in ordered:
        owner = known.get(identifier)
        if owner is not None and owner not in owners:
            owners.append(owner)
    strong_here = frozenset(i for i in identifiers if i.kind in STRONG)
    winner = next(
        (o for o in owners if declared or not contradict(strong_here, strong_of.get(o, NOTHING))),
        None,
    )
    if winner is None:
        # What is known of these names belongs to somebody else: this is a new person, perhaps on a
        # shared browser. Weak names follow them; strong ones stay with their owner.
        theirs = tuple(i for i in ordered if i.kind in STRONG and i in known)
        mine = tuple(i for i in ordered if i not in theirs)
        return Resolution(
            profile_id(brand, (mine or theirs)[0]), is_new=True, links=mine, conflicts=theirs
        )
    strong = strong_of.get(winner, NOTHING) | strong_here
    merges, strangers = [], set()
    for owner in owners:
        if owner == winner:
            continue
        other = strong_of.get(owner, NOTHING)
        if declared or not contradict(strong, other):
            merges.append(owner)
            strong |= other
        else:
            strangers.add(owner)
    links, conflicts = [], []
    for identifier in ordered:
        owner = known.get(identifier)
        if owner == winner:
            continue
        if owner in strangers and identifier.kind in STRONG:
            conflicts.append(identifier)
        else:
            links.append(identifier)
    return Resolution(
        winner,
        is_new=False,
        links=tuple(links),
        merges=tuple(merges),
        conflicts=tuple(conflicts),
    )


def _contradict(some: frozenset[Identifier], others: frozenset[Identifier]) -> bool:
    """Whether the strongest kind that both have differs; a weaker one (an e-mail) may change."""
    for kind in STRONG:
        mine = {i.value for i in some if i.kind == kind}
        theirs = {i.value for i in others if i.kind == kind}
        if mine and theirs:
            return not mine & theirs
    return False


def _differ(some: frozenset[Identifier], others: frozenset[Identifier]) -> bool:
    """Whether any strong kind that both have differs."""
    return any(
        _contradict(
            frozenset(i for i in some if i.kind == kind),
            frozenset(i for i in others if i.kind == kind),
        )
        for kind in STRONG
    )
