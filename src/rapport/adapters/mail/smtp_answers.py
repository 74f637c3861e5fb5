"""What a mail server's answer means for a message (RFC 5321, RFC 3463), and how it may be told.

Servers quote the person's address in nearly each refusal. What they say goes into a log and a
record, where nobody looks for it when that person is to be forgotten; so addresses are taken out.
"""

from __future__ import annotations

import re
from collections import Counter

from rapport.errors import DeliveryError

SENDER, RECIPIENT, CONTENT = "the sender's address", "the recipient's address", "the message"
"""What an answer is about."""

LOG_IN_FIRST = (530, 534, 535, 538)
"""Answers that ask for encryption or another log-in (RFC 4954, section 6)."""

NO_SUCH_ADDRESS = ("1.1", "1.2", "1.3", "1.6", "1.10", "2.1")
"""Enhanced codes (5.x.x) of an address that is no more or never was: no such mailbox or domain, not
an address, moved away, takes no mail at all, closed. Not `1.0`, `7.1` and the like, which servers
also say of senders that they dislike, nor `2.2`, a mailbox that is full today."""

SPOKEN_OF_MAILBOXES = (550, 551, 553)
"""Codes that without an enhanced one may be about a mailbox; their words have to say so, since
they are used for `relay not permitted` as well."""

SHORTEST_NAME = 3
"""Letters before the '@' that are taken out by themselves, too; fewer are in words as well."""

IN_A_ROW = 5
"""Lasting refusals of one brand's messages, none taken between: what follows is not theirs."""

LONGEST_QUOTE = 300
"""Characters of the server's words that are told."""

_ENHANCED = re.compile(r"(?<![\d.])5\.(\d{1,3}\.\d{1,3})(?![\d.])")
_MAILBOX = r"(?:user|mailbox|recipient|account|address|addressee|person)"
_UNKNOWN = re.compile(
    rf"\b(?:no such|unknown|unrouteable|nonexistent|non-existent|invalid) (?:local )?{_MAILBOX}\b"
    rf"|\b{_MAILBOX} (?:is |was )?(?:unknown|not found|not known|nonexistent)\b"
    rf"|\b{_MAILBOX} (?:does not|doesn't|did not) exist\b"
    r"|\bno mailbox here by that name\b",
    re.IGNORECASE,
)
_ABOUT_US = re.compile(r"\b(?:sender|relay|relaying|client host|helo)\b", re.IGNORECASE)
_TOKEN = re.compile(r"<?[^\s<>]+>?")

_LOG_IN, _SETTING, _LASTING, _BOUNCED, _PASSING = range(5)
"""What a no is about: how we come in, who we write as, this message, its address, or the hour."""

AGAIN = "It is tried again by itself."
_UNTIL_TOO_LATE = "It is tried again by itself until it is too late for it."
_ADVICE = {
    _LOG_IN: AGAIN,
    _SETTING: "That is a setting's fault: correct whom the brand writes as, or what the server "
    f"allows. {_UNTIL_TOO_LATE}",
    _LASTING: "It is not tried again.",
    _BOUNCED: "Nothing more is sent there until another address is told.",
    _PASSING: AGAIN,
}


def taken(answer: tuple[int, bytes]) -> bool:
    """Whether it is a yes: the first digit decides, whatever the other two are."""
    return 200 <= answer[0] <= 299


def is_an_answer(answer: tuple[int, bytes]) -> bool:
    """Whether it says yes or no to a whole message. It does not where the connection broke within
    it, and where it is noise."""
    return taken(answer) or 400 <= answer[0] <= 599


def refusal(answer: tuple[int, bytes], about: str, recipient: str) -> DeliveryError:
    """The error to raise for a no."""
    code, words = answer
    said = words.decode("utf-8", "replace")
    kind = _kind(code, said, about)
    quoted = f"{code} {without_addresses(said, recipient)}"[:LONGEST_QUOTE].strip().rstrip(".")
    return DeliveryError(
        f"The mail server refused {about}: {quoted}.",
        then=_ADVICE[kind],
        permanent=kind in (_LASTING, _BOUNCED),
        bounced=kind == _BOUNCED,
        setting=kind == _SETTING,
        untried=kind == _LOG_IN,
    )


class InARow:
    """Counts the lasting refusals of each brand's messages that have nothing to do with their
    addresses. A sender that nobody has verified is often told of only after the whole message, in
    the words that spam gets; then each message would be lost for good."""

    def __init__(self) -> None:
        self._refused: Counter[str] = Counter()

    def taken(self, brand: str) -> None:
        self._refused.pop(brand, None)

    def refused(self, brand: str, error: DeliveryError) -> DeliveryError:
        """The error to raise in place of this one."""
        if not error.permanent or error.bounced:
            return error
        self._refused[brand] += 1
        if self._refused[brand] <= IN_A_ROW:
            return error
        return DeliveryError(
            f"{error.happened} It refused those of this brand before it, too: that is taken for a "
            "setting's fault.",
            then=_UNTIL_TOO_LATE,
            setting=True,
        )


def _kind(code: int, said: str, about: str) -> int:
    if code < 500:
        return _PASSING
    if code in LOG_IN_FIRST:
        return _LOG_IN
    if about == SENDER:
        return _SETTING
    found = _ENHANCED.search(said)
    if found and found[1] in NO_SUCH_ADDRESS:
        return _BOUNCED
    if about == CONTENT:
        return _LASTING
    # Many servers say only here what they think of the sender.
    if _ABOUT_US.search(said):
        return _SETTING
    unknown = not found and code in SPOKEN_OF_MAILBOXES and _UNKNOWN.search(said)
    return _BOUNCED if unknown else _LASTING


def without_addresses(said: str, recipient: str = "") -> str:
    """The server's words on one line, without `recipient`, either part of it, other addresses, and
    anything that steers a terminal."""
    plain = "".join(char if char.isprintable() else " " for char in said)
    local, _, domain = recipient.rpartition("@")
    # A lone '@' stands for it until all tokens with one are put out of sight.
    # The domain may be one person's own.
    for known in (recipient, domain, local if len(local) >= SHORTEST_NAME else ""):
        if known:
            plain = re.sub(rf"(?<!\w){re.escape(known)}(?!\w)", "@", plain, flags=re.IGNORECASE)
    plain = _TOKEN.sub(lambda token: _hidden(token[0]), plain)
    return " ".join(plain.split())


def _hidden(token: str) -> str:
    return "<address>" if "@" in token or "%40" in token else token
