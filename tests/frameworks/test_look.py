"""A picture beside the form: what is typed, as the product writes it; looking saves nothing."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import httpx
import pytest
from desk_world import BRAND, HOSTILE, Visitor, World
from test_framework_browser import ONE, open_words, put

from browser import Browser
from rapport.app.frameworks.trial import Trial
from rapport.bootstrap.previews.edited import EditedPreviews
from rapport.errors import UserError
from rapport.web.frameworks.look import MOST_KEPT
from rapport.web.frameworks.words import NOT_YOURS

NEW = f"{ONE}/words"


def words_of(visitor: Visitor) -> str:
    """The address of the words of the plain tone."""
    page = visitor.get(f"{ONE}?tone=plain").text
    (found,) = {
        unescape(one)
        for one in re.findall(r'href="([^"]*/words/[^"?]+\?[^"]*)"', page)
        if "Your basket is saved" in visitor.get(unescape(one)).text
    }
    return found


def look(visitor: Visitor, path: str, **typed: str) -> httpx.Response:
    """What the form's script would be answered."""
    form = {**visitor.fields(path), "do": "look", "panel": "1"}
    form |= {name.replace("slot_", "slot."): words for name, words in typed.items()}
    return visitor.send(path, **form)


def mail(visitor: Visitor, panel: str) -> httpx.Response:
    address = re.search(r'<iframe[^>]* src="([^"]+)"', panel)
    assert address is not None
    return visitor.get(unescape(address[1]))


def summary(panel: str) -> str:
    found = re.search(r"data-sum>\s*(.*?)</p>", panel, re.DOTALL)
    assert found is not None
    return found[1].strip()


def test_what_is_typed_is_seen_and_nothing_is_saved(world: World, visitor: Visitor) -> None:
    before, path = world.everything(), words_of(visitor)
    page = visitor.get(path)
    assert "Not saved yet:" in page.text
    assert "connect-src 'self'" in page.headers["content-security-policy"]
    assert "The button takes you back" in mail(visitor, page.text).text
    panel = look(visitor, path, slot_body="You have {{ brand.facts.returns_days }}.")
    assert panel.status_code == 200
    assert "<html" not in panel.text
    assert summary(panel.text) == "Nothing stands against it."
    shown = mail(visitor, panel.text)
    assert "You have " in shown.text
    assert "{{" not in shown.text
    assert "sandbox" in shown.headers["content-security-policy"]
    assert (world.everything(), world.deeds(), world.release) == (before, [], 1)


def test_without_the_script_the_button_shows_the_whole_page(visitor: Visitor) -> None:
    path = words_of(visitor)
    form = {**visitor.fields(path), "do": "look", "slot.subject": "Other words by hand"}
    page = visitor.send(path, **form)
    assert page.status_code == 200
    assert 'value="Other words by hand"' in page.text
    assert '<b dir="auto">Other words by hand</b>' in page.text
    assert "Not saved yet:" in page.text


def test_what_stands_against_it_is_told_once_beside_its_part(visitor: Visitor) -> None:
    panel = unescape(look(visitor, words_of(visitor), slot_body="Save 50% today.").text)
    assert summary(panel) == "2 things stand against it, beside Body."
    assert panel.count("“50”: a figure comes") == 1
    assert '<ul class="found">' not in panel, "it would push the picture out of sight"
    assert "Save 50% today." in mail(visitor, panel).text, "and it is shown all the same"


@pytest.mark.parametrize(
    ("slot_body", "said"),
    [
        ("{{ nobody.knows }}", "There is no fact “nobody.knows”."),
        ("{% for i in (1..99999999) %}x{% endfor %}", "Write one of if, unless, not “for”."),
        ("word " * 20_000, "at most 4000 characters"),
        (HOSTILE, ""),
        ("zero\u200bwidth \u202e and \x00", ""),
        ("{{", ""),
        ("- a\n- b: [c", ""),
    ],
)
def test_whatever_is_typed_gets_an_answer(visitor: Visitor, slot_body: str, said: str) -> None:
    panel = look(visitor, words_of(visitor), slot_body=slot_body)
    assert panel.status_code == 200
    assert said in unescape(panel.text)
    assert "<script" not in panel.text
    assert "onerror" not in panel.text.replace("onerror=&#39;", "")


@pytest.mark.parametrize("language", ["<b>", "../x", "e", "ENG", "d\n", "ää"])
def test_a_language_that_is_none_is_told_and_shows_nothing(visitor: Visitor, language: str) -> None:
    panel = look(visitor, NEW, slot_subject="Hallo", language=language)
    assert panel.status_code == 200
    if language.strip() in ("e", "ENG", "d", "<b>", "../x", "ää"):
        assert "Write two small letters, such as de." in panel.text
        assert "<iframe" not in panel.text


def test_a_framework_that_is_gone_meanwhile_is_told(world: World) -> None:
    with pytest.raises(UserError, match="no framework 'gone' any more"):
        EditedPreviews(world.here).tried(BRAND, "gone", Trial({}, {"subject": "Hi"}))


def test_in_another_language_it_says_what_is_missing(visitor: Visitor) -> None:
    panel = look(visitor, NEW, slot_subject="Ihr Warenkorb", language="de").text
    assert "Nothing is approved for this part in German yet." in panel
    assert "<iframe" not in panel


def test_new_words_are_bound_as_they_are_ticked(visitor: Visitor) -> None:
    assert "Write some words" in visitor.get(NEW).text
    panel = look(visitor, NEW, slot_subject="For the warm ones", tone="warm").text
    assert '<b dir="auto">For the warm ones</b>' in panel
    assert steps(panel)[0] == "1 of 3 messages", "and not those of the plain tone"
    assert 'name="see.tone"' not in panel
    nobody = look(visitor, NEW, slot_subject="For nobody", point="never").text
    assert "for no message" in nobody


def test_the_languages_that_are_spoken_can_be_chosen_and_others_typed(visitor: Visitor) -> None:
    page = visitor.get(NEW).text
    assert '<input id="language" name="language" list="spoken"' in page
    for code, name in (("de", "German"), ("pl", "Polish"), ("sv", "Swedish"), ("tr", "Turkish")):
        assert f'<option value="{code}" label="{name}">' in page
    assert f"{name} ({code}). For any other, type its two letters" in page


@pytest.mark.parametrize(
    ("language", "told"),
    [("sv", "Nothing stands against it."), ("tr", "Nothing stands against it."),
     ("fi", "no fixed words")],
)  # fmt: skip
def test_the_first_words_of_a_language_are_seen_with_the_fixed_words_that_it_will_have(
    visitor: Visitor, language: str, told: str
) -> None:
    slots = ("subject", "preheader", "headline", "body", "cta", "signoff")
    typed = {f"slot_{slot}": "Merhaba" for slot in slots}
    panel = look(visitor, NEW, **typed, language=language).text
    assert told in panel
    if language == "tr":
        assert "Abonelikten çık" in mail(visitor, panel).text


def test_who_may_not_write_has_no_picture_and_gets_none(world: World, visitor: Visitor) -> None:
    path = words_of(visitor)
    fields = visitor.fields(path)
    world.employ(Vic="viewer", Ann="author")
    visitor.sign_in("Vic")
    page = visitor.get(path).text
    assert "data-look" not in page
    fields["csrf"] = re.findall(r'name="csrf" value="([^"]+)"', page)[0]
    for asked in ({"do": "look", "panel": "1"}, {"do": "look"}):
        answer = visitor.send(path, **{**fields, **asked})
        assert answer.status_code == 403
        assert NOT_YOURS in answer.text
    visitor.sign_in("Ann")
    assert summary(look(visitor, path).text) == "Nothing stands against it."


def test_only_the_newest_pictures_are_kept(visitor: Visitor) -> None:
    path = words_of(visitor)
    first = look(visitor, path, slot_body="The very first words.").text
    for number in range(MOST_KEPT):
        look(visitor, path, slot_body=f"Other words, {'again ' * (number + 1)}")
    address = re.search(r'src="([^"]+)"', first)
    assert address is not None
    assert visitor.get(unescape(address[1])).status_code == 404
    assert visitor.get(f"{ONE}/look/nonsense?brand={BRAND}").status_code == 404


def test_many_at_once_are_answered_each_with_its_own(visitor: Visitor) -> None:
    path = words_of(visitor)
    form = {**visitor.fields(path), "do": "look", "panel": "1"}

    def one(number: int) -> tuple[int, str]:
        typed = "again " * (number + 1)
        panel = visitor.send(path, **{**form, "slot.subject": typed.strip()})
        return number, panel.text

    with ThreadPoolExecutor(10) as pool:
        for number, panel in pool.map(one, range(9)):
            again = " ".join(["again"] * (number + 1))
            assert f'<b dir="auto">{again}</b>' in panel


def test_a_branch_too_long_is_told_and_both_together_are_not(visitor: Visitor) -> None:
    path, either = words_of(visitor), "{{% if cart.count > 9 %}}{}{{% else %}}{}{{% endif %}}"
    fits = look(visitor, path, slot_subject=either.format("a" * 50, "b" * 50)).text
    assert summary(fits) == "Nothing stands against it."
    long = look(visitor, path, slot_subject=either.format("a" * 61, "Your basket is saved")).text
    assert summary(long) == "One thing stands against it, beside Subject."
    assert "come to 61 characters without facts, and there is room for 60" in long


def test_a_tag_is_told_of_beside_its_part(visitor: Visitor) -> None:
    panel = unescape(look(visitor, words_of(visitor), slot_subject="Your <b>basket</b>").text)
    assert summary(panel) == "One thing stands against it, beside Subject."
    assert "“<b”: people see it as it stands here. Write plain words." in panel


def test_a_mistake_stands_once_on_the_page_with_and_without_a_script(visitor: Visitor) -> None:
    path = words_of(visitor)
    for do in ("look", "check"):
        form = {**visitor.fields(path), "slot.body": "Save 50% today.", "do": do}
        html = unescape(visitor.send(path, **form).text)
        hidden = re.search(r"<ul data-beside hidden>.*?</ul>", html, re.DOTALL)
        assert hidden is not None, "for the script"
        assert html.replace(hidden[0], "").count("“50”: a figure comes") == 1
        assert "“50”: a figure" in html.partition('name="slot.body"')[2].partition("</div>")[0]


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 900)])
def test_the_picture_stays_in_sight_whatever_is_wrong(
    base: str, browser: Browser, width: int, height: int
) -> None:
    browser.size(width, height)
    open_words(browser, base)
    put(browser, "slot.subject", "Half price until Friday, act now, last chance")
    put(browser, "slot.body", "Save 50% today, only £5, hurry, at https://shop.example")
    browser.until("document.querySelectorAll('.field .wrong').length > 5")
    if width < 600:
        browser.click(".tray .see")
    top = "document.querySelector('.look iframe').getBoundingClientRect().top"
    tray = "document.querySelector('.tray').getBoundingClientRect().top"
    browser.until(f"{tray} - {top} > 170")


def steps(panel: str) -> tuple[str, str, str, dict[str, str]]:
    """Which message it is, what leads to the one before and the next, and what is chosen."""
    place = re.search(r"data-place>(.*?)</span></span>", panel)
    before, after = re.findall(r'name="step"[^>]* value="([^"]+)"', panel)
    chosen = {
        name: re.findall(r'<option value="([^"]+)" selected', choices)[0]
        for name, choices in re.findall(r'name="see\.(\w+)"[^>]*>(.*?)</select>', panel, re.DOTALL)
    }
    assert place is not None
    return re.sub(r"<[^>]+>", "", place[1]), before, after, chosen


def test_one_steps_through_every_message_that_the_words_go_into(visitor: Visitor) -> None:
    def seen(**asked: str) -> tuple[str, str, str, dict[str, str]]:
        return steps(look(visitor, NEW, slot_subject="For all", **asked).text)

    place, before, after, chosen = seen()
    assert (
        place == "1 of 6 messages"
    )  # 2 tones, with 2 visuals, and the offer in the basket's alone
    assert chosen == {"offer": "none", "tone": "warm", "visual": "note"}
    shown = [tuple(chosen.values())]
    for number in range(2, 7):
        place, _, after, chosen = seen(step=after)
        assert place == f"{number} of 6 messages"
        shown.append(tuple(chosen.values()))
    assert len(set(shown)) == 6
    assert seen(step=after)[0] == "1 of 6 messages", "after the last comes the first"
    assert seen(step=before)[0] == "6 of 6 messages", "and before the first the last"


def test_words_that_others_go_before_are_told_of_and_seen_all_the_same(visitor: Visitor) -> None:
    five = {f"slot_{one}": "Words of mine" for one in ("subject", "preheader", "body", "cta")}
    panel = look(visitor, NEW, **five).text
    assert summary(panel) == (
        "Only whoever had the other words already gets this subject and body: wherever they fit, "
        "others go before them. Nobody gets this preheader and button: wherever they fit, others "
        "go before them. Of words that fit a message, those bound to most go first: tick which "
        "they are for."
    )
    panel = look(visitor, NEW, slot_cta="Go on").text
    assert "Nobody gets this button: wherever it fits, others go before it." in summary(panel)
    assert "Go on" in mail(visitor, panel).text
    assert "data-place" not in panel, "it goes into no message"


def test_only_messages_that_words_really_go_into_are_counted(visitor: Visitor) -> None:
    # Bound to two, they go before those of the plain tone, and after those bound to three.
    bound = {"offer": "none five-off", "visual": "note list"}
    panel = look(visitor, NEW, slot_cta="Go on", **bound).text
    assert steps(panel)[0] == "1 of 3 messages"
    assert summary(panel) == "Nothing stands against it."
    assert 'name="see.tone"' not in panel


def test_a_message_is_chosen_by_what_differs_and_kept_while_somebody_types(
    visitor: Visitor,
) -> None:
    asked = {"see.tone": "plain", "see.offer": "five-off", "see.visual": "list"}
    panel = look(visitor, NEW, slot_subject="For all", **asked).text
    assert steps(panel)[3] == {"offer": "five-off", "tone": "plain", "visual": "list"}
    shown = mail(visitor, panel).text
    assert "The button takes you back to the checkout." in shown
    assert "£5" in shown
    barred = {**asked, "see.visual": "note"}  # an offer comes with the list
    chosen = steps(look(visitor, NEW, slot_subject="For all", **barred).text)[3]
    assert sum(chosen[one.removeprefix("see.")] == key for one, key in barred.items()) == 2


@pytest.mark.parametrize("step", ["x", "/////", "a/b/c/d/e", HOSTILE, "first/none/warm/help/gone"])
def test_whatever_is_asked_for_some_message_is_shown(visitor: Visitor, step: str) -> None:
    panel = look(visitor, NEW, slot_subject="For all", step=step, **{"see.tone": HOSTILE})
    assert panel.status_code == 200
    assert re.match(r"\d of 6 messages", steps(panel.text)[0])
    assert "<script" not in panel.text


def test_without_the_script_a_button_leads_to_the_next_message(
    world: World, visitor: Visitor
) -> None:
    before, path = world.everything(), words_of(visitor)
    page = visitor.get(path).text
    place, _, after, _ = steps(page)
    assert place == "1 of 3 messages"
    assert re.search(r'name="step" formaction="[^"]+#look"', page)
    form = {**visitor.fields(path), "slot.subject": "Still typed", "step": after}
    following = visitor.send(path, **form)
    assert following.status_code == 200
    assert steps(following.text)[0] == "2 of 3 messages"
    assert 'value="Still typed"' in following.text
    assert world.everything() == before


# --- In a real browser ---------------------------------------------------------------------------


def test_while_somebody_types_the_picture_follows_and_is_announced(
    world: World, base: str, browser: Browser
) -> None:
    open_words(browser, base)
    pages = browser.js("history.length")
    put(browser, "slot.subject", "Words of this very minute")
    browser.until("document.querySelector('.inbox b').textContent === 'Words of this very minute'")
    assert browser.js("document.querySelector('[data-look-told]').textContent") == (
        "Nothing stands against it."
    )
    put(browser, "slot.body", "Save 50% today.")
    body = "document.querySelector('[name=\"slot.body\"]').closest('.field')"
    browser.until(f"{body}.querySelectorAll('.wrong').length === 2")
    assert browser.js(f"{body}.matches('.bad')") is True
    assert browser.js(f"{body}.querySelectorAll('[aria-invalid]').length") == 1
    assert browser.js("document.querySelectorAll('.look .found li').length") == 0
    assert browser.js("document.querySelectorAll('.look iframe').length") == 1
    assert browser.js("history.length") == pages, "the way back leads to the page before"
    assert "Words of this very minute" not in world.text()
    assert browser.said == []


def test_by_keyboard_one_goes_on_and_on_without_losing_the_place(
    base: str, browser: Browser
) -> None:
    open_words(browser, base)
    browser.js("document.querySelector('[data-hold=after]').focus()")
    place = "document.querySelector('[data-place]').textContent"
    for number in (2, 3, 1, 2):
        browser.press("Enter")
        browser.until(f"{place} === '{number} of 3 messages'")
        browser.until("document.activeElement.dataset.hold === 'after'")
    told = browser.js("document.querySelector('[data-look-told]').textContent")
    assert told == "2 of 3 messages. Nothing stands against it."
    put(browser, "slot.subject", "Words of this very minute")
    browser.until("document.querySelector('.inbox b').textContent === 'Words of this very minute'")
    assert browser.js(place) == "2 of 3 messages"
    assert browser.js("document.activeElement.name") == "slot.subject"


def test_who_was_signed_out_is_told_and_keeps_the_words(
    world: World, base: str, browser: Browser
) -> None:
    open_words(browser, base)
    world.employ(Ann="author")
    put(browser, "slot.subject", "Words of this very minute")
    browser.until("!document.querySelector('[data-look-lost]').hidden")
    assert "signed out" in browser.js("document.querySelector('[data-look-lost]').textContent")
    assert browser.js("document.getElementById('slot-1').value") == "Words of this very minute"
