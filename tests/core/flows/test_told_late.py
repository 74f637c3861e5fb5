"""What is told too late starts no run, whether or not anything else has happened since."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.editions import TOLD_LATE
from rapport.core.effects import Entered
from rapport.core.time import HOUR, MINUTE, Millis
from rapport.testing import examples as ex
from rapport.testing.memory_host import MemoryHost

LEFT_AT = ex.at(1, 10)
WITHIN = ex.CHECKOUT_FLOW.enter_within


def entered(told_after: Millis, blueprint: Blueprint | None = None) -> int:
    """How many runs begin where a basket is told of so long after it was left."""
    host = MemoryHost(blueprint or ex.blueprint())
    for event in ex.subscribed(LEFT_AT - 30 * MINUTE):
        host.feed("ada", event)
    host.feed("ada", replace(ex.checkout("left", LEFT_AT), told=LEFT_AT + told_after))
    return sum(isinstance(effect, Entered) for effect in host.effects)


@pytest.mark.parametrize(
    ("told_after", "runs"),
    [(-HOUR, 1), (0, 1), (WITHIN, 1), (WITHIN + 1, 0), (200 * WITHIN, 0)],
)
def test_late_is_reckoned_from_when_it_was_told(told_after: Millis, runs: int) -> None:
    assert entered(told_after) == runs


def test_a_release_of_before_goes_on_as_it_was() -> None:
    plain = ex.blueprint()
    (release,) = plain.releases
    before = replace(plain, releases=(replace(release, edition=TOLD_LATE - 1),))
    assert entered(200 * WITHIN, before) == 1
