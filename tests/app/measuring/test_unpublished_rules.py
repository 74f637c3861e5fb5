"""Which rules of a folder can be judged before they are published."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.app.measuring.unpublished_rules import unpublished
from rapport.core.creative.framework import ONLY, SILENCE, Level, Rule
from rapport.testing import examples as ex

RELEASE = ex.blueprint().releases[0]
FOLDER = replace(ex.folder(ex.brand()), rules=RELEASE.rules, frameworks=RELEASE.frameworks)
FRAMEWORK = RELEASE.frameworks[0]
NO_TEN = Rule("no ten", (("offer", ("ten",)),))


def of_framework(*rules: Rule) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    ours = replace(FRAMEWORK, rules=(*FRAMEWORK.rules, *rules))
    found = unpublished(replace(FOLDER, frameworks=(ours, *RELEASE.frameworks[1:])), RELEASE)
    return found.tried, found.ahead


def test_of_a_folder_that_is_as_published_there_are_none() -> None:
    found = unpublished(FOLDER, RELEASE)
    assert (found.tried, found.ahead) == ((), ())


def test_a_rule_of_a_framework_is_tried_there_alone_and_one_of_the_brand_everywhere() -> None:
    assert of_framework(NO_TEN) == ((replace(NO_TEN, frameworks=(FRAMEWORK.key,)),), ())
    assert unpublished(replace(FOLDER, rules=(*FOLDER.rules, NO_TEN)), RELEASE).tried == (NO_TEN,)


def test_a_rule_that_was_changed_is_tried_as_it_is_now() -> None:
    first, *others = FRAMEWORK.rules
    changed = replace(first, because="Another reason.")
    ours = replace(FRAMEWORK, rules=(changed, *others))
    found = unpublished(replace(FOLDER, frameworks=(ours,)), RELEASE)
    assert found.tried == (replace(changed, frameworks=(FRAMEWORK.key,)),)


@pytest.mark.parametrize(
    "levels",
    [(("tone", ("dry",)),), (("tone", ("warm", "dry")),), (("time", ("at dawn",)),),
     (("offer", ("ten",)), ("visual", ("film",)))],
)  # fmt: skip
def test_what_names_a_level_that_no_release_has_is_ahead(
    levels: tuple[tuple[str, tuple[str, ...]], ...],
) -> None:
    tried, ahead = of_framework(Rule("new", levels))
    assert (tried, [one.name for one in ahead]) == ((), ["new"])


def test_a_moment_that_a_flow_has_is_none_of_these() -> None:
    assert len(of_framework(Rule("evening", (("time", ("evening",)),), kind=ONLY))[0]) == 1


def test_a_framework_that_is_not_published_is_ahead_with_its_rules() -> None:
    ours = replace(FRAMEWORK, key="spring", rules=(Rule("quiet", kind=SILENCE),))
    found = unpublished(replace(FOLDER, frameworks=(*FOLDER.frameworks, ours)), RELEASE)
    assert (found.tried, [one.name for one in found.ahead]) == ((), ["quiet"])


def test_only_needs_a_level_in_every_framework_where_it_holds() -> None:
    other = replace(FRAMEWORK, key="other", tones=(Level("dry", "Dry", ""),), rules=())
    release = replace(RELEASE, frameworks=(FRAMEWORK, other))
    warm = Rule("warm", (("tone", ("warm",)),), kind=ONLY)
    found = unpublished(replace(FOLDER, frameworks=release.frameworks, rules=(warm,)), release)
    assert (found.tried, found.ahead) == ((), (warm,))
    here = replace(warm, frameworks=(FRAMEWORK.key,))
    found = unpublished(replace(FOLDER, frameworks=release.frameworks, rules=(here,)), release)
    assert found.tried == (here,)
