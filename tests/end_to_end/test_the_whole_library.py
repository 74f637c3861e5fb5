"""Every flow of the example brand at work at once, on a made-up shop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import anyio
import httpx
import pytest
from rehearsed import a_rehearsal, rows

from rapport.app.events.replay import replay
from rapport.app.messages.links import MessageRef
from rapport.bootstrap.rehearsing.rehearsal import Rehearsal
from rapport.bootstrap.serving.web_edge import web_edge
from rapport.core.time import DAY, HOUR


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rehearsal]:
    """Twelve days of a small shop with all seven flows. Nobody may change anything in it."""
    home = tmp_path_factory.mktemp("library")
    rehearsal = a_rehearsal(home, every_flow=True, customers=60, days=12, sessions_a_day=0.3)
    yield rehearsal
    rehearsal.installation.close()


def messages(shop: Rehearsal, where: str = "1") -> list[dict[str, object]]:
    return rows(shop.installation.database, f"SELECT * FROM messages WHERE {where}")


def test_each_flow_that_twelve_days_can_show_writes_to_somebody(shop: Rehearsal) -> None:
    flows = Counter(row["flow"] for row in messages(shop, "status = 'sent'"))
    assert set(flows) >= {"browse", "cart", "checkout", "welcome", "post-purchase"}
    assert sum(flows.values()) > 50


def test_no_message_is_stopped_for_what_it_says(shop: Rehearsal) -> None:
    stopped = messages(shop, "status = 'stopped'")
    assert [row for row in stopped if not str(row["reason"]).startswith("refused: ")] == []


def test_several_flows_together_keep_the_caps(shop: Rehearsal) -> None:
    for cap in shop.brand.caps:
        sent: dict[object, list[int]] = {}
        for row in sorted(messages(shop, "status = 'sent'"), key=lambda row: str(row["at"])):
            sent.setdefault(row["profile"], []).append(int(str(row["at"])))
        for at in sent.values():
            pairs = zip(at, at[cap.count :], strict=False)
            assert all(later - first >= cap.window for first, later in pairs)


def test_tea_is_foretold_to_whoever_ordered_tea_and_to_nobody_else(shop: Rehearsal) -> None:
    counts = {
        (row.flow, row.reason): row.count
        for row in shop.installation.records.flow_counts(shop.brand.key)
    }
    assert counts[("replenishment", "not entered: nothing of Tea in it")] > 0
    entries = rows(shop.installation.database, "SELECT * FROM entries WHERE flow = 'replenishment'")
    assert entries


def test_a_replay_makes_all_of_it_again_to_the_bit(shop: Rehearsal) -> None:
    installation = shop.installation
    done = replay(installation.records, installation.blueprint(shop.brand.key))
    assert done.identical
    assert done.decisions > 100


def test_the_way_out_offers_to_decline_one_kind_of_messages(shop: Rehearsal) -> None:
    row = messages(shop, "status = 'sent'")[0]
    way_out = shop.installation.links.unsubscribe_url(MessageRef(shop.brand.key, str(row["key"])))

    async def look() -> httpx.Response:
        transport = httpx.ASGITransport(web_edge(shop.installation))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get(way_out)

    html = anyio.run(look).text
    assert html.count('type="checkbox"') == html.count(" checked>") == 5
    assert "Notes when your tea may be getting low" in html


def test_whoever_has_just_ordered_is_not_asked_to_look_again(shop: Rehearsal) -> None:
    orders: dict[object, list[int]] = {}
    for row in rows(shop.installation.database, "SELECT profile, at FROM orders"):
        orders.setdefault(row["profile"], []).append(int(str(row["at"])))
    for row in messages(shop, "status = 'sent' AND flow IN ('browse', 'cart')"):
        at = int(str(row["at"]))
        assert not [o for o in orders.get(row["profile"], []) if 0 < at - o < 4 * DAY - 6 * HOUR]
