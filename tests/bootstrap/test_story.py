"""What a demo tells in the terminal."""

from __future__ import annotations

import io

from rich.console import Console

from rapport.app.explaining.decision_chart import Moved, Part, Scale
from rapport.app.explaining.explain import Explanation
from rapport.bootstrap.rehearsing.story import known_of, spoke_for_it

SCALE = Scale(-1.0, 1.0)


def part(chosen: str, *moved: Moved) -> Part:
    return Part("Tone", "the average", "What it adds.", chosen, (), (), moved, "", SCALE, SCALE)


def test_what_moved_a_choice_most_comes_first_whether_for_or_against() -> None:
    chart = (
        part("Warm", Moved("orders often", 0.2), Moved("came back today", -0.1)),
        part("A letter", Moved("has a full basket", -0.5), Moved("is new", 0.004)),
    )
    assert spoke_for_it(Explanation("So it was.", chart=chart)) == [
        "A letter: has a full basket (−0.50 points)",
        "Warm: orders often (+0.20 points)",
        "Warm: came back today (−0.10 points)",
    ]


def test_where_nothing_was_drawn_nothing_spoke_for_it() -> None:
    assert spoke_for_it(Explanation("The usual message.")) == []


def test_a_phrase_that_wraps_is_not_broken_by_its_own_figure() -> None:
    out = io.StringIO()
    known = known_of([("share of orders with a discount", "100%"), ("orders so far", "2")])
    Console(file=out, width=28).print(known)
    words = out.getvalue().split()
    assert words[:7] == ["100%", "share", "of", "orders", "with", "a", "discount"]
