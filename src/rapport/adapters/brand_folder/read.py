"""Reading a brand's folder: all of it, with every mistake in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from rapport.adapters.brand_folder.asked import undeclared
from rapport.adapters.brand_folder.brand import read_brand
from rapport.adapters.brand_folder.care import care_at, check_tones
from rapport.adapters.brand_folder.context import Context, unique
from rapport.adapters.brand_folder.coverage import uncovered, untranslated
from rapport.adapters.brand_folder.creative import check_number_of_topics, read_framework
from rapport.adapters.brand_folder.draft import (
    BrandDraft,
    findings_by_block,
    findings_by_visual,
)
from rapport.adapters.brand_folder.flows import Frameworks, read_flow
from rapport.adapters.brand_folder.languages import check_names, check_topics
from rapport.adapters.brand_folder.nodes import MAX_BYTES, Problems, Value, load, near
from rapport.adapters.brand_folder.offers import read_claims, read_offers, read_voice
from rapport.adapters.brand_folder.points import check_points
from rapport.adapters.brand_folder.rules import check_rules, read_brand_rules
from rapport.adapters.brand_folder.unchanged import remembers_unchanged
from rapport.adapters.plain_files import plain_file
from rapport.core.blueprint import BrandFolder
from rapport.core.creative.fixed_words_brought import with_brought
from rapport.core.creative.framework import Framework
from rapport.core.creative.voice import Claim
from rapport.core.flow import Flow
from rapport.errors import BrandFolderError

FILES = ("brand.yaml", "voice.yaml", "offers.yaml", "rules.yaml", "claims.yaml")
FOLDERS = ("creative", "flows")
MOST_FILES = 100

Keyed = TypeVar("Keyed", Framework, Flow)


def read_brand_folder(path: Path) -> BrandFolder:
    """What people wrote in the folder at `path`, checked as a whole.

    Raises BrandFolderError with one line for each mistake, in the order of the files, such as
    `creative/checkout.yaml:14: tones[2].key: found 'Warm!', expected lower-case letters, …`.
    """
    draft = read_brand_draft(path)
    if draft.mistakes:
        raise BrandFolderError(draft.mistakes)
    return draft.folder


@remembers_unchanged
def read_brand_draft(path: Path) -> BrandDraft:
    """What stands in the folder at `path`, with its mistakes beside it.

    What a mistake is about is left out or has a harmless default. Raises BrandFolderError only
    where there is no framework to show at all.
    """
    problems = Problems()
    if not path.is_dir():
        raise BrandFolderError((f"{path}: there is no such folder",))
    folder, context = _read(path, problems)
    if not folder.frameworks or not folder.brand.key:
        raise BrandFolderError(problems.lines())
    return BrandDraft(
        folder,
        problems.lines(),
        findings_by_block(folder, problems),
        findings_by_visual(context.layouts_at, problems),
        {place: value.place for place, value in context.rules_at.items()},
        context.care_at,
        context.layouts_at,
    )


def words_to_translate(path: Path) -> list[str]:
    """What a folder without mistakes lacks in languages that it has begun to write in, each with
    its file and line; who reads them doesn't get such messages, or gets them in the brand's own
    language where they would get none."""
    draft = read_brand_draft(path)
    return untranslated(draft.folder, draft.layouts, path)


def _read(path: Path, problems: Problems) -> tuple[BrandFolder, Context]:
    """The folder, and what was noted on the way: where its layouts and rules are."""
    _unknown_files(path, problems)
    of_brand = _file(path, "brand.yaml", problems)
    brand = read_brand(of_brand)
    voice = read_voice(_file(path, "voice.yaml", problems))
    claims: tuple[Claim, ...] = ()
    if _written(path, "claims.yaml"):
        claims = read_claims(_file(path, "claims.yaml", problems))
        brand = replace(brand, claims=tuple(claim.text for claim in claims))
    offers = read_offers(_file(path, "offers.yaml", problems), brand.currency)
    check_names(of_brand, brand, offers)
    context = Context(path, problems, brand, voice, offers, sound=not problems.found)
    context.care_at = care_at(of_brand)
    frameworks = _all(path, "creative", problems, lambda value: read_framework(value, context))
    check_number_of_topics(frameworks)
    written = {block.language for _, framework in frameworks for block in framework.blocks}
    brand = with_brought(brand, {brand.language, *written})
    by_key = {framework.key: framework for _, framework in frameworks if framework.key}
    # One whose key cannot be read may be the one that a flow names.
    some_unread = len(by_key) < _written_in(path / "creative")
    if not some_unread:
        check_topics(of_brand, {one.topic.key for _, one in frameworks if one.topic is not None})
        check_tones(of_brand, {tone.key for _, one in frameworks for tone in one.tones})
    flows = _all(
        path,
        "flows",
        problems,
        lambda value: read_flow(value, Frameworks(by_key, not some_unread, context)),
    )
    folder = BrandFolder(
        brand=brand,
        offers=offers,
        frameworks=tuple(framework for _, framework in frameworks),
        flows=tuple(flow for _, flow in flows),
        voice=voice,
        claims=claims,
    )
    all_flows = 0 < len(flows) == _written_in(path / "flows")
    context.complete = all_flows and not some_unread
    if all_flows:
        check_points(folder, {framework.key: value for value, framework in frameworks}, context)
    if _written(path, "rules.yaml"):
        rules = read_brand_rules(_file(path, "rules.yaml", problems), folder, context)
        folder = replace(folder, rules=rules)
    if not problems.found:
        for sentence in undeclared(brand.preferences, folder):
            problems.add("brand.yaml", 0, sentence)
    if not problems.found:
        check_rules(folder, context)
    if not problems.found:
        files = {framework.key: value for value, framework in frameworks}
        for key, sentence in uncovered(folder):
            files[key].problem(sentence)
    return folder, context


def _written_in(folder: Path) -> int:
    """How many files there are, with those that are to be named .yaml yet."""
    return len([*folder.glob("*.yaml"), *folder.glob("*.yml")])


def _written(path: Path, name: str) -> bool:
    """Whether an optional file is there, if only as a link that leads nowhere."""
    return (path / name).exists() or (path / name).is_symlink()


def _all(
    path: Path, folder: str, problems: Problems, read: Callable[[Value], Keyed]
) -> list[tuple[Value, Keyed]]:
    """Every YAML file of a folder, by name."""
    names = sorted(file.name for file in (path / folder).glob("*.yaml"))
    if not names:
        problems.add(f"{folder}/", 0, "found no .yaml file, expected at least one")
    if len(names) > MOST_FILES:
        problems.add(f"{folder}/", 0, f"found {len(names)} files, expected at most {MOST_FILES}")
        return []
    values = [_file(path, f"{folder}/{name}", problems) for name in names]
    found = [(value, read(value)) for value in values if not value.missing]
    unique([(value, item.key) for value, item in found], "key")
    return found


def _file(path: Path, name: str, problems: Problems) -> Value:
    file = path / name
    try:
        if not file.resolve().is_relative_to(path.resolve()):
            problems.add(name, 0, "leads out of the brand's folder")
            return Value(name, "", None, problems)
        with plain_file(file).open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        problems.add(name, 0, "the file is missing")
        return Value(name, "", None, problems)
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
        reason = error.strerror if isinstance(error, OSError) else "it is a link to itself"
        problems.add(name, 0, f"cannot be read: {reason}")
        return Value(name, "", None, problems)
    return load(name, content, problems)


def _unknown_files(path: Path, problems: Problems) -> None:
    """A misspelt file would otherwise be passed over in silence."""
    for file in sorted(path.iterdir()):
        if file.suffix in (".yaml", ".yml") and file.name not in FILES:
            problems.add(file.name, 0, f"unknown file{near(file.name, FILES)}")
    for folder in FOLDERS:
        for file in sorted((path / folder).glob("*.yml")):
            problems.add(f"{folder}/{file.name}", 0, "name the file .yaml")
