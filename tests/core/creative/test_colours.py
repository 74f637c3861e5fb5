"""A brand that names five colours is itself by night, too, and everybody can read it."""

from __future__ import annotations

import colorsys

from hypothesis import given
from hypothesis import strategies as st

from rapport.core.creative.colours import MORE, NAMED, completed
from rapport.core.creative.contrast import LEAST, colour_in, contrast

hexes = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
brands = st.fixed_dictionaries(dict.fromkeys(NAMED, hexes))
SHOES = {
    "background": "#eef1f4",
    "text": "#14213d",
    "accent": "#d95f02",
    "accent_text": "#ffffff",
    "muted": "#55606e",
}


def stands_out(palette: dict[str, str], words: str, ground: str) -> float:
    front, behind = colour_in(palette[words]), colour_in(palette[ground])
    assert front is not None
    assert behind is not None
    return contrast(front, behind)


@given(brands)
def test_by_night_all_words_can_be_read_on_every_ground(named: dict[str, str]) -> None:
    palette = completed(named)
    assert set(palette) == {*NAMED, *MORE}
    for words in ("dark_text", "dark_muted", "dark_accent"):
        for ground in ("dark_background", "dark_card", "dark_panel"):
            assert stands_out(palette, words, ground) >= LEAST, (words, ground)
    assert stands_out(palette, "dark_accent_text", "dark_accent") >= LEAST


@given(brands, st.sampled_from(MORE), hexes)
def test_what_the_brand_names_stays(named: dict[str, str], one: str, colour: str) -> None:
    palette = completed({**named, one: colour})
    assert palette[one] == colour
    assert {name: palette[name] for name in NAMED} == named


@given(brands)
def test_sheets_by_day_bear_the_words_as_well_as_the_background_does(named: dict[str, str]) -> None:
    palette = completed(named)
    least = min(LEAST, stands_out(palette, "text", "background"))
    assert stands_out(palette, "text", "card") >= 0.85 * least


def test_by_night_the_accent_keeps_its_hue_and_the_ground_the_brands() -> None:
    palette = completed(SHOES)

    def hue(name: str) -> float:
        colour = colour_in(palette[name])
        assert colour is not None
        return colorsys.rgb_to_hls(*(channel / 255 for channel in colour))[0]

    assert abs(hue("dark_accent") - hue("accent")) < 0.02
    assert abs(hue("dark_background") - hue("text")) < 0.1
