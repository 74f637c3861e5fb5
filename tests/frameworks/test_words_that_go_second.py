"""Words that stand beside others go to whoever had those, and to nobody before: proposals that were
taken in, and words that somebody ticked so."""

from __future__ import annotations

import re
from html import unescape

import msgspec
import pytest
from desk_world import BRAND, ME, Visitor, World, fields_of
from msgspec.structs import replace
from proposals import PAGE, propose
from test_change_api import FRAMEWORK, PROPOSALS, call, staffed  # noqa: F401  a fixture
from test_framework_pages import ONE, passage

from rapport.adapters.brand_folder import read_brand_folder
from rapport.adapters.brand_folder.write import write_brand_folder
from rapport.app.frameworks.unheard import NOTHING_ELSE
from rapport.app.messages.fresh_words import write_afresh
from rapport.app.messages.made_up import made_up_send
from rapport.app.messages.matter import example
from rapport.app.messages.write import Writer, WriteRequest, Written
from rapport.core.blueprint import Release
from rapport.core.creative.coverage import coverage
from rapport.core.creative.framework import Action, Block, choose_blocks
from rapport.core.deciding.arms import ADAPTIVE, USUAL
from rapport.core.deciding.had import would_say
from rapport.core.deciding.repeats import Said
from rapport.core.events import Contact
from rapport.core.oversight.people import AUTHOR, Actor
from rapport.core.state import ProfileState

ANN = Actor("Ann", AUTHOR)
USUALLY = Action(time="now", offer="none", tone="plain", angle="help", visual="note")
"""The usual message of the flow. People's words for it are bound to the tone alone, and a
proposal's to the point, the tone and the angle."""
THEIRS, NEW = "Your basket is saved", "A quiet word"
SECOND = (
    "They go second: to whoever had the words that are approved there already. For everybody else, "
    "and for people who get the usual messages, nothing changes."
)


TOGETHER = (
    "Where you take in one above that is for the same messages, that one goes first: these are "
    "then for whoever had it, and never for people who get the usual messages."
)


def published(world: World) -> Release:
    world.desk.publish(BRAND, ME, world.desk.changes(BRAND).seen)
    return world.here.blueprint(BRAND).releases[-1]


def written(world: World, *earlier: Written, arm: str = ADAPTIVE) -> Written:
    """The usual message as somebody gets it who had these before."""
    release = world.here.blueprint(BRAND).releases[-1]
    now = world.clock.now()
    send = made_up_send("m", "checkout", "first", USUALLY, release, now)
    request = WriteRequest(
        replace(send, arm=arm), release, example("cart", {}), {}, Contact("ada@example.com"), now
    )
    said = tuple(Said(one.message.subject, one.message.text) for one in earlier)
    writer = Writer(world.here.links, world.here.renderer)
    return write_afresh(writer, replace(request, said=said))


def whole(words: str) -> dict[str, str]:
    """A message that begins with these words and says others in each part."""
    others = ("preheader", "headline", "body", "cta", "signoff")
    return {"subject": words, **{part: f"{words}, {part[:4]}" for part in others}}


def taken_in(world: World, words: dict[str, str]) -> str:
    draft = propose(world, words)
    assert world.desk.adopt(BRAND, [draft], ANN).drafts == (draft,)
    return draft


def test_a_proposal_goes_to_whoever_had_the_words_of_people_and_to_nobody_else(
    world: World,
) -> None:
    before = written(world)
    assert before.message.subject == THEIRS
    taken_in(world, {"subject": NEW})
    release = published(world)
    framework = release.framework("checkout")
    assert framework is not None
    chosen = choose_blocks(framework, "first", USUALLY, "en")
    assert chosen["subject"].text == THEIRS
    again = written(world)
    assert (again.message.subject, again.message.text) == (THEIRS, before.message.text)
    heard = replace(before, message=replace(before.message, text=""))
    assert written(world, heard).message.subject == NEW
    assert written(world, heard, arm=USUAL).message.subject == THEIRS
    assert written(world, arm=USUAL).message.blocks == again.message.blocks


def test_the_core_knows_who_gets_them_as_the_writer_does(world: World) -> None:
    before = written(world)
    taken_in(world, {"subject": NEW})
    release = published(world)
    send = made_up_send("m", "checkout", "first", USUALLY, release, world.clock.now())

    def would(arm: str, *had: int) -> tuple[int, ...]:
        state = ProfileState("ada", had=had)
        return would_say(world.here.blueprint(BRAND), state, replace(send, arm=arm))

    theirs, body = would(ADAPTIVE)
    assert would(USUAL) == (theirs, body)
    new, same = would(ADAPTIVE, theirs)
    assert new not in (theirs, body)
    assert same == body
    assert would(USUAL, theirs) == (theirs, body)
    heard = replace(before, message=replace(before.message, text=""))
    assert written(world, heard).message.words == (new, body)
    assert written(world, heard, arm=USUAL).message.words == (theirs, body)


def test_who_gets_them_is_said_before_and_after_they_are_taken_in(
    world: World, visitor: Visitor
) -> None:
    propose(world, {"subject": NEW})
    html = unescape(visitor.get(PAGE).text)
    assert SECOND in html
    assert "also: true" in html
    (one,) = world.desk.to_adopt(BRAND)
    done = world.desk.adopt(BRAND, [one.kept.draft.id], ANN)
    assert done.told == (f"“{NEW}”: {SECOND}",)
    html = unescape(visitor.get("/console/publish").text)
    assert "For whoever had the others: whatever else fits goes first." in html
    assert "for whoever had the others" in visitor.get(ONE).text


def test_other_parts_than_subject_and_body_give_way_to_nobody_and_that_is_said(
    world: World,
) -> None:
    draft = propose(world, {"cta": "Have a look"})
    (told,) = world.desk.adopt(BRAND, [draft], ANN).told
    assert "nobody gets them until you retire those" in told
    mixed = propose(world, {"subject": NEW, "cta": "See it"})
    (told,) = world.desk.adopt(BRAND, [mixed], ANN).told
    rest = "Of them only the subject is used; in the other parts the words that are there stay."
    assert told == f"“{NEW}”: {SECOND} {rest}"


def test_words_for_a_new_angle_go_first(world: World) -> None:
    draft = propose(world, whole("From the forge"), angle="gift")
    world.desk.adopt(BRAND, [draft], ANN)
    assert "also:" not in world.text()
    framework = published(world).framework("checkout")
    assert framework is not None
    chosen = choose_blocks(framework, "first", replace(USUALLY, angle="gift"), "en")
    assert chosen["subject"].text == "From the forge"


def test_of_two_proposals_for_one_place_that_are_taken_in_together_the_first_goes_first(
    world: World,
) -> None:
    drafts = [
        propose(world, whole(words), angle="gift")
        for words in ("From the forge", "Also from the forge")
    ]
    done = world.desk.adopt(BRAND, drafts, ANN)
    assert world.text().count("also: true") == 1
    (told,) = done.told
    assert told.startswith(f"“Also from the forge”: {SECOND}")
    framework = published(world).framework("checkout")
    assert framework is not None
    chosen = choose_blocks(framework, "first", replace(USUALLY, angle="gift"), "en")
    assert chosen["subject"].text == "From the forge"


def test_that_the_second_of_two_goes_second_is_said_before_they_are_taken_in(
    world: World, visitor: Visitor
) -> None:
    both = ("From the forge", "Also from the forge")
    first, second = (propose(world, whole(words), angle="gift") for words in both)
    assert unescape(visitor.get(PAGE).text).count(TOGETHER) == 1
    of_first, of_second = world.desk.to_adopt(BRAND)
    assert (of_first.who_gets_them, of_second.who_gets_them) == ("", TOGETHER)
    assert not of_second.second
    assert world.desk.adopt(BRAND, [second], ANN).told == ()
    assert "also:" not in world.text()
    assert world.desk.to_adopt(BRAND)[0].kept.draft.id == first
    assert world.desk.to_adopt(BRAND)[0].second


# --- In the console and over HTTP ----------------------------------------------------------------


def test_the_tick_is_kept_when_words_are_edited_and_can_be_taken_away(
    world: World, visitor: Visitor
) -> None:
    taken_in(world, {"subject": NEW})
    address = passage(visitor, NEW)
    form = visitor.fields(address)
    assert form["also"] == "yes"
    assert visitor.send(address, **{**form, "slot.subject": "A calm word"}).status_code == 303
    assert world.text().count("also: true") == 1
    address = passage(visitor, "A calm word")
    form = visitor.fields(address)
    del form["also"]
    assert visitor.send(address, **form).status_code == 303
    assert "also:" not in world.text()
    published(world)
    address = passage(visitor, "A calm word")
    assert visitor.send(address, **{**visitor.fields(address), "also": "yes"}).status_code == 303
    said = "From now on whatever else fits goes before them."
    assert said in unescape(visitor.get("/console/publish").text)


def test_the_picture_beside_the_form_says_who_gets_words_that_are_ticked_so(
    visitor: Visitor,
) -> None:
    form = visitor.fields(f"{ONE}/words")
    typed = {**form, "slot.subject": "A calm word", "tone": "plain", "point": "first", "do": "look"}
    second = "Only whoever had the other words already gets this subject"
    assert second not in visitor.send(f"{ONE}/words", **typed).text
    answer = visitor.send(f"{ONE}/words", **typed, also="yes").text
    assert second in answer
    assert "those bound to most go first: tick" not in answer
    assert 'class="sum" data-sum' in answer
    typed |= {"slot.subject": "", "slot.cta": "See it", "also": "yes"}
    answer = visitor.send(f"{ONE}/words", **typed).text
    assert "Only a subject and a body go to whoever had the others." in answer
    assert 'class="sum wrong" data-sum' in answer


def test_another_like_it_is_for_whoever_had_the_first(world: World, visitor: Visitor) -> None:
    html = visitor.get(ONE).text
    (address,) = re.findall(r'href="([^"]*like=[^"]*)"', html[html.index(THEIRS) :])[:1]
    form = fields_of(visitor.get(unescape(address)).text)
    assert form["also"] == "yes"
    form |= {"slot.subject": "Still here for you", "point": "first", "angle": "help"}
    assert visitor.send(f"{ONE}/words", **form).status_code == 303
    assert "also: true" in world.text()
    published(world)
    assert written(world).message.subject == THEIRS


def test_programs_say_and_see_whether_words_are_for_whoever_had_the_others(
    world: World,
    staffed: str,  # noqa: F811  the fixture
) -> None:
    waiting = propose(world, {"subject": "A word in your ear"})
    (one,) = call(staffed, "GET", PROPOSALS).json()["approved"]
    assert (one["id"], one["also"], one["who_gets_them"]) == (waiting, True, SECOND)
    body = {"words": {"subject": NEW}, "bound": {"tone": ["plain"]}, "also": True}
    assert call(staffed, "POST", f"{FRAMEWORK}/words", body).status_code == 201

    def those() -> dict[str, object]:
        every = call(staffed, "GET", FRAMEWORK).json()["passages"]
        return next(one for one in every if "subject" in one["words"] and one["also"])

    change = {"words": {"subject": "A calm word"}}
    address = f"{FRAMEWORK}/words/{those()['id']}"
    assert call(staffed, "PUT", address, change).status_code == 200
    assert those()["words"] == {"subject": "A calm word"}
    (told,) = call(staffed, "GET", "/api/unpublished").json()["words"]
    assert (told["second"], told["moved"]) == (True, False)
    address = f"{FRAMEWORK}/words/{those()['id']}"
    assert call(staffed, "PUT", address, {"also": False}).status_code == 200
    assert "also:" not in world.text()


# --- Files, and what is counted ------------------------------------------------------------------


def test_a_folder_that_is_written_anew_keeps_who_words_are_for(world: World) -> None:
    taken_in(world, {"subject": NEW})
    read = read_brand_folder(world.folder)
    other = world.folder.parent / "other"
    write_brand_folder(read, other)
    (again,) = (one for one in read_brand_folder(other).frameworks if one.key == "checkout")
    assert [b.text for b in again.blocks if b.also] == [NEW]
    world.change("also: true", "also: maybe")
    assert any("expected true or false" in one for one in world.desk.book(BRAND).mistakes)


def test_a_block_of_before_is_kept_as_it_was() -> None:
    """Releases and drafts name words by a digest of what they say."""
    assert b"also" not in msgspec.json.encode(Block("b", "subject", "Hello"))


def test_what_goes_second_is_told_apart_from_what_nobody_gets(world: World) -> None:
    before = published(world)
    taken_in(world, {"subject": NEW, "cta": "Have a look"})
    release = published(world)

    def found(of: Release) -> tuple[int, int, list[tuple[str, bool]]]:
        framework = of.framework("checkout")
        assert framework is not None
        one = coverage(framework, {"first": ()}, "en", of.rules)
        (english,) = one.languages
        return (
            english.messages,
            english.wordings,
            [(block.id.rsplit("/", 1)[1], block.goes_second) for block in one.unreached],
        )

    messages, wordings, unreached = found(release)
    assert found(before) == (messages, wordings, [])
    assert unreached == [("subject", True), ("cta", False)]


def test_words_whose_others_are_retired_go_first_and_that_is_said_wherever_they_stand(
    world: World, visitor: Visitor
) -> None:
    taken_in(world, {"subject": NEW})
    published(world)
    first = "These words are for whoever had the others, and go first:"
    for path in (ONE, "/console/publish"):
        assert first not in unescape(visitor.get(path).text)
    world.change(f"    subject: {THEIRS}\n", "")
    page = unescape(visitor.get("/console/publish").text)
    assert first in page
    assert NOTHING_ELSE in page
    release = published(world)
    # It stands beside nothing now: everybody has to be told something.
    assert written(world).message.subject == NEW
    assert written(world, arm=USUAL).message.subject == NEW
    page = unescape(visitor.get(ONE).text)
    assert first in page
    assert ">first where nothing else fits<" in page
    assert ">for whoever had the others<" not in page
    framework = release.framework("checkout")
    assert framework is not None
    (alone,) = coverage(framework, {"first": ()}, "en", release.rules).first_alone
    assert alone.endswith("/subject")


@pytest.mark.parametrize("also", [True, False])
def test_words_beside_others_go_last_however_much_they_are_bound_to(also: bool) -> None:
    broad = Block("broad", "subject", "Broad")
    bound = Block("bound", "subject", "Bound", points=("first",), tones=("plain",), also=also)
    assert (bound.rank < broad.rank) == (not also)
