"""Frameworks with all kinds of blocks in two languages, and who says them."""

from __future__ import annotations

from hypothesis import strategies as st
from msgspec import UNSET
from msgspec.structs import replace

from rapport.core.creative.fixed_words_shipped import GERMAN
from rapport.core.creative.framework import Block, Framework, Level, Slot
from rapport.core.creative.speaking import Speaker
from rapport.core.offer import Offer
from rapport.testing import examples as ex

LEVELS = {
    "offer": ("none", "ten"),
    "tone": ("plain", "warm", "dry"),
    "angle": ("help", "craft"),
    "visual": ("list", "note"),
}
KEYS = {"offers": LEVELS["offer"], "tones": LEVELS["tone"], "angles": LEVELS["angle"],
        "visuals": LEVELS["visual"], "points": ("first", "second")}  # fmt: skip

BRAND = replace(ex.blueprint().releases[0].brand, facts={"days": "30"})
TEN = Offer("ten", "percent", "Ten off", 10, code="TEN")
SPOKEN = replace(GERMAN, offers={"ten": "Zehn weniger"}, facts={"days": "30"})
SPEAKERS = tuple(
    Speaker(replace(BRAND, words=words), (Offer("none"), offer))
    for words in ({}, {"de": SPOKEN}, {"de": replace(SPOKEN, facts={})})
    for offer in (TEN, replace(TEN, code=""))
)

TEXTS = st.sampled_from(
    [f"These are quite a few words, number {n}" for n in range(6)]
    + [
        "{{ offer.value }} off for you, and gladly so",
        "Until {{ offer.ends }} it is yours, gladly",
        "With {{ offer.code }} it is {{ offer.value }} less",
        "Back in {{ brand.facts.days }} days",
    ]
)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    bound = {
        field: tuple(draw(st.lists(st.sampled_from(keys), unique=True, max_size=2)))
        for field, keys in KEYS.items()
    }
    return Block(
        str(draw(st.integers(0, 10**9))),
        draw(st.sampled_from(("subject", "body", "cta"))),
        draw(TEXTS),
        language=draw(st.sampled_from(("en", "en", "de"))),
        also=draw(st.sampled_from((UNSET, True))),
        **bound,
    )


def a_framework(made: list[Block]) -> Framework:
    def levels(factor: str) -> tuple[Level, ...]:
        return tuple(Level(key, key) for key in LEVELS[factor])

    return Framework(
        "f", "F", (Slot("subject", 80), Slot("body", 400), Slot("cta", 20, required=False)),
        LEVELS["offer"], levels("tone"), levels("angle"), levels("visual"), tuple(made),
        layouts=(("list", "<p>{{ slots.body }}</p>"), ("note", "<p>Hello {{ slots.body }}</p>")),
    )  # fmt: skip
