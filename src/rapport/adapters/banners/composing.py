"""Pictures side by side as one."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from msgspec import Struct
from PIL import Image, ImageOps

from rapport.adapters.banners.decoding import opened, upright_size

Rgb = tuple[int, int, int]

WIDE, HIGH = 1_200, 600
"""Pixels, `HIGH` at most; more than twice the size at which it is shown."""
PAPER: Rgb = (255, 255, 255)


class UnusablePictureError(ValueError):
    """A picture that cannot be used, by its place among those that were given."""

    def __init__(self, place: int, why: str) -> None:
        super().__init__(why)
        self.place = place


class _Share(Struct, frozen=True):
    """Where a picture stands in the banner: its left edge, and how wide it is."""

    left: int
    wide: int


def composed(pictures: Sequence[bytes], ground: Rgb = PAPER) -> bytes:
    """Whole pictures in a row, all of one height and each of its own shape, as JPEG. They meet, so
    that no gap glares in a dark message; where they are too narrow for that, and behind what is
    transparent, is `ground`.

    Raises UnusablePictureError where one cannot be used.
    """
    sizes = [_of_one(place, content) for place, content in enumerate(pictures)]
    ratios = [wide / high for wide, high in sizes]
    high = max(1, min(HIGH, round(WIDE / sum(ratios))))
    banner = Image.new("RGB", (WIDE, high), ground)
    for place, share in enumerate(_shares(ratios, high)):
        try:
            with opened(pictures[place]) as picture:
                banner.paste(_flat(picture, (share.wide, high), ground), (share.left, 0))
        except (OSError, ValueError, SyntaxError) as error:
            raise UnusablePictureError(place, str(error)) from error
    made = BytesIO()
    banner.save(made, "JPEG", quality=84, optimize=True, progressive=True)
    return made.getvalue()


def _of_one(place: int, content: bytes) -> tuple[int, int]:
    try:
        with opened(content) as picture:
            return upright_size(picture)
    except (OSError, ValueError, SyntaxError) as error:
        raise UnusablePictureError(place, str(error)) from error


def _shares(ratios: Sequence[float], high: int) -> list[_Share]:
    """They fill the banner from edge to edge or, where they are too narrow for its greatest height,
    stand in it at equal distances."""
    whole = sum(ratios)
    if high < HIGH or round(whole * high) >= WIDE:
        ends = [round(WIDE * sum(ratios[: place + 1]) / whole) for place in range(len(ratios))]
        starts = [0, *ends[:-1]]
        return [_Share(a, max(1, b - a)) for a, b in zip(starts, ends, strict=True)]
    wides = [max(1, round(ratio * high)) for ratio in ratios]
    gap = (WIDE - sum(wides)) / (len(wides) + 1)
    return [
        _Share(round(gap * (place + 1)) + sum(wides[:place]), wide)
        for place, wide in enumerate(wides)
    ]


def _flat(picture: Image.Image, size: tuple[int, int], ground: Rgb) -> Image.Image:
    """The picture's first frame on the ground, upright."""
    clear = _in_colours(ImageOps.exif_transpose(picture))
    on_ground = Image.alpha_composite(Image.new("RGBA", clear.size, (*ground, 255)), clear)
    return on_ground.convert("RGB").resize(size, Image.Resampling.LANCZOS)


def _in_colours(picture: Image.Image) -> Image.Image:
    """The picture in eight bits of red, green, blue and how much of it covers what is behind."""
    if picture.mode.startswith(("I", "F")):  # 16 bits of grey, which Pillow would cut off at 255
        picture = picture.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    elif picture.mode in ("CMYK", "YCbCr", "LAB", "HSV"):
        picture = picture.convert("RGB")
    return picture.convert("RGBA")
