"""Forms of rules and care over a real server: what they show they save, and lose nothing by it."""

from __future__ import annotations

import os
import re
from html import unescape

import httpx
import pytest
from desk_world import BRAND, CHECKOUT, Visitor, World, beside, fields_of

from rapport.core.creative.editing import rule_id
from rapport.core.creative.framework import Rule
from rapport.core.deciding.care import Care, Caring
from rapport.core.time import HOUR, MINUTE

ROOT, OWN = "/console/rules", "/console/frameworks/checkout/rules"
HEAD = "rules:\n- name: Gentle  by  halves\n  because: So.\n  frameworks: [later, checkout]\n"
RULE = f"{HEAD}  forbid: {{tone: plain, offer: five-off}}\n"
NEW = {
    "name": "Not then", "kind": "forbid", "tone": "plain", "offer": "five-off", "because": "So.",
}  # fmt: skip


def with_rules(world: World, text: str) -> None:
    (world.folder / "rules.yaml").write_text(text, encoding="utf-8")


def another_framework(world: World) -> None:
    other = world.text().replace("key: checkout", "key: later", 1)
    other = other.replace("name: Checkout left behind", "name: Later on", 1)
    (world.folder / "creative" / "later.yaml").write_text(
        re.sub(r"points: \[first\]\n    ", "", other), encoding="utf-8"
    )


def form(visitor: Visitor, path: str) -> dict[str, str]:
    """All that a page's form would send as it is."""
    html = visitor.get(path).text
    found = fields_of(html)
    (words,) = re.findall(r'<form class="editor.*?</form>', html, re.DOTALL)
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', words, re.S):
        chosen = re.search(r'value="([^"]*)"[^>]* selected', options)
        found[name] = unescape(chosen[1]) if chosen else ""
    return found


def the_rule(world: World) -> Rule:
    (rule,) = world.desk.book(BRAND).content.rules
    return rule


def care(world: World) -> Care:
    return world.desk.book(BRAND).content.brand.care


def refused(answer: httpx.Response, words: str) -> None:
    assert answer.status_code == 400, answer.status_code
    assert words in unescape(answer.text)


def test_a_rule_with_many_conditions_keeps_all_of_them(world: World, visitor: Visitor) -> None:
    another_framework(world)
    wanted = [f"orders_count >= {number}" for number in range(1, 18)]
    with_rules(world, RULE + "  when:\n" + "".join(f"  - {one}\n" for one in wanted))
    path = f"{ROOT}/{rule_id(the_rule(world))}"
    sent = form(visitor, path)
    assert sent["when.17.signal"] == ""
    assert sent["when.16.value"] == "17"
    assert visitor.send(path, **{**sent, "because": "Now."}).status_code == 303
    assert len(the_rule(world).when) == 17
    assert world.text("rules.yaml").count(">=") == 17
    path = f"{ROOT}/{rule_id(the_rule(world))}"
    more = {"when.17.signal": "days_since_order", "when.17.op": "<", "when.17.value": "9"}
    assert visitor.send(path, **{**form(visitor, path), **more}).status_code == 303
    assert len(the_rule(world).when) == 18


def test_only_what_somebody_changes_is_other(world: World, visitor: Visitor) -> None:
    another_framework(world)
    text = RULE.replace("plain,", "[warm, plain],") + "  when: ['average_order<4950.5']\n"
    with_rules(world, text)
    assert not world.desk.book(BRAND).mistakes
    path = f"{ROOT}/{rule_id(the_rule(world))}"
    sent = {**form(visitor, path), "until": "2031-12-31"}
    assert visitor.send(path, **sent).status_code == 303
    assert world.text("rules.yaml") == f"{text}  until: '2031-12-31'\n"


@pytest.mark.parametrize("root", [ROOT, OWN])
def test_sending_twice_is_told_as_once(world: World, visitor: Visitor, root: str) -> None:
    new = f"{ROOT}/new" if root == ROOT else OWN
    sent = {**form(visitor, new), **NEW}
    assert [visitor.send(new, **sent).status_code for _ in "12"] == [303, 303]
    saved = world.text("rules.yaml" if root == ROOT else CHECKOUT)
    assert saved.count("Not then") == 1
    content = world.desk.book(BRAND).content
    rules = content.rules if root == ROOT else content.frameworks[0].rules
    path = f"{root}/{rule_id(next(one for one in rules if one.name == 'Not then'))}"
    sent = {**form(visitor, path), "name": "Not now", "because": "Now."}
    answers = [visitor.send(path, **sent) for _ in "12"]
    assert [one.status_code for one in answers] == [303, 303]
    assert "told=same" in answers[1].headers["location"]
    content = world.desk.book(BRAND).content
    rules = content.rules if root == ROOT else content.frameworks[0].rules
    path = f"{root}/{rule_id(next(one for one in rules if one.name == 'Not now'))}"
    gone = {**sent, "named": "Not now", "do": "remove", "sure": "yes"}
    assert [visitor.send(path, **gone).status_code for _ in "12"] == [303, 303]
    assert "Not now" not in world.text("rules.yaml" if root == ROOT else CHECKOUT)
    assert [deed.why for deed in world.deeds()] == [
        "added rule Not then", "changed rule Not then", "removed rule Not now",
    ]  # fmt: skip


def test_what_the_form_does_not_ask_for_is_still_the_same_when_sent_twice(
    world: World, visitor: Visitor
) -> None:
    with_rules(world, RULE.replace("[later, checkout]", "[checkout]") + (
        "  when:\n    all: [days_since_order < 9]\n    any: [orders_count > 3, average_order > 2]\n"
    ))  # fmt: skip
    path = f"{ROOT}/{rule_id(the_rule(world))}"
    sent = {**form(visitor, path), "because": "Now."}
    assert [visitor.send(path, **sent).status_code for _ in "12"] == [303, 303]
    assert len(the_rule(world).any_of) == 2


@pytest.mark.parametrize("rules", ["  name: Gentle\n", "  gentle: {forbid: {tone: warm}}\n"])
def test_a_rule_without_its_dash_is_not_written_over(
    world: World, visitor: Visitor, rules: str
) -> None:
    with_rules(world, f"rules:\n{rules}  because: So.\n")
    before = world.everything()
    answer = visitor.send(f"{ROOT}/new", **{**form(visitor, f"{ROOT}/new"), **NEW})
    refused(answer, "Whoever runs Rapport can change it in the file itself.")
    text = world.text()
    begin, end = text.index("rules:"), text.index("blocks:")
    (world.folder / CHECKOUT).write_text(
        f"{text[:begin]}rules:\n{rules}  because: So.\n{text[end:]}", encoding="utf-8"
    )
    before = world.everything()
    refused(visitor.send(OWN, **{**form(visitor, OWN), **NEW}), "each behind a dash")
    assert world.everything() == before


def test_care_that_is_a_list_is_not_written_over(world: World, visitor: Visitor) -> None:
    world.change("facts:", "care:\n  - refund: {wait: 9d}  # Nell\nfacts:", "brand.yaml")
    before, path = world.everything(), f"{ROOT}/care/complaint"
    answer = visitor.send(path, **{**form(visitor, path), "wait": "5"})
    refused(answer, "not written by their names")
    assert world.everything() == before


@pytest.mark.parametrize(
    ("written", "shown"),
    [("10h", "10h"), ("25056s", "0.29"), ("25m", "25m"), ("90061s", "90061s"), ("36h", "1.5")],
)
def test_care_that_is_saved_as_it_is_shown_stays_as_it_is(
    world: World, visitor: Visitor, written: str, shown: str
) -> None:
    world.change("facts:", f"care:\n  complaint: {{wait: {written}}}\nfacts:", "brand.yaml")
    before, path = world.everything(), f"{ROOT}/care/complaint"
    sent = form(visitor, path)
    assert sent["wait"] == shown
    answer = visitor.send(path, **sent)
    assert answer.status_code == 303
    assert "told=same" in answer.headers["location"]
    assert world.everything() == before


@pytest.mark.parametrize(
    ("typed", "length", "said"),
    [
        ("0.29", 7 * HOUR, "7 hours"),
        ("0,01", 14 * MINUTE, "14 minutes"),
        ("10h", 10 * HOUR, "10 hours"),
        ("10 H", 10 * HOUR, "10 hours"),
        ("1.5h", 90 * MINUTE, "1 hour 30 minutes"),
        ("2.75", 66 * HOUR, "2.75 days"),
        ("365d", 8_760 * HOUR, "365 days"),
    ],
)
def test_lengths_are_whole_hours_or_minutes(
    world: World, visitor: Visitor, typed: str, length: int, said: str
) -> None:
    path = f"{ROOT}/care/complaint"
    assert visitor.send(path, **{**form(visitor, path), "wait": typed}).status_code == 303
    assert care(world).complaint == Caring(length)
    assert f"After a complaint</b> Nothing is said for {said}." in unescape(visitor.get(ROOT).text)
    assert re.search(r"wait: \d+[mhd]\b", world.text("brand.yaml"))


def test_a_tone_that_no_framework_has_is_told_and_shown(world: World, visitor: Visitor) -> None:
    line = "care:\n  refund: {wait: 1d, soften: [warmm, warm], for: 9d}\nfacts:"
    world.change("facts:", line, "brand.yaml")
    told = unescape(visitor.get(ROOT).text)
    assert "found 'warmm', expected a level of tone that exists; did you mean 'warm'?" in told
    path = f"{ROOT}/care/refund"
    sent = form(visitor, path)
    assert sent["soften"].split() == ["warm", "warmm"]
    assert "“warmm”: untick it" in beside(visitor.send(path, **sent), "soften")
    assert visitor.send(path, **{**sent, "soften": "warm"}).status_code == 303
    assert not world.desk.book(BRAND).mistakes


def test_tones_keep_their_order_in_care(world: World, visitor: Visitor) -> None:
    line = "care:\n  refund: {wait: 1d, soften: [plain, warm], for: 9d}\nfacts:"
    world.change("facts:", line, "brand.yaml")
    path = f"{ROOT}/care/refund"
    assert visitor.send(path, **{**form(visitor, path), "wait": "2"}).status_code == 303
    assert "refund: {wait: 2d, soften: [plain, warm], for: 9d}" in world.text("brand.yaml")


def test_a_tab_before_a_comment_breaks_no_page_and_stays(world: World, visitor: Visitor) -> None:
    with_rules(world, RULE.replace("[later, checkout]", "[checkout]").replace("So.", "So.\t# c"))
    world.change("key: tin-kettle", "key: tin-kettle\t# none", "brand.yaml")
    world.change("name: Checkout left behind", "name: Checkout left behind\t# ours")
    assert not world.desk.book(BRAND).mistakes
    path = f"{ROOT}/{rule_id(the_rule(world))}"
    assert visitor.send(path, **{**form(visitor, path), "until": "2031-12-31"}).status_code == 303
    assert "So.\t# c\n" in world.text("rules.yaml")
    path = f"{ROOT}/care/refund"
    assert visitor.send(path, **{**form(visitor, path), "wait": "9"}).status_code == 303
    assert "key: tin-kettle\t# none\n" in world.text("brand.yaml")
    assert visitor.get("/console/frameworks/checkout").status_code == 200
    assert visitor.send(OWN, **{**form(visitor, OWN), **NEW}).status_code == 303
    assert "behind\t# ours\n" in world.text()


@pytest.mark.parametrize("what", ["a folder", "a pipe", "a link"])
def test_rules_that_are_no_file_are_told_and_break_no_page(
    world: World, visitor: Visitor, what: str
) -> None:
    path = world.folder / "rules.yaml"
    if what == "a folder":
        path.mkdir()
    elif what == "a pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/etc/hostname")
    page = visitor.get(ROOT)
    assert page.status_code == 200
    assert "rules.yaml" in page.text
    answer = visitor.send(f"{ROOT}/new", **{**form(visitor, f"{ROOT}/new"), **NEW})
    assert answer.status_code == 400
    assert "rules.yaml" in answer.text
    care_path = f"{ROOT}/care/refund"
    answer = visitor.send(care_path, **{**form(visitor, care_path), "wait": "9"})
    assert answer.status_code == 400
    assert "rules.yaml" in answer.text


def test_a_folder_without_frameworks_is_not_said_to_be_read_only(world: World) -> None:
    (world.folder / "creative").rename(world.folder / "created")
    assert world.desk.book(BRAND).read_only == ""
