"""Rules that contradict one another on some days are refused when they are read, with the days."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from fixture_folder import FIXTURE, problems

RULE = """
  - name: {name}
    because: B
    only: {{tone: {tone}}}
"""


def mistakes(tmp_path: Path, *rules: str) -> tuple[str, ...]:
    folder = tmp_path / "brand"
    copytree(FIXTURE, folder)
    (folder / "rules.yaml").write_text("rules:" + "".join(rules), encoding="utf-8")
    return problems(folder)


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        ("    from: 2026-11-01\n", "    until: 2027-06-01\n", " from 2026-11-01 until 2027-06-01"),
        ("    from: 2026-11-01\n", "", " from 2026-11-01 on"),
        ("", "    until: 2027-06-01\n", " until 2027-06-01"),
        ("", "", ""),
    ],
)
def test_days_on_which_nothing_is_left_are_named(
    tmp_path: Path, first: str, second: str, days: str
) -> None:
    warm, plain = RULE.format(name="A", tone="warm"), RULE.format(name="Z", tone="plain")
    found = mistakes(tmp_path, warm + first, plain + second)
    told = f"the rules 'A' and 'Z' together leave no message in the framework 'checkout'{days}"
    assert any(one.endswith(told) for one in found), found


def test_days_that_do_not_meet_are_no_mistake(tmp_path: Path) -> None:
    warm = RULE.format(name="A", tone="warm") + "    from: 2026-11-01\n"
    plain = RULE.format(name="Z", tone="plain") + "    until: 2026-10-31\n"
    assert not any("'Z'" in one for one in mistakes(tmp_path, warm, plain))
