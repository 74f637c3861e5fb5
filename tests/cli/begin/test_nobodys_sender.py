"""Real mail is from somebody: an address that nobody can own, as the example's, is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Command

from rapport.settings import is_nobodys

BRAND = "alder-and-clay"
FOLDER = Path("rapport/brands/alder-and-clay")
REAL = {
    "RAPPORT_SENDER": "smtp",
    "RAPPORT_SMTP_HOST": "smtp.mailer.co.uk",
    "RAPPORT_BASE_URL": "https://rapport.fellstride.co.uk",
}


@pytest.fixture
def real_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in REAL.items():
        monkeypatch.setenv(name, value)


def test_the_examples_sender_sends_no_real_mail(
    rapport: Command, here: Path, real_mail: None
) -> None:
    rapport("init")
    ran = rapport("publish", FOLDER)
    assert ran.code != 0
    assert "brand.yaml:7: sender.email is hello@alderandclay.example: nobody owns that" in ran.err
    assert "RAPPORT_SENDER is smtp, over smtp.mailer.co.uk" in ran.err
    brand = here / FOLDER / "brand.yaml"
    mine = brand.read_text("utf-8").replace("hello@alderandclay.example", "hi@fellstride.co.uk")
    brand.write_text(mine, "utf-8")
    assert "brand.yaml:8: sender.reply_to is workshop@" in rapport("publish", FOLDER).err
    brand.write_text(mine.replace("workshop@alderandclay.example", "hi@fellstride.co.uk"), "utf-8")
    assert rapport("publish", FOLDER).code == 0


WHY = (
    "its sender.email is hello@alderandclay.example, nobody owns that, and RAPPORT_SENDER is smtp, "
    "over smtp.mailer.co.uk. Write one that you may send from in its brand.yaml and publish it"
)


def test_a_brand_that_comes_back_says_that_nothing_is_mailed_for_it(
    rapport: Command, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert rapport("init", "--publish").code == 0
    assert rapport("brands", "retire", BRAND, "--because", "it closes for the winter").code == 0
    for name, value in REAL.items():
        monkeypatch.setenv(name, value)
    back = rapport("brands", "bring-back", BRAND, "--because", "it reopens in spring")
    assert back.code == 0
    assert f"Nothing is mailed for it yet: {WHY}." in back.out


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "::1", "mailpit", "mailcatcher.test", "10.0.0.5", "mail.internal"],
)
def test_a_mail_server_that_strangers_cannot_reach_takes_whatever_it_is_sent(
    rapport: Command, here: Path, real_mail: None, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setenv("RAPPORT_SMTP_HOST", host)
    assert rapport("init", "--publish").code == 0


@pytest.mark.parametrize(
    ("host", "nobodys"),
    [
        ("alderandclay.example", True), ("shop.invalid", True), ("shop.test", True),
        ("localhost", True), ("mail.localhost", True), ("Shop.EXAMPLE.", True),
        ("example.com", True), ("mail.example.org", True), ("fellstride.co.uk", False),
        ("examples.com", False), ("test.de", False), ("example.de", False),
        ("myexample.com", False),
    ],
)  # fmt: skip
def test_names_that_stand_for_others_are_nobodys(host: str, nobodys: bool) -> None:
    assert is_nobodys(host) == nobodys
