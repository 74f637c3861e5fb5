"""A supersampled canvas over the unit square, with the curves and colours that pots are made of.

(0, 0) is the top left and (1, 1) the bottom right. A curve is a list of points; a mask is a picture
of one channel, white where paint may go.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

SIDE = 600
SCALE = 3
"""Drawn so many times as large, then scaled down: smooth edges."""
COLOURS = 200
CENTRE = 0.5
FLATTEN = 0.2
"""Height of an ellipse against its width: how far from above we look."""

Point = tuple[float, float]
Colour = tuple[int, int, int]


class Canvas:
    """A supersampled picture, painted mask by mask. Coordinates are in the unit square."""

    def __init__(self, wall: Colour, table: Colour) -> None:
        self.size = SIDE * SCALE
        self.image = Image.new("RGB", (self.size, self.size), wall)
        self.table = table
        self.paint(self.shape(box(0, 0.62, 1, 1)), self.table)

    def pixels(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self.size, y * self.size) for x, y in points]

    def shape(self, points: Sequence[Point]) -> Image.Image:
        mask = Image.new("L", (self.size, self.size))
        ImageDraw.Draw(mask).polygon(self.pixels(points), fill=255)
        return mask

    def stroke(self, points: Sequence[Point], width: Callable[[float], float]) -> Image.Image:
        """A line whose width, at a share of its length, is `width(share)`."""
        mask = Image.new("L", (self.size, self.size))
        draw = ImageDraw.Draw(mask)
        for number, (x, y) in enumerate(self.pixels(points)):
            radius = width(number / (len(points) - 1)) / 2 * self.size
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
        return mask

    def paint(self, mask: Image.Image, colour: Colour, strength: float = 1.0) -> None:
        if strength < 1:
            mask = mask.point([round(level * strength) for level in range(256)])
        self.image.paste(colour, (0, 0), mask)

    def shadow(self, half_width: float, y: float) -> None:
        """Light falls from the left: the shadow lies to the right and is softer further out."""
        for grow, strength in ((1.22, 0.16), (1.02, 0.30)):
            mask = self.shape(ellipse(CENTRE + 0.05, y, half_width * grow, half_width * 0.17))
            blurred = mask.filter(ImageFilter.GaussianBlur(self.size * 0.008))
            self.paint(blurred, mix(self.table, (70, 48, 30), 0.75), strength)

    def save(self, path: Path, zoom: float) -> None:
        side = self.size / zoom
        left, top = (self.size - side) / 2, (self.size - side) * 0.66
        window = (left, top, left + side, top + side)
        small = self.image.resize((SIDE, SIDE), Image.Resampling.LANCZOS, window)
        flat = small.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        flat.save(path, optimize=True)


def speckle(canvas: Canvas, mask: Image.Image, colour: Colour) -> None:
    """Iron spots in the clay, spread evenly by the golden ratio: no chance, yet no pattern."""
    spots = Image.new("L", mask.size)
    pen = ImageDraw.Draw(spots)
    for number in range(90):
        x = (0.12 + number * 0.754877666) % 1 * canvas.size
        y = (0.07 + number * 0.569840291) % 1 * canvas.size
        radius = canvas.size * (0.0011 + 0.0012 * (number * 0.618033989 % 1))
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
    canvas.paint(within(mask, spots), colour, 0.6)


def crescent(canvas: Canvas, outline: Sequence[Point], inner: float, outer: float) -> Image.Image:
    """The band between two shares of the half width, from the rim to the foot."""
    foot = outline[-1]
    lines = [*outline, (foot[0] + foot[1] * FLATTEN, foot[1])]
    return canvas.shape(
        [(CENTRE + width * inner, y) for y, width in lines]
        + [(CENTRE + width * outer, y) for y, width in reversed(lines)]
    )


def smooth(profile: Sequence[Point], spans: int = 40) -> list[Point]:
    """A Catmull-Rom curve through the points of a profile."""
    points = [profile[0], *profile, profile[-1]]
    curve = [
        (catmull([p[0] for p in four], t), catmull([p[1] for p in four], t))
        for four in zip(points, points[1:], points[2:], points[3:], strict=False)
        for t in steps(0, 1, spans)[:-1]
    ]
    return [*curve, profile[-1]]


def catmull(values: Sequence[float], t: float) -> float:
    a, b, c, d = values
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )


def bezier(a: Point, b: Point, c: Point, d: Point) -> list[Point]:
    def at(t: float, axis: int) -> float:
        u = 1 - t
        return u**3 * a[axis] + 3 * u * u * t * b[axis] + 3 * u * t * t * c[axis] + t**3 * d[axis]

    return [(at(t, 0), at(t, 1)) for t in steps(0, 1, 240)]


def dip(line: float, half: float) -> list[Point]:
    """Everything above the wavy edge at which the glaze ends."""
    edge = [
        (
            CENTRE + half * 1.1 * math.cos(a),
            line + half * 0.16 * math.sin(a) + 0.005 * math.sin(a * 5 + 0.6),
        )
        for a in steps(math.pi, 0, 120)
    ]
    return [(0, 0), *[(0, edge[0][1])], *edge, (1, edge[-1][1]), (1, 0)]


def ellipse(x: float, y: float, across: float, down: float) -> list[Point]:
    return [(x + across * math.cos(a), y + down * math.sin(a)) for a in steps(0, math.tau, 240)]


def arc(x: float, y: float, across: float, down: float) -> list[Point]:
    """The near half of an ellipse, from right to left."""
    return [(x + across * math.cos(a), y + down * math.sin(a)) for a in steps(0, math.pi, 120)]


def leaf(place: Point, size: float, turn: float) -> list[Point]:
    along = [(s, 0.32 * math.sin(math.pi * s)) for s in steps(0, 1, 40)]
    shape = [*along, *[(s, -h) for s, h in reversed(along)]]
    return [turned(place, (s - 0.5) * size * 1.6, h * size * 1.6, turn) for s, h in shape]


def turned(place: Point, x: float, y: float, turn: float) -> Point:
    cos, sin = math.cos(turn), math.sin(turn)
    return (place[0] + x * cos + y * sin, place[1] - x * sin + y * cos)


def box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def width_at(outline: Sequence[Point], y: float) -> float:
    return min(outline, key=lambda point: abs(point[0] - y))[1]


def steps(start: float, end: float, count: int) -> list[float]:
    """`count` equal steps from start to end, both ends included."""
    return [start + (end - start) * number / count for number in range(count + 1)]


def within(mask: Image.Image, other: Image.Image) -> Image.Image:
    return ImageChops.multiply(mask, other)


def mix(colour: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))
    return (red, green, blue)


def darker(colour: Colour, share: float) -> Colour:
    return mix(colour, (40, 24, 16), share)


def lighter(colour: Colour, share: float) -> Colour:
    return mix(colour, (255, 250, 240), share)
