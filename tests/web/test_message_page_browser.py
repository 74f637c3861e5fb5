"""A message's page with its chart in a real Chromium: readable in light and dark, on a phone and on
paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from web_world import World

from browser import Browser, chromium
from rapport.app.explaining.decision_chart import Bar, Moved, Out, Part, Scale
from rapport.app.explaining.explain import Explanation
from rapport.web.app import create_app
from serving import served

pytestmark = pytest.mark.skipif(not chromium(), reason="no Chromium here: apt-get install chromium")

CONTRAST = (Path(__file__).parents[1] / "review" / "contrast.js").read_text(encoding="utf-8")
SCALE = Scale(-40.0, 200.0)
LONG = "Something-that-somebody-gave-a-name-without-any-space-in-it-and-that-goes-on-and-on"
PART = Part(
    "Tone", "the average tone", "What it adds.", "Warm",
    (Bar("Warm", 0.75, True, 150.0, 100.0, 200.0, "£1.50", "£1.00 to £2.00"),
     Bar(LONG, 0.25, False, -20.0, -40.0, 0.0, "-£0.20", "-£0.40 to £0.00")),
    (Out("Loud", LONG),), (Moved("has ordered before", -0.5), Moved(LONG, 0.2)),
    "the average tone", SCALE, Scale(-0.5, 0.5),
)  # fmt: skip
PAGE = "/console/messages/m1?brand=north"


@pytest.fixture(name="served")
def address(world: World) -> Iterator[str]:
    told = Explanation("Chosen.", chart=(PART,))
    world.change(explain=lambda brand, decision: told)
    with served(create_app(world.services)) as base:
        yield base


def test_the_chart_can_be_read_wherever_it_is_looked_at(served: str) -> None:
    with Browser() as browser:
        for scheme in ("light", "dark"):
            browser.prefer(scheme)
            browser.open(served + PAGE)
            assert browser.js(CONTRAST) == [], scheme
        middles = browser.js(
            "[...document.querySelectorAll('.point')].map(p => {"
            "const b = p.getBoundingClientRect(), s = p.ownerSVGElement.getBoundingClientRect();"
            "return (b.x + b.width / 2 - s.x) / s.width * 100 })"
        )
        assert middles == pytest.approx([SCALE.at(150.0), SCALE.at(-20.0)], abs=0.2)
        browser.size(1280, 900)
        browser.open(served + PAGE)
        apart = browser.js(
            "[...document.querySelectorAll('.chart td > svg')].map(s => {"
            "const a = s.getBoundingClientRect(), b = s.nextElementSibling.getBoundingClientRect();"
            "return Math.abs(a.y + a.height / 2 - b.y - b.height / 2) })"
        )
        assert len(apart) == 6
        assert max(apart) < 4, "a figure stands beside its bar, not below it"
        browser.size(390, 844)
        browser.open(served + PAGE)
        assert browser.js("document.documentElement.scrollWidth") <= 390
        assert browser.js("Math.min(...[...document.querySelectorAll('.plot')]"
                          ".map(p => p.getBoundingClientRect().width))") > 200  # fmt: skip
        assert browser.said == []
