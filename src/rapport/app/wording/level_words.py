"""What levels and sums are called in front of people."""

from __future__ import annotations

from rapport.app.wording import amounts
from rapport.core.blueprint import Release
from rapport.core.brand import Brand
from rapport.core.creative.framework import FACTORS, Action
from rapport.core.decision import Decision

FACTOR_WORDS = {
    "time": "When",
    "send": "Write at all",
    "offer": "Offer",
    "tone": "Tone",
    "angle": "Angle",
    "visual": "Visual",
}


def money(minor: float, brand: Brand) -> str:
    """Minor units as money in the brand's currency."""
    return amounts.money(minor, brand.currency, brand.locale)


class LevelLabels:
    """The labels that people gave to levels, in the release a decision was made with."""

    def __init__(self, release: Release, decision: Decision) -> None:
        flow = release.flow(decision.flow)
        point = flow.point(decision.point) if flow else None
        framework = release.framework(point.framework) if point else None
        self._labels: dict[tuple[str, str], str] = {
            ("offer", offer.key): offer.label for offer in release.offers if offer.label
        }
        self._labels["send", "send"], self._labels["send", "hold"] = "Write", "Say nothing"
        for level in point.times if point else ():
            self._labels["time", level.key] = level.label
        if framework is not None:
            for factor, levels in (
                ("tone", framework.tones),
                ("angle", framework.angles),
                ("visual", framework.visuals),
            ):
                self._labels.update({(factor, level.key): level.label for level in levels})

    def level(self, factor: str, key: str) -> str:
        return self._labels.get((factor, key)) or key

    def action(self, action: Action) -> str:
        """Such as 'In the evening, no offer, warm, how it is made, one large picture'."""
        chosen = [self.level(f, action.level(f)) for f in FACTORS if action.level(f)]
        return ", ".join([*chosen[:1], *(label.lower() for label in chosen[1:])])
