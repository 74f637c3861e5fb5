"""Rules, offers and visuals of a framework, changed over a real server by whoever reads no YAML."""

from __future__ import annotations

import re
from html import unescape

import httpx
import pytest
from desk_world import BRAND, CHECKOUT, HOSTILE, Visitor, World, beside, hidden

from browser import Browser
from rapport.core.creative.editing import rule_id

ONE = "/console/frameworks/checkout"
RULES = f"{ONE}/rules"
REFUND = "No warmth after a refund"
NEW = {
    "name": "Plain goes without money off",
    "kind": "forbid",
    "tone": "plain",
    "offer": "five-off",
    "because": "It would read like a leaflet.",
    "when.0.signal": "average_order",
    "when.0.op": ">=",
    "when.0.value": "49.50",
    "until": "2031-12-31",
}
TWO_LINED = """\
rules:
  # Care comes first.
  - name: No warmth after a refund
    # Asked for by support.
    forbid: {tone: warm}   # for now
    when: ['days_since_refund < 30']

  - {name: An offer comes with the list, forbid: {offer: five-off, visual: note}}
"""


def rule_named(world: World, name: str) -> str:
    """The end of a rule's address."""
    content = world.desk.book(BRAND).content
    (found,) = (
        one for framework in content.frameworks for one in framework.rules if one.name == name
    )
    return rule_id(found)


def address(visitor: Visitor, name: str) -> str:
    """Where the rule of this name is changed."""
    html = visitor.get(ONE).text
    (found,) = [part for part in re.findall(r'<p class="rule">.*?</p>', html) if name in part]
    link = re.search(r'href="([^"]+)"', found)
    assert link is not None
    return unescape(link[1])


def alerts(answer: httpx.Response) -> str:
    found = re.findall(r'<(\w+)[^>]*role="alert"[^>]*>(.*?)</\1>', answer.text, re.DOTALL)
    return unescape(" ".join(words for _, words in found))


def test_a_rule_is_added_read_in_words_changed_and_removed(world: World, visitor: Visitor) -> None:
    before = world.text()
    added = visitor.send(RULES, **hidden(visitor, RULES), **NEW)
    assert added.status_code == 303, added.text
    text = world.text()
    assert text.startswith(before[: before.index("blocks:")])
    assert text.endswith(before[before.index("blocks:") :])
    assert "average_order >= 4950" in text
    page = unescape(visitor.get(ONE).text)
    who = "whose “average order” is at least 49.5 GBP"
    words = "Never the offer “Five pounds off” together with the tone “Plain”"
    assert f"{words} to anybody {who} until 31 Dec 2031." in page

    where = address(visitor, NEW["name"])
    shown = visitor.get(where).text
    assert 'value="49.5"' in shown
    assert 'value="2031-12-31"' in shown
    other = {**NEW, "kind": "only", "offer": "none", "tone": "plain\nwarm"}
    assert visitor.send(where, **hidden(visitor, where), **other).status_code == 303
    assert "forbid:\n" not in world.text()
    where = address(visitor, NEW["name"])
    changed = {**NEW, "because": "Leaflets.", "until": ""}
    assert visitor.send(where, **hidden(visitor, where), **changed).status_code == 303
    assert "because: Leaflets." in world.text()
    assert "until" not in world.text()

    where = address(visitor, NEW["name"])
    unsure = visitor.send(where, **hidden(visitor, where), do="remove")
    assert unsure.status_code == 400
    gone = visitor.send(where, **hidden(visitor, where), do="remove", sure="yes")
    assert gone.status_code == 303
    assert world.text() == before
    told = [deed.why for deed in world.deeds() if deed.did == "edited"]
    name = NEW["name"]
    assert told[-3:] == [f"changed rule {name}", f"changed rule {name}", f"removed rule {name}"]


def test_two_conditions_that_never_hold_together_are_told_beside_the_second(
    world: World, visitor: Visitor
) -> None:
    apart = {
        "when.0.signal": "orders_count", "when.0.op": ">=", "when.0.value": "3",
        "when.1.signal": "orders_count", "when.1.op": "<", "when.1.value": "2",
    }  # fmt: skip
    before = world.everything()
    answer = visitor.send(RULES, **hidden(visitor, RULES), **{**NEW, **apart})
    assert answer.status_code == 400
    assert "No figure meets both conditions about “orders so far”." in answer.text
    assert world.everything() == before


def test_comments_and_the_order_of_the_file_are_kept(world: World, visitor: Visitor) -> None:
    text = world.text()
    begin, end = text.index("rules:"), text.index("blocks:")
    (world.folder / CHECKOUT).write_text(text[:begin] + TWO_LINED + text[end:], encoding="utf-8")
    where = address(visitor, REFUND)
    change = {
        "name": REFUND, "kind": "forbid", "tone": "warm", "because": "They are cross.",
        "when.0.signal": "days_since_refund", "when.0.op": "<", "when.0.value": "45",
    }  # fmt: skip
    seen = hidden(visitor, where)
    assert visitor.send(where, **seen, **change).status_code == 303
    after = world.text()
    for line in TWO_LINED.splitlines():
        assert line in after or "30" in line, line
    assert "days_since_refund < 45" in after
    assert "because: They are cross." in after
    assert visitor.send(where, **seen, **{**change, "because": "Mine."}).status_code == 409


@pytest.mark.parametrize(
    ("field", "value", "where", "told"),
    [
        ("name", " ", "name", "Give the rule a name"),
        ("name", "x" * 121, "name", "at most 120"),
        ("name", REFUND, "name", "is called so"),
        ("name", "quiet hours", "name", "Rapport itself"),
        ("kind", "sometimes", "kind", "Choose what the rule does"),
        ("tone", "gone", "levels", "not there any more"),
        ("because", "x" * 301, "because", "at most 300"),
        ("when.0.value", "many", "when.0", "is no number"),
        ("when.0.value", "１4", "when.0", "is no number"),
        ("when.0.value", "", "when.0", "There is none"),
        ("when.0.value", "1e400", "when.0", "is no number"),
        ("when.0.signal", "", "when.0", "Choose what this number is about"),
        ("when.0.signal", "__class__", "when.0", "no such condition"),
        ("when.0.op", "=>", "when.0", "no such condition"),
        ("when.0.signal", "messages_28d", "when.0", "That never holds: “messages in the last four"),
        ("when.0.signal", "visit_days_7d", "when.0", "” is from 0 to 7. Ask for what can be."),
        ("until", "soon", "until", "Write a day"),
        ("until", "0001-01-01", "until", "of this century"),
        ("until", "2020-01-01", "until", "That day is over"),
    ],
)
def test_a_bad_value_is_told_beside_its_field_and_changes_nothing(
    field: str, value: str, where: str, told: str, world: World, visitor: Visitor
) -> None:
    before = world.everything()
    answer = visitor.send(RULES, **hidden(visitor, RULES), **{**NEW, field: value})
    assert answer.status_code == 400
    assert told in beside(answer, where)
    assert "It would read like a leaflet." in answer.text or field == "because"
    assert world.everything() == before


def test_a_rule_that_is_over_can_still_be_changed(world: World, visitor: Visitor) -> None:
    world.change(
        "{name: An offer comes with the list,",
        "{name: An offer comes with the list, until: 2020-01-01,",
    )
    page = unescape(visitor.get(ONE).text)
    found = re.search(r'together with .*? until 1 Jan 2020\..*?href="([^"]+)"', page, re.S)
    assert found is not None
    path = found[1].partition("?")[0]
    changed = {
        "name": "An offer comes with the list", "kind": "forbid", "offer": "five-off",
        "visual": "note", "until": "2020-01-01", "because": "It looks better.",
    }  # fmt: skip
    answer = visitor.send(path, **hidden(visitor, path), **changed)
    assert answer.status_code == 303, beside(answer, "until")
    assert "because: It looks better." in world.text()


def test_a_rule_without_levels_says_so_and_silence_needs_none(
    world: World, visitor: Visitor
) -> None:
    bare = {**NEW, "tone": "", "offer": ""}
    answer = visitor.send(RULES, **hidden(visitor, RULES), **bare)
    assert "Tick at least one" in beside(answer, "levels")
    silent = visitor.send(RULES, **hidden(visitor, RULES), **{**bare, "kind": "silence"})
    assert silent.status_code == 303
    assert "say: nothing" in world.text()


def test_silence_with_something_ticked_is_asked_about_and_not_made_wider(
    world: World, visitor: Visitor
) -> None:
    before = world.everything()
    answer = visitor.send(RULES, **hidden(visitor, RULES), **{**NEW, "kind": "silence"})
    assert answer.status_code == 400
    assert "untick these, or choose “Never”" in beside(answer, "levels")
    assert world.everything() == before


def test_silence_for_everybody_without_an_end_is_refused(world: World, visitor: Visitor) -> None:
    before = world.everything()
    hush = {"name": "Hush", "kind": "silence", "because": "So.", "do": "check"}
    answer = visitor.send(RULES, **hidden(visitor, RULES), **hush)
    assert answer.status_code == 400
    assert "Nothing would be said to anybody, for good." in beside(answer, "kind")
    from_then = {**hush, "since": "2031-01-02"}
    answer = visitor.send(RULES, **hidden(visitor, RULES), **from_then)
    assert "Nothing would be said to anybody, for good." in beside(answer, "kind")
    assert world.everything() == before
    for ends in ({"until": "2031-01-03"}, {"rests": "yes"}):
        answer = visitor.send(RULES, **hidden(visitor, RULES), **{**hush, **ends})
        assert answer.status_code == 200, answer.text


def test_rules_that_leave_nothing_are_refused_in_words(world: World, visitor: Visitor) -> None:
    before = world.everything()
    all_tones = {**NEW, "tone": "plain\nwarm", "offer": "", "when.0.signal": "",
                 "when.0.value": "", "until": ""}  # fmt: skip
    answer = visitor.send(RULES, **hidden(visitor, RULES), **all_tones)
    assert answer.status_code == 400
    assert "would leave no message" in alerts(answer)
    dated = {**all_tones, "since": "2026-11-01"}
    answer = visitor.send(RULES, **hidden(visitor, RULES), **dated)
    assert "would leave no message to choose from 1 Nov 2026 on." in alerts(answer)
    assert world.everything() == before


def test_what_somebody_changed_meanwhile_is_not_overwritten(world: World, visitor: Visitor) -> None:
    where = address(visitor, REFUND)
    seen = hidden(visitor, where)
    world.change("days_since_refund < 30", "days_since_refund < 60")
    change = {**NEW, "name": REFUND, "offer": "", "until": ""}
    answer = visitor.send(where, **seen, **change)
    assert answer.status_code == 409
    assert "<ins>60" in answer.text
    assert "It would read like a leaflet." in answer.text
    gone = visitor.send(where, **seen, do="remove", sure="yes")
    assert gone.status_code == 409
    assert "days_since_refund < 60" in world.text()
    again = re.search(r'<form class="editor[^>]*action="([^"]+)"', answer.text)
    assert again is not None
    here = unescape(again[1])
    assert visitor.send(here, **hidden(visitor, here), **change).status_code == 303


def test_hostile_words_harm_nothing(world: World, visitor: Visitor) -> None:
    answer = visitor.send(RULES, **hidden(visitor, RULES), **{**NEW, "name": HOSTILE})
    assert answer.status_code == 303
    html = visitor.get(ONE).text
    assert "<script>window" not in html
    shown = visitor.get(address(visitor, "window.owned"))
    assert "<script>window" not in shown.text
    yaml = {**NEW, "name": "a: [b\n- c", "because": "'\"{%}#"}
    assert visitor.send(RULES, **hidden(visitor, RULES), **yaml).status_code == 303
    assert world.desk.book("tin-kettle").mistakes == ()


def test_who_may_only_look_changes_no_rule(world: World, visitor: Visitor) -> None:
    world.employ(Ada="viewer")
    visitor.sign_in("Ada")
    assert "Add a rule" not in visitor.get(ONE).text
    before = world.everything()
    assert visitor.send(RULES, **hidden(visitor, RULES), **NEW).status_code == 403
    assert world.everything() == before


def test_an_offer_is_taken_away_with_its_words_and_its_rule(world: World, visitor: Visitor) -> None:
    where = f"{ONE}/allowed/offer"
    assert "Five pounds off" in visitor.get(where).text or "five" in visitor.get(where).text
    assert "£5.00 off" in visitor.get(where).text
    unsure = visitor.send(where, **hidden(visitor, where))
    assert unsure.status_code == 400
    assert "five-off" in world.text()
    done = visitor.send(where, **hidden(visitor, where), sure="yes")
    assert done.status_code == 303, alerts(done)
    assert "five-off" not in world.text()
    assert "offers: [none]" in world.text()
    bare = visitor.send(where, **hidden(visitor, where), keys="five-off")
    assert bare.status_code == 400
    assert "offer" in alerts(bare)
    line = "Take {{ offer.value }} off with {{ offer.code }}, on orders over {{ offer.minimum }}."
    back = visitor.send(where, **hidden(visitor, where), keys="five-off", line=line)
    assert back.status_code == 303, alerts(back)
    assert "offers: [none, five-off]" in world.text()


def test_a_visual_is_unticked_and_one_must_stay(world: World, visitor: Visitor) -> None:
    where = f"{ONE}/allowed/visual"
    assert visitor.send(where, **hidden(visitor, where), keys="").status_code == 400
    seen = hidden(visitor, where)
    one = visitor.send(where, **seen, keys="list", sure="yes")
    assert one.status_code in (303, 400)  # refused where the flow's usual message has it
    assert ("key: note" in world.text()) == (one.status_code == 400)
    if one.status_code == 303:
        late = visitor.send(where, **seen, keys="note\nlist")
        assert late.status_code == 409


def test_a_visual_is_taken_over_from_another_framework(world: World, visitor: Visitor) -> None:
    other = world.text().replace("key: checkout", "key: other", 1)
    other = other.replace("name: Checkout left behind", "name: Other", 1)
    line = "  - {key: list, label: The basket, describes: Every item., layout: layouts/list.mjml}\n"
    wide = line.replace("key: list", "key: wide").replace("The basket", "All of it")
    other = other.replace(line, line + wide).replace("points: [first]", "language: en", 1)
    (world.folder / "creative/other.yaml").write_text(other, encoding="utf-8")
    where = f"{ONE}/allowed/visual"
    page = visitor.get(where).text
    assert "As in “Other”." in page
    (seen,) = (
        one for one in re.findall(r'<a href="([^"]+)"[^>]*>See it</a>', page) if "wide" in one
    )
    preview = visitor.get(unescape(seen))
    assert preview.status_code == 200
    assert "all of it, " in re.sub(r"\s+", " ", preview.text).split('id="one"')[1][:300]
    before = world.text()
    done = visitor.send(where, **hidden(visitor, where), keys="note\nlist\nwide")
    assert done.status_code == 303, done.text
    assert world.text() == before.replace(line, line + wide)


def test_there_are_only_offers_and_visuals_to_tick(visitor: Visitor) -> None:
    assert visitor.get(f"{ONE}/allowed/tone").status_code == 404
    assert visitor.get(f"{ONE}/rules/0123456789abcdef").status_code == 404


def test_what_can_be_asked_stands_by_what_it_is_about(visitor: Visitor) -> None:
    html = visitor.get(RULES).text
    groups = re.findall(r'<optgroup label="([^"]+)">(.*?)</optgroup>', html, re.DOTALL)
    names = [name for name, _ in groups]
    assert names[:3] == ["Orders", "Basket and checkout", "Refunds, questions and late parcels"]
    assert "Days since the last refund" in dict(groups)["Refunds, questions and late parcels"]
    assert (
        "Whether the last order had a discount (yes or no)" in dict(groups)["Offers and discounts"]
    )
    assert "More" not in names


def test_a_unit_and_an_example_stand_beside_the_value(visitor: Visitor, world: World) -> None:
    html = visitor.get(f"{RULES}/{rule_named(world, REFUND)}").text
    assert '<span class="unit" id="u-0">days</span>' in html
    assert '<p class="quiet" id="e-0">For example 30</p>' in html
    assert 'aria-describedby="u-0 e-0"' in html
    assert '<span class="unit" id="u-1"></span>' in html  # nothing is asked there yet


def test_what_is_true_or_not_is_said_in_words(visitor: Visitor, world: World) -> None:
    asked = {"when.0.signal": "last_order_discounted", "when.0.op": "==", "when.0.value": "Yes"}
    answer = visitor.send(RULES, **{**hidden(visitor, RULES), **NEW, **asked, "do": "save"})
    assert answer.status_code == 303, answer.text
    assert "last_order_discounted == 1" in world.text()
    html = visitor.get(f"{RULES}/{rule_named(world, NEW['name'])}").text
    assert 'name="when.0.value" value="yes"' in html
    asked["when.0.value"] = "perhaps"
    answer = visitor.send(RULES, **{**hidden(visitor, RULES), **NEW, **asked, "do": "check"})
    assert "Say yes or no." in answer.text


@pytest.mark.parametrize("width", [1280, 390])
def test_whoever_chooses_something_else_sees_its_unit(
    base: str, browser: Browser, width: int
) -> None:
    browser.size(width, 900)
    browser.open(base + RULES)
    said = "['#u-0', '#e-0'].map(one => document.querySelector(one).textContent).join('|')"
    assert browser.js(said) == "|"
    for name, seen in (
        ("cart_total", "GBP|For example 50"),
        ("came_by_ad", "yes or no|For example yes"),
        ("local_weekday", "day, Monday is 0|For example 5"),
        ("", "|"),
    ):
        browser.js(
            f"(s => {{ s.value = {name!r}; s.dispatchEvent(new Event('change')) }})"
            "(document.querySelector('#s-0'))"
        )
        assert browser.js(said) == seen
        assert browser.js("document.documentElement.scrollWidth <= innerWidth")
        assert browser.js(
            "[...document.querySelectorAll('.condition :is(select, input, .unit)')]"
            ".every(one => one.getBoundingClientRect().right <= "
            "one.closest('.condition').getBoundingClientRect().right)"
        )
    assert browser.js("document.querySelector('[name=\"when.0.op\"]').value") == "=="
