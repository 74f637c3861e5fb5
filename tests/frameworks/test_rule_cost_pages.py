"""What rules cost, in the console where they are made, over a real server."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from itertools import count as numbers
from pathlib import Path
from threading import Event
from time import sleep

import pytest
from desk_world import BRAND, HOSTILE, Visitor, World, fields_of

from browser import Browser
from page_tags import Tags
from rapport.app.measuring.rule_costs import RuleCost, RuleCosts
from rapport.bootstrap.desks import rule_costs as desk
from rapport.bootstrap.desks.rules_aside import AsideError, Counted, Job, count
from rapport.core.creative.framework import Rule
from rapport.core.time import DAY
from rapport.errors import TemporaryError
from rapport.science.off_policy import Estimate, Support

PAGE = f"/console/rule-costs?brand={BRAND}"
ONE = "/console/frameworks/checkout"
CONTRAST = (Path(__file__).parents[1] / "review" / "contrast.js").read_text(encoding="utf-8")
BASIS = Support(decisions=1_000, effective=800.0, largest=3.0, more=0)
COST = Estimate(24.0, 3.0, 45.0, BASIS)
RULES = "rules:\n"
NO_WARMTH = "  - name: No warmth at all\n    forbid: {tone: warm}\n"


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process takes a second or two to begin, or longer on a busy computer."""
    monkeypatch.setattr(desk, "PATIENCE_SECONDS", 60.0)


def here(database: Path, brand: str, rules: Sequence[Rule]) -> Counted:
    """Counted in this process, which is faster."""
    return count(Job(str(database), brand, tuple(rules)))


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Makes every rule cost the same, and counts how often that is found out."""
    times: list[int] = []

    def found(database: Path, brand: str, rules: Sequence[Rule]) -> Counted:
        done = here(database, brand, rules)
        assert done.costs is not None
        times.append(len(done.costs.rules))
        costs = [
            RuleCost(
                rule=one.rule, where=one.where, took=120, asked=4_000, changes=1_000, bound=0,
                support=BASIS, cost=COST, check=COST,
            )
            for one in done.costs.rules
        ]  # fmt: skip
        alike = RuleCosts(brand, "GBP", "margin", 4_000, {}, tuple(costs))
        return Counted(done.release, alike)

    monkeypatch.setattr(desk, "count_aside", found)
    return times


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_each_rule_in_force_says_why_its_cost_is_unavailable_and_what_would_tell(
    visitor: Visitor,
) -> None:
    said = words(visitor.get(PAGE).text)
    assert "No warmth after a refund Never the tone “Warm” to anybody" in said
    assert "It has changed no decision yet that chance made" in said
    assert "Nothing so far" in said
    assert "Judged by 0 decisions that chance made" in said
    assert "Care What the brand does after a complaint" in said
    assert "creative/checkout.yaml:" in said


def test_a_cost_is_told_with_its_interval_and_drawn(visitor: Visitor, counted: list[int]) -> None:
    html = visitor.get(PAGE).text
    said = words(html)
    assert (
        "Costs £0.24 for each decision that it changes, between £0.03 lost and £0.45 lost; it "
        "changes 25%, so £60.00 in 1,000 decisions of the brand." in said
    )
    assert "Took something away in 120 of 4,000 decisions (3%)." in said
    assert Tags(html).tags.count("svg") == html.count('<article class="price"') > 2


def test_it_is_shown_where_rules_are_made_once_it_is_known(
    visitor: Visitor, counted: list[int]
) -> None:
    before = visitor.get(ONE).text
    assert "What these rules cost" in words(before)
    assert "Once it is saved, you see what it would cost" in words(visitor.get(f"{ONE}/rules").text)
    assert "What rules cost" in words(visitor.get("/console/policies").text)
    assert "between £0.03" not in before
    assert counted == []
    visitor.get(PAGE)
    after = visitor.get(ONE).text
    short = "Costs £0.24 for each decision that it changes, between £0.03 lost and £0.45 lost"
    assert short in words(after)
    (rule,) = [
        part for part in re.findall(r'<p class="rule">.*?</p>', after, re.DOTALL)
        if "No warmth after a refund" in part
    ]  # fmt: skip
    where, change = [unescape(one) for one in re.findall(r'href="([^"]+)"', rule)]
    page, _, anchor = where.partition("#")
    assert f'id="{anchor}"' in visitor.get(page).text
    assert short in words(visitor.get(change).text)
    assert len(counted) == 1


def test_a_rule_that_somebody_has_just_written_is_judged_before_it_holds(
    world: World, visitor: Visitor, counted: list[int]
) -> None:
    visitor.get(PAGE)
    world.change(RULES, RULES + NO_WARMTH)
    html = visitor.get(PAGE).text
    assert "Not published yet Each as if it had held all along. No warmth at all" in words(html)
    assert counted[1] == counted[0] + 1
    short = visitor.get(ONE).text
    (rule,) = [part for part in re.findall(r'<p class="rule">.*?</p>', short, re.DOTALL)
               if "No warmth at all" in part]  # fmt: skip
    anchor = re.search(r'href="[^"]+#([^"]+)"', rule)
    assert anchor is not None
    assert f'id="{anchor[1]}"' in html


def test_a_rule_about_what_is_not_published_yet_is_not_guessed_at(
    world: World, visitor: Visitor
) -> None:
    world.change("tones:\n", "tones:\n  - {key: dry, label: Dry, describes: few words}\n")
    rule = "  - name: Dry alone\n    only: {tone: dry}\n    when: ['days_since_refund < 30']\n"
    world.change(RULES, RULES + rule)
    html = visitor.get(PAGE).text
    assert "1 names something that is not published yet" in words(html)
    assert "Dry alone" in html.partition("<details")[2]


def test_an_answer_is_kept_until_rules_change_a_day_goes_by_or_somebody_asks(
    world: World, visitor: Visitor, counted: list[int]
) -> None:
    for _ in range(3):
        visitor.get(PAGE)
    assert len(counted) == 1
    form = re.findall(r"<form\b.*?</form>", visitor.get(PAGE).text, re.DOTALL)[-1]
    again = visitor.send(PAGE, **fields_of(form, 0))
    assert again.status_code == 303
    assert len(counted) == 2
    world.change("days_since_refund < 30", "days_since_refund < 31")
    visitor.get(PAGE)
    assert len(counted) == 3
    world.here.publish(world.folder)
    visitor.get(PAGE)
    assert len(counted) == 4
    world.clock.turn_to(world.clock.now() + DAY)
    visitor.get(PAGE)
    assert len(counted) == 5


def test_while_it_is_counted_the_page_says_so_and_looks_again_without_a_script(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = Event(), Event()

    def slow(database: Path, brand: str, rules: Sequence[Rule]) -> Counted:
        begun.set()
        go_on.wait()
        return here(database, brand, rules)

    monkeypatch.setattr(desk, "count_aside", slow)
    monkeypatch.setattr(desk, "PATIENCE_SECONDS", 0.0)
    for _ in range(2):
        html = visitor.get(PAGE).text
        begun.wait()
        assert "Going through the decisions." in html
        assert '<meta http-equiv="refresh" content="5">' in html
        assert "<script" not in html
    assert visitor.get(ONE).status_code == 200
    monkeypatch.setattr(desk, "PATIENCE_SECONDS", 30.0)
    go_on.set()
    html = visitor.get(PAGE).text
    assert "Judged by" in html
    assert "refresh" not in html


def test_who_waits_while_a_count_of_the_rules_before_ends_sees_theirs_counted(
    world: World, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, waits = Event(), numbers(1)

    class Ended(Event):
        """The first page waits in vain; while the second one waits, the count ends."""

        def wait(self, timeout: float | None = None) -> bool:
            if next(waits) == 1:
                return False
            go_on.set()
            return super().wait(timeout)

    def slow(database: Path, brand: str, rules: Sequence[Rule]) -> Counted:
        go_on.wait()
        return here(database, brand, rules)

    monkeypatch.setattr(desk, "count_aside", slow)
    monkeypatch.setattr(desk, "Event", Ended)
    assert "Going through the decisions." in visitor.get(PAGE).text
    world.change(RULES, RULES + NO_WARMTH)
    assert "Going through the decisions." in visitor.get(PAGE).text
    assert "Not published yet Each as if it had held all along." in words(visitor.get(PAGE).text)


def test_brands_are_counted_one_after_another(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = shutil.copytree(world.folder, world.here.brands_folder / "other")
    brand = (other / "brand.yaml").read_text(encoding="utf-8").replace(BRAND, "other")
    (other / "brand.yaml").write_text(brand, encoding="utf-8")
    world.here.publish(other)
    at_once, most = 0, []

    def slow(database: Path, brand: str, rules: Sequence[Rule]) -> Counted:
        nonlocal at_once
        at_once += 1
        most.append(at_once)
        sleep(0.1)
        at_once -= 1
        return here(database, brand, rules)

    monkeypatch.setattr(desk, "count_aside", slow)
    costs = desk.RuleCostDesk(world.here, world.desk)
    with ThreadPoolExecutor(2) as threads:
        found = list(threads.map(costs.counted, (BRAND, "other")))
    assert [one.costs.brand for one in found if one.costs] == [BRAND, "other"]
    assert most == [1, 1]


@pytest.mark.parametrize(
    ("error", "said"),
    [(TemporaryError("The database is busy."), "The database is busy."),
     (ZeroDivisionError("a secret"), "what Rapport writes to its log says why"),
     (AsideError("a secret"), "what Rapport writes to its log says why")],
)  # fmt: skip
def test_where_it_fails_the_page_says_why_and_one_may_try_again(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    def fails(*_: object) -> Counted:
        raise error

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(desk, "count_aside", fails)
        html = visitor.get(PAGE).text
    assert said in html
    assert "a secret" not in html
    assert "Try again" in html
    form = re.findall(r"<form\b.*?</form>", html, re.DOTALL)[-1]
    assert visitor.send(PAGE, **fields_of(form, 0)).status_code == 303
    assert "Judged by" in visitor.get(PAGE).text


def test_a_framework_has_its_own_rules_there_and_an_unknown_one_no_page(visitor: Visitor) -> None:
    whole = visitor.get(PAGE).text
    some = visitor.get(f"{PAGE}&framework=checkout").text
    assert "What these rules cost" in some
    assert 0 < some.count('<article class="price"') <= whole.count('<article class="price"')
    csrf = visitor.fields(f"{ONE}/words")["csrf"]
    for unknown in ("nope", HOSTILE):
        nowhere = f"{PAGE}&framework={unknown}"
        assert visitor.get(nowhere).status_code == 404
        assert visitor.send(nowhere, csrf=csrf).status_code == 404


def test_a_viewer_reads_it_and_changes_nothing_and_nobody_reads_anothers(
    world: World, visitor: Visitor
) -> None:
    assert "Change or remove" in visitor.get(PAGE).text
    world.employ(Pia="publisher", Vic="viewer")
    assert visitor.get(PAGE).status_code == 401
    visitor.sign_in("Vic")
    html = visitor.get(PAGE).text
    assert "No warmth after a refund" in html
    assert "Change or remove" not in html
    assert visitor.get("/console/rule-costs?brand=other").status_code == 404
    assert visitor.send(PAGE, csrf="made up").status_code == 403


def test_hostile_names_stay_words(world: World, visitor: Visitor, counted: list[int]) -> None:
    hostile = HOSTILE.replace("'", "''")
    rule = f"  - name: '{hostile}'\n    because: '{hostile}'\n    forbid: {{tone: warm}}\n"
    world.change(RULES, RULES + rule)
    for path in (PAGE, f"{PAGE}&framework=checkout", ONE):
        html = visitor.get(path).text
        assert "window.owned=1" in html
        assert "<img" not in html
        assert "<script>window" not in html


def test_a_rule_rests_by_a_tick_and_holds_again_without_it(world: World, visitor: Visitor) -> None:
    before = world.text()

    def where() -> str:
        html = visitor.get(ONE).text
        found = re.search(r'href="([^"]+/rules/[^"]+)"', html)
        assert found is not None
        return unescape(found[1])

    path = where()
    typed = {
        **{name: unescape(value) for name, value in re.findall(
            r'type="hidden" name="([^"]+)" value="([^"]*)"', visitor.get(path).text)},
        "name": "No warmth after a refund", "kind": "forbid", "tone": "warm",
        "when.0.signal": "days_since_refund", "when.0.op": "<", "when.0.value": "30",
    }  # fmt: skip
    assert visitor.send(path, **typed, rests="yes").status_code == 303
    assert "active: false" in world.text()
    assert "It is not in use." in visitor.get(ONE).text
    path = where()
    assert re.search(r'name="rests" value="yes" checked', visitor.get(path).text)
    typed |= {name: unescape(value) for name, value in re.findall(
        r'type="hidden" name="([^"]+)" value="([^"]*)"', visitor.get(path).text)}  # fmt: skip
    assert visitor.send(path, **typed).status_code == 303
    assert "active" not in world.text()
    assert world.text().replace("'", "") == before.replace("'", "")


def test_it_can_be_read_in_light_and_dark_and_on_a_phone(
    world: World, base: str, browser: Browser, counted: list[int]
) -> None:
    world.change(RULES, RULES + NO_WARMTH)
    for scheme in ("light", "dark"):
        browser.prefer(scheme)
        for width in (1280, 390):
            browser.size(width, 900)
            for path in (PAGE, f"{ONE}?brand={BRAND}"):
                browser.open(base + path)
                assert browser.js("document.documentElement.scrollWidth") <= width
                assert browser.js(CONTRAST) == [], (path, scheme)
    assert browser.said == []
