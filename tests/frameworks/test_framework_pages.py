"""The pages of frameworks, over a real server: reading, changing, and who may."""

from __future__ import annotations

import re
from html import unescape

import httpx
import pytest
from desk_world import BRAND, CHECKOUT, HOSTILE, Visitor, World, fields_of

from rapport.bootstrap.desks.frameworks import FrameworkDesk

ONE = "/console/frameworks/checkout"
FILE = f"{ONE}/file"


def passage(visitor: Visitor, subject: str) -> str:
    """The address of the form with these words."""
    html = visitor.get(ONE).text
    _, *parts = re.split(r"<li id=", html)
    (found,) = [part for part in parts if subject in part]
    address = re.search(r'href="([^"]*/words/[0-9a-f-]+\?[^"]*)"', found)
    assert address is not None
    return unescape(address[1])


def alerts(answer: httpx.Response) -> str:
    found = re.findall(r'<(\w+)[^>]*role="alert"[^>]*>(.*?)</\1>', answer.text, re.DOTALL)
    return unescape(" ".join(words for _, words in found))


def test_the_frameworks_are_listed_with_what_they_have(visitor: Visitor) -> None:
    html = visitor.get("/console/frameworks").text
    for words in ("Checkout left behind", "About an open basket", "approved texts", "of 6 combi"):
        assert words in html
    assert "Approved words only" in html
    assert "/console/frameworks" in visitor.get("/console").text


def test_what_still_is_the_examples_is_told_where_frameworks_are_listed(
    world: World, visitor: Visitor
) -> None:
    note = "Change what is not true of your shop before anybody reads it."
    assert note not in visitor.get("/console/frameworks").text
    world.change(
        "The button takes you back to the checkout.",
        "This is the last e-mail about this basket. To finish your order, go back to your basket. "
        "To ask something first, reply.",
    )
    html = unescape(visitor.get("/console/frameworks").text)
    assert note in html
    assert "(checkout): 1 of 2 texts</li>" in html
    assert "reviews" not in html.partition(note)[2].partition("</details>")[0]


def test_a_framework_is_read_as_cards(visitor: Visitor) -> None:
    html = unescape(visitor.get(ONE).text)
    for words in (
        "Kind and slow.", "Helps to choose.", "A note", "Your basket is saved",
        "Never the tone “Warm” to anybody who had a refund in the last 30 days.",
        "Never the offer", "together with the visual “A note”.", "4 of 4",
    ):  # fmt: skip
        assert words in html, words


def test_words_are_found_by_point_and_tone(visitor: Visitor) -> None:
    html = visitor.get(f"{ONE}?tone=warm&point=first").text
    assert "3 of 4" in html
    assert "Carry on from where" not in html


def test_many_words_come_page_by_page(world: World, visitor: Visitor) -> None:
    lines = "".join(f"  - points: [first]\n    cta: Go {'i' * n}\n" for n in range(1, 25))
    lines += "".join(f"  - tone: plain\n    headline: Go {'i' * n}\n" for n in range(1, 45))
    world.change("  - signoff: |", f"{lines}  - signoff: |")
    first = visitor.get(f"{ONE}?tone=plain").text
    more = re.search(r'href="([^"]+)" rel="next"', first)
    assert more is not None
    second = visitor.get(unescape(more[1])).text
    seen = [len(re.findall(r'<li id="p-', html)) for html in (first, second)]
    assert seen == [60, 11]
    assert 'rel="next"' not in second
    assert visitor.get(f"{ONE}?begin=99999").status_code == 200


def test_words_are_changed_and_the_page_says_that_they_are_not_published(
    world: World, visitor: Visitor
) -> None:
    path = passage(visitor, "Your basket is saved")
    form = visitor.fields(path)
    assert form["slot.subject"] == "Your basket is saved"
    assert form["tone"] == "plain"
    answer = visitor.send(path, **{**form, "slot.subject": "It is all still here", "do": "save"})
    assert answer.status_code == 303
    html = visitor.get(answer.headers["location"]).text
    assert "Saved. What is published goes on" in html
    assert "edited, not published" in html
    assert "subject: It is all still here\n" in world.text()
    assert "edited, not published" in visitor.get("/console/frameworks").text


def test_a_mistake_stands_beside_its_field_and_what_was_typed_stays(
    world: World, visitor: Visitor
) -> None:
    before = world.text()
    path = passage(visitor, "Your basket is saved")
    typed = {"slot.subject": "The best ever & <b>", "slot.body": "Two\n\nparts", "do": "save"}
    answer = visitor.send(path, **{**visitor.fields(path), **typed})
    assert answer.status_code == 400
    field = re.search(r'<div class="field bad">.*?</div>', answer.text, re.DOTALL)
    assert field is not None
    assert 'name="slot.subject"' in field[0]
    assert "The brand’s voice avoids “best ever”" in field[0]
    again = fields_of(answer.text)
    assert again["slot.subject"] == "The best ever & <b>"
    assert again["slot.body"] == "Two\n\nparts"
    assert world.text() == before


def test_how_long_words_are_is_counted_by_the_server_too(visitor: Visitor) -> None:
    path = passage(visitor, "Still thinking")
    html = visitor.get(path).text
    assert "<b>22</b> of 60, and 1 fact" in html  # 'Still thinking about ?' without the fact
    long = {**visitor.fields(path), "slot.subject": "é" * 61, "do": "check"}
    assert 'class="count over"' in visitor.send(path, **long).text


def test_checking_saves_nothing(world: World, visitor: Visitor) -> None:
    before = world.text()
    path = passage(visitor, "Your basket is saved")
    form = {**visitor.fields(path), "slot.subject": "It is all still here", "do": "check"}
    answer = visitor.send(path, **form)
    assert "That is fine: it can be saved." in answer.text
    assert fields_of(answer.text)["slot.subject"] == "It is all still here"
    assert world.text() == before


def test_words_are_added_like_others_and_retired_when_somebody_is_sure(
    world: World, visitor: Visitor
) -> None:
    html = visitor.get(ONE).text
    like = re.search(r'href="([^"]*/words\?[^"]*like=[^"]*)"', html)
    assert like is not None
    form = visitor.fields(unescape(like[1]))
    assert (form["slot.headline"], form["tone"], form["point"]) == ("", "warm", "first")
    assert 'placeholder="Take your time"' in visitor.get(unescape(like[1])).text
    same = visitor.send(f"{ONE}/words", **{**form, "slot.headline": "Take your time"})
    assert "The same words are approved already" in alerts(same)
    form |= {"slot.headline": "No rush at all", "slot.subject": "Tea & tin", "do": "save"}
    assert visitor.send(f"{ONE}/words", **form).status_code == 303
    path = passage(visitor, "No rush at all")
    unsure = visitor.send(path, csrf=form["csrf"], do="retire")
    assert "Tick the box" in alerts(unsure)
    assert visitor.send(path, csrf=form["csrf"], do="retire", sure="yes").status_code == 303
    assert "No rush at all" not in world.text()
    assert "Write some words" in alerts(visitor.send(f"{ONE}/words", csrf=form["csrf"], do="save"))


def test_a_tone_is_added_named_anew_and_retired(world: World, visitor: Visitor) -> None:
    form = visitor.fields(f"{ONE}/levels/tone")
    form |= {"label": "Très dry", "describes": "Says little.", "do": "save"}
    refused = visitor.send(f"{ONE}/levels/tone", **form)
    assert "approved for the tone “Très dry” at the point “first”" in alerts(refused)
    assert fields_of(refused.text)["label"] == "Très dry"
    words = {"subject": "Well", "preheader": "Here", "headline": "So", "body": "One.", "cta": "Go"}
    form |= {f"slot.{slot}": text for slot, text in words.items()}
    assert visitor.send(f"{ONE}/levels/tone", **form).status_code == 303
    one = f"{ONE}/levels/tone/tres-dry"
    assert visitor.send(f"{ONE}/levels/tone", **form).status_code == 400, "there already"
    assert visitor.send(one, **visitor.fields(one), do="save").headers["location"].endswith("same")
    assert visitor.send(one, **{**visitor.fields(one), "label": "Dry", "do": "save"}).is_redirect
    assert "label: Dry" in world.text()
    form = {**visitor.fields(one), "do": "retire", "sure": "yes"}
    assert visitor.send(one, **form).status_code == 303
    assert "tres-dry" not in world.text()


def test_a_tone_that_a_flow_names_is_not_retired_and_the_page_says_where(visitor: Visitor) -> None:
    one = f"{ONE}/levels/tone/plain"
    answer = visitor.send(one, **{**visitor.fields(one), "do": "retire", "sure": "yes"})
    assert answer.status_code == 400
    assert "flows/checkout.yaml, line" in alerts(answer)


def test_a_limit_and_the_mode_are_set(world: World, visitor: Visitor) -> None:
    csrf = visitor.fields(f"{ONE}/words")["csrf"]
    done = visitor.send(f"{ONE}/limits", csrf=csrf, slot="subject", most="72", was="60")
    assert done.status_code == 303
    assert "{key: subject, max_chars: 72}" in world.text()
    late = visitor.send(f"{ONE}/limits", csrf=csrf, slot="subject", most="80", was="60")
    assert late.status_code == 409
    wrong = visitor.send(f"{ONE}/writer", csrf=csrf, mode="sample", sample="lots", was="approved")
    assert "a share" in alerts(wrong) + wrong.text
    assert visitor.send(
        f"{ONE}/writer", csrf=csrf, mode="review", deadline="3d", was="approved"
    ).is_redirect
    assert "mode: review" in world.text()


def test_a_mistake_in_the_file_stands_beside_its_line(world: World, visitor: Visitor) -> None:
    before = world.text()
    form = visitor.fields(FILE)
    assert form["text"].rstrip("\n") == before.rstrip("\n")
    text = before.replace("max_chars: 60", "max_chars: sixty", 1).replace(
        "label: Warm", "label: Warm\u202e", 1
    )
    answer = visitor.send(FILE, **{**form, "text": text, "do": "save"})
    assert answer.status_code == 400
    line = before[: before.index("max_chars: 60")].count("\n") + 1
    item = re.search(rf'<li class="bad"><a[^>]*data-line="{line}".*?</li>', answer.text, re.DOTALL)
    assert item is not None
    assert "a whole number of characters" in item[0]
    assert "max_chars: sixty" in item[0]
    assert fields_of(answer.text)["text"].rstrip("\n") == text.rstrip("\n")
    assert world.text() == before
    fixed = visitor.send(FILE, **{**form, "text": before.replace("label: Warm", "label: Kind", 1)})
    assert fixed.status_code == 303
    assert "label: Kind" in world.text()


def test_what_somebody_else_changed_is_shown_with_what_was_typed(
    world: World, visitor: Visitor
) -> None:
    path = passage(visitor, "Your basket is saved")
    form = visitor.fields(path)
    world.change("subject: Your basket is saved", "subject: Your basket is still saved")
    answer = visitor.send(path, **{**form, "slot.subject": "Mine", "do": "save"})
    assert answer.status_code == 409
    assert "Somebody changed this since you opened it" in alerts(answer)
    assert "<ins>still </ins>" in answer.text
    again = fields_of(answer.text)
    assert again["slot.subject"] == "Mine"
    action = re.search(r'<form class="editor[^>]*action="([^"]+)"', answer.text)
    assert action is not None
    assert visitor.send(unescape(action[1]), **{**again, "do": "save"}).status_code == 303
    assert "subject: Mine\n" in world.text()
    stale = visitor.send(FILE, csrf=form["csrf"], edition="0" * 64, text="key: checkout\n")
    assert stale.status_code == 409
    assert "not known any more" in stale.text


# --- Attacks ---------------------------------------------------------------------------------


def test_hostile_words_are_refused_or_shown_as_text(world: World, visitor: Visitor) -> None:
    path = passage(visitor, "Your basket is saved")
    form = visitor.fields(path)
    world.change("label: Warm,", "label: '<script>alert(1)</script>',")
    answers = [
        visitor.send(path, **{**form, "slot.subject": HOSTILE, "do": "check"}),
        visitor.send(f"{ONE}/levels/angle", csrf=form["csrf"], label=HOSTILE, describes=HOSTILE),
        visitor.send(FILE, csrf=form["csrf"], text=f"key: checkout\nname: {HOSTILE}\n"),
        visitor.get(f"{ONE}?tone={HOSTILE}&told={HOSTILE}"),
        visitor.get(f"/console/publish?told={HOSTILE}"),
    ]
    for answer in answers:
        assert "<script>" not in answer.text
        assert "<img src=x" not in answer.text


@pytest.mark.parametrize("path", [f"{ONE}/words", f"{ONE}/levels/tone", f"{ONE}/limits", FILE])
def test_a_form_from_elsewhere_changes_nothing(world: World, visitor: Visitor, path: str) -> None:
    before = world.everything()
    form = {**visitor.fields(f"{ONE}/words"), "slot.cta": "Go", "text": "x", "do": "save"}
    assert visitor.send(path, **{**form, "csrf": "guessed"}).status_code == 403
    assert world.everything() == before


def test_a_viewer_sees_all_of_it_and_changes_nothing(world: World, visitor: Visitor) -> None:
    world.employ(Pia="publisher", Vic="viewer", Ann="author")
    assert visitor.get(ONE).status_code == 401
    visitor.sign_in("Vic")
    html = visitor.get(ONE).text
    assert "Your basket is saved" in html
    assert "Add words" not in html
    before = world.everything()
    word = re.search(r'name="csrf" value="([^"]+)"', html)
    assert word is not None
    forged = {"csrf": word[1], "slot.cta": "Go", "text": "key: checkout\n", "label": "x",
              "sure": "yes", "seen": "x", "most": "9", "slot": "cta", "was": "28"}  # fmt: skip
    paths = [f"{ONE}/words", f"{ONE}/levels/tone", f"{ONE}/limits", FILE, "/console/publish"]
    for path in paths:
        answer = visitor.send(path, **forged)
        assert answer.status_code in (403, 409), path
    assert visitor.send(f"{ONE}/words", **forged).status_code == 403
    assert world.everything() == before
    assert world.deeds() == []


def test_bodies_that_are_too_large_are_turned_away(world: World, visitor: Visitor) -> None:
    before = world.everything()
    csrf = visitor.fields(f"{ONE}/words")["csrf"]
    large = "x" * 200_000
    assert visitor.send(f"{ONE}/words", csrf=csrf, **{"slot.cta": large}).status_code == 413
    answer = visitor.send(FILE, csrf=csrf, text=f"key: checkout\nname: {large}\n")
    assert answer.status_code in (400, 409)
    assert visitor.send(FILE, csrf=csrf, text=large * 15).status_code == 413
    assert world.everything() == before


@pytest.mark.parametrize(
    "path",
    ["/console/frameworks/nowhere", f"{ONE}/words/0000", f"{ONE}/levels/visual",
     f"{ONE}/levels/tone/nowhere", "/console/frameworks/..%2f..%2fbrand", f"{ONE}?brand=other"],
)  # fmt: skip
def test_what_is_not_there_is_not_found(visitor: Visitor, path: str) -> None:
    assert visitor.get(path).status_code == 404


def test_without_a_folder_the_pages_say_so_and_only_show(world: World, visitor: Visitor) -> None:
    path = passage(visitor, "Your basket is saved")
    form = visitor.fields(path)
    world.folder.rename(world.folder.parent.parent / "elsewhere")
    for page in ("/console/frameworks", ONE, "/console/publish"):
        html = visitor.get(page).text
        assert "not the folder that it came from" in html, page
        assert "Add words" not in html
    assert "Your basket is saved" in visitor.get(ONE).text
    assert visitor.send(f"{ONE}/words", **{**form, "do": "save"}).status_code == 400
    assert visitor.get(FILE).status_code == 404


def test_a_folder_with_mistakes_is_shown_with_them(world: World, visitor: Visitor) -> None:
    world.change("max_chars: 60", "max_chars: sixty")
    for page in ("/console/frameworks", ONE, FILE, "/console/publish"):
        assert "a whole number of characters" in visitor.get(page).text, page
    world.change("key: tin-kettle", "key: [", "brand.yaml")
    assert visitor.get("/console/frameworks").status_code == 200
    assert BRAND in visitor.get("/console/frameworks").text
    assert CHECKOUT not in visitor.get("/console").text


def test_a_file_that_somebody_removes_while_its_page_is_made_breaks_no_page(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FrameworkDesk, "coverage", lambda *_: {})  # as it is a moment later
    assert visitor.get("/console/frameworks/checkout").status_code == 200
