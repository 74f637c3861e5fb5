"""`rapport preview … --send-to`: a message in one's own inbox, from the terminal."""

from __future__ import annotations

import email
from email import policy
from pathlib import Path

import pytest
from command_line import Command

ME = "me@alderandclay.example"
ONE = ("preview", "checkout", "--only", "tone=warm", "--only", "visual=letter", "--send-to", ME)


def subjects(here: Path) -> list[str]:
    files = sorted(here.rglob("outgoing/*/test-*.eml"), key=lambda one: one.stat().st_mtime_ns)
    read = (email.message_from_bytes(one.read_bytes(), policy=policy.default) for one in files)
    return [str(one["Subject"]) for one in read]


def test_the_first_message_that_works_is_sent_and_named(rapport: Command, here: Path) -> None:
    assert rapport("init", "--publish").code == 0
    ran = rapport(*ONE)
    assert ran.code == 0, ran.err
    assert "A test of Checkout left behind: first, en, warm" in ran.out
    assert "No mail server is set, so it is a file: " in ran.out
    (subject,) = subjects(here)
    assert subject.startswith("Test: ")
    assert ME not in ran.out + ran.err
    assert ME not in rapport("audit-log", "show").out


def test_what_is_edited_is_sent_from_the_brands_own_folder(rapport: Command, here: Path) -> None:
    assert rapport("init", "--publish").code == 0
    (file,) = here.rglob("creative/checkout.yaml")
    (folder, words) = str(file.parents[1]), file.read_text("utf-8")
    subject = next(line for line in words.splitlines() if line.strip().startswith("subject: "))
    file.write_text(words.replace(subject, "    subject: Said anew"), "utf-8")
    ran = rapport("preview", "checkout", "--send-to", ME, "--folder", folder)
    assert ran.code == 0, ran.err
    assert len(subjects(here)) == 1
    elsewhere = here / "elsewhere"
    file.parents[1].rename(elsewhere)
    ran = rapport("preview", "checkout", "--send-to", ME, "--folder", str(elsewhere))
    assert ran.code == 2
    assert "no folder of a brand that is published" in " ".join(ran.err.split())


def test_who_is_in_charge_says_who_they_are(rapport: Command, here: Path) -> None:
    assert rapport("init", "--publish").code == 0
    rapport("people", "add", "Nell", "--role", "publisher", "--by", "owner")
    rapport("people", "add", "Vic", "--role", "viewer", "--by", "Nell")
    assert "Say who you are" in rapport(*ONE).err
    assert "only an author may send a test" in " ".join(rapport(*ONE, "--by", "Vic").err.split())
    assert subjects(here) == []
    assert rapport(*ONE, "--by", "Nell").code == 0
    assert len(subjects(here)) == 1


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--profile", "p1"), "made for somebody invented"),
        (("--out", "all.html"), "leave out --out and --json, or --send-to"),
        (("--only", "language=fr"), "There is no language 'fr'. There is: en."),
        (
            ("--only", "visual=letter", "--only", "offer=ten-percent"),
            "None of these messages can go out",
        ),
        (("--send-to", "a@x.org, b@x.org"), "Write one e-mail address"),
        (("--send-to", ""), "Write one e-mail address"),
        (("--send-to", " "), "Write one e-mail address"),
    ],
)
def test_what_cannot_be_a_test_is_refused(
    rapport: Command, here: Path, more: tuple[str, ...], said: str
) -> None:
    assert rapport("init", "--publish").code == 0
    ran = rapport(*ONE, *more)
    assert ran.code == 2
    assert said in " ".join(ran.err.split())
    assert subjects(here) == []


def test_a_framework_is_named_and_a_brand_is_published(rapport: Command) -> None:
    assert "Begin with: rapport init" in " ".join(rapport(*ONE).err.split())
    assert rapport("init", "--publish").code == 0
    ran = rapport("preview", "--send-to", ME)
    assert "say of which framework" in " ".join(ran.err.split())
