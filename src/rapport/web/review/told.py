"""What a page of the review queue says of the judgement that led to it, and of which words."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from msgspec import Struct
from starlette.requests import Request

from rapport.app.reviewing.review import APPROVED, EDITED, REFUSED, SENT_ON, Outcome
from rapport.app.reviewing.review_desk import ReviewDesk
from rapport.core.creative.draft import REJECTED, USABLE, WAITING
from rapport.errors import UserError
from rapport.web.access import brand_of
from rapport.web.review.shared import ID, address_of

TAKEN_BACK, TAUGHT = f"{REFUSED}, back", f"{REFUSED}, taught"
TO_ADOPT = ", to adopt"

ADOPTED_LATER = "It is used once it is taken into the brand’s files and published."
_SENTENCES = {
    APPROVED: (USABLE, "Approved", ""),
    f"{APPROVED}{TO_ADOPT}": (USABLE, "Approved", ADOPTED_LATER),
    EDITED: (USABLE, "Edited and approved", ""),
    f"{EDITED}{TO_ADOPT}": (USABLE, "Edited and approved", ADOPTED_LATER),
    SENT_ON: (WAITING, "Edited", "It waits for somebody else to approve it."),
    REFUSED: (REJECTED, "Rejected", "That never goes out."),
    TAKEN_BACK: (
        REJECTED,
        "Taken back",
        "That goes out no more, and the log says whose approval it was.",
    ),
    TAUGHT: (REJECTED, "Rejected", "That never goes out, and the writer was taught why."),
}
"""What a page may be told by its address, how the words stand that it is told of, and what it says
of them: nothing else is ever shown of the address."""


class Told(Struct, frozen=True):
    """What was done, with which words, where they are, and what follows from it. `adopt` is where
    it goes on, empty where it does not."""

    did: str
    words: str
    address: str
    rest: str
    adopt: str


def told_of(outcome: Outcome, form: Mapping[str, str], *, taught: bool) -> dict[str, str]:
    """What the address of the next page says of a judgement."""
    if taught:
        told = TAUGHT
    elif outcome.did == REFUSED and form.get("back") == "yes":
        told = TAKEN_BACK
    else:
        told = outcome.did + TO_ADOPT * outcome.to_adopt
    return {"told": told, "of": outcome.became or outcome.draft}


def told_in(request: Request, desk: ReviewDesk) -> Told | None:
    """What the address says was done, as long as it is so."""
    asked, draft = (request.query_params.get(name, "") for name in ("told", "of"))
    if asked not in _SENTENCES or not ID.fullmatch(draft):
        return None
    brand = brand_of(request)
    try:
        kept = desk.kept(brand.key, draft)
    except UserError:
        return None
    stands, did, rest = _SENTENCES[asked]
    if kept.standing.state != stands:
        return None
    adopt = f"/console/adopt?{urlencode({'brand': brand.key})}" if TO_ADOPT in asked else ""
    words = kept.draft.begins.partition("\n")[0]
    return Told(did, words, address_of(brand, draft), rest, adopt)
