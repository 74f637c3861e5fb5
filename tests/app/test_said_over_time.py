"""Somebody who leaves basket after basket, over years, in the words of the example brand."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from dispatch_world import DispatchWorld
from msgspec.structs import replace

from rapport.adapters.brand_folder import read_brand_folder
from rapport.adapters.mail_renderer import MailRenderer
from rapport.app.messages.links import Links
from rapport.app.messages.write import Writer
from rapport.core.blueprint import Blueprint
from rapport.core.codec import decode_decision, encode_state
from rapport.core.deciding.arms import Arms
from rapport.core.deciding.reasons import ALL_SAID
from rapport.core.editions import EDITION
from rapport.core.events import Contact
from rapport.core.time import DAY, HOUR
from rapport.testing import examples as ex

APART = 9 * DAY
POINTS = 3


def library(arms: Arms) -> Blueprint:
    """The example brand's checkout flow, for the small shop's products; nothing else speaks."""
    with resources.as_file(resources.files("rapport") / "brands" / "alder_and_clay") as folder:
        content = read_brand_folder(folder)
    plan = ex.blueprint()
    flows = tuple(flow for flow in content.flows if flow.key == "checkout")
    owner = replace(content.brand, arms=arms, caps=())
    release = replace(
        plan.releases[0], brand=owner, offers=content.offers, frameworks=content.frameworks,
        flows=flows, rules=(), edition=EDITION,
    )  # fmt: skip
    return replace(plan, brand=owner.key, releases=(release,))


def baskets(folder: Path, arms: Arms, many: int) -> DispatchWorld:
    world = DispatchWorld(folder, blueprint=library(arms))
    world.pen = Writer(Links("https://post.example", "a secret"), MailRenderer())  # type: ignore[assignment]  # the real one
    world._start(None)
    for number in range(many):
        left_at = ex.at(0, 10) + number * APART
        if number == 0:
            known, asked = ex.subscribed(left_at - HOUR)
            world.tell("ada", known, asked, contact=Contact(email="ada@example.com"))
        product = (ex.TEAPOT, ex.MUG)[number % 2]
        left = ex.checkout(f"b{number}", left_at, f"t{number}", (ex.line(product, 3),))
        world.tell("ada", left)
        for hour in range(0, 24 * 8, 3):
            world.tick(left_at + hour * HOUR)
    return world


def test_nothing_is_said_twice_nor_lost_until_all_has_been_said(tmp_path: Path) -> None:
    world = baskets(tmp_path, ex.ADAPTIVE_ONLY, 24)
    rows = world.records.messages(world.brand, limit=1_000)
    sent = [row for row in rows if row.status == "sent"]
    assert len(sent) >= 20
    assert [row.reason for row in rows if "said before" in row.reason] == []
    assert len({row.subject for row in sent}) == len(sent)
    decisions = [decode_decision(one) for one in world.records.decisions(world.brand, "ada")]
    assert ALL_SAID in {one.reason for one in decisions}
    assert any(one.said_before for one in decisions)
    assert len(encode_state(world.state("ada"))) < 2_000
    verdicts = world.records.message_counts(world.brand, 0)
    assert sum(row.held_back for row in verdicts) == 0


def test_the_usual_arm_says_it_each_time(tmp_path: Path) -> None:
    world = baskets(tmp_path, ex.USUAL_ONLY, 4)
    sent = [row for row in world.records.messages(world.brand) if row.status == "sent"]
    assert len(sent) > len({row.subject for row in sent}) > 0
