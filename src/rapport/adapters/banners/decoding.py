"""A brand's pictures, opened with care: they come from people, and some are broken."""

from __future__ import annotations

import warnings
from io import BytesIO

from PIL import ExifTags, Image

from rapport.adapters.banners.limits import MOST_BYTES, MOST_PIXELS

FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
_ON_ITS_SIDE = frozenset({5, 6, 7, 8})
"""Values of EXIF's orientation where width and height change places."""


def opened(content: bytes) -> Image.Image:
    """The picture, of which no more than the head has been read. Raises OSError, ValueError or
    SyntaxError (Pillow's word for a broken file) where it is none, or too large.

    Pillow warns of what it takes for a decompression bomb; our own limit is lower.
    """
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


def upright_size(picture: Image.Image) -> tuple[int, int]:
    """Width and height as it is shown."""
    wide, high = picture.size
    turned = picture.getexif().get(ExifTags.Base.Orientation) in _ON_ITS_SIDE
    return (high, wide) if turned else (wide, high)


def not_whole(content: bytes) -> str:
    """Why a picture cannot be read to its end; empty where it can, or is too large to try."""
    try:
        picture = opened(content)
    except ValueError:
        return ""
    except (OSError, SyntaxError):
        return "it is no PNG, JPEG, GIF or WebP picture"
    try:
        with picture:
            picture.load()
    except (OSError, ValueError, SyntaxError, EOFError):
        return "it is damaged, or a part of it is missing"
    return ""
