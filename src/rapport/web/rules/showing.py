"""What the pages of a brand's rules need from the rest."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

from rapport.app.frameworks.editing import Saved
from rapport.app.frameworks.rule_editing import BrandRuleOrder
from rapport.core.oversight.people import Actor
from rapport.ports.brand_files import FrameworkFile


class ShowBrandRules(Protocol):
    """Rules of the whole brand and its care to change; see `rapport.app.frameworks.rule_editing`
    for what may be raised. To read, they are in the `Book` of the frameworks."""

    def open(self, brand: str) -> Mapping[str, FrameworkFile]:
        """The files, by name; none where there is no folder."""
        ...

    def check(self, brand: str, order: BrandRuleOrder, actor: Actor) -> None: ...

    def save(self, brand: str, order: BrandRuleOrder, actor: Actor) -> Saved: ...

    def changed(self, brand: str) -> Collection[str]:
        """In which of the files rules or care are otherwise than published."""
        ...
