"""Rules of the whole brand and its care, changed over a real server by whoever reads no YAML."""

from __future__ import annotations

import re
from html import unescape

import pytest
from desk_world import BRAND, HOSTILE, Visitor, World, beside, hidden

from rapport.core.brand import WriterBudget
from rapport.core.creative.framework import ONLY, Condition, Rule
from rapport.core.deciding.care import Care, Caring
from rapport.core.time import DAY

ROOT = "/console/rules"
NEW = {
    "name": "Warm after money went back",
    "kind": "only",
    "tone": "plain",
    "frameworks": "checkout",
    "because": "Something went wrong for them.",
    "when.0.signal": "days_since_refund",
    "when.0.op": "<",
    "when.0.value": "30",
    "since": "2031-01-01",
    "until": "2031-12-31",
}
RULE = Rule(
    "Warm after money went back",
    levels=(("tone", ("plain",)),),
    when=(Condition("days_since_refund", "<", 30.0),),
    kind=ONLY,
    because="Something went wrong for them.",
    first_day=22_280,
    last_day=22_644,
    frameworks=("checkout",),
)


def address(visitor: Visitor, name: str) -> str:
    html = visitor.get(ROOT).text
    (found,) = [part for part in re.findall(r'<p class="rule.*?</p>', html) if name in part]
    link = re.search(r'class="small" href="(/console/rules/[^"]+)"', found)
    assert link is not None
    return unescape(link[1])


def rules(world: World) -> tuple[Rule, ...]:
    return world.desk.book(BRAND).content.rules


def care(world: World) -> Care:
    return world.desk.book(BRAND).content.brand.care


def test_what_differs_of_rules_names_the_page_where_they_are_changed(
    world: World, visitor: Visitor
) -> None:
    def besides() -> str:
        page = unescape(visitor.get("/console/publish").text)
        return page.partition(", by whoever runs Rapport.")[0].rpartition('<p class="quiet">')[2]

    world.change("name: Checkout", "name: A checkout", "flows/checkout.yaml")
    assert besides() == "These are changed in the brand’s folder"
    assert visitor.send(f"{ROOT}/new", **hidden(visitor, f"{ROOT}/new"), **NEW).status_code == 303
    assert f'are changed on <a href="{ROOT}?brand={BRAND}">Rules</a>' in besides()


def test_a_rule_is_added_read_in_words_changed_rested_and_removed(
    world: World, visitor: Visitor
) -> None:
    assert "There are none yet" in visitor.get(ROOT).text
    added = visitor.send(f"{ROOT}/new", **{**hidden(visitor, f"{ROOT}/new"), **NEW})
    assert added.status_code == 303
    assert rules(world) == (RULE,)
    page = unescape(visitor.get(added.headers["location"]).text)
    assert "Saved." in page
    assert "Only the tone “Plain” to anybody" in page
    assert "These say something else than release 1" in page

    path = address(visitor, RULE.name)
    shown = visitor.get(path).text
    assert 'value="checkout" checked' in shown
    assert 'name="since" type="date" value="2031-01-01"' in shown
    assert re.search(r'name="tone" value="plain" checked', shown)
    changed = visitor.send(
        path, **{**hidden(visitor, path), **NEW, "frameworks": "", "since": "", "rests": "yes"}
    )
    assert changed.status_code == 303
    (rule,) = rules(world)
    assert (rule.frameworks, rule.first_day, rule.active) == ((), None, False)

    path = address(visitor, RULE.name)
    fields = {**hidden(visitor, path), "do": "remove"}
    assert visitor.send(path, **fields).status_code == 400
    assert visitor.send(path, **{**fields, "sure": "yes"}).status_code == 303
    assert rules(world) == ()
    assert [deed.what for deed in world.deeds()] == ["the brand's rules"] * 3


def test_a_moment_can_be_ruled_out_by_what_people_call_it(world: World, visitor: Visitor) -> None:
    form = visitor.get(f"{ROOT}/new").text
    assert "Moment" in form
    (key, label), *_ = re.findall(r'name="time" value="([^"]+)"> ([^<]+)<', form)
    fields = {**NEW, "kind": "forbid", "tone": "", "time": key, "name": "Not then"}
    sent = visitor.send(f"{ROOT}/new", **{**hidden(visitor, f"{ROOT}/new"), **fields})
    assert sent.status_code == 303
    assert rules(world)[0].levels == (("time", (key,)),)
    assert f"Never the time “{unescape(label)}”" in unescape(visitor.get(ROOT).text)


@pytest.mark.parametrize(
    ("typed", "field", "told"),
    [
        ({"because": " "}, "because", "Say why"),
        ({"name": ""}, "name", "Give the rule a name"),
        ({"name": "No warmth after a refund"}, "name", "Another rule is called so"),
        ({"tone": ""}, "levels", "Tick at least one"),
        ({"tone": "loud"}, "levels", "is not there any more"),
        ({"frameworks": "browse"}, "frameworks", "is not there any more"),
        ({"since": "2032-01-01"}, "until", "end before it begins"),
        ({"since": "soon"}, "since", "Write a day such as"),
        ({"until": "2020-01-01", "since": ""}, "until", "That day is over"),
        ({"when.0.value": "NaN"}, "when.0", ""),
        ({"kind": "forbid", "tone": "warm plain", "since": "", "until": "", "when.0.signal": "",
          "when.0.value": ""}, "levels", "leave"),
    ],
)  # fmt: skip
def test_a_bad_value_is_told_beside_its_field_and_changes_nothing(
    world: World, visitor: Visitor, typed: dict[str, str], field: str, told: str
) -> None:
    before = world.everything()
    answer = visitor.send(f"{ROOT}/new", **{**hidden(visitor, f"{ROOT}/new"), **NEW, **typed})
    assert answer.status_code == 400
    assert told in beside(answer, field)
    assert beside(answer, field)
    assert "Something went wrong for them." in unescape(answer.text) or "because" in typed
    assert world.everything() == before


def test_what_somebody_changed_meanwhile_is_told_and_not_written_over(
    world: World, visitor: Visitor
) -> None:
    visitor.send(f"{ROOT}/new", **{**hidden(visitor, f"{ROOT}/new"), **NEW})
    path = address(visitor, RULE.name)
    fields = hidden(visitor, path)
    world.change("Something went wrong for them.", "Theirs.", "rules.yaml")
    answer = visitor.send(path, **{**fields, **NEW, "because": "Mine."})
    assert answer.status_code == 409
    assert "Somebody changed this" in answer.text
    assert rules(world)[0].because == "Theirs."
    (action,) = re.findall(r'<form class="editor.*?action="([^"]+)"', answer.text)
    again = visitor.send(unescape(action), **{**fields, **NEW, "because": "Mine."})
    assert again.status_code == 303
    assert rules(world)[0].because == "Mine."


def test_care_is_read_in_words_and_changed(world: World, visitor: Visitor) -> None:
    page = unescape(visitor.get(ROOT).text)
    assert "After a refund</b> Nothing is said for 3 days." in page
    path = f"{ROOT}/care/refund"
    fields = {**hidden(visitor, path), "wait": "5", "soften": "plain", "for": "20,5"}
    assert visitor.send(path, **fields).status_code == 303
    assert care(world).refund == Caring(5 * DAY, ("plain",), 41 * DAY // 2)
    page = unescape(visitor.get(f"{ROOT}?told=saved").text)
    assert "Nothing is said for 5 days; then, up to 20.5 days after it, only in “Plain”." in page

    stale = visitor.send(path, **{**fields, "wait": "9"})
    assert stale.status_code == 409
    assert care(world).refund.wait == 5 * DAY
    nothing = {**hidden(visitor, path), "wait": "", "soften": "", "for": ""}
    assert visitor.send(path, **nothing).status_code == 303
    assert care(world).refund == Caring()
    assert "Nothing is done: messages go on." in unescape(visitor.get(ROOT).text)


@pytest.mark.parametrize(
    ("typed", "field", "told"),
    [
        ({"wait": "-1"}, "wait", "a number of days"),
        ({"wait": "366"}, "wait", "up to 365"),
        ({"wait": "٣"}, "wait", "a number of days"),
        ({"wait": "1e2"}, "wait", "a number of days"),
        ({"wait": "1,000"}, "wait", "up to 365"),
        ({"soften": "plain"}, "for", "for how many days"),
        ({"for": "9"}, "soften", "Tick the tones"),
        ({"wait": "9", "soften": "plain", "for": "9"}, "for", "longer"),
        ({"soften": "loud", "for": "9"}, "soften", "is not there any more"),
    ],
)
def test_care_that_makes_no_sense_is_told_beside_its_field(
    world: World, visitor: Visitor, typed: dict[str, str], field: str, told: str
) -> None:
    before, path = world.everything(), f"{ROOT}/care/complaint"
    answer = visitor.send(path, **{**hidden(visitor, path), "wait": "3", **typed})
    assert answer.status_code == 400
    assert told in beside(answer, field)
    assert world.everything() == before


def test_what_the_model_may_do_is_read_in_words_and_changed(world: World, visitor: Visitor) -> None:
    page = visitor.get(ROOT).text
    assert "It may be asked 200 questions a day, of 1,000,000 tokens altogether." in page
    assert "not proofread" in page
    path = f"{ROOT}/model"
    fields = {**hidden(visitor, path), "questions": "1,500", "tokens": "2 000 000"}
    assert visitor.send(path, **fields, proofreads="true").status_code == 303
    assert writer(world) == WriterBudget(1_500, 2_000_000, proofreads=True)
    assert "checked" in visitor.get(path).text
    assert "read once more by itself after the checks" in visitor.get(f"{ROOT}?told=saved").text
    why = "model: 1,500 questions and 2,000,000 tokens a day, proofread, it was 200 questions and"
    assert world.deeds()[-1].why.startswith(why)

    stale = visitor.send(path, **{**fields, "questions": "9"})
    assert stale.status_code == 409
    assert 'value="9"' in stale.text
    assert writer(world).questions == 1_500
    again = visitor.send(path, **{**fields, "proofreads": "true"})
    assert again.headers["location"].endswith("told=same#model")
    nothing = {**hidden(visitor, path), "questions": "0", "tokens": "1"}
    assert visitor.send(path, **nothing).status_code == 303
    assert writer(world) == WriterBudget(0, 1)
    assert "It may be asked nothing" in visitor.get(ROOT).text


@pytest.mark.parametrize(
    "typed",
    ["", "-1", "٣", "1e2", "many", "9" * 16, "1,000,000,000", "1.5", "2,50", "1 0000", "1,,000"],
)
def test_a_number_of_questions_that_cannot_be_is_told_beside_it(
    world: World, visitor: Visitor, typed: str
) -> None:
    before, path = world.everything(), f"{ROOT}/model"
    answer = visitor.send(path, **hidden(visitor, path), questions=typed, tokens="5")
    assert answer.status_code == 400
    assert "a whole number up to 999,999,999" in beside(answer, "questions")
    assert world.everything() == before


@pytest.mark.parametrize("was", ["", "x", "200 1000000", "200 1000000 0 0", "-1 1 1", "9" * 99])
def test_a_form_that_says_not_what_was_seen_changes_nothing(
    world: World, visitor: Visitor, was: str
) -> None:
    before, path = world.everything(), f"{ROOT}/model"
    fields = {**hidden(visitor, path), "was": was}
    answer = visitor.send(path, **fields, questions="7", tokens="5")
    assert answer.status_code == 409
    assert world.everything() == before
    again = {**hidden(visitor, path), "questions": "7", "tokens": "5"}
    assert visitor.send(path, **again).status_code == 303


def test_whatever_brand_yaml_may_say_can_be_kept(world: World, visitor: Visitor) -> None:
    path, most = f"{ROOT}/model", "999,999,999"
    fields = hidden(visitor, path)
    assert visitor.send(path, **fields, questions=most, tokens=most).status_code == 303
    assert f'value="{most}"' in visitor.get(path).text
    typed = {"questions": most, "tokens": most, "proofreads": "true"}
    assert visitor.send(path, **hidden(visitor, path), **typed).status_code == 303
    assert writer(world) == WriterBudget(999_999_999, 999_999_999, proofreads=True)


def writer(world: World) -> WriterBudget:
    return world.desk.book(BRAND).content.brand.writer


def test_hostile_words_harm_nothing(world: World, visitor: Visitor) -> None:
    fields = {**NEW, "name": HOSTILE, "because": HOSTILE}
    answer = visitor.send(f"{ROOT}/new", **{**hidden(visitor, f"{ROOT}/new"), **fields})
    assert answer.status_code == 303
    assert rules(world)[0].name == HOSTILE
    assert "<script>window" not in visitor.get(ROOT).text
    assert "<script>window" not in visitor.get(address(visitor, "owned")).text


def test_who_may_only_look_changes_nothing(world: World, visitor: Visitor) -> None:
    world.employ(Vi="viewer")
    visitor.sign_in("Vi")
    assert "Add a rule" not in visitor.get(ROOT).text
    path = f"{ROOT}/care/refund"
    form = visitor.get(path).text
    assert " disabled" in form
    answer = visitor.send(path, **hidden(visitor, path) | {"wait": "1"})
    assert answer.status_code == 403
    assert care(world) == Care()
    path = f"{ROOT}/model"
    assert " disabled" in visitor.get(path).text
    assert visitor.send(path, **hidden(visitor, path), questions="1", tokens="1").status_code == 403
    assert writer(world) == WriterBudget()


def test_there_is_no_page_of_what_there_is_not(visitor: Visitor) -> None:
    assert visitor.get(f"{ROOT}/care/weather").status_code == 404
    assert visitor.get(f"{ROOT}/0123456789abcdef").status_code == 404


def test_levels_that_are_called_the_same_are_told_apart_by_where_they_are(
    world: World, visitor: Visitor
) -> None:
    other = (
        world.text().replace("key: checkout", "key: later", 1).replace("key: help,", "key: aid,")
    )
    other = other.replace("name: Checkout left behind", "name: Later on", 1)
    other = other.replace("angle: help", "angle: aid").replace("points: [first]\n    ", "")
    (world.folder / "creative" / "later.yaml").write_text(other, encoding="utf-8")
    form = unescape(visitor.get(f"{ROOT}/new").text)
    assert 'value="help"> Help (Checkout left behind)<' in form
    assert 'value="aid"> Help (Later on)<' in form
    assert 'value="warm"> Warm<' in form
