"""Releases in the console: what each changed, by whom, and the way back to its words."""

from __future__ import annotations

import re
from html import unescape

import pytest
from desk_world import BRAND, CHECKOUT, HOSTILE, ME, Visitor, World, fields_of

from rapport.app.publishing.second_person import SecondPersonNeededError
from rapport.core.oversight.people import PUBLISHER, Actor

PUBLISH, RELEASES = "/console/publish", "/console/releases"
PIA, PAT = Actor("Pia", PUBLISHER, listed=True), Actor("Pat", PUBLISHER, listed=True)
SAVED, KEPT = "subject: Your basket is saved", "subject: Your basket is kept"


def publish(world: World, actor: Actor = ME) -> None:
    world.desk.publish(BRAND, actor, world.desk.changes(BRAND).seen)


def second_release(world: World) -> None:
    """With another subject, by the owner."""
    world.change(SAVED, KEPT)
    publish(world)


def buttons(html: str) -> list[str]:
    """The parts that single buttons put back, in the order of the page."""
    return re.findall(r'form="back" name="part" value="([0-9a-f]{16})"', html)


def wholes(html: str) -> list[str]:
    """The parts that are asked about first."""
    return re.findall(r'<button name="part" value="([0-9a-f]{16})"', html)


def sent(html: str) -> dict[str, str]:
    """What a single button's form sends besides the part."""
    form = re.search(r'<form id="back".*?</form>', html)
    assert form is not None
    return fields_of(form[0], 0)


def words_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


# --- What was published ---


def test_every_release_is_listed_with_when_by_whom_and_what_it_changed(
    world: World, visitor: Visitor
) -> None:
    world.employ(Pia="publisher")
    world.change(SAVED, KEPT)
    publish(world, PIA)
    world.change("who: A tinsmith", "who: One tinsmith", "voice.yaml")
    publish(world, PIA)
    visitor.sign_in("Pia")
    for page in (PUBLISH, RELEASES):
        told = words_of(visitor.get(page).text)
        third, second, first = (told.index(f"Release {n} ") for n in (3, 2, 1))
        assert third < second < first
        assert "Release 3 holds now Published " in told
        assert " by Pia Voice" in told[third:second]
        assert " by Pia Checkout left behind" in told[second:first]
        assert "The first one" in told[first:]
    assert "Release 2" not in words_of(visitor.get(f"{RELEASES}?before=2").text)
    assert visitor.get(f"{RELEASES}?before={'9' * 30}").status_code == 200


def test_a_release_shows_what_it_changed(world: World, visitor: Visitor) -> None:
    second_release(world)
    html = visitor.get(f"{RELEASES}/2").text
    changed = html[html.index("What it changed") : html.index("Its words, and the folder now")]
    assert "Your basket is <del>saved</del><ins>kept</ins>" in changed
    assert "by the owner" in html
    assert "stop the framework" in html
    assert re.search(r'aria-current="page">Frameworks<', html), "and it is known where one is"
    assert "say what this release says" in html, "the folder does"
    assert "It is the first" in visitor.get(f"{RELEASES}/1").text
    for none in ("3", "0", "x", "9" * 30):
        assert visitor.get(f"{RELEASES}/{none}").status_code == 404


def test_hostile_words_are_shown_as_they_are(world: World, visitor: Visitor) -> None:
    hostile = f"describes: '{HOSTILE.replace(chr(39), '’')}'"
    world.change("describes: Kind and slow.", hostile)
    publish(world)
    world.change(hostile, hostile.replace("img", "svg"))
    for page in (f"{RELEASES}/2", f"{RELEASES}/1", PUBLISH):
        html = visitor.get(page).text
        assert "window.owned" in html
        assert "<script>window" not in html
        assert "<img" not in html
        assert "<svg" not in html


# --- One difference put back ---


def test_a_difference_is_put_back_by_itself_and_is_on_record(
    world: World, visitor: Visitor
) -> None:
    before = world.text()
    world.change(SAVED, KEPT)
    world.change("name: Checkout left behind", "name: Left at the checkout")
    html = visitor.get(PUBLISH).text
    words, name = buttons(html)
    answer = visitor.send(f"{PUBLISH}/back", **sent(html), part=words)
    told = visitor.get(answer.headers["location"]).text
    assert "Put back, as it is published." in told
    assert SAVED in world.text()
    assert buttons(told) == [name]
    deed = world.deeds()[-1]
    assert (deed.who, deed.did, deed.what) == ("owner", "edited", "framework checkout")
    assert deed.why == "put back the words for tone plain, as release 1 has it"
    assert deed.saw[f"{CHECKOUT} said"] == KEPT
    assert deed.saw[f"{CHECKOUT} says"] == SAVED
    visitor.send(f"{PUBLISH}/back", **sent(told), part=name)
    assert world.text() == before
    assert "Nothing differs" in visitor.get(PUBLISH).text
    assert world.release == 1


def test_voice_and_whole_frameworks_are_put_back(world: World, visitor: Visitor) -> None:
    before = world.everything()
    world.change(SAVED, KEPT)
    world.change("who: A tinsmith", "who: One tinsmith", "voice.yaml")
    html = visitor.get(PUBLISH).text
    (whole,) = wholes(html)
    form = {**sent(html), "part": whole, "whole": "yes"}
    assert visitor.send(f"{PUBLISH}/back", **form).status_code == 400, "it is asked about first"
    assert KEPT in world.text()
    assert visitor.send(f"{PUBLISH}/back", **form, sure="yes").status_code == 303
    assert SAVED in world.text()
    html = visitor.get(PUBLISH).text
    (voice,) = buttons(html)
    assert visitor.send(f"{PUBLISH}/back", **sent(html), part=voice).status_code == 303
    assert world.everything() == before


def test_what_was_changed_since_it_was_shown_is_not_put_back(
    world: World, visitor: Visitor
) -> None:
    world.change(SAVED, KEPT)
    html = visitor.get(PUBLISH).text
    form = {**sent(html), "part": buttons(html)[0]}
    world.change(KEPT, "subject: Your basket is here")
    answer = visitor.send(f"{PUBLISH}/back", **form)
    assert answer.status_code == 409
    assert "Nothing was put back: look again" in answer.text
    for wrong in ({"part": "0" * 16}, {"part": ""}, {"seen": ""}, {"seen": "x"}):
        again = {**sent(answer.text), "part": buttons(answer.text)[0], **wrong}
        assert visitor.send(f"{PUBLISH}/back", **again).status_code == 409, wrong
    assert visitor.send(f"{PUBLISH}/back", **{**form, "csrf": "x"}).status_code == 403
    assert "subject: Your basket is here" in world.text()


def test_what_would_leave_mistakes_is_told_and_not_done(world: World, visitor: Visitor) -> None:
    """Words for a new tone cannot go without the tone; both go with the whole framework."""
    dry = "  - {key: dry, label: Dry, describes: Few words."
    world.change("angles:", f"{dry}}}\nangles:")
    world.change("tones:\n", f"tones:\n{dry}, example: Saved.}}\n", "voice.yaml")
    words = "\n  - tone: dry\n    subject: Saved\n    preheader: Saved\n    headline: Saved\n"
    words += "    body: Saved.\n    cta: Go\n"
    (world.folder / CHECKOUT).write_text(f"{world.text().rstrip()}\n{words}")
    before = world.everything()
    html = visitor.get(PUBLISH).text
    assert "Nothing differs" not in html
    said = {}
    for part in buttons(html):
        answer = visitor.send(f"{PUBLISH}/back", **sent(html), part=part)
        said[part] = answer.status_code
        if answer.status_code == 400:
            assert "that would leave the folder with mistakes" in answer.text
            assert world.everything() == before
    assert 400 in said.values()
    (whole,) = wholes(visitor.get(PUBLISH).text)
    form = {**sent(visitor.get(PUBLISH).text), "part": whole, "whole": "yes", "sure": "yes"}
    assert visitor.send(f"{PUBLISH}/back", **form).status_code == 303


# --- The words of a release ---


def test_the_words_of_a_release_go_into_the_folder_and_hold_once_published(
    world: World, visitor: Visitor
) -> None:
    first = world.text()
    second_release(world)
    world.change("  - tone: plain\n", "  - tone: plain\n    # a remark\n")
    html = visitor.get(f"{RELEASES}/1").text
    assert "Your basket is <del>kept</del><ins>saved</ins>" in html
    framework, everything = wholes(html)
    assert framework != everything
    form = {**sent(html), "part": framework, "whole": "yes", "sure": "yes"}
    answer = visitor.send(f"{RELEASES}/1", **form)
    told = visitor.get(answer.headers["location"]).text
    assert "The words of release 1 are in the folder again." in told
    assert "Your basket is <del>kept</del><ins>saved</ins>" in told
    assert world.text().replace("    # a remark\n", "") == first, "and a remark stays"
    assert world.release == 2
    publish(world)
    assert world.release == 3
    html = visitor.get(f"{RELEASES}/1").text
    assert buttons(html) == wholes(html) == []
    assert world.deeds()[-2].why == "put back all of it, as release 1 has it"


def test_a_single_difference_of_a_release_goes_into_the_folder(
    world: World, visitor: Visitor
) -> None:
    world.change("who: A tinsmith", "who: One tinsmith", "voice.yaml")
    second_release(world)
    html = visitor.get(f"{RELEASES}/1").text
    words, _voice = buttons(html)
    answer = visitor.send(f"{RELEASES}/1", **sent(html), part=words)
    told = words_of(visitor.get(answer.headers["location"]).text)
    assert "These words are in the folder again, as release 1 had them." in told
    assert SAVED in world.text()
    assert "One tinsmith" in world.text("voice.yaml")


def test_what_was_edited_and_is_not_published_is_named_before_it_goes(
    world: World, visitor: Visitor
) -> None:
    second_release(world)
    world.change("name: Checkout left behind", "name: Not published yet")
    html = visitor.get(f"{RELEASES}/1").text
    assert "edited, not published" in html
    assert "What was edited since and is not published goes with that." in html
    assert "edited, not published" not in visitor.get(f"{RELEASES}/2").text


def test_with_four_eyes_words_that_come_back_wait_for_a_second_publisher(
    world: World, visitor: Visitor
) -> None:
    world.change("key: tin-kettle", "key: tin-kettle\noversight: {four_eyes: true}", "brand.yaml")
    world.here.publish(world.folder)
    world.employ(Pia="publisher", Pat="publisher")
    world.change(SAVED, KEPT)
    seen = world.desk.changes(BRAND).seen
    with pytest.raises(SecondPersonNeededError):
        world.desk.publish(BRAND, PIA, seen)
    world.desk.publish(BRAND, PAT, seen)
    assert world.release == 3
    visitor.sign_in("Pia")
    html = visitor.get(f"{RELEASES}/2").text
    form = {**sent(html), "part": wholes(html)[-1], "whole": "yes", "sure": "yes"}
    visitor.send(f"{RELEASES}/2", **form)
    html = visitor.get(PUBLISH).text
    publishing = next(
        n for n, one in enumerate(re.findall(r"<form\b.*?</form>", html, re.DOTALL))
        if "tray publish" in one
    )  # fmt: skip
    answer = visitor.send(PUBLISH, **{**fields_of(html, publishing), "sure": "yes"})
    assert answer.headers["location"].endswith("told=proposed")
    assert world.release == 3


# --- Whom it turns away ---


def test_a_viewer_sees_releases_and_writes_nothing(world: World, visitor: Visitor) -> None:
    second_release(world)
    world.change(KEPT, "subject: Your basket is here")
    html = visitor.get(f"{RELEASES}/1").text
    one, form = buttons(html)[0], sent(html)
    world.employ(Pia="publisher", Vic="viewer", Ann="author")
    visitor.sign_in("Vic")
    for page, address in ((f"{RELEASES}/1", f"{RELEASES}/1"), (PUBLISH, f"{PUBLISH}/back")):
        html = visitor.get(page).text
        assert "Your basket" in html
        assert buttons(html) == wholes(html) == []
        word = re.search(r'name="csrf" value="([^"]+)"', html)
        assert word is not None
        forged = {**form, "csrf": word[1], "part": one}
        assert visitor.send(address, **forged).status_code in (403, 409)
    assert "An author can write them into the folder" in visitor.get(f"{RELEASES}/1").text
    assert "subject: Your basket is here" in world.text()
    visitor.sign_in("Ann")
    html = visitor.get(f"{RELEASES}/1").text
    answer = visitor.send(f"{RELEASES}/1", **sent(html), part=buttons(html)[0])
    assert answer.status_code == 303
    assert SAVED in world.text()


def test_without_a_folder_releases_are_shown_and_nothing_is_written(
    world: World, visitor: Visitor
) -> None:
    second_release(world)
    world.folder.rename(world.folder.parent.parent / "elsewhere")
    html = visitor.get(f"{RELEASES}/2").text
    assert "<del>saved</del><ins>kept</ins>" in html
    assert "not the folder that it came from" in html
    assert buttons(html) == []
    assert "Release 2" in visitor.get(PUBLISH).text


def test_a_folder_with_mistakes_is_mended_first(world: World, visitor: Visitor) -> None:
    second_release(world)
    world.change("max_chars: 60", "max_chars: sixty")
    html = visitor.get(f"{RELEASES}/1").text
    assert "a whole number of characters" in html
    assert buttons(html) == []


@pytest.mark.parametrize("told", ["written", "some"])
def test_the_page_believes_no_number_of_its_address(
    world: World, visitor: Visitor, told: str
) -> None:
    assert "in the folder again" in visitor.get(f"{PUBLISH}?told={told}&release=1").text
    for none in ("2", "x", "", "<b>"):
        assert (
            "in the folder again" not in visitor.get(f"{PUBLISH}?told={told}&release={none}").text
        )
    assert world.release == 1
