"""The console's review queue: what it shows, what it does, and whom it turns away."""

from __future__ import annotations

import re

import httpx
import pytest
from msgspec.structs import replace
from review_world import BRAND, GOOD, MAX, World

from page_tags import Tags
from rapport.core.creative.draft import REJECTED, USABLE, WAITING, Draft
from rapport.core.creative.wording import made_visible
from rapport.core.time import HOUR
from rapport.testing import examples as ex
from rapport.web.access import COOKIE
from rapport.web.pages import with_facts

LIST = "/console/review"
HOSTILE = "</textarea><script>alert(1)</script><img src=x onerror=alert(1)> \u202egnp {{ 7*7 }}"


def csrf_in(html: str) -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]{64})"', html)
    assert found, "no form of this page can be sent"
    return found[1]


def judge(
    world: World, draft: Draft, what: str, headers: dict[str, str] | None = None, **fields: str
) -> httpx.Response:
    """Opens a draft's page and sends one of its forms, as a browser would."""
    address = f"{LIST}/{draft.id}"
    csrf = csrf_in(world.ask("GET", address, headers=headers).text)
    return world.ask("POST", f"{address}/{what}", data={"csrf": csrf, **fields}, headers=headers)


def signed_in(world: World, token: str) -> dict[str, str]:
    answer = world.ask("POST", "/console/sign-in", data={"token": token})
    assert answer.status_code == 303
    return {"Cookie": f"{COOKIE}={answer.cookies[COOKIE]}"}


# --- What it shows ---


def test_the_list_shows_what_waits_and_leads_on(world: World) -> None:
    drafts = [world.waits(f"{word}.", slots={"subject": f"Number {word}", "body": "x"},
                          deadline=world.clock.at + n * HOUR)
              for word, n in (("one", 1), ("two", 47), ("three", 48))]  # fmt: skip
    html = world.ask("GET", LIST).text
    assert "<b>3</b> wait for a person" in html
    assert [html.index(f"{LIST}/{draft.id}") for draft in drafts] == sorted(
        html.index(f"{LIST}/{draft.id}") for draft in drafts
    )
    assert [left in html for left in ("1 hour left", "1 day 23 hours left", "2 days left")] == [
        True, True, True,
    ]  # fmt: skip
    place = f"{drafts[0].deadline}.{drafts[0].id}"
    rest = world.ask("GET", f"{LIST}?after={place}").text
    assert "Number one" not in rest
    assert "Number two" in rest
    for wrong in ("x", "1", "1.zz", "9" * 30 + ".aa"):
        assert "Number one" in world.ask("GET", f"{LIST}?after={wrong}").text


def test_words_with_little_in_common_stand_one_after_the_other(world: World) -> None:
    alike = world.waits("You left {{ cart.items }} here.")
    other = world.waits("A question, perhaps? Whatever it may be, do ask us.")
    assert "Nearest approved" not in world.ask("GET", f"{LIST}/{alike.id}").text
    html = world.ask("GET", f"{LIST}/{other.id}").text
    assert "Nearest approved" in html
    assert "<ins>A question, perhaps? Whatever it may be, do ask us.</ins>" in html


def test_of_those_alike_only_what_they_say_otherwise_is_shown(world: World) -> None:
    one = world.waits("Your basket is where you left it.")
    two = world.waits("Your basket is where you left it, still.")
    html = world.ask("GET", f"{LIST}/{one.id}/alike").text
    assert html.count("Still here") == 1, "the subject, which both have"
    assert two.slots["body"] in html


def test_what_bulk_leaves_is_named_by_its_words(world: World) -> None:
    one, two = world.waits("Your basket is where you left it."), world.waits("It is only £5 now.")
    address = f"{LIST}/{one.id}/alike"
    form = {"csrf": csrf_in(world.ask("GET", address).text), "do": "approve"}
    html = world.ask("POST", address, data={**form, "draft": [one.id, two.id]}).text
    assert "1 judged. “Still here” was left: a check stops these words" in html


def test_who_teaches_with_a_rejection_is_told_that_the_writer_knows(world: World) -> None:
    draft = world.waits()
    done = judge(world, draft, "reject", why="Stiff.", teach="phrase", lesson="where you left")
    assert done.status_code == 303
    assert "the writer was taught why" in world.ask("GET", done.headers["location"]).text


def test_an_empty_queue_says_that_all_is_well(world: World) -> None:
    assert "Nothing waits for you" in world.ask("GET", LIST).text
    assert "Nothing waits for you" in world.ask("GET", "/console").text
    world.waits()
    assert "1 draft waits for a person" in world.ask("GET", "/console").text


def test_a_draft_comes_with_all_that_a_judgement_needs(world: World) -> None:
    draft = world.waits(situation="once.compared.any.calm")
    html = world.ask("GET", f"{LIST}/{draft.id}").text
    for words in (
        "Checkout left behind", "No offer", "Plain", "compared several things",
        "0 planned messages would say this now", "checks passed", "<del>Your basket is still</del>",
        "a model, example, prompt p1",
    ):  # fmt: skip
        assert words in html, words
    mail = world.ask("GET", f"{LIST}/{draft.id}/mail")
    assert "sandbox" in mail.headers["content-security-policy"]


def test_hostile_words_are_shown_as_the_words_they_are(world: World) -> None:
    draft = world.waits(HOSTILE, slots={"subject": HOSTILE, "body": HOSTILE})
    world.waits(HOSTILE, slots={"subject": HOSTILE, "body": HOSTILE + " too"})
    for address in (LIST, f"{LIST}/{draft.id}", f"{LIST}/{draft.id}/alike"):
        answer = world.ask("GET", address)
        tags = Tags(answer.text)
        assert answer.status_code == 200
        assert "img" not in tags.tags
        assert tags.tags.count("script") == 2, "both of them ours"
        assert not [name for name, _ in tags.attributes if name.startswith("on")]
        assert "\u202e" not in answer.text or address.endswith(draft.id)
        policy = answer.headers["content-security-policy"]
        assert "script-src 'self'" in policy
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
    item = world.ask("GET", f"{LIST}/{draft.id}").text
    assert "⟨U+202E⟩" in item
    assert 'aria-disabled="true" aria-describedby="found"' in item
    assert "49" not in re.sub(r"[0-9a-f]{24,}", "", item)
    assert world.ask("GET", f"{LIST}/{draft.id}/mail").status_code == 200


def test_only_the_review_pages_may_run_a_script(world: World) -> None:
    assert "script-src" not in world.ask("GET", "/console").headers["content-security-policy"]
    script = world.ask("GET", "/static/review.js")
    assert script.headers["content-type"].startswith("text/javascript")
    for name in ("../pages.py", "review.py", ""):
        assert world.ask("GET", f"/static/{name}").status_code == 404


# --- What it does ---


def test_approving_goes_on_to_the_next(world: World) -> None:
    draft = world.waits()
    following = world.waits("It is all still here.", deadline=draft.deadline + 1)
    answer = judge(world, draft, "approve")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(f"{LIST}/{following.id}?")
    assert "Approved: “<a href=" in world.ask("GET", answer.headers["location"]).text
    assert world.standing(draft.id).state == USABLE
    assert world.deeds() == [("owner", "approved", f"draft {draft.id}")]
    last = judge(world, following, "approve").headers["location"]
    assert last == f"{LIST}?brand={BRAND}&told=approved&of={following.id}"
    assert "<script>" not in world.ask("GET", f"{LIST}?told=<script>").text


def test_editing_takes_the_words_as_they_were_typed(world: World) -> None:
    draft = world.waits()
    fields = {"slot.subject": "Still here", "slot.body": " We kept it.\r\n\r\nNo rush. "}
    assert judge(world, draft, "edit", **fields).status_code == 303
    kept = world.records.draft(BRAND, world.standing(draft.id).became)
    assert kept is not None
    assert kept.draft.slots["body"] == "We kept it.\n\nNo rush."


def test_words_that_a_check_stops_come_back_to_be_mended(world: World) -> None:
    draft = world.waits()
    fields = {"slot.subject": "Still here", "slot.body": "Only £5 <b>today</b>."}
    answer = judge(world, draft, "edit", **fields)
    assert answer.status_code == 409
    assert "Only £5 &lt;b&gt;today&lt;/b&gt;." in answer.text
    assert "currency" in answer.text
    assert world.standing(draft.id).state == WAITING


def test_rejecting_asks_why_and_may_teach(world: World) -> None:
    draft = world.waits("Your basket is a treasure of ours.")
    assert judge(world, draft, "reject", why=" ").status_code == 400
    answer = judge(world, draft, "reject", why="Sickly.", teach="phrase", lesson="treasure of ours")
    assert answer.status_code == 303
    assert world.standing(draft.id).state == REJECTED
    taught = world.ask("GET", f"{LIST}/taught").text
    assert "treasure of ours" in taught
    back = world.ask("POST", f"{LIST}/taught/1", data={"csrf": csrf_in(taught)})
    assert back.status_code == 303
    assert world.ask("POST", f"{LIST}/taught/1", data={"csrf": csrf_in(taught)}).status_code == 409
    for none in ("9" * 5_000, "one"):
        gone = world.ask("POST", f"{LIST}/taught/{none}", data={"csrf": csrf_in(taught)})
        assert gone.status_code == 404
    assert "treasure" not in world.ask("GET", f"{LIST}/taught").text


def fields_of(html: str) -> dict[str, str]:
    """What the form of the question would send."""
    form = html[html.index('class="ban"') :]
    return dict(re.findall(r'<input[^>]*name="(\w+)"[^>]*value="([^"]*)"', form))


def test_a_ban_that_takes_something_along_is_asked_about_first(world: World) -> None:
    mine = world.waits("Your basket is a treasure of ours.")
    other = world.waits("That treasure of ours is <b>here</b>.")
    asked = judge(world, mine, "reject", why="Sickly.", teach="phrase", lesson="treasure of ours")
    assert asked.status_code == 200
    assert "Never write “<bdi>treasure of ours</bdi>”?" in asked.text
    assert "<b>1</b> draft that waits: it is rejected." in asked.text
    assert "That <mark>treasure of ours</mark> is &lt;b&gt;here&lt;/b&gt;." in asked.text
    assert f'href="{LIST}/{other.id}?' in asked.text
    assert {world.standing(one.id).state for one in (mine, other)} == {WAITING}
    form = fields_of(asked.text)
    assert form["why"] == "Sickly."
    again = world.waits("Another treasure of ours.")
    more = world.ask("POST", f"{LIST}/{mine.id}/reject", data=form)
    assert (more.status_code, "Not done yet" in more.text) == (200, True)
    assert "<b>2</b> drafts that wait: they are rejected." in more.text
    narrower = {**fields_of(more.text), "lesson": "is a treasure of ours"}
    assert world.ask("POST", f"{LIST}/{mine.id}/reject", data=narrower).status_code == 303
    assert world.standing(mine.id).state == REJECTED
    assert {world.standing(one.id).state for one in (other, again)} == {WAITING}
    assert [one.text for one in world.desk.taught(BRAND)] == ["is a treasure of ours"]


def test_a_ban_that_was_confirmed_is_done_and_can_be_undone(world: World) -> None:
    mine = world.waits("Your basket is a treasure of ours.")
    other = world.waits("That treasure of ours is here.")
    asked = judge(world, mine, "reject", why="Sickly.", teach="phrase", lesson="treasure of ours")
    done = world.ask("POST", f"{LIST}/{mine.id}/reject", data=fields_of(asked.text))
    assert done.status_code == 303
    gone = world.ask("GET", f"{LIST}/{other.id}").text
    assert "Lesson 1 bans &#39;treasure of ours&#39;: " in gone
    assert "wait again when the lesson is taken back" in gone
    later = world.waits("A treasure of ours once more.")
    assert "#lesson-1" in world.ask("GET", f"{LIST}/{later.id}").text
    taught = world.ask("GET", f"{LIST}/taught").text
    assert '<li id="lesson-1">' in taught
    back = world.ask("POST", f"{LIST}/taught/1", data={"csrf": csrf_in(taught)})
    told = world.ask("GET", back.headers["location"]).text
    assert "The draft that it took along waits again." in told
    assert world.standing(other.id).state == WAITING


def test_a_phrase_that_will_not_do_is_told_on_the_drafts_page(world: World) -> None:
    mine = world.waits()
    for phrase in ("the", "???", "{{ 7*7 }}", "x" * 10_000, "tre\u200bat"):
        html = judge(world, mine, "reject", why="No.", teach="phrase", lesson=phrase)
        assert (html.status_code, world.standing(mine.id).state) == (400, WAITING)
    tray = html.text.partition('id="reject"')[2]
    assert tray.startswith(' name="tray" open>')
    assert 'value="phrase" checked' in tray
    assert 'id="x-lesson" role="alert"' in tray
    assert 'name="lesson" value="tre\u200bat"' in tray
    assert 'name="why" value="No."' in tray
    assert html.text.count("nothing in it that cannot be seen") == 1
    empty = judge(world, mine, "reject", why=" ", teach="rule", lesson="No jokes.").text
    assert "Say why: the writer learns from it." in empty.partition('id="x-why"')[2]
    assert 'value="No jokes."' in empty
    hostile = judge(world, mine, "reject", why="No.", teach="phrase", lesson="<script>x y</script>")
    assert hostile.status_code == 303
    assert "<script>x y" not in world.ask("GET", f"{LIST}/taught").text


def test_words_are_shown_to_the_writer_as_how_not_to(world: World) -> None:
    draft = world.waits()
    assert judge(world, draft, "reject", why="Dull.", teach="example").status_code == 303
    assert world.desk.taught(BRAND)[0].text.splitlines() == [GOOD, "Still here"]


def test_who_comes_too_late_is_told_by_whom(world: World) -> None:
    draft = world.waits()
    page = world.ask("GET", f"{LIST}/{draft.id}").text
    judge(world, draft, "approve")
    form = {"csrf": csrf_in(page), "why": "No."}
    late = world.ask("POST", f"{LIST}/{draft.id}/reject", data=form)
    assert late.status_code == 409
    assert "owner approved it already. Nothing that you did was kept." in late.text
    answer = world.ask("POST", f"{LIST}/{draft.id}/reject", data={**form, "back": "yes"})
    assert answer.status_code == 303
    late = world.ask("POST", f"{LIST}/{draft.id}/approve", data={"csrf": csrf_in(page)})
    assert late.status_code == 409
    assert "owner rejected it already: No. Nothing that you did was kept." in late.text


def test_a_stale_draft_is_said_to_be_stale(world: World) -> None:
    draft = world.waits()
    page = world.ask("GET", f"{LIST}/{draft.id}").text
    world.publish(ex.brand(), voice=replace(ex.VOICE, does=("Whisper.",)))
    assert "has changed" in world.ask("GET", LIST).text
    assert "can’t go out any more" in world.ask("GET", f"{LIST}/{draft.id}").text
    answer = world.ask("POST", f"{LIST}/{draft.id}/approve", data={"csrf": csrf_in(page)})
    assert answer.status_code == 409
    assert "put aside" in answer.text


def test_many_alike_are_judged_from_one_page(world: World) -> None:
    one = world.waits("Your basket is where you left it, all of it.")
    two = world.waits("Your basket is where you left it, every piece of it.")
    address = f"{LIST}/{one.id}/alike"
    page = world.ask("GET", address).text
    assert two.id in page
    body = f"csrf={csrf_in(page)}&draft={one.id}&draft={two.id}&do=approve"
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = world.ask("POST", address, content=body, headers=form)
    assert "2 judged." in answer.text
    assert {world.standing(d.id).state for d in (one, two)} == {USABLE}
    again = world.ask("POST", address, content=f"{body.replace('approve', 'reject')}", headers=form)
    assert again.status_code == 400
    assert "Say why" in again.text


# --- Whom it turns away ---


def test_a_form_that_no_page_of_ours_sent_does_nothing(world: World) -> None:
    draft = world.waits()
    page = world.ask("GET", f"{LIST}/{draft.id}").text
    good = {"csrf": csrf_in(page)}
    address = f"{LIST}/{draft.id}/approve"
    attempts: list[tuple[dict[str, str], dict[str, str]]] = [
        ({}, {}),
        ({"csrf": ""}, {}),
        ({"csrf": "0" * 64}, {}),
        ({"csrf": "é"}, {}),
        (good, {"Origin": "https://evil.example"}),
        (good, {"Origin": "null"}),
        (good, {"Origin": "http://127.0.0.1:9999"}),
        (good, {"Sec-Fetch-Site": "cross-site"}),
        (good, {"Sec-Fetch-Site": "same-site"}),
    ]
    for data, headers in attempts:
        answer = world.ask("POST", address, data=data, headers=headers)
        assert answer.status_code == 403, (data, headers)
    assert world.standing(draft.id).state == WAITING
    assert world.entries() == []
    own = {"Origin": "null", "Sec-Fetch-Site": "same-origin"}
    assert world.ask("POST", address, data=good, headers=own).status_code == 303


def test_the_word_of_one_session_is_no_good_in_another(world: World) -> None:
    world.employ(Nell="reviewer", Max="reviewer")
    draft = world.waits()
    nell, max_ = (signed_in(world, f"token of {name}") for name in ("Nell", "Max"))
    csrf = csrf_in(world.ask("GET", f"{LIST}/{draft.id}", headers=nell).text)
    address = f"{LIST}/{draft.id}/approve"
    assert world.ask("POST", address, data={"csrf": csrf}, headers=max_).status_code == 403
    assert world.ask("POST", address, data={"csrf": csrf}).status_code == 401
    assert world.ask("POST", address, data={"csrf": csrf}, headers=nell).status_code == 303


def test_signing_in_from_elsewhere_is_refused(world: World) -> None:
    world.employ()
    headers = {"Origin": "https://evil.example"}
    data = {"token": "token of Pia"}
    assert world.ask("POST", "/console/sign-in", data=data, headers=headers).status_code == 403


def test_with_people_everybody_signs_in_and_acts_in_their_role(world: World) -> None:
    world.employ(Nell="reviewer", Ada="author", Vic="viewer")
    draft, other = world.waits(), world.waits("It is all still here.")
    for address in (LIST, "/console", "/console/policies"):
        assert world.ask("GET", address).status_code == 401
    assert world.ask("POST", "/console/sign-in", data={"token": "token of X"}).status_code == 401
    vic = signed_in(world, "token of Vic")
    shown = world.ask("GET", f"{LIST}/{draft.id}", headers=vic).text
    assert "Vic, viewer" in shown
    assert 'id="approve"' not in shown
    assert 'id="edit"' not in shown
    ada = signed_in(world, "token of Ada")
    shown = world.ask("GET", f"{LIST}/{draft.id}", headers=ada).text
    assert 'id="approve"' not in shown
    csrf = {"csrf": csrf_in(shown)}
    forged = world.ask("POST", f"{LIST}/{draft.id}/approve", data=csrf, headers=ada)
    assert forged.status_code == 403
    assert "Ada is an author here" in forged.text
    assert judge(world, draft, "edit", ada, **{"slot.body": "Kept.", "slot.subject": "Yes"})
    nell = signed_in(world, "token of Nell")
    assert judge(world, other, "approve", nell).status_code == 303
    assert ("Nell", "approved", f"draft {other.id}") in world.deeds()
    out = {"csrf": csrf_in(world.ask("GET", "/console", headers=nell).text)}
    left = world.ask("POST", "/console/sign-out", data=out, headers=nell)
    assert 'rapport_console=""' in left.headers["set-cookie"]
    assert world.ask("GET", "/console", headers=nell).status_code == 401
    world.restart()
    assert world.ask("GET", "/console", headers=nell).status_code == 401, "nor after a restart"
    assert world.ask("GET", "/console", headers=ada).status_code == 200


def test_a_cookie_says_nothing_about_roles_and_ends_with_the_token(world: World) -> None:
    people = world.employ(Nell="reviewer")
    nell = signed_in(world, "token of Nell")
    value = nell["Cookie"].partition("=")[2]
    expires, _, seal = value.split(".")
    pia = {"Cookie": f"{COOKIE}={expires}.UGlh.{seal}"}
    assert world.ask("GET", LIST, headers=pia).status_code == 401
    assert world.ask("GET", LIST, headers=nell).status_code == 200
    with world.store.transaction() as transaction:
        kept = next(one for one in transaction.people(BRAND) if one.name == "Nell")
        transaction.save_person(BRAND, replace(kept, digest="0" * 64))
    assert world.ask("GET", LIST, headers=nell).status_code == 401
    assert people["Nell"].role == "reviewer"


def test_who_is_in_charge_of_one_brand_sees_no_other(world: World) -> None:
    quarry = ex.brand("quarry")
    world.publish(quarry)
    world.employ(Nell="reviewer")
    nell = signed_in(world, "token of Nell")
    html = world.ask("GET", "/console", headers=nell).text
    assert "quarry" not in html
    for address in (LIST, "/console", "/console/policies"):
        assert world.ask("GET", f"{address}?brand=quarry", headers=nell).status_code == 404


@pytest.mark.parametrize("address", [f"{LIST}/x", f"{LIST}/abc", f"{LIST}/0/mail"])
def test_what_is_not_there_is_not_found(world: World, address: str) -> None:
    assert world.ask("GET", address).status_code == 404


def test_conditions_are_small_signs_and_nothing_else_is() -> None:
    shown = with_facts("You{% if cart.count > 1 %} and <b>{% endif %}{% assign x = 1 %}")
    assert shown == (
        'You<wbr><span class="fact when" title="if cart.count &gt; 1">if cart count &gt; 1</span>'
        '<wbr> and &lt;b&gt;<wbr><span class="fact when" title="endif">end of that</span><wbr>'
        "{% assign x = 1 %}"
    )


def test_words_for_people_keep_facts_apart_and_hide_nothing() -> None:
    shown = with_facts('<i> {{ cart.first.title }} {{ brand.facts.returns_days }} {{ "x" }}\u200b')
    assert str(shown) == (
        '&lt;i&gt; <span class="fact" title="cart.first.title">cart first title</span> '
        '<span class="fact" title="brand.facts.returns_days">returns days</span> '
        "{{ &#34;x&#34; }}⟨U+200B⟩"
    )
    assert made_visible("a\nb\tc") == "a\nb⟨U+0009⟩c"


def test_the_page_of_what_was_good_is_of_use_without_a_script(world: World) -> None:
    draft = world.waits(GOOD)
    tags = Tags(world.ask("GET", f"{LIST}/{draft.id}").text)
    actions = [value for name, value in tags.attributes if name == "action"]
    for what in ("approve", "edit", "reject"):
        assert f"{LIST}/{draft.id}/{what}?brand={BRAND}" in actions
    assert tags.tags.count("summary") >= 3
    assert "button" in tags.tags


def test_a_reason_that_is_too_long_is_refused_and_nothing_of_it_is_kept(world: World) -> None:
    draft = world.waits()
    answer = judge(world, draft, "reject", why="x" * 501)
    assert answer.status_code == 400
    assert "That reason has 501 characters, and 500 fit into the audit log." in answer.text
    assert 'maxlength="500"' in answer.text
    assert world.standing(draft.id).state == WAITING
    assert judge(world, draft, "reject", why="x" * 500).status_code == 303


def test_who_rejects_what_was_approved_meanwhile_is_told_and_takes_it_back_in_a_second_step(
    world: World,
) -> None:
    draft = world.waits()
    world.desk.approve(BRAND, draft.id, MAX)
    late = judge(world, draft, "reject", why="Too <b>dull.")
    assert late.status_code == 409
    assert "Max approved it already. Nothing that you did was kept." in late.text
    assert 'value="Too &lt;b&gt;dull."' in late.text
    assert 'name="back" value="yes"' in late.text
    assert world.standing(draft.id).state == USABLE
    done = judge(world, draft, "reject", why="Too dull.", back="yes")
    assert (done.status_code, "rejected%2C+back" in done.headers["location"]) == (303, True)
    assert "Taken back: “" in world.ask("GET", done.headers["location"]).text
    assert world.deeds()[-1] == ("owner", "taken back", f"draft {draft.id}")
