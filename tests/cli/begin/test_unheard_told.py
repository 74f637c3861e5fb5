"""`rapport publish` says which words nobody gets."""

from __future__ import annotations

from pathlib import Path

from command_line import Command


def test_words_that_others_go_before_are_told_when_they_are_published(
    rapport: Command, here: Path
) -> None:
    folder = here / "rapport/brands/alder-and-clay"
    rapport("init", "--publish")
    assert "nobody gets" not in rapport("publish", str(folder)).out
    cart = folder / "creative/cart.yaml"
    text = cart.read_text(encoding="utf-8")
    cart.write_text(f"{text.rstrip()}\n  - headline: A line for nobody\n", encoding="utf-8")
    told = " ".join(rapport("publish", str(folder)).out.split())
    assert "Published, and nobody gets these words: creative/cart.yaml:" in told
    assert "headline ‘A line for nobody’: wherever it fits, other words go before it" in told
