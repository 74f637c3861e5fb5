from __future__ import annotations

import re
from html import unescape

import pytest
from msgspec.structs import replace
from web_world import NOW, World, a_message

from rapport.core.creative.directions import BEGIN, END, RTL, direction, without_isolates
from rapport.core.creative.fixed_words_brought import BROUGHT
from rapport.core.creative.fixed_words_shipped import SHIPPED
from rapport.core.events import ConsentChanged, ProfileChanged
from rapport.core.person.kinds import Kind, Kinds
from rapport.errors import TemporaryError
from rapport.web.customers.trouble_words import SPOKEN as TROUBLE
from rapport.web.customers.way_out_words import SPOKEN, VERSION, way_out_words
from rapport.web.services import BrandAccess

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def consents(world: World) -> list[ConsentChanged]:
    bodies = [incoming.event.body for _, incoming in world.intake.taken]
    assert all(isinstance(body, ConsentChanged) for body in bodies)
    return bodies  # type: ignore[return-value] checked in the line above


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_looking_at_the_page_never_unsubscribes(method: str, world: World) -> None:
    response = world.ask(method, world.way_out())
    assert response.status_code == 200
    assert world.intake.taken == []


def test_the_page_names_the_brand_and_offers_one_button(world: World) -> None:
    html = world.ask("GET", world.way_out()).text
    assert "North &amp; Co" in html
    assert html.count("<button") == 1
    assert '<form method="post">' in html


def test_one_click_unsubscribes_without_cookie_or_log_in(world: World) -> None:
    response = world.ask("POST", world.way_out(), data=ONE_CLICK)
    assert response.status_code == 200
    (consent,) = consents(world)
    assert consent == ConsentChanged(channel="email", status="unsubscribed", method="one_click")
    ((brand, incoming),) = world.intake.taken
    assert (brand, incoming.profile, incoming.event.at) == ("north", "p1", NOW)


def test_one_click_may_come_as_a_multipart_form(world: World) -> None:
    form = {"List-Unsubscribe": (None, "One-Click")}
    world.ask("POST", world.way_out(), files=form)
    assert consents(world)[0].method == "one_click"


def test_the_button_unsubscribes_and_keeps_what_the_person_saw(world: World) -> None:
    response = world.ask("POST", world.way_out(), data={"choice": "unsubscribe"})
    assert "unsubscribed" in response.text
    (consent,) = consents(world)
    assert consent.method == "preference_page"
    assert "North & Co" in consent.wording
    assert consent.wording_version == VERSION


def test_even_an_empty_post_lets_the_person_out(world: World) -> None:
    world.ask("POST", world.way_out())
    assert consents(world)[0].status == "unsubscribed"


def test_leaving_twice_is_leaving_once_and_the_link_works_again_later(world: World) -> None:
    for later in (0, 5, 86_400_000):
        world.clock.at = NOW + later
        assert world.ask("POST", world.way_out(), data=ONE_CLICK).status_code == 200
    assert len(world.intake.taken) == 2


def test_if_it_cannot_be_saved_the_page_does_not_say_that_it_was(world: World) -> None:
    world.intake.fails = TemporaryError("Disk full at /srv", retry_after_seconds=9)
    response = world.ask("POST", world.way_out(), data=ONE_CLICK)
    assert response.status_code == 503
    assert response.headers["retry-after"] == "9"
    assert "try again" in response.text
    assert "unsubscribed" not in response.text
    assert "/srv" not in response.text


def test_a_message_that_is_gone_says_how_else_to_leave(world: World) -> None:
    response = world.ask("POST", world.way_out("gone"), data=ONE_CLICK)
    assert response.status_code == 404
    assert "answer it" in response.text


def test_a_changed_or_foreign_token_does_nothing(world: World) -> None:
    for url in (world.way_out() + "x", world.way_out(brand="other"), "/u/x", world.click()):
        token = url.rsplit("/", 1)[-1]
        for method in ("GET", "POST"):
            assert world.ask(method, f"/u/{token}").status_code == 404
    assert world.intake.taken == []


def test_a_hostile_brand_name_is_shown_as_it_is_written(world: World) -> None:
    world.change(brands={"north": BrandAccess("north", "<script>alert(1)</script>")})
    html = world.ask("GET", world.way_out()).text
    assert "<script" not in html


def test_the_pages_carry_the_headers_that_keep_them_safe(world: World) -> None:
    for response in (
        world.ask("GET", world.way_out()),
        world.ask("POST", world.way_out()),
        world.ask("GET", "/u/nonsense"),
        world.ask("GET", "/console"),
    ):
        policy = response.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert response.headers["x-content-type-options"] == "nosniff"
        ours = response.url.path == "/console"  # its forms say that they come from here
        assert response.headers["referrer-policy"] == ("same-origin" if ours else "no-referrer")
        assert response.headers["cache-control"] == "no-store"


KINDS = Kinds(
    (Kind("tea", "Notes about tea"), Kind("baskets", "Baskets <b>", declined=True)),
    ("mothers-day",),
)


def choosing(world: World) -> World:
    world.change(kinds=lambda _brand, _profile: KINDS)
    return world


def declined(world: World) -> tuple[str, ...] | None:
    (taken,) = world.intake.taken
    body = taken[1].event.body
    assert isinstance(body, ProfileChanged)
    assert taken[1].profile == "p1"
    return body.declined_topics


def kept(world: World) -> tuple[str, ...] | None:
    """What the person was asked about and did not decline."""
    (taken,) = world.intake.taken
    assert isinstance(taken[1].event.body, ProfileChanged)
    return taken[1].event.body.kept_topics


def test_kinds_of_messages_are_shown_as_the_person_stands_to_them(world: World) -> None:
    html = choosing(world).ask("GET", world.way_out()).text
    assert '<input type="checkbox" name="keep" value="tea" checked>' in html
    assert '<input type="checkbox" name="keep" value="baskets">' in html
    assert "Baskets &lt;b&gt;" in html
    assert world.intake.taken == []


@pytest.mark.parametrize(
    ("keep", "left"),
    [
        (["tea"], ("baskets", "mothers-day")),
        (["tea", "baskets"], ("mothers-day",)),
        ([], ("tea", "baskets", "mothers-day")),
        (["nonsense"], ("tea", "baskets", "mothers-day")),
    ],
)
def test_what_is_not_kept_is_declined_and_what_was_declined_elsewhere_stays(
    keep: list[str], left: tuple[str, ...], world: World
) -> None:
    form = {"choice": "kinds", "keep": keep}
    response = choosing(world).ask("POST", world.way_out(), data=form)
    assert "Your choice is saved" in response.text
    assert declined(world) == left
    assert kept(world) == tuple(one for one in keep if one != "nonsense")


@pytest.mark.parametrize(
    "data",
    [
        {"choice": ["kinds", "unsubscribe"]},
        {"keep": ["tea"]},
        {"List-Unsubscribe": "One-Click", "keep": "tea"},
        {"choice": "kinds", **{f"f{n}": "x" for n in range(200)}},
        {"choice": "kinds", "keep": "tea" * 4_000},
    ],
)
def test_whatever_else_is_posted_lets_the_person_out_of_all(
    data: dict[str, object], world: World
) -> None:
    choosing(world).ask("POST", world.way_out(), data=data)
    assert consents(world)[0].status == "unsubscribed"


def test_a_choice_that_cannot_be_saved_is_not_said_to_be(world: World) -> None:
    world.intake.fails = TemporaryError("Disk full", retry_after_seconds=9)
    response = choosing(world).ask("POST", world.way_out(), data={"choice": "kinds"})
    assert response.status_code == 503
    assert "saved" not in response.text


@pytest.mark.parametrize("language", list(SPOKEN))
def test_who_has_left_is_told_so_and_offered_and_promised_nothing(
    language: str, world: World
) -> None:
    words = SPOKEN[language]
    in_language(world, language)
    world.change(kinds=lambda _brand, _profile: replace(KINDS, left=True))
    asked = unescape(world.ask("GET", world.way_out()).text)
    form = {"choice": "kinds", "keep": "tea"}
    saved = unescape(world.ask("POST", world.way_out(), data=form).text)
    for html in map(without_isolates, (asked, saved)):
        assert f"<h1>{words.left}</h1>" in html
        assert words.goodbye.replace("{brand}", "North & Co") in html
        assert "<form" not in html
        assert f"<h1>{words.saved}" not in html
        assert words.ask not in html
        assert words.kept.replace("{kinds}", "Notes about tea") not in html
    assert words.for_later in saved
    assert declined(world) == ("baskets", "mothers-day"), "kept for later, and nobody subscribes"


def test_one_choice_right_after_another_is_taken_too(world: World) -> None:
    choosing(world)
    for later, keep in enumerate((["tea"], [], ["tea"], ["tea"])):
        world.clock.at = NOW + 200 * later
        world.ask("POST", world.way_out(), data={"choice": "kinds", "keep": keep})
    bodies = [incoming.event.body for _, incoming in world.intake.taken]
    assert [body.declined_topics for body in bodies if isinstance(body, ProfileChanged)] == [
        ("baskets", "mothers-day"), ("tea", "baskets", "mothers-day"),
        *[("baskets", "mothers-day")] * 2,
    ]  # fmt: skip


# --- In the language of the message --------------------------------------------------------------


def begins(language: str) -> str:
    """How a page in this language begins."""
    turned = ' dir="rtl"' if direction(language) == RTL else ""
    return f'<html lang="{language}"{turned}>'


def test_from_right_to_left_names_stand_by_themselves_and_the_ledger_has_the_words_alone(
    world: World,
) -> None:
    in_language(world, "he")
    asked = unescape(world.ask("GET", world.way_out()).text)
    assert f"{BEGIN}North & Co{END}:" in asked
    assert '<bdi lang="en">Notes about tea</bdi>' in asked
    data = {"choice": "kinds", "keep": "tea"}
    saved = unescape(world.ask("POST", world.way_out(), data=data).text)
    assert f"{BEGIN}Notes about tea{END}." in saved
    world.ask("POST", world.way_out(), data={"choice": "unsubscribe"})
    consent = world.intake.taken[-1][1].event.body
    assert isinstance(consent, ConsentChanged)
    assert BEGIN not in consent.wording
    assert "North & Co" in consent.wording
    in_language(world, "tr")
    assert BEGIN not in world.ask("GET", world.way_out()).text


def in_language(world: World, message: str, brand: str = "en") -> World:
    world.show(a_message(language=message))
    world.change(brands={"north": BrandAccess("north", "North & Co", language=brand)})
    return choosing(world)


@pytest.mark.parametrize("language", list(SPOKEN))
def test_every_page_is_in_the_language_of_the_message(language: str, world: World) -> None:
    words, name = SPOKEN[language], "North & Co"
    in_language(world, language)
    asked = unescape(world.ask("GET", world.way_out()).text)
    saved = unescape(
        world.ask("POST", world.way_out(), data={"choice": "kinds", "keep": "tea"}).text
    )
    left = unescape(world.ask("POST", world.way_out(), data={"choice": "unsubscribe"}).text)
    for html in (asked, saved, left):
        assert begins(language) in html
        assert "{" not in html
    asked, saved, left = map(without_isolates, (asked, saved, left))
    assert words.wording.replace("{brand}", name) in asked
    for said in (words.leave, words.choose, words.save, words.stay):
        assert said in asked
    assert '<bdi lang="en">Notes about tea</bdi>' in asked, "the brand's own words, as they are"
    assert words.kept.replace("{kinds}", "Notes about tea") in saved
    assert words.goodbye.replace("{brand}", name) in left
    consent = world.intake.taken[-1][1].event.body
    assert isinstance(consent, ConsentChanged)
    assert (consent.wording, consent.wording_version) == (
        words.wording.replace("{brand}", name), words.version,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("message", "brand", "shown"),
    [("da", "de", "de"), ("da", "fi", "en"), ("", "it", "it"), ('"><b>', "de", "de"),
     ("DE", "en", "en"), ("../x", "../x", "en")],
)  # fmt: skip
def test_what_there_are_no_words_in_falls_back_to_the_brands_language_and_then_to_english(
    message: str, brand: str, shown: str, world: World
) -> None:
    html = in_language(world, message, brand).ask("GET", world.way_out()).text
    assert f'<html lang="{shown}">' in html
    assert SPOKEN[shown].leave in unescape(html)


def test_a_browser_tells_the_language_where_neither_message_nor_brand_has_words(
    world: World,
) -> None:
    in_language(world, "da", "fi")
    html = world.ask("GET", world.way_out(), headers={"Accept-Language": "fi,pl;q=0.9"}).text
    assert '<html lang="pl">' in html
    in_language(world, "sv", "fi")
    html = world.ask("GET", world.way_out(), headers={"Accept-Language": "pl"}).text
    assert '<html lang="sv">' in html, "the message's own goes first"


@pytest.mark.parametrize(
    ("message", "said", "language"),
    [
        ("de", "Nachrichten über Tee", "de"),
        ("da", "Nyt om te", "da"),  # of which Rapport has no page, so the rest is the brand's
        ("fr", "Notes about tea", "en"),
        ("", "Notes about tea", "en"),
    ],
)
def test_a_kind_is_called_as_the_brand_says_in_the_messages_language(
    message: str, said: str, language: str, world: World
) -> None:
    in_language(world, message)
    tea, *rest = KINDS.kinds
    spoken = replace(tea, spoken={"de": "Nachrichten über Tee", "da": "Nyt om te", "fr": ""})
    world.change(kinds=lambda _brand, _profile: replace(KINDS, kinds=(spoken, *rest)))
    asked = unescape(world.ask("GET", world.way_out()).text)
    assert f'<bdi lang="{language}">{said}</bdi>' in asked
    data = {"choice": "kinds", "keep": "tea"}
    assert said in unescape(world.ask("POST", world.way_out(), data=data).text)


# --- Where the link leads nowhere ----------------------------------------------------------------

DANISH = {"north": BrandAccess("north", "North & Co", language="da")}
TWO = {
    "north": BrandAccess("north", "North & Co", language="de"),
    "south": BrandAccess("south", "South", language="fr"),
}


@pytest.mark.parametrize("path", ["/u/broken.token", "/u/", "/u", "/c/broken", "/u/a/b/c"])
@pytest.mark.parametrize("language", list(SPOKEN))
def test_a_broken_link_is_told_in_the_language_that_the_browser_asks_for(
    language: str, path: str, world: World
) -> None:
    world.change(brands=TWO)
    answer = world.ask("GET", path, headers={"Accept-Language": f"{language}-XX,en;q=0.5"})
    words = TROUBLE[language]
    assert answer.status_code == 404
    assert begins(language) in answer.text
    assert all(one in unescape(answer.text) for one in words.lost)


@pytest.mark.parametrize(
    ("asked", "brands", "shown"),
    [
        ("", TWO, "en"), ("", {"north": TWO["north"]}, "de"), ("fi", {"north": TWO["north"]}, "de"),
        ("fr", {"north": TWO["north"]}, "fr"), ("", DANISH, "en"), ("", {}, "en"),
        ("da, nl;q=0.8, sv;q=0.9", TWO, "sv"), ("de;q=0, it", TWO, "it"), ("*", TWO, "en"),
        ("de;q=9, <b>, ../x, ,;=", TWO, "en"), ("x" * 9_000, TWO, "en"), ("DE-at", TWO, "de"),
    ],
)  # fmt: skip
def test_without_such_a_wish_the_language_of_all_brands_here_is_taken_else_english(
    asked: str, brands: dict[str, BrandAccess], shown: str, world: World
) -> None:
    world.change(brands=brands)
    headers = {"Accept-Language": asked}
    html = world.ask("GET", "/u/broken.token", headers=headers).text
    assert f'<html lang="{shown}">' in html


def test_all_that_can_go_wrong_is_told_to_customers_in_their_language(world: World) -> None:
    reads = {"Accept-Language": "de"}
    german = TROUBLE["de"]
    wrongly = world.ask("PUT", "/u/broken.token", headers=reads)
    assert (wrongly.status_code, german.wrongly[0] in wrongly.text) == (405, True)
    world.intake.fails = TemporaryError("The disk is full.")
    later = world.ask("POST", world.way_out(), headers=reads)
    assert later.status_code == 503
    assert german.later[1] in unescape(later.text)
    assert "disk" not in later.text
    console = world.ask("GET", "/console/nothing/here", headers=reads).text
    assert '<html lang="en">' in console, "the console speaks English"


def test_the_words_of_trouble_are_there_in_every_language() -> None:
    assert set(TROUBLE) == set(SPOKEN)
    for words in TROUBLE.values():
        for name in words.__struct_fields__[1:]:
            title, said = getattr(words, name)
            assert title.strip()
            assert said.endswith(".")
            assert ("{brand}" in said) == (name == "expired")


def test_of_a_message_that_is_gone_the_page_speaks_the_brands_language(world: World) -> None:
    html = in_language(world, "fr", "de").ask("POST", world.way_out("gone")).text
    assert '<html lang="de">' in html
    assert SPOKEN["de"].failed in html


def test_all_that_fixed_words_speak_is_spoken_here_and_says_whose_it_is() -> None:
    assert {*SHIPPED, *BROUGHT} <= set(SPOKEN)
    english = way_out_words("en")
    for words in SPOKEN.values():
        for name in words.__struct_fields__:
            said, model = getattr(words, name), getattr(english, name)
            assert said.strip()
            assert re.findall(r"{\w+}", said) == re.findall(r"{\w+}", model), (words.language, name)
    versions = {words.version for words in SPOKEN.values()}
    assert len(versions) == len(SPOKEN)
