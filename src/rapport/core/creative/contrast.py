"""How well words stand out from what is behind them, as WCAG 2.2 measures it.

Colours are `(red, green, blue)`, 0 to 255. Relative luminance and contrast ratio are those of WCAG
2.2 (definitions of the same names); the ratio goes from 1 (the same) to 21 (black on white).
"""

from __future__ import annotations

import re

Colour = tuple[int, int, int]

LEAST = 4.5
"""For words (WCAG 1.4.3, level AA)."""
LEAST_LARGE = 3.0
"""For large words: from 24 px on, or from 18.66 px on where they are bold."""

_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b")
_RGB = re.compile(r"rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)")
_NAMED = {"white": (255, 255, 255), "black": (0, 0, 0)}
_WORD = re.compile(r"\b(?:white|black)\b")


def colour_in(written: str) -> Colour | None:
    """The colour that a value of CSS names; None where it names none that we know."""
    words = written.lower()
    if found := _HEX.search(words):
        digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
        return (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16))
    if found := _RGB.search(words):
        red, green, blue = (min(255, int(part)) for part in found.groups())
        return (red, green, blue)
    named = _WORD.search(words)
    return _NAMED[named[0]] if named else None


def luminance(colour: Colour) -> float:
    """From 0 (black) to 1 (white)."""

    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    red, green, blue = map(linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, whichever is in front."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def written(colour: Colour) -> str:
    """Such as `#2f5d50`."""
    return "#{:02x}{:02x}{:02x}".format(*colour)
