"""One slip in a brand's folder is told as one: not what merely follows from it, and all that does
not."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from fixture_folder import edit

import rapport
from rapport.adapters.brand_folder import read_brand_folder
from rapport.errors import BrandFolderError

EXAMPLE = Path(rapport.__file__).parent / "brands" / "alder_and_clay"
FLOWS = ("cart", "checkout", "post_purchase", "replenishment", "welcome", "winback")


@pytest.fixture
def brand(tmp_path: Path) -> Path:
    """The example brand's folder, of which each flow leads to a framework of many words."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "brand"))


def told(brand: Path) -> tuple[str, ...]:
    with pytest.raises(BrandFolderError) as caught:
        read_brand_folder(brand)
    return caught.value.problems


@pytest.mark.parametrize("flow", FLOWS)
def test_a_flow_that_is_gone_is_told_once_of_its_framework(brand: Path, flow: str) -> None:
    (brand / "flows" / f"{flow}.yaml").unlink()
    [line] = told(brand)
    key = flow.replace("_", "-")
    assert line.startswith(f"creative/{flow}.yaml:3: no flow decides on '{key}', and its words are")
    assert "put its flow back" in line


@pytest.mark.parametrize("flow", FLOWS)
def test_a_framework_that_a_flow_misspells_is_told_once_with_what_was_meant(
    brand: Path, flow: str
) -> None:
    key = flow.replace("_", "-")
    edit(brand, f"flows/{flow}.yaml", f"framework: {key}", f"framework: {key[1:]}")
    [line] = told(brand)
    assert line.endswith(
        f"found '{key[1:]}', expected a framework that exists; did you mean '{key}'?"
    )


@pytest.mark.parametrize(
    ("file", "right", "wrong", "line"),
    [
        ("flows/checkout.yaml", "framework: ", "framwork: ", "did you mean 'framework'?"),
        ("flows/checkout.yaml", "steps:", "stpes:", "did you mean 'steps'?"),
        ("flows/checkout.yaml", "decide: first", "decied: first", "a step has exactly one of"),
        ("flows/checkout.yaml", "times:", "tiems:", "did you mean 'times'?"),
        ("creative/checkout.yaml", "slots:", "slost:", "did you mean 'slots'?"),
        ("creative/checkout.yaml", "tones:", "tone:", "did you mean 'tones'?"),
        ("creative/checkout.yaml", "angles:", "angels:", "did you mean 'angles'?"),
        ("creative/checkout.yaml", "visuals:", "visauls:", "did you mean 'visuals'?"),
        ("creative/post_purchase.yaml", "about: order", "about: oder", "did you mean 'order'?"),
        ("creative/post_purchase.yaml", "about: order", "abuot: order", "did you mean 'about'?"),
        ("offers.yaml", "offers:", "ofers:", "did you mean 'offers'?"),
        (
            "offers.yaml",
            "  - key: none\n    kind: none\n    label: No offer\n",
            "",
            "an offer {key: none, kind: none} is missing",
        ),
    ],
)
def test_what_follows_from_a_slip_is_not_told(
    brand: Path, file: str, right: str, wrong: str, line: str
) -> None:
    edit(brand, file, right, wrong)
    [found] = told(brand)
    assert found.startswith(f"{file}:")
    assert line in found


@pytest.mark.parametrize("file", ["flows/checkout.yaml", "creative/checkout.yaml"])
def test_a_file_of_another_ending_is_told_once(brand: Path, file: str) -> None:
    (brand / file).rename((brand / file).with_suffix(".yml"))
    assert told(brand) == (f"{file.replace('.yaml', '.yml')}: name the file .yaml",)


def test_without_offers_frameworks_are_not_held_against_them(brand: Path) -> None:
    (brand / "offers.yaml").unlink()
    assert told(brand) == ("offers.yaml: the file is missing",)
    (brand / "offers.yaml").write_text("offers: []\n", encoding="utf-8")
    [line] = told(brand)
    assert line.startswith("offers.yaml:1: offers: an offer {key: none, kind: none} is missing")


def test_the_same_again_is_told_with_the_first_and_its_lines(brand: Path) -> None:
    edit(brand, "creative/checkout.yaml", "key: checkout", "key: chekcout")
    assert told(brand) == (
        "flows/checkout.yaml:11: steps[1].framework: found 'checkout', expected a framework that "
        "exists; did you mean 'chekcout'? (also on lines 22 and 33)",
    )


def test_a_point_that_is_renamed_is_told_once_for_all_the_words_for_it(brand: Path) -> None:
    edit(brand, "flows/checkout.yaml", "decide: first", "decide: fisrt")
    [line] = told(brand)
    assert line.startswith("creative/checkout.yaml:40: blocks[0].points[0]: found 'first', ")
    assert line.endswith("did you mean 'fisrt'? (also on lines 52, 68, 80, 92, 108 and 16 more)")


def test_a_moment_that_rules_name_is_told_once_where_no_flow_decides(brand: Path) -> None:
    edit(brand, "creative/browse.yaml", "rules:\n", "rules:\n"
         "  - {name: late, because: they sleep, forbid: {time: at-dawn}}\n"
         "  - {name: later, because: they eat, forbid: {time: at-noon}}\n")  # fmt: skip
    (brand / "flows" / "browse.yaml").unlink()
    [line] = told(brand)
    assert "no flow decides on 'browse', and its rules are about the times at-dawn" in line


def test_independent_slips_are_each_told(brand: Path) -> None:
    edit(brand, "flows/checkout.yaml", "framework: checkout", "framework: chekcout")
    edit(brand, "creative/checkout.yaml", "points: [second]", "points: [secnd]")
    edit(brand, "creative/welcome.yaml", "points: [hello]", "points: [helo]")
    (brand / "flows" / "cart.yaml").unlink()
    found = told(brand)
    assert [line.split(" ")[0] for line in found] == [
        "creative/cart.yaml:3:",
        "creative/checkout.yaml:205:",
        "creative/welcome.yaml:40:",
        "flows/checkout.yaml:11:",
    ]
    for line, meant in zip(found[1:], ("second", "hello", "checkout"), strict=True):
        assert f"did you mean '{meant}'?" in line


def test_a_point_that_is_nowhere_is_told_though_a_step_of_another_flow_cannot_be_read(
    brand: Path,
) -> None:
    edit(brand, "flows/checkout.yaml", "decide: first", "decied: first")
    edit(brand, "creative/welcome.yaml", "points: [hello]", "points: [helo]")
    assert len(told(brand)) == 2


def test_a_rule_about_a_moment_is_told_where_there_is_no_moment_at_all(brand: Path) -> None:
    rule = "{name: late, because: they sleep, forbid: {time: evening}, frameworks: [browse]}"
    edit(brand, "rules.yaml", "rules:\n", f"rules:\n  - {rule}\n")
    (brand / "flows" / "browse.yaml").unlink()
    [line] = told(brand)
    assert "rules[0].forbid.time: found 'evening', expected a level of time that exists" in line


def test_a_framework_without_offers_that_are_there_is_told(brand: Path) -> None:
    edit(brand, "creative/browse.yaml", "offers: [none]", "offers: [free-delivery]")
    assert "'none' is missing: a message may always offer nothing" in "\n".join(told(brand))


@pytest.mark.parametrize(
    ("file", "part", "what"),
    [
        ("creative/browse.yaml", "slots", "at least one slot"),
        ("creative/browse.yaml", "angles", "at least one level"),
        ("creative/checkout.yaml", "tones", "at least one level"),
        ("flows/checkout.yaml", "steps", "at least one step"),
    ],
)
def test_a_list_without_anything_in_it_is_told(
    brand: Path, file: str, part: str, what: str
) -> None:
    text = (brand / file).read_text(encoding="utf-8")
    emptied = re.sub(rf"(?ms)^{part}:\n.*?(?=^\w|\Z)", f"{part}: []\n", text)
    (brand / file).write_text(emptied, encoding="utf-8")
    [line] = told(brand)
    assert line.endswith(f"{part}: found a list, expected {what}")
    (brand / file).write_text(emptied.replace(f"{part}: []", f"{part}: some"), encoding="utf-8")
    [line] = told(brand)
    assert line.endswith(f"{part}: found 'some', expected a list")
