"""The audit log in the console, over a real server: what people did, the newest first."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest
from desk_world import BRAND, HOSTILE, Visitor, World, fields_of

from browser import Browser
from rapport.adapters.sqlite.oversight import DID, OversightPart
from rapport.app.in_charge.audit_log import note
from rapport.core.oversight.audit import Deed
from rapport.testing import examples as ex

LOG = f"/console/audit-log?brand={BRAND}"
CONTRAST = (Path(__file__).parents[1] / "review" / "contrast.js").read_text(encoding="utf-8")
WORDS = "/console/frameworks/checkout/words"


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def enter(world: World, *deeds: Deed) -> None:
    with world.here.store.transaction() as transaction:
        for number, deed in enumerate(deeds):
            note(transaction, BRAND, ex.at(0, 9) + number, deed)
    world.here.host.anchor(BRAND)


def edit(visitor: Visitor) -> tuple[str, str]:
    """Changes the subject of the first words; before and after."""
    html = visitor.get("/console/frameworks/checkout").text
    found = re.search(r'href="(/console/frameworks/checkout/words/\w+\?[^"]+)"', html)
    assert found is not None
    path = unescape(found[1])
    form = fields_of(visitor.get(path).text)
    before, after = form["slot.subject"], "Your tea waits at the counter"
    assert visitor.send(path, **{**form, "slot.subject": after}).status_code == 303
    return before, after


def test_an_edit_is_shown_with_the_words_before_and_after(world: World, visitor: Visitor) -> None:
    before, after = edit(visitor)
    html = visitor.get(LOG).text
    said = words(html)
    assert "The owner changed the framework ‘" in said
    assert ": changed words" in said
    assert "creative/checkout.yaml" in said
    assert "<ins>" in html
    assert "<del>" in html
    first = html.index("<b>The owner")
    assert first < html.index("published release 1"), "the newest stands first"
    pieces = re.search(r'<p class="diff">(.*?)</p>', html, re.DOTALL)
    assert pieces is not None
    gone = words(re.sub(r"<ins>.*?</ins>", "", pieces[1], flags=re.DOTALL))
    new = words(re.sub(r"<del>.*?</del>", "", pieces[1], flags=re.DOTALL))
    assert before.split()[0] in gone
    assert after in new


def test_it_is_read_page_by_page_and_by_person_and_kind(world: World, visitor: Visitor) -> None:
    every = [
        Deed("Nell" if n % 4 else "Max", "stopped", "the brand", f"Why {n}") for n in range(120)
    ]
    enter(world, *every)
    pages, path = [], LOG
    while path:
        html = visitor.get(path).text
        pages.append([int(number) for number in re.findall(r'<li id="e-(\d+)">', html)])
        found = re.search(r'<a href="([^"]+)" rel="next">', html)
        path = unescape(found[1]) if found else ""
    assert [one for here in pages for one in here] == list(range(121, 0, -1))
    assert len(pages) == 3
    of_max = visitor.get(f"{LOG}&who=%20max&kind=stops").text
    assert of_max.count("<b>Max</b>") == 30
    assert "<b>Nell</b>" not in of_max
    assert 'value="max"' in of_max
    released = visitor.get(f"{LOG}&kind=published").text
    assert re.findall(r'<li id="e-(\d+)">', released) == ["1"]
    assert f'href="/console/releases/1?brand={BRAND}"' in released
    assert "Nothing of this kind is entered." in visitor.get(f"{LOG}&who=nobody").text
    assert "That was the last page." in visitor.get(f"{LOG}&before=1").text


def test_pages_of_policies_and_releases_read_of_a_long_log_what_is_about_these(
    world: World, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(world, Deed("Nell", "rolled back", "policy 0", "Too many."))
    enter(world, *[Deed("Nell", "opted out", "one person")] * 2_000)
    monkeypatch.delattr(OversightPart, "audit_entries")
    policies = visitor.get(f"/console/policies?brand={BRAND}").text
    assert "rolled back by Nell: Too many." in words(policies)
    assert "by Rapport" in visitor.get(f"/console/releases?brand={BRAND}").text
    with closing(sqlite3.connect(world.here.database)) as db:
        by_deed = "audit_log INDEXED BY audit_log_by_deed"
        sql = f"SELECT * FROM {by_deed} WHERE brand = ? AND {DID} IN (?, ?)"
        asked = (BRAND, "published", "retired")
        (plan,) = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}", asked)]
    assert plan.endswith("(brand=? AND <expr>=?)")


@pytest.mark.parametrize(
    "query",
    ["&before=x", "&before=-1", f"&before={'9' * 400}", "&before=0", "&kind=other",
     f"&who={HOSTILE}", "&who=" + "x" * 5_000, "&check=no"],
)  # fmt: skip
def test_an_address_that_makes_no_sense_breaks_nothing(visitor: Visitor, query: str) -> None:
    page = visitor.get(LOG + query)
    assert page.status_code == 200
    assert "<script>window" not in page.text
    assert "<img" not in page.text


def test_it_says_whether_it_is_whole_only_when_asked(world: World, visitor: Visitor) -> None:
    enter(world, *[Deed("Nell", "stopped", "the brand", "A sale.")] * 4)
    assert "each as it was made" not in visitor.get(LOG).text
    html = visitor.get(f"{LOG}&check=yes").text
    assert "5 entries, each as it was made and in its order." in html
    head = world.here.records.audit_head(BRAND)
    assert head is not None
    assert f"{head.number}:{head.hash}" in html
    with closing(sqlite3.connect(world.here.database)) as db:
        db.execute("DROP TRIGGER IF EXISTS audit_log_is_never_changed")
        db.execute("UPDATE audit_log SET body = replace(body, 'Nell', 'Eve') WHERE number = 3")
        db.commit()
    html = visitor.get(f"{LOG}&check=yes").text
    assert "The audit log is not what it was." in html
    assert "entry 3 does not say what it said when it was made" in html
    assert "<b>Eve</b>" in html


def test_hostile_deeds_stay_words(world: World, visitor: Visitor) -> None:
    saw = {HOSTILE: HOSTILE, f"{HOSTILE} said": HOSTILE, f"{HOSTILE} says": "x"}
    things = ("framework", "draft", "person", "release", "offer", "flow")
    deeds = [
        (did, what) for did in ("edited", "stopped", "changed", "published") for what in things
    ]
    enter(world, *[Deed(HOSTILE, did, f"{what} {HOSTILE}", HOSTILE, saw) for did, what in deeds])
    html = visitor.get(LOG).text
    assert "window.owned=1" in html
    for tag in ("<img", "<script>window", "</textarea>"):
        assert tag not in html


def test_every_link_leads_somewhere(world: World, visitor: Visitor) -> None:
    edit(visitor)
    enter(world, Deed("Pia", "rolled back", "policy 1", "Too bold.", {"content": "policy 0"}),
          Deed("Pia", "published", f"release {'9' * 30}"))  # fmt: skip
    html = visitor.get(LOG).text
    section = html[html.index("<section") :]
    links = [unescape(one) for one in re.findall(r'href="([^"#]+)', section)]
    assert len(links) >= 3
    for link in links:
        assert visitor.get(link).status_code == 200, link


def test_a_viewer_reads_it_and_nobody_reads_anothers(world: World, visitor: Visitor) -> None:
    world.employ(Pia="publisher", Vic="viewer")
    assert visitor.get(LOG).status_code == 401
    visitor.sign_in("Vic")
    html = visitor.get(f"{LOG}&check=yes").text
    assert "published release 1" in html
    assert '<option value="Pia">' in html
    assert visitor.get("/console/audit-log?brand=other").status_code == 404
    assert visitor.send(LOG).status_code in (403, 405)


def test_the_menu_and_the_policies_lead_there(visitor: Visitor) -> None:
    for path in (f"/console?brand={BRAND}", f"/console/policies?brand={BRAND}"):
        assert f'href="{LOG}' in unescape(visitor.get(path).text)
    assert "Who published, took back or overrode what" in visitor.get("/console/policies").text


def test_it_can_be_read_in_light_and_dark_and_on_a_phone(
    world: World, visitor: Visitor, base: str, browser: Browser
) -> None:
    edit(visitor)
    enter(world, Deed("N" * 150, "stopped", f"flow {'x' * 300}", "y" * 500, {"z" * 90: "0" * 400}))
    browser.without_scripts()
    for scheme in ("light", "dark"):
        browser.prefer(scheme)
        for width in (1280, 390):
            browser.size(width, 900)
            browser.open(f"{base}{LOG}&check=yes")
            browser.js("document.querySelectorAll('details').forEach(one => { one.open = true })")
            assert browser.js("document.documentElement.scrollWidth") <= width
            assert browser.js(CONTRAST) == [], (width, scheme)
