"""Publishing from the console: what was read is what is published, by whom it may be."""

from __future__ import annotations

import re
from html import unescape

import pytest
from desk_world import BRAND, ME, Visitor, World
from msgspec.structs import replace

from rapport.app.publishing.publications import published
from rapport.app.publishing.release_changes import (
    LookAgainError,
    changed_frameworks,
    folder_of,
    release_changes,
)
from rapport.app.publishing.second_person import SecondPersonNeededError
from rapport.core.creative.framework import Block, Framework, Level, Rule, Slot, Topic
from rapport.core.creative.modes import Writing
from rapport.core.oversight.people import PUBLISHER, Actor
from rapport.errors import UserError
from rapport.ports.brand_files import FolderNow

PAGE = "/console/publish"
PIA, PAT = Actor("Pia", PUBLISHER, listed=True), Actor("Pat", PUBLISHER, listed=True)


def change(world: World, new: str = "It is all still here") -> None:
    world.change("subject: Your basket is saved", f"subject: {new}")


def test_nothing_differs_at_first(world: World, visitor: Visitor) -> None:
    assert "Nothing differs" in visitor.get(PAGE).text
    assert not world.desk.changes(BRAND).any


def test_every_word_that_differs_is_shown_and_then_published(
    world: World, visitor: Visitor
) -> None:
    change(world, "Your basket is kept")
    world.change("label: Warm,", "label: Kind,")
    world.change("lasts:", "lasts: 36h #", "offers.yaml")
    html = unescape(visitor.get(PAGE).text)
    assert "Your basket is <del>saved</del><ins>kept</ins>" in html
    assert "<del>Warm</del><ins>Kind</ins>: Kind and slow." in html
    assert "offers.yaml" in html
    assert world.release == 1
    form = {**visitor.fields(PAGE, _form(html)), "sure": "yes"}
    answer = visitor.send(PAGE, **form)
    assert answer.status_code == 303
    assert "Published: release 2 holds" in visitor.get(answer.headers["location"]).text
    assert world.release == 2
    entry = world.here.records.audit_entries(BRAND)[-1].deed
    assert (entry.who, entry.did, entry.what) == ("owner", "published", "release 2")
    assert set(entry.saw) == {"the changes", "release 2"}
    assert entry.saw["the changes"] == form["seen"]
    assert "Nothing differs" in visitor.get(PAGE).text


@pytest.mark.parametrize(
    ("old", "new"),
    [("holdout: 10%", "holdout: 5%"), ("usual: 20%", "usual: 25%"), ("salt: spring", "salt: May")],
)
def test_arms_that_change_are_warned_of_before_they_are_published(
    world: World, visitor: Visitor, old: str, new: str
) -> None:
    change(world)
    warning = "Reports of what messages were worth begin anew"
    assert warning not in visitor.get(PAGE).text
    world.change(old, new, "brand.yaml")
    assert warning in visitor.get(PAGE).text
    (told,) = world.desk.changes(BRAND).warnings
    assert warning in told


def test_offers_that_the_margin_leaves_to_nobody_are_told_before_they_are_published(
    world: World, visitor: Visitor
) -> None:
    change(world)
    assert "Nobody gets the offer" not in visitor.get(PAGE).text
    world.change("floor: 12.5%", "floor: 90%", "brand.yaml")
    assert "a rate of 55% and a floor of 90%" in visitor.get(PAGE).text


def _form(html: str) -> int:
    forms = re.findall(r"<form\b.*?</form>", html, re.DOTALL)
    return next(number for number, one in enumerate(forms) if "tray publish" in one)


def test_a_running_message_keeps_the_words_of_its_release(world: World) -> None:
    change(world)
    world.desk.publish(BRAND, ME, world.desk.changes(BRAND).seen)
    with world.here.store.transaction() as transaction:
        blueprint = published(transaction, BRAND)
    subjects = [
        {block.text for block in blueprint.release_number(number).frameworks[0].blocks}
        for number in (1, 2)
    ]
    assert "Your basket is saved" in subjects[0]
    assert "It is all still here" not in subjects[0]
    assert "It is all still here" in subjects[1]
    assert changed_frameworks(blueprint.releases[0], folder_of(blueprint.releases[1])) == {
        "checkout": "edited"
    }


OTHERS = {
    "name": "Another name", "slots": (Slot("subject", 61),), "offers": ("none",),
    "tones": (Level("warm", "Warm", "Else."),), "angles": (Level("help", "Help", "x", ("jokes",)),),
    "visuals": (Level("note", "A note", "Words only.", (), ("reviews",)),),
    "rules": (Rule("Quiet", kind="silence"),), "layouts": (("note", "<mjml></mjml>"),),
    "writing": Writing("free"), "about": "order", "topic": Topic("x", "X"),
    "blocks": (Block("b", "cta", "Go"),),
}  # fmt: skip


@pytest.mark.parametrize("field", [one for one in Framework.__struct_fields__ if one != "key"])
def test_nothing_of_a_framework_changes_unseen(world: World, field: str) -> None:
    files = world.here.folders.files(BRAND)
    assert files is not None
    release = world.here.blueprint(BRAND).releases[-1]
    content = files.now().content
    assert content is not None
    was = content.frameworks[0]
    other = replace_field(was, field, OTHERS[field])
    now = FolderNow(replace(content, frameworks=(other,)))
    assert release_changes(release, now, files.texts).any
    if field in ("tones", "slots", "blocks", "rules"):
        turned = replace_field(was, field, getattr(was, field)[::-1])
        changes = release_changes(
            release, FolderNow(replace(content, frameworks=(turned,))), files.texts
        )
        words = "parts" if field == "slots" else "words" if field == "blocks" else field
        assert [one.what for one in changes.settings] == [f"The order of {words}"]


def replace_field(framework: Framework, field: str, value: object) -> Framework:
    fields = {name: getattr(framework, name) for name in Framework.__struct_fields__}
    return Framework(**{**fields, field: value})


def test_what_was_changed_since_it_was_read_is_not_published(world: World) -> None:
    change(world)
    seen = world.desk.changes(BRAND).seen
    world.change("It is all still here", "It was never read")
    with pytest.raises(LookAgainError):
        world.desk.publish(BRAND, ME, seen)
    assert world.release == 1
    seen = world.desk.changes(BRAND).seen
    world.desk.publish(BRAND, ME, seen)
    with pytest.raises(LookAgainError):  # compared with another release
        world.desk.publish(BRAND, ME, seen)
    assert world.release == 2


def test_a_box_is_ticked_first(world: World, visitor: Visitor) -> None:
    change(world)
    form = visitor.fields(PAGE, _form(visitor.get(PAGE).text))
    assert visitor.send(PAGE, **form).status_code == 400
    assert visitor.send(PAGE, **{**form, "sure": "yes", "seen": ""}).status_code == 409
    assert world.release == 1


def test_only_a_publisher_publishes(world: World, visitor: Visitor) -> None:
    world.employ(Pia="publisher", Ann="author")
    change(world)
    visitor.sign_in("Ann")
    html = visitor.get(PAGE).text
    assert "A publisher can publish this." in html
    word = re.search(r'name="csrf" value="([^"]+)"', html)
    assert word is not None
    form = {"csrf": word[1], "sure": "yes", "seen": world.desk.changes(BRAND).seen}
    assert visitor.send(PAGE, **form).status_code == 403
    assert world.release == 1
    visitor.sign_in("Pia")
    form["csrf"] = visitor.fields(PAGE, _form(visitor.get(PAGE).text))["csrf"]
    assert visitor.send(PAGE, **form).status_code == 303
    assert world.release == 2


def test_with_four_eyes_a_second_publisher_is_waited_for(world: World, visitor: Visitor) -> None:
    world.change("key: tin-kettle", "key: tin-kettle\noversight: {four_eyes: true}", "brand.yaml")
    world.here.publish(world.folder)
    world.employ(Pia="publisher", Pat="publisher")
    change(world)
    seen = world.desk.changes(BRAND).seen
    for _ in range(2):
        with pytest.raises(SecondPersonNeededError):
            world.desk.publish(BRAND, PIA, seen)
    visitor.sign_in("Pia")
    assert "it waits for another publisher" in visitor.get(PAGE).text
    visitor.sign_in("Pat")
    html = visitor.get(PAGE).text
    assert "Pia has proposed this." in html
    form = {**visitor.fields(PAGE, _form(html)), "sure": "yes"}
    assert visitor.send(PAGE, **form).status_code == 303
    assert world.release == 3
    with pytest.raises(UserError):
        world.desk.publish(BRAND, PAT, "what nobody saw")


def test_what_still_is_the_examples_is_named_where_it_would_be_published(
    world: World, visitor: Visitor
) -> None:
    assert "still is the example’s" not in visitor.get(PAGE).text
    text = world.text("brand.yaml")
    mine = next(line for line in text.splitlines() if "email:" in line)
    line = text.splitlines().index(mine) + 1
    theirs = re.sub(r"email: [^,}\s]+", "email: hello@alderandclay.example", mine)
    world.change(mine, theirs, "brand.yaml")
    for page in (PAGE, "/console/frameworks"):
        told = visitor.get(page).text
        assert "Some of this still is the example’s, a made-up pottery’s." in told
        assert f"brand.yaml:{line}: it sends as hello@alderandclay.example" in told
