"""What the pages of a brand's rules share, beside what all pages of a brand's own files do."""

from __future__ import annotations

from msgspec import Struct
from starlette.requests import Request

from rapport.app.measuring.rule_costs_text import labels_in
from rapport.web import own_files
from rapport.web.desks import ShowFrameworks
from rapport.web.frameworks.rule_costs import BRAND_RULES as ROOT
from rapport.web.own_files import Here
from rapport.web.own_files_desk import ChangeOwnFiles


class Desks(Struct, frozen=True):
    """What the handlers work with."""

    frameworks: ShowFrameworks
    rules: ChangeOwnFiles


def here_of(desks: Desks, request: Request) -> Here:
    return own_files.here_of(ROOT, desks.frameworks, desks.rules, request)


def labels_of(here: Here) -> dict[tuple[str, str], str]:
    """What people call each level of the brand, each moment and each framework."""
    return labels_in(here.book.content)
