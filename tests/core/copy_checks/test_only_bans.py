"""What a ban is told to take along is what the checks find once it holds, however words are put."""

from __future__ import annotations

from copy_checks_brand import BRAND, CLAIMS, FRAMEWORK, OFFERS, VOICE
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rapport.core.copy_checks.compiling import has_words, only_bans, standard
from rapport.core.copy_checks.findings import AVOIDED, GUILT
from rapport.core.copy_checks.teaching import PHRASE, Teaching

BEFORE = standard(FRAMEWORK, BRAND, VOICE, CLAIMS, OFFERS)
PHRASES = (
    "treasure of ours", "don't worry", "we will be here", "pre-order now",
    "id card", "treasur* of ours", "O'Clock tea", "schöne straße", "дорогой клиент", "to get her",
    "basket", "I'd love", "cannot wait",
)  # fmt: skip
PIECES = (
    *(word for phrase in PHRASES for word in (*phrase.split(), phrase)),
    "trea", "sure", "t r e a s u r e", "together", "tréasure", "оurs", "TREASURE", "trea\u200bsure",
    "don’t", "dont", "do", "not", "I’d", "Id", "i'd", "ID", "we’ll", "be", "here", "strasse",
    "STRASSE", "pre-order", "preorder", "can’t", "cant", "kettle’s", "treasures", "5treasure",
    "{{", "}}", "{{ cart.first.title }}", "{% if x %}", ".", "!", ",", "’", "'", "-", "\n\n", "\n",
    "ours’", "“treasure", "ours”", "é", "1",
)  # fmt: skip
TEXTS = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from((" ", "", "  ", "\t"))), max_size=12
)


def ban(number: int, phrase: str, check: str = AVOIDED) -> Teaching:
    return Teaching(number, PHRASE, phrase, "Nell", 0, check=check)


# One compiled set for all phrases: each takes a sixth of a second and 15 MB.
HELD = {
    check: standard(
        FRAMEWORK, BRAND, VOICE, CLAIMS, OFFERS,
        lessons=[ban(number, phrase, check) for number, phrase in enumerate(PHRASES, 1)],
    )
    for check in (AVOIDED, GUILT)
}  # fmt: skip


@given(
    st.sampled_from(PHRASES),
    TEXTS,
    st.sampled_from(("en", "de")),
    st.sampled_from((AVOIDED, GUILT)),
)
@example("treasure of ours", [("t r e a s u r e", " "), ("of ours", "")], "en", AVOIDED)
@example("to get her", [("together", "")], "en", AVOIDED)
@example("treasure of ours", [("{{", " "), ("treasure of ours", " "), ("}}", "")], "en", AVOIDED)
def test_a_ban_takes_along_what_the_checks_find_once_it_holds(
    phrase: str, pieces: list[tuple[str, str]], language: str, check: str
) -> None:
    number = PHRASES.index(phrase) + 1
    slots = {"subject": "Here", "body": "".join(piece + after for piece, after in pieces)}
    held = HELD[check].of_tables(slots, language)
    theirs = {one.where for one in held if one.ban and one.ban.lesson == number}
    told = only_bans(HELD[check], [ban(number, phrase, check)]).found(slots, language)
    assert {one.where for one in told} == theirs
    assert all(one.ban and one.ban.lesson == number for one in told)


@settings(max_examples=8)
@given(st.text(max_size=80), st.text(max_size=200))
@example("", "")
@example("x", "x")
@example("¼ cup", "¼ cup")
def test_any_phrase_at_all_can_be_looked_for(phrase: str, text: str) -> None:
    lesson = ban(1, phrase)
    held = standard(FRAMEWORK, BRAND, VOICE, CLAIMS, OFFERS, lessons=[lesson])
    slots = {"body": f"{text} {phrase}"}
    theirs = any(one.ban for one in held.of_tables(slots, "en"))
    assert bool(only_bans(BEFORE, [lesson]).found(slots, "en")) == theirs
    if not has_words(phrase):
        assert not theirs


def test_of_several_bans_each_finding_names_its_own() -> None:
    bans = only_bans(BEFORE, [ban(1, "treasure of ours"), ban(2, "we'll be here", GUILT)])
    (found,) = bans.found({"body": "We will be here."}, "en")
    assert found.ban is not None
    assert (found.rule, found.ban.lesson) == (GUILT, 2)
    assert bans.found({"body": "Here we are."}, "en") == ()
