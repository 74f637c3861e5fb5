"""A layout is turned round once, where words are written from right to left."""

from __future__ import annotations

import pytest

from rapport.adapters.approved_liquid.layout import compile_layout, layout_mistakes
from rapport.adapters.approved_liquid.mirror import mirrored

LAYOUT = """<mjml{dir}><mj-body><mj-section><mj-column>
<mj-text align="left">{{{{ slots.body }}}} {{{{ offer.code }}}}</mj-text>
<mj-table><tr>
<td style="text-align:right;padding:1px 2px 3px 4px">{{{{ item.total }}}}</td>
</tr></mj-table>
</mj-column></mj-section></mj-body></mjml>"""


def compiled(language: str, told: str = "") -> str:
    return compile_layout(LAYOUT.format(dir=told), {}, language)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<td style="text-align:left">', '<td style="text-align:right">'),
        ('<td style="padding-left:1px;left: 2px">', '<td style="padding-right:1px;right: 2px">'),
        ('<td style="padding:1px 2px 3px 4px">', '<td style="padding:1px 4px 3px 2px">'),
        ('<td style="padding:1px 2px 3px">', '<td style="padding:1px 2px 3px">'),
        (
            '<td style="margin:1px 2px 3px 4px !important">',
            '<td style="margin:1px 4px 3px 2px !important">',
        ),
        ('<p style="border-radius:1px 2px">', '<p style="border-radius:2px 1px 2px 1px">'),
        ('<p style="border-radius:1px 2px 3px">', '<p style="border-radius:2px 1px 2px 3px">'),
        ('<p style="border-top-left-radius:1px">', '<p style="border-top-right-radius:1px">'),
        ('<p style="direction:ltr;float:right">', '<p style="direction:rtl;float:left">'),
        ("<p style='float:right'>", "<p style='float:left'>"),
        ('<p align="right" class="left">left: 1', '<p align="left" class="left">left: 1'),
        ("<style>.left { float: left; }</style>", "<style>.left { float: right; }</style>"),
        ('<table width="1">', '<table dir="rtl" width="1">'),
    ],
)
def test_left_and_right_change_places(before: str, after: str) -> None:
    assert mirrored(before, "rtl", joined=False) == after


def test_letters_that_touch_are_not_spaced_out() -> None:
    spaced = '<p style="letter-spacing:1px">'
    assert mirrored(spaced, "rtl", joined=True) == '<p style="letter-spacing:normal">'
    assert mirrored(spaced, "rtl", joined=False) == spaced


def test_a_page_says_how_it_is_written() -> None:
    assert '<html lang="he" dir="rtl"' in compiled("he")
    assert '<html lang="en" dir="ltr"' in compiled("en"), "whatever letters a message begins with"


def test_a_layout_for_right_to_left_words_is_left_as_it_is() -> None:
    assert "text-align:right;padding:1px 2px 3px 4px" in compiled("he", ' dir="rtl"')
    assert "text-align:left;padding:1px 4px 3px 2px" in compiled("he")
    assert "text-align:left;padding:1px 4px 3px 2px" in compiled("en", ' dir="rtl"')


def test_what_is_filled_in_is_isolated_and_the_words_are_not() -> None:
    assert "{{ slots.body }} \u2068{{ offer.code }}\u2069" in compiled("he")
    assert "\u2068" not in compiled("en")


def test_nothing_but_its_direction_is_different_from_left_to_right() -> None:
    """A layout is compiled once for a language, and the languages of one direction are alike."""
    assert compiled("en").replace('lang="en"', 'lang="de"') == compiled("de")
    assert "bdi" not in compiled("he"), "elements stand only in a finished message"


def test_what_an_attribute_prints_is_not_isolated_after_a_sign_in_it() -> None:
    picture = '<mj-image src="https://x.example/a.png" alt="{} > {{{{ cart.first.title }}}}"/>'
    source = LAYOUT.replace("<mj-table>", f"{picture}<mj-table>")
    html = compile_layout(source.format("דף", dir=""), {}, "he")
    assert 'alt="דף > {{ cart.first.title }}"' in html
    described = layout_mistakes(source.format("דף", dir=""), {})
    assert not [one for one in described if "without words" in str(one)]
