"""What the levels that a policy knows are called, and which of them are of checkouts."""

from __future__ import annotations

from rapport.core.blueprint import Release
from rapport.core.creative.framework import CART
from rapport.core.triggers import CART_UPDATED


def level_labels(release: Release) -> dict[tuple[str, str], str]:
    """The words for each level: those of the frameworks that write about checkouts, since that is
    what the tables are about; of a level that none of them has, those of the others.

    Where frameworks, or flows with their times, have different words for one key, each stands with
    the name of whose it is.
    """
    of_checkouts, others = _Words(), _Words()
    frameworks = {framework.key: framework for framework in release.frameworks}
    at_checkout = set()
    for flow in release.flows:
        for point in flow.points:
            framework = frameworks.get(point.framework)
            about = framework.about if framework else CART
            ours = about == CART and flow.trigger != CART_UPDATED
            if ours:
                at_checkout.add(point.framework)
            for level in point.times:
                (of_checkouts if ours else others).add("time", level.key, level.label, flow.name)
    for framework in release.frameworks:
        words = of_checkouts if framework.key in at_checkout else others
        for factor, levels in (
            ("tone", framework.tones),
            ("angle", framework.angles),
            ("visual", framework.visuals),
        ):
            for one in levels:
                words.add(factor, one.key, one.label, framework.name)
    offers = {("offer", offer.key): offer.label for offer in release.offers if offer.label}
    return {**offers, **others.each(), **of_checkouts.each()}


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
            else "; ".join(f"{label} ({', '.join(names)})" for label, names in labels.items())
            for place, labels in self._of.items()
        }
