"""What the console asks of an installation about what rules cost."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from msgspec import Struct

from rapport.app.measuring.rule_costs import RuleCosts
from rapport.core.creative.framework import Rule
from rapport.core.time import Instant


class RulesCounted(Struct, frozen=True):
    """What rules cost, those that are not published yet among them as proposed. None while nothing
    is known of the rules as they stand: it is being counted then, or `trouble` says why it is not.

    `at` is when it was counted; `counting` says that it is just now. Of the rules `ahead` nothing
    can be told before what they name is published. `locale` is the brand's, `labels` what people
    call the levels.
    """

    costs: RuleCosts | None = None
    at: Instant = 0
    counting: bool = False
    trouble: str = ""
    ahead: tuple[Rule, ...] = ()
    locale: str = "en"
    labels: Mapping[tuple[str, str], str] = MappingProxyType({})


class ShowRuleCosts(Protocol):
    """What rules cost; see `rapport.app.measuring.rule_costs`. It goes through the whole log, so it
    is done beside everything else, once, and kept for as long as the rules are what they were."""

    def counted(self, brand: str, *, anew: bool = False) -> RulesCounted:
        """What is known, after a moment's wait; has it counted where nothing is, or `anew`."""
        ...

    def known(self, brand: str) -> RulesCounted:
        """What is known of what is published, and of such rules as were there when that was
        counted; has nothing counted."""
        ...
