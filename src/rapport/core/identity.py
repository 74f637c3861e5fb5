"""Identity: which profile an event belongs to, from the identifiers that it carries.

A strong identifier names one person for good; a weak one names a browser or a basket and may pass
from hand to hand. Two profiles become one only if they do not contradict each other in a strong
identifier: a shared browser does not make two customers one.
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
) -> Resolution:
    """Finds the profile for identifiers seen together.

    `known` maps those already linked to their profiles; `strong_of` gives, for each of these
    profiles, its strong identifiers. `declared` says that the source itself states that all of them
    are one person (an alias); then contradictions do not matter.
    """
    ordered = sorted(set(identifiers), key=lambda i: (KINDS.index(i.kind), i.value))
    owners: list[str] = []
    for identifier in ordered:
        owner = known.get(identifier)
        if owner is not None and owner not in owners:
            owners.append(owner)
    strong_here = frozenset(i for i in ordered if i.kind in STRONG)
    winner = _winner(owners, strong_here, strong_of, declared=declared)
    if winner is None:
        # What is known of these names belongs to somebody else: this is a new person, perhaps on a
        # shared browser. Weak names follow them; strong ones stay with their owner.
        theirs = tuple(i for i in ordered if i.kind in STRONG and i in known)
        mine = tuple(i for i in ordered if i not in theirs)
        return Resolution(
            profile_id(brand, (mine or theirs)[0]), is_new=True, links=mine, conflicts=theirs
        )
    strong = strong_of.get(winner, frozenset()) | strong_here
    merges, strangers = [], set()
    for owner in owners:
        if owner == winner:
            continue
        other = strong_of.get(owner, frozenset())
        if declared or not _contradict(strong, other):
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


def _winner(
    owners: Sequence[str],
    strong_here: frozenset[Identifier],
    strong_of: Mapping[str, frozenset[Identifier]],
    *,
    declared: bool,
) -> str | None:
    """The first owner, strongest name first, that the identifiers given do not contradict."""
    if declared:
        return owners[0] if owners else None
    for owner in owners:
        if not _contradict(strong_here, strong_of.get(owner, frozenset())):
            return owner
    return None


def _contradict(some: frozenset[Identifier], others: frozenset[Identifier]) -> bool:
    """Whether the strongest kind that both have differs; a weaker one (an e-mail) may change."""
    for kind in STRONG:
        mine = {i.value for i in some if i.kind == kind}
        theirs = {i.value for i in others if i.kind == kind}
        if mine and theirs:
            return not mine & theirs
    return False
