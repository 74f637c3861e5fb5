"""The colours that a brand left out, made of those that it named.

A brand names its five. What else layouts ask for is mixed from them, so that an e-mail looks like
the brand by day and by night; and every colour for words is moved towards white until it can be
read (WCAG 2.2, level AA) on each ground that it may stand on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from rapport.core.creative.contrast import LEAST, Colour, colour_in, contrast, luminance, written

NAMED = ("background", "text", "accent", "accent_text", "muted")
"""Those that each brand names."""

MORE = (
    "card", "line", "panel", "dark_background", "dark_card", "dark_panel", "dark_line", "dark_text",
    "dark_muted", "dark_accent", "dark_accent_text",
)  # fmt: skip
"""Those that it may leave out."""

_WHITE, _NIGHT = (255, 255, 255), (20, 20, 20)
_WELL = 7.0
"""The contrast of running text by night (WCAG 1.4.6, level AAA)."""
_STEPS = 50


def completed(named: Mapping[str, str]) -> dict[str, str]:
    """All colours, written such as `#2f5d50`; those that `named` has stay as they are.

    One of `NAMED` that is missing or no colour is black; whoever reads the folder says so.
    """
    palette = {name: written_as for name, written_as in named.items() if written_as}

    def of(name: str) -> Colour:
        return colour_in(palette.get(name, "")) or (0, 0, 0)

    for name in MORE:
        if name not in palette:
            palette[name] = written(_MADE[name](of))
    return palette


_Palette = Callable[[str], Colour]


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    """`share` of the other in the one."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return (red, green, blue)


def _lifted(name: str, share: float) -> Callable[[_Palette], Colour]:
    return lambda of: _mixed(of(name), _WHITE, share)


def _sheet(share: float) -> Callable[[_Palette], Colour]:
    """A sheet on the background by day: white paper, or for a brand with light words on a dark
    ground a little lighter than that; shaded by `share` of its words."""

    def made(of: _Palette) -> Colour:
        by_day = luminance(of("text")) < luminance(of("background"))
        paper = _WHITE if by_day else _mixed(of("background"), of("text"), 0.06)
        return _mixed(paper, of("text"), share)

    return made


def _night(of: _Palette) -> Colour:
    """Nearly black, with a breath of whichever of the brand's colours is darkest."""
    darkest = min((of("text"), of("background")), key=luminance)
    strongest = max(*darkest, 1)
    red, green, blue = (round(40 * channel / strongest) for channel in darkest)
    return _mixed(_NIGHT, (red, green, blue), 0.5) if max(darkest) else _NIGHT


def _grounds(of: _Palette) -> list[Colour]:
    return [of("dark_background"), of("dark_card"), of("dark_panel")]


def _readable(colour: Colour, grounds: Iterable[Colour], least: float) -> Colour:
    """The colour, as far towards white as it takes to be read on each of the grounds."""
    on = list(grounds)
    steps = (_mixed(colour, _WHITE, step / _STEPS) for step in range(_STEPS + 1))
    return next((one for one in steps if min(contrast(one, g) for g in on) >= least), _WHITE)


def _dark_text(of: _Palette) -> Colour:
    lightest = max((of("text"), of("background")), key=luminance)
    return _readable(_mixed((240, 240, 240), lightest, 0.4), _grounds(of), _WELL)


def _dark_muted(of: _Palette) -> Colour:
    return _readable(_mixed(of("dark_text"), of("dark_card"), 0.32), _grounds(of), LEAST)


def _dark_accent(of: _Palette) -> Colour:
    return _readable(of("accent"), _grounds(of), LEAST)


def _dark_accent_text(of: _Palette) -> Colour:
    options = (of("dark_background"), (0, 0, 0), _WHITE)
    accent = of("dark_accent")
    good = (one for one in options if contrast(one, accent) >= LEAST)
    return next(good, max(options, key=lambda one: contrast(one, accent)))


_MADE: Mapping[str, Callable[[_Palette], Colour]] = {
    "card": _sheet(0.0),
    "line": _sheet(0.14),
    "panel": _sheet(0.04),
    "dark_background": _night,
    "dark_card": _lifted("dark_background", 0.05),
    "dark_panel": _lifted("dark_background", 0.1),
    "dark_line": _lifted("dark_background", 0.2),
    "dark_text": _dark_text,
    "dark_muted": _dark_muted,
    "dark_accent": _dark_accent,
    "dark_accent_text": _dark_accent_text,
}
"""In the order of `MORE`: each may ask for those before it."""
