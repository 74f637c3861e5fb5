from __future__ import annotations

import pytest
from web_world import BASE, HOSTILE, NOW, World, a_message

from rapport.core.creative.message import Link, Message
from rapport.core.events import MessageClicked
from rapport.core.time import SECOND
from rapport.errors import TemporaryError
from rapport.testing.fakes import FakeRecords

BROWSER = {
    "User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"
}
TARGET = "https://shop.example/cart?id=1&x=%20y"


def test_a_click_leads_on_and_is_recorded_for_the_messages_profile(world: World) -> None:
    response = world.ask("GET", world.click(), headers=BROWSER)
    assert (response.status_code, response.headers["location"]) == (302, TARGET)
    assert response.headers["cache-control"] == "no-store"
    ((brand, incoming),) = world.intake.taken
    assert (brand, incoming.profile, incoming.identifiers) == ("north", "p1", ())
    assert incoming.event.body == MessageClicked(message="m1", link="cart")
    assert incoming.event.at == NOW


def test_two_requests_within_a_second_are_one_click_and_a_later_one_is_another(
    world: World,
) -> None:
    for later in (0, 10, 1_000):
        world.clock.at = NOW + later
        world.ask("GET", world.click(), headers=BROWSER)
    assert len(world.intake.taken) == 2


@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": ""},
        {"User-Agent": "Barracuda Sentinel (EE)"},
        {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {"User-Agent": "python-requests/2.32"},
        {"User-Agent": "Mozilla/5.0 HeadlessChrome/130.0"},
        {**BROWSER, "Sec-Purpose": "prefetch;prerender"},
        {**BROWSER, "Purpose": "prefetch"},
        {**BROWSER, "X-Purpose": "preview"},
    ],
)
def test_a_machine_is_led_on_and_not_counted(headers: dict[str, str], world: World) -> None:
    response = world.ask("GET", world.click(), headers=headers)
    assert response.headers["location"] == TARGET
    assert world.intake.taken == []


def test_a_head_request_is_led_on_and_not_counted(world: World) -> None:
    response = world.ask("HEAD", world.click(), headers=BROWSER)
    assert response.headers["location"] == TARGET
    assert world.intake.taken == []


@pytest.mark.parametrize(("after", "counted"), [(SECOND, 0), (2 * SECOND, 1)])
def test_a_click_right_after_sending_is_a_scanners(after: int, counted: int, world: World) -> None:
    world.show(a_message(), at=NOW - after)
    assert world.ask("GET", world.click(), headers=BROWSER).status_code == 302
    assert len(world.intake.taken) == counted


def test_a_scanners_click_is_one_also_where_many_messages_came_after(world: World) -> None:
    world.show(*[a_message(f"m{number}") for number in range(80)], at=NOW - SECOND)
    world.ask("GET", world.click("m79"), headers=BROWSER)
    assert world.intake.taken == []


def test_the_person_gets_on_even_if_the_click_cannot_be_recorded(world: World) -> None:
    world.intake.fails = TemporaryError("Disk full.")
    response = world.ask("GET", world.click(), headers=BROWSER)
    assert response.headers["location"] == TARGET


def test_while_messages_cannot_be_read_a_click_leads_to_the_shop(world: World) -> None:
    class Locked(FakeRecords):
        def message(self, brand: str, key: str) -> Message | None:
            raise TemporaryError("The database is locked.")

    world.change(records=Locked())
    response = world.ask("GET", world.click(), headers=BROWSER)
    assert response.headers["location"] == "https://shop.example/"


def test_a_message_that_is_gone_leads_to_the_shop(world: World) -> None:
    for url in (world.click("gone"), world.click("m1", "no such link")):
        response = world.ask("GET", url, headers=BROWSER)
        assert response.headers["location"] == "https://shop.example/"
    assert world.intake.taken == []


def test_without_a_shop_page_it_says_so_kindly(world: World) -> None:
    response = world.ask("GET", world.click("gone", brand="south"), headers=BROWSER)
    assert response.status_code == 404
    assert "expired" in response.text


def test_no_link_leads_anywhere_but_to_a_stored_web_address(world: World) -> None:
    signed = world.click().removeprefix(f"{BASE}/c/")
    for token in (signed[:-1], signed + "x", "https://evil.example", "x", signed.upper()):
        response = world.ask("GET", f"/c/{token}?url=https://evil.example", headers=BROWSER)
        assert response.status_code == 404
        assert "location" not in response.headers
        assert response.headers["content-type"].startswith("text/html")
    unsafe = world.ask("GET", world.click(link="bad"), headers=BROWSER)
    assert unsafe.headers["location"] == "https://shop.example/"


def test_an_unsubscribe_token_is_no_click_token(world: World) -> None:
    token = world.way_out().removeprefix(f"{BASE}/u/")
    assert world.ask("GET", f"/c/{token}", headers=BROWSER).status_code == 404


def test_a_target_cannot_add_a_header(world: World) -> None:
    link = Link("cart", "https://shop.example/\r\nSet-Cookie: a=b" + HOSTILE, "")
    world.show(a_message(links=(link,)))
    response = world.ask("GET", world.click(), headers=BROWSER)
    assert "set-cookie" not in response.headers
    assert "\n" not in response.headers["location"]
