"""One of something is not told of as several."""

from __future__ import annotations

from rapport.app.wording.counts import so_many


def test_one_is_told_as_one_and_all_others_as_several() -> None:
    assert [so_many(count, "refund") for count in (0, 1, 1_200)] == [
        "0 refunds",
        "1 refund",
        "1,200 refunds",
    ]
    assert so_many(1, "person was", "people were") == "1 person was"
    assert so_many(2, "person was", "people were") == "2 people were"
