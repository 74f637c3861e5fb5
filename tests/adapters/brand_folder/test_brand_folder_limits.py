"""`caps`, `stop_when` and `care` of brand.yaml: read, written again, each mistake named."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rapport.adapters.brand_folder import read_brand_folder
from rapport.adapters.brand_folder.care import read_care, write_care
from rapport.adapters.brand_folder.limits import read_stop_when, write_stop_when
from rapport.adapters.brand_folder.nodes import Problems, load
from rapport.core.bounds import ID_CHARS, MAX_TOPICS
from rapport.core.brand import Cap
from rapport.core.creative.framework import topics_of
from rapport.core.deciding.care import Care, Caring
from rapport.core.flows.limits import StopWhen
from rapport.core.time import DAY
from rapport.errors import BrandFolderError

FIXTURE = Path(__file__).parents[1] / "brand_folder_fixture"
CAP = "{messages: 1, within: 1d}"
SHARES = st.one_of(st.just(0.0), st.integers(1, 9_999).map(lambda n: n / 10_000))


def with_line(folder: Path, line: str) -> Path:
    copy = Path(shutil.copytree(FIXTURE, folder / "brand"))
    path = copy / "brand.yaml"
    path.write_text(path.read_text("utf-8") + f"\n{line}\n", "utf-8")
    return copy


# --- Caps ----------------------------------------------------------------------------------------


def with_cap(folder: Path, cap: str) -> Path:
    copy = Path(shutil.copytree(FIXTURE, folder / "brand"))
    path = copy / "brand.yaml"
    text = path.read_text("utf-8")
    assert CAP in text
    path.write_text(text.replace(CAP, cap), "utf-8")
    return copy


def test_caps_may_count_thirty_messages_and_look_back_ninety_days(tmp_path: Path) -> None:
    folder = with_cap(tmp_path, "{messages: 30, within: 90d}")
    assert read_brand_folder(folder).brand.caps == (Cap(30, 90 * DAY),)


@pytest.mark.parametrize(
    ("cap", "said"),
    [
        (
            "{messages: 31, within: 7d}",
            "caps[0].messages: found '31', expected at most 30: no more",
        ),
        (
            "{messages: 3, within: 91d}",
            "caps[0].within: found '91d', expected at most 90d: messages",
        ),
        ("{messages: 3, within: 2161h}", "caps[0].within: found '2161h', expected at most 90d"),
    ],
)
def test_a_cap_that_could_not_hold_is_refused_with_what_is_possible_and_why(
    tmp_path: Path, cap: str, said: str
) -> None:
    with pytest.raises(BrandFolderError) as caught:
        read_brand_folder(with_cap(tmp_path, cap))
    (problem,) = caught.value.problems
    assert re.match(r"brand\.yaml:[1-9]\d*: ", problem)
    assert said in problem
    assert "remembered" in problem


@pytest.mark.parametrize(
    ("cap", "said"),
    [
        ("{messages: 3, within: 7 days}", "found '7 days', expected a length of time such as 45m"),
        (f"{{messages: {'9' * 20}, within: 7d}}", "expected a whole number up to 30"),
    ],
)
def test_a_cap_that_cannot_be_read_is_told_once(tmp_path: Path, cap: str, said: str) -> None:
    with pytest.raises(BrandFolderError) as caught:
        read_brand_folder(with_cap(tmp_path, cap))
    (problem,) = caught.value.problems
    assert said in problem


def test_a_cap_within_no_time_holds_nobody_back_and_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        BrandFolderError, match=r"brand\.yaml:\d+: .*found '0d', expected some time"
    ):
        read_brand_folder(with_cap(tmp_path, "{messages: 3, within: 0d}"))


# --- What stops a flow ---------------------------------------------------------------------------


def test_what_is_not_written_is_as_usual(tmp_path: Path) -> None:
    folder = with_line(tmp_path, "stop_when: {complaints: 0.2%, bounces: off, sample_ratio: off}")
    limits = read_brand_folder(folder).brand.stop_when
    assert limits == StopWhen(complaints=0.002, bounces=0.0, sample_ratio=False)
    assert read_brand_folder(FIXTURE).brand.stop_when == StopWhen()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "stop_when: {complaints: 0%}",
            "expected a percentage above 0% and below 100%, such as 0.3%, or off",
        ),
        (
            "stop_when: {complaints: 100%}",
            "expected a percentage above 0% and below 100%, such as 0.3%, or off",
        ),
        (
            "stop_when: {complaints: never}",
            "expected a percentage above 0% and below 100%, such as 0.3%, or off",
        ),
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


# --- Care ----------------------------------------------------------------------------------------


def test_care_is_read_and_what_is_not_written_is_as_usual(tmp_path: Path) -> None:
    line = "care: {refund: {wait: 2d, soften: [plain], for: 30d}, open_ticket: off}"
    care = read_brand_folder(with_line(tmp_path, line)).brand.care
    assert care.refund == Caring(2 * DAY, ("plain",), 30 * DAY)
    assert care.open_ticket == Caring()
    assert (care.complaint, care.delayed_parcel) == (Care().complaint, Care().delayed_parcel)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("care: {refund: {}}", "nothing is done"),
        ("care: {refund: {soften: [plain]}}", "write both, or neither"),
        ("care: {refund: {wait: 5d, soften: [plain], for: 5d}}", "must be longer than 'wait'"),
        ("care: {refund: {wait: 400d}}", "at most 365d"),
        ("care: {refund: {wait: soon}}", "a length of time"),
        ("care: {refund: {soften: [plain], for: soon}}", "a length of time"),
        ("care: {refunds: off}", "refunds"),
        ("care: {refund: never}", "expected a mapping"),
        (
            "care: {refund: {soften: [plain, warmm], for: 9d}}",
            "found 'warmm', expected a level of tone that exists; did you mean 'warm'?",
        ),
    ],
)
def test_a_mistake_in_care_is_named_with_its_place(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(BrandFolderError) as caught:
        read_brand_folder(with_line(tmp_path, line))
    (problem,) = caught.value.problems
    assert said in problem


DAYS = st.integers(1, 364).map(lambda days: days * DAY)
CARINGS = st.one_of(
    st.just(Caring()),
    st.builds(Caring, DAYS),
    st.builds(lambda for_: Caring(0, ("plain", "warm"), for_), DAYS),
    st.builds(lambda wait: Caring(wait, ("plain",), wait + DAY), DAYS),
)


@given(st.builds(Care, CARINGS, CARINGS, CARINGS, CARINGS))
def test_care_that_is_written_reads_back_the_same(care: Care) -> None:
    problems = Problems()
    text = yaml.safe_dump({"care": write_care(care)})
    value = load("brand.yaml", text.encode(), problems)
    assert (problems.lines(), read_care(value.mapping(["care"])["care"])) == ((), care)


# --- Topics that can be declined -----------------------------------------------------------------


def with_topics(folder: Path, more: int) -> Path:
    """With so many topics beside the one that the folder has, in another framework."""
    copy = Path(shutil.copytree(FIXTURE, folder / "brand"))
    text = (copy / "creative" / "checkout.yaml").read_text("utf-8")
    assert "[plain-talk]" in text
    listed = ", ".join(["plain-talk", *(f"topic-{n}" for n in range(more - 1))])
    other = text.replace("key: checkout\n", "key: other\ntopic: {key: others, label: Others}\n")
    other = other.replace("[plain-talk]", f"[{listed}]")
    other = other.replace("points: [first]\n    tone: warm", "tone: warm")  # no flow has its points
    (copy / "creative" / "other.yaml").write_text(other, "utf-8")
    return copy


def test_a_brand_has_no_more_topics_than_a_person_may_decline(tmp_path: Path) -> None:
    read_brand_folder(with_topics(tmp_path / "as-many", MAX_TOPICS - 1))
    with pytest.raises(BrandFolderError) as caught:
        read_brand_folder(with_topics(tmp_path / "too-many", MAX_TOPICS))
    (problem,) = caught.value.problems
    assert re.match(r"creative/other\.yaml:1: ", problem)
    assert f"found {MAX_TOPICS + 1} topics" in problem
    assert f"expected at most {MAX_TOPICS}" in problem


def test_a_topic_as_long_as_a_key_may_be_is_kept_whole(tmp_path: Path) -> None:
    folder = with_topics(tmp_path, 1)
    other = folder / "creative" / "other.yaml"
    text = other.read_text("utf-8")
    other.write_text(text.replace("key: others", f"key: {'o' * 63}"), "utf-8")
    assert max(map(len, topics_of(read_brand_folder(folder).frameworks))) < ID_CHARS
    other.write_text(text.replace("key: others", f"key: {'o' * 64}"), "utf-8")
    with pytest.raises(BrandFolderError):
        read_brand_folder(folder)
