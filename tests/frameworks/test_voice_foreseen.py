"""What a change to the voice means for drafts and approved words is told before it is made."""

from __future__ import annotations

import re
from html import unescape

import httpx
from desk_world import BRAND, Visitor, World, fields_of
from msgspec.structs import replace

from rapport.core.creative.draft import (
    EXPIRED,
    USABLE,
    WAITING,
    Draft,
    KeptDraft,
    Standing,
    edition_of,
    named,
)
from rapport.core.creative.framework import NO_OFFER, Action
from rapport.core.time import DAY

PAGE = "/console/voice"
WORDS, PHRASES = f"{PAGE}/parts/words", f"{PAGE}/parts/phrases"


def draft(world: World, subject: str, *, usable: bool = False) -> str:
    """A rewrite that stands on what is published now."""
    now, release = world.clock.now(), world.here.blueprint(BRAND).releases[-1]
    bare = Draft(
        id="", framework="checkout", edition="", point="first",
        action=Action(offer=NO_OFFER, tone="plain", angle="help", visual="note"),
        language="en", situation="", slots={"subject": subject}, author="model:kiln", prompt="p",
        made_at=now, deadline=now + DAY,
    )  # fmt: skip
    kept = named(replace(bare, edition=edition_of(bare, release)))
    with world.here.store.transaction() as transaction:
        assert transaction.add_drafts(BRAND, [KeptDraft(kept)])
        if usable:
            seen = Standing(USABLE, "Rae", "", now)
            assert transaction.judge_draft(BRAND, kept.id, WAITING, seen)
    return kept.id


def plain(answer: httpx.Response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def test_drafts_that_a_word_to_avoid_would_stop_are_shown_before_it_is_saved(
    world: World, visitor: Visitor
) -> None:
    waiting = draft(world, "A cosy kettle for you")
    draft(world, "Your COSY kettle", usable=True)
    draft(world, "A warm kettle")
    before = world.everything()
    form = {**visitor.fields(WORDS), "avoid": "synergy\nbest ever\ncosy", "do": "save"}
    asked = visitor.send(WORDS, **form)
    assert (asked.status_code, world.everything()) == (200, before)
    told = plain(asked)
    assert "Not saved yet: look at this first" in told
    assert "nobody may write the new phrases" in told
    assert "Approved words of frameworks have none of them" in told
    assert "1 draft that waits for review" in told
    assert "1 approved draft, which goes out no more" in told
    assert f"/console/review/{waiting}?" in asked.text
    assert "<mark>cosy</mark>" in asked.text

    draft(world, "A cosy evening")  # meanwhile
    again = visitor.send(WORDS, **{**fields_of(asked.text), "do": "save"})
    assert "2 drafts that wait" in plain(again)
    assert world.everything() == before
    assert visitor.send(WORDS, **{**fields_of(again.text), "do": "save"}).is_redirect
    assert world.desk.book(BRAND).content.voice.avoid == ("synergy", "best ever", "cosy")


def test_checking_shows_it_and_phrases_for_other_checks_are_looked_for_too(
    world: World, visitor: Visitor
) -> None:
    draft(world, "Our kettles weep without you")
    before = world.everything()
    form = {**visitor.fields(PHRASES), "stop.guilt": "kettles weep", "do": "check"}
    answer = visitor.send(PHRASES, **form)
    assert "That is fine: it can be saved." in plain(answer)
    assert "1 draft that waits for review" in plain(answer)
    assert 'name="seen"' not in answer.text
    told = plain(visitor.send(PHRASES, **{**form, "do": "save"}))
    assert "no model may write the new phrases" in told
    assert "Approved words of frameworks are not looked at" in told
    assert "have none of them" not in told
    assert world.everything() == before


def test_nothing_is_asked_where_no_draft_has_the_words(world: World, visitor: Visitor) -> None:
    draft(world, "A warm kettle")
    form = {**visitor.fields(WORDS), "avoid": "synergy\nbest ever\ncosy", "do": "save"}
    assert visitor.send(WORDS, **form).is_redirect
    form = {**visitor.fields(WORDS), "avoid": "warm kettle\nsynergy", "use": "tin", "do": "save"}
    assert "Not saved yet" in plain(visitor.send(WORDS, **form))
    form["avoid"] = "synergy"
    assert visitor.send(WORDS, **form).is_redirect, "what is taken out stops nothing"


def test_approved_words_that_have_a_word_to_avoid_are_named_and_lead_to_their_form(
    world: World, visitor: Visitor
) -> None:
    draft(world, "Your basket waits")
    before = world.everything()
    form = {**visitor.fields(WORDS), "avoid": "synergy\nbasket", "do": "save"}
    answer = visitor.send(WORDS, **form)
    assert (answer.status_code, world.everything()) == (400, before)
    told = plain(answer)
    assert "Approved words have some of these, in" in told
    assert "Change them first" in told
    assert fields_of(answer.text)["avoid"] == "synergy\nbasket"
    link = re.search(r'<a href="(/console/frameworks/checkout/words/[^"]+)"', answer.text)
    assert link is not None
    assert "basket" in visitor.get(unescape(link[1])).text.lower()


def test_what_publishing_puts_aside_is_told_with_what_differs_and_so_it_comes(
    world: World, visitor: Visitor
) -> None:
    ids = [draft(world, "A warm kettle"), draft(world, "A kind kettle", usable=True)]
    assert 'id="aside"' not in visitor.get("/console/publish").text
    world.change("A tinsmith and two", "A tinsmith and three", "voice.yaml")
    told = plain(visitor.get("/console/publish"))
    assert "1 that waits for review is put aside, and 1 that was approved goes out no more" in told
    form = visitor.fields("/console/publish", 1)
    assert visitor.send("/console/publish", **form, sure="yes").is_redirect
    kept = world.here.records.draft(BRAND, ids[0])
    assert kept is not None
    assert kept.standing.state == EXPIRED
    release = world.here.blueprint(BRAND).releases[-1]
    approved = world.here.records.draft(BRAND, ids[1])
    assert approved is not None
    assert approved.draft.edition != edition_of(approved.draft, release)
    world.change("A tinsmith and three", "A tinsmith and four", "voice.yaml")
    assert 'id="aside"' not in visitor.get("/console/publish").text, "they are aside already"


def test_a_change_elsewhere_puts_nothing_aside(world: World, visitor: Visitor) -> None:
    draft(world, "A warm kettle")
    world.change("holdout: 10%", "holdout: 12%", "brand.yaml")
    html = visitor.get("/console/publish").text
    assert "<h3>brand.yaml</h3>" in html
    assert 'id="aside"' not in html


def test_very_many_new_phrases_are_not_looked_for_and_nothing_hangs(
    world: World, visitor: Visitor
) -> None:
    draft(world, "Phrase 7 is here")
    many = "\n".join(f"phrase {number}" for number in range(60))
    form = {**visitor.fields(WORDS), "avoid": many, "do": "save"}
    assert visitor.send(WORDS, **form).is_redirect
