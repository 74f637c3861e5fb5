"""No half of a picture is published: whoever publishes is told of it, and what to do."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from rapport.adapters.plain_files import NO_FILE
from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.homes import MOST_NAMED, named_pictures, sound_pictures
from rapport.bootstrap.installation import Installation
from rapport.core.catalogue import Product
from rapport.errors import UserError
from rapport.settings import Settings
from rapport.testing import examples as ex

NOW = 1_772_452_800_000


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
    sound_pictures(images(tmp_path, **whole, notes_txt=b"no picture at all"), {})
    (tmp_path / "images/cut.jpg").write_bytes(photo("JPEG")[:-9_000])
    (tmp_path / "images/cut.png").write_bytes(photo("PNG")[:-9_000])
    (tmp_path / "images/words.png").write_bytes(b"<svg/>")
    with pytest.raises(UserError) as told:
        sound_pictures(tmp_path, {})
    assert str(told.value).splitlines() == [
        "Some pictures cannot be read whole, so nothing was published:",
        "  images/cut.jpg: it is damaged, or a part of it is missing",
        "  images/cut.png: it is damaged, or a part of it is missing",
        "  images/words.png: it is no PNG, JPEG, GIF or WebP picture",
        "Put whole ones there, or take these away, and publish again.",
    ]


def test_a_folder_with_half_a_picture_is_not_published(tmp_path: Path) -> None:
    installation = Installation(Settings(home=tmp_path / "home"), TurnedClock(NOW))
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


def missing(_: Path) -> None:
    pass


def to_a_device(picture: Path) -> None:
    picture.symlink_to("/dev/zero")


def to_nowhere(picture: Path) -> None:
    picture.symlink_to(picture.with_name("gone"))


def to_itself(picture: Path) -> None:
    picture.symlink_to(picture)


UNIX = pytest.mark.skipif(sys.platform == "win32", reason="it has no such files")


@pytest.mark.timeout(60)  # a pipe that is waited for is waited for without end
@pytest.mark.parametrize(
    ("put", "why"),
    [
        (missing, "there is no such file"),
        (Path.mkdir, "it is a folder"),
        pytest.param(to_nowhere, "there is no such file", marks=UNIX),
        pytest.param(to_itself, "", marks=UNIX),
        pytest.param(to_a_device, NO_FILE, marks=UNIX),
        pytest.param(getattr(os, "mkfifo", missing), NO_FILE, marks=UNIX),
    ],
)
@pytest.mark.parametrize(
    ("name", "by"),
    [("scene-morning-table.png", "brand.yaml"), ("little-mug-rust.png", "catalogue.csv")],
)
def test_a_picture_that_is_named_and_not_there_is_told_and_nothing_published(
    tmp_path: Path, put: Callable[[Path], None], why: str, name: str, by: str
) -> None:
    with closing(Installation(Settings(home=tmp_path / "home"), TurnedClock(NOW))) as installation:
        folder = installation.copy_example()
        (folder / "images" / name).unlink()
        put(folder / "images" / name)
        with pytest.raises(UserError) as told:
            installation.publish(folder)
        assert f"\n  images/{name}: {by} names it, and {why}" in str(told.value)
        assert not installation.brands()


def test_a_scene_by_a_name_that_nothing_is_shown_by_is_told(tmp_path: Path) -> None:
    folder = images(tmp_path)
    (folder / "images/Morning table.png").write_bytes(photo("PNG"))
    with pytest.raises(UserError, match=r"its name is not one to be shown by"):
        sound_pictures(folder, {"Morning table.png": "brand.yaml"})


def test_of_very_many_the_first_are_told_and_how_many_more(tmp_path: Path) -> None:
    named = {f"{n}.png": "catalogue.csv" for n in range(MOST_NAMED + 1_200)}
    with pytest.raises(UserError, match=r"images/0\.png") as told:
        sound_pictures(tmp_path, named)
    assert "\n  and 1,200 more\n" in str(told.value)


def test_products_without_a_picture_of_the_brands_own_need_none() -> None:
    elsewhere = Product("a", "A", image_url="https://cdn.example/a.png")
    assert named_pictures(replace(ex.brand(), scenes=()), {"a": elsewhere}) == {}
