from __future__ import annotations

import email
import os
import subprocess
import sys
from email import policy
from email.message import EmailMessage
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.adapters.mail.compose import compose, one_line, safe_name
from rapport.core.creative.framework import Action
from rapport.core.creative.message import Message
from rapport.core.events import Contact
from rapport.errors import DeliveryError

AT = 1_764_000_000_000


def read(message: Message, to: Contact, **options: str) -> EmailMessage:
    """What a mail program reads from the bytes."""
    content = compose(message, to, at=AT, **options).as_bytes()
    read = email.message_from_bytes(content, policy=policy.default)
    assert isinstance(read, EmailMessage)
    return read


def test_a_mail_program_reads_back_who_what_and_when(message: Message, contact: Contact) -> None:
    mail = read(message, contact)
    assert mail["From"].addresses[0].display_name == "Nørthwind, Tea & Co"
    assert mail["From"].addresses[0].addr_spec == "hello@northwind.example"
    assert mail["To"] == "ada@example.com"
    assert mail["Reply-To"] == "care@northwind.example"
    assert mail["Subject"] == "Your tea is still here – 10% off ☕"
    assert mail["Date"].datetime.isoformat() == "2025-11-24T16:00:00+00:00"
    assert mail["Message-ID"] == "<0a1b2c@northwind.example>"
    assert mail["X-Rapport-Message"] == "0a1b2c"
    assert mail["Feedback-ID"] == "first:checkout:northwind:rapport"


def test_plain_text_comes_before_html_and_both_keep_every_letter(
    message: Message, contact: Contact
) -> None:
    mail = read(message, contact)
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    text, html = (part.get_content() for part in mail.iter_parts())
    assert text.replace("\r\n", "\n") == message.text
    assert html.strip() == message.html


def test_one_click_unsubscribe_is_offered_on_one_unbroken_line(
    message: Message, contact: Contact
) -> None:
    content = compose(message, contact, at=AT).as_bytes()
    assert f"\r\nList-Unsubscribe: <{message.unsubscribe_url}>\r\n".encode() in content
    assert b"\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" in content


def test_a_mailto_way_out_is_added_where_there_is_one(message: Message, contact: Contact) -> None:
    both = msgspec.structs.replace(message, unsubscribe_mailto="out@northwind.example")
    header = read(both, contact)["List-Unsubscribe"]
    assert header == f"<{message.unsubscribe_url}>, <mailto:out@northwind.example>"


def test_the_same_message_gives_the_same_bytes_in_another_process(
    message: Message, contact: Contact
) -> None:
    script = (
        "import sys, msgspec; from rapport.core.creative.message import Message;"
        "from rapport.core.events import Contact;"
        "from rapport.adapters.mail.compose import compose;"
        "m = msgspec.json.decode(sys.stdin.buffer.read(), type=Message);"
        "c = Contact(email='ada@example.com');"
        f"sys.stdout.buffer.write(compose(m, c, at={AT}).as_bytes())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=msgspec.json.encode(message),
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7"},
    )
    assert done.stdout == compose(message, contact, at=AT).as_bytes()


def test_every_byte_is_ascii_and_every_line_fits_smtp(message: Message, contact: Contact) -> None:
    long = msgspec.structs.replace(message, html="<p>" + "é" * 5_000 + "</p>")
    content = compose(long, contact, at=AT).as_bytes()
    assert content.isascii()
    assert max(len(line) for line in content.split(b"\r\n")) <= 998
    assert b"\n" not in content.replace(b"\r\n", b"")


@given(
    subject=st.text(max_size=200),
    name=st.text(max_size=60),
    key=st.text(min_size=1, max_size=150),
    url=st.text(max_size=200),
)
def test_no_text_can_add_a_header(subject: str, name: str, key: str, url: str) -> None:
    message = Message(
        key, "b", "p", "f", "pt", Action(), "en", subject, "", "<p>x</p>",
        "x", (), (), "a@b.example", name, "", "https://x.example/u/" + url,
    )  # fmt: skip
    mail = read(message, Contact(email="ada@example.com"))
    assert mail.keys() == [
        "From", "To", "Subject", "Date", "Message-ID", "List-Unsubscribe", "List-Unsubscribe-Post",
        "Feedback-ID", "X-Rapport-Message", "MIME-Version", "Content-Type",
    ]  # fmt: skip
    assert mail["To"] == "ada@example.com"


def test_a_line_break_in_a_subject_becomes_a_space() -> None:
    assert one_line("Tea\r\nBcc: all@example.com") == "Tea Bcc: all@example.com"


@pytest.mark.parametrize(
    "address",
    [None, "", "ada", "@example.com", "ada@", "ada@exa mple.com", "añda@example.com",
     "a@b.example,c@d.example", "a@b.example\r\nBcc: c@d.example", "ada@-"],
)  # fmt: skip
def test_an_address_that_is_none_is_refused_for_good(address: str | None, message: Message) -> None:
    with pytest.raises(DeliveryError) as refused:
        compose(message, Contact(email=address), at=AT)
    assert refused.value.permanent
    assert "example.com" not in str(refused.value)


def test_a_domain_with_letters_beyond_ascii_is_written_in_idna(message: Message) -> None:
    assert read(message, Contact(email="ada@käse.example"))["To"] == "ada@xn--kse-qla.example"


@given(st.text(min_size=1), st.text(min_size=1))
def test_different_keys_have_different_safe_names(one: str, other: str) -> None:
    assert (safe_name(one) == safe_name(other)) == (one == other)
    assert Path(safe_name(one)).name == safe_name(one)
    assert len(safe_name(one)) < 110
