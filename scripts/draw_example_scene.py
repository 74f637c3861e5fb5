"""Draws the example brand's picture of daily life, the same bytes each time.

    python scripts/draw_example_scene.py

Pots of `draw_example_images` stand together on one table, in the light of a window.
"""

from __future__ import annotations

from draw_example_images import (
    FOLDER,
    LITTLE_MUG,
    PORRIDGE_BOWL,
    ROUND_TEAPOT,
    WALLS,
    Picture,
    draw,
)
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from unit_canvas import Canvas

WIDE, HIGH = 1_000, 560
COLOURS = 220
WALL, TABLE = WALLS["sand"]
STANDING = (
    (Picture("teapot", ROUND_TEAPOT, "sea-glass", "sand"), 0.40, 1.0),
    (Picture("bowl", PORRIDGE_BOWL, "oatmeal", "sand"), 0.775, 0.80),
    (Picture("mug", LITTLE_MUG, "rust", "sand", "oatmeal"), 0.60, 1.0),
)
"""What stands there, from the back to the front: how far to the right, and how large."""


def scene() -> Image.Image:
    """The picture, drawn larger and scaled down."""
    scale = 2
    wide, high = WIDE * scale, HIGH * scale
    horizon = round(high * 0.64)
    image = Image.new("RGB", (wide, high), WALL)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, horizon, wide, high), fill=TABLE)
    _light(image, horizon)
    empty = Canvas(WALL, TABLE).image
    for picture, right, size in STANDING:
        pot = draw(picture).image
        mask = ImageChops.difference(pot, empty).convert("L").point(_seen)
        side = round(high * 1.02 * size)
        small = pot.resize((side, side), Image.Resampling.LANCZOS)
        cut = mask.resize((side, side), Image.Resampling.LANCZOS)
        foot = round(side * 0.71)
        image.paste(small, (round(wide * right) - side // 2, round(high * 0.80) - foot), cut)
    flat = image.resize((WIDE, HIGH), Image.Resampling.LANCZOS)
    return flat.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def _seen(level: int) -> int:
    """What differs from the empty picture at all is part of the pot or its shadow."""
    return min(255, level * 40)


def _light(image: Image.Image, horizon: int) -> None:
    """Two panes of a window, as they fall on the wall."""
    wide = image.width
    mask = Image.new("L", image.size)
    pen = ImageDraw.Draw(mask)
    for left in (0.06, 0.185):
        pen.polygon(
            [
                (wide * left, horizon * 0.08),
                (wide * (left + 0.105), horizon * 0.02),
                (wide * (left + 0.135), horizon * 0.80),
                (wide * (left + 0.030), horizon * 0.86),
            ],
            fill=150,
        )
    image.paste((255, 248, 234), (0, 0), mask.filter(ImageFilter.GaussianBlur(wide * 0.004)))


if __name__ == "__main__":
    path = FOLDER / "scene-morning-table.png"
    scene().save(path, optimize=True)
    print(path)
