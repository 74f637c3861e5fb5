"""Words and pictures on a disk that is really full: nothing changes, and trying again is said."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from desk_world import BRAND, CHECKOUT, Visitor, World

from rapport.bootstrap.homes import copy_pictures
from rapport.bootstrap.serving.web_edge import web_edge
from rapport.errors import TemporaryError
from serving import served
from small_disk import fill, free, small_disk


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", 24) as disk:
        yield disk


@pytest.fixture
def on_disk(disk: Path) -> Iterator[World]:
    world = World(disk / "home")
    yield world
    world.close()


@contextmanager
def full(disk: Path) -> Iterator[None]:
    fill(disk)
    yield
    free(disk)


def test_a_program_is_told_to_send_its_words_again(disk: Path, on_disk: World) -> None:
    on_disk.employ(Ann="author")
    before = on_disk.everything()
    words = {"words": {"cta": "See it"}, "bound": {"tone": ["plain"]}}
    with served(web_edge(on_disk.here)) as base:

        def add() -> httpx.Response:
            path = f"{base}/api/frameworks/checkout/words"
            known = {"Authorization": "Bearer token of Ann"}
            return httpx.post(path, json=words, headers=known, trust_env=False, timeout=60)

        with full(disk):
            answer = add()
            assert answer.status_code == 503
            assert int(answer.headers["Retry-After"]) > 0
            assert answer.json()["title"] == "Try again later"
            assert on_disk.everything() == before
        assert add().status_code == 201
    assert "See it" in on_disk.text()


def test_the_console_says_that_it_can_be_tried_again(disk: Path, on_disk: World) -> None:
    before = on_disk.text()
    with served(web_edge(on_disk.here)) as base:
        visitor = Visitor(base)
        path = f"/console/frameworks/checkout/file?brand={BRAND}"
        form = visitor.fields(path)
        typed = {**form, "text": before + "\n# seen\n", "do": "save"}
        with full(disk):
            answer = visitor.send(path, **typed)
            assert answer.status_code == 503
            assert "Nothing was saved: try again in a moment." in answer.text
            assert "# seen" in answer.text, "what was typed stays"
            assert on_disk.text(CHECKOUT) == before
        assert visitor.send(path, **typed).status_code == 303
        visitor.close()


def test_a_program_is_told_of_a_stop_that_cannot_be_saved(disk: Path, on_disk: World) -> None:
    on_disk.employ(Pia="publisher")
    with served(web_edge(on_disk.here)) as base, full(disk):
        known = {"Authorization": "Bearer token of Pia"}
        order = {"what": "brand", "because": "A wrong price"}
        said = httpx.post(f"{base}/api/stops", json=order, headers=known, trust_env=False)
        assert said.status_code == 503
        assert said.json()["detail"].startswith("Nothing was stopped, and mail may still go out. ")
        assert not on_disk.here.store.stops(BRAND)


def test_a_stop_that_cannot_be_saved_says_so_and_what_to_do_at_once(
    disk: Path, on_disk: World
) -> None:
    with served(web_edge(on_disk.here)) as base:
        visitor = Visitor(base)
        path = f"/console/stops?brand={BRAND}"
        stop = {
            **visitor.fields(path, 0), "what": "brand", "because": "A wrong price went out",
            "sure": "yes",
        }  # fmt: skip
        overview = f"/console?brand={BRAND}"
        with full(disk):
            answer = visitor.send(path, **stop)
            assert answer.status_code == 503
            assert "Nothing was stopped. The disk that Rapport writes to is full" in answer.text
            assert "free some space on it" in answer.text
            assert "stop the server: while it is off, nothing goes out" in answer.text
            assert "A wrong price went out" in answer.text, "what was typed stays"
            assert not on_disk.here.store.stops(BRAND)
            assert visitor.get("/readyz").status_code == 503
            seen = visitor.get(overview)
            assert seen.status_code == 200
            needs = seen.text.split("What needs you")[1]
            first = needs.split("<li")[1]
            assert "Nothing can be saved just now, not even a stop" in first
            assert "is full or failing. Free some space there." in first
            assert "stop the server" in first
            name = on_disk.here.blueprint(BRAND).releases[-1].brand.name
            other = visitor.send(f"/console/retire?brand={BRAND}", **stop, name=name)
            assert other.status_code == 503
            assert "nothing could be saved, and nothing was done" in other.text
            assert "The disk that Rapport writes to is full" in other.text
        assert visitor.send(path, **stop).status_code == 303
        assert [one.why for one in on_disk.here.store.stops(BRAND)] == [stop["because"]]
        assert "Nothing can be saved" not in visitor.get(overview).text
        visitor.close()


def test_pictures_stay_whole_where_a_new_one_has_no_room(disk: Path, tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    picture, shown = tmp_path / "images/mug.png", disk / "media/mug.png"
    picture.write_bytes(b"old" * 10_000)
    copy_pictures(tmp_path, shown.parent)
    picture.write_bytes(b"new" * 50_000)
    with full(disk):
        with pytest.raises(TemporaryError, match="cannot be written"):
            copy_pictures(tmp_path, shown.parent)
        assert shown.read_bytes() == b"old" * 10_000
        assert [file.name for file in shown.parent.iterdir()] == ["mug.png"]
    copy_pictures(tmp_path, shown.parent)
    assert shown.read_bytes() == b"new" * 50_000
