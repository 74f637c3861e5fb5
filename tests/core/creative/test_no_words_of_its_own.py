"""Tones and angles that have no words of their own, and what is said of them."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.creative.coverage import Coverage, coverage
from rapport.core.creative.framework import NO_OFFER, Block, Framework, Level, Slot

TONES = (Level("warm", "Warm", ""), Level("plain", "Plain", ""))
ANGLES = (Level("help", "Help", ""), Level("gift", "Gift", ""))


def of(*blocks: Block, points: tuple[str, ...] = ("first",), **changes: object) -> Coverage:
    framework = Framework(
        key="checkout",
        name="Checkout",
        offers=(NO_OFFER,),
        tones=TONES,
        angles=ANGLES,
        visuals=(Level("note", "Note"),),
        slots=(Slot("subject", 60),),
        blocks=blocks,
    )
    return coverage(replace(framework, **changes), dict.fromkeys(points, ()), "en")  # type: ignore[arg-type] any field


def says(found: Coverage) -> list[str]:
    return [one.says for one in found.echoes]


def words(id_: str, **bound: tuple[str, ...]) -> Block:
    return Block(id_, "subject", f"Words of {id_}", **bound)  # type: ignore[arg-type] any binding


WARM, PLAIN = words("warm", tones=("warm",)), words("plain", tones=("plain",))


def test_a_level_without_words_of_its_own_is_told_although_all_is_covered() -> None:
    found = of(WARM, PLAIN)
    assert not found.languages[0].gaps
    assert says(found) == [
        "The angle gift has no words of its own yet: it says what the angle help says. Nothing "
        "changes for readers until it has."
    ]


def test_words_of_its_own_for_some_leave_the_others_told() -> None:
    found = of(WARM, PLAIN, words("own", tones=("warm",), angles=("gift",)))
    assert says(found) == [
        "The angle gift has no words of its own yet for tone plain: there it says what the angle "
        "help says. Nothing changes for readers until it has."
    ]
    at_first = [
        words(f"own {tone.key}", tones=(tone.key,), angles=("gift",), points=("first",))
        for tone in TONES
    ]
    assert says(of(WARM, PLAIN, *at_first, points=("first", "second"))) == [
        "The angle gift has no words of its own yet at point second: there it says what the angle "
        "help says. Nothing changes for readers until it has."
    ]


def test_words_for_any_tone_are_a_tones_own_where_the_others_have_theirs() -> None:
    assert says(of(WARM, words("any"), angles=ANGLES[:1])) == []


def test_of_levels_that_all_say_the_same_each_later_one_is_told() -> None:
    found = of(words("any"))
    assert [(one.factor, one.level, one.like) for one in found.echoes] == [
        ("tone", "plain", "warm"),
        ("angle", "gift", "help"),
    ]


def test_where_nothing_is_decided_nothing_is_told() -> None:
    assert says(of(WARM, PLAIN, points=())) == []
