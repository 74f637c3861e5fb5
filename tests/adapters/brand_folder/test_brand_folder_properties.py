"""Reading gives a folder or its mistakes, whatever stands in the files; writing loses nothing."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rapport
from rapport.adapters.brand_folder import read_brand_folder, write_brand_folder
from rapport.adapters.brand_folder.scalars import (
    money_in,
    read_amount,
    read_condition,
    read_duration,
    read_minor,
    read_share,
    write_amount,
    write_condition,
    write_duration,
    write_share,
)
from rapport.core.creative.framework import Condition
from rapport.errors import BrandFolderError

FIXTURE = Path(__file__).parents[1] / "brand_folder_fixture"
EXAMPLE = Path(rapport.__file__).parent / "brands/alder_and_clay"
FILES = sorted(
    str(path.relative_to(FIXTURE))
    for path in FIXTURE.rglob("*")
    if path.suffix in (".yaml", ".mjml")
)

pieces = st.one_of(
    st.sampled_from(
        [
            "{{ 7*7 }}",
            "{% for x in cart.items %}",
            "{{",
            "%}",
            "&a ",
            "*a",
            "!!binary ",
            "[",
            "]",
            "{",
            "}",
            ": ",
            "- ",
            "\n",
            "\t",
            "|\n",
            "'",
            '"',
            "999999999999999999999",
            "null",
            "<mj-text>",
            "</mjml>",
            "\x00",
            "\u202e",
            "\u2028",
            "é",
        ]
    ),
    st.text(max_size=12),
)


def mistakes_of(folder: Path) -> tuple[str, ...]:
    """The lines that reading tells; anything else that it raises fails the test."""
    try:
        read_brand_folder(folder)
    except BrandFolderError as error:
        return error.problems or ("an error without a problem\n",)
    return ()


def reads_or_names_mistakes(folder: Path) -> None:
    assert all(problem.isprintable() for problem in mistakes_of(folder))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), file=st.sampled_from(FILES))
def test_a_changed_file_never_raises_anything_but_its_mistakes(
    data: st.DataObject, file: str
) -> None:
    original = (FIXTURE / file).read_text("utf-8")
    with tempfile.TemporaryDirectory() as directory:
        folder = shutil.copytree(FIXTURE, Path(directory) / "brand")
        text = original
        for _ in range(data.draw(st.integers(1, 3))):
            start = data.draw(st.integers(0, len(text)))
            end = min(len(text), start + data.draw(st.integers(0, 30)))
            text = text[:start] + data.draw(pieces) + text[end:]
        (folder / file).write_text(text, "utf-8", errors="replace")
        reads_or_names_mistakes(folder)


@settings(max_examples=40, deadline=None)
@given(content=st.binary(max_size=200), file=st.sampled_from(FILES))
def test_any_bytes_for_a_file_never_raise_anything_but_its_mistakes(
    content: bytes, file: str
) -> None:
    with tempfile.TemporaryDirectory() as directory:
        folder = shutil.copytree(FIXTURE, Path(directory) / "brand")
        (folder / file).write_bytes(content)
        reads_or_names_mistakes(folder)


@settings(max_examples=40, deadline=None)
@given(lines=st.lists(st.integers(0, 80), min_size=1, max_size=6), file=st.sampled_from(FILES))
def test_lost_and_doubled_lines_never_raise_anything_but_their_mistakes(
    lines: list[int], file: str
) -> None:
    with tempfile.TemporaryDirectory() as directory:
        folder = shutil.copytree(FIXTURE, Path(directory) / "brand")
        text = (FIXTURE / file).read_text("utf-8").splitlines(keepends=True)
        for number in lines:
            at = number % len(text) if text else 0
            text[at : at + 1] = [] if number % 2 else text[at : at + 1] * 2
        (folder / file).write_text("".join(text), "utf-8")
        reads_or_names_mistakes(folder)


@pytest.mark.parametrize("folder", [FIXTURE, EXAMPLE], ids=["fixture", "example brand"])
def test_a_written_folder_reads_as_the_same(folder: Path, tmp_path: Path) -> None:
    read = read_brand_folder(folder)
    write_brand_folder(read, tmp_path)
    again = read_brand_folder(tmp_path)
    assert again.without_places() == read.without_places()
    assert again != read, "the places differ, or this comparison shows nothing"


def test_a_file_that_would_be_read_as_well_is_never_written_beside(tmp_path: Path) -> None:
    read = read_brand_folder(FIXTURE)
    write_brand_folder(read, tmp_path)
    (tmp_path / "creative/old.yaml").write_text("key: checkout\n", "utf-8")
    (tmp_path / "brand.yaml").unlink()
    with pytest.raises(BrandFolderError, match=r"creative/old\.yaml"):
        write_brand_folder(read, tmp_path)
    assert not (tmp_path / "brand.yaml").exists(), "nothing is written before the question is asked"


def test_a_second_export_is_the_same_to_the_byte(tmp_path: Path) -> None:
    write_brand_folder(read_brand_folder(EXAMPLE), tmp_path / "one")
    write_brand_folder(read_brand_folder(tmp_path / "one"), tmp_path / "two")
    one, two = (
        {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (tmp_path / "one", tmp_path / "two")
    )
    assert one == two


@given(st.integers(0, 10**9).map(lambda n: n * 1000))
def test_a_length_of_time_is_written_as_it_is_read(length: int) -> None:
    try:
        written = write_duration(length)
    except ValueError:
        assert length >= 10**6 * 1000
    else:
        assert read_duration(written) == length


@given(st.integers(0, 10**9 - 1), st.sampled_from(["GBP", "JPY", "KWD"]))
def test_an_amount_is_written_as_it_is_read(minor: int, currency: str) -> None:
    assert read_amount(write_amount(minor, currency), currency) == minor


@given(st.integers(0, 10_000))
def test_a_share_is_written_as_it_is_read(buckets: int) -> None:
    assert read_share(write_share(buckets / 10_000)) * 10_000 == buckets


@given(
    st.sampled_from(["<", "<=", ">", ">=", "==", "!="]),
    st.integers(-(10**6), 10**6).map(lambda n: n / 100),
)
def test_a_condition_is_written_as_it_is_read(op: str, value: float) -> None:
    condition = Condition("orders_count", op, value)
    assert read_condition(write_condition(condition)) == condition


@pytest.mark.parametrize("currency", ["GBP", "JPY", "KWD", "CLF", "ISK"])
def test_the_amount_that_a_mistake_suggests_can_be_written_so(currency: str) -> None:
    suggested = money_in(currency).rpartition(" ")[2]
    assert read_minor(suggested, currency) > 0
    assert ("." in suggested) == (currency not in ("JPY", "ISK"))
