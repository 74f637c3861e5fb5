"""Banners are made of the brand's own pictures only, once, and never at a message's expense."""

from __future__ import annotations

import struct
import zlib
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from structlog.testing import capture_logs

from rapport.adapters.banners import PictureBanners
from rapport.adapters.banners.composing import HIGH, WIDE, composed

BASE = "https://post.example"
HERE = f"{BASE}/media/north/"


def picture(colour: str, size: tuple[int, int] = (60, 60), kind: str = "PNG") -> bytes:
    made = BytesIO()
    Image.new("RGB", size, colour).save(made, kind)
    return made.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "north"
    folder.mkdir()
    (folder / "red.png").write_bytes(picture("red"))
    (folder / "blue.jpg").write_bytes(picture("blue", kind="JPEG"))
    (folder / "green.webp").write_bytes(picture("green", (30, 90), "WEBP"))
    (tmp_path / "secret.png").write_bytes(picture("black"))
    return folder


@pytest.fixture
def banners(folder: Path) -> PictureBanners:
    return PictureBanners(lambda brand: folder.parent / brand, lambda _: folder, BASE)


def made(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("banner-*"))


def test_products_stand_side_by_side(banners: PictureBanners, folder: Path) -> None:
    address = banners.banner("north", [HERE + "red.png", HERE + "blue.jpg"])
    assert address.startswith(HERE + "banner-")
    with Image.open(folder / address.removeprefix(HERE)) as banner:
        assert banner.size == (WIDE, HIGH)
        left, right = banner.getpixel((100, 200)), banner.getpixel((WIDE - 100, 200))
    assert left[0] > 200
    assert left[2] < 60
    assert right[2] > 200
    assert right[0] < 60


def shown(
    *contents: bytes, ground: tuple[int, int, int] = (240, 230, 220)
) -> tuple[int, list[tuple[int, int, int]]]:
    """The banner's height, and every hundredth pixel of its middle line."""
    with Image.open(BytesIO(composed(contents, ground))) as banner:
        high = banner.height
        return high, [banner.getpixel((x, high // 2)) for x in range(50, WIDE, 100)]


def like(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


def test_no_picture_is_cut_or_squeezed() -> None:
    made = Image.new("RGB", (400, 300), "white")
    made.paste("red", (0, 0, 20, 300))
    made.paste("red", (380, 0, 400, 300))
    wide = BytesIO()
    made.save(wide, "PNG")
    with Image.open(BytesIO(composed([wide.getvalue(), picture("blue", (300, 400))]))) as banner:
        whole = 4 / 3 + 3 / 4
        assert banner.height == round(WIDE / whole)
        edge = round(WIDE * 4 / 3 / whole)
        for x in (8, edge - 8):
            assert like(banner.getpixel((x, banner.height // 2)), (255, 0, 0)), "its ends are there"
        assert like(banner.getpixel((edge + 8, 100)), (0, 0, 255))


def test_narrow_pictures_stand_on_the_brands_ground() -> None:
    high, middle = shown(picture("red", (60, 600)), picture("blue", (300, 600)))
    assert high == HIGH
    assert like(middle[0], (240, 230, 220))
    assert like(middle[-1], (240, 230, 220))
    assert any(like(one, (0, 0, 255)) for one in middle)


def saved(image: Image.Image, kind: str, **how: object) -> bytes:
    made = BytesIO()
    image.save(made, kind, **how)
    return made.getvalue()


def odd_pictures() -> dict[str, tuple[bytes, tuple[int, int, int]]]:
    """Pictures of rare kinds, with the colour that each is to have."""
    square, clear = (60, 60), (240, 230, 220)
    palette = Image.new("P", square, 0)
    palette.putpalette([255, 0, 0] + [0, 0, 0] * 255)
    frames = [Image.new("RGB", square, colour) for colour in ("red", "blue")]
    moving = {"save_all": True, "append_images": frames[1:]}
    return {
        "16 bits of grey": (saved(Image.new("I;16", square, 32_768), "PNG"), (128, 128, 128)),
        "cmyk": (saved(Image.new("CMYK", square, (0, 255, 255, 0)), "JPEG"), (255, 0, 0)),
        "palette": (saved(palette, "PNG"), (255, 0, 0)),
        "clear palette": (saved(palette, "PNG", transparency=0), clear),
        "clear grey": (saved(Image.new("LA", square, (0, 0)), "PNG"), clear),
        "grey": (saved(Image.new("LA", square, (99, 255)), "PNG"), (99, 99, 99)),
        "one bit": (saved(Image.new("1", square, 0), "PNG"), (0, 0, 0)),
        "clear colour": (saved(frames[0], "PNG", transparency=(255, 0, 0)), clear),
        "moving gif": (saved(frames[0], "GIF", **moving), (255, 0, 0)),
        "moving webp": (saved(frames[0], "WEBP", **moving), (255, 0, 0)),
    }


@pytest.mark.parametrize("kind", odd_pictures())
def test_rare_kinds_of_pictures_have_their_colours(kind: str) -> None:
    content, colour = odd_pictures()[kind]
    _, middle = shown(content, content)
    assert like(middle[2], colour)


def test_a_picture_that_a_camera_turned_stands_upright() -> None:
    turned = Image.Exif()
    turned[0x112] = 6
    lying = saved(Image.new("RGB", (600, 300), "red"), "JPEG", exif=turned)
    high, _ = shown(lying, lying, lying)
    assert high == HIGH, "three of them stand, and are too narrow for the banner"


@pytest.mark.parametrize("count", [2, 3, 4])
def test_no_gap_is_left_that_would_glare_in_a_dark_message(count: int) -> None:
    made = composed([picture("black", (300, 300)) for _ in range(count)])
    with Image.open(BytesIO(made)) as banner:
        assert banner.convert("L").getextrema()[1] < 30


def test_the_same_pictures_are_composed_once_and_a_changed_one_anew(
    banners: PictureBanners, folder: Path
) -> None:
    pictures = [HERE + "red.png", HERE + "blue.jpg"]
    first = banners.banner("north", pictures)
    stamp = (folder / first.removeprefix(HERE)).stat().st_mtime_ns
    assert banners.banner("north", pictures) == first
    assert (folder / first.removeprefix(HERE)).stat().st_mtime_ns == stamp
    assert banners.banner("north", pictures[::-1]) != first
    (folder / "red.png").write_bytes(picture("yellow", (61, 61)))
    assert banners.banner("north", pictures) != first
    assert len(made(folder)) == 3
    (folder / first.removeprefix(HERE)).unlink()
    (folder / "red.png").write_bytes(picture("red"))
    assert banners.banner("north", pictures) == first
    assert (folder / first.removeprefix(HERE)).is_file()


@pytest.mark.parametrize(
    "other",
    [
        "https://evil.example/red.png",
        "http://post.example/media/north/red.png",
        f"{BASE}/media/south/red.png",
        f"{HERE}missing.png",
        f"{HERE}../secret.png",
        f"{HERE}..%2Fsecret.png",
        f"{HERE}link.png",
        f"{HERE}.hidden.png",
        f"{HERE}red.png/",
        f"{HERE}red.png\0",
        "file:///etc/passwd",
        "",
    ],
)
def test_what_is_not_the_brands_own_makes_no_banner(
    other: str, banners: PictureBanners, folder: Path
) -> None:
    (folder / "link.png").symlink_to(folder.parent / "secret.png")
    assert banners.banner("north", [HERE + "red.png", HERE + "blue.jpg", other]) == ""
    assert made(folder) == []


def test_one_picture_is_no_banner(banners: PictureBanners) -> None:
    assert banners.banner("north", []) == ""
    assert banners.banner("north", [HERE + "red.png"] * 3) == ""


def bomb(wide: int, high: int) -> bytes:
    """A PNG whose head promises far more pixels than its few bytes hold."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 5_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a picture",
        picture("red")[:40],
        picture("red", (900, 900))[:1_200],
        bomb(60_000, 60_000),
        bomb(8_000, 8_000),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.4",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 9_000_000,
    ],
    ids=["empty", "words", "cut", "cut late", "bomb", "smaller bomb", "svg", "pdf", "too large"],
)
def test_a_broken_picture_makes_no_banner_and_no_trouble(
    content: bytes, banners: PictureBanners, folder: Path
) -> None:
    (folder / "bad.png").write_bytes(content)
    with capture_logs() as told:
        assert banners.banner("north", [HERE + "red.png", HERE + "bad.png"]) == ""
    assert "bad.png" in told[0]["picture"]
    assert made(folder) == []
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(0, 400), byte=st.integers(0, 255), kind=st.sampled_from(["PNG", "GIF"]))
def test_a_damaged_picture_never_raises(
    cut: int, byte: int, kind: str, banners: PictureBanners, folder: Path
) -> None:
    sound = bytearray(picture("red", (40, 40), kind))
    sound[cut % len(sound)] = byte
    (folder / "bad.png").write_bytes(bytes(sound))
    found = banners.banner("north", [HERE + "bad.png", HERE + "blue.jpg"])
    assert found == "" or found.startswith(HERE + "banner-")


def test_where_nothing_can_be_written_there_is_no_banner(folder: Path) -> None:
    blocked = folder.parent / "a file"
    blocked.write_text("in the way")
    banners = PictureBanners(lambda brand: folder, lambda _: blocked / "north", BASE)
    assert banners.banner("north", [HERE + "red.png", HERE + "blue.jpg"]) == ""


def test_several_at_once_make_one_whole_file(banners: PictureBanners, folder: Path) -> None:
    pictures = [HERE + "red.png", HERE + "blue.jpg", HERE + "green.webp"]
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: banners.banner("north", pictures), range(24)))
    assert len(found) == 1
    (name,) = made(folder)
    with Image.open(folder / name) as banner:
        banner.load()
    assert (folder / name).stat().st_mode & 0o777 == 0o644


def test_a_picture_with_alpha_or_turned_by_its_camera_is_laid_on_paper() -> None:
    clear = BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(clear, "PNG")
    with Image.open(BytesIO(composed([clear.getvalue(), picture("red")]))) as banner:
        assert min(banner.getpixel((100, 100))) > 245
