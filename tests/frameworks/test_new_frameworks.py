"""A new framework from the console: a copy of one there is, or one of the starting library."""

from __future__ import annotations

import re
import threading

import pytest
from desk_world import BRAND, CHECKOUT, HOSTILE, ME, Visitor, World, fields_of

from rapport.app.in_charge.people import NotAllowedError
from rapport.core.creative.editing import Begin
from rapport.core.oversight.people import AUTHOR, VIEWER, Actor
from rapport.errors import BrandFolderError, UserError

NEW = "/console/new-framework"
KINDS = ("checkout", "browse", "cart", "welcome", "post-purchase", "replenishment", "winback")


def test_a_copy_waits_for_publishing_and_says_that_no_flow_names_it(
    world: World, visitor: Visitor
) -> None:
    form = visitor.fields(NEW, form_number(visitor))
    answer = visitor.send(NEW, **{**form, "like": "own.checkout", "label": "Big orders"})
    assert answer.status_code == 303
    shown = visitor.get(answer.headers["location"])
    assert "Started." in shown.text
    assert "No flow names this framework" in shown.text
    book = world.desk.book(BRAND)
    assert (book.states["big-orders"], book.mistakes, world.release) == ("new", (), 1)
    (deed,) = world.deeds()
    assert (deed.did, deed.what) == ("edited", "framework big-orders")
    assert deed.why == "started it from checkout"
    assert "creative/big_orders.yaml became" in deed.saw
    assert world.text("creative/big_orders.yaml").startswith("key: big-orders\nname: Big orders\n")
    mode = (world.folder / "creative" / "big_orders.yaml").stat().st_mode
    assert mode == (world.folder / CHECKOUT).stat().st_mode
    world.desk.publish(BRAND, ME, world.desk.changes(BRAND).seen)
    assert [one.key for one in world.here.blueprint(BRAND).releases[-1].frameworks] == [
        "big-orders",
        "checkout",
    ]


def form_number(visitor: Visitor) -> int:
    html = visitor.get(NEW).text
    return html[: html.index('class="starting"')].count("<form") - 1


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_the_library_starts_in_another_brand(world: World, kind: str) -> None:
    begin = Begin(f"our-{kind}", "Ours", kind, library=True)
    saved = world.desk.begin(BRAND, begin, Actor("Ann", AUTHOR))
    assert saved.framework == f"our-{kind}"
    book = world.desk.book(BRAND)
    assert book.mistakes == ()
    (made,) = (one for one in book.content.frameworks if one.key == f"our-{kind}")
    assert made.blocks
    assert {block.by for block in made.blocks} == {"the starting library, words of Alder & Clay"}
    assert not any(block.points for block in made.blocks)
    assert "ten-percent" not in made.offers


def test_what_stands_against_it_is_told_by_line_and_can_be_mended(
    world: World, visitor: Visitor
) -> None:
    world.change("avoid: [synergy", "avoid: [kettle, synergy", "voice.yaml")
    before = world.everything()
    form = visitor.fields(NEW, form_number(visitor))
    form |= {"like": "library.replenishment", "label": "Again"}
    answer = visitor.send(NEW, **form)
    assert answer.status_code == 400
    assert "found &#39;kettle&#39;, which voice.yaml asks to avoid" in answer.text
    assert world.everything() == before
    form = fields_of(answer.text, form_number(visitor)) | {"like": "library.replenishment"}
    form["text"] = re.sub("(?i)kettle", "forge", form["text"])
    answer = visitor.send(NEW, **form)
    assert answer.status_code == 303, answer.text
    assert "forge" in world.text("creative/again.yaml")
    assert world.desk.book(BRAND).mistakes == ()


@pytest.mark.parametrize(
    ("begin", "told"),
    [
        (Begin("checkout", "Again", "checkout"), "already"),
        (Begin("../evil", "Evil", "checkout"), "letters"),
        (Begin("Ü", "Evil", "checkout"), "letters"),
        (Begin("new", "New", "gone"), "no framework 'gone'"),
        (Begin("new", "New", "gone", library=True), "no framework 'gone'"),
    ],
)
def test_what_will_not_do_is_refused(world: World, begin: Begin, told: str) -> None:
    before = world.everything()
    with pytest.raises(UserError, match=told):
        world.desk.begin(BRAND, begin, ME)
    assert world.everything() == before
    assert world.deeds() == []


def test_a_viewer_starts_nothing(world: World) -> None:
    with pytest.raises(NotAllowedError):
        world.desk.begin(BRAND, Begin("new", "New", "checkout"), Actor("Vic", VIEWER))
    assert world.deeds() == []


def test_a_check_writes_nothing(world: World) -> None:
    before = world.everything()
    world.desk.begin(BRAND, Begin("new", "New", "checkout"), ME, only_check=True)
    bad = Begin("new", "New", "checkout", text="key: new\n")
    with pytest.raises(BrandFolderError):
        world.desk.begin(BRAND, bad, ME, only_check=True)
    assert world.everything() == before


def test_of_many_who_take_one_key_one_gets_it(world: World) -> None:
    came: list[str] = []

    def run() -> None:
        try:
            world.desk.begin(BRAND, Begin("new", "New", "checkout"), ME)
            came.append("made")
        except UserError as error:
            came.append(str(error)[:28])

    threads = [threading.Thread(target=run) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(came) == ["There is a framework 'new' a"] * 5 + ["made"]
    assert len(world.deeds()) == 1
    assert len(list((world.folder / "creative").iterdir())) == 2


def test_a_hostile_form_harms_nothing(world: World, visitor: Visitor) -> None:
    form = visitor.fields(NEW, form_number(visitor))
    before = world.everything()
    for more in (
        {"like": HOSTILE, "label": "x"},
        {"like": "own.checkout", "label": HOSTILE, "text": HOSTILE, "key": "x"},
        {"like": "own.checkout", "label": "x" * 500, "key": "x"},
        {"like": "own.checkout", "label": "", "key": "x"},
        {"like": "own.checkout", "label": "x", "key": "-x/../y"},
    ):
        answer = visitor.send(NEW, **{**form, **more})
        assert answer.status_code == 400
        assert "<script>window" not in answer.text
    assert visitor.send(NEW, like="own.checkout", label="x").status_code == 403
    assert world.everything() == before


def test_words_of_one_message_or_of_all(world: World) -> None:
    for key, point in (("one", "first"), ("all", "")):
        world.desk.begin(BRAND, Begin(key, key, "cart", library=True, point=point), ME)
    one, every = (
        next(f for f in world.desk.book(BRAND).content.frameworks if f.key == key)
        for key in ("one", "all")
    )
    assert 0 < len(one.blocks) < len(every.blocks)
