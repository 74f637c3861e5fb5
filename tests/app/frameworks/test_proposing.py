"""From a brief to words in the brand's folder, with a real model server on loopback."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from hashlib import sha256
from importlib import resources
from pathlib import Path

import pytest
from msgspec.structs import replace
from writer_world import WriterWorld

from rapport.adapters.brand_folder import read_brand_folder
from rapport.adapters.brand_folder.files import FolderFiles
from rapport.app.frameworks.proposing import (
    Brief,
    Proposed,
    Proposing,
    approved_proposals,
    provenance,
)
from rapport.app.in_charge.audit_log import all_entries
from rapport.app.in_charge.people import NotAllowedError
from rapport.app.publishing.publish import publish_release
from rapport.app.stopping.retiring import retire
from rapport.app.writer.order import writer_day
from rapport.app.writer.writer_usage import writer_usage
from rapport.core.creative.draft import PROPOSAL, USABLE, WAITING, Draft, Standing, named
from rapport.core.creative.framework import Action, Framework, choose_blocks, combinations
from rapport.core.oversight.adoption import Adopted
from rapport.core.oversight.audit import Act, Deed, flaws
from rapport.core.oversight.people import PUBLISHER, VIEWER, Actor
from rapport.errors import ModelError, ModelTrouble, UserError
from rapport.ports.brand_files import Adoption
from rapport.testing.model_server import Body, ModelServer, Turn

GIFT = {
    "subject": "For somebody else’s table",
    "preheader": "Your basket is saved. We are glad to help you choose for somebody.",
    "headline": "A pot makes a kind present",
    "body": "Choosing for somebody else is the harder part. Tell us how they eat and drink, and a "
    "person here will say what suits.\n\nYour basket is saved meanwhile.",
    "cta": "Go to your basket",
    "offer_line": "",
    "signoff": "With clay on our hands",
}
NELL = Actor("Nell", PUBLISHER)
BRIEF = Brief("checkout", "For people who buy a present.", tone="warm", angle="gift", point="first")


def reply(body: Body) -> str:
    schema = body["response_format"]["json_schema"]["schema"]
    return json.dumps({key: GIFT[key] for key in schema["required"]})


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer(Turn(reply)) as server:
        yield server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    source = resources.files("rapport") / "brands" / "alder_and_clay"
    with resources.as_file(source) as example:
        shutil.copytree(example, tmp_path / "brand")
    return tmp_path / "brand"


@pytest.fixture
def world(tmp_path: Path, server: ModelServer, folder: Path) -> Iterator[WriterWorld]:
    world = WriterWorld(tmp_path, server)
    content = read_brand_folder(folder)
    with world.store.transaction() as transaction:
        publish_release(transaction, content, world.clock.at)
    world.brand = content.brand.key
    yield world
    world.close()


def proposing(world: WriterWorld) -> Proposing:
    assert world.scribe is not None
    return Proposing(world.store, world.clock, world.scribe)


def propose(world: WriterWorld, brief: Brief = BRIEF) -> Draft:
    made = asked(world, brief)
    assert made.draft is not None, made.drafted.findings
    return made.draft


def asked(world: WriterWorld, brief: Brief, actor: Actor = NELL) -> Proposed:
    return proposing(world).propose(world.publications.latest(world.brand), brief, actor)


# --- Asking --------------------------------------------------------------------------------------


def test_a_brief_becomes_a_proposal_that_waits_for_a_person(
    world: WriterWorld, server: ModelServer
) -> None:
    draft = propose(world)
    (waiting,) = world.drafts(WAITING)
    assert waiting.draft == draft
    assert draft.kind == PROPOSAL
    assert (draft.action.angle, draft.brief) == ("gift", BRIEF.words)
    assert draft.slots["subject"] == GIFT["subject"]
    asked = server.asked[0].body["messages"][1]["content"]
    assert BRIEF.words in asked
    assert "A hand with choosing, if you’d like it" in asked, "shown how it sounds"


def test_only_the_parts_that_are_named_are_written(world: WriterWorld, server: ModelServer) -> None:
    draft = propose(world, Brief("checkout", "Anything.", slots=("subject", "cta")))
    assert set(draft.slots) == {"subject", "cta"}
    assert (draft.point, draft.action.tone, draft.action.angle) == ("first", "warm", "help")
    question = server.asked[0].body["messages"][1]["content"]
    assert "repeat none of it" in question
    assert "Ask me anything before you choose" in question, "what the rest says"
    assert "{%" not in question


def test_proposals_are_counted_with_the_other_uses_of_the_model(
    world: WriterWorld, server: ModelServer
) -> None:
    propose(world)
    server.say(Turn(status=500))
    with pytest.raises(ModelError):
        asked(world, BRIEF)
    server.say(Turn(json.dumps({**GIFT, "body": "Save ten pounds until Friday!"})))
    assert asked(world, BRIEF).draft is None
    brand = world.publications.latest(world.brand).releases[-1].brand
    with world.store.transaction() as transaction:
        today = writer_usage(transaction, brand, writer_day(brand, world.clock.at))
    (used,) = today.frameworks
    assert (used.framework, used.made, used.stopped, used.failed) == ("checkout", 1, 1, 1)


def test_only_who_may_write_asks(world: WriterWorld, server: ModelServer) -> None:
    with pytest.raises(NotAllowedError, match="ask for new words"):
        asked(world, BRIEF, Actor("Vic", VIEWER))
    assert server.asked == []


def test_of_a_retired_brand_a_model_is_asked_nothing(
    world: WriterWorld, server: ModelServer
) -> None:
    with world.store.transaction() as transaction:
        retire(transaction, world.brand, Act("Nell", "the shop has closed", world.clock.at))
    with pytest.raises(UserError, match="is retired: nothing is proposed"):
        asked(world, BRIEF)
    assert world.scribe is not None
    release = world.publications.latest(world.brand).releases[-1]
    with pytest.raises(ModelError, match="nothing is written for it") as told:
        world.scribe.paying(release.brand, "checkout")(None)
    assert told.value.trouble is ModelTrouble.RETIRED
    assert server.asked == []


def test_words_that_the_checks_stop_are_shown_and_not_queued(
    world: WriterWorld, server: ModelServer
) -> None:
    server.say(Turn(json.dumps({**GIFT, "body": "Save ten pounds until Friday!"})))
    made = asked(world, BRIEF)
    assert made.draft is None
    assert {one.rule for one in made.drafted.findings} & {"currency", "figure", "date"}
    assert made.drafted.answered["body"] == "Save ten pounds until Friday!"
    assert world.drafts(WAITING) == []


def test_the_same_words_again_are_known(world: WriterWorld) -> None:
    propose(world)
    assert asked(world, BRIEF).known


def deeds(world: WriterWorld) -> list[Deed]:
    with world.store.transaction() as transaction:
        entries = list(all_entries(transaction, world.brand))
    assert flaws(world.brand, entries, []) == []
    return [entry.deed for entry in entries]


def test_who_asked_stands_in_the_log_with_when_and_a_digest_of_the_brief(
    world: WriterWorld,
) -> None:
    draft = propose(world)
    (deed,) = deeds(world)
    assert (deed.who, deed.did, deed.what) == ("Nell", "asked", f"draft {draft.id}")
    assert deed.saw["brief"] == sha256(BRIEF.words.encode()).hexdigest()
    assert deed.saw["levels"] == "warm, gift, none"
    assert BRIEF.words not in str(deed)
    with world.store.transaction() as transaction:
        (entry,) = all_entries(transaction, world.brand)
    assert entry.at == world.clock.now()
    asked(world, BRIEF)
    assert [one.saw["came"] for one in deeds(world)] == [
        "words that wait",
        "words that were there already",
    ]


def test_who_asked_in_vain_stands_in_the_log_too(world: WriterWorld, server: ModelServer) -> None:
    server.say(Turn(json.dumps({**GIFT, "body": "Save ten pounds until Friday!"})))
    asked(world, BRIEF)
    server.say(Turn(status=500))
    with pytest.raises(ModelError):
        asked(world, BRIEF)
    stopped, failed = deeds(world)
    assert stopped.what == failed.what == "framework checkout"
    assert "the checks stop" in stopped.saw["came"]
    assert failed.saw["came"].startswith("no words")


def test_who_may_not_ask_or_asks_for_what_there_is_not_leaves_no_entry(world: WriterWorld) -> None:
    with pytest.raises(NotAllowedError):
        asked(world, BRIEF, Actor("Vic", VIEWER))
    with pytest.raises(UserError):
        asked(world, Brief("nowhere", "x"))
    assert deeds(world) == []


@pytest.mark.parametrize(
    ("brief", "told"),
    [
        (Brief("nowhere", "x"), "There is: "),
        (Brief("checkout", " "), "--brief"),
        (Brief("checkout", "x" * 2_000), "--brief"),
        (Brief("checkout", "A \u202etneserp"), "turns the direction of writing (U+202E)"),
        (Brief("checkout", "x", offer="half-price"), "no offer 'half-price'"),
        (Brief("checkout", "x", point="never"), "No flow has a point"),
        (Brief("checkout", "x", angle="Gift!"), "no key"),
        (Brief("checkout", "x", slots=("title",)), "There is no part 'title'"),
        (Brief("checkout", "x", angle="gift", slots=("subject",)), "no words for preheader"),
        (Brief("checkout", "x", slots=("offer_line",)), "goes with another offer"),
    ],
)  # fmt: skip
def test_a_brief_that_cannot_be_followed_is_told_why(
    world: WriterWorld, server: ModelServer, brief: Brief, told: str
) -> None:
    with pytest.raises(UserError) as raised:
        asked(world, brief)
    assert told in raised.value.with_command()
    assert server.asked == []


def test_a_model_that_gives_no_words_is_said_so(world: WriterWorld, server: ModelServer) -> None:
    server.say(Turn(refusal="No."))
    with pytest.raises(ModelError):
        propose(world)


# --- What people approve becomes the framework's --------------------------------------------------


def approved(world: WriterWorld, brief: Brief) -> Adoption:
    draft = propose(world, brief)
    with world.store.transaction() as transaction:
        seen = Standing(USABLE, "Nell", "", world.clock.at)
        assert transaction.judge_draft(world.brand, draft.id, WAITING, seen)
        (kept,) = [
            one
            for one in approved_proposals(transaction, world.brand, (brief.framework,))
            if one.draft.id == draft.id
        ]
    return Adoption(kept.draft, provenance(kept, "2026-03-02"))


def adopt(folder: Path, adoptions: list[Adoption]) -> Adopted:
    files = FolderFiles(folder, folder.parent / "lock")
    found = files.adopted(adoptions)
    files.write(found.texts, lambda: None)
    return found


def everything(point: str) -> Brief:
    return Brief(
        "checkout", "For people who buy a present.", angle="gift", tone="warm", point=point
    )


def test_approved_words_stand_in_the_folder_with_where_they_come_from(
    world: WriterWorld, folder: Path, server: ModelServer
) -> None:
    before = (folder / "creative/checkout.yaml").read_text(encoding="utf-8")
    one = approved(world, Brief("checkout", "A present.", tone="plain", angle="help", point="first",
                                slots=("signoff",)))  # fmt: skip
    assert list(adopt(folder, [one]).texts) == ["creative/checkout.yaml"]
    after = (folder / "creative/checkout.yaml").read_text(encoding="utf-8")
    kept = [line for line in after.split("\n") if line in before.split("\n")]
    assert [line for line in before.split("\n") if line not in kept] == [], "comments and all"
    framework = next(f for f in read_brand_folder(folder).frameworks if f.key == "checkout")
    (block,) = [b for b in framework.blocks if b.by]
    assert block.text == GIFT["signoff"]
    assert (block.points, block.tones, block.angles) == (("first",), ("plain",), ("help",))
    assert block.by == (f"model openai:kiln, approved by Nell, 2026-03-02 (draft {one.draft.id})")


def checkout(folder: Path) -> Framework:
    return next(f for f in read_brand_folder(folder).frameworks if f.key == "checkout")


def test_a_new_angle_for_every_point_holds_for_the_tone_that_it_was_approved_in(
    world: WriterWorld, folder: Path
) -> None:
    one = approved(world, everything(""))
    assert one.draft.point == ""
    found = adopt(folder, [one])
    assert (found.taken, found.held) == ((one.draft.id,), ())
    framework = checkout(folder)
    assert framework.angles[-1].key == "gift"
    (rule,) = [rule for rule in framework.rules if "gift" in rule.name]
    assert dict(rule.levels) == {"angle": ("gift",), "tone": ("plain", "playful", "expert")}
    for point in ("first", "second", "last"):
        action = Action(offer="none", tone="warm", angle="gift", visual="letter")
        chosen = choose_blocks(framework, point, action, "en")
        assert chosen["subject"].text == GIFT["subject"]
        assert one.draft.id in chosen["subject"].by


def test_more_words_lift_the_rule_that_kept_a_new_angle_to_its_first_tone(
    world: WriterWorld, folder: Path
) -> None:
    adopt(folder, [approved(world, everything(""))])
    brief = replace(everything(""), tone="plain", words="The same, plainly.")
    adopt(folder, [approved(world, brief)])
    (rule,) = [rule for rule in checkout(folder).rules if "gift" in rule.name]
    assert dict(rule.levels) == {"angle": ("gift",), "tone": ("playful", "expert")}
    rest = [replace(brief, tone=tone) for tone in ("playful", "expert")]
    adopt(folder, [approved(world, one) for one in rest])
    assert [rule for rule in checkout(folder).rules if "gift" in rule.name] == []


def test_what_words_do_not_cover_yet_waits_and_holds_up_nothing_else(
    world: WriterWorld, folder: Path
) -> None:
    before = {f: f.read_bytes() for f in folder.rglob("*.yaml")}
    first = approved(world, everything("first"))
    found = adopt(folder, [first])
    assert {f: f.read_bytes() for f in folder.rglob("*.yaml")} == before
    (held,) = found.held
    assert held.draft == first.draft.id
    assert [need.partition(":")[0] for need in held.needs] == [
        "It needs words for angle gift at point last",
        "It needs words for angle gift at point second",
    ]
    other = approved(world, Brief("checkout", "Bye.", slots=("signoff",)))
    found = adopt(folder, [first, other])
    assert found.taken == (other.draft.id,)
    second, last = (approved(world, everything(point)) for point in ("second", "last"))
    found = adopt(folder, [first, second, last])
    assert set(found.taken) == {first.draft.id, second.draft.id, last.draft.id}


def test_a_new_tone_keeps_to_the_angle_and_the_offer_it_has_words_for(
    world: WriterWorld, folder: Path
) -> None:
    brief = Brief("checkout", "As at a feast.", tone="festive", angle="help")
    one = approved(world, brief)
    assert adopt(folder, [one]).taken == (one.draft.id,)
    framework = checkout(folder)
    assert {action.angle for action in combinations(framework) if action.tone == "festive"} == {
        "help"
    }
    assert read_brand_folder(folder).voice.tones[-1].key == "festive"


def test_more_wordings_of_an_existing_combination_are_taken_in_beside_the_first(
    world: WriterWorld, folder: Path, server: ModelServer
) -> None:
    one = approved(world, Brief("checkout", "Another.", slots=("subject",)))
    assert adopt(folder, [one]).taken == (one.draft.id,)
    action = Action(offer="none", tone="warm", angle="help", visual="letter")
    fitting = [
        block.text
        for block in checkout(folder).blocks
        if block.slot == "subject" and block.fits("first", action) and block.angles
    ]
    assert fitting == ["A hand with choosing, if you’d like it", GIFT["subject"]]


def test_a_new_tone_and_angle_become_levels_once_every_point_has_words(
    tmp_path: Path, folder: Path
) -> None:
    points = ("first", "second", "last")
    adoptions = []
    for number, point in enumerate(points):
        for tone in ("warm", "plain", "playful", "expert", "festive"):
            for angle in ("help", "craft", "reassure", "gift"):
                if tone != "festive" and angle != "gift":
                    continue
                words = {key: text for key, text in GIFT.items() if key not in ("offer_line",)}
                words["subject"] = f"{GIFT['subject']}{'.' * number}"
                action = Action(offer="none", tone=tone, angle=angle, visual="letter")
                draft = named(
                    Draft("", "checkout", "e", point, action, "en", "", words, "model:kiln",
                          "propose-1", 0, 1, PROPOSAL, "As a present, in a festive way."),
                )  # fmt: skip
                adoptions.append(Adoption(draft, "model kiln, approved by Nell"))
    for offer in ("free-delivery", "ten-percent", "tea-sampler"):
        action = Action(offer=offer, tone="festive", angle="gift", visual="letter")
        words = {"offer_line": "With {{ offer.code }} there is {{ offer.label }}."}
        draft = named(Draft("", "checkout", "e", "", action, "en", "", words, "model:kiln", "p",
                            0, 1, PROPOSAL, "Festive."))  # fmt: skip
        for angle in ("help", "craft", "reassure", "gift"):
            here = replace(draft, action=replace(action, angle=angle))
            adoptions.append(Adoption(here, "model kiln"))
    changed = adopt(folder, adoptions)
    assert changed.held == ()
    assert sorted(changed.texts) == ["creative/checkout.yaml", "voice.yaml"]
    read = read_brand_folder(folder)
    framework = next(f for f in read.frameworks if f.key == "checkout")
    assert framework.tones[-1].key == "festive"
    assert framework.angles[-1].key == "gift"
    assert framework.angles[-1].describes == "As a present, in a festive way."
    assert read.voice.tones[-1].key == "festive"


def test_a_list_on_one_line_is_left_to_people(folder: Path) -> None:
    file = folder / "creative/checkout.yaml"
    lines = file.read_text(encoding="utf-8").split("\n")
    begin = next(i for i, line in enumerate(lines) if line.startswith("angles:"))
    end = next(i for i, line in enumerate(lines) if i > begin and not line.startswith(" "))
    flow = ", ".join(line.strip().removeprefix("- ") for line in lines[begin + 1 : end])
    file.write_text("\n".join([*lines[:begin], f"angles: [{flow}]", *lines[end:]]), "utf-8")
    read_brand_folder(folder)
    action = Action(offer="none", tone="warm", angle="gift", visual="letter")
    draft = named(Draft("", "checkout", "e", "first", action, "en", "", {"cta": "Look"}, "model:k",
                        "p", 0, 1, PROPOSAL, "A present."))  # fmt: skip
    (held,) = adopt(folder, [Adoption(draft, "x")]).held
    assert "Add this yourself" in held.needs[0]
    assert "key: gift" in held.needs[0]


AWKWARD = (
    "- With a dash before it", "Colons: here and there: both", "# No comment", "'Single' quotes",
    '"Double" quotes', "yes", "null", "~", "No", "& an ampersand, * a star", "! a bang",
    "Ends with a colon:", "> quoted", "| piped", "One line\nand another", "A gap\n\nbetween",
    "@ the workshop", "`ticks`", "? a question", "- one\n- two", "key: value\nother: value",
    "--- a rule", "...", "A backslash \\n stays",
)  # fmt: skip
"""Words that mean something else in YAML where they stand bare."""


@pytest.mark.parametrize("words", AWKWARD)
def test_whatever_words_are_approved_are_read_again_as_they_were(folder: Path, words: str) -> None:
    file = folder / "creative/checkout.yaml"
    before = file.read_text(encoding="utf-8").split("\n")
    action = Action(offer="none", tone="plain", angle="help", visual="letter")
    draft = named(Draft("", "checkout", "e", "first", action, "en", "", {"signoff": words},
                        "model:k", "p", 0, 1, PROPOSAL, "Awkward."))  # fmt: skip
    if adopt(folder, [Adoption(draft, "model k")]).held:
        assert file.read_text(encoding="utf-8").split("\n") == before
        return
    read = next(f for f in read_brand_folder(folder).frameworks if f.key == "checkout")
    (block,) = [one for one in read.blocks if one.by]
    assert block.text.strip() == words.strip()
    after = file.read_text(encoding="utf-8").split("\n")
    rest = iter(after)
    assert all(line in rest for line in before), "in their order"
