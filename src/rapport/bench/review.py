"""Paging through a review queue of 10,000 drafts, and opening one of them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import partial

from starlette.applications import Starlette
from starlette.types import Message, Scope

from rapport.app.reviewing.review_desk import PAGE
from rapport.bench.figures import Figure, Sizes, each, percentile
from rapport.bench.homes import Home, fresh_home
from rapport.bootstrap.serving.web_edge import web_edge
from rapport.core.creative.draft import Draft, KeptDraft, edition_now, named
from rapport.core.creative.framework import Action, Framework, choose_blocks, combinations
from rapport.core.time import DAY, SECOND
from rapport.errors import RapportError

TARGET = 100.0
"""Milliseconds for a page of the queue."""

OPENED = 40
"""Drafts that are opened."""

_WORDS = (
    "quiet", "warm", "round", "plain", "slow", "kind", "soft", "clear", "deep", "dry", "even",
    "fair", "light", "long", "low", "new", "open", "rich", "small", "still", "tall", "wide",
)  # fmt: skip


def measure_review(sizes: Sizes) -> list[Figure]:
    """Every page of the console's list, one after the other, and drafts spread over all of it."""
    with fresh_home() as home:
        drafts = _fill(home, sizes.drafts)
        pages = [_list_address(home, drafts, at) for at in range(0, len(drafts), PAGE)]
        get = partial(_get, web_edge(home.installation))
        get(pages[0])  # templates are compiled once
        listed = each([partial(get, address) for address in pages])
        step = max(1, len(drafts) // OPENED)
        one = "/console/review/{}"
        get(one.format(drafts[0].id))  # and the checks
        opened = each([partial(get, one.format(draft.id)) for draft in drafts[::step]])
    return [
        _figure(f"p99 of a page of a queue of {len(drafts):,} drafts", listed, "pages", TARGET),
        _figure("p99 of opening one, with what differs and those alike", opened, "drafts", None),
    ]


def _figure(what: str, times: list[float], of: str, target: float | None) -> Figure:
    return Figure(
        bench="review",
        what=what,
        value=percentile(times, 0.99),
        unit="ms",
        target=target,
        less=True,
        note=f"{len(times)} {of}; p50 {percentile(times, 0.5):.1f}, max {max(times):.1f} ms",
    )


def _fill(home: Home, count: int) -> list[Draft]:
    """Drafts that differ in a few words each, as a model's do, in the queue's order."""
    now, release = home.clock.now(), home.release
    framework = release.frameworks[0]
    actions = list(combinations(framework, release.rules))
    drafts = []
    for number in range(count):
        action = actions[number % len(actions)]
        draft = Draft(
            id="",
            framework=framework.key,
            edition=edition_now(release, framework.key, point="first", action=action, lang="en"),
            point="first",
            action=action,
            language="en",
            situation="",
            slots=_slots(framework, action, number),
            author="model:made up",
            prompt="1",
            made_at=now,
            deadline=now + DAY + number * SECOND,
        )
        drafts.append(named(draft))
    with home.installation.store.transaction() as transaction:
        added = transaction.add_drafts(home.brand.key, map(KeptDraft, drafts))
    if added != count:
        raise RapportError(f"{count - added} of the made-up drafts were there twice.")
    return drafts


def _slots(framework: Framework, action: Action, number: int) -> dict[str, str]:
    chosen = choose_blocks(framework, "first", action, "en")
    words = " ".join(_digits(number))
    return {slot: f"{block.text.strip()} {words}" for slot, block in chosen.items()}


def _digits(number: int) -> Iterator[str]:
    for _ in range(5):
        number, digit = divmod(number, len(_WORDS))
        yield _WORDS[digit]


def _list_address(home: Home, drafts: list[Draft], at: int) -> str:
    after = f"&after={drafts[at - 1].deadline}.{drafts[at - 1].id}" if at else ""
    return f"/console/review?brand={home.brand.key}{after}"


def _get(web: Starlette, address: str) -> None:
    """Asks it for a page, without a network between."""
    path, _, query = address.partition("?")
    scope: Scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET",
        "scheme": "http", "path": path, "raw_path": path.encode(), "query_string": query.encode(),
        "root_path": "", "headers": [(b"host", b"127.0.0.1")], "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8470),
    }  # fmt: skip
    statuses: list[int] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    asyncio.run(web(scope, receive, send))
    if statuses != [200]:
        raise RapportError(f"{path} was answered with {statuses}, and not with a page.")
