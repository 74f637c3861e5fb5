"""How each message of the starting library looks: one layout for several flows, nothing amiss."""

from __future__ import annotations

import re

import pytest
from library import FOLDER, actions, blocks, folder, framework, matter, points, write

from rapport.adapters.brand_folder.parts import is_part, parts_named
from rapport.core.creative.framework import NO_OFFER, Action, message

LAYOUTS = [path for path in (FOLDER / "layouts").glob("*.mjml") if not is_part(path.name)]
PARTS = {path.name for path in (FOLDER / "layouts").glob("_*.mjml")}
MIXED = ("round-teapot-indigo", "tea-alder-breakfast", "tea-hill-fog-oolong")
SHOWN = [
    (one.key, point, visual.key)
    for one in folder().frameworks
    for point in points(one.key)
    for visual in one.visuals
]


def action_with(key: str, visual: str, offer: str = NO_OFFER) -> Action:
    tone, angle = framework(key).keys("tone")[0], framework(key).keys("angle")[0]
    return message({"offer": offer, "tone": tone, "angle": angle, "visual": visual})


def page(key: str, point: str, visual: str, offer: str = NO_OFFER) -> str:
    about = matter(framework(key).about, MIXED)
    written = write(key, point, action_with(key, visual, offer), about)
    assert written.findings == ()
    return written.message.html


def test_every_layout_and_every_part_is_used() -> None:
    files = [path.read_text("utf-8") for path in FOLDER.glob("creative/*.yaml")]
    named = {name for text in files for name in re.findall(r"layouts/(\S+\.mjml)", text)}
    assert named == {path.name for path in LAYOUTS}
    assert {part for path in LAYOUTS for part in parts_named(path.read_text("utf-8"))} == PARTS


def test_all_layouts_share_their_head_and_their_foot() -> None:
    """A band is as wide as the page, which needs one line of style of its own."""
    shared = ["_head.mjml", "_masthead.mjml", "_greeting.mjml", "_offer.mjml", "_foot.mjml"]
    for path in LAYOUTS:
        assert list(parts_named(path.read_text("utf-8"))) == shared
    whole = {source for one in folder().frameworks for _, source in one.layouts}
    assert len(whole) == len(LAYOUTS)
    assert len({source[source.rindex("<mj-section") :] for source in whole}) == 1


@pytest.mark.parametrize(("key", "point", "visual"), SHOWN)
def test_a_page_is_whole(key: str, point: str, visual: str) -> None:
    html = page(key, point, visual)
    chosen = blocks(key, point, action_with(key, visual))
    assert html.count(f">{chosen['cta'].text}</a>") == 1
    assert 'lang="en"' in html
    assert "prefers-color-scheme: dark" in html
    assert html.count("<h1") == 1
    assert all(re.search(r'\balt="[^"]+"', tag) for tag in re.findall(r"<img\b[^>]*>", html))
    assert "Unsubscribe</a>" in html
    assert not re.search(r"\{[{%]", html)


@pytest.mark.parametrize(("key", "point", "visual"), SHOWN)
def test_every_picture_is_dimmed_in_dark_mode(key: str, point: str, visual: str) -> None:
    html = page(key, point, visual)
    dark = html[html.index("prefers-color-scheme: dark") :]
    assert ".photo img, img.photo { filter: brightness(" in dark
    for picture in re.finditer(r"<img\b[^>]*>", html):
        before = html[: picture.start()]
        within = before[max(before.rfind('class="photo"'), before.rfind("</td>")) :]
        assert 'class="photo"' in within + picture[0]


LINK = re.compile(r'<a href="[^"]*" style="([^"]*)">\s*(<img\b[^>]*>)')
LETTERS = {72: (11, 14), 96: (12, 16), 140: (14, 20)}
"""How large an alt text may be, and how far its lines are apart, so that a word fits beside the
sign for a missing picture, by the picture's width; wide ones have room for a line."""


@pytest.mark.parametrize(("key", "point", "visual"), SHOWN)
def test_where_pictures_are_blocked_their_words_are_the_brands_own(
    key: str, point: str, visual: str
) -> None:
    html = page(key, point, visual)
    muted, dark = (folder().brand.colours[name] for name in ("muted", "dark_muted"))
    found = LINK.findall(html)
    assert len(found) == html.count("<img")
    for link, picture in found:
        assert link == f"color:{muted};text-decoration:none;"
        width = int(re.search(r'width="(\d+)"', picture)[1])  # type: ignore[index] it is there
        size, line = LETTERS.get(width, (0, 22))
        assert f"line-height:{line}px" in picture
        assert not size or f"font-size:{size}px" in picture
    assert f"brightness(0.85); color: {dark} !important" in html


@pytest.mark.parametrize(("key", "point", "visual"), SHOWN)
def test_pictures_keep_their_shape_whatever_it_is(key: str, point: str, visual: str) -> None:
    """Outlook goes by the attributes and keeps the shape where one of them is left out; the others
    go by the style, where nothing but limits may bind both."""
    for tag in re.findall(r"<img\b[^>]*>", page(key, point, visual)):
        style = re.search(r'style="([^"]*)"', tag)
        assert style is not None
        if 'class="logo"' not in tag:
            assert re.search(r' width="\d+"', tag)
            assert " height=" not in tag
        assert "height:auto" in style[1] or "width:auto" in style[1]
        if "max-height" in style[1]:
            assert "width:auto" in style[1] or "object-fit:contain" in style[1]


def test_the_words_of_a_logo_that_is_blocked_can_be_read_on_its_ground_at_night() -> None:
    """The logo's ground stays light in the dark, and so its words stay dark."""
    colours = folder().brand.colours
    rule = re.search(r"\.logo \{([^}]*)\}", page("checkout", "first", "hero"))
    assert rule is not None
    assert f"background: {colours['card']} !important" in rule[1]
    assert f"color: {colours['text']} !important" in rule[1]


@pytest.mark.parametrize(("key", "point", "visual"), SHOWN)
def test_the_offers_panel_is_there_with_an_offer_alone(key: str, point: str, visual: str) -> None:
    offers = {action.offer for action in actions(key) if action.visual == visual}
    for offer in offers:
        assert ('class="panel' in page(key, point, visual, offer)) == (offer != NO_OFFER)


def test_after_an_order_there_is_a_quiet_link_and_no_button() -> None:
    for visual in ("letter", "hero"):
        html = page("post-purchase", "arrived", visual)
        assert 'class="button' not in html
        assert 'class="button' in page("browse", "look", visual)


def test_the_tins_are_the_teas_of_the_order_and_nothing_else() -> None:
    html = page("replenishment", "due", "tins")
    assert html.count("<img") == 2
    assert "Alder Breakfast" in html
    assert "Hill Fog Oolong" in html
    assert "Round Teapot" not in html
    assert "£" not in html


def test_a_letter_shows_no_picture_and_a_basket_only_where_it_is_about_one() -> None:
    said = {
        key: page(key, points(key)[0], "letter")
        for key in ("browse", "cart", "checkout", "welcome", "winback", "replenishment")
    }
    assert not any("<img" in html for html in said.values())
    assert {key for key, html in said.items() if "In your basket:" in html} == {"cart", "checkout"}
    assert {key for key, html in said.items() if "From your order:" in html} == {"replenishment"}


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("browse", "by e-mail."),
        ("welcome", "by e-mail."),
        ("cart", "by e-mail and left a basket with us."),
        ("post-purchase", "by e-mail and ordered from us."),
    ],
)
def test_the_foot_says_why_somebody_gets_it_and_not_what_they_looked_at(key: str, why: str) -> None:
    for visual in framework(key).keys("visual"):
        assert f"to hear from Alder &amp; Clay {why}" in page(key, points(key)[0], visual)


def test_pages_stay_small_enough_to_be_shown_whole() -> None:
    for key, point, visual in SHOWN:
        assert len(page(key, point, visual).encode()) < 60_000
