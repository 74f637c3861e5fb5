"""What the levels that a policy knows are called, and which of them are of checkouts."""

from __future__ import annotations

from rapport.core.blueprint import Release
from rapport.core.creative.framework import CART
from rapport.core.triggers import CART_UPDATED


def level_labels(release: Release) -> dict[tuple[str, str], str]:
    """The words for each level: those of the frameworks that write about checkouts, since that is
    what the tables are about; of a level that none of them has, those of frameworks about carts,
    which may become checkouts, and only then those of the others.

    Where frameworks, or flows with their times, have different words for one key, each stands with
    the name of whose it is.
    """
    nearest = _Words(), _Words(), _Words()
    frameworks = {framework.key: framework for framework in release.frameworks}
    near: dict[str, int] = {}
    for flow in release.flows:
        for point in flow.points:
            framework = frameworks.get(point.framework)
            about = framework.about if framework else CART
            at = _OTHERS if about != CART else _CARTS if flow.trigger == CART_UPDATED else _CHECKOUT
            near[point.framework] = min(at, near.get(point.framework, _OTHERS))
            for level in point.times:
                nearest[at].add("time", level.key, level.label, flow.name)
    for framework in release.frameworks:
        words = nearest[near.get(framework.key, _OTHERS)]
        for factor, levels in (
            ("tone", framework.tones),
            ("angle", framework.angles),
            ("visual", framework.visuals),
        ):
            for one in levels:
                words.add(factor, one.key, one.label, framework.name)
    offers = {("offer", offer.key): offer.label for offer in release.offers if offer.label}
    labels = offers
    for words in reversed(nearest):
        labels |= words.each()
    return labels


_CHECKOUT, _CARTS, _OTHERS = range(3)
"""How near to a checkout it is what a framework writes about, the nearest first."""


def levels_of_checkouts(release: Release) -> set[str]:
    """Every `factor:level` that a message about a checkout can have. Flows that write about carts
    do so about a checkout, too, once the cart has become one."""
    found: set[str] = set()
    for flow in release.flows:
        for point in flow.points:
            framework = release.framework(point.framework)
            if framework is not None and framework.about == CART:
                found.update(f"time:{level.key}" for level in point.times)
                for factor in ("offer", "tone", "angle", "visual"):
                    found.update(f"{factor}:{key}" for key in framework.keys(factor))
    return found


class _Words:
    """Labels of levels, and whose they are."""

    def __init__(self) -> None:
        self._of: dict[tuple[str, str], dict[str, list[str]]] = {}

    def add(self, factor: str, key: str, label: str, whose: str) -> None:
        if label:
            names = self._of.setdefault((factor, key), {}).setdefault(label, [])
            if whose not in names:
                names.append(whose)

    def each(self) -> dict[tuple[str, str], str]:
        """One label for each level; where there are several, whose each is."""
        return {
            place: next(iter(labels))
            if len(labels) == 1
            else " or ".join(f"{label} ({', '.join(names)})" for label, names in labels.items())
            for place, labels in self._of.items()
        }
