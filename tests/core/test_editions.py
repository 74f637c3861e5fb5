"""Editions of releases: each has a name, and what is published has the newest."""

from __future__ import annotations

from rapport.core import editions


def test_a_release_is_published_with_the_newest_edition_and_each_has_a_name() -> None:
    named = [
        value for name, value in vars(editions).items() if name.isupper() and name != "EDITION"
    ]
    assert set(named) == set(range(1, editions.EDITION + 1))
