"""Draws the product pictures of the example brand, the same bytes each time.

    python scripts/draw_example_images.py

Every picture is 600 x 600 pixels, drawn larger and scaled down, then stored with few colours
so that a mail stays light. Shapes are given in a unit square: (0, 0) is the top left.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageFilter
from unit_canvas import (
    CENTRE,
    FLATTEN,
    Canvas,
    Colour,
    Point,
    arc,
    bezier,
    crescent,
    darker,
    dip,
    ellipse,
    leaf,
    lighter,
    smooth,
    speckle,
    steps,
    width_at,
    within,
)

FOLDER = Path(__file__).parent.parent / "src/rapport/brands/alder_and_clay/images"

CLAY: Colour = (186, 142, 108)
PAPER: Colour = (246, 238, 224)
WALLS: dict[str, tuple[Colour, Colour]] = {
    "sand": ((240, 229, 212), (226, 210, 187)),
    "linen": ((243, 236, 225), (230, 218, 201)),
    "rose": ((241, 226, 215), (227, 206, 191)),
    "sage": ((229, 230, 215), (211, 213, 193)),
    "dusk": ((228, 226, 224), (209, 204, 200)),
}
GLAZES: dict[str, Colour] = {
    "sea-glass": (142, 180, 170),
    "oatmeal": (232, 219, 196),
    "rust": (176, 91, 58),
    "indigo": (62, 78, 116),
    "charcoal": (74, 72, 72),
    "moss": (119, 130, 84),
    "celadon": (170, 196, 174),
    "tenmoku": (88, 52, 38),
    "blush": (222, 172, 154),
    "honey": (205, 153, 77),
    "ink": (46, 58, 74),
    "leaf": (74, 104, 82),
    "slate-blue": (104, 130, 150),
    "brick": (158, 76, 62),
    "plum": (104, 66, 84),
    "mint": (128, 168, 140),
}


@dataclass(frozen=True)
class Pot:
    """Something thrown on a wheel: `profile` is (height, half width) from the rim to the foot."""

    profile: tuple[Point, ...]
    dipped: float = 0.84
    """Share of its height that is glazed; below it the clay is bare."""
    handle: str = ""
    """`ear`, `loop` (over the top), `side` (a straight one), or none."""
    spout: bool = False
    lid: bool = False


@dataclass(frozen=True)
class Plate:
    """A flat piece: `rings` are half widths from the edge inwards, `squash` its depth."""

    rings: tuple[float, ...]
    squash: float = 0.42


@dataclass(frozen=True)
class Tin:
    """A tin of tea with a paper label and a few leaves before it."""

    half_width: float = 0.165
    top: float = 0.27


@dataclass(frozen=True)
class Picture:
    handle: str
    shape: Pot | Plate | Tin
    glaze: str
    wall: str
    inside: str = ""
    zoom: float = 1.0
    """How much nearer a small thing is seen, so that it fills its picture."""


BREAKFAST_MUG = Pot(((0.30, 0.192), (0.42, 0.187), (0.58, 0.192), (0.70, 0.168)), handle="ear")
LITTLE_MUG = Pot(((0.42, 0.150), (0.52, 0.160), (0.62, 0.162), (0.71, 0.128)), handle="ear")
TALL_MUG = Pot(
    ((0.23, 0.156), (0.40, 0.150), (0.58, 0.158), (0.71, 0.150)), dipped=0.76, handle="ear"
)
ROUND_MUG = Pot(
    ((0.33, 0.150), (0.42, 0.172), (0.55, 0.212), (0.65, 0.192), (0.71, 0.140)), handle="ear"
)
SMALL_TEAPOT = Pot(
    ((0.40, 0.105), (0.46, 0.172), (0.56, 0.212), (0.65, 0.188), (0.70, 0.130)),
    dipped=0.86, handle="ear", spout=True, lid=True,
)  # fmt: skip
FAMILY_TEAPOT = Pot(
    ((0.35, 0.110), (0.42, 0.182), (0.55, 0.238), (0.66, 0.216), (0.72, 0.150)),
    dipped=0.80, handle="loop", spout=True, lid=True,
)  # fmt: skip
SIDE_TEAPOT = Pot(
    ((0.43, 0.090), (0.48, 0.160), (0.57, 0.202), (0.66, 0.176), (0.71, 0.120)),
    dipped=0.9, handle="side", spout=True, lid=True,
)  # fmt: skip
ROUND_TEAPOT = Pot(
    ((0.36, 0.110), (0.43, 0.200), (0.55, 0.232), (0.66, 0.190), (0.71, 0.120)),
    dipped=0.84, handle="ear", spout=True, lid=True,
)  # fmt: skip
SOUP_BOWL = Pot(((0.44, 0.268), (0.52, 0.252), (0.62, 0.190), (0.69, 0.105), (0.71, 0.100)))
NOODLE_BOWL = Pot(
    ((0.38, 0.285), (0.50, 0.262), (0.62, 0.185), (0.68, 0.105), (0.72, 0.112)), dipped=0.82
)
DIPPING_BOWL = Pot(((0.54, 0.165), (0.60, 0.155), (0.66, 0.118), (0.70, 0.080)), dipped=0.9)
SERVING_BOWL = Pot(
    ((0.42, 0.345), (0.50, 0.325), (0.60, 0.245), (0.68, 0.130), (0.71, 0.126)), dipped=0.8
)
PORRIDGE_BOWL = Pot(
    ((0.43, 0.222), (0.52, 0.232), (0.61, 0.205), (0.68, 0.120), (0.71, 0.116)), dipped=0.72
)
SIDE_PLATE = Plate((0.265, 0.250, 0.180))
DINNER_PLATE = Plate((0.365, 0.345, 0.262))
CAKE_PLATE = Plate((0.300, 0.286, 0.140))
OVAL_PLATTER = Plate((0.410, 0.392, 0.315), squash=0.33)

PICTURES = (
    Picture("breakfast-mug-sea-glass", BREAKFAST_MUG, "sea-glass", "sand", zoom=1.12),
    Picture("breakfast-mug-oatmeal", BREAKFAST_MUG, "oatmeal", "sage", zoom=1.12),
    Picture("little-mug-rust", LITTLE_MUG, "rust", "linen", "oatmeal", zoom=1.25),
    Picture("little-mug-indigo", LITTLE_MUG, "indigo", "rose", zoom=1.25),
    Picture("tall-mug-charcoal", TALL_MUG, "charcoal", "sand", "oatmeal", zoom=1.1),
    Picture("round-mug-moss", ROUND_MUG, "moss", "linen", zoom=1.12),
    Picture("small-teapot-celadon", SMALL_TEAPOT, "celadon", "rose", zoom=1.1),
    Picture("family-teapot-oatmeal", FAMILY_TEAPOT, "oatmeal", "dusk"),
    Picture("side-handled-teapot-tenmoku", SIDE_TEAPOT, "tenmoku", "sand"),
    Picture("round-teapot-indigo", ROUND_TEAPOT, "indigo", "linen"),
    Picture("soup-bowl-oatmeal", SOUP_BOWL, "oatmeal", "sage", zoom=1.12),
    Picture("noodle-bowl-ink", NOODLE_BOWL, "ink", "rose", "celadon"),
    Picture("dipping-bowl-blush", DIPPING_BOWL, "blush", "linen", "oatmeal", zoom=1.5),
    Picture("serving-bowl-sea-glass", SERVING_BOWL, "sea-glass", "sand"),
    Picture("porridge-bowl-honey", PORRIDGE_BOWL, "honey", "dusk", "oatmeal", zoom=1.2),
    Picture("side-plate-oatmeal", SIDE_PLATE, "oatmeal", "sage", zoom=1.3),
    Picture("dinner-plate-charcoal", DINNER_PLATE, "charcoal", "rose"),
    Picture("cake-plate-blush", CAKE_PLATE, "blush", "sand", zoom=1.2),
    Picture("oval-platter-moss", OVAL_PLATTER, "moss", "linen"),
    Picture("tea-alder-breakfast", Tin(), "brick", "sand"),
    Picture("tea-rainy-day-earl-grey", Tin(), "slate-blue", "linen"),
    Picture("tea-hill-fog-oolong", Tin(half_width=0.145, top=0.24), "leaf", "rose"),
    Picture("tea-orchard-rooibos", Tin(), "plum", "sand"),
    Picture("tea-garden-peppermint", Tin(half_width=0.155, top=0.33), "mint", "dusk"),
)


def draw(picture: Picture) -> Canvas:
    canvas = Canvas(*WALLS[picture.wall])
    if isinstance(picture.shape, Pot):
        _draw_pot(canvas, picture.shape, picture)
    elif isinstance(picture.shape, Plate):
        _draw_plate(canvas, picture.shape, GLAZES[picture.glaze])
    else:
        _draw_tin(canvas, picture.shape, GLAZES[picture.glaze])
    return canvas


def _draw_pot(canvas: Canvas, pot: Pot, picture: Picture) -> None:
    glaze = GLAZES[picture.glaze]
    outline = smooth(pot.profile)
    (top, rim), (foot, foot_width) = outline[0], outline[-1]
    canvas.shadow(max(width for _, width in outline) * 0.98, foot + foot_width * 0.10)
    if pot.spout:
        _draw_spout(canvas, pot, glaze)
    if pot.handle:
        _draw_handle(canvas, pot, glaze)

    right = [(CENTRE + width, y) for y, width in outline]
    left = [(CENTRE - width, y) for y, width in reversed(outline)]
    base = arc(CENTRE, foot, foot_width, foot_width * FLATTEN)
    body = canvas.shape([*right, *base, *left])
    canvas.paint(body, CLAY)
    for start in (0.1, 0.45, 0.75):
        _darken(canvas, body, outline, (start, 1.3, 0.10), CLAY)

    line = top + (foot - top) * pot.dipped
    glazed = within(body, canvas.shape(dip(line, max(w for _, w in outline))))
    canvas.paint(glazed, glaze)
    _shade(canvas, glazed, outline, glaze)
    speckle(canvas, glazed, darker(glaze, 0.35))

    inside = GLAZES[picture.inside] if picture.inside else glaze
    canvas.paint(canvas.shape(ellipse(CENTRE, top, rim, rim * FLATTEN)), lighter(glaze, 0.32))
    well = canvas.shape(ellipse(CENTRE, top, rim * 0.94, rim * 0.94 * FLATTEN))
    canvas.paint(well, darker(inside, 0.22))
    lit = canvas.shape(ellipse(CENTRE + rim * 0.10, top + rim * 0.09, rim * 0.9, rim * 0.16))
    canvas.paint(within(well, lit), darker(inside, 0.06))
    if pot.lid:
        _draw_lid(canvas, top, rim, glaze)


def _shade(canvas: Canvas, mask: Image.Image, outline: Sequence[Point], colour: Colour) -> None:
    """Light from the left: bands that grow darker to the right, and a gleam."""
    for band in ((0.22, 1.3, 0.10), (0.50, 1.3, 0.13), (0.78, 1.3, 0.17), (-1.3, -0.88, 0.10)):
        _darken(canvas, mask, outline, band, colour)
    count = len(outline)
    streak = outline[count // 7 : count * 5 // 8]
    path = [(CENTRE - width * 0.62, y + width * 0.10) for y, width in streak]
    light = canvas.stroke(path, lambda share: 0.020 * math.sin(math.pi * share) ** 0.5 + 0.002)
    canvas.paint(within(mask, light), lighter(colour, 0.38), 0.75)


def _darken(
    canvas: Canvas,
    mask: Image.Image,
    outline: Sequence[Point],
    band: tuple[float, float, float],
    colour: Colour,
) -> None:
    """Shades the band between two shares of the half width; the third figure is how strongly."""
    start, end, strength = band
    soft = crescent(canvas, outline, start, end).filter(
        ImageFilter.GaussianBlur(canvas.size * 0.012)
    )
    canvas.paint(within(mask, soft), darker(colour, 0.75), strength)


def _draw_handle(canvas: Canvas, pot: Pot, glaze: Colour) -> None:
    outline = smooth(pot.profile)
    top, foot = outline[0][0], outline[-1][0]
    height = foot - top
    if pot.handle == "loop":
        reach = max(width for _, width in outline) * 0.80
        spine = [
            (CENTRE + reach * math.cos(a), top + height * 0.26 - height * 0.86 * math.sin(a))
            for a in steps(math.pi, 0, 240)
        ]
        width = 0.030
    elif pot.handle == "side":
        start = width_at(outline, top + height * 0.48)
        spine = bezier(
            (CENTRE + start * 0.8, top + height * 0.50),
            (CENTRE + start + 0.05, top + height * 0.44),
            (CENTRE + start + 0.10, top + height * 0.30),
            (CENTRE + start + 0.165, top + height * 0.20),
        )
        width = 0.052
    else:
        upper, lower = top + height * 0.20, top + height * 0.76
        reach = 0.155 if pot.lid else 0.175
        spine = bezier(
            (CENTRE + width_at(outline, upper) - 0.012, upper),
            (CENTRE + width_at(outline, upper) + reach, upper - height * 0.14),
            (CENTRE + width_at(outline, lower) + reach, lower + height * 0.02),
            (CENTRE + width_at(outline, lower) - 0.012, lower),
        )
        width = 0.040
    canvas.paint(canvas.stroke(spine, lambda _: width), darker(glaze, 0.16))
    lit = [(x - width * 0.10, y - width * 0.14) for x, y in spine]
    canvas.paint(canvas.stroke(lit, lambda _: width * 0.62), glaze)
    gleam = [(x - width * 0.18, y - width * 0.22) for x, y in spine[40:150]]
    canvas.paint(canvas.stroke(gleam, lambda _: width * 0.12), lighter(glaze, 0.35), 0.8)


def _draw_spout(canvas: Canvas, pot: Pot, glaze: Colour) -> None:
    outline = smooth(pot.profile)
    top, foot = outline[0][0], outline[-1][0]
    height = foot - top
    root = top + height * 0.58
    start = CENTRE - width_at(outline, root)
    spine = bezier(
        (start + 0.05, root + 0.02),
        (start - 0.07, root),
        (start - 0.055, top + height * 0.22),
        (start - 0.130, top + height * 0.02),
    )
    canvas.paint(canvas.stroke(spine, lambda share: 0.100 - 0.062 * share), darker(glaze, 0.10))
    lit = [(x - 0.006, y - 0.006) for x, y in spine]
    canvas.paint(canvas.stroke(lit, lambda share: 0.074 - 0.046 * share), glaze)
    x, y = spine[-1]
    canvas.paint(canvas.shape(ellipse(x - 0.002, y - 0.004, 0.020, 0.012)), darker(glaze, 0.30))


def _draw_lid(canvas: Canvas, top: float, rim: float, glaze: Colour) -> None:
    height, reach = rim * 0.44, rim * 1.02
    profile = [(top - height * math.sin(a), reach * math.cos(a)) for a in steps(math.pi / 2, 0, 60)]
    near = arc(CENTRE, top, reach, rim * 0.22)
    seam = [(x, y + 0.004) for x, y in near]
    canvas.paint(canvas.stroke(seam, lambda _: 0.007), darker(glaze, 0.30))
    dome = [(CENTRE - width, y) for y, width in reversed(profile)]
    lid = canvas.shape([*dome, *[(CENTRE + width, y) for y, width in profile], *near])
    canvas.paint(lid, glaze)
    for start in (0.15, 0.45, 0.75):
        _darken(canvas, lid, profile, (start, 1.3, 0.11), glaze)
    gleam = ellipse(CENTRE - rim * 0.48, top - height * 0.40, rim * 0.20, rim * 0.07)
    canvas.paint(canvas.shape(gleam), lighter(glaze, 0.35), 0.75)
    knob = top - height - rim * 0.16
    canvas.paint(canvas.shape(ellipse(CENTRE, knob + 0.006, 0.027, 0.025)), darker(glaze, 0.16))
    canvas.paint(canvas.shape(ellipse(CENTRE - 0.003, knob, 0.023, 0.020)), lighter(glaze, 0.06))


def _draw_plate(canvas: Canvas, plate: Plate, glaze: Colour) -> None:
    edge, lip, well = plate.rings
    y = 0.575
    canvas.shadow(edge * 0.84, y + edge * plate.squash + 0.004)
    thick = [ellipse(CENTRE, y + 0.022, edge * 0.985, edge * plate.squash)]
    canvas.paint(canvas.shape(thick[0]), CLAY)
    canvas.paint(
        canvas.shape(ellipse(CENTRE, y + 0.010, edge, edge * plate.squash)), darker(glaze, 0.2)
    )
    face = canvas.shape(ellipse(CENTRE, y, edge, edge * plate.squash))
    canvas.paint(face, lighter(glaze, 0.24))
    inner = canvas.shape(ellipse(CENTRE, y + 0.002, lip, lip * plate.squash))
    canvas.paint(inner, glaze)
    canvas.paint(
        canvas.shape(ellipse(CENTRE, y + 0.006, well * 1.05, well * 1.05 * plate.squash)),
        darker(glaze, 0.13),
    )
    floor = canvas.shape(ellipse(CENTRE, y + 0.014, well, well * plate.squash))
    canvas.paint(floor, lighter(glaze, 0.07))
    for number in range(1, 4):
        ring = well * (1 - number * 0.24)
        canvas.paint(
            canvas.shape(ellipse(CENTRE, y + 0.014, ring, ring * plate.squash)),
            darker(glaze, 0.05 if number % 2 else 0.0),
        )
    sweep = [
        (CENTRE + lip * 0.93 * math.cos(a), y + lip * 0.93 * plate.squash * math.sin(a))
        for a in steps(math.pi * 1.05, math.pi * 1.42, 160)
    ]
    gleam = canvas.stroke(sweep, lambda share: 0.014 * math.sin(math.pi * share) ** 0.5 + 0.001)
    canvas.paint(within(gleam, inner), lighter(glaze, 0.45), 0.8)
    speckle(canvas, inner, darker(glaze, 0.35))


def _draw_tin(canvas: Canvas, tin: Tin, colour: Colour) -> None:
    half, top, foot = tin.half_width, tin.top, 0.71
    lid_foot = top + 0.085
    canvas.shadow(half * 1.02, foot + half * 0.10)
    outline = [(y, half) for y in steps(top, foot, 120)]
    body = canvas.shape(
        [(CENTRE - half, top), (CENTRE + half, top), *arc(CENTRE, foot, half, half * FLATTEN)]
    )
    canvas.paint(body, colour)
    _shade(canvas, body, outline, colour)
    label_top, label_foot = lid_foot + 0.055, foot - 0.055
    label = canvas.shape(
        [
            *arc(CENTRE, label_foot, half, half * FLATTEN),
            *reversed(arc(CENTRE, label_top, half, half * FLATTEN)),
        ]
    )
    canvas.paint(label, PAPER)
    _shade(canvas, label, outline, PAPER)
    _draw_sprig(canvas, (label_top + label_foot) / 2 + half * FLATTEN, darker(colour, 0.1))

    lid = canvas.shape(
        [
            (CENTRE - half * 1.04, top), (CENTRE + half * 1.04, top),
            *arc(CENTRE, lid_foot, half * 1.04, half * FLATTEN),
        ]
    )  # fmt: skip
    wide = [(y, half * 1.04) for y in steps(top, lid_foot + 0.03, 60)]
    canvas.paint(lid, darker(colour, 0.16))
    _shade(canvas, lid, wide, darker(colour, 0.16))
    over = ellipse(CENTRE, top, half * 1.04, half * 1.04 * FLATTEN)
    canvas.paint(canvas.shape(over), lighter(colour, 0.16))
    inset = ellipse(CENTRE, top + 0.003, half * 0.90, half * 0.90 * FLATTEN)
    canvas.paint(canvas.shape(inset), lighter(colour, 0.04))
    for x, y, turn in (
        (0.26, 0.79, 0.4),
        (0.32, 0.815, -0.5),
        (0.40, 0.80, 0.1),
        (0.36, 0.84, 0.9),
    ):
        canvas.paint(canvas.shape(leaf((x, y), 0.030, turn)), (92, 74, 48))


def _draw_sprig(canvas: Canvas, y: float, colour: Colour) -> None:
    """A stem with five leaves, as printed on the label."""
    stem = [(CENTRE + 0.004 * math.sin(s * 6), y + 0.07 - 0.12 * s) for s in steps(0, 1, 120)]
    canvas.paint(canvas.stroke(stem, lambda _: 0.0045), colour)
    leaves = ((0.030, -0.55, 0.030), (0.030, 0.55, 0.030), (-0.010, -0.60, 0.027),
              (-0.010, 0.60, 0.027), (-0.058, 0.0, 0.030))  # fmt: skip
    for rise, turn, size in leaves:
        side = (turn > 0) - (turn < 0)
        place = (CENTRE + side * 0.024, y + rise - (0.012 if side else 0))
        canvas.paint(canvas.shape(leaf(place, size, math.pi / 2 - turn)), colour)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        draw(picture).save(FOLDER / f"{picture.handle}.png", picture.zoom)
    print(f"{len(PICTURES)} pictures in {FOLDER}")
