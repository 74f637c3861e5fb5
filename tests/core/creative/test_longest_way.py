"""How long words are: the longest way through their conditions, without the facts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counted_words import WORDS
from rapport.core.creative.longest_way import Length, longest_way
from rapport.core.creative.wording import PLACEHOLDER


@pytest.mark.parametrize("words", WORDS)
def test_the_longest_branch_counts_and_no_tag_is_a_fact(words: str) -> None:
    assert longest_way(words) == Length(*WORDS[words])


@pytest.mark.parametrize(
    "words",
    [
        "{% if a %}x" * 3_000 + "{% endif %}" * 3_000,
        "{% if a %}x" + "{% elsif b %}y" * 3_000 + "{% endif %}",
        "{% if " + "a and " * 8_000 + "a %}x{% endif %}",
        "".join(f"{{% if f{n} == 1 %}}x{{% endif %}}" for n in range(3_000)),
        "{{ a" * 20_000,
    ],
)
def test_endless_words_are_counted_up_to_their_first_condition(words: str) -> None:
    before = words.partition("{%")[0]
    assert longest_way(words) == Length(len(before), 0)
    assert longest_way(f"{{{{ fact }}}} and so on. {words}").facts == 1


PIECES = (
    "ab ", "{{ x }}", "{% if y %}", "{% elsif z %}", "{% else %}", "{% endif %}", "{%- if a -%} ",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_no_way_is_longer_than_all_words_together(words: str) -> None:
    found = longest_way(words)
    assert found.letters <= len(PLACEHOLDER.sub("", words))
    if "{%" not in words:
        assert found.letters == len(PLACEHOLDER.sub("", words))
