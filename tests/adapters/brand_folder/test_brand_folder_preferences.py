"""What a brand asks its customers for: written in brand.yaml, and nothing else is used."""

from __future__ import annotations

import shutil
from importlib import resources
from pathlib import Path

import pytest
from msgspec.structs import replace

from rapport.adapters.brand_folder import read_brand_folder
from rapport.adapters.brand_folder.proposed import read_proposed_rules
from rapport.adapters.brand_folder.write import write_brand_folder
from rapport.core.person.preferences import ANY_WORD, CHOICE, YES_OR_NO, AskedFor
from rapport.errors import BrandFolderError
from rapport.testing import examples as ex

EXAMPLE = "preferences:\n  pottery: [classic, new]\n  buys: [bargains, favourites]\n"


def folder(tmp_path: Path, section: str, rule: str = "") -> Path:
    path = tmp_path / "brand"
    with resources.as_file(resources.files("rapport") / "brands" / "alder_and_clay") as example:
        shutil.copytree(example, path)
    brand = path / "brand.yaml"
    text = brand.read_text(encoding="utf-8")
    assert EXAMPLE in text
    brand.write_text(text.replace(EXAMPLE, section), encoding="utf-8")
    if rule:
        (path / "rules.yaml").write_text(rule, encoding="utf-8")
    return path


RULE = """rules:
  - name: plain for whoever likes it new
    forbid: {tone: [playful]}
    because: It is what they said.
    when: ["stated[pottery=%s] >= 1"]
"""


def test_each_kind_is_read_and_written_back(tmp_path: Path) -> None:
    path = folder(
        tmp_path, "preferences:\n  brew: [green, black]\n  gifts: yes or no\n  tea: any word\n"
    )
    read = read_brand_folder(path)
    assert read.brand.preferences == (
        AskedFor("brew", CHOICE, ("green", "black")),
        AskedFor("gifts", YES_OR_NO),
        AskedFor("tea", ANY_WORD),
    )
    write_brand_folder(read, tmp_path / "again")
    assert read_brand_folder(tmp_path / "again").brand.preferences == read.brand.preferences


def test_where_nothing_is_declared_nothing_is_asked(tmp_path: Path) -> None:
    assert read_brand_folder(folder(tmp_path, "")).brand.preferences == ()


@pytest.mark.parametrize(
    ("section", "says"),
    [
        ("preferences:\n  Tea Time: any word\n", "the key is kept as 'tea_time'"),
        ("preferences:\n  religion: [a, b]\n", "protected trait"),
        ("preferences:\n  likes: [pregnancy, mugs]\n", "protected trait"),
        ("preferences:\n  tea: perhaps\n", "a list of answers, 'yes or no' or 'any word'"),
        ("preferences:\n  tea: []\n", "a list of answers"),
        ("preferences:\n  tea: {a: b}\n", "a list of answers"),
        ("preferences: tea\n", "a mapping"),
        (
            "preferences:\n" + "".join(f"  k{n}: any word\n" for n in range(7)),
            "found 7 preferences, expected at most 6",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, section: str, says: str) -> None:
    with pytest.raises(BrandFolderError) as caught:
        read_brand_folder(folder(tmp_path, section))
    (line,) = [line for line in caught.value.problems if says in line]
    assert line.startswith("brand.yaml:")


def test_a_condition_on_what_nobody_is_asked_is_a_mistake(tmp_path: Path) -> None:
    assert read_brand_folder(folder(tmp_path, EXAMPLE, RULE % "new")).rules
    shutil.rmtree(tmp_path / "brand")
    with pytest.raises(BrandFolderError, match="nobody is asked: declare 'pottery'"):
        read_brand_folder(folder(tmp_path, EXAMPLE, RULE % "shiny"))


def test_so_it_is_in_rules_that_are_only_tried(tmp_path: Path) -> None:
    release = ex.blueprint().releases[0]
    rules = tmp_path / "try.yaml"
    rules.write_text(RULE % "new", encoding="utf-8")
    assert read_proposed_rules(rules, release)[0], "an old release takes any word"
    asks = replace(release, brand=replace(release.brand, preferences=(AskedFor("tea"),)))
    with pytest.raises(BrandFolderError, match="nobody is asked"):
        read_proposed_rules(rules, asks)
