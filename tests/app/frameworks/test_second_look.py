"""What people approved is published as it is; what a machine might not write is pointed out."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.app.frameworks.second_look import second_look
from rapport.bootstrap.redteam import brand_to_hold_to
from rapport.core.blueprint import BrandFolder
from rapport.core.creative.framework import Block

FOLDER, _ = brand_to_hold_to()


def with_body(text: str) -> BrandFolder:
    framework = FOLDER.frameworks[0]
    block = Block("b", "body", text, where="creative/checkout.yaml:7")
    return replace(FOLDER, frameworks=(replace(framework, blocks=(block,)),))


def test_the_example_brand_gives_no_cause_for_one() -> None:
    assert second_look(FOLDER) == ()


def test_claims_and_pressure_are_pointed_out_with_their_place() -> None:
    (line,) = second_look(with_body("Our award-winning pots."))
    assert line.startswith("creative/checkout.yaml:7: 'award' (claim): ")


def test_what_people_may_do_and_a_machine_may_not_is_no_finding() -> None:
    text = "{% if cart.count > 1 %}Both are{% else %}It is{% endif %} {{ cart.total }}."
    assert second_look(with_body(text)) == ()


def test_a_branch_too_long_for_its_part_is_pointed_out() -> None:
    long = "We keep your basket and all that is in it. " * 40
    either = f"{{% if cart.count > 9 %}}{long}{{% else %}}Tea.{{% endif %}}"
    line, *_ = second_look(with_body(either))
    assert line.startswith("creative/checkout.yaml:7: the longest branches come to 17")


def test_branches_that_exclude_each_other_are_not_added_up() -> None:
    room = next(slot.max_chars for slot in FOLDER.frameworks[0].slots if slot.key == "body")
    long = "x" * (room - 1)
    more, one = (f"{{% if cart.count {test} %}}{long}{{% endif %}}" for test in ("> 1", "== 1"))
    assert not any("longest branches" in line for line in second_look(with_body(more + one)))
    assert any("longest branches" in line for line in second_look(with_body(more + more)))


def test_a_line_that_facts_may_make_too_long_is_pointed_out() -> None:
    framework = FOLDER.frameworks[0]

    def looked_at(text: str) -> tuple[str, ...]:
        block = Block("b", "subject", text, where="creative/checkout.yaml:7")
        return second_look(replace(FOLDER, frameworks=(replace(framework, blocks=(block,)),)))

    def about(words: str) -> str:
        return f"{{% if cart.first.short_title != '' %}}{words}{{% else %}}Yours{{% endif %}}"

    assert looked_at(about("A word about your {{ cart.first.short_title }}")) == ()
    long = about("A word about your {{ cart.first.short_title }}, and how it is made")
    (line,) = looked_at(long)
    assert line.startswith("creative/checkout.yaml:7: 66 characters with the longest facts filled")
    assert looked_at("A word about your {{ cart.first.title | truncate: 30 }}, and its glaze") == ()


def test_two_branches_are_no_address_between_them() -> None:
    either = "{% if cart.count > 1 %}They are in good spirits.{% else %}It is.{% endif %}"
    assert second_look(with_body(either)) == ()


def test_tags_and_entities_which_people_would_see_are_pointed_out() -> None:
    both = ("Your <b>pot</b> is here.", "<b"), ("Tea &amp; you, as it is.", "&amp;")
    for words, seen in both:
        lines = second_look(with_body(words))
        assert f"creative/checkout.yaml:7: '{seen}' (mark-up): people see it as it" in lines[0]
    assert second_look(with_body("We kept {{ cart.first.title | truncate: 30 }} & all.")) == ()
