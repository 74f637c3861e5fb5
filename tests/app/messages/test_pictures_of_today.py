"""Pictures in messages are where the sending server has them, whoever published them from where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace
from written import PLAIN, checkout, line, release, request, writer

from rapport.adapters.banners import PictureBanners
from rapport.adapters.mail_renderer import MailRenderer
from rapport.app.messages.links import Links
from rapport.app.messages.write import Writer, WriteRequest
from rapport.core.catalogue import Product

TODAY = "https://post.tinkettle.example"
KEY = release().brand.key
OURS = f"{TODAY}/media/{KEY}/kettle.png"
_PICTURE = re.compile(r'<img[^>]*\bsrc="([^"]*)"')


@pytest.fixture
def server(tmp_path: Path) -> Writer:
    """It has one picture of the brand's."""
    (tmp_path / KEY).mkdir()
    (tmp_path / KEY / "kettle.png").write_bytes(b"a picture")
    banners = PictureBanners(tmp_path.joinpath, tmp_path.joinpath, TODAY)
    return Writer(Links(TODAY, "a secret"), MailRenderer(), banners)


def pictures(server: Writer, asked: WriteRequest) -> list[str]:
    return _PICTURE.findall(server.write(asked).message.html)


def of_a_product(picture: str) -> WriteRequest:
    kettle = Product(id="p1", title="Copper kettle", price=2_400, image_url=picture)
    return request(PLAIN, checkout(line()), {"p1": kettle})


@pytest.mark.parametrize(
    "published",
    [
        "kettle.png",
        f"http://127.0.0.1:8470/media/{KEY}/kettle.png",
        f"http://localhost/media/{KEY}/kettle.png",
        f"https://old.tinkettle.example/rapport/media/{KEY}/kettle.png",
        OURS,
    ],
)
def test_a_picture_of_ours_is_where_the_server_is_today(server: Writer, published: str) -> None:
    assert OURS in pictures(server, of_a_product(published))


@pytest.mark.parametrize(
    "elsewhere",
    [
        f"https://cdn.example/media/{KEY}/pan.png",  # no picture that we have
        "https://cdn.example/media/catalog/kettle.png",
        f"https://cdn.example/media/{KEY}/a/kettle.png",
        f"https://cdn.example/media/{KEY}/../kettle.png",
        f"https://cdn.example/media/{KEY}/kettle.png?v=3",
        f"https://cdn.example/?/media/{KEY.upper()}/kettle.png",
    ],
)
def test_a_picture_elsewhere_stays_there(server: Writer, elsewhere: str) -> None:
    assert elsewhere in pictures(server, of_a_product(elsewhere))


@pytest.mark.parametrize(
    "name", ["../secret.png", "a/b.png", "/etc/b.png", "b.png/", "b\n.png", ""]
)
def test_what_is_no_name_of_a_picture_shows_none(server: Writer, name: str) -> None:
    own = line()
    asked = of_a_product(name)
    shown = pictures(server, asked)
    assert own.image_url in shown  # what the event told of, on the shop's own host
    assert not [address for address in shown if address.startswith(f"{TODAY}/media/")]


def test_a_logo_among_our_pictures_follows_too(server: Writer) -> None:
    asked = of_a_product("kettle.png")
    old = replace(asked.release.brand, logo_url=f"http://127.0.0.1:8470/media/{KEY}/kettle.png")
    html = server.write(replace(asked, release=replace(asked.release, brand=old))).message.html
    assert "127.0.0.1" not in html


def test_a_writer_that_has_no_pictures_moves_none() -> None:
    there = f"http://127.0.0.1:8470/media/{KEY}/kettle.png"
    assert there in pictures(writer(), of_a_product(there))
