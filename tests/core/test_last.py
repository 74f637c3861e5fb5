"""The last answer is given again to the very same question, and to no other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from rapport.core.last import remembers, remembers_last


def pair(first: int) -> tuple[int, ...]:
    """A new one each time."""
    return (first, first + 1)


def test_the_same_things_are_looked_at_once_and_equal_ones_again() -> None:
    looked: list[tuple[int, ...]] = []

    @remembers_last
    def total(first: tuple[int, ...], second: tuple[int, ...]) -> int:
        looked.append(first)
        return sum(first) + sum(second)

    one, two = pair(1), pair(3)
    assert [total(one, two), total(one, two)] == [10, 10]
    assert len(looked) == 1
    assert total(pair(1), two) == 10
    assert total(two, one) == 10
    assert total(two, two) == 14
    assert len(looked) == 4


def test_threads_that_ask_of_different_things_each_get_their_own_answer() -> None:
    @remembers_last
    def first(things: list[int]) -> int:
        return things[0]

    asked = [[number] for number in range(8)]

    def ask(things: list[int]) -> set[int]:
        return {first(things) for _ in range(2_000)}

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(ask, asked)) == [{number} for number in range(8)]


def test_several_answers_are_remembered_of_the_same_things_and_of_words_that_say_the_same() -> None:
    asked: list[str] = []

    @remembers(2)
    def found(thing: tuple[int, ...], word: str) -> int:
        asked.append(word)
        return len(asked)

    one, other = pair(1), pair(2)
    assert [found(one, "warm"), found(other, "warm")] == [1, 2]
    assert [found(one, "".join(["wa", "rm"])), found(other, "warm")] == [1, 2]
    assert found(pair(1), "warm") == 3  # it says the same, and is another
    assert found(one, "warm") == 4  # of the last two it was none any more
