"""The console's first page: what needs somebody, how it goes, and then the rest."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path
from time import monotonic

import pytest
from msgspec.structs import replace
from review_world import BRAND, World
from web_world import HOSTILE
from web_world import World as FakeWorld

from browser import Browser, chromium
from page_tags import Tags
from rapport.adapters.sqlite.database import BUSY_SECONDS
from rapport.app.explaining.silence_tally import Lately, OfKind, Share
from rapport.app.explaining.silences import Asked, Silence, SilencePage
from rapport.app.measuring.headline import Headline
from rapport.app.measuring.report_table import Worth
from rapport.app.stopping.watching import WARN, Verdict
from rapport.app.wording.table import Table
from rapport.core.deciding.arms import Arms
from rapport.core.oversight.people import Actor
from rapport.core.oversight.stopping import FLOW, Switch
from rapport.ports import InTrouble, OutboxRow
from rapport.testing import examples as ex
from rapport.testing.fakes import FakeRecords
from rapport.web.needs import needs_of
from rapport.web.overview import UNFOLDED
from serving import served

PAGE = f"/console?brand={BRAND}"
CONTRAST = (Path(__file__).parents[1] / "review" / "contrast.js").read_text(encoding="utf-8")
SMALL = Path(__file__).parents[1] / "adapters" / "brand_folder_fixture"
REPORT = Table("What ‘Checkout’ was worth", ("", "No messages", "Adaptive messages"), (
    ("Profiles", "70", "80"), ("Margin per profile", "£1.00", "£2.00"),
), "Better.")  # fmt: skip


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.fixture
def quiet(tmp_path: Path) -> Iterator[World]:
    """A shop where half of those who left their baskets are written to, and half are not."""
    world = World(tmp_path, ex.brand(arms=Arms(holdout=5_000, usual=0)))
    world.leave_baskets(12, ex.at(3))
    world.clock.at = ex.at(3)
    yield world
    world.close()


def test_why_nothing_was_said_is_told_by_kind_with_shares_that_lead_on(quiet: World) -> None:
    html = quiet.ask("GET", PAGE).text
    section = html[html.index("Why nothing was said") : html.index("On the way")]
    shares = [int(one) for one in re.findall(r"<p><b>(\d+)%</b>", section)]
    assert sum(shares) in range(99, 102)
    said = words(section)
    assert "To see what happens without" in said
    assert "times somebody could have heard from you and did not." in said
    count = int(re.search(r"(\d+) times somebody", said)[1])  # type: ignore[index] it is there
    links = [unescape(one) for one in re.findall(r'href="(/console/silences[^"]+)"', section)]
    listed = [quiet.ask("GET", one).text.count('<span class="arm') for one in links]
    assert listed[-1] == count == sum(listed[:-1])


def test_of_a_shop_that_fell_quiet_the_days_before_that_are_told(quiet: World) -> None:
    assert "Why nothing was said, these seven days" in quiet.ask("GET", PAGE).text
    quiet.clock.at = ex.at(200)
    html = quiet.ask("GET", PAGE).text
    assert re.search(r"Why nothing was said, in the seven days until \d+ Mar 2026", html)
    assert "times somebody could have heard" in html


def test_a_brand_that_never_left_anything_unsaid_says_so(tmp_path: Path) -> None:
    world = World(tmp_path)
    assert "Nothing was ever decided to be left unsaid." in world.ask("GET", PAGE).text
    world.close()


def test_what_needs_somebody_stands_first_then_how_it_goes(quiet: World) -> None:
    html = quiet.ask("GET", PAGE).text
    places = [html.index(f"<h2>{title}") for title in (
        "What needs you", "What it was worth", "Why nothing was said", "On the way",
        "Last messages", "Why people left", "Taken in")]  # fmt: skip
    assert places == sorted(places)


def test_older_messages_are_a_page_of_messages_alone(world: FakeWorld) -> None:
    older = world.ask("GET", "/console?brand=north&before=5").text
    for title in ("What needs you", "What it was worth", "Taken in"):
        assert title not in older


# --- What needs somebody -------------------------------------------------------------------------


def test_a_draft_waits_for_whoever_may_judge_and_for_others_with_everybody_else(
    quiet: World,
) -> None:
    assert "Nothing waits for you." in quiet.ask("GET", PAGE).text
    quiet.waits()
    quiet.waits("Another one.")
    assert '<a href="/console/review?brand=' in quiet.ask("GET", PAGE).text
    quiet.employ(Vic="viewer", Rae="reviewer")
    seen = {}
    for name in ("Vic", "Rae"):
        answer = quiet.ask("POST", "/console/sign-in", data={"token": f"token of {name}"})
        cookies = "; ".join(f"{key}={value}" for key, value in answer.cookies.items())
        seen[name] = words(quiet.ask("GET", PAGE, headers={"Cookie": cookies}).text)
    assert "What needs you Nothing waits for you. Waits for others: 2 drafts wait" in seen["Vic"]
    assert "What needs you 2 drafts wait for a person" in seen["Rae"]
    assert "Waits for others" not in seen["Rae"]


def test_messages_in_trouble_are_pressing_and_lead_to_the_stops(world: FakeWorld) -> None:
    html = world.ask("GET", "/console").text
    assert re.search(r'<li class="pressing"><a [^>]+>1 message could not go out yet</a>', html)
    rows = [OutboxRow(f"m{n}", "p", "checkout", "waiting", 2, 1, 1, HOSTILE) for n in range(3)]
    world.change(records=FakeRecords((), tuple(rows)))
    html = world.ask("GET", "/console").text
    assert "3 messages could not go out yet" in html
    assert "<script>" not in html
    world.change(records=FakeRecords(()))
    assert "Nothing waits for you." in world.ask("GET", "/console").text


def test_that_nothing_can_be_saved_is_told_first_and_to_everybody(world: FakeWorld) -> None:
    assert "Nothing can be saved" not in world.ask("GET", "/console").text
    world.trouble = "The disk is full <b>."
    seen = world.ask("GET", "/console").text.split("What needs you")[1]
    first = seen.split("<li")[1]
    assert first.startswith(' class="pressing"')
    assert "Nothing can be saved just now, not even a stop" in first
    assert "The disk is full &lt;b&gt;. If something has to stop at once, stop the server" in first
    with_others = needs_of(
        world.services, world.services.brands["north"], Actor("Vic", "viewer"), InTrouble(0, ())
    )
    assert [one.words for one in with_others.mine] == [
        "Nothing can be saved just now, not even a stop"
    ]


def test_who_writes_just_now_is_no_trouble_and_nobody_waits_for_them(quiet: World) -> None:
    with closing(sqlite3.connect(quiet.path, isolation_level=None)) as another:
        another.execute("BEGIN IMMEDIATE")
        began = monotonic()
        html = quiet.ask("GET", PAGE).text
        another.execute("ROLLBACK")
    assert "Nothing can be saved" not in html
    assert monotonic() - began < BUSY_SECONDS


def test_messages_in_trouble_are_told_however_many_wait_before_them(world: FakeWorld) -> None:
    waiting = [OutboxRow(f"w{n}", "p", "checkout", "waiting", 0, n, 9, "") for n in range(210)]
    failed = [
        OutboxRow(f"m{n}", "p", "checkout", "waiting", 2, 999, 999, "Refused.") for n in range(260)
    ]
    world.change(records=FakeRecords((), (*waiting, *failed)))
    html = world.ask("GET", "/console").text
    assert "260 messages could not go out yet" in html
    assert html.count("try 2: Refused.") == 10


def test_a_flow_near_a_limit_and_a_folder_that_was_edited_need_somebody(tmp_path: Path) -> None:
    world = World(tmp_path)
    folder = world.here.brands_folder / "tin-kettle"
    shutil.copytree(SMALL, folder)
    world.here.publish(folder)
    page = "/console?brand=tin-kettle"
    assert "Nothing waits for you." in world.ask("GET", page).text

    def change(old: str, new: str) -> None:
        file = folder / "creative" / "checkout.yaml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    change("label: Warm", "label: Warmer")
    assert "Something is edited and not published yet" in world.ask("GET", page).text
    change("label: Warmer", "label: Warm")
    assert "Nothing waits for you." in world.ask("GET", page).text
    brand = folder / "brand.yaml"
    brand.write_text(brand.read_text("utf-8").replace("holdout: 10%", "holdout: 5%"), "utf-8")
    seen = words(world.ask("GET", page).text)
    assert "Something is edited and not published yet The groups that are compared change" in seen
    change("label: Warm", "lable: Warmer")
    html = world.ask("GET", page).text
    assert re.search(r'<li class="pressing"><a [^>]+>The brand’s folder has', html)
    assert "not published yet" not in html
    world.close()


def test_a_proposed_release_waits_for_every_publisher_but_who_proposed_it(
    world: FakeWorld,
) -> None:
    class Book:
        read_only, mistakes, states, warnings = "", (), {"checkout": "edited"}, ()

    class Frameworks:
        def book(self, brand: str) -> type[Book]:
            return Book

        def count_to_adopt(self, brand: str) -> int:
            return 1

        def proposer(self, brand: str) -> str:
            return "Pia"

    world.change(frameworks=Frameworks(), records=FakeRecords(()))
    north = world.services.brands["north"]
    for name, expected in (("pia", False), ("Max", True)):
        found = needs_of(world.services, north, Actor(name, "publisher"), InTrouble()).mine
        assert any("Pia proposed a release" in one.words for one in found) is expected
        assert "1 approved proposal waits to be taken in" in [one.words for one in found]
        assert not any("edited" in one.words for one in found)
    (others,) = [needs_of(world.services, north, Actor("Vic", "viewer"), InTrouble()).others]
    assert len(others) == 2


def test_a_folder_that_cannot_be_read_leaves_the_page_standing(world: FakeWorld) -> None:
    class Frameworks:
        def book(self, brand: str) -> None:
            raise PermissionError(13, "Permission denied", "/secret/place")

    world.change(frameworks=Frameworks())
    page = world.ask("GET", "/console")
    assert page.status_code == 200
    assert "The brand’s folder cannot be read: Permission denied." in words(page.text)
    assert "/secret/place" not in page.text


def test_what_is_watched_says_what_is_wrong(world: FakeWorld) -> None:
    class Stops:
        def mail_held(self, brand: str) -> str:
            return ""

        def watched(self, brand: str) -> list[Verdict]:
            fine = Verdict(Switch(FLOW, "checkout"), "bounces", "fine", "1 of 100")
            return [fine, replace(fine, measure="complaints", verdict=WARN, says="3 of 100")]

    world.change(stops=Stops(), records=FakeRecords(()))
    north = world.services.brands["north"]
    (found,) = needs_of(world.services, north, Actor("Ann", "author"), InTrouble()).mine
    assert found.words == "checkout is near a limit"
    assert found.more == "Complaints: 3 of 100"


# --- How it goes ---------------------------------------------------------------------------------


def test_the_sentence_stands_first_and_the_figures_are_folded_away(world: FakeWorld) -> None:
    head = Headline("better", f"It earned £1.00 more. {HOSTILE}", HOSTILE, HOSTILE)
    world.change(report=lambda brand: Worth((REPORT,), (), (head,)))
    html = world.ask("GET", "/console").text
    assert '<p class="headline better">It earned £1.00 more.' in html
    said = words(html)
    assert "Margin per profile No messages £1.00 Adaptive messages £2.00 All figures" in said
    table = html.index("<table")
    assert html.rindex("<details", 0, table) < table < html.index("</details>", table)
    page = Tags(html)
    assert {"script", "img"}.isdisjoint(page.tags)


def test_results_that_are_withheld_are_said_once(world: FakeWorld) -> None:
    withheld = Table("What ‘Checkout’ was worth", (), (), "They are withheld.")
    head = Headline("unavailable", "They are withheld.", "", "Checkout")
    world.change(report=lambda brand: Worth((withheld,), (), (head,)))
    assert world.ask("GET", "/console").text.count("They are withheld.") == 1


def test_messages_after_the_first_few_are_folded_away(world: FakeWorld) -> None:
    from web_world import a_message  # noqa: PLC0415 (only here)

    world.show(*[a_message(f"m{n}") for n in range(UNFOLDED + 5)])
    html = world.ask("GET", "/console").text
    first, _, rest = html[html.index("Last messages") :].partition("<details")
    assert first.count('href="/console/messages/') == UNFOLDED
    assert rest.count('href="/console/messages/') == 5
    assert "5 more" in rest


class Hushed:
    """Silences whose reasons are hostile."""

    def lately(self, brand: str) -> Lately:
        why = Share(HOSTILE, 7, 0.7)
        return Lately(10, (OfKind("stopped", Share("A rule came first", 7, 0.7), (why,)),), False)

    def silences(self, brand: str, asked: Asked, most: int = 1) -> SilencePage:
        raise NotImplementedError

    def silence(self, brand: str, decision: str) -> Silence | None:
        raise NotImplementedError


def test_hostile_reasons_stay_words_and_what_was_not_counted_is_told(world: FakeWorld) -> None:
    world.change(silences=Hushed())
    html = world.ask("GET", "/console").text
    assert "The latest of them are counted; there are more." in html
    page = Tags(html)
    assert {"script", "img"}.isdisjoint(page.tags)
    assert "style" not in dict(page.attributes)


@pytest.mark.skipif(not chromium(), reason="no Chromium here: apt-get install chromium")
def test_it_can_be_read_in_light_and_dark_on_a_phone_and_without_a_script(quiet: World) -> None:
    quiet.waits()
    with served(quiet.web) as base, Browser() as browser:
        browser.without_scripts()
        for scheme in ("light", "dark"):
            browser.prefer(scheme)
            for width in (1280, 390):
                browser.size(width, 900)
                browser.open(base + PAGE)
                assert browser.js("document.documentElement.scrollWidth") <= width
                assert browser.js(CONTRAST) == [], (width, scheme)
        assert browser.said == []
