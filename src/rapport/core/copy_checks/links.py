"""Addresses as they are typed: whatever a mail program would make into a link."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.findings import finding
from rapport.core.copy_checks.letters import word_set
from rapport.core.copy_checks.tables.contact import CLASSES
from rapport.core.creative.message import Finding

_ENDINGS = "|".join(sorted(CLASSES["domain"].split(), key=len, reverse=True))
# Each begins with the sign that gives an address away, which makes them quick to look for.
_ENDING = re.compile(
    rf"[.。．․·•]\s?(?:{_ENDINGS})\b|[\[({{]\s?(?:dot|punkt|\.)\s?[\])}}]", re.IGNORECASE
)
_POINT = re.compile(r"[.。．․·•\[({](?:(?<=[\[({])|(?:(?<=\s.)|(?!\s[A-Z][a-z]))\s?\w)")
"""Any that does not plainly end a sentence: few texts have one, and the endings are many."""
_SCHEME = re.compile(
    r"://|//\w|www\b|[:：](?=[^\s\d])|(?<![^\W\d_])/[\w-]+/|/\w+\.\w", re.IGNORECASE
)
_MAY_BE_SCHEME = re.compile(r"[:：/](?:(?<=/)|[^\s\d])")
_SMALL = re.compile(r"\.(?:[a-zß-ÿ]{2,}|[A-Z]{2,}\b)")
"""A dot between letters of one case is an address, whatever its ending."""

_WORDS_TOO = word_set(
    "it me us de es live top vip link click page web dev club gift shop store site online info app "
    "example"
)
"""Endings that begin a sentence as well as they end an address."""

_JOINED = re.compile(r"[-_.](?<=\w.)(?=\w)")
_SCHEMES = ("javascript", "data", "mailto", "tel", "sms", "http", "https", "ftp", "hxxp", "file")
# Begins with the sign, too: what stands before it is looked at behind.
_SIGNS = re.compile(r"[@\[({<]")
_E_MAIL = re.compile(
    r"(?<=\S)@\S|(?<=\S\s)@\s\S|(?<=\w)[\[({<]\s?(?:at|@)\s?[\])}>]\s?\w"
    r"|(?<=\w\s)[\[({<]\s?(?:at|@)\s?[\])}>]\s?\w",
    re.IGNORECASE,
)


_FACT = re.compile(r"\{\{.{0,1000}?\}\}")


def addresses(slot: str, text: str, hosts: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """The first link and the first e-mail address that a slot has outside placeholders.

    `hosts` are the names of the brand's own hosts without their endings, such as `tinkettle`.
    """
    words = _FACT.sub("Fact", text) if "{" in text else text
    if _SIGNS.search(words) and (mail := _E_MAIL.search(words)):
        yield finding(f.E_MAIL, slot, _whole(words, mail.start()))
    at = _link(words)
    if at >= 0:
        yield finding(f.LINK, slot, _whole(words, at))
    elif hosts:
        joined = _JOINED.sub("", words.lower())
        yield from (finding(f.LINK, slot, host) for host in hosts if host in joined)


def _link(words: str) -> int:
    """Where a link gives itself away; -1 where there is none."""
    for match in _ENDING.finditer(words) if _POINT.search(words) else ():
        before = words[: match.start()].rstrip()
        if before and before[-1].isalnum() and not _sentence_ends(words, match):
            return match.start()
    for match in _SMALL.finditer(words):
        start = match.start()
        if start > 1 and words[start - 1].isalpha() and words[start - 2].isalpha():
            return start
    if not _MAY_BE_SCHEME.search(words) and "www" not in words.lower():
        return -1
    for match in _SCHEME.finditer(words):
        if match[0] not in (":", "："):
            return match.start()
        if words[: match.start()].rstrip().lower().endswith(_SCHEMES):
            return match.start()
    return -1


def _sentence_ends(words: str, match: re.Match[str]) -> bool:
    """Whether a dot only ends a sentence: a space follows it, and then a word or a capital."""
    if words[match.start() - 1].isspace() or not match[0][1:2].isspace():
        return False
    after = words[match.start() + 1 :].lstrip()
    return match[0][2:].lower() in _WORDS_TOO or (after[:1].isupper() and after[1:2].islower())


def _whole(words: str, at: int) -> str:
    """The word around a place."""
    start = max(words.rfind(" ", 0, at), words.rfind("\n", 0, at)) + 1
    end = words.find(" ", at)
    return words[start : end if end >= 0 else len(words)][:80]
