"""Publishing a brand's folder: who may, and the second person that four eyes ask for; and that a
retired brand's is not."""

from __future__ import annotations

from hashlib import sha256

import msgspec
from msgspec import Struct

from rapport.app.in_charge.audit_log import note
from rapport.app.in_charge.people import NotAllowedError, acting, allow, still
from rapport.app.publishing.publish import next_release
from rapport.core.blueprint import Blueprint, BrandFolder, Release
from rapport.core.oversight.audit import BY_ITSELF, Deed, release_seen
from rapport.core.oversight.people import PUBLISH, Actor, same_name
from rapport.core.time import Instant
from rapport.errors import ConflictError, UserError
from rapport.ports import Oversight, Transaction

PROPOSED = "release proposed"
"""The switch that holds what waits for a second publisher."""


EDITED = "edited in the console"
"""The switch that says that a folder was changed in the console and waits for a publisher."""


AS_IT_WAS = "the folder as it was; nobody is in charge yet"
"""Why a release holds where nobody's name stood with it, as when a server starts."""


class SecondPersonNeededError(UserError):
    """Somebody has proposed a release; it is kept, and another publisher publishes the same."""


class RetiredError(ConflictError):
    """The brand is retired, and publishing its folder does not bring it back."""


class Proposed(Struct, frozen=True):
    """A release that somebody proposed: a digest of what is in it, and who."""

    digest: str
    who: str


def not_retired(latest: Release) -> None:
    """Raises RetiredError where the brand is retired."""
    if latest.retired is None:
        return
    brand, retired = latest.brand, latest.retired
    raise RetiredError(
        f"{brand.name} is retired (by {retired.who}: {retired.why}). Nothing was published. Bring "
        "it back first, if that is what you want.",
        at_the_terminal=f"rapport brands bring-back {brand.key} --because REASON",
    )


def may_publish(
    transaction: Transaction,
    content: BrandFolder,
    before: Blueprint | None,
    by: str,
    at: Instant,
    signed_in: Actor | None = None,
) -> str:
    """Whether a folder is published now, and why not in a sentence: empty where it is.

    With four eyes, the first to publish something proposes it, and another publisher who publishes
    the very same puts it in force. What says the same as what holds needs nobody's consent, and
    leaves what was proposed as it was. Whether four eyes are asked for says what is published, not
    what is to be. Without a name (`by`), as when a server starts, a brand with people or four eyes
    takes only what says the same as before. `signed_in` is who it is where the console knows that.

    Raises NotAllowedError where somebody may not publish at all.
    """
    brand = content.brand.key
    if before is None:
        return ""
    four_eyes = before.releases[-1].brand.four_eyes
    same = next_release(before, content, at) is before.releases[-1]
    if not by and not same and transaction.switch(brand, EDITED):
        raise NotAllowedError(
            f"The folder of {content.brand.name} was changed in the console, and nobody has "
            "published that. Publish it there, or with: rapport publish FOLDER --by NAME"
        )
    if not by and not four_eyes and not transaction.people(brand):
        return ""
    if not by:
        if same:
            return ""
        raise NotAllowedError(
            f"The folder of {content.brand.name} was changed, and people are in charge of it. One "
            "of them publishes it: rapport publish FOLDER --by NAME"
        )
    actor = still(transaction, brand, signed_in) if signed_in else acting(transaction, brand, by)
    allow(actor, PUBLISH, "publish")
    if not four_eyes or same:
        return ""
    digest = _digest(content)
    told = transaction.switch(brand, PROPOSED)
    known = msgspec.json.decode(told, type=Proposed) if told else None
    if known is not None and known.digest == digest and not same_name(known.who, actor.name):
        transaction.turn(brand, PROPOSED, "")
        return ""
    mine = Proposed(digest, actor.name)
    if known != mine:
        transaction.turn(brand, PROPOSED, msgspec.json.encode(mine).decode())
        saw = {"content": digest}
        note(transaction, brand, at, Deed(actor.name, "changed", "the release to come", "", saw))
    return (
        f"{content.brand.name} asks for four eyes: {actor.name} has proposed this, and it does not "
        "hold yet. Another publisher publishes the same folder: rapport publish FOLDER --by NAME"
    )


def proposer(oversight: Oversight, content: BrandFolder) -> str:
    """Who proposed this very folder and waits for a second publisher; empty where nobody does."""
    told = oversight.switch(content.brand.key, PROPOSED)
    known = msgspec.json.decode(told, type=Proposed) if told else None
    return known.who if known is not None and known.digest == _digest(content) else ""


def note_release(
    transaction: Transaction,
    release: Release,
    by: str,
    at: Instant,
    signed_in: Actor | None = None,
    saw: str = "",
) -> None:
    """Enters in the audit log who published a release, and a digest of it; `saw` is one of what
    they were shown of its changes. With no name (`by`) it was taken as its folder was."""
    brand = release.brand.key
    by_itself = not by and signed_in is None
    name = BY_ITSELF if by_itself else (signed_in or acting(transaction, brand, by)).name
    shown = release_seen(release.number, transaction.release_digest(brand, release.number))
    if saw:
        shown["the changes"] = saw
    why = AS_IT_WAS if by_itself else ""
    deed = Deed(name, "published", f"release {release.number}", why, shown)
    note(transaction, brand, at, deed)


def own_proposal(transaction: Transaction, brand: str, who: str, why: str) -> str:
    """Why somebody may not publish a policy that they proposed themselves; empty where they may.
    `why` is that of the candidate, which says for whom it was made."""
    proposer = why.removeprefix("proposed for ")
    blueprint = transaction.blueprint(brand)
    if proposer == why or blueprint is None or not blueprint.releases[-1].brand.four_eyes:
        return ""
    if not same_name(proposer, who):
        return ""
    return f"{who} proposed this policy. Somebody else publishes it: four eyes."


def _digest(content: BrandFolder) -> str:
    said = msgspec.json.encode(content.without_places(), order="deterministic")
    return sha256(said).hexdigest()
