"""Taking approved proposals in from the console: what is seen, who may, and what is on record."""

from __future__ import annotations

import threading

import pytest
from desk_world import BRAND, CHECKOUT, HOSTILE, ME, Visitor, World
from proposals import PAGE, WORDS, propose

from rapport.app.frameworks.adopting import UnfitError
from rapport.app.in_charge.people import NotAllowedError
from rapport.core.oversight.people import AUTHOR, VIEWER, Actor
from rapport.errors import BrandFolderError, UserError


def form_of(visitor: Visitor) -> dict[str, str]:
    html = visitor.get(PAGE).text
    return visitor.fields(PAGE, html[: html.index('class="changes proposal"')].count("<form") - 1)


def test_what_is_approved_is_seen_taken_in_and_on_record(world: World, visitor: Visitor) -> None:
    draft = propose(world)
    propose(world, {"subject": "Nobody judged this"}, judged=False)
    assert "One approved proposal waits" in visitor.get("/console/frameworks").text
    html = visitor.get(PAGE).text
    assert "A quiet word" in html
    assert "Nobody judged this" not in html
    assert "What changes in the files" in html
    assert world.deeds() == []
    form = form_of(visitor)
    assert form["draft"] == draft
    checked = visitor.send(PAGE, **form, do="check")
    assert "it can be taken in" in checked.text
    assert world.deeds() == []
    answer = visitor.send(PAGE, **form)
    assert answer.status_code == 303
    assert "Taken in." in visitor.get(answer.headers["location"]).text
    assert f"(draft {draft})" in world.text()
    assert "model kiln, approved by Rae" in world.text()
    (deed,) = world.deeds()
    assert (deed.did, deed.what) == ("edited", "framework checkout")
    assert deed.why == "took in 1 approved proposal"
    assert deed.saw["proposal 1"] == draft
    assert f"{CHECKOUT} became" in deed.saw
    assert world.desk.book(BRAND).states["checkout"] == "edited"
    assert world.release == 1
    again = visitor.send(PAGE, **form)
    assert again.status_code == 409
    assert "look again" in again.text
    assert len(world.deeds()) == 1


def test_only_what_is_ticked_is_taken_in(world: World) -> None:
    first, second = propose(world), propose(world, {"cta": "See it"})
    world.desk.adopt(BRAND, [second], Actor("Ann", AUTHOR))
    assert first not in world.text()
    assert second in world.text()
    assert [one.kept.draft.id for one in world.desk.to_adopt(BRAND)] == [first]


def test_a_new_angle_comes_along_and_keeps_to_what_it_has_words_for(
    world: World, visitor: Visitor
) -> None:
    propose(world, WORDS, angle="gift")
    assert "a new angle: Gift" in visitor.get(PAGE).text
    # The tone's words fit any angle, but the other tone has none for this one.
    assert visitor.send(PAGE, **form_of(visitor)).status_code == 303
    assert "The angle gift only with tones that it has approved words for" in world.text()
    assert len(world.deeds()) == 1


def test_where_a_new_angle_has_no_words_of_its_own_is_told(world: World, visitor: Visitor) -> None:
    world.change("    angle: help\n", "")  # so that these words go out with any angle
    told = (
        "Checkout left behind: The angle gift has no words of its own yet for tone warm: there it "
        "says what the angle help says. Nothing changes for readers until it has."
    )
    propose(world, WORDS, angle="gift")
    assert told not in visitor.get(PAGE).text
    answer = visitor.send(PAGE, **form_of(visitor))
    assert told in visitor.get(answer.headers["location"]).text
    (echo,) = world.desk.coverage(BRAND)["checkout"].echoes
    assert told.endswith(echo.says)
    assert echo.says in visitor.get("/console/frameworks/checkout").text
    more = propose(world, {"cta": "For somebody dear"}, angle="gift", tone="warm")
    assert world.desk.adopt(BRAND, [more], ME).told == ()
    assert world.desk.coverage(BRAND)["checkout"].echoes == ()


def test_what_would_be_a_mistake_is_refused_and_nothing_is_written(
    world: World, visitor: Visitor
) -> None:
    propose(world, {"cta": "See {{ nonsense }}"}, angle="gift")
    before = world.everything()
    assert visitor.send(PAGE, **form_of(visitor)).status_code == 400
    assert world.everything() == before
    assert world.deeds() == []


def test_of_many_at_once_each_is_taken_in_once(world: World) -> None:
    drafts = [propose(world, {"cta": f"See it, {letter}"}) for letter in "abc"]
    came: list[str] = []

    def run(draft: str) -> None:
        try:
            world.desk.adopt(BRAND, [draft], ME)
            came.append("adopted")
        except UserError:
            came.append("refused")

    threads = [threading.Thread(target=run, args=(one,)) for one in drafts * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(came) == ["adopted"] * 3 + ["refused"] * 3
    assert all(world.text().count(draft) == 1 for draft in drafts)


def test_who_may_not_and_what_is_not_approved_change_nothing(
    world: World, visitor: Visitor
) -> None:
    draft, unjudged = propose(world), propose(world, {"cta": "x"}, judged=False)
    before = world.everything()
    with pytest.raises(NotAllowedError):
        world.desk.adopt(BRAND, [draft], Actor("Vic", VIEWER))
    for ids in ([unjudged], [draft, "no-such-draft"], [HOSTILE]):
        with pytest.raises(UserError, match="look again"):
            world.desk.adopt(BRAND, ids, ME)
    assert visitor.send(PAGE, draft=draft).status_code == 403  # without the page's word
    form = form_of(visitor)
    assert visitor.send(PAGE, **{**form, "draft": HOSTILE}).status_code == 409
    assert visitor.send(PAGE, **{**form, "draft": ""}).status_code == 400
    assert world.everything() == before
    assert world.deeds() == []


def test_hostile_words_are_shown_and_a_folder_with_mistakes_takes_nothing(
    world: World, visitor: Visitor
) -> None:
    draft = propose(world, {"subject": HOSTILE})
    assert "<script>window" not in visitor.get(PAGE).text
    with pytest.raises(UnfitError):
        world.desk.adopt(BRAND, [draft], ME)
    world.change("max_chars: 28", "max_chars: few")
    page = visitor.get(PAGE)
    assert page.status_code == 200
    assert "max_chars" in page.text
    with pytest.raises(BrandFolderError):
        world.desk.adopt(BRAND, [draft], ME)
    assert world.deeds() == []
