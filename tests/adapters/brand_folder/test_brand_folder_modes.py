"""`writer` and `oversight` in a brand's folder: read, held to what may be, and written back."""

from __future__ import annotations

from pathlib import Path

import pytest
from fixture_folder import FIXTURE, problems
from hypothesis import given
from hypothesis import strategies as st

from rapport.adapters.brand_folder import read_brand_folder, write_brand_folder
from rapport.adapters.brand_folder.modes import read_writing, write_writing
from rapport.adapters.brand_folder.nodes import Problems, load
from rapport.core.brand import WriterBudget
from rapport.core.creative.modes import MODES, SAMPLE, Writing
from rapport.core.time import HOUR

CREATIVE = "creative/checkout.yaml"


def add(folder: Path, file: str, words: str) -> None:
    path = folder / file
    path.write_text(f"{words}\n{path.read_text('utf-8')}", "utf-8")


def test_without_a_word_only_approved_blocks_go_out_and_two_eyes_will_do() -> None:
    folder = read_brand_folder(FIXTURE)
    assert folder.frameworks[0].writing == Writing()
    assert folder.frameworks[0].writing.mode == "approved"
    assert not folder.brand.four_eyes


def test_a_mode_is_read_and_written_back(folder: Path, tmp_path: Path) -> None:
    add(folder, CREATIVE, "writer: {mode: sample, sample: 12.5%, deadline: 36h}")
    add(folder, "brand.yaml", "oversight: {four_eyes: true}")
    read = read_brand_folder(folder)
    assert read.frameworks[0].writing == Writing(SAMPLE, 0.125, 36 * HOUR)
    assert read.brand.four_eyes
    again = tmp_path / "again"
    write_brand_folder(read, again)
    assert read_brand_folder(again).without_places() == read.without_places()


def test_a_brand_has_its_words_proofread_if_it_says_so(folder: Path, tmp_path: Path) -> None:
    assert not read_brand_folder(folder).brand.writer.proofreads
    add(folder, "brand.yaml", "writer: {proofreads: true}")
    read = read_brand_folder(folder)
    assert read.brand.writer == WriterBudget(proofreads=True)
    write_brand_folder(read, tmp_path / "again")
    assert read_brand_folder(tmp_path / "again").brand.writer == read.brand.writer
    (folder / "brand.yaml").write_text(
        (folder / "brand.yaml").read_text("utf-8").replace("proofreads: true", "proofreads: maybe"),
        "utf-8",
    )
    assert any(line.startswith("brand.yaml:1: writer.proofreads: ") for line in problems(folder))


@pytest.mark.parametrize(
    ("written", "mistake"),
    [
        ("{mode: fre}", "1: writer.mode: found 'fre', expected one of approved, free, review, "),
        ("{mode: review, sample: 10%}", "1: writer.sample: only mode 'sample' has a sample"),
        ("{mode: sample, sample: 0%}", "1: writer.sample: found '0%', expected a percentage from"),
        ("{mode: sample, sample: half}", "1: writer.sample: found 'half', expected a percentage"),
        ("{mode: free, deadline: 5m}", "1: writer.deadline: found '5m', expected a deadline from"),
        ("{sample: 10%}", "1: writer: 'mode' is missing"),
        ("{mode: free, person: Nell}", "1: writer"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_mode_is_named_with_its_line(
    folder: Path, written: str, mistake: str
) -> None:
    add(folder, CREATIVE, f"writer: {written}")
    assert any(line.startswith(f"{CREATIVE}:{mistake}") for line in problems(folder)), problems(
        folder
    )


def test_a_mistake_in_oversight_is_named_with_its_line(folder: Path) -> None:
    add(folder, "brand.yaml", "oversight: {four_eyes: maybe}")
    assert problems(folder) == (
        "brand.yaml:1: oversight.four_eyes: found 'maybe', expected true or false",
    )


WRITINGS = st.builds(
    Writing,
    st.sampled_from(MODES),
    st.integers(10, 1_000).map(lambda n: n / 1_000),
    st.integers(1, 90 * 24).map(lambda hours: hours * HOUR),
)


@given(WRITINGS)
def test_any_mode_reads_back_as_it_was_written(writing: Writing) -> None:
    plain = write_writing(writing)
    text = "\n".join(f"{name}: {value}" for name, value in plain.items())
    found = Problems()
    read = read_writing(load("x.yaml", text.encode(), found)) if plain else Writing()
    assert found.lines() == ()
    assert (read.mode, read.deadline) == (writing.mode, writing.deadline)
    assert read.sample == writing.sample or writing.mode != SAMPLE
