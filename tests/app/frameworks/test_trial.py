"""Words that are typed, in the place that they would have once they are saved."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.app.frameworks.trial import Trial, spoken
from rapport.bootstrap.redteam import brand_to_hold_to
from rapport.core.creative.framework import Block

FRAMEWORK = brand_to_hold_to()[0].frameworks[0]
PLAIN = Block("a", "cta", "See it", tones=("plain",))
WARM = Block("b", "cta", "See it", tones=("warm",))
LAST = Block("c", "cta", "Look at it")


def test_a_change_stands_where_its_words_stood_and_others_of_the_same_words_stay() -> None:
    own = replace(FRAMEWORK, blocks=(PLAIN, WARM, LAST))
    was = {"cta": "See  it"}
    trial = Trial({}, {"cta": "See all"}, was=was, was_bound={"tone": ("warm",)})
    typed = Block("d", "cta", "See all")
    words = spoken(own, [typed], trial)
    assert [one.text for one in words.saved.blocks] == ["See it", "See all", "Look at it"]
    assert words.saved.blocks[0] == PLAIN
    new = spoken(own, [typed], Trial({}, {"cta": "See all"}))
    assert [one.text for one in new.saved.blocks][-1] == "See all", "after all that were there"
