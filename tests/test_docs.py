"""The documentation tells of everything that is there, and of nothing that is not."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib import import_module, resources
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest
import typer.main
from typer.core import TyperGroup

import rapport
from rapport.adapters.brand_folder import read_brand_folder
from rapport.adapters.brand_folder.read import FILES
from rapport.adapters.sources import klaviyo_metrics, segment_track, shopify
from rapport.app.explaining.signals_page import as_markdown
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.serving.web_edge import web_edge
from rapport.cli.app import app
from rapport.core.copy_checks import findings as copy_checks
from rapport.core.copy_checks.findings import ADVICE, EXTENDABLE
from rapport.core.effects import AnyEffect
from rapport.core.events import AnyBody
from rapport.settings import Settings, rows

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
NAMES = [page.relative_to(ROOT).as_posix() for page in PAGES]

FENCE = re.compile(r"^```[a-z]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
FOLDERS = "src|tests|docs|scripts|core|app|adapters|hosts|web|bootstrap|bench|cli|science|testing"
CODE_PATH = re.compile(rf"`((?:{FOLDERS})/[\w./*-]+|[a-z_]+\.py)`")
LAYERS = "core|app|science|adapters|ports|web|hosts|bootstrap|bench|cli|testing"
CODE_NAME = re.compile(rf"`((?:rapport(?:\.(?:{LAYERS}))?|{LAYERS})(?:\.\w+)+)[`(]")
FILE_ENDINGS = (".db", ".py")
BIGGEST_PICTURE = 200_000
LONGEST_CHANGE = 500


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def words_of(name: str) -> str:
    return text_of(DOCS / name)


def tags(union: object) -> list[str]:
    return [str(kind.__struct_config__.tag) for kind in get_args(union)]


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    headings = HEADING.findall(FENCE.sub("", text_of(page)))
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.replace(" ", "-") for heading in plain}


def commands() -> TyperGroup:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return group


def exists(words: Sequence[str]) -> bool:
    """Whether there is such a command, with such options."""
    command = commands().commands.get(words[0])
    if isinstance(command, TyperGroup) and len(words) > 1:
        command = command.commands.get(words[1])
    if command is None:
        return False
    known = {option for p in command.params for option in (*p.opts, *p.secondary_opts)}
    return {word.partition("=")[0] for word in words if word.startswith("-")} <= known


def lines_that_call(program: str) -> Iterator[tuple[str, list[str]]]:
    """Page and words of each line in a code block that calls the program."""
    for page in PAGES:
        for block in FENCE.findall(text_of(page)):
            for line in block.splitlines():
                words = shlex.split(line, comments=True) if line.startswith(program) else []
                if words and words[0] == program:
                    yield page.name, words[1:]


# --- What is there is told -----------------------------------------------------------------------


def test_the_page_about_signals_is_the_one_made_from_the_code() -> None:
    assert words_of("signals.md") == as_markdown()


@pytest.mark.parametrize("tag", [*tags(AnyBody), *tags(AnyEffect)])
def test_every_event_and_effect_is_in_the_glossary(tag: str) -> None:
    assert f"\n| `{tag}` |" in words_of("glossary.md")


def test_every_command_is_in_the_readme_and_only_those() -> None:
    told = re.findall(r"^\| `rapport ([\w-]+)` \|", text_of(ROOT / "README.md"), re.MULTILINE)
    assert sorted(told) == sorted(commands().commands)


def test_every_address_is_in_the_page_about_http(tmp_path: Path) -> None:
    installation = Installation(Settings(home=tmp_path / "home"), WallClock())
    try:
        paths = [route.path.replace(":path", "") for route in web_edge(installation).routes]
    finally:
        installation.close()
    assert len(paths) > 10
    assert [path for path in paths if f" {path}`" not in words_of("http-api.md")] == []


def test_every_name_that_a_source_knows_is_in_the_page_about_http() -> None:
    page = words_of("http-api.md").lower()
    names = [*segment_track._BODIES, *klaviyo_metrics._BODIES, *shopify._TOPICS]
    assert [name for name in names if name not in page] == []


def test_every_file_of_a_brands_folder_has_its_chapter() -> None:
    headings = HEADING.findall(words_of("brand-folder.md"))
    wanted = (*FILES, "flows/*.yaml", "creative/*.yaml", "layouts/*.mjml", "catalogue.csv")
    assert [name for name in wanted if name not in headings] == []


@pytest.mark.parametrize("module", ["brand", "offers", "rules", "flows", "creative", "blocks"])
def test_every_key_that_a_brands_folder_may_have_is_told(module: str) -> None:
    source = text_of(ROOT / f"src/rapport/adapters/brand_folder/{module}.py")
    keys = set(re.findall(r"(?:parts|words|sender|quiet|margin|costs)\[\"(\w+)\"\]", source))
    page = words_of("brand-folder.md")
    assert [key for key in sorted(keys) if not re.search(rf"\b{key}\b", page)] == []


def test_every_line_that_is_logged_is_explained() -> None:
    package = Path(rapport.__file__).parent
    call = re.compile(r"\blog\.(?:debug|info|warning|error)\(\s*\"([^\"]+)\"")
    logged = {line for file in package.rglob("*.py") for line in call.findall(text_of(file))}
    assert len(logged) > 3
    assert [line for line in sorted(logged) if f"`{line}`" not in words_of("operations.md")] == []


def test_every_check_of_words_has_its_row() -> None:
    names = {name for name in vars(copy_checks).values() if isinstance(name, str)} & {
        *ADVICE, *EXTENDABLE, "slot", "slot length", "placeholder", "missing fact", "repetition",
        "reading level", "avoided word", "required word",
    }  # fmt: skip
    page = words_of("checks.md")
    assert len(names) > 25
    assert [name for name in sorted(names) if f"`{name}`" not in page] == []


def test_the_change_log_takes_a_sentence_or_two_for_each_change() -> None:
    """A merge that keeps the lines of both sides brings long ones back that were taken out."""
    told = re.findall(r"^- .+$", text_of(ROOT / "CHANGELOG.md"), re.MULTILINE)
    assert told
    assert [line[:60] for line in told if len(line) > LONGEST_CHANGE] == []


def test_every_kind_of_error_is_explained() -> None:
    kinds = re.findall(r"^class (\w+Error)\(", text_of(ROOT / "src/rapport/errors.py"), re.M)
    assert [kind for kind in kinds if kind not in words_of("operations.md")] == []


# --- What is told is there -----------------------------------------------------------------------


def test_the_examples_of_a_brands_folder_are_read_without_a_mistake(tmp_path: Path) -> None:
    page, folder = words_of("brand-folder.md"), tmp_path / "brand"
    example = resources.files("rapport") / "brands" / "alder_and_clay"
    with resources.as_file(example) as source:
        shutil.copytree(source / "layouts", folder / "layouts")
    for chapter in (*FILES, "flows/*.yaml", "creative/*.yaml"):
        (block,) = re.findall(
            rf"^## {re.escape(chapter)}\n.*?```yaml\n(.*?)^```", page, re.S | re.M
        )
        file = folder / chapter.replace("*", "example")
        file.parent.mkdir(exist_ok=True)
        file.write_text(block, encoding="utf-8")
    assert read_brand_folder(folder).brand.key == "alder-and-clay"


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_link_inside_the_project_leads_somewhere(page: Path) -> None:
    broken = []
    for link in LINK.findall(FENCE.sub("", text_of(page))):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_path_that_is_named_is_there(page: Path) -> None:
    package = ROOT / "src" / "rapport"
    missing = [
        path
        for path in CODE_PATH.findall(text_of(page))
        if not any(
            (*folder.glob(path.rstrip("/")), *(folder.rglob(path) if "/" not in path else ()))
            for folder in (ROOT, package)
        )
    ]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_setting_and_test_that_is_named_is_there(page: Path) -> None:
    text = text_of(page)
    settings = {row.name for row in rows()} | {"RAPPORT_DATA"}
    files = (*ROOT.glob("tests/**/*.py"), *ROOT.glob("src/rapport/testing/*.py"))
    tests = "\n".join(map(text_of, files))
    assert set(re.findall(r"\bRAPPORT_[A-Z_]+[A-Z]\b", text)) <= settings
    named = re.findall(r"`(test_\w+)`", text)
    assert [name for name in named if f"def {name}(" not in tests] == []


def code_has(name: str) -> bool:
    """Whether a dotted name, with or without `rapport.`, is a module or something in one."""
    found: object = rapport
    for part in name.removeprefix("rapport.").split("."):
        if isinstance(found, ModuleType) and not hasattr(found, part):
            with suppress(ModuleNotFoundError):
                import_module(f"{found.__name__}.{part}")
        if not hasattr(found, part):
            return False
        found = getattr(found, part)
    return True


def test_every_module_and_name_that_is_told_of_is_there() -> None:
    told = {
        (file.relative_to(ROOT).as_posix(), name)
        for file in [*PAGES, *(ROOT / "src").rglob("*.py")]
        for name in CODE_NAME.findall(text_of(file))
        if not name.endswith(FILE_ENDINGS)
    }
    assert len(told) > 100
    assert sorted(one for one in told if not code_has(one[1])) == []


def test_every_command_line_in_the_docs_can_be_typed() -> None:
    typed = list(lines_that_call("rapport"))
    assert len(typed) > 5
    assert [
        f"{page}: rapport {' '.join(words)}" for page, words in typed if not exists(words)
    ] == []


def test_every_make_command_in_the_docs_is_a_target() -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    named = [words[0] for _, words in lines_that_call("make") if words]
    assert {"demo", "test"} <= set(named) <= targets


def test_every_folder_that_make_clean_looks_through_is_there() -> None:
    searched = re.findall(r"^\tfind ([a-z ]+) -name", text_of(ROOT / "Makefile"), re.MULTILINE)
    assert searched
    assert [name for name in " ".join(searched).split() if not (ROOT / name).is_dir()] == []


def test_the_layers_are_those_that_are_enforced() -> None:
    project = text_of(ROOT / "pyproject.toml")
    blocks = re.findall(r"^layers = \[\n(.*?)^\]", project, re.MULTILINE | re.DOTALL)
    whole, *parts = (
        " > ".join(re.sub(r"[()]", "", layer) for layer in re.findall(r'"([^"]+)"', block))
        for block in blocks
    )
    for name in ("ARCHITECTURE.md", "CONTRIBUTING.md"):
        assert f"\n{whole}\n" in text_of(ROOT / name), name
    architecture = re.sub(r"\s+> ", " > ", text_of(ROOT / "ARCHITECTURE.md"))
    assert [part for part in parts if f"\n{part}\n" not in architecture] == []


def test_pictures_are_light_and_each_is_shown() -> None:
    pictures = sorted((DOCS / "pictures").iterdir())
    assert pictures
    assert [p.name for p in pictures if p.stat().st_size > BIGGEST_PICTURE] == []
    pages = "\n".join(map(text_of, PAGES))
    assert [p.name for p in pictures if f"docs/pictures/{p.name}" not in pages] == []


def test_make_pictures_takes_each_of_them() -> None:
    taken = re.findall(r'keep\(.*folder / "([^"]+)"', text_of(ROOT / "scripts/take_pictures.py"))
    assert sorted(taken) == sorted(p.name for p in (DOCS / "pictures").iterdir())
