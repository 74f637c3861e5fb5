"""Which sentences of approved words say what a claim says: a person looks at these when it ends."""

import pytest

from rapport.core.copy_checks.claims import sentences_saying

SAFE = "Our stoneware is safe in the dishwasher and the microwave."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hello. Our stoneware is safe in the dishwasher. Bye.",
         ["Our stoneware is safe in the dishwasher."]),
        ("Dishwashers love it!", []),  # one of the four words that mean something
        ("Dishwashers are safe for it!", ["Dishwashers are safe for it!"]),
        ("STONEWARE: dishwasher-safe, really", ["STONEWARE: dishwasher-safe, really"]),
        ("A safe pair of hands packs it.", []),
        ("One thing\n\nSafe stoneware for any dishwasher", ["Safe stoneware for any dishwasher"]),
        ("“It is safe in the dishwasher, our stoneware.” So said {{ brand.name }}.",
         ["“It is safe in the dishwasher, our stoneware.”"]),
        ("{% if cart.url %}In the dishwasher it is safe, our stoneware{% else %}Hello{% endif %}",
         ["In the dishwasher it is safe, our stoneware"]),
        ("", []),
    ],
)  # fmt: skip
def test_what_says_much_of_it_is_found_as_it_is_written(text: str, found: list[str]) -> None:
    assert [one.sentence for one in sentences_saying(text, SAFE)] == found


def test_how_much_of_it_is_said_is_told() -> None:
    (half,) = sentences_saying("The dishwasher is safe.", SAFE)
    (whole,) = sentences_saying(SAFE, SAFE)
    assert (half.share, whole.share) == (0.5, 1.0)


def test_a_short_claim_is_said_by_all_of_its_words_and_one_of_no_words_by_nothing() -> None:
    found = sentences_saying("Baked by hand. By hand.", "Baked by hand.")
    assert [one.sentence for one in found] == ["Baked by hand."]
    assert sentences_saying("It is. So it is.", "It is so.") == []
    assert sentences_saying("Any words at all", "…") == []


def test_a_claim_of_nothing_but_endings_ends() -> None:
    assert sentences_saying("Hello.", "a" + "'d" * 2_000) == []
