"""Classes of words are known by one name in all tables."""

from __future__ import annotations

from collections import Counter

from rapport.core.copy_checks.tables.all_tables import CLASSES, ENGLISH


def test_no_two_modules_name_a_class_alike() -> None:
    """The later one would take the place of the other, and patterns would look for other words."""
    names = Counter(name for module in ENGLISH for name in module.CLASSES)
    assert [name for name, times in names.items() if times > 1] == []
    assert len(CLASSES) == len(names)
