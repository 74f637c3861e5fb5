"""Pictures side by side as one."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageOps

from rapport.adapters.banners.limits import MOST_BYTES, MOST_PIXELS

FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
WIDE, HIGH = 1_200, 520
"""Pixels, `HIGH` at most; twice the size at which it is shown. The pictures meet: a gap between
them would have to have a colour, and a white one glares in a dark message."""
PAPER = (255, 255, 255)


def composed(pictures: Sequence[bytes]) -> bytes:
    """Pictures side by side, each filling its share, as JPEG.

    Raises OSError, ValueError or SyntaxError (Pillow's word for a broken file) where one cannot be
    used.
    """
    count = len(pictures)
    edges = [WIDE * number // count for number in range(count + 1)]
    high = min(HIGH, WIDE // count)
    banner = Image.new("RGB", (WIDE, high), PAPER)
    for content, left, right in zip(pictures, edges, edges[1:], strict=False):
        with _opened(content) as picture:
            banner.paste(_flat(picture, (right - left, high)), (left, 0))
    made = BytesIO()
    banner.save(made, "JPEG", quality=84, optimize=True, progressive=True)
    return made.getvalue()


def _opened(content: bytes) -> Image.Image:
    """The picture, of which no more than the head has been read. Pillow warns of what it takes for
    a decompression bomb; our own limit is lower."""
    if len(content) > MOST_BYTES:
        raise ValueError(f"a picture of {len(content)} bytes")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            picture = Image.open(BytesIO(content), formats=FORMATS)
        except Image.DecompressionBombError as error:
            raise ValueError(str(error)) from error
    wide, high = picture.size
    if wide * high > MOST_PIXELS or min(wide, high) < 1:
        raise ValueError(f"a picture of {wide} by {high}")
    return picture


def _flat(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture's first frame on paper, upright, cut to fill `size` from its middle."""
    upright = ImageOps.exif_transpose(picture)
    clear = upright.convert("RGBA")
    on_paper = Image.alpha_composite(Image.new("RGBA", clear.size, (*PAPER, 255)), clear)
    return ImageOps.fit(on_paper.convert("RGB"), size, Image.Resampling.LANCZOS)
