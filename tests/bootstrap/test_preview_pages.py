"""The console's pages of what a framework can say, over a whole installation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import anyio
import httpx
import pytest
from msgspec.structs import replace

from rapport.app.frameworks.preview import TOPIC
from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.previews.from_folder import from_installation
from rapport.bootstrap.previews.somebody import somebody
from rapport.bootstrap.serving.web_edge import web_edge
from rapport.core.catalogue import Product
from rapport.core.creative.framework import CART, VIEWED
from rapport.core.events import Contact, Incoming, ParcelChanged, ProfileChanged
from rapport.errors import UserError
from rapport.settings import Settings
from rapport.testing import examples as ex

BRAND = "alder-and-clay"
NOON = ex.at(30, 12)


class Browser:
    """Asks the application as it is, under a name of the server's."""

    def __init__(self, installation: Installation, base: str = "http://127.0.0.1") -> None:
        self._app, self._base = web_edge(installation), base

    def get(self, path: str, params: dict[str, str] | None = None) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(transport=transport, base_url=self._base) as client:
                return await client.get(path, params=params)

        return anyio.run(send)


@pytest.fixture(scope="module")
def clock() -> TurnedClock:
    return TurnedClock(NOON)


@pytest.fixture(scope="module")
def installation(
    tmp_path_factory: pytest.TempPathFactory, clock: TurnedClock
) -> Iterator[Installation]:
    home = tmp_path_factory.mktemp("home")
    installation = Installation(Settings(home=home), clock)
    installation.publish(installation.copy_example())
    clock.turn_to(NOON + 60_000)
    yield installation
    installation.close()


@pytest.fixture(scope="module")
def browser(installation: Installation) -> Browser:
    return Browser(installation)


def test_the_matrix_of_a_point_is_on_one_page(browser: Browser) -> None:
    page = browser.get("/console/preview", params={"framework": "checkout"})
    assert page.status_code == 200
    assert "44 work, 4 are left out, 0 don’t work." in page.text
    assert "It passes every check." in page.text
    assert "script-src" not in page.headers["content-security-policy"]


def test_every_framework_and_point_can_be_looked_at(browser: Browser) -> None:
    first = browser.get("/console/preview").text
    links = {unescape(x) for x in re.findall(r'href="(/console/preview\?[^"#]*)"', first)}
    assert len(links) > 6
    for link in links:
        assert browser.get(link).status_code == 200, link


def test_one_message_is_shown_light_and_dark_with_nothing_that_runs(browser: Browser) -> None:
    page = browser.get(
        "/console/preview",
        params={"framework": "checkout", "tone": "playful", "visual": "basket", "offer": "none"},
    )
    frames = [unescape(src) for src in re.findall(r'<iframe[^>]*src="([^"]+)"', page.text)]
    light, dark, desktop = (browser.get(src) for src in frames)
    assert light.text == desktop.text
    assert "@media all" in dark.text
    assert "prefers-color-scheme" not in light.text + dark.text
    for mail in (light, dark):
        assert mail.headers["content-security-policy"].startswith("sandbox; default-src 'none'")


def test_the_first_message_that_has_what_is_asked_for_is_shown(browser: Browser) -> None:
    asked = {"framework": "checkout", "visual": "basket"}
    page = browser.get("/console/preview", params=asked).text
    assert "Warm, the whole basket, no offer" in page
    nothing = {"framework": "checkout", "visual": "nowhere", "tone": "<b>"}
    assert (
        "Warm, the first product large, no offer"
        in browser.get("/console/preview", params=nothing).text
    )


def test_the_file_is_handed_out_as_a_file(browser: Browser) -> None:
    answer = browser.get("/console/preview/file", params={"framework": "checkout"})
    assert answer.status_code == 200
    disposition = answer.headers["content-disposition"]
    assert disposition == 'attachment; filename="alder-and-clay-checkout.html"'
    assert answer.content.startswith(b"<!doctype html>")


@pytest.mark.parametrize(
    "query",
    [
        {"brand": "other"},
        {"framework": "other"},
        {"framework": "<script>alert(1)</script>"},
    ],
)
def test_what_is_not_there_is_not_found(query: dict[str, str], browser: Browser) -> None:
    for place in ("", "/mail", "/file"):
        answer = browser.get(f"/console/preview{place}?{urlencode(query)}")
        assert answer.status_code == 404
        assert "<script>" not in answer.text


def test_odd_levels_show_the_first_there_is(browser: Browser) -> None:
    odd = {"point": "'\"><svg onload=x>", "angle": "x" * 5_000, "tone": "\0", "dark": "2"}
    page = browser.get("/console/preview", params=odd)
    assert page.status_code == 200
    assert "<svg" not in page.text
    assert browser.get("/console/preview/mail", params=odd).status_code == 404


def test_nobody_looks_who_may_not_see_the_console(installation: Installation) -> None:
    elsewhere = Browser(installation, "http://shop.example")
    for place in ("", "/mail", "/file"):
        assert elsewhere.get(f"/console/preview{place}").status_code in (401, 403)


def test_a_person_whom_the_brand_knows_sees_their_own_basket(installation: Installation) -> None:
    checkout = ex.checkout("left", NOON - 3_600_000)
    known, asked = ex.subscribed(NOON - 7_200_000)
    mug = Product("breakfast-mug-sea-glass", "Breakfast Mug, Sea Glass", "Mugs", 2_600)
    looked = ex.viewed("looked", NOON - 5_400_000, mug)
    contact = Contact(email="ada@example.com", first_name="Ada")
    installation.host.take_in(
        BRAND,
        [Incoming(one, (), contact, profile="p-ada") for one in (known, asked, looked, checkout)],
    )
    shown = from_installation(installation, BRAND)
    seen = somebody(installation, shown, BRAND, "p-ada")
    assert seen.contact.first_name == "Ada"
    assert [line.title for line in seen.matters[CART].lines] == ["Round teapot"]
    assert seen.known("cart_items") == 1.0
    assert seen.words == (
        "Profile p-ada, with their last basket, what they looked at; what else there is to write "
        "about is invented"
    )
    assert [line.product_id for line in seen.matters[VIEWED].lines] == [mug.id]
    with pytest.raises(UserError, match="knows nobody"):
        somebody(installation, shown, BRAND, "p-bob")


def test_who_may_not_be_written_to_gets_nothing_and_the_page_says_why(
    installation: Installation, browser: Browser
) -> None:
    gone = ex.unsubscribed("gone-cy", NOON - 3_500_000)
    told = [*ex.subscribed(NOON - 7_200_000, "-cy"), ex.checkout("left-cy", NOON - 3_600_000), gone]
    contact = Contact(email="cy@example.com", first_name="Cy")
    known = [Incoming(one, (), contact, profile="p-cy") for one in told]
    installation.host.take_in(BRAND, known)
    query = {"framework": "checkout", "profile": "p-cy"}
    page = browser.get("/console/preview", params=query).text
    assert "<b>Nothing is sent to this person:</b> unsubscribed." in page
    assert "0 work, 48 are left out, 0 don’t work." in page
    file = browser.get("/console/preview/file", params=query).text
    assert "Now they get none of this: unsubscribed" in file


def test_a_known_person_gets_nothing_that_they_declined_or_that_care_holds_back(
    installation: Installation,
) -> None:
    declined = ex.event("declined-di", NOON - 7_000_000, ProfileChanged(declined_topics=("tea",)))
    late = ex.event("late-ed", NOON - 3_500_000, ParcelChanged("s-1"))
    for name, more in (("di", declined), ("ed", late)):
        told = [*ex.subscribed(NOON - 7_200_000, f"-{name}"), more]
        contact = Contact(email=f"{name}@example.com")
        known = [Incoming(one, (), contact, profile=f"p-{name}") for one in told]
        installation.host.take_in(BRAND, known)
    shown = from_installation(installation, BRAND)
    checkout = shown.release.frameworks[0]
    level = checkout.tones[0]
    of_tea = replace(checkout, tones=(replace(level, topics=("tea",)), *checkout.tones[1:]))
    di, ed = (somebody(installation, shown, BRAND, f"p-{name}") for name in ("di", "ed"))
    found = list(shown.preview.with_framework(of_tea).barred(of_tea, di, NOON))
    assert {place.tone for place, barred in found if TOPIC in {f.rule for f in barred}} == {
        level.key
    }
    care = {f.found for _, barred in shown.preview.barred(checkout, ed, NOON) for f in barred}
    assert "care: while a parcel is delayed, so nothing is said" in care


def test_a_new_release_is_shown_at_once(
    installation: Installation, browser: Browser, clock: TurnedClock
) -> None:
    folder: Path = installation.brands_folder / BRAND
    file = folder / "creative/checkout.yaml"
    before = file.read_text()
    file.write_text(before.replace("A hand with choosing, if you’d like it", "A hand, if you like"))
    try:
        installation.publish(folder)
        clock.turn_to(clock.now() + 60_000)
        page = browser.get("/console/preview", params={"framework": "checkout"})
        assert "A hand, if you like" in page.text
    finally:
        file.write_text(before)


def wrong_beside(page: httpx.Response, name: str) -> str:
    """What the page says is wrong with a field."""
    found = re.search(rf'<p class="wrong" id="x-{re.escape(name)}"[^>]*>([^<]*)<', page.text)
    return unescape(found[1]) if found else ""


def test_the_page_asks_for_what_the_rules_ask_for_and_does_as_the_terminal_does(
    browser: Browser,
) -> None:
    page = browser.get("/console/preview", params={"framework": "checkout"})
    assert "Days since the last refund</label>" in page.text
    asked = re.findall(r'name="(signal\.[^"]+)"', page.text)
    assert asked[:2] == ["signal.days_since_refund", "signal.open_tickets"]
    refunded = {"framework": "checkout", "tone": "playful", "signal.days_since_refund": "3"}
    page = browser.get("/console/preview", params=refunded)
    assert "22 work, 26 are left out" in page.text
    assert "days since the last refund: 3" in page.text
    links = {unescape(x) for x in re.findall(r'href="(/console/preview[^"]*)"', page.text)}
    kept = [link for link in links if "signal.days_since_refund=3" in link]
    assert len(kept) > 10
    (file,) = (link for link in kept if link.startswith("/console/preview/file"))
    assert "days since the last refund: 3" in browser.get(file).text


def test_a_chosen_name_and_basket_go_into_the_messages(browser: Browser) -> None:
    query = {"framework": "checkout", "first_name": "Zoë <b>", "items": "1"}
    page = browser.get("/console/preview", params=query)
    assert page.status_code == 200
    assert "Zoë &lt;b&gt;, invented, with 1 product" in page.text
    nobody = browser.get("/console/preview", params={**query, "first_name": ""})
    assert "somebody without a name, invented" in nobody.text


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("items", "51", "from 0 to 50"),
        ("items", "-1", "from 0 to 50"),
        ("items", "٣", "from 0 to 50"),
        ("items", "", "from 0 to 50"),
        ("first_name", "x" * 101, "at most 100 characters"),
        ("first_name", "a\0b", "at most 100 characters"),
        ("signal.days_since_refund", "soon", "“soon” is no number"),
        ("signal.days_since_refund", "nan", "no number"),
        ("signal.days_since_refund", "1e9", "no number"),
        ("signal.days_since_refund", "9" * 5_000, "no number"),
        ("signal.open_tickets", "<script>", "no number"),
        ("profile", "p-nobody", "knows nobody by this id"),
        ("profile", "a b", "is no profile’s id"),
        ("profile", "x" * 5_000, "is no profile’s id"),
    ],
)
def test_a_bad_value_is_told_beside_its_field(
    name: str, value: str, told: str, browser: Browser
) -> None:
    query = {"framework": "checkout", name: value}
    page = browser.get("/console/preview", params=query)
    assert page.status_code == 400
    assert told in wrong_beside(page, name)
    assert "<script>" not in page.text
    assert "44 work" in page.text
    assert browser.get("/console/preview/mail", params=query).status_code == 404
    file = browser.get("/console/preview/file", params=query)
    assert file.status_code == 303
    assert wrong_beside(browser.get(file.headers["location"].partition("#")[0]), name)


@pytest.mark.parametrize("edited", ["", "1"])
def test_a_known_person_is_previewed_as_at_the_terminal(
    edited: str, installation: Installation, browser: Browser
) -> None:
    checkout = ex.checkout("left-2", NOON - 3_600_000)
    contact = Contact(email="bea@example.com", first_name="Bea")
    known, asked = ex.subscribed(NOON - 7_200_000, "-bea")
    installation.host.take_in(
        BRAND,
        [Incoming(one, (), contact, profile="p-bea") for one in (known, asked, checkout)],
    )
    query = {"framework": "checkout", "profile": "p-bea", "edited": edited}
    page = browser.get("/console/preview", params=query)
    assert page.status_code == 200
    assert "Profile p-bea, with their last basket" in page.text
    assert "b•••@e•••.com" in page.text
    assert "bea@example.com" not in page.text
    (frame, *_) = re.findall(r'<iframe[^>]*src="([^"]+)"', page.text)
    mail = browser.get(unescape(frame))
    assert "Round teapot" in mail.text
    assert "bea@example.com" not in mail.text
    file = browser.get("/console/preview/file", params=query)
    assert "Profile p-bea, with their last basket" in file.text
