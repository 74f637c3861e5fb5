"""`stop_when` in brand.yaml: read, written again without loss, and each mistake named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rapport.adapters.brand_folder import read_brand_folder
from rapport.adapters.brand_folder.limits import read_stop_when, write_stop_when
from rapport.adapters.brand_folder.nodes import Problems, load
from rapport.core.limits import StopWhen
from rapport.errors import BrandFolderError

FIXTURE = Path(__file__).parent / "brand_folder_fixture"
SHARES = st.one_of(st.just(0.0), st.integers(1, 9_999).map(lambda n: n / 10_000))


def with_line(folder: Path, line: str) -> Path:
    copy = Path(shutil.copytree(FIXTURE, folder / "brand"))
    path = copy / "brand.yaml"
    path.write_text(path.read_text("utf-8") + f"\n{line}\n", "utf-8")
    return copy


def test_what_is_not_written_is_as_usual(tmp_path: Path) -> None:
    folder = with_line(tmp_path, "stop_when: {complaints: 0.2%, bounces: off, sample_ratio: off}")
    limits = read_brand_folder(folder).brand.stop_when
    assert limits == StopWhen(complaints=0.002, bounces=0.0, sample_ratio=False)
    assert read_brand_folder(FIXTURE).brand.stop_when == StopWhen()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("stop_when: {complaints: 0%}", "expected a percentage such as 0.3%, or off"),
        ("stop_when: {complaints: 100%}", "expected a percentage such as 0.3%, or off"),
        ("stop_when: {complaints: never}", "expected a percentage such as 0.3%, or off"),
        ("stop_when: {complaint: 0.3%}", "complaint"),
        ("stop_when: {sample_ratio: 5%}", "expected on or off"),
        ("stop_when: off", "expected a mapping"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(BrandFolderError) as caught:
        read_brand_folder(with_line(tmp_path, line))
    (problem,) = caught.value.problems
    assert problem.startswith("brand.yaml:")
    assert said in problem


@given(st.builds(StopWhen, SHARES, SHARES, SHARES, SHARES, st.booleans()))
def test_what_is_written_reads_back_the_same(limits: StopWhen) -> None:
    problems = Problems()
    text = yaml.safe_dump({"stop_when": write_stop_when(limits)})
    value = load("brand.yaml", text.encode(), problems)
    read = read_stop_when(value.mapping(["stop_when"])["stop_when"])
    assert (problems.lines(), read) == ((), limits)
