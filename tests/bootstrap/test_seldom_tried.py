"""Whoever asks whether all is well costs a server at most one write a second."""

from __future__ import annotations

from rapport.bootstrap.serving.seldom_tried import SeldomTried


def test_that_all_is_well_is_found_out_once_for_all_who_ask() -> None:
    answers = ["", "the disk is full"]
    ready = SeldomTried(lambda: answers.pop(0), kept_seconds=60)
    assert [ready() for _ in range(5)] == [""] * 5
    assert answers == ["the disk is full"]


def test_trouble_is_looked_for_again_each_time_until_it_is_over() -> None:
    answers = ["the disk is full", "the disk is full", "", "the disk is full"]
    ready = SeldomTried(lambda: answers.pop(0), kept_seconds=0)
    assert [ready() for _ in range(4)] == [
        "the disk is full",
        "the disk is full",
        "",
        "the disk is full",
    ]
