"""Words that stand out too little are found, in light and in dark mode."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from rapport.adapters.approved_liquid.colours import faint_words
from rapport.adapters.brand_folder import read_brand_draft, read_brand_folder
from rapport.bootstrap.library import example_folder
from rapport.errors import BrandFolderError

DARK = "@media (prefers-color-scheme: dark)"


def found(html: str) -> list[tuple[str, str]]:
    return [(one.words, one.mode) for one in faint_words(html)]


@pytest.mark.parametrize(
    ("html", "faint"),
    [
        ("<p>Black on white</p>", []),
        ('<p style="color:#999">Grey</p>', [("Grey", "light")]),
        ('<p style="color:#888;font-size:28px">Large</p>', []),
        ('<p style="color:#888;font-size:19px;font-weight:bold">Large and bold</p>', []),
        ('<div style="background:#222"><p>Black on black</p></div>', [("Black on black", "light")]),
        ('<td bgcolor="#222"><p style="color:#fff">White on black</p></td>', []),
        ('<div style="display:none"><p style="color:#eee">Hidden</p></div>', []),
        ('<td bgcolor="#000080"><a href="x">A link as it comes</a></td>',
         [("A link as it comes", "light")]),
        ("<style>.a { color: #aaa }</style><p class='a'>By class</p>", [("By class", "light")]),
        ("<style>.a .b { color: #aaa }</style><p class='b'>Elsewhere</p>", []),
        ("<style>.a > .b { color: #aaa }</style><p class='a'><i><b class='b'>In</b></i></p>", []),
        ("<style>.a .b { color: #aaa }</style><p class='a'><i><b class='b'>In</b></i></p>",
         [("In", "light")]),
        ("<style>.a { color: #aaa }</style><p class='a' style='color:#000'>Own</p>", []),
        ("<style>.a { color: #aaa !important }</style><p class='a' style='color:#000'>Forced</p>",
         [("Forced", "light")]),
        ("<style>p.a { color: #000 } p { color: #aaa }</style><p class='a'>Particular</p>", []),
        ("<style>@media (max-width: 9px) { p { color: #aaa } }</style><p>Narrow</p>", []),
    ],
)  # fmt: skip
def test_words_in_light_mode(html: str, faint: list[tuple[str, str]]) -> None:
    assert found(html) == faint


def test_dark_mode_has_its_own_rules_on_top_of_the_others() -> None:
    body = '<body class="page"><p class="ink" style="color:#222">Words</p></body>'
    dark = f"<style>{DARK} {{ .page {{ background: #111 !important }} }}</style>"
    assert found(dark + body) == [("Words", "dark")]
    both = dark.replace("}}", "}", 1).replace(".page", ".ink { color: #eee !important } .page")
    assert found(both + body) == []


def test_a_page_without_dark_rules_is_judged_in_light_mode_only() -> None:
    assert found('<p style="color:#222">Words</p>') == []


def test_what_has_no_colour_that_can_be_told_is_left_alone() -> None:
    assert found('<p style="color:{{ x }}">Words</p>') == []
    assert found("{% if a > 1 %}<p>{{ b }}</p>{% endif %}") == []


def brand(tmp_path: Path) -> Path:
    with example_folder() as folder:
        shutil.copytree(folder, tmp_path / "brand")
    return tmp_path / "brand"


def test_weak_colours_of_a_brand_are_refused_with_file_and_line(tmp_path: Path) -> None:
    folder = brand(tmp_path)
    file = folder / "brand.yaml"
    file.write_text(file.read_text().replace("muted: '#685E53'", "muted: '#B5AA9E'", 1))
    with pytest.raises(BrandFolderError) as refused:
        read_brand_folder(folder)
    source = (folder / "layouts/_foot.mjml").read_text().splitlines()
    number = next(n for n, line in enumerate(source, 1) if "{{ brand.address }}" in line)
    place = f"layouts/_foot.mjml:{number}: "
    against = [line for line in refused.value.problems if line.startswith(place)]
    assert len([line for line in against if "in light mode" in line]) == 1, "told once, not of each"


def test_weak_dark_colours_stand_against_every_message_of_the_visual(tmp_path: Path) -> None:
    folder = brand(tmp_path)
    file = folder / "brand.yaml"
    file.write_text(file.read_text().replace("dark_text: '#F2EBE1'", "dark_text: '#5A5248'", 1))
    draft = read_brand_draft(folder)
    against = draft.by_visual["checkout", "hero"]
    assert any("in dark mode" in finding.found for finding in against)
    assert all(re.match(r"layouts/(hero|_\w+)\.mjml:", finding.where) for finding in against)
    greeting = next(finding for finding in against if "'{{ greeting" in finding.found)
    assert greeting.where == "layouts/_greeting.mjml:1", "a tag of Liquid does not hide the line"


def test_a_picture_without_words_is_refused_unless_it_only_decorates(tmp_path: Path) -> None:
    folder = brand(tmp_path)
    file = folder / "layouts/hero.mjml"
    source = file.read_text()
    file.write_text(source.replace(' alt="{{ products.first.title }}"', "", 1))
    with pytest.raises(BrandFolderError) as refused:
        read_brand_folder(folder)
    assert any("a picture without words" in line for line in refused.value.problems)


def test_colours_that_a_brand_leaves_out_have_a_default(tmp_path: Path) -> None:
    folder = brand(tmp_path)
    file = folder / "brand.yaml"
    text = file.read_text()
    for name in ("card", "line", "panel"):
        text = "\n".join(line for line in text.split("\n") if not line.startswith(f"  {name}:"))
    file.write_text(text)
    assert read_brand_folder(folder).brand.colours["card"] == "#ffffff"
