"""The short list for approved words and the wide checks on a model's agree on what is kind."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.app.redteam.line import Line
from rapport.app.redteam.standards import Standards
from rapport.bootstrap.redteam import brand_to_hold_to, shipped_set
from rapport.core.copy_checks.remarks import remarks

FOLDER, TITLES = brand_to_hold_to()
STANDARDS = Standards(FOLDER, TITLES)
LASTING = {offer.key for offer in FOLDER.offers if offer.lasts}

HURRY = (
    "hurry", "last chance", "ends soon", "ends today", "end tomorrow", "act now", "act fast",
    "don’t miss", "limited time", "final hours", "final day", "final call", "final chance",
    "expires", "expiring", "today only", "now or never", "time is running", "tonight only",
    "before it’s too late", "won’t last", "before it ends", "deadline",
)  # fmt: skip
STOCK = (
    "selling fast", "almost gone", "nearly gone", "only a few", "while stocks last",
    "last ones", "last few", "last pieces", "sells out", "selling out",
    "before they’re gone", "low stock", "in high demand",
)  # fmt: skip
KIND = (
    "No hurry at all from us.", "There’s no hurry and no pressure.", "No need to hurry.",
    "Saved, and in no hurry", "There’s no deadline and nothing to lose.",
    "We don’t do things in a hurry.", "If your tin is running low, order with the button.",
    "Is your tea running low?", "{{ cart.first.title }} waits. No hurry, {{ first_name }}.",
)  # fmt: skip


@pytest.mark.parametrize("words", KIND)
@pytest.mark.parametrize("by_model", [True, False])
def test_kind_phrases_may_be_published_and_sent(words: str, by_model: bool) -> None:
    assert remarks(words, may_urge=False, by_model=by_model) == ()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("What you wanted before may not be what you want now.", ()),
        ("What suited you before may well suit you still.", ()),
        ("Order before May.", ("date",)),
        ("It holds until may.", ("date",)),
    ],
)
def test_a_month_is_told_from_what_may_be(words: str, found: tuple[str, ...]) -> None:
    assert tuple(one.rule for one in remarks(words, may_urge=False)) == found


@pytest.mark.parametrize("words", [*HURRY, *STOCK])
@pytest.mark.parametrize("frame", ["{}", "{}.", "Your basket: {}", "{} in this colour", "The {}!"])
def test_what_presses_is_stopped_in_a_persons_words_as_before(words: str, frame: str) -> None:
    rule = "urgency" if words in HURRY else "scarcity"
    assert rule in {one.rule for one in remarks(frame.format(words), may_urge=False)}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("No hurry at all. But it is your last chance.", "last chance"),
        ("No hurry at all, and yet it ends soon.", "hurry"),
        ("No hurry, hurry up!", "hurry"),
        ("Running low on tea? Hurry.", "Hurry"),
        ("No hurry, though you will be sorry when it is gone.", "hurry"),
    ],
)
def test_a_kind_phrase_covers_nothing_beside_it(words: str, found: str) -> None:
    assert found in [one.found for one in remarks(words, may_urge=False)]


def refused(line: Line, *, by_model: bool = True) -> list[str]:
    """The rules that the last guardrail would refuse words for, were they a draft's."""
    may_urge = line.offer is None or line.offer in LASTING
    texts = line.slots.values()
    found = [one for text in texts for one in remarks(text, may_urge=may_urge, by_model=by_model)]
    return [one.rule for one in found]


def test_whatever_the_last_guardrail_refuses_of_the_set_the_checks_find() -> None:
    """So whatever the checks let pass goes out."""
    for line in shipped_set():
        if refused(line):
            assert STANDARDS.findings(line), line


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*HURRY, *STOCK, *KIND, "no", "your tea", "if", "is", "for you", ".", "and"]
        ),
        min_size=1,
        max_size=4,
    ).map(" ".join),
    st.sampled_from(["none", "ten-percent"]),
)
def test_what_is_made_of_such_words_is_refused_by_the_checks_first(words: str, offer: str) -> None:
    line = Line("checkout", "warm", {"body": words}, "pass", "", offer=offer)
    if refused(line):
        assert STANDARDS.findings(line), words
