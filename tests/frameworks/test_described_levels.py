"""What a new tone or angle is described by stands in every later question: it is held to the checks
before a model is asked, told before somebody approves, and shown by a whole sentence."""

from __future__ import annotations

from html import unescape

import pytest
import yaml
from desk_world import BRAND, ME, Visitor, World
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from proposals import PAGE, propose

from rapport.app.frameworks.proposing import Brief
from rapport.app.reviewing.review_item import Item
from rapport.bootstrap.desks.console_writer import ConsoleWriter
from rapport.bootstrap.serving.web_edge import web_edge
from rapport.cli.words.review import show
from rapport.core.creative.draft import PROPOSAL, USABLE, WAITING, KeptDraft, Standing, named
from rapport.core.creative.wording import PLACEHOLDER, sentence_in
from rapport.errors import UserError
from rapport.testing.model_server import ModelServer
from serving import served

UNFIT = "like a coach who says 20% off"
FIT = "like a coach, brisk and kind"
STARTS = "{{ cart.first.title }} waits at the start line. The forge cheers you on from here."
COACHY = {
    "subject": "Ready, at your ease", "preheader": "Ready when you are.",
    "headline": "Ready, at your ease", "body": STARTS, "cta": "Off we go",
    "signoff": "Jo, at the track",
}  # fmt: skip


def approved(world: World, brief: str, tone: str = "coachy") -> str:
    """A proposal for every point as it was approved before briefs were looked at."""
    like = world.here.records.draft(BRAND, propose(world, COACHY, tone=tone, judged=False))
    assert like is not None
    draft = named(replace(like.draft, brief=brief, point="", kind=PROPOSAL))
    with world.here.store.transaction() as transaction:
        assert transaction.add_drafts(BRAND, [KeptDraft(draft)])
        seen = Standing(USABLE, "Rae", "", world.clock.now())
        assert transaction.judge_draft(BRAND, draft.id, WAITING, seen)
    return draft.id


def tone_in(text: str) -> dict[str, str]:
    found = yaml.safe_load(text)["tones"]
    (tone,) = (one for one in found if one["key"] == "coachy")
    return {str(key): str(value) for key, value in tone.items()}


def test_a_description_that_the_checks_stop_is_asked_for_again_before_a_model_is(
    tmp_path_factory: pytest.TempPathFactory, model: ModelServer
) -> None:
    world = World(
        tmp_path_factory.mktemp("home"),
        model="openai:kiln", model_url=f"{model.url}/v1",
    )  # fmt: skip
    assert world.here.scribe is not None
    writer = ConsoleWriter(world.here, world.here.scribe)
    brief = Brief("checkout", UNFIT, tone="coachy", angle="help")
    with pytest.raises(UserError) as told:
        writer.propose(BRAND, brief, ME)
    assert "would describe the new tone Coachy" in str(told.value)
    assert "'20%' (" in str(told.value)
    assert "without figures" in str(told.value)
    assert model.asked == []
    with pytest.raises(UserError, match=r"\{\{ first_name \}\}"):
        writer.propose(BRAND, replace(brief, words="Say {{ first_name }} a lot"), ME)
    # Nothing is described by a brief for what is there already.
    writer.propose(BRAND, replace(brief, tone="plain"), ME)
    assert len(model.asked) > 0
    world.close()


def test_a_fit_one_is_a_sentence_and_the_example_names_no_fact(world: World) -> None:
    draft = approved(world, FIT)
    assert world.desk.adopt(BRAND, [draft], ME).told == ()
    voice = tone_in(world.text("voice.yaml"))
    assert voice["describes"] == "Like a coach, brisk and kind."
    assert voice["example"] == "The forge cheers you on from here."
    assert tone_in(world.text())["describes"] == "Like a coach, brisk and kind."


def test_one_that_was_approved_before_is_described_by_its_name_and_that_is_told(
    world: World, visitor: Visitor
) -> None:
    draft = approved(world, UNFIT)
    why = "The tone Coachy is described by its name alone, since what was asked for is no descrip"
    assert why in unescape(visitor.get(PAGE).text)
    (told,) = world.desk.adopt(BRAND, [draft], ME).told
    assert told.startswith(why)
    assert "'20%'" in told
    for name in ("voice.yaml", "creative/checkout.yaml"):
        assert tone_in(world.text(name))["describes"] == "Coachy."
        assert UNFIT not in world.text(name)


@pytest.mark.parametrize(
    ("brief", "said"),
    [
        (FIT, "described as “Like a coach, brisk and kind.” The example of how it sounds will be"),
        (UNFIT, "It will be described by its name alone, since what was asked for is no descripti"),
    ],
)
def test_it_is_told_before_somebody_approves(
    world: World, brief: str, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    draft = approved(world, brief)
    item: Item = world.here.review.seen(BRAND, draft)
    assert any(said in describes for _, _, describes in item.levels)
    show(item, world.here.review.shown(BRAND, draft))
    assert said in capfd.readouterr().out
    with served(web_edge(world.here)) as base:
        visitor = Visitor(base)
        assert said in unescape(visitor.get(f"/console/review/{draft}").text)
        visitor.close()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"body": STARTS}, "The forge cheers you on from here."),
        ({"body": "{{ cart.first.title }} waits."}, "… waits."),
        ({"body": "{% if a %}{{ b }}{% endif %}\n\nTake all the time you like"},
         "Take all the time you like"),
        ({"cta": "Go", "subject": "A word about your {{ cart.first.title | truncate: 9 }}"},
         "A word about your …"),
        ({"body": "Hello. We kept {{ x }}.", "headline": "Nothing here hurries"},
         "Nothing here hurries"),
        ({}, ""),
    ],
)  # fmt: skip
def test_an_example_is_a_sentence_without_a_placeholder(
    words: dict[str, str], sentence: str
) -> None:
    assert sentence_in(words) == sentence


PIECES = st.sampled_from(
    ["{{ a.b }}", "{% if x %}", "{% endif %}", "Words here. ", "\n", "no ", "!"]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_no_example_has_a_placeholder_or_a_break(body: str) -> None:
    found = sentence_in({"body": body})
    assert not PLACEHOLDER.search(found)
    assert "\n" not in found
