"""The pages of voice and claims, over a real server: reading, changing, and who may."""

from __future__ import annotations

import re
from html import unescape

import httpx
import pytest
from desk_world import BRAND, HOSTILE, Visitor, World, fields_of

from rapport.core.time import DAY

VOICE, CLAIMS = "voice.yaml", "claims.yaml"
PAGE = "/console/voice"
WORDS, CLAIM, TONE = f"{PAGE}/parts/words", f"{PAGE}/claims/by-hand", f"{PAGE}/tones/plain"
FORMS = [f"{PAGE}/parts/{one}" for one in ("who", "manners", "words", "phrases")]
FORMS += [f"{PAGE}/tones", TONE, f"{PAGE}/claims", CLAIM]


def beside(answer: httpx.Response, name: str) -> str:
    """What is said beside a field that something is wrong with."""
    for field in re.findall(r'<div class="field bad">.*?</div>', answer.text, re.DOTALL):
        if f'name="{name}"' in field:
            return unescape(" ".join(re.findall(r'role="alert">(.*?)</p>', field, re.DOTALL)))
    return ""


def alerts(answer: httpx.Response) -> str:
    found = re.findall(r'<(\w+)[^>]*role="alert"[^>]*>(.*?)</\1>', answer.text, re.DOTALL)
    return unescape(" ".join(words for _, words in found))


def test_the_voice_and_the_claims_are_read_on_one_page(visitor: Visitor) -> None:
    html = unescape(visitor.get(PAGE).text)
    for words in (
        "A tinsmith and two apprentices.", "says what things are made of", "shout", "synergy",
        "the forge", "school grade <b>7</b>", "Take your time, the kettle is on.",
        "Checkout left behind", "Every kettle is made by hand.", "Workshop records.",
        "Holds today, until 31 Dec 2027", "the tinsmith waits*",
    ):  # fmt: skip
        assert words in html, words
    assert re.search(r'<a href="/console/voice\?[^>]*>Voice and claims</a>',
                     visitor.get("/console").text)  # fmt: skip


def test_a_claim_says_whether_it_holds_today(world: World, visitor: Visitor) -> None:
    (world.folder / CLAIMS).write_text(
        "claims:\n"
        "  - {key: old, text: It was so., evidence: A., until: 2026-03-01}\n"
        "  - {key: new, text: It will be so., evidence: B., from: 2026-03-03}\n"
        "  - {key: now, text: It is so., evidence: C., from: 2026-03-02, until: 2026-03-02}\n",
        encoding="utf-8",
    )
    html = visitor.get(PAGE).text
    told = re.findall(r'<span class="chip [\w-]+">(.*?)</span> <bdi>(.*?)</bdi>', html)
    assert told == [
        ("Holds today, since 2 Mar 2026, until 2 Mar 2026", "C."),
        ("From 3 Mar 2026", "B."),
        ("Ended 1 Mar 2026", "A."),
    ]
    world.clock.turn_to(world.clock.now() + DAY)
    html = visitor.get(PAGE).text
    assert "Ended 2 Mar 2026" in html
    assert "Holds today, since 3 Mar 2026" in html


def test_words_are_changed_and_shown_among_what_would_be_published(
    world: World, visitor: Visitor
) -> None:
    form = visitor.fields(WORDS)
    assert form["avoid"] == "synergy\nbest ever"
    form |= {
        "avoid": "- synergy\r\n- act now\r\n\r\n- act now\r\n*  best   ever".replace("*", "•"),
        "do": "save",
    }
    answer = visitor.send(WORDS, **form)
    assert answer.status_code == 303
    html = visitor.get(answer.headers["location"].partition("#")[0]).text
    assert "Saved. What is published goes on" in html
    assert "The voice says something else than release 1" in html
    voice = world.desk.book(BRAND).content.voice
    assert voice.avoid == ("synergy", "act now", "best ever")
    publish = visitor.get("/console/publish").text
    assert "Words to avoid" in publish
    assert "<ins>act now" in publish
    assert VOICE not in publish, "it is told in words"
    again = visitor.send(WORDS, **{**visitor.fields(WORDS), "do": "save"})
    assert "told=same" in again.headers["location"]


def test_a_mistake_stands_beside_its_field_and_what_was_typed_stays(
    world: World, visitor: Visitor
) -> None:
    before = world.everything()
    manners = f"{PAGE}/parts/manners"
    typed = {"does": f"Says it.\n{'x' * 301}", "does_not": "Shout & <b>", "do": "save"}
    answer = visitor.send(manners, **{**visitor.fields(manners), **typed})
    assert answer.status_code == 400
    assert beside(answer, "does") == f"“{'x' * 60}…”: Write at most 300 characters."
    assert fields_of(answer.text)["does"] == typed["does"]
    assert fields_of(answer.text)["does_not"] == typed["does_not"]
    level = visitor.send(WORDS, **{**visitor.fields(WORDS), "reading_level": "easy"})
    assert beside(level, "reading_level") == "Write a school grade, such as 8."
    who = visitor.send(FORMS[0], **{**visitor.fields(FORMS[0]), "who": "  "})
    assert "Say who the brand is" in beside(who, "who")
    stop = visitor.send(FORMS[3], **{**visitor.fields(FORMS[3]), "stop.fear": "fine\n\nfine\n***"})
    assert "“***”: Write words: a phrase" in beside(stop, "stop.fear")
    claim = visitor.send(CLAIM, **{**visitor.fields(CLAIM), "evidence": "", "until": "2026-02-30"})
    assert "what shows that it is true" in beside(claim, "evidence")
    assert "such as 2026-12-31" in beside(claim, "until")
    tone = visitor.send(TONE, **{**visitor.fields(TONE), "example": "\u200b", "label": "x" * 400})
    assert "a character in it that nobody sees" in beside(tone, "example")
    assert "at most 300" in beside(tone, "label")
    many = "\n".join(f"line {n}" for n in range(501))
    answer = visitor.send(manners, **{**visitor.fields(manners), "does": many})
    assert "at most 500" in beside(answer, "does")
    assert world.everything() == before
    assert world.deeds() == []


def test_checking_saves_nothing(world: World, visitor: Visitor) -> None:
    before = world.everything()
    for path in FORMS:
        form = {**visitor.fields(path), "do": "check"}
        form |= {"label": "Dry", "describes": "Dry.", "example": "Well."} if "tones" in path else {}
        form |= {"text": "So it is.", "evidence": "Seen."} if "claims" in path else {}
        assert "That is fine: it can be saved." in visitor.send(path, **form).text, path
    assert world.everything() == before


def test_a_claim_is_added_ended_and_taken_out(world: World, visitor: Visitor) -> None:
    form = visitor.fields(f"{PAGE}/claims")
    form |= {"text": "Ключ. Every lid fits.", "evidence": "Gauge log.", "from": "2026-02-01"}
    assert visitor.send(f"{PAGE}/claims", **form, do="save").status_code == 303
    again = visitor.send(f"{PAGE}/claims", **form, do="save")
    assert "there already" in beside(again, "text")
    form["text"] = "Every lid fits!"
    assert visitor.send(f"{PAGE}/claims", **form, do="save").status_code == 303
    keys = [one.key for one in world.desk.book(BRAND).content.claims]
    assert keys == ["by-hand", "every-lid-fits", "every-lid-fits-2"]
    one = f"{PAGE}/claims/every-lid-fits"
    csrf, was = form["csrf"], visitor.fields(one)["was"]
    early = visitor.send(one, csrf=csrf, was=was, do="end", until="2026-01-31")
    assert "would end before it begins" in beside(early, "until")
    assert "last day" in beside(visitor.send(one, csrf=csrf, was=was, do="end"), "until")
    assert visitor.send(one, csrf=csrf, was=was, do="end", until="2026-03-01").is_redirect
    assert "Ended 1 Mar 2026" in visitor.get(one).text
    assert "End this claim" not in visitor.get(one).text
    was = visitor.fields(one)["was"]
    unsure = visitor.send(one, csrf=csrf, was=was, do="remove")
    assert "Tick the box" in alerts(unsure)
    assert visitor.send(one, csrf=csrf, was=was, do="remove", sure="yes").is_redirect
    assert visitor.get(one).status_code == 404


def test_a_tone_is_added_named_anew_and_retired(world: World, visitor: Visitor) -> None:
    form = {**visitor.fields(f"{PAGE}/tones"), "label": "Très sec", "do": "save"}
    refused = visitor.send(f"{PAGE}/tones", **form)
    assert "Say what the tone is for" in beside(refused, "describes")
    form |= {"describes": "Says little.", "example": "Well."}
    assert visitor.send(f"{PAGE}/tones", **form).is_redirect
    one = f"{PAGE}/tones/tres-sec"
    assert visitor.send(one, **{**visitor.fields(one), "label": "Dry", "do": "save"}).is_redirect
    assert world.desk.book(BRAND).content.voice.tones[-1].label == "Dry"
    spoken = visitor.get(TONE).text
    assert "A framework speaks in it" in spoken
    assert 'value="remove"' not in spoken
    form = {**visitor.fields(one), "do": "remove", "sure": "yes"}
    assert visitor.send(one, **form).is_redirect
    assert "tres-sec" not in world.text(VOICE)
    forged = {**visitor.fields(TONE), "do": "remove", "sure": "yes"}
    answer = visitor.send(TONE, **forged)
    assert answer.status_code == 400
    assert "creative/checkout.yaml, line" in alerts(answer)


def test_what_somebody_changed_meanwhile_is_shown_and_the_second_try_goes_over_it(
    world: World, visitor: Visitor
) -> None:
    mine = {**visitor.fields(WORDS), "avoid": "synergy\nmine", "do": "save"}
    theirs = {**visitor.fields(WORDS), "avoid": "synergy\ntheirs", "use": "tin", "do": "save"}
    assert visitor.send(WORDS, **theirs).is_redirect
    answer = visitor.send(WORDS, **mine)
    assert answer.status_code == 409
    assert "Somebody changed this since you opened it" in alerts(answer)
    assert "<ins>" in answer.text
    again = fields_of(answer.text)
    assert again["avoid"] == "synergy\nmine"
    assert again["use"] == "tin", "what only they touched is as they left it"
    assert visitor.send(WORDS, **again, do="save").is_redirect
    voice = world.desk.book(BRAND).content.voice
    assert (voice.avoid, voice.use) == (("synergy", "mine"), ("tin",))


def test_who_ends_a_claim_is_led_to_the_approved_words_that_say_so(visitor: Visitor) -> None:
    assert "No approved words were found" in visitor.get(CLAIM).text
    form = visitor.fields(f"{PAGE}/claims")
    form |= {"text": "Buttons lead back to checkout.", "evidence": "Seen."}
    assert visitor.send(f"{PAGE}/claims", **form, do="save").is_redirect
    page = visitor.get(f"{PAGE}/claims/buttons-lead-back-to-checkout").text
    said = page[page.index("Approved words may say so, in one place") :]
    assert "The button takes you back to the checkout." in said
    (to,) = set(re.findall(r'<li>.*?<a href="([^"]+)"', said))
    assert "The button takes you back to the checkout." in visitor.get(unescape(to)).text


def test_a_claim_that_is_gone_meanwhile_is_not_lost(world: World, visitor: Visitor) -> None:
    mine = {**visitor.fields(CLAIM), "text": "Mine.", "do": "save"}
    form = {**visitor.fields(CLAIM), "do": "remove", "sure": "yes"}
    assert visitor.send(CLAIM, **form).is_redirect
    answer = visitor.send(CLAIM, **mine)
    assert answer.status_code == 409
    assert "Saving puts yours in as a new one" in answer.text
    assert visitor.send(CLAIM, **fields_of(answer.text), do="save").is_redirect
    assert [one.text for one in world.desk.book(BRAND).content.claims] == ["Mine."]


def test_a_form_that_fails_its_own_checks_does_not_go_over_what_a_colleague_saved(
    world: World, visitor: Visitor
) -> None:
    for path, wrong, theirs, right in (
        (WORDS, {"avoid": "mine", "reading_level": "easy"}, {"avoid": "theirs"},
         {"reading_level": "8"}),
        (TONE, {"label": ""}, {"label": "Theirs"}, {"label": "Mine"}),
        (CLAIM, {"text": "", "evidence": "Mine."}, {"text": "Theirs."}, {"text": "Mine."}),
    ):  # fmt: skip
        opened = {**visitor.fields(path), "do": "save"}
        assert visitor.send(path, **{**opened, **theirs}).is_redirect
        failed = visitor.send(path, **{**opened, **wrong})
        assert failed.status_code == 400, path
        before = world.everything()
        again = visitor.send(path, **{**fields_of(failed.text), **right, "do": "save"})
        assert again.status_code == 409, path
        assert "<ins>" in again.text, "what they changed is shown"
        assert world.everything() == before
        assert visitor.send(path, **{**fields_of(again.text), "do": "save"}).is_redirect, path


def test_a_number_that_belongs_to_a_line_stays(world: World, visitor: Visitor) -> None:
    for typed, said in (
        ("24. Dezember", ("24. Dezember",)),
        ("24. Dezember\n25. Dezember", ("24. Dezember", "25. Dezember")),
        ("tin\n1. Mai", ("tin", "1. Mai")),
        ("1. tin\n2) pot", ("tin", "pot")),
    ):
        form = {**visitor.fields(WORDS), "use": typed, "do": "save"}
        assert visitor.send(WORDS, **form).is_redirect
        assert world.desk.book(BRAND).content.voice.use == said


def test_ending_a_claim_to_come_is_offered_from_its_first_day(
    world: World, visitor: Visitor
) -> None:
    world.change("until: 2027-12-31", "from: 2027-01-01", CLAIMS)
    html = visitor.get(CLAIM).text
    offered = re.search(r'<input id="ends"[^>]* value="([^"]*)"', html)
    assert offered is not None
    assert offered[1] == "2027-01-01"
    assert '<details class="retire" open>' not in html
    form = {**fields_of(html), "until": offered[1], "do": "end"}
    assert visitor.send(CLAIM, **form).is_redirect


# --- Attacks ---------------------------------------------------------------------------------


@pytest.mark.parametrize("path", FORMS)
def test_hostile_words_in_every_field_are_words(world: World, visitor: Visitor, path: str) -> None:
    form = visitor.fields(path)
    names = [name for name in form if name not in ("csrf", "edition") and "was" not in name]
    hostile = {name: HOSTILE for name in names if name not in ("reading_level", "from", "until")}
    for do in ("check", "save"):
        answer = visitor.send(path, **{**form, **hostile, "do": do})
        assert "<script>" not in answer.text
        assert "<img src=x" not in answer.text
    for page in (PAGE, path, "/console/publish", "/console/policies"):
        html = visitor.get(page).text
        assert "<script>window" not in html
        assert "<img src=x" not in html
    assert not world.desk.book(BRAND).mistakes


@pytest.mark.parametrize("path", FORMS)
def test_a_form_from_elsewhere_changes_nothing(world: World, visitor: Visitor, path: str) -> None:
    before = world.everything()
    form = {**visitor.fields(path), "do": "save", "csrf": "guessed", "text": "x", "who": "x"}
    assert visitor.send(path, **form).status_code == 403
    assert world.everything() == before


def test_a_viewer_sees_all_of_it_and_changes_nothing(world: World, visitor: Visitor) -> None:
    world.employ(Pia="publisher", Vic="viewer", Ann="author")
    assert visitor.get(PAGE).status_code == 401
    visitor.sign_in("Vic")
    html = visitor.get(PAGE).text
    assert "A tinsmith and two apprentices." in html
    assert ">Change<" not in html
    before = world.everything()
    for path in FORMS:
        form = visitor.fields(path)
        assert 'value="save"' not in visitor.get(path).text
        filled = {name: words or "x" for name, words in form.items() if name not in ("from",)}
        for do in ("save", "check", "remove"):
            answer = visitor.send(path, **{**filled, "who": "x", "do": do, "sure": "yes"})
            assert answer.status_code in (400, 403), (path, do)
    assert world.everything() == before
    assert world.deeds() == []


@pytest.mark.parametrize(
    "path",
    [f"{PAGE}/parts/nowhere", f"{PAGE}/tones/nowhere", f"{PAGE}/claims/nowhere",
     f"{PAGE}/claims/..%2f..%2fbrand", f"{PAGE}?brand=other"],
)  # fmt: skip
def test_what_is_not_there_is_not_found(visitor: Visitor, path: str) -> None:
    assert visitor.get(path).status_code == 404


def test_without_a_folder_the_page_says_so_and_only_shows(world: World, visitor: Visitor) -> None:
    form = visitor.fields(WORDS)
    world.folder.rename(world.folder.parent.parent / "elsewhere")
    html = visitor.get(PAGE).text
    assert "not the folder that it came from" in html
    assert "A tinsmith and two apprentices." in html
    assert ">Change<" not in html
    answer = visitor.send(WORDS, **{**form, "use": "tin", "do": "save"})
    assert answer.status_code == 400
    assert "nothing can be changed here" in alerts(answer)


def test_a_folder_with_mistakes_is_shown_with_them(world: World, visitor: Visitor) -> None:
    world.change("reading_level: 7", "reading_level: easy", VOICE)
    assert "a school grade such as 7" in visitor.get(PAGE).text
    mended = {**visitor.fields(WORDS), "reading_level": "8", "do": "save"}
    assert visitor.send(WORDS, **mended).is_redirect
    world.change("who: A tinsmith", "who: [", VOICE)
    assert visitor.get(PAGE).status_code == 200
    assert visitor.get(WORDS).status_code == 200


def test_another_order_of_tones_is_told_before_it_is_published(
    world: World, visitor: Visitor
) -> None:
    before, _, after = world.text(VOICE).partition("  - {key: warm")
    first, second = f"  - {{key: warm{after}".splitlines(keepends=True)
    (world.folder / VOICE).write_text(before + second + first, encoding="utf-8")
    assert "The order of tones" in visitor.get("/console/publish").text
