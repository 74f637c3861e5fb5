"""A brand that was published with nobody's address: its mail is held, and all else goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import anyio
import httpx
import pytest
from first_morning import BRAND
from structlog.testing import capture_logs

from rapport.app.frameworks.own_inbox import Which
from rapport.app.sending.claiming import OF_BEFORE
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.previews.tests_by_mail import MailedTests, published_previews
from rapport.bootstrap.serving.server import Server
from rapport.bootstrap.serving.web_edge import web_edge
from rapport.core.creative.message import Message
from rapport.core.events import Contact, Identifier, Incoming
from rapport.core.time import DAY, HOUR, MINUTE, Instant
from rapport.errors import ConflictError
from rapport.ports import Delivery
from rapport.settings import Settings
from rapport.testing import examples as ex
from rapport.testing.fakes import FakeClock

OTHER = "fell-and-stride"
OWN = "hello@fellstride.co.uk"


class Post:
    """Sends into a list of brands and addresses."""

    name = "post"

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []

    def send(self, message: Message, to: Contact) -> None:
        assert to.email
        self.sent.append((message.brand, message.from_email))

    def status(self, key: str) -> Delivery:
        return Delivery.UNKNOWN


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def here(tmp_path: Path, clock: FakeClock, post: Post) -> Iterator[Installation]:
    """The example was published before mail was real; another brand has an address of its own."""
    files = Settings(home=tmp_path / "home", lateness_seconds=0)
    before = Installation(files, clock)
    folder = before.copy_example()
    before.publish(folder, since=0, triggers=("checkout_started",))
    brand_file = folder / "brand.yaml"
    as_it_came = brand_file.read_text("utf-8")
    brand_file.write_text(owned(as_it_came).replace(f"key: {BRAND}", f"key: {OTHER}"), "utf-8")
    before.publish(folder, since=0, triggers=("checkout_started",))
    brand_file.write_text(as_it_came, "utf-8")
    before.close()
    real = Settings(
        home=tmp_path / "home",
        lateness_seconds=0,
        sender="smtp",
        smtp_host="smtp.mailer.co.uk",
    )
    installation = Installation(real, clock, post)
    yield installation
    installation.close()


def owned(brand_file: str) -> str:
    return re.sub(r"\w+@alderandclay\.example", OWN, brand_file)


def leave_baskets(here: Installation, at: Instant, many: int = 20) -> None:
    mug = here.blueprint(BRAND).products_at(at)["tall-mug-charcoal"]
    for brand in (BRAND, OTHER):
        told = []
        for n in range(many):
            name = f"p{n}-{at}"
            who, address = (Identifier("email", f"{name}@x.test"),), Contact(email=f"{name}@x.test")
            basket = ex.checkout(f"basket-{name}", at, f"c-{name}", (ex.line(mug),))
            told += [Incoming(one, who, address) for one in (*ex.subscribed(at, name), basket)]
        here.host.take_in(brand, told)


def waiting(here: Installation) -> list[str]:
    """Why messages of the example wait."""
    return [row.error for row in here.records.outbox(BRAND) if row.error]


def go_on(here: Installation, clock: FakeClock, until: Instant) -> None:
    while clock.at < until:
        clock.at += 30 * MINUTE
        for brand in (BRAND, OTHER):
            while here.host.tick(brand).total:
                pass


def go_on_until_held(here: Installation, clock: FakeClock) -> None:
    end = clock.at + DAY
    while not waiting(here) and clock.at < end:
        go_on(here, clock, clock.at + 30 * MINUTE)
    assert waiting(here)


def test_one_brand_is_held_and_the_other_goes_on(
    here: Installation, clock: FakeClock, post: Post
) -> None:
    began = clock.at
    leave_baskets(here, began)
    go_on_until_held(here, clock)
    assert set(post.sent) == {(OTHER, OWN)}
    assert all("its sender.email is hello@alderandclay.example" in why for why in waiting(here))
    go_on(here, clock, began + 5 * DAY)
    stopped = {row.reason for row in here.records.messages(BRAND)}
    assert any("too late" in why and "nobody owns that" in why for why in stopped), stopped
    assert {brand for brand, _ in post.sent} == {OTHER}


def test_it_is_written_to_people_once_it_is_published_with_an_address_of_its_own(
    here: Installation, clock: FakeClock, post: Post
) -> None:
    leave_baskets(here, clock.at)
    go_on_until_held(here, clock)
    folder = here.folders.folder(BRAND)
    assert folder is not None
    brand_file = folder / "brand.yaml"
    brand_file.write_text(owned(brand_file.read_text("utf-8")), "utf-8")
    here.publish(folder, triggers=("checkout_started",))
    clock.at += MINUTE
    assert all("brand.yaml and publish it" in why for why in waiting(here))
    go_on(here, clock, clock.at + HOUR)
    assert set(waiting(here)) == {OF_BEFORE}
    leave_baskets(here, clock.at)
    go_on(here, clock, clock.at + 3 * DAY)
    assert set(post.sent) == {(OTHER, OWN), (BRAND, OWN)}, "and never from nobody's address"


def test_the_start_says_so_once_and_the_overview_as_long_as_it_lasts(
    here: Installation, clock: FakeClock
) -> None:
    with capture_logs() as log:
        Server(here)._begin()
    (held,) = [line for line in log if line["event"] == "mail is held"]
    assert held["brand"] == BRAND
    assert "over smtp.mailer.co.uk" in held["because"]
    shown = needs(here, BRAND)
    assert "Nothing is mailed That is because its sender.email is hello@alderandclay" in shown
    assert "Nothing is mailed" not in needs(here, OTHER)


def needs(here: Installation, brand: str) -> str:
    async def ask() -> str:
        transport = httpx.ASGITransport(web_edge(here))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            html = (await client.get("/console", params={"brand": brand})).text
            found = re.search(r'<section class="needs">.*?</section>', html, re.DOTALL)
            assert found is not None
            return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split())

    return anyio.run(ask)


def test_not_even_a_test_is_mailed_from_nobodys_address(here: Installation, post: Post) -> None:
    previews = published_previews(here)
    tests = MailedTests(here, previews)
    place = previews.places(BRAND, "checkout")[0]
    with pytest.raises(ConflictError, match=r"not even a test: its sender\.email is "):
        tests.send(BRAND, Which("checkout", place), "me@fellstride.co.uk")
    assert post.sent == []
    tests.send(OTHER, Which("checkout", place), "me@fellstride.co.uk")
    assert post.sent == [(OTHER, OWN)]
