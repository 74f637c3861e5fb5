"""What is wrong with a form stands beside its field, in the words of the form."""

from __future__ import annotations

import re
from html import unescape

import httpx
import pytest
from desk_world import HOSTILE, Visitor, World

from rapport.web.frameworks.mistake_words import in_words
from rapport.web.frameworks.mistakes import Asked, against, mistakes_of

ONE = "/console/frameworks/checkout"
WORDS, TONE, ANGLE = f"{ONE}/words", f"{ONE}/levels/tone", f"{ONE}/levels/angle"
NEW = "/console/new-framework"
LIKE_CODE = re.compile(r"\w\[\d|\b\w+_\w+\b|\.yaml|\bfound\b.*\bexpected\b|: found ")
"""A place in a file, a name with an underscore, a file, or how a file's reader speaks."""
LEVEL = {
    "label": "Brisk", "describes": "Short.", "slot.subject": "Hello",
    "slot.preheader": "It is here.",
    "slot.headline": "Here it is", "slot.body": "Take a look.", "slot.cta": "Look",
    "slot.signoff": "Jo", "slot.offer_line": "",
}  # fmt: skip


def said(answer: httpx.Response) -> dict[str, str]:
    """What is said, by the name of the field that stands nearest, and "" for what is about all."""
    found: dict[str, str] = {}
    html = re.sub(r'<aside class="look".*?</aside>', "", answer.text, flags=re.DOTALL)
    for match in re.finditer(
        r'<(p|span|div)[^>]*(?:class="(?:wrong|told warn)")[^>]*>(.*?)</\1>', html, re.DOTALL
    ):
        words = " ".join(unescape(re.sub(r"<[^>]+>", " ", match[2])).split())
        id_ = re.search(r'id="x-([^"]+)"', match[0])
        around = html[: match.start()].rpartition('<div class="field')[2]
        slot = re.search(r'name="(slot\.[^"]+)"', around)
        beside = id_[1] if id_ else slot[1] if slot and "told warn" not in match[0] else ""
        found[beside] = f"{found[beside]} {words}" if beside in found else words
    return found


def plain_words(visitor: Visitor) -> str:
    """The address of the words of the plain tone."""
    page = visitor.get(f"{ONE}?tone=plain").text
    addresses = dict.fromkeys(re.findall(r'href="([^"]*/words/[^"?]+\?[^"]*)"', page))
    (found,) = [
        unescape(a) for a in addresses if "Your basket is saved" in visitor.get(unescape(a)).text
    ]
    return found


def small_form(visitor: Visitor, ends: str) -> dict[str, str]:
    """The fields of one of the forms on a framework's page, by how its address ends."""
    forms = re.findall(r"<form\b.*?</form>", visitor.get(ONE).text, re.DOTALL)
    number = next(n for n, form in enumerate(forms) if f"/{ends}?" in form)
    return visitor.fields(ONE, number)


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"slot.subject": "The best ever"}, "slot.subject", "voice avoids “best ever”."),
        ({"slot.subject": "é" * 61}, "slot.subject", "61 characters without its facts"),
        ({"slot.subject": "Hel\u200blo"}, "slot.subject", "nobody sees (U+200B)"),
        ({"slot.headline": "One\n\ntwo"}, "slot.headline", "Write it on one line."),
        ({"slot.body": "a " * 3_000}, "slot.body", "Write at most 4000 characters."),
        ({"slot.body": "{{ cart.frist.title }}"}, "slot.body", "no fact “cart.frist.title”. Did"),
        ({"slot.body": "{% if %}"}, "slot.body", "What is in braces cannot be read"),
        ({"slot.body": "{{ offer.value }}"}, "slot.body", "is empty where there is no offer"),
        ({"slot.body": "Act now"}, "slot.body", "“Act now”: urge only with an offer that ends"),
        ({"slot.subject": ""}, "slot.subject", "the tone “Plain” at the point “first”"),
        ({"tone": "gone"}, "tone", "not there any more"),
        ({"point": "Bad_One"}, "point", "not there any more"),
    ],
)  # fmt: skip
def test_words_that_will_not_do_are_told_beside_what_was_typed(
    visitor: Visitor, typed: dict[str, str], field: str, words: str
) -> None:
    path = plain_words(visitor)
    answer = visitor.send(path, **{**visitor.fields(path), **typed, "do": "check"})
    told = said(answer)
    assert answer.status_code == 400
    assert words in told[field]
    assert told[""].startswith("Nothing was saved: see what is said beside the fields.")
    assert not any(LIKE_CODE.search(one) for name, one in told.items() if "{" not in one), told


def test_a_language_that_is_none_is_told_beside_its_field(visitor: Visitor) -> None:
    form = {**visitor.fields(WORDS), "language": "DE1", "slot.subject": "Hallo", "do": "check"}
    answer = visitor.send(WORDS, **form)
    assert said(answer)["language"] == "Write two small letters, such as de."
    assert re.search(r"<details open><summary>In another language", answer.text)


@pytest.mark.parametrize("path", [TONE, ANGLE])
@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"label": ""}, "label", "Give it a name with some of the letters a to z in it."),
        ({"label": "新しい"}, "label", "Give it a name with some of the letters a to z in it."),
        ({"label": "b" * 90}, "label", "Write at most 80 characters."),
        ({"label": "Bri\u200bsk"}, "label", "a character in it that nobody sees"),
        ({"describes": ""}, "describes", "Write something here."),
        ({"describes": "a" * 2_500}, "describes", "Write at most 2000 characters."),
        ({"slot.cta": ""}, "slot.cta", "Each message needs this part"),
        ({"slot.subject": "a" * 90}, "slot.subject", "there is room for 60"),
    ],
)
def test_a_new_tone_or_angle_that_will_not_do_is_told_beside_its_field(
    visitor: Visitor, path: str, typed: dict[str, str], field: str, words: str
) -> None:
    answer = visitor.send(path, **{**visitor.fields(path), **LEVEL, **typed, "do": "check"})
    told = said(answer)
    assert answer.status_code == 400
    assert words in told[field]
    assert set(told) == {"", field}
    assert not any(LIKE_CODE.search(one) for one in told.values()), told


def test_a_level_that_is_there_already_is_told_beside_its_name(visitor: Visitor) -> None:
    answer = visitor.send(TONE, **{**visitor.fields(TONE), **LEVEL, "label": "Warm"})
    assert said(answer)["label"] == "There is a tone of this name already. Take another."


@pytest.mark.parametrize(
    ("typed", "field"), [({"label": ""}, "label"), ({"describes": "a\u200bb"}, "describes")]
)
def test_a_level_described_anew_is_told_beside_its_field(
    world: World, visitor: Visitor, typed: dict[str, str], field: str
) -> None:
    before, path = world.text(), f"{TONE}/warm"
    answer = visitor.send(path, **{**visitor.fields(path), **typed, "do": "save"})
    told = said(answer)
    assert set(told) == {"", field}
    assert not any(LIKE_CODE.search(one) for one in told.values())
    assert world.text() == before


@pytest.mark.parametrize(
    ("most", "words"),
    [
        ("abc", "Write a whole number of characters, not “abc”."),
        ("", "Write a whole number of characters."),
        (HOSTILE, "Write a whole number of characters, not “"),
        ("9" * 12, "Write a whole number of characters, at most 999,999,999, not “9999"),
        ("5", "2 approved texts are longer; the longest has 22 characters without its facts."),
    ],
)
def test_a_limit_that_will_not_do_is_told_in_its_row(
    visitor: Visitor, most: str, words: str
) -> None:
    form = {**small_form(visitor, "limits"), "most": most}
    answer = visitor.send(f"{ONE}/limits", **form)
    told = said(answer)
    assert set(told) == {"", "most-subject"}
    assert words in told["most-subject"]
    assert "<script>window" not in answer.text


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"mode": "sample", "sample": "20"}, "sample", "from 1% to 100%, such as 10%, not “20”."),
        ({"mode": "sample", "sample": "0%"}, "sample", "from 1% to 100%, such as 10%, not “0%”."),
        ({"mode": "sample", "sample": "１０%"}, "sample", "such as 10%, not “１０%”."),
        ({"mode": "review", "deadline": "2 days"}, "deadline", "3h or 2d, not “2 days”"),
        ({"mode": "review", "deadline": "100d"}, "deadline", "Write a deadline from 1h to 90d"),
    ],
)  # fmt: skip
def test_a_mode_of_the_writer_that_will_not_do_is_told_beside_its_field(
    visitor: Visitor, typed: dict[str, str], field: str, words: str
) -> None:
    answer = visitor.send(f"{ONE}/writer", **{**small_form(visitor, "writer"), **typed})
    told = said(answer)
    assert set(told) == {"", field}
    assert words in told[field]


def test_a_rule_that_leaves_nothing_is_told_beside_what_is_ticked(visitor: Visitor) -> None:
    form = re.findall(
        r'<form class="editor.*?</form>', visitor.get(f"{ONE}/rules").text, re.DOTALL
    )[0]
    hidden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form))
    asked = {"name": "No notes", "kind": "forbid", "visual": "note\nlist", "do": "check"}
    answer = visitor.send(f"{ONE}/rules", **{**hidden, **asked})
    told = said(answer)
    assert set(told) == {"", "levels"}
    assert "“No notes” would forbid the message that is usual at" in told["levels"]
    assert "would leave no message to choose" in told["levels"]
    assert not LIKE_CODE.search(told["levels"])

    unseen = {**asked, "name": "No\u200b notes", "because": "So it\u200b is", "visual": "list"}
    told = said(visitor.send(f"{ONE}/rules", **{**hidden, **unseen}))
    assert set(told) == {"", "name", "because"}


def test_a_visual_that_a_flow_needs_says_which_flow_in_words(visitor: Visitor) -> None:
    path = f"{ONE}/allowed/visual"
    form = {**visitor.fields(path), "keys": "list", "sure": "yes"}
    told = said(visitor.send(path, **form))
    assert told[""].startswith("Nothing was saved.")
    assert "A flow sends the visual “A note” as its usual one." in told[""]
    assert "flows/checkout.yaml, line 16" in told[""]  # where somebody else changes it
    assert "steps[" not in told[""]


def test_a_rule_that_keeps_a_tone_is_named_where_the_tone_is_to_go(
    world: World, visitor: Visitor
) -> None:
    world.change("forbid: {tone: warm}", "only: {tone: warm}")
    path = f"{TONE}/warm"
    form = {**visitor.fields(path), "sure": "yes", "do": "retire"}
    told = said(visitor.send(path, **form))[""]
    assert "The rule “No warmth after a refund” is about the tone “Warm”." in told
    assert "rules[" not in told


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"label": ""}, "label", "Give it a name."),
        ({"label": "新しい"}, "key", "Type a key: none can be made of a name without"),
        ({"label": "X", "key": "Bad_Key"}, "key", "lower-case letters, digits and “-”"),
        ({"label": "X", "key": "checkout"}, "key", "the key “checkout” already"),
        ({"label": "Checkout"}, "label", "the key “checkout” already"),
        ({"label": "a" * 130, "key": "fine"}, "label", "Write at most 120 characters."),
        ({"label": "a\u200bb"}, "label", "a character in it that nobody sees"),
        ({"label": "X", "like": "own.gone"}, "like", "Choose what to start from."),
    ],
)
def test_a_new_framework_that_will_not_do_is_told_beside_its_field(
    visitor: Visitor, typed: dict[str, str], field: str, words: str
) -> None:
    csrf = re.search(r'name="csrf" value="([^"]*)"', visitor.get(NEW).text)
    assert csrf is not None
    answer = visitor.send(NEW, csrf=csrf[1], **{"like": "own.checkout", **typed})
    told = said(answer)
    assert answer.status_code == 400
    assert set(told) == {"", field}
    assert words in told[field]
    assert "Its file" not in answer.text


def test_what_somebody_else_broke_keeps_its_file_line_and_place(
    world: World, visitor: Visitor
) -> None:
    world.change("currency: GBP", "currency: gold", "brand.yaml")
    path = f"{TONE}/warm"
    told = said(visitor.send(path, **{**visitor.fields(path), "label": "Warmer"}))[""]
    assert "currency: found 'gold', expected a currency such as GBP" in told
    assert "brand.yaml, line" in told


def test_care_that_names_a_tone_that_would_go_is_said_in_words() -> None:
    problem = (
        "brand.yaml:9: care.refund.soften[0]: found 'warm', expected a level of tone that exists "
        "(plain)"
    )
    asked = Asked("creative/checkout.yaml", {}, {("tone", "warm"): "Warm"})
    (mistake,) = against([problem], asked).rest
    told = "The brand’s care names the tone “Warm”. Change it first, under Rules."
    assert mistake.words == told


def test_mistakes_are_taken_apart_whatever_stands_in_them() -> None:
    problems = (
        "creative/a.yaml:3: tones[0].label: found 'x: y', expected one line",
        "creative/a.yaml: the file is empty",
        "something of no file",
        f"creative/a.yaml:1: blocks[1].subject: found '{HOSTILE}', expected one line",
    )
    first, second, third, fourth = mistakes_of(problems)
    assert (first.file, first.line, first.place) == ("creative/a.yaml", 3, "tones[0].label")
    assert first.in_file == "tones[0].label: found 'x: y', expected one line"
    assert (second.file, second.line, second.place) == ("creative/a.yaml", 0, "")
    assert (third.file, third.words) == ("", "something of no file")
    assert fourth.place == "blocks[1].subject"
    asked = Asked("creative/a.yaml", {("creative/a.yaml", "tones[0].label"): "label"}, {})
    told = against(problems[:1] * 2, asked)
    assert told.fields == {"label": ("Write it on one line.",)}
    assert in_words("such as nobody foresaw", {}) == "such as nobody foresaw"
