"""Where pages about a message, a silence or a person lead to."""

from __future__ import annotations

from collections.abc import Mapping

from rapport.core.creative.framework import Action
from rapport.web.pages import address_below
from rapport.web.services import Services

PERSON = "/console/person"
PREVIEW = "/console/preview"


def address_of_person(brand: str, profile: str, **query: str) -> str:
    """The page about them."""
    return address_below(PERSON, brand, profile, **query)


def address_of_preview(
    services: Services,
    brand: str,
    profile: str,
    framework: str = "",
    place: Mapping[str, str] | None = None,
) -> str:
    """What can be said to a person: of this framework, if it still is published, and with as much
    of `place` as there is. Empty where there are no previews."""
    if services.preview is None:
        return ""
    known = framework in {one.key for one in services.preview.frameworks(brand)}
    about = {"framework": framework, **(place or {})} if known else {}
    return address_below(PREVIEW, brand, profile=profile, **about)


def place_of(point: str, action: Action, language: str = "") -> dict[str, str]:
    """What a message is among those of its framework, as a preview is asked for it."""
    levels = {name: action.level(name) for name in ("offer", "tone", "angle", "visual")}
    place = {"point": point, "language": language, **levels}
    return {name: value for name, value in place.items() if value}
