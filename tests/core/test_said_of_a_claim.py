"""Which sentences of approved words say what a claim says: a person looks at these when it ends."""

import pytest

from rapport.core.copy_checks.claims import sentences_saying

SAFE = "Our stoneware is safe in the dishwasher and the microwave."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hello. Our stoneware is safe in the dishwasher. Bye.",
         ["Our stoneware is safe in the dishwasher."]),
        ("Dishwashers are safe for it!", []),  # two of the four words that mean something
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
    assert sentences_saying(text, SAFE) == found


def test_a_short_claim_is_said_by_all_of_its_words_and_one_of_no_words_by_nothing() -> None:
    assert sentences_saying("Baked by hand. By hand.", "Baked by hand.") == ["Baked by hand."]
    assert sentences_saying("It is. So it is.", "It is so.") == []
    assert sentences_saying("Any words at all", "…") == []
