"""Totals read as sentences do: one is one, several are several, and no name stands there raw."""

import pytest

from rapport.app.wording.totals import came_of_it, taken_in


@pytest.mark.parametrize(
    ("what", "reason", "count", "said"),
    [
        ("run ended", "finished", 790, "times somebody left the flow: finished"),
        ("run ended", "order_placed", 1, "time somebody left the flow: order placed"),
        ("run ended", "not entered: no consent", 656, "times somebody did not enter: no consent"),
        ("run ended", "not entered: no consent", 1, "time somebody did not enter: no consent"),
        ("message stopped", "refused: too late", 9, "messages stopped: refused: too late"),
        ("message unclear", "", 0, "messages that may have gone out"),
        ("something new", "a_reason", 2, "something new: a reason"),
    ],
)
def test_what_came_of_a_flow_is_told_in_one_and_in_several(what, reason, count, said):
    assert came_of_it(what, reason, count) == said


def test_what_was_taken_in_is_told_in_one_and_in_several():
    assert taken_in("accepted", 1) == "new event"
    assert taken_in("accepted", 33_631) == "new events"
    assert taken_in("duplicate", 1_081) == "told again, and counted once"
    assert taken_in("merged profiles", 1) == "profile became one with another"
    assert taken_in("a name without words", 3) == "a name without words"
