"""Pages that only show something, while another process holds the database to write."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from desk_world import BRAND, Visitor, World
from proposals import WORDS, propose

from rapport.app.messages.links import MessageRef
from rapport.bootstrap.serving.web_edge import web_edge
from rapport.core.events import Contact
from rapport.core.state import ProfileState
from rapport.testing.model_server import ModelServer
from rapport.testing.things_to_store import a_send, decided, message
from serving import served

MOST_PAGES = 200


@contextmanager
def writing(database: Path) -> Iterator[None]:
    """Another process is in the middle of a long unit of work."""
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@pytest.fixture
def world(tmp_path: Path, model: ModelServer) -> Iterator[World]:
    """With somebody known, a message to them, a decision, proposals, people and a model."""
    world = World(tmp_path / "home", model="openai:kiln", model_url=f"{model.url}/v1")
    propose(world)
    propose(world, WORDS | {"subject": "A quieter word"}, judged=False)
    world.employ(Nell="publisher")
    send = a_send("m1")
    with world.here.store.transaction() as transaction:
        transaction.save_states(BRAND, {"ada": ProfileState("ada")})
        transaction.save_contacts(BRAND, {"ada": Contact("ada@example.com", first_name="Ada")})
        transaction.record(BRAND, [send, decided("d1")])
        transaction.claim(BRAND, message("m1"), send, send.at)
        transaction.settle(BRAND, send, send.at, "sent", "")
    yield world
    world.close()


def linked(html: str) -> set[str]:
    """What a page of the console leads to."""
    found = re.findall(r'(?:href|src)="(/console[^"#]*)', html)
    return {unescape(one) for one in found}


@pytest.fixture
def visitor(world: World) -> Iterator[Visitor]:
    with served(web_edge(world.here)) as base:
        visitor = Visitor(base)
        visitor.sign_in("Nell")
        yield visitor
        visitor.close()


def test_every_page_of_the_console_is_shown_meanwhile(world: World, visitor: Visitor) -> None:
    begin = f"/console?brand={BRAND}"
    waiting, seen, kinds = [begin], {urlsplit(begin).path}, set[str]()
    with writing(world.here.database):
        while waiting and len(seen) < MOST_PAGES:
            page = waiting.pop()
            answer = visitor.get(page)
            assert answer.status_code in (200, 303), (page, answer.text)
            kinds.add("/".join(urlsplit(page).path.split("/")[:3]))
            for one in sorted(linked(answer.text)):
                if urlsplit(one).path not in seen:
                    seen.add(urlsplit(one).path)
                    waiting.append(one)
    inner = "adopt frameworks messages new-framework policies preview publish review silences stops"
    assert {f"/console/{one}" for one in (*inner.split(), "mail", "retire", "voice")} <= kinds


@pytest.mark.parametrize(
    "page", ["review", "proposals", "silences", "stops", "retirements", "frameworks", "voice",
             "unpublished", "review/taught", "frameworks/checkout/coverage"],
)  # fmt: skip
def test_programs_are_answered_meanwhile(world: World, page: str) -> None:
    key = {"Authorization": "Bearer token of Nell"}
    with (
        served(web_edge(world.here)) as base,
        writing(world.here.database),
        httpx.Client(base_url=base, headers=key, trust_env=False, timeout=60) as client,
    ):
        answer = client.get(f"/api/{page}?brand={BRAND}")
        assert answer.status_code == 200, answer.text


def test_a_preview_for_somebody_and_the_way_out_are_shown_meanwhile(
    world: World, visitor: Visitor
) -> None:
    way_out = urlsplit(world.here.links.unsubscribe_url(MessageRef(BRAND, "m1"))).path
    with writing(world.here.database):
        assert "Profile ada" in visitor.get(f"/console/preview?brand={BRAND}&profile=ada").text
        assert visitor.get(way_out).status_code == 200
