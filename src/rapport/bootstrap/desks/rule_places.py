"""Where the rules of a release stand in the brand's folder: a release holds what they say alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from rapport.adapters.brand_folder.files import FolderFiles
from rapport.app.measuring.rule_costs import BRAND, BUILT_IN, CARE
from rapport.core.blueprint import BrandFolder, Release
from rapport.core.creative.framework import Rule
from rapport.core.deciding.care import Care, care_rules


def all_places(
    files: Callable[[str], FolderFiles | None], brand: str, release: Release
) -> dict[tuple[str, str], str]:
    """The place of every rule that a release has, by what `RuleCost.where` says and its name."""
    written = rule_places(files, brand, release).items()
    of_care = care_places(files, brand, release).items()
    found = {(framework or BRAND, name): where for (framework, name), where in written}
    return found | {(CARE, name): where for name, where in of_care}


def rule_places(
    files: Callable[[str], FolderFiles | None], brand: str, release: Release
) -> Mapping[tuple[str, str], str]:
    """The file and line of each rule, by framework and name; the framework is empty for the
    brand's own.

    Only of rules that the folder has as they were published: where one was changed since, its line
    says something else than what holds. Of a name that two rules of one place have, none is told.
    """
    found = files(brand)
    draft = found.draft() if found else None
    if draft is None:
        return {}
    now, published = _rules(draft.folder), _rules(release)
    return {
        place: where
        for place, where in draft.by_rule.items()
        if place in published and now.get(place) == published[place]
    }


def care_places(
    files: Callable[[str], FolderFiles | None], brand: str, release: Release
) -> Mapping[str, str]:
    """Where each rule comes from that a release's care amounts to, by its name: the file and line,
    or else the file alone where the folder says something else by now; `BUILT_IN` where nobody
    set it."""
    found = files(brand)
    draft = found.draft() if found else None
    now = care_rules(draft.folder.brand.care) if draft else ()
    written = draft.by_care if draft else {}
    usual = care_rules(Care())
    places: dict[str, str] = {}
    for rule in care_rules(release.brand.care):
        if rule in now and rule.name in written:
            places[rule.name] = written[rule.name]
        else:
            places[rule.name] = BUILT_IN if rule in usual else "brand.yaml"
    return places


def _rules(content: BrandFolder | Release) -> dict[tuple[str, str], Rule]:
    every = list(_all_rules(content))
    places = [place for place, _ in every]
    return {place: rule for place, rule in every if places.count(place) == 1}


def _all_rules(content: BrandFolder | Release) -> Iterator[tuple[tuple[str, str], Rule]]:
    yield from ((("", rule.name), rule) for rule in content.rules)
    for framework in content.frameworks:
        yield from (((framework.key, rule.name), rule) for rule in framework.rules)
