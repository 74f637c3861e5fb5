"""What servers' answers mean, each as such a server words it, and what is told of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.adapters.mail.smtp_answers import (
    CONTENT,
    LONGEST_QUOTE,
    RECIPIENT,
    SENDER,
    is_an_answer,
    refusal,
    taken,
    without_addresses,
)

ADA = "ada.lovelace@harbour.example"

GONE = (
    (550, "5.1.1 <ada.lovelace@harbour.example>: Recipient address rejected: User unknown in relay "
     "recipient table", RECIPIENT),  # Postfix
    (550, "5.1.1 ada.lovelace@harbour.example... User unknown", RECIPIENT),  # Sendmail
    (550, "Unrouteable address", RECIPIENT),  # Exim
    (550, "No such user here", RECIPIENT),
    (553, "sorry, no mailbox here by that name (#5.1.1)", RECIPIENT),  # qmail
    (550, "5.2.1 The email account that you tried to reach is disabled.", RECIPIENT),
    (556, "5.1.10 Recipient address has null MX", RECIPIENT),
    (550, "5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
     CONTENT),  # Exchange looks only once it has the message
    (551, "User unknown; please try <somebody@else.example>", RECIPIENT),
)  # fmt: skip

LASTING = (
    (554, "5.7.1 Looks like spam", CONTENT),
    (554, "Message rejected: Email address is not verified.", CONTENT),
    (552, "5.2.2 Mailbox full", RECIPIENT),
    (550, "5.7.1 <ada.lovelace@harbour.example>: Recipient address rejected: Access denied",
     RECIPIENT),
    (550, "#5.1.0 Address rejected.", RECIPIENT),
    (550, "Administrative prohibition", RECIPIENT),
    (550, "no such user", CONTENT),
    (550, "Blocked, see 5.1.1.7 and 10.5.1.1", RECIPIENT),
)  # fmt: skip

OURS = (
    (550, "5.7.1 sender not allowed", SENDER),
    (550, "5.1.1 nobody", SENDER),
    (501, "5.1.7 Bad sender address syntax", SENDER),
    (553, "5.7.1 <care@harbour.example>: Sender address rejected: not owned by user shop",
     RECIPIENT),
    (550, "5.1.0 <care@harbour.example>: Sender address rejected: User unknown in virtual alias "
     "table", RECIPIENT),
    (554, "5.7.1 <ada.lovelace@harbour.example>: Relay access denied", RECIPIENT),
    (550, "relay not permitted", RECIPIENT),
    (550, "5.7.1 Relaying denied", RECIPIENT),
    (554, "5.7.1 <unknown[10.0.0.7]>: Client host rejected: Access denied", RECIPIENT),
    (550, "Sender verify failed", RECIPIENT),
)  # fmt: skip

PASSING = (
    (450, "4.2.0 <ada.lovelace@harbour.example>: Greylisted", RECIPIENT),
    (452, "4.3.1 Out of room", CONTENT),
    (421, "4.7.0 closing", SENDER),
    (450, "4.1.1 unverified address: user unknown", RECIPIENT),
    (-1, "", RECIPIENT),
)


def kind(code: int, said: str, about: str) -> tuple[bool, bool, bool]:
    error = refusal((code, said.encode()), about, ADA)
    assert not error.unclear
    return error.permanent, error.bounced, error.setting


@pytest.mark.parametrize("answer", GONE)
def test_an_address_that_is_no_more_bounced(answer: tuple[int, str, str]) -> None:
    assert kind(*answer) == (True, True, False)


@pytest.mark.parametrize("answer", LASTING)
def test_other_lasting_refusals_say_nothing_of_the_address(answer: tuple[int, str, str]) -> None:
    assert kind(*answer) == (True, False, False)


@pytest.mark.parametrize("answer", OURS)
def test_what_is_about_the_sender_is_a_settings_fault_and_no_messages(
    answer: tuple[int, str, str],
) -> None:
    assert kind(*answer) == (False, False, True)


@pytest.mark.parametrize("answer", PASSING)
def test_a_passing_refusal_is_tried_again(answer: tuple[int, str, str]) -> None:
    assert kind(*answer) == (False, False, False)


def test_the_first_digit_says_yes_and_half_an_answer_says_nothing() -> None:
    assert [code for code in range(-1, 1000) if taken((code, b""))] == [*range(200, 300)]
    assert not any(is_an_answer((code, b"")) for code in (-1, 0, 2, 25, 45, 150, 354, 600, 999))
    assert all(is_an_answer((code, b"")) for code in (200, 250, 252, 299, 400, 451, 554, 599))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("5.1.1 <ada.lovelace@harbour.example>: User unknown", "5.1.1 <address>: User unknown"),
        ("<ADA.Lovelace@Harbour.Example>", "<address>"),
        ("5.1.1 ada.lovelace... User unknown", "5.1.1 <address> User unknown"),
        ("sorry, bob@elsewhere.example is away", "sorry, <address> is away"),
        ("see http://spf.example/why?id=ada%40x.example&ip=10.0.0.7", "see <address>"),
        ("to=<ada.lovelace@harbour.example>,relay", "to=<address>,relay"),
        ("one\x1b[31m\r\ntwo\u202e\u2028three", "one [31m two three"),
        ("5.7.1 Looks like spam", "5.7.1 Looks like spam"),
        (
            "User ada.lovelace (at harbour.example) is unknown",
            "User <address> (at <address> is unknown",
        ),
        (
            "Unrouteable: HARBOUR.EXAMPLE, see mx.harbour.example",
            "Unrouteable: <address> see <address>",
        ),
        ("example says no to harbour", "example says no to harbour"),
    ],
)
def test_neither_addresses_nor_what_steers_a_terminal_are_told(said: str, told: str) -> None:
    assert without_addresses(said, ADA) == told


def test_a_quoted_local_part_with_a_space_is_taken_out_too() -> None:
    assert without_addresses('<"ada l"@x.example>: no', '"ada l"@x.example') == "<address>: no"


def test_short_words_before_the_at_are_left_in_sentences() -> None:
    assert without_addresses("not a user", "a@x.example") == "not a user"


@given(st.text(), st.text(), st.emails())
def test_the_persons_address_is_never_told(before: str, after: str, address: str) -> None:
    said = f"{before}{address}{after}"
    told = str(refusal((550, said.encode("utf-8", "replace")), RECIPIENT, address))
    assert address not in told
    assert told.isprintable()


def test_a_long_answer_is_cut_after_its_addresses_are_out() -> None:
    said = "x" * (LONGEST_QUOTE - 20) + " " + ADA
    told = str(refusal((550, said.encode() * 400), RECIPIENT, ADA))
    assert "lovelace" not in told
    assert len(told) < LONGEST_QUOTE + 200


@given(st.text(), st.text(), st.emails())
def test_nor_is_its_domain(before: str, after: str, address: str) -> None:
    domain = address.rpartition("@")[2]
    said = f"{before} (at {domain}) {after}"
    told = str(refusal((550, said.encode("utf-8", "replace")), RECIPIENT, address))
    assert f"(at {domain}" not in told
