"""After a judgement the next draft opens: what is said of the last one is said of that one."""

from __future__ import annotations

import re

from review_world import BRAND, World
from test_review_pages import LIST, judge

from rapport.core.creative.draft import Draft
from rapport.core.time import HOUR


def one_of(world: World, subject: str, hours: int) -> Draft:
    slots = {"subject": subject, "body": f"Your basket is where you left it, {subject.lower()}."}
    return world.waits(slots=slots, deadline=world.clock.at + hours * HOUR)


def told_on(world: World, address: str) -> str:
    """The banner of what was done, as words."""
    found = re.search(r'<p class="told" role="status".*?</p>', world.ask("GET", address).text)
    return re.sub("<[^>]+>", "", found[0]) if found else ""


def test_what_was_done_names_the_words_that_it_was_done_to(world: World) -> None:
    first, second, third = (one_of(world, words, n + 1) for n, words in enumerate(
        ("Slowly made", "Simply kept", "Still here")
    ))  # fmt: skip
    on = judge(world, first, "reject", why="Stiff.").headers["location"]
    assert on.startswith(f"{LIST}/{second.id}?")
    assert told_on(world, on) == "Rejected: “Slowly made”. That never goes out."
    page = world.ask("GET", on).text
    assert f'href="{LIST}/{first.id}?brand={BRAND}"' in page
    assert "Now the next of 2 that wait" in page
    on = judge(world, second, "approve").headers["location"]
    assert told_on(world, on) == "Approved: “Simply kept”."
    assert "Now the last that waits" in world.ask("GET", on).text
    fields = {"slot.subject": "<b>Here</b>", "slot.body": "We kept it."}
    assert judge(world, third, "edit", **fields).status_code == 409
    fields["slot.subject"] = "Here & there"
    on = judge(world, third, "edit", **fields).headers["location"]
    assert told_on(world, on) == "Edited and approved: “Here &amp; there”."
    became = world.standing(third.id).became
    assert f'href="{LIST}/{became}?brand={BRAND}"' in world.ask("GET", on).text


def test_a_judgement_that_was_taken_back_is_said_no_more(world: World) -> None:
    first, second = one_of(world, "Slowly made", 1), one_of(world, "Simply kept", 2)
    approved = judge(world, first, "approve").headers["location"]
    assert told_on(world, approved) == "Approved: “Slowly made”."
    back = judge(world, first, "reject", why="A slip.", back="yes").headers["location"]
    assert "goes out no more" in told_on(world, back)
    assert told_on(world, approved) == ""
    for more in (
        f"told=rejected&of={second.id}", "told=rejected", "told=rejected&of=<b>", f"of={first.id}",
        "told=rejected&of=0123456789abcdef", f"told=nothing&of={first.id}",
    ):  # fmt: skip
        assert told_on(world, f"{LIST}/{second.id}?brand={BRAND}&{more}") == "", more


def test_words_for_the_files_are_said_to_be_used_once_they_are_taken_in(world: World) -> None:
    proposal = world.proposal()
    on = judge(world, proposal, "approve").headers["location"]
    told = told_on(world, on)
    assert told.startswith("Approved: “Still here”. It is used once it is taken into the brand’s")
    assert told.endswith("Take it in")
