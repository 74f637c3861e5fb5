"""Parts of layouts: put in by name, read with file and line, whole once they are published."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from fixture_folder import FIXTURE, problems
from hypothesis import given
from hypothesis import strategies as st

from rapport.adapters.approved_liquid.language import MAX_SOURCE
from rapport.adapters.brand_folder import read_brand_folder, write_brand_folder
from rapport.adapters.brand_folder.files import FolderFiles
from rapport.adapters.brand_folder.parts import EXPECTED, MAX_DEEP, is_part, parts_named, whole
from rapport.adapters.brand_folder.read import read_brand_draft
from rapport.bootstrap.library import example_folder
from rapport.core.creative.editing import Begin

FOOT = (
    '        <mj-text color="{{ colours.muted }}">{{ brand.name }}, {{ brand.address }} '
    '<a href="{{ unsubscribe_url }}">{{ words.unsubscribe }}</a></mj-text>\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The fixture with the foot of its letter in a part."""
    folder = shutil.copytree(FIXTURE, tmp_path / "brand")
    note = folder / "layouts/note.mjml"
    text = note.read_text("utf-8")
    assert FOOT in text
    note.write_text(text.replace(FOOT, '        <mj-include path="_foot.mjml" />\n'), "utf-8")
    (folder / "layouts/_foot.mjml").write_text(FOOT, "utf-8")
    return folder


def part(folder: Path, text: str, name: str = "_foot.mjml") -> None:
    (folder / "layouts" / name).write_text(text, "utf-8")


def test_a_layout_with_a_part_is_the_layout_that_it_was_to_the_letter(folder: Path) -> None:
    assert read_brand_folder(folder).without_places() == (
        read_brand_folder(FIXTURE).without_places()
    )


def test_what_was_read_is_whole_and_written_without_its_parts(folder: Path, tmp_path: Path) -> None:
    read = read_brand_folder(folder)
    write_brand_folder(read, tmp_path / "again")
    assert read_brand_folder(tmp_path / "again").without_places() == read.without_places()
    assert not list((tmp_path / "again/layouts").glob("_*"))


def test_a_mistake_in_a_part_is_told_once_with_the_parts_file_and_line(folder: Path) -> None:
    shutil.copy(folder / "layouts/note.mjml", folder / "layouts/list.mjml")
    part(folder, FOOT + '<mj-text>{{ brand.nam }}</mj-text>\n<mj-text onclick="x">a</mj-text>\n')
    told = [line for line in problems(folder) if "layouts/" in line]
    places = [line.split(": ")[0] for line in told]
    assert places == ["layouts/_foot.mjml:2", "layouts/_foot.mjml:3"]


def test_a_mistake_after_a_part_has_the_line_that_it_stands_on(folder: Path) -> None:
    part(folder, FOOT + "\n\n\n")
    note = folder / "layouts/note.mjml"
    text = note.read_text("utf-8").replace("</mj-column>", "{{ brand.nam }}</mj-column>")
    note.write_text(text, "utf-8")
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "brand.nam }" in row)
    assert any(told.startswith(f"layouts/note.mjml:{line}: ") for told in problems(folder))


def test_what_is_missing_everywhere_is_told_of_the_layout(folder: Path) -> None:
    part(folder, "<mj-text>No address.</mj-text>\n")
    told = [line for line in problems(folder) if "missing" in line]
    assert told
    assert all(line.startswith("layouts/note.mjml:1: ") for line in told)


def test_mistakes_of_a_part_stand_against_every_message_of_its_visuals(folder: Path) -> None:
    part(folder, FOOT + "<script>1</script>\n")
    against = read_brand_draft(folder).by_visual
    found = [finding.where for findings in against.values() for finding in findings]
    assert found
    assert set(found) == {"layouts/_foot.mjml:2"}


@pytest.mark.parametrize(
    "written",
    [
        '<mj-include path="foot.mjml" />',
        '<mj-include path="_foot.html" />',
        '<mj-include path="../_foot.mjml" />',
        '<mj-include path="layouts/_foot.mjml" />',
        '<mj-include path="/etc/_passwd.mjml" />',
        '<mj-include path="https://elsewhere.example/_foot.mjml" />',
        '<mj-include path="_foot.mjml" type="css" />',
        '<mj-include path="_foot.mjml" /><mj-text>and more</mj-text>',
        '<mj-include path="_foot.mjml">',
        "<mj-include />",
        '<MJ-INCLUDE path="_foot.mjml" />',
        '<mj-include path="{{ brand.facts.foot }}" />',
    ],
)
def test_an_include_of_another_form_is_refused_on_its_line(folder: Path, written: str) -> None:
    note = folder / "layouts/note.mjml"
    text = note.read_text("utf-8").replace('<mj-include path="_foot.mjml" />', written)
    note.write_text(text, "utf-8")
    line = next(n for n, row in enumerate(text.splitlines(), 1) if written in row)
    told = [told for told in problems(folder) if told.startswith(f"layouts/note.mjml:{line}: ")]
    assert len(told) == 1
    assert "expected" in told[0]


def test_a_part_that_is_not_there_is_named_where_it_is_asked_for(folder: Path) -> None:
    (folder / "layouts/_foot.mjml").unlink()
    (told,) = (line for line in problems(folder) if "_foot" in line)
    assert told.startswith("layouts/note.mjml:17: layouts/_foot.mjml cannot be read (No such file")
    assert told.endswith(f"expected {EXPECTED}")


def test_a_part_that_leads_out_of_the_folder_is_not_read(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.mjml"
    secret.write_text("<mj-text>the secret</mj-text>", "utf-8")
    (folder / "layouts/_foot.mjml").unlink()
    (folder / "layouts/_foot.mjml").symlink_to(secret)
    told = problems(folder)
    assert any("it leads out of the folder" in line for line in told)
    assert not any("the secret" in line for line in told)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_part_that_is_no_file_is_refused_and_does_not_wait(folder: Path) -> None:
    (folder / "layouts/_foot.mjml").unlink()
    (folder / "layouts/_foot.mjml").mkdir()
    assert any("it is no file" in line for line in problems(folder))
    (folder / "layouts/_foot.mjml").rmdir()
    os.mkfifo(folder / "layouts/_foot.mjml")
    assert any("it is no file" in line for line in problems(folder))


def test_parts_within_parts_are_put_in_and_rings_are_refused(folder: Path) -> None:
    part(folder, '<mj-include path="_address.mjml" />\n')
    part(folder, FOOT, "_address.mjml")
    assert read_brand_folder(folder).frameworks
    part(folder, FOOT + '<mj-include path="_foot.mjml" />\n', "_address.mjml")
    assert any(
        line == "layouts/_address.mjml:2: found _foot.mjml within itself"
        for line in problems(folder)
    )


def test_a_part_is_no_layout(folder: Path) -> None:
    file = folder / "creative/checkout.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("layouts/note.mjml", "layouts/_foot.mjml"), "utf-8")
    assert any("found 'layouts/_foot.mjml', expected" in line for line in problems(folder))


def test_a_part_that_grows_with_each_level_ends_soon() -> None:
    """Nine times nine times nine, as a picture bomb is made."""
    parts = {
        f"layouts/_{n}.mjml": f'<mj-include path="_{n + 1}.mjml" />\n' * 9 + "x" * 90
        for n in range(9)
    }
    found = whole("layouts/a.mjml", parts["layouts/_0.mjml"], lambda name: (parts[name], ""))
    assert len(found.text) <= MAX_SOURCE + 1
    assert any(f"deeper than {MAX_DEEP}" in wrong.message for wrong in found.wrong)
    wide = whole(
        "layouts/a.mjml", '<mj-include path="_b.mjml" />\n' * 2_000, lambda _: ("y\n" * 90, "")
    )
    assert len(wide.text) <= MAX_SOURCE + 1
    assert len(wide.wrong) == 1
    assert "more than" in wide.wrong[0].message


LINES = st.sampled_from(
    (
        '<mj-include path="_a.mjml" />',
        '  <mj-include path="_b.mjml"/>\r',
        "<mj-text>a</mj-text>",
        "",
    )
)


@given(*[st.lists(LINES, max_size=6).map("\n".join)] * 3)
def test_every_line_of_a_whole_layout_has_its_place(source: str, a: str, b: str) -> None:
    files = {"layouts/l.mjml": source, "layouts/_a.mjml": a, "layouts/_b.mjml": b}
    found = whole("layouts/l.mjml", source, lambda name: (files[name], ""))
    lines = found.text.split("\n")
    assert len(lines) == len(found.places)
    for line, place in zip(lines, found.places, strict=True):
        written = files[place.file].split("\n")[place.line - 1]
        assert line in (written, "")
    assert "mj-include" not in found.text
    assert set(found.files) <= set(files)


def test_names_of_parts() -> None:
    assert is_part("_foot.mjml")
    assert not any(map(is_part, ("foot.mjml", "_.mjml", "_a/b.mjml", "__x.mjml", "_a.mjml\n", "")))
    assert list(parts_named('<mj-include path="_a.mjml" />\n<mj-include path="b" />')) == [
        "_a.mjml"
    ]


def test_a_framework_from_the_library_brings_its_layouts_and_their_parts(
    folder: Path, tmp_path: Path
) -> None:
    with example_folder() as example:
        library = FolderFiles(example, tmp_path / "lock")
        source = library.source("welcome")
        assert source is not None
        begin = Begin("greeting", "A greeting", like="welcome", library=True)
        name, made = FolderFiles(folder, tmp_path / "lock").begun(begin, source)
    assert name == "creative/greeting.yaml"
    assert "layouts/_masthead.mjml" in made
    assert "layouts/_foot.mjml" not in made, "the brand has a foot of its own"
