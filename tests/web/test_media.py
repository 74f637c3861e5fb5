from __future__ import annotations

from pathlib import Path

import pytest
from web_world import World


def test_a_picture_is_served_and_may_be_kept_by_the_browser(world: World, media: Path) -> None:
    response = world.ask("GET", "/media/north/tea.png")
    assert (response.status_code, response.content) == (200, b"a picture")
    assert response.headers["content-type"] == "image/png"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "max-age" in response.headers["cache-control"]


@pytest.mark.parametrize(
    "path",
    [
        "/media/north/..%2f..%2fsecret.png",
        "/media/north/../../secret.png",
        "/media/..%2fmedia%2fnorth/tea.png",
        "/media/../secret.png",
        "/media/north/%2e%2e%5csecret.png",
        "/media/north/%2fetc%2fpasswd",
        "/media/north/link.png",
        "/media/north/notes.txt",
        "/media/north/.png",
        "/media/north/tea.png%00",
        "/media/north/other.png",
        "/media/south/tea.png",
        "/media/west/tea.png",
        "/media/north",
        "/media/north/",
    ],
)
def test_nothing_but_the_brands_pictures_is_served(path: str, world: World, media: Path) -> None:
    assert world.ask("GET", path).status_code == 404


def test_without_a_media_folder_there_are_no_pictures(world: World) -> None:
    assert world.ask("GET", "/media/north/tea.png").status_code == 404


def test_the_style_sheet_is_there(world: World) -> None:
    response = world.ask("GET", "/static/rapport.css")
    assert response.headers["content-type"].startswith("text/css")
    assert "--accent" in response.text
