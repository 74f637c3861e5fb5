"""The shipped set keeps what is promised, and scores are counted right."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import pytest
from msgspec.structs import replace

import rapport
from rapport.adapters.brand_folder import read_brand_folder
from rapport.adapters.catalogue_csv import read_catalogue
from rapport.app.redteam.line import Line
from rapport.app.redteam.rewrite_set import read_set
from rapport.app.redteam.verdicts import Outcome, as_json, hold_against

FOLDER = Path(rapport.__file__).parent / "brands/alder_and_clay"
BRAND = read_brand_folder(FOLDER)
SHIPPED = (resources.files("rapport") / "redteam" / "rewrites.jsonl").read_bytes()


def line(expected: str, body: str, category: str = "") -> Line:
    raw = {
        "framework": "checkout", "tone": "warm", "offer": "none", "slots": {"body": body},
        "expected": expected, "why": "a test", "category": category,
    }  # fmt: skip
    return replace(read_set("test", json.dumps(raw).encode()).lines[0], number=0)


@pytest.fixture(scope="module")
def shipped() -> Outcome:
    products = read_catalogue(FOLDER / "catalogue.csv", shop_url="https://s.example")
    titles = [product.title for product in products.values()]
    return hold_against(read_set("shipped", SHIPPED), BRAND, titles)


def test_the_shipped_set_keeps_what_is_promised(shipped: Outcome) -> None:
    assert shipped.kept, [t.line.why for t in (*shipped.missed, *shipped.false_alarms)]


def test_the_shipped_set_is_large_and_says_nothing_twice(shipped: Outcome) -> None:
    bodies = [t.line.slots.get("body", "") + t.line.slots.get("subject", "") for t in shipped.tried]
    assert len(set(bodies)) == len(bodies)
    assert all(t.line.why and t.line.category for t in shipped.tried)


def test_a_line_is_held_to_as_its_words_would_be_sent() -> None:
    said = "The post is ours with {{ offer.code }}"
    beside = f"{said} on orders of {{{{ offer.minimum }}}} or more, until {{{{ offer.ends }}}}"
    written = (
        line("pass", f"{beside}."),
        line("reject", f"{beside}, and a mug with it."),
        line(
            "reject", f"{said} until {{{{ offer.ends }}}}. The minimum is {{{{ offer.minimum }}}}."
        ),
    )
    outcome = hold_against([replace(one, offer="free-delivery") for one in written], BRAND)
    assert not outcome.missed
    assert not outcome.false_alarms


def test_a_miss_and_a_false_alarm_are_counted_where_they_belong() -> None:
    outcome = hold_against(
        [
            line("reject", "Take 10 off.", "figure"),
            line("reject", "Your basket is saved.", "figure"),
            line("pass", "Your basket is saved."),
            line("pass", "Hurry."),
        ],
        BRAND,
    )
    assert (outcome.score("reject").lines, outcome.score("reject").wrong) == (2, 1)
    assert outcome.score("reject", "figure").share == 0.5
    assert [t.number for t in outcome.missed] == [2]
    assert [t.number for t in outcome.false_alarms] == [4]
    assert not outcome.kept
    assert as_json(outcome)["never_missed"]["figure"]["wrong"] == 1  # type: ignore[index]


def test_one_figure_missed_in_a_thousand_breaks_the_promise() -> None:
    caught = [line("reject", "Take 10 off.", "figure")] * 999
    outcome = hold_against([*caught, line("reject", "Your basket.", "figure")], BRAND)
    assert not outcome.kept
    other = hold_against([*caught, line("reject", "Your basket.", "guilt")], BRAND)
    assert other.kept


def test_a_framework_that_the_brand_lacks_is_said() -> None:
    strange = Line("autumn", "warm", {"body": "Your basket."}, "pass", "a test")
    assert hold_against([strange], BRAND).strange == (
        "1 line: there is no framework 'autumn': held to 'checkout'.",
    )


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("abandoned_cart", "cart"),
        ("Browse abandonment", "browse"),
        ("Post-Purchase Thank You", "post-purchase"),
        ("welcome_1", "welcome"),
    ],
)
def test_a_framework_by_a_longer_name_is_taken_for_ours(name: str, ours: str) -> None:
    line = Line(name, "warm", {"body": "Reply to this and a person answers."}, "pass", "a test")
    assert hold_against([line], BRAND).strange == (
        f"1 line: there is no framework '{name}': taken for '{ours}'.",
    )


def test_of_a_framework_that_nobody_knows_something_may_have_been_ordered() -> None:
    thanks = {"body": "Thank you for your order. It is on the bench."}
    lines = [Line(name, "warm", thanks, "pass", "a test") for name in ("thanks", "checkout")]
    assert [one.number for one in hold_against(lines, BRAND).false_alarms] == [2]


@pytest.mark.parametrize(
    ("framework", "offer", "body", "taken"),
    [
        ("welcome", "none", "How does {{ cart.first.title }} look to you?", ("cart", "")),
        ("winback", "none", "It has been a while since {{ order.first.title }}.", ("order", "")),
        (
            "winback",
            "free-delivery",
            "More of {{ order.first.title }}? With {{ offer.code }} delivery is free, until "
            "{{ offer.ends }}.",
            ("order", ""),
        ),
        (
            "browse",
            "free-delivery",
            "Delivery is on us: {{ offer.code }}, to {{ offer.ends }}.",
            ("", "free-delivery"),
        ),
        (
            "welcome",
            "ten-percent",
            "{{ offer.value }} off more of {{ order.first.title }}, with {{ offer.code }}, until "
            "{{ offer.ends }}.",
            ("order", "ten-percent"),
        ),
    ],
)
def test_a_line_of_another_framework_of_that_name_may_name_what_ours_has_not(
    framework: str, offer: str, body: str, taken: tuple[str, str]
) -> None:
    strange = Line(framework, "warm", {"body": body}, "pass", "a test", offer=offer)
    own = Line("browse", "warm", {"body": "About {{ viewed.first.title }}."}, "pass", "a test")
    outcome = hold_against([strange, own], BRAND)
    assert outcome.false_alarms == ()
    about, added = taken
    said = [
        f"1 line: of '{framework}', which is about no products: taken for one about '{about}'.",
        f"1 line: of '{framework}', with an offer that it has not: '{added}' was added.",
    ]
    assert sorted(outcome.strange) == [one for one, is_so in zip(said, taken, strict=True) if is_so]


@pytest.mark.parametrize(("framework", "about"), [("browse", "viewed"), ("post-purchase", "order")])
def test_the_same_facts_of_something_else_are_taken_for_those_of_its_own(
    framework: str, about: str
) -> None:
    thanks = "Thank you for your order. {{ cart.first.title }} is well packed up."
    outcome = hold_against([Line(framework, "warm", {"body": thanks}, "pass", "a test")], BRAND)
    assert bool(outcome.false_alarms) is (about == "viewed"), "nothing was ordered yet"
    assert outcome.strange == (
        f"1 line: of '{framework}', with facts of something else: taken for '{about}'.",
    )


def test_a_fact_that_no_framework_has_is_found_in_any() -> None:
    lines = [
        Line(key, "warm", {"body": "About {{ wallet.total }}."}, "reject", "a test")
        for key in ("browse", "welcome", "checkout")
    ]
    assert hold_against(lines, BRAND).missed == ()


def test_slots_and_offers_by_other_names_are_taken_for_ours_and_that_is_said() -> None:
    words = {"subject_line": "Your basket is saved", "body": "It is here.", "button": "See it"}
    outcome = hold_against([Line("checkout", "warm", words, "pass", "a test", offer="ten")], BRAND)
    assert outcome.false_alarms == ()
    assert outcome.strange == (
        "1 line: there is no offer 'ten': which was decided is not known.",
        "1 line: there is no slot 'button': it was taken for 'cta'.",
        "1 line: there is no slot 'subject_line': it was taken for 'subject'.",
    )


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("free_shipping", "free-delivery"),
        ("percentage", "ten-percent"),
        ("Free gift", "tea-sampler"),
    ],
)
def test_an_offer_by_its_kind_is_taken_for_the_brands(name: str, ours: str) -> None:
    words = {"body": "Delivery is free, with {{ offer.code }}, until {{ offer.ends }}."}
    line = Line("checkout", "warm", words, "pass", "a test", offer=name)
    outcome = hold_against([line], BRAND)
    assert outcome.strange == (f"1 line: there is no offer '{name}': taken for '{ours}'.",)
    assert bool(outcome.false_alarms) is (ours != "free-delivery")


def test_a_slot_that_nobody_knows_is_still_a_finding() -> None:
    words = {"body": "It is here.", "banner": "Look"}
    outcome = hold_against([Line("checkout", "warm", words, "reject", "a test")], BRAND)
    assert outcome.missed == ()
