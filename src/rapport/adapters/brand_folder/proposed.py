"""A file of rules that are not in force, read against what a brand has published."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from rapport.adapters.brand_folder.asked import undeclared
from rapport.adapters.brand_folder.context import Context
from rapport.adapters.brand_folder.nodes import MAX_BYTES, Problems, load
from rapport.adapters.brand_folder.rules import read_brand_rules
from rapport.adapters.plain_files import plain_file
from rapport.core.blueprint import BrandFolder, Release
from rapport.core.creative.framework import Rule
from rapport.core.creative.voice import Voice
from rapport.errors import BrandFolderError, UserError


def read_proposed_rules(file: Path, release: Release) -> tuple[tuple[Rule, ...], Mapping[str, str]]:
    """The rules in a file written like `rules.yaml`, and the file and line of each by its name,
    where only one has it; levels are those of `release`.

    Raises UserError where the file cannot be read, and BrandFolderError with every mistake in it.
    """
    try:
        with plain_file(file).open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError(
            f"The rules in {file} cannot be read: {error.strerror}. Name a file like rules.yaml."
        ) from error
    problems = Problems()
    voice = Voice("", (), (), (), (), 0, ())
    folder = BrandFolder(release.brand, release.offers, release.frameworks, release.flows, voice)
    value = load(file.name, content, problems)
    context = Context(file.parent, problems, release.brand, voice, release.offers)
    rules = () if value.missing else read_brand_rules(value, folder, context)
    for sentence in undeclared(release.brand.preferences, rules):
        problems.add(file.name, 0, sentence)
    if problems.found:
        raise BrandFolderError(problems.lines())
    names = [rule.name for rule in rules]
    places = {name: value.place for (_, name), value in context.rules_at.items()}
    return rules, {name: place for name, place in places.items() if names.count(name) == 1}
