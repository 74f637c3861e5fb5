"""The share of drafts that a person sees, and which drafts fall into it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rapport.core.creative.modes import (
    AGREED,
    EDITED,
    LEAST_OF_SAMPLE,
    REFUSED,
    SAMPLE,
    Writing,
    falls_into_sample,
    share_seen,
)

SHARES = st.floats(0.01, 1.0)
HISTORIES = st.lists(st.sampled_from((AGREED, EDITED, REFUSED)), max_size=60)


def sample(share: float) -> Writing:
    return Writing(SAMPLE, share)


@given(SHARES, HISTORIES)
def test_the_share_stays_between_a_quarter_of_what_is_written_and_all(
    share: float, history: list[str]
) -> None:
    seen = share_seen(sample(share), history)
    assert share * LEAST_OF_SAMPLE <= seen <= 1.0
    assert share_seen(sample(share), history) == seen


@given(SHARES, HISTORIES)
def test_it_falls_with_agreement_and_rises_with_an_edit_and_more_with_a_rejection(
    share: float, history: list[str]
) -> None:
    before = share_seen(sample(share), history)
    agreed, edited, refused = (
        share_seen(sample(share), [*history, verdict]) for verdict in (AGREED, EDITED, REFUSED)
    )
    assert agreed <= before <= edited <= refused
    assert agreed < before or before == share * LEAST_OF_SAMPLE
    assert refused > before or before == 1.0


@given(SHARES, HISTORIES, HISTORIES)
def test_a_kinder_history_never_means_a_larger_share(
    share: float, before: list[str], after: list[str]
) -> None:
    kind, unkind = [*before, AGREED, *after], [*before, REFUSED, *after]
    assert share_seen(sample(share), kind) <= share_seen(sample(share), unkind)


def test_nobody_has_judged_yet_is_the_share_that_is_written() -> None:
    assert share_seen(sample(0.2), []) == 0.2
    assert share_seen(sample(0.2), [REFUSED, REFUSED, REFUSED]) == 1.0
    assert share_seen(sample(0.2), ["unheard of"]) == 0.2
    assert share_seen(sample(0.2), [EDITED]) == 0.25


@given(st.text(max_size=30), SHARES, SHARES)
def test_what_falls_into_a_share_falls_into_every_larger_one(
    name: str, one: float, another: float
) -> None:
    small, large = sorted((one, another))
    assert falls_into_sample(name, large) or not falls_into_sample(name, small)
    assert falls_into_sample(name, 1.0)
    assert not falls_into_sample(name, 0.0)


def test_about_the_share_that_is_asked_for_falls_into_it() -> None:
    drawn = sum(falls_into_sample(f"draft {n}", 0.2) for n in range(10_000))
    assert 1_840 < drawn < 2_160  # four standard deviations
