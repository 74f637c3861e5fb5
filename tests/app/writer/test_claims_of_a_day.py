"""Which claims may be made: from the first day to the last, with both, on the brand's clock."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace

from rapport.app.publishing.publish import as_release
from rapport.app.writer.standards import claims_at
from rapport.core.creative.voice import Claim
from rapport.core.time import Zone
from rapport.testing import examples as ex

FROM, UNTIL = "2026-03-03", "2026-03-04"
"""`examples` count days from Monday, 2 March 2026."""

CLAIM = Claim("food-safe", "Our glazes are safe for food.", "Certificates.", UNTIL, FROM)


@pytest.mark.parametrize(
    ("day", "hour", "holds"),
    [(0, 23, False), (1, 0, True), (2, 23, True), (3, 0, False)],
)
def test_a_claim_holds_from_its_first_day_to_its_last(day: int, hour: int, holds: bool) -> None:
    folder = ex.folder()
    release = as_release(replace(folder, brand=replace(folder.brand, zone=Zone())))
    assert bool(claims_at([CLAIM], release, ex.at(day, hour))) == holds


def test_the_day_is_that_of_the_brand() -> None:
    folder = ex.folder()
    east = as_release(replace(folder, brand=replace(folder.brand, zone=Zone("East", (), (120,)))))
    assert claims_at([CLAIM], east, ex.at(0, 22))


def test_a_claim_without_a_first_day_is_stored_as_it_was_before_there_were_any() -> None:
    """Drafts name what they stand on by a digest of it: an upgrade puts none of them aside."""
    bare = Claim("food-safe", "Our glazes are safe for food.", "Certificates.", UNTIL)
    assert "since" not in msgspec.to_builtins(bare)
    assert msgspec.json.decode(msgspec.json.encode(bare), type=Claim) == bare
    assert msgspec.json.decode(msgspec.json.encode(CLAIM), type=Claim) == CLAIM
