"""The files as they lie there: links, ends of lines, orders, a key that changes, two at once."""

from __future__ import annotations

import fcntl
import threading
from pathlib import Path

import pytest
from desk_world import BRAND, CHECKOUT, ME, Visitor, World
from hypothesis import given
from hypothesis import strategies as st

from rapport.adapters.brand_folder.line_ends import with_line_ends
from rapport.app.frameworks.editing import Order
from rapport.app.publishing.second_person import EDITED
from rapport.bootstrap import publishing
from rapport.core.blueprint import BrandFolder
from rapport.core.creative.editing import Change, EditWords, WholeText

PAGES = ("/console/frameworks", "/console/frameworks/checkout", "/console/publish")


def save(world: World, change: Change) -> tuple[str, ...]:
    file = world.desk.open(BRAND, "checkout")
    assert file is not None
    return world.desk.save(BRAND, Order("checkout", file.edition, change), ME).files


@pytest.mark.parametrize("target", ["/etc/hostname", "nowhere.yaml", "a-loop.yaml", "."])
def test_a_link_that_leads_astray_is_told_and_breaks_no_page(
    world: World, visitor: Visitor, target: str
) -> None:
    (world.folder / "creative" / "a-loop.yaml").symlink_to(target)
    for page in PAGES:
        answer = visitor.get(page)
        assert answer.status_code == 200
        assert "creative/a-loop.yaml" in answer.text
    form = visitor.fields("/console/frameworks/checkout", 1)
    assert visitor.send("/console/frameworks/checkout/limits", **form).status_code in (303, 400)


def test_a_catalogue_that_cannot_be_read_breaks_no_page(world: World, visitor: Visitor) -> None:
    catalogue = world.folder / "catalogue.csv"
    catalogue.unlink(missing_ok=True)
    catalogue.symlink_to("catalogue.csv")
    assert [visitor.get(page).status_code for page in PAGES] == [200, 200, 200]


def test_a_changed_key_leads_to_the_page_of_the_new_one(world: World, visitor: Visitor) -> None:
    (world.folder / "creative" / "other.yaml").write_text(
        world.text()
        .replace("key: checkout", "key: other", 1)
        .replace("- points: [first]\n    tone", "- tone", 1)
    )
    assert not world.desk.book(BRAND).mistakes
    page = "/console/frameworks/other/file"
    form = visitor.fields(page)
    form["text"] = form["text"].replace("key: other", "key: another", 1)
    answer = visitor.send(page, **form)
    assert answer.status_code == 303
    shown = visitor.get(answer.headers["location"])
    assert shown.status_code == 200
    assert "Saved, under another key" in shown.text
    assert "frameworks/another/file" in shown.text


def test_a_key_that_a_flow_names_is_not_changed_away(world: World, visitor: Visitor) -> None:
    page = "/console/frameworks/checkout/file"
    form = visitor.fields(page)
    form["text"] = form["text"].replace("key: checkout", "key: another", 1)
    answer = visitor.send(page, **form)
    assert answer.status_code == 400
    assert "flows/checkout.yaml" in answer.text


def test_another_order_of_keys_is_no_other_binding(world: World) -> None:
    world.change("- tone: plain", "- tones: [plain, warm]")
    file = world.desk.open(BRAND, "checkout")
    assert file is not None
    (one,) = (one for one in file.passages if one.bound.get("tone") == ("plain", "warm"))
    before = world.text()
    assert save(world, EditWords(one.id, {"tone": ("warm", "plain")}, {})) == ()
    assert world.text() == before
    change = EditWords(one.id, {"tone": ("warm", "plain")}, {"subject": "Still here for you"})
    save(world, change)
    assert "- tones: [plain, warm]\n" in world.text()


def test_each_line_keeps_its_end(world: World) -> None:
    path = world.folder / CHECKOUT
    lines = path.read_bytes().split(b"\n")
    lines[3] += b"\r"
    lines[-2] += b"\r"
    path.write_bytes(b"\n".join(lines))
    before = path.read_bytes()
    file = world.desk.open(BRAND, "checkout")
    assert file is not None
    change = file.text.replace("subject: Your basket is saved", "subject: It is all still here")
    save(world, WholeText(change))
    expected = before.replace(b"subject: Your basket is saved", b"subject: It is all still here")
    assert path.read_bytes() == expected


LINES = st.lists(st.sampled_from(["a", "b", "c: d", "", "- e"]), max_size=12)


@given(LINES, st.lists(st.booleans(), min_size=12, max_size=12), LINES)
def test_ends_change_no_line_and_what_stays_keeps_its_own(
    was: list[str], windows: list[bool], now: list[str]
) -> None:
    ends = ["\r\n" if one else "\n" for one in windows]
    before = "".join(f"{line}{end}" for line, end in zip(was, ends, strict=False)).encode()
    text = "\n".join(now)
    made = with_line_ends(before, text)
    assert made.replace("\r\n", "\n") == text
    assert with_line_ends(before, before.decode().replace("\r\n", "\n")).encode() == before


def test_who_saves_while_somebody_publishes_waits_and_keeps_the_mark(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.change("subject: Your basket is saved", "subject: It is all still here")
    seen = world.desk.changes(BRAND).seen
    file = world.desk.open(BRAND, "checkout")
    assert file is not None
    one = file.passages[0]
    order = Order("checkout", file.edition, EditWords(one.id, one.bound, {"subject": "Later"}))
    saver = threading.Thread(target=world.desk.save, args=(BRAND, order, ME))
    read = publishing.read_brand_folder

    def read_and_let_somebody_save(folder: Path) -> BrandFolder:
        content = read(folder)
        saver.start()
        with (world.here.home / publishing.LOCK).open("a") as lock, pytest.raises(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return content

    monkeypatch.setattr(publishing, "read_brand_folder", read_and_let_somebody_save)
    world.desk.publish(BRAND, ME, seen)
    saver.join()
    with world.here.store.transaction() as transaction:
        assert transaction.switch(BRAND, EDITED) == "yes"
    assert world.desk.book(BRAND).states["checkout"] == "edited"
