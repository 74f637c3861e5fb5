"""What stands in right-to-left words keeps its order, and nothing of that is seen or copied."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from rapport.core.creative import directions
from rapport.core.creative.directions import (
    BEGIN,
    END,
    direction,
    in_html,
    in_plain_text,
    isolated_facts,
    isolating,
    tidied,
    without_isolates,
    without_marks,
)
from rapport.core.creative.facts import MessageFacts

RTL_BEGIN, MARK = "\u2067", "\u200f"


def held(value: str) -> str:
    return f"{BEGIN}{value}{END}"


@pytest.mark.parametrize(
    ("language", "way"),
    [("ar", "rtl"), ("he", "rtl"), ("fa", "rtl"), ("ur", "rtl"), ("he-IL", "rtl"), ("en", "ltr"),
     ("de", "ltr"), ("hi", "ltr"), ("", "ltr")],
)  # fmt: skip
def test_a_language_is_written_one_way(language: str, way: str) -> None:
    assert direction(language) == way


def test_what_a_block_prints_is_isolated_and_what_it_asks_is_not() -> None:
    source = "{% if offer.ends != '' %}עד {{ offer.ends }}{% endif %} {{- offer.code }}"
    assert isolating(source) == source.replace("{{ offer.ends }}", held("{{ offer.ends }}"))
    assert tidied(f"עד {held('')}.") == "עד ."


@pytest.mark.parametrize(
    ("value", "way"),
    [
        ("10-TEA", "ltr"),
        ("Moor mug", "ltr"),
        ("+972 3 555 1234", "ltr"),
        ("£24.00", "ltr"),
        ("קומקום", "rtl"),
        ("6 ביוני", "rtl"),
        ("1,299.00\u00a0₪", "rtl"),
        ("1,299.00 ₪", "rtl"),
        ("1,299.00\u00a0US$", "rtl"),
        ("30 days", "ltr"),
    ],
)
def test_a_value_is_written_as_it_would_be_by_itself(value: str, way: str) -> None:
    assert in_html(held(value)) == f'<bdi dir="{way}">{value}</bdi>'


@pytest.mark.parametrize(
    ("value", "way"),
    [("&amp; כוס", "rtl"), ("&lt;כוס&gt;", "rtl"), ("&#34;כוס&#34;", "rtl"), ("&amp; mug", "ltr"),
     ("1,299.00&nbsp;₪", "rtl")],
)  # fmt: skip
def test_how_a_sign_is_written_in_html_says_nothing_of_the_value(value: str, way: str) -> None:
    assert in_html(held(value)) == f'<bdi dir="{way}">{value}</bdi>'


def test_no_element_stands_where_none_may() -> None:
    inside = f'<p title="{held("A")}"><!-- {held("B")} --></p><title>{held("C")}</title>{held("")}'
    assert in_html(inside) == '<p title="A"><!-- B --></p><title>C</title>'


@pytest.mark.parametrize(
    "tag",
    [
        '<img alt="a > b {}">', "<img alt='a > {}' title=\"it's {}\">", '<p title=it\'s id="{}">',
        '<a href = "x?y=1>{}" class>', "<p\ntitle='\n>{}'\n>", '<title class=">">a > {}</title >',
        "<!-- a > {} -->", "<STYLE>a > b {{}}{}</style>",
    ],
)  # fmt: skip
def test_a_tag_ends_where_it_does_and_not_at_a_sign_in_quotes(tag: str) -> None:
    html = f"{tag.format(held('A'), held('A'))}{held('B')} > {held('C')}"
    bare = f'{tag.format("A", "A")}<bdi dir="ltr">B</bdi> &gt; <bdi dir="ltr">C</bdi>'
    assert in_html(html) == bare.replace("&gt;", ">")


def test_a_sign_that_begins_no_tag_is_one_of_the_words() -> None:
    assert in_html(f"1 < 2 {held('A')} <3") == '1 < 2 <bdi dir="ltr">A</bdi> <3'


@pytest.mark.parametrize(
    "piece",
    ["<", "<a", '<a ="', "<='\"", '<a ="<"', "<!--", "<title", "<style>", "</title ", "=", '="',
     '"', BEGIN, "\u2067<a"],
)  # fmt: skip
def test_what_never_ends_is_read_in_one_go(piece: str) -> None:
    long = piece * 100_000  # some of these would take hours if each were tried from each place
    assert len(in_html(f"<p>{long}")) >= len(long)


def test_plain_text_isolates_only_what_would_be_out_of_order() -> None:
    assert in_plain_text(f"קוד {held('SAVE10')}") == "קוד SAVE10", "as it is copied"
    assert in_plain_text(f"קוד {held('10-TEA')}") == f"קוד {held('10-TEA')}"
    assert in_plain_text(f"עד {held('מחר')}") == "עד מחר"
    assert in_plain_text(held("200.00 ₪")) == f"{MARK}{RTL_BEGIN}200.00 ₪{END}"


def test_a_value_that_was_wrapped_is_isolated_on_each_of_its_lines() -> None:
    value = "Moor mug of\n  3 sizes"
    wrapped = f"- 2 × {held(value)}, כחול"
    turned = in_plain_text(wrapped)
    assert turned == f"{MARK}- 2 × {held('Moor mug of')}\n  {held('3 sizes')}, כחול"
    assert without_marks(turned) == without_isolates(wrapped)
    listed = f"{RTL_BEGIN}Moor mug,\nkettle וכוס{END}."
    assert in_plain_text(listed) == (
        f"{MARK}{RTL_BEGIN}Moor mug,{END}\n{MARK}{RTL_BEGIN}kettle וכוס{END}."
    )


def test_a_line_of_foreign_words_is_a_line_of_the_language() -> None:
    text = "- Moor mug: שלום\n--\nhttps://post.example/c/t\n- קומקום"
    turned = in_plain_text(text)
    assert turned == f"{MARK}{text}"
    assert without_marks(turned) == text


WORDS = st.text(alphabet="אב נ12-,.Ab₪\n", max_size=30)


@given(WORDS, st.text(alphabet="א1A -₪\n", max_size=8), WORDS)
def test_whatever_the_words_they_read_as_before(before: str, value: str, after: str) -> None:
    text = before + (held(value) if value else "") + after
    assert without_isolates(text) == before + value + after
    turned = in_plain_text(text)
    assert without_marks(turned) == before + value + after
    for line in turned.split("\n"):
        assert line.count(BEGIN) + line.count(RTL_BEGIN) == line.count(END)


def test_only_the_joined_scripts_are_never_spaced_out() -> None:
    joined = {one for one in ("ar", "fa", "ur", "he", "en") if directions.is_joined(one)}
    assert joined == {"ar", "fa", "ur"}


def texts(facts: object, path: str = "") -> dict[str, str]:
    """Every text of some facts, by its place."""
    if isinstance(facts, str):
        return {path: facts}
    parts: Iterable[tuple[str, object]] = ()
    if isinstance(facts, Struct):
        parts = ((name, getattr(facts, name)) for name in facts.__struct_fields__)
    elif isinstance(facts, dict):
        parts = facts.items()
    elif isinstance(facts, tuple):
        parts = ((str(index), one) for index, one in enumerate(facts))
    return {
        place: text
        for name, one in parts
        for place, text in texts(one, f"{path}.{name}".lstrip(".")).items()
    }


def some(of: Any) -> Any:  # whatever type a fact has, and a value of that
    """A value of a type, with words in every text of it."""
    if get_origin(of) is tuple:
        return (some(get_args(of)[0]),)
    if get_origin(of) is dict:
        return {"returns_days": "10 days"}
    if isinstance(of, type) and issubclass(of, Struct):
        return of(**{name: some(type_) for name, type_ in get_type_hints(of).items()})
    return {str: "10 days", int: 2}[of]


def test_a_fact_is_isolated_unless_somebody_said_that_it_need_not_be() -> None:
    facts: MessageFacts = some(MessageFacts)
    isolated = texts(isolated_facts(facts))
    assert isolated.keys() == texts(facts).keys()
    bare = {place.rpartition(".")[2] for place, text in isolated.items() if text == "10 days"}
    assert bare == {
        "url", "image", "shop_url", "logo_url", "reply_to", "unsubscribe_url", "preferences_url",
        "key", "starts_iso", "ends_iso",  # nobody reads these
        "quantity", "names", "short_names", "taken_off",  # a bare figure, and words of the language
    }  # fmt: skip
    assert {text for text in isolated.values() if text != "10 days"} == {held("10 days")}
