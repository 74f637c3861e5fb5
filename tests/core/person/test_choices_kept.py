"""What somebody declines is kept whole, and lifted by no older word and none without proof."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint
from rapport.core.bounds import CATEGORY_CHARS, ID_CHARS, MAX_TOPICS, MAX_TOPICS_BEFORE
from rapport.core.codec import encode_state
from rapport.core.creative.framework import Topic
from rapport.core.editions import CHOICES_KEPT, EDITION
from rapport.core.effects import AnyEffect, Send
from rapport.core.events import Event, ProfileAbsorbed, ProfileChanged, Wake
from rapport.core.person.kinds import Kinds, kinds_of
from rapport.core.state import ProfileState
from rapport.core.step import step, why_unwanted
from rapport.core.time import Instant
from rapport.testing import examples as ex

LONG = "notes-about-what-you-left-behind-in-your-basket-or-checkout"


def shop(*topics: str, edition: int = EDITION, trusting: bool = False) -> Blueprint:
    """One framework for each topic; the last one is that of the flow."""
    made = ex.blueprint(ex.ADAPTIVE_ONLY, ex.EAGER)
    (release,) = made.releases
    speaks = release.frameworks[0]
    others = [
        replace(speaks, key=f"f{n}", topic=Topic(key, key)) for n, key in enumerate(topics[:-1])
    ]
    frameworks = (*others, replace(speaks, topic=Topic(topics[-1], "Notes")))
    brand = replace(release.brand, trust_browser_consent=trusting)
    release = replace(release, frameworks=frameworks, edition=edition, brand=brand)
    return replace(made, releases=(release,))


def said(
    at: Instant,
    *declined: str,
    kept: tuple[str, ...] | None = None,
    source: str = "web",
) -> Event:
    body = ProfileChanged(declined_topics=declined, kept_topics=kept)
    return Event(f"{source}-{at}-{declined}-{kept}", at, source, body)


def told(
    blueprint: Blueprint, *events: Event, before: ProfileState | None = None
) -> tuple[ProfileState, list[AnyEffect]]:
    state, effects = before or ProfileState("ada"), list[AnyEffect]()
    for event in events:
        state, more = step(blueprint, state, event)
        effects.extend(more)
    return state, effects


def declined_after(blueprint: Blueprint, *events: Event) -> set[str]:
    return set(told(blueprint, *events)[0].consent.declined_topics)


BRAND = shop("baskets")
EARLY, NOON, LATE = ex.at(1, 9), ex.at(1, 12), ex.at(1, 15)

# --- Who may lift it, and when -------------------------------------------------------------------


def test_word_without_proof_only_declines_more() -> None:
    events = said(EARLY, "jokes"), said(NOON, "tea", source="segment"), said(LATE, source="segment")
    assert declined_after(BRAND, *events) == {"jokes", "tea"}
    kept = said(LATE, kept=("jokes", "tea"), source="segment")
    assert declined_after(BRAND, *events, kept) == {"jokes", "tea"}


def test_a_brand_that_trusts_what_browsers_tell_takes_their_word_for_all_there_is() -> None:
    events = said(EARLY, "jokes"), said(NOON, "tea", source="segment")
    assert declined_after(shop("baskets", trusting=True), *events) == {"tea"}


def test_an_older_word_lifts_nothing() -> None:
    assert declined_after(BRAND, said(NOON, "jokes"), said(EARLY)) == {"jokes"}
    assert declined_after(BRAND, said(NOON, "jokes", kept=()), said(EARLY, kept=("jokes",))) == {
        "jokes"
    }


def test_the_person_lifts_what_they_declined_and_an_older_word_does_not_bring_it_back() -> None:
    chosen = said(NOON, kept=("jokes",))
    for source in ("web", "segment"):
        older = said(EARLY, "jokes", kept=(), source=source)
        assert declined_after(BRAND, older, chosen) == set()
        assert declined_after(BRAND, chosen, older) == set()


def test_what_nobody_was_asked_about_stays_declined_however_late_it_is_told() -> None:
    """The page asks about the kinds that the brand has: a decline of another topic, told after the
    choice was made, was never gone back on."""
    chosen, elsewhere = said(NOON, "baskets", kept=("jokes",)), said(EARLY, "mothers-day")
    for events in ((chosen, replace(elsewhere, source="segment")), (elsewhere, chosen)):
        assert declined_after(BRAND, *events) == {"baskets", "mothers-day"}


def test_of_two_words_of_the_same_moment_the_one_that_declines_holds() -> None:
    both = [said(NOON, "jokes"), said(NOON, kept=("jokes",)), said(NOON)]
    for events in (both, both[::-1]):
        assert declined_after(BRAND, *events) == {"jokes"}


def test_no_profiling_is_lifted_by_proof_alone_and_by_no_older_word() -> None:
    def no_profiling(at: Instant, source: str, *, objects: bool) -> Event:
        return Event(f"{at}{source}", at, source, ProfileChanged(no_profiling=objects))

    objected = no_profiling(NOON, "segment", objects=True)
    for source, at in (("segment", LATE), ("shopify", EARLY), ("shopify", NOON)):
        state, _ = told(BRAND, objected, no_profiling(at, source, objects=False))
        assert state.consent.no_profiling
    lifted = no_profiling(LATE, "shopify", objects=False)
    for events in ((objected, lifted), (lifted, objected)):
        assert not told(BRAND, *events)[0].consent.no_profiling


def test_of_two_profiles_that_are_one_what_either_declined_stays_declined() -> None:
    ben, _ = told(BRAND, said(EARLY, "tea"), before=ProfileState("ben"))
    absorbed = Event("m", LATE, "rapport", ProfileAbsorbed("ben", encode_state(ben)))
    chosen = said(NOON, "jokes", kept=("tea", "baskets"))
    assert declined_after(BRAND, chosen, absorbed) == {"jokes", "tea"}
    again = said(LATE + 1, "jokes", kept=("tea", "baskets"))
    assert declined_after(BRAND, chosen, absorbed, again) == {"jokes"}


# --- All of it is kept ---------------------------------------------------------------------------


def page(blueprint: Blueprint, state: ProfileState | None = None) -> Kinds:
    return kinds_of(blueprint.releases[-1], state)


def left_behind(blueprint: Blueprint, *events: Event) -> tuple[ProfileState, list[AnyEffect]]:
    """What follows where somebody leaves a basket after these events."""
    left = ex.checkout("c", ex.at(2, 10))
    wait = Event("w", ex.at(5), "", Wake())
    return told(blueprint, *ex.subscribed(ex.at(0, 8)), *events, left, wait)


@pytest.mark.parametrize("number", [1, 12, MAX_TOPICS])
@pytest.mark.parametrize("length", [8, CATEGORY_CHARS + 1, ID_CHARS - 1])
def test_whoever_declines_all_kinds_on_the_page_gets_none_of_them(number: int, length: int) -> None:
    blueprint = shop(*(f"{n:02}".ljust(length, "x") for n in range(number)))
    shown = page(blueprint)
    state, effects = left_behind(blueprint, said(EARLY, *shown.declined_but(()), kept=()))
    assert [kind.declined for kind in page(blueprint, state).kinds] == [True] * number
    assert not [effect for effect in effects if isinstance(effect, Send)]
    shown = page(blueprint, state)
    keep = [kind.key for kind in shown.kinds]
    state, effects = left_behind(
        blueprint,
        said(EARLY, *shown.declined_but(()), kept=()),
        said(NOON, *shown.declined_but(keep), kept=shown.kept_of(keep)),
    )
    assert state.consent.declined_topics == ()
    assert [effect for effect in effects if isinstance(effect, Send)]


def test_what_the_brand_has_is_kept_before_what_it_has_not() -> None:
    blueprint = shop(*(f"kind-{n:02}" for n in range(MAX_TOPICS)))
    kinds = page(blueprint).declined_but(())
    noise = [said(LATE + n, f"noise-{n}", source="segment") for n in range(2 * MAX_TOPICS)]
    state, _ = told(blueprint, said(EARLY, *kinds[:20], kept=kinds[20:]), *noise)
    assert set(kinds[:20]) <= set(state.consent.declined_topics)
    assert len(state.consent.topics) == MAX_TOPICS


def test_older_releases_keep_as_much_as_they_did() -> None:
    older = shop("baskets", edition=CHOICES_KEPT - 1)
    topics = [f"{n:02}".ljust(50, "x") for n in range(12)]
    state, _ = told(older, said(NOON, *topics), said(EARLY, *topics, source="segment"))
    assert state.consent.declined_topics == tuple(
        topic[:CATEGORY_CHARS] for topic in topics[:MAX_TOPICS_BEFORE]
    )
    assert declined_after(older, said(NOON, "jokes"), said(EARLY, source="segment")) == set()


# --- What was cut when it was kept ---------------------------------------------------------------


def test_what_was_cut_when_it_was_kept_is_declined_and_can_be_lifted() -> None:
    older, blueprint = shop(LONG, edition=CHOICES_KEPT - 1), shop(LONG)
    before, _ = told(older, *ex.subscribed(ex.at(0, 8)), said(EARLY, LONG))
    assert before.consent.declined_topics == (LONG[:CATEGORY_CHARS],)
    shown = page(blueprint, before)
    assert ([kind.declined for kind in shown.kinds], shown.others) == ([True], ())
    events = ex.checkout("c", ex.at(2, 10)), Event("w", ex.at(5), "", Wake())
    _, effects = told(blueprint, *events, before=before)
    assert not [effect for effect in effects if isinstance(effect, Send)]
    lifted = said(NOON, *shown.declined_but([LONG]), kept=shown.kept_of([LONG]))
    after, effects = told(blueprint, lifted, *events, before=before)
    assert after.consent.declined_topics == ()
    assert [effect for effect in effects if isinstance(effect, Send)]


def test_what_a_release_of_before_planned_all_the_same_is_not_sent() -> None:
    older = shop(LONG, edition=CHOICES_KEPT - 1)
    state, effects = left_behind(older, said(EARLY, LONG))
    send = next(effect for effect in effects if isinstance(effect, Send))
    assert why_unwanted(older, state, send, send.at) == f"the topic '{LONG}' was declined"
