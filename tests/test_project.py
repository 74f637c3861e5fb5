"""What holds for the project as a whole, whatever is built in it."""

from __future__ import annotations

import ast
import importlib
import os
import pkgutil
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import rapport

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "rapport"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

LONGEST_FILE = 400
LONGER_ALLOWED: frozenset[str] = frozenset()

# What .gitignore keeps out; git itself may be missing where the tests run.
NOT_OURS = {
    ".git", ".hypothesis", ".import_linter_cache", ".mypy_cache", ".pytest_cache", ".rapport",
    ".ruff_cache", ".venv", "__pycache__", "build", "dist",
}  # fmt: skip

# Put together from parts, so that this file doesn't hold what it looks for.
REGISTRY_HOSTS = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("crates", "io"),
        ("rubygems", "org"),
        ("anaconda", "org"),
        ("proxy", "golang", "org"),
        ("docker", "io"),
        ("ghcr", "io"),
        ("quay", "io"),
        ("unpkg", "com"),
        ("jsdelivr", "net"),
        ("cdnjs", "cloudflare", "com"),
    )
)
PERSONAL_PATH = re.compile(
    "(?<![A-Za-z0-9_.])/(?:" + "|".join(("home", "Users", "root", "work", "mnt")) + r")/[\w.]"
)


def project_files() -> Iterator[tuple[str, str]]:
    """Path below the root, and text, of every text file of the project."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in NOT_OURS]
        for name in set(names) - NOT_OURS:  # in a worktree .git is a file
            path = Path(folder, name)
            try:
                yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")
            except UnicodeDecodeError:
                continue  # a picture or a font


def pinned(name: str) -> dict[str, list[str]]:
    """The requirements in a compiled file, by `name==version`, each with its hashes."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in (ROOT / "requirements" / f"{name}.txt").read_text("utf-8").splitlines():
        if "--hash=" in line:
            current.append(line.strip(" \\").removeprefix("--hash="))
        elif line and line[0] not in " #":
            current = found.setdefault(line.split(";")[0].strip(" \\"), [])
    return found


def direct_requirements(name: str) -> list[str]:
    """What pyproject.toml asks for directly, for one compiled file."""
    groups: dict[str, list[str]] = PROJECT["dependency-groups"]
    runtime: list[str] = PROJECT["project"]["dependencies"] + groups["build"]
    extras: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]
    dev = [*runtime, *extras["dev"], *extras["train"]]
    return {"uv": groups["bootstrap"], "runtime": runtime, "dev": dev}[name]


def test_no_file_names_a_package_registry() -> None:
    found = [
        f"{path} names {host}"
        for path, text in project_files()
        for host in REGISTRY_HOSTS
        if host in text and re.search(rf"(?<![\w-]){re.escape(host)}\b", text)
    ]
    assert found == []


def test_no_file_holds_a_path_of_somebodys_machine() -> None:
    found = [
        f"{path}:{number}: {line.strip()}"
        for path, text in project_files()
        for number, line in enumerate(text.splitlines(), 1)
        if PERSONAL_PATH.search(line)
    ]
    assert found == []


def test_no_source_file_is_longer_than_one_thing_needs() -> None:
    lengths = {
        path: len(text.splitlines())
        for path, text in project_files()
        if path.startswith("src/") and path.endswith(".py")
    }
    too_long = {path: n for path, n in lengths.items() if n > LONGEST_FILE}
    assert {path: n for path, n in too_long.items() if path not in LONGER_ALLOWED} == {}
    assert set(too_long) >= LONGER_ALLOWED, "a file of the list got shorter: take it out"


def test_every_package_says_what_it_is_for() -> None:
    folders = {module.parent for module in PACKAGE.rglob("*.py")}
    silent = [
        folder.relative_to(ROOT).as_posix()
        for folder in sorted(folders)
        if not (folder / "__init__.py").is_file()
        or not ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8")))
    ]
    assert silent == []


def test_the_package_tells_type_checkers_that_it_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()


def test_version_is_the_same_everywhere() -> None:
    version = PROJECT["project"]["version"]
    assert rapport.__version__ == version
    assert f"\n## [{version}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("command", ["make demo", "make test"])
def test_the_readme_names_the_command(command: str) -> None:
    assert command in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", ["uv", "runtime", "dev"])
def test_every_pinned_package_has_hashes(name: str) -> None:
    pins = pinned(name)
    assert pins
    assert [pin for pin in pins if "==" not in pin] == []
    assert [pin for pin, hashes in pins.items() if not hashes] == []
    assert {value.split(":")[0] for hashes in pins.values() for value in hashes} == {"sha256"}


@pytest.mark.parametrize("name", ["uv", "runtime", "dev"])
def test_every_dependency_is_pinned_to_a_version_that_it_allows(name: str) -> None:
    versions = dict(pin.split("==") for pin in pinned(name))
    for text in direct_requirements(name):
        wanted = Requirement(text)
        version = versions.get(canonicalize_name(wanted.name))
        assert version is not None, f"{text} is not in requirements/{name}.txt: make requirements"
        assert wanted.specifier.contains(version, prereleases=True), (
            f"requirements/{name}.txt has {wanted.name} {version}, not {text}: make requirements"
        )


def test_development_runs_on_the_versions_that_users_get() -> None:
    assert set(pinned("runtime")) <= set(pinned("dev"))


def test_the_docs_say_why_each_dependency_is_there_and_only_those() -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|") and not line.startswith(("| package", "|---"))
    ]
    peers: list[str] = PROJECT["project"]["optional-dependencies"]["peers"]  # not pinned
    wanted = [*direct_requirements("dev"), *direct_requirements("uv"), *peers]
    asked = {Requirement(text).name for text in wanted}
    assert {row[0] for row in rows} == asked
    assert [row[0] for row in rows if len(row) != 4 or not all(row)] == []


def test_every_decision_record_is_in_the_list() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = set(re.findall(r"\]\((\d{4}-[^)]+\.md)\)", (folder / "README.md").read_text("utf-8")))
    assert listed == {path.name for path in folder.glob("[0-9]*.md")}


def test_every_script_imports_what_there_is() -> None:
    """Nobody runs them each day, and a name that has moved would show only then."""
    gone = []
    for script in sorted((ROOT / "scripts").glob("*.py")):
        nodes = ast.walk(ast.parse(script.read_text("utf-8")))
        for node in (one for one in nodes if isinstance(one, ast.ImportFrom)):
            whole = node.module or ""
            if whole.partition(".")[0] == "rapport":
                module = importlib.import_module(whole)
                files = pkgutil.iter_modules(getattr(module, "__path__", ()))
                there = {*dir(module), *(file.name for file in files)}
                gone += [f"{script.name}: {whole}.{one.name}" for one in node.names
                         if one.name not in there]  # fmt: skip
    assert not gone
