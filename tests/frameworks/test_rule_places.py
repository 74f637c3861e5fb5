"""A rule that takes a published combination away is named with the file and line to go to."""

from __future__ import annotations

from desk_world import BRAND, CHECKOUT, Visitor, World

from rapport.bootstrap.previews.from_folder import from_installation

BARRED = "/console/preview?framework=checkout&tone=plain&visual=note&offer=five-off"
NAME = "An offer comes with the list"
RULE = "  - {name: An offer comes with the list,"


def where_it_stands(world: World) -> str:
    lines = world.text().splitlines()
    return f"{CHECKOUT}:{next(n for n, line in enumerate(lines, 1) if NAME in line)}"


def test_it_is_the_line_where_the_rule_stands_now(world: World, visitor: Visitor) -> None:
    where = where_it_stands(world)
    assert where in visitor.get(BARRED).text
    assert from_installation(world.here, BRAND).rules_at["checkout", NAME] == where
    world.change(RULE, f"  # Since June.\n{RULE}")
    assert where_it_stands(world) in visitor.get(BARRED).text
    assert where not in visitor.get(BARRED).text


def test_of_a_rule_that_was_changed_since_no_line_is_told(world: World, visitor: Visitor) -> None:
    where = where_it_stands(world)
    world.change("{offer: five-off, visual: note}", "{offer: five-off, visual: [note, list]}")
    html = visitor.get(BARRED).text
    assert NAME in html
    assert where not in html
    world.change("key: checkout", "key: ][")
    assert NAME in visitor.get(BARRED).text  # what is published needs no folder
