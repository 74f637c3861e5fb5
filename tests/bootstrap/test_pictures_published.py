"""No half of a picture is published: whoever publishes is told of it, and what to do."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.homes import sound_pictures
from rapport.bootstrap.installation import Installation
from rapport.errors import UserError
from rapport.settings import Settings


def photo(kind: str) -> bytes:
    made = BytesIO()
    Image.effect_noise((300, 200), 90).save(made, kind)
    return made.getvalue()


def images(tmp_path: Path, **files: bytes) -> Path:
    (tmp_path / "images").mkdir()
    for name, content in files.items():
        (tmp_path / "images" / name.replace("_", ".")).write_bytes(content)
    return tmp_path


def test_each_picture_that_is_not_whole_is_named_with_what_to_do(tmp_path: Path) -> None:
    whole = {f"whole_{kind.lower()}": photo(kind) for kind in ("PNG", "JPEG", "GIF", "WEBP")}
    sound_pictures(images(tmp_path, **whole, notes_txt=b"no picture at all"))
    (tmp_path / "images/cut.jpg").write_bytes(photo("JPEG")[:-9_000])
    (tmp_path / "images/cut.png").write_bytes(photo("PNG")[:-9_000])
    (tmp_path / "images/words.png").write_bytes(b"<svg/>")
    with pytest.raises(UserError) as told:
        sound_pictures(tmp_path)
    assert str(told.value).splitlines() == [
        "Some pictures cannot be read whole, so nothing was published:",
        "  images/cut.jpg: it is damaged, or a part of it is missing",
        "  images/cut.png: it is damaged, or a part of it is missing",
        "  images/words.png: it is no PNG, JPEG, GIF or WebP picture",
        "Put whole ones there, or take these away, and publish again.",
    ]


def test_a_folder_with_half_a_picture_is_not_published(tmp_path: Path) -> None:
    installation = Installation(Settings(home=tmp_path / "home"), TurnedClock(1_772_452_800_000))
    try:
        folder = installation.copy_example()
        mug = folder / "images/little-mug-rust.png"
        whole = mug.read_bytes()
        mug.write_bytes(whole[: len(whole) // 2])
        with pytest.raises(UserError, match=r"images/little-mug-rust\.png: it is damaged"):
            installation.publish(folder)
        assert not installation.brands()
        mug.write_bytes(whole)
        assert installation.publish(folder).number == 1
    finally:
        installation.close()
