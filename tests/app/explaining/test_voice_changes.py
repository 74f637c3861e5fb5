"""What differs of a voice and of claims is told in words, and nothing that differs is left out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.app.explaining.voice_in_words import voice_in_words
from rapport.core.creative.voice import Claim, Voice, VoiceTone

WORDS = st.text("ab\n", min_size=1, max_size=3).map(str.strip).filter(bool)
LINES = st.lists(st.text("ab", min_size=1, max_size=2), max_size=3).map(tuple)
TONES = st.builds(VoiceTone, st.sampled_from(["x", "y"]), WORDS, WORDS, WORDS)
DAYS = st.sampled_from(["", "2026-01-01", "2026-01-02"])
CLAIMS = st.builds(Claim, st.sampled_from(["x", "y"]), WORDS, WORDS, DAYS)
VOICES = st.builds(
    Voice, WORDS, LINES, LINES, LINES, LINES, st.integers(1, 3),
    st.lists(TONES, max_size=2, unique_by=lambda one: one.key).map(tuple), LINES,
    st.dictionaries(
        st.sampled_from(["guilt", "fear"]), LINES.filter(bool), max_size=2
    ),
)  # fmt: skip
MANY = st.lists(CLAIMS, max_size=2, unique_by=lambda one: one.key).map(tuple)


def in_order(voice: Voice, claims: tuple[Claim, ...]) -> tuple[Voice, tuple[Claim, ...]]:
    """But for their orders, which are told apart."""
    tones = tuple(sorted(voice.tones, key=lambda one: one.key))
    return replace(voice, tones=tones), tuple(sorted(claims, key=lambda one: one.key))


@given(VOICES, VOICES, MANY, MANY)
def test_voices_and_claims_that_differ_are_told_apart(
    one: Voice, other: Voice, claims: tuple[Claim, ...], others: tuple[Claim, ...]
) -> None:
    same = in_order(one, claims) == in_order(other, others)
    assert (voice_in_words(one, claims) == voice_in_words(other, others)) == same


@given(VOICES, MANY, st.sampled_from(["who", "tones", "claims"]))
def test_one_thing_that_differs_is_told_by_itself(
    voice: Voice, claims: tuple[Claim, ...], what: str
) -> None:
    new, more = voice, claims
    if what == "who":
        new = replace(voice, who=f"{voice.who} c")
    elif what == "tones":
        new = replace(voice, tones=(*voice.tones, VoiceTone("z", "c", "c", "c")))
    else:
        more = (*claims, Claim("z", "c", "c"))
    was, now = voice_in_words(voice, claims), voice_in_words(new, more)
    differs = {name for name in {*was, *now} if was.get(name) != now.get(name)}
    wanted = {
        "who": {"Who the brand is"},
        "tones": {f"Tone “z”, {part}" for part in ("its name", "what it is for", "a sentence")},
        "claims": {"Claim “z”", "Claim “z”, its evidence"},
    }
    assert differs == wanted[what]
